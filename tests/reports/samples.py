"""Reports to test with; the places and numbers are made up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import product

from mhdesk.reports.figures import (
    TOTAL,
    FiguresReport,
    ReportCell,
    ReportSection,
    ReportTable,
    Status,
    untitled,
)

FORMS = ("seksuele uitbuiting", "arbeidsuitbuiting", "criminele uitbuiting", "gedwongen orgaanverwijdering")
PLACES = (
    "Blaricum",
    "Eemnes",
    "Gooise Meren",
    "Hilversum",
    "Huizen",
    "Laren",
    "Weesp",
    "Wijdemeren",
    "buiten de regio",
)


def cell(labels: Sequence[str], count: int | None) -> ReportCell:
    status: Status = "withheld" if count is None else "published" if count else "zero"
    return ReportCell(tuple(labels), count, status, TOTAL in labels)


def one_way(
    counts: Sequence[int | None], labels: Sequence[str] = FORMS, title: str = "Signalen naar vorm"
) -> ReportTable:
    """A table over forms; the last count is the total."""
    rows = zip((*labels, TOTAL), counts, strict=True)
    return ReportTable(
        "form",
        title,
        "signalen",
        ("vorm van uitbuiting",),
        tuple(cell((label,), count) for label, count in rows),
    )


def two_way(
    counts: Sequence[int | None], rows: Sequence[str] = PLACES, columns: Sequence[str] = FORMS
) -> ReportTable:
    """A table over places and forms; the counts go round, totals are 90."""
    keys = list(product((*rows, TOTAL), (*columns, TOTAL)))
    cells = (cell(key, 90 if TOTAL in key else counts[place % len(counts)]) for place, key in enumerate(keys))
    return ReportTable(
        "place_form",
        "Signalen naar gemeente en vorm",
        "signalen",
        ("gemeente", "vorm van uitbuiting"),
        tuple(cells),
    )


# 2019 as the region counted it: 7, 3 and 1 are behind the marks.
FORMS_2019 = one_way([25, None, None, None, 36])

REPORT = FiguresReport(
    release="R-2026-001",
    title="Signalen van mensenhandel",
    organisation="Coördinatiepunt Heidestreek",
    period_title="jaar 2019",
    period_code="2019",
    made_on=date(2026, 11, 23),
    unit="signalen",
    rules=("Kleine aantallen staan er niet.", "Wat daaruit te berekenen zou zijn, staat er ook niet."),
    sections=untitled([FORMS_2019]),
    audit_head="ab" * 32,
)


def report(*tables: ReportTable, release: str = "R-2026-001") -> FiguresReport:
    return replace(REPORT, sections=untitled(tables), release=release)


BANDS = ("dezelfde dag", "1 of 2 dagen", "3 tot 7 dagen", "8 dagen of meer")


def on_a_scale(counts: Sequence[int | None], total: int | None) -> ReportTable:
    """A table over bands of days, then what is outside the scale: not yet, and unknown."""
    table = one_way([*counts, total], (*BANDS, "nog niet", "onbekend"), "Naar wachttijd")
    return replace(table, code="wait", dimensions=("wachttijd",), scale=BANDS)


def over_time(counts: Sequence[int | None], times: Sequence[str] = ("2018", "2019")) -> ReportTable:
    """A table over forms and years, the earliest first; the last row is the total."""
    cells = (cell(key, count) for key, count in zip(product((*FORMS, TOTAL), times), counts, strict=True))
    dimensions = ("vorm van uitbuiting", "periode")
    return ReportTable(
        "form_period", "Naar vorm en jaar", "signalen", dimensions, tuple(cells), compares=True
    )


OUTSIDE = replace(
    one_way([33, 38, 71], ("onderbetaling", "huisvesting"), "Meldingen elders"),
    code="elsewhere",
    source="Inspectie van Heidestreek, jaarverslag 2019",
)

SECTIONS = (
    ReportSection("Aard en omvang", "Hoeveel er binnenkwam, en wat.", (FORMS_2019, two_way([12, None, 7]))),
    ReportSection("Door de tijd", "", (over_time([20, 25, None, 7, None, None, 0, 0, 30, 36]),)),
    ReportSection("Hoe snel", "Van binnenkomst tot triage.", (on_a_scale([5, 8, 30, 9, None, 0], 60),)),
    ReportSection("Van anderen", "Door anderen geteld.", (OUTSIDE,)),
)
DIVIDED = replace(REPORT, sections=SECTIONS)
