"""Whom to call when it cannot wait: readable while locked, in the top bar and on Today."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from mhdesk.domain.vocabulary import Term, vocabulary
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.widgets.labels import Label, Paragraph

_DROP: Final = 2
"""Brings a number down to the base line of the first line beside it."""


def numbers(*, while_locked: bool = False) -> tuple[Term, ...]:
    """Return whom to call, most urgent first; ``number`` is an extra of each term.

    ``while_locked`` leaves those that stand on the unlock page.
    """
    terms = vocabulary("crisis_numbers")
    return tuple(term for term in terms if not while_locked or term.get("locked") == "True")


class CrisisNumbers(QWidget):
    """Names at the left, numbers at the right; the first is the emergency number and heavier.

    In a narrow column names wrap: a number is never cut off.
    """

    def __init__(self, parent: QWidget | None = None, *, while_locked: bool = False) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(sizes.S8)
        grid.setHorizontalSpacing(sizes.S16)
        grid.setColumnStretch(0, 1)
        for row, term in enumerate(numbers(while_locked=while_locked)):
            self._add(grid, row, term)

    def _add(self, grid: QGridLayout, row: int, term: Term) -> None:
        number = term.get("number")
        name = Paragraph(term.label(), Type.STRONG if row == 0 else Type.TEXT)
        call = Label(self.tr("call {number}").format(number=number) if row == 0 else number, Type.STRONG)
        call.setContentsMargins(0, _DROP, 0, 0)
        call.setAccessibleName(f"{term.label()}: {number}")
        grid.addWidget(name, row, 0)
        grid.addWidget(call, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
