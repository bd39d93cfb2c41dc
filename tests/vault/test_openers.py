"""The list of those who can open registry.age."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk import files
from mhdesk.errors import DamageError
from mhdesk.vault import age, keyfiles, names, openers
from mhdesk.vault.keyfiles import RegistryKeys
from mhdesk.vault.openers import Kind, Opener, State
from tests.vault.registries import Registry

RECIPIENTS = [age.recipient_of(age.new_identity()) for _ in range(3)]
ids = st.text("0123456789abcdef", min_size=16, max_size=16)
labels = st.one_of(st.just(""), st.text(max_size=40).filter(names.is_name))
listed = st.one_of(
    st.builds(
        Opener,
        kind=st.just(Kind.USER),
        recipient=st.sampled_from(RECIPIENTS),
        id=ids,
        state=st.sampled_from(State),
    ),
    st.builds(Opener, kind=st.just(Kind.RECOVERY), recipient=st.sampled_from(RECIPIENTS)),
    st.builds(
        Opener,
        kind=st.just(Kind.COMPUTER),
        recipient=st.sampled_from(RECIPIENTS),
        id=ids,
        user=ids,
        label=labels,
    ),
)
USER = Opener(Kind.USER, RECIPIENTS[0], "0" * 16)
COMPUTER = Opener(Kind.COMPUTER, RECIPIENTS[1], "1" * 16, user="0" * 16, label="laptop 12")


@given(st.lists(listed, max_size=5))
def test_what_is_written_down_reads_back(found: list[Opener]) -> None:
    written = json.loads(json.dumps([opener.plain() for opener in found]))
    assert openers.read(written) == tuple(found)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "stranger"},
        {"kind": None},
        {"kind": ["user"]},
        {"recipient": "age1x"},
        {"recipient": None},
        {"id": "../../x"},
        {"id": ""},
        {"id": "0" * 15},
        {"user": "1" * 16},
        {"state": ""},
        {"state": "asleep"},
        {"label": "two\nlines"},
    ],
)
def test_a_list_in_another_shape_is_damage(registry: Registry, change: dict[str, object]) -> None:
    keys = RegistryKeys(registry.unlocked.registry_id, registry.unlocked.database_key.digits)
    fields = json.loads(keyfiles.encode(keys)) | {"openers": [USER.plain() | change]}
    sealed = age.seal_to(json.dumps(fields).encode(), [age.recipient_of(registry.unlocked.identity)])
    files.write_bytes(registry.registry_key, sealed)
    with pytest.raises(DamageError, match=r"vault\.key_damaged"):
        keyfiles.open_registry(registry.registry_key, registry.unlocked.identity)


@pytest.mark.parametrize("found", ["x", {}, 1, [1], [[]], [None], ["x"], True])
def test_what_is_no_list_of_openers_is_damage(found: object) -> None:
    assert openers.read(found) is None


def test_no_list_at_all_is_an_early_registry() -> None:
    assert openers.read(None) == ()


def test_the_file_is_sealed_to_everybody_once_and_not_to_the_suspended() -> None:
    twice = replace(USER, id="2" * 16)
    away = Opener(Kind.USER, RECIPIENTS[2], "3" * 16, State.SUSPENDED)
    invited = replace(COMPUTER, state=State.INVITED)
    assert openers.recipients([USER, twice, away, invited]) == RECIPIENTS[:2]


def test_a_computer_goes_with_its_user() -> None:
    other = replace(COMPUTER, id="4" * 16, user="5" * 16)
    assert openers.without([USER, COMPUTER, other], "0" * 16) == (other,)
    assert openers.without([USER, COMPUTER, other], "") == (USER, COMPUTER, other)
    assert openers.user([COMPUTER, USER], "0" * 16) is USER
    assert openers.user([COMPUTER], "1" * 16) is None
