from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.references import Reference, parse_reference

PREFIXES = st.text(st.sampled_from("ABCGVXYZ"), min_size=1, max_size=4)


@given(PREFIXES, st.integers(1000, 9999), st.integers(0, 9_999_999))
def test_a_number_is_read_back_as_it_is_written(prefix: str, year: int, number: int) -> None:
    reference = Reference(prefix, year, number)
    assert parse_reference(str(reference)) == reference


@pytest.mark.parametrize(
    "typed", ["GV-2026-0042", "gv-2026-42", "GV 2026 42", " gv20260042 ", "Gv2026-000042"]
)
def test_a_number_is_read_as_people_say_it(typed: str) -> None:
    assert str(parse_reference(typed)) == "GV-2026-0042"


@pytest.mark.parametrize(
    "typed", ["", "42", "2026-0042", "GV-26-42", "GV-2026", "TELANG-2026-1", "GV-2026-12345678", "0612345678"]
)
def test_what_is_no_number_is_none(typed: str) -> None:
    assert parse_reference(typed) is None
