"""Who may be named as the source, and that nothing but an answer ever makes it so."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain import sources
from mhdesk.domain.signals import SignalDraft
from mhdesk.domain.sources import Capacity, Consent, Source, may_be_named, why
from mhdesk.domain.vocabulary import vocabulary

GROUNDS: Final = vocabulary("source_grounds").codes()
capacities = st.sampled_from([*Capacity])
consents = st.sampled_from(["", *Consent])
grounds = st.sampled_from(["", *GROUNDS])


def test_the_vocabularies_hold_exactly_what_the_rule_knows() -> None:
    assert set(vocabulary("source_capacities").codes()) == set(Capacity)
    assert set(vocabulary("source_consents").codes()) == set(Consent)
    assert len(GROUNDS) == 3
    for name in ("source_capacities", "source_consents", "source_grounds"):
        assert all("4.1.8" in term.source for term in vocabulary(name))


@given(consents, st.booleans(), grounds)
def test_an_anonymous_source_is_never_named(consent: str, confidential: bool, ground: str) -> None:
    assert not may_be_named(Source(Capacity.ANONYMOUS, consent, ground, confidential))


@given(st.sampled_from([Capacity.PRIVATE, Capacity.UNKNOWN]), consents, st.booleans(), grounds)
def test_a_private_source_is_named_with_consent_alone(
    capacity: str, consent: str, confidential: bool, ground: str
) -> None:
    assert may_be_named(Source(capacity, consent, ground, confidential)) == (
        consent == Consent.GIVEN and not confidential
    )


@given(consents, grounds)
def test_a_professional_is_secret_on_a_ground_only(consent: str, ground: str) -> None:
    assert may_be_named(Source(Capacity.PROFESSIONAL, consent, ground, False)) == (not ground)


@given(capacities, consents, grounds)
def test_whoever_was_recorded_as_secret_stays_so(capacity: str, consent: str, ground: str) -> None:
    assert not may_be_named(Source(capacity, consent, ground, True))


@given(st.text(max_size=12), st.text(max_size=12), grounds)
def test_what_this_version_does_not_know_stays_secret(capacity: str, consent: str, ground: str) -> None:
    if capacity not in [*Capacity]:
        assert not may_be_named(Source(capacity, consent, ground, False))


@given(capacities, consents, st.booleans(), grounds)
def test_the_sentence_says_what_the_rule_says(
    capacity: str, consent: str, confidential: bool, ground: str
) -> None:
    said = why(Source(capacity, consent, ground, confidential))
    assert said.startswith("De bron mag genoemd worden:") == may_be_named(
        Source(capacity, consent, ground, confidential)
    )
    assert "De bron blijft geheim" in said or "mag genoemd" in said


@given(capacities, consents, st.booleans(), grounds)
def test_what_is_recorded_says_the_same_when_it_is_recorded_again(
    capacity: str, consent: str, confidential: bool, ground: str
) -> None:
    draft = SignalDraft(
        source_capacity=capacity,
        source_consent=consent,
        source_confidential=confidential,
        source_ground=ground,
    )
    once = sources.settled(draft)
    recorded = SignalDraft()
    for name, value in once.items():
        setattr(recorded, name, value)
    again = sources.settled(recorded)
    assert once == again
    assert once["source_confidential"] != may_be_named(
        Source(capacity, str(once["source_consent"]), str(once["source_ground"]), confidential)
    )


@pytest.mark.parametrize(
    ("channel", "discipline", "capacity"),
    [
        ("phone", "police", "professional"),
        ("phone", "citizen", "private"),
        ("mail", "self", "private"),
        ("phone", "unknown", "unknown"),
        ("crime_tip_line", "police", "anonymous"),
        ("phone", "crime_tip_line", "anonymous"),
        ("no such way", "no such trade", "unknown"),
    ],
)
def test_way_and_discipline_propose_a_capacity(channel: str, discipline: str, capacity: str) -> None:
    assert sources.proposed(channel, discipline) == capacity


def test_every_capacity_that_is_proposed_exists() -> None:
    told = {term.get("capacity") for name in ("channels", "disciplines") for term in vocabulary(name)} - {""}
    assert told <= set(Capacity)


@pytest.mark.parametrize("capacity", [*Capacity])
def test_the_reporter_is_told_by_capacity(capacity: str) -> None:
    assert ("geen terugkoppeling" in sources.feedback(capacity)) == (capacity == Capacity.ANONYMOUS)


def test_an_unknown_answer_is_told_at_its_field() -> None:
    draft = SignalDraft(
        source_capacity="", source_consent="perhaps", source_ground="x", source_note="n" * 300
    )
    found = [problem.field for problem in draft.validate(date(2026, 11, 23))]
    assert {"source_capacity", "source_consent", "source_ground", "source_note"} <= set(found)
