"""Fetch everything that the page of one person shows, in one question to the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final, TypeVar

from mhdesk.domain.people import Permission
from mhdesk.domain.persons import PersonDetails, RoleView
from mhdesk.domain.views import DraftView
from mhdesk.gui.cases import reading
from mhdesk.gui.comensha import parts as comensha
from mhdesk.gui.meetings import person_part as meetings
from mhdesk.gui.merging import trail
from mhdesk.gui.network import person_part as needs
from mhdesk.gui.referrals import person_part as referrals
from mhdesk.gui.requests import parts as requests
from mhdesk.gui.signals import payloads

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

T = TypeVar("T")

_READINGS: Final[tuple[Callable[[PersonDetails, Desk], object], ...]] = (
    reading.read,
    meetings.read,
    needs.read,
    referrals.read,
    comensha.read,
    requests.read,
    trail.read,
)
"""What else is read for the blocks of the page: each a function ``(details, desk) -> a view of its own type``.

A reading asks for its permission; that somebody saw the person is logged already. It imports its desk module itself.
"""


@dataclass(frozen=True, slots=True)
class Loaded:
    """One person as she or he stands, and what somebody began here and did not record, newest first.

    ``more`` is what the blocks read besides: ask for it with :meth:`of`. It comes a moment later than the rest, and
    ``whole`` says that it is here.
    """

    details: PersonDetails
    drafts: Sequence[DraftView]
    today: date
    more: tuple[object, ...] = ()
    whole: bool = False

    def role(self, involvement_id: int) -> RoleView:
        """Return a role by the involvement. Raises KeyError for that of somebody else."""
        return {one.involvement_id: one for one in self.details.roles}[involvement_id]

    def of(self, kind: type[T]) -> T | None:
        """Return what was read of this type, None where nothing was."""
        return next((one for one in self.more if isinstance(one, kind)), None)


def load(person_id: int, desk: Desk) -> Loaded:
    """Return everything that the page shows; the reading is logged."""
    return complete(first(person_id, desk), desk)


def first(person_id: int, desk: Desk) -> Loaded:
    """Return who this is and what happened, which the page opens with; the reading is logged."""
    from mhdesk.desk import persons

    details = persons.details(desk, person_id)
    return Loaded(details, begun(details.id, desk), desk.today())


def complete(loaded: Loaded, desk: Desk) -> Loaded:
    """Return a person with what the blocks of the other tabs show, too."""
    return replace(loaded, more=tuple(read(loaded.details, desk) for read in _READINGS), whole=True)


def begun(person_id: int, desk: Desk) -> list[DraftView]:
    """Return the unrecorded forms about a person that the person at the desk may finish."""
    from mhdesk.desk import drafts, merging

    open_to_me = drafts.to_finish(desk) if desk.user.may(Permission.WRITE) else []
    of_persons = [draft for draft in open_to_me if payloads.belongs_to_person(draft.form)]
    whose = [payloads.person_of(draft.payload) for draft in of_persons]
    now = merging.as_now(desk, whose)  # a form about who was joined with somebody since is about that one
    return [draft for draft, who in zip(of_persons, whose, strict=True) if now.get(who) == person_id]
