from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.problems import ProblemsError, refuse_if
from mhdesk.domain.signals import AGGRESSOR, MOST_PERSONS, VICTIM, Kind, PersonDraft, SignalDraft
from mhdesk.domain.text import LONGEST_LINE, LONGEST_TEXT
from mhdesk.domain.vocabulary import vocabulary

TODAY = date(2026, 3, 31)
TEXT = st.text(max_size=30)
PERSONS = st.builds(
    PersonDraft,
    role=st.sampled_from(vocabulary("involvement_roles").codes()) | TEXT,
    first_names=TEXT,
    last_name=TEXT,
    sex=TEXT,
    birth=TEXT,
    nationality=TEXT,
    phone=TEXT,
    safe_contact=TEXT,
)
DRAFTS = st.builds(
    SignalDraft,
    kind=st.sampled_from(Kind) | TEXT,
    received_on=TEXT,
    received_time=TEXT,
    channel=TEXT,
    discipline=TEXT,
    organisation=TEXT,
    municipality=TEXT,
    form=TEXT,
    other_forms=st.lists(TEXT, max_size=2),
    narrative=TEXT,
    persons=st.lists(PERSONS, max_size=3),
)


def draft(**known: object) -> SignalDraft:
    made = SignalDraft(received_on="30-03-2026", narrative="gezien bij school")
    for name, value in known.items():
        setattr(made, name, value)
    return made


def problems(made: SignalDraft) -> list[tuple[str, str]]:
    return [(problem.field, problem.code.removeprefix("draft.")) for problem in made.validate(TODAY)]


def of_person(**known: str) -> list[tuple[str, str]]:
    person = PersonDraft(last_name="Jansen")
    for name, value in known.items():
        setattr(person, name, value)
    return problems(draft(persons=[person]))


def test_a_day_and_a_sentence_are_enough() -> None:
    assert problems(draft()) == []


def test_a_day_and_a_person_are_enough() -> None:
    assert problems(draft(narrative="", persons=[PersonDraft(first_names="Merel")])) == []


def test_what_is_not_known_is_never_forced() -> None:
    assert of_person() == []
    assert {draft().form, draft().municipality, draft().discipline, PersonDraft().sex} == {"unknown"}


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("received_on", "", "received_missing"),
        ("received_on", "gisteren", "day_unreadable"),
        ("received_on", "31-02-2026", "day_does_not_exist"),
        ("received_on", "01-04-2026", "day_in_future"),
        ("received_on", "31-12-1899", "day_too_early"),
        ("received_time", "25:00", "time_unreadable"),
        ("kind", "tip", "choice_unknown"),
        ("channel", "duif", "choice_unknown"),
        ("form", "iets", "choice_unknown"),
        ("municipality", "GM9999", "choice_unknown"),
        ("discipline", "iets", "choice_unknown"),
        ("other_forms", ["iets"], "choice_unknown"),
        ("organisation", "x" * (LONGEST_LINE + 1), "too_long"),
        ("narrative", "x" * (LONGEST_TEXT + 1), "too_long"),
        ("narrative", "  ", "nothing_told"),
    ],
)
def test_each_problem_stands_at_its_field(field: str, value: object, code: str) -> None:
    assert problems(draft(**{field: value})) == [(field, code)]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("role", "buur", "choice_unknown"),
        ("sex", "q", "choice_unknown"),
        ("nationality", "XX", "choice_unknown"),
        ("phone", "geheim", "phone_unreadable"),
        ("birth", "jong", "birth_unreadable"),
        ("birth", "31-02-2004", "birth_day_does_not_exist"),
        ("birth", "31-03-2026", "birth_after_signal"),
        ("birth", "april 2026", "birth_after_signal"),
        ("birth", "2027", "birth_after_signal"),
        ("birth", "1899", "day_too_early"),
        ("last_name", "x" * (LONGEST_LINE + 1), "too_long"),
        ("safe_contact", "x" * (LONGEST_TEXT + 1), "too_long"),
    ],
)
def test_each_problem_of_a_person_stands_at_that_persons_field(field: str, value: str, code: str) -> None:
    assert of_person(**{field: value}) == [(f"persons.0.{field}", code)]


@pytest.mark.parametrize("birth", ["30-03-2026", "maart 2026", "2026", "ca. 0 jr", "120"])
def test_a_birth_on_or_before_the_signal_is_possible(birth: str) -> None:
    assert of_person(birth=birth) == []


def test_advice_holds_no_data_of_the_persons_concerned() -> None:
    assert problems(draft(kind="advice", persons=[PersonDraft(last_name="Jansen")])) == [
        ("persons", "advice_with_persons")
    ]
    assert problems(draft(kind="advice", persons=[PersonDraft()])) == []


def test_a_notification_names_a_victim_or_an_aggressor() -> None:
    without = [("persons", "notification_without_person")]
    assert problems(draft(kind="notification")) == without
    assert problems(draft(kind="notification", persons=[PersonDraft(role=VICTIM)])) == without
    assert (
        problems(draft(kind="notification", persons=[PersonDraft(role="witness", last_name="Bos")]))
        == without
    )
    assert problems(draft(kind="notification", persons=[PersonDraft(role=AGGRESSOR, sex="male")])) == []


def test_a_signal_has_so_many_persons_and_no_more() -> None:
    everybody = [PersonDraft(last_name="Jansen") for _ in range(MOST_PERSONS + 1)]
    assert problems(draft(persons=everybody)) == [("persons", "too_many_persons")]


@pytest.mark.parametrize(
    ("known", "identified", "blank"),
    [
        ({}, False, True),
        ({"role": AGGRESSOR}, False, True),
        ({"first_names": " "}, False, True),
        ({"sex": "female"}, False, False),
        ({"birth": "ca. 24"}, False, False),
        ({"nationality": "RO"}, False, False),
        ({"safe_contact": "niet bellen"}, False, False),
        ({"phone": "0612345678"}, True, False),
        ({"last_name": "Jansen"}, True, False),
        ({"person_id": 7}, True, False),
    ],
)
def test_a_person_is_identified_by_name_or_phone_only(
    known: dict[str, object], identified: bool, blank: bool
) -> None:
    person = PersonDraft()
    for name, value in known.items():
        setattr(person, name, value)
    assert (person.is_identified(), person.is_blank()) == (identified, blank)


@given(DRAFTS)
def test_whatever_is_typed_gets_problems_with_sentences_and_never_an_error(made: SignalDraft) -> None:
    assert all(problem.sentence() for problem in made.validate(TODAY))


def test_problems_refuse_without_repeating_what_was_typed() -> None:
    found = draft(received_on="geheime dag").validate(TODAY)
    with pytest.raises(ProblemsError) as caught:
        refuse_if(found)
    assert caught.value.problems == found
    assert "geheime" not in str(caught.value) + repr(caught.value.params)
    refuse_if([])
