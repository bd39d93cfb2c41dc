"""The chained log: whatever is done to it shows, but for a cut tail, which a head kept elsewhere shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mhdesk.store import audit
from mhdesk.store.audit import Event, Subject
from tests.store.trying import undone

if TYPE_CHECKING:
    from mhdesk.store.database import Connection, Database

_WORDS: Final = st.sampled_from(["", "0", "E", "signal", "Łucja", "[]", '","', "null"])
_NUMBERS: Final = st.sampled_from([0, 1, 2, 10, 2**63 - 1])
EVENTS: Final = st.builds(
    Event,
    at=_WORDS,
    user_id=st.none() | _NUMBERS,
    role=_WORDS,
    verb=_WORDS,
    kind=_WORDS,
    outcome=_WORDS,
    station=_WORDS,
    details=_WORDS,
)
SUBJECTS: Final = st.lists(st.builds(Subject, _WORDS, _NUMBERS, st.none() | _NUMBERS), max_size=3)
LOGS: Final = st.lists(st.tuples(EVENTS, SUBJECTS), min_size=1, max_size=4)
Log = list[tuple[Event, list[Subject]]]


def write(connection: Connection, log: Log) -> list[str]:
    """Write a log and return the head after each event."""
    return [audit.append(connection, event, subjects) for event, subjects in log]


def rows(connection: Connection, table: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY 1, 2")]


# --- what holds of a log that nobody touched -----------------------------------------------------


@given(log=LOGS)
def test_a_log_that_nobody_touched_is_whole(tables: Database, log: Log) -> None:
    with undone(tables) as connection:
        heads = write(connection, log)
        assert audit.first_broken(connection) is None
        assert (audit.head(connection), audit.count(connection)) == (heads[-1], len(log))
        assert len(set(heads)) == len(heads)


def test_an_empty_log_is_whole_and_has_a_head_of_its_own(tables: Database) -> None:
    with undone(tables) as connection:
        assert (audit.first_broken(connection), audit.head(connection)) == (None, audit.GENESIS)


def test_a_verb_is_found_in_the_log_once_it_was_written(tables: Database) -> None:
    with undone(tables) as connection:
        assert not audit.has(connection, "registry.recovery_page")
        write(connection, [(Event("", 1, "", "registry.recovery_page", "E", "0", ""), [])])
        assert audit.has(connection, "registry.recovery_page")
        assert not audit.has(connection, "registry.recovery")


# --- whatever is done to it ------------------------------------------------------------------------


@dataclass(frozen=True)
class Forger:
    """Somebody with the key and an SQL prompt, who changes one thing chosen by hypothesis."""

    connection: Connection
    data: st.DataObject

    def run(self, sql: str, *values: object) -> None:
        """Run one statement."""
        self.connection.exec_driver_sql(sql, values)

    def one_of(self, table: str) -> tuple[object, ...]:
        """Choose a row of ``table``; without any there is nothing to forge here."""
        found = rows(self.connection, table)
        return self.data.draw(st.sampled_from(found)) if found else ()

    def other_than(self, value: object) -> object:
        """Choose something else than what stands there, also of another kind."""
        anything = st.none() | _NUMBERS | _WORDS | st.text(max_size=3) | st.binary(max_size=3)
        return self.data.draw(anything.filter(lambda new: new is not None and new != value))


def edit_an_event(forger: Forger) -> None:
    event = forger.one_of("audit_event")
    names = ("at", "user_id", "role", "verb", "kind", "outcome", "station", "details", "hash")
    place = forger.data.draw(st.sampled_from(range(len(names))))
    forger.run(
        f"UPDATE audit_event SET {names[place]} = ? WHERE seq = ?",
        forger.other_than(event[place + 1]),
        event[0],
    )


def edit_a_line(forger: Forger) -> None:
    line = forger.one_of("audit_subject")
    if line:
        names = ("record", "record_id", "person_id")
        place = forger.data.draw(st.sampled_from(range(len(names))))
        forger.run(
            f"UPDATE audit_subject SET {names[place]} = ? WHERE seq = ? AND line = ?",
            forger.other_than(line[place + 2]),
            *line[:2],
        )


def move_a_line(forger: Forger) -> None:
    """Give a line another number, under its own event or another's."""
    line = forger.one_of("audit_subject")
    if line:
        taken = {row[:2] for row in rows(forger.connection, "audit_subject")}
        places = st.tuples(st.just(line[0]) | st.integers(0, 9), st.integers(-1, 9))
        new = forger.data.draw(places.filter(lambda place: place not in taken))
        forger.run("UPDATE audit_subject SET seq = ?, line = ? WHERE seq = ? AND line = ?", *new, *line[:2])


def add_a_line(forger: Forger) -> None:
    """Add a line to an event, or to one that was never there."""
    event = forger.data.draw(st.integers(0, audit.count(forger.connection) + 1))
    line = forger.data.draw(st.integers(10, 20) | st.just(-1))
    forger.run("INSERT INTO audit_subject VALUES (?, ?, 'person', 1, 1)", event, line)


def remove_a_line(forger: Forger) -> None:
    line = forger.one_of("audit_subject")
    if line:
        forger.run("DELETE FROM audit_subject WHERE seq = ? AND line = ?", *line[:2])


def remove_an_event_but_the_last(forger: Forger) -> None:
    events = rows(forger.connection, "audit_event")[:-1]
    if events:
        seq = forger.data.draw(st.sampled_from(events))[0]
        forger.run("DELETE FROM audit_subject WHERE seq = ?", seq)
        forger.run("DELETE FROM audit_event WHERE seq = ?", seq)
        if forger.data.draw(st.booleans()):  # and close the gap
            for table in ("audit_event", "audit_subject"):
                forger.run(f"UPDATE {table} SET seq = -seq WHERE seq > ?", seq)
                forger.run(f"UPDATE {table} SET seq = -seq - 1 WHERE seq < 0")


def insert_an_event(forger: Forger) -> None:
    """Put a copy of an event, with its true hash, before another or at the end, and move the rest on."""
    copy, before = (
        forger.one_of("audit_event"),
        forger.data.draw(st.integers(1, audit.count(forger.connection) + 1)),
    )
    for table in ("audit_event", "audit_subject"):
        forger.run(f"UPDATE {table} SET seq = -seq WHERE seq >= ?", before)
        forger.run(f"UPDATE {table} SET seq = 1 - seq WHERE seq < 0")
    forger.run("INSERT INTO audit_event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", before, *copy[1:])


def swap_two_events(forger: Forger) -> None:
    one, other = forger.one_of("audit_event")[0], forger.one_of("audit_event")[0]
    if one != other:
        for table in ("audit_event", "audit_subject"):
            forger.run(f"UPDATE {table} SET seq = -1 WHERE seq = ?", one)
            forger.run(f"UPDATE {table} SET seq = ? WHERE seq = ?", one, other)
            forger.run(f"UPDATE {table} SET seq = ? WHERE seq = -1", other)


FORGERIES: Final = (
    edit_an_event,
    edit_a_line,
    move_a_line,
    add_a_line,
    remove_a_line,
    remove_an_event_but_the_last,
    insert_an_event,
    swap_two_events,
)


@pytest.mark.parametrize("forge", FORGERIES)
@settings(max_examples=60)
@given(log=LOGS, data=st.data())
def test_whatever_is_done_to_it_shows(
    tables: Database, forge: Callable[[Forger], None], log: Log, data: st.DataObject
) -> None:
    with undone(tables) as connection:
        write(connection, log)
        before = [rows(connection, table) for table in ("audit_event", "audit_subject")]
        forge(Forger(connection, data))
        touched = [rows(connection, table) for table in ("audit_event", "audit_subject")] != before
        assert (audit.first_broken(connection) is not None) is touched


@given(log=LOGS, data=st.data())
def test_a_cut_tail_shows_only_to_who_kept_the_head(tables: Database, log: Log, data: st.DataObject) -> None:
    with undone(tables) as connection:
        heads = write(connection, log)
        left = data.draw(st.integers(0, len(log) - 1))
        for table in ("audit_subject", "audit_event"):
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE seq > ?", (left,))
        assert audit.first_broken(connection) is None
        assert audit.head(connection) != heads[-1]


def test_the_number_of_the_first_event_that_does_not_fit_is_told(tables: Database) -> None:
    with undone(tables) as connection:
        event = Event(
            "2026-11-23T01:08:00.000+00:00", 1, "care_coordinator", "signal.read", "R", "0", "laptop"
        )
        write(connection, [(event, [Subject("signal", number)]) for number in range(5)])
        connection.exec_driver_sql("UPDATE audit_event SET station = 'elders' WHERE seq IN (3, 5)")
        assert audit.first_broken(connection) == 3
