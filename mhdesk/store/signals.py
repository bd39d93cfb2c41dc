"""Signals: lists of ids, rows to paint, and one whole signal."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    delete,
    func,
    insert,
    select,
    text,
    true,
    update,
)

from mhdesk.domain import revisions as revised
from mhdesk.domain.informing import State
from mhdesk.domain.signals import VICTIM
from mhdesk.domain.terms import WorkTerm
from mhdesk.domain.views import Order, SignalDetails, SignalFilter, SignalRow
from mhdesk.store import (
    attachments,
    involvements,
    leads,
    notes,
    referrals,
    relations,
    remarks,
    revisions,
    routings,
    search,
    settings,
    tasks,
    triages,
    users,
)
from mhdesk.store import ids as fresh
from mhdesk.store.indicators import of_signal as assessments_of
from mhdesk.store.involvements import full_name
from mhdesk.store.revisions import Author
from mhdesk.store.schema import (
    involvement,
    lead,
    note,
    organisation,
    person,
    referral,
    setting,
    signal,
    signal_form,
    signal_text,
    task,
)
from mhdesk.store.values import numbers, to_day, to_moment

# Of those concerned in one signal, the most pressing state is shown in its line.
_MOST_PRESSING = (
    State.UNDECIDED,
    State.TO_INFORM,
    State.NOT_YET,
    State.NOT,
    State.INFORMED,
    State.NONE_NEEDED,
)


def add(connection: Connection, values: Mapping[str, Any], narrative: str, other_forms: Sequence[str]) -> int:
    """Add a signal with its text and return the id."""
    signal_id = fresh.add(connection, signal, values)
    connection.execute(insert(signal_text).values(signal_id=signal_id, narrative=narrative))
    _add_forms(connection, signal_id, other_forms)
    return signal_id


def _add_forms(connection: Connection, signal_id: int, forms: Iterable[str]) -> None:
    rows = [{"signal_id": signal_id, "form": form} for form in dict.fromkeys(forms)]
    if rows:
        connection.execute(insert(signal_form), rows)


def next_number(connection: Connection, year: int) -> int:
    """Return the next running number of ``year``; that of a destroyed signal is never given again."""
    highest = select(func.max(signal.c.number)).where(signal.c.number_year == year)
    destroyed = settings.all_of(connection).get(settings.last_number(year), "0")
    return max(int(connection.execute(highest).scalar() or 0), int(destroyed)) + 1


def change(connection: Connection, signal_id: int, by: Author, **values: str | bool) -> bool:
    """Change columns of a signal, keep what they said and raise its version; say whether there is such a signal."""
    if (before := get(connection, signal_id)) is None:
        return False
    _raise_version(connection, before, {name: before._mapping[name] for name in values}, by, values)
    return True


def mark_involvements(connection: Connection, signal_id: int, before: Sequence[int], by: Author) -> None:
    """Keep who was concerned in a signal before that changed, and raise its version."""
    mark(connection, signal_id, {revised.INVOLVEMENTS: list(before)}, by)


def mark(connection: Connection, signal_id: int, earlier: Mapping[str, Any], by: Author) -> None:
    """Keep what stood around a signal before that changed, by a name that is no column, and raise its version."""
    row = get(connection, signal_id)
    if row is None:
        raise KeyError(signal_id)
    _raise_version(connection, row, earlier, by, {})


def mark_leads(
    connection: Connection, signal_id: int, before: Sequence[Mapping[str, str]], by: Author
) -> None:
    """Keep what the leads of a signal said before they changed, and raise its version."""
    row = get(connection, signal_id)
    if row is None:
        raise KeyError(signal_id)
    _raise_version(connection, row, {revised.LEADS: list(before)}, by, {})


def mark_attachments(connection: Connection, signal_id: int, before: Sequence[str], by: Author) -> None:
    """Keep what the files of a signal were called before that changed, and raise its version."""
    row = get(connection, signal_id)
    if row is None:
        raise KeyError(signal_id)
    _raise_version(connection, row, {revised.ATTACHMENTS: list(before)}, by, {})


def said(connection: Connection, row: Row[Any]) -> dict[str, Any]:
    """Return what a signal says now, by the columns that can be corrected; its text and forms are among them."""
    narrative = select(signal_text.c.narrative).where(signal_text.c.signal_id == row.id)
    others = select(signal_form.c.form).where(signal_form.c.signal_id == row.id).order_by(signal_form.c.form)
    elsewhere = {
        "narrative": connection.execute(narrative).scalar_one(),
        "other_forms": list(connection.execute(others).scalars()),
    }
    columns = {name: row._mapping[name] for name in revised.OF_A_SIGNAL if name not in elsewhere}
    return columns | elsewhere


def amend(
    connection: Connection, row: Row[Any], earlier: Mapping[str, Any], values: Mapping[str, Any], by: Author
) -> None:
    """Let a signal say ``values``, columns as in :func:`said`; ``earlier`` is what changes, as it was."""
    columns = dict(values)
    if "narrative" in columns:
        told = {"narrative": columns.pop("narrative")}
        connection.execute(update(signal_text).where(signal_text.c.signal_id == row.id).values(**told))
    if "other_forms" in columns:
        connection.execute(delete(signal_form).where(signal_form.c.signal_id == row.id))
        _add_forms(connection, row.id, columns.pop("other_forms"))
    _raise_version(connection, row, earlier, by, columns)


def _raise_version(
    connection: Connection,
    row: Row[Any],
    earlier: Mapping[str, Any],
    by: Author,
    columns: Mapping[str, Any],
) -> None:
    revisions.keep(connection, "signal", row.id, row.version, earlier, by)
    statement = update(signal).where(signal.c.id == row.id)
    connection.execute(statement.values(**columns, version=row.version + 1))


def get(connection: Connection, signal_id: int) -> Row[Any] | None:
    """Return the bare row of a signal, or None."""
    return connection.execute(select(signal).where(signal.c.id == signal_id)).one_or_none()


def count(connection: Connection) -> int:
    """Return the number of signals."""
    return int(connection.execute(select(func.count()).select_from(signal)).scalar_one())


def count_to_review(connection: Connection) -> int:
    """Return how many imported signals still wait to be looked through."""
    waiting = select(func.count()).select_from(signal).where(text("to_review = 1"))
    return int(connection.execute(waiting).scalar_one())


def ids(connection: Connection, wanted: SignalFilter, most: int | None = None) -> array[int]:
    """Return the ids of all signals that the filter lets through, or of the first ``most``, newest first.

    In the order of receipt the covering index answers alone: 100,000 ids without decrypting one row of the
    table. In the order of recording the table is read as it lies, which is as fast: its rows are short.
    """
    values: dict[str, str] = {}
    question: Select[int] = select(signal.c.id).where(_condition(wanted))
    if wanted.search.strip():
        found = search.matches(wanted.search)
        if found is None:
            return array("q")
        sql, values = found
        beside = remarks.signals_with(connection, wanted.search)
        sql += " UNION SELECT value FROM json_each(:beside)"
        question = question.where(text(f"signal.id IN ({sql})"))
        values = {**values, "beside": json.dumps(sorted(beside))}
    newest = (signal.c.id.desc(),)
    question = question.order_by(
        *(newest if wanted.order == Order.RECORDED else (signal.c.received_on.desc(), *newest))
    ).limit(most)
    return numbers(connection.execute(question, values))


def _condition(wanted: SignalFilter) -> ColumnElement[bool]:
    condition: ColumnElement[bool] = true()
    for name in ("kind", "status", "municipality", "form"):
        code = getattr(wanted, name)
        if code:
            condition &= signal.c[name] == code
    if wanted.to_triage:
        condition &= signal.c.id.in_(_WAITS_FOR_TRIAGE)
    return condition & (text("to_review = 1")) if wanted.to_review else condition


_WAITS_FOR_TRIAGE = select(task.c.signal_id).where(
    text("task.done_on IS NULL"), task.c.kind == WorkTerm.SAFETY_ASSESSMENT
)


def rows(connection: Connection, wanted: Sequence[int]) -> list[SignalRow]:
    """Return the lines of the given signals in the given order; ids that no longer exist are left out."""
    key = {"ids": list(wanted)}
    found = connection.execute(
        select(signal).where(signal.c.id.in_(bindparam("ids", expanding=True))), key
    ).all()
    concerned: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(_CONCERNED, key):
        concerned.setdefault(row.signal_id, []).append(row)
    prefix, without = _prefix(connection), [row.id for row in found if row.id not in concerned]
    first_leads = leads.firsts(connection, without) if without else {}
    by_id = {
        row.id: replace(_row(row, concerned.get(row.id, []), prefix), lead=first_leads.get(row.id))
        for row in found
    }
    return [by_id[number] for number in wanted if number in by_id]


_CONCERNED = (
    select(
        *(involvement.c[name] for name in ("signal_id", "role", "inform_state", "duty_on")),
        *(person.c[name] for name in ("first_names", "last_name")),
    )
    .join_from(involvement, person, isouter=True)
    .where(involvement.c.signal_id.in_(bindparam("ids", expanding=True)))
    .order_by(involvement.c.signal_id, involvement.c.role != VICTIM, involvement.c.id)
)


def _row(row: Row[Any], concerned: Sequence[Row[Any]], prefix: str) -> SignalRow:
    duties = [line.duty_on for line in concerned if line.duty_on]
    states = {line.inform_state for line in concerned}
    names = (full_name(line.first_names, line.last_name) for line in concerned)
    return SignalRow(
        id=row.id,
        reference=f"{prefix}-{row.number_year}-{row.number:04d}",
        kind=row.kind,
        status=row.status,
        received_on=date.fromisoformat(row.received_on),
        municipality=row.municipality,
        form=row.form,
        persons=tuple(dict.fromkeys(name for name in names if name)),
        duty_on=to_day(min(duties, default=None)),
        inform_state=next((state for state in _MOST_PRESSING if state in states), State.NONE_NEEDED),
    )


def _prefix(connection: Connection) -> str:
    return str(connection.execute(select(setting.c.value).where(setting.c.name == "prefix")).scalar_one())


def details(connection: Connection, signal_id: int) -> SignalDetails | None:
    """Return everything that the page of one signal shows, or None when there is no such signal."""
    row = get(connection, signal_id)
    if row is None:
        return None
    narrative = connection.execute(
        select(signal_text.c.narrative).where(signal_text.c.signal_id == signal_id)
    ).scalar_one()
    others = connection.execute(
        select(signal_form.c.form).where(signal_form.c.signal_id == signal_id)
    ).scalars()
    received_on = date.fromisoformat(row.received_on)
    return SignalDetails(
        id=row.id,
        version=row.version,
        reference=f"{_prefix(connection)}-{row.number_year}-{row.number:04d}",
        kind=row.kind,
        status=row.status,
        received_on=received_on,
        received_time=row.received_time,
        recorded_at=to_moment(row.recorded_at),
        recorded_by=users.names(connection).get(row.recorded_by, ""),
        channel=row.channel,
        discipline=row.discipline,
        organisation=row.organisation,
        source_confidential=row.source_confidential,
        source_capacity=row.source_capacity,
        source_consent=row.source_consent,
        source_ground=row.source_ground,
        source_note=row.source_note,
        municipality=row.municipality,
        form=row.form,
        other_forms=tuple(others),
        narrative=narrative,
        imported=row.import_batch_id is not None,
        to_review=row.to_review,
        history=revisions.of(connection, "signal", [signal_id]).get(signal_id, ()),
        involvements=involvements.views(connection, signal_id, received_on),
        referrals=referrals.of_signal(connection, signal_id),
        notes=notes.of_signal(connection, signal_id),
        triages=triages.of_signal(connection, signal_id),
        assessments=assessments_of(connection, signal_id),
        tasks=tasks.of_signal(connection, signal_id),
        relations=relations.of_signal(connection, signal_id),
        leads=leads.of_signal(connection, signal_id),
        routings=routings.of_signal(connection, signal_id),
        attachments=attachments.of_signal(connection, signal_id),
    )


def document(connection: Connection, signal_id: int) -> search.Document:
    """Return what can be searched of one signal, as it stands now."""
    row = get(connection, signal_id)
    if row is None:
        raise KeyError(signal_id)
    narrative = connection.execute(
        select(signal_text.c.narrative).where(signal_text.c.signal_id == signal_id)
    ).scalar_one()
    people = connection.execute(
        select(*(person.c[name] for name in ("first_names", "last_name", "phone")))
        .join(involvement)
        .where(involvement.c.signal_id == signal_id)
    ).all()
    return search.Document(
        signal_id=signal_id,
        reference=f"{_prefix(connection)}-{row.number_year}-{row.number:04d}",
        narrative=narrative,
        names=tuple(full_name(one.first_names, one.last_name) for one in people),
        organisations=tuple(filter(None, [row.organisation, *_referred_to(connection, signal_id)])),
        files=tuple(attachments.names(connection, signal_id)),
        leads=tuple(leads.searched(_leads_of(connection, signal_id)).get(signal_id, ())),
        notes=tuple(
            row.text for row in connection.execute(notes.searched().where(note.c.signal_id == signal_id))
        ),
        phones=tuple(one.phone for one in people if one.phone),
    )


def _leads_of(connection: Connection, signal_id: int) -> Sequence[Row[Any]]:
    columns = (lead.c[name] for name in ("signal_id", "kind", "text", "note"))
    return connection.execute(select(*columns).where(lead.c.signal_id == signal_id)).all()


def _referred_to(connection: Connection, signal_id: int) -> Sequence[str]:
    named = select(organisation.c.name).join_from(referral, organisation)
    return connection.execute(named.where(referral.c.signal_id == signal_id)).scalars().all()
