"""The columns of a table of counts: which labels there are, what adds up to what, and what stands for the total."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from mhdesk.disclosure import Dimension
from mhdesk.errors import InputError
from mhdesk.exchange.count_tables import Groups, Hierarchy

TOTAL: Final = "Totaal"
_TOTALS: Final = frozenset({"totaal", "total"})
_DIGITS: Final = re.compile(r"(\d+)")
_LONGEST_NUMBER: Final = 12
_DEEPEST: Final = 20

Codes = tuple[str, ...]


def is_total(label: str) -> bool:
    """Say whether a label stands for all categories together."""
    return label.casefold() in _TOTALS


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its categories in an order that tells nothing, and the groups they add up to.

    The engine gets numbers for names, so whatever stands in a cell of the file stays out of ids and errors.
    """

    name: str
    labels: tuple[str, ...]
    groups: Mapping[str, Codes]
    rollups: tuple[tuple[Codes, ...], ...]
    _codes: Mapping[str, Codes] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        codes = {label: (str(i),) for i, label in enumerate(self.labels)}
        object.__setattr__(self, "_codes", {**codes, **self.groups})

    def codes(self, label: str) -> Codes | None:
        """Return the codes of a category or group, None for the total. Raises KeyError for an unknown label."""
        return None if is_total(label) else self._codes[label]

    def shown(self) -> tuple[str, ...]:
        """Return every label that a table has: categories, groups, the total."""
        return (*self.labels, *(label for label in self.groups), TOTAL)

    def label(self, joined: str | None) -> str:
        """Return the label of a code, or of codes joined by "+"; None is the total."""
        if joined is None:
            return TOTAL
        wanted = tuple(joined.split("+"))
        named = [label for label, codes in self._codes.items() if codes == wanted]
        return named[0] if named else " + ".join(self.labels[int(code)] for code in wanted)

    def dimension(self, name: str, *, sensitive: bool) -> Dimension:
        """Return this column as the engine knows it."""
        return Dimension(name, tuple(map(str, range(len(self.labels)))), sensitive, self.rollups)


def column(name: str, seen: Iterable[str], hierarchy: Hierarchy) -> Column:
    """Return the column of these labels (totals left out); a hierarchy may name categories that nobody has.

    The order is alphabetical, numbers by their value: that of a file may be the order of the counts. Raises
    InputError for groups that contradict each other.
    """
    classifications = hierarchy.get(name, ())
    named = set(itertools.chain.from_iterable(classifications))
    members = itertools.chain.from_iterable(
        itertools.chain.from_iterable(g.values() for g in classifications)
    )
    categories = ({*seen, *members} - named) or {""}
    labels = tuple(sorted((label for label in categories if not is_total(label)), key=_order))
    codes = {label: str(i) for i, label in enumerate(labels)}
    groups: dict[str, Codes] = {}
    rollups: list[tuple[Codes, ...]] = []
    for classification in classifications:
        sets = {group: _members(name, group, classification, codes) for group in classification}
        if any(groups.get(group, codes_) != codes_ or is_total(group) for group, codes_ in sets.items()):
            raise InputError("protect.hierarchy_twice", column=name)
        groups |= sets
        rollups += _rollups(name, classification, sets, codes)
    ordered = {group: groups[group] for group in sorted(groups, key=_order)}
    return Column(name, labels, ordered, tuple(rollups))


def _order(label: str) -> tuple[tuple[int, int, str], ...]:
    parts = [part for part in _DIGITS.split(label.casefold()) if part]
    marks = (
        (0, int(part), "") if part.isdecimal() and len(part) <= _LONGEST_NUMBER else (1, 0, part)
        for part in parts
    )
    return (*marks, (2, 0, label))


def _members(
    column_name: str,
    group: str,
    classification: Groups,
    codes: Mapping[str, str],
    above: tuple[str, ...] = (),
) -> Codes:
    """Return the categories of a group, through the groups that it holds."""
    if group in above or len(above) > _DEEPEST:
        raise InputError("protect.hierarchy_circular", column=column_name)
    found: list[str] = []
    for member in classification[group]:
        if member in classification:
            found += _members(column_name, member, classification, codes, (*above, group))
        else:
            found.append(codes[member])
    if len(set(found)) < len(found):
        raise InputError("protect.hierarchy_overlaps", column=column_name)
    return tuple(sorted(found, key=int))


def _rollups(
    column_name: str, classification: Groups, sets: Mapping[str, Codes], codes: Mapping[str, str]
) -> list[tuple[Codes, ...]]:
    """Return the sums of one classification: each group of its members, and the total of what is in no group."""
    sums = [
        tuple(sets[member] if member in sets else (codes[member],) for member in members)
        for members in classification.values()
    ]
    inside = set(itertools.chain.from_iterable(classification.values()))
    tops = [sets[group] for group in classification if group not in inside]
    covered = list(itertools.chain.from_iterable(tops))
    if len(set(covered)) < len(covered):
        raise InputError("protect.hierarchy_overlaps", column=column_name)
    left = [(code,) for code in codes.values() if code not in set(covered)]
    return [*sums, (*tops, *left)]


def dimensions(columns: Sequence[Column], neutral: Iterable[str]) -> tuple[Dimension, ...]:
    """Return the columns as the engine knows them, named by their place; ``neutral`` ones hold no secret."""
    harmless = {name.casefold() for name in neutral}
    return tuple(
        each.dimension(str(i), sensitive=each.name.casefold() not in harmless)
        for i, each in enumerate(columns)
    )
