"""Decisions on informing as they come one after another, until somebody is informed or yesterday is reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from mhdesk.domain.informing import Choice, InformDraft, longest_wait
from mhdesk.domain.signals import VICTIM
from mhdesk.fiction.dice import Dice, Shares
from mhdesk.fiction.moments import spelled
from mhdesk.fiction.texts import load

_FIRST: Final = {
    VICTIM: Shares({Choice.INFORM: 72, Choice.NOT_YET: 20, Choice.NOT: 8}),
    "": Shares({Choice.INFORM: 38, Choice.NOT_YET: 46, Choice.NOT: 16}),
}
_NEXT: Final = Shares({Choice.INFORM: 50, Choice.NOT_YET: 36, Choice.NOT: 14})
_LATE: Final = 0.15
_MOST_ROUNDS: Final = 8
_WAITS: Final = (7, 14, 14, 21, 28)


@dataclass(frozen=True, slots=True)
class Course:
    """How decisions on one person begin: on which day, with which choice.

    ``review`` fixes the first review; with ``waits`` nobody has come back to it since.
    """

    first: date
    choice: Choice
    review: date | None = None
    waits: bool = False


@cache
def _grounds() -> Shares[int]:
    return Shares({number: row["weight"] for number, row in enumerate(load("follow_up")["waiting"])})


def _colleagues() -> Sequence[str]:
    names: Sequence[str] = load("follow_up")["colleagues"]["names"]
    return names


def usual_course(dice: Dice, role: str, recorded: date) -> Course:
    """Return a first decision as it usually comes: in time, and now and then too late."""
    wait = dice.between(29, 44) if dice.happens(_LATE) else dice.between(1, 26)
    return Course(recorded + timedelta(days=wait), dice.draw(_FIRST.get(role, _FIRST[""])))


def decide(dice: Dice, role: str, course: Course, yesterday: date) -> Iterator[tuple[date, InformDraft]]:
    """Yield the decisions about one person with the day of each; nothing happens after ``yesterday``."""
    day, choice = course.first, course.choice
    review = course.review
    for round_ in range(_MOST_ROUNDS):
        if day > yesterday:
            return
        if choice == Choice.INFORM or round_ == _MOST_ROUNDS - 1:
            yield from _inform(dice, day, day if course.waits else yesterday, at_once=not course.waits)
            return
        draft, again = _wait(dice, role, choice, day, review)
        yield day, draft
        if course.waits:
            return
        day, choice = _after(dice, again, day), dice.draw(_NEXT)
        review = None


def _inform(dice: Dice, day: date, last: date, *, at_once: bool) -> Iterator[tuple[date, InformDraft]]:
    """Yield one decision for what is done on its day, two for what is done some days later, up to ``last``."""
    decider = dice.pick(_colleagues())
    draft = InformDraft(choice=Choice.INFORM, decided_by=decider, decided_on=spelled(day), contact_read=True)
    told = day if at_once and dice.happens(0.6) else day + timedelta(days=dice.between(2, 12))
    how = dice.pick(load("follow_up")["informed"]["how"])
    if told > day:
        yield day, draft
    if told <= last:
        done = {"decided_on": spelled(told), "informed_on": spelled(told), "informed_how": how}
        done |= {"informed_by": decider, "told": load("follow_up")["informed"]["told"]}
        yield told, InformDraft(choice=Choice.INFORM, decided_by=decider, contact_read=True, **done)


def _wait(dice: Dice, role: str, choice: Choice, day: date, review: date | None) -> tuple[InformDraft, date]:
    """Return a decision not to inform (yet), and the day on which it is looked at again."""
    ground: dict[str, Any] = load("follow_up")["waiting"][dice.draw(_grounds())]
    if choice == Choice.NOT_YET:
        longest = longest_wait(ground["legal_ground"])
        again = review or day + timedelta(days=min(dice.pick(_WAITS), longest))
    else:
        again = day + timedelta(days=dice.between(180, 360))
    decider, other = dice.some(_colleagues(), 2)
    draft = InformDraft(
        choice=choice,
        ground=ground["ground"],
        legal_ground=ground["legal_ground"],
        reasoning=dice.pick(ground["victim" if role == VICTIM else "aggressor"]),
        weighing=dict(ground.get("weighing", {})),
        consulted=other if dice.happens(0.5) else "",
        decided_by=decider,
        decided_on=spelled(day),
        agreed_by=dice.pick(load("follow_up")["outside"]["names"]) if choice == Choice.NOT else "",
        review_on=spelled(again),
    )
    return draft, again


def _after(dice: Dice, review: date, decided: date) -> date:
    """Return when a review is done: around its day, now and then some days late."""
    lateness = dice.between(1, 9) if dice.happens(0.2) else dice.between(-3, 0)
    return max(review + timedelta(days=lateness), decided + timedelta(days=1))
