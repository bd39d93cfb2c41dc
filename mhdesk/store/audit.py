"""The chained audit log: one event a verb, one line for each record and person concerned (NEN 7513)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from typing import Any, Final

from sqlalchemy import Connection, Row, func, insert, or_, select
from sqlalchemy.exc import IntegrityError

from mhdesk import vault
from mhdesk.errors import DamageError
from mhdesk.store.schema import audit_event, audit_subject

GENESIS: Final = "0" * 64
_LINES_AT_ONCE: Final = 5_000
EVENTS_AT_ONCE: Final = 500
"""Some 10 ms of checking."""


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
    """Append an event with its lines to the chain and return the new head.

    Raises DamageError("store.log_damaged") where lines of a later event stand already: the end of the log is gone.
    """
    number, previous = last(connection)
    seq = number + 1
    digest = _hash(previous, seq, entry, subjects)
    try:
        connection.execute(insert(audit_event).values(seq=seq, hash=digest, **asdict(entry)))
        for start in range(0, len(subjects), _LINES_AT_ONCE):
            lines = enumerate(subjects[start : start + _LINES_AT_ONCE], start)
            connection.execute(
                insert(audit_subject), [_line(seq, number, subject) for number, subject in lines]
            )
    except IntegrityError:
        raise DamageError("store.log_damaged") from None
    return digest


def _line(seq: int, number: int, subject: Subject) -> dict[str, str | int | None]:
    return {
        "seq": seq,
        "line": number,
        "record": subject.record,
        "record_id": subject.record_id,
        "person_id": subject.person_id,
    }


def last(connection: Connection) -> tuple[int, str]:
    """Return the number and the hash of the last event; ``(0, GENESIS)`` for an empty log."""
    newest = select(audit_event.c.seq, audit_event.c.hash).order_by(audit_event.c.seq.desc()).limit(1)
    row = connection.execute(newest).one_or_none()
    return (row.seq, row.hash) if row else (0, GENESIS)


def head(connection: Connection) -> str:
    """Return the hash of the last event: what is printed on reports as a witness."""
    return last(connection)[1]


def hash_at(connection: Connection, seq: int) -> str | None:
    """Return the hash of one event, None when there is no such event."""
    found = connection.execute(select(audit_event.c.hash).where(audit_event.c.seq == seq)).scalar()
    return None if found is None else str(found)


def events_in_common(one: Connection, other: Connection, most: int) -> int:
    """Return how many events two logs begin with alike: each head stands for all before it, so halving finds it."""
    alike, unlike = 0, most + 1
    while unlike - alike > 1:
        middle = (alike + unlike) // 2
        if hash_at(one, middle) == hash_at(other, middle):
            alike = middle
        else:
            unlike = middle
    return alike


def has(connection: Connection, verb: str) -> bool:
    """Say whether an event of this verb was ever written."""
    found = select(audit_event.c.seq).where(audit_event.c.verb == verb).limit(1)
    return connection.execute(found).first() is not None


def told_of_user_since(connection: Connection, seq: int, verbs: Iterable[str], user_id: int) -> bool:
    """Say whether an event of one of these verbs after ``seq`` is about a user."""
    about = (audit_subject.c.record == "user") & (audit_subject.c.record_id == user_id)
    joined = select(audit_event.c.seq).join_from(audit_event, audit_subject)
    found = joined.where(audit_event.c.seq > seq, audit_event.c.verb.in_(list(verbs)), about).limit(1)
    return connection.execute(found).first() is not None


def count(connection: Connection) -> int:
    """Return the number of events."""
    return int(connection.execute(select(func.count()).select_from(audit_event)).scalar_one())


@dataclass(frozen=True, slots=True)
class Link:
    """One event of the chain as a check sees it: ``fits`` says whether its hash follows from what stands there."""

    seq: int
    at: str
    hash: str
    verb: str
    fits: bool
    subjects: tuple[Subject, ...]


def links(connection: Connection, at_once: int = EVENTS_AT_ONCE, *, after: int = 0) -> Iterator[list[Link]]:
    """Yield the chain from its beginning, or ``after`` an event, some at a time; others may write in between.

    Each event is checked against the one before it as it stands, so that one that was changed shows at its own
    place only.
    """
    previous, number = hash_at(connection, after) or GENESIS, after
    while rows := _raw(connection, _EVENTS_AFTER, number, at_once):
        subjects: dict[int, list[Subject]] = {}
        for seq, line, *about in _raw(connection, _LINES_BETWEEN, rows[0][0], rows[-1][0]):
            lines = subjects.setdefault(seq, [])
            lines.append(Subject(*about) if line == len(lines) else _MISNUMBERED)
        found = []
        for seq, *told, digest in rows:
            lines = subjects.get(seq, [])
            fits = seq == number + 1 and all(line is not _MISNUMBERED for line in lines)
            fits = fits and digest == _hash(previous, seq, Event(*told), lines)
            found.append(Link(seq, str(told[0]), str(digest), str(told[3]), fits, tuple(lines)))
            previous, number = str(digest), seq
        yield found


_MISNUMBERED: Final = Subject("", 0)
"""Stands for a line under another number than its place."""
_EVENTS_AFTER: Final = (
    "SELECT seq, at, user_id, role, verb, kind, outcome, station, details, hash"
    " FROM audit_event WHERE seq > ? ORDER BY seq LIMIT ?"
)
_LINES_BETWEEN: Final = (
    "SELECT seq, line, record, record_id, person_id"
    " FROM audit_subject WHERE seq BETWEEN ? AND ? ORDER BY seq, line"
)


def _raw(connection: Connection, question: str, *values: int) -> list[tuple[Any, ...]]:
    """Return rows as the driver gives them: a Row around each takes as long as checking it."""
    with closing(connection.exec_driver_sql(question, values)) as result, vault.explained():
        return list(result.cursor.fetchall()) if result.cursor else []


def stray_line(connection: Connection) -> int | None:
    """Return the number before or after the whole log under which lines stand without an event, or None.

    Lines in a gap need no question: the gap itself does not fit.
    """
    outside = or_(audit_subject.c.seq < 1, audit_subject.c.seq > last(connection)[0])
    return connection.execute(select(func.min(audit_subject.c.seq)).where(outside)).scalar()


def first_broken(connection: Connection) -> int | None:
    """Return the number of the first event that does not fit the chain, or None when all do.

    Finds an edited, inserted or removed event or line; a cut tail is found by comparing
    :func:`head` with a copy kept elsewhere.
    """
    for found in links(connection):
        for link in found:
            if not link.fits:
                return link.seq
    return stray_line(connection)


def event_of(row: Row[Any]) -> Event:
    """Return what a row of the log says."""
    return Event(row.at, row.user_id, row.role, row.verb, row.kind, row.outcome, row.station, row.details)


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
