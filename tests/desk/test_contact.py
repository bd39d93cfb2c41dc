"""How the organisation is reached is kept in the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import contact
from mhdesk.domain.contact import Contact
from mhdesk.domain.people import Role, User
from mhdesk.domain.problems import ProblemsError
from mhdesk.errors import NotAllowedError

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk

TOLD = Contact(
    address="Kerkbrink 1, 1211 BW Voorbeeldstad",
    phone="035 000 00 01",
    mail="team@voorbeeld.example",
    officer="de functionaris gegevensbescherming, fg@voorbeeld.example",
    crisis_numbers="Direct gevaar: 112\nCrisisdienst 18+: 035 000 00 02",
)


def test_what_a_team_says_of_itself_is_kept(desk: Desk) -> None:
    assert contact.kept(desk) == Contact()
    contact.change(desk, TOLD)
    assert contact.kept(desk) == TOLD
    contact.change(desk, Contact(phone=" 035 000 00 03 "))
    assert contact.kept(desk) == Contact(phone="035 000 00 03")


def test_what_may_not_stand_changes_nothing(desk: Desk) -> None:
    contact.change(desk, TOLD)
    with pytest.raises(ProblemsError):
        contact.change(desk, Contact(crisis_numbers="Crisisdienst: 035 000 00 02"))
    assert contact.kept(desk) == TOLD


def test_only_who_administers_changes_it(desk: Desk) -> None:
    desk.user = User(1, desk.user.name, Role.VT_WORKER)
    with pytest.raises(NotAllowedError):
        contact.change(desk, TOLD)
