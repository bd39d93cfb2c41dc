from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mhdesk.linkage.phones import Directory, count_slips, one_slip_apart, slips, suffix

NUMBERS = st.from_regex(r"[0-9]{9}", fullmatch=True)


@given(NUMBERS)
def test_every_slip_is_one_slip_apart_and_none_is_forgotten(number: str) -> None:
    made = set(slips(number))
    assert all(one_slip_apart(number, other) for other in made)
    assert number not in made
    assert 81 <= len(made) <= count_slips(number)


@given(NUMBERS, NUMBERS)
def test_what_is_one_slip_apart_is_among_the_slips(one: str, other: str) -> None:
    assert one_slip_apart(one, other) == (other in set(slips(one)))


def test_a_number_is_one_number_with_and_without_its_country() -> None:
    directory = Directory()
    directory.add("+31600123456", 7)
    assert directory.same("600123456") == [7]
    assert directory.near("+31600123465") == [7]
    directory.remove("+31600123456", 7)
    assert directory.same("+31600123456") == directory.near("+31600123465") == []
    assert suffix("+31600123456") == "600123456"
