"""Going through a list of signs at the desk: it stands on the signal, and the last one of a form counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from mhdesk.desk import indicators, signals
from mhdesk.domain.indicators import AssessmentDraft, newest
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.signals import SignalDraft
from mhdesk.errors import InputError
from mhdesk.store import destroying
from mhdesk.store.schema import indicator_answer, indicator_assessment
from tests.desk.drafts import a_notification

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import StoppedClock

FIRST = AssessmentDraft(
    signal_id=1,
    form="labour_exploitation",
    list_version="2026-1",
    assessed_on="23-11-2026",
    answers={"la_hours": "observed", "g_afraid": "not_observed"},
    note=" Zelf gezien bij het  bezoek. ",
)


@pytest.fixture
def busy_desk(desk: Desk) -> Desk:
    """Return a desk with one notification."""
    signals.register(desk, a_notification())
    return desk


def test_what_was_seen_stands_on_the_signal_with_the_list_that_was_read(busy_desk: Desk) -> None:
    indicators.assess(busy_desk, FIRST)
    (told,) = signals.details(busy_desk, 1).assessments
    assert (told.form, told.list_version) == ("labour_exploitation", "2026-1")
    assert told.answers == (("g_afraid", "not_observed"), ("la_hours", "observed"))
    assert told.recorded_by == busy_desk.user.name
    assert "Zelf gezien" in told.note


def test_the_last_one_of_a_form_counts_and_earlier_ones_stay(busy_desk: Desk, clock: StoppedClock) -> None:
    indicators.assess(busy_desk, FIRST)
    clock.go_on(days=1)
    indicators.assess(busy_desk, replace(FIRST, form="unknown", answers={"g_afraid": "observed"}))
    indicators.assess(busy_desk, replace(FIRST, answers={"la_hours": "not_observed"}))
    told = signals.details(busy_desk, 1).assessments
    assert [one.id for one in told] == [3, 2, 1]
    assert [one.id for one in newest(told)] == [3, 2]
    assert dict(told[-1].answers)["la_hours"] == "observed"


def test_a_sign_of_another_form_is_refused_whole(busy_desk: Desk) -> None:
    with pytest.raises(ProblemsError):
        indicators.assess(busy_desk, replace(FIRST, answers={**FIRST.answers, "se_driven": "observed"}))
    assert signals.details(busy_desk, 1).assessments == ()


def test_advice_has_signs_but_no_comment_that_could_name_somebody(desk: Desk) -> None:
    signals.register(desk, SignalDraft(kind="advice", received_on="22-11-2026", narrative="Een vraag."))
    with pytest.raises(ProblemsError) as refused:
        indicators.assess(desk, FIRST)
    assert [problem.field for problem in refused.value.problems] == ["note"]
    indicators.assess(desk, replace(FIRST, note="  "))
    assert len(signals.details(desk, 1).assessments) == 1


def test_a_signal_that_there_is_not_is_refused(desk: Desk) -> None:
    with pytest.raises(InputError):
        indicators.assess(desk, FIRST)


def test_a_destroyed_signal_leaves_no_answer_behind(busy_desk: Desk) -> None:
    indicators.assess(busy_desk, FIRST)
    with busy_desk.database.writing() as connection:
        destroying.forget(connection, destroying.uids_of(connection, [1]).values())
        left = [
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (indicator_assessment, indicator_answer)
        ]
    assert left == [0, 0]
