"""Write many records at once: one statement a table for a batch, ids chosen beforehand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, bindparam, func, insert, select
from sqlalchemy.dialects.sqlite import dialect

from mhdesk.domain.references import Reference
from mhdesk.store import ids, leads, notes, search
from mhdesk.store.involvements import full_name
from mhdesk.store.schema import (
    attachment,
    indicator_answer,
    indicator_assessment,
    inform_decision,
    involvement,
    lead,
    lead_key,
    note,
    organisation,
    person,
    person_key,
    referral,
    referral_answer,
    revision,
    signal,
    signal_form,
    signal_text,
    task,
    triage,
)

Values = Mapping[str, Any]

# As many values as one question may name, below every limit of SQLite.
_MOST_ASKED = 500


@dataclass(slots=True)
class Batch:
    """Rows that wait to be written, as columns by name.

    ``signals``, ``persons``, ``involvements``, ``referrals``, ``assessments`` and ``leads`` bring their ids along
    (:func:`next_ids`); the rows of one list have the same columns.
    """

    persons: list[Values] = field(default_factory=list)
    person_keys: list[Values] = field(default_factory=list)
    signals: list[Values] = field(default_factory=list)
    signal_texts: list[Values] = field(default_factory=list)
    signal_forms: list[Values] = field(default_factory=list)
    involvements: list[Values] = field(default_factory=list)
    decisions: list[Values] = field(default_factory=list)
    referrals: list[Values] = field(default_factory=list)
    answers: list[Values] = field(default_factory=list)
    notes: list[Values] = field(default_factory=list)
    revisions: list[Values] = field(default_factory=list)
    triages: list[Values] = field(default_factory=list)
    assessments: list[Values] = field(default_factory=list)
    indicator_answers: list[Values] = field(default_factory=list)
    tasks: list[Values] = field(default_factory=list)
    leads: list[Values] = field(default_factory=list)
    lead_keys: list[Values] = field(default_factory=list)


@dataclass(slots=True)
class NextIds:
    """The next id of each kind of row that brings its id along; whoever takes one counts on."""

    signal: int
    person: int
    involvement: int
    decision: int
    referral: int
    lead: int
    assessment: int


def next_ids(connection: Connection) -> NextIds:
    """Return the ids from which on nothing ever stood in the registry."""
    tables = (signal, person, involvement, inform_decision, referral, lead, indicator_assessment)
    return NextIds(*(ids.next_id(connection, table) for table in tables))


def write_persons(connection: Connection, batch: Batch) -> None:
    """Write the persons of the batch before the rest of it."""
    _empty(connection, person, batch.persons)
    _empty(connection, person_key, batch.person_keys)


def write(connection: Connection, batch: Batch) -> None:
    """Write everything in the batch and leave it empty. Its signals cannot be found yet: :func:`documents`."""
    write_persons(connection, batch)
    _empty(connection, signal, batch.signals)
    _empty(connection, signal_text, batch.signal_texts)
    _empty(connection, signal_form, batch.signal_forms)
    _empty(connection, involvement, batch.involvements)
    _empty(connection, inform_decision, batch.decisions)
    _empty(connection, referral, batch.referrals)
    _empty(connection, referral_answer, batch.answers)
    _empty(connection, note, batch.notes)
    _empty(connection, revision, batch.revisions)
    _empty(connection, triage, batch.triages)
    _empty(connection, indicator_assessment, batch.assessments)
    _empty(connection, indicator_answer, batch.indicator_answers)
    _empty(connection, task, batch.tasks)
    _empty(connection, lead, batch.leads)
    _empty(connection, lead_key, batch.lead_keys)


def _empty(connection: Connection, table: Table, rows: list[Values]) -> None:
    """Hand the rows to the driver as they are: going through each in between takes longer than writing it."""
    if rows:
        connection.exec_driver_sql(_insertion(table, tuple(rows[0])), rows)
        rows.clear()


@cache
def _insertion(table: Table, columns: tuple[str, ...]) -> str:
    """Return the statement that takes a row as a mapping."""
    return str(insert(table).compile(dialect=dialect(paramstyle="named"), column_keys=list(columns)))


def owners(connection: Connection, keys: Iterable[str]) -> dict[str, int]:
    """Return for each linkage key that is known the oldest person who has it, or as whom that person goes on."""
    wanted = list(dict.fromkeys(keys))
    question = (
        select(person_key.c.key, func.min(func.coalesce(person.c.merged_into, person.c.id)))
        .join_from(person_key, person)
        .where(person_key.c.key.in_(bindparam("keys", expanding=True)))
        .group_by(person_key.c.key)
    )
    found: dict[str, int] = {}
    for start in range(0, len(wanted), _MOST_ASKED):
        rows = connection.execute(question, {"keys": wanted[start : start + _MOST_ASKED]})
        found.update((key, person_id) for key, person_id in rows)
    return found


def documents(connection: Connection, signal_ids: Sequence[int], prefix: str) -> list[search.Document]:
    """Return what can be searched of some hundreds of signals, as :func:`mhdesk.store.signals.document` does of one."""
    names, phones = _people(connection, signal_ids)
    organisations = _grouped(
        connection,
        select(referral.c.signal_id, organisation.c.name)
        .join_from(referral, organisation)
        .where(_within(referral.c.signal_id, signal_ids))
        .order_by(referral.c.id.desc()),
    )
    columns = (lead.c[name] for name in ("signal_id", "kind", "text", "note"))
    of_leads = select(*columns).where(_within(lead.c.signal_id, signal_ids)).order_by(lead.c.id)
    noted = leads.searched(connection.execute(of_leads))
    of_files = select(attachment.c.signal_id, attachment.c.name)
    files = _grouped(connection, of_files.where(_within(attachment.c.signal_id, signal_ids)))
    kept = _grouped(connection, notes.searched().where(_within(note.c.signal_id, signal_ids)))
    rows = connection.execute(
        select(
            signal.c.id, signal.c.number_year, signal.c.number, signal.c.organisation, signal_text.c.narrative
        )
        .join_from(signal, signal_text)
        .where(_within(signal.c.id, signal_ids))
    )
    return [
        search.Document(
            signal_id=row.id,
            reference=str(Reference(prefix, row.number_year, row.number)),
            narrative=row.narrative,
            names=tuple(names[row.id]),
            organisations=tuple(filter(None, [row.organisation, *organisations[row.id]])),
            phones=tuple(phones[row.id]),
            leads=tuple(noted.get(row.id, ())),
            files=tuple(files[row.id]),
            notes=tuple(kept[row.id]),
        )
        for row in rows
    ]


def _people(
    connection: Connection, signal_ids: Sequence[int]
) -> tuple[defaultdict[int, list[str]], defaultdict[int, list[str]]]:
    """Return the names and the phones of those concerned, by signal."""
    names: defaultdict[int, list[str]] = defaultdict(list)
    phones: defaultdict[int, list[str]] = defaultdict(list)
    for number, first, last, phone in connection.execute(
        select(involvement.c.signal_id, person.c.first_names, person.c.last_name, person.c.phone)
        .join_from(involvement, person)
        .where(_within(involvement.c.signal_id, signal_ids))
    ):
        names[number].append(full_name(first, last))
        if phone:
            phones[number].append(phone)
    return names, phones


def _grouped(connection: Connection, question: Select[int, str]) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for number, text in connection.execute(question):
        found[number].append(text)
    return found


def _within(column: Column[int], numbers: Sequence[int]) -> ColumnElement[bool]:
    if isinstance(numbers, range):
        return column.between(numbers.start, numbers.stop - 1)
    return column.in_(numbers)
