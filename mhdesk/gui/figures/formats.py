"""As which files figures leave, each with what it is good for."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.widgets.labels import Label
from mhdesk.gui.widgets.toggles import Check

_CHOSEN_FIRST = ("pdf", "csv")


class FormatChecks(QWidget):
    """Any number of kinds of files, by code; all are made from the same protected figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checks = {code: Check(label, use, self) for code, label, use in self._kinds()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S8)
        column.addWidget(Label(self.tr("Which files"), Type.STRONG))
        for code, check in self._checks.items():
            check.setChecked(code in _CHOSEN_FIRST)
            column.addWidget(check)
        for before, after in pairwise(self._checks.values()):
            QWidget.setTabOrder(before, after)
        self.setFocusProxy(self.first)

    def _kinds(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("pdf", "PDF", self.tr("To print and to pass round.")),
            ("html", "HTML", self.tr("For every screen, and for screen readers.")),
            ("xlsx", "XLSX", self.tr("For Excel and LibreOffice.")),
            ("csv", "CSV", self.tr("For programs, with every column explained.")),
            ("json", "JSON", self.tr("For programs, all in one file.")),
        )

    @property
    def first(self) -> Check:
        """Return the first box."""
        return next(iter(self._checks.values()))

    @property
    def last(self) -> Check:
        """Return the last box."""
        return list(self._checks.values())[-1]

    def check(self, code: str) -> Check:
        """Return the box of a kind."""
        return self._checks[code]

    def codes(self) -> tuple[str, ...]:
        """Return the chosen kinds in their order."""
        return tuple(code for code, check in self._checks.items() if check.isChecked())
