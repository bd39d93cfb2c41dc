"""What a record said before it was changed, and what it said when somebody opened it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

Values = Mapping[str, Any]

# What can be corrected, by column, in the order in which it is shown.
OF_A_SIGNAL: Final = (
    "kind",
    "received_on",
    "received_time",
    "channel",
    "discipline",
    "organisation",
    "source_confidential",
    "source_capacity",
    "source_consent",
    "source_ground",
    "source_note",
    "municipality",
    "form",
    "other_forms",
    "narrative",
)
OF_A_PERSON: Final = (
    "first_names",
    "last_name",
    "sex",
    "birth_on",
    "birth_estimated",
    "nationality",
    "phone",
    "safe_contact",
)
# Kept with a signal as well: the page says elsewhere what became of it.
STATUS: Final = "status"
TO_REVIEW: Final = "to_review"
INVOLVEMENTS: Final = "involvements"
ROLES: Final = "roles"
RELATIONS: Final = "relations"
ATTACHMENTS: Final = "attachments"
LEADS: Final = "leads"
PERSONS: Final = "persons"


@dataclass(frozen=True, slots=True)
class RevisionView:
    """One change: what the columns that changed said at ``version``, and who changed them when."""

    version: int
    earlier: Values
    changed_at: datetime
    changed_by: str


def differing(before: Values, after: Values) -> dict[str, Any]:
    """Return what ``before`` says otherwise than ``after``, by column."""
    return {name: value for name, value in before.items() if value != after[name]}


def said_at(
    present: Values, present_version: int, history: Iterable[RevisionView], version: int
) -> dict[str, Any] | None:
    """Return what a record said at ``version``; None when that version never was, or a step to it is missing."""
    steps = {one.version: one.earlier for one in history}
    said = dict(present)
    for step in range(present_version - 1, version - 1, -1):
        if step not in steps:
            return None
        said |= {name: value for name, value in steps[step].items() if name in said}
    return said if 0 < version <= present_version else None


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that two people want to say something else: what each says, and who of them changed it."""

    field: str
    mine: Any
    theirs: Any
    i_changed_it: bool
    they_changed_it: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """What stands between a correction and a record that somebody else changed in the meantime.

    ``version`` is the present one; ``changed_by`` and ``changed_at`` tell of the last change.
    """

    version: int
    changed_by: str
    changed_at: datetime | None
    differences: tuple[Difference, ...]


def differences(mine: Values, theirs: Values, base: Values | None) -> tuple[Difference, ...]:
    """Return where ``mine`` and ``theirs`` differ; ``base`` is what both began with, if that is still known."""
    return tuple(
        Difference(
            field=name,
            mine=said,
            theirs=theirs[name],
            i_changed_it=base is None or said != base[name],
            they_changed_it=base is None or theirs[name] != base[name],
        )
        for name, said in mine.items()
        if said != theirs[name]
    )
