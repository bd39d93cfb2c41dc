"""The encrypted registry on disk: keys, file, lock, integrity.

A registry is a folder: ``registry.db`` (SQLCipher under a random key), ``keys/`` (age files that lead from a
passphrase or the printed recovery key to that key) and ``backups/``. Nothing else stands in it, and none of
it in clear. The way in is :func:`unlock`, then :func:`connect`; :func:`create` makes a new one.
"""

from __future__ import annotations

from sqlcipher3 import dbapi2 as driver
from sqlcipher3.dbapi2 import Connection

from mhdesk.vault.creation import Created, Fill, create
from mhdesk.vault.database import close, connect, versions
from mhdesk.vault.faults import as_known, explained
from mhdesk.vault.integrity import Finding, integrity
from mhdesk.vault.keys import DatabaseKey, Unlocked, check_recovery, unlock
from mhdesk.vault.layout import is_registry
from mhdesk.vault.names import key_id
from mhdesk.vault.passphrase import Strength, delay_after, passphrase_from_bytes, strength
from mhdesk.vault.recovery import RecoveryKey, parse_recovery

__all__ = [
    "Connection",
    "Created",
    "DatabaseKey",
    "Fill",
    "Finding",
    "RecoveryKey",
    "Strength",
    "Unlocked",
    "as_known",
    "check_recovery",
    "close",
    "connect",
    "create",
    "delay_after",
    "driver",
    "explained",
    "integrity",
    "is_registry",
    "key_id",
    "parse_recovery",
    "passphrase_from_bytes",
    "strength",
    "unlock",
    "versions",
]
