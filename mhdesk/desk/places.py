"""Whether a registry stands where it should: asked before it is made, and whenever it is opened."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from mhdesk import vault
from mhdesk.domain import folders
from mhdesk.domain.problems import Problem
from mhdesk.errors import InputError

_AT_OPENING: Final = {
    "registry.folder_in_cloud": "registry.opened_in_cloud",
    "registry.folder_on_network": "registry.opened_on_network",
}


def doubts(folder: Path) -> list[Problem]:
    """Return why a registry should not stand in ``folder``, [] when nothing is known against it."""
    return folders.doubts(vault.folder_facts(folder))


def require_safe(folder: Path) -> None:
    """Raise InputError with what may happen to a registry that stands in ``folder``."""
    for problem in doubts(folder):
        raise InputError(_AT_OPENING[problem.code])


def is_removable(folder: Path) -> bool:
    """Say whether ``folder`` lies on a stick or another disk that can be pulled out."""
    return vault.folder_facts(folder).removable
