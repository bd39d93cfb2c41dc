"""Questions to the log: which events, and what each says with the names of what it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import BindParameter, ColumnElement, Connection, Select, Table, bindparam, func, select, true

from mhdesk.domain import cases
from mhdesk.domain.references import Reference
from mhdesk.store import audit, users
from mhdesk.store.audit import Event, Subject
from mhdesk.store.schema import (
    audit_event,
    audit_subject,
    case_file,
    inform_decision,
    involvement,
    metadata,
    person,
    setting,
    signal,
)
from mhdesk.store.values import numbers

_DONE: Final = "0"
_MOST_ASKED: Final = 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are wanted; empty, and None for ``verbs``, means no restriction.

    ``first`` and ``last`` are moments as the log writes them (ISO 8601, UTC), both included.
    """

    user_id: int | None = None
    record: str = ""
    record_id: int | None = None
    person_id: int | None = None
    kind: str = ""
    verbs: frozenset[str] | None = None
    first: str = ""
    last: str = ""
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One event with its first lines; ``names`` are what people call their records, "" for those without a name."""

    seq: int
    hash: str
    event: Event
    user_name: str
    subjects: tuple[Subject, ...]
    names: tuple[str, ...]
    lines: int


def seqs(
    connection: Connection, wanted: Wanted, *, before: int | None = None, limit: int | None = None
) -> Sequence[int]:
    """Return the numbers of the events that are wanted, the newest first.

    By user, record and person an index answers. Without any restriction nothing is read: the numbers have no gaps. A
    period, a kind or a group alone goes through the log from its end, until ``limit`` is reached.
    """
    newest = audit.last(connection)[0] if before is None else before - 1
    if wanted == Wanted():
        return range(newest, 0, -1)[:limit]
    asked = select(audit_event.c.seq).where(_condition(wanted), audit_event.c.seq <= newest)
    return numbers(connection.execute(asked.order_by(audit_event.c.seq.desc()).limit(limit)))


def last_moment(connection: Connection, verb: str) -> str:
    """Return when a verb was logged last, "" when it never was; goes through the log from its end."""
    newest = select(audit_event.c.at).where(audit_event.c.verb == verb).order_by(audit_event.c.seq.desc())
    return str(connection.execute(newest.limit(1)).scalar() or "")


def signal_numbered(connection: Connection, year: int, number: int) -> int | None:
    """Return the id of the signal with this number, None when there is none."""
    return _numbered(connection, signal, year, number)


def case_numbered(connection: Connection, year: int, number: int) -> int | None:
    """Return the id of the case with this number, None when there is none."""
    return _numbered(connection, case_file, year, number)


def _numbered(connection: Connection, table: Table, year: int, number: int) -> int | None:
    asked = select(table.c.id).where(table.c.number_year == year, table.c.number == number)
    found = connection.execute(asked).scalar()
    return None if found is None else int(found)


def _condition(wanted: Wanted) -> ColumnElement[bool]:
    condition: ColumnElement[bool] = true()
    if wanted.user_id is not None:
        condition &= audit_event.c.user_id == wanted.user_id
    if wanted.kind:
        condition &= audit_event.c.kind == wanted.kind
    if wanted.verbs is not None:
        condition &= audit_event.c.verb.in_(sorted(wanted.verbs))
    if wanted.first:
        condition &= audit_event.c.at >= wanted.first
    if wanted.last:
        condition &= audit_event.c.at <= wanted.last
    if wanted.refused:
        condition &= audit_event.c.outcome != _DONE
    if wanted.record or wanted.person_id is not None:
        condition &= audit_event.c.seq.in_(_about(wanted))
    return condition


def _about(wanted: Wanted) -> Select[int]:
    """Return the question for events with a line about this record, or this person and who was joined into her."""
    question = select(audit_subject.c.seq)
    if wanted.record:
        question = question.where(audit_subject.c.record == wanted.record)
    if wanted.record_id is not None:
        question = question.where(audit_subject.c.record_id == wanted.record_id)
    if wanted.person_id is not None:
        joined = select(person.c.id).where(person.c.merged_into == wanted.person_id)
        hers = (audit_subject.c.person_id == wanted.person_id) | audit_subject.c.person_id.in_(joined)
        question = question.where(hers)
    return question


def entries(connection: Connection, wanted: Sequence[int], *, lines: int | None = None) -> list[Entry]:
    """Return events in the given order, with at most ``lines`` lines each; unknown numbers are left out."""
    found: list[Entry] = []
    who = users.names(connection)
    for start in range(0, len(wanted), _MOST_ASKED):
        found += _some(connection, list(wanted[start : start + _MOST_ASKED]), lines, who)
    return found


def _some(
    connection: Connection, wanted: list[int], lines: int | None, who: Mapping[int, str]
) -> list[Entry]:
    key = {"seqs": wanted}
    events = {row.seq: row for row in connection.execute(_EVENTS, key)}
    question = _LINES if lines is None else _LINES.where(audit_subject.c.line < lines)
    subjects: defaultdict[int, list[Subject]] = defaultdict(list)
    for row in connection.execute(question, key):
        subjects[row.seq].append(Subject(row.record, row.record_id, row.person_id))
    named = names(connection, (one for some in subjects.values() for one in some))
    return [
        Entry(
            seq,
            events[seq].hash,
            audit.event_of(events[seq]),
            who.get(events[seq].user_id, ""),
            tuple(subjects[seq]),
            tuple(named.get((one.record, one.record_id), "") for one in subjects[seq]),
            0 if events[seq].last_line is None else events[seq].last_line + 1,
        )
        for seq in wanted
        if seq in events
    ]


_ASKED: Final[BindParameter[Any]] = bindparam("seqs", expanding=True)
_LINES: Final = (
    select(audit_subject)
    .where(audit_subject.c.seq.in_(_ASKED))
    .order_by(audit_subject.c.seq, audit_subject.c.line)
)
# The last line tells how many there are: an event about a spreadsheet has thousands.
_LAST: Final = (
    select(func.max(audit_subject.c.line))
    .where(audit_subject.c.seq == audit_event.c.seq)
    .scalar_subquery()
    .label("last_line")
)
_EVENTS: Final = select(audit_event, _LAST).where(audit_event.c.seq.in_(_ASKED))


# --- what people call a record ------------------------------------------------------------------------


def names(connection: Connection, subjects: Iterable[Subject]) -> dict[tuple[str, int], str]:
    """Return what people call these records: a signal, a case and what belongs to them by reference, a user by name.

    Persons have none here: the log is no list of names. What was destroyed has none either.
    """
    asked: defaultdict[str, set[int]] = defaultdict(set)
    for one in subjects:
        asked[one.record].add(one.record_id)
    prefix = connection.execute(select(setting.c.value).where(setting.c.name == "prefix")).scalar_one()
    found: dict[tuple[str, int], str] = {}
    for record, record_ids in asked.items():
        question = _question(record)
        if question is None:
            continue
        for some in _pieces(sorted(record_ids)):
            for number, *name in connection.execute(question, {"ids": some}):
                letters = cases.PREFIX if _is_of_a_case(record) else prefix
                found[record, number] = str(Reference(letters, *name)) if len(name) > 1 else str(name[0])
    return found


def _is_of_a_case(record: str) -> bool:
    table = metadata.tables.get(record)
    return record == case_file.name or (table is not None and "case_id" in table.c)


def _pieces(values: list[int]) -> list[list[int]]:
    return [values[start : start + _MOST_ASKED] for start in range(0, len(values), _MOST_ASKED)]


def _question(record: str) -> Select[Any] | None:
    """Return the question for ids with a name, or with the year and number of the signal or case that it belongs to."""
    plain = {"user": "name", "release": "number", "organisation": "name"}
    table = metadata.tables.get(record)
    if table is None:
        return None
    if record in plain:
        return _within(select(table.c.id, table.c[plain[record]]), table)
    number = (signal.c.number_year, signal.c.number)
    if record == "signal":
        return _within(select(signal.c.id, *number), signal)
    if record == "inform_decision":
        joined = select(inform_decision.c.id, *number).join_from(inform_decision, involvement).join(signal)
        return _within(joined, inform_decision)
    if table is case_file:
        return _within(select(case_file.c.id, case_file.c.number_year, case_file.c.number), case_file)
    if "case_id" in table.c:
        numbered = select(table.c.id, case_file.c.number_year, case_file.c.number)
        return _within(numbered.join_from(table, case_file), table)
    if "signal_id" in table.c and "id" in table.c:
        return _within(select(table.c.id, *number).join_from(table, signal), table)
    return None


def _within(question: Select[Any], table: Table) -> Select[Any]:
    return question.where(table.c.id.in_(bindparam("ids", expanding=True)))
