"""A person over all signals and years: what is known, in which roles, and the case there is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from mhdesk.domain.cases import CaseHead
from mhdesk.domain.dates import Birth
from mhdesk.domain.informing import State
from mhdesk.domain.links import Link
from mhdesk.domain.signals import AGGRESSOR, VICTIM
from mhdesk.domain.timeline import Event

_ORDER: Final = (VICTIM, "child", AGGRESSOR, "witness", "reporter")


@dataclass(frozen=True, slots=True)
class RoleView:
    """One role of somebody in one signal, with where informing stands there."""

    involvement_id: int
    signal_id: int
    reference: str
    kind: str
    status: str
    received_on: date
    role: str
    form: str
    municipality: str
    inform_state: State
    duty_on: date | None


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """Everything about one person that belongs to no single signal.

    ``age`` is that of today; ``roles`` are newest first; ``case`` is None for somebody without one. ``asked_for`` is
    the id under which the person was asked for: that of a record that was joined into this one, or ``id``. ``events``
    have no order yet (:func:`mhdesk.domain.timeline.arranged`); ``besides`` are the involvements of others of whom
    they tell, with the person where that is known.
    """

    id: int
    asked_for: int
    version: int
    first_names: str
    last_name: str
    name: str
    sex: str
    birth: Birth | None
    age: int | None
    nationality: str
    phone: str
    safe_contact: str
    roles: tuple[RoleView, ...] = ()
    case: CaseHead | None = None
    events: tuple[Event, ...] = ()
    besides: tuple[tuple[int, int | None], ...] = ()
    links: tuple[Link, ...] = ()

    def role_codes(self) -> tuple[str, ...]:
        """Return each role that somebody has or had once, those of who may need help first."""
        return in_order(one.role for one in self.roles)

    def in_both_roles(self) -> bool:
        """Say whether somebody is a victim and an aggressor: what is meant for one role says nothing of the other."""
        return {VICTIM, AGGRESSOR} <= {one.role for one in self.roles}

    def signal_ids(self) -> frozenset[int]:
        """Return the signals in which somebody is concerned."""
        return frozenset(one.signal_id for one in self.roles)


def in_order(roles: Iterable[str]) -> tuple[str, ...]:
    """Return roles once each, in the order in which they are named."""
    told = set(roles)
    return (*(role for role in _ORDER if role in told), *sorted(told - set(_ORDER)))
