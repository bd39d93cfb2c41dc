"""Merge categories, so that nothing, or little, has to be withheld, and lose as little as possible by it.

The search is greedy, best first: each step takes the merge that removes most small counts for each bit that it loses.
Three ways: the smallest categories into one rest; neighbours in an ordered dimension (age bands); a whole group of
a classification (all municipalities of a county). What was found is then protected like any other table, so what
a proposal says it costs is what it costs; that no better recode exists is not claimed.

A19: a merged category is always there, whatever is in it, with the codes of the vocabulary for its name and its
place. Which categories were merged does tell that one of them was small, as a mark in a withheld cell does; a rest
takes all categories without any record first, so that it does not tell which, or that there is anybody in one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from mhdesk.disclosure.errors import BadLayoutError, UnknownCategoryError
from mhdesk.disclosure.layout import IntArray
from mhdesk.disclosure.protect import Protected, Status, protect
from mhdesk.disclosure.rules import Rules
from mhdesk.disclosure.tables import Dimension, Space, Table

Groups = tuple[tuple[str, ...], ...]
"""The codes of a dimension after merging: each entry holds the codes that are one category from now on."""


@dataclass(frozen=True, slots=True)
class Recode:
    """Say which codes of which dimensions become one category; dimensions that are not named stay as they are."""

    groups: tuple[tuple[str, Groups], ...]

    @property
    def merged(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return (dimension, codes) for each category that is made of two codes or more."""
        return tuple((name, group) for name, groups in self.groups for group in groups if len(group) > 1)

    def apply(self, space: Space, counts: IntArray) -> tuple[Space, IntArray]:
        """Return the space with merged categories, named "a+b", and the counts in its shape.

        A merged dimension has no further subtotals. Raises UnknownCategoryError or BadLayoutError when the groups are
        not exactly the codes of the space.
        """
        wanted = dict(self.groups)
        for name in wanted:
            space.dimension(name)
        dimensions = []
        for axis, dimension in enumerate(space.dimensions):
            groups = wanted.get(dimension.name)
            if groups is None:
                dimensions.append(dimension)
                continue
            dimensions.append(_merged(dimension, groups))
            places = {code: i for i, code in enumerate(dimension.codes)}
            parts = [counts.take([places[c] for c in group], axis=axis).sum(axis=axis) for group in groups]
            counts = np.stack(parts, axis=axis)
        return Space(tuple(dimensions)), counts


def _merged(dimension: Dimension, groups: Groups) -> Dimension:
    codes = [code for group in groups for code in group]
    if not set(codes) <= set(dimension.codes):
        raise UnknownCategoryError(f"not a code of {dimension.name}")
    if sorted(codes) != sorted(dimension.codes) or not all(groups):
        raise BadLayoutError(f"each code of {dimension.name} belongs into one category")
    return Dimension(dimension.name, tuple("+".join(group) for group in groups), dimension.sensitive)


@dataclass(frozen=True, slots=True, eq=False)
class Proposal:
    """Hold a recode and what it costs: what would be shown and withheld, and how much detail is gone.

    ``lost``: bits of information for each record (entropy of the finest counts, before minus after);
    ``categories``: how many fewer there are.
    """

    recode: Recode
    published: int
    withheld: int
    categories: int
    lost: float
    protected: Protected


@dataclass(frozen=True, slots=True)
class Wishes:
    """Say where and how merging may go on.

    ``dimensions`` may be merged (all of the tables' if empty); of those that are ``ordered`` only neighbours merge;
    those in ``within`` have groups of codes that only merge as a whole.
    """

    dimensions: tuple[str, ...] = ()
    ordered: tuple[str, ...] = ()
    within: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)


def propose_merges(
    space: Space,
    counts: IntArray,
    tables: Sequence[Table],
    rules: Rules,
    *,
    wishes: Wishes | None = None,
    seed: bytes | str | int = 0,
    most: int = 5,
    time_limit: float | None = None,
) -> tuple[Proposal, ...]:
    """Return up to ``most`` recodes, the one that withholds least first, then the one that loses least.

    Only certified ones; none when nothing is small, or nothing can be merged. A rest that is small by itself is never
    proposed, nor a dimension with one category. ``time_limit`` (seconds) holds for each of them.
    """
    chosen = wishes or Wishes()
    named = dict.fromkeys(name for table in tables for name in table.by)
    fixed = {name for table in tables for name, _ in table.within}
    names = [name for name in named if name in (chosen.dimensions or named) and name not in fixed]
    search = _Search(space, counts, tuple(tables), rules, chosen)
    recodes: dict[Recode, None] = {}
    for start in [[name] for name in names] + ([names] if len(names) > 1 else []):
        recodes.update(dict.fromkeys(search.path(start)))
    best = sorted(recodes, key=search.price)[:most]
    judged = (_judged(search, recode, seed, time_limit) for recode in best)
    found = [proposal for proposal in judged if proposal.protected.certified]
    return tuple(sorted(found, key=lambda each: (each.withheld, round(each.lost, 9), each.categories)))


def _judged(search: _Search, recode: Recode, seed: bytes | str | int, time_limit: float | None) -> Proposal:
    space, counts = recode.apply(search.space, search.counts)
    done = protect(space.system(counts, search.tables), search.rules, seed=seed, time_limit=time_limit)
    withheld = sum(cell.status is Status.WITHHELD for cell in done.cells)
    return Proposal(
        recode=recode,
        published=len(done.cells) - withheld,
        withheld=withheld,
        categories=sum(search.space.shape) - sum(space.shape),
        lost=_entropy(search.counts) - _entropy(counts),
        protected=done,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    space: Space
    counts: IntArray
    tables: tuple[Table, ...]
    rules: Rules
    wishes: Wishes

    def path(self, names: Sequence[str]) -> Iterator[Recode]:
        """Yield recodes of these dimensions, each merging more than the one before, until nothing is small."""
        now: dict[str, Groups] = {
            name: tuple((code,) for code in self.space.dimension(name).codes) for name in names
        }
        rests: dict[str, tuple[str, ...]] = {}
        small = self._small(_recode(now))
        while small:
            steps = [(name, step) for name in names for step in self._steps(name, now[name], rests.get(name))]
            if not steps:
                return
            before = _entropy(_recode(now).apply(self.space, self.counts)[1])
            scored = [self._score(now, name, step, small, before) for name, step in steps]
            name, (groups, rest) = steps[min(range(len(steps)), key=lambda i: (scored[i], i))]
            now[name], rests[name] = groups, rest
            recode = _recode(now)
            small = self._small(recode)
            if not any(self._is_remainder(each, code) for each, code in rests.items() if code):
                yield recode

    def _score(
        self,
        now: dict[str, Groups],
        name: str,
        step: tuple[Groups, tuple[str, ...]],
        small: int,
        before: float,
    ) -> tuple[float, float]:
        """Return what a step is worth, best first: small counts less for each bit, and the bits."""
        recode = _recode({**now, name: step[0]})
        lost = before - _entropy(recode.apply(self.space, self.counts)[1])
        return round(-(small - self._small(recode)) / (lost + 0.01), 9), round(lost, 9)

    def _steps(
        self, name: str, groups: Groups, rest: tuple[str, ...] | None
    ) -> Iterator[tuple[Groups, tuple[str, ...]]]:
        """Yield what can be merged next in this dimension, with the category that it makes."""
        if name in self.wishes.within:
            for codes in self.wishes.within[name]:
                whole = tuple(code for code in self.space.dimension(name).codes if code in codes)
                parts = [group for group in groups if set(group) <= set(whole)]
                if len(parts) > 1 and len(groups) - len(parts) >= 1:
                    yield self._joined(name, groups, parts), ()
        elif len(groups) > 2:
            if name in self.wishes.ordered:
                for left, right in itertools.pairwise(groups):
                    yield self._joined(name, groups, [left, right]), ()
            else:
                yield self._rest(name, groups, rest)

    def _rest(
        self, name: str, groups: Groups, rest: tuple[str, ...] | None
    ) -> tuple[Groups, tuple[str, ...]]:
        """Take the smallest category into the rest, all those without records first; equals by the vocabulary."""
        others = sorted((group for group in groups if group != rest), key=lambda g: self._total(name, g))
        taken = [rest] if rest else []
        taken += [group for group in others if self._total(name, group) == 0]
        taken += [group for group in others if group not in taken][: 1 if rest else max(1, 2 - len(taken))]
        if len(taken) >= len(groups):
            taken = taken[:-1]
        joined = self._joined(name, groups, taken)
        made = next(group for group in joined if set(taken[0]) <= set(group))
        return joined, made

    def _joined(self, name: str, groups: Groups, parts: Sequence[tuple[str, ...]]) -> Groups:
        """Return the groups with these parts as one, at the place of the first code of the vocabulary."""
        order = self.space.dimension(name).codes.index
        one = tuple(sorted((code for part in parts for code in part), key=order))
        joined = [*(group for group in groups if group not in parts), one]
        return tuple(sorted(joined, key=lambda group: order(group[0])))

    def _total(self, name: str, codes: Sequence[str]) -> int:
        return int(self.counts.ravel()[self.space.atoms({name: codes})].sum())

    def _is_remainder(self, name: str, codes: Sequence[str]) -> bool:
        return self._total(name, codes) < max(self.rules.minimum, 1)

    def _small(self, recode: Recode) -> int:
        """Return how many figures of the tables are small by themselves."""
        space, counts = recode.apply(self.space, self.counts)
        minimum = self.rules.minimum
        values = space.system(counts, self.tables).values
        return int(((values >= 1) & (values < minimum)).sum())

    def price(self, recode: Recode) -> tuple[int, float]:
        """Return small figures that are left, and the bits lost: what to look at before protecting in earnest."""
        lost = _entropy(self.counts) - _entropy(recode.apply(self.space, self.counts)[1])
        return self._small(recode), round(lost, 9)


def _recode(groups: Mapping[str, Groups]) -> Recode:
    """Return a recode of the dimensions in which something is merged."""
    return Recode(tuple((n, each) for n, each in groups.items() if any(len(group) > 1 for group in each)))


def _entropy(counts: IntArray) -> float:
    """Return the information, in bits for each record, of knowing in which cell it is."""
    some = counts[counts > 0].astype(np.float64)
    shares = some / max(some.sum(), 1.0)
    return float(-(shares * np.log2(shares)).sum())
