"""Registering victims with CoMensha: note what is due, register, say why not, keep what came back, hand it out.

Every step is a row of its own and the last one counts; correcting is another step. What is taken back stays readable.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from mhdesk.desk import logbook, papers
from mhdesk.desk.desk import Desk
from mhdesk.desk.papers import Paper
from mhdesk.desk.unsafe import anybody, around
from mhdesk.desk.verbs import Work, logged_reading, verb
from mhdesk.domain import dates, terms
from mhdesk.domain.change import Change
from mhdesk.domain.comensha import (
    DOSSIERS,
    STATES,
    ComenshaState,
    ComenshaView,
    FeedbackDraft,
    Outgoing,
    ReasonDraft,
    RegisterDraft,
    Registrable,
    Standing,
    YearRow,
    person_reference,
    represents,
)
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import refuse_if
from mhdesk.domain.terms import WorkTerm
from mhdesk.domain.text import clean, clean_line
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.errors import InputError
from mhdesk.exchange import htcds
from mhdesk.exchange.htcds import Victim
from mhdesk.store import comensha as steps
from mhdesk.store import persons
from mhdesk.store.database import Connection, Row
from mhdesk.store.values import to_text
from mhdesk.wording import say

_COLUMNS: Final = (
    "reference",
    "state",
    "dossier_type",
    "registered_on",
    "their_number",
    "feedback_on",
)


# --- reading --------------------------------------------------------------------------------------------


def standing(desk: Desk, person_id: int) -> Standing:
    """Return how the registration of somebody stands. The page that shows it logs the reading of the person."""
    desk.demand(Permission.READ)
    connection = desk.database.connection
    whom = Registrable(
        _age(desk, _person(connection, person_id)), bool(around(connection, person_id, desk.today()).unsafe())
    )
    victim = steps.is_victim(connection, person_id)
    return Standing(person_id, victim, steps.of_person(connection, person_id), whom)


def year(desk: Desk, wanted: int) -> list[YearRow]:
    """Return the victims of a year to compare with CoMensha's list. Opening it is logged."""
    logbook.list_shown(desk, "comensha")
    return steps.of_year(desk.database.connection, wanted)


def years(desk: Desk) -> list[int]:
    """Return the years that there is something of, this one among them, newest first."""
    desk.demand(Permission.READ)
    return sorted({desk.today().year, *steps.years(desk.database.connection)}, reverse=True)


def counts(rows: Iterable[YearRow]) -> dict[str, int]:
    """Return how many victims of a list stand in each state, "" for those of whom nothing was noted."""
    return dict(Counter(row.state for row in rows))


@logged_reading("comensha.coded", Permission.READ)
def coded(work: Work, person_id: int) -> Victim:
    """Return what is known of a victim for the registration; a name only where consent was recorded."""
    work.concerns("person", [person_id], person_id)
    return _victim(work, person_id, with_name=True)


def _victim(work: Work, person_id: int, *, with_name: bool) -> Victim:
    row = _person(work.connection, person_id)
    number, status = steps.case_of(work.connection, person_id)
    last = next((one for one in steps.of_person(work.connection, person_id) if one.current), None)
    named = with_name and _may_be_named(work, last)
    return Victim(
        reference=person_reference(row.uid, number),
        forms=steps.forms_of(work.connection, person_id),
        sex=row.sex,
        birth=row.birth_on,
        birth_estimated=row.birth_estimated,
        nationality=row.nationality,
        case_status=status,
        first_names=row.first_names if named else "",
        last_name=row.last_name if named else "",
    )


def _may_be_named(work: Work, last: ComenshaView | None) -> bool:
    """Say whether a name may go along: by a word that still counts, of no parent who proved to be the aggressor."""
    if last is None or not last.has_consent():
        return False
    return not (represents(last.consent) and anybody(work.connection, [last.person_id], work.today()))


def _person(connection: Connection, person_id: int) -> Row[Any]:
    row = persons.get(connection, person_id)
    if row is None:
        raise InputError("comensha.no_such_person")
    return row


def _age(desk: Desk, row: Row[Any]) -> int | None:
    return dates.Birth(row.birth_on, row.birth_estimated).age_on(desk.today()) if row.birth_on else None


# --- writing --------------------------------------------------------------------------------------------


def begin(work: Work, person_id: int) -> None:
    """Let registering a victim be due, within another verb; what stands already is left."""
    if steps.is_victim(work.connection, person_id) and steps.row_of(work.connection, person_id) is None:
        work.concerns("comensha", [steps.add(work.connection, _due_values(work, person_id))], person_id)


@verb("comensha.due_noted", "C", Permission.WRITE)
def note_due(work: Work, person_id: int) -> Change:
    """Let registering a victim be due (again). Raises InputError for somebody who is no victim, or waits already."""
    _victim_wanted(work, person_id)
    last = steps.row_of(work.connection, person_id)
    if last is not None and last.state == ComenshaState.DUE:
        raise InputError("comensha.due_already")
    return _add(work, _due_values(work, person_id))


@verb("comensha.registered", "C", Permission.WRITE)
def register(work: Work, draft: RegisterDraft) -> Change:
    """Record that a victim was registered, or correct how; earlier steps stay. Raises ProblemsError."""
    row = _victim_wanted(work, draft.person_id)
    registered_on = dates.parse_day(draft.registered_on) or work.today()
    age = dates.Birth(row.birth_on, row.birth_estimated).age_on(registered_on) if row.birth_on else None
    whom = Registrable(age, bool(around(work.connection, draft.person_id, work.today()).unsafe()))
    refuse_if(draft.validate(work.today(), whom))
    told = {
        "dossier_type": draft.dossier_type,
        "consent": draft.consent,
        "consent_on": to_text(dates.parse_day(draft.consent_on)),
        "consent_note": clean_line(draft.consent_note),
        "registered_on": registered_on.isoformat(),
        "their_number": clean_line(draft.their_number),
    }
    return _add(work, _next(work, draft.person_id, ComenshaState.REGISTERED, told))


@verb("comensha.refused", "C", Permission.WRITE)
def refuse(work: Work, person_id: int, reason: str) -> Change:
    """Record that a victim does not want to be registered, and why."""
    return _reasoned(work, ReasonDraft(person_id, ComenshaState.REFUSED, reason))


@verb("comensha.not_needed", "C", Permission.WRITE)
def not_needed(work: Work, person_id: int, reason: str) -> Change:
    """Record that registering is not needed, and why: somebody else did it, or it proved to be no trafficking."""
    return _reasoned(work, ReasonDraft(person_id, ComenshaState.NOT_NEEDED, reason))


def _reasoned(work: Work, draft: ReasonDraft) -> Change:
    _victim_wanted(work, draft.person_id)
    refuse_if(draft.validate())
    return _add(
        work, _next(work, draft.person_id, ComenshaState(draft.state), {"reason": clean(draft.reason)})
    )


@verb("comensha.feedback", "C", Permission.WRITE)
def feedback(work: Work, draft: FeedbackDraft) -> Change:
    """Keep what CoMensha told back. Raises ProblemsError, and InputError for somebody who is not registered."""
    last = steps.row_of(work.connection, draft.person_id)
    if last is None or last.state != ComenshaState.REGISTERED:
        raise InputError("comensha.not_registered")
    refuse_if(draft.validate(work.today(), dates.parse_day(last.registered_on or "")))
    told = {
        "feedback_on": to_text(dates.parse_day(draft.feedback_on)),
        "feedback": clean(draft.feedback),
        "their_number": clean_line(draft.their_number) or last.their_number,
    }
    return _add(work, _next(work, draft.person_id, ComenshaState.REGISTERED, told))


@verb("comensha.undone", "C", Permission.WRITE)
def undo(work: Work, step_id: int) -> Change:
    """Take the last step back: the one before counts again, as a new row. Raises InputError for an earlier one."""
    last = steps.get(work.connection, step_id)
    if last is None or not last.current:
        raise InputError("comensha.not_the_last")
    before = steps.row_before(work.connection, last)
    if before is None:
        steps.settle(work.connection, last.person_id)
        return _changed(work, last.person_id, last.id)
    again = {name: getattr(before, name) for name in (*steps.KEPT, "person_id", "state", "reason")}
    return _add(work, {**again, **_by(work)})


def _victim_wanted(work: Work, person_id: int) -> Row[Any]:
    row = _person(work.connection, person_id)
    if not steps.is_victim(work.connection, person_id):
        raise InputError("comensha.no_victim")
    return row


def _due_values(work: Work, person_id: int) -> dict[str, Any]:
    due = terms.due(WorkTerm.COMENSHA, work.today()).isoformat()
    return _next(work, person_id, ComenshaState.DUE, {"due_on": due})


def _next(work: Work, person_id: int, state: ComenshaState, told: dict[str, Any]) -> dict[str, Any]:
    """Return the columns of the next step: what was known, with what is told now."""
    last = steps.row_of(work.connection, person_id)
    known = {name: getattr(last, name) for name in steps.KEPT} if last is not None else {}
    return {**known, "reason": "", **told, "person_id": person_id, "state": state, **_by(work)}


def _by(work: Work) -> dict[str, Any]:
    return {"recorded_at": work.recorded_at, "recorded_by": work.user.id}


def _add(work: Work, values: dict[str, Any]) -> Change:
    return _changed(work, values["person_id"], steps.add(work.connection, values))


def _changed(work: Work, person_id: int, number: int) -> Change:
    work.concerns("comensha", [number], person_id)
    return Change(work.verb, persons=frozenset({person_id}), created=number)


# --- what leaves ----------------------------------------------------------------------------------------


def save_coded(desk: Desk, person_id: int, wanted: Outgoing, out: Path) -> Change:
    """Write what is known of a victim to ``out`` as JSON in the codes of HTCDS; with the name only by consent.

    Raises ProblemsError, and InputError for a name without recorded consent and for a place that cannot be written.
    """
    with papers.leaving(out) as paper:
        return _write_coded(desk, person_id, wanted, paper)


@verb("comensha.exported", "E", Permission.WRITE)
def _write_coded(work: Work, person_id: int, wanted: Outgoing, paper: Paper) -> Change:
    refuse_if(wanted.problems())
    _victim_wanted(work, person_id)
    victim = _victim(work, person_id, with_name=wanted.with_name)
    if wanted.with_name and not (victim.first_names or victim.last_name):
        raise InputError("comensha.no_consent")
    paper.write(htcds.document([victim], work.today().isoformat()))
    work.concerns("person", [person_id], person_id)
    work.details = f"htcds;purpose={wanted.purpose};named={'yes' if wanted.with_name else 'no'}"
    return Change(work.verb)


def save_year(desk: Desk, wanted: int, outgoing: Outgoing, out: Path) -> Change:
    """Write the list of a year to ``out`` as CSV, with references; a name only where one was asked for and consented.

    Reasons and what CoMensha told stay inside: the words of neither were ever looked at for who is named in them.

    Raises ProblemsError, and InputError for a place that cannot be written.
    """
    with papers.leaving(out) as paper:
        return _write_year(desk, wanted, outgoing, paper)


@verb("comensha.list_exported", "E", Permission.WRITE)
def _write_year(work: Work, wanted: int, outgoing: Outgoing, paper: Paper) -> Change:
    refuse_if(outgoing.problems())
    rows = [_outside(work, row, named=outgoing.with_name) for row in steps.of_year(work.connection, wanted)]
    paper.write(_csv(rows, named=outgoing.with_name))
    for row in rows:
        work.concerns("person", [row.person_id], row.person_id)
    named = "yes" if outgoing.with_name else "no"
    work.details = f"csv;year={wanted};purpose={outgoing.purpose};named={named};rows={len(rows)}"
    return Change(work.verb)


def _outside(work: Work, row: YearRow, *, named: bool) -> YearRow:
    """Return a row as it may leave: without the name, unless the victim agreed."""
    last = next((one for one in steps.of_person(work.connection, row.person_id) if one.current), None)
    return row if named and _may_be_named(work, last) else replace(row, name="")


def _csv(rows: Sequence[YearRow], *, named: bool) -> bytes:
    from mhdesk.reports.data_files import harmless

    columns = (*_COLUMNS, "name") if named else _COLUMNS
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(say(f"comensha.column_{name}") for name in columns)
    writer.writerows([harmless(_cell(row, name)) for name in columns] for row in rows)
    return text.getvalue().encode("utf-8")


def _cell(row: YearRow, name: str) -> str:
    value = getattr(row, name)
    if name == "state":
        return vocabulary(STATES).label(value) if value else say("comensha.nothing_noted")
    if name == "dossier_type":
        return vocabulary(DOSSIERS).label(value) if value else ""
    return value.isoformat() if hasattr(value, "isoformat") else str(value or "")
