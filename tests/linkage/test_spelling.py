from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mhdesk.linkage.spelling import LONGEST_WORD, MOST_WORDS, name

ANY_TEXT = st.text(max_size=300)
LETTERS = st.text(st.characters(categories=["Lu", "Ll"], include_characters=" -'"), max_size=40)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_composed_and_decomposed_letters_are_one_name(text: str) -> None:
    assert name(unicodedata.normalize("NFC", text)) == name(unicodedata.normalize("NFD", text))


@given(st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), max_size=40))
@example("IJ")
def test_letter_case_never_matters(text: str) -> None:
    lowered = text.lower()
    if lowered.upper().lower() == lowered:  # not so for the Turkish i without a dot
        assert name(lowered) == name(lowered.upper())


@given(LETTERS)
def test_a_cedilla_is_a_comma_below(text: str) -> None:
    turkish, romanian = text + "Şşţ", text + "Șșț"
    assert name(turkish) == name(romanian)


@given(LETTERS)
def test_a_struck_l_is_spelled_as_an_l(text: str) -> None:
    assert [word.plain for word in name(text + " Łł").words] == [
        word.plain for word in name(text + " Ll").words
    ]


@given(ANY_TEXT)
@example("\ud800 x")
@example("ﷺ")
@example("ŉ½ ℡")
def test_any_text_is_a_name_of_bounded_size(text: str) -> None:
    found = name(text)
    words = [*found.words, *([found.joined] if found.joined else [])]
    assert len(found.words) <= MOST_WORDS
    assert all(0 < len(word.plain) <= LONGEST_WORD and word.sound for word in words)


@given(st.lists(st.sampled_from(["jan", "el", "idrissi", "van", "der", "berg"]), max_size=4))
def test_hyphens_apostrophes_and_spaces_only_part_words(words: list[str]) -> None:
    assert name(" ".join(words)) == name("-".join(words)) == name("' ".join(words))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoppenbrouwer", "Hoppenbruver"),
        ("Broeckx", "Bruckks"),
        ("Matthijs", "Matthiys"),
        ("Daphne", "Dafne"),
        ("Ruijs", "Ruys"),
        ("Fatimah", "Fatima"),
        ("Achmed", "Akhmed"),
        ("Djamila", "Jamila"),
        ("Şule", "Sjoele"),
        ("Čedomir", "Tsjedomir"),
        ("Олександр", "Oleksandr"),
        ("Γιώργος", "Giorgos"),
        ("Юлія", "Yuliya"),
    ],
)
def test_what_sounds_alike_has_one_sound(one: str, other: str) -> None:
    assert [word.sound for word in name(one).words] == [word.sound for word in name(other).words]


def test_particles_say_nothing_beside_a_name() -> None:
    for text in ("van den Berg", "el-Berg", "Ben Berg", "'t Berg"):
        assert [word.plain for word in name(text).words] == ["berg"]


def test_a_particle_that_is_a_given_name_counts_where_it_comes_first() -> None:
    def words(text: str) -> list[str]:
        return [word.plain for word in name(text, given=True).words]

    assert words("San Li") == ["san", "li"]
    assert words("Ben") == ["ben"]
    assert words("van den Berg") == ["berg"]
    assert words("Loubna el") == ["loubna"]


def test_a_name_of_particles_only_keeps_them() -> None:
    assert [word.plain for word in name("Lê").words] == ["le"]
    assert [word.plain for word in name("Van der").words] == ["van", "der"]


def test_a_name_of_several_words_is_also_one_word() -> None:
    joined = name("van den Berg").joined
    assert joined is not None
    assert joined.plain == name("Vandenberg").words[0].plain
    assert name("Berg").joined is None
