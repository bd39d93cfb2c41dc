"""Searching everywhere while somebody types, beside two questions to plain SQLite: parts of names, words of signals."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import partial

from benchmarks import registries
from benchmarks.measuring import Line, compare
from mhdesk.desk import finding, matching
from mhdesk.domain.text import fold

TYPED = {
    "a name": "Przykładowa",
    "two letters": "ja",
    "another spelling of a name": "Lina Forbeelt",
    "part of a number": "06 12",
    "a reference": "GV-2026-0042",
    "a word in every second signal": "zij",
}
PEOPLE = """SELECT id FROM person WHERE first_names || ' ' || last_name LIKE ? OR phone LIKE ?
    ORDER BY id DESC LIMIT 200"""
SIGNALS = """SELECT rowid FROM search_words WHERE search_words MATCH ? ORDER BY rowid DESC LIMIT 200"""


def measure(size: int, times: int) -> Iterator[Line]:
    """Yield a line for each thing that somebody types; everybody was read before, as the window does by itself."""
    unlocked = registries.unlock(registries.working_copy(size))
    path = registries.plain_copy(unlocked)
    desk, plain = registries.open_desk(unlocked), sqlite3.connect(path)
    try:
        while not matching.read_on(desk):
            pass
        for name, typed in TYPED.items():
            ours = partial(finding.find, desk, typed)
            yield compare(f"search everywhere: {name}", size, ours, partial(_plain, plain, typed), times)
    finally:
        desk.close()
        plain.close()


def _plain(plain: sqlite3.Connection, typed: str) -> None:
    like = f"%{typed}%"
    plain.execute(PEOPLE, (like, like)).fetchall()
    words = " AND ".join(f'"{word}"*' for word in fold(typed).replace("-", " ").split())
    plain.execute(SIGNALS, (words,)).fetchall()
