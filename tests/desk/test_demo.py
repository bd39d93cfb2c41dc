"""The fictitious registry: filled in one go, as if everything had been recorded one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Table, func, select

from mhdesk import vault
from mhdesk.desk import (
    demo,
    indicators,
    informing,
    referring,
    registries,
    signals,
    today,
    triaging,
    verifying,
)
from mhdesk.domain.views import SignalDetails, SignalFilter, TodayItem, TodayKind
from mhdesk.errors import InputError
from mhdesk.fiction import Answered, Assessed, Decided, Done, Event, Referred, Story, Triaged, invent
from mhdesk.store import audit, schema, tasks
from mhdesk.store.schema import audit_event, audit_subject, involvement, person
from tests.desk.drafts import a_notification
from tests.registry_fixtures import START

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

# What a registry is made with, what only this computer did, and what is not of this making.
NOT_CONTENT = {
    "setting",
    "user",
    "audit_event",
    "audit_subject",
    "draft",
    "import_batch",
    "import_row",
    "release",
}


class Cancelled(Exception):  # noqa: N818 - nothing went wrong: somebody changed their mind
    """Somebody stopped it."""


@pytest.fixture
def two_desks(registry: ReadyRegistry, clock: StoppedClock, tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    """Return desks over two registries that are empty alike."""
    desks = [copy.open(clock) for copy in (registry, registry.at(tmp_path / "other"))]
    yield desks[0], desks[1]
    for one in desks:
        one.close()


def rows(desk: Desk, table: Table) -> list[dict[str, Any]]:
    found = desk.database.connection.execute(select(table).order_by(*table.primary_key.columns))
    return [dict(row) for row in found.mappings()]


def documents(desk: Desk, table: str) -> list[tuple[int, str]]:
    return [tuple(row) for row in desk.database.connection.exec_driver_sql(f"SELECT rowid, * FROM {table}")]


def content(desk: Desk) -> dict[str, Any]:
    """Return everything that a registry tells, by table."""
    tables = {
        name: rows(desk, table) for name, table in schema.metadata.tables.items() if name not in NOT_CONTENT
    }
    return tables | {name: documents(desk, name) for name in ("search_words", "search_parts")}


def test_the_same_seed_fills_two_registries_alike(two_desks: tuple[Desk, Desk]) -> None:
    for one in two_desks:
        demo.fill(one, 150, 7)
    assert content(two_desks[0]) == content(two_desks[1])


def test_another_seed_fills_it_otherwise(two_desks: tuple[Desk, Desk]) -> None:
    for seed, one in enumerate(two_desks):
        demo.fill(one, 20, seed)
    assert content(two_desks[0]) != content(two_desks[1])


def happen(desk: Desk, signal_id: int, event: Event, concerned: list[int], referred: list[int]) -> None:
    """Let the ordinary verbs record what followed on a signal."""
    if isinstance(event, Decided):
        informing.decide(desk, replace(event.draft, involvement_id=concerned[event.person]))
    elif isinstance(event, Referred):
        about = None if event.person is None else concerned[event.person]
        known = {view.name: view.id for view in referring.all_organisations(desk)}
        organisation = known[event.draft.organisation_name]
        named = replace(event.draft, signal_id=signal_id, involvement_id=about, organisation_id=organisation)
        number = referring.refer(desk, named).created
        assert number is not None
        referred.append(number)
    elif isinstance(event, Answered):
        referring.answer(desk, replace(event.draft, referral_id=referred[event.referral]))
    elif isinstance(event, Assessed):
        indicators.assess(desk, replace(event.draft, signal_id=signal_id))
    elif isinstance(event, Triaged):
        triaging.triage(desk, replace(event.draft, signal_id=signal_id))
    elif isinstance(event, Done):
        (waiting,) = tasks.open_of(desk.database.connection, signal_id, event.term)
        triaging.finish(desk, waiting.id, event.how)
    else:
        signals.change_status(desk, signal_id, event.status, event.reason)


def record_one_by_one(desk: Desk, clock: StoppedClock, stories: list[Story]) -> None:
    """Record stories by the verbs that people use, each thing at its moment."""
    happenings: list[tuple[datetime, int, Event | None]] = [
        (story.recorded_at, number, None) for number, story in enumerate(stories)
    ]
    happenings += [
        (event.at, number, event) for number, story in enumerate(stories) for event in story.events
    ]
    made: dict[int, tuple[int, list[int], list[int]]] = {}
    for moment, number, event in sorted(happenings, key=lambda one: one[0]):
        clock.moment = moment.astimezone(START.tzinfo)
        if event is None:
            signal_id = signals.register(desk, stories[number].signal).created
            assert signal_id is not None
            concerned = [one.id for one in signals.details(desk, signal_id).involvements]
            made[number] = (signal_id, concerned, [])
        else:
            happen(desk, made[number][0], event, *made[number][1:])
    clock.moment = START


def shown(desk: Desk) -> list[SignalDetails]:
    """Return every signal as its page shows it, without the ids that say when a row was added."""
    return [without_ids(signals.details(desk, number)) for number in signals.ids(desk, SignalFilter())]


def waiting(desk: Desk) -> list[TodayItem]:
    """Return what Today shows of signals, without the ids of the rows behind it."""
    return [replace(item, record_id=None) for item in today.items(desk) if item.signal_id]


def without_ids(details: SignalDetails) -> SignalDetails:
    concerned = (
        replace(one, decisions=tuple(replace(decision, id=0) for decision in one.decisions))
        for one in details.involvements
    )
    return replace(
        details,
        involvements=tuple(concerned),
        referrals=tuple(replace(referral, id=0) for referral in details.referrals),
        triages=tuple(replace(triage, id=0) for triage in details.triages),
        assessments=tuple(replace(one, id=0) for one in details.assessments),
        tasks=tuple(replace(task, id=0) for task in details.tasks),
        notes=tuple(
            sorted((replace(note, id=0) for note in details.notes), key=lambda note: note.recorded_at)
        ),
    )


@pytest.mark.parametrize("seed", [8, 11])  # people come back in them: completed, renamed, told otherwise
def test_it_stands_as_the_ordinary_verbs_would_have_left_it(
    two_desks: tuple[Desk, Desk], clock: StoppedClock, seed: int
) -> None:
    filled, typed = two_desks
    demo.fill(filled, 70, seed)
    record_one_by_one(typed, clock, list(invent(70, seed, filled.today())))
    assert shown(filled) == shown(typed)
    assert waiting(filled) == waiting(typed)
    assert rows(filled, schema.person_key) == rows(typed, schema.person_key)
    uid = {"uid": ""}
    assert [row | uid for row in rows(filled, person)] == [row | uid for row in rows(typed, person)]
    for table in ("search_words", "search_parts"):
        found = [
            [(number, sorted(text.split())) for number, text in documents(desk, table)] for desk in two_desks
        ]
        assert found[0] == found[1]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_today_shows_each_kind_of_thing_that_waits(desk: Desk, seed: int) -> None:
    demo.fill(desk, 120, seed)
    items = today.items(desk)
    expected = {TodayKind.DECIDE, TodayKind.INFORM, TodayKind.REVIEW, TodayKind.ANSWER, TodayKind.TASK}
    assert {item.kind for item in items} >= expected
    for kind in (TodayKind.DECIDE, TodayKind.REVIEW):
        due = [item.due for item in items if item.kind == kind and item.due]
        assert min(due) < desk.today() < max(due)


def test_a_filled_registry_is_whole(desk: Desk) -> None:
    demo.fill(desk, 1200, 7)
    assert verifying.verify(desk) == []
    assert len(signals.ids(desk, SignalFilter())) == 1200
    assert desk.info().signals == 1200


def test_one_event_has_a_line_for_each_person(desk: Desk) -> None:
    demo.fill(desk, 60, 7)
    event = desk.database.connection.execute(
        select(audit_event).where(audit_event.c.verb == "demo.filled")
    ).one()
    lines = desk.database.connection.execute(
        select(audit_subject).where(audit_subject.c.seq == event.seq)
    ).all()
    people = desk.database.connection.execute(select(person.c.id).order_by(person.c.id)).scalars().all()
    told = [(line.record_id, line.person_id) for line in lines if line.record == "person"]
    assert told == [(number, number) for number in people]
    assert {"case_file", "organisation"} <= {line.record for line in lines}
    assert event.details == "signals=60"


def test_some_people_are_concerned_in_more_than_one_signal(desk: Desk) -> None:
    demo.fill(desk, 400, 7)
    times = select(func.count()).select_from(involvement).group_by(involvement.c.person_id)
    assert max(desk.database.connection.execute(times).scalars()) > 1


def test_a_registry_with_signals_is_not_filled(desk: Desk) -> None:
    signals.register(desk, a_notification())
    with pytest.raises(InputError, match=r"demo\.not_empty"):
        demo.fill(desk, 5, 1)
    assert len(signals.ids(desk, SignalFilter())) == 1


def test_more_than_fits_is_refused(desk: Desk) -> None:
    with pytest.raises(InputError, match=r"demo\.too_many"):
        demo.fill(desk, demo.MOST_SIGNALS + 1, 1)


def test_progress_tells_how_many_are_done(desk: Desk) -> None:
    told: list[tuple[int, int]] = []
    demo.fill(desk, 1100, 7, lambda done, signals: told.append((done, signals)))
    assert told == [(done, 1100) for done in (250, 500, 550, 800, 1050, 1100)]


def test_what_is_cancelled_leaves_nothing(desk: Desk) -> None:
    def stop(_done: int, _signals: int) -> None:
        raise Cancelled

    before = content(desk), audit.count(desk.database.connection)
    with pytest.raises(Cancelled):
        demo.fill(desk, 30, 1, stop)
    assert (content(desk), audit.count(desk.database.connection)) == before


def test_the_registry_is_made_whole_and_opens_as_it_says(tmp_path: Path, clock: StoppedClock) -> None:
    folder = tmp_path / "fictief"
    demo.make(folder, 30, 7, clock=clock).desk.close()
    desk = registries.open_registry(folder, demo.USER_NAME, demo.PASSPHRASE, clock=clock)
    try:
        assert desk.info().signals == 30
        assert audit.count(desk.database.connection) == 4  # made, filled, recovery page, login
        assert verifying.verify(desk) == []
    finally:
        desk.close()


def test_a_registry_whose_making_fails_is_not_there(tmp_path: Path, clock: StoppedClock) -> None:
    def stop(_done: int, _signals: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        demo.make(tmp_path / "fictief", 30, 7, clock=clock, progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("van iemand", encoding="utf-8")
    with pytest.raises(InputError, match=r"vault\.folder_not_empty"):
        demo.make(tmp_path, 5, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["brief.txt"]


def test_the_passphrase_that_everybody_knows_is_still_a_good_one() -> None:
    assert vault.strength(demo.PASSPHRASE, [demo.USER_NAME]).level >= 2


def test_the_clock_of_the_desk_says_where_the_fiction_ends(
    two_desks: tuple[Desk, Desk], clock: StoppedClock
) -> None:
    demo.fill(two_desks[0], 10, 1)
    clock.moment = datetime.fromisoformat("2031-03-31T12:00:00+02:00")
    demo.fill(two_desks[1], 10, 1)
    newest = [signals.rows(one, signals.ids(one, SignalFilter())[:1])[0].received_on for one in two_desks]
    assert [day.year for day in newest] == [2026, 2031]
