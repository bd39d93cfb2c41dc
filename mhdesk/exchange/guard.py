"""Look at a workbook before a reader unpacks it: how large it becomes and how far its cells reach.

A workbook is a zip of XML from somebody else. Its directory may lie about sizes, and the reader lays
a sheet out as a full grid: one cell in the last corner of a sheet would ask for more memory than there
is and end the whole process. So the members are unpacked here, within bounds, their cells counted, and
only what was measured is packed again for the reader.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from mhdesk.errors import InputError

LARGEST_FILE: Final = 50_000_000
LARGEST_UNPACKED: Final = 150_000_000
MOST_MEMBERS: Final = 2_000
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 200
MOST_CELLS: Final = 5_000_000
_PLAIN_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    NotImplementedError,
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


def check_extent(rows: int, columns: int) -> None:
    """Refuse a sheet that reaches further than ``MOST_ROWS`` rows or ``MOST_COLUMNS`` columns."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise InputError("import.too_many_cells", rows=MOST_ROWS, columns=MOST_COLUMNS)


def scan_xlsx(sheet: bytes) -> CellFaults:
    """Walk over the cells of one xlsx sheet; raises InputError when they reach too far or are unsound."""
    scan = _XlsxScan()
    _walk(sheet, scan)
    return scan.faults


def scan_ods(content: bytes) -> dict[str, CellFaults]:
    """Walk over all sheets of an ods file; return the faults by sheet name."""
    scan = _OdsScan()
    _walk(content, scan)
    return scan.faults_of


class _Scan:
    """Count how far the filled cells of a sheet reach."""

    def __init__(self) -> None:
        self.row = self.column = -1
        self.rows = self.columns = 0
        self.filled = self.formula = self.inside_cell = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        raise NotImplementedError

    def end(self, name: str) -> None:
        raise NotImplementedError

    def text(self, data: str) -> None:
        """Take in text; most scans need none."""

    def reach(self, rows: int, columns: int) -> None:
        self.rows, self.columns = max(self.rows, rows), max(self.columns, columns)
        check_extent(self.rows, self.columns)


class _XlsxScan(_Scan):
    """Walk over ``<row><c r= t=><f/><v/></c></row>`` (ECMA-376 part 1, 18.3.1.4)."""

    def __init__(self) -> None:
        super().__init__()
        self.faults = CellFaults()
        self.kind = self.value = ""
        self.inside_value = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self.row = int(attributes["r"]) - 1 if "r" in attributes else self.row + 1
            self.column = -1
        elif name == "c":
            self.row, self.column = _position(attributes.get("r"), (self.row, self.column + 1))
            self.kind, self.value = attributes.get("t", ""), ""
            self.inside_cell, self.filled, self.formula = True, False, False
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
        if self.kind == "e":
            self.faults.errors[self.row, self.column] = self.value
        elif self.formula and not self.value and self.kind != "str":
            self.faults.valueless.add((self.row, self.column))

    def text(self, data: str) -> None:
        if self.inside_value:
            self.value += data


class _OdsScan(_Scan):
    """Walk over ``table-row`` and ``table-cell`` with their repetitions (OpenDocument 1.3, part 3, 9.1)."""

    def __init__(self) -> None:
        super().__init__()
        self.faults_of: dict[str, CellFaults] = {}
        self.faults = CellFaults()
        self.row_repeats = self.cell_repeats = 1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table":
            self.faults = self.faults_of.setdefault(attributes.get("table:name", ""), CellFaults())
            self.row = self.rows = self.columns = 0
        elif name == "table-row":
            self.column, self.row_repeats = 0, int(attributes.get("table:number-rows-repeated", "1"))
        elif name in {"table-cell", "covered-table-cell"}:
            self.cell_repeats = int(attributes.get("table:number-columns-repeated", "1"))
            self.inside_cell, self.filled = True, "office:value-type" in attributes
            self.formula = "table:formula" in attributes
        elif self.inside_cell:
            self.filled = True

    def end(self, name: str) -> None:
        if name == "table-row":
            self.row += self.row_repeats
        elif name in {"table-cell", "covered-table-cell"}:
            self.inside_cell = False
            if self.filled or self.formula:
                self.reach(self.row + self.row_repeats, self.column + self.cell_repeats)
            if self.formula and not self.filled:
                self.faults.valueless.add((self.row, self.column))
            self.column += self.cell_repeats


def _walk(xml: bytes, scan: _Scan) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_declaration
    parser.StartElementHandler = lambda name, attributes: scan.start(name.rpartition(":")[2], attributes)
    parser.EndElementHandler = lambda name: scan.end(name.rpartition(":")[2])
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
    column = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            raise ValueError(reference)
        column = min(column * 26 + ord(letter) - ord("A") + 1, MOST_COLUMNS + 1)
    return int(reference[len(letters) :]) - 1, column - 1
