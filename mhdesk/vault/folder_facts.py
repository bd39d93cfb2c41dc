"""Ask the system where a folder lies: on a network drive, a stick, or where a cloud service copies it.

Linux tells the type of a file system in ``/proc/self/mountinfo`` and whether a disk is a stick in ``/sys``. Windows
tells the kind of a drive letter: that half is untested. Elsewhere only names speak.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from mhdesk import files
from mhdesk.domain.folders import FolderFacts, may_be_marker

_MOUNTS: Final = Path("/proc/self/mountinfo")
_DISKS: Final = Path("/sys/dev/block")
_ESCAPED: Final = re.compile(r"\\([0-7]{3})")
_MOST_NAMES: Final = 20_000
_LONGEST_INI: Final = 64 * 1024
_SERVICES: Final = re.compile(rb"onedrive|dropbox|google ?drive|icloud|nextcloud|owncloud", re.IGNORECASE)
_SYNCED: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_WINDOWS_REMOVABLE: Final = 2
_WINDOWS_REMOTE: Final = 4


@dataclass(frozen=True, slots=True)
class Mount:
    """Where a file system is mounted, its type, and the number of its disk."""

    place: Path
    file_system: str
    device: str


def folder_facts(folder: Path) -> FolderFacts:
    """Return what the system tells of a folder, also of one that does not exist yet. Raises nothing."""
    path = Path(os.path.realpath(folder))
    names, synced = frozenset(_markers(path)), _is_synced(path)
    if sys.platform == "win32":
        kind = _windows_drive(path)
        remote, removable = kind == _WINDOWS_REMOTE, kind == _WINDOWS_REMOVABLE
        return FolderFacts(str(path), remote=remote, removable=removable, synced=synced, names=names)
    mount = mount_of(path, _read_mounts())
    if mount is None:
        return FolderFacts(str(path), synced=synced, names=names)
    removable = is_removable(mount.device)
    return FolderFacts(str(path), mount.file_system, removable=removable, synced=synced, names=names)


def _read_mounts() -> str:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def mount_of(path: Path, mountinfo: str) -> Mount | None:
    """Return the file system that ``path`` lies on, by what proc(5) calls mountinfo; None when nothing fits."""
    around = [mount for mount in _mounts(mountinfo) if path.is_relative_to(mount.place)]
    return max(reversed(around), key=lambda mount: len(mount.place.parts), default=None)


def _mounts(mountinfo: str) -> Iterator[Mount]:
    for line in mountinfo.splitlines():
        before, _, after = line.partition(" - ")
        fields, kind = before.split(" "), after.split(" ")
        if len(fields) > 4:  # id, parent, disk, root, place
            place = _ESCAPED.sub(lambda found: chr(int(found[1], 8)), fields[4])
            yield Mount(Path(place), kind[0], fields[2])


def is_removable(device: str, disks: Path = _DISKS) -> bool:
    """Say whether the disk with this number can be pulled out: the system says so, or it hangs on USB."""
    place = Path(os.path.realpath(disks / device))
    if "usb" in {re.sub(r"\d+$", "", part) for part in place.parts}:
        return True
    for part in (place, place.parent):
        with contextlib.suppress(OSError):
            return (part / "removable").read_text(encoding="ascii").strip() == "1"
    return False


def _markers(path: Path) -> Iterator[str]:
    """Return the names in a folder and those above it that may tell of a cloud service, where they do."""
    for folder in (path, *path.parents):
        with contextlib.suppress(OSError), os.scandir(folder) as found:
            for entry in islice(found, _MOST_NAMES):
                if may_be_marker(entry.name) and _tells(entry):
                    yield entry.name


def _tells(entry: os.DirEntry[str]) -> bool:
    """Say whether a marker counts: the settings of Dropbox itself are a folder, and most desktop.ini are innocent."""
    if entry.name.lower() == ".dropbox":
        return entry.is_file()
    if entry.name.lower() != "desktop.ini":
        return True
    try:
        content = files.read_bounded(Path(entry.path), _LONGEST_INI)
    except OSError:
        return False
    return bool(_SERVICES.search(content.replace(b"\0", b"")))


def _is_synced(path: Path) -> bool:
    roots = (os.environ.get(name, "") for name in _SYNCED)
    return any(path.is_relative_to(os.path.realpath(root)) for root in roots if root)


def _windows_drive(path: Path) -> int:
    """Return what Windows says of the drive (GetDriveTypeW). Untested."""
    import ctypes

    windows = getattr(ctypes, "windll", None)
    return int(windows.kernel32.GetDriveTypeW(path.anchor)) if windows is not None else 0
