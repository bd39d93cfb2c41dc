"""The meeting itself: when and where, who sits at the table, and its note."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mhdesk.domain.meeting_views import ParticipantView
from mhdesk.domain.meetings import Attendance, MeetingState
from mhdesk.domain.revisions import RevisionView
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.meetings.loading import Loaded
from mhdesk.gui.meetings.words import about_kind, kind_words, side_words
from mhdesk.gui.signals import options
from mhdesk.gui.signals.blocks import column, facts
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.buttons import QuietButton, SecondaryButton
from mhdesk.gui.widgets.labels import Hairline, Paragraph, Section


class TablePart(QWidget):
    """What is known of a meeting besides its cases.

    ``invitation_wanted`` follows the button, ``amending_wanted`` and ``removal_wanted`` carry a `ParticipantView`.
    """

    invitation_wanted = QtSignal()
    amending_wanted = QtSignal(object)
    removal_wanted = QtSignal(object)

    def __init__(self, loaded: Loaded, *, may_write: bool) -> None:
        super().__init__()
        details = loaded.details
        self._loaded = loaded
        self._writes = may_write and details.state != MeetingState.CANCELLED
        self._lines = column(self, sizes.S12)
        self._lines.addWidget(Paragraph(kind_words(details.kind), Type.SECTION))
        self._lines.addWidget(Paragraph(about_kind(details.kind), Type.CAPTION, Role.SECOND))
        day = words.weekday_date(details.held_on)
        pairs = [
            (self.tr("Day"), day),
            (self.tr("Time"), details.starts_at),
            (self.tr("Place"), details.place),
            (self.tr("Chair"), details.chair),
            (self.tr("Note"), details.note),
        ]
        self._lines.addLayout(facts(pairs))
        for one in details.history:
            self._add_earlier(one)
        self._lines.addWidget(Hairline())
        self._add_participants()
        self._lines.addStretch(1)

    def _add_earlier(self, one: RevisionView) -> None:
        """Show what the meeting said before, why it was called off among it, and who changed it."""
        names = (("starts_at", self.tr("Time")), ("place", self.tr("Place")), ("chair", self.tr("Chair")))
        said = [f"{label}: {one.earlier[name]}" for name, label in names if one.earlier.get(name)]
        if moved := one.earlier.get("held_on"):
            said.insert(0, self.tr("Day: {day}").format(day=words.weekday_date(date.fromisoformat(moved))))
        if note := one.earlier.get("note"):
            said.append(self.tr("Note: {note}").format(note=note))
        if said:
            told = self.tr("Before, until {day} ({name}): {text}")
            day = words.weekday_day(one.changed_at.astimezone().date(), self._loaded.today)
            earlier = told.format(day=day, name=one.changed_by, text="; ".join(said))
            self._lines.addWidget(Paragraph(earlier, Type.CAPTION, Role.SECOND))

    def _add_participants(self) -> None:
        head = Section(self.tr("At the table"))
        if self._writes:
            invite = SecondaryButton(self.tr("Add a participant"), keys="P")
            invite.clicked.connect(self.invitation_wanted)
            head.add_right(invite)
        self._lines.addWidget(head)
        for one in self._loaded.details.participants:
            self._lines.addWidget(self._participant(one))
        if not self._loaded.details.participants:
            self._lines.addWidget(Paragraph(self.tr("Nobody is invited yet."), role=Role.SECOND))

    def _participant(self, one: ParticipantView) -> QWidget:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S12)
        about = QWidget()
        lines = column(about, 2)
        lines.addWidget(Paragraph(one.name, Type.STRONG))
        told = DOT.join(filter(None, (one.function, one.organisation, side_words(one.side))))
        lines.addWidget(Paragraph(told, Type.CAPTION, Role.SECOND))
        lines.addWidget(Paragraph(self._standing(one), Type.CAPTION, Role.SECOND))
        row.addWidget(about, 1)
        if self._writes:
            amend, away = (
                QuietButton(self.tr("Amend"), small=True),
                QuietButton(self.tr("Remove"), small=True),
            )
            amend.setAccessibleName(self.tr("Amend {name}").format(name=one.name))
            away.setAccessibleName(self.tr("Remove {name} from the list").format(name=one.name))
            amend.clicked.connect(partial(self.amending_wanted.emit, one))
            away.clicked.connect(partial(self.removal_wanted.emit, one))
            row.addWidget(amend)
            row.addWidget(away)
        return entry

    def _standing(self, one: ParticipantView) -> str:
        """Return whether somebody is there, and whether a covenant holds with the organisation."""
        there = options.label("meeting_attendance", one.attendance or Attendance.INVITED)
        lacks = one.organisation_id is not None and one.organisation_id not in self._loaded.covered
        return DOT.join(filter(None, (there, self.tr("no covenant holds") if lacks else "")))
