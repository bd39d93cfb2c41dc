"""Read the cells of one row, and keep account of what could not be understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from mhdesk.domain import dates
from mhdesk.domain.informing import Choice, InformDraft
from mhdesk.domain.text import LONGEST_LINE, LONGEST_TEXT, plain
from mhdesk.domain.vocabulary import UNKNOWN, Term, vocabulary
from mhdesk.exchange.columns import NOTE, Columns
from mhdesk.exchange.imported import ImportedNote, ImportProblem
from mhdesk.wording import say

# How people write that they do not know, or that it does not apply. Signs alone ("?", "-") are plain "".
_NOT_KNOWN: Final = frozenset(
    (
        "",
        "onbekend",
        "onb",
        "nb",
        "n b",
        "nvt",
        "n v t",
        "niet van toepassing",
        "geen",
        "weet niet",
        "niet bekend",
    )
)
_YES: Final = frozenset({"ja", "j", "yes", "waar", "geinformeerd", "ja geinformeerd"})
_NO: Final = frozenset({"nee", "n", "no", "neen", "niet", "onwaar", "niet geinformeerd"})
_YES_ON: Final = re.compile(r"(?:ja|geïnformeerd)[\s,:;(-]*(?:op\s+)?(.+?)\)?", re.IGNORECASE)
_NOT_YET: Final = re.compile(r"nog\s+niet\b[\s,:;./(-]*(.*?)\)?", re.IGNORECASE | re.DOTALL)
_LETTER_LOST: Final = re.compile(r"[?\ufffd]")
_WITH_TIME: Final = re.compile(r"(.+?)[ T](\d{1,2}:\d{2})(?::\d{2})?")


class Cells:
    """The cells of one row by field; collects problems and notes while they are read."""

    def __init__(self, columns: Columns, row: int, cells: Sequence[str]) -> None:
        self.columns, self.row, self.cells = columns, row, cells
        self.problems: list[ImportProblem] = []
        self.notes: list[ImportedNote] = []

    def raw(self, field: str) -> str:
        """Return the cell under ``field`` as it is; "" when there is no such column."""
        index = self.columns.index(field)
        return self.cells[index] if index is not None and index < len(self.cells) else ""

    def text(self, field: str) -> str:
        """Return the cell under ``field``, or "" when it says that it is not known."""
        raw = self.raw(field)
        return "" if plain(raw) in _NOT_KNOWN else raw

    def keep(self, field: str) -> None:
        """Keep the cell beside the record."""
        index = self.columns.index(field)
        if index is not None:
            self.keep_column(index)

    def keep_column(self, index: int) -> None:
        """Keep the cell of a column beside the record, in pieces that fit a note."""
        text, column = self.cells[index] if index < len(self.cells) else "", self.columns.name(index)
        for start in range(0, len(text), LONGEST_TEXT):
            note = ImportedNote(self.row, column, text[start : start + LONGEST_TEXT])
            if note not in self.notes:
                self.notes.append(note)

    def doubt(self, field: str, code: str) -> None:
        """Put a cell on the list of what could not be understood, and keep it."""
        index = self.columns.index(field)
        column = self.columns.name(index) if index is not None else ""
        self.problems.append(ImportProblem(self.row, column, code, self.raw(field)))
        self.keep(field)

    def keep_columns_without_field(self) -> None:
        """Keep every cell for which the registry has no field."""
        for index in range(len(self.cells)):
            if self.columns.field(index) == NOTE:
                self.keep_column(index)

    def term(self, field: str, words: str, code: str) -> Term | None:
        """Return the word of a vocabulary under ``field``; None, and a problem, when it is none."""
        text = self.text(field)
        found = vocabulary(words).find(text) if text else None
        if text and found is None:
            self.doubt(field, code)
        return found

    def line(self, field: str) -> str:
        """Return a short text; a longer one than fits is only kept as a note."""
        text = " ".join(self.text(field).split())
        if len(text) > LONGEST_LINE:
            self.doubt(field, "import.too_long")
            return ""
        return text

    def name_part(self, field: str) -> str:
        """Return a name, with a problem when a letter in it was lost."""
        name = self.line(field)
        if _LETTER_LOST.search(name):
            self.doubt(field, "import.letter_lost")
        return name


def received(cells: Cells, today: date) -> tuple[date, bool]:
    """Return the day of receipt, and whether it stands in the spreadsheet as a whole day.

    Of a month or year alone the first day is taken; without any readable day it is ``today``, the day
    on which the signal reaches this registry. Both are on the list of problems.
    """
    text = cells.text("received_on")
    day = dates.parse_day(_without_time(text))
    if day and day.year >= dates.EARLIEST_YEAR and day <= today:
        return day, True
    partly = None if dates.looks_like_a_day(text) else dates.parse_birth(text, today)
    if partly and not partly.estimated and str(dates.EARLIEST_YEAR) <= partly.on <= today.isoformat():
        cells.doubt("received_on", "import.received_partly")
        return date.fromisoformat((partly.on + "-01-01")[: len("2019-01-01")]), False
    in_future = day is not None and day > today
    cells.doubt("received_on", "import.received_in_future" if in_future else "import.received_unreadable")
    return today, False


def _without_time(text: str) -> str:
    match = _WITH_TIME.fullmatch(text)
    return match[1] if match else text


def received_time(cells: Cells) -> str:
    """Return the time of receipt as ``14:30``, from its own column or from the day's cell."""
    beside = _WITH_TIME.fullmatch(cells.text("received_on"))
    text = cells.text("received_time")
    time = dates.parse_time(text or (beside[2] if beside else ""))
    if text and time is None:
        cells.doubt("received_time", "import.time_unreadable")
    return f"{time:%H:%M}" if time else ""


def forms(cells: Cells) -> list[str]:
    """Return the forms of exploitation, main one first; several may be joined by a sign or "en"."""
    words, text = vocabulary("exploitation_forms"), cells.text("form")
    if not text:
        return [UNKNOWN]
    whole = words.find(text)
    found = [whole] if whole else [words.find(part) for part in re.split(r"[/,;+&]|\ben\b", text)]
    if not all(found):
        cells.doubt("form", "import.form_unknown")
        return [UNKNOWN]
    return list(dict.fromkeys(term.code for term in found if term))


def informed(cells: Cells, field: str, today: date) -> InformDraft | None:
    """Return the decision that a cell such as "nog niet - politieonderzoek" records; None when it records none.

    "nee" says what happened, not what somebody decided: nobody weighed anything, so it stays undecided and
    the cell is kept. So it is with "nog niet" without a reason, and with whatever has a question mark.
    """
    text = cells.text(field)
    spelled = plain(text)
    if not spelled or spelled in _NO:
        cells.keep(field)
        return None
    if "?" in text:
        cells.doubt(field, "import.informed_unclear")
        return None
    if match := _NOT_YET.fullmatch(text):
        return _not_yet(cells, field, match[1].strip())
    day = dates.parse_day(match[1]) if (match := _YES_ON.fullmatch(text)) else None
    if spelled not in _YES and (day is None or day > today):
        cells.doubt(field, "import.informed_unclear")
        return None
    on, how = day.isoformat() if day else "", say("import.informed_how")
    return InformDraft(choice=Choice.INFORM, informed_on=on, informed_how=how, historic=True)


def _not_yet(cells: Cells, field: str, reason: str) -> InformDraft | None:
    """Return the decision to wait for ``reason``; one that is in no list is kept in its own words."""
    if not plain(reason) or plain(reason) in _YES:
        cells.doubt(field, "import.not_yet_without_reason")
        return None
    decision = InformDraft(choice=Choice.NOT_YET, ground="other", legal_ground=UNKNOWN, historic=True)
    if ground := vocabulary("inform_grounds").find(reason):
        decision.ground = ground.code
    else:
        decision.reasoning = reason[:LONGEST_TEXT]
        cells.doubt(field, "import.ground_unknown")
    return decision
