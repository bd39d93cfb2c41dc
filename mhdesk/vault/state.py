"""What mhdesk keeps about a registry on this computer, outside it: where, and under which names."""

from __future__ import annotations

import hashlib
from pathlib import Path

import platformdirs


def default_folder() -> Path:
    """Return the folder for what only this computer knows."""
    return platformdirs.user_state_path("mhdesk", appauthor=False)


def digest(folder: Path) -> str:
    """Return 16 hex digits that stand for the place of a registry: the names of files do not tell it."""
    place = str(folder.resolve()).encode("utf-8", "surrogateescape")
    return hashlib.sha256(place).hexdigest()[:16]
