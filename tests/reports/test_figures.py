from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date

import pytest

from mhdesk.reports.content import report_hash
from mhdesk.reports.data_files import figures_json
from mhdesk.reports.figures import TOTAL, ReportCell, ReportTable, Status
from tests.reports.samples import (
    DIVIDED,
    FORMS_2019,
    OUTSIDE,
    REPORT,
    SECTIONS,
    cell,
    one_way,
    report,
    two_way,
)


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


def test_the_hash_changes_with_sections_sources_and_what_introduces_them() -> None:
    first, *others = SECTIONS
    changed = [
        replace(DIVIDED, sections=(replace(first, title="Anders"), *others)),
        replace(DIVIDED, sections=(replace(first, about="Anders"), *others)),
        replace(DIVIDED, sections=(*others, first)),
        replace(
            DIVIDED, sections=(*SECTIONS[:3], replace(SECTIONS[3], tables=(replace(OUTSIDE, source="X"),)))
        ),
    ]
    assert len({report_hash(each) for each in [DIVIDED, *changed]}) == len(changed) + 1


def test_two_tables_with_one_code_are_refused() -> None:
    with pytest.raises(ValueError, match="code of its own"):
        report(FORMS_2019, FORMS_2019)


def test_one_of_several_sections_without_a_title_is_refused() -> None:
    with pytest.raises(ValueError, match="has a title"):
        replace(DIVIDED, sections=(replace(SECTIONS[0], title=""), *SECTIONS[1:]))


def test_a_scale_of_labels_that_the_table_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="scale"):
        replace(FORMS_2019, scale=("3 tot 7 dagen",))
