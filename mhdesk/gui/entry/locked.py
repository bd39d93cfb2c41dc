"""What one process tells the next when it locks: since when, and whether a draft waits. Nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Final

_DRAFT: Final = "+draft"


@dataclass(frozen=True, slots=True)
class Locked:
    """Since when the registry is locked; ``draft_kept`` when somebody left a form behind."""

    at: time
    draft_kept: bool = False

    def argument(self) -> str:
        """Return it as the value of ``--locked-at``: ``02:08`` or ``02:08+draft``."""
        return f"{self.at:%H:%M}{_DRAFT if self.draft_kept else ''}"


def read_locked(argument: str | None) -> Locked | None:
    """Return what the value of ``--locked-at`` says; None for no value or one that says nothing."""
    try:
        return (
            Locked(time.fromisoformat(argument.removesuffix(_DRAFT)), argument.endswith(_DRAFT))
            if argument
            else None
        )
    except ValueError:
        return None
