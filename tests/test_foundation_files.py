"""What mhdesk writes is for its owner only, and whole or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mhdesk import files


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


@contextmanager
def umask(bits: int) -> Iterator[None]:
    before = os.umask(bits)
    try:
        yield
    finally:
        os.umask(before)


CARELESS, USUAL, CAREFUL, ABSURD = 0o000, 0o022, 0o077, 0o277


@pytest.mark.parametrize("bits", [CARELESS, USUAL, CAREFUL, ABSURD], ids=oct)
def test_folders_are_for_their_owner_only_all_the_way_down(tmp_path: Path, bits: int) -> None:
    with umask(bits):
        deepest = files.make_folder(tmp_path / "registry" / "keys")
    assert deepest == tmp_path / "registry" / "keys"
    assert [mode(tmp_path / "registry"), mode(deepest)] == [0o700, 0o700]


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared").chmod(0o755)
    files.make_folder(tmp_path / "shared" / "registry")
    assert mode(tmp_path / "shared") == 0o755


def test_making_a_folder_twice_is_no_error(tmp_path: Path) -> None:
    assert files.make_folder(files.make_folder(tmp_path / "registry")).is_dir()


@pytest.mark.parametrize("bits", [CARELESS, USUAL, CAREFUL], ids=oct)
def test_new_files_are_for_their_owner_only(tmp_path: Path, bits: int) -> None:
    with umask(bits):
        files.write_text(tmp_path / "text", "ș ă ó ł ễ ı ğ Đ")
        os.close(files.create_file(tmp_path / "empty"))
    assert (tmp_path / "text").read_bytes().decode("utf-8") == "ș ă ó ł ễ ı ğ Đ"
    assert [mode(tmp_path / "text"), mode(tmp_path / "empty")] == [0o600, 0o600]


def test_a_file_that_others_could_read_cannot_after_it_was_replaced(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_text("old")
    path.chmod(0o644)
    files.write_text(path, "new")
    assert (path.read_text(), mode(path)) == ("new", 0o600)


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    for name in ("taken", "link"):
        with pytest.raises(FileExistsError):
            files.create_file(tmp_path / name)
    assert (tmp_path / "taken").read_text() == "old"
    assert not (tmp_path / "elsewhere").exists()


def test_writing_onto_a_link_leaves_what_it_points_to(tmp_path: Path) -> None:
    (tmp_path / "target").write_text("old")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    files.write_text(tmp_path / "link", "new")
    assert (tmp_path / "target").read_text() == "old"
    assert (tmp_path / "link").read_text() == "new"


def test_a_write_that_cannot_end_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "folder" / "full").mkdir(parents=True)
    with pytest.raises(OSError, match="folder"):
        files.write_text(tmp_path / "folder", "text")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


FULL_DISK = """
import resource, sys
from pathlib import Path
from mhdesk import files
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
files.write_bytes(Path(sys.argv[1]), bytes(2000))
"""


def test_a_disk_that_fills_up_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "registry.age"
    path.write_text("old")
    command = [sys.executable, "-c", FULL_DISK, str(path)]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert "OSError" in run.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["registry.age"]
    assert path.read_text() == "old"


def test_a_private_process_gives_nothing_away_whoever_writes(tmp_path: Path) -> None:
    program = "import sys; from mhdesk import files; files.private_process(); open(sys.argv[1], 'w').close()"
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "by-a-library")], check=True)
    assert mode(tmp_path / "by-a-library") == 0o600


# Whoever may change its user becomes nobody first, as which nothing but this switch forbids looking in.
LOOKED_INTO = """
import ctypes, os, resource, sys
from pathlib import Path
from mhdesk import files
if os.geteuid() == 0:
    os.setresgid(65534, 65534, 65534)
    os.setresuid(65534, 65534, 65534)
    ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)
me, memory = os.getpid(), Path("/proc/self/mem")
print(memory.stat().st_uid == os.geteuid())
files.private_process()
print(memory.stat().st_uid == os.geteuid(), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
print(resource.getrlimit(resource.RLIMIT_CORE))
sys.stdout.flush()
child = os.fork()
if not child:
    try:
        Path(f"/proc/{me}/mem").open("rb")
    except PermissionError:
        os._exit(7)
    os._exit(0)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


def test_nobody_looks_into_a_private_process_and_it_leaves_no_core_dump() -> None:
    run = subprocess.run([sys.executable, "-c", LOOKED_INTO], check=False, capture_output=True, text=True)
    assert run.stderr == ""
    assert run.stdout.splitlines() == ["True", "False 0", "(0, 0)", "7"]


def test_what_a_kill_left_of_a_temporary_folder_goes_an_hour_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A backup that was being looked at lies in it, with its keys; a link, and what is in use, stays."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    left = tmp_path / "mhdesk-abcd_123.temporary"
    used = tmp_path / "mhdesk-zyxw_123.temporary"
    mine = tmp_path / "mhdesk-register"
    elsewhere = tmp_path / "elsewhere"
    for folder in (left, used, mine, elsewhere):
        (folder / "keys").mkdir(parents=True)
        (folder / "keys" / "user.age").write_bytes(b"sealed")
    link = tmp_path / "mhdesk-link_123.temporary"
    link.symlink_to(elsewhere)
    long_ago = 1_000_000_000
    for path in tmp_path.rglob("*"):
        if used not in path.parents:
            os.utime(path, (long_ago, long_ago), follow_symlinks=False)
    with files.temporary_folder() as folder:
        assert set(tmp_path.iterdir()) == {folder, used, mine, elsewhere, link}
    assert set(tmp_path.iterdir()) == {used, mine, elsewhere, link}
    assert (elsewhere / "keys" / "user.age").is_file()
