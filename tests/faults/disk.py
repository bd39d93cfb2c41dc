"""The disk under this process, as a test wants it: every change of a file is told first, and may fail.

SQLite reaches the disk through the functions of its VFS, Python through those of ``os``. Both are replaced in this
process, for good: only one that ends afterwards calls :func:`watch`. SQLite has a hook of its own for system
calls (``xSetSystemCall``), but fsync is not among them, so this goes in one level higher, where SQLite's own crash
tests do: the methods of each file that the VFS opens.
"""

from __future__ import annotations

import ctypes
import errno
import functools
import os
from collections.abc import Callable
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p, cast
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from sqlcipher3 import _sqlite3
from sqlcipher3 import dbapi2 as sqlite

CREATE: Final = 0x4
JOURNAL: Final = 0x800  # SQLITE_OPEN_MAIN_JOURNAL


@dataclass(frozen=True, slots=True)
class Call:
    """One change of the disk, or that SQLite opened a file.

    ``to`` is where a rename goes, ``offset`` where a write begins or a cut file ends.
    """

    name: str
    path: str
    to: str = ""
    offset: int = 0
    data: bytes = b""


class Watcher(Protocol):
    """Whoever decides what happens to a change, and sees that it happened."""

    def before(self, call: Call) -> int:
        """Return the number of the error that it ends with (``errno``), or 0 to let it happen."""
        ...

    def after(self, call: Call) -> None:
        """See that it happened."""
        ...


class Nobody:
    """Let everything happen."""

    def before(self, call: Call) -> int:
        """Let it happen."""
        del call
        return 0

    def after(self, call: Call) -> None:
        """See nothing."""


# What the unix VFS of SQLite itself answers when the system call behind it fails.
_ANSWERS: Final = {
    "create": sqlite.SQLITE_CANTOPEN,
    "write": sqlite.SQLITE_IOERR | (3 << 8),
    "sync": sqlite.SQLITE_IOERR | (4 << 8),
    "truncate": sqlite.SQLITE_IOERR | (6 << 8),
    "unlink": sqlite.SQLITE_IOERR | (10 << 8),
}


def answer(name: str, number: int) -> int:
    """Return SQLite's code for a call that failed with this ``errno``."""
    if name == "write" and number == errno.ENOSPC:
        return int(sqlite.SQLITE_FULL)
    return int(_ANSWERS[name])


# --- SQLite -------------------------------------------------------------------------------------------

_OPEN: Final = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
_DELETE: Final = CFUNCTYPE(c_int, c_void_p, c_char_p, c_int)
_WRITE: Final = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE: Final = CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC: Final = CFUNCTYPE(c_int, c_void_p, c_int)


class _Vfs(Structure):
    """The beginning of ``sqlite3_vfs``."""

    _fields_ = (
        ("version", c_int),
        ("size_of_file", c_int),
        ("longest_path", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", _OPEN),
        ("delete", _DELETE),
    )


class _Methods(Structure):
    """``sqlite3_io_methods``, version 3."""

    _fields_ = (
        ("version", c_int),
        ("close", c_void_p),
        ("read", c_void_p),
        ("write", _WRITE),
        ("truncate", _TRUNCATE),
        ("sync", _SYNC),
        ("others", c_void_p * 13),
    )


class _File(Structure):
    """``sqlite3_file``."""

    _fields_ = (("methods", POINTER(_Methods)),)


class _Engine:
    """SQLite's way to the disk, with a watcher in between."""

    def __init__(self, place: _Place) -> None:
        self._place = place
        self._paths: dict[int, str] = {}
        self._new_journals: set[int] = set()
        self._originals: dict[int, _Methods] = {}
        self._watched: dict[int, _Methods] = {}  # by the address of what they replace; SQLite points to them
        find = ctypes.CDLL(_sqlite3.__file__).sqlite3_vfs_find
        find.restype, find.argtypes = POINTER(_Vfs), (c_char_p,)
        vfs = find(None).contents
        self._open, self._delete = _OPEN(_address(vfs.open)), _DELETE(_address(vfs.delete))
        vfs.open, vfs.delete = _OPEN(self._on_open), _DELETE(self._on_delete)
        self._kept = (vfs, vfs.open, vfs.delete)

    def _do(self, call: Call, act: Callable[[], int]) -> int:
        if number := self._place.watcher.before(call):
            return answer(call.name, number)
        if code := act():
            return code
        self._place.watcher.after(call)
        return 0

    def _on_open(self, vfs: int, name: int, file: int, flags: int, out: int) -> int:
        path = ctypes.string_at(name).decode() if name else ""
        opening = functools.partial(self._open, vfs, name, file, flags, out)
        fresh = bool(path and flags & CREATE and not os.path.lexists(path))
        if code := self._do(Call("create", path), opening) if fresh else opening():
            return code
        self._paths[file] = path
        if path:
            self._place.watcher.after(Call("open", path))
        if fresh and flags & JOURNAL:
            self._new_journals.add(file)
        self._watch(file)
        return 0

    def _watch(self, file: int) -> None:
        """Let a file that was just opened call here for what changes it."""
        handle = cast(file, POINTER(_File)).contents
        place = _address(handle.methods)
        if place not in self._watched:
            own = _Methods.from_buffer_copy(handle.methods.contents)
            self._originals[place] = _Methods.from_buffer_copy(own)
            own.write = _WRITE(functools.partial(self._on_write, place))
            own.truncate = _TRUNCATE(functools.partial(self._on_truncate, place))
            own.sync = _SYNC(functools.partial(self._on_sync, place))
            self._watched[place] = own
        handle.methods = ctypes.pointer(self._watched[place])

    def _on_write(self, place: int, file: int, data: int, size: int, offset: int) -> int:
        call = Call("write", self._paths[file], offset=offset, data=ctypes.string_at(data, size))
        return self._do(call, lambda: self._originals[place].write(file, data, size, offset))

    def _on_truncate(self, place: int, file: int, size: int) -> int:
        call = Call("truncate", self._paths[file], offset=size)
        return self._do(call, lambda: self._originals[place].truncate(file, size))

    def _on_sync(self, _place: int, file: int, _flags: int) -> int:
        path = self._paths[file]
        code = self._do(Call("sync", path), lambda: 0)
        if not code and file in self._new_journals:  # the VFS made its name durable, too
            self._new_journals.discard(file)
            self._place.watcher.after(Call("sync", str(Path(path).parent)))
        return code

    def _on_delete(self, vfs: int, name: bytes, sync_folder: int) -> int:
        path = name.decode()
        code = self._do(Call("unlink", path), lambda: self._delete(vfs, name, 0))
        if not code and sync_folder:
            self._place.watcher.after(Call("sync", str(Path(path).parent)))
        return code


def _address(pointer: Any) -> int:  # noqa: ANN401 - a function or a pointer of ctypes
    return cast(pointer, c_void_p).value or 0


# --- Python -------------------------------------------------------------------------------------------


def _path_of(path: Any, folder: int | None = None) -> str:  # noqa: ANN401 - whatever os takes
    """Return the path behind a path, a descriptor, or a name in a folder that is open."""
    if isinstance(path, int):
        return str(Path(f"/proc/self/fd/{path}").readlink())
    return os.path.join(_path_of(folder), path) if folder is not None else os.path.abspath(path)  # noqa: PTH100, PTH118 - plain text, as os takes it


def _call_of(name: str, given: tuple[Any, ...], named: dict[str, Any]) -> Call | None:
    """Return what a function of os is about to change, None when it changes nothing."""
    if name == "open":
        fresh = given[1] & os.O_CREAT and not os.path.lexists(given[0])
        return Call("create", _path_of(given[0])) if fresh else None
    if name in {"replace", "rename"}:
        return Call("rename", _path_of(given[0]), _path_of(given[1]))
    kind = {"fsync": "sync", "fdatasync": "sync", "remove": "unlink"}.get(name, name)
    return Call(kind, _path_of(given[0], named.get("dir_fd")))


_FUNCTIONS: Final = ("open", "fsync", "fdatasync", "replace", "rename", "unlink", "remove", "mkdir", "rmdir")


def _wrapped(name: str, place: _Place) -> Callable[..., object]:
    real = getattr(os, name)

    def function(*given: Any, **named: Any) -> object:  # noqa: ANN401 - as os has it
        call = _call_of(name, given, named)
        if call and (number := place.watcher.before(call)):
            raise OSError(number, os.strerror(number))
        result = None if call and call.name == "sync" else real(*given, **named)
        if call:
            place.watcher.after(call)
        return result

    return function


class _Place:
    """Where the watcher of this process stands; SQLite points to the engine in it."""

    def __init__(self) -> None:
        self.watcher: Watcher = Nobody()
        self.engine = _Engine(self)
        for name in _FUNCTIONS:
            setattr(os, name, _wrapped(name, self))


@functools.cache
def _here() -> _Place:
    return _Place()


def watch(watcher: Watcher) -> None:
    """Tell ``watcher``, and nobody else, of every change of the disk that this process makes from now on.

    Nothing is really synced from then on: no such process outlives its machine, and tests have to be fast.
    """
    _here().watcher = watcher
