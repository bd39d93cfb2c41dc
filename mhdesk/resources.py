"""Find the files that mhdesk ships with."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    """Return the folder that holds icons, fonts, texts and vocabularies.

    The same files lie in three places: beside the package in a checkout, inside it in an
    installed wheel, and in the unpacked bundle of the frozen app.
    """
    bundle = getattr(sys, "_MEIPASS", None)
    package = Path(__file__).resolve().parent
    candidates = [package / "_resources", package.parent / "resources"]
    if bundle:
        candidates.insert(0, Path(bundle) / "resources")
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError("mhdesk was installed without its resources")


def path(*parts: str) -> Path:
    """Return the path of one shipped file or folder, e.g. ``path("icons", "lock.svg")``.

    Raises FileNotFoundError when it does not exist: a missing resource is a broken build.
    """
    found = _root().joinpath(*parts)
    if not found.exists():
        raise FileNotFoundError("/".join(parts))
    return found
