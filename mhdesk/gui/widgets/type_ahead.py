"""Find a line of a list by typing how it begins, or how one of its words begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent

from mhdesk.domain.text import plain

_PAUSE_MS: Final = 1_000
"""Who pauses longer than this begins anew; Qt's own 400 ms are too short for whoever looks for the keys."""
_NOT_TYPED: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def find(typed: str, labels: Sequence[str], current: int) -> int | None:
    """Return the line that ``typed`` means, None for none; case, accents and punctuation do not count.

    Lines that begin so go before lines in which a later word does. One letter, typed once or again and again, goes
    on to the next line after ``current``; more letters stay at ``current`` while it fits.
    """
    wanted, known = plain(typed), [plain(label) for label in labels]
    if not wanted:
        return None
    found = _fitting(wanted, known)
    letters = wanted.replace(" ", "")
    if not found and len(set(letters)) == 1:
        wanted, found = letters[0], _fitting(letters[0], known)
    if not found:
        return None
    later = [row for row in found if row > current] if len(wanted) == 1 else []
    if len(wanted) > 1 and current in found:
        return current
    return later[0] if later else found[0]


def _fitting(wanted: str, known: Sequence[str]) -> list[int]:
    begins = [row for row, label in enumerate(known) if label.startswith(wanted)]
    return begins or [row for row, label in enumerate(known) if f" {wanted}" in label]


class TypeAhead:
    """What somebody types to find a line, until a pause."""

    def __init__(self) -> None:
        self._typed = ""
        self._since = QElapsedTimer()

    def takes(self, event: QKeyEvent) -> bool:
        """Say whether a key is a letter to search by; a space only after others, by itself it opens a list."""
        text = event.text()
        plain_key = not event.modifiers() & _NOT_TYPED
        return plain_key and bool(text) and text.isprintable() and (text != " " or self._is_going_on())

    def type(self, text: str, labels: Sequence[str], current: int) -> int | None:
        """Return the line that what was typed so far means, None for none."""
        self._typed = self._typed + text if self._is_going_on() else text
        self._since.start()
        return find(self._typed, labels, current)

    def _is_going_on(self) -> bool:
        return bool(self._typed) and self._since.isValid() and self._since.elapsed() < _PAUSE_MS
