"""What happens in a case: a contact, progress, the risk, what the client was told; goals and what became of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from mhdesk.domain import dates
from mhdesk.domain.cases import (
    NEEDS_SAFE_CONTACT,
    WRITTEN,
    CaseView,
    EntryDraft,
    EntryKind,
    GoalDraft,
    GoalEndDraft,
    GoalState,
    GoalView,
)
from mhdesk.domain.change import Change
from mhdesk.domain.problems import Problem
from mhdesk.gui.cases.draft_dialog import DraftDialog
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk


def _add_entry(draft: EntryDraft, desk: Desk) -> Change:
    from mhdesk.desk import cases

    return cases.add_entry(desk, draft)


def _put_goal(draft: GoalDraft, desk: Desk) -> Change:
    from mhdesk.desk import cases

    return cases.amend_goal(desk, draft) if draft.goal_id else cases.add_goal(desk, draft)


def _end_goal(draft: GoalEndDraft, desk: Desk) -> Change:
    from mhdesk.desk import cases

    return cases.end_goal(desk, draft)


def entry_question(kind: str) -> str:
    """Return what the dialog of a kind of entry asks."""
    return {
        EntryKind.CONTACT: QCoreApplication.translate("EntryDialog", "Which contact was there?"),
        EntryKind.PROGRESS: QCoreApplication.translate("EntryDialog", "How is it going?"),
        EntryKind.RISK: QCoreApplication.translate("EntryDialog", "How high is the risk?"),
        EntryKind.INFORMATION: QCoreApplication.translate(
            "EntryDialog", "What was the client told and given?"
        ),
    }[EntryKind(kind)]


def entry_code_label(kind: EntryKind) -> str:
    """Return what stands above the codes of a kind of entry, "" where it has none."""
    return {
        EntryKind.CONTACT: QCoreApplication.translate("EntryDialog", "How"),
        EntryKind.RISK: QCoreApplication.translate("EntryDialog", "Risk"),
        EntryKind.INFORMATION: QCoreApplication.translate("EntryDialog", "About what"),
    }.get(kind, "")


def entry_text_label(kind: EntryKind) -> str:
    """Return what stands above the text of a kind of entry."""
    return {
        EntryKind.CONTACT: QCoreApplication.translate("EntryDialog", "What was said"),
        EntryKind.PROGRESS: QCoreApplication.translate("EntryDialog", "Progress"),
        EntryKind.RISK: QCoreApplication.translate("EntryDialog", "Why"),
        EntryKind.INFORMATION: QCoreApplication.translate("EntryDialog", "What was told and given, and how"),
    }.get(kind, "")


class EntryDialog(DraftDialog[EntryDraft]):
    """Ask what happened; before a contact it says how the client is reached safely."""

    def __init__(
        self,
        context: PageContext,
        safe_contact: str,
        today: date,
        parent: QWidget,
        *,
        draft: EntryDraft,
    ) -> None:
        explanation = self.tr(
            "This stays as it is once it is recorded. A mistake is put right by another line."
        )
        draft.happened_on = draft.happened_on or dates.display_day(today)
        question, verb = entry_question(draft.kind), self.tr("Record")
        super().__init__(context, question, explanation, verb, parent, draft=draft, today=today)
        kind = EntryKind(draft.kind)
        if kind in NEEDS_SAFE_CONTACT:
            self.say_safe_contact(safe_contact)
        self.ask_day("happened_on", self.tr("Day"))
        words = WRITTEN[kind]
        if words is not None and kind == EntryKind.INFORMATION:
            self.ask_several("codes", entry_code_label(kind), options.options(words))
        elif words is not None:
            self.ask_choice("codes", entry_code_label(kind), options.options(words))
        self.ask_text("text", entry_text_label(kind))

    def check_draft(self) -> list[Problem]:
        """Return what is wrong with what happened."""
        return self.draft().validate(self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the entry as work for the desk."""
        return partial(_add_entry, self.draft())


def typed_goal(case: CaseView, goal: GoalView) -> GoalDraft:
    """Return a goal as somebody would type it: where a correction begins."""
    return GoalDraft(case.head.id, goal.text, goal.id, goal.version)


class GoalDialog(DraftDialog[GoalDraft]):
    """Ask what shall be different for the client, or what a goal says better."""

    def __init__(self, context: PageContext, today: date, parent: QWidget, *, draft: GoalDraft) -> None:
        explanation = self.tr(
            "Write it as the client says it, so that later anybody can see whether it came."
        )
        question, verb = self.tr("What is the goal?"), self.tr("Add the goal")
        if draft.goal_id:
            explanation = self.tr("What it said before stays to be read.")
            question, verb = self.tr("What does the goal say now?"), self.tr("Record")
        super().__init__(context, question, explanation, verb, parent, draft=draft, today=today)
        self.ask_text("text", self.tr("Goal"))

    def check_draft(self) -> list[Problem]:
        """Return what is wrong with the goal."""
        return self.draft().validate()

    def work(self) -> Callable[[Desk], Change]:
        """Return the goal as work for the desk."""
        return partial(_put_goal, self.draft())


class EndGoalDialog(DraftDialog[GoalEndDraft]):
    """Ask what became of a goal."""

    def __init__(
        self, context: PageContext, goal: GoalView, today: date, parent: QWidget, *, draft: GoalEndDraft
    ) -> None:
        draft.ended_on = draft.ended_on or dates.display_day(today)
        question, verb = self.tr("What became of this goal?"), self.tr("Record")
        super().__init__(context, question, goal.text, verb, parent, draft=draft, today=today)
        states = options.options("goal_states", without=[GoalState.OPEN])
        self.ask_choice("state", self.tr("This goal is"), states)
        self.ask_day("ended_on", self.tr("Since"))
        self.ask_text("result", self.tr("What came of it"))

    def check_draft(self) -> list[Problem]:
        """Return what is wrong with the end of the goal."""
        return self.draft().validate(self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the end of the goal as work for the desk."""
        return partial(_end_goal, self.draft())
