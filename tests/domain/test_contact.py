"""What a team says of itself, and whom to call: 112 never goes missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.contact import Contact, CrisisNumber, read_numbers, shipped_numbers, write_numbers

OWN = "Direct gevaar: 112\n\n Crisisdienst 18+ (na 17:00): 035 000 00 00 "


def codes(contact: Contact) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in contact.validate()]


def test_blank_is_allowed_and_means_the_shipped_numbers() -> None:
    assert codes(Contact()) == []
    assert Contact().numbers() == shipped_numbers()
    assert Contact().missing() == ("address", "phone", "officer")
    assert shipped_numbers()[0].number == "112"


def test_own_numbers_take_the_place_of_the_shipped_ones() -> None:
    contact = Contact(crisis_numbers=OWN)
    assert codes(contact) == []
    assert contact.numbers() == (
        CrisisNumber("Direct gevaar", "112"),
        CrisisNumber("Crisisdienst 18+ (na 17:00)", "035 000 00 00"),
    )


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Direct gevaar 112", "contact.number_unreadable"),
        (": 112", "contact.number_unreadable"),
        ("Direct gevaar: bel 112", "contact.number_unreadable"),
        (f"{'n' * 61}: 112", "contact.number_unreadable"),
        ("Crisisdienst: 035 000 00 00", "contact.emergency_missing"),
        ("\n".join(["Nood: 112"] * 9), "contact.numbers_too_many"),
    ],
)
def test_numbers_that_nobody_could_call_are_refused(typed: str, code: str) -> None:
    assert codes(Contact(crisis_numbers=typed)) == [("crisis_numbers", code)]


def test_a_mail_address_without_an_at_is_refused() -> None:
    assert codes(Contact(mail="info.voorbeeld")) == [("mail", "contact.mail_unreadable")]
    assert codes(Contact(address="a" * 201))[0][0] == "address"


@given(st.text())
def test_whatever_stands_has_112_in_it(typed: str) -> None:
    contact = Contact(crisis_numbers=typed)
    if not contact.validate():
        assert "112" in [one.number for one in contact.numbers()]
        assert read_numbers(write_numbers(contact.numbers())) == contact.numbers()
