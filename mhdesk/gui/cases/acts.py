"""What can be done in a case from the page of its person: each form with its dialog, its draft and its sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QObject

from mhdesk.domain.agreements import AgreementDraft
from mhdesk.domain.cases import (
    CaseDraft,
    CaseView,
    CloseDraft,
    EntryDraft,
    GoalDraft,
    GoalEndDraft,
    ReopenDraft,
)
from mhdesk.domain.change import Change
from mhdesk.domain.trajectories import TrajectoryEndDraft
from mhdesk.errors import KnownError
from mhdesk.gui.cases import reading
from mhdesk.gui.cases.case_dialogs import (
    CloseCaseDialog,
    CoordinatorDialog,
    HandDraft,
    OpenCaseDialog,
    ReopenCaseDialog,
)
from mhdesk.gui.cases.draft_dialog import DraftDialog
from mhdesk.gui.cases.follow_dialogs import EndGoalDialog, EntryDialog, GoalDialog
from mhdesk.gui.cases.help_dialogs import (
    AgreementDialog,
    AmendTrajectoryDraft,
    EndTrajectoryDialog,
    FinishAgreementDialog,
    FinishDraft,
    SnoozeAgreementDialog,
    SnoozeDraft,
    TrajectoryDialog,
)
from mhdesk.gui.cases.paper_dialog import CasePaperDialog
from mhdesk.gui.signals import payloads

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from _typeshed import DataclassInstance

    from mhdesk.desk.desk import Desk
    from mhdesk.gui.persons.loading import Loaded
    from mhdesk.gui.persons.person_page import PersonPage

_FORM: Final = "person.case."
# What a draft is about: one with other values here is another draft.
_ABOUT: Final = ("case_id", "goal_id", "trajectory_id", "agreement_id")


@dataclass(frozen=True, slots=True)
class _Asked:
    """Where a form is asked: on a page, about a case if there is one."""

    page: PersonPage
    loaded: Loaded
    case: CaseView | None

    @property
    def known(self) -> reading.CasesOfPerson:
        """Return whom the form can name."""
        return reading.of(self.loaded)


Maker = Callable[[_Asked, Any], DraftDialog[Any] | None]


def _opening(asked: _Asked, draft: CaseDraft) -> DraftDialog[Any] | None:
    page, today = asked.page, asked.loaded.today
    return None if asked.case else OpenCaseDialog(page.context, asked.known, today, page, draft=draft)


def _closing(asked: _Asked, draft: CloseDraft) -> DraftDialog[Any] | None:
    page, today = asked.page, asked.loaded.today
    return CloseCaseDialog(page.context, asked.case, today, page, draft=draft) if asked.case else None


def _reopening(asked: _Asked, draft: ReopenDraft) -> DraftDialog[Any] | None:
    page, case = asked.page, asked.case
    return ReopenCaseDialog(page.context, case.head, asked.loaded.today, page, draft=draft) if case else None


def _handing(asked: _Asked, draft: HandDraft) -> DraftDialog[Any] | None:
    page, case, today = asked.page, asked.case, asked.loaded.today
    made = partial(CoordinatorDialog, page.context)
    return made(case.head, asked.known, today, page, draft=draft) if case else None


def _entry(asked: _Asked, draft: EntryDraft) -> DraftDialog[Any]:
    rule = asked.loaded.details.safe_contact
    return EntryDialog(asked.page.context, rule, asked.loaded.today, asked.page, draft=draft)


def _goal(asked: _Asked, draft: GoalDraft) -> DraftDialog[Any]:
    return GoalDialog(asked.page.context, asked.loaded.today, asked.page, draft=draft)


def _goal_end(asked: _Asked, draft: GoalEndDraft) -> DraftDialog[Any] | None:
    goals = asked.case.goals if asked.case else ()
    found = next((one for one in goals if one.id == draft.goal_id and one.ended_on is None), None)
    page, today = asked.page, asked.loaded.today
    return EndGoalDialog(page.context, found, today, page, draft=draft) if found else None


def _trajectory(asked: _Asked, draft: AmendTrajectoryDraft) -> DraftDialog[Any]:
    return TrajectoryDialog(asked.page.context, asked.known, asked.loaded.today, asked.page, draft=draft)


def _trajectory_end(asked: _Asked, draft: TrajectoryEndDraft) -> DraftDialog[Any] | None:
    going_on = [one for one in asked.case.trajectories if one.goes_on()] if asked.case else []
    found = next((one for one in going_on if one.id == draft.trajectory_id), None)
    page, today = asked.page, asked.loaded.today
    return EndTrajectoryDialog(page.context, found, today, page, draft=draft) if found else None


def _agreement(asked: _Asked, draft: AgreementDraft) -> DraftDialog[Any] | None:
    waiting = [one.id for one in asked.case.agreements if one.done_on is None] if asked.case else []
    if draft.agreement_id and draft.agreement_id not in waiting:
        return None
    return AgreementDialog(asked.page.context, asked.known, asked.loaded.today, asked.page, draft=draft)


def _agreement_done(asked: _Asked, draft: FinishDraft) -> DraftDialog[Any] | None:
    waiting = [one for one in asked.case.agreements if one.done_on is None] if asked.case else []
    found = next((one for one in waiting if one.id == draft.agreement_id), None)
    page, today = asked.page, asked.loaded.today
    return FinishAgreementDialog(page.context, found, today, page, draft=draft) if found else None


def _agreement_later(asked: _Asked, draft: SnoozeDraft) -> DraftDialog[Any] | None:
    waiting = [one for one in asked.case.agreements if one.done_on is None] if asked.case else []
    found = next((one for one in waiting if one.id == draft.agreement_id), None)
    page, today = asked.page, asked.loaded.today
    return SnoozeAgreementDialog(page.context, found, today, page, draft=draft) if found else None


# By what is drafted: the name of the form, and what makes its dialog.
_FORMS: Final[dict[type[DataclassInstance], tuple[str, Maker]]] = {
    CaseDraft: ("open", _opening),
    CloseDraft: ("close", _closing),
    ReopenDraft: ("reopen", _reopening),
    HandDraft: ("hand", _handing),
    EntryDraft: ("entry", _entry),
    GoalDraft: ("goal", _goal),
    GoalEndDraft: ("goal_end", _goal_end),
    AmendTrajectoryDraft: ("trajectory", _trajectory),
    TrajectoryEndDraft: ("trajectory_end", _trajectory_end),
    AgreementDraft: ("agreement", _agreement),
    FinishDraft: ("agreement_done", _agreement_done),
    SnoozeDraft: ("agreement_later", _agreement_later),
}


def drafted(form: str) -> type[DataclassInstance] | None:
    """Return what a form of a case drafts, None for the form of somebody else."""
    return next((kind for kind, (name, _) in _FORMS.items() if form == f"{_FORM}{name}"), None)


def _sentence(draft: DataclassInstance) -> str:
    """Return what was done, once a draft was recorded."""
    if getattr(draft, "goal_id" if isinstance(draft, GoalDraft) else "seen", 0):
        return QCoreApplication.translate(
            "CaseActs", "It is corrected. What it said before stays to be read."
        )
    return {
        CaseDraft: QCoreApplication.translate("CaseActs", "The case is open."),
        CloseDraft: QCoreApplication.translate("CaseActs", "The case is closed."),
        ReopenDraft: QCoreApplication.translate("CaseActs", "The case is open again."),
        HandDraft: QCoreApplication.translate("CaseActs", "The case has another coordinator."),
        EntryDraft: QCoreApplication.translate("CaseActs", "It is recorded in the case."),
        GoalDraft: QCoreApplication.translate("CaseActs", "The goal is added."),
        GoalEndDraft: QCoreApplication.translate("CaseActs", "What became of the goal is recorded."),
        AmendTrajectoryDraft: QCoreApplication.translate("CaseActs", "The trajectory is recorded."),
        TrajectoryEndDraft: QCoreApplication.translate("CaseActs", "The trajectory has ended."),
        AgreementDraft: QCoreApplication.translate(
            "CaseActs", "The agreement is recorded and stands on Today."
        ),
        FinishDraft: QCoreApplication.translate("CaseActs", "The agreement is done."),
        SnoozeDraft: QCoreApplication.translate("CaseActs", "The agreement comes back on Today later."),
    }[type(draft)]


def _take_up_goal(goal_id: int, desk: Desk) -> Change:
    from mhdesk.desk import cases

    return cases.take_up_goal(desk, goal_id)


def _take_up_trajectory(trajectory_id: int, desk: Desk) -> Change:
    from mhdesk.desk import trajectories

    return trajectories.take_up(desk, trajectory_id)


def _reopen_agreement(agreement_id: int, desk: Desk) -> Change:
    from mhdesk.desk import agreements

    return agreements.reopen(desk, agreement_id)


def _hand_to(case_id: int, user_id: int, desk: Desk) -> Change:
    from mhdesk.desk import cases

    return cases.hand_to(desk, case_id, user_id)


class CaseActs(QObject):
    """Open the dialogs of the cases on one page; what is recorded is told to every page."""

    def __init__(self, page: PersonPage) -> None:
        super().__init__(page)
        self._page = page

    def ask(self, loaded: Loaded, fresh: DataclassInstance, case: CaseView | None = None) -> None:
        """Ask for what a draft needs, going on with what somebody began about the same."""
        kind = type(fresh)
        name, _ = _FORMS[kind]
        kept = self._page.acts.kept(
            f"{_FORM}{name}", lambda payload: _same(fresh, payloads.fill(kind, payload))
        )
        draft = payloads.fill(kind, kept.payload) if kept else fresh
        self._open(loaded, draft, case, kept.id if kept else None)

    def go_on(self, loaded: Loaded, draft: DataclassInstance, draft_id: int) -> None:
        """Go on with what somebody began; nothing opens for what was done meanwhile."""
        found = reading.of(loaded)
        about = getattr(draft, "case_id", 0)
        case = next((one for one in found.cases if one.head.id == about), found.first())
        self._open(loaded, draft, case, draft_id)

    def _open(
        self, loaded: Loaded, draft: DataclassInstance, case: CaseView | None, draft_id: int | None
    ) -> None:
        name, make = _FORMS[type(draft)]
        dialog = make(_Asked(self._page, loaded, case), draft)
        if dialog is None:
            return
        person_id = loaded.details.id
        dialog.keep_as(f"{_FORM}{name}", partial(_packed, person_id, dialog), draft_id)
        self._page.acts.show(dialog, partial(self._on_recorded, _sentence(draft), _undoing(draft, case)))

    def print_case(self, case: CaseView) -> None:
        """Ask where a case on paper goes."""
        dialog = CasePaperDialog(self._page.context, case.head, self._page)
        told = self.tr("The case is saved as PDF. Remove the file when it is where it belongs.")
        self._page.acts.show_form(dialog, told)

    def take_up_goal(self, goal_id: int) -> None:
        """Work on a goal again."""
        self._do(partial(_take_up_goal, goal_id), self.tr("The goal is worked on again."))

    def take_up_trajectory(self, trajectory_id: int) -> None:
        """Let a trajectory go on."""
        self._do(partial(_take_up_trajectory, trajectory_id), self.tr("The trajectory goes on."))

    def _do(self, work: Callable[[Desk], Change], sentence: str) -> None:
        done = partial(self._on_recorded, sentence, None)
        self._page.context.runner.ask(work, done, self._on_failed)

    def _on_recorded(self, sentence: str, undo: Callable[[Desk], Change] | None, change: object) -> None:
        if not isinstance(change, Change):
            return
        self._page.context.bus.changed.emit(change)
        taken_back = self.tr("It is as it was before.")
        self._page.say_done(sentence, partial(self._do, undo, taken_back) if undo else None)

    def _on_failed(self, error: KnownError) -> None:
        self._page.acts.failed.emit(error)


def acts_of(page: PersonPage) -> CaseActs:
    """Return the acts of a page, made once."""
    return page.findChild(CaseActs) or CaseActs(page)


def _undoing(draft: DataclassInstance, case: CaseView | None) -> Callable[[Desk], Change] | None:
    """Return what takes back what a draft did, where that is another ordinary step."""
    match draft:
        case FinishDraft():
            return partial(_reopen_agreement, draft.agreement_id)
        case GoalEndDraft():
            return partial(_take_up_goal, draft.goal_id)
        case TrajectoryEndDraft():
            return partial(_take_up_trajectory, draft.trajectory_id)
        case HandDraft() if case is not None:
            return partial(_hand_to, case.head.id, case.head.coordinator_id)
    return None


def _packed(person_id: int, dialog: DraftDialog[Any]) -> str:
    return payloads.pack_for_person(person_id, dialog.draft())


def _same(fresh: DataclassInstance, kept: DataclassInstance) -> bool:
    """Say whether two drafts are about the same: the same case, goal, … and the same kind of entry."""
    names = [*_ABOUT, *(("kind",) if isinstance(fresh, EntryDraft) else ())]
    return all(getattr(fresh, name, None) == getattr(kept, name, None) for name in names)
