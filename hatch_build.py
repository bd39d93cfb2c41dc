"""Put the resources into what is built, and refuse to build without the translation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TRANSLATION = Path("resources", "i18n", "mhdesk_nl.qm")


class ResourcesHook(BuildHookInterface[Any]):
    """Copy ``resources/`` to ``mhdesk/_resources``, where :mod:`mhdesk.resources` looks first.

    Sources of translations stay behind: the window reads the compiled ``.qm``. An editable
    installation takes nothing along, it reads the checkout.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name every file to take along; raise RuntimeError when the translation is missing or old."""
        if version == "editable":
            return
        root = Path(self.root)
        _check_translation(root)
        if self.target_name == "wheel":
            build_data["force_include"] |= {
                str(file): str(Path("mhdesk", "_resources", file.relative_to(root / "resources")))
                for file in sorted((root / "resources").rglob("*"))
                if file.is_file() and file.suffix != ".ts" and not file.name.startswith(".")
            }


def _check_translation(root: Path) -> None:
    """Raise RuntimeError unless the compiled translation is there and as new as its sources."""
    compiled = root / TRANSLATION
    if not compiled.is_file():
        raise RuntimeError(f"{TRANSLATION} is missing: `make i18n` makes it.")
    made = compiled.stat().st_mtime
    if any(source.stat().st_mtime > made for source in (root / "resources" / "i18n" / "nl").glob("*.ts")):
        raise RuntimeError(f"{TRANSLATION} is older than its sources: run `make i18n` first.")
