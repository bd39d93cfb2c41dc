"""Look at a workbook before a reader unpacks it: how large it becomes and how far its cells reach.

A workbook is a zip of XML from somebody else. Its directory may lie about sizes, and the reader lays
a sheet out as a full grid, with each repeated or shared text written out: a file of one kilobyte can ask for more
memory than there is and end the whole process. So the members are unpacked here, within bounds, their
cells and characters counted, and only what was measured is packed again for the reader.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final
from xml.parsers import expat

from mhdesk.errors import InputError

LARGEST_FILE: Final = 30_000_000
LARGEST_UNPACKED: Final = 60_000_000
MOST_MEMBERS: Final = 2_000
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 200
MOST_CELLS: Final = 1_000_000
MOST_CHARACTERS: Final = 15_000_000
"""Over all sheets, a repeated or shared text as often as it stands somewhere: 1,500 in each of 10,000 rows."""
LONGEST_CELL: Final = 32_767
"""What Excel can hold in a cell."""
MOST_TAGS: Final = 1_500_000
"""Four a cell, and four a text that cells share; walking past so many takes more than a second."""
_DEEPEST: Final = 60
_MOST_NAMES: Final = 10_000
_ENDLESS_TAG: Final = re.compile(rb"<[^<>]{100001}")
_PLAIN_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    NotImplementedError,  # what zipfile raises for a way of packing that it does not know
)

Position = tuple[int, int]


@dataclass(slots=True)
class CellFaults:
    """What the cells of one sheet hide from a reader, by row and column counted from 0."""

    errors: dict[Position, str] = field(default_factory=dict)
    valueless: set[Position] = field(default_factory=set)


def unpack(content: bytes) -> dict[str, bytes]:
    """Return the XML members of a zip by name; pictures and other things stay packed.

    Raises InputError when it is no sound zip or becomes too large; sizes are checked before unpacking
    and a member never becomes larger than it said.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            wanted = [info for info in packed.infolist() if _is_read(info.filename)]
            if len(wanted) > MOST_MEMBERS or sum(info.file_size for info in wanted) > LARGEST_UNPACKED:
                raise InputError("import.too_large_unpacked", most=LARGEST_UNPACKED // 1_000_000)
            if any(info.compress_type not in _PLAIN_METHODS for info in wanted):
                raise InputError("import.damaged")
            return {info.filename: _member(packed, info) for info in wanted}
    except _BROKEN as error:
        raise InputError("import.damaged") from error


def _member(packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return one member; asked for a size, the unpacker stops there: without, a lying directory fools it."""
    with packed.open(name=info) as member:
        return member.read(info.file_size + 1)


def _is_read(name: str) -> bool:
    return name.endswith((".xml", ".rels")) or name == "mimetype"


def pack(members: dict[str, bytes]) -> io.BytesIO:
    """Return the measured members as a zip that tells the truth about its sizes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    packed.seek(0)
    return packed


@dataclass(slots=True)
class Budget:
    """How much a file may still hold, over all its sheets."""

    cells: int = MOST_CELLS
    characters: int = MOST_CHARACTERS
    tags: int = MOST_TAGS

    def spend(self, *, cells: int = 0, characters: int = 0, tags: int = 0) -> None:
        """Take off what was found; raises InputError when that is more than there was left."""
        self.cells -= cells
        self.characters -= characters
        self.tags -= tags
        if self.cells < 0:
            raise _too_many_cells()
        if self.characters < 0 or self.tags < 0:
            raise InputError("import.too_much")


def check_extent(rows: int, columns: int) -> None:
    """Refuse a sheet that reaches further than ``MOST_ROWS`` rows or ``MOST_COLUMNS`` columns."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise _too_many_cells()


def check_text(length: int) -> None:
    """Refuse a text that no cell of a spreadsheet can hold."""
    if length > LONGEST_CELL:
        raise InputError("import.cell_too_long", most=LONGEST_CELL)


def _too_many_cells() -> InputError:
    return InputError("import.too_many_cells", rows=MOST_ROWS, columns=MOST_COLUMNS, cells=MOST_CELLS)


def scan_strings(strings: bytes, budget: Budget) -> tuple[int, ...]:
    """Return the length of each shared string of an xlsx file; cells name them by number."""
    scan = _StringsScan()
    _walk(strings, scan, budget)
    return tuple(scan.lengths)


def scan_xlsx(sheet: bytes, budget: Budget, shared: Sequence[int] = ()) -> CellFaults:
    """Walk over the cells of one xlsx sheet; raises InputError when they reach too far or are unsound.

    ``shared`` are the lengths of the shared strings. Other parts of a workbook are walked over just the same.
    """
    scan = _XlsxScan(budget, shared)
    _walk(sheet, scan, budget)
    budget.spend(cells=scan.rows * scan.columns)
    return scan.faults


def scan_ods(content: bytes, budget: Budget) -> dict[str, CellFaults]:
    """Walk over all sheets of an ods file; return the faults by sheet name."""
    scan = _OdsScan(budget)
    _walk(content, scan, budget)
    return scan.faults_of


class _Scan(ABC):
    """Take in the tags and texts of one member, tags by their name without prefix."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.depth = 0

    def on_start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > _DEEPEST or len(self.names) > _MOST_NAMES:
            raise InputError("import.damaged")
        self.start(name.rpartition(":")[2], attributes)

    def on_end(self, name: str) -> None:
        self.depth -= 1
        self.end(name.rpartition(":")[2])

    @abstractmethod
    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element, by its name without its namespace."""

    @abstractmethod
    def end(self, name: str) -> None:
        """Take the end of an element."""

    @abstractmethod
    def text(self, data: str) -> None:
        """Take text, of which an element may come in pieces."""


class _StringsScan(_Scan):
    """Walk over ``<sst><si><t>`` (ECMA-376 part 1, 18.4.9); what is read aloud beside it counts along."""

    def __init__(self) -> None:
        super().__init__()
        self.lengths: list[int] = []

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        if name == "si":
            self.lengths.append(0)

    def end(self, name: str) -> None:
        if name == "si":
            check_text(self.lengths[-1])

    def text(self, data: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(data)


class _CellScan(_Scan):
    """Count how far the filled cells of a sheet reach and how much text they hold."""

    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self.budget = budget
        self.row = self.column = -1
        self.rows = self.columns = self.length = 0
        self.filled = self.formula = self.inside_cell = False
        self.faults = CellFaults()

    def reach(self, rows: int, columns: int) -> None:
        if rows > self.rows or columns > self.columns:
            self.rows, self.columns = max(self.rows, rows), max(self.columns, columns)
            check_extent(self.rows, self.columns)


class _XlsxScan(_CellScan):
    """Walk over ``<row><c r= t=><f/><v/></c></row>`` (ECMA-376 part 1, 18.3.1.4)."""

    def __init__(self, budget: Budget, shared: Sequence[int]) -> None:
        super().__init__(budget)
        self.shared = shared
        self.kind = self.value = ""
        self.inside_value = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self.row, self.column = _position(attributes.get("r"), (self.row, self.column + 1))
            self.kind, self.value = attributes.get("t", ""), ""
            self.inside_cell, self.filled, self.formula = True, False, False
            self.length = 0
        elif name == "row":
            self.row = int(attributes["r"]) - 1 if "r" in attributes else self.row + 1
            self.column = -1
        elif self.inside_cell:
            self.formula = self.formula or name == "f"
            self.filled = self.filled or name in {"v", "is"}
            self.inside_value = name in {"v", "t"}

    def end(self, name: str) -> None:
        if name != "c" or not self.inside_cell:
            self.inside_value = False
            return
        self.inside_cell = False
        if self.filled or self.formula:
            self.reach(self.row + 1, self.column + 1)
            self.count_text()
        if self.kind == "e" and self.value:
            self.faults.errors[self.row, self.column] = self.value
        elif self.formula and not self.value and self.kind != "str":
            self.faults.valueless.add((self.row, self.column))

    def text(self, data: str) -> None:
        if self.inside_value:
            self.length += len(data)
            check_text(self.length)
            self.value += data

    def count_text(self) -> None:
        """Take the text of a cell off the budget; a shared one is named by its number."""
        length = self.length
        if self.kind == "s" and self.value:
            number = int(self.value)
            length = self.shared[number] if number < len(self.shared) else 0
        self.budget.spend(characters=length)


class _OdsScan(_CellScan):
    """Walk over ``table-row`` and ``table-cell`` with their repetitions (OpenDocument 1.3, part 3, 9.1)."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(budget)
        self.faults_of: dict[str, CellFaults] = {}
        self.row_repeats = self.cell_repeats = 1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table":
            self.faults = self.faults_of.setdefault(attributes.get("table:name", ""), CellFaults())
            self.row = self.rows = self.columns = 0
        elif name == "table-row":
            self.column, self.row_repeats = 0, _repeats(attributes, "table:number-rows-repeated")
        elif name in {"table-cell", "covered-table-cell"}:
            self.cell_repeats = _repeats(attributes, "table:number-columns-repeated")
            self.inside_cell, self.filled = True, "office:value-type" in attributes
            self.formula = "table:formula" in attributes
            self.length = len(attributes.get("office:string-value", ""))
        elif self.inside_cell:
            self.filled = True
            self.length += _repeats(attributes, "text:c")  # so many spaces are written out

    def end(self, name: str) -> None:
        if name == "table":
            self.budget.spend(cells=self.rows * self.columns)
        elif name == "table-row":
            self.row += self.row_repeats
        elif name in {"table-cell", "covered-table-cell"}:
            self.inside_cell = False
            if self.filled or self.formula:
                self.reach(self.row + self.row_repeats, self.column + self.cell_repeats)
                check_text(self.length)
                self.budget.spend(characters=self.length * self.row_repeats * self.cell_repeats)
            if self.formula and not self.filled:
                self.faults.valueless.add((self.row, self.column))
            self.column += self.cell_repeats

    def text(self, data: str) -> None:
        if self.inside_cell:
            self.length += len(data)


def _repeats(attributes: dict[str, str], name: str) -> int:
    """Return how often something stands there: a number from 1."""
    return max(1, int(attributes.get(name, "1")))


def _walk(xml: bytes, scan: _Scan, budget: Budget) -> None:
    """Let ``scan`` take in a member, once it is known that this ends soon."""
    budget.spend(tags=xml.count(b"<"))
    if _ENDLESS_TAG.search(xml):
        raise InputError("import.damaged")
    parser = expat.ParserCreate(intern=scan.names)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_declaration
    parser.StartElementHandler = scan.on_start
    parser.EndElementHandler = scan.on_end
    parser.CharacterDataHandler = scan.text
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - expat takes no keywords
    except (expat.ExpatError, ValueError) as error:
        raise InputError("import.damaged") from error


def _refuse_declaration(*_: object) -> None:
    """Refuse a document type: no spreadsheet has one, and entities in it can grow without bound."""
    raise InputError("import.damaged")


def _position(reference: str | None, otherwise: Position) -> Position:
    """Return row and column of ``AB12``, from 0; ``otherwise`` when a cell does not say where it is."""
    if reference is None:
        return otherwise
    letters = reference.rstrip("0123456789")
    return int(reference[len(letters) :]) - 1, _column(letters)


@lru_cache(maxsize=MOST_COLUMNS)
def _column(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            raise ValueError(letters)
        column = min(column * 26 + ord(letter) - ord("A") + 1, MOST_COLUMNS + 1)
    return column - 1
