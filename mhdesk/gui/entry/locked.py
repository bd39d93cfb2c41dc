"""What one process tells the next when it locks: since when, and what waits. Nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from typing import Final

_WRITTEN: Final = re.compile(
    r"(?P<at>\d\d:\d\d)(?P<draft>\+draft(?P<number>[1-9]\d{0,17})?)?(?P<note>\+note)?"
    r"(?:\+mails(?P<mails>[1-9]\d{0,5}))?"
)


@dataclass(frozen=True, slots=True)
class Locked:
    """Since when the registry is locked.

    ``draft_kept`` when somebody has an unfinished form, ``draft`` its id when that was on the screen; ``note_kept``
    when somebody noted something beside a registry that was in use. ``mails`` counts files that were dropped and not
    taken in when the lock came; their names are nowhere.
    """

    at: time
    draft_kept: bool = False
    draft: int | None = None
    note_kept: bool = False
    mails: int = 0

    def argument(self) -> str:
        """Return it as the value of ``--locked-at``: ``02:08``, ``02:08+draft7`` or ``02:08+note+mails3``."""
        draft = f"+draft{self.draft or ''}" if self.draft_kept else ""
        mails = f"+mails{self.mails}" if self.mails else ""
        return f"{self.at:%H:%M}{draft}{'+note' if self.note_kept else ''}{mails}"


def read_locked(argument: str | None) -> Locked | None:
    """Return what the value of ``--locked-at`` says; None for no value or one that says nothing."""
    found = _WRITTEN.fullmatch(argument or "")
    if not found:
        return None
    number = int(found["number"]) if found["number"] else None
    try:
        at, mails = time.fromisoformat(found["at"]), int(found["mails"] or 0)
        return Locked(at, bool(found["draft"]), number, bool(found["note"]), mails)
    except ValueError:
        return None
