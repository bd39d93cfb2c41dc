"""What the section of the check makes of findings: their order, and where somebody can do something about one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.people import Permission, User

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.findings import Finding

OLDER: Final = frozenset({"verify.older_than_computer", "verify.other_than_computer"})
"""What somebody who put the registry back on purpose can accept."""
_RANKS: Final = (
    frozenset({"vault.check_stopped", "vault.pages_damaged", "vault.structure_damaged"}),
    OLDER | {"verify.older_than_backup", "verify.other_than_backup", "verify.older_than_checkpoint"},
    frozenset(
        {
            "verify.audit_chain",
            "verify.checkpoint_head",
            "verify.checkpoint_signature",
            "verify.checkpoint_not_yours",
            "verify.release_head",
        }
    ),
    frozenset(
        {
            "verify.registry_key_old",
            "vault.registry_key_missing",
            "vault.key_of_another_registry",
            "vault.references_broken",
            "verify.joined_persons",
        }
    ),
)
SEARCH: Final = frozenset({"verify.search_index", "verify.search_damaged"})
"""What is mended by making the search index anew."""
_LIGHT: Final = frozenset(
    {"verify.search_index", "verify.search_damaged", "verify.permissions", "verify.key_file_unknown"}
)
_BACKUPS: Final = _RANKS[0] | _RANKS[1] | {"verify.registry_key_old", "vault.references_broken"}
_USERS: Final = frozenset(
    {
        "verify.user_key_missing",
        "verify.users_and_keys_differ",
        "verify.computers_of_nobody",
        "verify.keys_not_listed",
    }
)
_RECOVERY: Final = frozenset(
    {
        "vault.recovery_key_missing",
        "verify.recovery_key_other",
        "verify.recovery_key_unproven",
        "verify.recovery_keys_several",
    }
)


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings as they are read: lost records, a cut log, keys, then what can wait."""
    return sorted(findings, key=lambda one: _rank(one.code))


def _rank(code: str) -> int:
    known = (rank for rank, codes in enumerate(_RANKS) if code in codes)
    return next(known, len(_RANKS) + (code in _LIGHT))


def leads_to(code: str, user: User) -> str:
    """Return the section in which this person can do something about a finding, "" where there is none."""
    if code in _BACKUPS:
        return "backups"
    if code in _USERS and user.may(Permission.ADMINISTER):
        return "users"
    return "recovery" if code in _RECOVERY else ""


def way(section: str) -> str:
    """Return what the button says that leads to a section."""
    return {
        "backups": QCoreApplication.translate("check", "To the backups"),
        "users": QCoreApplication.translate("check", "To the users"),
        "recovery": QCoreApplication.translate("check", "To the recovery page"),
    }[section]


def may_accept(code: str, user: User) -> bool:
    """Say whether this person may go on with a registry of which a finding says that it is an older one."""
    return code in OLDER and user.may(Permission.ADMINISTER)
