"""Look through the whole registry for persons who may stand in it twice: in slices, so that nothing else waits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mhdesk.desk import logbook, matching
from mhdesk.desk.desk import Desk
from mhdesk.desk.matching import Known, Matcher
from mhdesk.linkage import FieldMatch, Level, Pair, Progress
from mhdesk.store import apart


@dataclass(frozen=True, slots=True)
class Double:
    """Two persons who may be one, how sure that is and why."""

    one: Known
    other: Known
    level: Level
    score: float
    fields: tuple[FieldMatch, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """How far the check is and what the last slice found; ``total`` is 0 while everybody is still being read."""

    done: int
    total: int
    found: tuple[Double, ...]

    @property
    def finished(self) -> bool:
        """Say whether everybody was compared with everybody."""
        return self.total > 0 and self.done >= self.total


class Check:
    """One look through the registry of one desk; belongs to the thread of the desk, like its :class:`Matcher`.

    Each :meth:`step` takes about 20 ms. Whoever wants no more of it asks no more: nothing was changed.
    """

    def __init__(self) -> None:
        self._slices: Iterator[Progress[int]] | None = None

    def step(self, desk: Desk) -> Step:
        """Read or compare for a moment. The log says once that such names were shown. Raises NotAllowedError."""
        matcher = matching.matcher_of(desk)
        if self._slices is None:
            if not matcher.read_on():
                return Step(0, 0, ())
            self._slices = matcher.everybody(apart.all_of(desk.database.connection))
        told = next(self._slices, None)
        if told is None or told.total == 0:
            return Step(1, 1, ())
        found = _shown(desk, matcher, told.found)
        if found:
            logbook.list_shown(desk, "doubles")
        return Step(told.done, told.total, found)


def _shown(desk: Desk, matcher: Matcher, pairs: Sequence[Pair[int]]) -> tuple[Double, ...]:
    """Return pairs with names; who may not come up, or was told apart since the check began, is left out."""
    if not pairs:
        return ()
    known = matcher.known({number for pair in pairs for number in (pair.one, pair.other)})
    return tuple(
        Double(
            known[pair.one],
            known[pair.other],
            matcher.level(pair.score, pair.fields),
            pair.score,
            pair.fields,
        )
        for pair in pairs
        if pair.one in known
        and pair.other in known
        and pair.other not in apart.of(desk.database.connection, pair.one)
    )
