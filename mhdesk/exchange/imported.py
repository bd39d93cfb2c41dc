"""What a spreadsheet yields: drafts, and a list of what could not be understood."""

from __future__ import annotations

from dataclasses import dataclass, field

from mhdesk.domain.informing import InformDraft
from mhdesk.domain.referrals import ReferralDraft
from mhdesk.domain.signals import SignalDraft
from mhdesk.exchange.columns import Columns
from mhdesk.wording import say


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """A cell that could not be understood: ``row`` from 1 as in the spreadsheet, ``column`` its header.

    ``text`` is what stands in the cell: for the person at the desk only, never for a log or standard output.
    """

    row: int
    column: str
    code: str
    text: str = field(default="", repr=False)

    def message(self) -> str:
        """Return what is wrong in a sentence that does not repeat the cell."""
        return say(self.code)


@dataclass(frozen=True, slots=True)
class ImportedNote:
    """A cell kept beside the record, as it was."""

    row: int
    column: str
    text: str = field(repr=False)

    def origin(self) -> str:
        """Return where it stood: row and column of the spreadsheet."""
        return say("import.note_origin", row=self.row, column=self.column)


@dataclass(frozen=True, slots=True)
class ImportedSignal:
    """One row of a spreadsheet as drafts that validate.

    ``decisions`` and ``referrals`` name the person by index in ``signal.persons``; a referral may have none.
    All of them are historic. ``fingerprint`` is the same for the same cells in a table with the same headers, in
    whatever kind of file: a registry that knows it has this row already. ``closed`` means that nothing is waited for
    any more; ``to_review`` that somebody should look through what came out.
    """

    row: int
    fingerprint: str
    signal: SignalDraft = field(repr=False)
    decisions: tuple[tuple[int, InformDraft], ...] = field(repr=False)
    referrals: tuple[tuple[int | None, ReferralDraft], ...] = field(repr=False)
    notes: tuple[ImportedNote, ...]
    closed: bool
    to_review: bool
    problems: tuple[ImportProblem, ...]


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """A spreadsheet as read: nothing of it is written anywhere yet.

    ``skipped`` are the rows that are no signals: totals and repeated headers. ``problems`` holds those of all
    signals and those of the sheet, in the order of the rows.
    """

    name: str
    kind: str
    columns: Columns
    signals: tuple[ImportedSignal, ...]
    problems: tuple[ImportProblem, ...]
    skipped: tuple[int, ...]
