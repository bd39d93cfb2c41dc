"""Write files that only their owner can read, from a process that only its owner can look into.

Every file that mhdesk makes goes through this module: 0600 for files, 0700 for folders, whatever
the umask was. A lint rule (tests/test_house.py) forbids the bare calls elsewhere.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

if os.name == "posix":
    import fcntl

FILE_MODE: Final = 0o600
FOLDER_MODE: Final = 0o700
_COPIED_AT_ONCE: Final = 1024 * 1024
_TEMPORARY: Final = re.compile(r"mhdesk-[a-z0-9_]{8}\.temporary")
"""No name that anybody would give to a folder that is to stay."""
_FORGOTTEN_SECONDS: Final = 3600
_SET_DUMPABLE: Final = 4
"""PR_SET_DUMPABLE of Linux: whether the process may be dumped, traced, and read through /proc."""


def private_process() -> None:
    """Make everything that this process creates, and what it has in memory, unreadable for others from now on.

    No core dump is written where the system can be told so. On Linux no other process of the same user can look into
    this one or attach to it either; an administrator can. Windows and macOS have no such switch here.
    """
    os.umask(0o077)
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes  # nothing lighter reaches this switch

        with contextlib.suppress(AttributeError, OSError):
            ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)


def make_folder(folder: Path) -> Path:
    """Create ``folder`` and its parents for the owner only; existing folders keep their mode."""
    missing = [p for p in (folder, *folder.parents) if not p.exists()]
    for part in reversed(missing):
        part.mkdir(mode=FOLDER_MODE, exist_ok=True)
        part.chmod(FOLDER_MODE)
    return folder


@contextlib.contextmanager
def made_folder(folder: Path) -> Iterator[Path]:
    """Give ``folder``, made if need be and tried by writing; what was made for it is gone again after an error.

    Raises OSError when it cannot be made or written.
    """
    missing = [part for part in (folder, *folder.parents) if not part.exists()]
    try:
        probe = make_folder(folder) / f".{secrets.token_hex(8)}.tmp"
        write_bytes(probe, b"")
        probe.unlink()
        yield folder
    except BaseException:
        for part in missing:
            with contextlib.suppress(OSError):
                part.rmdir()
        raise


@contextlib.contextmanager
def temporary_folder() -> Iterator[Path]:
    """Give a folder of its own, for the owner only, that is gone with everything in it afterwards.

    What a kill left of one more than an hour ago goes first.
    """
    _sweep_temporary(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix="mhdesk-", suffix=".temporary") as name:
        yield Path(name)


def _sweep_temporary(place: Path) -> None:
    """Remove our own folders in ``place`` that nobody used for an hour; others may put links there, which stay."""
    with contextlib.suppress(OSError):
        for path in place.iterdir():
            if _TEMPORARY.fullmatch(path.name) and _is_forgotten(path):
                shutil.rmtree(path, ignore_errors=True)


def _is_forgotten(folder: Path) -> bool:
    try:
        found = [one.lstat() for one in (folder, *folder.rglob("*"))]
    except OSError:
        return False
    ours = not hasattr(os, "getuid") or found[0].st_uid == os.getuid()
    youngest = max(one.st_mtime for one in found)
    return ours and stat.S_ISDIR(found[0].st_mode) and time.time() - youngest > _FORGOTTEN_SECONDS


def create_file(path: Path) -> int:
    """Create a new empty file for the owner only and return its descriptor.

    Raises FileExistsError when something already stands there.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    return os.open(path, flags, FILE_MODE)


def write_bytes(path: Path, content: bytes) -> None:
    """Replace ``path`` by ``content``: the old or the new file, whole, also after a power cut."""
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with os.fdopen(create_file(temporary), "wb") as handle:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()
        raise


def write_new(path: Path, content: bytes) -> None:
    """Write ``content`` to a new file, whole or not at all; raises FileExistsError and leaves what stands there."""
    descriptor = create_file(path)
    try:
        with os.fdopen(descriptor, "wb") as handle:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
        sync_folder(path.parent)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
        raise


def write_text(path: Path, content: str) -> None:
    """Replace ``path`` by ``content`` in UTF-8, as :func:`write_bytes` does."""
    write_bytes(path, content.encode("utf-8"))


def read_bounded(path: Path, most: int) -> bytes:
    """Return what stands in a file that anybody may have put there; never more than ``most`` bytes.

    Raises OSError for what is longer and for what is no plain file: a link, or a pipe that would let the reader wait
    for ever.
    """
    flags = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
    with os.fdopen(os.open(path, flags), "rb") as handle:
        if not stat.S_ISREG(os.fstat(handle.fileno()).st_mode):
            raise OSError(errno.EINVAL, "no plain file")
        content = handle.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, "longer than it may be")
    return content


def copy_file(source: Path, target: Path) -> None:
    """Copy ``source`` to the new file ``target``, for the owner only and durable; raises FileExistsError."""
    with source.open("rb") as original, os.fdopen(create_file(target), "wb") as copy:
        shutil.copyfileobj(original, copy, _COPIED_AT_ONCE)
        copy.flush()
        os.fsync(copy.fileno())


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Wait until no other process is here for this folder, and keep it out meanwhile, where the system can."""
    if os.name != "posix":
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some network drives cannot
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def is_locked(path: Path, first: int, length: int) -> bool:
    """Say whether another process holds a POSIX lock on these bytes; False where the system has no such locks.

    Drops whatever locks this process holds on the file.
    """
    if os.name != "posix":
        return False
    with path.open("r+b") as handle:
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, length, first)
        except BlockingIOError:
            return True
    return False


def sync_folder(folder: Path) -> None:
    """Make a rename or a new file in ``folder`` durable, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
