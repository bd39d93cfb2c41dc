"""Open a registry in another process with the key that is known here: it goes in by standard input."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from mhdesk import vault
from mhdesk.desk.desk import Desk
from mhdesk.domain.people import Role, User
from mhdesk.store.database import Database
from tests.registry_fixtures import StoppedClock

if TYPE_CHECKING:
    from mhdesk.vault import Unlocked


@dataclass(frozen=True)
class Keys:
    """What a process needs to open a registry."""

    folder: str
    registry_id: str
    key_id: str
    user_name: str
    database_key: str
    identity: str
    signing_key: str


def keys_of(unlocked: Unlocked) -> str:
    """Return the keys as one line of text."""
    keys = Keys(
        folder=str(unlocked.folder),
        registry_id=unlocked.registry_id,
        key_id=unlocked.key_id,
        user_name=unlocked.user_name,
        database_key=unlocked.database_key.digits,
        identity=unlocked.identity,
        signing_key=unlocked.signing_key.private_bytes_raw().hex(),
    )
    return json.dumps(asdict(keys))


def unlocked_by(line: str) -> Unlocked:
    """Return what :func:`keys_of` was told."""
    keys = Keys(**json.loads(line))
    return vault.Unlocked(
        folder=Path(keys.folder),
        registry_id=keys.registry_id,
        key_id=keys.key_id,
        user_name=keys.user_name,
        database_key=vault.DatabaseKey(keys.database_key),
        identity=keys.identity,
        signing_key=Ed25519PrivateKey.from_private_bytes(bytes.fromhex(keys.signing_key)),
    )


def desk_of(unlocked: Unlocked) -> Desk:
    """Open a registry that nobody has open, as its first user, at the moment at which tests begin."""
    database = Database(vault.driver, lambda: vault.connect(unlocked))
    return Desk(unlocked, database, User(1, unlocked.user_name, Role.CARE_COORDINATOR), StoppedClock())


def tell(word: object) -> None:
    """Say one word to whoever started this process."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()
