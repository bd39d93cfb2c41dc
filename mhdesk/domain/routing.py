"""Which way a signal goes: a rule proposes, a person decides, and whoever chooses otherwise says why.

The rules are data (``resources/vocabulary/routing_rules.toml``), read from top to bottom: the first that fits proposes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.signals import VICTIM, day_problems
from mhdesk.domain.text import LONGEST_TEXT, clean
from mhdesk.domain.vocabulary import UNKNOWN, Term, vocabulary

if TYPE_CHECKING:
    from mhdesk.domain.views import SignalDetails

ADULT_AT: Final = 18
RULES: Final = "routing_rules"
ROUTES: Final = "routes"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a route is proposed from.

    ``form`` is the main form of exploitation, as in the figures; ``danger`` is "safety now" of the last triage;
    ``victim`` says whether a possible victim is recorded, ``minor`` whether one of them was under 18 when the signal
    was received.
    """

    form: str = UNKNOWN
    danger: str = UNKNOWN
    victim: bool = False
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a rule proposes.

    ``route`` is a code of ``routes.toml``; ``why`` a sentence in the language in use and ``source`` on what it
    rests. ``counted_apart``: the region counts such a signal apart from those of the reporting point.
    """

    rule: str
    route: str
    why: str
    source: str
    counted_apart: bool


@dataclass(frozen=True, slots=True)
class RoutingView:
    """Which way was chosen once, and what was proposed then."""

    id: int
    rule: str
    proposed: str
    chosen: str
    reason: str
    decided_on: date
    recorded_at: datetime
    recorded_by: str


@dataclass(slots=True)
class RouteDraft:
    """A choice as typed, about one signal; ``reason`` is needed only beside the proposal."""

    signal_id: int = 0
    chosen: str = ""
    reason: str = ""
    decided_on: str = ""

    def validate(self, proposed: str, today: date) -> list[Problem]:
        """Return what must be mended before this can stand where ``proposed`` is the proposal."""
        problems = day_problems("decided_on", self.decided_on, today)
        problems += length_problems("reason", self.reason, LONGEST_TEXT)
        if not clean(self.decided_on):
            problems.append(Problem("decided_on", "route.decided_on_missing"))
        if self.chosen not in vocabulary(ROUTES):
            problems.append(Problem("chosen", "route.chosen_missing"))
        elif self.chosen != proposed and not clean(self.reason):
            problems.append(Problem("reason", "route.reason_missing"))
        return problems


def facts_of(details: SignalDetails) -> Facts:
    """Return what a route is proposed from, as the page of a signal tells it."""
    ages = [one.age for one in details.involvements if one.role == VICTIM]
    last = details.triages[:1]
    return Facts(
        form=details.form,
        danger=last[0].direct_safety if last else UNKNOWN,
        victim=bool(ages),
        minor=any(age is not None and age < ADULT_AT for age in ages),
    )


def propose(facts: Facts, rules: Iterable[Term] | None = None) -> Proposal:
    """Return what the first fitting rule proposes; the last of the rules that ship fits always.

    Raises ValueError when no rule fits: a list without a last rule.
    """
    for rule in vocabulary(RULES) if rules is None else rules:
        if _fits(rule, facts):
            apart = rule.get("counted_apart") == "yes"
            return Proposal(rule.code, rule.get("route"), rule.label(), rule.source, apart)
    raise ValueError("no rule proposes a route")


def _fits(rule: Term, facts: Facts) -> bool:
    return all(
        (
            facts.form in _listed(rule, "forms", facts.form),
            facts.danger in _listed(rule, "danger", facts.danger),
            rule.get("minor") in {"", _yes_or_no(facts.minor)},
            rule.get("victim") in {"", _yes_or_no(facts.victim)},
        )
    )


def _listed(rule: Term, condition: str, default: str) -> Sequence[str]:
    return [code.strip() for code in rule.get(condition, default).split(",")]


def _yes_or_no(fact: bool) -> str:  # noqa: FBT001 - it is the fact itself
    return "yes" if fact else "no"
