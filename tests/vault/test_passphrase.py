"""Passphrases: how they are read and how they are rated."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.errors import InputError
from mhdesk.vault import passphrase
from mhdesk.vault.passphrase import delay_after, normalised, passphrase_from_bytes, strength
from mhdesk.wording import say

typed = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=60)


@given(typed)
def test_composed_and_decomposed_letters_are_the_same_passphrase(text: str) -> None:
    assert normalised(unicodedata.normalize("NFD", text)) == normalised(unicodedata.normalize("NFC", text))


@given(typed)
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@given(typed, st.sampled_from(["", "\n", "\r\n"]), st.sampled_from([b"", b"\xef\xbb\xbf"]))
def test_a_file_gives_the_passphrase_without_its_line_break_and_mark(
    text: str, ending: str, mark: bytes
) -> None:
    if not text.startswith("\ufeff"):
        assert passphrase_from_bytes(mark + (text + ending).encode()) == normalised(text)


def test_blanks_at_the_ends_belong_to_the_passphrase() -> None:
    assert normalised(" a b ") == " a b "


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "passphrase_empty"),
        (b"\n", "passphrase_empty"),
        (b"\xef\xbb\xbf\r\n", "passphrase_empty"),
        (b"een\ntwee\n", "passphrase_lines"),
        (b"een\n\n", "passphrase_lines"),
        (b"caf\xe9", "passphrase_not_text"),
        (b"\xff\xd8\xff\xe0 JFIF", "passphrase_not_text"),
        (b"een\0twee", "passphrase_not_text"),
        (b"x" * 1001, "passphrase_long"),
    ],
)
def test_a_file_that_is_no_passphrase_is_refused_with_its_own_sentence(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as refused:
        passphrase_from_bytes(data)
    assert refused.value.code == f"vault.{code}"


def test_half_a_character_is_no_passphrase() -> None:
    with pytest.raises(InputError, match=r"vault\.passphrase_not_text"):
        normalised("een \ud83d twee")


@pytest.mark.parametrize(
    "weak",
    [
        "",
        "a",
        "Welkom2026!",
        "W3lk0m01",
        "qwertyuiop",
        "poiuytrewq",
        "abcdefghijklm",
        "1234567890123456",
        "aaaaaaaaaaaaaaaaaaaaaaaa",
        "Wachtwoord123456",
        "Hilversum1234!",
        "aap noot mies wim zus jet",
        "mensenhandel register huizen",
        "Zoë Denkbeeld 1985",
        "zoe.denkbeeld@huizen",
        "test test test test test test",
        "vlinder vlinder vlinder vlinder",
        "regenjas kikker",
        "maandag dinsdag",
    ],
)
def test_habits_that_a_guesser_knows_are_not_enough(weak: str) -> None:
    rated = strength(weak, ["Zoë Denkbeeld"])
    assert not rated.acceptable
    assert rated.advice not in {"vault.advice_good", "vault.advice_strong"}


@pytest.mark.parametrize(
    "enough",
    [
        "kastanje brommer ijsvogel lantaarn",
        "kastanje-brommer-ijsvogel-lantaarn",
        "regenjas kikker stoep 8351",
        "correct horse battery staple",
        "xK9$mQ2zPw7!vT",
    ],
)
def test_four_unrelated_words_are_enough(enough: str) -> None:
    assert strength(enough).acceptable


def test_six_words_are_as_strong_as_it_gets() -> None:
    rated = strength("kastanje brommer ijsvogel lantaarn stoeprand wimpel")
    assert (rated.level, rated.advice) == (4, "vault.advice_strong")


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("wimpel", "words"),
        ("welkom wimpel", "common"),
        ("denkbeeld wimpel", "name"),
        ("asdfgh wimpel", "run"),
        ("wimpel wimpel", "repeat"),
    ],
)
def test_the_advice_names_what_was_guessable(text: str, advice: str) -> None:
    assert strength(text, ["Zoë Denkbeeld"]).advice == f"vault.advice_{advice}"


def test_a_known_name_makes_a_passphrase_weaker() -> None:
    text = "denkbeeld wimpel stoeprand lantaarn"
    assert strength(text, ["Zoë Denkbeeld"]).level < strength(text).level


@given(st.text(max_size=80), st.lists(st.text(max_size=20), max_size=3))
def test_any_text_is_rated_and_has_advice_in_both_languages(text: str, names: list[str]) -> None:
    rated = strength(text, names)
    assert rated.level in range(5)
    assert say(rated.advice, lang="nl")
    assert say(rated.advice, lang="en")


@given(st.text(max_size=40))
def test_another_unrelated_word_never_weakens(text: str) -> None:
    assert strength(f"{text} ijsvogelnest").level >= strength(text).level


def test_a_weak_passphrase_is_refused_with_what_to_do() -> None:
    with pytest.raises(InputError, match=r"vault\.passphrase_weak"):
        passphrase.require_new("Welkom2026!", [])


def test_the_old_passphrase_is_no_new_one_however_it_is_typed() -> None:
    with pytest.raises(InputError, match=r"vault\.passphrase_same"):
        passphrase.require_new(
            "ijsvoge\u0308l wimpel kabel lantaarn", [], "ijsvog\u00ebl wimpel kabel lantaarn"
        )


def test_the_wait_grows_and_stays_bearable() -> None:
    waits = [delay_after(failures) for failures in range(12)]
    assert waits == sorted(waits)
    assert waits[:4] == [0, 0, 0, 2]
    assert delay_after(10_000) == 30
