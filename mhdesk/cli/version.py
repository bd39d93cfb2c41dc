"""``mhdesk --version``: which parts this program is made of."""

from __future__ import annotations

import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from mhdesk import __version__, vault
from mhdesk.cli.output import Output


def parts() -> dict[str, str]:
    """Return the version of mhdesk and of everything that matters for trust in it."""
    found = {"mhdesk": __version__, "commit": _commit(), **vault.versions()}
    return {**found, "Qt": version("PySide6-Essentials"), "Python": platform.python_version()}


def show() -> int:
    """Print the versions, one a line."""
    Output(as_json=False).result({}, (f"{name} {number}" for name, number in parts().items()))
    return 0


def _commit() -> str:
    """Return the commit of a checkout, "-" for an installed program."""
    root = Path(__file__).resolve().parents[2]
    if not (root / ".git").exists():
        return "-"
    git = subprocess.run(  # noqa: S603 - fixed words and our own folder
        ["git", "-C", str(root), "rev-parse", "--short", "HEAD"],  # noqa: S607 - git is looked up as any tool
        capture_output=True,
        text=True,
        check=False,
    )
    return git.stdout.strip() or "-"
