"""Drafts of the network: what must be mended stands at its field."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.network import (
    CapacityDraft,
    ContactDraft,
    CovenantDraft,
    ExperienceDraft,
    OfferDraft,
    OrganisationDraft,
    ended_problems,
    parse_age,
)
from mhdesk.domain.places import display_places, parse_places
from mhdesk.domain.problems import Problem
from mhdesk.domain.unmet import MetDraft, UnmetNeedDraft, age_band
from mhdesk.domain.vocabulary import vocabulary

TODAY = date(2026, 11, 23)


def at(problems: list[Problem]) -> dict[str, str]:
    return {one.field: one.code for one in problems}


@pytest.mark.parametrize(
    ("typed", "places"),
    [("0,5", 0.5), ("0.5", 0.5), ("½", 0.5), ("1½", 1.5), ("2", 2.0), ("2,25", 2.25), ("0", 0.0)],
)
def test_places_are_read_as_people_write_them(typed: str, places: float) -> None:
    assert parse_places(typed) == places


@pytest.mark.parametrize("typed", ["", "een", "-1", "1000", "0,555", "1,", "halve"])
def test_what_is_no_number_of_places_is_none(typed: str) -> None:
    assert parse_places(typed) is None


@given(st.integers(0, 99_999))
def test_places_are_read_back_as_they_are_shown(hundredths: int) -> None:
    places = hundredths / 100
    assert parse_places(display_places(places)) == pytest.approx(places)


def test_an_organisation_has_a_name_a_group_and_readable_numbers() -> None:
    assert at(OrganisationDraft().validate()) == {
        "name": "network.name_missing",
        "group": "network.group_missing",
    }
    wrong = OrganisationDraft("Huize Verzonnen", "care", "left", "onbekend", "geen adres")
    assert set(at(wrong.validate())) == {"side", "phone", "email"}
    assert (
        OrganisationDraft("Huize Verzonnen", "care", "care", "0900 8844", "a@voorbeeld.nl").validate() == []
    )


def test_a_contact_has_a_name_or_at_least_a_function() -> None:
    assert at(ContactDraft(phone="06 00000001").validate()) == {"name": "network.contact_missing"}
    assert ContactDraft(function="bereikbare dienst", phone="06 00000001").validate() == []


def test_an_offer_says_for_what_and_its_ages_do_not_turn_round() -> None:
    wrong = OfferDraft(age_from="30", age_to="18", places="veel", children="misschien")
    assert at(wrong.validate()) == {
        "purpose": "network.purpose_missing",
        "children": "draft.choice_unknown",
        "age_to": "network.ages_turned_round",
        "places": "network.places_unreadable",
    }
    assert OfferDraft("shelter", sexes=["female"], age_from="18", places="0,5").validate() == []


@pytest.mark.parametrize("typed", ["achttien", "-1", "121", "1e1"])
def test_an_age_is_a_whole_number_of_years(typed: str) -> None:
    assert parse_age(typed) is None
    assert "age_from" in at(OfferDraft("shelter", age_from=typed).validate())


def test_free_places_are_heard_on_a_day_that_was() -> None:
    assert set(at(CapacityDraft().validate(TODAY))) == {"places_free", "free_on"}
    assert at(CapacityDraft("0,5", "24-11-2026").validate(TODAY)) == {"free_on": "draft.day_in_future"}
    assert CapacityDraft("0", "23-11-2026").validate(TODAY) == []


def test_a_covenant_may_begin_later_but_not_end_before_it_begins() -> None:
    assert set(at(CovenantDraft().validate(TODAY))) == {"kind", "title", "starts_on"}
    turned = CovenantDraft("privacy", "Convenant", starts_on="01-01-2027", ends_on="31-12-2026")
    assert at(turned.validate(TODAY)) == {"ends_on": "network.covenant_days_turned_round"}
    assert CovenantDraft("privacy", "Convenant", starts_on="01-01-2027").validate(TODAY) == []


def test_an_experience_has_a_day_and_words() -> None:
    assert set(at(ExperienceDraft().validate(TODAY))) == {"happened_on", "text"}


def test_an_end_is_a_day_that_was() -> None:
    assert at(ended_problems("", TODAY)) == {"ended_on": "network.end_missing"}
    assert at(ended_problems("24-11-2026", TODAY)) == {"ended_on": "draft.day_in_future"}


def test_an_unmet_need_says_what_when_and_why() -> None:
    assert set(at(UnmetNeedDraft().validate(TODAY))) == {"purpose", "wanted_on", "reason"}
    good = UnmetNeedDraft(None, "shelter", "23-11-2026", "no_place", "GM0402", "female", "18_22")
    assert good.validate(TODAY) == []


def test_help_is_not_found_before_it_was_wanted() -> None:
    assert set(at(MetDraft().validate(TODAY, TODAY))) == {"met_on", "met_how"}
    early = MetDraft("22-11-2026", "Via een collega.")
    assert at(early.validate(TODAY, TODAY)) == {"met_on": "network.met_before_wanted"}


@given(st.integers(0, 120))
def test_every_age_lies_in_one_band(age: int) -> None:
    term = vocabulary("age_bands")[age_band(age)]
    assert int(term.get("first")) <= age <= int(term.get("last"))


def test_no_age_is_no_band() -> None:
    assert age_band(None) == "unknown"
