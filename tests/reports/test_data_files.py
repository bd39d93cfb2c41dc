from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.reports.data_files import figures_csv, figures_json
from mhdesk.reports.figures import TOTAL, ReportTable
from tests.reports.samples import FORMS, FORMS_2019, PLACES, REPORT, cell, one_way, report, two_way


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))


def test_a_csv_has_one_row_a_cell_in_the_order_of_the_table() -> None:
    assert rows_of(figures_csv(FORMS_2019)) == [
        ["vorm van uitbuiting", "count", "status"],
        ["seksuele uitbuiting", "25", "published"],
        ["arbeidsuitbuiting", "", "withheld"],
        ["criminele uitbuiting", "", "withheld"],
        ["gedwongen orgaanverwijdering", "", "withheld"],
        [TOTAL, "36", "published"],
    ]


def test_a_csv_over_two_dimensions_has_both_and_all_totals() -> None:
    rows = rows_of(figures_csv(two_way([7, None, 0])))
    assert rows[0] == ["gemeente", "vorm van uitbuiting", "count", "status"]
    assert len(rows) == 1 + (len(PLACES) + 1) * (len(FORMS) + 1)
    assert rows[3][2:] == ["0", "zero"]
    assert rows[-1] == [TOTAL, TOTAL, "90", "published"]


def test_a_csv_begins_with_its_header_and_no_byte_order_mark() -> None:
    assert figures_csv(FORMS_2019).startswith(b"vorm van uitbuiting,count,status")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝"])
def test_a_spreadsheet_runs_no_label_as_a_formula(start: str) -> None:
    hostile = f"{start}HYPERLINK(1)"
    table = ReportTable("t", "T", "signalen", (hostile,), (cell((hostile,), 7),))
    header, row = rows_of(figures_csv(table))
    assert header[0] == row[0] == f"'{hostile}"


@given(label=st.text(min_size=1).filter(lambda text: text != TOTAL))
def test_every_label_comes_back_from_a_csv(label: str) -> None:
    table = ReportTable("t", "T", "signalen", ("gemeente",), (cell((label,), 7),))
    try:
        label.encode("utf-8")
    except UnicodeEncodeError:
        with pytest.raises(UnicodeEncodeError):
            figures_csv(table)
        return
    (_, row) = rows_of(figures_csv(table))
    assert row[1:] == ["7", "published"]
    assert row[0] in {label, f"'{label}"}


def test_json_says_nothing_behind_a_mark() -> None:
    content = json.loads(figures_json(REPORT))
    cells = content["sections"][0]["tables"][0]["cells"]
    assert [each["count"] for each in cells] == [25, None, None, None, 36]
    assert [each["status"] for each in cells[1:4]] == ["withheld"] * 3
    assert set(cells[1]) == {"labels", "count", "status", "is_total"}


def test_csv_json_and_their_bytes_are_the_same_each_time() -> None:
    table = one_way([5, None, None, 0, 30])
    assert figures_csv(table) == figures_csv(table)
    assert figures_json(report(table)) == figures_json(report(table))
