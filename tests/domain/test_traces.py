"""What could name somebody in a text that must name nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.traces import Trace, kinds, traces

YEAR = 2026


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een docent vraagt wat hij kan doen.", ()),
        ("Een wijkteam in Hilversum belt over een leerling.", ()),
        ("Vraag van Veilig Thuis, doorverwezen naar de politie.", ()),
        ("Zij is op 12-10-2026 gezien bij Schiphol.", ()),
        ("De leerling heet Lina.", (Trace.NAME,)),
        ("Het gaat om Lina van der Voorbeeld uit Huizen.", (Trace.NAME,)),
        ("Mevr. Verzonnen belde zelf.", (Trace.NAME,)),
        ("Bel haar op 06-12 34 42 02.", (Trace.PHONE,)),
        ("Bereikbaar: +31 6 12344202", (Trace.PHONE,)),
        ("Geboren op 12 mei 2004.", (Trace.BIRTH,)),
        ("geb. 03-02-1999", (Trace.BIRTH,)),
        ("Zij mailt vanaf lina@voorbeeld.invalid.", (Trace.MAIL,)),
        ("Een Bulgaarse vrouw vertelt aan een BOA wat zij zag.", ()),
        ("Ze vraagt: Mag een school dit melden?", ()),
    ],
)
def test_what_names_somebody_is_found_and_what_does_not_is_left(
    text: str, expected: tuple[Trace, ...]
) -> None:
    assert kinds(text, YEAR) == expected


def test_a_whole_name_is_one_trace() -> None:
    text = "Dit gaat over Lina Voorbeeld en haar zus."
    (found,) = traces(text, YEAR)
    assert text[found.start : found.end] == "Lina Voorbeeld"


def test_a_number_that_could_be_a_citizen_number_is_found() -> None:
    assert Trace.NUMBER in kinds("nummer 111222333", YEAR)
    assert Trace.NUMBER not in kinds("nummer 111222334", YEAR)


@given(st.text(max_size=300))
def test_any_text_can_be_looked_through(text: str) -> None:
    for found in traces(text, YEAR):
        assert 0 <= found.start < found.end <= len(text)


@given(st.text(alphabet="abc \n.,", max_size=200))
def test_a_text_without_capitals_and_digits_names_nobody(text: str) -> None:
    assert kinds(text, YEAR) == ()


def test_a_very_long_text_is_looked_through_up_to_a_bound() -> None:
    assert kinds("Lang verhaal " * 5_000, YEAR) is not None


def test_a_name_at_the_end_of_a_long_mail_is_found_too() -> None:
    text = "Er is iets mis in dit huis. " * 600 + "Groet van mevrouw Bedacht"
    assert kinds(text, 2026) == (Trace.NAME,)
    assert traces(text, 2026)[0].start > 16_000
