"""Whom and what a person is connected with: read by what is kept for finding again, never by going through all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, Row, bindparam, or_, select, text

from mhdesk.domain import leads as lead_rules
from mhdesk.domain import phones
from mhdesk.domain.links import Key, Link, Tie, TieKind, gathered
from mhdesk.domain.persons import RoleView
from mhdesk.domain.signals import AGGRESSOR, VICTIM
from mhdesk.store import involvements, leads, persons
from mhdesk.store.involvements import full_name
from mhdesk.store.schema import involvement, lead, lead_key, person, relation

_MOST_READ: Final = 500
"""Rows of one kind that are looked at: whoever is tied to more is tied to half a registry."""
_PROTECTED: Final = frozenset({VICTIM, "child"})
# Put together once: that takes as long as SQLite takes to answer.
_AMONG: Final[BindParameter[int]] = bindparam("ids", expanding=True)
_MINE: Final[BindParameter[int]] = bindparam("mine", expanding=True)
_PEOPLE: Final = (
    select(involvement.c.id, involvement.c.person_id, involvement.c.signal_id, involvement.c.role)
    .add_columns(person.c.first_names, person.c.last_name)
    .join_from(involvement, person)
    .limit(_MOST_READ)
)
_CONCERNED: Final = _PEOPLE.where(involvement.c.signal_id.in_(_AMONG)).order_by(
    involvement.c.signal_id.desc(), involvement.c.id
)
_ALIKE: Final = _PEOPLE.where(
    involvement.c.person_id.in_(
        select(person.c.id)
        .where(
            text("person.phone != ''"),  # as its index says it
            person.c.phone == bindparam("phone"),
            person.c.id != bindparam("who"),
        )
        .limit(_MOST_READ)
    )
).order_by(involvement.c.id)
_RELATED: Final = (
    select(relation)
    .where(
        relation.c.signal_id.in_(_AMONG),
        or_(relation.c.involvement_id.in_(_MINE), relation.c.other_id.in_(_MINE)),
    )
    .order_by(relation.c.id)
    .limit(_MOST_READ)
)
_ACCUSED_IN: Final = (
    select(involvement.c.signal_id, involvement.c.person_id)
    .where(involvement.c.person_id.in_(_AMONG), involvement.c.role == AGGRESSOR)
    .order_by(involvement.c.signal_id.desc())
    .limit(_MOST_READ)
)
_LEADS: Final = (
    select(lead_key.c.key, lead.c.kind, lead.c.text)
    .join_from(lead, lead_key)
    .where(lead.c.signal_id.in_(_AMONG))
    .limit(_MOST_READ)
)


@dataclass(frozen=True, slots=True)
class _Other:
    """Somebody else in a signal."""

    involvement_id: int
    person_id: int
    signal_id: int
    role: str
    name: str


def of_person(
    connection: Connection, person_id: int, phone: str, roles: Sequence[RoleView]
) -> tuple[Link, ...]:
    """Return the links of a person, the strongest first."""
    here = sorted({one.signal_id for one in roles})
    near = [one for one in _in_signals(connection, here) if one.person_id != person_id]
    far = _of_same_aggressors(connection, roles, near, here, person_id)
    alike = _of_phone(connection, phone, person_id)
    ties = [
        *_within(roles, near),
        *_related(connection, roles, near),
        *(Tie(TieKind.SAME_EXPLOITER, one.person_id, one.signal_id, text=whom) for one, whom in far),
        *(Tie(TieKind.PHONE, one.person_id, None, text=phone) for one in alike),
        *_leads(connection, here, phone),
    ]
    others = [*near, *alike, *(one for one, _ in far)]
    return gathered(ties, _names(connection, others, ties), _counts(connection, others))


def _names(connection: Connection, others: Sequence[_Other], ties: Sequence[Tie]) -> dict[Key, str]:
    numbers = sorted({tie.signal_id for tie in ties if tie.person_id is None and tie.signal_id is not None})
    named: dict[Key, str] = {(one.person_id, None): one.name for one in others}
    told = involvements.references(connection, numbers)
    return named | {(None, number): reference for number, reference in told.items()}


def _counts(connection: Connection, others: Sequence[_Other]) -> dict[int, int]:
    found = persons.signals_of(connection, [one.person_id for one in others])
    return {number: len(signals) for number, signals in found.items()}


def _in_signals(connection: Connection, signal_ids: Sequence[int]) -> list[_Other]:
    return [_other(row) for row in connection.execute(_CONCERNED, {"ids": list(signal_ids)})]


def _other(row: Row[Any]) -> _Other:
    return _Other(row.id, row.person_id, row.signal_id, row.role, full_name(row.first_names, row.last_name))


def _within(roles: Sequence[RoleView], near: Sequence[_Other]) -> Iterator[Tie]:
    """Yield who stands in the same signals, and whether one may have harmed the other there."""
    mine: dict[int, set[str]] = {}
    for one in roles:
        mine.setdefault(one.signal_id, set()).add(one.role)
    for other in near:
        had = mine[other.signal_id]
        harmed = had & _PROTECTED and other.role == AGGRESSOR
        harms = AGGRESSOR in had and other.role in _PROTECTED
        kind = TieKind.EXPLOITER if harmed or harms else TieKind.TOGETHER
        yield Tie(kind, other.person_id, other.signal_id, other.role)


def _related(connection: Connection, roles: Sequence[RoleView], near: Sequence[_Other]) -> Iterator[Tie]:
    mine = [one.involvement_id for one in roles]
    here = {one.involvement_id: one for one in near}
    asked = {"ids": sorted({one.signal_id for one in roles}), "mine": mine}
    for row in connection.execute(_RELATED, asked):
        back = row.involvement_id in mine
        other = here.get(row.other_id if back else row.involvement_id)
        if other is not None:
            yield Tie(TieKind.RELATION, other.person_id, None, row.kind, back=back)


def _of_same_aggressors(
    connection: Connection,
    roles: Sequence[RoleView],
    near: Sequence[_Other],
    here: Sequence[int],
    person_id: int,
) -> list[tuple[_Other, str]]:
    """Return whom those may have harmed elsewhere who may have harmed this person, with their names."""
    harmed_in = {one.signal_id for one in roles if one.role in _PROTECTED}
    accused = {
        one.person_id: one.name for one in near if one.role == AGGRESSOR and one.signal_id in harmed_in
    }
    if not accused:
        return []
    rows = connection.execute(_ACCUSED_IN, {"ids": sorted(accused)}).all()
    elsewhere = {row.signal_id: accused[row.person_id] for row in rows if row.signal_id not in here}
    found = _in_signals(connection, sorted(elsewhere)) if elsewhere else []
    return [
        (one, elsewhere[one.signal_id])
        for one in found
        if one.role in _PROTECTED and one.person_id not in {person_id, *accused}
    ]


def _of_phone(connection: Connection, phone: str, person_id: int) -> list[_Other]:
    """Return others with the same number, each as often as a signal knows them."""
    if not phone:
        return []
    return [_other(row) for row in connection.execute(_ALIKE, {"phone": phone, "who": person_id})]


def _leads(connection: Connection, here: Sequence[int], phone: str) -> Iterator[Tie]:
    """Yield other signals in which a lead is the same, or in which the number of this person is one."""
    rows = connection.execute(_LEADS, {"ids": list(here)})
    told: Mapping[str, tuple[str, str]] = {row.key: (row.kind, row.text) for row in rows} | {
        key: ("phone", phones.display(phone)) for key in (lead_rules.keys("phone", phone) if phone else ())
    }
    for one in leads.having(connection, told, _MOST_READ) if told else ():
        if one.signal_id not in here:
            kind, same = told[one.key]
            yield Tie(TieKind.LEAD, None, one.signal_id, kind, same)
