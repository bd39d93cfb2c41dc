"""Files of a signal: inside the registry, checked when they are read, and gone when they are taken away."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from mhdesk.desk import amending, attachments, backups, destroying, kinds, signals, verifying
from mhdesk.domain.attachments import LARGEST_FILE, MOST_FILES, AttachmentView, NewFile
from mhdesk.domain.destroying import DestroyDraft
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.revisions import ATTACHMENTS
from mhdesk.domain.signals import Kind
from mhdesk.domain.views import SignalFilter
from mhdesk.errors import DamageError, InputError, KnownError
from mhdesk.store import attachments as stored
from mhdesk.store.revisions import Author
from mhdesk.store.schema import attachment_content
from tests.desk.drafts import a_notification
from tests.faults.opened import desk_of
from tests.store.raw_pages import decrypted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

WORD = "zqxbijlagevw"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "brief van de buurvrouw.pdf"
    path.write_bytes(f"%PDF {WORD}".encode())
    return path


def register(desk: Desk, **changes: object) -> int:
    number = signals.register(desk, a_notification(**changes)).created
    assert number is not None
    return number


def files_of(desk: Desk, signal_id: int) -> tuple[AttachmentView, ...]:
    return signals.details(desk, signal_id).attachments


def test_a_file_lies_in_the_registry_with_its_name_kind_size_and_who_added_it(
    desk: Desk, letter: Path
) -> None:
    number = register(desk)
    added = attachments.add(desk, number, letter)
    (found,) = files_of(desk, number)
    assert (found.id, found.name, found.media_type) == (added.created, letter.name, "application/pdf")
    assert (found.size, found.recorded_by) == (letter.stat().st_size, desk.user.name)
    assert attachments.read(desk, found.id) == letter.read_bytes()
    assert attachments.size_of_all(desk) == found.size
    assert list(signals.ids(desk, SignalFilter(search="buurvrouw"))) == [number]
    assert verifying.verify(desk) == []


def test_a_second_file_of_the_same_name_gets_another(desk: Desk, letter: Path) -> None:
    number = register(desk)
    for _ in range(2):
        attachments.add(desk, number, letter)
    assert [one.name for one in files_of(desk, number)] == [letter.name, "brief van de buurvrouw (2).pdf"]


def test_a_file_is_saved_for_its_owner_only_and_over_nothing(
    desk: Desk, letter: Path, tmp_path: Path
) -> None:
    register(desk)
    attachments.add(desk, 1, letter)
    out = tmp_path / "buiten.pdf"
    attachments.save(desk, 1, out)
    assert out.read_bytes() == letter.read_bytes()
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    for place, code in ((out, "desk.file_exists"), (desk.folder / "x.pdf", "desk.inside_registry")):
        with pytest.raises(InputError) as caught:
            attachments.save(desk, 1, place)
        assert caught.value.code == code


def test_what_was_taken_away_is_told_with_its_name_and_comes_back_as_it_was(desk: Desk, letter: Path) -> None:
    number = register(desk)
    attachments.add(desk, number, letter)
    (before,) = files_of(desk, number)
    removed = attachments.remove(desk, before.id)
    details = signals.details(desk, number)
    assert details.attachments == ()
    assert details.history[0].earlier == {ATTACHMENTS: [letter.name]}
    assert details.history[0].changed_by == desk.user.name
    assert not signals.ids(desk, SignalFilter(search="buurvrouw"))
    attachments.put_back(desk, removed)
    (after,) = files_of(desk, number)
    assert (after.name, after.recorded_at, after.recorded_by) == (
        before.name,
        before.recorded_at,
        before.recorded_by,
    )
    assert after.id != before.id  # the log knows the first under that number
    assert attachments.read(desk, after.id) == letter.read_bytes()
    with pytest.raises(InputError, match=r"attachment\.already_back"):
        attachments.put_back(desk, removed)


def test_a_file_that_is_not_what_was_recorded_is_not_handed_out_but_can_go(desk: Desk, letter: Path) -> None:
    register(desk)
    attachments.add(desk, 1, letter)
    with desk.database.writing() as connection:
        connection.execute(update(attachment_content).values(content=b"iets anders"))
    with pytest.raises(DamageError):
        attachments.read(desk, 1)
    removed = attachments.remove(desk, 1)
    with pytest.raises(DamageError):
        attachments.put_back(desk, removed)


def _full(desk: Desk) -> Desk:
    with desk.database.writing() as connection:
        for number in range(MOST_FILES):
            new = NewFile(f"{number}.txt", "text/plain", b"x")
            stored.add(connection, 1, new, "", Author(1, "2026-11-23T09:00:00+00:00"))
    return desk


def test_a_file_that_was_taken_away_comes_back_though_the_signal_is_full(desk: Desk, letter: Path) -> None:
    register(desk)
    attachments.add(desk, 1, letter)
    removed = attachments.remove(desk, 1)
    attachments.put_back(_full(desk), removed)
    assert len(signals.details(desk, 1).attachments) == MOST_FILES + 1


def _large(path: Path) -> Path:
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    return path


@pytest.mark.parametrize(
    ("code", "attempt"),
    [
        ("attachment.too_large", lambda desk, path: attachments.add(desk, 1, _large(path))),
        ("mail.empty", lambda desk, path: attachments.add(desk, 1, _emptied(path))),
        ("mail.unreadable", lambda desk, path: attachments.add(desk, 1, path.with_name("weg"))),
        ("mail.unreadable", lambda desk, path: attachments.add(desk, 1, path.parent)),
        ("desk.no_such_signal", lambda desk, path: attachments.add(desk, 99, path)),
        ("attachment.no_such_file", lambda desk, _: attachments.read(desk, 99)),
        ("attachment.no_such_file", lambda desk, _: attachments.remove(desk, 99)),
        ("attachment.too_many", lambda desk, path: attachments.add(_full(desk), 1, path)),
    ],
)
def test_what_cannot_be_done_with_a_file_says_why(
    code: str, attempt: Callable[[Desk, Path], object], desk: Desk, letter: Path
) -> None:
    register(desk)
    with pytest.raises(KnownError) as caught:
        attempt(desk, letter)
    assert caught.value.code == code


def _emptied(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def test_advice_keeps_no_files_and_no_signal_with_files_becomes_advice(desk: Desk, letter: Path) -> None:
    advice = register(desk, kind=Kind.ADVICE, persons=[])
    with pytest.raises(InputError, match=r"attachment\.not_for_advice"):
        attachments.add(desk, advice, letter)
    number = register(desk, kind=Kind.SIGNAL, persons=[])
    attachments.add(desk, number, letter)
    with pytest.raises(ProblemsError) as caught:
        kinds.convert(desk, number, Kind.ADVICE)
    assert [one.code for one in caught.value.problems] == ["attachment.advice_with_files"]


def test_adding_a_file_disturbs_no_correction_that_was_begun(desk: Desk, letter: Path) -> None:
    number = register(desk)
    version = signals.details(desk, number).version
    attachments.add(desk, number, letter)
    amending.amend_signal(desk, number, version, a_notification(municipality="GM0406"))
    assert signals.details(desk, number).municipality == "GM0406"


def test_a_backup_takes_files_along_and_destroying_leaves_nothing_of_them(
    registry: ReadyRegistry, clock: StoppedClock, letter: Path
) -> None:
    desk = registry.open(clock)
    register(desk)
    attachments.add(desk, 1, letter)
    backups.make(desk)
    destroying.destroy(desk, [1], DestroyDraft("unfounded", "Samira Proef"))
    desk.close()
    unlocked = registry.unlocked
    (backup,) = [path for path in (registry.folder / "backups").iterdir() if path.is_dir()]
    assert WORD.encode() in decrypted(backup / "registry.db", unlocked.database_key)
    assert WORD.encode() not in decrypted(registry.folder / "registry.db", unlocked.database_key)
    assert b"buurvrouw" not in decrypted(registry.folder / "registry.db", unlocked.database_key)
    again = desk_of(unlocked)
    assert verifying.verify(again) == []
    again.close()
