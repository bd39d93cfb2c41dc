"""Through whom nothing may run: representatives of somebody who are an aggressor, over all signals together.

That a father is a parent may stand in one signal and that he is the aggressor in another one: both count everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mhdesk.domain import relations as rules
from mhdesk.domain.dates import Birth
from mhdesk.domain.relations import Party, RelationView
from mhdesk.store import involvements, persons, relations, signals
from mhdesk.store.database import Connection
from mhdesk.store.involvements import full_name


@dataclass(frozen=True, slots=True)
class Around:
    """Everybody in the signals of one person, in every role that they have anywhere, and who is what of whom."""

    own: tuple[Party, ...]
    parties: tuple[Party, ...]
    relations: tuple[RelationView, ...]
    forms: frozenset[str]

    def unsafe(self) -> frozenset[Party]:
        """Return the aggressors who could act in this person's place."""
        return frozenset(
            party for one in self.own for party in rules.unsafe_for(one, self.parties, self.relations)
        )

    def unasked(self) -> frozenset[Party]:
        """Return the aggressors of whom nobody said what they are of this person, where that must be known."""
        return frozenset(
            party
            for one in self.own
            for party in rules.unasked(one, self.parties, self.relations, self.forms)
        )


def around(connection: Connection, person_id: int, today: date) -> Around:
    """Return who is around somebody."""
    own_signals = persons.signals_of(connection, [person_id]).get(person_id, [])
    here = involvements.of_signals(connection, own_signals)
    others = sorted({one.person_id for one in here if one.person_id and one.person_id != person_id})
    elsewhere = sorted(
        {number for found in persons.signals_of(connection, others).values() for number in found}
    )
    people = {person_id, *others}
    more = [one for one in involvements.of_signals(connection, elsewhere) if one.person_id in people]
    everybody = {one.id: one for one in (*here, *more)}.values()
    ages = {number: _age(connection, number, today) for number in people}
    parties = tuple(Party(one.id, one.person_id, one.role, ages.get(one.person_id or 0)) for one in everybody)
    return Around(
        own=tuple(party for party in parties if party.person_id == person_id),
        parties=parties,
        relations=_relations(connection, {*own_signals, *elsewhere}),
        forms=frozenset(row.form for number in own_signals if (row := signals.get(connection, number))),
    )


def anybody(connection: Connection, person_ids: Iterable[int | None], today: date) -> bool:
    """Say whether an aggressor could act in the place of one of these persons, as any signal tells of them."""
    known = {number for number in person_ids if number is not None}
    return any(around(connection, number, today).unsafe() for number in sorted(known))


def _relations(connection: Connection, signal_ids: Iterable[int]) -> tuple[RelationView, ...]:
    return tuple(one for number in sorted(signal_ids) for one in relations.of_signal(connection, number))


def _age(connection: Connection, person_id: int, today: date) -> int | None:
    row = persons.get(connection, person_id)
    return (
        Birth(row.birth_on, row.birth_estimated).age_on(today) if row is not None and row.birth_on else None
    )


def names(connection: Connection, parties: Iterable[Party]) -> tuple[str, ...]:
    """Return the names of some parties, as far as they are known."""
    rows = (persons.get(connection, one.person_id) for one in parties if one.person_id)
    found = (full_name(row.first_names, row.last_name) for row in rows if row is not None)
    return tuple(sorted({name for name in found if name}))
