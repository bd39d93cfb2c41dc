"""Four eyes: a decision not to inform somebody is agreed to by a second person, never by the same one twice."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.text import LONGEST_TEXT, clean, plain


class Agreement(StrEnum):
    """What became of asking a second person."""

    ASKED = "asked"
    ALONE = "alone"
    AGREED = "agreed"
    DISAGREED = "disagreed"


ANSWERS = frozenset({Agreement.AGREED, Agreement.DISAGREED})


def is_alone(decided_by: str, colleagues: Collection[str]) -> bool:
    """Say whether nobody else at this registry could agree with whoever decided."""
    return not {plain(name) for name in colleagues} - {plain(decided_by)}


def problems(agreed_by: str, decided_by: str, colleagues: Collection[str]) -> list[Problem]:
    """Return what is wrong with a name that was typed for who agreed.

    Somebody outside the app may be named; a colleague who works here agrees at his own login.
    """
    named = plain(agreed_by)
    if not clean(agreed_by):
        return []
    if named == plain(decided_by):
        return [Problem("agreed_by", "inform.agreed_by_same")]
    if named in {plain(name) for name in colleagues}:
        return [Problem("agreed_by", "inform.agreed_by_colleague")]
    return []


def answer_problems(answer: str, reason: str) -> list[Problem]:
    """Return what must be mended before somebody's answer stands: whoever disagrees says why."""
    if answer not in ANSWERS:
        return [Problem("answer", "inform.answer_missing")]
    found = length_problems("reason", reason, LONGEST_TEXT)
    if answer == Agreement.DISAGREED and not clean(reason):
        found.append(Problem("reason", "inform.disagreed_why"))
    return found


def may_answer(user_id: int, user_name: str, recorded_by: int, decided_by: str) -> bool:
    """Say whether somebody is a second person: neither who recorded the decision nor who is named as its taker."""
    return user_id != recorded_by and plain(user_name) != plain(decided_by)
