"""The column about informing: for each victim and aggressor where it stands, why, and what went before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain import four_eyes
from mhdesk.domain.informing import State
from mhdesk.domain.people import User
from mhdesk.domain.signals import ROLES_TO_INFORM
from mhdesk.domain.views import DecisionView, InvolvementView, SignalDetails
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.signals import decision_words
from mhdesk.gui.signals.blocks import MarkSign, beside, column, marked
from mhdesk.gui.signals.naming import name_words, role_words
from mhdesk.gui.signals.printing import PapersRow
from mhdesk.gui.signals.standing import OPEN, PRESSING, Standing, standing_of
from mhdesk.gui.signals.term_bar import TermBar, edges_of
from mhdesk.gui.widgets.buttons import SecondaryButton
from mhdesk.gui.widgets.labels import Hairline, Label, Paragraph, Section


def to_inform(details: SignalDetails) -> list[InvolvementView]:
    """Return everybody about whom informing is decided, in the order in which they were recorded."""
    return [one for one in details.involvements if one.role in ROLES_TO_INFORM]


def most_pressing(people: Sequence[InvolvementView], today: date) -> InvolvementView | None:
    """Return whose decision comes first: who is open or whose review has come, by day; then the least settled."""

    def order(one: InvolvementView) -> tuple[int, date, int]:
        day, settled = one.duty_on or date.max, PRESSING.index(one.inform_state)
        waits = one.inform_state in OPEN or day <= today
        return (0, day, settled) if waits else (1 + settled, day, settled)

    return min(people, key=order, default=None)


def is_asked(one: InvolvementView, user: User) -> bool:
    """Say whether somebody's decision waits for this user as a second person."""
    last = one.decisions[0] if one.decisions else None
    if last is None or one.inform_state != State.NOT or not last.waits_for_colleague():
        return False
    return four_eyes.may_answer(user.id, user.name, last.recorded_by_id, last.decided_by)


def _keys(one: InvolvementView, first: InvolvementView | None, asked: InvolvementView | None) -> str:
    """Return which keys of the page are about somebody."""
    return ("B" if one is first else "") + ("K" if one is asked else "")


class InformingEntry(QWidget):
    """One person: mark and name, the state and its clock, the reasons, the history, and the next decision.

    ``decision_wanted`` and ``agreement_wanted`` follow the buttons. With ``keys`` the buttons have the keys of the
    page, as far as they are among them. ``user`` is who may decide, None where nobody at the desk may.
    """

    decision_wanted = QtSignal()
    agreement_wanted = QtSignal()

    def __init__(
        self, one: InvolvementView, recorded_on: date, today: date, *, keys: str, user: User | None
    ) -> None:
        super().__init__()
        self._today = today
        stands = standing_of(one, recorded_on, today)
        inner = QVBoxLayout()
        inner.setSpacing(sizes.S4)
        self._say_standing(inner, one, stands)
        edges = edges_of(one, recorded_on)
        if len(edges) > 1 and stands.mark not in {Mark.INFORMED, Mark.NOT_INFORMED}:
            inner.addSpacing(sizes.S8)
            inner.addWidget(TermBar(edges, today))
        self._say_reasons(inner, one)
        inner.addSpacing(sizes.S8)
        inner.addLayout(self._buttons(one, user, keys))
        self.papers = PapersRow(one, may_decide=user is not None)
        inner.addWidget(self.papers)
        row = marked(MarkSign(stands.mark, stands.share), inner)
        outer = column(self)
        outer.addLayout(row)

    def _buttons(self, one: InvolvementView, user: User | None, keys: str) -> QHBoxLayout:
        """Return what can be done: decide, and as a second person look along."""
        row = QHBoxLayout()
        row.setSpacing(sizes.S12)
        word = self.tr("New decision") if one.decisions else self.tr("Decide")
        if one.inform_state == State.TO_INFORM:
            word = self.tr("Told, or decide anew")
        self.button = SecondaryButton(word, self, keys="B" if "B" in keys else "")
        named = self.tr("Decide on informing {name}").format(name=name_words(one))
        self.button.setAccessibleName(named)
        self.button.clicked.connect(self.decision_wanted)
        self.second = SecondaryButton(self.tr("Look along"), self, keys="K" if "K" in keys else "")
        named = self.tr("Look along with the decision about {name}").format(name=name_words(one))
        self.second.setAccessibleName(named)
        self.second.clicked.connect(self.agreement_wanted)
        for button, offered in ((self.second, user and is_asked(one, user)), (self.button, user)):
            row.addWidget(button)
            button.setVisible(bool(offered))
        row.addStretch(1)
        return row

    def _say_standing(self, inner: QVBoxLayout, one: InvolvementView, stands: Standing) -> None:
        name = Paragraph(name_words(one), Type.STRONG)
        inner.addLayout(beside(name, Label(stands.word, Type.URGENT, stands.ink), wraps=True))
        urgent = stands.beside_ink is not Role.SECOND
        clock = Label(stands.beside, Type.CAPTION_STRONG if urgent else Type.CAPTION, stands.beside_ink)
        inner.addLayout(beside(Label(role_words(one), Type.CAPTION, Role.SECOND), clock))
        if stands.term:
            inner.addWidget(Paragraph(stands.term, Type.CAPTION, Role.SECOND))

    def _say_reasons(self, inner: QVBoxLayout, one: InvolvementView) -> None:
        if not one.decisions:
            return
        last = one.decisions[0]
        if reasons := decision_words.reasons(last):
            inner.addSpacing(sizes.S4)
            inner.addWidget(Paragraph(reasons, Type.CAPTION, Role.TEXT))
        for line in decision_words.details(last):
            inner.addWidget(Paragraph(line, Type.CAPTION, Role.SECOND))
        inner.addSpacing(sizes.S4)
        for decision in one.decisions:
            inner.addLayout(self._history_line(decision, earlier=decision is not last))

    def _history_line(self, decision: DecisionView, *, earlier: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.S8)
        day = decision.decided_on or decision.recorded_at.astimezone().date()
        on = Label(words.short_day(day, self._today), Type.CAPTION_STRONG)
        on.setContentsMargins(0, look().px(1), 0, 0)
        row.addWidget(on, 0, Qt.AlignmentFlag.AlignTop)
        said = [decision_words.history(decision, self._today)]
        if earlier:  # of the last one this stands above
            said += [decision_words.reasons(decision), *decision_words.details(decision)]
        lines = QVBoxLayout()
        lines.setSpacing(2)
        for line in filter(None, said):
            lines.addWidget(Paragraph(line, Type.CAPTION, Role.SECOND))
        row.addLayout(lines, 1)
        return row


class InformingView(QWidget):
    """Everybody who is informed or not, under each other. The signals carry the involvement's id.

    ``user`` is who is at the desk and may decide, None where he or she may not.
    """

    decision_wanted = QtSignal(int)
    agreement_wanted = QtSignal(int)
    letter_wanted = QtSignal(int)
    story_wanted = QtSignal(int)

    def __init__(self, details: SignalDetails, today: date, *, user: User | None) -> None:
        super().__init__()
        people = to_inform(details)
        first = most_pressing(people, today)
        asked = next((one for one in people if user is not None and is_asked(one, user)), None)
        recorded_on = details.recorded_at.astimezone().date()
        lines = column(self, sizes.S16)
        head = Section(self.tr("Informing"))
        head.add_right(Label(self._count(people), Type.CAPTION, Role.SECOND))
        lines.addWidget(head)
        for number, one in enumerate(people):
            if number:
                lines.addWidget(Hairline())
            entry = InformingEntry(one, recorded_on, today, keys=_keys(one, first, asked), user=user)
            entry.decision_wanted.connect(partial(self.decision_wanted.emit, one.id))
            entry.agreement_wanted.connect(partial(self.agreement_wanted.emit, one.id))
            entry.papers.letter_wanted.connect(partial(self.letter_wanted.emit, one.id))
            entry.papers.story_wanted.connect(partial(self.story_wanted.emit, one.id))
            lines.addWidget(entry)
        lines.addWidget(Paragraph(self._footing(people), Type.CAPTION, Role.SECOND))
        lines.addStretch(1)

    def _count(self, people: Sequence[InvolvementView]) -> str:
        if not people:
            return ""
        if len(people) == 1:
            return self.tr("one person")
        return self.tr("{count} persons").format(count=words.number_word(len(people)))

    def _footing(self, people: Sequence[InvolvementView]) -> str:
        if people:
            return self.tr("A decision stays as it is; a new one follows it.")
        return self.tr("Nobody in this signal is a victim or an aggressor: there is nothing to decide.")
