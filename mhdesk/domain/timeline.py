"""What happened around one person over the years, and what is still to come, in one order."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class EventGroup(StrEnum):
    """What a timeline is narrowed down by."""

    SIGNALS = "signals"
    INFORMING = "informing"
    HELP = "help"
    CASE = "case"


class EventKind(StrEnum):
    """What happened. Those that end in ``_due`` stand for what is still to be done."""

    SIGNAL = "signal"
    TRIAGE = "triage"
    ROUTE = "route"
    DECISION = "decision"
    INFORMED = "informed"
    INFORM_DUE = "inform_due"
    REFERRAL = "referral"
    ANSWER = "answer"
    ANSWER_DUE = "answer_due"
    NEED = "need"
    NEED_MET = "need_met"
    COMENSHA = "comensha"
    COMENSHA_DUE = "comensha_due"
    ENTRY = "entry"
    GOAL = "goal"
    GOAL_ENDED = "goal_ended"
    TRAJECTORY = "trajectory"
    TRAJECTORY_DUE = "trajectory_due"
    TRAJECTORY_ENDED = "trajectory_ended"
    AGREEMENT_DUE = "agreement_due"
    AGREEMENT_DONE = "agreement_done"
    MEETING = "meeting"
    REQUEST = "request"
    REQUEST_DUE = "request_due"
    REQUEST_ANSWERED = "request_answered"
    MERGED = "merged"
    TAKEN_APART = "taken_apart"


_GROUPS: Final = {
    EventGroup.SIGNALS: {EventKind.SIGNAL, EventKind.TRIAGE, EventKind.ROUTE},
    EventGroup.INFORMING: {EventKind.DECISION, EventKind.INFORMED, EventKind.INFORM_DUE},
    EventGroup.HELP: {
        EventKind.REFERRAL,
        EventKind.ANSWER,
        EventKind.ANSWER_DUE,
        EventKind.NEED,
        EventKind.NEED_MET,
        EventKind.COMENSHA,
        EventKind.COMENSHA_DUE,
    },
}
_GROUP_OF: Final = {kind: group for group, kinds in _GROUPS.items() for kind in kinds}
# Of what happened on one day and was written down at one moment, the later step stands on top.
_STEP: Final = {kind: place for place, kind in enumerate(EventKind)}


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, or that is still to be done (``open``) by its day.

    ``exact`` is False where only the day of recording is known. ``codes`` are those of the kind (a state, a ground, a
    purpose), ``name`` is an organisation, a number or somebody else, ``text`` the reason, ``who`` decided or does it.
    ``role`` is the role of this person that it belongs to, "" where it belongs to none; ``of_other`` says that it is
    about somebody else in the same signal.
    """

    kind: EventKind
    record_id: int
    day: date
    recorded_at: str = ""
    exact: bool = True
    open: bool = False
    signal_id: int | None = None
    meeting_id: int | None = None
    codes: tuple[str, ...] = ()
    name: str = ""
    text: str = ""
    who: str = ""
    role: str = ""
    of_other: bool = False
    started_on: date | None = None

    @property
    def group(self) -> EventGroup:
        """Return what it is filtered by."""
        return _GROUP_OF.get(self.kind, EventGroup.CASE)

    def is_ahead(self, today: date) -> bool:
        """Say whether it stands above the line of today: it is still to be done, late or not, or still to come."""
        return self.open or self.day > today


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in the order in which they are read, from the farthest day to come down to the first that is known."""

    ahead: tuple[Event, ...] = ()
    past: tuple[Event, ...] = ()

    def events(self) -> tuple[Event, ...]:
        """Return all of them, from top to bottom."""
        return self.ahead + self.past


def arranged(events: Iterable[Event], today: date) -> Timeline:
    """Return events newest on top, with what is still to come or to be done above the line of today.

    The order does not depend on that of ``events``. What is late stands right above the line.
    """
    ordered = sorted(events, key=_place, reverse=True)
    ahead = tuple(one for one in ordered if one.is_ahead(today))
    past = tuple(one for one in ordered if not one.is_ahead(today))
    return Timeline(ahead, past)


def _place(event: Event) -> tuple[date, str, int, int, tuple[str, ...]]:
    return event.day, event.recorded_at, _STEP[event.kind], event.record_id, event.codes


def narrowed(
    events: Iterable[Event], groups: Collection[EventGroup] = tuple(EventGroup), role: str = ""
) -> list[Event]:
    """Return the events of some groups, and of one role where somebody has several; what has no role stays."""
    return [one for one in events if one.group in groups and (not role or one.role in {"", role})]
