"""What was destroyed is gone, stays gone, and its numbers are nobody else's."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, insert, select

from mhdesk.desk import drafts, informing, referring, signals
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.leads import LeadDraft
from mhdesk.domain.referrals import ReferralDraft
from mhdesk.domain.signals import PersonDraft
from mhdesk.store import destroying, revisions, search
from mhdesk.store import signals as stored
from mhdesk.store.revisions import Author
from mhdesk.store.schema import (
    draft,
    import_row,
    involvement,
    metadata,
    person,
    referral_answer,
    signal,
)
from tests.desk.drafts import a_notification
from tests.store.raw_pages import decrypted
from tests.store.trying import undone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

WORD: Final = "qxzvwjkmplth"
TOLD: Final = f"{WORD} bij het vakantiepark."
# What stays by its nature: who works here, whom one refers to, what was counted, and the log.
LASTING: Final = {"setting", "user", "organisation", "import_batch", "import_row", "release"}
LOG: Final = {"audit_event", "audit_subject", "audit_checkpoint"}


def register(desk: Desk, *people: PersonDraft, told: str = TOLD) -> int:
    """Record a notification about these people and return its id."""
    change = signals.register(desk, a_notification(narrative=told, persons=list(people)))
    assert change.created is not None
    return change.created


def somebody(name: str = f"Lina{WORD}", phone: str = "") -> PersonDraft:
    return PersonDraft(first_names=name, last_name="Voorbeeld", phone=phone)


def follow_up(desk: Desk, signal_id: int) -> None:
    """Let everything hang on a signal that can."""
    details = signals.details(desk, signal_id)
    one = details.involvements[0]
    informing.decide(
        desk, InformDraft(one.id, "inform", reasoning=WORD, decided_by=WORD, decided_on="23-11-2026")
    )
    made = referring.refer(
        desk,
        ReferralDraft(
            signal_id, one.id, 1, purpose="care", basis="consent_oral", referred_on="23-11-2026", note=WORD
        ),
    )
    signals.change_status(desk, signal_id, "closed", f"{WORD} klaar")
    drafts.keep(desk, "inform", json.dumps({"signal_id": signal_id, "reasoning": WORD}), None)
    beside: dict[str, Any] = {"recorded_at": "2026-11-23T01:08:00+00:00", "recorded_by": 1}
    by = Author(1, "2026-11-23T01:08:00+00:00")
    with desk.database.writing() as connection:
        connection.execute(
            insert(referral_answer).values(referral_id=made.created, state="accepted", answer=WORD, **beside)
        )
        revisions.keep(connection, "signal", signal_id, 99, {"narrative": WORD}, by)
        revisions.keep(connection, "person", one.person_id or 0, 99, {"last_name": WORD}, by)
        connection.execute(insert(import_row).values(fingerprint="f" * 64, signal_id=signal_id))


def forget(desk: Desk, uids: Iterable[str]) -> destroying.Forgotten:
    with desk.database.writing() as connection:
        return destroying.forget(connection, uids)


def uids(desk: Desk, *signal_ids: int) -> list[str]:
    return list(destroying.uids_of(desk.database.connection, signal_ids).values())


def rows(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table but the log."""
    tables = [table for table in metadata.sorted_tables if table.name not in LOG]
    return {
        table.name: [tuple(row) for row in desk.database.connection.execute(select(table))]
        for table in tables
    }


def test_everything_about_a_signal_goes_with_it(desk: Desk) -> None:
    number = register(desk, somebody(), PersonDraft(role="aggressor", last_name=WORD))
    follow_up(desk, number)
    forgotten = forget(desk, uids(desk, number))
    assert list(forgotten.signals.values()) == [number]
    assert sorted(forgotten.persons.values()) == [1, 2]
    assert {name for name, kept in rows(desk).items() if kept} <= LASTING
    assert search.integrity(desk.database.connection) == 0


def test_no_page_of_the_file_holds_it_any_more(registry: ReadyRegistry, clock: StoppedClock) -> None:
    desk = registry.open(clock)
    follow_up(desk, register(desk, somebody()))
    desk.close()

    def pages() -> bytes:
        return decrypted(registry.folder / "registry.db", registry.unlocked.database_key).lower()

    pieces = [piece.encode() for piece in (WORD, WORD[3:], WORD[:-3])]
    assert all(piece in pages() for piece in pieces)
    desk = registry.open(clock)
    forget(desk, uids(desk, 1))
    desk.close()
    assert not any(piece in pages() for piece in pieces)


def test_somebody_whom_another_signal_knows_stays_until_the_last_one_goes(desk: Desk) -> None:
    first = register(desk, somebody(phone="0612344202"))
    second = register(desk, somebody(phone="0612344202"))
    one = uids(desk, first)
    assert forget(desk, one).persons == {}
    assert [row.name for row in signals.details(desk, second).involvements] == [f"Lina{WORD} Voorbeeld"]
    assert list(forget(desk, uids(desk, second)).persons.values()) == [1]


def test_forgetting_again_does_nothing(desk: Desk) -> None:
    follow_up(desk, number := register(desk, somebody()))
    register(desk, somebody("Mai"))
    gone = forget(desk, uids(desk, number))
    before = rows(desk)
    assert forget(desk, [*gone.signals, *gone.persons]) == destroying.Forgotten({}, {})
    assert rows(desk) == before


def test_a_row_of_a_spreadsheet_stays_known_without_its_signal(desk: Desk) -> None:
    follow_up(desk, number := register(desk, somebody()))
    forget(desk, uids(desk, number))
    assert rows(desk)["import_row"] == [("f" * 64, None)]


def test_the_numbers_of_the_last_one_are_given_to_nobody_else(desk: Desk) -> None:
    register(desk, somebody())
    follow_up(desk, last := register(desk, somebody("Mai")))
    forget(desk, uids(desk, last))
    change = signals.register(desk, a_notification())
    assert (change.created, change.reference) == (3, "GV-2026-0003")
    assert 2 not in change.persons
    ids = [one.id for one in signals.details(desk, 3).involvements]
    assert min(ids) > 2
    assert stored.next_number(desk.database.connection, 2026) == 4


def test_a_draft_about_another_signal_stays(desk: Desk) -> None:
    number, other = register(desk, somebody()), register(desk, somebody("Mai"))
    drafts.keep(desk, "inform", json.dumps({"signal_id": other}), None)
    drafts.keep(desk, "signal", json.dumps({"narrative": "nieuw"}), None)
    forget(desk, uids(desk, number))
    assert desk.database.connection.execute(select(func.count()).select_from(draft)).scalar_one() == 2


def test_what_is_not_due_yet_is_not_named(desk: Desk) -> None:
    register(desk, somebody())
    assert destroying.due(desk.database.connection, "2026-11-20") == []
    assert destroying.due(desk.database.connection, "2026-11-21") == [1]


class TestAnySet:
    """Whatever is destroyed: what is left is whole, and nobody is left whom nothing knows."""

    @pytest.fixture
    def crowd(self, desk: Desk) -> Desk:
        for n in range(6):
            people = [somebody(f"Naam{m}", phone=f"06000000{m}{m}") for m in range(3) if n % (m + 2) < 2]
            register(desk, *people, told=f"Verhaal {n}")
        return desk

    @settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(chosen=st.sets(st.integers(1, 6)))
    def test_is_gone_and_the_rest_is_whole(self, crowd: Desk, chosen: set[int]) -> None:
        wanted = uids(crowd, *sorted(chosen))
        with undone(crowd.database) as connection:
            gone = destroying.forget(connection, wanted)
            assert set(gone.signals.values()) == chosen
            assert set(connection.execute(select(signal.c.id)).scalars()) == set(range(1, 7)) - chosen
            known = connection.execute(select(involvement.c.person_id)).scalars()
            assert set(connection.execute(select(person.c.id)).scalars()) == set(known)
            assert search.integrity(connection) == 0
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_no_other_signal_names_what_was_destroyed(desk: Desk) -> None:
    lead = LeadDraft("vehicle", "witte bestelbus 99-XXX-9")
    first = signals.register(desk, a_notification(persons=[somebody()], leads=[lead])).created or 0
    told = a_notification(persons=[somebody("Mai")], leads=[lead], related=[first])
    second = signals.register(desk, told).created or 0
    assert "GV-2026-0001" in signals.details(desk, second).notes[0].text
    with desk.database.writing() as connection:
        destroying.forget(connection, destroying.uids_of(connection, [first]).values())
    assert signals.details(desk, second).notes == ()
    left = [stored.document(desk.database.connection, second)]
    assert search.misplaced(desk.database.connection, left, range(second, second + 1)) == 0
