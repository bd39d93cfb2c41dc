"""What the region publishes time and again, from a real registry, as readers get it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import figures, imports
from mhdesk.domain.periods import parse_period
from mhdesk.domain.report_templates import from_template
from tests.reports import readers

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk

SHEET = Path(__file__).resolve().parents[1] / "data" / "signalen-2019.xlsx"


@pytest.fixture
def full_desk(desk: Desk) -> Desk:
    """Return a desk with the 36 signals of 2019."""
    imports.take_in(desk, SHEET)
    return desk


def published(desk: Desk, out: Path, template: str, period: str, municipality: str = "") -> readers.Content:
    """Publish by a template and return what the file says; it bears the hash of what it says."""
    when = parse_period(period)
    made = figures.publish(desk, when, from_template(template, when, municipality), out, ("json",))
    content, told = readers.from_json(made.files[0].read_bytes())
    assert told == readers.hash_of(content)
    return content


def counts_of(content: readers.Content) -> dict[str, dict[str, int | None]]:
    """Return the counts by label of each table."""
    return {
        table["code"]: {" / ".join(cell["labels"]): cell["count"] for cell in table["cells"]}
        for section in content["sections"]
        for table in section["tables"]
    }


def test_the_yearly_report_has_its_chapters_and_the_year_before(full_desk: Desk, tmp_path: Path) -> None:
    content = published(full_desk, tmp_path, "yearly", "2019")
    assert content["title"].startswith("Jaarverslag mensenhandel, ")
    headings = [section["title"] for section in content["sections"]]
    assert headings[0] == "Aard en omvang"
    assert "Gegevens over de slachtoffers" in headings
    assert all(section["about"] for section in content["sections"])
    counts = counts_of(content)
    assert counts["form"]["seksuele uitbuiting"] == 25
    assert counts["form"]["Totaal"] == counts["period_2"]["2019"] == 36


def test_sheets_of_all_municipalities_tell_together_no_small_count(full_desk: Desk, tmp_path: Path) -> None:
    """Attack A12: every sheet is checked with all sheets before it; what would tell is withheld or refused."""
    sheets = [
        counts_of(published(full_desk, tmp_path, "municipality", "2019", name))
        for name in ("Hilversum", "Huizen")
    ]
    whole = counts_of(published(full_desk, tmp_path, "quarterly", "2019-Q1"))
    told = [count for tables in (*sheets, whole) for table in tables.values() for count in table.values()]
    assert not {1, 2, 3, 4} & {count for count in told if count is not None}


def test_a_report_by_a_template_remembers_its_tables_like_any_other(full_desk: Desk, tmp_path: Path) -> None:
    published(full_desk, tmp_path, "nature", "2019")
    (kept,) = full_desk.database.connection.exec_driver_sql("SELECT dimensions FROM release").scalars()
    assert "form" in kept.split(",")
    assert figures.preview(full_desk, parse_period("2019"), ["form"]).earlier == 1


def test_files_are_named_by_number_and_table_alone(full_desk: Desk, tmp_path: Path) -> None:
    when = parse_period("2019")
    made = figures.publish(full_desk, when, from_template("victims", when), tmp_path, ("csv",))
    assert sorted(path.name for path in made.files) == [
        "R-2026-001-personen-geslacht.csv",
        "R-2026-001-personen-leeftijd.csv",
        "R-2026-001-personen-minderjarig-nederlands.csv",
        "R-2026-001-personen-nationaliteit.csv",
        "datapackage.json",
    ]
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert {each["section"] for each in package["resources"]} == {"Gegevens over de slachtoffers"}
