"""The meetings about a client, on the page of that person: what was said, who was told what, what was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mhdesk.domain.meeting_views import CaseMeetingView
from mhdesk.domain.persons import PersonDetails
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.meetings.words import agreement_words, fields_words, kind_words, share_words, state_mark
from mhdesk.gui.signals import options
from mhdesk.gui.signals.blocks import MarkSign, beside, column, marked
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Paragraph, Section

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk
    from mhdesk.gui.persons.loading import Loaded
    from mhdesk.gui.persons.person_page import PersonPage


@dataclass(frozen=True, slots=True)
class MeetingsOfPerson:
    """The meetings about the cases of a person, the latest first."""

    meetings: tuple[CaseMeetingView, ...]


def read(details: PersonDetails, desk: Desk) -> MeetingsOfPerson:
    """Return the meetings about a person."""
    from mhdesk.desk import meetings

    return MeetingsOfPerson(meetings.of_person(desk, details.id))


def part(page: PersonPage, loaded: Loaded) -> QWidget | None:
    """Return the block of meetings, None where there were none."""
    found = loaded.of(MeetingsOfPerson)
    if found is None or not found.meetings:
        return None
    block = MeetingsBlock(found.meetings, loaded.today)
    block.meeting_wanted.connect(page.context.navigator.open_meeting)
    return block


class MeetingsBlock(QWidget):
    """Every meeting about somebody. ``meeting_wanted`` carries the id of one."""

    meeting_wanted = QtSignal(int)

    def __init__(self, meetings: tuple[CaseMeetingView, ...], today: date) -> None:
        super().__init__()
        self._today = today
        lines = column(self, sizes.S16)
        lines.addWidget(Section(self.tr("Meetings")))
        for one in meetings:
            lines.addWidget(self._entry(one))

    def _entry(self, one: CaseMeetingView) -> QWidget:
        entry, inner = QWidget(), QVBoxLayout()
        inner.setSpacing(2)
        day = words.weekday_day(one.held_on, self._today)
        lead = QuietButton(self.tr("Open"), small=True)
        lead.setAccessibleName(self.tr("Open the meeting of {day}").format(day=day))
        lead.clicked.connect(partial(self.meeting_wanted.emit, one.meeting_id))
        inner.addLayout(beside(Paragraph(self._title(one, day), Type.STRONG), lead, wraps=True))
        for text in filter(None, (one.item.question, one.item.report)):
            inner.addWidget(Paragraph(text))
        for line in self._lines(one):
            inner.addWidget(Paragraph(line, Type.CAPTION, Role.SECOND))
        mark = MarkSign(state_mark(one.state, one.held_on, self._today))
        column(entry).addLayout(marked(mark, inner))
        return entry

    def _title(self, one: CaseMeetingView, day: str) -> str:
        return DOT.join((kind_words(one.kind), day, options.label("meeting_states", one.state).lower()))

    def _lines(self, one: CaseMeetingView) -> list[str]:
        told = self.tr("Told to {whom}: {what}. {ground}")
        lines = [
            told.format(
                whom=whom, what=fields_words(share.shared), ground=words.sentence_case(share_words(share))
            )
            for whom, share in one.told
        ]
        agreed = self.tr("Agreed: {what} {who}")
        lines += [
            agreed.format(what=made.what, who=agreement_words(made, self._today))
            for made in one.item.agreements
        ]
        minutes = one.item.minutes
        return lines if minutes is None else [*lines, self.tr("{count} minutes").format(count=minutes)]
