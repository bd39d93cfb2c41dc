"""List cases, and search in them."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Final

from mhdesk.desk import casework, logbook
from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work, logged_reading
from mhdesk.domain.case_list import CaseFilter, CaseRow
from mhdesk.domain.people import Permission
from mhdesk.store import case_list, cases

LINES_OF_A_SEARCH: Final = 50
"""Cases of a search that the log names: what one sees of a list without going on."""


def ids(desk: Desk, wanted: CaseFilter) -> array[int]:
    """Return the ids of the cases that the filter lets through, open ones first, the newest first; log a search."""
    if wanted.search.strip():
        return _search(desk, wanted)
    logbook.list_shown(desk, "cases", _restrictions(wanted))
    return case_list.ids(desk.database.connection, wanted)


def _restrictions(wanted: CaseFilter) -> tuple[str, ...]:
    """Return by what a list is restricted, without the values."""
    return tuple(name for name in ("status", "coordinator_id", "risk") if getattr(wanted, name))


@logged_reading("case.searched", Permission.READ)
def _search(work: Work, wanted: CaseFilter) -> array[int]:
    """Search cases; the log says how many were found and whose the first of them are, never the words."""
    found = case_list.ids(work.connection, wanted)
    for one in cases.heads(work.connection, list(found[:LINES_OF_A_SEARCH])):
        casework.concern(work, one)
    work.details = f"found={len(found)}"
    return found


def rows(desk: Desk, wanted: Sequence[int]) -> list[CaseRow]:
    """Return the lines of the given cases, in the given order."""
    desk.demand(Permission.READ)
    return case_list.rows(desk.database.connection, wanted)
