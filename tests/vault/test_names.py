"""User names and the file names made from them."""

from __future__ import annotations

import hashlib
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.errors import InputError
from mhdesk.vault import names

readable = st.text(st.characters(categories=["L", "Nd", "Pd"]), min_size=1, max_size=30)


@given(readable)
def test_case_blanks_and_composition_do_not_change_whose_file_it_is(name: str) -> None:
    same = names.key_id(name)
    assert re.fullmatch("[0-9a-f]{16}", same)
    assert names.key_id(f"  {name}\t ") == same
    assert names.key_id(unicodedata.normalize("NFD", name)) == same


def test_capitals_and_inner_blanks_do_not_matter() -> None:
    assert (
        names.key_id("ZOË   denkbeeld")
        == names.key_id("Zoë Denkbeeld")
        == names.key_id("zoe\u0308 DENKBEELD")
    )


def test_letters_without_a_capital_of_their_own_fold_too() -> None:
    assert names.key_id("Strauß") == names.key_id("STRAUSS")


def test_other_names_have_other_files() -> None:
    assert names.key_id("Zoë Denkbeeld") != names.key_id("Zoe Denkbeeld")


def test_the_id_is_the_documented_digest() -> None:
    digest = hashlib.sha256("mhdesk user\0zoë denkbeeld".encode()).hexdigest()
    assert names.key_id("Zoë Denkbeeld") == digest[:16]


def test_a_name_is_kept_composed_and_tidy() -> None:
    assert names.clean("  Zoe\u0308 \t Denkbeeld ") == "Zoë Denkbeeld"


@pytest.mark.parametrize("name", ["", "   ", "\n\t"])
def test_an_empty_name_is_asked_for(name: str) -> None:
    with pytest.raises(InputError, match=r"vault\.name_empty"):
        names.clean(name)


@pytest.mark.parametrize("name", ["Noor\0Denkbeeld", "Noor\x1b", "\ud800", "x" * 101])
def test_what_cannot_be_a_name_is_refused(name: str) -> None:
    with pytest.raises(InputError, match=r"vault\.name_refused"):
        names.clean(name)
