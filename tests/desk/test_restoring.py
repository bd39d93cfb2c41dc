"""Putting a backup back: proven first, nothing lost unseen, and nobody and nothing returns that had gone."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mhdesk import vault
from mhdesk.desk import (
    backups,
    destroying,
    imports,
    logbook,
    opening,
    people,
    quick_notes,
    registries,
    restoring,
    signals,
    verifying,
)
from mhdesk.domain.backups import Loss
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.destroying import DestroyDraft
from mhdesk.domain.people import Role
from mhdesk.domain.registries import RegistryDraft
from mhdesk.errors import DamageError, InputError, KnownError, NotAllowedError, UnlockError
from mhdesk.store import audit, users
from mhdesk.store.schema import SCHEMA_VERSION, audit_event, signal
from mhdesk.store.schema import destroyed as destroyed_table
from mhdesk.vault import age, keyfiles, sealing
from mhdesk.wording import say
from tests.desk.drafts import a_notification
from tests.desk.test_verbs import SHEET
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, USER
from tests.store.test_golden import copied as golden_copy
from tests.store.test_golden import expected as golden_expected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mhdesk.desk.desk import Desk
    from mhdesk.desk.restoring import Restored
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

COLLEAGUE = "Bram Verzonnen"
WORDS = "wimpel granaat zwaluw kompas"
GROUND = DestroyDraft("unfounded", "Samira Proef")

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def worked(registry: ReadyRegistry, clock: StoppedClock) -> Iterator[Desk]:
    """Return a desk with two signals whose keys cost no work."""
    quicken(registry.unlocked)
    desk = registry.open(clock)
    signals.register(desk, a_notification())
    signals.register(desk, a_notification())
    yield desk
    desk.close()


@pytest.fixture
def backup(worked: Desk, tmp_path: Path) -> Path:
    """Return a backup of that registry, outside it."""
    out = tmp_path / "kluis"
    out.mkdir()
    (path,) = backups.make(worked, out).backups
    return path


def put_back(backup: Path, desk: Desk, clock: StoppedClock, *, unseen: bool = False) -> Restored:
    """Close the desk, put the backup in its place as somebody at a command line would."""
    desk.close()
    return restoring.restore(backup, desk.folder, USER, PASSPHRASE, unseen=unseen, clock=clock)


def opened(desk: Desk, clock: StoppedClock, name: str = USER, words: str = PASSPHRASE) -> Desk:
    return opening.by_passphrase(desk.folder, name, words, clock=clock)


def events(desk: Desk) -> list[tuple[str, str]]:
    rows = desk.database.connection.execute(
        select(audit_event.c.verb, audit_event.c.details).order_by(audit_event.c.seq)
    )
    return [(row.verb, row.details) for row in rows]


def content(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class StopAtError(KnownError):
    """Somebody stops at a step."""


def stop_at(step: int) -> Callable[[int, int], None]:
    def progress(done: int, _all: int) -> None:
        if done == step:
            raise StopAtError("backups.restore_stopped")

    return progress


# --- looking ------------------------------------------------------------------------------------------


def test_a_look_tells_what_it_holds_and_what_would_be_lost(
    worked: Desk, backup: Path, clock: StoppedClock
) -> None:
    signals.register(worked, a_notification())
    people.add(worked, ColleagueDraft(COLLEAGUE), WORDS)
    last = audit.count(worked.database.connection)
    before = content(backup)
    seen = restoring.inspect(backup, USER, PASSPHRASE, present=worked, clock=clock)
    assert (seen.holds.signals, seen.holds.first, seen.notices) == (2, seen.holds.last, ())
    assert seen.holds.made_at == clock.moment
    assert seen.loss == Loss(known=True, signals=1, events=last - seen.holds.events, colleagues=1)
    assert audit.count(worked.database.connection) == last
    worked.close()
    assert restoring.inspect(backup, USER, PASSPHRASE, present=worked.folder).loss == seen.loss
    assert content(backup) == before


def test_a_note_of_a_night_is_told_among_what_would_be_lost(
    worked: Desk, backup: Path, clock: StoppedClock
) -> None:
    pen = vault.pick_up_pen(close(worked), user_name=USER, passphrase=PASSPHRASE)
    note = {"kind": "notification", "narrative": "echt"}
    vault.write_note(pen, vault.Note("f" * 32, 1, pen.author, clock(), note))
    desk = opened(worked, clock)
    loss = restoring.inspect(backup, USER, PASSPHRASE, present=desk, clock=clock).loss
    assert (loss.signals, loss.others) == (0, 1)
    assert "1 andere" in loss.sentence()
    desk.close()


def test_without_a_registry_nobody_knows_what_would_be_lost(backup: Path, tmp_path: Path) -> None:
    for present in (None, tmp_path / "nergens"):
        loss = restoring.inspect(backup, USER, PASSPHRASE, present=present).loss
        assert loss == Loss(known=False, code="backups.loss_no_registry")


def test_a_wrong_passphrase_opens_no_backup(worked: Desk, backup: Path, clock: StoppedClock) -> None:
    with pytest.raises(UnlockError, match=r"vault\.wrong_passphrase"):
        restoring.inspect(backup, USER, WORDS)
    worked.close()
    before = content(worked.folder)
    with pytest.raises(UnlockError, match=r"vault\.wrong_passphrase"):
        restoring.restore(backup, worked.folder, USER, WORDS, clock=clock)
    attempts = worked.folder / "attempts.json"
    assert content(worked.folder) == before | {str(attempts): attempts.read_bytes()}


def test_a_passphrase_that_is_tried_on_a_backup_is_counted(
    worked: Desk, backup: Path, clock: StoppedClock
) -> None:
    worked.close()
    for words in ("een gok", "nog een gok", "weer een gok"):
        with pytest.raises(UnlockError, match=r"vault\.wrong_passphrase"):
            restoring.inspect(backup, USER, words, present=worked.folder, clock=clock)
    desk = opened(worked, clock)
    assert [(one.code, one.params["count"]) for one in desk.warnings] == [("logbook.attempts", 3)]
    desk.close()


def test_the_window_is_told_of_no_option_of_the_command_line() -> None:
    assert "--" not in say("backups.present_closed")


def test_a_log_that_was_changed_is_told_and_the_data_still_comes_back(
    worked: Desk, clock: StoppedClock, tmp_path: Path
) -> None:
    worked.database.connection.exec_driver_sql("UPDATE audit_event SET station = 'elders' WHERE seq = 2")
    (path,) = backups.make(worked, tmp_path).backups
    done = put_back(path, worked, clock)
    assert [(notice.code, notice.params) for notice in done.notices] == [
        ("backups.log_changed", {"event": 2})
    ]


# --- putting back --------------------------------------------------------------------------------------


def test_what_was_in_the_backup_is_there_again_and_the_log_says_so(
    worked: Desk, backup: Path, clock: StoppedClock
) -> None:
    signals.register(worked, a_notification())
    seq, head = audit.last(worked.database.connection)
    done = put_back(backup, worked, clock)
    assert (done.loss.signals, done.ended, done.forgotten) == (1, 0, 0)
    desk = opened(worked, clock)
    assert desk.info().signals == 2
    verb, details = events(desk)[done.holds.events - 1]
    assert (verb, details.split()[-2:]) == (
        "registry.restored",
        [f"replaced_seq={seq}", f"replaced_head={head}"],
    )
    assert audit.first_broken(desk.database.connection) is None
    assert backups.due(desk)
    desk.close()


def test_backups_of_work_that_was_given_up_are_no_witnesses_against_the_registry(
    worked: Desk, backup: Path, clock: StoppedClock
) -> None:
    signals.register(worked, a_notification())
    backups.make(worked)
    clock.go_on(hours=1)
    put_back(backup, worked, clock)
    desk = opened(worked, clock)
    assert backups.newest_heads(desk) == ()
    clock.go_on(hours=1)
    backups.make(desk)
    ((length, head),) = backups.newest_heads(desk)
    assert audit.hash_at(desk.database.connection, length) == head
    desk.close()


def test_the_registry_that_stood_there_is_kept_aside_and_can_be_put_back_itself(
    worked: Desk, backup: Path, clock: StoppedClock
) -> None:
    signals.register(worked, a_notification())
    done = put_back(backup, worked, clock)
    assert done.replaced is not None
    assert done.replaced.parent == worked.folder / "backups"
    assert done.replaced.name.startswith("replaced-2026-11-23-")
    again = put_back(done.replaced, worked, clock)
    assert (again.holds.signals, again.loss.signals) == (3, 0)
    assert not again.loss.same_history
    desk = opened(worked, clock)
    assert desk.info().signals == 3
    clock.go_on(days=30)
    backups.make(desk)
    assert done.replaced.is_dir()
    clock.go_on(days=93)
    for _ in range(3):  # a leap of the clock is believed on the third day of work
        backups.make(desk)
        clock.go_on(days=1)
    assert not done.replaced.exists()
    desk.close()


def test_the_folder_keeps_whatever_else_stood_in_it(worked: Desk, backup: Path, clock: StoppedClock) -> None:
    (own,) = backups.make(worked).backups
    (worked.folder / "notes").mkdir()
    (worked.folder / "notes" / "x.age").write_bytes(b"sealed")
    put_back(backup, worked, clock)
    assert own.is_dir()
    assert (worked.folder / "notes" / "x.age").read_bytes() == b"sealed"
    assert sorted(path.name for path in worked.folder.iterdir()) == [
        "backups",
        "keys",
        "notes",
        "registry.db",
    ]


def test_what_was_destroyed_since_is_destroyed_again(worked: Desk, backup: Path, clock: StoppedClock) -> None:
    gone = worked.database.connection.execute(select(signal.c.uid).where(signal.c.id == 2)).scalar_one()
    destroying.destroy(worked, [2], GROUND)
    declared = destroying.declarations(worked)
    done = put_back(backup, worked, clock)
    assert done.forgotten > 0
    desk = opened(worked, clock)
    assert desk.info().signals == 1
    assert desk.database.connection.execute(select(signal.c.uid)).scalars().all() != [gone]
    assert gone in desk.database.connection.execute(select(destroyed_table.c.uid)).scalars()
    assert destroying.declarations(desk) == declared
    desk.close()


def test_the_same_spreadsheet_does_not_bring_back_what_was_destroyed(
    worked: Desk, backup: Path, clock: StoppedClock
) -> None:
    taken = imports.take_in(worked, SHEET)
    assert taken.change is not None
    destroying.destroy(worked, sorted(taken.change.signals), GROUND)
    put_back(backup, worked, clock)
    desk = opened(worked, clock)
    assert imports.take_in(desk, SHEET).signals_created == 0
    desk.close()


def test_no_reference_number_is_given_twice(worked: Desk, backup: Path, clock: StoppedClock) -> None:
    lost = signals.register(worked, a_notification()).reference
    put_back(backup, worked, clock)
    desk = opened(worked, clock)
    assert signals.register(desk, a_notification()).reference != lost
    desk.close()


@pytest.fixture
def with_colleague(worked: Desk) -> Desk:
    """Return the desk, with a colleague who has a key."""
    people.add(worked, ColleagueDraft(COLLEAGUE), WORDS)
    return worked


@pytest.mark.parametrize(("end", "state"), [(people.suspend, "suspended"), (people.revoke, "ended")])
def test_whose_access_ended_since_does_not_get_in_again(
    with_colleague: Desk, end: Callable[[Desk, int], object], state: str, clock: StoppedClock, tmp_path: Path
) -> None:
    (path,) = backups.make(with_colleague, tmp_path).backups
    end(with_colleague, 2)
    done = put_back(path, with_colleague, clock)
    assert done.ended == 1
    with pytest.raises(UnlockError):
        opened(with_colleague, clock, COLLEAGUE, WORDS)
    desk = opened(with_colleague, clock)
    assert [row.access.value for row in people.colleagues(desk)] == ["active", state]
    assert not people.key_change_is_due(desk)
    desk.close()


def test_whose_access_had_ended_in_the_backup_already_is_not_counted_again(
    with_colleague: Desk, clock: StoppedClock, tmp_path: Path
) -> None:
    people.suspend(with_colleague, 2)
    (path,) = backups.make(with_colleague, tmp_path).backups
    done = put_back(path, with_colleague, clock)
    assert done.ended == 0
    desk = opened(with_colleague, clock)
    assert "users=0" in dict(events(desk))["registry.restored"].split()
    desk.close()


def test_a_key_that_somebody_knew_who_left_does_not_return(
    with_colleague: Desk, clock: StoppedClock, tmp_path: Path
) -> None:
    (path,) = backups.make(with_colleague, tmp_path).backups
    old = vault.unlock(path, user_name=COLLEAGUE, passphrase=WORDS)
    people.revoke(with_colleague, 2)
    put_back(path, with_colleague, clock)
    desk = opened(with_colleague, clock)
    assert desk.unlocked.database_key != old.database_key
    desk.close()


def test_a_role_that_was_taken_since_stays_taken(
    with_colleague: Desk, clock: StoppedClock, tmp_path: Path
) -> None:
    (path,) = backups.make(with_colleague, tmp_path).backups
    people.change_role(with_colleague, 2, Role.PRIVACY_OFFICER)
    put_back(path, with_colleague, clock)
    desk = opened(with_colleague, clock, COLLEAGUE, WORDS)
    assert desk.user.role is Role.PRIVACY_OFFICER
    desk.close()


def test_who_was_demoted_since_puts_no_role_back_by_a_backup(
    with_colleague: Desk, clock: StoppedClock, tmp_path: Path
) -> None:
    people.change_role(with_colleague, 2, Role.ADMINISTRATOR)
    (path,) = backups.make(with_colleague, tmp_path).backups
    people.change_role(with_colleague, 2, Role.PRIVACY_OFFICER)
    with_colleague.close()
    before = content(with_colleague.folder)
    with pytest.raises(NotAllowedError):
        restoring.restore(path, with_colleague.folder, COLLEAGUE, WORDS, clock=clock)
    assert content(with_colleague.folder) == before
    desk = opened(with_colleague, clock, COLLEAGUE, WORDS)
    with pytest.raises(NotAllowedError):
        restoring.restore_at(desk, path, WORDS)
    assert not desk.is_closed()
    desk.close()


def test_the_role_of_now_is_that_of_who_puts_it_back_too(
    with_colleague: Desk, clock: StoppedClock, tmp_path: Path
) -> None:
    people.change_role(with_colleague, 2, Role.ADMINISTRATOR)
    (path,) = backups.make(with_colleague, tmp_path).backups
    with_colleague.close()
    desk = opened(with_colleague, clock, COLLEAGUE, WORDS)
    people.change_role(desk, 1, Role.ADMINISTRATOR)
    desk.close()
    restoring.restore(path, desk.folder, USER, PASSPHRASE, clock=clock)
    desk = opened(with_colleague, clock)
    assert desk.user.role is Role.ADMINISTRATOR
    desk.close()


def test_a_backup_after_which_nobody_could_administer_is_refused(
    with_colleague: Desk, clock: StoppedClock, tmp_path: Path
) -> None:
    people.change_role(with_colleague, 2, Role.ADMINISTRATOR)
    (path,) = backups.make(with_colleague, tmp_path).backups
    for who in (1, 2):
        users.change(with_colleague.database.connection, who, role=Role.VT_WORKER)
    with_colleague.database.connection.commit()
    with pytest.raises(InputError, match=r"backups\.no_administrator"):
        put_back(path, with_colleague, clock)


def test_a_desk_that_was_open_gives_its_keys_when_the_passphrase_changed_since(
    worked: Desk, backup: Path, clock: StoppedClock
) -> None:
    people.change_passphrase(worked, PASSPHRASE, WORDS)
    with pytest.raises(UnlockError, match=r"backups\.present_closed"):
        put_back(backup, worked, clock)
    done = restoring.restore(backup, worked.folder, USER, PASSPHRASE, present=worked.unlocked, clock=clock)
    assert (done.loss.known, done.notices) == (True, ())
    with pytest.raises(UnlockError, match=r"vault\.wrong_passphrase"):
        opened(worked, clock)
    opened(worked, clock, words=WORDS).close()


def test_the_recovery_page_of_now_stays_the_only_one(
    worked: Desk, backup: Path, registry: ReadyRegistry, clock: StoppedClock
) -> None:
    fresh = vault.new_recovery()
    vault.renew_recovery(worked.unlocked, fresh)
    put_back(backup, worked, clock)
    with pytest.raises(KnownError):
        vault.unlock_with_recovery(
            worked.folder, vault.parse_recovery("".join(registry.recovery_groups)), user_name=USER
        )
    assert vault.unlock_with_recovery(worked.folder, fresh, user_name=USER)


def test_a_computer_that_was_taken_away_does_not_open_it_again(
    worked: Desk, clock: StoppedClock, tmp_path: Path
) -> None:
    lost = age.new_identity()
    opener = vault.Opener(vault.Kind.COMPUTER, age.recipient_of(lost), "ab" * 8, user=worked.unlocked.key_id)
    keys = sealing.current(worked.unlocked)
    sealing.write_openers(worked.unlocked, keys, (*keys.openers, opener))
    (path,) = backups.make(worked, tmp_path).backups
    opening.forget_elsewhere(worked, opener.id)
    put_back(path, worked, clock)
    with pytest.raises(UnlockError):
        keyfiles.open_registry(worked.folder / "keys" / "registry.age", lost)


def test_keys_that_were_renewed_since_stay_and_a_check_takes_nobody_for_a_forger(
    worked: Desk, backup: Path, clock: StoppedClock
) -> None:
    opening.renew_keys(worked, WORDS)
    pen = vault.pick_up_pen(worked.folder, user_name=USER, passphrase=WORDS)
    content = {"kind": "notification", "narrative": "echt"}
    vault.write_note(pen, vault.Note("f" * 32, 1, pen.author, clock(), content))
    restoring.restore(backup, close(worked), USER, PASSPHRASE, present=worked.unlocked, clock=clock)
    desk = opened(worked, clock, words=WORDS)
    assert len(quick_notes.open_notes(desk)) == 1
    assert verifying.verify(desk) == []
    desk.close()


def close(desk: Desk) -> Path:
    desk.close()
    return desk.folder


def test_who_says_so_goes_on_past_a_registry_that_stays_closed(
    worked: Desk, backup: Path, clock: StoppedClock
) -> None:
    people.change_passphrase(worked, PASSPHRASE, WORDS)
    done = put_back(backup, worked, clock, unseen=True)
    assert done.loss == Loss(known=False, code="backups.loss_closed")
    opened(worked, clock).close()


# --- a registry that is damaged or gone --------------------------------------------------------------


def cut(folder: Path) -> None:
    path = folder / "registry.db"
    path.write_bytes(path.read_bytes()[:5000])


def spoil_a_page(folder: Path) -> None:
    path = folder / "registry.db"
    found = bytearray(path.read_bytes())
    for page in range(len(found) // 4096 // 2, len(found) // 4096):
        found[page * 4096 + 99] ^= 1
    path.write_bytes(found)


@pytest.mark.parametrize(
    "harm",
    [
        lambda folder: (folder / "registry.db").unlink(),
        lambda folder: (folder / "registry.db").write_bytes(b""),
        lambda folder: (folder / "keys" / "registry.age").write_bytes(b"x"),
        lambda folder: (folder / "keys" / "registry.age").unlink(),
        lambda folder: shutil.rmtree(folder / "keys"),
        cut,
        spoil_a_page,
    ],
)
def test_a_damaged_registry_is_replaced_and_what_is_left_of_it_kept(
    worked: Desk, backup: Path, harm: Callable[[Path], object], clock: StoppedClock
) -> None:
    worked.close()
    harm(worked.folder)
    left = {path.name for path in worked.folder.rglob("*") if path.is_file()}
    done = restoring.restore(backup, worked.folder, USER, PASSPHRASE, clock=clock)
    assert done.loss == Loss(known=False, code="backups.loss_damaged")
    assert done.replaced is not None
    assert {path.name for path in done.replaced.rglob("*") if path.is_file()} >= left - {
        "registry.db-journal"
    }
    desk = opened(worked, clock)
    assert desk.info().signals == 2
    assert "replaced=unknown" in [details for _, details in events(desk)] or harm is spoil_a_page
    desk.close()


def test_whose_key_was_taken_does_not_come_back_when_the_database_is_damaged(
    with_colleague: Desk, clock: StoppedClock, tmp_path: Path
) -> None:
    (tmp_path / "kluis").mkdir()
    (path,) = backups.make(with_colleague, tmp_path / "kluis").backups
    old = vault.unlock(path, user_name=COLLEAGUE, passphrase=WORDS)
    people.suspend(with_colleague, 2)
    with_colleague.close()
    cut(with_colleague.folder)
    seen = restoring.inspect(path, USER, PASSPHRASE, present=with_colleague.folder, clock=clock)
    done = restoring.restore(path, with_colleague.folder, USER, PASSPHRASE, clock=clock)
    assert [one.code for one in done.notices] == ["backups.roles_of_then"]
    assert (seen.notices, done.ended) == (done.notices, 1)
    with pytest.raises(UnlockError):
        opened(with_colleague, clock, COLLEAGUE, WORDS)
    desk = opened(with_colleague, clock)
    assert desk.unlocked.database_key != old.database_key
    desk.close()


def test_it_is_said_when_the_keys_of_then_hold_again(worked: Desk, backup: Path, clock: StoppedClock) -> None:
    worked.close()
    (worked.folder / "keys" / "registry.age").write_bytes(b"x")
    done = restoring.restore(backup, worked.folder, USER, PASSPHRASE, clock=clock)
    assert [one.code for one in done.notices] == ["backups.keys_of_then"]
    assert all(one.sentence() for one in done.notices)


@pytest.mark.parametrize("there", [True, False])
def test_a_registry_that_is_gone_comes_back(
    worked: Desk, backup: Path, there: bool, clock: StoppedClock
) -> None:
    worked.close()
    shutil.rmtree(worked.folder)
    if there:
        worked.folder.mkdir()
    done = restoring.restore(backup, worked.folder, USER, PASSPHRASE, clock=clock)
    assert (done.replaced, done.loss.code) == (None, "backups.loss_no_registry")
    opened(worked, clock).close()


def test_a_journal_that_lies_beside_it_is_put_aside_with_its_database(
    worked: Desk, backup: Path, clock: StoppedClock
) -> None:
    worked.close()
    (worked.folder / "registry.db").write_bytes(b"")
    (worked.folder / "registry.db-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(5000))
    done = restoring.restore(backup, worked.folder, USER, PASSPHRASE, clock=clock)
    assert done.replaced is not None
    assert (done.replaced / "registry.db-journal").is_file()
    assert not (worked.folder / "registry.db-journal").exists()
    opened(worked, clock).close()


def test_a_journal_beside_a_backup_came_from_elsewhere_and_stays_there(
    worked: Desk, backup: Path, clock: StoppedClock
) -> None:
    (backup / "registry.db-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(5000))
    put_back(backup, worked, clock)
    desk = opened(worked, clock)
    assert desk.info().signals == 2
    desk.close()


# --- what is refused -------------------------------------------------------------------------------------


def test_a_registry_that_is_open_is_not_replaced(worked: Desk, backup: Path, clock: StoppedClock) -> None:
    with pytest.raises(UnlockError, match=r"vault\.in_use"):
        restoring.restore(backup, worked.folder, USER, PASSPHRASE, clock=clock)
    signals.register(worked, a_notification())
    assert worked.info().signals == 3


def test_a_registry_that_cannot_be_written_is_not_replaced_whoever_says_so(
    worked: Desk, backup: Path, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked.close()
    before, can_write = content(worked.folder), os.access
    database = worked.folder / "registry.db"
    monkeypatch.setattr(os, "access", lambda path, mode: path != database and can_write(path, mode))
    with pytest.raises(UnlockError, match=r"vault\.not_writable"):
        put_back(backup, worked, clock, unseen=True)
    assert content(worked.folder) == before


def test_a_backup_of_another_registry_is_refused(
    worked: Desk, backup: Path, clock: StoppedClock, tmp_path: Path
) -> None:
    draft = RegistryDraft(name="Elders", user_name=USER)
    other = registries.new(tmp_path / "elders", draft, PASSPHRASE, clock=clock).desk
    with pytest.raises(InputError, match=r"backups\.other_registry"):
        restoring.inspect(backup, USER, PASSPHRASE, present=other)
    before = content(other.folder)
    with pytest.raises(InputError, match=r"backups\.other_registry"):
        put_back(backup, other, clock)
    assert content(other.folder) == before
    with pytest.raises(InputError, match=r"backups\.other_registry"):
        backups.try_restore(worked, other.folder)


@pytest.mark.parametrize(
    ("where", "code"),
    [
        (lambda _, desk: (desk.folder / "keys", desk.folder), "backups.no_backup"),
        (lambda backup, desk: (backup.parent, desk.folder), "backups.no_backup"),
        (lambda backup, _: (backup, backup), "backups.same_folder"),
        (lambda backup, _: (backup, backup / "erin"), "backups.same_folder"),
        (lambda backup, _: (backup, backup.parent), "vault.folder_not_empty"),
    ],
)
def test_a_call_that_makes_no_sense_changes_nothing(
    worked: Desk, backup: Path, where: Callable[[Path, Desk], tuple[Path, Path]], code: str
) -> None:
    worked.close()
    source, folder = where(backup, worked)
    before = content(backup.parent) | content(worked.folder)
    with pytest.raises(KnownError) as error:
        restoring.restore(source, folder, USER, PASSPHRASE)
    assert error.value.code == code
    assert content(backup.parent) | content(worked.folder) == before


def test_a_registry_of_a_newer_mhdesk_is_left_alone(worked: Desk, backup: Path, clock: StoppedClock) -> None:
    worked.database.connection.exec_driver_sql("PRAGMA user_version = 99")
    worked.close()
    before = content(worked.folder)
    with pytest.raises(UnlockError, match=r"store\.newer_registry"):
        put_back(backup, worked, clock)
    assert content(worked.folder) == before


def test_an_upgrade_that_fails_names_the_copy_from_before(tmp_path: Path) -> None:
    folder = golden_copy("1", tmp_path)
    told = golden_expected("1")
    one = vault.unlock(folder, user_name=told["user"], passphrase=told["passphrase"])
    connection = vault.connect(one)
    connection.execute("CREATE TABLE revision (in_the_way)")
    vault.close(connection)
    with pytest.raises(DamageError, match=r"backups\.upgrade_failed") as error:
        opening.by_passphrase(folder, told["user"], told["passphrase"])
    assert "registry.db" in {
        path.name for path in (folder / "backups" / str(error.value.params["backup"])).iterdir()
    }
    assert "lukte niet" in say(error.value.code, **error.value.params)


def test_a_backup_from_before_an_upgrade_is_brought_up_to_date_as_it_comes_back(
    tmp_path: Path, clock: StoppedClock
) -> None:
    folder, told = golden_copy("1", tmp_path), golden_expected("1")
    user, words = told["user"], told["passphrase"]
    opening.by_passphrase(folder, user, words, clock=clock).close()
    (kept,) = (folder / "backups").iterdir()
    done = restoring.restore(kept, folder, user, words, clock=clock)
    assert (done.loss.signals, done.holds.schema) == (0, SCHEMA_VERSION)
    opening.by_passphrase(folder, user, words, clock=clock).close()


# --- who is told -------------------------------------------------------------------------------------------


def at_a_computer(
    desk: Desk, clock: StoppedClock, state: Path, name: str = USER, words: str = PASSPHRASE
) -> Desk:
    """Open at a computer that remembers."""
    here = opening.ThisComputer(state_dir=state, login="x")
    return opening.by_passphrase(desk.folder, name, words, computer=here, clock=clock)


def work_at_a_computer(desk: Desk, clock: StoppedClock, state: Path, name: str, words: str) -> None:
    clock.go_on(days=1)
    there = at_a_computer(desk, clock, state, name, words)
    signals.register(there, a_notification())
    logbook.leave(there, locked=False)
    there.close()
    clock.go_on(days=1)


def told(
    desk: Desk, clock: StoppedClock, state: Path, name: str = USER, words: str = PASSPHRASE
) -> list[str]:
    """Return what an opening at a computer tells."""
    clock.go_on(hours=1)
    there = at_a_computer(desk, clock, state, name, words)
    there.close()
    assert all(one.sentence() for one in there.warnings)
    return [one.code for one in there.warnings]


def test_a_computer_that_saw_more_is_told_once_who_put_a_backup_back(
    with_colleague: Desk, clock: StoppedClock, tmp_path: Path
) -> None:
    (tmp_path / "kluis").mkdir()
    (path,) = backups.make(with_colleague, tmp_path / "kluis").backups
    with_colleague.close()
    work_at_a_computer(with_colleague, clock, tmp_path / "bram", COLLEAGUE, WORDS)
    put_back(path, with_colleague, clock)
    clock.go_on(hours=1)
    there = at_a_computer(with_colleague, clock, tmp_path / "bram", COLLEAGUE, WORDS)
    (warning,) = there.warnings
    there.close()
    assert (warning.code, warning.params["name"]) == ("verify.restored", USER)
    assert told(with_colleague, clock, tmp_path / "bram", COLLEAGUE, WORDS) == []


def test_who_puts_a_backup_back_at_the_desk_needs_not_be_told(
    worked: Desk, backup: Path, clock: StoppedClock, tmp_path: Path
) -> None:
    worked.close()
    work_at_a_computer(worked, clock, tmp_path / "noor", USER, PASSPHRASE)
    desk = at_a_computer(worked, clock, tmp_path / "noor")
    restoring.restore_at(desk, backup, PASSPHRASE)
    assert told(worked, clock, tmp_path / "noor") == []


def test_a_restore_that_saw_nothing_of_the_registry_is_an_alarm(
    with_colleague: Desk, clock: StoppedClock, tmp_path: Path
) -> None:
    people.change_role(with_colleague, 2, Role.ADMINISTRATOR)
    (tmp_path / "kluis").mkdir()
    (path,) = backups.make(with_colleague, tmp_path / "kluis").backups
    people.revoke(with_colleague, 2)
    with_colleague.close()
    work_at_a_computer(with_colleague, clock, tmp_path / "noor", USER, PASSPHRASE)
    restoring.restore(path, with_colleague.folder, COLLEAGUE, WORDS, unseen=True, clock=clock)
    for _ in range(2):
        (code,) = told(with_colleague, clock, tmp_path / "noor")
        assert code in {"verify.older_than_computer", "verify.other_than_computer"}


@pytest.mark.parametrize("signature", ["", "00" * 64])
def test_a_line_that_nobody_signed_explains_nothing(
    worked: Desk, backup: Path, signature: str, clock: StoppedClock, tmp_path: Path
) -> None:
    worked.close()
    work_at_a_computer(worked, clock, tmp_path / "noor", USER, PASSPHRASE)
    there = at_a_computer(worked, clock, tmp_path / "noor")
    backups.make(there)
    there.close()
    clock.go_on(hours=1)
    put_back(backup, worked, clock)
    spoiled = opened(worked, clock)
    forge = spoiled.database.driver_connection().execute
    if signature:
        forge("UPDATE audit_checkpoint SET signature = ?", (signature,))
    else:
        forge("DELETE FROM audit_checkpoint")
    found = [one.code for one in verifying.verify(spoiled)]
    spoiled.close()
    assert {"verify.older_than_backup", "verify.other_than_backup"} & set(found)
    (code,) = told(worked, clock, tmp_path / "noor")
    assert code in {"verify.older_than_computer", "verify.other_than_computer"}


def test_a_line_whose_words_were_changed_explains_nothing(
    worked: Desk, backup: Path, clock: StoppedClock, tmp_path: Path
) -> None:
    worked.close()
    work_at_a_computer(worked, clock, tmp_path / "noor", USER, PASSPHRASE)
    put_back(backup, worked, clock)
    spoiled = opened(worked, clock)
    spoiled.database.driver_connection().execute(
        "UPDATE audit_event SET details = replace(details, 'replaced_seq=', 'replaced_seq=9')"
    )
    spoiled.close()
    assert told(worked, clock, tmp_path / "noor") != ["verify.restored"]


def test_what_somebody_accepted_silences_the_backups_from_before(
    worked: Desk, clock: StoppedClock, tmp_path: Path
) -> None:
    worked.close()
    older = tmp_path / "older.db"
    shutil.copy2(worked.folder / "registry.db", older)
    desk = opened(worked, clock)
    signals.register(desk, a_notification())
    backups.make(desk)
    desk.close()
    shutil.copy2(older, worked.folder / "registry.db")
    desk = opened(worked, clock)
    assert "verify.older_than_backup" in [one.code for one in verifying.verify(desk)]
    verifying.accept_older(desk)
    assert verifying.verify(desk) == []
    desk.close()


# --- how far it is, and stopping -------------------------------------------------------------------------


def test_every_step_is_told_and_nothing_more_once_the_files_change_places(
    worked: Desk, backup: Path, clock: StoppedClock
) -> None:
    told: list[tuple[int, int]] = []
    staged: list[bool] = []

    def progress(done: int, steps: int) -> None:
        told.append((done, steps))
        staged.append(any(worked.folder.glob(".mhdesk-*.staging")))

    restoring.inspect(
        backup, USER, PASSPHRASE, present=worked, clock=clock, progress=lambda *step: told.append(step)
    )
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]
    told.clear()
    restoring.restore_at(worked, backup, PASSPHRASE, progress)
    assert sorted(set(told)) == told == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    assert all(staged)


@pytest.mark.parametrize("step", range(5))
def test_a_restore_that_is_stopped_leaves_the_registry_as_it_was_and_open(
    worked: Desk, backup: Path, step: int
) -> None:
    signals.register(worked, a_notification())
    with pytest.raises(StopAtError):
        restoring.restore_at(worked, backup, PASSPHRASE, stop_at(step))
    assert signals.register(worked, a_notification()).created == 4
    assert not any(worked.folder.glob(".mhdesk-*"))
    assert verifying.verify(worked) == []
    assert len(signals.rows(worked, [1, 2, 3, 4])) == 4


def test_a_new_key_that_a_restore_needs_can_be_stopped_too(worked: Desk, backup: Path) -> None:
    people.add(worked, ColleagueDraft(COLLEAGUE), WORDS)
    people.revoke(worked, 2)
    seen: list[int] = []

    def second_time_at_three(done: int, _all: int) -> None:
        seen.append(done)
        if seen.count(3) == 2:
            raise StopAtError("backups.restore_stopped")

    with pytest.raises(StopAtError):
        restoring.restore_at(worked, backup, PASSPHRASE, second_time_at_three)
    assert signals.register(worked, a_notification()).created == 3
