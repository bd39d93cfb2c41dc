"""Who does what by when: agreed in a meeting or in a case itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from mhdesk.domain import dates
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.signals import day_problems
from mhdesk.domain.text import LONGEST_LINE, LONGEST_TEXT, clean

_MINUTES_TAKE: Final = timedelta(days=31)
"""How long after a meeting somebody may still write down what had to be done by then."""


@dataclass(slots=True)
class AgreementDraft:
    """An agreement as typed. A colleague does it (``user_id``), or somebody else, named in ``who``.

    ``meeting_item_id`` is the case on the agenda of the meeting where it was made, if it was made there. A correction
    names its agreement, and in ``seen`` what that said when it began (:func:`said`); 0 and "" for a new one.
    """

    case_id: int = 0
    what: str = ""
    who: str = ""
    user_id: int | None = None
    due_on: str = ""
    meeting_item_id: int | None = None
    agreement_id: int = 0
    seen: str = ""

    def validate(self, today: date) -> list[Problem]:
        """Return what must be mended before somebody can be held to it."""
        problems = length_problems("what", self.what, LONGEST_TEXT)
        problems += length_problems("who", self.who, LONGEST_LINE)
        if not clean(self.what):
            problems.append(Problem("what", "agreement.what_missing"))
        if self.user_id is None and not clean(self.who):
            problems.append(Problem("who", "agreement.who_missing"))
        return problems + self._problems_of_day(today)

    def _problems_of_day(self, today: date) -> list[Problem]:
        if not clean(self.due_on):
            return [Problem("due_on", "agreement.due_missing")]
        due = dates.parse_day(self.due_on)
        if due and due < today - _MINUTES_TAKE and not self.agreement_id:
            return [Problem("due_on", "agreement.due_long_ago")]
        return day_problems("due_on", self.due_on, today, future=True)


@dataclass(frozen=True, slots=True)
class CaseAgreement:
    """One agreement. ``who`` is the name of the colleague where it is one (``user_id``).

    ``done_on`` is None while it waits; ``snoozed_to`` is the day until which Today leaves it out, with the reason.
    """

    id: int
    case_id: int
    meeting_item_id: int | None
    what: str
    who: str
    user_id: int | None
    due_on: date
    done_on: date | None
    done_by: str
    done_how: str
    snoozed_to: date | None
    snooze_reason: str
    recorded_at: datetime
    recorded_by: str


def said(one: CaseAgreement) -> str:
    """Return what an agreement says, to see whether somebody else corrected it meanwhile."""
    return f"{one.what}\n{one.who}\n{one.due_on.isoformat()}"


def typed(one: CaseAgreement) -> AgreementDraft:
    """Return an agreement as somebody would type it: where a correction begins."""
    return AgreementDraft(
        case_id=one.case_id,
        what=one.what,
        who="" if one.user_id is not None else one.who,
        user_id=one.user_id,
        due_on=dates.display_day(one.due_on),
        meeting_item_id=one.meeting_item_id,
        agreement_id=one.id,
        seen=said(one),
    )
