"""Correcting in which role somebody is concerned."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.signals import ROLES_TO_INFORM
from mhdesk.domain.text import LONGEST_TEXT, clean
from mhdesk.domain.vocabulary import vocabulary


@dataclass(slots=True)
class RoleDraft:
    """The role that somebody is to have, and why, as far as that was typed."""

    involvement_id: int = 0
    role: str = ""
    reason: str = ""


def problems(draft: RoleDraft, others: Collection[str], *, notifies: bool, closes: bool) -> list[Problem]:
    """Return what must be mended before somebody gets this role.

    ``others`` are the roles of everybody else in the signal; with ``closes`` something that is due ends by it.
    """
    if draft.role not in vocabulary("involvement_roles"):
        return [Problem("role", "draft.choice_unknown")]
    found = length_problems("reason", draft.reason, LONGEST_TEXT)
    if notifies and not ROLES_TO_INFORM & {draft.role, *others}:
        found.append(Problem("role", "draft.notification_without_person"))
    if closes and not clean(draft.reason):
        found.append(Problem("reason", "desk.role_reason_missing"))
    return found
