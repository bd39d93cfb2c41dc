"""Who is what of whom in one signal, and whom nobody may be reached through.

Where a parent, guardian or representative of a victim or child is the aggressor, informing, consent and access never
run through him or her (founding documents: forced marriage; Wmo 2015 art. 5.3.2 on who asks for access).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from mhdesk.domain.problems import Problem
from mhdesk.domain.signals import AGGRESSOR, VICTIM
from mhdesk.domain.vocabulary import vocabulary

if TYPE_CHECKING:  # the views show relations
    from mhdesk.domain.views import InvolvementView

KINDS: Final = "relation_kinds"
CHILD: Final = "child"
FORCED_MARRIAGE: Final = "forced_marriage"
GUARDIAN_CONSENT: Final = "consent_guardian"
CONSENTS_ALONE: Final = 16
"""From this age on somebody consents without a parent (AVG art. 8 as the UAVG fills it in, and youth care)."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody concerned in a signal, as far as these rules look: ``id`` is the involvement's."""

    id: int
    person_id: int | None
    role: str
    age: int | None = None


@dataclass(slots=True)
class RelationDraft:
    """What the first is of the second, both by their involvements in one signal."""

    involvement_id: int = 0
    kind: str = ""
    other_id: int = 0

    def validate(self, parties: Collection[Party]) -> list[Problem]:
        """Return what must be mended before this can be recorded; ``parties`` are those of the signal."""
        here = {one.id: one for one in parties}
        if self.kind not in vocabulary(KINDS):
            return [Problem("kind", "relation.kind_missing")]
        first, second = here.get(self.involvement_id), here.get(self.other_id)
        if first is None or second is None:
            return [Problem("other_id", "relation.other_missing")]
        return [Problem("other_id", "relation.of_oneself")] if is_same(first, second) else []


@dataclass(frozen=True, slots=True)
class RelationView:
    """A relation as it was recorded."""

    id: int
    involvement_id: int
    kind: str
    other_id: int
    recorded_at: datetime
    recorded_by: str


def represents(kind: str) -> bool:
    """Say whether whoever is this of somebody could act in that person's place."""
    kinds = vocabulary(KINDS)
    return kind in kinds and kinds[kind].get("represents") == "yes"


def is_same(one: Party, other: Party) -> bool:
    """Say whether both are one and the same person, perhaps in two roles."""
    return one.id == other.id or (one.person_id is not None and one.person_id == other.person_id)


def is_protected(one: Party) -> bool:
    """Say whether somebody may need protection from his or her own representative."""
    young = one.age is not None and one.age < CONSENTS_ALONE
    return one.role in {VICTIM, CHILD} or (young and one.role != AGGRESSOR)


def unsafe_for(
    one: Party, parties: Collection[Party], relations: Iterable[RelationView | RelationDraft]
) -> tuple[Party, ...]:
    """Return the aggressors of this signal who could act in somebody's place, and through whom nothing may run.

    A relation counts for the persons, whatever the role under which it was recorded.
    """
    if not is_protected(one):
        return ()
    here = {party.id: party for party in parties}
    acting = [
        here[relation.involvement_id]
        for relation in relations
        if represents(relation.kind)
        and {relation.involvement_id, relation.other_id} <= here.keys()
        and is_same(here[relation.other_id], one)
    ]
    aggressors = (party for party in parties if party.role == AGGRESSOR and not is_same(party, one))
    return tuple(party for party in aggressors if any(is_same(party, other) for other in acting))


def consent_problems(
    basis: str,
    told_of: Iterable[Party],
    parties: Collection[Party],
    relations: Sequence[RelationView | RelationDraft],
) -> list[Problem]:
    """Return a problem where a referral stands on the consent of a parent or guardian who is the aggressor."""
    if basis != GUARDIAN_CONSENT:
        return []
    unsafe = any(unsafe_for(one, parties, relations) for one in told_of)
    return [Problem("basis", "referral.guardian_unsafe")] if unsafe else []


def unasked(
    one: Party,
    parties: Collection[Party],
    relations: Sequence[RelationView | RelationDraft],
    forms: Collection[str],
) -> tuple[Party, ...]:
    """Return the aggressors of whom nobody said what they are of somebody, where that has to be known.

    That is so for a child and for a victim under 16, and for every victim of a forced marriage.
    """
    if not is_protected(one) or not (_is_young(one) or FORCED_MARRIAGE in forms):
        return ()
    here = {party.id: party for party in parties}
    pairs = [
        (here[relation.involvement_id], here[relation.other_id])
        for relation in relations
        if {relation.involvement_id, relation.other_id} <= here.keys()
    ]

    def is_said(other: Party) -> bool:
        return any(
            (is_same(first, one) and is_same(second, other))
            or (is_same(first, other) and is_same(second, one))
            for first, second in pairs
        )

    aggressors = (party for party in parties if party.role == AGGRESSOR and not is_same(party, one))
    return tuple(party for party in aggressors if not is_said(party))


def _is_young(one: Party) -> bool:
    return one.age < CONSENTS_ALONE if one.age is not None else one.role == CHILD


def parties_of(people: Iterable[InvolvementView]) -> list[Party]:
    """Return those concerned in a signal as these rules look at them."""
    return [Party(one.id, one.person_id, one.role, one.age) for one in people]


def in_both_roles(one: Party, parties: Collection[Party], elsewhere: Collection[str] = ()) -> bool:
    """Say whether somebody is a victim and an aggressor at once, here or with the roles ``elsewhere``."""
    roles = {party.role for party in parties if is_same(party, one)} | {*elsewhere}
    return one.role in {VICTIM, AGGRESSOR} and {VICTIM, AGGRESSOR} <= roles
