"""The fiction: always the same, always possible, never anybody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain import phones
from mhdesk.domain.referrals import Standing
from mhdesk.domain.signals import PersonDraft
from mhdesk.domain.text import clean
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.fiction import Answered, Assessed, Decided, Done, Ended, Event, Referred, Story, Triaged, invent
from mhdesk.fiction.texts import load

TODAY = date(2026, 11, 23)


@cache
def stories(seed: int = 7, count: int = 3000) -> tuple[Story, ...]:
    return tuple(invent(count, seed, TODAY))


def people() -> Iterator[PersonDraft]:
    return (person for story in stories() for person in story.signal.persons)


def texts(story: Story) -> Iterator[str]:
    """Yield everything in a story that somebody reads."""
    yield from (story.signal.narrative, story.signal.organisation)
    for person in story.signal.persons:
        yield from (person.first_names, person.last_name, person.safe_contact)
    for event in story.events:
        if isinstance(event, Decided):
            yield from (event.draft.reasoning, event.draft.informed_how)
        elif isinstance(event, Referred):
            yield from (event.draft.note, event.draft.basis_note)
        elif isinstance(event, Triaged):
            yield event.draft.reasoning
        elif isinstance(event, Done):
            yield event.how
        elif isinstance(event, Assessed):
            yield event.draft.note
        else:
            yield event.reason if isinstance(event, Ended) else event.draft.answer


def test_the_same_seed_tells_the_same() -> None:
    assert tuple(invent(300, 7, TODAY)) == tuple(invent(300, 7, TODAY))
    assert tuple(invent(300, 7, TODAY)) != tuple(invent(300, 8, TODAY))


@given(count=st.integers(0, 40), seed=st.integers())
def test_as_many_come_as_were_asked_for_in_the_order_of_time(count: int, seed: int) -> None:
    told = list(invent(count, seed, TODAY))
    moments = [story.recorded_at for story in told]
    assert len(told) == count
    assert moments == sorted(moments)


@given(seed=st.integers(), today=st.dates(date(1980, 1, 1), date(2198, 12, 31)))
def test_everything_could_have_been_typed_on_its_day(seed: int, today: date) -> None:
    """What somebody may type is what validates: no draft of a story has a problem."""
    for story in invent(25, seed, today):
        assert story.signal.validate(story.recorded_at.date()) == []
        assert not any(person.is_blank() for person in story.signal.persons)
        referred: list[Standing] = []
        for event in story.events:
            on = event.at.date()
            if isinstance(event, Referred):
                referred.append(Standing(referred_on=on))
                assert event.draft.validate(on) == []
            elif isinstance(event, Answered):
                before = referred[event.referral]
                assert event.draft.validate(on, before) == []
                referred[event.referral] = replace(before, state=event.draft.state)
            elif isinstance(event, Decided | Triaged | Assessed):
                assert event.draft.validate(on) == []


@given(seed=st.integers())
def test_things_follow_each_other_and_end_yesterday(seed: int) -> None:
    for story in invent(25, seed, TODAY):
        moments = [story.recorded_at, *(event.at for event in story.events)]
        assert moments == sorted(set(moments))
        assert moments[-1].date() < TODAY
        assert moments[0].date() > TODAY - timedelta(days=3 * 366)
        assert not any(isinstance(event, Ended) for event in story.events[:-1])


def test_nearly_every_notification_is_triaged_and_only_notifications_are() -> None:
    notified = [story for story in stories() if story.signal.kind == "notification"]
    triaged = [story for story in stories() if any(isinstance(event, Triaged) for event in story.events)]
    assert {story.signal.kind for story in triaged} == {"notification"}
    assert len(triaged) > 0.95 * len(notified)
    assert any(isinstance(event, Done) for story in triaged for event in story.events)


def test_signs_are_gone_through_of_every_kind_and_mostly_of_notifications() -> None:
    told = [(story, event) for story in stories() for event in story.events if isinstance(event, Assessed)]
    kinds = Counter(story.signal.kind for story in {id(story): story for story, _ in told}.values())
    assert kinds["notification"] > kinds["signal"] > kinds["advice"] > 0
    assert not any(event.draft.note for story, event in told if story.signal.kind == "advice")
    seen = [answer for _, event in told for answer in event.draft.answers.values()]
    assert {*seen} == {"observed", "not_observed"}


def test_nobody_in_it_could_be_somebody() -> None:
    invented = {
        name for row in load("names")["language"] for name in row["surnames"] + row.get("surnames_m", [])
    }
    assert {person.last_name for person in people()} <= invented | {""}
    numbers = {phones.normalise(person.phone) for person in people() if person.phone}
    assert all(number and re.fullmatch(r"\+31600\d{6}", number) for number in numbers)


def test_no_text_holds_a_number_that_could_be_a_bsn_or_a_phone() -> None:
    assert not [text for story in stories() for text in texts(story) if re.search(r"\d{5}", text)]


def test_texts_are_whole_sentences_and_clean() -> None:
    for story in stories():
        for text in texts(story):
            assert text == clean(text)
            assert not re.search(r"[{}]|  ", text)
        assert re.fullmatch(r"[A-ZÉ].*[.'’]", story.signal.narrative), story.signal.narrative


def test_advice_tells_of_nobody() -> None:
    advice = [story for story in stories() if story.signal.kind == "advice"]
    assert advice
    assert all(not story.signal.persons for story in advice)


def test_narratives_differ() -> None:
    told = [story.signal.narrative for story in stories() if story.signal.kind != "advice"]
    assert len(set(told)) > 0.98 * len(told)


@pytest.mark.parametrize(
    ("name", "shares"),
    [
        ("kind", {"signal": 0.45, "notification": 0.30, "advice": 0.25}),
        (
            "form",
            {
                "sexual_exploitation": 25 / 37,
                "labour_exploitation": 7 / 37,
                "criminal_exploitation": 3 / 37,
                "forced_marriage": 1 / 37,
            },
        ),
        ("municipality", {"GM0402": 0.44, "GM1942": 0.18, "GM0406": 0.15}),
    ],
)
def test_proportions_are_those_of_the_region(name: str, shares: dict[str, float]) -> None:
    found = Counter(getattr(story.signal, name) for story in stories())
    for code, share in shares.items():
        assert found[code] / len(stories()) == pytest.approx(share, abs=0.03)


@pytest.mark.parametrize(
    ("words", "used"),
    [
        ("involvement_roles", lambda: {person.role for person in people()}),
        ("sexes", lambda: {person.sex for person in people()}),
        ("channels", lambda: {story.signal.channel for story in stories()}),
        ("disciplines", lambda: {story.signal.discipline for story in stories()}),
        (
            "referral_states",  # the demonstration proposes nothing, and nobody takes anything back in it
            lambda: (
                {"sent", "proposed", "received", "withdrawn"}
                | {e.draft.state for e in events() if isinstance(e, Answered)}
            ),
        ),
        ("inform_choices", lambda: {e.draft.choice for e in events() if isinstance(e, Decided)}),
        (
            "inform_grounds",
            lambda: {"other", *(e.draft.ground for e in events() if isinstance(e, Decided))} - {""},
        ),
        ("signal_states", lambda: {"open", *(e.status for e in events() if isinstance(e, Ended))}),
    ],
)
def test_every_word_of_the_lists_is_used(words: str, used: object) -> None:
    assert callable(used)
    assert used() == set(vocabulary(words).codes())


def events() -> list[Event]:
    return [event for story in stories() for event in story.events]


def test_what_is_missing_is_missing_in_some_and_not_in_most() -> None:
    everybody = list(people())
    for name, unknown in (
        ("birth", ""),
        ("phone", ""),
        ("last_name", ""),
        ("nationality", "unknown"),
        ("sex", "unknown"),
    ):
        missing = sum(getattr(person, name) == unknown for person in everybody) / len(everybody)
        assert 0.01 < missing < 0.65, name
    guessed = sum(person.birth.startswith("ca.") for person in everybody) / len(everybody)
    assert 0.15 < guessed < 0.4


def test_letters_of_many_alphabets_come_by() -> None:
    letters = {letter for person in people() for letter in person.first_names + person.last_name}
    assert letters >= set("șăółễığĐẫảẹ")


def test_some_people_come_back_with_the_same_phone() -> None:
    seen = Counter(
        (person.last_name, person.phone) for person in people() if person.last_name and person.phone
    )
    back = sum(count - 1 for count in seen.values())
    assert 0.02 < back / len(list(people())) < 0.12
