"""Turn the rows of a table into signals with persons, decisions and referrals.

Nothing is guessed and nothing is lost: what cannot be understood stays unknown, stands on the list of
problems with its row and column, and is kept as a note with the record.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final

from mhdesk.domain import dates, phones, sources
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.referrals import ReferralDraft
from mhdesk.domain.signals import AGGRESSOR, VICTIM, Kind, PersonDraft, SignalDraft, Status, birth_problems
from mhdesk.domain.text import LONGEST_TEXT, plain
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.exchange import names
from mhdesk.exchange.cells import Cells, forms, informed, received, received_time
from mhdesk.exchange.columns import DAY, Columns
from mhdesk.exchange.fingerprints import fingerprint, row_key
from mhdesk.exchange.imported import ImportedSignal, ImportProblem
from mhdesk.exchange.organisations import Organisations
from mhdesk.exchange.workbook import Sheet
from mhdesk.wording import say

_TOTAL: Final = re.compile(r"(?:sub|eind)?tota(?:al|len)\b|total\b|som\b", re.IGNORECASE)
_TOTAL_ALONE: Final = re.compile(r"(?:sub|eind)?totaal\s*:?", re.IGNORECASE)
_NUMBER: Final = re.compile(r"-?\d+(?:[.,]\d+)?%?")
# Under these a bare number means something; anywhere else in a row without a date it is a count.
_NUMBERS_WITH_MEANING: Final = frozenset({DAY, "phone", "birth", "age"})
# Under these "som" may be a name and "totaal drie auto's" a story.
_NAMES: Final = frozenset({"victim_name", "first_names", "last_name"})
_TOLD: Final = _NAMES | {"narrative", "remarks"}
# A row that fills none of these says nothing about anybody: a footnote, or a line somebody began.
_SAYING: Final = frozenset(
    {
        "received_on",
        "form",
        "municipality",
        "victim_name",
        "first_names",
        "last_name",
        "birth",
        "age",
        "phone",
    }
    | {"victim_informed", "aggressor_informed", "referred_to", "narrative", "remarks"}
)
# Sources that are no organisation: their spelling need not be kept beside the discipline.
_NO_ORGANISATION: Final = frozenset(
    {"advertisement_review", "citizen", "self", "crime_tip_line", "other", UNKNOWN}
)


def read_rows(
    sheet: Sheet, columns: Columns, today: date, organisations: Organisations
) -> tuple[list[ImportedSignal], list[ImportProblem], list[int]]:
    """Return the signals below the header, problems of rows that are no signal, and the rows skipped."""
    signals: list[ImportedSignal] = []
    problems: list[ImportProblem] = []
    skipped: list[int] = []
    seen: Counter[str] = Counter()
    valueless = _valueless(sheet, columns)
    for row, cells in enumerate(sheet.rows[columns.header_row :], start=columns.header_row + 1):
        filled = [(columns.field(index), cell) for index, cell in enumerate(cells) if cell]
        if filled and (_is_total(filled) or _is_header(columns, cells)):
            skipped.append(row)
            valueless.pop(row, None)
        elif not _SAYING.isdisjoint(field for field, _ in filled):
            seen[key := row_key(columns, cells)] += 1
            reading = Cells(columns, row, cells)
            reading.problems += valueless.pop(row, [])
            signals.append(_Row(reading, today, organisations).read(fingerprint(key, seen[key])))
        elif filled:
            problems.append(_not_a_signal(columns, row, cells))
    problems += [problem for left in valueless.values() for problem in left]
    return signals, problems, skipped


def _valueless(sheet: Sheet, columns: Columns) -> dict[int, list[ImportProblem]]:
    """Return a problem for each formula below the header that was saved without its value, by row."""
    found: dict[int, list[ImportProblem]] = {}
    for at, column in sorted(sheet.valueless):
        if at >= columns.header_row:
            problem = ImportProblem(at + 1, columns.name(column), "import.formula_without_value")
            found.setdefault(problem.row, []).append(problem)
    return found


def _is_total(filled: Sequence[tuple[str, str]]) -> bool:
    """Say whether a row sums up the others, or only carries a number that was written down in advance."""
    return all(_is_count(field, cell) for field, cell in filled)


def _is_count(field: str, cell: str) -> bool:
    if field in _TOLD:
        return field in _NAMES and bool(_TOTAL_ALONE.fullmatch(cell))
    return bool(_TOTAL.match(cell) or (field not in _NUMBERS_WITH_MEANING and _NUMBER.fullmatch(cell)))


def _is_header(columns: Columns, cells: Sequence[str]) -> bool:
    """Say whether a row repeats the header, as printed lists do on each page."""
    return [plain(cell) for cell in cells] == [plain(header) for header in columns.headers]


def _not_a_signal(columns: Columns, row: int, cells: Sequence[str]) -> ImportProblem:
    index = next(index for index, cell in enumerate(cells) if cell)
    return ImportProblem(row, columns.name(index), "import.not_a_signal", cells[index])


class _Row:
    """Reads one row into drafts."""

    def __init__(self, cells: Cells, today: date, organisations: Organisations) -> None:
        self.cells, self.today, self.organisations = cells, today, organisations
        self.received_on, self.day_is_known = received(cells, today)
        self.persons: list[PersonDraft] = []
        self.decisions: list[tuple[int, InformDraft]] = []

    def read(self, fingerprint: str) -> ImportedSignal:
        """Return the row as drafts."""
        cells = self.cells
        self._read_person(VICTIM, self._victim(), "victim_informed")
        self._read_person(AGGRESSOR, PersonDraft(role=AGGRESSOR), "aggressor_informed")
        signal = self._signal()
        referrals = self._referrals()
        cells.keep("number")
        cells.keep_columns_without_field()
        closed = signal.status != Status.OPEN
        return ImportedSignal(
            row=cells.row,
            fingerprint=fingerprint,
            signal=signal,
            decisions=tuple(self.decisions),
            referrals=referrals,
            notes=tuple(cells.notes),
            closed=closed,
            to_review=not closed or not self.day_is_known,
            problems=tuple(cells.problems),
        )

    def _read_person(self, role: str, person: PersonDraft, field: str) -> None:
        """Add somebody about whom the row says anything: who it is, or what was decided on informing."""
        decision = informed(self.cells, field, self.today)
        if decision:
            self.decisions.append((len(self.persons), decision))
        if decision or (role == VICTIM and not person.is_blank()):
            self.persons.append(person)

    def _victim(self) -> PersonDraft:
        cells = self.cells
        first, last = self._name()
        sex = cells.term("sex", "sexes", "import.sex_unknown")
        nationality = cells.term("nationality", "nationalities", "import.nationality_unknown")
        safe_contact = cells.text("safe_contact")
        if len(safe_contact) > LONGEST_TEXT:
            cells.doubt("safe_contact", "import.too_long")
        return PersonDraft(
            role=VICTIM,
            first_names=first,
            last_name=last,
            sex=sex.code if sex else UNKNOWN,
            birth=self._birth(),
            nationality=nationality.code if nationality else UNKNOWN,
            phone=self._phone(),
            safe_contact=safe_contact[:LONGEST_TEXT],
        )

    def _name(self) -> tuple[str, str]:
        """Return first names and last name, from one column or from several; both never."""
        whole = self.cells.name_part("victim_name")
        if whole:
            for field in ("first_names", "name_prefix", "last_name"):
                self.cells.keep(field)
            return names.split(whole)
        first, prefix, last = (self.cells.name_part(f) for f in ("first_names", "name_prefix", "last_name"))
        return first, f"{prefix} {last}".strip()

    def _birth(self) -> str:
        """Return a birth as the draft reads it; an age is worth nothing without the day it was guessed on."""
        birth = self._birth_in("birth")
        if birth:
            self.cells.keep("age")
            return birth
        return self._birth_in("age")

    def _birth_in(self, field: str) -> str:
        text = self.cells.text(field)
        if birth_problems(field, text, self.received_on):
            self.cells.doubt(field, "import.birth_unreadable")
            return ""
        birth = dates.parse_birth(text, self.received_on)
        if birth and birth.estimated and not self.day_is_known:
            self.cells.doubt(field, "import.age_without_day")
            return ""
        return text

    def _phone(self) -> str:
        text = self.cells.text("phone")
        if text and phones.normalise(text) is None:
            self.cells.doubt("phone", "import.phone_unreadable")
            return ""
        return text

    def _signal(self) -> SignalDraft:
        cells = self.cells
        discipline = cells.term("source", "disciplines", "import.source_unknown")
        status = cells.term("status", "signal_states", "import.status_unknown")
        main_form, *other_forms = forms(cells)
        source = discipline.code if discipline else UNKNOWN
        return SignalDraft(
            kind=Kind.SIGNAL,
            received_on=self.received_on.isoformat(),
            received_time=received_time(cells),
            channel="spreadsheet",
            discipline=source,
            organisation=self._organisation(source),
            source_capacity=sources.proposed("spreadsheet", source),
            municipality=self._municipality(),
            form=main_form,
            other_forms=other_forms,
            narrative=self._narrative(),
            persons=self.persons,
            status=status.code if status else Status.OPEN,
        )

    def _organisation(self, discipline: str) -> str:
        """Return the source as it was spelled, when that says more than its discipline."""
        text = self.cells.text("source")
        says_more = plain(text) != plain(vocabulary("disciplines")[discipline].nl)
        return self.cells.line("source") if says_more and discipline not in _NO_ORGANISATION else ""

    def _municipality(self) -> str:
        found = self.cells.term("municipality", "municipalities", "import.municipality_unknown")
        if found and self.day_is_known and not found.is_valid_on(self.received_on):
            self.cells.doubt("municipality", "import.municipality_not_then")
            return UNKNOWN
        return found.code if found else UNKNOWN

    def _narrative(self) -> str:
        """Return the description, else the remarks (kept as a note too), else a sentence: never nothing at all."""
        cells = self.cells
        cells.keep("remarks")
        field = "narrative" if cells.raw("narrative") else "remarks"
        text = cells.raw(field)
        if len(text) > LONGEST_TEXT:
            cells.doubt(field, "import.too_long")
        told = any(not person.is_blank() for person in self.persons)
        return text[:LONGEST_TEXT] or ("" if told else say("import.nothing_told"))

    def _referrals(self) -> tuple[tuple[int | None, ReferralDraft], ...]:
        """Return a referral of the victim for each organisation in the cell."""
        text = self.cells.text("referred_to")
        found = self.organisations.find_all(text) if text else ()
        if text and not found:
            self.cells.doubt("referred_to", "import.organisation_unknown")
        victim = 0 if self.persons and self.persons[0].role == VICTIM else None
        return tuple(
            (victim, ReferralDraft(organisation_name=name, purpose=UNKNOWN, basis=UNKNOWN, historic=True))
            for name in found
        )
