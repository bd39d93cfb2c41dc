"""A backup counts once it was opened again; what a kill left is swept up; and a restore is finished, never mixed."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mhdesk import vault
from mhdesk.errors import DamageError, InputError, UnlockError
from mhdesk.vault import backups, database, layout, restoring
from tests.vault.registries import PASSPHRASE, USER, Registry, child

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DAY = date(2026, 11, 23)
HOLD = """
import sys
from pathlib import Path
from mhdesk import vault
words = sys.stdin.readline().strip()
connection = vault.connect(vault.unlock(Path(sys.argv[1]), user_name=sys.argv[2], passphrase=words))
print("open", flush=True)
sys.stdin.readline()
"""

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def connection(registry: Registry) -> Iterator[vault.Connection]:
    held = vault.connect(registry.unlocked)
    yield held
    vault.close(held)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


def nothing(_: vault.Connection) -> None:
    """Write or prove nothing."""


def made(registry: Registry, connection: vault.Connection, place: Path, **options: object) -> Path:
    wanted = {"note": nothing, "prove": nothing} | options
    return vault.make_backup(registry.unlocked, connection, place, DAY, **wanted)  # type: ignore[arg-type]  # functions of tests


def test_what_proves_it_looks_into_the_copy_that_was_opened_again(
    registry: Registry, connection: vault.Connection, place: Path
) -> None:
    seen: list[object] = []

    def note(copy: vault.Connection) -> None:
        copy.execute("CREATE TABLE made (at)")

    def prove(copy: vault.Connection) -> None:
        seen.append(copy.execute("SELECT count(*) FROM a, made").fetchone())
        seen.append([path.name for path in place.iterdir() if not path.name.startswith(".")])

    path = made(registry, connection, place, note=note, prove=prove)
    assert seen == [(0,), []]
    assert backups.backup_folders(place) == (vault.BackupFolder(path, DAY, replaced=False),)
    assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'made'").fetchone() == (0,)


@pytest.mark.parametrize("stage", ["note", "prove", "progress"])
def test_whatever_ends_it_leaves_nothing(
    registry: Registry, connection: vault.Connection, place: Path, stage: str
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        made(registry, connection, place, **{stage: stop})
    assert list(place.iterdir()) == []
    made(registry, connection, place)


def test_a_database_that_is_being_written_is_not_waited_for(
    registry: Registry, connection: vault.Connection, place: Path
) -> None:
    """The engine itself would try again for ever."""
    connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(UnlockError, match=r"vault\.in_use"):
        made(registry, connection, place)
    connection.execute("ROLLBACK")
    assert list(place.iterdir()) == []


def test_progress_goes_up_to_all_pages(registry: Registry, connection: vault.Connection, place: Path) -> None:
    told: list[tuple[int, int]] = []
    made(registry, connection, place, progress=lambda done, pages: told.append((done, pages)))
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    assert told[-1] == (pages, pages)


def test_what_a_kill_left_goes_with_the_next_one_and_only_ours(
    registry: Registry, connection: vault.Connection, place: Path
) -> None:
    own = place / f".mhdesk-{registry.unlocked.registry_id[:8]}-00000000.new"
    other = place / ".mhdesk-ffffffff-00000000.new"
    for folder in (own, other):
        (folder / "keys").mkdir(parents=True)
    made(registry, connection, place)
    assert not own.exists()
    assert other.exists()


def test_a_place_that_is_not_there_is_never_made(
    registry: Registry, connection: vault.Connection, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=r"backups\.place_missing"):
        made(registry, connection, tmp_path / "media" / "stick")
    assert not (tmp_path / "media").exists()


def test_a_disk_without_room_is_said_before_anything_is_written(
    registry: Registry, connection: vault.Connection, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 10, 1024**2))
    with pytest.raises(DamageError, match=r"backups\.no_room") as error:
        made(registry, connection, place)
    assert error.value.params["free"] == 1
    assert list(place.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    ["mhdesk-2026-13-01-abcdef", "mhdesk-2026-11-23", "mhdesk-2026-11-23-ABCDEF", "foto's", ".mhdesk-x.new"],
)
def test_other_folders_are_no_backups(place: Path, name: str) -> None:
    (place / name).mkdir()
    (place / "mhdesk-2026-11-23-abcdef").write_bytes(b"a file")
    assert vault.backup_folders(place) == ()
    assert vault.backup_folders(place / "nergens") == ()


def test_looking_writes_and_locks_nothing(
    registry: Registry, connection: vault.Connection, place: Path
) -> None:
    path = made(registry, connection, place)
    before = {one: one.read_bytes() for one in path.rglob("*") if one.is_file()}
    with (
        vault.looking_into(registry.unlocked, path) as (fit, one),
        vault.looking_into(registry.unlocked, path) as (_, other),
    ):
        assert fit is vault.Fit.PRESENT
        assert one is not None
        assert other is not None
        assert one.execute("SELECT count(*) FROM a").fetchone() == (500,)
    assert {one: one.read_bytes() for one in path.rglob("*") if one.is_file()} == before


def test_an_old_key_is_told_from_none(registry: Registry, connection: vault.Connection, place: Path) -> None:
    path = made(registry, connection, place)
    connection.execute("CREATE TABLE note (at)")
    vault.change_key(registry.unlocked, connection, release=connection.close, note=nothing)
    one = vault.read_again(registry.unlocked)
    with vault.looking_into(one, path) as (fit, opened):
        assert (fit, opened is None) == (vault.Fit.OLD, False)
    layout.registry_key(path).write_bytes(b"")
    with vault.looking_into(one, path) as (fit, opened):
        assert (fit, opened) == (vault.Fit.NONE, None)


def test_a_backup_that_was_removed_by_half_looks_like_none(
    registry: Registry, connection: vault.Connection, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(registry, connection, place)

    def fails(*_: object, **__: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(shutil, "rmtree", fails)
    with pytest.raises(InputError, match=r"backups\.not_writable"):
        vault.remove_backup(registry.unlocked, path)
    monkeypatch.undo()
    assert vault.backup_folders(place) == ()
    made(registry, connection, place)
    assert len(list(place.iterdir())) == 1


def test_the_folder_of_a_registry_is_no_place(registry: Registry, place: Path) -> None:
    for inside in (registry.folder, registry.folder / "backups", registry.folder / "x" / "y"):
        assert vault.inside_a_registry(inside)
    (place / "link").symlink_to(registry.folder)
    assert vault.inside_a_registry(place / "link")
    assert not vault.inside_a_registry(place)


# --- a restore that was cut off --------------------------------------------------------------------------


@pytest.fixture
def backup(registry: Registry, place: Path) -> Path:
    held = vault.connect(registry.unlocked)
    path = made(registry, held, place)
    held.execute("CREATE TABLE later (at)")
    vault.close(held)
    return path


def is_later(folder: Path) -> bool:
    """Open a registry as its user does, and say whether it is the one that was worked in after the backup."""
    held = vault.connect(vault.unlock(folder, user_name=USER, passphrase=PASSPHRASE))
    try:
        assert vault.integrity(held) == ()
        found = held.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'later'").fetchone()
        return bool(found[0])
    finally:
        vault.close(held)


def ready(registry: Registry, backup: Path) -> tuple[Path, Path]:
    """Return the folders of a restore that counts and of which nothing is in its place yet."""
    new = layout.restored(registry.folder)
    vault.copy_backup(backup, new)
    aside = new / "replaced-2026-11-23-abcdef"
    aside.mkdir()
    return new, aside


def nothing_moved(_folder: Path, _new: Path, _aside: Path) -> None:
    """Stop right after it came to count."""


def old_out(folder: Path, _new: Path, aside: Path) -> None:
    layout.database(folder).rename(layout.database(aside))


def new_in(folder: Path, new: Path, aside: Path) -> None:
    old_out(folder, new, aside)
    layout.database(new).rename(layout.database(folder))


def keys_out(folder: Path, new: Path, aside: Path) -> None:
    new_in(folder, new, aside)
    (folder / "keys").rename(aside / "keys")


def all_in(folder: Path, new: Path, aside: Path) -> None:
    keys_out(folder, new, aside)
    (new / "keys").rename(folder / "keys")


def kept(folder: Path, new: Path, aside: Path) -> None:
    all_in(folder, new, aside)
    aside.rename(folder / "backups" / aside.name)


@pytest.mark.parametrize("cut_off", [nothing_moved, old_out, new_in, keys_out, all_in, kept])
def test_a_restore_that_was_cut_off_anywhere_is_finished_at_the_next_unlock(
    registry: Registry, backup: Path, cut_off: Callable[[Path, Path, Path], None]
) -> None:
    new, aside = ready(registry, backup)
    cut_off(registry.folder, new, aside)
    assert vault.is_registry(registry.folder)
    assert not is_later(registry.folder)
    assert sorted(path.name for path in registry.folder.iterdir()) == ["backups", "keys", "registry.db"]
    (old,) = (registry.folder / "backups").iterdir()
    assert is_later(old)


def test_an_old_journal_leaves_with_its_database(registry: Registry, backup: Path) -> None:
    ready(registry, backup)
    layout.journal(registry.database).write_bytes(b"of the old one")
    kept_at = vault.finish_restore(registry.folder)
    assert kept_at is not None
    assert layout.journal(layout.database(kept_at)).read_bytes() == b"of the old one"
    assert not layout.journal(registry.database).exists()


def test_a_copy_that_did_not_come_to_count_is_swept_up(registry: Registry, backup: Path) -> None:
    staging = registry.folder / ".mhdesk-0123456789abcdef.staging"
    vault.copy_backup(backup, staging)
    assert is_later(registry.folder)
    held = vault.connect(registry.unlocked)
    vault.clear_left_behind(registry.unlocked, {registry.unlocked.key_id})
    vault.close(held)
    assert not staging.exists()


def test_a_damaged_registry_that_somebody_has_open_is_in_use(registry: Registry) -> None:
    process = child(HOLD, str(registry.folder), USER)
    assert process.stdin
    assert process.stdout
    process.stdin.write(PASSPHRASE + "\n")
    process.stdin.flush()
    assert process.stdout.readline() == "open\n"
    with pytest.raises(UnlockError, match=r"vault\.in_use"):
        vault.require_unused(registry.folder)
    process.communicate("\n")
    vault.require_unused(registry.folder)
    registry.database.unlink()
    vault.require_unused(registry.folder)


def test_a_link_in_the_way_is_not_followed(registry: Registry, backup: Path, tmp_path: Path) -> None:
    """A staging folder has a random name; what stands where a file should go is refused, not written through."""
    target = tmp_path / "target"
    (target / "keys").mkdir(parents=True)
    (target / "registry.db").symlink_to(registry.database)
    with pytest.raises(FileExistsError):
        restoring.copy_backup(backup, target)
    assert is_later(registry.folder)


def test_reading_only_refuses_to_write(registry: Registry) -> None:
    held = database.open_to_read(registry.database, registry.unlocked.database_key)
    with pytest.raises(vault.driver.OperationalError, match="readonly"):
        held.execute("DELETE FROM b")
    held.close()
