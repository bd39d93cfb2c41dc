"""Fetch what the page of a person shows of cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mhdesk.domain.cases import CaseView
from mhdesk.domain.people import User
from mhdesk.domain.persons import PersonDetails
from mhdesk.domain.views import OrganisationView

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk
    from mhdesk.gui.persons.loading import Loaded


@dataclass(frozen=True, slots=True)
class CasesOfPerson:
    """The cases of a person, an open one first, and whom a form can name: colleagues and organisations."""

    cases: tuple[CaseView, ...]
    colleagues: tuple[User, ...]
    organisations: tuple[OrganisationView, ...]
    me: int

    def first(self) -> CaseView | None:
        """Return the case that is worked on, or the last closed one; None for somebody without."""
        return next(iter(self.cases), None)


def read(details: PersonDetails, desk: Desk) -> CasesOfPerson:
    """Return the cases of a person and whom their forms can name."""
    from mhdesk.desk import cases, referring

    return CasesOfPerson(
        cases.of_person(desk, details.id),
        cases.coordinators(desk),
        tuple(referring.all_organisations(desk)),
        desk.user.id,
    )


def of(loaded: Loaded) -> CasesOfPerson:
    """Return what :func:`read` read."""
    return loaded.of(CasesOfPerson) or CasesOfPerson((), (), (), 0)
