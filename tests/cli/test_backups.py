"""``mhdesk backup`` and ``mhdesk restore`` as a script sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mhdesk.cli.main import main
from mhdesk.desk import signals
from tests.cli.test_commands import Called, Shell
from tests.desk.drafts import a_notification
from tests.quick_keys import quicken
from tests.registry_fixtures import USER

if TYPE_CHECKING:
    from pathlib import Path

    from tests.registry_fixtures import ReadyRegistry, StoppedClock

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Return a shell with its passphrase file in ``tmp_path``."""
    return Shell(tmp_path, capsys)


@pytest.fixture
def worked(registry: ReadyRegistry, clock: StoppedClock) -> Path:
    """Return a registry with one signal, closed."""
    quicken(registry.unlocked)
    desk = registry.open(clock)
    signals.register(desk, a_notification())
    desk.close()
    return registry.folder


def one_more(registry: ReadyRegistry, clock: StoppedClock) -> None:
    desk = registry.open(clock)
    signals.register(desk, a_notification())
    desk.close()


def restored(shell: Shell, backup: str | Path, into: Path, *words: str) -> Called:
    who = ("--user", USER, "--passphrase-file", shell.passphrase, "--json")
    return shell("restore", backup, "--into", into, *words, *who)


def content(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_backup_and_back_again(
    shell: Shell, worked: Path, registry: ReadyRegistry, clock: StoppedClock, tmp_path: Path
) -> None:
    made = shell.on("backup", worked, "--out", tmp_path / "kluis")
    assert made.status == 0
    told = made.json
    assert (told["signals"], told["first"], told["last"]) == (1, "2026-11-20", "2026-11-20")
    assert told["backup"].startswith(str(tmp_path / "kluis" / "mhdesk-"))
    one_more(registry, clock)
    seen = restored(shell, told["backup"], worked, "--dry-run")
    assert (seen.status, seen.json["signals"], seen.json["lost"]["signals"]) == (0, 1, 1)
    done = restored(shell, told["backup"], worked)
    assert done.status == 0
    assert (done.json["lost"]["known"], done.json["lost"]["signals"]) == (True, 1)
    assert done.json["replaced"].startswith(str(worked / "backups" / "replaced-"))
    assert shell.on("verify", worked).json == {"ok": True, "findings": []}


def test_people_are_told_in_words(shell: Shell, worked: Path, tmp_path: Path) -> None:
    who = ("--user", USER, "--passphrase-file", shell.passphrase)
    made = shell("backup", worked, "--out", tmp_path / "kluis", *who)
    assert made.out.startswith("Reservekopie gemaakt en gecontroleerd: ")
    assert "1 signaal, 2 personen en" in made.out
    (backup,) = (tmp_path / "kluis").iterdir()
    done = shell("restore", backup, "--into", worked, *who)
    assert "is niet weggegooid" in done.out
    assert done.err == ""


def test_without_a_registry_there_is_one_afterwards(shell: Shell, worked: Path, tmp_path: Path) -> None:
    backup = shell.on("backup", worked, "--out", tmp_path / "kluis").json["backup"]
    done = restored(shell, backup, tmp_path / "nieuw")
    assert (done.status, done.json["replaced"], done.json["lost"]["known"]) == (0, None, False)
    assert shell.on("verify", tmp_path / "nieuw").status == 0


def test_a_backup_inside_a_registry_is_refused(shell: Shell, worked: Path) -> None:
    before = content(worked)
    for out in (worked, worked / "backups", worked / "keys" / "diep"):
        assert shell.on("backup", worked, "--out", out).status == 2
    assert content(worked) == before


def test_an_out_that_cannot_be_written_is_a_wrong_call(shell: Shell, worked: Path) -> None:
    called = shell.on("backup", worked, "--out", shell.passphrase / "map")
    assert (called.status, called.json["error"]) == (2, "desk.cannot_write")


def test_a_wrong_passphrase_is_status_3_and_leaves_nothing(
    shell: Shell, worked: Path, tmp_path: Path
) -> None:
    backup = shell.on("backup", worked, "--out", tmp_path / "kluis").json["backup"]
    shell.passphrase.write_text("zeven blauwe stoelen zingen", encoding="utf-8")
    assert shell.on("backup", worked, "--out", tmp_path / "elders").status == 3
    before = content(worked)
    assert not (tmp_path / "elders").exists()
    assert restored(shell, backup, worked).status == 3
    attempts = worked / "attempts.json"
    assert '"count": 2' in attempts.read_text(encoding="utf-8")
    before[str(attempts)] = attempts.read_bytes()  # of the key that was refused, nothing else
    assert restored(shell, backup, tmp_path / "nieuw").status == 3
    assert not (tmp_path / "nieuw").exists()
    assert content(worked) == before


def test_a_registry_in_use_is_status_3(
    shell: Shell, worked: Path, registry: ReadyRegistry, clock: StoppedClock, tmp_path: Path
) -> None:
    backup = shell.on("backup", worked, "--out", tmp_path / "kluis").json["backup"]
    desk = registry.open(clock)
    called = restored(shell, backup, worked)
    assert (called.status, called.json["error"]) == (3, "vault.in_use")
    assert shell.on("backup", worked, "--out", tmp_path / "kluis").status == 3
    desk.close()


def test_a_damaged_backup_is_status_4_and_what_is_none_status_2(
    shell: Shell, worked: Path, tmp_path: Path
) -> None:
    (tmp_path / "leeg").mkdir()
    assert restored(shell, tmp_path / "leeg", worked).status == 2
    assert restored(shell, tmp_path / "nergens", worked).status == 2
    backup = tmp_path / "kluis"
    shell.on("backup", worked, "--out", backup)
    (path,) = backup.rglob("registry.db")
    path.write_bytes(path.read_bytes()[:-4096])
    before = content(worked)
    called = restored(shell, path.parent, worked)
    assert (called.status, called.json["error"]) == (4, "backups.damaged")
    assert content(worked) == before


def test_a_passphrase_that_changed_since_asks_for_a_word_more(
    shell: Shell, worked: Path, registry: ReadyRegistry, tmp_path: Path
) -> None:
    backup = shell.on("backup", worked, "--out", tmp_path / "kluis").json["backup"]
    quicken(registry.unlocked, "wimpel granaat zwaluw kompas")
    called = restored(shell, backup, worked)
    assert (called.status, called.json["error"]) == (3, "backups.present_closed_unseen")
    assert restored(shell, backup, worked, "--unseen").status == 0


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_the_help_is_dutch(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert "reservekopie" in capsys.readouterr().out
