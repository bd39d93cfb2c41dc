"""The referrals of one signal: every step, what was shared on which ground, and the letters that are kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain.referral_steps import next_steps
from mhdesk.domain.referrals import OPEN, ReferralState
from mhdesk.domain.views import ReferralView, SignalDetails
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import Mark, word_role, word_type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.referrals import describing
from mhdesk.gui.signals.blocks import MarkSign, beside, column, marked
from mhdesk.gui.widgets.buttons import QuietButton, SecondaryButton
from mhdesk.gui.widgets.labels import Label, Paragraph, Section


class ReferralEntry(QWidget):
    """One referral: to whom, for whom and why, on what basis, what was shared, every step, and its letters.

    ``answer_wanted``, ``sending_wanted`` and ``letter_wanted`` follow their buttons, ``saving_wanted`` carries the id
    of a letter.
    """

    answer_wanted = QtSignal()
    sending_wanted = QtSignal()
    letter_wanted = QtSignal()
    saving_wanted = QtSignal(int)

    def __init__(self, one: ReferralView, whom: str, today: date, *, keys: str, may_write: bool) -> None:
        super().__init__()
        self._referral, self._today = one, today
        mark = Mark.LATE if one.is_overdue(today) else describing.mark_of(one.state)
        inner = QVBoxLayout()
        inner.setSpacing(2)
        state_word = Label(describing.state_words(one, today), word_type(mark), word_role(mark))
        inner.addLayout(beside(Paragraph(one.organisation, Type.STRONG), state_word, wraps=True))
        for line in describing.lines(one, whom, today):
            inner.addWidget(Paragraph(line, Type.CAPTION, Role.SECOND))
        if said := describing.remark(one):
            inner.addWidget(Paragraph(said, Type.CAPTION, Role.TEXT))
        for line in describing.earlier_lines(one, today):
            inner.addWidget(Paragraph(line, Type.CAPTION, Role.SECOND))
        if may_write:
            self._add_buttons(inner, keys)
        self._add_letters(inner)
        column(self).addLayout(marked(MarkSign(mark), inner))

    def _add_buttons(self, inner: QVBoxLayout, keys: str) -> None:
        one, row = self._referral, QHBoxLayout()
        row.setSpacing(sizes.S16)
        if one.state == ReferralState.PROPOSED:
            named = self.tr("Send the referral to {name}")
            self._button(row, self.tr("Send…"), named, keys).clicked.connect(self.sending_wanted)
            keys = ""
        if next_steps(one.state):
            self._add_answer(row, keys)
        if one.shared and one.state != ReferralState.WITHDRAWN:
            named = self.tr("Make the letter to {name}")
            self._button(row, self.tr("Make the letter…"), named).clicked.connect(self.letter_wanted)
        row.addStretch(1)
        inner.addSpacing(2)
        inner.addLayout(row)

    def _add_answer(self, row: QHBoxLayout, keys: str) -> None:
        waits = self._referral.state in OPEN
        word = self.tr("Record the answer") if waits else self.tr("Record another answer")
        named = (
            self.tr("Record the answer of {name}") if waits else self.tr("Record another answer of {name}")
        )
        if self._referral.state == ReferralState.PROPOSED:
            word, named = self.tr("Withdraw…"), self.tr("Withdraw the referral to {name}")
        self._button(row, word, named, keys).clicked.connect(self.answer_wanted)

    def _button(self, row: QHBoxLayout, word: str, named: str, keys: str = "") -> QuietButton:
        button = QuietButton(word, keys=keys, small=True)
        button.setAccessibleName(named.format(name=self._referral.organisation))
        row.addWidget(button)
        return button

    def _add_letters(self, inner: QVBoxLayout) -> None:
        """Show which letters are kept, and let each be saved again."""
        for letter in self._referral.letters:
            made = words.weekday_day(letter.made_at.date(), self._today)
            told = self.tr("Letter of {day}, {name}").format(day=made, name=letter.made_by)
            save = QuietButton(self.tr("Save as PDF…"), small=True)
            save.setAccessibleName(self.tr("Save the letter of {day} as PDF").format(day=made))
            save.clicked.connect(partial(self.saving_wanted.emit, letter.id))
            row = QHBoxLayout()
            row.setSpacing(sizes.S16)
            row.addWidget(Label(told, Type.CAPTION, Role.SECOND), 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(save)
            row.addStretch(1)
            inner.addLayout(row)


def _first_in_turn(referrals: Sequence[ReferralView]) -> int | None:
    """Return which referral the key is for: one that waits for an answer, else help that is not over yet."""
    goes_on = [one for one in referrals if next_steps(one.state)]
    return next((one.id for one in (*(one for one in goes_on if one.state in OPEN), *goes_on)), None)


class ReferralsView(QWidget):
    """All referrals, newest first, and the button for another one.

    ``referral_wanted`` follows the button; ``answer_wanted``, ``sending_wanted`` and ``letter_wanted`` carry the id of
    a referral, ``saving_wanted`` that of a letter.
    """

    referral_wanted = QtSignal()
    answer_wanted = QtSignal(int)
    sending_wanted = QtSignal(int)
    letter_wanted = QtSignal(int)
    saving_wanted = QtSignal(int)

    def __init__(self, details: SignalDetails, today: date, *, may_write: bool) -> None:
        super().__init__()
        names = {one.id: one.name for one in details.involvements}
        waiting = _first_in_turn(details.referrals)
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
            entry.sending_wanted.connect(partial(self.sending_wanted.emit, one.id))
            entry.letter_wanted.connect(partial(self.letter_wanted.emit, one.id))
            entry.saving_wanted.connect(self.saving_wanted)
            lines.addWidget(entry)
        if not details.referrals:
            lines.addWidget(Paragraph(self.tr("Nobody was referred yet."), role=Role.SECOND))
