"""Open a copied registry by its passphrase without the second that deriving a key takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mhdesk.vault import keyfiles, layout
from mhdesk.vault.keyfiles import UserKeys
from tests.registry_fixtures import PASSPHRASE
from tests.vault.registries import seal

if TYPE_CHECKING:
    from mhdesk.vault import Unlocked


def quicken(unlocked: Unlocked, passphrase: str = PASSPHRASE) -> None:
    """Seal the user's key file anew, under the same passphrase with next to no work."""
    digits = unlocked.signing_key.private_bytes_raw().hex()
    keys = UserKeys(unlocked.registry_id, unlocked.user_name, unlocked.identity, digits)
    seal(layout.user_key(unlocked.folder, unlocked.key_id), keyfiles.encode(keys), passphrase)
