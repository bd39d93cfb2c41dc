"""Attack published tables, our own and those of others, alone or together with what was published before."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Final, cast

from mhdesk.desk import group_signs, published_files
from mhdesk.desk.count_columns import column
from mhdesk.desk.file_readings import Disclosed, Reading
from mhdesk.desk.published_files import Known, PublishedFile
from mhdesk.disclosure import BadLayoutError, DisclosureError, InconsistentHistoryError, Reason, Rules
from mhdesk.disclosure.rules import ALL_RULES, Rule, Zeros
from mhdesk.disclosure.tables import MAX_CODES
from mhdesk.errors import InputError
from mhdesk.exchange import count_tables
from mhdesk.exchange.count_tables import Groups, Hierarchy

NO_GROUPS: Final = "groups"
NO_RULES: Final = "rules"
_REST: Final = "(overig)"
_CONTRADICTION: Final = "audit.contradiction"


@dataclass(frozen=True, slots=True)
class Attacked:
    """What came of the attack: how many questions were asked, and those that had an answer.

    ``rules`` say what counted as too much. ``assumed`` names what nobody told and was taken for granted: "groups" (that
    there are none), "rules". ``altered``: tables that are not what the note beside them says they were.
    """

    checked: int
    disclosed: tuple[Disclosed, ...]
    rules: Rules
    assumed: tuple[str, ...]
    altered: tuple[str, ...]

    @property
    def unproven(self) -> int:
        """Return how many questions got no answer in time; each counts as disclosed."""
        return sum(told.reason == Reason.UNPROVEN for told in self.disclosed)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks an attack to look for; what is None is taken from beside the tables, else the house's own."""

    minimum: int | None = None
    width: int = 1
    zeros: str | None = None
    rules: frozenset[str] | None = None

    def over(self, stated: Rules) -> Rules:
        """Return the stated rules with what was asked for instead. Raises InputError for ones that make no sense."""
        try:
            return replace(
                stated,
                minimum=stated.minimum if self.minimum is None else self.minimum,
                width=self.width,
                zeros=stated.zeros if self.zeros is None else cast("Zeros", self.zeros),
                rules=stated.rules if self.rules is None else cast("frozenset[Rule]", self.rules),
            )
        except BadLayoutError as error:
            raise InputError("protect.rules_wrong", known=", ".join(sorted(ALL_RULES))) from error

    def says_all(self) -> bool:
        """Say whether nothing was left to what stands beside the tables."""
        return None not in (self.minimum, self.zeros, self.rules)


@dataclass(frozen=True, slots=True)
class Attack:
    """The files to be attacked, and all that the attacker has beside them.

    ``groups`` is a file that says which categories add up to which, ``known`` one with records that an insider
    knows; after ``time_limit`` seconds what is not proven counts as disclosed.
    """

    sources: tuple[Path, ...]
    asked: Asked = Asked()
    count: str | None = None
    neutral: tuple[str, ...] = ()
    groups: Path | None = None
    known: Path | None = None
    time_limit: float | None = None


def audit_files(attack: Attack) -> Attacked:
    """Say what a reader of all these files can infer. Raises InputError for a file that is no such table."""
    read = [published_files.read(path, attack.count) for path in attack.sources]
    named = {by.casefold(): by for each in reversed(read) for by in each.by}
    same = tuple(replace(each, by=tuple(named[by.casefold()] for by in each.by)) for each in read)
    told = count_tables.read_hierarchy(attack.groups) if attack.groups else {}
    groups = _groups(same, {named.get(name.casefold(), name): each for name, each in told.items()})
    _require_sound_columns(same, groups)
    known = published_files.read_known(attack.known, list(named.values())) if attack.known else ()
    deadline = None if attack.time_limit is None else time.monotonic() + attack.time_limit
    stated = [each.note.rules if each.note else Rules() for each in same]
    rules = attack.asked.over(_strictest(stated))
    files = tuple(zip(same, map(attack.asked.over, stated), strict=True))
    neutral = {*attack.neutral, *chain.from_iterable(each.note.neutral for each in same if each.note)}
    altered = tuple(each.name for each in same if each.intact is False)
    try:
        checked, disclosed = _Attack(files, rules, tuple(neutral), groups, tuple(known), deadline).run()
    except InputError as error:
        if not altered or error.code != _CONTRADICTION:
            raise
        checked, disclosed = 0, ()  # somebody changed a count: that is what was found
    unnoted = any(each.note is None for each in same)
    assumed = ((NO_GROUPS, unnoted and not told), (NO_RULES, unnoted and not attack.asked.says_all()))
    return Attacked(
        checked=checked,
        disclosed=disclosed,
        rules=rules,
        assumed=tuple(name for name, is_assumed in assumed if is_assumed),
        altered=altered,
    )


def _strictest(stated: Sequence[Rules]) -> Rules:
    """Return rules under which each of these asks no more."""
    return replace(
        stated[0],
        minimum=max(each.minimum for each in stated),
        rules=frozenset(chain.from_iterable(each.rules for each in stated)),
        group_below=max(each.group_below for each in stated),
        group_others=max(each.group_others for each in stated),
    )


def _groups(read: Sequence[PublishedFile], told: Hierarchy) -> Hierarchy:
    """Return all that is known of how categories add up; what was told goes before what stands beside a table."""
    found: dict[str, list[Groups]] = {name: list(groups) for name, groups in told.items()}
    for each in read:
        for name, groups in (each.note.hierarchy if each.note else {}).items():
            if name not in told:
                found.setdefault(name, []).extend(groups)
        for name, merged in (each.note.merged if each.note else {}).items():
            found.setdefault(name, []).append(merged)
    return {
        name: tuple(each for i, each in enumerate(groups) if each and each not in groups[:i])
        for name, groups in found.items()
    }


def _require_sound_columns(read: Sequence[PublishedFile], groups: Hierarchy) -> None:
    """Refuse a column that is no classification, and rows that look like the sum of others while nobody says so.

    Raises InputError: attacked as it stands, such a table could seem safe where it is not.
    """
    for each in read:
        for by in each.by:
            if len(each.labels(by)) > MAX_CODES:
                raise InputError("protect.too_many_values", column=by, most=MAX_CODES)
            if each.note or by in groups:
                continue
            if any(map(group_signs.is_named_as_sum, each.labels(by))) or group_signs.adds_up(each, by):
                raise InputError("audit.looks_grouped", name=each.name, column=by)


@dataclass(frozen=True, slots=True)
class _Attack:
    """All that one attack has: the files with the rules that each was made by, and what counts as too much."""

    files: tuple[tuple[PublishedFile, Rules], ...]
    rules: Rules
    neutral: tuple[str, ...]
    groups: Hierarchy
    known: tuple[Known, ...]
    deadline: float | None

    @property
    def read(self) -> tuple[PublishedFile, ...]:
        return tuple(each for each, _ in self.files)

    def run(self) -> tuple[int, tuple[Disclosed, ...]]:
        """Attack under every reading of the files that holds; what follows under one of them follows."""
        found: dict[_Key, Disclosed] = {}
        checked, held = 0, False
        for reading in self._readings():
            if held and reading.is_last_resort:
                break
            try:
                report = reading.attack()
            except InconsistentHistoryError as error:
                for change in reading.changes(error):
                    found.setdefault(_key(change), change)
                continue
            except DisclosureError as error:
                raise InputError("audit.too_large") from error
            held, checked = True, max(checked, report.checked)
            for told in reading.told(report):
                found.setdefault(_key(told), told)
        if not held and not found:
            if self.known:
                replace(
                    self, known=()
                ).run()  # the tables alone may be the contradiction, and are told of first
                raise InputError("audit.known_too_much", name=self.known[0].name)
            raise InputError(_CONTRADICTION)
        return (checked, tuple(found.values())) if held else self._apart(list(found.values()))

    def _apart(self, found: list[Disclosed]) -> tuple[int, tuple[Disclosed, ...]]:
        """Attack each file alone where they contradict each other, and tell of the differences."""
        alone = [replace(self, files=(each,)).run() for each in self.files] if len(self.files) > 1 else []
        checked = len(found) + sum(asked for asked, _ in alone)
        return checked, (*found, *(told for _, disclosed in alone for told in disclosed))

    def _readings(self) -> Iterator[Reading]:
        """Yield the ways to understand the files.

        A column without totals in its file may hold all categories, or only some; one with totals that no rows add up
        to misses a row (A19). A table made elsewhere with zeros in it hides small counts only; ours may hide a zero
        where the group rule says so.
        """
        partial = frozenset(by for each in self.read for by in each.by if not each.is_whole(by))
        plain = tuple((each, stated if each.ours else _plain(stated)) for each, stated in self.files)
        rests = (frozenset(), partial) if partial and len(self.files) > 1 else (frozenset[str](),)
        for files in (self.files, plain) if plain != self.files else (self.files,):
            for rest in rests:
                yield self._reading(files, rest)
        if not partial:
            for by in dict.fromkeys(by for each in self.read for by in each.by):
                yield replace(self._reading(plain, frozenset({by})), is_last_resort=True)

    def _reading(self, files: tuple[tuple[PublishedFile, Rules], ...], rest: frozenset[str]) -> Reading:
        names = dict.fromkeys(by for each in self.read for by in each.by)
        columns = tuple(
            column(name, self._labels(name) | ({_REST} if name in rest else set()), self.groups)
            for name in names
        )
        return Reading(files, columns, self.rules, self.neutral, self.known, self.deadline)

    def _labels(self, name: str) -> set[str]:
        return {label for each in self.read if name in each.by for label in each.labels(name)}


def _plain(stated: Rules) -> Rules:
    """Return the rules under which no zero was hidden for the sake of a group."""
    if stated.zeros == "shown" and "frequency" in stated.rules:
        return replace(stated, rules=frozenset({"frequency"}))
    return stated


_Key = tuple[tuple[tuple[tuple[str, str], ...], ...], str]


def _key(told: Disclosed) -> _Key:
    return tuple(tuple(cell.items()) for cell in told.cells), told.reason
