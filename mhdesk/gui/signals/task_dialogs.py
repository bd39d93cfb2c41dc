"""Finish work with a term, or put it off for a few days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QSizePolicy, QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.problems import Problem
from mhdesk.domain.tasks import TaskView, done_problems, snooze_problems
from mhdesk.gui import words
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.payloads import TaskDraft
from mhdesk.gui.widgets.fields import DateEditor, LongTextEditor, TextEditor

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 356


def _finish(task_id: int, how: str, desk: Desk) -> Change:
    from mhdesk.desk import triaging

    return triaging.finish(desk, task_id, how)


def _snooze(task_id: int, until: str, reason: str, desk: Desk) -> Change:
    from mhdesk.desk import triaging

    return triaging.snooze(desk, task_id, until, reason)


class FinishTaskDialog(FormDialog):
    """Ask what was done; of feedback to the reporter, what was told, with ``may_tell`` above it."""

    def __init__(
        self,
        context: PageContext,
        task: TaskView,
        parent: QWidget,
        *,
        may_tell: str = "",
        draft: TaskDraft | None = None,
    ) -> None:
        question = self.tr("{task}: what was done?").format(task=options.label("work_terms", task.kind))
        super().__init__(context, question, may_tell, self.tr("Done"), parent)
        self._task = task
        self._how = LongTextEditor(width=_WIDTH)
        asked = self.tr("What was told, and how") if may_tell else self.tr("What was done")
        self.part.column.addWidget(self.part.ask("how", asked, self._how))
        self._how.setText(draft.how if draft else "")

    def typed(self) -> TaskDraft:
        """Return what was typed."""
        return TaskDraft(self._task.id, how=self._how.text())

    def problems(self) -> list[Problem]:
        """Return what is missing: a term that is met by nothing would not be met."""
        return done_problems(self._how.text())

    def work(self) -> Callable[[Desk], Change]:
        """Return what was done as work for the desk."""
        return partial(_finish, self._task.id, self._how.text())


class SnoozeTaskDialog(FormDialog):
    """Ask until when a task may wait, and why."""

    def __init__(
        self,
        context: PageContext,
        task: TaskView,
        today: date,
        parent: QWidget,
        *,
        draft: TaskDraft | None = None,
    ) -> None:
        question = self.tr("{task}: look again later?").format(task=options.label("work_terms", task.kind))
        rule = self.tr("Its last day stays {day}.").format(day=words.weekday_day(task.due_on, today))
        super().__init__(context, question, rule, self.tr("Look again later"), parent)
        self._task, self._today = task, today
        self._until = DateEditor()
        self._until.expect(today, ahead=True)
        self._until.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._reason = TextEditor(width=_WIDTH)
        self.part.column.addWidget(self.part.ask("until", self.tr("On Today again on"), self._until))
        self.part.column.addWidget(self.part.ask("reason", self.tr("Why it can wait"), self._reason))
        self._until.setText(draft.until if draft else "")
        self._reason.setText(draft.reason if draft else "")

    def typed(self) -> TaskDraft:
        """Return what was typed."""
        return TaskDraft(self._task.id, until=self._until.typed(), reason=self._reason.text())

    def problems(self) -> list[Problem]:
        """Return what is wrong with putting it off."""
        return snooze_problems(self._until.typed(), self._reason.text(), self._task.due_on, self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the putting off as work for the desk."""
        return partial(_snooze, self._task.id, self._until.typed(), self._reason.text())
