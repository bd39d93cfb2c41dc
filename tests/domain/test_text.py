from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.text import clean, clean_line, clean_name, fold, plain

ANY = st.text() | st.text(st.characters(categories=["Cs", "Cc", "Cf", "Mn", "Lu", "Ll", "Zs", "So"]))


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Żaneta Șerban", "zaneta serban"),
        ("Yılmaz", "yilmaz"),
        ("İpek", "ipek"),
        ("Đorđe", "dorde"),
        ("Wałęsa", "walesa"),
        ("Nguyễn Thị", "nguyen thi"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("𝐀𝐧𝐧𝐚", "anna"),
        ("℡", "tel"),
        ("Sjögren ǿ", "sjogren o"),
    ],
)
def test_a_name_is_found_however_it_is_written(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(ANY)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_decomposed_letters_are_the_same(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(ANY)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY)
def test_clean_text_can_be_stored_and_shown(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert cleaned == unicodedata.normalize("NFC", cleaned)
    assert all(c in "\n\t" or unicodedata.category(c) != "Cc" for c in cleaned)


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\0", "\x1b", "\r"])
def test_signs_that_hide_what_follows_are_taken_out(sign: str) -> None:
    assert clean(f"06{sign}12345678") == ("06\n12345678" if sign == "\r" else "0612345678")


BLANKS = "\u3164\uffa0\u2800\u115f\u1160\u034f\u2028\u2029\u200b\u2060\ufeff\u00ad"


@pytest.mark.parametrize("sign", BLANKS)
def test_nothing_unseen_is_a_text(sign: str) -> None:
    assert clean(sign) == clean_name(sign) == ""
    assert sign not in clean(f"Noor{sign}Denkbeeld") + clean_name(f"Noor{sign}Denkbeeld")


def test_the_separators_of_lines_and_paragraphs_end_a_line() -> None:
    assert clean("een\u2028twee\u2029drie") == "een\ntwee\ndrie"
    assert clean_name("een\u2028twee") == "een twee"


def test_joiners_stay_in_texts_and_not_in_names_of_users() -> None:
    assert clean("می\u200cخواهم") == "می\u200cخواهم"
    assert clean_name("No\u200dor\ufe0f \u200c Denk\u200cbeeld") == "Noor Denkbeeld"


@given(ANY)
def test_cleaning_a_name_twice_changes_nothing(text: str) -> None:
    name = clean_name(text)
    assert clean_name(name) == clean_name(clean(text)) == name
    assert all(word for word in name.split(" ")) or not name


def test_lines_and_tabs_stay() -> None:
    assert clean("  een\r\ntwee\tdrie \n") == "een\ntwee\tdrie"


def test_a_lone_surrogate_becomes_the_sign_for_a_lost_letter() -> None:
    assert clean("a\ud800b") == "a\ufffdb"


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"])))
def test_plain_spellings_are_words_with_single_spaces(text: str) -> None:
    spelled = plain(text)
    assert plain(spelled) == spelled
    assert all(word.isalnum() for word in spelled.split(" ") if word)
    assert "  " not in spelled


def test_a_line_stays_one_line() -> None:
    assert clean_line(" Anna\n\u2028 Maria\t van  Voorbeeld\r\n") == "Anna Maria van Voorbeeld"
