"""Plan a meeting, move it, call it off, and say that it was held."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.meeting_views import CaseChoice, MeetingDetails
from mhdesk.domain.meetings import HeldDraft, MeetingDraft, MeetingKind, reason_problems
from mhdesk.domain.problems import Problem
from mhdesk.gui.cases.draft_dialog import DraftDialog
from mhdesk.gui.meetings.words import about_kind, participant_words
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.widgets.fields import CheckGroup, Choice, LongTextEditor, RadioCards

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDE: Final = 452
_YES: Final = "yes"


def _plan(draft: MeetingDraft, desk: Desk) -> Change:
    from mhdesk.desk import meetings

    return meetings.plan(desk, draft)


def _amend(meeting_id: int, version: int, draft: MeetingDraft, desk: Desk) -> Change:
    from mhdesk.desk import meetings

    return meetings.amend(desk, meeting_id, version, draft)


def _cancel(meeting_id: int, reason: str, desk: Desk) -> Change:
    from mhdesk.desk import meetings

    return meetings.cancel(desk, meeting_id, reason)


def _hold(meeting_id: int, draft: HeldDraft, desk: Desk) -> Change:
    from mhdesk.desk import meetings

    return meetings.hold(desk, meeting_id, draft)


def choice_words(one: CaseChoice) -> str:
    """Return a case in one line, with why it is proposed."""
    name = one.name or QCoreApplication.translate("Meeting", "Name unknown")
    why = ", ".join(_reason_words(code) for code in one.reasons)
    return f"{one.reference}  {name}" + (f" ({why})" if why else "")


def _reason_words(code: str) -> str:
    return {
        "due": QCoreApplication.translate("Meeting", "agreement due"),
        "risk": QCoreApplication.translate("Meeting", "high risk"),
        "not_discussed": QCoreApplication.translate("Meeting", "not discussed last time"),
        "goes_on": QCoreApplication.translate("Meeting", "agreements open"),
    }[code]


class PlanDialog(DraftDialog[MeetingDraft]):
    """Ask which meeting, when and where, and about whom. Cases that ask to be spoken of are ticked beforehand."""

    def __init__(
        self,
        context: PageContext,
        cases: Sequence[CaseChoice],
        today: date,
        parent: QWidget,
        *,
        draft: MeetingDraft,
    ) -> None:
        question, verb = self.tr("Which meeting do you plan?"), self.tr("Plan the meeting")
        super().__init__(context, question, "", verb, parent, draft=draft, today=today)
        self._kind = RadioCards()
        kinds = [(code, label, about_kind(code)) for code, label in options.options("meeting_kinds")]
        self._kind.set_options(kinds)
        self.part.column.addWidget(self.part.ask("kind", self.tr("Kind"), self._kind))
        day = self.ask_day("held_on", self.tr("Day"), ahead=True)
        time = self.ask_line("starts_at", self.tr("Time"), optional=True)
        self.part.add_pair(day, time)
        self.ask_line("place", self.tr("Place"), optional=True)
        self.ask_line("chair", self.tr("Chair"), optional=True)
        self._one, self._several = Choice(width=_WIDE), CheckGroup(column_width=_WIDE)
        self._ask_cases(cases)
        self._again = CheckGroup(column_width=_WIDE)
        self._again.set_options([(_YES, self.tr("Invite those who sat there last time"))])
        self._again.set_codes([_YES] if draft.as_last_time else [])
        self.part.column.addWidget(self.part.ask("as_last_time", self.tr("Participants"), self._again))
        self._kind.set_code(draft.kind or MeetingKind.CASES)
        self.adapt()

    def _ask_cases(self, cases: Sequence[CaseChoice]) -> None:
        listed = [(str(one.case_id), choice_words(one)) for one in cases]
        self._one.set_options(listed)
        self._several.set_options(listed)
        chosen = self._draft.case_ids or [one.case_id for one in cases if one.reasons]
        self._several.set_codes([str(number) for number in chosen])
        self.part.column.addWidget(self.part.ask("case_id", self.tr("Which case"), self._one))
        self.part.column.addWidget(self.part.ask("case_ids", self.tr("Agenda"), self._several, optional=True))
        self.part.fields["case_ids"].set_hint(self.tr("cases can be added later"))

    def adapt(self) -> None:
        """Ask for one case, or for as many as there are."""
        care = self._kind.code() == MeetingKind.CARE
        self.part.fields["case_id"].setVisible(care)
        self.part.fields["case_ids"].setVisible(not care)

    def draft(self) -> MeetingDraft:
        """Return the meeting as filled in."""
        care = self._kind.code() == MeetingKind.CARE
        one, several = self._one.code(), self._several.codes()
        return replace(
            super().draft(),
            kind=self._kind.code(),
            case_ids=[int(code) for code in (([one] if one else []) if care else several)],
            as_last_time=bool(self._again.codes()),
        )

    def check_draft(self) -> list[Problem]:
        """Return what is wrong with the meeting; a case that is missing is told where it is asked."""
        draft = self.draft()
        care = draft.kind == MeetingKind.CARE
        agenda = draft.problems_of_agenda()
        return draft.validate(self._today) + [
            replace(one, field="case_id") if care else one for one in agenda
        ]

    def work(self) -> Callable[[Desk], Change]:
        """Return the meeting as work for the desk."""
        return partial(_plan, self.draft())


class AmendMeetingDialog(DraftDialog[MeetingDraft]):
    """Ask when and where a meeting is."""

    def __init__(self, context: PageContext, details: MeetingDetails, today: date, parent: QWidget) -> None:
        question, verb = self.tr("When and where is the meeting?"), self.tr("Record")
        draft = MeetingDraft(
            details.kind,
            dates.display_day(details.held_on),
            details.starts_at,
            details.place,
            details.chair,
            details.note,
        )
        super().__init__(context, question, "", verb, parent, draft=draft, today=today)
        self._details = details
        day = self.ask_day("held_on", self.tr("Day"), ahead=True)
        time = self.ask_line("starts_at", self.tr("Time"), optional=True)
        self.part.add_pair(day, time)
        self.ask_line("place", self.tr("Place"), optional=True)
        self.ask_line("chair", self.tr("Chair"), optional=True)
        self.ask_text("note", self.tr("Note"), optional=True)

    def check_draft(self) -> list[Problem]:
        """Return what is wrong with day, time and place."""
        return self.draft().validate(self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the change as work for the desk."""
        return partial(_amend, self._details.id, self._details.version, self.draft())


class CancelDialog(FormDialog):
    """Ask why a meeting is called off."""

    def __init__(self, context: PageContext, meeting_id: int, parent: QWidget) -> None:
        question = self.tr("Why is the meeting called off?")
        explanation = self.tr(
            "It stays in the list with the reason. Its cases are proposed for the next one."
        )
        super().__init__(context, question, explanation, self.tr("Call it off"), parent)
        self._meeting_id = meeting_id
        self._reason = LongTextEditor(width=_WIDE)
        self.part.column.addWidget(self.part.ask("reason", self.tr("Reason"), self._reason))

    def problems(self) -> list[Problem]:
        """Return what is wrong with the reason."""
        return reason_problems(self._reason.text())

    def work(self) -> Callable[[Desk], Change]:
        """Return calling it off as work for the desk."""
        return partial(_cancel, self._meeting_id, self._reason.text())


class HoldDialog(DraftDialog[HeldDraft]):
    """Ask who was there, and of a meeting about care what the client knows of it."""

    def __init__(
        self,
        context: PageContext,
        details: MeetingDetails,
        today: date,
        parent: QWidget,
        *,
        draft: HeldDraft | None,
    ) -> None:
        left = sum(not item.discussed for item in details.items)
        explanation = self.tr("{count} not discussed: proposed for the next meeting.") if left else ""
        question, verb = self.tr("Was the meeting held?"), self.tr("Held")
        held_on = min(details.held_on, today)
        draft = draft or HeldDraft(dates.display_day(held_on), [one.id for one in details.participants])
        super().__init__(
            context, question, explanation.format(count=left), verb, parent, draft=draft, today=today
        )
        self._details = details
        self.ask_day("held_on", self.tr("Held on"))
        self._present = CheckGroup(column_width=_WIDE)
        self._present.set_options([(str(one.id), participant_words(one)) for one in details.participants])
        self._present.set_codes([str(number) for number in draft.present])
        if details.participants:
            self.part.column.addWidget(self.part.ask("present", self.tr("Who was there"), self._present))
        if details.kind == MeetingKind.CARE:
            self.ask_choice("client", self.tr("The client"), options.options("meeting_client"))
            self.ask_text("client_note", self.tr("What was said about it, or why not yet"))

    def draft(self) -> HeldDraft:
        """Return what was filled in."""
        return replace(super().draft(), present=[int(code) for code in self._present.codes()])

    def check_draft(self) -> list[Problem]:
        """Return what is missing."""
        return self.draft().validate(self._details.kind, self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the end of the meeting as work for the desk."""
        return partial(_hold, self._details.id, self.draft())
