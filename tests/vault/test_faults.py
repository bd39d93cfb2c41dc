"""What the system and the engine report becomes something that the user can act on."""

from __future__ import annotations

import errno

import pytest

from mhdesk import vault
from mhdesk.errors import DamageError, KnownError, UnlockError
from tests.vault.registries import Registry


@pytest.mark.parametrize(
    ("number", "kind", "code"),
    [
        (errno.ENOSPC, DamageError, "common.disk_full"),
        (errno.EDQUOT, DamageError, "common.disk_full"),
        (errno.EFBIG, DamageError, "common.disk_full"),
        (errno.EACCES, UnlockError, "vault.not_writable"),
        (errno.EROFS, UnlockError, "vault.not_writable"),
        (errno.EIO, DamageError, "vault.device_failed"),
        (errno.ENODEV, DamageError, "vault.device_failed"),
    ],
)
def test_errors_of_the_system_are_known(number: int, kind: type[KnownError], code: str) -> None:
    known = vault.as_known(OSError(number, "words of the system", "/some/path"))
    assert isinstance(known, kind)
    assert (known.code, known.params) == (code, {})


def test_a_full_disk_during_a_save_is_known_and_loses_nothing(registry: Registry) -> None:
    connection = vault.connect(registry.unlocked)
    size = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {size}")
    with pytest.raises(DamageError, match=r"common\.disk_full"), vault.explained():
        connection.execute("INSERT INTO a SELECT id + 1000, text, n FROM a")
    assert connection.execute("SELECT count(*) FROM a").fetchone() == (500,)
    vault.close(connection)


def test_what_ends_a_copy_page_by_page_is_known_by_the_words_of_the_engine(registry: Registry) -> None:
    connection = vault.connect(registry.unlocked)
    target = vault.driver.connect(":memory:")
    target.set_key("x'" + "0" * 64 + "'")
    target.execute("PRAGMA max_page_count = 9")
    with pytest.raises(DamageError, match=r"common\.disk_full"), vault.explained():
        connection.backup(target)
    target.close()
    vault.close(connection)


def test_a_damaged_page_met_while_reading_is_known(registry: Registry) -> None:
    content = bytearray(registry.database.read_bytes())
    content[30 * 4096 + 9] ^= 1
    registry.database.write_bytes(content)
    connection = vault.connect(registry.unlocked)
    with pytest.raises(DamageError, match=r"vault\.database_damaged"), vault.explained():
        connection.execute("SELECT sum(length(text)) FROM a").fetchone()
    vault.close(connection)


@pytest.mark.parametrize("bug", [ValueError("x"), OSError(errno.ENOENT, "gone"), OSError("x"), KeyError("x")])
def test_what_is_not_known_stays_a_bug(bug: Exception) -> None:
    assert vault.as_known(bug) is None
    with pytest.raises(type(bug)) as raised, vault.explained():
        raise bug
    assert raised.value is bug


def test_a_mistake_in_sql_stays_a_bug(registry: Registry) -> None:
    connection = vault.connect(registry.unlocked)
    with pytest.raises(vault.driver.OperationalError), vault.explained():
        connection.execute("SELECT nothing FROM nowhere")
    vault.close(connection)
