"""What counts as a disclosure: the rule set, all of it configurable, and it travels with every release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, cast

from mhdesk.disclosure.errors import BadLayoutError

Rule = Literal["frequency", "remainder", "group"]
Zeros = Literal["shown", "withheld"]
ALL_RULES: frozenset[Rule] = frozenset({"frequency", "remainder", "group"})


@dataclass(frozen=True, slots=True)
class Weights:
    """Say what it costs to withhold a figure: an inner cell, a margin, a grand total.

    ``size`` adds up to that share for the largest count, so that of two equal choices the smaller count goes;
    ``jitter`` is the share decided by the keyed hash, so that the choice cannot be replayed (A22).
    With ``size=0, jitter=0, margin=1`` the cost is the number of withheld cells.
    """

    inner: float = 1.0
    margin: float = 3.0
    total: float = 100.0
    size: float = 0.2
    jitter: float = 0.05

    def __post_init__(self) -> None:
        if min(self.inner, self.margin, self.total) <= 0 or min(self.size, self.jitter) < 0:
            raise BadLayoutError("weights must be positive")


@dataclass(frozen=True, slots=True)
class Rules:
    """Hold the rules of one release (Handbook on SDC ch. 4-5; the defaults are the project's).

    minimum      counts 1..minimum-1 are sensitive
    width        highest minus lowest value a reader must hold possible for a sensitive count; met where
                 feasible without withholding a grand total, never below 1 (at least two whole numbers)
    zeros        "shown": zeros are published, so a withheld count is known to be at least 1; only the group rule
                 may hide some. "withheld": zeros may be hidden under the same mark wherever that helps
    rules        frequency: small counts; remainder: what follows by subtraction is a count too; group: in a
                 group of fewer than ``group_below`` a reader must hold it possible that at least ``group_others``
                 fall outside any one category
    """

    minimum: int = 5
    width: int = 5
    zeros: Zeros = "shown"
    rules: frozenset[Rule] = ALL_RULES
    group_below: int = 20
    group_others: int = 2
    weights: Weights = field(default_factory=Weights)

    def __post_init__(self) -> None:
        if self.minimum < 1 or self.width < 1 or self.group_below < 0 or self.group_others < 1:
            raise BadLayoutError("minimum, width and group_others start at 1")
        if not self.rules or not self.rules <= ALL_RULES:
            raise BadLayoutError("rules are frequency, remainder and group")
        if self.zeros not in ("shown", "withheld"):
            raise BadLayoutError("zeros are shown or withheld")

    def as_dict(self) -> dict[str, int | str | list[str]]:
        """Return all that a reader is told, fit for JSON; the weights are the house's own and stay behind."""
        return {
            "minimum": self.minimum,
            "width": self.width,
            "zeros": self.zeros,
            "rules": sorted(self.rules),
            "group_below": self.group_below,
            "group_others": self.group_others,
        }

    @classmethod
    def from_dict(cls, kept: Mapping[str, object]) -> Rules:
        """Restore what ``as_dict`` returned, with default weights.

        Raises BadLayoutError when a part is missing, unknown or of another kind: rules are never guessed.
        """
        if kept.keys() != cls().as_dict().keys():
            raise BadLayoutError("kept rules with other parts than rules have")
        names = kept["rules"]
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise BadLayoutError("rules are a list of names")
        # Whether the words are known ones is checked where every rule set is checked.
        return cls(
            minimum=_number(kept["minimum"]),
            width=_number(kept["width"]),
            zeros=cast("Zeros", kept["zeros"]),
            rules=cast("frozenset[Rule]", frozenset(names)),
            group_below=_number(kept["group_below"]),
            group_others=_number(kept["group_others"]),
        )

    def is_small(self, count: int) -> bool:
        """Tell whether this count of persons or signals is sensitive by itself."""
        return 1 <= count < self.minimum


def _number(kept: object) -> int:
    if not isinstance(kept, int) or isinstance(kept, bool):
        raise BadLayoutError("a limit that is not a whole number")
    return kept
