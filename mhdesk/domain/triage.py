"""Triage: how safe somebody is, how severe it is, and which step follows; who took part is named."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.signals import day_problems
from mhdesk.domain.text import LONGEST_TEXT, clean
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary

ACUTE: Final = "acute"
POLICE: Final = "police"
_CHOICES: Final = {
    "direct_safety": "direct_safety",
    "structural_safety": "structural_safety",
    "children": "children_at_home",
    "severity": "severities",
}


@dataclass(slots=True)
class TriageDraft:
    """A triage as typed, about one signal. What is not known yet is "nog niet te zeggen", never forced."""

    signal_id: int = 0
    held_on: str = ""
    disciplines: list[str] = field(default_factory=list)
    direct_safety: str = UNKNOWN
    structural_safety: str = UNKNOWN
    children: str = UNKNOWN
    severity: str = UNKNOWN
    outcome: str = ""
    reasoning: str = ""

    def validate(self, today: date) -> list[Problem]:
        """Return what must be mended before this triage can stand."""
        problems = day_problems("held_on", self.held_on, today)
        problems += length_problems("reasoning", self.reasoning, LONGEST_TEXT)
        if not clean(self.held_on):
            problems.append(Problem("held_on", "triage.held_on_missing"))
        if not self.disciplines:
            problems.append(Problem("disciplines", "triage.disciplines_missing"))
        problems += self._problems_of_choice()
        if self.outcome not in vocabulary("triage_outcomes"):
            problems.append(Problem("outcome", "triage.outcome_missing"))
        if not clean(self.reasoning):
            problems.append(Problem("reasoning", "triage.reasoning_missing"))
        return problems

    def _problems_of_choice(self) -> list[Problem]:
        problems = [
            Problem(name, "draft.choice_unknown")
            for name, words in _CHOICES.items()
            if getattr(self, name) not in vocabulary(words)
        ]
        if any(code not in vocabulary("triage_disciplines") for code in self.disciplines):
            problems.append(Problem("disciplines", "draft.choice_unknown"))
        return problems


def started_term(outcome: str) -> str:
    """Return the term of the work that an outcome begins, "" when it begins none."""
    words = vocabulary("triage_outcomes")
    return words[outcome].get("starts") if outcome in words else ""


def hint(direct_safety: str, outcome: str) -> str:
    """Return the code of what somebody should think of before recording this, "" when there is nothing.

    It never stops anybody: danger at this moment without police or 112 may have its reason.
    """
    return "triage.hint_acute" if direct_safety == ACUTE and outcome != POLICE else ""
