"""Check that the registry is whole: pages, structure, search index, audit chain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from mhdesk import vault
from mhdesk.desk import quick_notes
from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work, logged_reading
from mhdesk.domain.people import Permission
from mhdesk.errors import DamageError, Param
from mhdesk.store import audit, search
from mhdesk.store.database import Connection
from mhdesk.wording import say


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be, and what to do."""

    code: str
    params: dict[str, Param] = field(default_factory=dict)

    def sentence(self) -> str:
        """Return the finding in words."""
        return say(self.code, **self.params)


def verify(desk: Desk) -> list[Finding]:
    """Return everything that is not as it should be; an empty list means the registry is whole.

    Reads only, apart from the one audit event that says that somebody checked. Damage that was found may
    keep the rest from being checked and the event from being written.
    """
    findings = [
        Finding(found.code, dict(found.params))
        for found in vault.integrity(desk.database.driver_connection())
    ]
    try:
        findings += _inside(desk.database.connection)
        findings += [Finding(error.code, error.params) for error in quick_notes.unreadable(desk)]
        _note(desk, len(findings))
    except DamageError:
        if not findings:
            raise
    return findings


def _inside(connection: Connection) -> Iterator[Finding]:
    """Check what the records say of each other."""
    misplaced = search.integrity(connection)
    if misplaced:
        yield Finding("verify.search_index", {"count": misplaced})
    broken = audit.first_broken(connection)
    if broken is not None:
        yield Finding("verify.audit_chain", {"event": broken})


@logged_reading("registry.verified", Permission.VERIFY)
def _note(work: Work, count: int) -> None:
    """Note that the registry was checked, and how many findings there were."""
    work.details = f"findings={count}"
