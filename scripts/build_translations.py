"""Compile the Dutch texts of the window into the one file that the window loads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "resources" / "i18n" / "nl"
COMPILED = ROOT / "resources" / "i18n" / "mhdesk_nl.qm"
TOOL = Path(sys.executable).with_name("pyside6-lrelease")


def build(sources: Path, compiled: Path, *options: str) -> str:
    """Merge every ``.ts`` of ``sources`` into ``compiled``; return what the tool had to say if it failed."""
    files = sorted(sources.glob("*.ts"))
    if not files:
        return f"There is no translation in {sources}: run `make i18n`."
    command: list[str | Path] = [TOOL, "-silent", *options, *files, "-qm", compiled]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    return "" if run.returncode == 0 else run.stdout + run.stderr


def main() -> int:
    """Compile; a text without a translation stays English, a mangled one stops the build."""
    complaint = build(SOURCES, COMPILED, "-fail-on-invalid")
    print(complaint, end="", file=sys.stderr)
    return 1 if complaint else 0


if __name__ == "__main__":
    sys.exit(main())
