"""Triage at the desk: a notification waits for it, the outcome begins what follows, and nothing is put off for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import kinds, signals, today, triaging
from mhdesk.domain.load import Load
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.signals import SignalDraft
from mhdesk.domain.terms import WorkTerm
from mhdesk.domain.triage import TriageDraft
from mhdesk.domain.views import TodayKind
from mhdesk.errors import InputError
from mhdesk.wording import use_language
from tests.desk.drafts import a_notification

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import StoppedClock

TRIAGE = TriageDraft(
    signal_id=1,
    held_on="23-11-2026",
    disciplines=["vt_worker", "vt_worker", "confidential_doctor"],
    direct_safety="unsafe",
    outcome="hand_over",
    reasoning="De zorgcoördinator kent haar al.",
)


@pytest.fixture
def busy_desk(desk: Desk) -> Desk:
    """Return a desk with one notification."""
    signals.register(desk, a_notification())
    return desk


def waiting(desk: Desk) -> dict[str, date | None]:
    return {item.ground: item.due for item in today.items(desk) if item.kind is TodayKind.TASK}


def task_of(desk: Desk, kind: str) -> int:
    return next(one.id for one in signals.details(desk, 1).tasks if one.kind == kind)


def test_a_notification_waits_for_triage_and_for_feedback_to_its_reporter(busy_desk: Desk) -> None:
    assert waiting(busy_desk) == {
        WorkTerm.SAFETY_ASSESSMENT: date(2026, 11, 30),
        WorkTerm.REPORTER_FEEDBACK: date(2026, 12, 7),
    }


def test_a_signal_and_advice_begin_no_term(desk: Desk) -> None:
    signals.register(desk, SignalDraft(received_on="22-11-2026", narrative="Een advertentie."))
    signals.register(desk, SignalDraft(kind="advice", received_on="22-11-2026", narrative="Een vraag."))
    assert waiting(desk) == {}


def test_a_triage_ends_its_term_and_stands_on_the_page(busy_desk: Desk) -> None:
    triaging.triage(busy_desk, TRIAGE)
    assert set(waiting(busy_desk)) == {WorkTerm.REPORTER_FEEDBACK}
    (told,) = signals.details(busy_desk, 1).triages
    assert told.disciplines == ("vt_worker", "confidential_doctor")
    assert (told.direct_safety, told.outcome) == ("unsafe", "hand_over")


def test_an_investigation_begins_ten_weeks_from_the_triage(busy_desk: Desk, clock: StoppedClock) -> None:
    clock.go_on(days=2)
    triaging.triage(busy_desk, replace(TRIAGE, outcome="investigation"))
    assert waiting(busy_desk)[WorkTerm.INVESTIGATION] == date(2027, 2, 1)


def test_a_second_triage_leaves_the_first_and_begins_nothing_twice(busy_desk: Desk) -> None:
    for _ in range(2):
        triaging.triage(busy_desk, replace(TRIAGE, outcome="investigation"))
    details = signals.details(busy_desk, 1)
    assert len(details.triages) == 2
    assert [one.kind for one in details.tasks].count(WorkTerm.INVESTIGATION) == 1


def test_a_triage_without_reasons_is_not_kept(busy_desk: Desk) -> None:
    with pytest.raises(ProblemsError):
        triaging.triage(busy_desk, replace(TRIAGE, reasoning=" "))
    assert signals.details(busy_desk, 1).triages == ()


def test_advice_has_no_triage(desk: Desk) -> None:
    signals.register(desk, SignalDraft(kind="advice", received_on="22-11-2026", narrative="Een vraag."))
    with pytest.raises(InputError, match=r"triage\.not_for_advice"):
        triaging.triage(desk, TRIAGE)


def test_what_was_done_stays_readable(busy_desk: Desk) -> None:
    triaging.finish(busy_desk, task_of(busy_desk, WorkTerm.REPORTER_FEEDBACK), "Gebeld en bedankt.")
    assert set(waiting(busy_desk)) == {WorkTerm.SAFETY_ASSESSMENT}
    done = signals.details(busy_desk, 1).tasks[1]
    assert (done.done_on, done.done_how) == (date(2026, 11, 23), "Gebeld en bedankt.")
    with pytest.raises(InputError, match=r"task\.not_open"):
        triaging.finish(busy_desk, done.id, "Nog eens.")


def test_only_a_triage_ends_the_term_of_a_triage(busy_desk: Desk) -> None:
    with pytest.raises(InputError, match=r"task\.needs_triage"):
        triaging.finish(busy_desk, task_of(busy_desk, WorkTerm.SAFETY_ASSESSMENT), "Klaar.")


def test_what_is_put_off_comes_back_on_its_day(busy_desk: Desk, clock: StoppedClock) -> None:
    triaging.snooze(
        busy_desk, task_of(busy_desk, WorkTerm.SAFETY_ASSESSMENT), "26-11-2026", "Arts is er donderdag."
    )
    assert set(waiting(busy_desk)) == {WorkTerm.REPORTER_FEEDBACK}
    clock.go_on(days=3)
    assert WorkTerm.SAFETY_ASSESSMENT in waiting(busy_desk)


@pytest.mark.parametrize(
    ("until", "reason"),
    [
        ("01-12-2026", "Later."),
        ("23-11-2026", "Nu."),
        ("30-11-2026", ""),
        ("", "Later."),
        ("31-02-2027", "Later."),
    ],
)
def test_nothing_is_put_off_past_its_term_or_without_a_reason(
    busy_desk: Desk, until: str, reason: str
) -> None:
    with pytest.raises(ProblemsError):
        triaging.snooze(busy_desk, task_of(busy_desk, WorkTerm.SAFETY_ASSESSMENT), until, reason)


def test_what_is_late_is_put_off_for_a_week_at_most(busy_desk: Desk, clock: StoppedClock) -> None:
    clock.go_on(days=30)
    number = task_of(busy_desk, WorkTerm.SAFETY_ASSESSMENT)
    with pytest.raises(ProblemsError):
        triaging.snooze(busy_desk, number, "31-12-2026", "Kerst.")
    triaging.snooze(busy_desk, number, "30-12-2026", "Kerst.")


def test_what_becomes_a_notification_waits_for_triage(desk: Desk) -> None:
    signals.register(desk, a_notification(kind="signal"))
    assert waiting(desk) == {}
    kinds.convert(desk, 1, "notification")
    assert set(waiting(desk)) == {WorkTerm.SAFETY_ASSESSMENT, WorkTerm.REPORTER_FEEDBACK}
    kinds.convert(desk, 1, "signal", "Een vergissing.")
    assert waiting(desk) == {}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_another_kind_and_back_gives_nobody_more_time(
    busy_desk: Desk, clock: StoppedClock, language: str
) -> None:
    first = waiting(busy_desk)
    clock.go_on(days=20)
    kinds.convert(busy_desk, 1, "signal", "Een vergissing.")
    assert waiting(busy_desk) == {}
    use_language(language)
    kinds.convert(busy_desk, 1, "notification")
    use_language("nl")
    assert waiting(busy_desk) == first
    assert len(signals.details(busy_desk, 1).tasks) == 2


def test_the_load_counts_days_until_triage_and_what_waits(desk: Desk, clock: StoppedClock) -> None:
    for _ in range(3):
        signals.register(desk, a_notification())
    clock.go_on(days=2)
    triaging.triage(desk, replace(TRIAGE, held_on="25-11-2026"))
    kinds.convert(desk, 3, "signal", "Een vergissing.")
    assert today.load(desk) == Load(triaged=1, median=2, longest=2, waiting=1, longest_now=2)
