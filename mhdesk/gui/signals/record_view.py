"""What one signal tells: the narrative, how it came in, and the notes kept beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.domain.sources import Source, may_be_named, why
from mhdesk.domain.views import NoteView, SignalDetails
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.signals import options
from mhdesk.gui.signals.blocks import column, facts
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Paragraph, Section


class NarrativeView(QWidget):
    """What was seen or heard, as it was written down. ``amend_wanted`` follows its button."""

    amend_wanted = QtSignal()

    def __init__(self, details: SignalDetails, *, may_write: bool) -> None:
        super().__init__()
        lines = column(self, sizes.S8)
        head = Section(self.tr("What was seen or heard"))
        if may_write:
            amend = QuietButton(self.tr("Amend"), keys="V", small=True)
            amend.setAccessibleName(self.tr("Amend what was seen or heard"))
            amend.clicked.connect(self.amend_wanted)
            head.add_right(amend)
        lines.addWidget(head)
        if details.narrative:
            lines.addWidget(Paragraph(details.narrative))
        else:
            lines.addWidget(Paragraph(self.tr("Nothing was written down."), role=Role.SECOND))


class ReceiptView(QWidget):
    """Form, place, channel, source, and who recorded it when. ``amend_wanted`` follows its button."""

    amend_wanted = QtSignal()

    def __init__(self, details: SignalDetails, today: date, *, may_write: bool) -> None:
        super().__init__()
        lines = column(self, sizes.S12)
        head = Section(self.tr("How it came in"))
        if may_write:
            amend = QuietButton(self.tr("Amend"), small=True)
            amend.setAccessibleName(self.tr("Amend how it came in"))
            amend.clicked.connect(self.amend_wanted)
            head.add_right(amend)
        lines.addWidget(head)
        others = ", ".join(vocabulary("exploitation_forms").label(code) for code in details.other_forms)
        lines.addLayout(
            facts(
                [
                    (self.tr("Received"), self._received(details, today)),
                    (self.tr("Channel"), options.label("channels", details.channel)),
                    (self.tr("Reporter"), self._reporter(details)),
                    (self.tr("About the reporter"), details.source_note),
                    (self.tr("Form"), options.label("exploitation_forms", details.form)),
                    (self.tr("Also a matter of"), words.sentence_case(others)),
                    (self.tr("Municipality"), options.label("municipalities", details.municipality)),
                    (self.tr("Recorded"), self._recorded(details, today)),
                ]
            )
        )
        source = Source.of(details)
        role = Role.SECOND if may_be_named(source) else Role.TODAY
        lines.addWidget(Paragraph(why(source), Type.CAPTION, role))

    def _received(self, details: SignalDetails, today: date) -> str:
        day = words.weekday_day(details.received_on, today)
        if not details.received_time:
            return day
        return self.tr("{day} at {time}").format(day=day, time=details.received_time)

    def _reporter(self, details: SignalDetails) -> str:
        told = [options.label("disciplines", details.discipline), details.organisation]
        if details.source_capacity != UNKNOWN:
            told.append(vocabulary("source_capacities").label(details.source_capacity))
        return ", ".join(filter(None, told))

    def _recorded(self, details: SignalDetails, today: date) -> str:
        day = words.weekday_day(details.recorded_at.astimezone().date(), today)
        said = self.tr("{day} at {time}, by {name}")
        return said.format(day=day, time=words.time_of(details.recorded_at), name=details.recorded_by)


class NotesView(QWidget):
    """What is kept beside the record, each with where it came from."""

    def __init__(self, details: SignalDetails, today: date) -> None:
        super().__init__()
        lines = column(self, sizes.S12)
        lines.addWidget(Section(self.tr("Notes")))
        for note in details.notes:
            lines.addWidget(self._entry(note, today))

    def _entry(self, note: NoteView, today: date) -> QWidget:
        entry = QWidget()
        lines = column(entry, 2)
        lines.addWidget(Paragraph(note.text))
        day = words.weekday_day(note.recorded_at.astimezone().date(), today)
        parts = [words.sentence_case(note.origin), day, note.recorded_by]
        lines.addWidget(Paragraph(" · ".join(filter(None, parts)), Type.CAPTION, Role.SECOND))
        return entry
