"""The blocks of a case: its head, goals, trajectories, agreements, and what happened in it.

Their signals say what is wanted; `parts` connects them with the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain.agreements import CaseAgreement
from mhdesk.domain.case_history import STATES_OF_A_GOAL, STATES_OF_A_TRAJECTORY, before
from mhdesk.domain.cases import CaseHead, CaseView, EntryKind, EntryView, GoalView
from mhdesk.domain.trajectories import TrajectoryState, TrajectoryView
from mhdesk.gui import words
from mhdesk.gui.cases import entry_words
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

_NEWEST: Final = 8
_RISK_MARKS: Final = {"high": Mark.LATE, "medium": Mark.TODAY}
_STATE_MARKS: Final = {
    TrajectoryState.PLANNED: Mark.TASK,
    TrajectoryState.RUNNING: Mark.RUNNING,
    TrajectoryState.DONE: Mark.DONE,
    TrajectoryState.STOPPED: Mark.NOT_INFORMED,
}


class _Row(QWidget):
    """Something with a state: what it is, its state with a mark, lines under it, and small buttons."""

    def __init__(
        self, title: str, clock: Clock, lines: Sequence[str], buttons: Sequence[QuietButton]
    ) -> None:
        super().__init__()
        inner = QVBoxLayout()
        inner.setSpacing(2)
        state = Label(clock.words, word_type(clock.mark), word_role(clock.mark))
        inner.addLayout(beside(Paragraph(title, Type.STRONG), state, wraps=True))
        for line in filter(None, lines):
            inner.addWidget(Paragraph(line, Type.CAPTION, Role.SECOND))
        if buttons:
            row = QHBoxLayout()
            row.setSpacing(sizes.S24)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            inner.addLayout(row)
        column(self).addLayout(marked(MarkSign(clock.mark, clock.share), inner))


def _small(text: str, about: str) -> QuietButton:
    button = QuietButton(text, small=True)
    button.setAccessibleName(f"{about}: {text}")
    return button


class _Block(QWidget):
    """A part of a case under its own head, with a button at its right for who may write in it."""

    wanted = QtSignal()

    def __init__(self, title: str, verb: str = "", keys: str = "", *, caption: str = "") -> None:
        super().__init__()
        self.lines = column(self, sizes.S16)
        self.lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        head = Section(title, caption)
        if verb:
            button = SecondaryButton(verb, keys=keys)
            button.clicked.connect(self.wanted)
            head.add_right(button)
        self.lines.addWidget(head)

    def say_nothing(self, sentence: str) -> None:
        """Say that there is nothing yet."""
        self.lines.addWidget(Paragraph(sentence, role=Role.SECOND))


class NoCaseBlock(_Block):
    """Say that there is no case, and offer to open one; ``wanted`` follows the button."""

    def __init__(self, *, may_open: bool) -> None:
        text = QCoreApplication.translate("CaseViews", "Open a case")
        title = QCoreApplication.translate("CaseViews", "Case")
        super().__init__(title, text if may_open else "", "K")
        self.say_nothing(
            self.tr("There is no case. It follows the client over all signals: goals, help, agreements.")
        )


class HeadBlock(QWidget):
    """Where a case stands, and what can be recorded in it.

    ``entry_wanted`` carries a kind of entry; the others follow their buttons.
    """

    entry_wanted = QtSignal(str)
    coordinator_wanted = QtSignal()
    closing_wanted = QtSignal()
    reopening_wanted = QtSignal()
    paper_wanted = QtSignal()

    def __init__(self, case: CaseView, today: date, *, may_write: bool) -> None:
        super().__init__()
        self._head = case.head
        lines = column(self, sizes.S16)
        head = Section(
            self.tr("Case {reference}").format(reference=self._head.reference), self._state_words(today)
        )
        for button in self._head_buttons(may_write=may_write):
            head.add_right(button)
        lines.addWidget(head)
        lines.addLayout(self._risk())
        lines.addLayout(facts(self._facts(case, today)))
        if may_write and self._head.is_open():
            lines.addLayout(self._entry_buttons())

    def _state_words(self, today: date) -> str:
        """Return when it was closed; since when it is open stands above the name of the person."""
        if self._head.closed_on is None:
            return ""
        return self.tr("closed on {day}").format(day=words.weekday_day(self._head.closed_on, today))

    def _head_buttons(self, *, may_write: bool) -> list[QuietButton]:
        paper = QuietButton(self.tr("On paper…"), keys="P", small=True)
        paper.clicked.connect(self.paper_wanted)
        buttons = [paper]
        if may_write and self._head.is_open():
            other = QuietButton(self.tr("Hand over"), small=True)
            other.setAccessibleName(self.tr("Let another colleague coordinate this case"))
            other.clicked.connect(self.coordinator_wanted)
            close = QuietButton(self.tr("Close"), small=True)
            close.setAccessibleName(self.tr("Close this case"))
            close.clicked.connect(self.closing_wanted)
            buttons += [other, close]
        elif may_write:
            again = QuietButton(self.tr("Open again"), small=True)
            again.clicked.connect(self.reopening_wanted)
            buttons.append(again)
        return buttons

    def _risk(self) -> QHBoxLayout:
        """Return the risk as a mark and words: never as a colour alone."""
        told = self.tr("Risk: {level}").format(level=options.label("risk_levels", self._head.risk).lower())
        mark = _RISK_MARKS.get(self._head.risk, Mark.NONE)
        inner = QVBoxLayout()
        inner.addWidget(Paragraph(told, word_type(mark), word_role(mark)))
        return marked(MarkSign(mark), inner)

    def _facts(self, case: CaseView, today: date) -> list[tuple[str, str]]:
        head = self._head
        because = next((one for one in case.entries if one.kind == EntryKind.RISK), None)
        told = [
            (self.tr("Coordinator"), head.coordinator),
            (self.tr("Why this risk"), _dated(because, today) if because else ""),
        ]
        if head.is_open():
            return told
        closing = next((one for one in case.entries if one.kind == EntryKind.CLOSED), None)
        return [
            *told,
            (self.tr("Closed because"), options.label("case_closing_reasons", head.closing_reason)),
            (self.tr("What the help brought"), options.label("case_outcomes", head.outcome)),
            (self.tr("In words"), closing.text if closing else ""),
        ]

    def _entry_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.S12)
        for kind, text, keys in (
            (EntryKind.CONTACT, self.tr("Contact"), "C"),
            (EntryKind.PROGRESS, self.tr("Progress"), "V"),
            (EntryKind.RISK, self.tr("Risk"), "R"),
            (EntryKind.INFORMATION, self.tr("Information"), "I"),
        ):
            button = SecondaryButton(text, keys=keys)
            button.clicked.connect(partial(self.entry_wanted.emit, kind))
            row.addWidget(button)
        row.addStretch(1)
        return row


def _dated(one: EntryView, today: date) -> str:
    return f"{words.weekday_day(one.happened_on, today)}: {one.text}"


class GoalsBlock(_Block):
    """The goals, open ones first, each with what it said before. The signals carry the id of a goal."""

    amend_wanted = QtSignal(int)
    end_wanted = QtSignal(int)
    again_wanted = QtSignal(int)

    def __init__(self, goals: Sequence[GoalView], today: date, *, may_write: bool) -> None:
        title = QCoreApplication.translate("CaseViews", "Goals")
        verb = QCoreApplication.translate("CaseViews", "Add a goal")
        super().__init__(title, verb if may_write else "", "G")
        for goal in sorted(goals, key=lambda one: one.ended_on is not None):
            self.lines.addWidget(self._row(goal, today, may_write=may_write))
        if not goals:
            self.say_nothing(self.tr("No goal was written down yet."))

    def _row(self, goal: GoalView, today: date, *, may_write: bool) -> QWidget:
        state = options.label("goal_states", goal.state).lower()
        earlier = before(goal.history, STATES_OF_A_GOAL)
        buttons = self._buttons(goal) if may_write else []
        if goal.ended_on is None:
            return _Row(goal.text, Clock(state, "", Mark.RUNNING), [*earlier], buttons)
        mark = Mark.DONE if goal.state == "reached" else Mark.NONE
        told = f"{words.weekday_day(goal.ended_on, today)}: {goal.result}"
        return _Row(goal.text, Clock(state, "", mark), [told, *earlier], buttons)

    def _buttons(self, goal: GoalView) -> list[QuietButton]:
        amend = _small(self.tr("Correct"), goal.text)
        amend.clicked.connect(partial(self.amend_wanted.emit, goal.id))
        if goal.ended_on is not None:
            again = _small(self.tr("Work on it again"), goal.text)
            again.clicked.connect(partial(self.again_wanted.emit, goal.id))
            return [again, amend]
        end = _small(self.tr("What became of it"), goal.text)
        end.clicked.connect(partial(self.end_wanted.emit, goal.id))
        return [end, amend]


class TrajectoriesBlock(_Block):
    """The trajectories, those that go on first. The signals carry the id of a trajectory."""

    amend_wanted = QtSignal(int)
    end_wanted = QtSignal(int)
    again_wanted = QtSignal(int)

    def __init__(self, found: Sequence[TrajectoryView], today: date, *, may_write: bool) -> None:
        title = QCoreApplication.translate("CaseViews", "Trajectories")
        verb = QCoreApplication.translate("CaseViews", "Add a trajectory")
        super().__init__(title, verb if may_write else "", "T")
        for one in found:
            self.lines.addWidget(self._row(one, today, may_write=may_write))
        if not found:
            self.say_nothing(self.tr("No trajectory was recorded yet."))

    def _row(self, one: TrajectoryView, today: date, *, may_write: bool) -> QWidget:
        kind = options.label("trajectory_kinds", one.kind)
        clock = Clock(
            options.label("trajectory_states", one.state).lower(),
            "",
            _STATE_MARKS.get(TrajectoryState(one.state), Mark.NONE),
        )
        if one.goes_on() and one.until_on is not None:
            clock = words.deadline(one.until_on, today, one.started_on)
        return _Row(kind, clock, self._lines(one, today), self._buttons(one, kind) if may_write else [])

    def _lines(self, one: TrajectoryView, today: date) -> list[str]:
        days = [
            self.tr("since {day}").format(day=words.weekday_day(one.started_on, today))
            if one.started_on
            else "",
            self.tr("last day {day}").format(day=words.weekday_day(one.until_on, today))
            if one.until_on
            else "",
        ]
        given = self.tr("given by {name}").format(name=one.organisation) if one.organisation else ""
        first = DOT.join(part for part in (given, *days) if part)
        ended = f"{words.weekday_day(one.ended_on, today)}: {one.result}" if one.ended_on else ""
        return [words.sentence_case(first), one.note, ended, *before(one.history, STATES_OF_A_TRAJECTORY)]

    def _buttons(self, one: TrajectoryView, kind: str) -> list[QuietButton]:
        if not one.goes_on():
            again = _small(self.tr("Goes on after all"), kind)
            again.clicked.connect(partial(self.again_wanted.emit, one.id))
            return [again]
        amend, end = _small(self.tr("Correct"), kind), _small(self.tr("Ended"), kind)
        amend.clicked.connect(partial(self.amend_wanted.emit, one.id))
        end.clicked.connect(partial(self.end_wanted.emit, one.id))
        return [amend, end]


class AgreementsBlock(_Block):
    """Who does what by when. The signals carry the id of an agreement."""

    amend_wanted = QtSignal(int)
    done_wanted = QtSignal(int)
    later_wanted = QtSignal(int)

    def __init__(self, found: Sequence[CaseAgreement], today: date, *, may_write: bool) -> None:
        title = QCoreApplication.translate("CaseViews", "Agreements")
        verb = QCoreApplication.translate("CaseViews", "Add an agreement")
        super().__init__(title, verb if may_write else "", "F")
        for one in found:
            self.lines.addWidget(self._row(one, today, may_write=may_write))
        if not found:
            self.say_nothing(self.tr("Nothing is agreed yet."))

    def _row(self, one: CaseAgreement, today: date, *, may_write: bool) -> QWidget:
        who = self.tr("{who}, by {day}").format(who=one.who, day=words.weekday_day(one.due_on, today))
        later = self._later(one, today)
        if one.done_on is not None:
            day = words.weekday_day(one.done_on, today)
            told = self.tr("{day}, by {name}: {how}").format(day=day, name=one.done_by, how=one.done_how)
            return _Row(one.what, Clock(self.tr("done"), "", Mark.DONE), [who, told, later], [])
        clock = words.deadline(one.due_on, today, one.recorded_at.date())
        return _Row(one.what, clock, [who, later], self._buttons(one) if may_write else [])

    def _later(self, one: CaseAgreement, today: date) -> str:
        """Return why it was put off last; why it was before that stands among what happened."""
        if one.snoozed_to is None:
            return ""
        waits = one.done_on is None and one.snoozed_to > today
        later = (
            self.tr("On Today again on {day}: {reason}")
            if waits
            else self.tr("Put off until {day}: {reason}")
        )
        return later.format(day=words.weekday_day(one.snoozed_to, today), reason=one.snooze_reason)

    def _buttons(self, one: CaseAgreement) -> list[QuietButton]:
        done, later = _small(self.tr("Done"), one.what), _small(self.tr("Look again later"), one.what)
        done.clicked.connect(partial(self.done_wanted.emit, one.id))
        later.clicked.connect(partial(self.later_wanted.emit, one.id))
        amend = _small(self.tr("Correct"), one.what)
        amend.clicked.connect(partial(self.amend_wanted.emit, one.id))
        return [done, later, amend]


class EntriesBlock(_Block):
    """What happened, the newest first and the first few only: the rest stands in the course of everything."""

    def __init__(self, title: str, entries: Sequence[EntryView], nothing: str, today: date) -> None:
        super().__init__(title)
        for one in entries[:_NEWEST]:
            self.lines.addWidget(self._row(one, today))
        if len(entries) > _NEWEST:
            more = self.tr("{count} older ones stand in the course of everything.")
            self.say_nothing(more.format(count=len(entries) - _NEWEST))
        if not entries:
            self.say_nothing(nothing)

    def _row(self, one: EntryView, today: date) -> QWidget:
        day = words.weekday_day(one.happened_on, today)
        row = QWidget()
        lines = column(row, 2)
        label = Label(DOT.join((day, one.recorded_by)), Type.CAPTION, Role.SECOND)
        lines.addLayout(beside(Paragraph(entry_words.title(one), Type.STRONG), label, wraps=True))
        lines.addWidget(Paragraph(one.text))
        return row


class OtherCasesBlock(_Block):
    """The other cases of a person whose records were joined, each in a line."""

    def __init__(self, heads: Sequence[CaseHead], today: date) -> None:
        super().__init__(QCoreApplication.translate("CaseViews", "Other cases of this person"))
        for head in heads:
            told = self.tr("open, coordinated by {name}").format(name=head.coordinator)
            if head.closed_on is not None:
                outcome = options.label("case_outcomes", head.outcome).lower()
                day = words.weekday_day(head.closed_on, today)
                told = self.tr("closed on {day}: {outcome}").format(day=day, outcome=outcome)
            self.lines.addWidget(Paragraph(f"{head.reference}: {told}"))
