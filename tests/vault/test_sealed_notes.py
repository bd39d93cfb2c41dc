"""A note beside a registry in use: readable for everybody who can open it, for nobody else, and harmless to read."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mhdesk import files, vault
from mhdesk.errors import DamageError, InputError, UnlockError
from mhdesk.vault import age, layout, sealed_notes
from mhdesk.vault.sealed_notes import MOST_BYTES, SIZES
from tests.vault.registries import PASSPHRASE, USER, Registry

COLLEAGUE = "Bram Verzonnen"
WORDS = "wimpel granaat zwaluw kompas"
MOMENT = datetime.fromisoformat("2026-11-23T02:08:00+01:00")
STORY = "Gezien bij het vakantiepark."

pytestmark = pytest.mark.usefixtures("cheap_keys")


def a_note(version: int = 1, **payload: object) -> vault.Note:
    return vault.Note("ab" * 16, version, "", MOMENT, {"narrative": STORY, **payload})


def pen(registry: Registry) -> vault.Pen:
    return vault.pick_up_pen(registry.folder, user_name=USER, passphrase=PASSPHRASE)


@pytest.fixture
def quick(registry: Registry) -> Registry:
    """Return a registry whose first key file costs no work."""
    registry.seal_user(registry.user_keys())
    return registry


def write_raw(registry: Registry, content: bytes, uid: str = "cd" * 16) -> None:
    """Seal anything at all as if it were a note."""
    path = layout.note(registry.folder, uid)
    files.make_folder(path.parent)
    files.write_bytes(path, age.seal_to(content, list(pen(registry).recipients)))


def members(of: Registry, **changed: object) -> bytes:
    found = {
        "format": "mhdesk-note-1",
        "registry": of.unlocked.registry_id,
        "uid": "cd" * 16,
        "version": 1,
        "author": "0" * 16,
        "written_at": MOMENT.isoformat(),
        "payload": {},
    }
    return json.dumps(found | changed).encode()


def opened(registry: Registry) -> vault.Note:
    (path,) = vault.waiting_notes(registry.folder)
    return vault.open_note(registry.unlocked, path).note


def test_a_note_can_be_written_while_somebody_has_the_registry_open(quick: Registry) -> None:
    connection = vault.connect(quick.unlocked)
    try:
        with pytest.raises(UnlockError, match=r"vault\.in_use"):
            vault.connect(quick.unlocked)
        vault.write_note(pen(quick), a_note())
    finally:
        vault.close(connection)
    found = opened(quick)
    assert found.payload == {"narrative": STORY}
    assert found.author == quick.unlocked.key_id
    assert found.written_at == MOMENT


def test_every_colleague_and_the_recovery_key_can_read_it(quick: Registry) -> None:
    vault.add_user(quick.unlocked, user_name=COLLEAGUE, passphrase=WORDS)
    vault.write_note(pen(quick), a_note())
    (path,) = vault.waiting_notes(quick.folder)
    other = vault.unlock(quick.folder, user_name=COLLEAGUE, passphrase=WORDS)
    recovered = vault.unlock_with_recovery(quick.folder, quick.created.recovery, user_name=USER)
    for one in (other, recovered):
        assert vault.open_note(one, path).note.payload["narrative"] == STORY


def test_somebody_who_was_suspended_reads_no_later_note_and_writes_none(quick: Registry) -> None:
    vault.add_user(quick.unlocked, user_name=COLLEAGUE, passphrase=WORDS)
    other = vault.unlock(quick.folder, user_name=COLLEAGUE, passphrase=WORDS)
    vault.suspend_user(quick.unlocked, vault.key_id(COLLEAGUE))
    vault.write_note(pen(quick), a_note())
    (path,) = vault.waiting_notes(quick.folder)
    with pytest.raises(DamageError):
        vault.open_note(other, path)
    with pytest.raises(UnlockError):
        vault.pick_up_pen(quick.folder, user_name=COLLEAGUE, passphrase=WORDS)


def test_a_pen_holds_nothing_that_opens_anything(quick: Registry) -> None:
    held = repr([getattr(pen(quick), name) for name in vault.Pen.__slots__])
    one = quick.unlocked
    assert one.identity not in held
    assert one.database_key.digits not in held
    assert "AGE-SECRET-KEY" not in held


def test_a_pen_needs_the_right_passphrase(quick: Registry) -> None:
    with pytest.raises(UnlockError, match=r"vault\.wrong_passphrase"):
        vault.pick_up_pen(quick.folder, user_name=USER, passphrase="een heel andere wachtzin")


def test_a_note_can_be_written_beside_a_database_that_is_gone(quick: Registry) -> None:
    quick.database.unlink()
    vault.write_note(pen(quick), a_note())
    assert opened(quick).payload["narrative"] == STORY


def test_nothing_of_it_is_on_disk_in_clear_and_only_its_owner_reads_the_file(quick: Registry) -> None:
    hand = pen(quick)
    for version in (1, 2, 3):
        vault.write_note(hand, a_note(version))
    (path,) = layout.notes(quick.folder)
    assert [one.name for one in path.parent.iterdir()] == ["ab" * 16 + ".age"]
    assert STORY.encode() not in path.read_bytes()
    assert quick.unlocked.key_id.encode() not in path.read_bytes()
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert opened(quick).version == 3


def test_its_length_does_not_tell_how_much_was_told(quick: Registry) -> None:
    hand = pen(quick)
    lengths = set()
    for words in (1, 50, 400):
        vault.write_note(hand, a_note(narrative="huis " * words))
        (path,) = layout.notes(quick.folder)
        lengths.add(len(age.open_with_identity(path.read_bytes(), quick.unlocked.identity)))
    assert lengths == {SIZES[0]}


def test_what_is_too_long_is_refused_and_the_last_version_stays(quick: Registry) -> None:
    hand = pen(quick)
    vault.write_note(hand, a_note())
    with pytest.raises(InputError, match=r"notes\.too_long"):
        vault.write_note(hand, a_note(2, narrative="x" * SIZES[-1]))
    assert opened(quick).version == 1


def test_a_note_of_the_largest_size_can_be_read(quick: Registry) -> None:
    vault.write_note(pen(quick), a_note(narrative="x" * (SIZES[-1] - 400)))
    assert len(opened(quick).payload["narrative"]) == SIZES[-1] - 400


def test_a_note_that_was_emptied_is_taken_back(quick: Registry) -> None:
    hand = pen(quick)
    vault.write_note(hand, a_note())
    for _ in range(2):
        vault.take_back(hand, a_note().uid)
    assert vault.waiting_notes(quick.folder) == []


def test_a_note_that_grew_meanwhile_is_not_put_away(quick: Registry) -> None:
    hand = pen(quick)
    vault.write_note(hand, a_note())
    (path,) = vault.waiting_notes(quick.folder)
    taken = vault.open_note(quick.unlocked, path)
    vault.write_note(hand, a_note(2))
    vault.put_away(taken)
    assert opened(quick).version == 2
    vault.put_away(vault.open_note(quick.unlocked, path))
    assert vault.waiting_notes(quick.folder) == []


WRONG: dict[str, dict[str, Any]] = {
    "another format": {"format": "mhdesk-note-2"},
    "another registry": {"registry": "0" * 32},
    "no uid": {"uid": "../../registry"},
    "a version that is no number": {"version": True},
    "version zero": {"version": 0},
    "a huge version": {"version": 10**30},
    "no author": {"author": 7},
    "no moment": {"written_at": "vannacht"},
    "a moment without a zone": {"written_at": "2026-11-23T02:08:00"},
    "a moment that has no local time": {"written_at": "0001-01-01T00:00:00+00:00"},
    "a payload that is a list": {"payload": []},
}


@pytest.mark.parametrize("what", WRONG)
def test_a_note_in_another_shape_is_refused(what: str, quick: Registry) -> None:
    write_raw(quick, members(quick, **WRONG[what]))
    with pytest.raises(DamageError, match=r"notes\.unreadable"):
        opened(quick)


NO_NOTE = {
    "nothing": b"",
    "no JSON": b"{",
    "no object": b"[1]",
    "a deep nest": b"[" * 100_000,
    "a huge number": b"9" * 5000,
    "no text": b"\xff\xfe\x00",
}


@pytest.mark.parametrize("what", NO_NOTE)
def test_sealed_nonsense_is_refused(what: str, quick: Registry) -> None:
    write_raw(quick, NO_NOTE[what])
    with pytest.raises(DamageError, match=r"notes\.unreadable"):
        opened(quick)


def test_a_file_that_is_too_long_is_not_read(quick: Registry) -> None:
    path = layout.note(quick.folder, "ef" * 16)
    files.make_folder(path.parent)
    files.write_bytes(path, bytes(MOST_BYTES + 1))
    with pytest.raises(DamageError, match=r"notes\.unreadable"):
        opened(quick)


def test_a_note_under_a_passphrase_costs_no_work(quick: Registry) -> None:
    path = layout.note(quick.folder, "ef" * 16)
    files.make_folder(path.parent)
    files.write_bytes(path, age.seal_with_passphrase(b"{}", "wachtzin"))
    with pytest.raises(DamageError, match=r"notes\.unreadable"):
        opened(quick)


@pytest.mark.parametrize("kind", ["folder", "link", "pipe"] if os.name == "posix" else ["folder"])
def test_what_is_no_plain_file_is_not_waited_for(kind: str, quick: Registry) -> None:
    vault.write_note(pen(quick), a_note())
    path = layout.note(quick.folder, "ef" * 16)
    make: dict[str, Callable[[], object]] = {
        "link": lambda: path.symlink_to(layout.note(quick.folder, "ab" * 16)),
        "pipe": lambda: os.mkfifo(path),
        "folder": path.mkdir,
    }
    make[kind]()
    with pytest.raises(DamageError, match=r"notes\.unreadable"):
        vault.open_note(quick.unlocked, path)


def test_other_files_in_the_folder_are_left_alone(quick: Registry) -> None:
    folder = files.make_folder(quick.folder / layout.NOTES)
    for name in ("desktop.ini", ".0123456789abcdef.tmp", "AB" * 16 + ".age", "ab" * 16 + ".age.txt"):
        files.write_bytes(folder / name, b"")
    assert vault.waiting_notes(quick.folder) == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 4600), bit=st.integers(0, 7), cut=st.booleans())
def test_a_damaged_note_is_refused_whatever_was_damaged(
    quick: Registry, place: int, bit: int, cut: bool
) -> None:
    recipients = [age.recipient_of(quick.unlocked.identity)]
    hand = sealed_notes.Pen(quick.folder, quick.unlocked.registry_id, "0" * 16, tuple(recipients))
    vault.write_note(hand, a_note())
    (path,) = vault.waiting_notes(quick.folder)
    whole = bytearray(path.read_bytes())
    at = place % len(whole)
    whole[at] ^= 1 << bit
    path.write_bytes(whole[:at] if cut else whole)
    with pytest.raises(DamageError, match=r"notes\.unreadable"):
        opened(quick)
