"""The recovery key on paper and back."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mhdesk.errors import InputError
from mhdesk.vault import recovery
from mhdesk.vault.recovery import ALPHABET, GROUP_LENGTH, GROUPS, RecoveryKey, parse_recovery

keys = st.binary(min_size=20, max_size=20).map(RecoveryKey)
places = st.integers(0, GROUPS * GROUP_LENGTH - 1)


def refused(text: str) -> InputError:
    with pytest.raises(InputError) as error:
        parse_recovery(text)
    return error.value


def joined(letters: list[str]) -> str:
    return "-".join("".join(letters[start : start + GROUP_LENGTH]) for start in range(0, 40, GROUP_LENGTH))


@given(keys)
def test_what_is_printed_reads_back_as_the_same_key(key: RecoveryKey) -> None:
    assert parse_recovery(key.passphrase()) == key


@given(keys)
def test_a_key_is_eight_groups_of_five_unmistakable_characters(key: RecoveryKey) -> None:
    groups = key.groups()
    assert [len(group) for group in groups] == [GROUP_LENGTH] * GROUPS
    assert set("".join(groups)) <= set(ALPHABET)
    assert not set("ILOU") & set(ALPHABET)


@given(keys, st.sampled_from(["", " ", "  ", "-", " - ", "\n", ".", "\u2013", "\u00a0"]))
def test_separators_do_not_matter(key: RecoveryKey, separator: str) -> None:
    assert parse_recovery(separator.join(key.groups())) == key


@given(keys, st.integers(1, 8))
def test_blanks_in_odd_places_do_not_matter(key: RecoveryKey, width: int) -> None:
    run = "".join(key.groups())
    assert parse_recovery(" ".join(run[start : start + width] for start in range(0, 40, width))) == key


@given(keys)
def test_small_letters_and_lookalikes_are_understood(key: RecoveryKey) -> None:
    typed = key.passphrase().lower()
    assert parse_recovery(typed.replace("0", "o").replace("1", "l")) == key
    assert parse_recovery(typed.replace("0", "O").replace("1", "I")) == key


@given(keys, places, st.sampled_from(ALPHABET))
def test_every_single_typo_names_its_group(key: RecoveryKey, place: int, letter: str) -> None:
    letters = list("".join(key.groups()))
    assume(letters[place] != letter)
    letters[place] = letter
    error = refused(joined(letters))
    assert (error.code, error.params) == ("vault.recovery_group", {"group": place // GROUP_LENGTH + 1})


@given(keys, places)
def test_neighbours_that_changed_places_name_their_group(key: RecoveryKey, place: int) -> None:
    assume(place % GROUP_LENGTH < GROUP_LENGTH - 1)
    letters = list("".join(key.groups()))
    assume(letters[place] != letters[place + 1])
    letters[place], letters[place + 1] = letters[place + 1], letters[place]
    assert refused(joined(letters)).params == {"group": place // GROUP_LENGTH + 1}


@given(keys, st.integers(0, GROUPS - 1), st.integers(0, GROUPS - 1))
def test_groups_in_the_wrong_order_name_the_first_of_them(key: RecoveryKey, one: int, other: int) -> None:
    assume(one != other)
    groups = list(key.groups())
    groups[one], groups[other] = groups[other], groups[one]
    assert refused(" ".join(groups)).params == {"group": min(one, other) + 1}


@given(keys, st.integers(0, GROUPS - 1), st.sampled_from(["ABC", "U1234", "é1234", "123456", "*****"]))
def test_what_cannot_be_a_group_names_its_number(key: RecoveryKey, place: int, group: str) -> None:
    groups = list(key.groups())
    groups[place] = group
    assert refused(" ".join(groups)).params["group"] == place + 1


@given(keys, places)
def test_a_letter_left_out_names_its_group_when_groups_are_separated(key: RecoveryKey, place: int) -> None:
    letters = list("".join(key.groups()))
    letters[place] = ""
    assert refused(joined(letters)).params["group"] == place // GROUP_LENGTH + 1


@pytest.mark.parametrize(("count", "given_groups"), [(0, 0), (1, 1), (7, 7)])
def test_too_few_groups_are_counted(count: int, given_groups: int) -> None:
    error = refused(" ".join(recovery.generate().groups()[:count]))
    assert (error.code, error.params) == ("vault.recovery_length", {"given": given_groups, "expected": 8})


def test_a_group_too_many_is_counted() -> None:
    error = refused(recovery.generate().passphrase() + " 00000")
    assert (error.code, error.params["given"]) == ("vault.recovery_length", 9)


@given(st.text(max_size=60))
def test_any_other_text_is_refused_with_a_sentence(text: str) -> None:
    assert refused(text).code in {"vault.recovery_group", "vault.recovery_length"}


def test_two_new_keys_differ() -> None:
    assert recovery.generate() != recovery.generate()


def test_a_key_of_another_length_is_a_bug() -> None:
    with pytest.raises(ValueError, match="20 bytes"):
        RecoveryKey(bytes(19))
