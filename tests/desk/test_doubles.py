"""The look through the whole registry: each pair once, with reasons, and never who must not come up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mhdesk.desk import matching, signals
from mhdesk.desk.doubles import Check, Double
from mhdesk.domain.people import Role, User
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.errors import NotAllowedError
from mhdesk.linkage import Level
from mhdesk.store.schema import audit_event

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk

LOUBNA = PersonDraft(first_names="Loubna", last_name="El Mithal", birth="12-05-1991", phone="06-00123456")
AGAIN = PersonDraft(first_names="Loebna", last_name="Elmithal", birth="12-05-1991")
OTHER = PersonDraft(first_names="Bas", last_name="Verzonnen", birth="01-02-1980")


def register(desk: Desk, *persons: PersonDraft, **changes: object) -> None:
    told: dict[str, object] = {"kind": "signal", "received_on": "20-11-2026", "narrative": "Verzonnen."}
    signals.register(desk, SignalDraft(**(told | changes), persons=list(persons)))  # type: ignore[arg-type]  # fields by name


def looked_through(desk: Desk) -> list[Double]:
    check = Check()
    found: list[Double] = []
    for _ in range(10_000):
        step = check.step(desk)
        found += step.found
        if step.finished:
            return found
    raise AssertionError("the check never ended")


def test_two_records_of_one_person_come_up_once_with_reasons(desk: Desk) -> None:
    register(desk, LOUBNA, OTHER)
    register(desk, AGAIN)
    (pair,) = looked_through(desk)
    assert {pair.one.name, pair.other.name} == {"Loubna El Mithal", "Loebna Elmithal"}
    assert pair.level in {Level.CERTAIN, Level.PROBABLE}
    assert {field.field for field in pair.fields} >= {"first_names", "last_name", "birth"}


def test_an_empty_registry_is_looked_through_at_once(desk: Desk) -> None:
    assert looked_through(desk) == []


def test_who_was_told_apart_does_not_come_up_until_that_is_taken_back(desk: Desk) -> None:
    register(desk, LOUBNA)
    register(desk, AGAIN)
    matching.tell_apart(desk, 1, 2)
    assert looked_through(desk) == []
    matching.tell_alike(desk, 1, 2)
    assert len(looked_through(desk)) == 1


def test_who_is_told_apart_while_the_check_goes_on_does_not_come_up(desk: Desk) -> None:
    register(desk, LOUBNA)
    register(desk, AGAIN)
    check = Check()
    check._slices = matching.matcher_of(desk).everybody()
    assert matching.read_on(desk)
    matching.tell_apart(desk, 1, 2)
    assert check.step(desk).found == ()


def test_a_confidential_reporter_never_comes_up(desk: Desk) -> None:
    register(desk, LOUBNA)
    source = PersonDraft(role="reporter", first_names="Loebna", last_name="Elmithal", birth="12-05-1991")
    register(desk, source, source_confidential=True)
    assert looked_through(desk) == []


def test_the_log_says_once_that_names_were_shown_and_who_may_not_read_sees_none(desk: Desk) -> None:
    register(desk, LOUBNA)
    register(desk, AGAIN)
    for _ in range(2):
        looked_through(desk)
    told = desk.database.connection.execute(
        select(audit_event.c.details).where(audit_event.c.verb == "list.shown")
    ).scalars()
    assert list(told) == ["doubles"]
    desk.user = User(1, desk.user.name, Role.ADMINISTRATOR)
    with pytest.raises(NotAllowedError):
        Check().step(desk)
