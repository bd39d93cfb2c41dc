"""Triage and the work with a term of one signal: what waits, what was found, what was done."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain.signals import Kind
from mhdesk.domain.sources import feedback
from mhdesk.domain.tasks import TaskView, TriageView
from mhdesk.domain.terms import WorkTerm
from mhdesk.domain.views import SignalDetails
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
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


def has_triage(details: SignalDetails) -> bool:
    """Say whether the page shows triage: not for advice, nor where a spreadsheet's history had none."""
    waits = bool(details.tasks or details.triages)
    return waits or (details.kind != Kind.ADVICE and not details.imported)


class TaskEntry(QWidget):
    """One piece of work: what, until when, and what came of it.

    ``capacity`` is as what somebody reported: a task to tell the reporter says what may be told. ``done_wanted`` and
    ``later_wanted`` follow its buttons.
    """

    done_wanted = QtSignal()
    later_wanted = QtSignal()

    def __init__(self, task: TaskView, today: date, *, capacity: str, may_write: bool) -> None:
        super().__init__()
        waits = task.done_on is None
        clock = words.deadline(task.due_on, today, task.begun_on)
        mark = clock.mark if waits else Mark.DONE
        state = clock.words if waits else self.tr("done")
        inner = QVBoxLayout()
        inner.setSpacing(2)
        name = options.label("work_terms", task.kind)
        label = Label(state, word_type(mark), word_role(mark))
        inner.addLayout(beside(Paragraph(name, Type.STRONG), label, wraps=True))
        told = [feedback(capacity)] if waits and task.kind == WorkTerm.REPORTER_FEEDBACK else []
        for line in (*self._lines(task, today), *told):
            inner.addWidget(Paragraph(line, Type.CAPTION, Role.SECOND))
        if waits and may_write:
            inner.addLayout(self._buttons(task, name))
        column(self).addLayout(marked(MarkSign(mark, clock.share if waits else 0.0), inner))

    def _lines(self, task: TaskView, today: date) -> list[str]:
        if task.done_on is not None:
            day = words.weekday_day(task.done_on, today)
            how = vocabulary("triage_outcomes").label(task.done_how)
            done = self.tr("{day}, by {name}").format(day=day, name=task.done_by)
            return [done, words.sentence_case(how), *self._put_off(task, today)]
        source = vocabulary("work_terms")[task.kind].source
        lines = [DOT.join((self.tr("by {day}").format(day=words.weekday_day(task.due_on, today)), source))]
        return [*lines, *self._put_off(task, today)]

    def _put_off(self, task: TaskView, today: date) -> list[str]:
        """Return why the task was put off last, also once that day is past."""
        if task.snoozed_to is None:
            return []
        waits = task.done_on is None and task.snoozed_to > today
        again, before = self.tr("On Today again on {day}: {reason}"), self.tr("Put off until {day}: {reason}")
        day = words.weekday_day(task.snoozed_to, today)
        return [(again if waits else before).format(day=day, reason=task.snooze_reason)]

    def _buttons(self, task: TaskView, name: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.S24)
        if task.kind != WorkTerm.SAFETY_ASSESSMENT:
            done = QuietButton(self.tr("Done"), small=True)
            done.setAccessibleName(self.tr("{task}: done").format(task=name))
            done.clicked.connect(self.done_wanted)
            row.addWidget(done)
        later = QuietButton(self.tr("Look again later"), small=True)
        later.setAccessibleName(self.tr("{task}: look again later").format(task=name))
        later.clicked.connect(self.later_wanted)
        row.addWidget(later)
        row.addStretch(1)
        return row


class TriageEntry(QWidget):
    """What was found at one triage, by whom, and why it went on as it did."""

    def __init__(self, one: TriageView, today: date) -> None:
        super().__init__()
        lines = column(self, sizes.S4)
        day = words.weekday_day(one.held_on, today)
        who = ", ".join(vocabulary("triage_disciplines").label(code) for code in one.disciplines)
        outcome = options.label("triage_outcomes", one.outcome)
        lines.addLayout(
            beside(Paragraph(outcome, Type.STRONG), Label(day, Type.CAPTION, Role.SECOND), wraps=True)
        )
        lines.addWidget(Paragraph(one.reasoning))
        lines.addLayout(facts([*self._found(one), (self.tr("Took part"), words.sentence_case(who))]))

    def _found(self, one: TriageView) -> list[tuple[str, str]]:
        said = (
            (self.tr("Safety now"), "direct_safety", one.direct_safety),
            (self.tr("In the long run"), "structural_safety", one.structural_safety),
            (self.tr("How severe"), "severities", one.severity),
            (self.tr("Children"), "children_at_home", one.children),
        )
        return [(name, options.label(words_, code)) for name, words_, code in said if code != UNKNOWN]


class TriageBlock(QWidget):
    """Triages, newest first, with the work around them, and the button for another triage.

    ``triage_wanted`` follows the button, ``done_wanted`` and ``later_wanted`` carry the id of a task.
    """

    triage_wanted = QtSignal()
    done_wanted = QtSignal(int)
    later_wanted = QtSignal(int)

    def __init__(self, details: SignalDetails, today: date, *, may_decide: bool, may_write: bool) -> None:
        super().__init__()
        lines = column(self, sizes.S16)
        head = Section(self.tr("Triage"))
        if may_decide:
            button = SecondaryButton(self.tr("Record a triage"), keys="T")
            button.clicked.connect(self.triage_wanted)
            head.add_right(button)
        lines.addWidget(head)
        for task in sorted(details.tasks, key=lambda one: one.done_on is not None):
            entry = TaskEntry(task, today, capacity=details.source_capacity, may_write=may_write)
            entry.done_wanted.connect(partial(self.done_wanted.emit, task.id))
            entry.later_wanted.connect(partial(self.later_wanted.emit, task.id))
            lines.addWidget(entry)
        for one in details.triages:
            lines.addWidget(TriageEntry(one, today))
        if not details.triages and not details.tasks:
            lines.addWidget(Paragraph(self.tr("No triage was recorded."), role=Role.SECOND))
        lines.setAlignment(Qt.AlignmentFlag.AlignTop)
