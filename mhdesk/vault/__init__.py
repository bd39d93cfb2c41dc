"""The encrypted registry on disk: keys, file, lock, integrity.

A registry is a folder: ``registry.db`` (SQLCipher under a random key), ``keys/`` (age files that lead from a
passphrase or the printed recovery key to that key) and ``backups/``. Nothing else stands in it, and none of
it in clear, but for ``attempts.json``: how often a key was refused since the last unlocking. The way in is
:func:`unlock`, then :func:`connect`; :func:`create` makes a new one.

What changes keys (users, passphrases, the recovery key, the database's key, a computer's keyring) is called while
this process holds the database open, so that nobody else changes them at the same time.
"""

from __future__ import annotations

from sqlcipher3 import dbapi2 as driver
from sqlcipher3.dbapi2 import Connection

from mhdesk.vault.anchors import Anchor, Anchors
from mhdesk.vault.attempts import REFUSED, Attempts
from mhdesk.vault.attempts import forget as forget_attempts
from mhdesk.vault.attempts import note as note_attempt
from mhdesk.vault.attempts import read as read_attempts
from mhdesk.vault.backups import (
    BackupFolder,
    Fit,
    backup_folders,
    inside_a_registry,
    key_sums,
    keys_of_backup,
    looking_into,
    make_backup,
    own_backups,
    remove_backup,
    room,
    same_device,
)
from mhdesk.vault.copying import Progress
from mhdesk.vault.creation import Created, Fill, create
from mhdesk.vault.database import close, connect, versions, was_cut_off
from mhdesk.vault.faults import as_known, explained
from mhdesk.vault.folder_facts import folder_facts
from mhdesk.vault.integrity import Finding, integrity, integrity_pieces, integrity_steps
from mhdesk.vault.key_check import check_keys, too_open
from mhdesk.vault.keys import DatabaseKey, Unlocked, check_recovery
from mhdesk.vault.layout import is_registry
from mhdesk.vault.logins import Start, login_id
from mhdesk.vault.names import key_id
from mhdesk.vault.openers import Kind, Opener
from mhdesk.vault.outsiders import Strangers, drop_strangers, recovery_openers, strangers
from mhdesk.vault.passphrase import (
    Strength,
    delay_after,
    passphrase_from_bytes,
    require_new,
    strength,
)
from mhdesk.vault.recovery import RecoveryKey, parse_recovery
from mhdesk.vault.recovery import generate as new_recovery
from mhdesk.vault.rekeying import change_key, read_again, under_another_key
from mhdesk.vault.remembering import (
    forget_computer,
    forget_on_this_computer,
    is_remembered,
    note_passphrase,
    remember_on_this_computer,
    unlock_from_keyring,
)
from mhdesk.vault.restoring import copy_backup, finish_restore, put_in_place, require_unused, staged
from mhdesk.vault.sealed_notes import (
    Note,
    Pen,
    SealedNote,
    new_uid,
    open_note,
    pick_up_pen,
    put_away,
    take_back,
    waiting_notes,
    write_note,
)
from mhdesk.vault.signatures import is_signed, public_key, sign
from mhdesk.vault.state import default_folder as state_folder
from mhdesk.vault.unlocking import prove_recovery, renew_recovery, unlock, unlock_with_recovery
from mhdesk.vault.users import (
    add_user,
    change_passphrase,
    check_passphrase,
    clear_left_behind,
    drop_user,
    invitation,
    list_openers,
    reactivate_user,
    rename_user,
    renew_user,
    suspend_user,
)

__all__ = [
    "REFUSED",
    "Anchor",
    "Anchors",
    "Attempts",
    "BackupFolder",
    "Connection",
    "Created",
    "DatabaseKey",
    "Fill",
    "Finding",
    "Fit",
    "Kind",
    "Note",
    "Opener",
    "Pen",
    "Progress",
    "RecoveryKey",
    "SealedNote",
    "Start",
    "Strangers",
    "Strength",
    "Unlocked",
    "add_user",
    "as_known",
    "backup_folders",
    "change_key",
    "change_passphrase",
    "check_keys",
    "check_passphrase",
    "check_recovery",
    "clear_left_behind",
    "close",
    "connect",
    "copy_backup",
    "create",
    "delay_after",
    "driver",
    "drop_strangers",
    "drop_user",
    "explained",
    "finish_restore",
    "folder_facts",
    "forget_attempts",
    "forget_computer",
    "forget_on_this_computer",
    "inside_a_registry",
    "integrity",
    "integrity_pieces",
    "integrity_steps",
    "invitation",
    "is_registry",
    "is_remembered",
    "is_signed",
    "key_id",
    "key_sums",
    "keys_of_backup",
    "list_openers",
    "login_id",
    "looking_into",
    "make_backup",
    "new_recovery",
    "new_uid",
    "note_attempt",
    "note_passphrase",
    "open_note",
    "own_backups",
    "parse_recovery",
    "passphrase_from_bytes",
    "pick_up_pen",
    "prove_recovery",
    "public_key",
    "put_away",
    "put_in_place",
    "reactivate_user",
    "read_again",
    "read_attempts",
    "recovery_openers",
    "remember_on_this_computer",
    "remove_backup",
    "rename_user",
    "renew_recovery",
    "renew_user",
    "require_new",
    "require_unused",
    "room",
    "same_device",
    "sign",
    "staged",
    "state_folder",
    "strangers",
    "strength",
    "suspend_user",
    "take_back",
    "too_open",
    "under_another_key",
    "unlock",
    "unlock_from_keyring",
    "unlock_with_recovery",
    "versions",
    "waiting_notes",
    "was_cut_off",
    "write_note",
]
