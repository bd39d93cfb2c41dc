from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain import phones

TYPED = st.text(st.sampled_from("0123456789+-/(). \u00a0\u2011"), max_size=20) | st.text(max_size=12)


@pytest.mark.parametrize(
    "typed",
    [
        *("0612340042", "06-12340042", "06 1234 0042", "06.12.34.00.42", "06/12340042", "(06) 12340042"),
        *(
            "+31612340042",
            "+31 6 1234 0042",
            "+31 (0)6 12340042",
            "0031 6 12340042",
            "31612340042",
            "612340042",
        ),
        *(
            " 06-12340042 ",
            "06\u00a01234\u00a00042",
            "06\u20111234\u20110042",
            "06–12340042",
            "\u200b0612340042",
        ),
    ],
)
def test_one_number_has_one_spelling(typed: str) -> None:
    assert phones.normalise(typed) == "+31612340042"


@pytest.mark.parametrize(
    "typed", ["", "+", "geheim", "tel 0612340042", "06-12345678 / 06-87654321", "112", "1" * 30, "-"]
)
def test_what_is_no_number_is_none(typed: str) -> None:
    assert phones.normalise(typed) is None


def test_a_number_of_another_country_keeps_its_code() -> None:
    assert phones.normalise("+40 712 345 678") == "+40712345678"
    assert phones.display("+40712345678") == "+40 712 345 678"


def test_a_dutch_number_is_shown_as_dutch_people_write_it() -> None:
    assert phones.display("+31612340042") == "06 12340042"


def test_what_was_stored_by_another_version_is_shown_as_it_is() -> None:
    assert phones.display("geheim") == "geheim"


@given(TYPED)
def test_a_number_normalised_twice_or_shown_is_the_same_number(typed: str) -> None:
    number = phones.normalise(typed)
    if number:
        assert phones.normalise(number) == number
        assert phones.normalise(phones.display(number)) == number


@pytest.mark.parametrize(
    ("number", "forms"),
    [("+31612340042", ("31612340042", "0612340042")), ("+40712345678", ("40712345678",))],
)
def test_a_number_is_found_with_and_without_its_country(number: str, forms: tuple[str, ...]) -> None:
    assert phones.search_forms(number) == forms


@given(st.from_regex(r"0[1-9][0-9]{8}", fullmatch=True))
def test_the_short_way_for_plain_numbers_finds_what_the_parser_finds(typed: str) -> None:
    assert phones.normalise(typed) == phones.normalise(f" {typed[:2]}-{typed[2:]}") == f"+31{typed[1:]}"
