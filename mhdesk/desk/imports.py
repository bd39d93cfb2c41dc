"""Take in a spreadsheet: look first, then all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from mhdesk.desk import informing, recording, referring
from mhdesk.desk.desk import Desk
from mhdesk.desk.recording import Recorded
from mhdesk.desk.verbs import Work, demand, verb
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.exchange.columns import read_mapping
from mhdesk.exchange.imported import ImportedSignal, ImportProblem, Spreadsheet
from mhdesk.exchange.spreadsheets import read as read_spreadsheet
from mhdesk.store import imports, involvements, notes, organisations

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


@dataclass(slots=True)
class _Tally:
    written: list[Recorded]
    persons: set[int]
    created: int = 0
    linked: int = 0


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
    path: Path,
    headers: Mapping[str, str] | None = None,
    progress: Progress = lambda _done, _all: None,
) -> ImportResult:
    """Take in every row that is not there yet, in one transaction.

    Raises InputError when the file cannot be read. Whatever is raised, also by ``progress``, nothing was written.
    """
    demand(desk, "spreadsheet.taken_in", "C", Permission.IMPORT)
    sheet = _read(desk, path, headers)
    new = _new_rows(desk, sheet)
    tally = _Tally([], set())
    change = _write(desk, new, len(sheet.signals), tally, progress) if new else None
    return ImportResult(
        rows_read=len(sheet.signals),
        signals_created=len(tally.written),
        persons_created=tally.created,
        persons_linked=tally.linked,
        already_there=len(sheet.signals) - len(new),
        problems=sheet.problems,
        change=change,
    )


def _read(desk: Desk, path: Path, headers: Mapping[str, str] | None) -> Spreadsheet:
    known = [organisation.name for organisation in organisations.all_of(desk.database.connection)]
    return read_spreadsheet(path, desk.today(), headers, known)


def _new_rows(desk: Desk, sheet: Spreadsheet) -> list[ImportedSignal]:
    there = imports.known(desk.database.connection, [row.fingerprint for row in sheet.signals])
    return [row for row in sheet.signals if row.fingerprint not in there]


@verb("spreadsheet.taken_in", "C", Permission.IMPORT)
def _write(
    work: Work, rows: list[ImportedSignal], rows_read: int, tally: _Tally, progress: Progress
) -> Change:
    """Write the rows as history: no clock starts, what is open goes on the list to look through."""
    batch = imports.add_batch(
        work.connection, imported_at=work.recorded_at, imported_by=work.user.id, rows_read=rows_read
    )
    for done, row in enumerate(rows, start=1):
        _write_row(work, row, batch, tally)
        progress(done, len(rows))
    recording.make_findable(work, tally.written)
    work.details = f"signals={len(tally.written)}"
    numbers = frozenset(recorded.signal_id for recorded in tally.written)
    return Change("spreadsheet.taken_in", signals=numbers, persons=frozenset(tally.persons))


def _write_row(work: Work, row: ImportedSignal, batch: int, tally: _Tally) -> None:
    recorded = recording.record(work, row.signal, batch_id=batch, to_review=row.to_review)
    for index, decision in row.decisions:
        decision.involvement_id = recorded.involvement_ids[index] or 0
        concerned = involvements.get(work.connection, decision.involvement_id)
        if concerned is None:
            raise ValueError("a decision about nobody reached the store")
        informing.write(work, decision, concerned)
    for about, referral in row.referrals:
        referral.signal_id = recorded.signal_id
        referral.involvement_id = recorded.involvement_ids[about] if about is not None else None
        referring.write(work, referral, None)
    kept = [(note.text, note.origin()) for note in row.notes]
    notes.add_all(
        work.connection, recorded.signal_id, kept, recorded_at=work.recorded_at, recorded_by=work.user.id
    )
    imports.remember(work.connection, row.fingerprint, recorded.signal_id)
    tally.written.append(recorded)
    tally.persons.update(recorded.person_ids)
    tally.created += recorded.persons_created
    tally.linked += recorded.persons_linked
