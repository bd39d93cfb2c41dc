"""Meetings about cases, and about the care for one victim: what is planned, told, written down and agreed.

What somebody is told in a meeting is a disclosure like a referral: it needs a ground, and the wall between care and
safety (:mod:`mhdesk.domain.shared_fields`) stands in it too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from mhdesk.domain import dates, shared_fields
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.shared_fields import Side
from mhdesk.domain.signals import day_problems
from mhdesk.domain.text import LONGEST_LINE, LONGEST_NAME, LONGEST_TEXT, clean
from mhdesk.domain.vocabulary import vocabulary

COMES_UP: Final = timedelta(days=7)
"""From so long before it a planned meeting stands on Today."""
FURTHEST: Final = timedelta(days=731)
"""A day further ahead is a slip of the keys: nobody plans beyond two years."""
NOT_TOLD: Final = "not_told"
"""The client does not know yet what was said about the care."""
MOST_CASES: Final = 40
MOST_PARTICIPANTS: Final = 60
MOST_MINUTES: Final = 600


class MeetingKind(StrEnum):
    """Which meeting it is."""

    CASES = "case_meeting"
    CARE = "care_meeting"


class MeetingState(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Attendance(StrEnum):
    """Whether somebody was there."""

    INVITED = "invited"
    PRESENT = "present"
    ABSENT = "absent"


_STEPS: Final = {
    MeetingState.PLANNED: frozenset({MeetingState.HELD, MeetingState.CANCELLED}),
    MeetingState.HELD: frozenset({MeetingState.PLANNED}),
    MeetingState.CANCELLED: frozenset({MeetingState.PLANNED}),
}


def may_become(state: str, wanted: str) -> bool:
    """Say whether a meeting in one state may get another; back to planned is for a slip."""
    return wanted in _STEPS.get(MeetingState(state), frozenset())


@dataclass(slots=True)
class MeetingDraft:
    """A meeting as planned. ``case_ids`` and ``as_last_time`` are only looked at when it is planned first."""

    kind: str = ""
    held_on: str = ""
    starts_at: str = ""
    place: str = ""
    chair: str = ""
    note: str = ""
    case_ids: list[int] = field(default_factory=list)
    as_last_time: bool = True

    def validate(self, today: date) -> list[Problem]:
        """Return what must be mended before it stands in the registry; a day that passed may be written down."""
        problems = length_problems("place", self.place, LONGEST_LINE)
        problems += length_problems("chair", self.chair, LONGEST_NAME)
        problems += length_problems("note", self.note, LONGEST_TEXT)
        if self.kind not in vocabulary("meeting_kinds"):
            problems.append(Problem("kind", "meeting.kind_missing"))
        problems += self._of_day(today)
        if clean(self.starts_at) and dates.parse_time(self.starts_at) is None:
            problems.append(Problem("starts_at", "draft.time_unreadable"))
        return problems

    def _of_day(self, today: date) -> list[Problem]:
        if not clean(self.held_on):
            return [Problem("held_on", "meeting.day_missing")]
        day = dates.parse_day(self.held_on)
        if day is not None and day > today + FURTHEST:
            return [Problem("held_on", "meeting.day_too_far")]
        return day_problems("held_on", self.held_on, today, future=True)

    def problems_of_agenda(self) -> list[Problem]:
        """Return what is wrong with the cases that it begins with."""
        if self.kind == MeetingKind.CARE and len(set(self.case_ids)) != 1:
            return [Problem("case_ids", "meeting.one_case")]
        if len(set(self.case_ids)) > MOST_CASES:
            return [Problem("case_ids", "meeting.too_many_cases", {"most": MOST_CASES})]
        return []


@dataclass(slots=True)
class ParticipantDraft:
    """Who is invited: a person of an organisation, or somebody of none. A new organisation goes by name."""

    organisation_id: int | None = None
    organisation_name: str = ""
    name: str = ""
    function: str = ""
    attendance: str = Attendance.INVITED

    def validate(self) -> list[Problem]:
        """Return what must be mended."""
        problems = length_problems("organisation_name", self.organisation_name, LONGEST_LINE)
        problems += length_problems("name", self.name, LONGEST_NAME)
        problems += length_problems("function", self.function, LONGEST_LINE)
        if not clean(self.name):
            problems.append(Problem("name", "meeting.name_missing"))
        if self.attendance not in vocabulary("meeting_attendance"):
            problems.append(Problem("attendance", "draft.choice_unknown"))
        return problems


@dataclass(slots=True)
class ItemDraft:
    """What a case is on the agenda for, and what was said. ``minutes`` is how long it took, as typed."""

    question: str = ""
    report: str = ""
    minutes: str = ""
    discussed: bool = False

    def validate(self) -> list[Problem]:
        """Return what must be mended; what was said without a mark that it was discussed would be lost from sight."""
        problems = length_problems("question", self.question, LONGEST_TEXT)
        problems += length_problems("report", self.report, LONGEST_TEXT)
        if self.duration() is None and clean(self.minutes):
            problems.append(Problem("minutes", "meeting.minutes_unreadable", {"most": MOST_MINUTES}))
        if clean(self.report) and not self.discussed:
            problems.append(Problem("discussed", "meeting.report_without_discussing"))
        return problems

    def duration(self) -> int | None:
        """Return the minutes as a number, None for none and for what cannot be read."""
        typed = clean(self.minutes)
        minutes = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 5 else None
        return minutes if minutes is not None and 0 < minutes <= MOST_MINUTES else None


@dataclass(slots=True)
class ShareDraft:
    """What some at the table were told about the client of one case, and on which ground."""

    item_id: int = 0
    participant_ids: list[int] = field(default_factory=list)
    shared: list[str] = field(default_factory=list)
    basis: str = ""
    basis_note: str = ""

    def validate(self, kind: str, sides: Collection[Side]) -> list[Problem]:
        """Return what must be mended; ``sides`` are those on which the chosen participants stand."""
        problems = length_problems("basis_note", self.basis_note, LONGEST_TEXT)
        if not self.participant_ids:
            problems.append(Problem("participant_ids", "meeting.participant_missing"))
        if not self.shared:
            problems.append(Problem("shared", "meeting.shared_missing"))
        elif not set(self.shared) <= set(may_be_told(kind, sides)):
            problems.append(Problem("shared", "meeting.wall"))
        elif set(shared_fields.with_companions(self.shared)) - set(self.shared):
            problems.append(Problem("shared", "shared.companion_missing"))
        if self.basis not in vocabulary("share_grounds"):
            problems.append(Problem("basis", "meeting.ground_missing"))
        if self.wants_note(sides) and not clean(self.basis_note):
            problems.append(Problem("basis_note", "meeting.ground_note_missing"))
        return problems

    def wants_note(self, sides: Collection[Side]) -> bool:
        """Say whether it needs a sentence that says why: by its ground, or since somebody stands on both sides."""
        crosses = any(shared_fields.asks_reason(self.shared, side) for side in sides)
        return asks_why(self.basis) or crosses


def may_be_told(kind: str, sides: Iterable[Side]) -> tuple[str, ...]:
    """Return the fields that everybody on these sides may be told in a meeting of a kind, in the order of the list.

    In a meeting about care nothing of the side of safety is told to anybody, and who reported is told in none.
    """
    found = set(shared_fields.allowed(Side.BOTH)) - {shared_fields.REPORTER}
    for side in sides:
        found &= set(shared_fields.allowed(side))
    if kind == MeetingKind.CARE:
        found = {code for code in found if shared_fields.side_of_field(code) != Side.SAFETY}
    return tuple(code for code in vocabulary(shared_fields.FIELDS).codes() if code in found)


def asks_why(ground: str) -> bool:
    """Say whether a ground needs a sentence that says why."""
    return _is_marked(ground, "explain")


def needs_covenant(ground: str) -> bool:
    """Say whether a ground stands on a covenant with the organisation that is told."""
    return _is_marked(ground, "covenant")


def _is_marked(ground: str, key: str) -> bool:
    grounds = vocabulary("share_grounds")
    return ground in grounds and grounds[ground].get(key) == str(True)


def moved(order: Iterable[int], item_id: int, step: int) -> list[int]:
    """Return an agenda with one item moved up (-1) or down (1), at its ends unchanged."""
    found = list(order)
    place = found.index(item_id)
    other = min(max(place + step, 0), len(found) - 1)
    found.insert(other, found.pop(place))
    return found


def reason_problems(reason: str) -> list[Problem]:
    """Return what is wrong with why a meeting is called off."""
    missing = [] if clean(reason) else [Problem("reason", "meeting.reason_missing")]
    return missing + length_problems("reason", reason, LONGEST_TEXT)


@dataclass(slots=True)
class HeldDraft:
    """What the end of a meeting asks: who was there, and of a care meeting what the client knows of it.

    ``client`` is ``present``, ``told`` or ``not_told``; ``client_note`` what was said, or why not.
    """

    held_on: str = ""
    present: list[int] = field(default_factory=list)
    client: str = ""
    client_note: str = ""

    def validate(self, kind: str, today: date) -> list[Problem]:
        """Return what must be mended before the meeting counts as held."""
        problems = length_problems("client_note", self.client_note, LONGEST_TEXT)
        problems += day_problems("held_on", self.held_on, today)
        if not clean(self.held_on):
            problems.append(Problem("held_on", "meeting.day_missing"))
        if kind != MeetingKind.CARE:
            return problems
        if self.client not in vocabulary("meeting_client"):
            problems.append(Problem("client", "meeting.client_missing"))
        elif not clean(self.client_note):
            problems.append(Problem("client_note", "meeting.client_note_missing"))
        return problems


class Outcome(StrEnum):
    """What became of an agreement of last time."""

    DONE = "done"
    NOT_DONE = "not_done"
    NEW_DAY = "new_day"


@dataclass(slots=True)
class FollowUpDraft:
    """What became of an agreement, said in the meeting after: done and how, or why not, with a new day or without."""

    agreement_id: int = 0
    item_id: int = 0
    outcome: str = ""
    text: str = ""
    due_on: str = ""

    def validate(self, today: date) -> list[Problem]:
        """Return what must be mended before it can stand."""
        problems = length_problems("text", self.text, LONGEST_TEXT)
        if self.outcome not in set(Outcome):
            problems.append(Problem("outcome", "meeting.outcome_missing"))
        elif not clean(self.text):
            code = "task.how_missing" if self.outcome == Outcome.DONE else "meeting.why_missing"
            problems.append(Problem("text", code))
        return problems + (self._of_day(today) if self.outcome == Outcome.NEW_DAY else [])

    def _of_day(self, today: date) -> list[Problem]:
        due = dates.parse_day(self.due_on)
        if not clean(self.due_on) or (due is not None and due < today):
            return [Problem("due_on", "meeting.new_day_missing")]
        return day_problems("due_on", self.due_on, today, future=True)
