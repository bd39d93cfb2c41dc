"""The recovery key: a way in for who lost the passphrase, to new keys under a new one; and another page."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from mhdesk import files, vault
from mhdesk.errors import DamageError, InputError, KnownError, UnlockError
from mhdesk.vault import age, keyfiles, recovery, sealing
from mhdesk.vault.keyfiles import RecoveryKeys, RegistryKeys
from mhdesk.vault.openers import Kind, Opener
from tests.vault.registries import PASSPHRASE, USER, Registry

COLLEAGUE = "Bram Verzonnen"
WORDS = "wimpel granaat zwaluw kompas"
OTHER_WORDS = "schelp notenbalk inkt greppel"

pytestmark = pytest.mark.usefixtures("cheap_keys")


def recovered(registry: Registry, user: str = USER, words: str = WORDS) -> vault.Unlocked:
    opened = vault.unlock_with_recovery(registry.folder, registry.created.recovery, user_name=user)
    return vault.renew_user(opened, words)


def unlock(registry: Registry, user: str = USER, passphrase: str = PASSPHRASE) -> vault.Unlocked:
    return vault.unlock(registry.folder, user_name=user, passphrase=passphrase)


def test_the_paper_leads_to_new_keys_under_a_new_passphrase(registry: Registry) -> None:
    before = unlock(registry)
    after = recovered(registry)
    assert after == unlock(registry, passphrase=WORDS) or after.key_id == before.key_id
    assert after.database_key == before.database_key
    assert after.identity != before.identity
    assert after.signing_key.private_bytes_raw() != before.signing_key.private_bytes_raw()
    with pytest.raises(UnlockError, match=r"vault\.wrong_passphrase"):
        unlock(registry)
    vault.close(vault.connect(unlock(registry, passphrase=WORDS)))
    vault.check_recovery(registry.folder, registry.created.recovery)


def test_the_forgotten_passphrase_opens_nothing_even_with_its_old_file(registry: Registry) -> None:
    kept = registry.user_key.read_bytes()
    recovered(registry)
    files.write_bytes(registry.user_key, kept)
    with pytest.raises(UnlockError, match=r"vault\.key_does_not_fit"):
        unlock(registry)


def test_a_lost_or_damaged_key_file_is_no_hindrance(registry: Registry) -> None:
    registry.user_key.write_bytes(b"damaged")
    recovered(registry)
    assert unlock(registry, passphrase=WORDS).user_name == USER


def test_the_others_keep_their_keys(registry: Registry) -> None:
    vault.add_user(registry.unlocked, user_name=COLLEAGUE, passphrase=OTHER_WORDS)
    recovered(registry)
    assert unlock(registry, COLLEAGUE, OTHER_WORDS).user_name == COLLEAGUE


def test_opening_alone_writes_nothing(registry: Registry) -> None:
    before = registry.everything()
    vault.unlock_with_recovery(registry.folder, registry.created.recovery, user_name=f" {USER.upper()} ")
    assert registry.everything() == before


def test_the_key_of_another_registry_is_refused_before_anything_is_written(registry: Registry) -> None:
    before = registry.everything()
    with pytest.raises(UnlockError, match=r"vault\.recovery_wrong"):
        vault.unlock_with_recovery(registry.folder, recovery.generate(), user_name=USER)
    other = RecoveryKeys("0" * 32, age.new_identity())
    keys = sealing.current(registry.unlocked)
    openers = (*keys.openers, Opener(Kind.RECOVERY, age.recipient_of(other.identity)))
    sealing.write_openers(registry.unlocked, keys, openers)
    sealing.write_recovery(registry.folder, other, registry.created.recovery)
    with pytest.raises(UnlockError, match=r"vault\.key_of_another_registry"):
        vault.unlock_with_recovery(registry.folder, registry.created.recovery, user_name=USER)
    changed = {name for name, text in registry.everything().items() if before[name] != text}
    assert changed == {"keys/registry.age", "keys/recovery.age"}


@pytest.mark.parametrize("name", ["Niemand Bekend", COLLEAGUE, "", "Zoë\0"])
def test_a_name_that_may_not_open_the_registry_is_refused(registry: Registry, name: str) -> None:
    vault.add_user(registry.unlocked, user_name=COLLEAGUE, passphrase=OTHER_WORDS)
    vault.suspend_user(registry.unlocked, vault.key_id(COLLEAGUE))
    before = registry.everything()
    with pytest.raises(InputError):
        vault.unlock_with_recovery(registry.folder, registry.created.recovery, user_name=name)
    assert registry.everything() == before


def test_a_weak_new_passphrase_changes_nothing(registry: Registry) -> None:
    before = registry.everything()
    with pytest.raises(InputError, match=r"vault\.passphrase_weak"):
        recovered(registry, words="welkom")
    assert registry.everything() == before


def test_a_missing_database_is_said_before_keys_are_renewed(registry: Registry) -> None:
    registry.database.unlink()
    with pytest.raises(DamageError, match=r"vault\.database_missing"):
        recovered(registry)


def test_the_only_user_of_an_early_registry_gets_in_and_the_list_is_made(registry: Registry) -> None:
    one = registry.unlocked
    spare = keyfiles.open_recovery(registry.recovery_key, registry.created.recovery.passphrase())
    keys = RegistryKeys(one.registry_id, one.database_key.digits)
    recipients = [age.recipient_of(identity) for identity in (one.identity, spare.identity)]
    files.write_bytes(registry.registry_key, age.seal_to(keyfiles.encode(keys), recipients))
    with pytest.raises(InputError, match=r"vault\.recovery_for_nobody"):
        recovered(registry, COLLEAGUE)
    after = recovered(registry)
    vault.add_user(after, user_name=COLLEAGUE, passphrase=OTHER_WORDS)
    assert unlock(registry, passphrase=WORDS).user_name == USER
    assert unlock(registry, COLLEAGUE, OTHER_WORDS).user_name == COLLEAGUE
    vault.check_recovery(registry.folder, registry.created.recovery)


# --- another page ------------------------------------------------------------------------------------


def test_a_new_page_opens_and_the_old_one_does_not_even_with_its_old_file(registry: Registry) -> None:
    old_file, key = registry.recovery_key.read_bytes(), vault.new_recovery()
    vault.renew_recovery(registry.unlocked, key)
    vault.check_recovery(registry.folder, key)
    with pytest.raises(UnlockError, match=r"vault\.recovery_wrong"):
        vault.check_recovery(registry.folder, registry.created.recovery)
    files.write_bytes(registry.recovery_key, old_file)
    with pytest.raises(UnlockError, match=r"vault\.recovery_wrong"):
        vault.check_recovery(registry.folder, registry.created.recovery)
    assert unlock(registry).user_name == USER


def test_proving_the_page_takes_the_place_of_an_older_one_away(registry: Registry) -> None:
    """As when the renewal was cut off before its last step."""
    one, key = registry.unlocked, vault.new_recovery()
    before = sealing.current(one)
    vault.renew_recovery(one, key)
    after = sealing.current(one)
    old = [opener for opener in before.openers if opener.kind is Kind.RECOVERY]
    sealing.write_openers(one, after, (*after.openers, *old))
    vault.prove_recovery(one, key)
    assert set(sealing.current(one).openers) == set(after.openers)


def test_proving_an_ordinary_page_writes_nothing(registry: Registry) -> None:
    before = registry.everything()
    vault.prove_recovery(registry.unlocked, registry.created.recovery)
    assert registry.everything() == before


def test_the_page_of_another_registry_proves_nothing(registry: Registry) -> None:
    before = registry.everything()
    with pytest.raises(UnlockError, match=r"vault\.recovery_wrong"):
        vault.prove_recovery(registry.unlocked, vault.new_recovery())
    assert registry.everything() == before


def test_a_key_folder_of_two_registries_mixed_is_refused(registry: Registry, original: Registry) -> None:
    shutil.copyfile(original.recovery_key, registry.recovery_key)
    with pytest.raises(KnownError):
        vault.unlock_with_recovery(registry.folder, registry.created.recovery, user_name=USER)
    assert replace(registry.unlocked).key_id == original.unlocked.key_id
