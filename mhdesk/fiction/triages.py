"""Triages of notifications, and the work with a term that follows from them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from mhdesk.domain import terms
from mhdesk.domain.terms import WorkTerm
from mhdesk.domain.triage import TriageDraft, started_term
from mhdesk.fiction.dice import Dice, Shares
from mhdesk.fiction.moments import spelled
from mhdesk.fiction.texts import load

_DISCIPLINES: Final[Shares[tuple[str, ...]]] = Shares(
    {
        ("vt_worker", "behavioural_scientist"): 40,
        ("vt_worker", "behavioural_scientist", "confidential_doctor"): 18,
        ("vt_worker", "behavioural_scientist", "care_coordinator"): 24,
        ("vt_worker", "team_lead"): 10,
        ("vt_worker", "care_coordinator", "police"): 8,
    }
)
_OUTCOMES: Final = Shares(
    {
        "hand_over": 46,
        "conditions_follow_up": 20,
        "investigation": 12,
        "advice_given": 9,
        "police": 6,
        "child_protection": 2,
        "no_further_step": 5,
    }
)
_DIRECT: Final = Shares({"acute": 5, "unsafe": 40, "safe_for_now": 35, "unknown": 20})
_STRUCTURAL: Final = Shares({"lasting_danger": 35, "returning_danger": 35, "stable": 8, "unknown": 22})
_SEVERITY: Final = Shares({"very_severe": 14, "severe": 42, "moderate": 28, "limited": 8, "unknown": 8})
_CHILDREN: Final = Shares({"yes": 22, "no": 58, "unknown": 20})
_LATE: Final = 0.1
"""This share is triaged after the term; of what is recent, as much waits still."""
_RECENT_DAYS: Final = 30

Work = tuple[date, TriageDraft | tuple[str, str]]
"""On which day, and the triage, or the term of what was done and how."""


def triage(dice: Dice, recorded: date, yesterday: date) -> Iterator[Work]:
    """Yield the triage of a notification, the feedback to the reporter and what else was done, in time or late."""
    late = dice.happens(_LATE)
    day = recorded + timedelta(days=dice.between(8, 14) if late else dice.between(0, 6))
    draft = _draft(dice, day)
    if day <= yesterday:
        yield day, draft
        yield from _done(dice, WorkTerm.REPORTER_FEEDBACK, recorded, yesterday)
        if term := started_term(draft.outcome):
            yield from _done(dice, term, day, yesterday)


def _draft(dice: Dice, day: date) -> TriageDraft:
    outcome = dice.draw(_OUTCOMES)
    return TriageDraft(
        held_on=spelled(day),
        disciplines=[*dice.draw(_DISCIPLINES)],
        direct_safety="acute" if outcome == "police" else dice.draw(_DIRECT),
        structural_safety=dice.draw(_STRUCTURAL),
        children=dice.draw(_CHILDREN),
        severity=dice.draw(_SEVERITY),
        outcome=outcome,
        reasoning=dice.pick(load("follow_up")["triage"][outcome]),
    )


def _done(dice: Dice, term: str, begun: date, yesterday: date) -> Iterator[Work]:
    """Yield that the work of a term was done: mostly in time, and always when it is long ago."""
    length = (terms.due(term, begun) - begun).days
    day = begun + timedelta(days=dice.between(length // 2, length + 4))
    how = dice.pick(load("follow_up")["done"][term])
    recent = (yesterday - day).days < _RECENT_DAYS
    if day <= yesterday and not (recent and dice.happens(_LATE)):
        yield day, (term, how)
