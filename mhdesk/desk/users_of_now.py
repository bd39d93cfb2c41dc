"""Who may open a registry, and as what, once a backup is put back: whoever may today, not whoever might then.

What tells of today is the list of users where the database can be read, and ``registry.age`` where it cannot: the keys
open it without the database.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from mhdesk import vault
from mhdesk.desk.desk import Desk
from mhdesk.domain.people import PERMISSIONS, Permission, Role
from mhdesk.errors import InputError
from mhdesk.store import users
from mhdesk.store.users import UserRow
from mhdesk.vault import restoring as generations

Changes = Mapping[int, Mapping[str, str | bool]]
"""Columns of users by id."""


def keep_keys(copy: Desk, present: vault.Unlocked | None) -> tuple[bool, frozenset[str]]:
    """Let the keys of now open the copy, as far as they open: passphrases, recovery page and computers of today.

    Returns whether they do, and the key ids of the users who have other keys than in the backup.
    """
    before = {one.id: one.recipient for one in vault.list_openers(copy.unlocked)}
    kept = generations.keep_keys(copy.unlocked, present) if present else None
    if kept is None:
        return False, frozenset()
    copy.unlocked = kept
    now = {one.id: one.recipient for one in vault.list_openers(kept) if one.kind is vault.Kind.USER}
    return True, frozenset(key_id for key_id in now if before.get(key_id, now[key_id]) != now[key_id])


def changes(copy: Desk, present: Iterable[UserRow], *, keys_kept: bool) -> Changes:
    """Return what must change for users of the copy: whose access ended since, who has another role or name now."""
    now = {(row.id, row.created_at): row for row in present}
    opens = {one.id for one in vault.list_openers(copy.unlocked) if one.active}
    changed: dict[int, dict[str, str | bool]] = {}
    for row in users.rows(copy.database.connection):
        since = now.get((row.id, row.created_at), row)
        values: dict[str, str | bool] = {} if since.role == row.role else {"role": since.role}
        if keys_kept and since.key_id != row.key_id:
            values |= {"key_id": since.key_id, "name": since.name}
        if row.active and not (since.active and (since.key_id in opens or not keys_kept)):
            values["active"] = False
        if values:
            changed[row.id] = values
    return changed


def require_administrator(copy: Desk, changed: Changes) -> None:
    """Raise InputError when nobody who administers the registry could open it after this."""
    for row in users.rows(copy.database.connection):
        values = changed.get(row.id, {})
        role = Role(str(values.get("role", row.role)))
        if values.get("active", row.active) and Permission.ADMINISTER in PERMISSIONS[role]:
            return
    raise InputError("backups.no_administrator")


def become(copy: Desk, changed: Changes, *, known: bool) -> None:
    """Let the person who puts it back act in the role of now.

    Where that role is not ``known`` because the registry is damaged or gone, nobody is kept from saving it. Raises
    InputError for who may not open the registry now, NotAllowedError for who may not administer it.
    """
    values = changed.get(copy.user.id, {})
    if "active" in values or "key_id" in values:
        raise InputError("desk.user_not_active")
    copy.user = replace(copy.user, role=Role(str(values.get("role", copy.user.role))))
    if known:
        copy.demand(Permission.ADMINISTER)
