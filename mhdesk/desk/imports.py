"""Take in a spreadsheet: look first, then all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

from mhdesk.desk.desk import Desk
from mhdesk.desk.taking_in import Clerk
from mhdesk.desk.verbs import Work, demand, verb
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.exchange.columns import read_mapping
from mhdesk.exchange.imported import ImportedSignal, ImportProblem, Spreadsheet
from mhdesk.exchange.spreadsheets import read as read_spreadsheet
from mhdesk.store import imports, organisations

_AT_ONCE: Final = 200

Progress = Callable[[int, int], None]
"""Told how many rows are done of how many; it may raise to cancel, and then nothing is kept."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, or would do in a dry run. ``change`` is None when nothing was written."""

    rows_read: int
    signals_created: int
    persons_created: int
    persons_linked: int
    already_there: int
    problems: tuple[ImportProblem, ...]
    change: Change | None


def mapping(path: Path | None) -> dict[str, str]:
    """Return which header means which field, from a TOML file; nothing without one. Raises InputError."""
    return read_mapping(path) if path else {}


def look(
    desk: Desk, path: Path, headers: Mapping[str, str] | None = None
) -> tuple[Spreadsheet, ImportResult]:
    """Return what a spreadsheet says and what taking it in would do; nothing is written."""
    desk.demand(Permission.IMPORT)
    sheet = _read(desk, path, headers)
    new = _new_rows(desk, sheet)
    return sheet, ImportResult(
        rows_read=len(sheet.signals),
        signals_created=len(new),
        persons_created=0,
        persons_linked=0,
        already_there=len(sheet.signals) - len(new),
        problems=sheet.problems,
        change=None,
    )


def take_in(
    desk: Desk,
    source: Path | Spreadsheet,
    headers: Mapping[str, str] | None = None,
    progress: Progress = lambda _done, _all: None,
) -> ImportResult:
    """Take in every row that is not there yet, in one transaction.

    ``source`` is a file, or what :func:`look` read from it: then nothing else comes in than what was shown, whatever
    became of the file meanwhile. Raises InputError when the file cannot be read. Whatever is raised, also by
    ``progress``, nothing was written.
    """
    demand(desk, "spreadsheet.taken_in", "C", Permission.IMPORT)
    sheet = source if isinstance(source, Spreadsheet) else _read(desk, source, headers)
    new, taken = _new_rows(desk, sheet), list[Clerk]()
    change = _write(desk, new, len(sheet.signals), taken, progress) if new else None
    return ImportResult(
        rows_read=len(sheet.signals),
        signals_created=len(new),
        persons_created=sum(clerk.created for clerk in taken),
        persons_linked=sum(clerk.linked for clerk in taken),
        already_there=len(sheet.signals) - len(new),
        problems=sheet.problems,
        change=change,
    )


def _read(desk: Desk, path: Path, headers: Mapping[str, str] | None) -> Spreadsheet:
    known = [organisation.name for organisation in organisations.all_of(desk.database.connection, ended=True)]
    return read_spreadsheet(path, desk.today(), headers, known)


def _new_rows(desk: Desk, sheet: Spreadsheet) -> list[ImportedSignal]:
    there = imports.known(desk.database.connection, [row.fingerprint for row in sheet.signals])
    return [row for row in sheet.signals if row.fingerprint not in there]


@verb("spreadsheet.taken_in", "C", Permission.IMPORT)
def _write(
    work: Work, rows: list[ImportedSignal], rows_read: int, taken: list[Clerk], progress: Progress
) -> Change:
    """Write the rows as history: no clock starts, what is open goes on the list to look through."""
    batch = imports.add_batch(
        work.connection, imported_at=work.recorded_at, imported_by=work.user.id, rows_read=rows_read
    )
    clerk, done = Clerk(work, batch), count(1)
    for start in range(0, len(rows), _AT_ONCE):
        clerk.take_in(rows[start : start + _AT_ONCE], lambda: progress(next(done), len(rows)))
    clerk.make_findable(lambda: progress(len(rows), len(rows)))
    taken.append(clerk)
    work.details = f"signals={len(rows)}"
    return Change(
        "spreadsheet.taken_in", signals=frozenset(clerk.signal_ids()), persons=frozenset(clerk.people)
    )
