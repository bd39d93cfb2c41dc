"""Who works in the app, and what each role may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """The roles of the people at the desk (domain words: zorgcoördinator, ketenregisseur …)."""

    CARE_COORDINATOR = "care_coordinator"
    CHAIN_DIRECTOR = "chain_director"
    FOCAL_OFFICER = "focal_officer"
    VT_WORKER = "vt_worker"
    BEHAVIOURAL_SCIENTIST = "behavioural_scientist"
    CONFIDENTIAL_DOCTOR = "confidential_doctor"
    TEAM_LEAD = "team_lead"
    ADMINISTRATOR = "administrator"
    PRIVACY_OFFICER = "privacy_officer"


class Permission(StrEnum):
    """What a verb asks of the person at the desk."""

    LOGIN = "login"
    READ = "read"
    WRITE = "write"
    DECIDE = "decide"
    IMPORT = "import"
    COUNT = "count"
    PUBLISH = "publish"
    VERIFY = "verify"
    DESTROY = "destroy"
    READ_LOG = "read_log"
    ADMINISTER = "administer"


_CASEWORK: Final = frozenset(
    {
        Permission.LOGIN,
        Permission.READ,
        Permission.WRITE,
        Permission.DECIDE,
        Permission.IMPORT,
        Permission.COUNT,
        Permission.PUBLISH,
        Permission.VERIFY,
    }
)
# A role is not a wall (SECURITY.md): whoever unlocks holds the key. It keeps honest people honest.
PERMISSIONS: Final[dict[Role, frozenset[Permission]]] = {
    Role.CARE_COORDINATOR: _CASEWORK | {Permission.DESTROY, Permission.ADMINISTER},
    Role.CHAIN_DIRECTOR: _CASEWORK | {Permission.DESTROY, Permission.ADMINISTER},
    Role.FOCAL_OFFICER: _CASEWORK | {Permission.DESTROY, Permission.ADMINISTER},
    Role.VT_WORKER: _CASEWORK - {Permission.PUBLISH},
    Role.BEHAVIOURAL_SCIENTIST: _CASEWORK - {Permission.PUBLISH, Permission.IMPORT},
    Role.CONFIDENTIAL_DOCTOR: _CASEWORK - {Permission.PUBLISH, Permission.IMPORT},
    Role.TEAM_LEAD: _CASEWORK | {Permission.DESTROY, Permission.ADMINISTER},
    Role.ADMINISTRATOR: frozenset(
        {Permission.LOGIN, Permission.VERIFY, Permission.READ_LOG, Permission.ADMINISTER}
    ),
    Role.PRIVACY_OFFICER: frozenset(
        {Permission.LOGIN, Permission.READ, Permission.VERIFY, Permission.READ_LOG}
    ),
}


@dataclass(frozen=True, slots=True)
class User:
    """The person at the desk."""

    id: int
    name: str
    role: Role

    def may(self, permission: Permission) -> bool:
        """Say whether this person's role carries ``permission``."""
        return permission in PERMISSIONS[self.role]
