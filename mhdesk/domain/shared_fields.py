"""What may be told outside the team, field by field, and the wall between care and safety.

What goes to one side never carries the part of the other: a field of the other side cannot be chosen at all. What a
purpose needs is preselected and no more (AVG art. 5 lid 1 onder c). Fields, sides and minimum are configuration:
``resources/vocabulary/shared_fields.toml`` and ``organisation_sides.toml``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import Final

from mhdesk.domain.problems import Problem
from mhdesk.domain.text import clean, plain
from mhdesk.domain.vocabulary import vocabulary

FIELDS: Final = "shared_fields"
SIDES: Final = "organisation_sides"
REPORTER: Final = "reporter"
ABOUT_AGGRESSOR: Final = "aggressor"
"""The field that tells of somebody else than whom it is about: it is a disclosure of his data, too."""
_SHORTEST_NAME: Final = 3
"""A part of a name that is shorter stands in too many words to say anything."""


class Side(StrEnum):
    """On which side of the wall a receiver stands; who stands on neither gets what both may have."""

    CARE = "care"
    SAFETY = "safety"
    BOTH = "both"
    NEITHER = "neither"


def side_of(side: str, group: str) -> Side:
    """Return on which side an organisation stands: as somebody said of it, else as its group does, else on neither."""
    if side:
        return Side(side) if side in set(Side) else Side.NEITHER
    placed = (term.code for term in vocabulary(SIDES) if group in term.get("groups").split())
    return Side(next(placed, Side.NEITHER))


def side_of_field(code: str) -> Side | None:
    """Return whose a field is: of both, of care or of safety; None for a field that this version does not know."""
    known = vocabulary(FIELDS)
    return Side(known[code].get("side")) if code in known else None


def is_typed(code: str) -> bool:
    """Say whether a field is typed for this one receiver; the others come from the registry as it stands."""
    return vocabulary(FIELDS)[code].get("kind") == "text"


def allowed(side: Side, *, reporter_named: bool = False) -> tuple[str, ...]:
    """Return the fields that a receiver on this side may have at all, in the order of the list.

    ``reporter_named`` says whether the source may be told outside the team: ``sources.may_be_named``.
    """
    return tuple(
        code
        for code in vocabulary(FIELDS).codes()
        if _is_let_through(code, side) and (reporter_named or code != REPORTER)
    )


def _is_let_through(code: str, side: Side) -> bool:
    return side_of_field(code) == Side.BOTH or (side_of_field(code) is not None and _sees(side, code))


def _sees(side: Side, code: str) -> bool:
    return side == Side.BOTH or side == side_of_field(code)


def minimum(purpose: str, side: Side) -> tuple[str, ...]:
    """Return what is preselected for a purpose: what it needs, of what this side may have.

    For a receiver on both sides nothing of one side alone is preselected: somebody chooses it, for a reason.
    """
    narrow = Side.NEITHER if side == Side.BOTH else side
    fields = vocabulary(FIELDS)
    return tuple(code for code in allowed(narrow) if purpose in fields[code].get("minimum").split())


def with_companions(chosen: Collection[str]) -> tuple[str, ...]:
    """Return what is chosen with what never stays behind: the rules for safe contact go along with a number."""
    fields = vocabulary(FIELDS)
    along = {fields[code].get("along") for code in chosen if code in fields}
    return tuple(code for code in fields.codes() if code in chosen or code in along)


def asks_reason(chosen: Iterable[str], side: Side) -> bool:
    """Say whether the choice needs a reason of its own: somebody on both sides gets a part that only one may have."""
    return side == Side.BOTH and any(side_of_field(code) in {Side.CARE, Side.SAFETY} for code in chosen)


def problems(
    chosen: Collection[str], side: Side, reason: str, *, reporter_named: bool = False
) -> list[Problem]:
    """Return why this may not be told to a receiver on this side, at the fields ``shared`` and ``wall_reason``."""
    found = []
    if any(side_of_field(code) is None for code in chosen):
        found.append(Problem("shared", "draft.choice_unknown"))
    if any(side_of_field(code) is not None and not _is_let_through(code, side) for code in chosen):
        found.append(Problem("shared", "shared.other_side"))
    if REPORTER in chosen and not reporter_named:
        found.append(Problem("shared", "shared.reporter_secret"))
    if set(with_companions(chosen)) - set(chosen):
        found.append(Problem("shared", "shared.companion_missing"))
    if asks_reason(chosen, side) and not clean(reason):
        found.append(Problem("wall_reason", "shared.reason_missing"))
    return found


def refusal(code: str, side: Side, *, reporter_named: bool = False) -> str:
    """Return the wording code of why a field cannot be chosen for a receiver on this side; "" where it can."""
    if code == REPORTER and not reporter_named:
        return "shared.why_secret"
    if _is_let_through(code, side):
        return ""
    return "shared.why_safety" if side_of_field(code) == Side.SAFETY else "shared.why_care"


def speaks_of(text: str, side: Side, aggressors: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the fields behind the wall of which a free text seems to speak: for a hint, never a refusal.

    ``aggressors`` are the names of the aggressors as the registry knows them.
    """
    words = set(plain(text).split())
    fields = vocabulary(FIELDS)
    spoken = {
        code
        for code in fields.codes()
        if not _is_let_through(code, side) and words & set(plain(fields[code].get("signs")).split())
    }
    names = {part for name in aggressors for part in plain(name).split() if len(part) >= _SHORTEST_NAME}
    if words & names and not _is_let_through(ABOUT_AGGRESSOR, side):
        spoken.add(ABOUT_AGGRESSOR)
    return tuple(code for code in fields.codes() if code in spoken)
