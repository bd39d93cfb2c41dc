"""User names and the file names made from them."""

from __future__ import annotations

import hashlib
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.text import clean, clean_name
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


@pytest.mark.parametrize("name", ["", "   ", "\n\t", "\u200b\u3164", "\u2800\u00ad"])
def test_an_empty_name_is_asked_for(name: str) -> None:
    with pytest.raises(InputError, match=r"vault\.name_empty"):
        names.clean(name)


@pytest.mark.parametrize("name", ["Zo\ud800", "Noor \ufffd", "x" * 101])
def test_what_cannot_be_a_name_is_refused(name: str) -> None:
    with pytest.raises(InputError, match=r"vault\.name_refused"):
        names.clean(name)


@given(
    st.text(max_size=30)
    | st.text("No\u00f6o\u0308 \t\u200b\u200c\u2028\u3164\ufe0f\u2800\u00ad\0", max_size=12)
)
def test_whatever_is_accepted_once_opens_again_as_it_was_typed(typed: str) -> None:
    """A name is cleaned where a user is made, kept, and cleaned anew from what is typed at the next unlocking."""
    try:
        kept = names.clean(typed)
    except InputError:
        return
    assert names.clean(kept) == kept == clean_name(typed)
    for again in (kept, unicodedata.normalize("NFD", typed), f" {typed}\n", clean(typed)):
        assert names.key_id(again) == names.key_id(typed)


@given(st.text(st.characters(categories=["L"], include_characters=" -'"), min_size=1, max_size=20))
def test_capitals_never_make_another_user(typed: str) -> None:
    if typed.upper().casefold() == typed.casefold() and clean_name(typed):
        assert names.key_id(typed.upper()) == names.key_id(typed)
