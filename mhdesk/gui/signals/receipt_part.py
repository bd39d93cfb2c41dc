"""The first questions of a call: how did it come in, when, and who tells."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mhdesk.domain import dates
from mhdesk.domain.signals import SignalDraft
from mhdesk.gui.look import sizes
from mhdesk.gui.signals import options
from mhdesk.gui.signals.part import Part
from mhdesk.gui.widgets.editors import TIME_WIDTH
from mhdesk.gui.widgets.fields import Check, Choice, DateEditor, TextEditor
from mhdesk.gui.widgets.labels import Section


class ReceiptPart(Part):
    """Channel, moment, discipline, organisation, and whether the source stays secret."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._channel = Choice()
        self._channel.set_options(options.options("channels"))
        self._day = DateEditor()
        self._time = TextEditor(width=TIME_WIDTH)
        self._discipline = Choice()
        self._discipline.set_options(options.options("disciplines"))
        self._organisation = TextEditor()
        self.secret = Check(
            self.tr("Keep the source secret"), self.tr("the reporter then stands in no letter and no copy")
        )
        self._lay_out()

    def _lay_out(self) -> None:
        moment = QHBoxLayout()
        moment.setSpacing(sizes.S12)
        self.column.addWidget(Section(self.tr("How it came in")))
        channel = self.ask("channel", self.tr("Channel"), self._channel)
        top = Qt.AlignmentFlag.AlignTop
        moment.addWidget(self.ask("received_on", self.tr("Received on"), self._day), 0, top)
        moment.addWidget(self.ask("received_time", self.tr("at"), self._time), 0, top)
        moment.addStretch(1)
        self._time.setAccessibleName(self.tr("Received at what time"))
        self.add_pair(channel, moment)
        self.add_pair(
            self.ask("discipline", self.tr("Reporter: discipline"), self._discipline),
            self.ask("organisation", self.tr("Organisation"), self._organisation, optional=True),
        )
        self.column.addWidget(self.secret)

    def show_draft(self, draft: SignalDraft) -> None:
        """Fill the fields in."""
        self._channel.set_code(draft.channel)
        self._day.setText(draft.received_on)
        self._time.setText(draft.received_time)
        self._discipline.set_code(draft.discipline)
        self._organisation.setText(draft.organisation)
        self.secret.setChecked(draft.source_confidential)

    def expect(self, today: date) -> None:
        """Read a day without its year as one before ``today``."""
        self._day.expect(today)

    def suggest(self, now: datetime) -> None:
        """Fill in this moment, unless there is one already."""
        self.expect(now.date())
        if not self._day.text() and not self._time.text():
            self._day.setText(dates.display_day(now.date()))
            self._time.setText(f"{now:%H:%M}")

    def read(self, draft: SignalDraft) -> None:
        """Write what was filled in into a draft."""
        draft.channel = self._channel.code()
        draft.received_on = self._day.typed()
        draft.received_time = self._time.text()
        draft.discipline = self._discipline.code()
        draft.organisation = self._organisation.text()
        draft.source_confidential = self.secret.isChecked()
