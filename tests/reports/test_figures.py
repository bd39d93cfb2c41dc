from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date

import pytest

from mhdesk.reports.data_files import figures_json
from mhdesk.reports.figures import TOTAL, ReportCell, ReportTable, Status, report_hash
from tests.reports.samples import FORMS_2019, REPORT, cell, one_way, report, two_way


@pytest.mark.parametrize(
    ("count", "status"),
    [
        (3, "withheld"),
        (0, "withheld"),
        (None, "published"),
        (None, "zero"),
        (0, "published"),
        (3, "zero"),
        (-1, "published"),
    ],
)
def test_a_count_never_stands_behind_another_status(count: int | None, status: Status) -> None:
    with pytest.raises(ValueError, match="count"):
        ReportCell(("Huizen",), count, status, is_total=False)


def test_a_total_is_labelled_as_one() -> None:
    with pytest.raises(ValueError, match="total"):
        ReportCell(("Huizen",), 7, "published", is_total=True)
    with pytest.raises(ValueError, match="total"):
        ReportCell((TOTAL,), 7, "published", is_total=False)


def test_a_row_left_out_is_refused_because_its_absence_would_tell() -> None:
    table = two_way([7])
    with pytest.raises(ValueError, match="combination"):
        replace(table, cells=table.cells[1:])


def test_a_row_that_stands_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="combination"):
        replace(FORMS_2019, cells=(*FORMS_2019.cells, FORMS_2019.cells[0]))


@pytest.mark.parametrize("dimensions", [(), ("a", "b", "c"), ("count",)])
def test_a_table_has_one_or_two_dimensions_with_names_of_their_own(dimensions: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="table"):
        ReportTable("t", "T", "signalen", dimensions, (cell(dimensions, 7),))


def test_labels_keep_the_order_in_which_they_came() -> None:
    assert one_way([1, 2, 3, 4, 10], labels=("d", "b", "c", "a")).labels(0) == ("d", "b", "c", "a", TOTAL)


def test_anybody_can_work_out_the_hash_from_the_json_file() -> None:
    content = json.loads(figures_json(REPORT))
    told = content.pop("hash")
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert hashlib.sha256(canonical.encode()).hexdigest() == told == report_hash(REPORT)


def test_the_hash_changes_with_everything_that_is_published() -> None:
    others = [
        report(one_way([25, 11, None, None, 36])),
        report(one_way([25, None, None, None, 36], title="Anders")),
        replace(REPORT, release="R-2026-002"),
        replace(REPORT, title="Anders"),
        replace(REPORT, organisation="Anders"),
        replace(REPORT, period_code="2020"),
        replace(REPORT, period_title="jaar 2020"),
        replace(REPORT, made_on=date(2026, 11, 24)),
        replace(REPORT, unit="personen"),
        replace(REPORT, rules=()),
        replace(REPORT, audit_head="cd" * 32),
    ]
    assert len({report_hash(each) for each in [REPORT, *others]}) == len(others) + 1
