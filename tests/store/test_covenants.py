"""A covenant holds from its first day up to and including its last."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import insert

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
