"""Requests about own data at the desk: clocks on Today, who asks, versions, and nothing left after destroying."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from sqlalchemy import select

from mhdesk.desk import data_requests, destroying, relating, signals, today
from mhdesk.domain.data_requests import DecisionDraft, RequestDraft
from mhdesk.domain.destroying import DestroyDraft
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.relations import RelationDraft
from mhdesk.domain.signals import PersonDraft
from mhdesk.domain.views import TodayItem, TodayKind
from mhdesk.errors import InputError
from mhdesk.store import revisions
from mhdesk.store.schema import data_request, revision
from tests.desk.drafts import a_notification

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk

ASKED: Final = RequestDraft(1, "access", "20-11-2026", "self", "Paspoort gezien.")


def family(desk: Desk, birth: str = "12-05-1999") -> None:
    """Register a victim in one signal, and in another one that her father is an aggressor."""
    victim = PersonDraft(first_names="Lina", last_name="Voorbeeld", birth=birth, phone="06-12 34 42 02")
    father = PersonDraft(role="witness", first_names="Bas", last_name="Verzonnen", phone="06-12 34 42 03")
    signals.register(desk, a_notification(persons=[victim, father]))
    as_aggressor = PersonDraft(role="aggressor", last_name="Verzonnen", first_names="Bas", person_id=2)
    other = PersonDraft(first_names="Mira", last_name="Bedacht")
    signals.register(desk, a_notification(persons=[other, as_aggressor]))


def waiting(desk: Desk) -> list[TodayItem]:
    return [one for one in today.items(desk) if one.kind == TodayKind.DATA_REQUEST]


def test_a_request_waits_on_today_until_it_is_answered(desk: Desk) -> None:
    family(desk)
    number = data_requests.record(desk, ASKED).created or 0
    assert [(one.due, one.ground, one.person_id) for one in waiting(desk)] == [
        (date(2026, 12, 20), "access", 1)
    ]
    data_requests.extend(desk, number, 1, "Er is veel na te lopen.")
    assert waiting(desk)[0].due == date(2027, 2, 20)
    data_requests.decide(desk, DecisionDraft(number, 2, "granted"))
    assert waiting(desk)[0].role == "decided"
    data_requests.answered(desk, number, 3, "23-11-2026")
    assert waiting(desk) == []
    data_requests.reopen(desk, number, 4)
    assert len(waiting(desk)) == 1
    kept = revisions.of(desk.database.connection, "data_request", [number])[number]
    assert [sorted(one.earlier) for one in kept[-2:]] == [
        ["decision", "state"],
        ["due_on", "extension_reason"],
    ]


def test_what_is_destroyed_on_request_is_gone_within_three_months(desk: Desk) -> None:
    family(desk)
    number = (
        data_requests.record(desk, RequestDraft(1, "erasure", "20-11-2026", "self", "Paspoort.")).created or 0
    )
    data_requests.decide(desk, DecisionDraft(number, 1, "granted"))
    assert waiting(desk)[0].due == date(2027, 2, 20)


def test_a_parent_who_is_an_aggressor_in_another_signal_is_refused(desk: Desk) -> None:
    family(desk, birth="12-05-2013")
    relating.relate(desk, 1, RelationDraft(2, "parent_of", 1))
    asked = RequestDraft(1, "access", "20-11-2026", "parent", "identiteitskaart van de vader")
    number = data_requests.record(desk, asked).created or 0
    with pytest.raises(ProblemsError) as refused:
        data_requests.decide(desk, DecisionDraft(number, 1, "granted"))
    assert [one.code for one in refused.value.problems] == ["data_request.unsafe_asker"]
    told = DecisionDraft(number, 1, "refused", "unsafe_representative", "Hij staat als pleger.")
    data_requests.decide(desk, told)


def test_a_colleagues_change_is_not_written_over(desk: Desk) -> None:
    family(desk)
    number = data_requests.record(desk, ASKED).created or 0
    data_requests.extend(desk, number, 1, "Er is veel na te lopen.")
    with pytest.raises(InputError):
        data_requests.decide(desk, DecisionDraft(number, 1, "granted"))


def test_destroying_leaves_no_request_and_no_word_of_it(desk: Desk) -> None:
    family(desk)
    number = data_requests.record(desk, ASKED).created or 0
    data_requests.extend(desk, number, 1, "Er is veel na te lopen.")
    destroying.destroy(desk, [1, 2], DestroyDraft("unfounded", "Samira"))
    connection = desk.database.connection
    assert connection.execute(select(data_request)).all() == []
    assert connection.execute(select(revision).where(revision.c.record == "data_request")).all() == []
