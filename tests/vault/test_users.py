"""Several people with keys to one registry: who comes, changes, goes, and what their old keys open then."""

from __future__ import annotations

import os
import stat
from dataclasses import replace

import pytest

from mhdesk import files, vault
from mhdesk.errors import InputError, KnownError, UnlockError
from mhdesk.vault import age, keyfiles, layout
from mhdesk.vault.keyfiles import RegistryKeys
from mhdesk.vault.spoken_words import SPOKEN
from tests.vault.registries import PASSPHRASE, USER, Registry

COLLEAGUE = "Bram Verzonnen"
WORDS = "wimpel granaat zwaluw kompas"
OTHER_WORDS = "schelp notenbalk inkt greppel"

pytestmark = pytest.mark.usefixtures("cheap_keys")


def unlock(registry: Registry, user: str = USER, passphrase: str = PASSPHRASE) -> vault.Unlocked:
    return vault.unlock(registry.folder, user_name=user, passphrase=passphrase)


def refusal(registry: Registry, user: str = USER, passphrase: str = PASSPHRASE) -> str:
    """Return why somebody does not get in."""
    with pytest.raises(UnlockError) as error:
        unlock(registry, user, passphrase)
    return error.value.code


@pytest.fixture
def two(registry: Registry) -> Registry:
    """Return a registry with a colleague."""
    vault.add_user(registry.unlocked, user_name=COLLEAGUE, passphrase=WORDS)
    return registry


def states(registry: Registry) -> list[tuple[str, str, str]]:
    return [(one.kind, one.id, one.state) for one in vault.list_openers(registry.unlocked)]


# --- add and invite ------------------------------------------------------------------------------


def test_a_new_registry_lists_its_user_and_its_recovery_key(original: Registry) -> None:
    assert states(original) == [("user", original.unlocked.key_id, "active"), ("recovery", "", "active")]


def test_a_colleague_gets_in_with_keys_of_the_own(two: Registry) -> None:
    first, second = unlock(two), unlock(two, COLLEAGUE, WORDS)
    assert second.database_key == first.database_key
    assert second.identity != first.identity
    assert second.signing_key.private_bytes_raw() != first.signing_key.private_bytes_raw()
    assert not second.invited
    vault.close(vault.connect(second))


def test_whoever_was_added_can_add_others(two: Registry) -> None:
    vault.add_user(unlock(two, COLLEAGUE, WORDS), user_name="Ineke Bedacht", passphrase=OTHER_WORDS)
    for name, words in ((USER, PASSPHRASE), (COLLEAGUE, WORDS), ("Ineke Bedacht", OTHER_WORDS)):
        assert unlock(two, name, words).user_name == name
    vault.check_recovery(two.folder, two.created.recovery)


@pytest.mark.parametrize(
    ("name", "words", "code"),
    [
        ("bram  VERZONNEN", OTHER_WORDS, "user_exists"),
        ("Ineke Bedacht", "welkom", "passphrase_weak"),
        ("Ineke Bedacht", "ineke bedacht wimpel", "passphrase_weak"),
        ("Ineke Bedacht", "", "passphrase_empty"),
        (" ", OTHER_WORDS, "name_empty"),
    ],
)
def test_who_cannot_be_added_changes_nothing(two: Registry, name: str, words: str, code: str) -> None:
    before = two.everything()
    with pytest.raises(InputError, match=rf"vault\.{code}$"):
        vault.add_user(two.unlocked, user_name=name, passphrase=words)
    assert two.everything() == before


def test_an_invitation_is_six_words_that_a_registry_accepts() -> None:
    invitations = [vault.invitation() for _ in range(50)]
    assert all(set(words.split()) <= set(SPOKEN) and len(words.split()) == 6 for words in invitations)
    assert all(vault.strength(words).acceptable for words in invitations)
    assert len(set(invitations)) == 50
    assert len(set(SPOKEN)) == 256
    assert all(word.isascii() and word.islower() and word.isalpha() for word in SPOKEN)


def test_an_invitation_is_known_as_one_until_it_is_replaced(registry: Registry) -> None:
    vault.add_user(registry.unlocked, user_name=COLLEAGUE, passphrase=WORDS, invited=True)
    assert states(registry)[-1][2] == "invited"
    renewed = vault.renew_user(unlock(registry, COLLEAGUE, WORDS), OTHER_WORDS)
    assert not renewed.invited
    assert not unlock(registry, COLLEAGUE, OTHER_WORDS).invited
    assert {state for _, _, state in states(registry)} == {"active"}


def test_a_used_invitation_opens_nothing_not_even_with_its_old_file(registry: Registry) -> None:
    key_id = vault.add_user(registry.unlocked, user_name=COLLEAGUE, passphrase=WORDS, invited=True)
    path = layout.user_key(registry.folder, key_id)
    kept, invited = path.read_bytes(), unlock(registry, COLLEAGUE, WORDS)
    renewed = vault.renew_user(invited, OTHER_WORDS)
    assert refusal(registry, COLLEAGUE, WORDS) == "vault.wrong_passphrase"
    files.write_bytes(path, kept)
    assert refusal(registry, COLLEAGUE, WORDS) == "vault.key_does_not_fit"
    assert renewed.identity != invited.identity
    assert renewed.signing_key.private_bytes_raw() != invited.signing_key.private_bytes_raw()
    assert unlock(registry).user_name == USER


# --- a passphrase of one's own ------------------------------------------------------------------------


def test_a_changed_passphrase_opens_the_same_keys_and_the_old_one_nothing(registry: Registry) -> None:
    before = unlock(registry)
    others = {name: content for name, content in registry.everything().items() if "user-" not in name}
    vault.change_passphrase(registry.unlocked, PASSPHRASE, WORDS)
    after = unlock(registry, passphrase=WORDS)
    assert replace(after, signing_key=before.signing_key) == before
    assert after.signing_key.private_bytes_raw() == before.signing_key.private_bytes_raw()
    assert refusal(registry) == "vault.wrong_passphrase"
    assert {name: text for name, text in registry.everything().items() if "user-" not in name} == others


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("fout", WORDS, "wrong_passphrase"),
        (PASSPHRASE, PASSPHRASE, "passphrase_same"),
        (PASSPHRASE, "welkom", "passphrase_weak"),
        (PASSPHRASE, "", "passphrase_empty"),
        ("", WORDS, "passphrase_empty"),
    ],
)
def test_a_refused_change_of_passphrase_changes_nothing(
    registry: Registry, old: str, new: str, code: str
) -> None:
    before = registry.everything()
    with pytest.raises(KnownError, match=rf"vault\.{code}$"):
        vault.change_passphrase(registry.unlocked, old, new)
    assert registry.everything() == before


def test_nobody_changes_the_passphrase_of_a_file_that_was_swapped(two: Registry) -> None:
    stranger = replace(two.user_keys(), identity=age.new_identity())
    two.seal_user(stranger)
    before = two.everything()
    with pytest.raises(UnlockError, match="key_of_another_user"):
        vault.change_passphrase(two.unlocked, PASSPHRASE, OTHER_WORDS)
    assert two.everything() == before


def test_only_who_knows_the_passphrase_is_the_one_at_the_desk(registry: Registry) -> None:
    vault.check_passphrase(registry.unlocked, PASSPHRASE)
    with pytest.raises(UnlockError, match=r"vault\.wrong_passphrase"):
        vault.check_passphrase(registry.unlocked, WORDS)


def test_the_new_file_is_opened_from_the_disk_before_the_old_one_goes(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that does not give back what it was given must not take the only key with it."""
    before, sync = registry.everything(), os.fsync

    def spoil(descriptor: int) -> None:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.pwrite(descriptor, b"x", 400)
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", spoil)
    with pytest.raises(KnownError):
        vault.change_passphrase(registry.unlocked, PASSPHRASE, WORDS)
    assert registry.everything() == before


# --- another name -----------------------------------------------------------------------------------


def test_a_renamed_user_has_the_same_keys_under_the_new_name_only(two: Registry) -> None:
    before = unlock(two, COLLEAGUE, WORDS)
    old, name = before.key_id, "Bram de Bedachte"
    new = vault.rename_user(two.unlocked, old, WORDS, name)
    assert unlock(two, COLLEAGUE, WORDS).user_name == COLLEAGUE
    vault.drop_user(two.unlocked, old)
    after = unlock(two, name, WORDS)
    assert (after.key_id, after.user_name, after.identity) == (new, name, before.identity)
    assert refusal(two, COLLEAGUE, WORDS) == "vault.wrong_passphrase"
    assert old not in {opener.id for opener in vault.list_openers(two.unlocked)}


def test_other_capitals_are_the_same_key_file(two: Registry) -> None:
    key_id = vault.key_id(COLLEAGUE)
    assert vault.rename_user(two.unlocked, key_id, WORDS, "BRAM Verzonnen") == key_id
    assert unlock(two, COLLEAGUE, WORDS).user_name == "BRAM Verzonnen"


@pytest.mark.parametrize(
    ("name", "words", "code"),
    [
        (USER, WORDS, "user_exists"),
        ("Bram de Bedachte", "fout", "wrong_passphrase"),
        ("", WORDS, "name_empty"),
    ],
)
def test_a_refused_name_changes_nothing(two: Registry, name: str, words: str, code: str) -> None:
    before = two.everything()
    with pytest.raises(KnownError, match=rf"vault\.{code}$"):
        vault.rename_user(two.unlocked, vault.key_id(COLLEAGUE), words, name)
    assert two.everything() == before


# --- suspend, come back, go -----------------------------------------------------------------------------


def test_a_suspended_user_does_not_get_in_until_reactivated(two: Registry) -> None:
    key_id = vault.key_id(COLLEAGUE)
    vault.suspend_user(two.unlocked, key_id)
    assert refusal(two, COLLEAGUE, WORDS) == "vault.key_does_not_fit"
    assert unlock(two).user_name == USER
    vault.reactivate_user(two.unlocked, key_id)
    assert unlock(two, COLLEAGUE, WORDS).user_name == COLLEAGUE


def test_suspending_and_reactivating_twice_is_harmless(two: Registry) -> None:
    key_id = vault.key_id(COLLEAGUE)
    for change in (vault.suspend_user, vault.suspend_user, vault.reactivate_user, vault.reactivate_user):
        change(two.unlocked, key_id)
    assert unlock(two, COLLEAGUE, WORDS).user_name == COLLEAGUE


def test_a_dropped_user_leaves_no_key_and_can_be_added_anew(two: Registry) -> None:
    key_id = vault.key_id(COLLEAGUE)
    vault.drop_user(two.unlocked, key_id)
    vault.drop_user(two.unlocked, key_id)
    assert not layout.user_key(two.folder, key_id).exists()
    assert refusal(two, COLLEAGUE, WORDS) == "vault.wrong_passphrase"
    with pytest.raises(InputError, match=r"vault\.user_without_key"):
        vault.reactivate_user(two.unlocked, key_id)
    vault.add_user(two.unlocked, user_name=COLLEAGUE, passphrase=OTHER_WORDS)
    assert unlock(two, COLLEAGUE, OTHER_WORDS).user_name == COLLEAGUE


@pytest.mark.parametrize("change", [vault.suspend_user, vault.reactivate_user])
def test_an_unknown_user_is_said(two: Registry, change: object) -> None:
    before = two.everything()
    with pytest.raises(InputError, match=r"vault\.user_without_key"):
        change(two.unlocked, "0" * 16)  # type: ignore[operator]  # pytest gives both as plain objects
    assert two.everything() == before


# --- an early registry, which does not list to whom it is sealed -------------------------------------------


@pytest.fixture
def early(registry: Registry) -> Registry:
    """Return a registry as the first mhdesk made them."""
    one = registry.unlocked
    spare = keyfiles.open_recovery(registry.recovery_key, registry.created.recovery.passphrase())
    keys = RegistryKeys(one.registry_id, one.database_key.digits)
    assert b"openers" not in keyfiles.encode(keys)
    recipients = [age.recipient_of(identity) for identity in (one.identity, spare.identity)]
    files.write_bytes(registry.registry_key, age.seal_to(keyfiles.encode(keys), recipients))
    return registry


def test_an_early_registry_opens_and_says_what_it_lacks(early: Registry) -> None:
    assert unlock(early).user_name == USER
    before = early.everything()
    for change in (
        lambda: vault.add_user(early.unlocked, user_name=COLLEAGUE, passphrase=WORDS),
        lambda: vault.suspend_user(early.unlocked, vault.key_id(COLLEAGUE)),
        lambda: vault.drop_user(early.unlocked, vault.key_id(COLLEAGUE)),
    ):
        with pytest.raises(InputError, match=r"vault\.openers_unknown"):
            change()
    assert {name for name in early.everything() if name.startswith("keys")} == {
        name for name in before if name.startswith("keys")
    }
    vault.change_passphrase(early.unlocked, PASSPHRASE, WORDS)
    assert unlock(early, passphrase=WORDS).user_name == USER


def test_the_recovery_key_makes_an_early_registry_ready_for_more_users(early: Registry) -> None:
    vault.prove_recovery(early.unlocked, early.created.recovery)
    vault.add_user(early.unlocked, user_name=COLLEAGUE, passphrase=WORDS)
    assert unlock(early).user_name == USER
    assert unlock(early, COLLEAGUE, WORDS).user_name == COLLEAGUE
    vault.check_recovery(early.folder, early.created.recovery)


def test_clearing_up_leaves_an_early_registry_as_it_is(early: Registry) -> None:
    before = early.everything()
    vault.clear_left_behind(early.unlocked, set())
    assert vault.strangers(early.unlocked, set()).count == 0
    assert early.everything() == before


# --- what a crash left ---------------------------------------------------------------------------------


def test_strangers_are_users_who_get_in_and_whom_nobody_knows(two: Registry) -> None:
    own, colleague = two.unlocked.key_id, vault.key_id(COLLEAGUE)
    assert vault.strangers(two.unlocked, {own, colleague}).count == 0
    assert [one.id for one in vault.strangers(two.unlocked, {own}).listed] == [colleague]
    vault.suspend_user(two.unlocked, colleague)
    assert vault.strangers(two.unlocked, {own}).count == 0


def test_half_written_and_useless_key_files_are_cleared(two: Registry) -> None:
    own, colleague = two.unlocked.key_id, vault.key_id(COLLEAGUE)
    keys = two.folder / "keys"
    before = set(two.everything())
    useless = [".0123456789abcdef.tmp", f"user-{'0' * 16}.age", f"computer-{'0' * 16}.age"]
    for name in useless:
        files.write_bytes(keys / name, b"half")
    files.write_bytes(layout.new_database(two.folder), b"half")
    files.write_bytes(keys / "notes.txt", b"not ours")
    vault.clear_left_behind(two.unlocked, {own, colleague})
    assert set(two.everything()) == before | {"keys/notes.txt"}


def test_a_key_file_of_a_known_user_stays_though_an_older_registry_key_was_put_back(
    registry: Registry,
) -> None:
    older = registry.registry_key.read_bytes()
    colleague = vault.add_user(registry.unlocked, user_name=COLLEAGUE, passphrase=WORDS)
    files.write_bytes(registry.registry_key, older)
    vault.clear_left_behind(registry.unlocked, {registry.unlocked.key_id, colleague})
    assert layout.user_key(registry.folder, colleague).is_file()


def test_keys_that_a_user_had_before_are_cleared_when_that_user_comes_in(registry: Registry) -> None:
    colleague = vault.add_user(registry.unlocked, user_name=COLLEAGUE, passphrase=WORDS, invited=True)
    path = layout.user_key(registry.folder, colleague)
    invitation, before = path.read_bytes(), registry.registry_key.read_bytes()
    fresh = vault.renew_user(unlock(registry, COLLEAGUE, WORDS), OTHER_WORDS)
    own_file = path.read_bytes()
    files.write_bytes(registry.registry_key, before)  # as if it had stopped before the last steps:
    keys = keyfiles.open_registry(registry.registry_key, registry.unlocked.identity)
    both = (*keys.openers, replace(keys.openers[-1], recipient=age.recipient_of(fresh.identity)))
    recipients = [opener.recipient for opener in both]
    sealed = age.seal_to(keyfiles.encode(replace(keys, openers=both)), recipients)
    files.write_bytes(registry.registry_key, sealed)

    vault.clear_left_behind(fresh, {registry.unlocked.key_id, colleague})
    assert unlock(registry, COLLEAGUE, OTHER_WORDS).identity == fresh.identity
    files.write_bytes(path, invitation)
    assert refusal(registry, COLLEAGUE, WORDS) == "vault.key_does_not_fit"
    files.write_bytes(path, own_file)
    assert unlock(registry).user_name == USER
