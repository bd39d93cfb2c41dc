"""What somebody types is kept for her, and for nobody else until she is no longer there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import destroying, drafts, people, signals
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.destroying import DestroyDraft
from mhdesk.domain.people import Role, User
from mhdesk.errors import InputError
from tests.desk.drafts import a_notification

if TYPE_CHECKING:
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
