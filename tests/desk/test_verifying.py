"""Whatever is done to a registry behind mhdesk's back is named, each by its own code; a sound one has no findings."""

from __future__ import annotations

import dataclasses
import shutil
from typing import TYPE_CHECKING, Any, Final

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from mhdesk import vault
from mhdesk.desk import anchoring, drafts, figures, informing, logbook, opening, people, signals, verifying
from mhdesk.desk.desk import Desk
from mhdesk.desk.opening import ThisComputer
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.people import PERMISSIONS, Role
from mhdesk.domain.periods import parse_period
from mhdesk.errors import DamageError, NotAllowedError
from mhdesk.store import audit, checkpoints, settings
from mhdesk.store.checkpoints import Checkpoint
from tests.desk.drafts import a_notification
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, USER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.keyrings import SystemKeyring
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

WORDS: Final = "wimpel granaat zwaluw kompas"
DECISION: Final = InformDraft(involvement_id=1, choice="inform", decided_by="Noor", decided_on="23-11-2026")

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def place(registry: ReadyRegistry) -> ReadyRegistry:
    """Return a closed registry whose own keys cost no work."""
    quicken(registry.unlocked)
    return registry


@pytest.fixture
def computer(tmp_path: Path) -> ThisComputer:
    """Return a computer that never saw the registry."""
    return ThisComputer(tmp_path / "state", login="boot:1")


@dataclasses.dataclass
class Somebody:
    """Opens the registry on one computer, works in it, and leaves."""

    place: ReadyRegistry
    computer: ThisComputer
    clock: StoppedClock

    def open(self) -> Desk:
        """Unlock by the passphrase."""
        return opening.by_passphrase(
            self.place.folder, USER, PASSPHRASE, computer=self.computer, clock=self.clock
        )

    def works(self, *work: Callable[[Desk], object]) -> None:
        """Open, do something, and leave as the window does."""
        desk = self.open()
        for one in work:
            one(desk)
        logbook.leave(desk, locked=False)
        desk.close()
        self.clock.go_on(hours=1)

    def finds(self) -> list[str]:
        """Open, check, and return the codes."""
        desk = self.open()
        try:
            return codes(desk)
        finally:
            desk.close()

    def is_warned(self) -> list[str]:
        """Return what the opening itself says."""
        desk = self.open()
        desk.close()
        return [one.code for one in logbook.warnings(desk)]


@pytest.fixture
def somebody(place: ReadyRegistry, computer: ThisComputer, clock: StoppedClock) -> Somebody:
    """Return the user of the registry at a computer."""
    return Somebody(place, computer, clock)


def register(desk: Desk) -> None:
    signals.register(desk, a_notification())


def codes(desk: Desk) -> list[str]:
    """Return what a check finds; every finding has a sentence."""
    found = verifying.verify(desk)
    assert all(one.sentence() for one in found)
    return [one.code for one in found]


def forge(desk: Desk, statement: str, *values: Any) -> None:  # noqa: ANN401 - whatever a column takes
    """Write past mhdesk, as somebody with the key and an SQL prompt."""
    desk.database.driver_connection().execute(statement, values)


# --- a sound registry -----------------------------------------------------------------------------------


def test_a_registry_that_was_worked_in_has_no_findings(somebody: Somebody, tmp_path: Path) -> None:
    somebody.works(register, lambda desk: informing.decide(desk, DECISION))
    somebody.works(lambda desk: people.add(desk, ColleagueDraft("Bram Verzonnen"), WORDS))
    somebody.works(lambda desk: figures.publish(desk, parse_period("2026"), ["form"], tmp_path))
    assert somebody.finds() == []
    assert somebody.is_warned() == []


def test_a_check_leaves_one_event_and_one_that_is_broken_off_leaves_none(desk: Desk) -> None:
    register(desk)
    before = audit.count(desk.database.connection)

    def stop(done: int, _all: int) -> None:
        if done > 3:
            raise TimeoutError

    with pytest.raises(TimeoutError):
        verifying.verify(desk, stop)
    assert audit.count(desk.database.connection) == before
    verifying.verify(desk)
    assert audit.count(desk.database.connection) == before + 1


def test_the_day_of_the_last_check_that_went_to_its_end_is_known(desk: Desk, clock: StoppedClock) -> None:
    assert verifying.checked_on(desk) is None
    next(verifying.verify_steps(desk))
    assert verifying.checked_on(desk) is None
    verifying.verify(desk)
    day = desk.today()
    clock.go_on(days=3)
    register(desk)
    assert verifying.checked_on(desk) == day


def test_a_check_tells_how_far_it_is_and_lets_others_work_in_between(desk: Desk) -> None:
    steps = []
    for step in verifying.verify_steps(desk):
        if step.done % 10 == 1:
            register(desk)
        steps.append(step)
    assert [step.done for step in steps] == list(range(1, len(steps) + 1))
    assert all(step.done <= step.all for step in steps)
    assert steps[-1].done == steps[-1].all
    assert not [one for step in steps for one in step.findings]


def test_who_may_not_check_is_told_before_anything_is_looked_at(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PERMISSIONS, Role.CARE_COORDINATOR, frozenset())
    with pytest.raises(NotAllowedError):
        next(verifying.verify_steps(desk))


# --- the log ----------------------------------------------------------------------------------------------


def test_an_edited_event_is_found_at_its_number(desk: Desk) -> None:
    for _ in range(3):
        register(desk)
    forge(desk, "UPDATE audit_event SET user_id = 7 WHERE seq = 2")
    (found,) = verifying.verify(desk)
    assert (found.code, found.params["event"]) == ("verify.audit_chain", 2)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit_event WHERE seq = 2",
        "DELETE FROM audit_subject WHERE seq = 2 AND line = 1",
        "UPDATE audit_subject SET person_id = 99 WHERE seq = 2 AND line = 1",
        "INSERT INTO audit_subject VALUES (99, 0, 'signal', 1, NULL)",
    ],
)
def test_a_removed_or_changed_line_is_found(desk: Desk, statement: str) -> None:
    for _ in range(3):
        register(desk)
    forge(desk, "PRAGMA foreign_keys = OFF")
    forge(desk, statement)
    forge(desk, "PRAGMA foreign_keys = ON")
    assert "verify.audit_chain" in codes(desk)


def test_events_are_told_by_their_number_when_the_clock_goes_back(desk: Desk, clock: StoppedClock) -> None:
    register(desk)
    clock.go_on(hours=-30)
    register(desk)
    clock.go_on(days=2)
    register(desk)
    assert codes(desk) == ["verify.clock_back"]


# --- the witnesses ----------------------------------------------------------------------------------------


def cut(desk: Desk, left: int) -> None:
    """Cut the end of the log off, checkpoints too, as somebody would who knows how mhdesk works."""
    for table in ("audit_subject", "audit_event", "audit_checkpoint"):
        forge(desk, f"DELETE FROM {table} WHERE seq > ?", left)


def test_a_cut_tail_is_seen_by_the_computer_at_once_and_by_the_check(somebody: Somebody) -> None:
    somebody.works(register, register)
    desk = somebody.place.open(somebody.clock)
    cut(desk, 2)
    desk.close()
    assert somebody.is_warned() == ["verify.older_than_computer"]
    assert somebody.finds() == ["verify.older_than_computer"]


def test_an_older_database_put_back_is_seen_until_somebody_accepts_it(
    somebody: Somebody, tmp_path: Path
) -> None:
    somebody.works(register)
    shutil.copy2(somebody.place.folder / "registry.db", tmp_path / "older.db")
    somebody.works(register, register)
    shutil.copy2(tmp_path / "older.db", somebody.place.folder / "registry.db")
    assert somebody.is_warned() == ["verify.older_than_computer"]
    somebody.works(register)
    assert somebody.finds()[:1] != []
    desk = somebody.open()
    verifying.accept_older(desk)
    assert logbook.warnings(desk) == ()
    desk.close()
    assert somebody.is_warned() == []
    assert somebody.finds() == []


def test_work_after_an_older_database_was_put_back_does_not_hide_it(
    somebody: Somebody, tmp_path: Path
) -> None:
    somebody.works(register)
    shutil.copy2(somebody.place.folder / "registry.db", tmp_path / "older.db")
    somebody.works(register)
    shutil.copy2(tmp_path / "older.db", somebody.place.folder / "registry.db")
    elsewhere = dataclasses.replace(somebody, computer=ThisComputer(tmp_path / "other", login="boot:9"))
    elsewhere.works(*[register] * 9)
    assert elsewhere.finds() == []
    assert somebody.is_warned() == ["verify.other_than_computer"]
    assert somebody.finds() == ["verify.other_than_computer"]


def test_the_login_after_it_says_in_the_log_that_an_older_registry_was_put_back(somebody: Somebody) -> None:
    somebody.works(register, register)
    desk = somebody.place.open(somebody.clock)
    cut(desk, 2)
    desk.close()
    desk = somebody.open()
    details = desk.database.connection.exec_driver_sql(
        "SELECT details FROM audit_event ORDER BY seq DESC LIMIT 1"
    ).scalar_one()
    desk.close()
    assert details == "passphrase;verify.older_than_computer"


def test_a_registry_that_went_on_at_another_computer_is_no_surprise(
    somebody: Somebody, tmp_path: Path
) -> None:
    somebody.works(register)
    elsewhere = dataclasses.replace(somebody, computer=ThisComputer(tmp_path / "other", login="boot:9"))
    elsewhere.works(register)
    assert somebody.finds() == []


def test_a_copy_in_another_folder_has_a_history_of_its_own(somebody: Somebody, tmp_path: Path) -> None:
    copy = dataclasses.replace(somebody, place=somebody.place.at(tmp_path / "copy"))
    somebody.works(register, register)
    assert copy.finds() == []


def test_the_keyring_remembers_when_the_file_of_this_computer_is_gone(
    somebody: Somebody, system_keyring: SystemKeyring
) -> None:
    somebody.works(register, register)
    shutil.rmtree(somebody.computer.state_dir)
    desk = somebody.place.open(somebody.clock)
    cut(desk, 2)
    desk.close()
    assert somebody.is_warned() == ["verify.older_than_computer"]
    assert system_keyring.kept


def test_a_publication_remembers_the_head_of_the_log(desk: Desk, tmp_path: Path) -> None:
    register(desk)
    figures.publish(desk, parse_period("2026"), ["form"], tmp_path)
    assert codes(desk) == []
    forge(desk, "DELETE FROM audit_subject")
    forge(desk, "DELETE FROM audit_event")
    forge(desk, "DELETE FROM audit_checkpoint")
    logbook.copied(desk)
    (found,) = verifying.verify(desk)
    assert (found.code, found.params["release"]) == ("verify.release_head", "R-2026-001")


def test_a_signed_head_remembers_what_was_cut_off_after_it(desk: Desk) -> None:
    register(desk)
    logbook.leave(desk, locked=True)
    forge(desk, "DELETE FROM audit_subject WHERE seq > 1")
    forge(desk, "DELETE FROM audit_event WHERE seq > 1")
    assert codes(desk) == ["verify.older_than_checkpoint"]


def rebuilt(desk: Desk) -> None:
    """Change an event and make the chain after it fit again: plain hashes do not stop who has the key."""
    connection = desk.database.connection
    rows = connection.exec_driver_sql("SELECT * FROM audit_event ORDER BY seq").all()
    lines = connection.exec_driver_sql("SELECT * FROM audit_subject ORDER BY seq, line").all()
    for table in ("audit_subject", "audit_event"):
        forge(desk, f"DELETE FROM {table}")
    with desk.database.writing() as writing:
        for row in rows:
            event = audit.event_of(row)
            told = dataclasses.replace(event, station="elders") if row.seq == 2 else event
            about = [
                audit.Subject(one.record, one.record_id, one.person_id) for one in lines if one.seq == row.seq
            ]
            audit.append(writing, told, about)


def test_a_chain_that_was_made_anew_does_not_fit_what_was_signed(desk: Desk) -> None:
    register(desk)
    logbook.leave(desk, locked=True)
    rebuilt(desk)
    assert audit.first_broken(desk.database.connection) is None
    assert codes(desk) == ["verify.checkpoint_head"]


def signed_by(desk: Desk, key: Ed25519PrivateKey, **other: Any) -> Checkpoint:  # noqa: ANN401 - any member
    """Return a checkpoint over the present head, signed with ``key``."""
    seq, head = audit.last(desk.database.connection)
    public = key.public_key().public_bytes_raw().hex()
    bare = dataclasses.replace(Checkpoint(seq, head, "2026-11-23T01:08:00+00:00", 1, public), **other)
    content = checkpoints.text(desk.unlocked.registry_id, bare)
    return dataclasses.replace(bare, signature=key.sign(content).hex())


def keep(desk: Desk, checkpoint: Checkpoint) -> None:
    with desk.database.writing() as writing:
        checkpoints.add(writing, checkpoint)


def test_the_log_is_signed_at_the_end_of_work_and_at_least_every_two_hundred_events(desk: Desk) -> None:
    for number in range(250):
        drafts.keep(desk, "signal", f'"{number}"', 1)
    assert [one.seq for one in checkpoints.all_of(desk.database.connection)] == [200]
    logbook.leave(desk, locked=True)
    assert [one.seq for one in checkpoints.all_of(desk.database.connection)] == [200, 252]
    assert codes(desk) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda one: dataclasses.replace(one, signature="00" * 64),
        lambda one: dataclasses.replace(one, signature="geen handtekening"),
        lambda one: dataclasses.replace(one, signature=one.signature[:-2]),
        lambda one: dataclasses.replace(one, signed_at="2026-11-24T01:08:00+00:00"),
        lambda one: dataclasses.replace(one, user_id=2),
        lambda one: dataclasses.replace(one, public_key="ab" * 32),
        lambda one: dataclasses.replace(one, public_key=""),
    ],
)
def test_a_signature_that_does_not_fit_is_found(
    desk: Desk, spoil: Callable[[Checkpoint], Checkpoint]
) -> None:
    people.add(desk, ColleagueDraft("Bram Verzonnen"), WORDS)
    keep(desk, spoil(signed_by(desk, desk.unlocked.signing_key)))
    assert "verify.checkpoint_signature" in codes(desk)


def test_a_checkpoint_of_another_key_in_somebodys_name_is_found(desk: Desk) -> None:
    stranger = Ed25519PrivateKey.generate()
    keep(desk, signed_by(desk, stranger))
    assert codes(desk) == ["verify.checkpoint_not_yours"]
    logbook.leave(desk, locked=True)
    assert "verify.checkpoint_signature" in codes(desk)


def test_a_forged_line_about_new_keys_is_told_to_whose_they_are_when_she_comes_in(somebody: Somebody) -> None:
    somebody.works(register)
    desk = somebody.open()
    with desk.database.writing() as connection:
        at = desk.now().isoformat(timespec="milliseconds")
        event = audit.Event(at, 1, desk.user.role, "user.keys_renewed", "U", "0", "elders", "")
        audit.append(connection, event, [audit.Subject("user", 1, None)])
    keep(desk, signed_by(desk, Ed25519PrivateKey.generate()))
    assert "verify.checkpoint_signature" not in codes(desk)
    desk.close()
    assert "verify.checkpoint_not_yours" in somebody.is_warned()


def test_new_keys_of_a_user_are_no_forgery(place: ReadyRegistry, clock: StoppedClock, tmp_path: Path) -> None:
    somebody = Somebody(place, ThisComputer(tmp_path / "state", login="boot:1"), clock)
    somebody.works(register)
    desk = place.open(clock)
    vault.renew_recovery(desk.unlocked, vault.parse_recovery(" ".join(place.recovery_groups)))
    (printed,) = vault.recovery_openers(desk.unlocked)
    settings.put(desk.database.connection, {people.RECOVERY_RECIPIENT: printed})
    desk.close()
    typed = " ".join(place.recovery_groups)
    desk = opening.by_recovery(place.folder, typed, USER, WORDS, computer=somebody.computer, clock=clock)
    logbook.leave(desk, locked=False)
    assert codes(desk) == []
    desk.close()


# --- the search index -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statement", "count"),
    [
        ("DELETE FROM search_words WHERE rowid = 1", 1),
        ("DELETE FROM search_parts WHERE rowid = 2", 1),
        ("UPDATE search_words SET words = 'iets anders' WHERE rowid = 1", 1),
        ("UPDATE signal_text SET narrative = 'herschreven' WHERE signal_id IN (1, 2)", 2),
        ("UPDATE person SET last_name = 'Herdoopt'", 3),
        ("INSERT INTO search_words (rowid, words) VALUES (99, 'spook')", 1),
        ("INSERT INTO search_parts (rowid, parts) VALUES (-5, 'spook')", 1),
        (f"INSERT INTO search_parts (rowid, parts) VALUES ({2**62}, 'spook')", 1),
    ],
)
def test_the_search_index_is_compared_with_what_the_records_say(
    desk: Desk, statement: str, count: int
) -> None:
    for number in range(3):
        signals.register(desk, a_notification(narrative=f"Verhaal {number}."))
    assert codes(desk) == []
    forge(desk, statement)
    (found,) = verifying.verify(desk)
    assert (found.code, found.params["count"]) == ("verify.search_index", count)


def test_a_damaged_search_index_does_not_pass_for_a_damaged_registry(desk: Desk) -> None:
    register(desk)
    forge(desk, "UPDATE search_words_content SET c0 = 'zomaar'")
    assert set(codes(desk)) == {"verify.search_damaged", "verify.search_index"}


# --- pages and files --------------------------------------------------------------------------------------

PAGE: Final = 4096


def pages(place: ReadyRegistry) -> list[bytes]:
    content = (place.folder / "registry.db").read_bytes()
    return [content[start : start + PAGE] for start in range(0, len(content), PAGE)]


def write(place: ReadyRegistry, sealed: list[bytes]) -> None:
    (place.folder / "registry.db").write_bytes(b"".join(sealed))


def test_two_pages_that_changed_places_are_damaged_pages(somebody: Somebody) -> None:
    somebody.works(*[register] * 20)
    sealed = pages(somebody.place)
    sealed[40], sealed[41] = sealed[41], sealed[40]
    write(somebody.place, sealed)
    try:
        found = somebody.finds()
    except DamageError as error:
        found = [error.code]
    assert set(found) & {"vault.pages_damaged", "desk.registry_damaged", "vault.database_damaged"}


def test_an_old_page_of_the_log_or_of_a_story_put_back_is_found(somebody: Somebody) -> None:
    """An old page is authentic: what it says no longer fits what stands elsewhere."""
    somebody.works(register, register, register)
    before = pages(somebody.place)
    somebody.works(
        lambda desk: forge(desk, "UPDATE signal_text SET narrative = 'Later verbeterd.'"),
        lambda desk: forge(desk, "DELETE FROM search_words"),
        lambda desk: forge(desk, "DELETE FROM search_parts"),
        _index_anew,
    )
    assert somebody.finds() == []
    after = pages(somebody.place)
    silent = []
    for number, page in enumerate(before):
        if page == after[number] or number == 0:
            continue
        write(somebody.place, [*after[:number], page, *after[number + 1 :]])
        try:
            found = somebody.finds()
        except DamageError as error:
            found = [error.code]
        if not found:
            silent.append(number)
        write(somebody.place, after)
    assert silent == []


def _index_anew(desk: Desk) -> None:
    from mhdesk.store import search
    from mhdesk.store import signals as stored

    with desk.database.writing() as writing:
        search.index(writing, [stored.document(writing, number) for number in (1, 2, 3)])


def test_a_file_that_was_cut_or_belongs_to_another_registry_does_not_open(
    somebody: Somebody, tmp_path: Path
) -> None:
    somebody.works(register)
    database = somebody.place.folder / "registry.db"
    whole = database.read_bytes()
    database.write_bytes(whole[: -PAGE * 3])
    with pytest.raises(DamageError, match=r"vault\.database_damaged"):
        somebody.open()
    other = tmp_path / "ander"
    made = vault.create(other, user_name="Iemand Anders", passphrase=WORDS)
    del made
    database.write_bytes((other / "registry.db").read_bytes())
    with pytest.raises(DamageError, match=r"vault\.database_unreadable"):
        somebody.open()


# --- the keys ---------------------------------------------------------------------------------------------


def test_key_files_are_all_there_whole_and_nobody_elses(somebody: Somebody) -> None:
    somebody.works(lambda desk: people.add(desk, ColleagueDraft("Bram Verzonnen"), WORDS))
    keys = somebody.place.folder / "keys"
    desk = somebody.open()
    other = keys / f"user-{vault.key_id('Bram Verzonnen')}.age"
    kept = {path: path.read_bytes() for path in keys.iterdir()}

    def after(change: Callable[[], object]) -> list[str]:
        change()
        found = codes(desk)
        for path, content in kept.items():
            path.write_bytes(content)
            path.chmod(0o600)
        return found

    assert codes(desk) == []
    assert after(other.unlink) == ["verify.user_key_missing"]
    assert after((keys / "recovery.age").unlink) == ["vault.recovery_key_missing"]
    assert after((keys / "registry.age").unlink) == ["vault.registry_key_missing"]
    assert after(lambda: other.write_bytes(b"niets")) == ["vault.key_damaged"]
    assert after(lambda: (keys / "recovery.age").write_bytes(b"niets")) == ["vault.key_damaged"]
    assert after(lambda: (keys / "registry.age").write_bytes(b"niets")) == ["vault.key_damaged"]
    assert after(lambda: other.chmod(0o644)) == ["verify.permissions"]
    assert after(lambda: forge(desk, "UPDATE user SET active = 0 WHERE id = 2")) == [
        "verify.users_and_keys_differ"
    ]
    forge(desk, "UPDATE user SET active = 1 WHERE id = 2")
    stranger = keys / "user-0123456789abcdef.age"
    stranger.write_bytes(kept[other])
    stranger.chmod(0o600)
    assert codes(desk) == ["verify.key_file_unknown"]
    stranger.unlink()
    assert codes(desk) == []
    desk.close()


def test_anchoring_never_fails_where_nothing_can_be_kept(place: ReadyRegistry, clock: StoppedClock) -> None:
    nowhere = place.folder / "registry.db" / "state"
    desk = opening.by_passphrase(
        place.folder, USER, PASSPHRASE, computer=ThisComputer(nowhere, login=""), clock=clock
    )
    anchoring.keep(desk)
    assert codes(desk) == []
    logbook.leave(desk, locked=True)
    desk.close()


def test_a_clock_that_was_set_back_is_told(
    place: ReadyRegistry, computer: ThisComputer, clock: StoppedClock
) -> None:
    somebody = Somebody(place, computer, clock)
    somebody.works(lambda desk: signals.register(desk, a_notification()))
    clock.go_on(days=-700)
    somebody.works(lambda desk: signals.details(desk, 1))
    clock.go_on(days=701)
    desk = somebody.open()
    (found,) = verifying.verify(desk)
    assert found.code == "verify.clock_back"
    assert found.params["hours"] == 700 * 24 - 1
    assert str(found.params["day"]).endswith("-2024")
    desk.close()


def test_clocks_that_differ_a_little_are_no_finding(
    place: ReadyRegistry, computer: ThisComputer, clock: StoppedClock
) -> None:
    somebody = Somebody(place, computer, clock)
    somebody.works(lambda desk: signals.register(desk, a_notification()))
    clock.go_on(minutes=-119)
    desk = somebody.open()
    assert verifying.verify(desk) == []
    desk.close()
