"""With whom the region works: organisations, their contacts, what they offer for whom, covenants and experiences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

ENDS_SOON: Final = timedelta(days=60)
"""A covenant that ends within this time asks for a new one: agreeing with all who sign takes weeks."""


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
