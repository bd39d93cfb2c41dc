"""Keys that somebody put into the registry by hand: they do not outlive the next opening, nor a new database key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mhdesk import vault
from mhdesk.desk import backup_places, backups, opening, people, registries, restoring, verifying
from mhdesk.domain.colleagues import Access, ColleagueDraft
from mhdesk.domain.people import Role
from mhdesk.errors import UnlockError
from mhdesk.store import settings
from mhdesk.vault import age, keyfiles, layout, openers, sealing
from mhdesk.vault.openers import Kind, Opener
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, USER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

COLLEAGUE = "Bram Verzonnen"
WORDS = "wimpel granaat zwaluw kompas"
NOBODY = "cd" * 8
COMPUTER = "ab" * 8

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def team(registry: ReadyRegistry, clock: StoppedClock) -> Iterator[Desk]:
    """Return the desk of a registry with a colleague (user 2) who manages it, too."""
    quicken(registry.unlocked)
    desk = registry.open(clock)
    people.add(desk, ColleagueDraft(COLLEAGUE, Role.ADMINISTRATOR), WORDS)
    yield desk
    desk.close()


def plant(desk: Desk, kind: Kind, key_id: str = "", user: str = "") -> str:
    """Write one more key into the list, as whoever can open the registry can; return its identity."""
    identity = age.new_identity()
    keys = keyfiles.open_registry(layout.registry_key(desk.folder), desk.unlocked.identity)
    planted = Opener(kind, age.recipient_of(identity), key_id, user=user)
    sealing.write_openers(desk.unlocked, keys, (*keys.openers, planted))
    return identity


def plant_unlisted(desk: Desk) -> str:
    """Seal the key file to one key more than its list names."""
    identity = age.new_identity()
    path = layout.registry_key(desk.folder)
    keys = keyfiles.open_registry(path, desk.unlocked.identity)
    to = [*openers.recipients(keys.openers), age.recipient_of(identity)]
    path.write_bytes(age.seal_to(keyfiles.encode(keys), to))
    return identity


def opens(desk: Desk, identity: str) -> bool:
    try:
        keyfiles.open_registry(layout.registry_key(desk.folder), identity)
    except UnlockError:
        return False
    return True


def again(desk: Desk) -> Desk:
    desk.close()
    return opening.by_passphrase(desk.folder, USER, PASSPHRASE, clock=desk.now)


def codes(desk: Desk) -> list[str]:
    return [found.code for found in verifying.verify(desk)]


def noted(desk: Desk) -> str:
    return settings.all_of(desk.database.connection)[people.RECOVERY_RECIPIENT]


def test_no_planted_key_learns_the_new_key_of_the_database(team: Desk) -> None:
    own = team.unlocked.key_id
    planted = [
        plant(team, Kind.COMPUTER, COMPUTER, NOBODY),
        plant(team, Kind.COMPUTER, "ef" * 8, own),
        plant(team, Kind.USER, NOBODY),
        plant(team, Kind.USER, own),
        plant(team, Kind.RECOVERY),
    ]
    assert [opens(team, one) for one in planted] == [True] * 5
    people.revoke(team, 2)
    assert [opens(team, one) for one in planted] == [False] * 5
    assert codes(team) == []


def test_a_computer_in_a_colleagues_name_does_not_outlive_the_key_of_who_put_it_there(team: Desk) -> None:
    """Its file looks like any other: only the computer itself could read what lies in it."""
    people.add(team, ColleagueDraft("Ineke Bedacht"), "schelp notenbalk inkt greppel")
    planted = plant(team, Kind.COMPUTER, COMPUTER, vault.key_id("Ineke Bedacht"))
    file = layout.computer_key(team.folder, COMPUTER)
    file.write_bytes(age.seal_to(b"{}", [age.recipient_of(planted)]))
    desk = again(team)
    assert opens(desk, planted)
    people.revoke(desk, 2)
    assert not opens(desk, planted)
    assert not file.exists()
    assert codes(desk) == []
    desk.close()


def test_a_key_that_the_list_does_not_name_learns_no_new_key(team: Desk) -> None:
    planted = plant_unlisted(team)
    people.revoke(team, 2)
    assert not opens(team, planted)


def test_an_opening_takes_away_computers_of_nobody_and_keys_that_are_not_listed(team: Desk) -> None:
    computer = plant(team, Kind.COMPUTER, COMPUTER, NOBODY)
    desk = again(team)
    assert not opens(desk, computer)
    hidden = plant_unlisted(desk)
    desk = again(desk)
    assert not opens(desk, hidden)
    before = layout.registry_key(desk.folder).read_bytes()
    desk = again(desk)
    assert layout.registry_key(desk.folder).read_bytes() == before
    desk.close()


def test_a_colleague_who_is_listed_twice_is_asked_again_rather_than_let_in_twice(team: Desk) -> None:
    people.add(team, ColleagueDraft("Ineke Bedacht"), "schelp notenbalk inkt greppel")
    planted = plant(team, Kind.USER, vault.key_id("Ineke Bedacht"))
    assert codes(team) == ["verify.users_and_keys_differ"]
    people.revoke(team, 2)
    assert not opens(team, planted)
    assert people.colleagues(team)[2].access is Access.ENDED


def test_a_second_recovery_key_stays_at_opening_and_goes_with_the_old_key(team: Desk) -> None:
    """A renewal that was cut off leaves two, and nobody can tell then which page is in the drawer."""
    true = noted(team)
    plant(team, Kind.RECOVERY)
    desk = again(team)
    assert len(vault.recovery_openers(desk.unlocked)) == 2
    registries.recovery_proven(desk)
    people.change_key(desk)
    assert vault.recovery_openers(desk.unlocked) == (true,)
    assert not registries.recovery_is_proven(desk)
    desk.close()


def test_the_first_recovery_key_stays_where_none_was_noted(team: Desk) -> None:
    (true,) = vault.recovery_openers(team.unlocked)
    settings.put(team.database.connection, {people.RECOVERY_RECIPIENT: ""})
    plant(team, Kind.RECOVERY)
    people.change_key(team)
    assert vault.recovery_openers(team.unlocked) == (true,)


def test_which_recovery_key_is_the_real_one_is_noted_whenever_a_page_was_typed_back(
    team: Desk, registry: ReadyRegistry
) -> None:
    assert vault.recovery_openers(team.unlocked) == (noted(team),)
    settings.put(team.database.connection, {people.RECOVERY_RECIPIENT: ""})
    registries.prove_recovery(team, " ".join(registry.recovery_groups))
    before = noted(team)
    assert vault.recovery_openers(team.unlocked) == (before,)
    groups = registries.new_recovery_groups()
    registries.renew_recovery(team, groups, " ".join(groups))
    assert vault.recovery_openers(team.unlocked) == (noted(team),)
    assert noted(team) != before


def test_a_lost_page_and_a_lost_computer_ask_for_a_new_key_of_the_database(team: Desk) -> None:
    """A backup has the old key files: with them the lost page opens what is recorded today."""
    groups = registries.new_recovery_groups()
    registries.renew_recovery(team, groups, " ".join(groups))
    assert people.key_change_is_due(team)
    people.change_key(team)
    assert not people.key_change_is_due(team)
    opening.forget_elsewhere(team, COMPUTER)
    assert people.key_change_is_due(team)


def test_a_check_names_every_key_that_is_nobodys(team: Desk) -> None:
    plant(team, Kind.COMPUTER, COMPUTER, NOBODY)
    assert codes(team) == ["verify.computers_of_nobody"]
    team = again(team)
    plant(team, Kind.RECOVERY)
    assert codes(team) == ["verify.recovery_keys_several"]
    people.change_key(team)
    plant_unlisted(team)
    assert codes(team) == ["verify.keys_not_listed"]
    people.change_key(team)
    keys = keyfiles.open_registry(layout.registry_key(team.folder), team.unlocked.identity)
    other = age.recipient_of(age.new_identity())
    changed = [replace(one, recipient=other) if one.kind is Kind.RECOVERY else one for one in keys.openers]
    sealing.write_openers(team.unlocked, keys, tuple(changed))
    assert codes(team) == ["verify.recovery_key_other"]
    team.close()


def test_a_recovery_key_of_which_nothing_is_noted_is_told_until_the_page_is_tried(
    team: Desk, registry: ReadyRegistry
) -> None:
    """Who took the note away may have put another key in the place of the page's."""
    settings.put(team.database.connection, {people.RECOVERY_RECIPIENT: ""})
    assert codes(team) == ["verify.recovery_key_unproven"]
    registries.prove_recovery(team, " ".join(registry.recovery_groups))
    assert codes(team) == []


def test_what_a_restore_put_aside_goes_once_the_database_has_another_key(
    team: Desk, tmp_path: Path, clock: StoppedClock
) -> None:
    """Whoever was sent away may have its key; before a new key was given it is kept."""
    (tmp_path / "stick").mkdir()
    (copy,) = backups.make(team, tmp_path / "stick").backups
    clock.go_on(hours=1)
    restoring.restore_at(team, copy, PASSPHRASE)
    desk = again(team)
    backups.make(desk)
    (aside,) = (desk.folder / "backups").glob("replaced-*")
    clock.go_on(hours=1)
    people.revoke(desk, 2)
    assert aside in backup_places.under_old_keys(desk)
    backups.make(desk)
    assert not aside.exists()
    desk.close()
