from __future__ import annotations

import pytest

from mhdesk import wording
from mhdesk.domain.periods import parse_period
from mhdesk.domain.report_templates import TEMPLATES, Contents, PeriodKind, contents_of, from_template
from mhdesk.domain.splits import parse_splits
from mhdesk.errors import InputError
from mhdesk.wording import say

PERIODS = {PeriodKind.YEAR: "2025", PeriodKind.QUARTER: "2025-Q3", PeriodKind.ANY: "2025-H1"}


@pytest.fixture(params=TEMPLATES)
def contents(request: pytest.FixtureRequest) -> Contents:
    template = TEMPLATES[request.param]
    place = "Huizen" if template.of_one else ""
    return from_template(request.param, parse_period(PERIODS[template.period]), place)


def test_every_template_names_tables_that_are_counted_each_once(contents: Contents) -> None:
    codes = [split.code for split in contents.splits]
    assert len(set(codes)) == len(codes)
    assert contents.splits == parse_splits(map(str, contents.splits))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_template_and_heading_has_its_words(contents: Contents, language: str) -> None:
    wording.use_language(language)
    try:
        told = [
            say(f"template.title_{contents.template}", region="R", municipality="M"),
            say(f"template.name_{contents.template}"),
            say(f"template.purpose_{contents.template}"),
            *(
                say(f"template.{part}_{heading}")
                for heading, _ in contents.chapters
                for part in ("heading", "about")
            ),
        ]
    finally:
        wording.use_language("nl")
    assert all(told)
    assert not [words for words in told if words.startswith("template.")]


@pytest.mark.parametrize(
    ("code", "period"),
    [
        ("yearly", "2025-Q1"),
        ("yearly", "2025-01-01..2025-12-30"),
        ("quarterly", "2025"),
        ("quarterly", "2025-H1"),
    ],
)
def test_a_template_is_refused_for_a_period_that_it_is_not_meant_for(code: str, period: str) -> None:
    with pytest.raises(InputError) as refused:
        from_template(code, parse_period(period))
    assert refused.value.code.startswith("template.period_")


@pytest.mark.parametrize(
    ("code", "municipality", "why"),
    [
        ("nothing", "", "unknown"),
        ("municipality", "", "municipality_needed"),
        ("municipality", "Nergenshuizen", "municipality_missing"),
        ("municipality", "unknown", "municipality_missing"),
        ("nature", "Huizen", "municipality_needless"),
    ],
)
def test_a_template_and_a_municipality_that_do_not_go_together_are_refused(
    code: str, municipality: str, why: str
) -> None:
    with pytest.raises(InputError) as refused:
        from_template(code, parse_period("2025"), municipality)
    assert refused.value.code == f"template.{why}"


def test_a_sheet_counts_nothing_outside_its_municipality() -> None:
    (code,) = {
        from_template("municipality", parse_period("2025"), name).municipality
        for name in ("Huizen", "huizen")
    }
    sheet = from_template("municipality", parse_period("2025"), code)
    assert {split.only for split in sheet.splits} == {(("municipality", (code,)),)}


def test_tables_that_somebody_wants_stand_together_without_a_heading() -> None:
    wanted = contents_of(["form", "persons:sex"])
    assert wanted == Contents("", "", (("", parse_splits(["form", "persons:sex"])),))
    assert contents_of(wanted) is wanted
