from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.exchange import names


@pytest.mark.parametrize(
    ("full", "first", "last"),
    [
        ("Fatoumata Dimitrova", "Fatoumata", "Dimitrova"),
        ("Daria de Vries", "Daria", "de Vries"),
        ("Tomasz van den Berg", "Tomasz", "van den Berg"),
        ("Tomasz Van Den Berg", "Tomasz", "Van Den Berg"),
        ("Karim el Amrani", "Karim", "el Amrani"),
        ("Nguyễn Thị Lan Dimitrova", "Nguyễn Thị Lan", "Dimitrova"),
        ("Ana-Maria Wójcik", "Ana-Maria", "Wójcik"),
        ("Merel Jansen-de Vries", "Merel", "Jansen-de Vries"),
        ("Merel van 't Hof", "Merel", "van 't Hof"),
        ("van den Berg", "", "van den Berg"),
        ("Ben Jansen", "Ben", "Jansen"),
        ("Berg, Tomasz van den", "Tomasz", "van den Berg"),
        ("de Vries, Daria", "Daria", "de Vries"),
        ("Merel", "Merel", ""),
        ("  Daan   Jansen ", "Daan", "Jansen"),
        ("", "", ""),
    ],
)
def test_a_name_is_split_as_registers_do(full: str, first: str, last: str) -> None:
    assert names.split(full) == (first, last)


@given(st.text(st.characters(categories=["L", "Zs", "Pd", "Po"], exclude_characters=","), max_size=40))
def test_no_word_of_a_name_is_lost_or_moved(full: str) -> None:
    assert " ".join(names.split(full)).split() == full.split()


@given(st.text(st.sampled_from("ab ,-"), max_size=20))
def test_no_word_of_a_turned_name_is_lost(full: str) -> None:
    found = " ".join(names.split(full)).replace(",", " ").split()
    assert sorted(found) == sorted(full.replace(",", " ").split())
