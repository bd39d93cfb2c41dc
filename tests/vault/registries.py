"""Copies of one ready registry, as the tests of the vault use them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mhdesk import files, vault
from mhdesk.vault import age, keyfiles, layout
from mhdesk.vault.creation import Created
from mhdesk.vault.keyfiles import RecoveryKeys, RegistryKeys, UserKeys
from mhdesk.vault.keys import Unlocked
from mhdesk.vault.openers import Kind, Opener, recipients

USER = "Zoë Denkbeeld"
PASSPHRASE = "kastanje brommer ijsvogël lantaarn"
QUICK = 4
"""Work factor of key files that a test makes itself: 2^4 instead of 2^18."""
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Registry:
    """A registry in a folder of its own, and everything that was secret when it was made."""

    folder: Path
    created: Created

    @property
    def unlocked(self) -> Unlocked:
        return replace(self.created.unlocked, folder=self.folder)

    @property
    def database(self) -> Path:
        return layout.database(self.folder)

    @property
    def user_key(self) -> Path:
        return layout.user_key(self.folder, self.created.unlocked.key_id)

    @property
    def recovery_key(self) -> Path:
        return layout.recovery_key(self.folder)

    @property
    def registry_key(self) -> Path:
        return layout.registry_key(self.folder)

    def user_keys(self) -> UserKeys:
        """Return what the user's key file holds."""
        one = self.created.unlocked
        digits = one.signing_key.private_bytes_raw().hex()
        return UserKeys(one.registry_id, one.user_name, one.identity, digits)

    def seal_user(self, keys: UserKeys, key_id: str | None = None) -> Path:
        """Write a key file for the same passphrase that costs no time to open."""
        path = layout.user_key(self.folder, key_id or self.created.unlocked.key_id)
        seal(path, keyfiles.encode(keys), PASSPHRASE)
        return path

    def seal_recovery(self) -> None:
        """Write recovery.age anew, without the work, and registry.age for it and the user."""
        one = self.created.unlocked
        spare = RecoveryKeys(one.registry_id, age.new_identity())
        openers = (
            Opener(Kind.USER, age.recipient_of(one.identity), one.key_id),
            Opener(Kind.RECOVERY, age.recipient_of(spare.identity)),
        )
        registry = RegistryKeys(one.registry_id, one.database_key.digits, openers=openers)
        seal(self.recovery_key, keyfiles.encode(spare), self.created.recovery.passphrase())
        sealed = age.seal_to(keyfiles.encode(registry), recipients(openers))
        files.write_bytes(self.registry_key, sealed)

    def everything(self) -> dict[str, bytes]:
        """Return every file in the folder with its content; nobody may have the database open."""
        found = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in found}


def seal(path: Path, content: bytes, passphrase: str) -> None:
    """Write a passphrase file that costs no time to open."""
    files.write_bytes(path, age.seal_with_passphrase(content, passphrase, QUICK))


def copy(made: Created, folder: Path) -> Registry:
    """Copy a closed registry."""
    shutil.copytree(made.unlocked.folder, folder)
    return Registry(folder, made)


def fill(connection: vault.Connection, created: Created) -> None:
    """Put some hundred pages of rows into the empty database."""
    assert created.unlocked.folder.name == "registry"
    connection.execute("CREATE TABLE a (id INTEGER PRIMARY KEY, text TEXT, n INTEGER CHECK (n >= 0))")
    connection.execute("CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a (id))")
    connection.execute("CREATE INDEX a_n ON a (n)")
    connection.execute("BEGIN IMMEDIATE")
    rows = ((number, f"verzonnen regel {number} " * 40, number) for number in range(500))
    connection.executemany("INSERT INTO a VALUES (?, ?, ?)", rows)
    connection.execute("COMMIT")


def child(script: str, *arguments: str, before: Sequence[str] = ()) -> subprocess.Popen[str]:
    """Start a script in a process of its own; secrets go in by its standard input."""
    command = [*before, sys.executable, "-c", script, *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def as_anybody() -> list[str]:
    """Return what to put before a command so that modes bind it: nothing binds root."""
    lesser = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    return lesser if hasattr(os, "geteuid") and os.geteuid() == 0 else []
