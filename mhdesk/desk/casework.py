"""What every step in a case needs: the case, that it is open, its lines in the log and its words in the index."""

from __future__ import annotations

from datetime import date
from typing import Any

from mhdesk.desk.verbs import Work
from mhdesk.domain import dates
from mhdesk.domain.cases import CaseHead, EntryKind
from mhdesk.domain.change import Change
from mhdesk.domain.people import PERMISSIONS, Permission
from mhdesk.errors import InputError
from mhdesk.store import case_search, cases, users
from mhdesk.store.database import Connection
from mhdesk.store.values import to_codes


def head(connection: Connection, case_id: int) -> CaseHead:
    """Return the line of a case. Raises InputError for one that there is not."""
    found = cases.head(connection, case_id)
    if found is None:
        raise InputError("case.no_such")
    return found


def open_case(connection: Connection, case_id: int) -> CaseHead:
    """Return the line of an open case. Raises InputError for a closed one: it is opened again first."""
    found = head(connection, case_id)
    if not found.is_open():
        raise InputError("case.closed")
    return found


def concern(work: Work, one: CaseHead) -> None:
    """Note a case and its person for the log."""
    work.concerns("case_file", [one.id], one.person_id)


def done(work: Work, one: CaseHead, record: str = "", number: int | None = None) -> Change:
    """Finish a step in a case: what was written can be found, and the log knows the case, its person and the record.

    ``record`` and ``number`` name the row that was written in the case; a number alone is the case itself.
    """
    concern(work, one)
    if record and number is not None:
        work.concerns(record, [number], one.person_id)
    case_search.index(work.connection, [one.id])
    people, files = frozenset({one.person_id}), frozenset({one.id})
    return Change(work.verb, persons=people, cases=files, created=number, reference=one.reference)


def note(
    work: Work, case_id: int, kind: EntryKind, happened: date, codes: list[str] | None = None, text: str = ""
) -> int:
    """Keep something that happened in a case; return its id."""
    return cases.add_entry(work.connection, entry_values(work, case_id, kind, happened, codes or [], text))


def entry_values(
    work: Work, case_id: int, kind: EntryKind, happened: date, codes: list[str], text: str
) -> dict[str, Any]:
    """Return the columns of something that happened."""
    return {
        "case_id": case_id,
        "kind": kind,
        "happened_on": happened.isoformat(),
        "code": to_codes(codes),
        "text": text,
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
    }


def require_coordinator(connection: Connection, user_id: int) -> str:
    """Return the name of somebody who can coordinate a case: with a key, in a role that writes. Raises InputError."""
    for row in users.rows(connection):
        if row.id == user_id and row.active and Permission.WRITE in PERMISSIONS[row.role]:
            return row.name
    raise InputError("case.coordinator_unknown")


def day(text: str) -> date:
    """Return a day of a draft that was checked."""
    found = dates.parse_day(text)
    if found is None:
        raise ValueError("an unchecked draft reached the store")
    return found
