"""The column about informing: for each victim and aggressor where it stands, why, and what went before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain.informing import Choice
from mhdesk.domain.signals import ROLES_TO_INFORM
from mhdesk.domain.views import DecisionView, InvolvementView, SignalDetails
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.signals import options
from mhdesk.gui.signals.blocks import MarkSign, beside, column, marked
from mhdesk.gui.signals.naming import name_words, role_words
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


class InformingEntry(QWidget):
    """One person: mark and name, the state and its clock, the reasons, the history, and the next decision.

    ``decision_wanted`` follows the button. With ``keys`` the button has the key of the page.
    """

    decision_wanted = QtSignal()

    def __init__(
        self, one: InvolvementView, recorded_on: date, today: date, *, keys: str, may_decide: bool
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
        self.button = SecondaryButton(
            self.tr("New decision") if one.decisions else self.tr("Decide"), keys=keys
        )
        named = self.tr("Decide on informing {name}").format(name=name_words(one))
        self.button.setAccessibleName(named)
        self.button.clicked.connect(self.decision_wanted)
        inner.addSpacing(sizes.S8)
        inner.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row = marked(MarkSign(stands.mark, stands.share), inner)
        outer = column(self)
        outer.addLayout(row)
        self.button.setVisible(may_decide)

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
        if reasons := _reasons(one.decisions[0]):
            inner.addSpacing(sizes.S4)
            inner.addWidget(Paragraph(reasons, Type.CAPTION, Role.TEXT))
        inner.addSpacing(sizes.S4)
        for decision in one.decisions:
            inner.addLayout(self._history_line(decision))

    def _history_line(self, decision: DecisionView) -> QHBoxLayout:
        """Return one decision of the history; one from a spreadsheet says so."""
        row = QHBoxLayout()
        row.setSpacing(sizes.S8)
        day = decision.decided_on or decision.recorded_at.astimezone().date()
        on = Label(words.short_day(day, self._today), Type.CAPTION_STRONG)
        on.setContentsMargins(0, look().px(1), 0, 0)
        row.addWidget(on, 0, Qt.AlignmentFlag.AlignTop)
        said = [f"{options.label('inform_choices', decision.choice)}."]
        if decision.choice == Choice.INFORM and decision.informed_on:
            done = self.tr("Done {day}.")
            said.append(done.format(day=words.weekday_day(decision.informed_on, self._today)))
        if decision.review_on:
            again = self.tr("Review {day}.")
            said.append(again.format(day=words.weekday_day(decision.review_on, self._today)))
        said.append(self._who(decision))
        row.addWidget(Paragraph(" ".join(filter(None, said)), Type.CAPTION, Role.SECOND), 1)
        return row

    def _who(self, decision: DecisionView) -> str:
        if decision.historic:
            return self.tr("Taken in from a spreadsheet.")
        if decision.agreed_by:
            both = self.tr("{name}, agreed by {other}")
            return both.format(name=decision.decided_by, other=decision.agreed_by)
        return decision.decided_by


def _reasons(decision: DecisionView) -> str:
    parts = []
    if decision.ground and decision.ground != UNKNOWN:
        parts.append(options.label("inform_grounds", decision.ground))
    if decision.choice == Choice.INFORM:
        parts.append(words.sentence_case(decision.informed_how))
    parts.append(decision.reasoning)
    if decision.legal_ground and decision.legal_ground != UNKNOWN:
        parts.append(vocabulary("legal_grounds").label(decision.legal_ground))
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)


class InformingView(QWidget):
    """Everybody who is informed or not, under each other. ``decision_wanted`` carries the involvement's id."""

    decision_wanted = QtSignal(int)

    def __init__(self, details: SignalDetails, today: date, *, may_decide: bool) -> None:
        super().__init__()
        people = to_inform(details)
        first = most_pressing(people, today)
        recorded_on = details.recorded_at.astimezone().date()
        lines = column(self, sizes.S16)
        head = Section(self.tr("Informing"))
        head.add_right(Label(self._count(people), Type.CAPTION, Role.SECOND))
        lines.addWidget(head)
        for number, one in enumerate(people):
            if number:
                lines.addWidget(Hairline())
            keys = "B" if one is first else ""
            entry = InformingEntry(one, recorded_on, today, keys=keys, may_decide=may_decide)
            entry.decision_wanted.connect(partial(self.decision_wanted.emit, one.id))
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
