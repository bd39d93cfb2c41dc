"""The load of the team at the foot of Today: how long triage takes, and what waits for it now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.load import Load
from mhdesk.domain.views import SignalFilter
from mhdesk.errors import KnownError
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.blocks import column
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Hairline, Paragraph

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_ALL: Final = 1000
"""A stretch beside which that of the empty place does not count."""


def _load(desk: Desk) -> Load:
    from mhdesk.desk import today

    return today.load(desk)


class LoadLine(QWidget):
    """Say in one or two sentences how long triage takes; its button opens what waits. Hidden where nothing is told.

    Asks by itself once the page has asked, and again after every change: nothing waits for it.
    """

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.sentence = Paragraph("", Type.CAPTION, Role.SECOND)
        self.open = QuietButton(self.tr("Show what waits for triage"), small=True)
        row = QHBoxLayout()
        row.setSpacing(sizes.S16)
        row.addWidget(self.sentence, _ALL)
        row.addStretch(1)
        row.addWidget(self.open)
        lines = column(self, sizes.S8)
        lines.setContentsMargins(0, 0, 0, sizes.S8)
        lines.addWidget(Hairline())
        lines.addLayout(row)
        self.hide()
        self.open.clicked.connect(self._on_open_clicked)
        context.bus.changed.connect(self._on_bus_changed)
        QTimer.singleShot(0, self, self.ask)

    def ask(self) -> None:
        """Ask how the load is now."""
        self._context.runner.ask(_load, self._on_load_arrived, self._on_runner_failed)

    def _on_load_arrived(self, load: Load) -> None:
        told = " ".join(part for part in (self._lately(load), self._now(load)) if part)
        self.sentence.set_plain(told)
        self.open.setVisible(bool(load.waiting))
        self.setVisible(bool(told))

    def _lately(self, load: Load) -> str:
        if load.median is None or load.longest is None:
            return ""
        one = self.tr("Triage in the last 90 days: one notification, after {longest}.")
        more = self.tr(
            "Triage in the last 90 days: {count} notifications, half within {median}, the longest after {longest}."
        )
        count, median = words.locale().toString(load.triaged), self._days(load.median)
        sentence = one if load.triaged == 1 else more
        return sentence.format(count=count, median=median, longest=self._days(load.longest))

    def _now(self, load: Load) -> str:
        if load.longest_now is None:
            return ""
        one = self.tr("One waits now, for {days}.")
        more = self.tr("{count} wait now, the oldest for {days}.")
        count = words.number_word(load.waiting)
        return (one if load.waiting == 1 else more).format(count=count, days=self._days(load.longest_now))

    def _days(self, days: float) -> str:
        number = words.locale().toString(float(days), "f", int(days != int(days)))
        return self.tr("1 day") if days == 1 else self.tr("{count} days").format(count=number)

    @Slot()
    def _on_open_clicked(self) -> None:
        self._context.navigator.show_signals(SignalFilter(to_triage=True))

    @Slot(object)
    def _on_bus_changed(self, change: object) -> None:
        if isinstance(change, Change) and change.signals:
            self.ask()

    def _on_runner_failed(self, _error: KnownError) -> None:
        """Say nothing: the list above asked the same registry and says what is wrong."""
        self.hide()
