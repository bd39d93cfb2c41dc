"""Making a registry: all of it or nothing."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest

from mhdesk import vault
from mhdesk.errors import InputError
from mhdesk.vault import creation, database
from mhdesk.vault.creation import Created
from tests.vault.registries import PASSPHRASE, USER, Registry, as_anybody, child


class Stopped(Exception):  # noqa: N818 - not an error of ours: whatever a layer above may raise
    """Stands for a bug in the layer that fills the database."""


def stop(connection: vault.Connection, created: Created) -> None:
    connection.execute("CREATE TABLE half (made)")
    raise Stopped(created.unlocked.registry_id)


def refused(folder: Path, code: str, user_name: str = USER, passphrase: str = PASSPHRASE) -> None:
    with pytest.raises(InputError) as error:
        vault.create(folder, user_name=user_name, passphrase=passphrase)
    assert error.value.code == f"vault.{code}"


def test_a_registry_consists_of_database_keys_and_backups_only(original: Registry) -> None:
    user = original.user_key.name
    assert set(original.everything()) == {
        "registry.db",
        f"keys/{user}",
        "keys/recovery.age",
        "keys/registry.age",
    }
    assert (original.folder / "backups").is_dir()
    assert user == f"user-{vault.key_id(USER)}.age"


def test_nothing_in_a_registry_is_readable_in_clear(original: Registry) -> None:
    one = original.unlocked
    secret = [USER, one.registry_id, one.identity, one.database_key.digits, "AGE-SECRET", "mhdesk-user"]
    telling = [word.encode() for word in [*secret, "Denkbeeld", "verzonnen", "CREATE TABLE", "SQLite format"]]
    for name, content in original.everything().items():
        assert not [word for word in telling if word in content], name
        assert "enkbeeld" not in name


def test_only_the_owner_can_read_a_registry(made: Created) -> None:
    folder = made.unlocked.folder
    modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path.is_file()}
    folders = {stat.S_IMODE(path.stat().st_mode) for path in [folder, *folder.rglob("*")] if path.is_dir()}
    assert (modes, folders) == ({0o600}, {0o700})


def test_the_database_holds_what_it_was_filled_with(registry: Registry) -> None:
    connection = vault.connect(registry.unlocked)
    assert connection.execute("SELECT count(*) FROM a").fetchone() == (500,)
    vault.close(connection)


def test_no_trace_stays_when_filling_the_database_fails(tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        vault.create(tmp_path / "new" / "deep" / "registry", user_name=USER, passphrase=PASSPHRASE, fill=stop)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_stays_empty_when_filling_the_database_fails(tmp_path: Path) -> None:
    folder = tmp_path / "registry"
    folder.mkdir()
    with pytest.raises(Stopped):
        vault.create(folder, user_name=USER, passphrase=PASSPHRASE, fill=stop)
    assert list(tmp_path.rglob("*")) == [folder]


@pytest.mark.parametrize("name", ["notes.txt", ".hidden", "registry.db"])
def test_a_folder_with_anything_in_it_is_refused_and_left_alone(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "registry"
    folder.mkdir()
    (folder / name).write_bytes(b"mine")
    refused(folder, "folder_not_empty")
    assert [path.read_bytes() for path in folder.iterdir()] == [b"mine"]
    assert list(tmp_path.iterdir()) == [folder]


def test_an_existing_registry_is_never_made_anew(registry: Registry) -> None:
    before = registry.everything()
    refused(registry.folder, "folder_not_empty")
    assert registry.everything() == before


def test_a_file_at_the_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "registry").write_bytes(b"mine")
    refused(tmp_path / "registry", "folder_not_empty")
    refused(tmp_path / "registry" / "below", "folder_refused")
    assert (tmp_path / "registry").read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"passphrase": "Welkom2026!"}, "passphrase_weak"),
        ({"passphrase": "Zoë Denkbeeld wimpel"}, "passphrase_weak"),
        ({"passphrase": ""}, "passphrase_empty"),
        ({"user_name": " "}, "name_empty"),
        ({"user_name": "Zoë \ufffd"}, "name_refused"),
    ],
)
def test_a_name_or_passphrase_that_cannot_be_used_makes_nothing(
    tmp_path: Path, other: dict[str, str], code: str
) -> None:
    refused(tmp_path / "registry", code, **other)
    assert list(tmp_path.iterdir()) == []


def test_no_empty_database_is_made_beside_keys(registry: Registry) -> None:
    registry.database.unlink()
    before = registry.everything()
    with pytest.raises(InputError, match=r"vault\.folder_not_empty"):
        database.create_database(registry.unlocked)
    assert registry.everything() == before


TRY = """
import resource, sys
from pathlib import Path
from mhdesk import vault
from mhdesk.errors import KnownError
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
try:
    vault.create(Path(sys.argv[1]), user_name="Zoë Denkbeeld", passphrase=sys.stdin.readline().strip())
except KnownError as error:
    print(error.code, error.exit_status)
"""


def test_a_disk_that_takes_no_more_leaves_no_half_registry(tmp_path: Path) -> None:
    out, err = child(TRY, str(tmp_path / "registry"), "100").communicate(PASSPHRASE)
    assert (out.split()[1:], err) == (["4"], "")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_a_wrong_call(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    process = child(TRY, str(tmp_path / "registry"), "1000000", before=as_anybody())
    assert process.communicate(PASSPHRASE) == ("vault.folder_refused 2\n", "")
    assert list(tmp_path.iterdir()) == []


def left_by_a_kill(folder: Path, minutes: int, *extra: str) -> Path:
    """Make what a call leaves behind that is killed half-way."""
    hidden = folder / ".mhdesk-0123456789abcdef.new"
    (hidden / "keys").mkdir(parents=True)
    for name in ("registry.db", "registry.db-journal", "keys/registry.age", *extra):
        (hidden / name).write_bytes(b"half")
    then = time.time() - 60 * minutes
    for path in [*hidden.rglob("*"), hidden]:
        os.utime(path, (then, then))
    return hidden


def test_what_a_killed_call_left_is_gone_after_an_hour(tmp_path: Path) -> None:
    hidden = left_by_a_kill(tmp_path, 61)
    vault.create(tmp_path / "registry", user_name=USER, passphrase=PASSPHRASE)
    assert not hidden.exists()


@pytest.mark.parametrize(("minutes", "extra"), [(59, ()), (600, ("notes.txt",))])
def test_what_may_be_somebody_elses_stays(tmp_path: Path, minutes: int, extra: tuple[str, ...]) -> None:
    hidden = left_by_a_kill(tmp_path, minutes, *extra)
    creation.sweep(tmp_path)
    assert (hidden / "registry.db").exists()


def test_what_is_only_named_like_ours_stays(tmp_path: Path) -> None:
    elsewhere = left_by_a_kill(tmp_path / "elders", 600)
    (tmp_path / elsewhere.name).symlink_to(elsewhere)
    file = tmp_path / ".mhdesk-fedcba9876543210.new"
    file.write_bytes(b"mine")
    os.utime(file, (0, 0))
    (tmp_path / ".mhdesk-x.new").mkdir()
    os.utime(tmp_path / ".mhdesk-x.new", (0, 0))
    creation.sweep(tmp_path)
    assert (elsewhere / "registry.db").exists()
    assert file.exists()
    assert (tmp_path / ".mhdesk-x.new").exists()


def test_a_registry_holds_no_other_registry(registry: Registry) -> None:
    refused(registry.folder / "deel", "folder_in_registry")
    refused(registry.folder / "backups" / "deel", "folder_in_registry")
    assert not (registry.folder / "deel").exists()


def test_what_fails_at_the_very_end_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        vault.create(tmp_path / "deep" / "registry", user_name=USER, passphrase=PASSPHRASE, finish=fail)
    assert list(tmp_path.iterdir()) == []
