"""What each method of protection would cost for the same figures, so that somebody can choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from mhdesk.disclosure.layout import Published, System
from mhdesk.disclosure.merging import Proposal
from mhdesk.disclosure.protect import Status, protect
from mhdesk.disclosure.rounded import Rounded
from mhdesk.disclosure.rounding import round_figures
from mhdesk.disclosure.rules import Rules


class Method(StrEnum):
    """Name a way to protect figures; the front doors have a sentence for each."""

    SUPPRESS = "suppress"
    ROUND = "round"
    MERGE = "merge"


@dataclass(frozen=True, slots=True)
class MethodCost:
    """Say what a method does to the figures; nothing can leave by it where it is not ``certified``.

    ``exact``: figures shown as they are; ``blank``: withheld; ``changed``: shown, but rounded, by at most
    ``largest_change``; ``categories``: how many fewer there are; ``lost``: the bits for each record that go with them.
    """

    method: Method
    certified: bool
    exact: int = 0
    blank: int = 0
    changed: int = 0
    largest_change: int = 0
    categories: int = 0
    lost: float = 0.0


def compare(
    system: System,
    rules: Rules,
    *,
    seed: bytes | str | int,
    base: int = 5,
    earlier: Sequence[Published | Rounded] = (),
    merges: Sequence[Proposal] = (),
    time_limit: float | None = None,
) -> tuple[MethodCost, ...]:
    """Return what suppressing and rounding cost, and the first of the ``merges`` that were proposed, if any.

    Where something ``earlier`` was rounded, suppressing and merging are not certified: exact figures beside rounded
    ones tell too much (A16). Raises what ``protect`` and ``round_figures`` raise.
    """
    costs = [
        _suppress(system, rules, seed, earlier, time_limit),
        _round(system, rules, seed, base, earlier, time_limit),
    ]
    if merges:
        best = merges[0]
        certified = best.protected.certified and not earlier
        figures = (best.published, best.withheld) if certified else (0, 0)
        costs.append(
            MethodCost(Method.MERGE, certified, *figures, categories=best.categories, lost=best.lost)
        )
    return tuple(costs)


def _suppress(
    system: System,
    rules: Rules,
    seed: bytes | str | int,
    earlier: Sequence[Published | Rounded],
    time_limit: float | None,
) -> MethodCost:
    exact = [release for release in earlier if isinstance(release, Published)]
    if len(exact) < len(earlier):
        return MethodCost(Method.SUPPRESS, certified=False)
    done = protect(system, rules, earlier=exact, seed=seed, time_limit=time_limit)
    blank = sum(cell.status is Status.WITHHELD for cell in done.cells)
    return MethodCost(Method.SUPPRESS, done.certified, len(done.cells) - blank, blank)


def _round(
    system: System,
    rules: Rules,
    seed: bytes | str | int,
    base: int,
    earlier: Sequence[Published | Rounded],
    time_limit: float | None,
) -> MethodCost:
    done = round_figures(system, rules, base=base, seed=seed, earlier=earlier, time_limit=time_limit)
    return MethodCost(
        Method.ROUND,
        done.certified,
        exact=len(done.cells) - done.changed,
        changed=done.changed,
        largest_change=done.largest_change,
    )
