"""A covenant holds from its first day up to and including its last."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import insert

from mhdesk.desk import network
from mhdesk.store import covenants
from mhdesk.store.schema import covenant

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def keep(desk: Desk, first: date, last: date | None, *, organisation_id: int = 1, purposes: str = "") -> None:
    with desk.database.writing() as connection:
        connection.execute(
            insert(covenant).values(
                organisation_id=organisation_id,
                kind="privacy",
                title="Privacyconvenant Proefregio",
                purposes=purposes,
                starts_on=first.isoformat(),
                ends_on=last.isoformat() if last else None,
                recorded_at="2026-11-23T01:08:00+00:00",
                recorded_by=desk.user.id,
            )
        )


def test_it_is_in_force_from_its_first_day_up_to_its_last(desk: Desk) -> None:
    keep(desk, FIRST, LAST)
    days = [FIRST - timedelta(days=1), FIRST, LAST, LAST + timedelta(days=1)]
    found = [bool(covenants.in_force(desk.database.connection, 1, day)) for day in days]
    assert found == [False, True, True, False]


def test_one_without_an_end_goes_on_and_one_with_another_organisation_says_nothing(desk: Desk) -> None:
    keep(desk, FIRST, None)
    assert covenants.in_force(desk.database.connection, 1, date(2040, 1, 1))
    assert not covenants.in_force(desk.database.connection, 2, FIRST)
    assert list(covenants.of_all(desk.database.connection, FIRST)) == [1]


def test_one_that_ended_is_still_told_of(desk: Desk) -> None:
    keep(desk, FIRST, LAST, purposes="shelter care")
    keep(desk, LAST, None)
    said = covenants.all_of(desk.database.connection, 1)
    assert [one.starts_on for one in said] == [LAST, FIRST]
    assert said[1].is_for("shelter")
    assert not said[1].is_for("legal")
    assert said[0].is_for("legal")


def test_it_ends_soon_only_while_it_holds(desk: Desk) -> None:
    keep(desk, FIRST, LAST)
    (one,) = covenants.all_of(desk.database.connection, 1)
    days = [date(2026, 10, 31), date(2026, 11, 1), LAST, LAST + timedelta(days=1)]
    assert [one.ends_soon(day) for day in days] == [False, True, True, False]


def waiting(desk: Desk, today: date) -> list[tuple[int | None, date | None]]:
    return [(one.record_id, one.due) for one in covenants.ending(desk.database.connection, today)]


def test_it_waits_on_today_from_sixty_days_before_its_end_until_two_weeks_after(desk: Desk) -> None:
    keep(desk, FIRST, LAST)
    days = [date(2026, 10, 31), date(2026, 11, 1), LAST, date(2027, 1, 14), date(2027, 1, 15)]
    assert [len(waiting(desk, day)) for day in days] == [0, 1, 1, 1, 0]
    assert waiting(desk, LAST) == [(1, LAST)]


def test_one_that_another_outlasts_asks_for_nothing_nor_does_an_organisation_that_ended(desk: Desk) -> None:
    keep(desk, FIRST, LAST)
    keep(desk, LAST, None)
    keep(desk, FIRST, LAST, organisation_id=2)
    assert waiting(desk, LAST) == [(2, LAST)]
    network.end_organisation(desk, 2, "23-11-2026")
    assert waiting(desk, LAST) == []
