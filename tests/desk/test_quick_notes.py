"""What was noted beside a registry in use is taken in once, by whoever opens it next, and finished by anybody."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from mhdesk import files, vault
from mhdesk.desk import drafts, opening, people, quick_notes, signals, today, verifying
from mhdesk.desk.desk import Desk
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.people import Role
from mhdesk.domain.quick_notes import QuickNote
from mhdesk.domain.signals import SignalDraft
from mhdesk.domain.views import TodayKind
from mhdesk.errors import NotAllowedError, UnlockError
from mhdesk.store.schema import audit_event
from mhdesk.vault import age, layout
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, USER, ReadyRegistry, StoppedClock

COLLEAGUE = "Bram Verzonnen"
WORDS = "wimpel granaat zwaluw kompas"
STORY = "Gezien bij het vakantiepark."
MOMENT = datetime.fromisoformat("2026-11-23T02:08:00+01:00")
DRAFT = {"narrative": STORY, "received_on": "23-11-2026", "received_time": "02:08"}

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def team(registry: ReadyRegistry, clock: StoppedClock) -> ReadyRegistry:
    """Return a closed registry with a colleague; passphrases cost no work."""
    quicken(registry.unlocked)
    desk = registry.open(clock)
    people.add(desk, ColleagueDraft(COLLEAGUE), WORDS)
    desk.close()
    return registry


def enter(team: ReadyRegistry, name: str = USER, words: str = PASSPHRASE) -> Desk:
    return opening.by_passphrase(team.folder, name, words, clock=StoppedClock())


def colleague(team: ReadyRegistry) -> Desk:
    return enter(team, COLLEAGUE, WORDS)


def write(team: ReadyRegistry, version: int = 1, uid: str = "ab" * 16, **changed: object) -> Path:
    """Note something as the colleague on night duty."""
    pen = opening.pick_up_pen(team.folder, COLLEAGUE, WORDS)
    vault.write_note(pen, vault.Note(uid, version, "", MOMENT, {**DRAFT, **changed}))
    return layout.note(team.folder, uid)


def told(desk: Desk) -> list[str]:
    return [json.loads(one.draft.payload)["narrative"] for one in quick_notes.open_notes(desk)]


def test_nobody_is_turned_away_and_nothing_told_at_night_is_lost(team: ReadyRegistry) -> None:
    first = enter(team)
    with pytest.raises(UnlockError, match=r"vault\.in_use"):
        colleague(team)
    path = write(team)
    first.close()
    desk = enter(team)
    (note,) = quick_notes.open_notes(desk)
    assert told(desk) == [STORY]
    assert (note.author, note.written_at) == (COLLEAGUE, MOMENT)
    assert not path.exists()
    (line,) = [one for one in today.items(desk) if one.kind is TodayKind.QUICK_NOTE]
    assert (line.name, line.saved_at, line.draft_id) == (COLLEAGUE, MOMENT, note.draft.id)
    assert drafts.mine(desk) == []
    desk.close()


def test_that_quick_notes_were_shown_is_logged_once(team: ReadyRegistry) -> None:
    desk = enter(team)
    assert quick_notes.open_notes(desk) == []
    desk.close()
    write(team)
    desk = enter(team)
    today.items(desk)
    for _ in range(2):
        assert told(desk) == [STORY]
    shown = select(audit_event.c.details).where(audit_event.c.verb == "list.shown")
    assert list(desk.database.connection.execute(shown).scalars()) == ["today", "quick_notes"]
    desk.close()


def test_everybody_who_may_write_sees_and_finishes_it_and_the_author_stays_named(
    team: ReadyRegistry,
) -> None:
    write(team)
    desk = enter(team)
    (note,) = quick_notes.open_notes(desk)
    assert drafts.load(desk, note.draft.id) == note.draft
    kept = drafts.keep(desk, "signal", '{"narrative": "Meer verteld."}', note.draft.id)
    assert kept.created == note.draft.id
    (note,) = quick_notes.open_notes(desk)
    assert (note.author, note.written_at) == (COLLEAGUE, MOMENT)
    draft = SignalDraft(received_on="23-11-2026", narrative="Meer verteld.")
    number = signals.register(desk, draft, from_draft=note.draft.id).created
    assert number is not None
    details = signals.details(desk, number)
    assert details.recorded_by == USER
    assert [(one.text, one.origin) for one in details.notes] == [
        (f"Snel genoteerd door {COLLEAGUE} op 23-11-2026 02:08.", "Snel noteren")
    ]
    assert quick_notes.open_notes(desk) == []
    desk.close()


def test_who_may_only_read_opens_the_registry_and_leaves_the_note_for_others(
    team: ReadyRegistry, clock: StoppedClock
) -> None:
    desk = team.open(clock)
    people.change_role(desk, 2, Role.PRIVACY_OFFICER)
    desk.close()
    write(team)
    desk = colleague(team)
    with pytest.raises(NotAllowedError):
        quick_notes.open_notes(desk)
    desk.close()
    desk = enter(team)
    assert told(desk) == [STORY]
    desk.close()


def test_a_note_that_nobody_needs_can_be_thrown_away(team: ReadyRegistry) -> None:
    write(team)
    desk = enter(team)
    (note,) = quick_notes.open_notes(desk)
    drafts.discard(desk, note.draft.id)
    assert quick_notes.open_notes(desk) == []
    desk.close()


@pytest.mark.parametrize("recorded", [False, True])
def test_a_note_whose_file_outlived_a_kill_is_not_taken_in_twice(team: ReadyRegistry, recorded: bool) -> None:
    path = write(team)
    sealed = path.read_bytes()
    desk = enter(team)
    if recorded:
        (note,) = quick_notes.open_notes(desk)
        drafts.discard(desk, note.draft.id)
    desk.close()
    files.write_bytes(path, sealed)
    desk = enter(team)
    assert told(desk) == ([] if recorded else [STORY])
    assert not path.exists()
    desk.close()


def test_what_is_written_on_meanwhile_takes_the_place_of_what_was_taken_in(team: ReadyRegistry) -> None:
    write(team)
    enter(team).close()
    write(team, 2, narrative="En nog een tweede huisje.")
    desk = enter(team)
    assert told(desk) == ["En nog een tweede huisje."]
    desk.close()


def test_what_is_written_on_stands_beside_what_somebody_already_works_with(team: ReadyRegistry) -> None:
    write(team)
    desk = enter(team)
    (note,) = quick_notes.open_notes(desk)
    drafts.keep(desk, "signal", '{"narrative": "Bewerkt.", "received_on": ""}', note.draft.id)
    desk.close()
    write(team, 2, narrative="En nog een tweede huisje.")
    desk = enter(team)
    assert sorted(told(desk)) == ["Bewerkt.", "En nog een tweede huisje."]
    desk.close()


def _garbage(path: Path, _team: ReadyRegistry) -> None:
    files.write_bytes(path, b"age-encryption.org/v1\n" + bytes(500))


def _too_long(path: Path, _team: ReadyRegistry) -> None:
    files.write_bytes(path, bytes(2 * 1024 * 1024))


def _foreign(path: Path, _team: ReadyRegistry) -> None:
    files.write_bytes(path, age.seal_to(b"{}", [age.recipient_of(age.new_identity())]))


def _hostile(path: Path, team: ReadyRegistry) -> None:
    files.write_bytes(path, age.seal_to(b"[" * 50_000, [age.recipient_of(team.unlocked.identity)]))


def _pipe(path: Path, _team: ReadyRegistry) -> None:
    os.mkfifo(path)


SPOILED = [_garbage, _too_long, _foreign, _hostile, *([_pipe] if os.name == "posix" else [])]


@pytest.mark.parametrize("spoil", SPOILED)
def test_a_note_that_cannot_be_read_stays_is_named_and_stops_nobody(
    team: ReadyRegistry, spoil: Callable[[Path, ReadyRegistry], None]
) -> None:
    write(team)
    path = layout.note(team.folder, "ef" * 16)
    spoil(path, team)
    desk = enter(team)
    assert told(desk) == [STORY]
    assert path.exists()
    (error,) = quick_notes.unreadable(desk)
    assert error.params == {"file": path.name}
    assert [one.code for one in verifying.verify(desk)] == ["notes.unreadable"]
    desk.close()


def test_a_draft_that_is_no_draft_is_taken_in_as_an_empty_one(team: ReadyRegistry) -> None:
    write(team, narrative={"a": [1]}, persons="none", received_on=7)
    desk = enter(team)
    assert told(desk) == [""]
    desk.close()


def test_a_folder_full_of_files_keeps_nobody_waiting(
    team: ReadyRegistry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quick_notes, "MOST_AT_ONCE", 3)
    for number in range(5):
        write(team, uid=f"{number:032x}")
    desk = enter(team)
    assert len(told(desk)) == 3
    desk.close()
    desk = enter(team)
    assert len(told(desk)) == 5
    desk.close()


def rest(*paths: Path) -> None:
    """Let files have been written a minute ago."""
    for path in paths:
        os.utime(path, (time.time() - 60,) * 2)


def test_a_note_is_taken_in_while_the_registry_is_open_once_its_author_pauses(team: ReadyRegistry) -> None:
    desk = enter(team)
    path = write(team)
    assert quick_notes.take_in_some(desk) == ([], "")
    rest(path)
    changes, _ = quick_notes.take_in_some(desk)
    assert [one.verb for one in changes] == ["note.taken_in"]
    assert (told(desk), path.exists()) == ([STORY], False)
    assert quick_notes.take_in_some(desk) == ([], "")
    desk.close()


def test_many_notes_are_taken_in_a_few_at_a_time_and_none_is_passed_over(
    team: ReadyRegistry, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = enter(team)
    rest(*(write(team, uid=f"{number:032x}") for number in range(4)))
    spoiled = layout.note(team.folder, "0" * 31 + "9")
    files.write_bytes(spoiled, b"x")
    rest(spoiled)
    monkeypatch.setattr(quick_notes, "_SLICE", -1.0)
    taken, after, turns = [], "", 0
    while turns == 0 or after:
        changes, after = quick_notes.take_in_some(desk, after)
        taken += changes
        turns += 1
    assert (len(taken), turns) == (4, 6)
    assert spoiled.exists()
    desk.close()


def test_files_that_are_no_notes_keep_no_note_out(team: ReadyRegistry) -> None:
    path = write(team, uid="f" * 32)
    for number in range(quick_notes.MOST_AT_ONCE + 1):
        files.write_bytes(layout.note(team.folder, f"{number:032x}"), b"x")
        os.utime(layout.note(team.folder, f"{number:032x}"), (0, 0))
    desk = enter(team)
    assert told(desk) == [STORY]
    assert not path.exists()
    desk.close()


def test_a_note_of_somebody_who_is_no_user_is_kept_without_a_name(team: ReadyRegistry) -> None:
    pen = opening.pick_up_pen(team.folder, COLLEAGUE, WORDS)
    stranger = vault.Pen(pen.folder, pen.registry_id, "0" * 16, pen.recipients)
    vault.write_note(stranger, vault.Note("ab" * 16, 1, "", MOMENT, DRAFT))
    desk = enter(team)
    (note,) = quick_notes.open_notes(desk)
    assert note.author == ""
    number = signals.register(
        desk, SignalDraft(received_on="23-11-2026", narrative=STORY), from_draft=note.draft.id
    ).created
    assert number is not None
    (line,) = signals.details(desk, number).notes
    assert line.text.startswith("Snel genoteerd op 23-11-2026 02:08.")
    desk.close()


def test_a_wrong_passphrase_for_a_note_is_counted_as_any_other(team: ReadyRegistry) -> None:
    for _ in range(2):
        with pytest.raises(UnlockError, match=r"vault\.wrong_passphrase"):
            opening.pick_up_pen(team.folder, COLLEAGUE, "een heel andere wachtzin")
    desk = enter(team)
    told = select(audit_event.c.details).where(audit_event.c.verb == "login.failed")
    assert str(desk.database.connection.execute(told).scalar_one()).startswith("count=2;")
    desk.close()


def test_a_wrong_passphrase_of_who_comes_back_is_counted_too(team: ReadyRegistry) -> None:
    desk = enter(team)
    with pytest.raises(UnlockError, match=r"vault\.wrong_passphrase"):
        opening.check_passphrase(desk, "een heel andere wachtzin")
    opening.check_passphrase(desk, PASSPHRASE)
    desk.close()
    desk = enter(team)
    told = select(audit_event.c.details).where(audit_event.c.verb == "login.failed")
    assert str(desk.database.connection.execute(told).scalar_one()).startswith("count=1;")
    desk.close()


def test_a_quick_note_knows_whether_anything_was_told() -> None:
    assert QuickNote(received_time="02:08").is_blank()
