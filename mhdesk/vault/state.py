"""What mhdesk keeps about a registry on this computer, outside it: where, and under which names."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import platformdirs


def default_folder() -> Path:
    """Return the folder for what only this computer knows."""
    return platformdirs.user_state_path("mhdesk", appauthor=False)


def digest(folder: Path) -> str:
    """Return 16 hex digits that stand for the place of a registry: the names of files do not tell it."""
    place = str(folder.resolve()).encode("utf-8", "surrogateescape")
    return hashlib.sha256(place).hexdigest()[:16]


_EARLIEST: Final = datetime(2000, 1, 1, tzinfo=UTC)
_LATEST: Final = datetime(2200, 12, 31, 23, 59, 59, tzinfo=UTC)


def plausible(moment: datetime) -> datetime:
    """Return a moment in UTC, or the nearest that :func:`is_moment` accepts: what a broken clock tells is no loss."""
    try:
        return min(max(moment.astimezone(UTC), _EARLIEST), _LATEST)
    except OverflowError:
        return _EARLIEST if moment.year < _EARLIEST.year else _LATEST


def is_moment(text: object) -> bool:
    """Return whether ``text`` is a moment with its time zone that a clock may have told: 2000 to 2200."""
    if not isinstance(text, str) or len(text) > 40:
        return False
    try:
        moment = datetime.fromisoformat(text)
        return moment.tzinfo is not None and _EARLIEST <= moment.astimezone(UTC) <= _LATEST
    except (ValueError, OverflowError):
        return False
