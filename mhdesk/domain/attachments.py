"""Files that belong to a signal: what is known of one, how large it may be, and what it may be called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Final

from mhdesk.domain.text import clean

LARGEST_FILE: Final = 25_000_000
"""Bytes. The registry is one file that is copied with every backup."""
MOST_FILES: Final = 100
"""Of one signal."""
LONGEST_FILE_NAME: Final = 120
UNKNOWN_MEDIA_TYPE: Final = "application/octet-stream"

# What no file system of a colleague may refuse: separators, wildcards, and the devices of Windows.
_FORBIDDEN: Final = re.compile(r'[<>:"|?*\x00-\x1f]')
_DEVICES: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|clock\$)(\..*)?", re.IGNORECASE)
_MEDIA_TYPE: Final = re.compile(r"[a-z0-9][a-z0-9.+-]{0,60}/[a-z0-9][a-z0-9.+-]{0,60}")
_LONGEST_SUFFIX: Final = 12


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """One file of a signal, without its content. ``origin`` is "mail" for what came with a mail, else ""."""

    id: int
    name: str
    media_type: str
    size: int
    origin: str
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file on its way into the registry."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ParkedFile:
    """A file that waits with the draft of a signal; ``wanted``: it goes along when that is recorded.

    ``kept`` is False for a mail that is too large to be kept whole.
    """

    id: int
    name: str
    media_type: str
    size: int
    is_mail: bool
    wanted: bool
    kept: bool
    lies_at: str = ""


def safe_name(told: str, otherwise: str) -> str:
    """Return the name of a file as it may be kept and saved: one part of a path, nothing unseen, not too long.

    ``told`` comes from anybody; ``otherwise`` stands in for a name of which nothing is left.
    """
    last = clean(told).replace("\\", "/").rstrip("/").rpartition("/")[2]
    bare = " ".join(_FORBIDDEN.sub(" ", last).split()).strip(". ")
    if not bare:
        return otherwise
    if _DEVICES.fullmatch(bare):
        bare = f"_{bare}"
    return _shortened(bare)


def _shortened(name: str) -> str:
    if len(name) <= LONGEST_FILE_NAME:
        return name
    suffix = PurePosixPath(name).suffix
    suffix = suffix if len(suffix) <= _LONGEST_SUFFIX else ""
    return name[: LONGEST_FILE_NAME - len(suffix)].rstrip(". ") + suffix


def unlike(name: str, taken: set[str]) -> str:
    """Return a name that no other file of the same signal has, and remember it as taken."""
    stem, dot, suffix = name.rpartition(".")
    number, tried = 2, name
    while tried.casefold() in taken:
        tried = f"{stem} ({number}){dot}{suffix}" if dot and stem else f"{name} ({number})"
        number += 1
    taken.add(tried.casefold())
    return tried


def media_type(told: str) -> str:
    """Return the kind of a file as it was told, if that is one at all."""
    kind = told.strip().lower()
    return kind if _MEDIA_TYPE.fullmatch(kind) else UNKNOWN_MEDIA_TYPE
