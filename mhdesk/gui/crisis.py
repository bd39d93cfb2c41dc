"""Whom to call when it cannot wait: readable while locked, in the top bar and on Today."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.contact import CrisisNumber, shipped_numbers
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.errors import KnownError
from mhdesk.gui.bus import Bus
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.runner import Runner
from mhdesk.gui.widgets.labels import Label, Paragraph

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_DROP: Final = 2
"""Brings a number down to the base line of the first line beside it."""


def numbers_while_locked() -> tuple[CrisisNumber, ...]:
    """Return the numbers that stand on the unlock page: what a team keeps of its own is locked away then."""
    terms = (term for term in vocabulary("crisis_numbers") if term.get("locked") == "True")
    return tuple(CrisisNumber(term.label(), term.get("number")) for term in terms)


class CrisisNumbers(QWidget):
    """Names at the left, numbers at the right; the first is the emergency number and heavier.

    In a narrow column names wrap: a number is never cut off.
    """

    def __init__(self, parent: QWidget | None = None, *, numbers: Sequence[CrisisNumber] = ()) -> None:
        super().__init__(parent)
        self._lines: list[QWidget] = []
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(sizes.S8)
        grid.setHorizontalSpacing(sizes.S16)
        grid.setColumnStretch(0, 1)
        self.show_numbers(numbers or shipped_numbers())

    def show_numbers(self, numbers: Sequence[CrisisNumber]) -> None:
        """Show other numbers."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        for row, one in enumerate(numbers):
            self._add(row, one)

    def _add(self, row: int, one: CrisisNumber) -> None:
        name = Paragraph(one.name, Type.STRONG if row == 0 else Type.TEXT)
        said = self.tr("call {number}").format(number=one.number) if row == 0 else one.number
        call = Label(said, Type.STRONG)
        call.setContentsMargins(0, _DROP, 0, 0)
        call.setAccessibleName(f"{one.name}: {one.number}")
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(call, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._lines += [name, call]


class OwnNumbers(CrisisNumbers):
    """The numbers of the team over an open registry: those that mhdesk ships with until it has answered."""

    def __init__(self, runner: Runner, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._ask()
        bus.changed.connect(self._on_bus_changed)

    def _ask(self) -> None:
        self._runner.ask(_numbers, self.show_numbers, _ignored, owner=self)

    @Slot(object)
    def _on_bus_changed(self, change: object) -> None:
        if isinstance(change, Change) and change.verb == "registry.contact_changed":
            self._ask()


def _numbers(desk: Desk) -> tuple[CrisisNumber, ...]:
    from mhdesk.desk import contact

    return contact.kept(desk).numbers()


def _ignored(_error: KnownError) -> None:
    """Leave the numbers that are shown: any is better than none."""
