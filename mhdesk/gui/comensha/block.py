"""How the registration of one victim with CoMensha stands, and what can be done about it."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain.comensha import CONSENTS, DOSSIERS, STATES, ComenshaState, ComenshaView, Standing
from mhdesk.domain.terms import WorkTerm
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import Mark, word_role, word_type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.signals import options
from mhdesk.gui.signals.blocks import MarkSign, beside, column, facts, marked
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.buttons import QuietButton, SecondaryButton
from mhdesk.gui.widgets.labels import Label, Paragraph, Section
from mhdesk.gui.words import Clock

_MARKS: Final = {
    ComenshaState.REGISTERED: Mark.DONE,
    ComenshaState.REFUSED: Mark.NOT_INFORMED,
    ComenshaState.NOT_NEEDED: Mark.NOT_INFORMED,
}


class ComenshaBlock(QWidget):
    """State, clock, what is known of the registration, earlier steps; the buttons only ask.

    ``reason_wanted`` carries the state that is to be recorded.
    """

    register_wanted = QtSignal()
    due_wanted = QtSignal()
    reason_wanted = QtSignal(str)
    feedback_wanted = QtSignal()
    coded_wanted = QtSignal()
    year_wanted = QtSignal()

    def __init__(self, standing: Standing, today: date, *, may_write: bool) -> None:
        super().__init__()
        self._today = today
        now = standing.now()
        lines = column(self, sizes.S12)
        head = Section(self.tr("CoMensha"))
        year = QuietButton(self.tr("List of the year"), small=True)
        year.clicked.connect(self.year_wanted)
        head.add_right(year)
        lines.addWidget(head)
        if now is None:
            nothing = self.tr("Nothing was recorded about registering with CoMensha.")
            lines.addWidget(Paragraph(nothing, role=Role.SECOND))
        else:
            lines.addLayout(self._standing(now))
        if may_write:
            lines.addWidget(self._actions(now))
        self._add_earlier(lines, standing)

    def _standing(self, now: ComenshaView) -> QHBoxLayout:
        inner = QVBoxLayout()
        inner.setSpacing(sizes.S4)
        clock = self._clock(now)
        title = Paragraph(options.label(STATES, now.state), Type.STRONG)
        inner.addLayout(
            beside(title, Label(clock.words, word_type(clock.mark), word_role(clock.mark)), wraps=True)
        )
        if clock.day:
            source = vocabulary("work_terms")[WorkTerm.COMENSHA].source
            inner.addWidget(Paragraph(DOT.join((clock.day, source)), Type.CAPTION, Role.SECOND))
        inner.addLayout(facts(self._facts(now)))
        return marked(MarkSign(clock.mark, clock.share), inner)

    def _clock(self, now: ComenshaView) -> Clock:
        if now.state == ComenshaState.DUE and now.due_on:
            return words.deadline(now.due_on, self._today, now.recorded_at.astimezone().date())
        day = now.registered_on or now.recorded_at.astimezone().date()
        return Clock(words.weekday_day(day, self._today), "", _MARKS.get(now.state, Mark.TASK))

    def _facts(self, now: ComenshaView) -> list[tuple[str, str]]:
        told = [(self.tr("Why"), now.reason)]
        if now.state == ComenshaState.REGISTERED:
            told += [
                (self.tr("Type of dossier"), vocabulary(DOSSIERS).label(now.dossier_type)),
                (self.tr("On whose word"), self._consent(now)),
                (self.tr("Their number"), now.their_number),
                (self.tr("Message"), self._message(now)),
            ]
        return told

    def _consent(self, now: ComenshaView) -> str:
        day = words.weekday_day(now.consent_on, self._today) if now.consent_on else ""
        label = options.label(CONSENTS, now.consent)
        return DOT.join(filter(None, (label, now.consent_note, day)))

    def _message(self, now: ComenshaView) -> str:
        day = words.weekday_day(now.feedback_on, self._today) if now.feedback_on else ""
        return ": ".join(filter(None, (day, now.feedback)))

    def _actions(self, now: ComenshaView | None) -> QWidget:
        state = now.state if now else None
        done = state == ComenshaState.REGISTERED
        register = self.tr("Amend the registration") if done else self.tr("Record the registration")
        self.register = SecondaryButton(register)
        self.register.clicked.connect(self.register_wanted)
        self.feedback = QuietButton(self.tr("Message of CoMensha"), small=True)
        self.feedback.setVisible(done)
        self.feedback.clicked.connect(self.feedback_wanted)
        self.due = QuietButton(self.tr("Put on Today"), small=True)
        self.due.setVisible(state not in {ComenshaState.DUE, ComenshaState.REGISTERED})
        self.due.clicked.connect(self.due_wanted)
        self.refuse = QuietButton(self.tr("Does not want it"), small=True)
        self.refuse.setVisible(not done)
        self.refuse.clicked.connect(lambda: self.reason_wanted.emit(ComenshaState.REFUSED.value))
        self.not_needed = QuietButton(self.tr("Not needed"), small=True)
        self.not_needed.setVisible(not done)
        self.not_needed.clicked.connect(lambda: self.reason_wanted.emit(ComenshaState.NOT_NEEDED.value))
        self.coded = QuietButton(self.tr("To copy from…"), small=True)
        self.coded.setAccessibleName(self.tr("What is known, to copy from for the registration"))
        self.coded.clicked.connect(self.coded_wanted)
        return _row(self.register, self.feedback, self.due, self.refuse, self.not_needed, self.coded)

    def _add_earlier(self, lines: QVBoxLayout, standing: Standing) -> None:
        for one in standing.steps:
            if one.current:
                continue
            day = words.weekday_day(one.recorded_at.astimezone().date(), self._today)
            said = (one.reason, one.consent_note, one.their_number, self._message(one))
            told = DOT.join(filter(None, (day, options.label(STATES, one.state), *said, one.recorded_by)))
            lines.addWidget(Paragraph(self.tr("Before: {step}").format(step=told), Type.CAPTION, Role.SECOND))


def _row(*buttons: QWidget) -> QWidget:
    """Return buttons beside each other, those that are shown."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(sizes.S16)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return made
