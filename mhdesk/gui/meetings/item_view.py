"""One case on the agenda: what was agreed last time, what was said, who was told what, and who does what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mhdesk.domain.agreements import CaseAgreement
from mhdesk.domain.meeting_views import ItemView, ShareView
from mhdesk.domain.meetings import MeetingState
from mhdesk.domain.revisions import RevisionView
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.meetings.loading import Loaded
from mhdesk.gui.meetings.words import (
    agreement_mark,
    agreement_words,
    client_words,
    fields_words,
    participant_words,
    share_words,
)
from mhdesk.gui.signals import options
from mhdesk.gui.signals.blocks import MarkSign, beside, column
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.buttons import QuietButton, SecondaryButton
from mhdesk.gui.widgets.labels import Hairline, Paragraph, Section


class AgreementEntry(QWidget):
    """An agreement: what, who, by when or what came of it. ``follow_wanted`` follows its button, where it has one."""

    follow_wanted = QtSignal()

    def __init__(self, one: CaseAgreement, loaded: Loaded, *, keys: str = "", follows: bool = False) -> None:
        super().__init__()
        told = QWidget()
        inner = column(told, 2)
        inner.addWidget(Paragraph(one.what))
        inner.addWidget(Paragraph(agreement_words(one, loaded.today), Type.CAPTION, Role.SECOND))
        if one.snoozed_to is not None and one.done_on is None:
            put_off = self.tr("Put off until {day}: {why}")
            day = words.weekday_day(one.snoozed_to, loaded.today)
            inner.addWidget(
                Paragraph(put_off.format(day=day, why=one.snooze_reason), Type.CAPTION, Role.SECOND)
            )
        if follows and one.done_on is None:
            button = QuietButton(self.tr("What became of it"), keys=keys, small=True)
            button.setAccessibleName(self.tr("What became of: {what}").format(what=one.what))
            button.clicked.connect(self.follow_wanted)
            inner.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S16)
        row.addWidget(MarkSign(agreement_mark(one, loaded.today)), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(told, 1)


class ItemPart(QWidget):
    """Everything about one case on the agenda.

    ``report_wanted``, ``share_wanted``, ``agree_wanted``, ``person_wanted`` and ``removal_wanted`` follow the buttons,
    ``follow_wanted`` carries a `CaseAgreement`.
    """

    report_wanted = QtSignal()
    share_wanted = QtSignal()
    agree_wanted = QtSignal()
    person_wanted = QtSignal()
    removal_wanted = QtSignal()
    follow_wanted = QtSignal(object)

    def __init__(self, loaded: Loaded, item: ItemView, *, may_write: bool) -> None:
        super().__init__()
        self._loaded, self._item = loaded, item
        self._writes = may_write and loaded.details.state != MeetingState.CANCELLED
        self._lines = column(self, sizes.S8)
        self._add_head()
        if item.before:
            self._add_before()
        self._add_report()
        self._add_shares()
        self._add_agreements()
        self._add_end()

    def _section(self, title: str, button: SecondaryButton | None = None) -> None:
        self._lines.addSpacing(sizes.S12)
        self._lines.addWidget(Hairline())
        head = Section(title)
        if button is not None and self._writes:
            head.add_right(button)
        self._lines.addWidget(head)

    def _add_head(self) -> None:
        item = self._item
        person = QuietButton(self.tr("To the person"), small=True)
        person.setAccessibleName(self.tr("To the page of {name}").format(name=client_words(item)))
        person.clicked.connect(self.person_wanted)
        title = Paragraph(f"{item.reference}  {client_words(item)}", Type.SECTION)
        self._lines.addLayout(beside(title, person, wraps=True))
        self._lines.addWidget(Paragraph(DOT.join(self._facts()), Type.CAPTION, Role.SECOND))

    def _facts(self) -> Iterator[str]:
        item = self._item
        if item.sex != UNKNOWN:
            yield options.label("sexes", item.sex).lower()
        yield self.tr("age unknown") if item.age is None else self.tr("{age} years old").format(age=item.age)
        if item.risk != UNKNOWN:
            yield self.tr("risk {level}").format(level=options.label("risk_levels", item.risk).lower())
        yield self.tr("coordinator {name}").format(name=item.coordinator)

    def _add_before(self) -> None:
        self._section(self.tr("Agreed before"))
        waiting = next((one.id for one in self._item.before if one.done_on is None), None)
        for one in self._item.before:
            keys = "W" if one.id == waiting else ""
            entry = AgreementEntry(one, self._loaded, keys=keys, follows=self._writes)
            entry.follow_wanted.connect(partial(self.follow_wanted.emit, one))
            self._lines.addWidget(entry)

    def _add_report(self) -> None:
        item = self._item
        button = SecondaryButton(self.tr("Write the report"), keys="V")
        button.clicked.connect(self.report_wanted)
        self._section(self.tr("Report"), button)
        if item.question:
            self._lines.addWidget(Paragraph(self.tr("Question"), Type.CAPTION_STRONG, Role.SECOND))
            self._lines.addWidget(Paragraph(item.question))
        if item.report:
            self._lines.addWidget(Paragraph(self.tr("What was said"), Type.CAPTION_STRONG, Role.SECOND))
            self._lines.addWidget(Paragraph(item.report))
        state = self.tr("Discussed") if item.discussed else self.tr("Not discussed yet")
        minutes = "" if item.minutes is None else self.tr("{count} minutes").format(count=item.minutes)
        line = DOT.join(filter(None, (state, minutes)))
        self._lines.addWidget(Paragraph(line, Type.CAPTION, Role.SECOND))
        for one in item.history:
            self._add_earlier(one)

    def _add_earlier(self, one: RevisionView) -> None:
        """Show what the report said before, and who changed it."""
        said = "\n".join(filter(None, (one.earlier.get("question"), one.earlier.get("report"))))
        if said:
            told = self.tr("Before, until {day} ({name}): {text}")
            day = words.weekday_day(one.changed_at.date(), self._loaded.today)
            earlier = told.format(day=day, name=one.changed_by, text=said)
            self._lines.addWidget(Paragraph(earlier, Type.CAPTION, Role.SECOND))

    def _add_shares(self) -> None:
        button = SecondaryButton(self.tr("Told to…"), keys="D")
        button.clicked.connect(self.share_wanted)
        self._section(self.tr("Who was told what"), button)
        for one in self._item.shares:
            self._lines.addWidget(self._share(one))
        if not self._item.shares:
            nothing = self.tr("Nothing recorded. Note it here when you tell something about this client.")
            self._lines.addWidget(Paragraph(nothing, Type.CAPTION, Role.SECOND))

    def _share(self, one: ShareView) -> QWidget:
        entry = QWidget()
        lines = column(entry, 2)
        told = participant_words(self._loaded.details.participant(one.participant_id))
        lines.addWidget(Paragraph(told, Type.STRONG))
        lines.addWidget(Paragraph(words.sentence_case(fields_words(one.shared))))
        lines.addWidget(Paragraph(words.sentence_case(share_words(one)), Type.CAPTION, Role.SECOND))
        return entry

    def _add_agreements(self) -> None:
        button = SecondaryButton(self.tr("Agree"), keys="A")
        button.clicked.connect(self.agree_wanted)
        self._section(self.tr("Who does what"), button)
        self._add_entries(self._item.agreements)

    def _add_entries(self, agreements: Sequence[CaseAgreement]) -> None:
        for one in agreements:
            self._lines.addWidget(AgreementEntry(one, self._loaded))
        if not agreements:
            self._lines.addWidget(Paragraph(self.tr("Nothing agreed yet."), Type.CAPTION, Role.SECOND))

    def _add_end(self) -> None:
        planned = self._loaded.details.state == MeetingState.PLANNED
        item = self._item
        if self._writes and planned and not (item.report or item.shares or item.agreements):
            away = QuietButton(self.tr("Take off the agenda"), small=True)
            away.setAccessibleName(
                self.tr("Take {reference} off the agenda").format(reference=item.reference)
            )
            away.clicked.connect(self.removal_wanted)
            row = QHBoxLayout()
            row.setContentsMargins(0, sizes.S16, 0, 0)
            row.addWidget(away)
            row.addStretch(1)
            self._lines.addLayout(row)
        self._lines.addStretch(1)
