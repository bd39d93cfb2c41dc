"""The people with a key to a registry, as they are added and listed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mhdesk.domain.people import Role
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.text import LONGEST_NAME, clean_name


@dataclass(slots=True)
class ColleagueDraft:
    """A new colleague as typed; without the passphrase."""

    name: str = ""
    role: str = Role.CARE_COORDINATOR

    def validate(self) -> list[Problem]:
        """Return what must be mended before the colleague can be added."""
        problems = length_problems("name", self.name, LONGEST_NAME)
        if not clean_name(self.name):
            problems.append(Problem("name", "people.name_missing"))
        return [*problems, *role_problems(self.role)]


def role_problems(role: str) -> list[Problem]:
    """Return why nobody can have this role in a registry."""
    if role == "policy_adviser":
        return [Problem("role", "registry.role_policy_adviser")]
    return [] if role in set(Role) else [Problem("role", "registry.role_unknown")]


class Access(StrEnum):
    """Whether somebody's key opens the registry."""

    ACTIVE = "active"
    INVITED = "invited"
    """Opens once, with the invitation, and then only after a passphrase of one's own was chosen."""
    SUSPENDED = "suspended"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class RememberedComputer:
    """A computer whose keyring opens the registry for somebody."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody with a key to the registry, or who had one."""

    id: int
    name: str
    role: Role
    access: Access
    since: date
    computers: tuple[RememberedComputer, ...] = ()
