"""What the network looks like as it is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from mhdesk.domain.revisions import RevisionView

ENDS_SOON: Final = timedelta(days=60)
"""A covenant that ends within this time asks for a new one: agreeing with all who sign takes weeks."""
STALE_AFTER: Final = timedelta(days=2)
"""What was heard of free places longer ago than this says nothing of tonight."""


@dataclass(frozen=True, slots=True)
class CovenantView:
    """An agreement between organisations.

    ``purposes`` are codes of ``referral_purposes``, none for all; ``covers`` says in words what may be shared under
    it; without ``ends_on`` it goes on.
    """

    id: int
    version: int
    organisation_id: int
    kind: str
    title: str
    purposes: tuple[str, ...]
    covers: str
    starts_on: date
    ends_on: date | None
    note: str
    recorded_at: datetime
    recorded_by: str

    def is_in_force(self, day: date) -> bool:
        """Say whether it holds on a day: the last day counts."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    def ends_soon(self, day: date) -> bool:
        """Say whether it is in force and ends within :data:`ENDS_SOON`."""
        return self.is_in_force(day) and self.ends_on is not None and self.ends_on - day <= ENDS_SOON

    def is_for(self, purpose: str) -> bool:
        """Say whether it covers a purpose; one that names none covers all."""
        return not self.purposes or purpose in self.purposes


@dataclass(frozen=True, slots=True)
class OfferView:
    """What an organisation offers to whom; no codes stand for all, None for no bound or for what nobody knows.

    ``organisation_phone`` is the number at which to ask, of the organisation itself.
    """

    id: int
    version: int
    organisation_id: int
    organisation: str
    organisation_phone: str
    purpose: str
    name: str
    sexes: tuple[str, ...]
    age_from: int | None
    age_to: int | None
    children: str
    languages: tuple[str, ...]
    municipalities: tuple[str, ...]
    at_night: bool
    places: float | None
    places_free: float | None
    free_on: date | None
    conditions: str
    ended_on: date | None
    recorded_at: datetime
    recorded_by: str

    def is_fresh(self, day: date) -> bool:
        """Say whether what is known of free places was heard lately enough to count on."""
        return self.free_on is not None and day - self.free_on <= STALE_AFTER


@dataclass(frozen=True, slots=True)
class ContactView:
    """Somebody who works at an organisation."""

    id: int
    version: int
    name: str
    function: str
    phone: str
    email: str
    note: str
    ended_on: date | None
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True)
class ExperienceView:
    """How working with an organisation went."""

    id: int
    happened_on: date
    text: str
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation in a list: how to reach it, what it offers (codes of purposes), and its covenants in force."""

    id: int
    name: str
    group: str
    side: str
    phone: str
    ended_on: date | None
    offers: tuple[str, ...]
    covenants: int


@dataclass(frozen=True, slots=True)
class OrganisationDetails:
    """Everything about an organisation; ``referrals`` pairs states with how many referrals are in it.

    ``history`` is what it and its contacts, offers and covenants said before, newest first: each with what that is
    called, "" for the organisation itself.
    """

    id: int
    version: int
    name: str
    group: str
    side: str
    phone: str
    email: str
    address: str
    note: str
    ended_on: date | None
    contacts: tuple[ContactView, ...]
    offers: tuple[OfferView, ...]
    covenants: tuple[CovenantView, ...]
    experiences: tuple[ExperienceView, ...]
    referrals: tuple[tuple[str, int], ...]
    history: tuple[tuple[str, RevisionView], ...] = ()


@dataclass(frozen=True, slots=True)
class NeedView:
    """Help that was wanted and not found; ``person_id`` is None where it is about nobody in the registry."""

    id: int
    version: int
    person_id: int | None
    purpose: str
    wanted_on: date
    reason: str
    municipality: str
    sex: str
    age_band: str
    note: str
    met_on: date | None
    met_how: str
    recorded_at: datetime
    recorded_by: str
    history: tuple[RevisionView, ...] = ()
