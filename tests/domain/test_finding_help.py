"""What nobody knows is never a no, and what fits stands above what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.finding_help import Match, Verdict, Wanted, find
from mhdesk.domain.network_views import STALE_AFTER, OfferView

TODAY = date(2026, 11, 23)
EMPTY = OfferView(
    id=1,
    version=1,
    organisation_id=1,
    organisation="Huize Verzonnen",
    organisation_phone="06 00000001",
    purpose="shelter",
    name="",
    sexes=(),
    age_from=None,
    age_to=None,
    children="unknown",
    languages=(),
    municipalities=(),
    at_night=False,
    places=None,
    places_free=None,
    free_on=None,
    conditions="",
    ended_on=None,
    recorded_at=datetime(2026, 11, 1, tzinfo=UTC),
    recorded_by="Noor",
)
FLEVOLAND = replace(EMPTY, id=2, sexes=("female",), age_from=18, places=0.5, places_free=0.5, free_on=TODAY)
TONIGHT = Wanted(sex="female", age=19, children="one", municipality="GM0402", languages=("pl",), tonight=True)

ages = st.one_of(st.none(), st.integers(0, 100))
offers = st.builds(
    replace,
    st.just(EMPTY),
    id=st.integers(1, 9),
    sexes=st.sampled_from([(), ("female",), ("male",), ("female", "male")]),
    age_from=st.one_of(st.none(), st.integers(0, 30)),
    age_to=st.one_of(st.none(), st.integers(31, 100)),
    children=st.sampled_from(["yes", "one", "no", "unknown"]),
    languages=st.sampled_from([(), ("pl",), ("en", "ar")]),
    municipalities=st.sampled_from([(), ("GM0402",), ("GM0406", "GM0376")]),
    at_night=st.booleans(),
    places_free=st.one_of(st.none(), st.sampled_from([0.0, 0.5, 2.0])),
    free_on=st.one_of(st.none(), st.integers(0, 30).map(lambda ago: TODAY - timedelta(days=ago))),
)
wanted = st.builds(
    Wanted,
    sex=st.sampled_from(["", "unknown", "female", "male"]),
    age=ages,
    children=st.sampled_from(["", "none", "one", "more"]),
    languages=st.sampled_from([(), ("pl",), ("ti",)]),
    municipality=st.sampled_from(["", "unknown", "GM0402", "GM0417"]),
    tonight=st.booleans(),
)


def only(match: OfferView, looked_for: Wanted = TONIGHT) -> Match:
    (found,) = find(looked_for, [match], TODAY)
    return found


def test_half_an_emergency_place_for_women_fits_a_woman_of_19_with_questions_left() -> None:
    found = only(FLEVOLAND)
    assert found.verdict == Verdict.ASK
    assert [one.sentence for one in found.of(Verdict.FITS)] == [
        "vrouw: past",
        "18 jaar of ouder: past",
        "vrije plaatsen: 0,5, gehoord op 23-11-2026",
    ]
    assert [one.field for one in found.of(Verdict.ASK)] == ["children", "languages", "tonight"]


def test_what_does_not_fit_says_in_which_field() -> None:
    found = only(replace(FLEVOLAND, sexes=("male",), age_from=23, children="no"))
    assert [one.sentence for one in found.of(Verdict.UNFIT)] == [
        "alleen voor man",
        "alleen 23 jaar of ouder",
        "geen kinderen",
    ]


def test_an_offer_that_ended_or_is_for_something_else_is_left_out() -> None:
    ended, legal = replace(EMPTY, ended_on=TODAY), replace(EMPTY, purpose="legal")
    assert find(TONIGHT, [ended, legal], TODAY) == ()


def test_a_full_house_is_full_only_as_long_as_that_is_fresh() -> None:
    full = replace(EMPTY, places_free=0.0, free_on=TODAY - STALE_AFTER)
    stale = replace(full, free_on=TODAY - STALE_AFTER - timedelta(days=1))
    assert only(full).verdict == Verdict.UNFIT
    assert only(stale).verdict == Verdict.ASK


def test_a_place_just_heard_of_stands_above_one_that_nobody_asked_about() -> None:
    quiet = replace(FLEVOLAND, id=3, organisation="Aanleg", places_free=None, free_on=None)
    assert [one.offer.id for one in find(TONIGHT, [quiet, FLEVOLAND], TODAY)] == [2, 3]


@given(wanted)
def test_an_offer_of_which_nothing_is_known_is_never_a_no(looked_for: Wanted) -> None:
    assert only(EMPTY, looked_for).verdict != Verdict.UNFIT


@given(offers)
def test_when_nothing_is_known_of_the_person_only_a_full_house_is_a_no(one: OfferView) -> None:
    unfit = only(one, Wanted()).of(Verdict.UNFIT)
    assert {reason.field for reason in unfit} <= {"places"}


@given(wanted, st.lists(offers, max_size=6, unique_by=lambda one: one.id))
def test_no_offer_is_lost_and_what_fits_stands_above_what_does_not(
    looked_for: Wanted, several: list[OfferView]
) -> None:
    found = find(looked_for, several, TODAY)
    assert sorted(one.offer.id for one in found) == sorted(one.id for one in several)
    counts = [len(one.of(Verdict.UNFIT)) for one in found]
    assert counts == sorted(counts)
    assert found == find(looked_for, list(reversed(several)), TODAY)


@given(wanted, offers)
def test_each_field_says_one_thing(looked_for: Wanted, one: OfferView) -> None:
    said = [reason.field for reason in only(one, looked_for).reasons]
    assert len(said) == len(set(said))


@given(wanted, offers)
def test_asking_about_the_children_never_makes_a_yes_worse(looked_for: Wanted, one: OfferView) -> None:
    asked, known = replace(one, children="unknown"), replace(one, children="yes")
    assert len(only(known, looked_for).of(Verdict.UNFIT)) <= len(only(asked, looked_for).of(Verdict.UNFIT))
