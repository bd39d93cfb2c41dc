"""A morning's mix of work, under the key and in the same library without one: what the encryption itself costs."""

from __future__ import annotations

from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

from benchmarks import registries
from benchmarks.lists import a_signal
from benchmarks.measuring import Line, compare
from mhdesk import vault
from mhdesk.desk import signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.periods import parse_period
from mhdesk.domain.views import SignalFilter
from mhdesk.store import counts
from mhdesk.store.database import Database
from mhdesk.vault import database as engine

PAGES, SEARCHES, SIGNALS, SAVES = 100, 20, 20, 10
PAGE: Final = 50
WORDS: Final = ("gasfles", "Przykładowa", "zij", "Hilversum", "camper")
NAME: Final = f"mix: {PAGES} list pages, {SEARCHES} searches, {SIGNALS} signals, {SAVES} saves, figures"
_NUMBERS = count()


def measure(size: int, times: int) -> Line:
    """Return the medians of both; *plain* is mhdesk itself on SQLCipher's SQLite with no key given."""
    unlocked = registries.unlock(registries.working_copy(size))
    desk = registries.open_desk(unlocked)
    try:
        plain = _without_key(desk, unlocked.folder / "plain.db")
        try:
            return compare(NAME, size, partial(_mix, desk), partial(_mix, plain), times)
        finally:
            plain.close()
    finally:
        desk.close()


def _mix(desk: Desk) -> None:
    everything = SignalFilter()
    listed = signals.ids(desk, everything)
    for page in range(PAGES):
        begin = page * PAGE % max(1, len(listed) - PAGE)
        signals.rows(desk, listed[begin : begin + PAGE])
    for number in range(SEARCHES):
        found = signals.ids(desk, SignalFilter(search=WORDS[number % len(WORDS)]))
        signals.rows(desk, found[:PAGE])
    for number in range(SIGNALS):
        signals.details(desk, listed[number * len(listed) // SIGNALS])
    for _ in range(SAVES):
        signals.register(desk, a_signal(next(_NUMBERS)))
    counts.signals_by(desk.database.connection, parse_period("2026"), ["form", "municipality"])


def _without_key(desk: Desk, path: Path) -> Desk:
    """Return a desk over the same rows in a file without a key, with the same settings and the same cache."""
    path.write_bytes(b"")  # the engine makes no file by itself
    source = desk.database.driver_connection()
    source.execute("ATTACH ? AS plain KEY ''", (str(path),))
    source.execute("SELECT sqlcipher_export('plain')").fetchall()
    version = source.execute("PRAGMA user_version").fetchone()[0]
    source.execute(f"PRAGMA plain.user_version = {version}")
    source.execute("DETACH plain")
    return Desk(desk.unlocked, Database(vault.driver, partial(_connect, path)), desk.user, registries.clock)


def _connect(path: Path) -> vault.Connection:
    connection: vault.Connection = vault.driver.connect(str(path), isolation_level=None)
    for name, value, _ in (*engine._BEFORE_THE_LOCK, *engine._UNDER_THE_LOCK):
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
    return connection
