"""What mhdesk keeps about a registry on this computer, outside it: where, and under which names."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import platformdirs


def default_folder() -> Path:
    """Return the folder for what only this computer knows."""
    return platformdirs.user_state_path("mhdesk", appauthor=False)


def digest(folder: Path) -> str:
    """Return 16 hex digits that stand for the place of a registry: the names of files do not tell it."""
    place = str(folder.resolve()).encode("utf-8", "surrogateescape")
    return hashlib.sha256(place).hexdigest()[:16]


def is_moment(text: object) -> bool:
    """Return whether ``text`` is a moment with its time zone that a clock may have told: 2000 to 2200."""
    if not isinstance(text, str) or len(text) > 40:
        return False
    try:
        moment = datetime.fromisoformat(text)
        return moment.tzinfo is not None and 2000 <= moment.astimezone(UTC).year <= 2200
    except (ValueError, OverflowError):
        return False
