"""The chained audit log: one event a verb, one line for each record and person concerned (NEN 7513)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, func, insert, select

from mhdesk.store.schema import audit_event, audit_subject

GENESIS: Final = "0" * 64
_LINES_AT_ONCE: Final = 5_000


@dataclass(frozen=True, slots=True)
class Subject:
    """One line of an event: which record, and which person it concerns (None: nobody in particular)."""

    record: str
    record_id: int
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One event without the data itself: when, who, in which role, what, on which station, how it ended.

    ``kind`` is NEN 7513's action code: C create, R read, U update, D delete, E execute.
    ``details`` holds counts and codes only, never record content.
    """

    at: str
    user_id: int | None
    role: str
    verb: str
    kind: str
    outcome: str
    station: str
    details: str = ""


def append(connection: Connection, entry: Event, subjects: Sequence[Subject]) -> str:
    """Append an event with its lines to the chain and return the new head."""
    last = connection.execute(
        select(audit_event.c.seq, audit_event.c.hash).order_by(audit_event.c.seq.desc()).limit(1)
    ).one_or_none()
    seq, previous = (last.seq + 1, last.hash) if last else (1, GENESIS)
    digest = _hash(previous, seq, entry, subjects)
    connection.execute(
        insert(audit_event).values(
            seq=seq,
            at=entry.at,
            user_id=entry.user_id,
            role=entry.role,
            verb=entry.verb,
            kind=entry.kind,
            outcome=entry.outcome,
            station=entry.station,
            details=entry.details,
            hash=digest,
        )
    )
    for start in range(0, len(subjects), _LINES_AT_ONCE):
        lines = enumerate(subjects[start : start + _LINES_AT_ONCE], start)
        connection.execute(insert(audit_subject), [_line(seq, number, subject) for number, subject in lines])
    return digest


def _line(seq: int, number: int, subject: Subject) -> dict[str, str | int | None]:
    return {
        "seq": seq,
        "line": number,
        "record": subject.record,
        "record_id": subject.record_id,
        "person_id": subject.person_id,
    }


def head(connection: Connection) -> str:
    """Return the hash of the last event: what is printed on reports as a witness."""
    row = connection.execute(select(audit_event.c.hash).order_by(audit_event.c.seq.desc()).limit(1)).scalar()
    return row or GENESIS


def count(connection: Connection) -> int:
    """Return the number of events."""
    return int(connection.execute(select(func.count()).select_from(audit_event)).scalar_one())


def first_broken(connection: Connection) -> int | None:
    """Return the number of the first event that does not fit the chain, or None when all do.

    Finds an edited, inserted or removed event or line; a cut tail is found by comparing
    :func:`head` with a copy kept elsewhere.
    """
    subjects = _subjects_by_event(connection)
    previous, expected = GENESIS, 1
    for row in connection.execute(select(audit_event).order_by(audit_event.c.seq)):
        entry = Event(
            row.at, row.user_id, row.role, row.verb, row.kind, row.outcome, row.station, row.details
        )
        lines = subjects.pop(row.seq, {})
        numbered = list(lines) == list(range(len(lines)))
        if row.seq != expected or not numbered or row.hash != _hash(previous, row.seq, entry, lines.values()):
            return int(row.seq)
        previous, expected = row.hash, expected + 1
    return min(subjects) if subjects else None


def _subjects_by_event(connection: Connection) -> dict[int, dict[int, Subject]]:
    """Return the lines of each event by their number, in order."""
    found: dict[int, dict[int, Subject]] = {}
    for row in connection.execute(select(audit_subject).order_by(audit_subject.c.seq, audit_subject.c.line)):
        found.setdefault(row.seq, {})[row.line] = Subject(row.record, row.record_id, row.person_id)
    return found


def _hash(previous: str, seq: int, entry: Event, subjects: Iterable[Subject]) -> str:
    """Return the hash of ``[previous, seq, [event], [[line], …]]`` as JSON, made piece by piece."""
    event = [
        entry.at,
        entry.user_id,
        entry.role,
        entry.verb,
        entry.kind,
        entry.outcome,
        entry.station,
        entry.details,
    ]
    digest = hashlib.sha256(_json([previous, seq, event])[:-1] + b",[")
    for number, s in enumerate(subjects):
        digest.update((b"," if number else b"") + _json([s.record, s.record_id, s.person_id]))
    digest.update(b"]]")
    return digest.hexdigest()


def _json(content: list[object]) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=_forged).encode()


def _forged(value: bytes) -> dict[str, str]:
    """Return what JSON can hold for bytes, which mhdesk never writes here: the hash will not fit."""
    return {"bytes": value.hex()}
