"""What followed on an invented signal: decisions, referrals and answers, and for most an end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from mhdesk.domain.indicators import AssessmentDraft
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft
from mhdesk.domain.signals import AGGRESSOR, ROLES_TO_INFORM, VICTIM, Kind, SignalDraft, Status
from mhdesk.domain.triage import TriageDraft
from mhdesk.fiction.decisions import Course, decide, usual_course
from mhdesk.fiction.dice import Dice, Shares
from mhdesk.fiction.moments import afterwards
from mhdesk.fiction.people import Somebody
from mhdesk.fiction.referrals import answer, help_after, refer, with_day_of_answer
from mhdesk.fiction.signs import signs
from mhdesk.fiction.story import Answered, Assessed, Decided, Done, Ended, Event, Referred, Triaged
from mhdesk.fiction.texts import load
from mhdesk.fiction.triages import triage

_DECIDED_IN_A_SIGNAL: Final = 0.3
_REFERRALS: Final = {
    Kind.ADVICE: Shares({0: 1}),
    Kind.SIGNAL: Shares({0: 70, 1: 26, 2: 4}),
    Kind.NOTIFICATION: Shares({0: 30, 1: 48, 2: 18, 3: 4}),
}
_ENDS: Final = Shares({Status.CLOSED: 72, Status.HANDED_OVER: 10, Status.OPEN: 18})

# Something that happened: on which day, who or which one, and the draft.
_Draft = InformDraft | ReferralDraft | AnswerDraft | AssessmentDraft | TriageDraft | tuple[str, str]
_Happening = tuple[date, int | None, _Draft]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is fixed beforehand for one signal: the course about somebody in it, or that nothing was decided (None)."""

    course: Course | None


def aftermath(
    dice: Dice,
    recorded_at: datetime,
    signal: SignalDraft,
    people: Sequence[Somebody],
    yesterday: date,
    plan: Plan | None,
) -> tuple[Event, ...]:
    """Return what followed, in the order of time and never after ``yesterday``."""
    recorded = recorded_at.date()
    happened: list[_Happening] = [(day, None, draft) for day, draft in signs(recorded_at, signal, yesterday)]
    roles = [one.draft.role for one in people]
    planned = roles.index(AGGRESSOR) if AGGRESSOR in roles else 0
    for index, one in enumerate(people):
        fixed = plan if plan and (plan.course is None or index == planned) else None
        course = fixed.course if fixed else _course(dice, signal.kind, one.draft.role, recorded)
        if course:
            happened += (
                (day, index, draft) for day, draft in decide(dice, one.draft.role, course, yesterday)
            )
    if plan is None:
        happened += _referrals(dice, signal, people, recorded, yesterday)
    if signal.kind == Kind.NOTIFICATION:
        happened += ((day, None, draft) for day, draft in triage(dice, recorded, yesterday))
    happened.sort(key=lambda one: one[0])
    events: list[Event] = []
    for order, (day, whom, draft) in enumerate(happened):
        events.append(_event(afterwards(day, order), whom, draft))
    last = happened[-1][0] if happened else recorded
    return (*events, *_end(dice, signal, max(last, recorded), yesterday, len(events)))


def _course(dice: Dice, kind: str, role: str, recorded: date) -> Course | None:
    if role not in ROLES_TO_INFORM:
        return None
    if kind == Kind.SIGNAL and not dice.happens(_DECIDED_IN_A_SIGNAL):
        return None
    return usual_course(dice, role, recorded)


def _referrals(
    dice: Dice, signal: SignalDraft, people: Sequence[Somebody], recorded: date, yesterday: date
) -> Iterator[_Happening]:
    """Yield referrals with the index of the person, and answers with the index of the referral."""
    victims = [index for index, one in enumerate(people) if one.draft.role == VICTIM]
    waits = (dice.between(1, 45) for _ in range(dice.draw(_REFERRALS[Kind(signal.kind)])))
    organisations: list[str] = []
    for wait in sorted(waits):
        day = recorded + timedelta(days=wait)
        index = dice.pick(victims) if victims and dice.happens(0.9) else None
        referral = refer(dice, signal.form, None if index is None else people[index], day)
        if day > yesterday or referral.organisation_name in organisations:
            continue
        yield day, index, with_day_of_answer(referral, day, yesterday)
        answered = answer(dice, referral.purpose, day, yesterday)
        if answered:
            yield answered[0], len(organisations), answered[1]
            for then, step in help_after(referral.purpose, answered[0], answered[1].state, yesterday):
                yield then, len(organisations), step
        organisations.append(referral.organisation_name)


def _event(at: datetime, index: int | None, draft: _Draft) -> Event:
    if isinstance(draft, AssessmentDraft):
        return Assessed(at, draft)
    if isinstance(draft, TriageDraft):
        return Triaged(at, draft)
    if isinstance(draft, tuple):
        return Done(at, *draft)
    if isinstance(draft, ReferralDraft):
        return Referred(at, index, draft)
    if index is None:
        raise ValueError("a decision or an answer is always about somebody or something")
    return Decided(at, index, draft) if isinstance(draft, InformDraft) else Answered(at, index, draft)


def _end(dice: Dice, signal: SignalDraft, last: date, yesterday: date, order: int) -> Iterator[Ended]:
    """Yield the end of a signal: advice ends soon, the rest when its work is done."""
    wait = dice.between(0, 3) if signal.kind == Kind.ADVICE else dice.between(20, 150)
    day = last + timedelta(days=wait)
    status = Status.CLOSED if signal.kind == Kind.ADVICE else dice.draw(_ENDS)
    if day <= yesterday and status != Status.OPEN:
        reasons = load("follow_up")["ending"]["advice" if signal.kind == Kind.ADVICE else status]
        yield Ended(afterwards(day, order), status, dice.pick(reasons))
