"""Small files that would become large: each is read in a process of its own, whose memory and time are measured."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from mhdesk.exchange import guard
from mhdesk.exchange.workbook import read_sheets
from tests.exchange.books import (
    members_of,
    ods,
    ods_text,
    with_shared,
    with_sheet,
    xlsx_of,
    zipped,
)

MEGABYTES: Final = 200
SECONDS: Final = 2
_READ: Final = """
import json, resource, sys, time
from pathlib import Path
from mhdesk.errors import InputError
from mhdesk.exchange.workbook import read_sheets

before, began, code = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time(), ""
try:
    read_sheets(Path(sys.argv[1]))
except InputError as error:
    code = error.code.removeprefix("import.")
used = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
print(json.dumps([code, used, time.process_time() - began]))
"""


def _row(cell: str, cells: int = 1, rows: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{rows}">{cell * cells}</table:table-row>'


def _repeated(length: int, sign: str = "x") -> Callable[[Path], Path]:
    return lambda path: ods(path, _row(ods_text(sign * length, 100), rows=900))


def _shared(length: int) -> Callable[[Path], Path]:
    cells = "<row>" + '<c t="s"><v>0</v></c>' * 50 + "</row>"
    return lambda path: with_shared(path, ["x" * length], cells * 1000)


def _spaces(path: Path) -> Path:
    spaces = '<text:p><text:s text:c="4000000000"/></text:p>'
    return ods(path, _row(f'<table:table-cell office:value-type="string">{spaces}</table:table-cell>'))


def _attribute(path: Path) -> Path:
    text = f'office:value-type="string" office:string-value="{"x" * 30_000}"'
    return ods(path, _row(f'<table:table-cell {text} table:number-columns-repeated="190"/>', rows=90))


def _one_sheet_many_names(path: Path) -> Path:
    members = members_of(with_sheet(path, '<row r="4999"><c r="GR4999"><v>1</v></c></row>'))
    book = members["xl/workbook.xml"].decode()
    one = book[book.index("<sheet ") : book.index("/>", book.index("<sheet ")) + 2]
    several = "".join(one.replace("lijst", f"lijst {number}") for number in range(500))
    members["xl/workbook.xml"] = book.replace(one, several).encode()
    return zipped(path, members)


def _deep_workbook(path: Path) -> Path:
    members = members_of(xlsx_of(path, [["x"]]))
    members["xl/workbook.xml"] = b"<a>" * 500_000 + b"</a>" * 500_000
    return zipped(path, members)


def _two_lists_of_strings(path: Path) -> Path:
    members = members_of(with_shared(path, ["x"], '<row><c t="s"><v>0</v></c></row>'))
    members["xl/SharedStrings.xml"] = members["xl/sharedStrings.xml"].replace(b"x<", b"x" * 9_000_000 + b"<")
    return zipped(path, members)


def _names(path: Path) -> Path:
    return with_sheet(path, "".join(f"<n{number}/>" for number in range(1_000_000)))


def _attributes(path: Path) -> Path:
    return with_sheet(path, "<c " + " ".join(f'a{number}="1"' for number in range(2_000_000)) + "/>")


BOMBS: Final[dict[str, tuple[str, Callable[[Path], Path]]]] = {
    "a long cell repeated": ("cell_too_long", _repeated(300_000)),
    "a cell repeated": ("too_much", _repeated(32_000)),
    "a cell of rare signs repeated": ("too_much", _repeated(32_000, "\U0001f600")),
    "a long shared text": ("cell_too_long", _shared(300_000)),
    "a shared text": ("too_much", _shared(32_000)),
    "spaces by number": ("cell_too_long", _spaces),
    "a text in an attribute repeated": ("too_much", _attribute),
    "one sheet under many names": ("too_many_cells", _one_sheet_many_names),
    "a sheet that nests deeply": (
        "damaged",
        lambda path: with_sheet(path, "<a>" * 300_000 + "</a>" * 300_000),
    ),
    "a workbook that nests deeply": ("damaged", _deep_workbook),
    "two lists of shared texts": ("damaged", _two_lists_of_strings),
    "a million rows": (
        "too_much",
        lambda path: with_sheet(path, "<row><c><v>1</v></c></row>" * 1_000_000),
    ),
    "a million names": ("damaged", _names),
    "two million attributes": ("damaged", _attributes),
    "two cells far apart": (
        "too_many_cells",
        lambda path: with_sheet(path, '<row><c r="A1"><v>1</v></c><c r="GR25000"><v>1</v></c></row>'),
    ),
    "a text that just fits, as often as it may": (
        "",
        lambda path: ods(path, _row(ods_text("\U0001f600" * 32_000, 150), rows=3)),
    ),
    "as many cells as may be": ("", lambda path: ods(path, _row(ods_text("x", 200), rows=4_999))),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_small_file_never_becomes_large(bomb: str, tmp_path: Path) -> None:
    code, make = BOMBS[bomb]
    child = subprocess.run(
        [sys.executable, "-c", _READ, str(make(tmp_path / "bomb"))],
        check=True,
        capture_output=True,
        text=True,
    )
    found, used, seconds = json.loads(child.stdout)
    assert found == code
    assert used < MEGABYTES
    assert seconds < SECONDS


def test_texts_that_many_cells_share_are_read(tmp_path: Path) -> None:
    cells = '<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>' * 3
    (sheet,) = read_sheets(with_shared(tmp_path / "a.xlsx", ["een", "twee"], cells))
    assert sheet.rows == (("twee", "een", "twee"),) * 3


def test_a_cell_as_long_as_excel_can_hold_is_read(tmp_path: Path) -> None:
    (sheet,) = read_sheets(xlsx_of(tmp_path / "a.xlsx", [["x" * guard.LONGEST_CELL]]))
    assert len(sheet.rows[0][0]) == guard.LONGEST_CELL


def test_an_error_in_a_far_corner_without_a_value_is_nothing(tmp_path: Path) -> None:
    cells = '<row><c r="A1"><v>1</v></c><c r="A900000000" t="e"/></row>'
    (sheet,) = read_sheets(with_sheet(tmp_path / "a.xlsx", cells))
    assert sheet.rows == (("1",),)
