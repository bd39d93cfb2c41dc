"""Which kind of record can become which, and what is missing where it cannot yet."""

from __future__ import annotations

from collections.abc import Collection

from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.signals import ROLES_TO_INFORM, Kind
from mhdesk.domain.text import LONGEST_TEXT, clean


def problems(before: str, after: str, roles: Collection[str], reason: str) -> list[Problem]:
    """Return what stands between a record of kind ``before`` and kind ``after``; ``roles`` are of those concerned.

    Whoever makes less of a notification says why: what it began ends with that.
    """
    if after not in set(Kind) or after == before:
        return [Problem("kind", "draft.choice_unknown")]
    found = length_problems("reason", reason, LONGEST_TEXT)
    if before == Kind.NOTIFICATION and not clean(reason):
        found.append(Problem("reason", "desk.reason_missing"))
    if after == Kind.ADVICE and roles:
        found.append(Problem("kind", "desk.advice_has_persons"))
    if after == Kind.NOTIFICATION and not ROLES_TO_INFORM & set(roles):
        code = "desk.advice_first_signal" if before == Kind.ADVICE else "desk.notification_needs_person"
        found.append(Problem("kind", code))
    return found


def next_kind(kind: str) -> Kind:
    """Return what a record of this kind most often becomes."""
    return {Kind.ADVICE: Kind.SIGNAL, Kind.SIGNAL: Kind.NOTIFICATION, Kind.NOTIFICATION: Kind.SIGNAL}[
        Kind(kind)
    ]
