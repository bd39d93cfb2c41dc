"""Working in a registry of 1,000 and of 100,000 signals, beside the same questions to plain SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks import registries
from benchmarks.measuring import Line, compare
from mhdesk import vault
from mhdesk.desk import signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.periods import parse_period
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.domain.text import fold
from mhdesk.domain.views import SignalFilter
from mhdesk.store import counts

PAGE = 50
EVERYTHING = SignalFilter()
FILTERED = SignalFilter(municipality="GM0402", kind="notification")
_NUMBERS = count()
WORDS = {"a rare word": "gasfles", "a name": "Przykładowa", "a word in every second signal": "zij"}

AT_FIRST = 200
ALL_IDS = "SELECT id FROM signal ORDER BY received_on DESC, id DESC"
FIRST_IDS = f"{ALL_IDS} LIMIT {AT_FIRST}"
SOME_IDS = f"""SELECT id FROM signal WHERE municipality = ? AND kind = ? ORDER BY received_on DESC, id DESC
    LIMIT {AT_FIRST}"""
ROWS = "SELECT * FROM signal WHERE id IN ({0})"
CONCERNED = """SELECT signal_id, role, inform_state, duty_on, first_names, last_name
    FROM involvement LEFT JOIN person ON person.id = person_id WHERE signal_id IN ({0})"""
FOUND = """SELECT id FROM signal WHERE id IN (SELECT rowid FROM search_words WHERE search_words MATCH ?
    UNION SELECT rowid FROM search_parts WHERE search_parts MATCH ?) ORDER BY received_on DESC, id DESC"""
COUNTED = """SELECT form, municipality, count(*) FROM signal WHERE received_on BETWEEN ? AND ?
    AND kind IN ('signal', 'notification') GROUP BY form, municipality"""


def measure(size: int, times: int) -> Iterator[Line]:
    """Yield a line for each thing that somebody does all day."""
    unlocked = registries.unlock(registries.working_copy(size))
    path = registries.plain_copy(unlocked)
    yield compare(
        "open the list after unlocking", size, partial(_open, unlocked), partial(_open_plain, path), times
    )
    desk, plain = registries.open_desk(unlocked), sqlite3.connect(path)
    try:
        yield from _reading(desk, plain, size, times)
        yield compare(
            "save a signal with two persons", size, partial(_save, desk), partial(_save_plain, plain), times
        )
    finally:
        desk.close()
        plain.close()


def _open(unlocked: vault.Unlocked) -> None:
    desk = registries.open_desk(unlocked)
    listed(desk, EVERYTHING)
    desk.close()


def _open_plain(path: Path) -> None:
    plain = sqlite3.connect(path)
    listed_plain(plain, FIRST_IDS)
    plain.close()


def listed(desk: Desk, wanted: SignalFilter) -> None:
    """Do what a list does before it is painted: the first ids, and the rows of the first page."""
    signals.rows(desk, signals.ids(desk, wanted, AT_FIRST)[:PAGE])


def listed_plain(plain: sqlite3.Connection, question: str, *values: str) -> None:
    ids = [row[0] for row in plain.execute(question, values)]
    marks = ", ".join("?" * len(ids[:PAGE]))
    for rows in (ROWS, CONCERNED):
        plain.execute(rows.format(marks), ids[:PAGE]).fetchall()


def _reading(desk: Desk, plain: sqlite3.Connection, size: int, times: int) -> Iterator[Line]:
    yield compare(
        "list: everything",
        size,
        partial(listed, desk, EVERYTHING),
        partial(listed_plain, plain, FIRST_IDS),
        times,
    )
    yield compare(
        "list: all ids, behind its first picture",
        size,
        partial(signals.ids, desk, EVERYTHING),
        partial(listed_plain, plain, ALL_IDS),
        times,
    )
    yield compare(
        "list: filtered by kind and municipality",
        size,
        partial(listed, desk, FILTERED),
        partial(listed_plain, plain, SOME_IDS, FILTERED.municipality, FILTERED.kind),
        times,
    )
    for name, word in WORDS.items():
        wanted = SignalFilter(search=word)
        yield compare(
            f"search {name}, logged",
            size,
            partial(listed, desk, wanted),
            partial(listed_plain, plain, FOUND, f'"{fold(word)}"*', fold(word)),
            times,
        )
    year = parse_period("2026")
    yield compare(
        "count for the figures of a year",
        size,
        partial(counts.signals_by, desk.database.connection, year, ["form", "municipality"]),
        lambda: plain.execute(COUNTED, (str(year.first), str(year.last))).fetchall(),
        times,
    )


def _save(desk: Desk) -> None:
    signals.register(desk, a_signal(next(_NUMBERS)))


def a_signal(number: int) -> SignalDraft:
    """Return a signal with two persons; ``number`` makes it another one."""
    return SignalDraft(
        kind="notification",
        received_on="23-11-2026",
        narrative="Een verzonnen melding om te meten hoe lang vastleggen duurt.",
        persons=[
            PersonDraft(
                first_names="Lina", last_name="Meetbaar", phone=f"0600{number:06d}", birth="ca. 24 jr"
            ),
            PersonDraft(role="aggressor", first_names="Bas", last_name="Meetbaar"),
        ],
    )


def _save_plain(plain: sqlite3.Connection) -> None:
    """Write the rows that hold the same, in one durable transaction, without rules or a log."""
    with plain:
        number = plain.execute("SELECT max(id) + 1, max(number) + 1 FROM signal").fetchone()
        plain.execute(
            """INSERT INTO signal (id, uid, number_year, number, kind, status, received_on, recorded_at, recorded_by,
            channel, discipline, source_confidential, municipality, form)
            VALUES (?, ?, 2027, ?, 'notification', 'open', '2026-11-23', '2026-11-23T11:00:00', 1,
            'phone', 'unknown', 0, 'unknown', 'unknown')""",
            (number[0], f"{number[0]:032x}", number[1]),
        )
        plain.execute("INSERT INTO signal_text VALUES (?, 'Een verzonnen melding')", number[:1])
        for role in ("possible_victim", "aggressor"):
            person = plain.execute(
                """INSERT INTO person (uid, first_names, last_name, sex, nationality, recorded_at)
                VALUES (?, 'Lina', 'Meetbaar', 'unknown', 'unknown', '2026-11-23')""",
                (f"{role}-{number[0]}",),
            ).lastrowid
            plain.execute(
                """INSERT INTO involvement (signal_id, person_id, role, inform_state, duty_on)
                VALUES (?, ?, ?, 'undecided', '2026-12-23')""",
                (number[0], person, role),
            )
        for search in ("search_words", "search_parts"):
            plain.execute(
                f"INSERT INTO {search} (rowid, {search[7:]}) VALUES (?, 'lina meetbaar')", number[:1]
            )
