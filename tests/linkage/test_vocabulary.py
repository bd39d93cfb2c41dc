from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from mhdesk.linkage.spelling import Word, sound
from mhdesk.linkage.vocabulary import FIRST, LAST, Likeness, Vocabulary, most_slips

WORDS = st.text("abcdeijou", min_size=1, max_size=9)


def word(plain: str) -> Word:
    return Word(plain, sound(plain))


@given(st.lists(WORDS, min_size=1, max_size=30, unique=True), WORDS)
@settings(max_examples=200, deadline=None)
def test_the_quick_comparison_loses_nothing(words: list[str], asked: str) -> None:
    vocabulary = Vocabulary()
    numbers = {plain: vocabulary.add(word(plain), FIRST, 0) for plain in words}
    likes = vocabulary.like(word(asked))
    for plain, number in numbers.items():
        slips = OSA.distance(asked, plain)
        if slips == 0:
            assert likes.kinds[number] == Likeness.SAME
        elif slips <= most_slips(len(asked)):
            assert Likeness.SOUND <= likes.kinds[number] <= Likeness.ONE_SLIP - 1 + slips
        assert (number in likes.numbers) == (likes.kinds[number] != Likeness.NONE)


def test_initials_and_short_forms_are_alike() -> None:
    vocabulary = Vocabulary()
    alexandra = vocabulary.add(word("alexandra"), FIRST, 0)
    for begin in ("a", "ale", "alex"):
        assert vocabulary.like(word(begin)).kinds[alexandra] == Likeness.BEGIN
    assert vocabulary.like(word("al")).kinds[alexandra] == Likeness.NONE
    initial = vocabulary.add(word("a"), FIRST, 1)
    assert vocabulary.like(word("alexandra")).kinds[initial] == Likeness.BEGIN


def test_a_word_of_nobody_is_gone_and_its_place_is_used_again() -> None:
    vocabulary = Vocabulary()
    first = vocabulary.add(word("loubna"), FIRST, 3)
    assert vocabulary.add(word("loubna"), LAST, 4) == first
    vocabulary.remove(first, FIRST, 3)
    assert len(vocabulary) == 1
    vocabulary.remove(first, LAST, 4)
    assert len(vocabulary) == 0
    assert vocabulary.like(word("loubna")).numbers.size == 0
    assert vocabulary.add(word("hajar"), FIRST, 5) == first


def test_there_is_room_for_any_number_of_words() -> None:
    vocabulary = Vocabulary()
    for number in range(3000):
        vocabulary.add(Word(f"w{number}", f"w{number}"), LAST, number)
    like = vocabulary.like(Word("w2999", "w2999"))
    assert vocabulary.rows(LAST, like.of_kind(Likeness.SAME)).tolist() == [2999]
