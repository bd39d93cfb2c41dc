"""By what a person is connected with others, and with signals in which she or he does not stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MOST: Final = 50
"""Links that are shown; whoever has more is found by the strongest of them."""
MOST_IN_PICTURE: Final = 11
"""Nodes around the person in the picture."""


class TieKind(StrEnum):
    """Why two are connected, the strongest first."""

    RELATION = "relation"
    EXPLOITER = "exploiter"
    """Victim and alleged aggressor in one signal."""
    SAME_EXPLOITER = "same_exploiter"
    """A victim in another signal of the same alleged aggressor."""
    PHONE = "phone"
    LEAD = "lead"
    """The same address, number, vehicle, advertisement, business or account in another signal."""
    TOGETHER = "together"
    """In one signal, without more."""


_RANK: Final = {kind: place for place, kind in enumerate(TieKind)}


@dataclass(frozen=True, slots=True)
class Tie:
    """One reason. It leads to a person, or to a signal in which nobody need be known (``person_id`` is None).

    ``code`` is the relation, the role or the kind of lead; ``back`` says that the relation is told from the other
    side; ``text`` is what is the same, or the name through whom.
    """

    kind: TieKind
    person_id: int | None
    signal_id: int | None
    code: str = ""
    text: str = ""
    back: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Somebody, or a signal, with every reason. ``name`` is a name or a reference; ``signals`` counts the signals."""

    person_id: int | None
    signal_id: int | None
    name: str
    ties: tuple[Tie, ...]
    signals: int = 1

    def strongest(self) -> TieKind:
        """Return the strongest reason."""
        return self.ties[0].kind


Key = tuple[int | None, int | None]


def gathered(
    ties: Iterable[Tie], names: Mapping[Key, str], signals: Mapping[int, int], most: int = MOST
) -> tuple[Link, ...]:
    """Return one link for each person and signal, the strongest and the one with most signals first.

    ``names`` are by (person, signal) with None for the other, ``signals`` count those of each person. The order of
    ``ties`` does not matter.
    """
    found: dict[Key, dict[tuple[str, str, str, bool], Tie]] = {}
    for tie in sorted(ties, key=_order):
        key = (tie.person_id, None) if tie.person_id is not None else (None, tie.signal_id)
        found.setdefault(key, {}).setdefault((tie.kind, tie.code, tie.text, tie.back), tie)
    links = [
        Link(key[0], key[1], names.get(key, ""), tuple(told.values()), signals.get(key[0] or 0, 1))
        for key, told in found.items()
    ]
    ranked = sorted(links, key=lambda one: (_RANK[one.strongest()], -one.signals, one.name, _id(one)))
    return tuple(ranked[:most])


def _id(link: Link) -> int:
    return link.person_id or link.signal_id or 0


def _order(tie: Tie) -> tuple[int, str, str, bool, int, int]:
    return _RANK[tie.kind], tie.code, tie.text, tie.back, tie.signal_id or 0, tie.person_id or 0
