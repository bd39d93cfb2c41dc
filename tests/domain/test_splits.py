"""How tables are spelled: what is read is what was written, and nothing else is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.figures import AGE, FORM, NATIONALITY, VOCABULARIES, Unit
from mhdesk.domain.periods import parse_period
from mhdesk.domain.splits import GROUPINGS, Split, parse_splits
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.errors import InputError

OTHERS = "form[criminal_exploitation+other|organ_removal+unknown]"


@pytest.mark.parametrize(
    "spelled",
    [
        "form",
        "form*municipality",
        "persons:sex*age",
        OTHERS,
        f"{OTHERS}*period-3",
        "month",
        "labour*quarter",
        "persons:minor*dutch",
        "form@municipality=GM0376+GM0402",
    ],
)
def test_a_table_is_spelled_as_it_is_read(spelled: str) -> None:
    (split,) = parse_splits([spelled])
    assert str(split) == spelled
    assert split.code.isascii()
    assert split.code.replace("_", "").isalnum()


@pytest.mark.parametrize(
    "spelled",
    [
        "",
        "shoe_size",
        "sex",
        "persons:form",
        "form*form",
        "form*labour",
        "month*quarter",
        "form[other]",
        "form[other+shoe]",
        "form[other+unknown|unknown+organ_removal]",
        "labour[labour+other_forms]",
        "form-2",
        "period-0",
        "period-13",
        "form@municipality=Almere",
        "form@form=other",
        "form@municipality=",
        "form@",
        "ghosts:form",
    ],
)
def test_what_is_not_counted_by_is_refused_by_name(spelled: str) -> None:
    with pytest.raises(InputError, match=r"figures\.dimension"):
        parse_splits([spelled])


def test_more_than_two_dimensions_are_refused() -> None:
    with pytest.raises(InputError, match=r"figures\.dimensions_too_many"):
        parse_splits(["persons:sex*age*role"])


@given(st.text(alphabet="form*[]+|@=-:munth 0123", max_size=24))
def test_whatever_is_typed_is_read_back_or_refused(typed: str) -> None:
    try:
        found = parse_splits([typed])
    except InputError:
        return
    assert parse_splits(map(str, found)) == found


@pytest.mark.parametrize(("grouping", "base"), [("labour", FORM), ("minor", AGE), ("dutch", NATIONALITY)])
def test_a_named_grouping_takes_every_category_once(grouping: str, base: str) -> None:
    unit = next(unit for unit, names in VOCABULARIES.items() if base in names)
    codes = vocabulary(VOCABULARIES[unit][base]).codes()
    (column,) = Split(unit, (grouping,)).columns
    members = [code for row in column.rows(codes) for code in row.members]
    assert sorted(members) == sorted(codes)
    assert GROUPINGS[grouping][0] == column.base == base


def test_merged_categories_come_last_and_under_the_codes_that_they_take_together() -> None:
    (column,) = parse_splits([OTHERS])[0].columns
    rows = column.rows(vocabulary("exploitation_forms").codes())
    assert [row.key for row in rows] == [
        "sexual_exploitation",
        "labour_exploitation",
        "forced_marriage",
        "criminal_exploitation+other",
        "organ_removal+unknown",
    ]


def test_a_period_stands_beside_earlier_ones_of_its_kind() -> None:
    (split,) = parse_splits(["period-2"])
    spans = split.spans(parse_period("2026-Q1"))
    assert [span.code() for span in spans] == ["2025-Q3", "2025-Q4", "2026-Q1"]
    assert Split(Unit.SIGNALS, ("form",)).spans(spans[0]) == (spans[0],)
