"""The blocks of the case on the page of a person, connected with what they ask for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from mhdesk.domain.agreements import AgreementDraft, typed
from mhdesk.domain.cases import (
    CaseDraft,
    CaseView,
    CloseDraft,
    EntryDraft,
    EntryKind,
    GoalDraft,
    GoalEndDraft,
    ReopenDraft,
)
from mhdesk.domain.trajectories import TrajectoryEndDraft
from mhdesk.gui.cases import reading
from mhdesk.gui.cases.acts import acts_of
from mhdesk.gui.cases.case_dialogs import HandDraft
from mhdesk.gui.cases.follow_dialogs import typed_goal
from mhdesk.gui.cases.help_dialogs import (
    AmendTrajectoryDraft,
    FinishDraft,
    SnoozeDraft,
    typed_trajectory,
)
from mhdesk.gui.cases.views import (
    AgreementsBlock,
    EntriesBlock,
    GoalsBlock,
    HeadBlock,
    NoCaseBlock,
    OtherCasesBlock,
    TrajectoriesBlock,
)

if TYPE_CHECKING:
    from mhdesk.gui.persons.loading import Loaded
    from mhdesk.gui.persons.person_page import PersonPage


def head(page: PersonPage, loaded: Loaded) -> QWidget:
    """Return where the case stands, or that there is none."""
    case, acts = reading.of(loaded).first(), acts_of(page)
    if case is None:
        nothing = NoCaseBlock(may_open=page.may_write)
        nothing.wanted.connect(lambda: acts.ask(loaded, CaseDraft(loaded.details.id)))
        return nothing
    number = case.head.id
    block = HeadBlock(case, loaded.today, may_write=page.may_write)
    block.entry_wanted.connect(lambda kind: acts.ask(loaded, EntryDraft(number, kind), case))
    block.coordinator_wanted.connect(lambda: acts.ask(loaded, HandDraft(number), case))
    block.closing_wanted.connect(lambda: acts.ask(loaded, CloseDraft(number), case))
    block.reopening_wanted.connect(lambda: acts.ask(loaded, ReopenDraft(number), case))
    block.paper_wanted.connect(partial(acts.print_case, case))
    return block


def goals(page: PersonPage, loaded: Loaded) -> QWidget | None:
    """Return the goals of the case."""
    case, acts = reading.of(loaded).first(), acts_of(page)
    if case is None:
        return None
    block = GoalsBlock(case.goals, loaded.today, may_write=_may_write(page, case))
    block.wanted.connect(lambda: acts.ask(loaded, GoalDraft(case.head.id), case))
    by_id = {one.id: one for one in case.goals}
    block.amend_wanted.connect(lambda number: acts.ask(loaded, typed_goal(case, by_id[number]), case))
    block.end_wanted.connect(lambda number: acts.ask(loaded, GoalEndDraft(number), case))
    block.again_wanted.connect(acts.take_up_goal)
    return block


def trajectories(page: PersonPage, loaded: Loaded) -> QWidget | None:
    """Return the trajectories of the case."""
    case, acts = reading.of(loaded).first(), acts_of(page)
    if case is None:
        return None
    by_id = {one.id: one for one in case.trajectories}
    block = TrajectoriesBlock(case.trajectories, loaded.today, may_write=_may_write(page, case))
    block.wanted.connect(lambda: acts.ask(loaded, AmendTrajectoryDraft(case_id=case.head.id), case))
    block.amend_wanted.connect(lambda number: acts.ask(loaded, typed_trajectory(by_id[number]), case))
    block.end_wanted.connect(lambda number: acts.ask(loaded, TrajectoryEndDraft(number), case))
    block.again_wanted.connect(acts.take_up_trajectory)
    return block


def agreements(page: PersonPage, loaded: Loaded) -> QWidget | None:
    """Return what was agreed in the case."""
    case, acts = reading.of(loaded).first(), acts_of(page)
    if case is None:
        return None
    block = AgreementsBlock(case.agreements, loaded.today, may_write=_may_write(page, case))
    block.wanted.connect(lambda: acts.ask(loaded, AgreementDraft(case.head.id), case))
    by_id = {one.id: one for one in case.agreements}
    block.amend_wanted.connect(lambda number: acts.ask(loaded, typed(by_id[number]), case))
    block.done_wanted.connect(lambda number: acts.ask(loaded, FinishDraft(number), case))
    block.later_wanted.connect(lambda number: acts.ask(loaded, SnoozeDraft(number), case))
    return block


def information(_page: PersonPage, loaded: Loaded) -> QWidget | None:
    """Return what the client was told and given."""
    case = reading.of(loaded).first()
    if case is None:
        return None
    told = [one for one in case.entries if one.kind == EntryKind.INFORMATION]
    title = QCoreApplication.translate("CaseViews", "What the client was told and given")
    nothing = QCoreApplication.translate("CaseViews", "Nothing was recorded about this yet.")
    return EntriesBlock(title, told, nothing, loaded.today)


def progress(_page: PersonPage, loaded: Loaded) -> QWidget | None:
    """Return contacts, progress and what else happened in the case."""
    case = reading.of(loaded).first()
    if case is None:
        return None
    happened = [one for one in case.entries if one.kind != EntryKind.INFORMATION]
    title = QCoreApplication.translate("CaseViews", "Contact and progress")
    nothing = QCoreApplication.translate("CaseViews", "Nothing happened yet.")
    return EntriesBlock(title, happened, nothing, loaded.today)


def others(_page: PersonPage, loaded: Loaded) -> QWidget | None:
    """Return the other cases, where records were joined."""
    rest = [one.head for one in reading.of(loaded).cases[1:]]
    return OtherCasesBlock(rest, loaded.today) if rest else None


def _may_write(page: PersonPage, case: CaseView) -> bool:
    return page.may_write and case.head.is_open()
