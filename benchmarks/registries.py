"""The registries that are measured: made once, kept under build/, with the same rows in plain SQLite beside them."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

from mhdesk import vault
from mhdesk.desk import demo, registries
from mhdesk.desk.desk import Desk
from mhdesk.store import users
from mhdesk.store.database import Database
from mhdesk.vault import Unlocked

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "build" / "benchmarks"
SEED = 2026
# What the content follows from: when one of these changes, the kept registries are of no use.
SOURCES = (
    "mhdesk/fiction",
    "mhdesk/desk/scribe.py",
    "mhdesk/desk/writer.py",
    "mhdesk/store/schema",
    "resources/fiction",
)


def clock() -> datetime:
    """Return the moment at which all measuring is done, so that the fiction is always the same."""
    return datetime.fromisoformat("2026-11-23T12:00:00+01:00")


def ready(signals: int) -> Path:
    """Return the folder of a registry of so many signals, made now unless it was kept."""
    folder = KEPT / f"{signals}-{_version()}"
    if not folder.is_dir():
        for old in KEPT.glob(f"{signals}-*"):
            shutil.rmtree(old)
        demo.make(folder, signals, SEED, clock=clock).desk.close()
    return folder


def working_copy(signals: int) -> Path:
    """Return a copy of the registry that a measurement may write into."""
    copy = KEPT / f"copy-{signals}"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(ready(signals), copy)
    return copy


def unlock(folder: Path) -> Unlocked:
    """Return the key of the registry; deriving it takes a second or two."""
    desk = registries.open_registry(folder, demo.USER_NAME, demo.PASSPHRASE, clock=clock)
    desk.close()
    return desk.unlocked


def open_desk(unlocked: Unlocked) -> Desk:
    """Return the registry open, by the key that is known."""
    database = Database(vault.driver, lambda: vault.connect(unlocked))
    user = users.by_key(database.connection, unlocked.key_id)
    if user is None:
        raise ValueError("a registry without its user")
    return Desk(unlocked, database, user, clock)


def plain_copy(unlocked: Unlocked) -> Path:
    """Return a plain SQLite file with the same tables, indexes and rows."""
    path = unlocked.folder.with_suffix(".plain.db")
    path.unlink(missing_ok=True)
    desk = open_desk(unlocked)
    try:
        plain = sqlite3.connect(path)
        _copy(desk.database.driver_connection(), plain)
        plain.close()
    finally:
        desk.close()
    return path


def _copy(source: vault.Connection, target: sqlite3.Connection) -> None:
    schema = source.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    shadows = ("search_words_", "search_parts_", "search_case_words_", "search_case_parts_", "sqlite_")
    mine = [row for row in schema if not row[1].startswith(shadows)]
    for _kind, _name, sql in sorted(mine, key=lambda row: row[0] != "table"):
        target.execute(sql)
    for _kind, name, _sql in (row for row in mine if row[0] == "table"):
        columns = ["rowid", "*"] if name.startswith("search_") else ["*"]
        rows = source.execute(f"SELECT {', '.join(columns)} FROM {name}")
        names = [column[0] for column in rows.description]
        marks = ", ".join("?" * len(names))
        quoted = ", ".join(f'"{column}"' for column in names)
        target.executemany(f"INSERT INTO {name} ({quoted}) VALUES ({marks})", rows)
    target.commit()


def _version() -> str:
    digest = hashlib.sha256()
    for source in SOURCES:
        place = ROOT / source
        for path in sorted([place] if place.is_file() else place.rglob("*.*")):
            if path.suffix in {".py", ".toml"}:
                digest.update(path.read_bytes())
    return digest.hexdigest()[:8]
