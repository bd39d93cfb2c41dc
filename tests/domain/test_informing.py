from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.dates import display_day, parse_day
from mhdesk.domain.informing import (
    Choice,
    InformDraft,
    State,
    contact_problems,
    longest_wait,
    next_duty,
    state_after,
)
from mhdesk.domain.text import LONGEST_LINE, LONGEST_TEXT
from mhdesk.domain.vocabulary import vocabulary

TODAY = date(2026, 3, 31)
TEXT = st.text(max_size=15)
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
GROUNDS = [term.code for term in vocabulary("legal_grounds") if term.code != "unknown"]


def waiting(**known: object) -> InformDraft:
    made = InformDraft(
        choice=Choice.NOT_YET,
        ground="safety_victim",
        legal_ground="uavg_41_1_i",
        reasoning="de pleger woont bij haar in huis",
        decided_by="Joke Testpersoon",
        decided_on="31-03-2026",
        review_on="14-04-2026",
        weighing={"risks": "hij kan nu niets laten verbeteren"},
    )
    for name, value in known.items():
        setattr(made, name, value)
    return made


def problems(made: InformDraft, *colleagues: str) -> list[tuple[str, str]]:
    found = made.validate(TODAY, colleagues)
    return [(problem.field, problem.code.removeprefix("inform.")) for problem in found]


def test_not_yet_stands_with_grounds_reasons_and_a_day_to_look_again() -> None:
    assert problems(waiting()) == []


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("choice", "later", "choice_missing"),
        ("ground", "", "ground_missing"),
        ("ground", "geen zin", "ground_missing"),
        ("legal_ground", "", "legal_ground_missing"),
        ("legal_ground", "unknown", "legal_ground_missing"),
        ("reasoning", " ", "reasoning_missing"),
        ("decided_by", "", "decided_by_missing"),
        ("decided_on", "", "decided_on_missing"),
        ("decided_on", "01-04-2026", "draft.day_in_future"),
        ("review_on", "", "review_missing"),
        ("review_on", "31-02-2026", "draft.day_does_not_exist"),
        ("review_on", "31-03-2026", "review_in_past"),
        ("review_on", "29-04-2026", "review_too_late"),
        ("reasoning", "x" * (LONGEST_TEXT + 1), "draft.too_long"),
        ("agreed_by", "x" * (LONGEST_LINE + 1), "draft.too_long"),
    ],
)
def test_not_yet_cannot_stand_without(field: str, value: str, code: str) -> None:
    assert problems(waiting(**{field: value})) == [(field, code)]


def test_a_review_that_passed_before_it_was_written_down_is_no_review() -> None:
    assert problems(waiting(decided_on="01-03-2026", review_on="15-03-2026")) == [
        ("review_on", "review_in_past")
    ]


@pytest.mark.parametrize("legal_ground", GROUNDS)
def test_each_ground_allows_its_own_longest_wait(legal_ground: str) -> None:
    last = TODAY + timedelta(days=longest_wait(legal_ground))
    allowed = waiting(legal_ground=legal_ground, review_on=display_day(last))
    too_late = waiting(legal_ground=legal_ground, review_on=display_day(last + timedelta(days=1)))
    assert problems(allowed) == []
    assert problems(too_late) == [("review_on", "review_too_late")]
    assert display_day(last) in too_late.validate(TODAY)[0].sentence()


def test_a_ground_that_is_not_known_has_no_longest_wait() -> None:
    assert longest_wait("from_2040") == 0


def test_alone_or_on_the_word_of_an_outsider_not_is_looked_at_again() -> None:
    assert problems(waiting(choice="not", review_on="")) == [("review_on", "review_missing_alone")]
    outside = waiting(choice="not", review_on="", agreed_by="Piet Testpersoon")
    assert problems(outside) == [("review_on", "review_missing_outside")]
    assert problems(outside, "Ans Testpersoon") == [("review_on", "review_missing_outside")]
    assert problems(waiting(choice="not", review_on="31-12-2026")) == []


def test_not_waits_for_a_colleague_where_there_is_one() -> None:
    made = waiting(choice="not", review_on="")
    assert problems(made, "Ans Testpersoon") == []
    assert made.waits_for_colleague(["Ans Testpersoon"])
    assert not made.waits_for_colleague([])
    assert not waiting(choice="not", agreed_by="Piet").waits_for_colleague(["Ans Testpersoon"])
    assert not waiting(choice="not_yet").waits_for_colleague(["Ans Testpersoon"])


def test_four_eyes_are_never_one_pair() -> None:
    twice = waiting(choice="not", agreed_by="joke  TESTPERSOON")
    assert problems(twice) == [("agreed_by", "agreed_by_same")]
    at_own_login = waiting(choice="not", agreed_by="Ans Testpersoon")
    assert problems(at_own_login, "Ans Testpersoon") == [("agreed_by", "agreed_by_colleague")]
    only_herself = waiting(choice="not", review_on="", agreed_by="")
    assert problems(only_herself, "Joke Testpersoon") == [("review_on", "review_missing_alone")]


def test_a_ground_of_the_uavg_is_weighed_on_one_point_at_least() -> None:
    assert problems(waiting(weighing={})) == [("weighing", "weighing_missing")]
    assert problems(waiting(weighing={"risks": " ", "no point": "x"})) == [("weighing", "weighing_missing")]
    assert problems(waiting(weighing={}, legal_ground="wmo_5_3_1_2")) == []
    long = waiting(weighing={"scope": "x" * (LONGEST_TEXT + 1)})
    assert problems(long) == [("weighing.scope", "draft.too_long")]


def test_nobody_informs_past_a_rule_for_safe_contact() -> None:
    made = InformDraft(choice="inform")
    assert [one.field for one in contact_problems(made, "Alleen appen.")] == ["contact_read"]
    assert contact_problems(made, " ") == contact_problems(waiting(), "Alleen appen.") == []
    made.contact_read = True
    assert contact_problems(made, "Alleen appen.") == []


def test_informing_needs_no_ground_but_tells_how_it_was_done() -> None:
    informing = InformDraft(choice="inform", decided_by="Joke Testpersoon", decided_on="30-03-2026")
    assert problems(informing) == []
    informing.informed_on = "31-03-2026"
    assert problems(informing) == [("informed_how", "how_missing")]
    informing.informed_how = "in een gesprek op kantoor"
    assert problems(informing) == []


def test_history_may_lack_what_nobody_wrote_down() -> None:
    assert problems(InformDraft(choice="not_yet", ground="police_investigation", historic=True)) == []
    assert problems(InformDraft(historic=True)) == [("choice", "choice_missing")]


@given(
    st.builds(
        InformDraft,
        choice=st.sampled_from(Choice) | TEXT,
        ground=st.sampled_from(vocabulary("inform_grounds").codes()) | TEXT,
        legal_ground=st.sampled_from(GROUNDS) | TEXT,
        reasoning=TEXT,
        decided_by=TEXT,
        decided_on=DAYS.map(display_day) | TEXT,
        agreed_by=TEXT,
        review_on=DAYS.map(display_day) | TEXT,
        informed_on=DAYS.map(display_day) | TEXT,
        informed_how=TEXT,
        weighing=st.dictionaries(st.sampled_from(vocabulary("weighing_points").codes()) | TEXT, TEXT),
    ),
    DAYS,
    st.lists(TEXT, max_size=3),
)
def test_a_decision_to_wait_that_stands_is_never_forgotten(
    made: InformDraft, today: date, colleagues: list[str]
) -> None:
    found = made.validate(today, colleagues)
    assert all(problem.sentence() for problem in found)
    if found:
        return
    state = state_after(made)
    duty = next_duty(state, None, parse_day(made.review_on))
    assert state != State.NOT_YET or (duty is not None and duty >= today)
    assert state != State.NOT or duty is not None or made.waits_for_colleague(colleagues)


@given(st.builds(waiting, review_on=DAYS.map(display_day)), DAYS, DAYS)
def test_waiting_has_a_day_to_look_again_that_the_ground_allows(
    made: InformDraft, decided: date, today: date
) -> None:
    made.decided_on = display_day(decided)
    review = parse_day(made.review_on)
    assert review
    allowed = decided < review <= decided + timedelta(days=28) and review >= today >= decided
    assert (made.validate(today) == []) is allowed


@pytest.mark.parametrize(
    ("made", "state"),
    [
        (InformDraft(choice="inform"), State.TO_INFORM),
        (InformDraft(choice="inform", informed_on="31-03-2026"), State.INFORMED),
        (InformDraft(choice="inform", historic=True), State.INFORMED),
        (InformDraft(choice="not_yet"), State.NOT_YET),
        (InformDraft(choice="not"), State.NOT),
    ],
)
def test_a_decision_leads_to_a_state(made: InformDraft, state: State) -> None:
    assert state_after(made) == state


DUE, REVIEW = date(2026, 4, 30), date(2026, 4, 14)


@pytest.mark.parametrize(
    ("state", "due", "review_on", "duty"),
    [
        (State.NONE_NEEDED, DUE, REVIEW, None),
        (State.UNDECIDED, DUE, None, DUE),
        (State.UNDECIDED, DUE, REVIEW, DUE),
        (State.TO_INFORM, DUE, None, DUE),
        (State.INFORMED, DUE, REVIEW, None),
        (State.NOT_YET, DUE, REVIEW, REVIEW),
        (State.NOT_YET, DUE, None, DUE),
        (State.NOT_YET, None, REVIEW, REVIEW),
        (State.NOT, DUE, REVIEW, REVIEW),
        (State.NOT, DUE, None, None),
    ],
)
def test_the_next_duty_is_the_term_and_then_the_review(
    state: State, due: date | None, review_on: date | None, duty: date | None
) -> None:
    assert next_duty(state, due, review_on) == duty


@given(st.none() | DAYS, st.none() | DAYS)
def test_not_yet_waits_on_some_day_as_long_as_one_is_known(due: date | None, review_on: date | None) -> None:
    assert (next_duty(State.NOT_YET, due, review_on) is None) is (due is None and review_on is None)


@pytest.mark.parametrize("typed", ["31-12-1899", "0001-01-01"])
def test_nobody_decided_or_informed_before_the_last_century(typed: str) -> None:
    told = waiting(choice=Choice.INFORM, decided_on=typed, informed_on=typed, informed_how="aan de balie")
    assert problems(told)[:2] == [
        ("decided_on", "draft.day_too_early"),
        ("informed_on", "draft.day_too_early"),
    ]


@pytest.mark.parametrize(
    ("known", "last"),
    [
        ({}, date(2026, 4, 28)),
        ({"decided_on": ""}, None),
        ({"choice": Choice.NOT, "agreed_by": "Ab Testpersoon"}, date(2027, 4, 1)),
        ({"choice": Choice.INFORM}, None),
        ({"choice": ""}, None),
    ],
)
def test_the_last_day_for_a_review_is_the_same_wherever_it_is_asked(
    known: dict[str, str], last: date | None
) -> None:
    made = waiting(**known)
    assert made.latest_review() == last
    if last:
        made.review_on = display_day(last)
        assert problems(made) == []
        made.review_on = display_day(last + timedelta(days=1))
        assert problems(made) == [("review_on", "review_too_late")]
