from __future__ import annotations

import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from mhdesk.errors import InputError
from mhdesk.exchange import guard
from mhdesk.exchange.workbook import read_sheets
from tests.exchange.books import ods, ods_text, sheet_bytes, with_sheet, zipped

MEGABYTE = 1_000_000


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_sheets(path)
    return caught.value.code.removeprefix("import.")


def test_a_bomb_is_found_in_the_directory_and_not_unpacked() -> None:
    def write(packed: zipfile.ZipFile) -> None:
        with packed.open("xl/workbook.xml", "w") as member:
            for _ in range(guard.LARGEST_UNPACKED // MEGABYTE + 1):
                member.write(b" " * MEGABYTE)

    content = sheet_bytes(write)
    assert len(content) < MEGABYTE
    tracemalloc.start()
    with pytest.raises(InputError) as caught:
        guard.unpack(content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert caught.value.code == "import.too_large_unpacked"
    assert peak < 2 * MEGABYTE


def test_a_member_that_lies_about_its_size_never_grows() -> None:
    content = bytearray(sheet_bytes(lambda packed: packed.writestr("xl/workbook.xml", b" " * 20 * MEGABYTE)))
    size_at = content.rindex(b"PK\x01\x02") + 24
    assert struct.unpack_from("<I", content, size_at) == (20 * MEGABYTE,)
    struct.pack_into("<I", content, size_at, 10)
    tracemalloc.start()
    with pytest.raises(InputError) as caught:
        guard.unpack(bytes(content))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert caught.value.code == "import.damaged"
    assert peak < 2 * MEGABYTE


def test_pictures_stay_packed(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.xlsx", {"a.xml": "<x/>", "media/a.jpeg": "picture"})
    assert guard.unpack(path.read_bytes()) == {"a.xml": b"<x/>"}


def test_a_thousand_parts_too_many_are_refused() -> None:
    def write(packed: zipfile.ZipFile) -> None:
        for number in range(guard.MOST_MEMBERS + 1):
            packed.writestr(f"{number}.xml", b"")

    with pytest.raises(InputError):
        guard.unpack(sheet_bytes(write))


@pytest.mark.parametrize("cell", ["XFD1048576", "A100001", "GS1", "ZZZZZZZZZZZZ1", "A99999999999999999999"])
def test_one_cell_in_a_far_corner_is_refused_before_a_grid_is_laid_out(tmp_path: Path, cell: str) -> None:
    path = with_sheet(tmp_path / "a.xlsx", f'<row><c r="A1"><v>1</v></c><c r="{cell}"><v>1</v></c></row>')
    assert refusal(path) == "too_many_cells"


def test_far_rows_that_name_no_cell_are_counted_too(tmp_path: Path) -> None:
    assert (
        refusal(with_sheet(tmp_path / "a.xlsx", '<row r="100001"><c><v>1</v></c></row>')) == "too_many_cells"
    )


def test_empty_far_cells_with_only_a_format_are_no_reason_to_refuse(tmp_path: Path) -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert read_sheets(with_sheet(tmp_path / "a.xlsx", cells))[0].rows == (("1",),)


@pytest.mark.parametrize(
    "rows",
    [
        f"<table:table-row>{ods_text('x', 16384)}</table:table-row>",
        f'<table:table-row table:number-rows-repeated="100001">{ods_text("x")}</table:table-row>',
        f'<table:table-row table:number-rows-repeated="50000">{ods_text("x", 150)}</table:table-row>',
    ],
)
def test_repeated_filled_ods_cells_are_counted(tmp_path: Path, rows: str) -> None:
    assert refusal(ods(tmp_path / "a.ods", rows)) == "too_many_cells"


def test_a_document_type_is_refused_even_when_nothing_uses_it() -> None:
    with pytest.raises(InputError):
        guard.scan_xlsx(b'<!DOCTYPE w [<!ENTITY x "lol">]><worksheet/>', guard.Budget())


def test_repeated_empty_ods_rows_count_for_what_stands_below_them(tmp_path: Path) -> None:
    empty = '<table:table-row table:number-rows-repeated="{}"><table:table-cell/></table:table-row>'
    formula = '<table:table-row><table:table-cell table:formula="of:=1"/></table:table-row>'
    (sheet,) = read_sheets(
        ods(
            tmp_path / "a.ods",
            f"<table:table-row>{ods_text('x')}</table:table-row>" + empty.format(4) + formula,
        )
    )
    assert sheet.valueless == {(5, 0)}
    below = f"<table:table-row>{ods_text('x')}</table:table-row>"
    assert refusal(ods(tmp_path / "b.ods", empty.format(guard.MOST_ROWS) + below)) == "too_many_cells"
