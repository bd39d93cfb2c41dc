"""Whoever waits stays on Today: corrections of a role or a kind take nobody off it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import informing, kinds, roles, signals, today
from mhdesk.domain.informing import InformDraft, State
from mhdesk.domain.people import Role, User
from mhdesk.domain.roles import RoleDraft
from mhdesk.domain.signals import VICTIM, Kind, PersonDraft
from mhdesk.store import decisions, involvements, users
from tests.desk.drafts import a_notification
from tests.desk.test_informing import not_yet

if TYPE_CHECKING:
    from datetime import date

    from mhdesk.desk.desk import Desk
    from mhdesk.domain.views import TodayKind
    from tests.registry_fixtures import StoppedClock

BRAM = User(2, "Bram Verzonnen", Role.VT_WORKER)


def register(desk: Desk, kind: Kind) -> None:
    signals.register(desk, a_notification(kind=kind, persons=[PersonDraft(first_names="Lina")]))


def waits(desk: Desk) -> list[tuple[TodayKind, date | None]]:
    return [(item.kind, item.due) for item in today.items(desk) if item.involvement_id]


def take_back_a_role(desk: Desk) -> None:
    roles.change_role(desk, RoleDraft(1, "witness", "Bleek een vergissing."))
    assert not waits(desk)
    roles.change_role(desk, RoleDraft(1, VICTIM, "Toch niet."))


def disagree(desk: Desk) -> None:
    """Let Bram open a decision of today again."""
    with desk.database.writing() as connection:
        users.add(connection, key_id="2", name=BRAM.name, role=BRAM.role, created_at="")
    asked = informing.decide(desk, not_yet(1, choice="not", review_on="")).created or 0
    desk.user = BRAM
    informing.agree(desk, asked, "disagreed", "Zij is veilig.")


def test_who_is_to_be_informed_without_a_term_and_was_a_witness_for_a_moment(desk: Desk) -> None:
    register(desk, Kind.SIGNAL)
    informing.decide(desk, InformDraft(1, "inform", decided_by="Noor", decided_on="23-11-2026"))
    before = waits(desk)
    assert before
    take_back_a_role(desk)
    assert waits(desk) == before


def test_a_not_yet_of_a_spreadsheet_that_was_looked_through_and_was_a_witness_for_a_moment(
    desk: Desk,
) -> None:
    register(desk, Kind.SIGNAL)
    told = {"involvement_id": 1, "choice": "not_yet", "historic": True, "recorded_by": 1}
    with desk.database.writing() as connection:
        decisions.add(connection, {**told, "recorded_at": "2026-11-23T01:00:00+00:00"})
        involvements.set_informing(connection, 1, state=State.NOT_YET, due=None, duty_on=desk.today())
    before = waits(desk)
    take_back_a_role(desk)
    assert waits(desk) == before


@pytest.mark.parametrize("kind", [Kind.NOTIFICATION, Kind.SIGNAL])
def test_who_was_opened_again_by_a_second_person_whatever_the_record_is_called(
    desk: Desk, kind: Kind
) -> None:
    register(desk, kind)
    disagree(desk)
    if kind is Kind.SIGNAL:
        kinds.convert(desk, 1, Kind.NOTIFICATION, "Er kwam een melding.")
    before = waits(desk)
    kinds.convert(desk, 1, Kind.SIGNAL, "Bleek een vergissing.")
    assert waits(desk) == before


def test_whose_term_began_before_and_ends_on_the_day_on_which_one_of_today_would(
    desk: Desk, clock: StoppedClock
) -> None:
    clock.moment = datetime.fromisoformat("2027-01-29T10:00:00+01:00")
    register(desk, Kind.NOTIFICATION)
    before = waits(desk)
    clock.go_on(days=2)
    kinds.convert(desk, 1, Kind.SIGNAL, "Bleek een vergissing.")
    assert waits(desk) == before
    assert signals.details(desk, 1).involvements[0].inform_state == State.UNDECIDED


def test_a_term_that_began_today_by_mistake_ends_at_the_end_of_a_month_too(
    desk: Desk, clock: StoppedClock
) -> None:
    clock.moment = datetime.fromisoformat("2027-01-31T10:00:00+01:00")
    register(desk, Kind.NOTIFICATION)
    kinds.convert(desk, 1, Kind.SIGNAL, "Bleek een vergissing.")
    assert not waits(desk)
