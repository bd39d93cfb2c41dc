"""Keep ``resources/i18n/nl`` in step with the texts in the code of the window.

Every folder ``mhdesk/gui/<area>`` has its own ``<area>.ts``; ``gui.ts`` holds those of
``mhdesk/gui/*.py``. New texts arrive there marked as unfinished, texts that are gone leave.
With ``--check`` nothing is written: the exit status is 1 when something would change or a text
has no Dutch yet.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from build_translations import ROOT, SOURCES, build

GUI = ROOT / "mhdesk" / "gui"
TOOL = Path(sys.executable).with_name("pyside6-lupdate")
LANGUAGES = ["-source-language", "en", "-target-language", "nl"]
OPTIONS = ["-silent", "-no-obsolete", "-locations", "none", *LANGUAGES]


def areas() -> dict[str, list[Path]]:
    """Return the Python files of the window by the area that their texts belong to."""
    found = {"gui": sorted(GUI.glob("*.py"))}
    for folder in sorted(path for path in GUI.iterdir() if path.is_dir()):
        if files := sorted(folder.rglob("*.py")):
            found[folder.name] = files
    return found


def update(folder: Path) -> None:
    """Bring the ``.ts`` files of ``folder`` in step with the code."""
    wanted = areas()
    for name, files in wanted.items():
        target = folder / f"{name}.ts"
        subprocess.run([TOOL, *OPTIONS, *files, "-ts", target], check=True)
        if name != "gui" and "<message" not in target.read_text(encoding="utf-8"):
            target.unlink()
    for stray in folder.glob("*.ts"):
        if stray.stem not in wanted:
            stray.unlink()


def problems() -> list[str]:
    """Return what stands between the code and a complete Dutch window, one line each."""
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        for source in SOURCES.glob("*.ts"):
            shutil.copy(source, fresh)
        update(fresh)
        found = [
            f"resources/i18n/nl/{file} does not match the code: run `make i18n` and translate what is new."
            for file in sorted({path.name for folder in (SOURCES, fresh) for path in folder.glob("*.ts")})
            if _text(SOURCES / file) != _text(fresh / file)
        ]
        found += [
            f"{file.name}: no Dutch yet for: {text}"
            for file in sorted(fresh.glob("*.ts"))
            for text in _open(file)
        ]
        complaint = build(fresh, fresh / "check.qm", "-fail-on-invalid")
    return [*found, *complaint.splitlines()]


def _open(file: Path) -> list[str]:
    """Return the English of every text in ``file`` that has no finished translation."""
    messages = ET.parse(file).iter("message")
    return [
        message.findtext("source", "")
        for message in messages
        if (translation := message.find("translation")) is None or "type" in translation.attrib
    ]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def main() -> int:
    """Update the files, or with ``--check`` only say what is not in step."""
    if sys.argv[1:] != ["--check"]:
        update(SOURCES)
        return 0
    found = problems()
    print(*found, sep="\n", file=sys.stderr, end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
