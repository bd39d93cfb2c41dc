"""No secret shows up where people look: in a repr, an exception, a log or on standard error."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from mhdesk import vault
from mhdesk.errors import KnownError
from mhdesk.vault import keyfiles
from mhdesk.vault.passphrase import normalised
from tests.vault import registries
from tests.vault.registries import PASSPHRASE, USER, Registry


def secrets_of(registry: Registry) -> list[str]:
    one, key = registry.created.unlocked, registry.created.recovery
    return [
        PASSPHRASE,
        *PASSPHRASE.split(),
        USER,
        one.database_key.digits,
        one.identity,
        one.signing_key.private_bytes_raw().hex(),
        key.passphrase(),
        *key.groups(),
        key.secret.hex(),
        repr(key.secret),
    ]


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an exception and everything that it was raised from or while handling."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def everything_in(error: BaseException) -> str:
    return " ".join(f"{one!r} {one} {one.args} {vars(one)}" for one in chain(error))


def test_values_do_not_show_their_secrets(registry: Registry) -> None:
    created = registry.created
    values = [
        created,
        created.unlocked,
        created.unlocked.database_key,
        created.recovery,
        registry.user_keys(),
    ]
    shown = " ".join(f"{value!r} {value!s}" for value in values)
    assert created.unlocked.registry_id in shown
    assert not [secret for secret in secrets_of(registry) if secret in shown]


def truncated(registry: Registry) -> None:
    """Seal JSON that ends too early: the parser's exception would hold all of it."""
    content = keyfiles.encode(registry.user_keys())[:-3]
    registries.seal(registry.user_key, content, PASSPHRASE)


def with_a_wrong_byte(registry: Registry) -> None:
    """Seal what is no UTF-8: the codec's exception would hold all of it."""
    content = keyfiles.encode(registry.user_keys()).replace(b"Denk", b"\xff")
    registries.seal(registry.user_key, content, PASSPHRASE)


def for_another_user(registry: Registry) -> None:
    registry.seal_user(replace(registry.user_keys(), user="Bram Verzonnen"))


def without_registry_key(registry: Registry) -> None:
    registry.registry_key.write_bytes(b"")


@pytest.mark.parametrize("damage", [truncated, with_a_wrong_byte, for_another_user, without_registry_key])
def test_exceptions_of_unlocking_hold_no_secret(
    registry: Registry, damage: Callable[[Registry], None]
) -> None:
    damage(registry)
    with pytest.raises(KnownError) as error:
        vault.unlock(registry.folder, user_name=USER, passphrase=PASSPHRASE)
    assert not [secret for secret in secrets_of(registry) if secret in everything_in(error.value)]


@pytest.mark.parametrize("typed", ["kastanje \ud800", "kastanje\nbrommer", "kastanje " * 200])
def test_exceptions_of_reading_a_passphrase_do_not_hold_it(typed: str) -> None:
    with pytest.raises(KnownError) as error:
        normalised(typed)
    assert "kastanje" not in everything_in(error.value)
    with pytest.raises(KnownError) as error:
        vault.passphrase_from_bytes(b"kastanje \xe9")
    assert "kastanje" not in everything_in(error.value)


def test_exceptions_of_reading_a_recovery_key_do_not_hold_it(registry: Registry) -> None:
    groups = list(registry.created.recovery.groups())
    with pytest.raises(KnownError) as error:
        vault.parse_recovery(" ".join([*groups[:7], "00000"]))
    assert not [secret for secret in secrets_of(registry) if secret in everything_in(error.value)]


def test_nothing_is_said_on_standard_error_or_in_a_log(
    registry: Registry, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for passphrase in ("fout", PASSPHRASE):
        try:
            vault.close(vault.connect(vault.unlock(registry.folder, user_name=USER, passphrase=passphrase)))
        except KnownError:
            continue
    content = bytearray(registry.database.read_bytes())
    content[40 * 4096 + 9] ^= 1
    registry.database.write_bytes(content)
    connection = vault.connect(registry.unlocked)
    assert vault.integrity(connection)
    vault.close(connection)
    content[9] ^= 1
    registry.database.write_bytes(content)
    with pytest.raises(KnownError):
        vault.connect(registry.unlocked)
    assert capfd.readouterr() == ("", "")
    assert caplog.text == ""


def test_a_connection_shows_no_key_to_whoever_traces_its_statements(registry: Registry) -> None:
    connection = vault.connect(registry.unlocked)
    seen: list[str] = []
    connection.set_trace_callback(seen.append)
    connection.execute("SELECT count(*) FROM a")
    vault.integrity(connection)
    vault.close(connection)
    assert seen
    assert registry.unlocked.database_key.digits not in " ".join(seen)
