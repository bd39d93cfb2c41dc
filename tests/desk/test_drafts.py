"""What somebody types is kept for her, and for nobody else until she is no longer there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import destroying, drafts, people, signals, today
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.destroying import DestroyDraft
from mhdesk.domain.people import Role, User
from mhdesk.domain.views import TodayKind
from mhdesk.errors import InputError, NotAllowedError
from tests.desk.drafts import a_notification

if TYPE_CHECKING:
    from collections.abc import Callable

    from mhdesk.desk.desk import Desk

COLLEAGUE = "Bram Verzonnen"
WORDS = "wimpel granaat zwaluw kompas"
TYPED = '{"narrative": "Half getypt."}'

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def shared(desk: Desk) -> Desk:
    """Return a desk of a colleague, in a registry where Noor left draft 1."""
    people.add(desk, ColleagueDraft(COLLEAGUE), WORDS)
    assert drafts.keep(desk, "signal", TYPED, None).created == 1
    as_colleague(desk)
    return desk


def as_colleague(desk: Desk) -> None:
    desk.user = User(2, COLLEAGUE, Role.CARE_COORDINATOR)


def as_author(desk: Desk) -> None:
    desk.user = User(1, "Noor Voorbeeld", Role.CARE_COORDINATOR)


def test_nobody_reads_what_a_colleague_is_typing(shared: Desk) -> None:
    assert drafts.mine(shared) == []
    with pytest.raises(InputError, match=r"desk\.no_such_draft"):
        drafts.load(shared, 1)


def test_nobody_keeps_over_what_a_colleague_is_typing(shared: Desk) -> None:
    assert drafts.keep(shared, "signal", '{"narrative": "Van Bram."}', 1).created == 2
    as_author(shared)
    assert drafts.load(shared, 1).payload == TYPED


def test_nobody_throws_away_what_a_colleague_is_typing(shared: Desk) -> None:
    with pytest.raises(InputError, match=r"desk\.no_such_draft"):
        drafts.discard(shared, 1)
    as_author(shared)
    assert drafts.load(shared, 1).payload == TYPED


def test_nobody_finishes_what_a_colleague_is_typing(shared: Desk) -> None:
    signals.register(shared, a_notification(), from_draft=1)
    as_author(shared)
    assert [one.id for one in drafts.mine(shared)] == [1]


def suspended(desk: Desk) -> None:
    people.suspend(desk, 2)


def revoked(desk: Desk) -> None:
    people.take_key(desk, 2)


def without_writing(desk: Desk) -> None:
    people.change_role(desk, 2, Role.PRIVACY_OFFICER)


@pytest.fixture
def left(shared: Desk) -> Desk:
    """Return Noor's desk, in a registry where Bram left draft 2."""
    as_author(shared)
    drafts.discard(shared, 1)
    as_colleague(shared)
    assert drafts.keep(shared, "signal", TYPED, None).created == 2
    as_author(shared)
    return shared


@pytest.mark.parametrize("ends", [suspended, revoked, without_writing])
def test_what_somebody_left_who_cannot_finish_it_is_shown_to_colleagues(
    left: Desk, ends: Callable[[Desk], None]
) -> None:
    assert drafts.to_finish(left) == []
    ends(left)
    (begun,) = drafts.to_finish(left)
    assert (begun.payload, begun.begun_by) == (TYPED, COLLEAGUE)
    assert drafts.mine(left) == []
    (line,) = (one for one in today.items(left) if one.kind is TodayKind.DRAFT)
    assert (line.draft_id, line.name) == (2, COLLEAGUE)


def test_reading_what_a_colleague_left_is_logged(left: Desk) -> None:
    people.suspend(left, 2)
    assert drafts.to_finish(left)
    drafts.load(left, 2)
    rows = left.database.connection.exec_driver_sql("SELECT verb, details FROM audit_event ORDER BY seq")
    assert [tuple(row) for row in rows][-2:] == [("list.shown", "drafts"), ("draft.read", "")]


def test_what_a_colleague_left_is_of_whoever_goes_on_with_it(left: Desk) -> None:
    people.suspend(left, 2)
    assert drafts.keep(left, "signal", '{"narrative": "Half getypt. En verder."}', 2).created == 2
    people.reactivate(left, 2)
    assert [one.id for one in drafts.mine(left)] == [2]
    as_colleague(left)
    assert drafts.to_finish(left) == []


def test_what_a_colleague_left_can_be_recorded_or_thrown_away(left: Desk) -> None:
    as_colleague(left)
    drafts.keep(left, "signal", TYPED, None)
    as_author(left)
    people.suspend(left, 2)
    signals.register(left, a_notification(), from_draft=2)
    drafts.discard(left, 3)
    assert drafts.to_finish(left) == []


def test_whoever_may_not_write_sees_nothing_of_what_was_left(left: Desk) -> None:
    people.suspend(left, 2)
    left.user = User(1, "Noor Voorbeeld", Role.PRIVACY_OFFICER)
    assert [one for one in today.items(left) if one.kind is TodayKind.DRAFT] == []
    with pytest.raises(NotAllowedError):
        drafts.to_finish(left)


@pytest.fixture
def destroyed(desk: Desk) -> Desk:
    """Return a desk where a new signal names somebody known, who was destroyed while it was being typed."""
    signals.register(desk, a_notification())
    known = {"person_id": 1, "first_names": "Lina", "last_name": "Voorbeeld"}
    drafts.keep(desk, "signal", json.dumps({"narrative": "Weer gezien.", "persons": [known]}), None)
    drafts.keep(desk, "signal", TYPED, None)
    destroying.destroy(desk, [1], DestroyDraft("unfounded", "Samira Proef"))
    return desk


def test_a_draft_goes_with_whom_it_names_and_every_other_stays(destroyed: Desk) -> None:
    assert [one.payload for one in drafts.mine(destroyed)] == [TYPED]


def test_a_form_that_was_open_does_not_bring_back_what_was_destroyed(destroyed: Desk) -> None:
    with pytest.raises(InputError, match=r"desk\.no_such_signal"):
        drafts.keep(destroyed, "amend", json.dumps({"signal_id": 1, "last_name": "Voorbeeld"}), None)
    assert [one.payload for one in drafts.mine(destroyed)] == [TYPED]
