"""Trajectories and agreements: begin, correct, end; agree, do, put off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mhdesk.domain import dates
from mhdesk.domain.agreements import AgreementDraft, CaseAgreement
from mhdesk.domain.change import Change
from mhdesk.domain.problems import Problem
from mhdesk.domain.tasks import done_problems, snooze_problems
from mhdesk.domain.trajectories import (
    GOING_ON,
    TrajectoryDraft,
    TrajectoryEndDraft,
    TrajectoryState,
    TrajectoryView,
    last_day,
)
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui import words
from mhdesk.gui.cases.case_dialogs import colleague_options
from mhdesk.gui.cases.draft_dialog import DraftDialog
from mhdesk.gui.cases.reading import CasesOfPerson
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.organisation_editor import OrganisationEditor

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk


@dataclass(slots=True)
class AmendTrajectoryDraft:
    """What a trajectory is to say, as far as that was typed; 0 and 0 for a new one."""

    trajectory_id: int = 0
    version: int = 0
    case_id: int = 0
    kind: str = ""
    state: str = TrajectoryState.RUNNING
    organisation_name: str = ""
    started_on: str = ""
    until_on: str = ""
    note: str = ""

    def told(self, organisation_id: int | None) -> TrajectoryDraft:
        """Return it as the desk takes it; a known organisation goes by its id."""
        return TrajectoryDraft(
            case_id=self.case_id,
            kind=self.kind,
            state=self.state,
            organisation_id=organisation_id,
            organisation_name="" if organisation_id else self.organisation_name,
            started_on=self.started_on,
            until_on=self.until_on,
            note=self.note,
        )


@dataclass(slots=True)
class FinishDraft:
    """What was done about an agreement, as far as that was typed."""

    agreement_id: int = 0
    how: str = ""


@dataclass(slots=True)
class SnoozeDraft:
    """Until when an agreement can wait, and why, as far as that was typed."""

    agreement_id: int = 0
    until: str = ""
    reason: str = ""


def _put(typed: AmendTrajectoryDraft, draft: TrajectoryDraft, desk: Desk) -> Change:
    from mhdesk.desk import trajectories

    if not typed.trajectory_id:
        return trajectories.add(desk, draft)
    return trajectories.amend(desk, typed.trajectory_id, typed.version, draft)


def _end(draft: TrajectoryEndDraft, desk: Desk) -> Change:
    from mhdesk.desk import trajectories

    return trajectories.end(desk, draft)


def _agree(draft: AgreementDraft, desk: Desk) -> Change:
    from mhdesk.desk import agreements

    return agreements.amend(desk, draft) if draft.agreement_id else agreements.add(desk, draft)


def _finish(draft: FinishDraft, desk: Desk) -> Change:
    from mhdesk.desk import agreements

    return agreements.finish(desk, draft.agreement_id, draft.how)


def _snooze(draft: SnoozeDraft, desk: Desk) -> Change:
    from mhdesk.desk import agreements

    return agreements.snooze(desk, draft.agreement_id, draft.until, draft.reason)


def typed_trajectory(one: TrajectoryView) -> AmendTrajectoryDraft:
    """Return a trajectory as somebody would type it."""
    shown = {
        name: dates.display_day(day) if day else ""
        for name, day in (("started_on", one.started_on), ("until_on", one.until_on))
    }
    return AmendTrajectoryDraft(
        trajectory_id=one.id,
        version=one.version,
        case_id=one.case_id,
        kind=one.kind,
        state=one.state,
        organisation_name=one.organisation,
        note=one.note,
        **shown,
    )


class TrajectoryDialog(DraftDialog[AmendTrajectoryDraft]):
    """Ask which help there is, who gives it, since when, and what its last day is where it has one."""

    def __init__(
        self,
        context: PageContext,
        known: CasesOfPerson,
        today: date,
        parent: QWidget,
        *,
        draft: AmendTrajectoryDraft,
    ) -> None:
        new = not draft.trajectory_id
        question = self.tr("Which trajectory begins?") if new else self.tr("What is different now?")
        explanation = self.tr("A last day comes up on Today two weeks before.")
        verb = self.tr("Add the trajectory") if new else self.tr("Record")
        super().__init__(context, question, explanation, verb, parent, draft=draft, today=today)
        self._given_by = OrganisationEditor(known.organisations, width=452)
        self._proposed = ""
        self.ask_choice("kind", self.tr("Kind"), options.options("trajectory_kinds"))
        states = set(vocabulary("trajectory_states").codes()) - GOING_ON
        self.ask_choice("state", self.tr("State"), options.options("trajectory_states", without=states))
        asked = self.part.ask("organisation_name", self.tr("Given by"), self._given_by, optional=True)
        self.part.column.addWidget(asked)
        self.use("organisation_name", self._given_by)
        self.ask_day("started_on", self.tr("Begins on"), ahead=draft.state == TrajectoryState.PLANNED)
        self.ask_day("until_on", self.tr("Last day"), ahead=True, optional=True)
        self.ask_text("note", self.tr("Note"), optional=True)
        self.adapt()

    def adapt(self) -> None:
        """Propose the last day that the law gives, with its source; what somebody typed stays."""
        kind, start = self.typed("kind"), dates.parse_day(self.typed("started_on"))
        until = last_day(kind, start) if start else None
        proposed = dates.display_day(until) if until else ""
        if proposed != self._proposed and self.typed("until_on").strip() in {"", self._proposed}:
            self._fill("until_on", proposed)
            self._proposed = proposed
        self.part.fields["until_on"].set_hint(vocabulary("trajectory_kinds")[kind].source if until else "")

    def check_draft(self) -> list[Problem]:
        """Return what is wrong with the trajectory."""
        return self._told().validate(self._today)

    def _told(self) -> TrajectoryDraft:
        one = self._given_by.organisation()
        return self.draft().told(one.id if one else None)

    def work(self) -> Callable[[Desk], Change]:
        """Return the trajectory as work for the desk."""
        return partial(_put, self.draft(), self._told())


class EndTrajectoryDialog(DraftDialog[TrajectoryEndDraft]):
    """Ask how a trajectory ended."""

    def __init__(
        self,
        context: PageContext,
        one: TrajectoryView,
        today: date,
        parent: QWidget,
        *,
        draft: TrajectoryEndDraft,
    ) -> None:
        kind = options.label("trajectory_kinds", one.kind)
        question = self.tr("{trajectory}: how did it end?").format(trajectory=kind)
        draft.ended_on = draft.ended_on or dates.display_day(today)
        verb = self.tr("End the trajectory")
        super().__init__(context, question, one.organisation, verb, parent, draft=draft, today=today)
        self._started_on = one.started_on
        states = options.options("trajectory_states", without=GOING_ON)
        self.ask_choice("state", self.tr("It is"), states)
        self.ask_day("ended_on", self.tr("Since"))
        self.ask_text("result", self.tr("What came of it"))

    def check_draft(self) -> list[Problem]:
        """Return what is wrong with the end."""
        return self.draft().validate(self._today, self._started_on)

    def work(self) -> Callable[[Desk], Change]:
        """Return the end as work for the desk."""
        return partial(_end, self.draft())


class AgreementDialog(DraftDialog[AgreementDraft]):
    """Ask who does what by when, or what is agreed after all."""

    def __init__(
        self,
        context: PageContext,
        known: CasesOfPerson,
        today: date,
        parent: QWidget,
        *,
        draft: AgreementDraft,
    ) -> None:
        explanation = self.tr("It stands on Today until somebody notes that it is done.")
        question, verb = self.tr("What is agreed?"), self.tr("Record the agreement")
        if draft.agreement_id:
            explanation = self.tr("What it said before stays to be read.")
            question, verb = self.tr("What does the agreement say now?"), self.tr("Record")
        super().__init__(context, question, explanation, verb, parent, draft=draft, today=today)
        self.ask_text("what", self.tr("What is done"))
        somebody_else = self.tr("Somebody else, named below")
        self.ask_choice(
            "user_id", self.tr("By which colleague"), colleague_options(known.colleagues), blank=somebody_else
        )
        self.ask_line("who", self.tr("Who does it"))
        self.ask_day("due_on", self.tr("Done by"), ahead=True)
        self.adapt()

    def adapt(self) -> None:
        """Ask for a name only where no colleague does it."""
        self.part.fields["who"].setVisible(self.typed("user_id") is None)

    def draft(self) -> AgreementDraft:
        """Return the agreement as filled in."""
        typed = super().draft()
        return typed if typed.user_id is None else replace(typed, who="")

    def check_draft(self) -> list[Problem]:
        """Return what is wrong with the agreement."""
        return self.draft().validate(self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the agreement as work for the desk."""
        return partial(_agree, self.draft())


class FinishAgreementDialog(DraftDialog[FinishDraft]):
    """Ask how an agreement was kept."""

    def __init__(
        self, context: PageContext, one: CaseAgreement, today: date, parent: QWidget, *, draft: FinishDraft
    ) -> None:
        question, verb = self.tr("What was done?"), self.tr("Done")
        super().__init__(context, question, one.what, verb, parent, draft=draft, today=today)
        self.ask_text("how", self.tr("What was done, or why it is no longer needed"))

    def check_draft(self) -> list[Problem]:
        """Return what is missing."""
        return done_problems(self.typed("how"))

    def work(self) -> Callable[[Desk], Change]:
        """Return what was done as work for the desk."""
        return partial(_finish, self.draft())


class SnoozeAgreementDialog(DraftDialog[SnoozeDraft]):
    """Ask until when an agreement may wait, and why."""

    def __init__(
        self, context: PageContext, one: CaseAgreement, today: date, parent: QWidget, *, draft: SnoozeDraft
    ) -> None:
        question, verb = self.tr("Look again later?"), self.tr("Look again later")
        rule = self.tr("Its last day stays {day}.").format(day=words.weekday_day(one.due_on, today))
        super().__init__(context, question, rule, verb, parent, draft=draft, today=today)
        self._due_on = one.due_on
        self.ask_day("until", self.tr("On Today again on"), ahead=True)
        self.ask_line("reason", self.tr("Why it can wait"))

    def check_draft(self) -> list[Problem]:
        """Return what is wrong with putting it off."""
        return snooze_problems(self.typed("until"), self.typed("reason"), self._due_on, self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the putting off as work for the desk."""
        return partial(_snooze, self.draft())
