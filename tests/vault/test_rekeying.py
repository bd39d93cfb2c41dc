"""A new key for the database: proven before it counts, and what was known before opens nothing any more."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from mhdesk import files, vault
from mhdesk.errors import DamageError, KnownError, UnlockError
from mhdesk.vault import database, keyfiles, layout, sealing
from tests.vault import registries
from tests.vault.registries import PASSPHRASE, USER, Registry, child

COLLEAGUE = "Bram Verzonnen"
WORDS = "wimpel granaat zwaluw kompas"

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def two(registry: Registry) -> Registry:
    """Return a registry with a colleague and a number in its header, as the store puts one there."""
    vault.add_user(registry.unlocked, user_name=COLLEAGUE, passphrase=WORDS)
    connection = vault.connect(registry.unlocked)
    connection.execute("PRAGMA user_version = 7")
    connection.execute("CREATE TABLE note (at)")
    vault.close(connection)
    return registry


def note(connection: vault.Connection) -> None:
    connection.execute("INSERT INTO note VALUES ('changed')")


def change_key(registry: Registry, progress: object = None) -> vault.Unlocked:
    connection = vault.connect(registry.unlocked)
    try:
        vault.change_key(
            registry.unlocked,
            connection,
            release=connection.close,
            note=note,
            progress=progress,  # type: ignore[arg-type]  # tests give functions of their own
        )
    finally:
        connection.close()
    return vault.read_again(registry.unlocked)


def rows(one: vault.Unlocked) -> list[tuple[object, ...]]:
    """Return what shows whether the database is whole: its rows, its numbers, its notes."""
    connection = vault.connect(one)
    try:
        assert vault.integrity(connection) == ()
        asked = "SELECT count(*), sum(length(text)) FROM a", "PRAGMA user_version", "PRAGMA application_id"
        return [connection.execute(sql).fetchone() for sql in (*asked, "SELECT count(*) FROM note")]
    finally:
        vault.close(connection)


def test_everything_is_there_under_the_new_key_and_everybody_gets_in(two: Registry) -> None:
    before = rows(two.unlocked)
    after = change_key(two)
    assert after.database_key != two.unlocked.database_key
    assert rows(after) == [*before[:3], (1,)]
    assert before[1:3] == [(7,), (database.APPLICATION_ID,)]
    for name, words in ((USER, PASSPHRASE), (COLLEAGUE, WORDS)):
        assert vault.unlock(two.folder, user_name=name, passphrase=words).database_key == after.database_key
    vault.check_recovery(two.folder, two.created.recovery)


def test_nothing_of_the_change_stays_in_the_folder(two: Registry) -> None:
    before = set(two.everything())
    change_key(two)
    assert set(two.everything()) == before
    assert layout.left_behind(two.folder) == []
    database.require_encrypted(two.folder)
    assert {path.stat().st_mode & 0o777 for path in two.folder.rglob("*") if path.is_file()} == {0o600}


def test_a_revoked_user_opens_nothing_new_with_everything_that_was_kept(
    two: Registry, tmp_path: Path
) -> None:
    """Old key file, old passphrase, old registry.age and old database key against the new database."""
    kept = registries.Registry(tmp_path / "kept", two.created)
    shutil.copytree(two.folder, kept.folder)
    theirs = vault.unlock(two.folder, user_name=COLLEAGUE, passphrase=WORDS)
    vault.drop_user(two.unlocked, vault.key_id(COLLEAGUE))
    change_key(two)
    shutil.copyfile(two.database, kept.database)

    with pytest.raises(DamageError, match=r"vault\.database_unreadable"):
        vault.connect(vault.unlock(kept.folder, user_name=COLLEAGUE, passphrase=WORDS))
    with pytest.raises(KnownError):
        vault.connect(replace(theirs, folder=two.folder))
    shutil.copyfile(two.registry_key, kept.registry_key)
    with pytest.raises(UnlockError, match=r"vault\.key_does_not_fit"):
        vault.unlock(kept.folder, user_name=COLLEAGUE, passphrase=WORDS)
    assert rows(vault.unlock(two.folder, user_name=USER, passphrase=PASSPHRASE))


def test_a_suspended_user_who_kept_the_old_key_is_out_after_a_change(two: Registry) -> None:
    theirs = vault.unlock(two.folder, user_name=COLLEAGUE, passphrase=WORDS)
    vault.suspend_user(two.unlocked, vault.key_id(COLLEAGUE))
    vault.close(
        vault.connect(theirs)
    )  # a role is no wall, and neither is this: the key of the database is the same
    change_key(two)
    with pytest.raises(KnownError):
        vault.connect(theirs)
    vault.reactivate_user(two.unlocked, vault.key_id(COLLEAGUE))
    assert rows(vault.unlock(two.folder, user_name=COLLEAGUE, passphrase=WORDS))


def test_the_key_is_in_no_statement(two: Registry) -> None:
    connection, seen = vault.connect(two.unlocked), list[str]()

    def listening(copied: vault.Connection) -> None:
        copied.set_trace_callback(seen.append)
        note(copied)

    connection.set_trace_callback(seen.append)
    vault.change_key(two.unlocked, connection, release=connection.close, note=listening)
    after = vault.read_again(two.unlocked)
    assert seen
    assert not {after.database_key.digits, two.unlocked.database_key.digits} & set(" ".join(seen).split("'"))


# --- stopped, refused, damaged: nothing was changed --------------------------------------------------


class Stopped(Exception):  # noqa: N818 - not an error: the user said stop
    """Stands for the user who changes her mind."""


def test_whoever_stops_it_works_on_with_the_old_key(two: Registry) -> None:
    seen: list[tuple[int, int]] = []

    def stop(done: int, every: int) -> None:
        seen.append((done, every))
        raise Stopped

    before = two.everything()
    connection = vault.connect(two.unlocked)
    with pytest.raises(Stopped):
        vault.change_key(two.unlocked, connection, release=connection.close, note=note, progress=stop)
    connection.execute("UPDATE a SET n = n")
    vault.close(connection)
    assert len(seen) == 1
    assert 0 <= seen[0][0] <= seen[0][1]
    keys = {name: content for name, content in before.items() if name.startswith("keys")}
    assert {name: text for name, text in two.everything().items() if name.startswith("keys")} == keys
    assert set(two.everything()) == set(before)
    assert rows(two.unlocked)[3] == (0,)


def test_progress_is_told_to_the_end(two: Registry) -> None:
    seen: list[tuple[int, int]] = []
    change_key(two, lambda done, every: seen.append((done, every)))
    assert seen[-1][0] == seen[-1][1] > 100


def damage(registry: Registry, page: int) -> None:
    content = bytearray(registry.database.read_bytes())
    content[page * 4096 + 9] ^= 1
    registry.database.write_bytes(content)


def test_a_damaged_database_is_not_copied_as_if_it_were_sound(two: Registry) -> None:
    damage(two, 40)
    before = two.everything()
    with pytest.raises(DamageError):
        change_key(two)
    assert two.everything() == before


def test_a_copy_that_does_not_pass_its_checks_never_takes_the_place(two: Registry) -> None:
    def spoil(copied: vault.Connection) -> None:
        copied.execute("PRAGMA foreign_keys = OFF")
        copied.execute("INSERT INTO b (a) VALUES (99999)")

    before = {name: text for name, text in two.everything().items() if name != "registry.db"}
    connection = vault.connect(two.unlocked)
    with pytest.raises(DamageError, match=r"vault\.copy_damaged"):
        vault.change_key(two.unlocked, connection, release=connection.close, note=spoil)
    vault.close(connection)
    assert {name: text for name, text in two.everything().items() if name != "registry.db"} == before
    assert rows(two.unlocked)[3] == (0,)


# --- cut off in the middle -------------------------------------------------------------------------------


def names_both(registry: Registry, following: str) -> None:
    """Write what registry.age says while the key changes."""
    keys = sealing.current(registry.unlocked)
    sealing.write_registry(registry.folder, replace(keys, next_key=following), registry.unlocked.identity)


def test_before_the_swap_the_next_unlock_takes_the_change_back(two: Registry) -> None:
    names_both(two, "1" * 64)
    files.write_bytes(layout.new_database(two.folder), b"half a copy")
    one = vault.unlock(two.folder, user_name=USER, passphrase=PASSPHRASE)
    assert (one.database_key, one.next_key) == (two.unlocked.database_key, None)
    assert rows(one)[3] == (0,)
    assert not sealing.current(two.unlocked).next_key
    assert layout.left_behind(two.folder) == []


@pytest.mark.parametrize("way", ["passphrase", "recovery"])
def test_after_the_swap_the_next_unlock_finishes_the_change(two: Registry, way: str) -> None:
    after = change_key(two)
    names_both(two, after.database_key.digits)
    keys = keyfiles.open_registry(two.registry_key, two.unlocked.identity)
    keys = replace(keys, database_key=two.unlocked.database_key.digits)
    sealing.write_registry(two.folder, keys, two.unlocked.identity)
    if way == "passphrase":
        one = vault.unlock(two.folder, user_name=COLLEAGUE, passphrase=WORDS)
    else:
        one = vault.unlock_with_recovery(two.folder, two.created.recovery, user_name=USER)
    assert (one.database_key, one.next_key) == (after.database_key, None)
    found = sealing.current(two.unlocked)
    assert (found.database_key, found.next_key) == (after.database_key.digits, "")


def test_a_database_that_neither_key_opens_is_damage_and_stays_as_it_is(two: Registry) -> None:
    names_both(two, "1" * 64)
    damage(two, 0)
    before = two.everything()
    with pytest.raises(DamageError, match=r"vault\.database_unreadable"):
        vault.unlock(two.folder, user_name=USER, passphrase=PASSPHRASE)
    assert two.everything() == before


def test_while_a_colleague_changes_the_key_the_registry_is_in_use(two: Registry) -> None:
    names_both(two, "1" * 64)
    held = vault.connect(two.unlocked)
    out, err = child(UNLOCK, str(two.folder)).communicate(PASSPHRASE)
    vault.close(held)
    assert (out, err) == ("vault.in_use\n", "")


UNLOCK = """
import sys
from pathlib import Path
from mhdesk import vault
from mhdesk.errors import KnownError
try:
    one = vault.unlock(Path(sys.argv[1]), user_name="Zoë Denkbeeld", passphrase=sys.stdin.readline().strip())
    print("unlocked", flush=True)
    vault.database.BUSY_SECONDS = 30
    vault.connect(one)
    print("open")
except KnownError as error:
    print(error.code)
"""


def test_whoever_waited_for_the_old_file_is_not_left_working_in_it(two: Registry) -> None:
    """It is unlinked by then: everything written there would be gone without a word."""
    connection = vault.connect(two.unlocked)
    waiting = child(UNLOCK, str(two.folder))
    assert waiting.stdin
    assert waiting.stdout
    waiting.stdin.write(f"{PASSPHRASE}\n")
    waiting.stdin.flush()
    assert waiting.stdout.readline() == "unlocked\n"

    def until_it_waits(copied: vault.Connection) -> None:
        note(copied)
        descriptors = Path(f"/proc/{waiting.pid}/fd")
        while not any(str(two.database) in str(path.resolve()) for path in descriptors.iterdir()):
            assert waiting.poll() is None

    vault.change_key(two.unlocked, connection, release=connection.close, note=until_it_waits)
    out, err = waiting.communicate()
    assert (out, err) == ("vault.in_use\n", "")
    assert rows(vault.read_again(two.unlocked))[3] == (1,)


def test_whoever_unlocked_just_before_the_change_is_told_to_try_again_not_to_restore(two: Registry) -> None:
    before = vault.unlock(two.folder, user_name=COLLEAGUE, passphrase=WORDS)
    change_key(two)
    with pytest.raises(UnlockError, match=r"vault\.in_use"):
        vault.connect(before)


# --- backups with the old key -----------------------------------------------------------------------------


@pytest.fixture
def backups(two: Registry, tmp_path: Path) -> Path:
    """Return a folder with one backup made before the change, and one after."""
    place = tmp_path / "backups"
    shutil.copytree(two.folder, place / "before")
    change_key(two)
    shutil.copytree(two.folder, place / "deep" / "after")
    return place


def test_backups_that_the_old_key_opens_are_named(two: Registry, backups: Path) -> None:
    one = vault.read_again(two.unlocked)
    assert vault.under_another_key(one, backups) == (backups / "before",)
    assert vault.under_another_key(one, backups / "nowhere") == ()


@pytest.mark.parametrize("content", [b"", b"not age"])
def test_a_backup_whose_keys_cannot_be_read_is_named_too(
    two: Registry, backups: Path, content: bytes
) -> None:
    (backups / "deep" / "after" / "keys" / "registry.age").write_bytes(content)
    one = vault.read_again(two.unlocked)
    assert vault.under_another_key(one, backups) == (backups / "before", backups / "deep" / "after")
