"""What a new registry needs to know: whose it is, who works in it, which municipalities it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from mhdesk.domain.colleagues import role_problems
from mhdesk.domain.people import Role
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.references import CASE_PREFIX, DEFAULT_PREFIX
from mhdesk.domain.text import LONGEST_LINE, LONGEST_NAME, clean, clean_name
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary

NO_MUNICIPALITY: Final = frozenset({UNKNOWN, "outside_region"})

_COPIED_BY: Final = re.compile(
    r"onedrive|dropbox|google[ _-]?drive|googledrive|icloud|clouddocs|nextcloud|owncloud|surfdrive",
    re.IGNORECASE,
)


def folder_problems(folder: str) -> list[Problem]:
    """Return why a registry must not stand at ``folder``, by the words of its path alone.

    A cloud service keeps old copies elsewhere and may write while the registry is open; so may a network folder,
    whose locks nobody can trust.
    """
    if _COPIED_BY.search(folder):
        return [Problem("folder", "registry.folder_in_cloud")]
    if folder.startswith(("\\\\", "//")):
        return [Problem("folder", "registry.folder_on_network")]
    return []


def region_municipalities() -> list[str]:
    """Return the codes of the region's municipalities, in the order of the vocabulary."""
    return [code for code in vocabulary("municipalities").codes() if code not in NO_MUNICIPALITY]


@dataclass(slots=True)
class RegistryDraft:
    """A new registry as typed in the wizard or given on the command line; without the passphrase."""

    name: str = ""
    organisation: str = ""
    organisation_type: str = "care_coordination"
    user_name: str = ""
    role: str = Role.CARE_COORDINATOR
    municipalities: list[str] = field(default_factory=region_municipalities)
    prefix: str = DEFAULT_PREFIX

    def validate(self) -> list[Problem]:
        """Return what must be mended before the registry can be made."""
        problems = [*length_problems("name", self.name, LONGEST_LINE)]
        problems += length_problems("organisation", self.organisation, LONGEST_LINE)
        problems += length_problems("user_name", self.user_name, LONGEST_NAME)
        if not clean(self.name):
            problems.append(Problem("name", "registry.name_missing"))
        if not clean_name(self.user_name):
            problems.append(Problem("user_name", "registry.user_name_missing"))
        problems += role_problems(self.role)
        if self.organisation_type not in vocabulary("organisation_types"):
            problems.append(Problem("organisation_type", "draft.choice_unknown"))
        if not self.municipalities or any(m not in region_municipalities() for m in self.municipalities):
            problems.append(Problem("municipalities", "registry.municipalities_unknown"))
        if not re.fullmatch(r"[A-Z]{1,4}", self.prefix):
            problems.append(Problem("prefix", "registry.prefix_unreadable"))
        elif self.prefix == CASE_PREFIX:
            problems.append(Problem("prefix", "registry.prefix_of_cases", {"prefix": CASE_PREFIX}))
        return problems
