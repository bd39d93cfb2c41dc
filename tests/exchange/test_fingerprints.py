from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.exchange.fingerprints import alike
from mhdesk.exchange.spreadsheets import read
from tests.exchange.books import DATA, TODAY


def test_a_list_has_the_same_rows_as_workbook_and_as_text() -> None:
    books = [read(DATA / f"signalen-2019.{kind}", TODAY).signals for kind in ("xlsx", "csv")]
    first, second = ([signal.fingerprint for signal in signals] for signals in books)
    assert first == second
    assert len(set(first)) == 36


@pytest.mark.parametrize(
    "spellings",
    [
        ("2019-10-12", "12-10-2019", "12/10/2019", "12-10-19", "12 okt 2019", "2019-10-12 00:00"),
        ("2019-10-12 14:30", "12-10-2019 14:30", "12-10-2019 14:30:00"),
        ("2:08", "02:08", "02:08:00"),
        ("612340042", "0612340042", "612340042.0", "612340042,00"),
        ("1,5", "1.50", "01.5"),
        ("WAAR", "waar", "TRUE"),
        ("Nguy\u1ec5n \u015eerban", "Nguy?n ?erban", "nguy?n  ?ERBAN"),
    ],
)
def test_one_cell_in_several_kinds_of_file_is_one_cell(spellings: tuple[str, ...]) -> None:
    assert len({alike(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12-10-2019", "10-12-2019"),
        ("12-10-2019 14:30", "12-10-2019 14:31"),
        ("15", "1,5"),
        ("-5", "5"),
        ("Merel", "Daan"),
        ("ja", "waar"),
    ],
)
def test_different_cells_stay_different(one: str, other: str) -> None:
    assert alike(one) != alike(other)


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_what_is_alike_stays_alike(cell: str) -> None:
    assert alike(alike(cell)) == alike(cell)
