"""The first questions of a call: how did it come in, when, and who tells."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mhdesk.domain import dates
from mhdesk.domain.signals import SignalDraft
from mhdesk.gui.look import sizes
from mhdesk.gui.signals import options
from mhdesk.gui.signals.part import Part
from mhdesk.gui.signals.source_part import SourcePart
from mhdesk.gui.widgets.editors import TIME_WIDTH
from mhdesk.gui.widgets.fields import Choice, DateEditor, TextEditor
from mhdesk.gui.widgets.labels import Section


class ReceiptPart(Part):
    """Channel, moment, and who reports."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._channel = Choice()
        self._channel.set_options(options.options("channels"))
        self._day = DateEditor()
        self._time = TextEditor(width=TIME_WIDTH)
        self._source = SourcePart()
        self._lay_out()
        self.fields |= self._source.fields
        self._source.edited.connect(self.edited)
        self._source.left.connect(self.left)
        self._channel.edited.connect(self._on_channel_edited)

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
        self.column.addWidget(self._source)

    def show_draft(self, draft: SignalDraft) -> None:
        """Fill the fields in."""
        self._channel.set_code(draft.channel)
        self._day.setText(draft.received_on)
        self._time.setText(draft.received_time)
        self._source.show_draft(draft)

    def set_asked(self, asked: bool) -> None:
        """Ask these questions, or none of them."""
        self.setVisible(asked)
        for field in self.fields.values():
            field.setVisible(asked)
        self._source.set_asked(asked)

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
        self._source.read(draft)

    @Slot()
    def _on_channel_edited(self) -> None:
        self._source.propose(self._channel.code())
