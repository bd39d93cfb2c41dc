"""What of a meeting goes on paper, with as little as possible: numbers of cases, never a client by accident.

Paper lies about, is mailed and left in a bag. An invitation and an agenda name nobody; names go on an agenda or on a
list of agreements only when somebody chose that for this one paper and wrote down why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from mhdesk.domain.agreements import CaseAgreement
from mhdesk.domain.crisis_card import age_band
from mhdesk.domain.dates import display_day
from mhdesk.domain.meeting_views import ItemView, MeetingDetails, ParticipantView
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.text import LONGEST_LINE, clean, plain
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.wording import say

_SHORTEST_NAME: Final = 3
"""A part of a name that is shorter stands in too many words to say anything."""


class PaperKind(StrEnum):
    """Which paper it is."""

    INVITATION = "invitation"
    AGENDA = "agenda"
    AGREEMENTS = "agreements"


@dataclass(slots=True)
class PaperDraft:
    """What is chosen for one paper. ``organisation`` is whose agreements are listed, "" for those of the own team."""

    meeting_id: int = 0
    kind: str = PaperKind.INVITATION
    questions: bool = False
    names: bool = False
    names_reason: str = ""
    organisation: str = ""

    def validate(self, details: MeetingDetails, own: str) -> list[Problem]:
        """Return what must be mended; ``own`` is the organisation of this registry."""
        problems = length_problems("names_reason", self.names_reason, LONGEST_LINE)
        if self.kind not in set(PaperKind):
            return [Problem("kind", "draft.choice_unknown")]
        if self.kind == PaperKind.INVITATION and self.names:
            problems.append(Problem("names", "meeting.invitation_names_nobody"))
        if self.names and not clean(self.names_reason):
            problems.append(Problem("names_reason", "meeting.name_reason_missing"))
        if self.kind == PaperKind.AGREEMENTS and not agreements_of(details, self.organisation, own):
            problems.append(Problem("organisation", "meeting.nobody_of_organisation"))
        if not self.names and (named := self._naming(details, own)):
            at = "organisation" if self.kind == PaperKind.AGREEMENTS else "questions"
            problems.append(Problem(at, "meeting.paper_names", {"cases": ", ".join(named)}))
        return problems

    def _naming(self, details: MeetingDetails, own: str) -> list[str]:
        """Return the cases of which a text on this paper holds a part of the client's name."""
        if self.kind == PaperKind.AGREEMENTS:
            listed = agreements_of(details, self.organisation, own)
            return _distinct(item.reference for item, one in listed if names_client(one.what, item))
        if not self.questions:
            return []
        return [item.reference for item in details.items if names_client(item.question, item)]


def _distinct(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def names_client(text: str, item: ItemView) -> bool:
    """Say whether a text holds a part of the name of the client."""
    parts = {part for part in plain(item.name).split() if len(part) >= _SHORTEST_NAME}
    return not parts.isdisjoint(plain(text).split())


def called(one: ParticipantView) -> str:
    """Return how an agreement names somebody at the table."""
    return f"{one.name} ({one.organisation})" if one.organisation else one.name


def agreements_of(
    details: MeetingDetails, organisation: str, own: str
) -> list[tuple[ItemView, CaseAgreement]]:
    """Return what one organisation agreed to in a meeting, by the names of those who sat there for it."""
    there = [one for one in details.participants if one.organisation == organisation]
    names = {plain(name) for one in there for name in (called(one), one.name)} | {plain(organisation or own)}
    return [
        (item, one)
        for item in details.items
        for one in item.agreements
        if (not organisation and one.user_id is not None) or plain(one.who) in names
    ]


@dataclass(frozen=True, slots=True)
class Entry:
    """One case or agreement on paper: what leads it, a line beside it, and what it says."""

    lead: str
    beside: str
    text: str


@dataclass(frozen=True, slots=True)
class MeetingPaper:
    """A paper, ready to be set: facts on top, then entries under a heading, and a last line."""

    title: str
    facts: tuple[tuple[str, str], ...]
    heading: str
    entries: tuple[Entry, ...]
    end: str
    made: str

    def lines(self) -> Iterator[str]:
        """Yield everything that it says, in order."""
        yield self.title
        for fact in self.facts:
            yield from fact
        yield self.heading
        for one in self.entries:
            yield from (one.lead, one.beside, one.text)
        yield from (self.end, self.made)


def compose(draft: PaperDraft, details: MeetingDetails, own: str, today: date) -> MeetingPaper:
    """Return the paper as a valid draft tells it; ``own`` is the organisation that invites."""
    kind = vocabulary("meeting_kinds").label(details.kind)
    entries = {
        PaperKind.INVITATION: _invited_for,
        PaperKind.AGENDA: _on_agenda,
        PaperKind.AGREEMENTS: _agreed,
    }[PaperKind(draft.kind)](draft, details, own)
    return MeetingPaper(
        title=say(f"meeting.paper_{draft.kind}", kind=kind),
        facts=_facts(draft, details, own),
        heading=say(f"meeting.paper_{draft.kind}_heading"),
        entries=tuple(entries),
        end=say("meeting.paper_names_end" if draft.names else f"meeting.paper_{draft.kind}_end"),
        made=say("meeting.paper_made", day=display_day(today), organisation=own),
    )


def _facts(draft: PaperDraft, details: MeetingDetails, own: str) -> tuple[tuple[str, str], ...]:
    told = {
        "day": _weekday_date(details.held_on),
        "time": details.starts_at,
        "place": details.place,
        "chair": details.chair,
        "for": (draft.organisation or own) if draft.kind == PaperKind.AGREEMENTS else "",
    }
    return tuple((say(f"meeting.paper_{name}"), text) for name, text in told.items() if text)


def _invited_for(draft: PaperDraft, details: MeetingDetails, _own: str) -> Sequence[Entry]:
    return [Entry(item.reference, "", item.question if draft.questions else "") for item in details.items]


def _on_agenda(draft: PaperDraft, details: MeetingDetails, _own: str) -> Sequence[Entry]:
    return [
        Entry(item.reference, _client(draft, item), item.question if draft.questions else "")
        for item in details.items
    ]


def _client(draft: PaperDraft, item: ItemView) -> str:
    """Return who it is about, as far as this paper may say, and who coordinates."""
    name = item.name if draft.names else ""
    sex = "" if item.sex == UNKNOWN else vocabulary("sexes").label(item.sex)
    age = say("card.age_unknown") if item.age is None else age_band(item.age)
    who = say("meeting.paper_coordinator", name=item.coordinator)
    return ", ".join(filter(None, (name, sex, age, who)))


def _agreed(draft: PaperDraft, details: MeetingDetails, own: str) -> Sequence[Entry]:
    listed = agreements_of(details, draft.organisation, own)
    return [Entry(_case(draft, item), _who_and_when(one), one.what) for item, one in listed]


def _case(draft: PaperDraft, item: ItemView) -> str:
    return ", ".join(filter(None, (item.reference, item.name if draft.names else "")))


def _who_and_when(one: CaseAgreement) -> str:
    return say("meeting.paper_by", who=one.who, day=_weekday_date(one.due_on))


def _weekday_date(day: date) -> str:
    """Return ``do 26-11-2026``: who reads it on paper has no calendar beside it."""
    return f"{say('meeting.weekdays').split()[day.weekday()]} {display_day(day)}"
