"""Opening the database: its settings, its lock, and every state in which it must not open."""

from __future__ import annotations

import secrets
import shutil
import signal
import sqlite3
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from mhdesk import vault
from mhdesk.errors import DamageError, KnownError, UnlockError
from mhdesk.vault import database
from tests.vault.registries import PASSPHRASE, USER, Registry, as_anybody, child

HOLD = """
import sys
from pathlib import Path
from mhdesk import vault
from mhdesk.errors import KnownError
try:
    unlocked = vault.unlock(Path(sys.argv[1]), user_name=sys.argv[2], passphrase=sys.stdin.readline().strip())
    connection = vault.connect(unlocked)
except KnownError as error:
    print(error.code, error.exit_status, flush=True)
    sys.exit()
connection.execute("BEGIN IMMEDIATE")
connection.execute("DELETE FROM a")
print("open", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def connection(registry: Registry) -> Iterator[vault.Connection]:
    opened = vault.connect(registry.unlocked)
    yield opened
    vault.close(opened)


def in_another_process(registry: Registry, *before: str) -> str:
    """Return what another process says that unlocks and opens the registry, then ends."""
    process = child(HOLD, str(registry.folder), USER, before=before)
    out, err = process.communicate(f"{PASSPHRASE}\n\n")
    assert err == ""
    return out.strip()


def refused(registry: Registry, code: str, kind: type[KnownError]) -> None:
    with pytest.raises(kind) as error:
        vault.connect(registry.unlocked)
    assert error.value.code == f"vault.{code}"


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("cipher_status", "1"),
        ("cipher_log_level", "NONE"),
        ("cipher_memory_security", "0"),
        ("journal_mode", "delete"),
        ("synchronous", 2),
        ("locking_mode", "exclusive"),
        ("foreign_keys", 1),
        ("cell_size_check", 1),
        ("trusted_schema", 0),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("fullfsync", 1),
        ("cache_size", -65536),
        ("busy_timeout", 200),
        ("application_id", 0x6D68646B),
    ],
)
def test_every_setting_holds_on_an_open_database(
    connection: vault.Connection, pragma: str, value: str | int
) -> None:
    assert connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_callers_begin_their_own_transactions(connection: vault.Connection) -> None:
    assert connection.isolation_level is None
    connection.execute("INSERT INTO a VALUES (1000, '', 1)")
    assert not connection.in_transaction


def test_a_setting_that_the_engine_does_not_take_stops_the_opening(connection: vault.Connection) -> None:
    with pytest.raises(DamageError) as error:
        database._set(connection, "no_such_setting", "ON", "1")
    assert (error.value.code, error.value.params) == ("vault.engine_refuses", {"setting": "no_such_setting"})


def test_the_file_is_encrypted_and_no_other_key_opens_it(registry: Registry) -> None:
    assert not registry.database.read_bytes().startswith(b"SQLite format 3")
    for key in (None, "x'00'", registry.unlocked.database_key.raw_key()[:-3] + "'", secrets.token_hex(32)):
        raw = vault.driver.connect(str(registry.database))
        if key is not None:
            raw.set_key(key)
        with pytest.raises(vault.driver.DatabaseError, match="not a database"):
            raw.execute("SELECT count(*) FROM sqlite_schema")
        raw.close()


def test_the_raw_key_in_the_keys_is_all_that_another_reader_needs(registry: Registry) -> None:
    raw = vault.driver.connect(str(registry.database))
    raw.execute(f"PRAGMA key = \"x'{registry.unlocked.database_key.digits}'\"")
    assert raw.execute("SELECT count(*) FROM a").fetchone() == (500,)
    raw.close()


def test_what_was_not_committed_is_gone_after_closing(registry: Registry) -> None:
    connection = vault.connect(registry.unlocked)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM a")
    vault.close(connection)
    vault.close(connection)
    connection = vault.connect(registry.unlocked)
    assert connection.execute("SELECT count(*) FROM a").fetchone() == (500,)
    vault.close(connection)


def test_the_journal_is_readable_by_the_owner_only(registry: Registry, connection: vault.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM a")
    journal = registry.database.with_name("registry.db-journal")
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600


# --- in use --------------------------------------------------------------------------------------


def test_a_second_process_is_told_that_the_registry_is_in_use(registry: Registry) -> None:
    process = child(HOLD, str(registry.folder), USER)
    assert process.stdin
    assert process.stdout
    process.stdin.write(f"{PASSPHRASE}\n")
    process.stdin.flush()
    assert process.stdout.readline() == "open\n"
    refused(registry, "in_use", UnlockError)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    connection = vault.connect(registry.unlocked)  # and what the killed one had begun is undone
    assert connection.execute("SELECT count(*) FROM a").fetchone() == (500,)
    vault.close(connection)


def test_a_second_window_of_the_same_process_is_told_so_too(
    registry: Registry, connection: vault.Connection
) -> None:
    refused(registry, "in_use", UnlockError)
    assert connection.execute("SELECT count(*) FROM a").fetchone() == (500,)


def test_unlocking_again_while_it_is_open_lets_nobody_else_in(
    registry: Registry, connection: vault.Connection
) -> None:
    # POSIX drops a process's locks when it closes any descriptor of the file: reading its header would.
    vault.unlock(registry.folder, user_name=USER, passphrase=PASSPHRASE)
    refused(registry, "in_use", UnlockError)
    vault.integrity(connection)
    assert in_another_process(registry) == "vault.in_use 3"


def test_closing_gives_the_registry_free(registry: Registry) -> None:
    vault.close(vault.connect(registry.unlocked))
    assert in_another_process(registry) == "open"


def test_a_refused_opening_keeps_no_lock(registry: Registry) -> None:
    stranger = replace(registry.unlocked, database_key=vault.DatabaseKey("0" * 64))
    with pytest.raises(UnlockError):
        vault.connect(stranger)
    assert in_another_process(registry) == "open"


# --- files that must not open ---------------------------------------------------------------------


def cut_to(length: int) -> Callable[[Registry], None]:
    def cut(registry: Registry) -> None:
        registry.database.write_bytes(registry.database.read_bytes()[:length])

    return cut


def flip(place: int) -> Callable[[Registry], None]:
    def change(registry: Registry) -> None:
        content = bytearray(registry.database.read_bytes())
        content[place] ^= 4
        registry.database.write_bytes(content)

    return change


def make_plain(registry: Registry) -> None:
    registry.database.unlink()
    plain = sqlite3.connect(registry.database)
    plain.execute("CREATE TABLE a (b)")
    plain.commit()
    plain.close()


def replace_by_another(registry: Registry) -> None:
    registry.database.unlink()
    other = vault.driver.connect(str(registry.database))
    other.set_key(vault.DatabaseKey("1" * 64).raw_key())
    other.execute("CREATE TABLE a (b)")
    other.commit()
    other.close()


def take_its_mark(registry: Registry) -> None:
    opened = vault.connect(registry.unlocked)
    opened.execute("PRAGMA application_id = 7")
    vault.close(opened)


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda registry: registry.database.unlink(), "database_missing"),
        (cut_to(0), "database_empty"),
        (make_plain, "database_plain"),
        (replace_by_another, "database_unreadable"),
        (lambda registry: registry.database.write_bytes(b"\xff\xd8\xff\xe0" * 4096), "database_unreadable"),
        (flip(5), "database_unreadable"),
        (flip(300), "database_unreadable"),
        (flip(4095), "database_unreadable"),
        (cut_to(100), "database_unreadable"),
        (cut_to(4095), "database_unreadable"),
        (cut_to(4096), "database_damaged"),
        (cut_to(-4096), "database_damaged"),
        (cut_to(-1), "database_damaged"),
        (take_its_mark, "database_foreign"),
    ],
)
def test_a_database_that_is_not_whole_is_refused_and_never_replaced(
    registry: Registry, damage: Callable[[Registry], None], code: str
) -> None:
    damage(registry)
    before = registry.everything()
    refused(registry, code, DamageError)
    assert registry.everything() == before


@pytest.mark.parametrize("part", ["folder", "database"])
def test_a_registry_that_cannot_be_written_says_so(registry: Registry, part: str) -> None:
    path = getattr(registry, part)
    path.chmod(0o500 if path.is_dir() else 0o400)
    assert in_another_process(registry, *as_anybody()) == "vault.not_writable 3"
    path.chmod(0o700 if path.is_dir() else 0o600)


def test_a_folder_name_with_every_odd_character_opens(registry: Registry) -> None:
    odd = registry.folder.with_name("é ?mode=ro#x%20 'q' ; map")
    shutil.move(registry.folder, odd)
    vault.close(vault.connect(replace(registry.unlocked, folder=odd)))


def test_the_versions_of_the_engine_are_named() -> None:
    versions = vault.versions()
    assert set(versions) == {"SQLCipher", "SQLite", "OpenSSL"}
    assert versions["SQLCipher"].startswith("4.")
    assert versions["OpenSSL"].startswith("OpenSSL ")
