"""Destroy what may not be kept any longer, and declare it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Final

from mhdesk import files
from mhdesk.desk import recording
from mhdesk.desk.desk import Desk
from mhdesk.desk.registries import require_outside_registries
from mhdesk.desk.verbs import Work, logged_reading, verb
from mhdesk.domain.change import Change
from mhdesk.domain.destroying import Declaration, DestroyDraft, kept_until
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import refuse_if
from mhdesk.domain.text import clean
from mhdesk.errors import InputError
from mhdesk.store import audit, cases, destroying, settings, signals
from mhdesk.store.database import Connection

_DECLARATION: Final = "declaration_"


@verb("records.destroyed", "D", Permission.DESTROY)
def destroy(work: Work, signal_ids: Sequence[int], draft: DestroyDraft) -> Change:
    """Destroy signals with everything about them, and persons whom no other signal knows.

    It cannot be undone; a backup that is put back forgets them again. ``reference`` is the number of the
    declaration. Raises ProblemsError, and InputError for a signal that does not exist.
    """
    ids = list(dict.fromkeys(signal_ids))
    rows = [row for number in ids if (row := signals.get(work.connection, number)) is not None]
    if not ids or len(rows) < len(ids):
        raise InputError("desk.no_such_signal")
    received = [date.fromisoformat(row.received_on) for row in rows]
    refuse_if(draft.validate(received, _kept_years(work.desk), work.today()))
    _require_closed_cases(work.connection, ids)
    _concern(work, ids)
    forgotten = destroying.forget(work.connection, destroying.uids_of(work.connection, ids).values())
    destroying.write_down(
        work.connection,
        forgotten,
        ground=draft.ground,
        destroyed_at=work.recorded_at,
        destroyed_by=work.user.id,
    )
    declaration = Declaration(
        number=_next_number(work),
        ground=draft.ground,
        decided_by=clean(draft.decided_by),
        executed_by=work.user.name,
        destroyed_on=work.today(),
        kinds=dict(Counter(row.kind for row in rows)),
        persons=len(forgotten.persons.keys() - forgotten.joined),
        oldest=min(received),
        newest=max(received),
    )
    _keep(work.connection, declaration)
    work.details = f"number={declaration.number} ground={draft.ground} signals={len(ids)}"
    people = frozenset(forgotten.persons.values())
    return Change("records.destroyed", frozenset(ids), people, reference=declaration.number)


def _require_closed_cases(connection: Connection, signal_ids: Sequence[int]) -> None:
    """Refuse to destroy what is all that is known of somebody whose case is open: work on a client is not lost so."""
    people = destroying.only_known_by(connection, signal_ids)
    if people and (opened := cases.open_of(connection, people)):
        raise InputError("destroy.case_open", reference=opened[0].reference)


def _concern(work: Work, signal_ids: Sequence[int]) -> None:
    """Note all that goes for the log while it is there: the log keeps the ids, nothing else does."""
    for number in signal_ids:
        details = signals.details(work.connection, number)
        recording.concern_signal(work, number)
        if details is None:
            continue
        people = {one.id: one.person_id for one in details.involvements}
        for one in details.involvements:
            work.concerns("inform_decision", [decision.id for decision in one.decisions], one.person_id)
        work.concerns("attachment", [file.id for file in details.attachments])
        for referral in details.referrals:
            whose = people.get(referral.involvement_id or 0)
            work.concerns("referral", [referral.id], whose)
            work.concerns("referral_letter", [letter.id for letter in referral.letters], whose)
        for relation in details.relations:
            for party in (relation.involvement_id, relation.other_id):
                work.concerns("relation", [relation.id], people.get(party))
        work.concerns("lead", [one.id for one in details.leads])
        work.concerns("routing", [one.id for one in details.routings])
        work.concerns("triage", [one.id for one in details.triages])
        work.concerns("indicator_assessment", [one.id for one in details.assessments])
    for person_id in destroying.only_known_by(work.connection, signal_ids):
        for record, numbers in destroying.of_person(work.connection, person_id).items():
            work.concerns(record, numbers, person_id)


def due_for_destruction(desk: Desk) -> list[int]:
    """Return the ids of the signals whose retention period is over, oldest first."""
    desk.demand(Permission.READ)
    before = kept_until(_kept_years(desk), desk.today())
    return destroying.due(desk.database.connection, before.isoformat())


def declarations(desk: Desk) -> list[Declaration]:
    """Return every declaration of destruction, newest first."""
    desk.demand(Permission.READ)
    kept = settings.all_of(desk.database.connection)
    numbers = sorted((name for name in kept if name.startswith(_DECLARATION)), reverse=True)
    return [_read(kept[name]) for name in numbers]


@logged_reading("destruction.declared", Permission.READ)
def declare(work: Work, number: str, out: Path) -> None:
    """Write one declaration of destruction to ``out`` as PDF, with the head of the log as witness.

    Raises InputError for a number that was never given and for a place that cannot be written.
    """
    kept = settings.all_of(work.connection).get(f"{_DECLARATION}{number}")
    if kept is None:
        raise InputError("destroy.no_such_declaration")
    if out.exists():
        raise InputError("desk.file_exists", path=str(out))
    require_outside_registries(out)
    from mhdesk.reports.destruction import declaration_page  # loads the PDF writer

    page = declaration_page(_read(kept), work.desk.info().organisation, audit.head(work.connection))
    try:
        files.write_bytes(out, page)
    except OSError:
        raise InputError("desk.cannot_write", path=str(out)) from None
    work.details = f"number={number}"


def _kept_years(desk: Desk) -> int:
    return int(desk.setting("retention_years"))


def _next_number(work: Work) -> str:
    """Return the number of the next declaration: V-2026-0001, counted by year."""
    begin = f"{_DECLARATION}V-{work.today().year}-"
    given = sum(name.startswith(begin) for name in settings.all_of(work.connection))
    return f"V-{work.today().year}-{given + 1:04d}"


def _keep(connection: Connection, declaration: Declaration) -> None:
    told = json.dumps(asdict(declaration), default=str, ensure_ascii=False)
    settings.put(connection, {f"{_DECLARATION}{declaration.number}": told})


def _read(kept: str) -> Declaration:
    told = json.loads(kept)
    days = {name: date.fromisoformat(told[name]) for name in ("destroyed_on", "oldest", "newest")}
    return Declaration(**{**told, **days})
