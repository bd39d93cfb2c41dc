from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk import linkage
from mhdesk.domain.dates import Birth

PHONE = "+31612340042"
BORN = Birth("2001-04-09")
NAMES = st.text(st.characters(categories=["Lu", "Ll", "Lo", "Zs", "Pd"]), max_size=20)


def test_equal_name_and_phone_make_one_person() -> None:
    assert linkage.same(
        linkage.keys("Blessing", "Dimitrova", PHONE, None), linkage.keys("blessing", "DIMITROVA", PHONE, BORN)
    )


def test_equal_name_and_birth_date_make_one_person() -> None:
    assert linkage.same(
        linkage.keys("Żaneta", "Șerban", PHONE, BORN), linkage.keys("Zaneta", "Serban", "+31687654321", BORN)
    )


def test_it_does_not_matter_where_a_name_was_split() -> None:
    assert linkage.keys("Tomasz", "van den Berg", PHONE, BORN) == linkage.keys(
        "Tomasz van den", "Berg", PHONE, BORN
    )


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(
            linkage.keys("Blessing", "Dimitrova", "+31612340043", Birth("2001-04-10")), id="only the name"
        ),
        pytest.param(linkage.keys("Blessing", "Dimitrov", PHONE, BORN), id="another name"),
        pytest.param(linkage.keys("Dimitrova", "Blessing", PHONE, BORN), id="turned round"),
        pytest.param(
            linkage.keys("Blessing", "Dimitrova", "", Birth("2001-04-09", estimated=True)), id="a guess"
        ),
        pytest.param(linkage.keys("", "", PHONE, BORN), id="no name"),
    ],
)
def test_less_than_that_is_not_enough(other: tuple[str, ...]) -> None:
    assert not linkage.same(linkage.keys("Blessing", "Dimitrova", PHONE, BORN), other)


def test_a_part_of_a_date_and_a_guess_are_no_key() -> None:
    for birth in (Birth("2001"), Birth("2001-04"), Birth("2001-04-09", estimated=True)):
        assert linkage.keys("Blessing", "Dimitrova", "", birth) == ()


def test_a_lost_letter_is_no_missing_letter() -> None:
    assert not linkage.same(
        linkage.keys("Żaneta", "?erban", PHONE, None), linkage.keys("Żaneta", "Erban", PHONE, None)
    )


def test_signs_are_no_name() -> None:
    assert linkage.keys("-", "??", PHONE, BORN) == ()


@given(NAMES, NAMES)
def test_letter_case_and_spaces_never_matter(first: str, last: str) -> None:
    assert linkage.keys(first, last, PHONE, BORN) == linkage.keys(
        f" {first.upper()}", f"{last.upper()}  ", PHONE, BORN
    )
