"""What is missing in the region: how often help was not found in a period. For inside only."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.periods import Period
from mhdesk.domain.unmet import BY, NeedCounts
from mhdesk.errors import KnownError
from mhdesk.gui import faults, words
from mhdesk.gui.figures.period_bar import PeriodBar
from mhdesk.gui.figures.work import this_year
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.network import work
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.blocks import column, empty_out, facts
from mhdesk.gui.widgets.labels import Paragraph, Section
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.page import Page
from mhdesk.gui.widgets.summary import EmptyState


class UnmetPage(Page):
    """Count what was not found by purpose, reason, municipality, sex and age; nothing here can be published."""

    def __init__(self, context: PageContext) -> None:
        super().__init__("")
        self._context = context
        self._period: Period | None = None
        self.periods = PeriodBar()
        self.empty = EmptyState("")
        self._inside = Paragraph(
            self.tr(
                "Only for inside the team. One person can stand behind several numbers, so that a number above five "
                "may still be about one: these figures cannot be published. Under Figures everybody counts once."
            ),
            Type.CAPTION,
            Role.SECOND,
        )
        self._counts = QWidget()
        self._lines = column(self._counts, 0)
        self.set_title(self.tr("What is missing"))
        self.add_title_action(self.periods)
        self.main.add(self._inside)
        self.main.add(self.empty, before=sizes.S16)
        self.main.add(self._counts)
        self.main.fill()
        self.empty.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.periods.chosen.connect(self._on_periods_chosen)
        self.periods.refused.connect(self._on_failed)
        context.bus.changed.connect(self._on_bus_changed)

    def entered(self) -> None:
        """Count this year at first."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._period is None:
            self._context.runner.ask(work.today_of, self._on_today_arrived, self._on_failed)

    def status(self) -> str:
        """Say that looking leaves a trace."""
        return self.tr("Looking inside is noted in the log")

    def _on_today_arrived(self, today: date) -> None:
        self.periods.set_today(today)
        self.periods.show_period(this_year(today))
        self._ask(this_year(today))

    def _ask(self, period: Period) -> None:
        self._period = period
        self._context.runner.ask(partial(work.counted, period), self._on_counted, self._on_failed)

    def _on_counted(self, counts: NeedCounts) -> None:
        if counts.period != self._period:
            return
        empty_out(self._lines)
        self.empty.setVisible(not counts.needs)
        if not counts.needs:
            self.set_summary(counts.period.title())
            self.empty.set_words(
                self.tr("Nothing was recorded as not found in this period."),
                self.tr("Look for help under Network, and record what nobody could give."),
            )
            return
        self.set_summary(self._sum_up(counts))
        for name, numbers in counts.by:
            self._lines.addSpacing(sizes.S24)
            self._lines.addWidget(Section(self._words()[name], small=True))
            self._lines.addSpacing(sizes.S8)
            pairs = [(options.label(BY[name], code), words.locale().toString(n)) for code, n in numbers]
            self._lines.addLayout(facts(pairs))

    def _sum_up(self, counts: NeedCounts) -> str:
        told = self.tr("{period} · not found: {needs} · known persons: {people} · worked out later: {met}")
        number = words.locale().toString
        return told.format(
            period=counts.period.title(),
            needs=number(counts.needs),
            people=number(counts.people),
            met=number(counts.met),
        )

    def _words(self) -> dict[str, str]:
        return {
            "purpose": self.tr("What for"),
            "reason": self.tr("Why it did not work out"),
            "municipality": self.tr("Municipality"),
            "sex": self.tr("Sex"),
            "age_band": self.tr("Age"),
        }

    @Slot(object)
    def _on_periods_chosen(self, period: object) -> None:
        if isinstance(period, Period):
            self._ask(period)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if isinstance(error, KnownError):
            self.messages.show_message(Kind.ERROR, faults.sentence(error))

    @Slot(object)
    def _on_bus_changed(self, change: object) -> None:
        is_need = isinstance(change, Change) and change.verb.startswith("need.")
        if is_need and self._period is not None and self.isVisible():
            self._ask(self._period)
