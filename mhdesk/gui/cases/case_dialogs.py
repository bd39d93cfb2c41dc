"""Open a case, close it, open it again, and let a colleague coordinate it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mhdesk.domain import dates
from mhdesk.domain.cases import CaseDraft, CaseHead, CaseView, CloseDraft, ReopenDraft
from mhdesk.domain.change import Change
from mhdesk.domain.people import User
from mhdesk.domain.problems import Problem
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.gui.cases.draft_dialog import DraftDialog
from mhdesk.gui.cases.reading import CasesOfPerson
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.widgets.messages import Kind, MessageBar

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk


@dataclass(slots=True)
class HandDraft:
    """Who is to coordinate a case, as far as that was chosen."""

    case_id: int = 0
    user_id: int | None = None


def _open(draft: CaseDraft, desk: Desk) -> Change:
    from mhdesk.desk import cases

    return cases.open_for(desk, draft)


def _close(draft: CloseDraft, desk: Desk) -> Change:
    from mhdesk.desk import cases

    return cases.close(desk, draft)


def _reopen(draft: ReopenDraft, desk: Desk) -> Change:
    from mhdesk.desk import cases

    return cases.reopen(desk, draft)


def _hand_to(draft: HandDraft, desk: Desk) -> Change:
    from mhdesk.desk import cases

    return cases.hand_to(desk, draft.case_id, draft.user_id or 0)


def colleague_options(colleagues: tuple[User, ...]) -> list[tuple[str, str]]:
    """Return colleagues as a list shows them."""
    return [(str(one.id), one.name) for one in colleagues]


class OpenCaseDialog(DraftDialog[CaseDraft]):
    """Ask who coordinates a new case, since when, and how high the risk is."""

    def __init__(
        self,
        context: PageContext,
        known: CasesOfPerson,
        today: date,
        parent: QWidget,
        *,
        draft: CaseDraft,
    ) -> None:
        explanation = self.tr(
            "A case follows one client over all signals. It gets a number of its own; closing it needs a reason."
        )
        draft.opened_on = draft.opened_on or dates.display_day(today)
        draft.coordinator_id = draft.coordinator_id or known.me
        verb = self.tr("Open the case")
        super().__init__(
            context, self.tr("Open a case?"), explanation, verb, parent, draft=draft, today=today
        )
        self.ask_choice("coordinator_id", self.tr("Coordinator"), colleague_options(known.colleagues))
        self.ask_day("opened_on", self.tr("Opened on"))
        self.ask_choice("risk", self.tr("Risk"), options.options("risk_levels"))
        self.ask_text("reasoning", self.tr("Why the risk is so"), optional=True)
        self.adapt()

    def adapt(self) -> None:
        """Ask for a reason only where a risk was judged."""
        self.part.fields["reasoning"].setVisible(self.typed("risk") not in {"", UNKNOWN})

    def check_draft(self) -> list[Problem]:
        """Return what is wrong with the case."""
        return self.draft().validate(self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the opening as work for the desk."""
        return partial(_open, self.draft())


class CloseCaseDialog(DraftDialog[CloseDraft]):
    """Ask why a case is closed and what the help came to; say first what still stands open."""

    def __init__(
        self, context: PageContext, case: CaseView, today: date, parent: QWidget, *, draft: CloseDraft
    ) -> None:
        question = self.tr("Close case {reference}?").format(reference=case.head.reference)
        explanation = self.tr("Everything stays readable. The case can be opened again later.")
        draft.closed_on = draft.closed_on or dates.display_day(today)
        verb = self.tr("Close the case")
        super().__init__(context, question, explanation, verb, parent, draft=draft, today=today)
        self._opened_on = case.head.opened_on
        self._say_what_is_open(*case.still_open())
        self.ask_day("closed_on", self.tr("Closed on"))
        self.ask_choice("reason", self.tr("Why"), options.options("case_closing_reasons"))
        self.ask_choice("outcome", self.tr("What the help has brought"), options.options("case_outcomes"))
        self.ask_text("text", self.tr("In your own words"))

    def _say_what_is_open(self, agreements: int, trajectories: int) -> None:
        if not agreements and not trajectories:
            return
        bar = MessageBar()
        self.put_first(bar)
        sentence = self.tr(
            "Finish first what still stands open. Agreements: {agreements}. Trajectories: {trajectories}."
        ).format(agreements=agreements, trajectories=trajectories)
        bar.show_message(Kind.WARNING, sentence, closable=False)

    def check_draft(self) -> list[Problem]:
        """Return what is wrong with the closing."""
        return self.draft().validate(self._today, self._opened_on)

    def work(self) -> Callable[[Desk], Change]:
        """Return the closing as work for the desk."""
        return partial(_close, self.draft())


class ReopenCaseDialog(DraftDialog[ReopenDraft]):
    """Ask why a closed case is opened again."""

    def __init__(
        self, context: PageContext, head: CaseHead, today: date, parent: QWidget, *, draft: ReopenDraft
    ) -> None:
        question = self.tr("Open case {reference} again?").format(reference=head.reference)
        explanation = self.tr("It keeps its number. Why it was closed stays readable.")
        draft.opened_on = draft.opened_on or dates.display_day(today)
        verb = self.tr("Open again")
        super().__init__(context, question, explanation, verb, parent, draft=draft, today=today)
        self.ask_day("opened_on", self.tr("Opened again on"))
        self.ask_text("text", self.tr("Why"))

    def check_draft(self) -> list[Problem]:
        """Return what is wrong with the opening."""
        return self.draft().validate(self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the opening as work for the desk."""
        return partial(_reopen, self.draft())


class CoordinatorDialog(DraftDialog[HandDraft]):
    """Ask which colleague coordinates a case from now on."""

    def __init__(
        self,
        context: PageContext,
        head: CaseHead,
        known: CasesOfPerson,
        today: date,
        parent: QWidget,
        *,
        draft: HandDraft,
    ) -> None:
        question = self.tr("Who coordinates case {reference}?").format(reference=head.reference)
        explanation = self.tr("Now: {name}. The case says from when on it is somebody else.")
        told = explanation.format(name=head.coordinator)
        super().__init__(context, question, told, self.tr("Hand over"), parent, draft=draft, today=today)
        others = tuple(one for one in known.colleagues if one.id != head.coordinator_id)
        self.ask_choice("user_id", self.tr("Coordinator"), colleague_options(others))

    def check_draft(self) -> list[Problem]:
        """Return that nobody was chosen."""
        return [] if self.typed("user_id") else [Problem("user_id", "case.coordinator_unknown")]

    def work(self) -> Callable[[Desk], Change]:
        """Return the handing over as work for the desk."""
        return partial(_hand_to, self.draft())
