"""Backups of a registry: two places, a rotation, warnings in time, and a trial once a year."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mhdesk.desk import backups, cases, opening, people, signals
from mhdesk.domain.backups import Key, Origin, PlaceKind
from mhdesk.domain.cases import CaseDraft
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.people import Role, User
from mhdesk.errors import DamageError, InputError, NotAllowedError
from mhdesk.store import audit, case_search
from mhdesk.store.schema import SCHEMA_VERSION, audit_event
from tests.desk.drafts import a_notification
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, USER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mhdesk.desk.desk import Desk
    from mhdesk.domain.backups import Backup
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

WORDS = "wimpel granaat zwaluw kompas"

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return an empty folder outside the registry."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def two_places(desk: Desk, stick: Path) -> Desk:
    """Return a desk with a signal and a second place for backups."""
    signals.register(desk, a_notification())
    backups.choose_place(desk, stick)
    return desk


def codes(desk: Desk) -> list[str]:
    return [notice.code for notice in backups.warnings(desk, desk.today())]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def own(desk: Desk) -> tuple[Backup, ...]:
    return backups.places(desk)[0].backups


def events(desk: Desk) -> list[tuple[str, str]]:
    rows = desk.database.connection.execute(
        select(audit_event.c.verb, audit_event.c.details).order_by(audit_event.c.seq)
    )
    return [(row.verb, row.details) for row in rows]


def work_some_days(desk: Desk, clock: StoppedClock, days: int) -> None:
    for _ in range(days):
        signals.register(desk, a_notification())
        backups.make(desk)
        clock.go_on(days=1)


def test_a_backup_is_a_registry_that_opens_by_itself(two_places: Desk, stick: Path) -> None:
    quicken(two_places.unlocked)
    made = backups.make(two_places)
    assert [path.parent for path in made.backups] == [two_places.folder / "backups", stick]
    for path in made.backups:
        desk = opening.by_passphrase(path, USER, PASSPHRASE)
        assert desk.info().signals == 1
        desk.close()


def test_its_name_tells_the_day_and_nothing_of_it_lies_in_clear(two_places: Desk, stick: Path) -> None:
    (_, path) = backups.make(two_places).backups
    assert path.name.startswith("mhdesk-2026-11-23-")
    found = {one.relative_to(path).as_posix() for one in path.rglob("*") if one.is_file()}
    assert found == {
        "registry.db",
        "keys/recovery.age",
        "keys/registry.age",
        f"keys/user-{two_places.unlocked.key_id}.age",
    }
    assert not (path / "registry.db").read_bytes().startswith(b"SQLite format 3")
    assert names(stick) == [path.name]


def test_its_log_ends_right_before_the_event_that_tells_of_it(two_places: Desk) -> None:
    seq, head = audit.last(two_places.database.connection)
    made = backups.make(two_places)
    assert events(two_places)[-1] == ("backup.made", f"copies=2 refused=0 seq={seq} head={head}")
    assert (made.holds.events, made.holds.head) == (seq, head)
    assert backups.newest_heads(two_places) == ((seq, head),)
    signals.register(two_places, a_notification())
    assert audit.hash_at(two_places.database.connection, seq) == head


def test_what_lies_in_each_place_is_listed_with_what_it_holds(two_places: Desk, clock: StoppedClock) -> None:
    work_some_days(two_places, clock, 2)
    first, second = backups.places(two_places)
    assert (first.kind, second.kind) == (PlaceKind.OWN, PlaceKind.SECOND)
    for place in (first, second):
        assert place.here
        assert place.free > place.needed > 0
        assert [one.holds.signals for one in place.backups if one.holds] == [3, 2]
        assert [one.made_on.day for one in place.backups] == [24, 23]
        assert {(one.key, one.origin) for one in place.backups} == {(Key.PRESENT, Origin.WORK)}
        newest = place.backups[0].holds
        assert newest is not None
        assert newest.persons == 4
        assert (newest.made_at, newest.worked_at) == (
            clock.moment.replace(day=24),
            clock.moment.replace(day=24),
        )
        assert newest.head.startswith(newest.head_short)


def break_off(_done: int, _all: int) -> None:
    raise ZeroDivisionError


def test_it_is_due_once_a_day_and_only_after_work(two_places: Desk, clock: StoppedClock) -> None:
    assert backups.due(two_places)
    backups.make(two_places)
    assert not backups.due(two_places)
    signals.register(two_places, a_notification())
    assert not backups.due(two_places)
    clock.go_on(days=1)
    assert backups.due(two_places)
    backups.make(two_places)
    clock.go_on(days=1)
    opening.login(two_places)
    assert not backups.due(two_places)
    signals.details(two_places, 1)
    assert backups.due(two_places)


def test_a_stick_that_is_not_in_is_said_and_keeps_nobody_waiting(
    two_places: Desk, stick: Path, clock: StoppedClock
) -> None:
    backups.make(two_places)
    aside = stick.rename(stick.with_name("elders"))
    clock.go_on(days=1)
    signals.register(two_places, a_notification())
    made = backups.make(two_places)
    assert [path.parent.name for path in made.backups] == ["backups"]
    assert [notice.code for notice in made.notices] == ["backups.place_missing"]
    assert not stick.exists()
    assert not backups.due(two_places)
    assert codes(two_places) == []
    aside.rename(stick)
    assert backups.due(two_places)
    assert len(backups.make(two_places).backups) == 2


def test_warnings_come_in_time(desk: Desk, stick: Path, clock: StoppedClock) -> None:
    assert codes(desk) == ["backups.never", "backups.no_second_place"]
    backups.choose_place(desk, stick)
    assert codes(desk) == ["backups.never", "backups.second_on_same_disk"]
    backups.make(desk)
    shutil.rmtree(backups.places(desk)[1].backups[0].folder)
    assert codes(desk) == ["backups.second_on_same_disk", "backups.second_gone"]
    stick.rmdir()
    clock.go_on(days=8)
    assert codes(desk) == ["backups.old", "backups.second_not_seen"]
    backups.choose_place(desk, None)
    stick.mkdir()
    backups.choose_place(desk, stick)
    stick.rmdir()
    backups.make(desk)
    assert codes(desk) == ["backups.second_never"]


def test_a_disk_that_fills_up_is_told_before_it_is_full(
    two_places: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    needed = backups.places(two_places)[0].needed
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(0, 0, needed + 1))
    assert "backups.room_is_low" in codes(two_places)
    backups.make(two_places)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(0, 0, needed - 1))
    with pytest.raises(DamageError, match=r"backups\.no_room"):
        backups.make(two_places)


def test_what_failed_is_told_until_it_succeeds(desk: Desk, clock: StoppedClock) -> None:
    backups.make(desk)
    kept = names(desk.folder / "backups")
    shutil.move(desk.folder / "keys" / "registry.age", desk.folder / "aside.age")
    clock.go_on(days=1)
    with pytest.raises(DamageError, match=r"vault\.registry_key_missing"):
        backups.make(desk)
    assert events(desk)[-1] == ("backup.failed", "vault.registry_key_missing")
    assert "backups.last_failed" in codes(desk)
    assert names(desk.folder / "backups") == kept
    shutil.move(desk.folder / "aside.age", desk.folder / "keys" / "registry.age")
    backups.make(desk)
    assert "backups.last_failed" not in codes(desk)


def test_old_ones_go_after_a_new_one_counts_and_not_otherwise(
    two_places: Desk, stick: Path, clock: StoppedClock
) -> None:
    work_some_days(two_places, clock, 12)
    assert len(names(stick)) == len(own(two_places)) == 7
    before = names(stick)
    with pytest.raises(ZeroDivisionError):
        backups.make(two_places, progress=break_off)
    assert names(stick) == before


def test_a_clock_far_ahead_rotates_nothing_away_and_it_is_said(
    two_places: Desk, stick: Path, clock: StoppedClock
) -> None:
    work_some_days(two_places, clock, 12)
    before = {*names(stick), *names(two_places.folder / "backups")}
    clock.go_on(days=30_000)
    made = backups.make(two_places)
    assert (made.removed, [one.code for one in made.notices]) == (0, ["backups.held"])
    assert before < {*names(stick), *names(two_places.folder / "backups")}
    assert "backups.held" in codes(two_places)
    clock.go_on(days=-30_000)
    assert "backups.dated_ahead" in codes(two_places)
    assert backups.make(two_places).removed <= 2  # that of the same day, in each place
    assert not {"backups.held", "backups.dated_ahead"} & set(codes(two_places))


def test_after_a_real_pause_old_ones_go_with_the_third_day_of_work(
    two_places: Desk, stick: Path, clock: StoppedClock
) -> None:
    work_some_days(two_places, clock, 12)
    clock.go_on(days=200)
    work_some_days(two_places, clock, 2)
    assert len(names(stick)) == 9
    work_some_days(two_places, clock, 1)
    assert len(names(stick)) == len(own(two_places)) == 3


def test_what_a_restore_put_aside_does_not_go_by_a_leap_of_the_clock(desk: Desk, clock: StoppedClock) -> None:
    work_some_days(desk, clock, 2)
    kept = backups.make(desk).backups[0]
    aside = kept.with_name(kept.name.replace("mhdesk-", "replaced-"))
    shutil.copytree(kept, aside)
    clock.go_on(days=5_000)
    backups.make(desk)
    assert aside.is_dir()
    work_some_days(desk, clock, 3)
    assert not aside.exists()


def test_two_in_one_second_are_two(desk: Desk) -> None:
    one, other = backups.make(desk).backups[0], backups.make(desk).backups[0]
    assert one != other
    assert other.is_dir()
    assert not one.exists()  # the same day: the later one is kept


def test_a_clock_that_was_set_back_costs_no_backup(desk: Desk, clock: StoppedClock) -> None:
    work_some_days(desk, clock, 3)
    clock.go_on(days=-400)
    signals.details(desk, 1)
    assert backups.due(desk)
    assert backups.make(desk).removed == 0
    assert len(own(desk)) == 4
    assert codes(desk) == ["backups.no_second_place"]


def test_what_another_registry_keeps_in_the_same_place_stays(
    two_places: Desk, stick: Path, clock: StoppedClock
) -> None:
    (theirs,) = backups.make(two_places, stick).backups
    foreign = stick / "mhdesk-2026-01-01-abcdef"
    theirs.rename(foreign)
    (foreign / "registry.db").write_bytes(b"from elsewhere" * 1000)
    (foreign / "keys" / "registry.age").write_bytes(b"from elsewhere")
    (stick / "vakantie.jpg").write_bytes(b"x")
    clock.go_on(days=100)
    work_some_days(two_places, clock, 3)
    assert foreign.is_dir()
    assert "vakantie.jpg" in names(stick)
    listed = {one.name: one for one in backups.places(two_places)[1].backups}
    assert (listed[foreign.name].key, listed[foreign.name].readable) == (Key.NONE, False)


def test_backups_under_an_old_key_are_told_and_replaced(two_places: Desk, stick: Path) -> None:
    people.add(two_places, ColleagueDraft("Bram Verzonnen"), WORDS)
    backups.make(two_places)
    people.revoke(two_places, 2)
    assert [one.key for one in own(two_places)] == [Key.OLD]
    assert "backups.under_old_key" in codes(two_places)
    assert backups.due(two_places)
    made = backups.make(two_places)
    assert made.removed == 2
    assert names(stick) == [made.backups[1].name]
    assert not backups.due(two_places)
    assert "backups.under_old_key" not in codes(two_places)


def test_a_colleague_who_came_later_can_read_what_was_made_before(two_places: Desk) -> None:
    """The key of the database is the same, though the backup's own key files do not know that colleague."""
    backups.make(two_places)
    people.add(two_places, ColleagueDraft("Bram Verzonnen"), WORDS)
    folder = two_places.folder
    two_places.close()
    desk = opening.by_passphrase(folder, "Bram Verzonnen", WORDS)
    assert [one.key for one in own(desk)] == [Key.PRESENT]
    desk.close()


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (lambda desk: desk.folder, "backups.place_in_registry"),
        (lambda desk: desk.folder / "backups", "backups.place_in_registry"),
        (lambda desk: desk.folder.parent / "nergens", "backups.place_missing"),
        (lambda desk: desk.folder.parent / "OneDrive", "backups.place_in_cloud"),
    ],
)
def test_a_place_that_cannot_be_is_refused(desk: Desk, place: Callable[[Desk], Path], code: str) -> None:
    (desk.folder.parent / "OneDrive").mkdir()
    with pytest.raises(InputError) as error:
        backups.choose_place(desk, place(desk))
    assert error.value.code == code
    assert backups.second_place(desk) is None


def test_a_place_that_a_cloud_service_marked_is_refused_whatever_its_name(desk: Desk, stick: Path) -> None:
    (stick / ".dropbox").touch()
    with pytest.raises(InputError, match=r"backups\.place_in_cloud"):
        backups.choose_place(desk, stick)
    assert backups.second_place(desk) is None


def test_a_link_is_no_second_place_neither_when_it_is_chosen_nor_later(desk: Desk, stick: Path) -> None:
    link = stick.parent / "wijzer"
    link.symlink_to(stick)
    with pytest.raises(InputError, match=r"backups\.place_is_link"):
        backups.choose_place(desk, link)
    backups.choose_place(desk, stick)
    stick.rename(stick.parent / "elders")
    stick.symlink_to(stick.parent / "elders")
    made = backups.make(desk)
    assert [one.code for one in made.notices] == ["backups.place_is_link"]
    assert names(stick.parent / "elders") == []


def test_a_second_place_is_noted_where_it_really_lies(desk: Desk, stick: Path) -> None:
    way = stick.parent / "omweg"
    way.symlink_to(stick.parent)
    backups.choose_place(desk, way / stick.name)
    assert backups.second_place(desk) == stick.resolve()


def test_whoever_does_not_administer_sends_backups_nowhere_else(desk: Desk, stick: Path) -> None:
    desk.user = User(1, desk.user.name, Role.VT_WORKER)
    with pytest.raises(NotAllowedError):
        backups.choose_place(desk, stick)
    assert backups.second_place(desk) is None


def test_the_second_place_can_be_taken_back(two_places: Desk, stick: Path) -> None:
    assert backups.second_place(two_places) == stick
    backups.choose_place(two_places, None)
    assert backups.second_place(two_places) is None
    assert len(backups.make(two_places).backups) == 1


def test_an_elsewhere_made_one_is_no_part_of_the_rotation(two_places: Desk, tmp_path: Path) -> None:
    elsewhere = tmp_path / "kluis"
    elsewhere.mkdir()
    assert len(backups.make(two_places, elsewhere).backups) == 1
    assert len(backups.make(two_places, elsewhere).backups) == 1
    assert len(names(elsewhere)) == 2
    assert backups.due(two_places)


def test_the_trial_proves_the_newest_and_is_asked_for_once_a_year(
    two_places: Desk, clock: StoppedClock
) -> None:
    with pytest.raises(InputError, match=r"backups\.none_to_test"):
        backups.try_restore(two_places)
    assert not backups.restore_test_is_due(two_places)
    work_some_days(two_places, clock, 2)
    assert backups.restore_test_is_due(two_places)
    held = backups.try_restore(two_places)
    assert held.signals == 3
    assert events(two_places)[-1] == ("backup.tested", f"seq={held.events} head={held.head}")
    assert backups.restore_tested_on(two_places) == two_places.today()
    assert not backups.restore_test_is_due(two_places)
    clock.go_on(days=366)
    assert backups.restore_test_is_due(two_places)


def test_a_trial_of_a_damaged_one_says_so_and_counts_for_nothing(two_places: Desk) -> None:
    path = backups.make(two_places).backups[0]
    content = bytearray((path / "registry.db").read_bytes())
    content[-100] ^= 1
    (path / "registry.db").write_bytes(content)
    with pytest.raises(DamageError, match=r"backups\.damaged"):
        backups.try_restore(two_places, path)
    assert backups.restore_test_is_due(two_places)


def test_a_trial_of_one_without_the_words_of_a_case_says_so(two_places: Desk) -> None:
    cases.open_for(two_places, CaseDraft(1, opened_on="23-11-2026"))
    with two_places.database.writing() as connection:
        case_search.remove(connection, [1])
    path = backups.make(two_places).backups[0]
    with pytest.raises(DamageError, match=r"backups\.damaged"):
        backups.try_restore(two_places, path)


def test_a_stick_that_keeps_something_else_than_it_was_given_never_counts(
    two_places: Desk, stick: Path
) -> None:
    backups.make(two_places)
    before = names(stick)

    def spoil(done: int, pages: int) -> None:
        for path in stick.glob(".mhdesk-*/registry.db") if done == pages else ():
            content = bytearray(path.read_bytes())
            content[len(content) // 2] ^= 1
            path.write_bytes(content)

    made = backups.make(two_places, progress=spoil)
    assert [notice.code for notice in made.notices] == ["backups.copy_damaged"]
    assert [path.parent.name for path in made.backups] == ["backups"]
    assert names(stick) == before
    assert "backups.last_failed" in codes(two_places)


def test_before_the_tables_change_a_copy_is_kept(registry: ReadyRegistry, clock: StoppedClock) -> None:
    desk = registry.open(clock)
    desk.database.connection.exec_driver_sql("PRAGMA user_version = 1")
    kept = backups.before_upgrade(desk)
    (listed,) = own(desk)
    assert (listed.folder, listed.origin) == (kept, Origin.UPGRADE)
    desk.database.connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
    work_some_days(desk, clock, 9)
    assert kept.is_dir()
    clock.go_on(days=100)
    work_some_days(desk, clock, 3)
    assert not kept.exists()
    desk.close()
