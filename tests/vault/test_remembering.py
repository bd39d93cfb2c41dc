"""A computer whose keyring opens the registry: a trusted one, sometimes, and never instead of the passphrase."""

from __future__ import annotations

import errno
import itertools
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.null import Keyring as NullKeyring

from mhdesk import vault
from mhdesk.errors import InputError, KnownError, UnlockError
from mhdesk.vault import Start, age, computer_keyring, keyfiles, layout, sealing
from mhdesk.vault.openers import Opener, State
from mhdesk.wording import say
from tests.keyrings import SECRET_SERVICE, SystemKeyring, named
from tests.vault.operations import before_each_call
from tests.vault.registries import PASSPHRASE, USER, Registry

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
MORNING = Start(NOON, "boot:1")
LATER = Start(NOON + timedelta(hours=2), "boot:2")

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def remembered(registry: Registry, state: Path, system_keyring: SystemKeyring) -> Registry:
    """Return a registry that this computer was told to remember this morning."""
    assert system_keyring.calls == 0
    vault.remember_on_this_computer(registry.unlocked, state, MORNING, label="laptop 12")
    return registry


def refusal(registry: Registry, state: Path, start: Start = LATER) -> str:
    """Return why the keyring does not open; the passphrase always does, and nothing lies about in clear."""
    with pytest.raises(UnlockError) as error:
        vault.unlock_from_keyring(registry.folder, state, start)
    assert vault.unlock(registry.folder, user_name=USER, passphrase=PASSPHRASE).user_name == USER
    assert say(error.value.code, **error.value.params)
    return error.value.code.removeprefix("vault.")


def test_a_remembered_registry_opens_with_everything_that_the_passphrase_opens(
    remembered: Registry, state: Path
) -> None:
    assert vault.is_remembered(remembered.folder, state)
    one = vault.unlock_from_keyring(remembered.folder, state, LATER)
    by_passphrase = vault.unlock(remembered.folder, user_name=USER, passphrase=PASSPHRASE)
    assert replace(one, signing_key=by_passphrase.signing_key) == by_passphrase
    assert one.signing_key.private_bytes_raw() == by_passphrase.signing_key.private_bytes_raw()
    vault.close(vault.connect(one))


def test_the_computer_is_listed_with_its_name_and_its_user(remembered: Registry) -> None:
    (computer,) = [one for one in vault.list_openers(remembered.unlocked) if one.kind is vault.Kind.COMPUTER]
    assert (computer.label, computer.user) == ("laptop 12", remembered.unlocked.key_id)
    assert layout.computer_key(remembered.folder, computer.id).is_file()


def test_no_secret_lies_on_the_computer_outside_the_keyring(
    remembered: Registry, state: Path, system_keyring: SystemKeyring
) -> None:
    (secret,) = system_keyring.kept.values()
    identity = json.loads(secret)["identity"]
    (noted,) = state.iterdir()
    assert noted.stat().st_mode & 0o777 == 0o600
    telling = [identity, remembered.unlocked.identity, USER, remembered.folder.name, "AGE-SECRET"]
    clear = noted.name.encode() + noted.read_bytes() + b"".join(remembered.everything().values())
    assert not [word for word in telling if word.encode() in clear]


def test_an_entry_fits_into_what_every_system_keeps(
    remembered: Registry, system_keyring: SystemKeyring
) -> None:
    assert remembered.folder
    assert [len(secret) for secret in system_keyring.kept.values() if len(secret) > 400] == []
    with pytest.raises(ValueError, match="1281"):
        computer_keyring.write(SECRET_SERVICE, "x", "x" * 1281)


def test_nothing_is_left_of_the_probe(remembered: Registry, system_keyring: SystemKeyring) -> None:
    assert remembered.folder
    assert {service for service, _ in system_keyring.kept} == {computer_keyring.SERVICE}


# --- which starts -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "code"),
    [
        (replace(LATER, login="boot:1"), "keyring_second_start"),
        (replace(LATER, after_lock=True), "keyring_after_lock"),
        (replace(LATER, login=""), "keyring_login_unknown"),
        (replace(LATER, now=NOON + timedelta(hours=13)), "keyring_long_ago"),
        (replace(LATER, now=NOON - timedelta(hours=1)), "keyring_long_ago"),
    ],
)
def test_every_other_start_wants_the_passphrase(
    remembered: Registry, state: Path, start: Start, code: str
) -> None:
    assert refusal(remembered, state, start) == code


def test_a_login_opens_once(remembered: Registry, state: Path) -> None:
    vault.unlock_from_keyring(remembered.folder, state, LATER)
    assert refusal(remembered, state, LATER) == "keyring_second_start"


def test_a_start_that_came_too_late_is_the_first_one_all_the_same(remembered: Registry, state: Path) -> None:
    too_late = replace(LATER, now=NOON + timedelta(hours=13))
    assert refusal(remembered, state, too_late) == "keyring_long_ago"
    assert refusal(remembered, state, LATER) == "keyring_second_start"


def test_opening_by_keyring_does_not_make_the_twelve_hours_longer(remembered: Registry, state: Path) -> None:
    for number in range(3, 9):
        start = Start(NOON + timedelta(hours=2 * (number - 2)), f"boot:{number}")
        vault.unlock_from_keyring(remembered.folder, state, start)
    assert refusal(remembered, state, Start(NOON + timedelta(hours=14), "boot:9")) == "keyring_long_ago"


def test_typing_the_passphrase_does_and_uses_the_login(remembered: Registry, state: Path) -> None:
    typed = Start(NOON + timedelta(hours=20), "boot:2")
    vault.note_passphrase(remembered.folder, state, typed)
    assert (
        refusal(remembered, state, replace(typed, now=NOON + timedelta(hours=21))) == "keyring_second_start"
    )
    vault.unlock_from_keyring(remembered.folder, state, Start(NOON + timedelta(hours=30), "boot:3"))


# --- which keyrings -----------------------------------------------------------------------------------


@pytest.fixture
def chosen() -> Iterator[Callable[[KeyringBackend], None]]:
    """Let a test choose the backend, as a configuration file or an environment variable would."""
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


UNTRUSTED: dict[str, Callable[[], KeyringBackend]] = {
    "none": FailKeyring,
    "null": NullKeyring,
    "several": ChainerBackend,
    "in clear": lambda: named("keyrings.alt.file.PlaintextKeyring"),
    "encrypted by itself": lambda: named("keyrings.alt.file.EncryptedKeyring"),
    "a stranger's": lambda: named("evil.Keyring"),
    "one that pretends": lambda: named("other.keyring.backends.SecretService.Keyring"),
}


@pytest.mark.parametrize("kind", UNTRUSTED)
def test_a_keyring_that_is_not_trusted_is_refused_and_not_even_asked(
    kind: str, registry: Registry, state: Path, chosen: Callable[[KeyringBackend], None]
) -> None:
    backend = UNTRUSTED[kind]()
    chosen(backend)
    before = registry.everything()
    with pytest.raises(InputError, match=r"vault\.keyring_refused") as error:
        vault.remember_on_this_computer(registry.unlocked, state, MORNING)
    assert str(error.value.params["backend"]).endswith(type(backend).__qualname__)
    assert registry.everything() == before
    assert not state.exists()
    if isinstance(backend, SystemKeyring):
        assert backend.calls == 0


class Forgetful(SystemKeyring):
    """Takes everything and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        del service, username, password


Forgetful.__module__, Forgetful.__qualname__ = "keyring.backends.SecretService", "Keyring"


def test_a_trusted_keyring_that_keeps_nothing_is_found_out(
    registry: Registry, state: Path, chosen: Callable[[KeyringBackend], None]
) -> None:
    chosen(Forgetful())
    with pytest.raises(InputError, match=r"vault\.keyring_refused"):
        vault.remember_on_this_computer(registry.unlocked, state, MORNING)
    assert not state.exists()


def test_a_computer_that_does_not_tell_logins_apart_remembers_nothing(
    registry: Registry, state: Path, system_keyring: SystemKeyring
) -> None:
    with pytest.raises(InputError, match=r"vault\.keyring_login_unknown"):
        vault.remember_on_this_computer(registry.unlocked, state, Start(NOON, ""))
    assert not system_keyring.kept


# --- what is lost or changed --------------------------------------------------------------------------


def locked(system: SystemKeyring, _: Path) -> None:
    system.locked = True


def entry_deleted(system: SystemKeyring, _: Path) -> None:
    system.kept.clear()


def entry_changed(system: SystemKeyring, _: Path) -> None:
    system.kept = dict.fromkeys(system.kept, "{}")


def entry_without_identity(system: SystemKeyring, _: Path) -> None:
    system.kept = {key: text.replace("AGE-SECRET-KEY-1", "") for key, text in system.kept.items()}


def entry_without_a_time(system: SystemKeyring, _: Path) -> None:
    system.kept = {key: text.replace("2026-", "x") for key, text in system.kept.items()}


def another_backend(_: SystemKeyring, __: Path) -> None:
    keyring.set_keyring(named("keyring.backends.kwallet.DBusKeyring"))


def no_backend(_: SystemKeyring, __: Path) -> None:
    keyring.set_keyring(UNTRUSTED["none"]())


def null_backend(_: SystemKeyring, __: Path) -> None:
    keyring.set_keyring(UNTRUSTED["null"]())


def no_file(_: SystemKeyring, state: Path) -> None:
    next(state.iterdir()).unlink()


def no_sense_in_the_file(_: SystemKeyring, state: Path) -> None:
    next(state.iterdir()).write_bytes(b"\xff{")


def a_path_in_the_file(_: SystemKeyring, state: Path) -> None:
    path = next(state.iterdir())
    path.write_text(json.dumps({"backend": SECRET_SERVICE, "computer": "../../x"}))


LOST = {
    locked: "keyring_silent",
    another_backend: "keyring_silent",
    no_backend: "keyring_silent",
    null_backend: "keyring_silent",
    entry_deleted: "keyring_entry_gone",
    entry_changed: "keyring_entry_gone",
    entry_without_identity: "keyring_entry_gone",
    entry_without_a_time: "keyring_entry_gone",
    no_file: "keyring_not_remembered",
    no_sense_in_the_file: "keyring_not_remembered",
    a_path_in_the_file: "keyring_not_remembered",
}


@pytest.mark.parametrize("loss", LOST)
def test_whatever_is_lost_or_changed_the_passphrase_is_asked_with_a_sentence(
    loss: Callable[[SystemKeyring, Path], None],
    remembered: Registry,
    state: Path,
    system_keyring: SystemKeyring,
) -> None:
    loss(system_keyring, state)
    assert refusal(remembered, state) == LOST[loss]
    vault.note_passphrase(
        remembered.folder, state, LATER
    )  # and whoever types it is not stopped by any of this


@pytest.mark.parametrize("loss", [locked, another_backend, entry_deleted])
def test_a_keyring_that_does_not_take_the_note_is_not_asked_again(
    loss: Callable[[SystemKeyring, Path], None],
    remembered: Registry,
    state: Path,
    system_keyring: SystemKeyring,
) -> None:
    """It may still hold an older note, by which a second start of this login would look like the first."""
    loss(system_keyring, state)
    vault.note_passphrase(remembered.folder, state, LATER)
    keyring.set_keyring(system_keyring)
    system_keyring.locked = False
    assert not vault.is_remembered(remembered.folder, state)
    assert refusal(remembered, state) == "keyring_not_remembered"


def test_a_registry_that_moved_is_not_remembered(remembered: Registry, state: Path) -> None:
    moved = remembered.folder.rename(remembered.folder.with_name("elsewhere"))
    assert not vault.is_remembered(moved, state)


def test_another_registry_at_the_same_place_does_not_open_with_this_one_s_key(
    remembered: Registry, state: Path, original: Registry
) -> None:
    aside = remembered.folder.rename(remembered.folder.with_name("aside"))
    original.folder.rename(remembered.folder)
    vault.drop_user(replace(original.unlocked, folder=remembered.folder), "0" * 16)
    with pytest.raises(UnlockError, match=r"vault\.keyring_forgotten"):
        vault.unlock_from_keyring(remembered.folder, state, LATER)
    assert aside.is_dir()


# --- taken away ----------------------------------------------------------------------------------------


def forget_here(registry: Registry, state: Path) -> None:
    vault.forget_on_this_computer(registry.unlocked, state)
    assert not vault.is_remembered(registry.folder, state)


def forget_elsewhere(registry: Registry, _: Path) -> None:
    listed = vault.list_openers(registry.unlocked)
    vault.forget_computer(
        registry.unlocked, next(one.id for one in listed if one.kind is vault.Kind.COMPUTER)
    )


def renew_the_user(registry: Registry, _: Path) -> None:
    vault.renew_user(vault.unlock(registry.folder, user_name=USER, passphrase=PASSPHRASE), PASSPHRASE)


@pytest.mark.parametrize("way", [forget_here, forget_elsewhere, renew_the_user])
def test_a_computer_whose_place_was_taken_away_opens_nothing(
    way: Callable[[Registry, Path], None],
    remembered: Registry,
    state: Path,
    system_keyring: SystemKeyring,
) -> None:
    kept, noted = dict(system_keyring.kept), next(state.iterdir())
    note = noted.read_bytes()
    (computer_file,) = layout.computer_keys(remembered.folder)
    file = computer_file.read_bytes()
    way(remembered, state)
    assert layout.computer_keys(remembered.folder) == []
    system_keyring.kept = kept  # somebody who kept all that lay on the computer
    noted.write_bytes(note)
    computer_file.write_bytes(file)
    assert refusal(remembered, state) == "keyring_forgotten"


def test_a_computer_goes_with_its_suspended_user_and_does_not_come_back(
    remembered: Registry, state: Path
) -> None:
    vault.add_user(remembered.unlocked, user_name="Bram Verzonnen", passphrase="wimpel granaat zwaluw kompas")
    bram = vault.unlock(
        remembered.folder, user_name="Bram Verzonnen", passphrase="wimpel granaat zwaluw kompas"
    )
    vault.suspend_user(bram, remembered.unlocked.key_id)
    vault.reactivate_user(bram, remembered.unlocked.key_id)
    assert refusal(remembered, state) == "keyring_forgotten"


@pytest.mark.parametrize(
    "changed",
    [
        lambda _: None,
        lambda user: replace(user, state=State.SUSPENDED),
        lambda user: replace(user, recipient=age.recipient_of(age.new_identity())),
    ],
    ids=["unknown", "suspended", "another key"],
)
def test_a_computer_opens_only_while_its_user_is_known_and_active_under_the_same_key(
    remembered: Registry,
    state: Path,
    system_keyring: SystemKeyring,
    changed: Callable[[Opener], Opener | None],
) -> None:
    """Whatever left the computer's own place behind: an older program, or a file that was put back."""
    found = sealing.current(remembered.unlocked)
    left = [changed(one) if one.kind is vault.Kind.USER else one for one in found.openers]
    (identity,) = [json.loads(kept)["identity"] for kept in system_keyring.kept.values()]
    sealing.write_registry(remembered.folder, replace(found, openers=tuple(filter(None, left))), identity)
    with pytest.raises(UnlockError, match=r"vault\.keyring_forgotten"):
        vault.unlock_from_keyring(remembered.folder, state, LATER)


def test_a_new_key_of_the_database_reaches_the_computer(remembered: Registry, state: Path) -> None:
    connection = vault.connect(remembered.unlocked)
    vault.change_key(remembered.unlocked, connection, release=connection.close, note=lambda _: None)
    one = vault.unlock_from_keyring(remembered.folder, state, LATER)
    assert one.database_key != remembered.unlocked.database_key
    vault.close(vault.connect(one))


def test_a_changed_passphrase_does_not_matter_to_the_computer(remembered: Registry, state: Path) -> None:
    vault.change_passphrase(remembered.unlocked, PASSPHRASE, "wimpel granaat zwaluw kompas")
    assert vault.unlock_from_keyring(remembered.folder, state, LATER).user_name == USER


def test_forgetting_works_without_the_keyring_and_twice(
    remembered: Registry, state: Path, system_keyring: SystemKeyring
) -> None:
    system_keyring.locked = True
    forget_here(remembered, state)
    forget_here(remembered, state)
    assert len(vault.list_openers(remembered.unlocked)) == 2


def test_remembering_again_takes_the_place_of_the_first_time(
    remembered: Registry, state: Path, system_keyring: SystemKeyring
) -> None:
    vault.remember_on_this_computer(remembered.unlocked, state, MORNING)
    assert len(system_keyring.kept) == len(layout.computer_keys(remembered.folder)) == 1
    assert len(vault.list_openers(remembered.unlocked)) == 3
    assert vault.unlock_from_keyring(remembered.folder, state, LATER).user_name == USER


def test_when_remembering_fails_half_way_nothing_of_it_stays(
    registry: Registry, state: Path, system_keyring: SystemKeyring
) -> None:
    state.parent.mkdir(exist_ok=True)
    state.write_bytes(b"a file where a folder should be")
    before = registry.everything()
    with pytest.raises((KnownError, OSError)):
        vault.remember_on_this_computer(registry.unlocked, state, MORNING)
    assert registry.everything() == before
    assert not system_keyring.kept


def test_what_a_computer_keeps_opens_for_nobody_else(remembered: Registry) -> None:
    (path,) = layout.computer_keys(remembered.folder)
    with pytest.raises(UnlockError, match=r"vault\.keyring_forgotten"):
        keyfiles.open_computer(path, remembered.unlocked.identity)


def test_a_full_disk_at_any_step_of_remembering_never_costs_the_passphrase(
    registry: Registry, state: Path, system_keyring: SystemKeyring
) -> None:
    assert not system_keyring.kept
    for number in range(1, 100):
        calls = itertools.count(1)

        def full(name: str, number: int = number, calls: Iterator[int] = calls) -> None:
            if next(calls) >= number and name != "unlink":
                raise OSError(errno.ENOSPC, "no space left")

        with pytest.MonkeyPatch.context() as patches:
            for name, call in before_each_call(full).items():
                patches.setattr(os, name, call)
            try:
                vault.remember_on_this_computer(registry.unlocked, state, MORNING)
                code = ""
            except KnownError as error:
                code = error.code
        assert vault.unlock(registry.folder, user_name=USER, passphrase=PASSPHRASE).user_name == USER
        assert code in {"", "common.disk_full"}
        assert vault.is_remembered(registry.folder, state) == (not code)
        if next(calls) <= number:
            break
    assert number > 20
    assert vault.unlock_from_keyring(registry.folder, state, LATER).user_name == USER
