"""Reference numbers as people write and say them: GV-2026-0042."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

DEFAULT_PREFIX: Final = "GV"
CASE_PREFIX: Final = "C"
"""The letter before the number of a case: C-2026-0014."""
_PATTERN: Final = re.compile(r"([A-Za-z]{1,4})[- ]?(\d{4})[- ]?(\d{1,7})")


@dataclass(frozen=True, slots=True)
class Reference:
    """Name a signal for people: the registry's letters, the year of recording, a running number."""

    prefix: str
    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.prefix}-{self.year}-{self.number:04d}"


def parse_reference(text: str) -> Reference | None:
    """Return the reference that ``text`` spells (``gv 2026 42`` too), else None."""
    match = _PATTERN.fullmatch(text.strip())
    return Reference(match[1].upper(), int(match[2]), int(match[3])) if match else None
