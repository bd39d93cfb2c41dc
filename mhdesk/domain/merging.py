"""Two records of persons who turn out to be one: what agrees, what is chosen, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from mhdesk.domain import dates
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.signals import AGGRESSOR, VICTIM
from mhdesk.domain.text import LONGEST_LINE, clean

Values = Mapping[str, Any]

CHOSEN: Final = ("first_names", "last_name", "sex", "birth", "nationality", "phone")
"""What is known of a person once: where both differ somebody chooses. Rules for safe contact are added up instead."""
SAFE_CONTACT: Final = "safe_contact"
_COLUMNS: Final = {"birth": ("birth_on", "birth_estimated")}
_NOT_KNOWN: Final = frozenset({"", "unknown"})


class Side(StrEnum):
    """Whose words are chosen."""

    KEPT = "kept"
    MERGED = "merged"


class How(StrEnum):
    """How two records compare in one field."""

    SAME = "same"
    ONE_KNOWN = "one_known"
    DIFFERENT = "different"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class FieldPair:
    """What two records say in one field, as a column holds it; a birth as people write it."""

    field: str
    kept: str
    merged: str
    how: How


@dataclass(slots=True)
class MergeDraft:
    """Two records that are to be one: the versions that were read, whose words count, and why.

    ``choices`` holds a :class:`Side` for each field that differs. ``same_after_all`` takes back that somebody said
    that they are not the same.
    """

    kept_id: int = 0
    merged_id: int = 0
    kept_version: int = 0
    merged_version: int = 0
    choices: dict[str, str] = field(default_factory=dict)
    reason: str = ""
    same_after_all: bool = False


@dataclass(frozen=True, slots=True)
class MergeFacts:
    """What the registry knows of two records together.

    ``related``: the signals in which the one is recorded as something of the other; ``same_role``: those in which
    both stand in one role; ``two_roles``: together they are a victim and an aggressor, and neither was both;
    ``open_cases``: how many cases are open around both.
    """

    told_apart: bool = False
    related: tuple[str, ...] = ()
    same_role: tuple[str, ...] = ()
    two_roles: bool = False
    open_cases: int = 0


@dataclass(frozen=True, slots=True)
class MergeSide:
    """One of two records, with the signals that may be shown with the name: id and reference, newest first."""

    person_id: int
    version: int
    name: str
    signals: tuple[tuple[int, str], ...]
    cases: int
    safe_contact: str


@dataclass(frozen=True, slots=True)
class MergeComparison:
    """Two records beside each other, before anything is done."""

    kept: MergeSide
    merged: MergeSide
    fields: tuple[FieldPair, ...]
    facts: MergeFacts


@dataclass(frozen=True, slots=True)
class MergeView:
    """A merge that was done, for the trail of a person.

    ``said`` is what the record said that was joined, where the person now says something else, by field. ``stays`` are
    the fields that were changed since, and stay as they are when it is undone. ``can_undo`` is False for one that was
    undone, and for one on which a later merge stands.
    """

    id: int
    kept_id: int
    merged_id: int
    merged_name: str
    reason: str
    merged_at: datetime
    merged_by: str
    undone_at: datetime | None
    undone_by: str
    said: tuple[tuple[str, str], ...]
    stays: tuple[str, ...]
    can_undo: bool


def compare(kept: Values, merged: Values) -> tuple[FieldPair, ...]:
    """Return the fields that are known once, with how the columns of two persons compare."""
    one, other = typed(kept), typed(merged)
    return tuple(FieldPair(name, one[name], other[name], _how(one[name], other[name])) for name in CHOSEN)


def typed(values: Values) -> dict[str, str]:
    """Return the fields of a person by name, the birth in one piece as people write it."""
    told = {name: str(values[name]) for name in CHOSEN if name not in _COLUMNS}
    birth = dates.Birth(values["birth_on"], values["birth_estimated"]) if values["birth_on"] else None
    return told | {"birth": dates.display_birth(birth) if birth else ""}


def _how(one: str, other: str) -> How:
    known = [said for said in (one, other) if said not in _NOT_KNOWN]
    if len(known) < 2:
        return How.ONE_KNOWN if known else How.NOT_KNOWN
    return How.SAME if one == other else How.DIFFERENT


def joined(kept: Values, merged: Values, choices: Mapping[str, str]) -> dict[str, Any]:
    """Return what the kept person says from now on, by the columns that change.

    What only the other knows is added; rules for safe contact are added up: each of them may save somebody.
    """
    told: dict[str, Any] = {}
    for pair in compare(kept, merged):
        takes_over = pair.how == How.ONE_KNOWN and pair.kept in _NOT_KNOWN
        chosen = pair.how == How.DIFFERENT and choices.get(pair.field) == Side.MERGED
        if takes_over or chosen:
            told |= {name: merged[name] for name in _COLUMNS.get(pair.field, (pair.field,))}
    rules = all_rules(kept[SAFE_CONTACT], merged[SAFE_CONTACT])
    return told if rules == kept[SAFE_CONTACT] else told | {SAFE_CONTACT: rules}


def all_rules(known: str, more: str) -> str:
    """Return the rules for safe contact of both, each line once."""
    there = known.splitlines()
    return "\n".join([*there, *(line for line in more.splitlines() if line not in there)])


def problems(draft: MergeDraft, kept: Values, merged: Values, facts: MergeFacts) -> list[Problem]:
    """Return what must be mended before two records can be one."""
    return [*draft_problems(draft, compare(kept, merged), facts), *obstacles(facts)]


def draft_problems(draft: MergeDraft, fields: Iterable[FieldPair], facts: MergeFacts) -> list[Problem]:
    """Return what is missing in a draft; fields are those of the person, or of the draft."""
    found = [
        Problem(pair.field, "merge.choose")
        for pair in fields
        if pair.how == How.DIFFERENT and draft.choices.get(pair.field) not in set(Side)
    ]
    found += length_problems("reason", draft.reason, LONGEST_LINE)
    if not clean(draft.reason):
        found.append(Problem("reason", "merge.reason_missing"))
    if facts.told_apart and not draft.same_after_all:
        found.append(Problem("same_after_all", "merge.told_apart"))
    return found


def obstacles(facts: MergeFacts) -> list[Problem]:
    """Return what stands in the way of joining two records that no choice takes away."""
    found = []
    if facts.related:
        found.append(Problem("merged_id", "merge.related", {"reference": facts.related[0]}))
    if facts.open_cases > 1:
        found.append(Problem("merged_id", "merge.two_open_cases"))
    return found


def makes_two_roles(kept: set[str], merged: set[str]) -> bool:
    """Say whether two persons with these roles become one who is victim and aggressor, and neither was before."""
    both = {VICTIM, AGGRESSOR}
    return both <= kept | merged and not (both <= kept or both <= merged)
