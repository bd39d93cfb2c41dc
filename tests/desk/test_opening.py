"""The ways to a desk, and what each leaves in the log."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mhdesk import vault
from mhdesk.desk import opening, people, registries, verbs, verifying
from mhdesk.desk.opening import ThisComputer
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.errors import InputError, KnownError, UnlockError
from mhdesk.store import audit, checkpoints, settings
from mhdesk.store.schema import audit_event
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, USER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mhdesk.desk.desk import Desk
    from tests.keyrings import SystemKeyring
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

WORDS = "wimpel granaat zwaluw kompas"
OTHER_WORDS = "schelp notenbalk inkt greppel"

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def place(registry: ReadyRegistry, clock: StoppedClock) -> ReadyRegistry:
    """Return a closed registry whose own keys cost no work."""
    quicken(registry.unlocked)
    desk = registry.open(clock)
    vault.renew_recovery(desk.unlocked, vault.parse_recovery(" ".join(registry.recovery_groups)))
    (printed,) = vault.recovery_openers(desk.unlocked)
    settings.put(desk.database.connection, {people.RECOVERY_RECIPIENT: printed})
    desk.close()
    return registry


def logged(desk: Desk) -> list[tuple[str, str]]:
    """Close the desk and return what it wrote, oldest first."""
    asked = select(audit_event.c.verb, audit_event.c.details).order_by(audit_event.c.seq)
    rows = [(row.verb, row.details) for row in desk.database.connection.execute(asked)]
    desk.close()
    return rows[1:]


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file but the one that counts refused keys."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != "attempts.json")
    return {str(path): path.read_bytes() for path in paths}


def test_the_log_tells_which_way_somebody_came(place: ReadyRegistry, clock: StoppedClock) -> None:
    desk = opening.by_passphrase(place.folder, USER, PASSPHRASE, clock=clock)
    assert logged(desk) == [("registry.login", "passphrase")]


# --- the recovery page -----------------------------------------------------------------------------------


def by_recovery(place: ReadyRegistry, clock: StoppedClock, **other: str) -> Desk:
    """Open with the page; every argument can be another one."""
    given = {"typed": " ".join(place.recovery_groups), "user_name": USER, "passphrase": WORDS} | other
    return opening.by_recovery(
        place.folder, given["typed"], given["user_name"], given["passphrase"], clock=clock
    )


def test_the_page_opens_the_desk_and_the_new_passphrase_from_then_on(
    place: ReadyRegistry, clock: StoppedClock
) -> None:
    desk = by_recovery(place, clock)
    assert desk.user.name == USER
    assert logged(desk) == [("registry.login", "recovery"), ("user.keys_renewed", "")]
    again = opening.by_passphrase(place.folder, USER, WORDS, clock=clock)
    assert logged(again)[-1] == ("registry.login", "passphrase")
    with pytest.raises(UnlockError, match=r"vault\.wrong_passphrase"):
        opening.by_passphrase(place.folder, USER, PASSPHRASE)


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"typed": "7QK2M " * 8}, "vault.recovery_group"),
        ({"typed": "7QK2M"}, "vault.recovery_length"),
        ({"typed": " ".join(vault.new_recovery().groups())}, "vault.recovery_wrong"),
        ({"user_name": "Niemand Bekend"}, "vault.recovery_for_nobody"),
        ({"user_name": ""}, "vault.name_empty"),
        ({"passphrase": "welkom"}, "vault.passphrase_weak"),
        ({"passphrase": ""}, "vault.passphrase_empty"),
    ],
)
def test_whatever_is_wrong_is_said_before_anything_is_written(
    place: ReadyRegistry, clock: StoppedClock, other: dict[str, str], code: str
) -> None:
    before = contents(place.folder)
    with pytest.raises(KnownError) as error:
        by_recovery(place, clock, **other)
    assert error.value.code == code
    assert contents(place.folder) == before


def test_while_a_colleague_works_the_page_changes_no_key(place: ReadyRegistry, clock: StoppedClock) -> None:
    desk = place.open(clock)
    before = {path: path.read_bytes() for path in (place.folder / "keys").iterdir()}
    with pytest.raises(UnlockError, match=r"vault\.in_use"):
        by_recovery(place, clock)
    assert {path: path.read_bytes() for path in (place.folder / "keys").iterdir()} == before
    desk.close()


# --- an invitation ----------------------------------------------------------------------------------------


@pytest.fixture
def invited(place: ReadyRegistry, clock: StoppedClock) -> str:
    """Invite Ineke and return her passphrase."""
    desk = place.open(clock)
    words = people.invite(desk, ColleagueDraft("Ineke Bedacht"))
    desk.close()
    return words


def test_an_invitation_leads_to_a_desk_with_a_passphrase_of_one_s_own(
    place: ReadyRegistry, clock: StoppedClock, invited: str
) -> None:
    desk = opening.by_invitation(place.folder, "Ineke Bedacht", invited, WORDS, clock=clock)
    assert desk.user.name == "Ineke Bedacht"
    assert not desk.unlocked.invited
    assert logged(desk)[-2:] == [("registry.login", "invitation"), ("user.keys_renewed", "")]


def test_nothing_is_signed_with_the_key_that_came_with_an_invitation(
    place: ReadyRegistry, clock: StoppedClock, invited: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever made the invitation could sign in the name of the invited one with it."""
    monkeypatch.setattr(verbs, "SIGNED_EVERY", 1)
    with pytest.raises(UnlockError):
        opening.by_invitation(place.folder, "Ineke Bedacht", "heel iets anders", WORDS, clock=clock)
    desk = opening.by_invitation(place.folder, "Ineke Bedacht", invited, WORDS, clock=clock)
    signed = [one for one in checkpoints.all_of(desk.database.connection) if one.user_id == desk.user.id]
    assert {one.public_key for one in signed} == {vault.public_key(desk.unlocked)}
    assert verifying.verify(desk) == []
    assert [verb for verb, _ in logged(desk)][-4:-1] == [
        "registry.login",
        "login.failed",
        "user.keys_renewed",
    ]


@pytest.mark.parametrize("write", [opening.login, opening.bring_up_to_date])
def test_what_is_written_before_the_keys_are_known_to_be_ones_own_is_not_signed(
    place: ReadyRegistry,
    clock: StoppedClock,
    write: Callable[[Desk], object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = place.open(clock)
    monkeypatch.setattr(verbs, "SIGNED_EVERY", 1)
    write(desk)
    assert checkpoints.last_seq(desk.database.connection) < audit.last(desk.database.connection)[0]
    desk.close()


@pytest.mark.parametrize(
    ("passphrase", "code"),
    [
        (lambda invitation: invitation, "vault.passphrase_same"),
        (lambda invitation: invitation.replace(" ", "  "), ""),
        (lambda _: "welkom", "vault.passphrase_weak"),
        (lambda _: "ineke bedacht wimpel", "vault.passphrase_weak"),
    ],
)
def test_the_invitation_itself_is_no_passphrase_of_one_s_own(
    place: ReadyRegistry, invited: str, passphrase: Callable[[str], str], code: str
) -> None:
    chosen = passphrase(invited)
    if not code:  # other characters are another passphrase
        opening.by_invitation(place.folder, "Ineke Bedacht", invited, chosen).close()
        return
    with pytest.raises(InputError) as error:
        opening.by_invitation(place.folder, "Ineke Bedacht", invited, chosen)
    assert error.value.code == code


def test_a_used_invitation_and_an_ordinary_passphrase_are_told_apart(
    place: ReadyRegistry, invited: str
) -> None:
    opening.by_invitation(place.folder, "Ineke Bedacht", invited, WORDS).close()
    with pytest.raises(UnlockError, match=r"vault\.wrong_passphrase"):
        opening.by_invitation(place.folder, "Ineke Bedacht", invited, OTHER_WORDS)
    with pytest.raises(InputError, match=r"people\.invitation_used"):
        opening.by_invitation(place.folder, USER, PASSPHRASE, OTHER_WORDS)


# --- the keyring of this computer ----------------------------------------------------------------------------


@pytest.fixture
def remembered(
    place: ReadyRegistry, clock: StoppedClock, tmp_path: Path, system_keyring: SystemKeyring
) -> ThisComputer:
    """Let this computer remember the registry; return it as it is after the next login to it."""
    assert not [name for _, name in system_keyring.kept if not name.startswith("anchor-")]
    first = ThisComputer(tmp_path / "state", login="boot:1")
    desk = opening.by_passphrase(place.folder, USER, PASSPHRASE, computer=first, clock=clock)
    opening.remember(desk, first, PASSPHRASE)
    desk.close()
    return ThisComputer(tmp_path / "state", login="boot:2")


def test_a_remembered_computer_opens_the_desk_once_and_the_log_says_how(
    place: ReadyRegistry, clock: StoppedClock, remembered: ThisComputer
) -> None:
    assert opening.is_remembered(place.folder, remembered)
    clock.go_on(hours=1)
    desk = opening.by_keyring(place.folder, remembered, clock=clock)
    assert logged(desk)[1:] == [("computer.remembered", ""), ("registry.login", "keyring")]
    with pytest.raises(UnlockError, match=r"vault\.keyring_second_start"):
        opening.by_keyring(place.folder, remembered, clock=clock)


def test_after_a_lock_or_thirteen_hours_it_is_the_passphrase(
    place: ReadyRegistry, clock: StoppedClock, remembered: ThisComputer
) -> None:
    after_lock = ThisComputer(remembered.state_dir, after_lock=True, login="boot:2")
    with pytest.raises(UnlockError, match=r"vault\.keyring_after_lock"):
        opening.by_keyring(place.folder, after_lock, clock=clock)
    clock.go_on(hours=13)
    third = ThisComputer(remembered.state_dir, login="boot:3")
    with pytest.raises(UnlockError, match=r"vault\.keyring_long_ago"):
        opening.by_keyring(place.folder, third, clock=clock)
    opening.by_passphrase(place.folder, USER, PASSPHRASE, computer=third, clock=clock).close()
    fourth = ThisComputer(remembered.state_dir, login="boot:4")
    opening.by_keyring(place.folder, fourth, clock=clock).close()


def test_somebody_at_the_open_desk_cannot_make_the_computer_remember(
    place: ReadyRegistry, clock: StoppedClock, remembered: ThisComputer
) -> None:
    """Nor can who came by keyring make the twelve hours begin anew without the passphrase."""
    desk = opening.by_keyring(place.folder, remembered, clock=clock)
    with pytest.raises(UnlockError, match=r"vault\.wrong_passphrase"):
        opening.remember(desk, remembered, WORDS)
    desk.close()


def test_computers_are_listed_and_can_be_taken_away(
    place: ReadyRegistry, clock: StoppedClock, remembered: ThisComputer
) -> None:
    desk = place.open(clock)
    (computer,) = people.colleagues(desk)[0].computers
    assert computer.label == desk.station
    opening.forget_elsewhere(desk, computer.id)
    assert people.colleagues(desk)[0].computers == ()
    desk.close()
    with pytest.raises(UnlockError, match=r"vault\.keyring_forgotten"):
        opening.by_keyring(place.folder, remembered, clock=clock)


def test_forgetting_on_this_computer_asks_for_the_passphrase_from_then_on(
    place: ReadyRegistry, clock: StoppedClock, remembered: ThisComputer, system_keyring: SystemKeyring
) -> None:
    desk = opening.by_keyring(place.folder, remembered, clock=clock)
    opening.forget(desk, remembered)
    desk.close()
    assert not opening.is_remembered(place.folder, remembered)
    assert not [name for _, name in system_keyring.kept if not name.startswith("anchor-")]


def test_a_computer_knows_its_own_login(tmp_path: Path) -> None:
    assert ThisComputer(tmp_path).login == vault.login_id()


# --- another recovery page ------------------------------------------------------------------------------------


def test_a_new_page_replaces_the_old_one_once_it_was_typed_back(
    place: ReadyRegistry, clock: StoppedClock
) -> None:
    desk, groups = place.open(clock), registries.new_recovery_groups()
    with pytest.raises(InputError, match=r"registry\.recovery_not_this_page"):
        registries.renew_recovery(desk, groups, " ".join(place.recovery_groups))
    with pytest.raises(InputError, match=r"vault\.recovery_length"):
        registries.renew_recovery(desk, groups, "7QK2M")
    registries.check_recovery(place.folder, " ".join(place.recovery_groups))
    registries.renew_recovery(desk, groups, " ".join(groups).lower())
    assert registries.recovery_is_proven(desk)
    desk.close()
    registries.check_recovery(place.folder, " ".join(groups))
    with pytest.raises(UnlockError, match=r"vault\.recovery_wrong"):
        by_recovery(place, clock)


def test_the_page_is_to_be_tested_a_year_after_it_was_typed_back(
    place: ReadyRegistry, clock: StoppedClock
) -> None:
    desk = place.open(clock)
    assert registries.recovery_test_is_due(desk)
    registries.prove_recovery(desk, " ".join(place.recovery_groups))
    assert not registries.recovery_test_is_due(desk)
    clock.moment = clock.moment.replace(year=clock.moment.year + 1)
    assert desk.today() == date(2027, 11, 23)
    assert registries.recovery_test_is_due(desk)
    registries.prove_recovery(desk, " ".join(place.recovery_groups))
    assert not registries.recovery_test_is_due(desk)
    desk.close()


def test_why_a_computer_cannot_remember_is_told_before_anybody_types(
    tmp_path: Path, system_keyring: SystemKeyring
) -> None:
    opening.require_keyring(ThisComputer(tmp_path, login="one"))
    with pytest.raises(InputError, match=r"vault\.keyring_login_unknown"):
        opening.require_keyring(ThisComputer(tmp_path, login=""))
    system_keyring.locked = True
    with pytest.raises(InputError, match=r"vault\.keyring_refused"):
        opening.require_keyring(ThisComputer(tmp_path, login="one"))
    assert not system_keyring.kept
