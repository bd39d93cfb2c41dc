"""Indicators: lists that stay as they were read, and a profile that never turns into a score."""

from __future__ import annotations

import hashlib
from dataclasses import fields
from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain import indicators
from mhdesk.domain.indicators import (
    Answer,
    AssessmentDraft,
    Counts,
    Dimension,
    Indicator,
    IndicatorList,
    Strength,
    indicator_list,
    own_lists,
    profile,
    version_on,
    versions,
)
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.wording import use_language

TODAY = date(2026, 11, 23)
VERSION = "2026-1"
FORMS = ("sexual_exploitation", "labour_exploitation", "criminal_exploitation", "forced_marriage")
# A list that somebody used is never edited: make a new version. Only a spelling mistake may be mended.
SUMS: Final = {VERSION: "0a3e6ff5005a9798"}


def listed(form: str = "sexual_exploitation") -> IndicatorList:
    found = indicator_list(form, VERSION)
    assert found is not None
    return found


@st.composite
def answered(draw: st.DrawFn) -> tuple[IndicatorList, dict[str, str]]:
    """Return a list and what somebody said of some of it, in any order."""
    asked = listed(draw(st.sampled_from((*FORMS, "unknown"))))
    codes = draw(st.permutations(sorted(asked.codes())))
    return asked, {code: draw(st.sampled_from(Answer)) for code in codes[: draw(st.integers(0, len(codes)))]}


# --- the lists ----------------------------------------------------------------------------------


def test_a_version_that_was_used_stays_as_it_is() -> None:
    for version in versions():
        told = [
            (form, one.code, one.dimension, one.strength.value)
            for form in (*FORMS, "unknown")
            for one in (indicator_list(form, version.code) or listed()).indicators
        ]
        assert hashlib.sha256(repr(told).encode()).hexdigest()[:16] == SUMS[version.code]


@pytest.mark.parametrize("form", FORMS)
def test_each_form_has_signs_of_its_own_in_every_dimension(form: str) -> None:
    own = listed(form).codes() - listed("unknown").codes()
    assert 12 <= len(own) <= 25
    assert listed(form).dimensions() == vocabulary("indicator_dimensions").codes()
    assert all({one.code for one in listed(form).of(code)} & own for code in listed(form).dimensions())


def test_a_form_without_a_list_has_the_signs_that_fit_every_form() -> None:
    assert own_lists(VERSION) == set(FORMS)
    assert listed("organ_removal").indicators == listed("other").indicators == listed("unknown").indicators
    assert len(listed("unknown").indicators) >= 12


def test_every_sign_is_one_of_a_kind_and_names_its_source() -> None:
    everything = {one for form in FORMS for one in listed(form).indicators}
    for told in (
        [one.code for one in everything],
        [one.nl for one in everything],
        [one.en for one in everything],
    ):
        assert len(set(told)) == len(told)
        assert all(text == text.strip() != "" for text in told)
    assert {one.source for one in everything} <= set(vocabulary("indicator_sources").codes())
    assert all(len(one.nl) <= 70 and len(one.en) <= 75 for one in everything)
    assert all(vocabulary("indicator_sources")[one.source].get("short") for one in everything)


def test_strong_signs_come_first_in_their_dimension() -> None:
    for dimension in listed().dimensions():
        order = [[*Strength].index(one.strength) for one in listed().of(dimension)]
        assert order == sorted(order)


def test_strengths_are_those_of_the_vocabulary() -> None:
    assert vocabulary("indicator_strengths").codes() == tuple(Strength)


def test_versions_follow_each_other_without_a_gap() -> None:
    told = versions()
    assert [one.valid_to for one in told[:-1]] == [one.valid_from for one in told[1:]]
    assert told[-1].valid_to is None
    assert version_on(TODAY) == told[-1].code
    assert version_on(date(1999, 1, 1)) == told[0].code


def test_a_sign_speaks_the_language_in_use() -> None:
    one = listed().indicators[0]
    assert one.label() == one.nl
    use_language("en")
    try:
        assert one.label() == one.en
    finally:
        use_language("nl")


def test_a_version_of_a_later_mhdesk_has_no_list_here() -> None:
    assert indicator_list("unknown", "2040-1") is None


# --- the profile --------------------------------------------------------------------------------


@given(answered())
def test_what_nobody_answered_never_counts_as_not_observed(
    told: tuple[IndicatorList, dict[str, str]],
) -> None:
    asked, answers = told
    for dimension in profile(answers, asked):
        codes = [one.code for one in asked.of(dimension.code)]
        assert dimension.not_assessed.any() == sum(code not in answers for code in codes)
        assert dimension.not_observed.any() == sum(answers.get(code) == Answer.NOT_OBSERVED for code in codes)


@given(answered(), st.data())
def test_the_order_of_answering_does_not_matter(
    told: tuple[IndicatorList, dict[str, str]], data: st.DataObject
) -> None:
    asked, answers = told
    otherwise = dict(data.draw(st.permutations(list(answers.items()))))
    assert profile(otherwise, asked) == profile(answers, asked)


@given(answered(), st.data())
def test_one_more_seen_never_lowers_a_dimension(
    told: tuple[IndicatorList, dict[str, str]], data: st.DataObject
) -> None:
    asked, answers = told
    code = data.draw(st.sampled_from(sorted(asked.codes())))
    before, after = profile(answers, asked), profile({**answers, code: Answer.OBSERVED}, asked)
    for one, other in zip(before, after, strict=True):
        assert all(other.observed.of(step) >= one.observed.of(step) for step in Strength)


@given(answered())
def test_every_sign_counts_exactly_once(told: tuple[IndicatorList, dict[str, str]]) -> None:
    asked, answers = told
    for dimension in profile(answers, asked):
        for step in Strength:
            counted = (dimension.observed, dimension.not_observed, dimension.not_assessed)
            there = [one for one in asked.of(dimension.code) if one.strength is step]
            assert sum(counts.of(step) for counts in counted) == len(there)


def test_an_answer_to_something_else_counts_nowhere() -> None:
    assert profile({"la_hours": Answer.OBSERVED}, listed()) == profile({}, listed())


def test_a_profile_holds_counts_of_dimensions_and_nothing_over_them() -> None:
    assert isinstance(profile({}, listed()), tuple)
    told = {one.name: one.type for one in fields(Dimension)}
    assert told == {"code": "str", "observed": "Counts", "not_observed": "Counts", "not_assessed": "Counts"}
    assert {one.type for one in fields(Counts)} == {"int"}


def test_a_dimension_of_which_nothing_was_said_is_not_assessed() -> None:
    (*rest, last) = profile({"g_no_doctor": Answer.NOT_OBSERVED}, listed())
    assert last.is_assessed()
    assert not any(one.is_assessed() for one in rest)


# --- the draft ----------------------------------------------------------------------------------


def draft(**told: object) -> AssessmentDraft:
    made = AssessmentDraft(
        signal_id=1,
        form="sexual_exploitation",
        list_version=VERSION,
        assessed_on="23-11-2026",
        answers={"g_afraid": "observed", "se_driven": "not_observed"},
    )
    for name, value in told.items():
        setattr(made, name, value)
    return made


def problems(one: AssessmentDraft) -> list[tuple[str, str]]:
    found = one.validate(TODAY)
    assert all(problem.sentence() for problem in found)
    return [(problem.field, problem.code.partition(".")[2]) for problem in found]


def test_one_answer_is_enough() -> None:
    assert problems(draft()) == []
    assert problems(draft(answers={"g_afraid": "not_observed"})) == []


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({"assessed_on": ""}, ("assessed_on", "assessed_on_missing")),
        ({"assessed_on": "24-11-2026"}, ("assessed_on", "day_in_future")),
        ({"form": "purple"}, ("form", "choice_unknown")),
        ({"list_version": "2040-1"}, ("form", "choice_unknown")),
        ({"answers": {}}, ("answers", "nothing_answered")),
        ({"answers": {"la_hours": "observed"}}, ("answers", "choice_unknown")),
        ({"answers": {"g_afraid": "perhaps"}}, ("answers", "choice_unknown")),
        ({"note": "x" * 200_001}, ("note", "too_long")),
    ],
)
def test_what_may_not_stand_is_told_at_its_field(told: dict[str, object], found: tuple[str, str]) -> None:
    assert problems(draft(**told)) == [found]


def test_a_later_list_takes_over_what_it_still_asks() -> None:
    asked = IndicatorList("unknown", "x", (Indicator("a", "control", Strength.WEAK, "A", "A", "mhdesk"),))
    assert indicators.taken_over({"a": "observed", "b": "observed"}, asked) == {"a": "observed"}
