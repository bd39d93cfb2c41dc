"""From a passphrase to the key of the database, and every way in which that can fail."""

from __future__ import annotations

import json
import os
import re
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from mhdesk import files, vault
from mhdesk.errors import DamageError, InputError, KnownError, UnlockError
from mhdesk.vault import age, keyfiles, recovery
from mhdesk.vault.keyfiles import RecoveryKeys, RegistryKeys
from tests.vault import registries
from tests.vault.registries import PASSPHRASE, USER, Registry


def unlock(registry: Registry, passphrase: str = PASSPHRASE, user: str = USER) -> vault.Unlocked:
    return vault.unlock(registry.folder, user_name=user, passphrase=passphrase)


@contextmanager
def refused(code: str, kind: type[KnownError]) -> Iterator[pytest.ExceptionInfo[KnownError]]:
    """Demand that what is tried ends in this error."""
    with pytest.raises(kind) as error:
        yield error
    assert error.value.code == f"vault.{code}"


def test_the_passphrase_opens_the_key_that_the_database_was_made_with(original: Registry) -> None:
    unlocked = unlock(original)
    made = original.created.unlocked
    assert replace(unlocked, signing_key=made.signing_key) == original.unlocked
    assert unlocked.signing_key.private_bytes_raw() == made.signing_key.private_bytes_raw()
    vault.close(vault.connect(unlocked))


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_composed_and_a_decomposed_letter_both_open(
    registry: Registry, form: Literal["NFC", "NFD"]
) -> None:
    typed, name = unicodedata.normalize(form, PASSPHRASE), unicodedata.normalize(form, USER)
    assert unlock(registry, typed, name).user_name == USER


@pytest.mark.parametrize("name", ["zoë denkbeeld", " ZOË  DENKBEELD "])
def test_a_name_opens_in_any_case_and_is_shown_as_it_was_made(registry: Registry, name: str) -> None:
    assert unlock(registry, user=name).user_name == USER


@pytest.mark.parametrize("wrong", ["kastanje", PASSPHRASE.upper(), PASSPHRASE + " ", "x"])
def test_a_wrong_passphrase_says_so_and_changes_nothing(registry: Registry, wrong: str) -> None:
    before = registry.everything()
    with refused("wrong_passphrase", UnlockError):
        unlock(registry, wrong)
    assert registry.everything() == before


def test_ten_wrong_passphrases_lock_nobody_out(registry: Registry) -> None:
    for number in range(10):
        with refused("wrong_passphrase", UnlockError):
            unlock(registry, f"fout {number}")
    assert unlock(registry).user_name == USER


def test_an_unknown_name_fails_like_a_wrong_passphrase_after_the_same_work(original: Registry) -> None:
    def work(user: str, passphrase: str) -> float:
        before = time.process_time()
        with refused("wrong_passphrase", UnlockError):
            unlock(original, passphrase, user)
        return time.process_time() - before

    known, unknown = work(USER, "fout"), work("Niemand Verzonnen", PASSPHRASE)
    assert known / 2 < unknown < known * 2


def test_an_unknown_name_gets_nowhere_with_the_passphrase_of_another(registry: Registry) -> None:
    with refused("wrong_passphrase", UnlockError):
        unlock(registry, user="Niemand Verzonnen")


def test_an_unknown_name_beside_damaged_files_still_fails_alike(registry: Registry) -> None:
    files.write_bytes(registry.user_key, b"")
    with refused("wrong_passphrase", UnlockError):
        unlock(registry, user="Niemand Verzonnen")


@pytest.mark.parametrize(
    ("passphrase", "user", "code"), [("", USER, "passphrase_empty"), ("x", "", "name_empty")]
)
def test_what_was_not_filled_in_is_asked_for(
    registry: Registry, passphrase: str, user: str, code: str
) -> None:
    with refused(code, InputError):
        unlock(registry, passphrase, user)


# --- files that are missing ---------------------------------------------------------------------


def test_a_folder_that_is_no_registry_is_a_wrong_call(registry: Registry) -> None:
    other = registry.folder / "backups"
    assert not vault.is_registry(other)
    assert vault.is_registry(registry.folder)
    for folder in (other, other / "missing"):
        with refused("not_a_registry", InputError) as error:
            unlock(Registry(folder, registry.created))
        assert error.value.params == {"folder": str(folder)}


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("database", "database_missing"),
        ("registry_key", "registry_key_missing"),
        ("user_key", "user_keys_missing"),
    ],
)
def test_each_missing_part_has_its_own_sentence_and_is_not_made(
    registry: Registry, part: str, code: str
) -> None:
    getattr(registry, part).unlink()
    before = registry.everything()
    assert vault.is_registry(registry.folder)
    with refused(code, DamageError):
        unlock(registry)
    assert registry.everything() == before


def test_a_missing_file_of_one_user_among_others_is_no_way_to_learn_names(registry: Registry) -> None:
    other = replace(registry.user_keys(), user="Bram Verzonnen")
    registry.seal_user(other, vault.key_id("Bram Verzonnen"))
    registry.user_key.unlink()
    with refused("wrong_passphrase", UnlockError):
        unlock(registry)
    assert unlock(registry, user="Bram Verzonnen").user_name == "Bram Verzonnen"


def test_an_empty_database_file_is_refused_before_any_key_is_opened(registry: Registry) -> None:
    registry.database.write_bytes(b"")
    with refused("database_empty", DamageError):
        unlock(registry, "fout")
    assert registry.database.read_bytes() == b""


# --- key files that are not what they should be ---------------------------------------------------


def test_every_flipped_byte_of_a_user_key_is_refused(registry: Registry) -> None:
    sealed = registry.user_key.read_bytes()
    codes = set()
    for place in range(len(sealed)):
        flipped = bytearray(sealed)
        flipped[place] ^= 1
        registry.user_key.write_bytes(flipped)
        with pytest.raises(KnownError) as error:
            unlock(registry)
        codes.add(error.value.code)
    assert codes == {"vault.wrong_passphrase", "vault.key_damaged"}


def test_every_flipped_byte_of_the_registry_key_is_refused(registry: Registry) -> None:
    sealed = registry.registry_key.read_bytes()
    codes = set()
    for place in range(len(sealed)):
        flipped = bytearray(sealed)
        flipped[place] ^= 1
        registry.registry_key.write_bytes(flipped)
        with pytest.raises(KnownError) as error:
            unlock(registry)
        codes.add(error.value.code)
    assert codes == {"vault.key_does_not_fit", "vault.key_damaged"}


@pytest.mark.parametrize("part", ["user_key", "registry_key"])
@pytest.mark.parametrize(
    "content", [b"", b"not age", b"\xff\xd8\xff\xe0" * 40, b"age-encryption.org/v1\n" * 99_999]
)
def test_a_key_file_that_is_something_else_is_damage(registry: Registry, part: str, content: bytes) -> None:
    path = getattr(registry, part)
    path.write_bytes(content)
    with refused("key_damaged", DamageError) as error:
        unlock(registry)
    assert error.value.params == {"file": path.name}


def test_a_key_file_that_asks_for_endless_work_is_refused_from_its_header(registry: Registry) -> None:
    costly = re.sub(rb"(-> scrypt \S+) \d+", rb"\1 22", registry.user_key.read_bytes())
    registry.user_key.write_bytes(costly)
    before = time.process_time()
    with refused("key_too_much_work", DamageError):
        unlock(registry)
    assert time.process_time() - before < 0.1


def test_swapped_key_files_are_refused_even_under_the_same_passphrase(registry: Registry) -> None:
    other = replace(registry.user_keys(), user="Bram Verzonnen", identity=age.new_identity())
    registry.seal_user(other)
    with refused("key_of_another_user", UnlockError):
        unlock(registry)


def test_a_key_file_of_another_registry_is_refused(registry: Registry) -> None:
    registry.seal_user(replace(registry.user_keys(), registry="0" * 32, identity=age.new_identity()))
    with refused("key_does_not_fit", UnlockError):
        unlock(registry)


def test_a_key_that_fits_but_names_another_registry_is_refused(registry: Registry) -> None:
    registry.seal_user(replace(registry.user_keys(), registry="0" * 32))
    with refused("key_of_another_registry", UnlockError):
        unlock(registry)


def test_a_user_who_is_no_recipient_any_more_cannot_open_the_registry(registry: Registry) -> None:
    keys = RegistryKeys(registry.unlocked.registry_id, registry.unlocked.database_key.digits)
    files.write_bytes(
        registry.registry_key, age.seal_to(keyfiles.encode(keys), [age.recipient_of(age.new_identity())])
    )
    with refused("key_does_not_fit", UnlockError):
        unlock(registry)


@pytest.mark.parametrize(
    "change",
    [
        {"format": "mhdesk-recovery-1"},
        {"format": 1},
        {"registry": "x"},
        {"registry": None},
        {"user": ""},
        {"user": "Zoë\n"},
        {"identity": "AGE-SECRET-KEY-1"},
        {"signing_key": "0" * 62},
        {"signing_key": "0" * 66},
    ],
)
def test_keys_of_the_wrong_shape_are_damage(registry: Registry, change: dict[str, object]) -> None:
    fields = json.loads(keyfiles.encode(registry.user_keys())) | change
    registries.seal(registry.user_key, json.dumps(fields).encode(), PASSPHRASE)
    with refused("key_damaged", DamageError):
        unlock(registry)


@pytest.mark.parametrize("content", [b"", b"null", b"[]", b"{", b"\xff", b'"x"', b"[" * 60_000])
def test_a_sealed_file_without_keys_in_it_is_damage(registry: Registry, content: bytes) -> None:
    registries.seal(registry.user_key, content, PASSPHRASE)
    with refused("key_damaged", DamageError):
        unlock(registry)


@pytest.mark.parametrize("digits", ["", "0" * 62, "0" * 66, "x" * 64, "0" * 63 + "'"])
def test_a_database_key_of_another_length_never_reaches_the_engine(registry: Registry, digits: str) -> None:
    keys = RegistryKeys(registry.unlocked.registry_id, digits)
    sealed = age.seal_to(keyfiles.encode(keys), [age.recipient_of(registry.unlocked.identity)])
    files.write_bytes(registry.registry_key, sealed)
    with refused("key_damaged", DamageError):
        unlock(registry)
    with pytest.raises(ValueError, match="64 hex digits"):
        vault.DatabaseKey(digits)


def test_a_key_file_of_a_newer_mhdesk_asks_for_an_update(registry: Registry) -> None:
    fields = json.loads(keyfiles.encode(registry.user_keys())) | {"format": "mhdesk-user-2"}
    registries.seal(registry.user_key, json.dumps(fields).encode(), PASSPHRASE)
    with refused("key_newer", UnlockError):
        unlock(registry)


def test_a_key_file_holds_exactly_what_is_documented(registry: Registry) -> None:
    opened = json.loads(age.open_with_passphrase(registry.user_key.read_bytes(), PASSPHRASE))
    assert set(opened) == {"format", "registry", "user", "identity", "signing_key"}
    assert (opened["format"], opened["user"]) == ("mhdesk-user-1", USER)
    opened = json.loads(age.open_with_identity(registry.registry_key.read_bytes(), opened["identity"]))
    assert set(opened) == {"format", "registry", "database_key", "openers"}


# --- the recovery key ----------------------------------------------------------------------------


def test_the_printed_recovery_key_opens_the_registry(original: Registry) -> None:
    typed = " ".join(original.created.recovery.groups()).lower()
    before = original.everything()
    vault.check_recovery(original.folder, vault.parse_recovery(typed))
    assert original.everything() == before


def test_recovery_needs_no_user_key_and_no_database(registry: Registry) -> None:
    registry.user_key.unlink()
    registry.database.unlink()
    vault.check_recovery(registry.folder, registry.created.recovery)


def test_another_recovery_key_is_refused_and_changes_nothing(registry: Registry) -> None:
    before = registry.everything()
    stranger = recovery.generate()
    with refused("recovery_wrong", UnlockError):
        vault.check_recovery(registry.folder, stranger)
    assert registry.everything() == before


def test_a_recovery_file_of_another_registry_is_refused(registry: Registry) -> None:
    key = registry.created.recovery
    stranger = RecoveryKeys(registry.unlocked.registry_id, age.new_identity())
    registries.seal(registry.recovery_key, keyfiles.encode(stranger), key.passphrase())
    with refused("recovery_wrong", UnlockError):
        vault.check_recovery(registry.folder, key)


@pytest.mark.parametrize(
    ("part", "code", "kind"),
    [
        ("recovery_key", "recovery_key_missing", DamageError),
        ("registry_key", "registry_key_missing", DamageError),
    ],
)
def test_recovery_names_the_file_that_is_missing(
    registry: Registry, part: str, code: str, kind: type[KnownError]
) -> None:
    getattr(registry, part).unlink()
    with refused(code, kind):
        vault.check_recovery(registry.folder, registry.created.recovery)


def test_recovery_is_not_tried_on_what_is_no_registry(registry: Registry) -> None:
    empty = registry.folder / "backups"
    with refused("not_a_registry", InputError):
        vault.check_recovery(empty, registry.created.recovery)


def test_a_pipe_among_the_keys_lets_nobody_wait(registry: Registry) -> None:
    pipe = registry.folder / "keys" / f"user-{'0' * 16}.age"
    os.mkfifo(pipe)
    with refused("wrong_passphrase", UnlockError):
        unlock(registry, PASSPHRASE, "Tikfout Verzonnen")
    with refused("key_damaged", DamageError):
        keyfiles.open_user(pipe, PASSPHRASE)


def test_a_key_file_that_is_a_link_is_not_read(registry: Registry, tmp_path: Path) -> None:
    path = registry.registry_key
    path.rename(tmp_path / "elsewhere.age")
    path.symlink_to(tmp_path / "elsewhere.age")
    with refused("key_damaged", DamageError):
        unlock(registry)


def test_a_link_in_the_place_of_a_restore_is_refused_with_a_sentence(
    registry: Registry, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (registry.folder / ".mhdesk-restored").symlink_to(tmp_path / "elsewhere")
    with refused("restore_is_a_link", DamageError):
        unlock(registry)
    assert (tmp_path / "elsewhere").is_dir()
