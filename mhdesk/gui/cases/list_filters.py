"""What a list of cases is narrowed down by: words, open or closed, whose, how risky."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mhdesk.domain.case_list import CaseFilter
from mhdesk.domain.cases import CaseStatus
from mhdesk.domain.people import User
from mhdesk.gui.look import sizes
from mhdesk.gui.signals import options
from mhdesk.gui.signals.filters import PAUSE_MS, SearchField
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.fields import Choice

_EVERY: Final = "every"


class CaseFilters(QWidget):
    """The row of filters above the list; `clear` stands elsewhere on the page.

    ``changed`` follows every choice at once and typing after a pause; ``finished`` follows Down or Enter in the
    search field. It begins with the open cases of everybody.
    """

    changed = QtSignal()
    finished = QtSignal()

    def __init__(self, user: User, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._user = user
        self.search = SearchField(width=264, placeholder=self.tr("Name, number or words"))
        self.search.setAccessibleName(self.tr("Show only cases with this name, number or these words"))
        states = [(CaseStatus.OPEN, self.tr("Open")), (CaseStatus.CLOSED, self.tr("Closed"))]
        self.status = self._choice([*states, (_EVERY, self.tr("Open and closed"))], "", 176)
        self.coordinator = self._choice([], self.tr("Every coordinator"), 208)
        self.risk = self._choice(options.options("risk_levels"), self.tr("Every risk"), 160)
        self.status.setAccessibleName(self.tr("Status"))
        self.coordinator.setAccessibleName(self.tr("Coordinator"))
        self.risk.setAccessibleName(self.tr("Risk"))
        self.clear = QuietButton(self.tr("Clear filters"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._connect()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S12)
        row.addWidget(self.search, 1)
        for choice in (self.status, self.coordinator, self.risk):
            row.addWidget(choice)
        self.wipe()

    def _choice(self, pairs: options.Options, everything: str, width: int) -> Choice:
        choice = Choice(width=width)
        choice.set_options(pairs, blank=everything)
        choice.setCurrentIndex(0)
        choice.edited.connect(self._on_choice_edited)
        return choice

    def _connect(self) -> None:
        self._pause.timeout.connect(self._on_pause_timeout)
        self.search.edited.connect(self._pause.start)
        self.search.finished.connect(self._on_search_finished)
        self.search.emptied.connect(self._on_pause_timeout)
        self.clear.clicked.connect(self._on_clear_clicked)

    def offer_coordinators(self, colleagues: Iterable[User]) -> None:
        """Offer whose cases are shown: one's own first, then those of each colleague."""
        chosen = self.coordinator.code()
        others = [(str(one.id), one.name) for one in colleagues if one.id != self._user.id]
        mine = (str(self._user.id), self.tr("My cases"))
        self.coordinator.set_options([mine, *others], blank=self.tr("Every coordinator"))
        self.coordinator.setCurrentIndex(max(0, self.coordinator.findData(chosen)))

    def chosen(self) -> CaseFilter:
        """Return what stands in the fields."""
        status, whose = self.status.code(), self.coordinator.code()
        return CaseFilter(
            status="" if status == _EVERY else status,
            coordinator_id=int(whose) if whose else None,
            risk=self.risk.code(),
            search=self.search.text().strip(),
        )

    def is_narrowing(self) -> bool:
        """Say whether the fields leave any open case out, or show closed ones."""
        return self.chosen() != CaseFilter()

    def wipe(self) -> None:
        """Let every open case through."""
        self._pause.stop()
        self.search.setText("")
        for choice in (self.status, self.coordinator, self.risk):
            choice.setCurrentIndex(0)
        self.clear.hide()

    @Slot()
    def _on_choice_edited(self) -> None:
        self._on_pause_timeout()

    @Slot()
    def _on_pause_timeout(self) -> None:
        self._pause.stop()
        self.clear.setVisible(self.is_narrowing())
        self.changed.emit()

    @Slot()
    def _on_search_finished(self) -> None:
        if self._pause.isActive():
            self._on_pause_timeout()
        self.finished.emit()

    @Slot()
    def _on_clear_clicked(self) -> None:
        self.wipe()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
