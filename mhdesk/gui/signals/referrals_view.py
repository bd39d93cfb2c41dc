"""The referrals of one signal, each with the answer that came or that is waited for."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mhdesk.domain.referrals import OPEN, ReferralState
from mhdesk.domain.views import AnswerView, ReferralView, SignalDetails
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import Mark, word_role, word_type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.signals import options
from mhdesk.gui.signals.blocks import MarkSign, beside, column, marked
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.buttons import QuietButton, SecondaryButton
from mhdesk.gui.widgets.labels import Label, Paragraph, Section

_MARKS = {
    ReferralState.PROPOSED: Mark.TASK,
    ReferralState.SENT: Mark.WAITING,
    ReferralState.RECEIVED: Mark.WAITING,
    ReferralState.WAITING_LIST: Mark.WAITING,
    ReferralState.ACCEPTED: Mark.DONE,
    ReferralState.STARTED: Mark.DONE,
    ReferralState.ENDED: Mark.DONE,
    ReferralState.DECLINED: Mark.NOT_INFORMED,
    ReferralState.WITHDRAWN: Mark.NOT_INFORMED,
}
_OPEN = OPEN


class ReferralEntry(QWidget):
    """One referral: to whom, for whom and why, on what basis, and the answer. ``answer_wanted`` follows its button."""

    answer_wanted = QtSignal()

    def __init__(self, one: ReferralView, whom: str, today: date, *, keys: str, may_write: bool) -> None:
        super().__init__()
        self._today = today
        state = ReferralState(one.state)
        mark = _MARKS[state]
        inner = QVBoxLayout()
        inner.setSpacing(2)
        state_word = Label(self._state_words(one, state), word_type(mark), word_role(mark))
        inner.addLayout(beside(Paragraph(one.organisation, Type.STRONG), state_word, wraps=True))
        for line in self._lines(one, whom):
            inner.addWidget(Paragraph(line, Type.CAPTION, Role.SECOND))
        if one.answer:
            inner.addWidget(Paragraph(one.answer, Type.CAPTION, Role.TEXT))
        for earlier in one.answers[1:]:
            inner.addWidget(Paragraph(self._earlier(earlier), Type.CAPTION, Role.SECOND))
        if may_write:
            waits = state in _OPEN
            word = self.tr("Record the answer") if waits else self.tr("Record another answer")
            name = (
                self.tr("Record the answer of {name}")
                if waits
                else self.tr("Record another answer of {name}")
            )
            answer = QuietButton(word, keys=keys, small=True)
            answer.setAccessibleName(name.format(name=one.organisation))
            answer.clicked.connect(self.answer_wanted)
            inner.addSpacing(2)
            inner.addWidget(answer, 0, Qt.AlignmentFlag.AlignLeft)
        column(self).addLayout(marked(MarkSign(mark), inner))

    def _earlier(self, one: AnswerView) -> str:
        """Return an answer that another one followed, in one line."""
        label = vocabulary("referral_states").label(one.state)
        day = words.weekday_day(one.answered_on, self._today) if one.answered_on else ""
        told = ": ".join(filter(None, (" ".join(filter(None, (label, day))), one.answer)))
        return self.tr("Before: {answer}").format(answer=told)

    def _state_words(self, one: ReferralView, state: ReferralState) -> str:
        if state is ReferralState.SENT and not one.historic:
            return words.waiting(one.referred_on, self._today).words
        return words.sentence_case(vocabulary("referral_states").label(state))

    def _lines(self, one: ReferralView, whom: str) -> list[str]:
        first = [] if one.purpose in {"", UNKNOWN} else [options.label("referral_purposes", one.purpose)]
        if whom:
            first.append(self.tr("for {name}").format(name=whom))
        if one.referred_on:
            first.append(
                self.tr("referred {day}").format(day=words.weekday_day(one.referred_on, self._today))
            )
        if one.answered_on:
            first.append(self.tr("answer {day}").format(day=words.weekday_day(one.answered_on, self._today)))
        basis = [] if one.basis in {"", UNKNOWN} else [options.label("referral_bases", one.basis)]
        basis += [text for text in (one.basis_note,) if text]
        return [line for line in (DOT.join(first), ": ".join(basis), one.note) if line]


class ReferralsView(QWidget):
    """All referrals, newest first, and the button for another one.

    ``referral_wanted`` follows the button, ``answer_wanted`` carries the id of a referral.
    """

    referral_wanted = QtSignal()
    answer_wanted = QtSignal(int)

    def __init__(self, details: SignalDetails, today: date, *, may_write: bool) -> None:
        super().__init__()
        names = {one.id: one.name for one in details.involvements}
        waiting = next((one.id for one in details.referrals if one.state in _OPEN), None)
        lines = column(self, sizes.S16)
        head = Section(self.tr("Referrals"))
        if may_write:
            refer = SecondaryButton(self.tr("Refer"), keys="D")
            refer.clicked.connect(self.referral_wanted)
            head.add_right(refer)
        lines.addWidget(head)
        for one in details.referrals:
            keys = "A" if one.id == waiting else ""
            whom = names.get(one.involvement_id or 0, "")
            entry = ReferralEntry(one, whom, today, keys=keys, may_write=may_write)
            entry.answer_wanted.connect(partial(self.answer_wanted.emit, one.id))
            lines.addWidget(entry)
        if not details.referrals:
            lines.addWidget(Paragraph(self.tr("Nobody was referred yet."), role=Role.SECOND))
