"""What this computer remembers between two starts: which registry, whose name, which looks.

Nothing about anybody in a registry. One small file that only its owner can read; what is not declared here
is neither kept nor read.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

import platformdirs

from mhdesk import files

_log: Final = logging.getLogger("mhdesk.gui")


@dataclass(frozen=True, slots=True)
class Values:
    """Everything that is remembered, with what holds as long as nothing is.

    ``idle_minutes`` is how long nobody may touch anything before the registry is locked;
    ``registry`` is the folder opened last; ``user_name`` who opened it, kept only with ``remember_user``;
    ``scheme`` is a :class:`mhdesk.gui.look.theme.Scheme`; ``zoom`` the user's own text size; ``window`` where
    the window stood, as Qt writes it; ``reminded_on`` the day on which somebody was last reminded of the recovery page;
    ``accepted_folders`` are traces of the folders in which a registry is opened although none should stand there.
    """

    registry: str = ""
    user_name: str = ""
    remember_user: bool = True
    scheme: str = "system"
    zoom: float = 1.0
    window: str = ""
    idle_minutes: int = 5
    reminded_on: str = ""
    accepted_folders: str = ""


def default_path() -> Path:
    """Return where the preferences of this user of this computer are kept."""
    return platformdirs.user_config_path("mhdesk", appauthor=False) / "preferences.json"


class Preferences:
    """The remembered values; every change is written at once.

    A file that cannot be read counts as empty, and one that cannot be written is only noted in the log:
    nobody should be kept from work by it.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or default_path()
        self.values = _read(self._path)

    def change(self, **changes: str | bool | float) -> None:
        """Remember other values. Raises TypeError for a key that is not declared."""
        values = replace(self.values, **changes)  # type: ignore[arg-type]  # _fits() compares the types below
        if not all(_fits(name, value) for name, value in asdict(values).items()):
            raise TypeError("a preference of another type than declared")
        self.values = values if values.remember_user else replace(values, user_name="")
        self._write()

    def _write(self) -> None:
        try:
            files.make_folder(self._path.parent)
            files.write_text(self._path, json.dumps(asdict(self.values), indent=1))
        except OSError as error:
            _log.info("preferences not written: %s", type(error).__name__)


def _fits(name: str, value: object) -> bool:
    return type(value) is type(getattr(_DEFAULTS, name))


def _read(path: Path) -> Values:
    try:
        found: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        _log.info("no preferences read: %s", type(error).__name__)
        return _DEFAULTS
    if not isinstance(found, dict):
        return _DEFAULTS
    known = {field.name for field in fields(Values)}
    return Values(**{name: value for name, value in found.items() if name in known and _fits(name, value)})


_DEFAULTS: Final = Values()
