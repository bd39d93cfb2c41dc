"""Who may open the registry: the desk keeps keys, users and the log together."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mhdesk import vault
from mhdesk.desk import opening, people, signals
from mhdesk.domain.colleagues import Access, ColleagueDraft
from mhdesk.domain.people import Role, User
from mhdesk.domain.problems import ProblemsError
from mhdesk.errors import DamageError, InputError, KnownError, NotAllowedError, UnlockError
from mhdesk.store import audit, settings
from mhdesk.store.schema import audit_event, audit_subject
from mhdesk.vault import layout
from tests.desk.drafts import a_notification
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, USER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

COLLEAGUE = "Bram Verzonnen"
WORDS = "wimpel granaat zwaluw kompas"
OTHER_WORDS = "schelp notenbalk inkt greppel"

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def team(registry: ReadyRegistry, clock: StoppedClock) -> Iterator[Desk]:
    """Return the desk of a registry with a colleague (user 2) who works on cases."""
    quicken(registry.unlocked)
    desk = registry.open(clock)
    people.add(desk, ColleagueDraft(COLLEAGUE, Role.VT_WORKER), WORDS)
    yield desk
    desk.close()


def opened(desk: Desk, name: str = COLLEAGUE, passphrase: str = WORDS) -> str:
    """Close this desk, let somebody open the registry, and return how that went."""
    desk.close()
    try:
        other = opening.by_passphrase(desk.folder, name, passphrase, clock=desk.now)
    except KnownError as error:
        return error.code
    try:
        return f"open as {other.user.role}"
    finally:
        other.close()


def again(desk: Desk, name: str = USER, passphrase: str = PASSPHRASE) -> Desk:
    """Close this desk and open the registry anew."""
    desk.close()
    return opening.by_passphrase(desk.folder, name, passphrase, clock=desk.now)


def events(desk: Desk) -> list[str]:
    rows = desk.database.connection.execute(select(audit_event.c.verb).order_by(audit_event.c.seq))
    assert audit.first_broken(desk.database.connection) is None
    return list(rows.scalars())


def access(desk: Desk, number: int = 1) -> Access:
    return people.colleagues(desk)[number].access


# --- add and invite ------------------------------------------------------------------------------------


def test_a_colleague_is_listed_and_gets_in_with_the_own_role(team: Desk) -> None:
    first, second = people.colleagues(team)
    assert (first.name, first.access, first.id) == (USER, Access.ACTIVE, 1)
    assert (second.name, second.role, second.access) == (COLLEAGUE, Role.VT_WORKER, Access.ACTIVE)
    assert second.since == team.today()
    assert opened(team) == "open as vt_worker"


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (ColleagueDraft(" "), "name"),
        (ColleagueDraft("x" * 201), "name"),
        (ColleagueDraft("Ineke Bedacht", "policy_adviser"), "role"),
        (ColleagueDraft("Ineke Bedacht", "boss"), "role"),
    ],
)
def test_a_draft_that_does_not_stand_says_at_which_field(
    team: Desk, draft: ColleagueDraft, field: str
) -> None:
    with pytest.raises(ProblemsError) as error:
        people.add(team, draft, OTHER_WORDS)
    assert [problem.field for problem in error.value.problems] == [field]
    assert all(problem.sentence() for problem in error.value.problems)


def test_an_invited_colleague_must_choose_a_passphrase_before_anything_else(team: Desk) -> None:
    invitation = people.invite(team, ColleagueDraft("Ineke Bedacht"))
    assert access(team, 2) is Access.INVITED
    assert opened(team, "Ineke Bedacht", invitation) == "people.invitation_open"
    desk = opening.by_invitation(team.folder, "Ineke Bedacht", invitation, OTHER_WORDS, clock=team.now)
    assert events(desk)[-3:] == ["user.added", "registry.login", "user.keys_renewed"]
    assert access(desk, 2) is Access.ACTIVE
    assert opened(desk, "Ineke Bedacht", OTHER_WORDS) == "open as care_coordinator"
    assert opened(desk, "Ineke Bedacht", invitation) == "vault.wrong_passphrase"


def test_somebody_who_comes_back_is_the_same_user(team: Desk) -> None:
    people.revoke(team, 2)
    change = people.add(team, ColleagueDraft(COLLEAGUE, Role.TEAM_LEAD), OTHER_WORDS)
    assert change.created == 2
    assert len(people.colleagues(team)) == 2
    assert opened(team, COLLEAGUE, OTHER_WORDS) == "open as team_lead"


def test_whoever_may_not_manage_users_does_not_even_see_them(team: Desk) -> None:
    team.user = User(2, COLLEAGUE, Role.VT_WORKER)
    for call in (
        lambda: people.colleagues(team),
        lambda: people.invite(team, ColleagueDraft("Ineke Bedacht")),
        lambda: people.revoke(team, 1),
        lambda: people.change_key(team),
        lambda: people.rename(team, 1, "Noor Anders", PASSPHRASE),
    ):
        with pytest.raises(NotAllowedError):
            call()


# --- suspend, revoke --------------------------------------------------------------------------------------


def test_a_suspended_colleague_waits_outside_and_comes_back(team: Desk) -> None:
    people.suspend(team, 2)
    assert access(team) is Access.SUSPENDED
    assert opened(team) == "vault.key_does_not_fit"
    desk = again(team)
    people.reactivate(desk, 2)
    assert access(desk) is Access.ACTIVE
    assert opened(desk) == "open as vt_worker"


def test_after_revoking_the_desk_works_on_under_another_key(team: Desk) -> None:
    before = team.unlocked.database_key
    assert people.revoke(team, 2).verb == "user.revoked"
    assert team.unlocked.database_key != before
    assert access(team) is Access.ENDED
    assert not people.key_change_is_due(team)
    signals.register(team, a_notification())
    assert events(team)[-3:] == ["user.revoked", "registry.key_changed", "signal.registered"]
    assert opened(team) == "vault.wrong_passphrase"
    assert opened(team, USER, PASSPHRASE) == "open as care_coordinator"


def test_a_revoked_colleague_with_all_that_was_kept_opens_nothing_new(team: Desk, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    shutil.copytree(team.folder / "keys", kept / "keys")
    people.revoke(team, 2)
    team.close()
    shutil.copyfile(team.folder / "registry.db", kept / "registry.db")
    with pytest.raises(DamageError, match=r"vault\.database_unreadable"):
        opening.by_passphrase(kept, COLLEAGUE, WORDS)


def test_a_key_change_that_was_stopped_stays_due_until_it_is_done(team: Desk) -> None:
    def stop(done: int, every: int) -> None:
        raise InterruptedError(done, every)

    before = team.unlocked.database_key
    with pytest.raises(InterruptedError):
        people.revoke(team, 2, stop)
    assert people.key_change_is_due(team)
    assert team.unlocked.database_key == before
    assert events(team)[-1] == "user.revoked"
    desk = again(team)
    assert people.key_change_is_due(desk)
    people.change_key(desk)
    assert not people.key_change_is_due(desk)
    assert desk.unlocked.database_key != before
    desk.close()


def test_a_backup_made_before_is_known_by_its_old_key(team: Desk, tmp_path: Path) -> None:
    shutil.copytree(team.folder / "keys", tmp_path / "backups" / "monday" / "keys")
    assert vault.under_another_key(team.unlocked, tmp_path / "backups") == ()
    people.revoke(team, 2)
    shutil.copytree(team.folder / "keys", tmp_path / "backups" / "tuesday" / "keys")
    monday = tmp_path / "backups" / "monday"
    assert vault.under_another_key(team.unlocked, tmp_path / "backups") == (monday,)


@pytest.mark.parametrize(
    "act", [people.suspend, people.revoke, lambda desk, number: people.change_role(desk, number, "vt_worker")]
)
def test_nobody_shuts_out_oneself_so_that_somebody_always_manages_the_registry(
    act: Callable[[Desk, int], object], team: Desk
) -> None:
    with pytest.raises(InputError, match=r"people\.not_yourself"):
        act(team, 1)
    with pytest.raises(InputError, match=r"people\.no_such_user"):
        act(team, 99)
    assert opened(team, USER, PASSPHRASE) == "open as care_coordinator"


def test_a_changed_role_holds_from_the_next_login(team: Desk) -> None:
    people.change_role(team, 2, Role.PRIVACY_OFFICER)
    with pytest.raises(ProblemsError):
        people.change_role(team, 2, "policy_adviser")
    assert opened(team) == "open as privacy_officer"


# --- one's own -------------------------------------------------------------------------------------------


def test_a_changed_passphrase_is_the_one_that_opens(team: Desk) -> None:
    people.change_passphrase(team, PASSPHRASE, OTHER_WORDS)
    assert opened(team, USER, PASSPHRASE) == "vault.wrong_passphrase"
    assert opened(team, USER, OTHER_WORDS) == "open as care_coordinator"


def test_whoever_changes_the_own_name_works_on_under_it(team: Desk) -> None:
    people.rename(team, 1, "Noor van Anders", PASSPHRASE)
    assert not layout.user_key(team.folder, vault.key_id(USER)).exists()
    assert (team.user.name, team.unlocked.user_name) == ("Noor van Anders",) * 2
    people.change_passphrase(team, PASSPHRASE, OTHER_WORDS)
    assert [colleague.name for colleague in people.colleagues(team)] == ["Noor van Anders", COLLEAGUE]
    assert opened(team, "Noor van Anders", OTHER_WORDS) == "open as care_coordinator"
    assert opened(team, USER, PASSPHRASE) == "vault.wrong_passphrase"


def test_a_colleague_is_renamed_with_the_own_passphrase_only(team: Desk) -> None:
    with pytest.raises(UnlockError, match=r"vault\.wrong_passphrase"):
        people.rename(team, 2, "Bram de Bedachte", PASSPHRASE)
    people.rename(team, 2, "Bram de Bedachte", WORDS)
    assert people.colleagues(team)[1].name == "Bram de Bedachte"
    assert team.user.name == USER
    assert opened(team, "Bram de Bedachte") == "open as vt_worker"


def test_a_name_of_somebody_who_left_is_not_taken_over(team: Desk) -> None:
    people.revoke(team, 2)
    with pytest.raises(InputError, match=r"vault\.user_exists"):
        people.rename(team, 1, COLLEAGUE.upper(), PASSPHRASE)
    assert people.rename(team, 1, USER.upper(), PASSPHRASE).verb == "user.renamed"
    assert team.user.name == USER.upper()


# --- the log ----------------------------------------------------------------------------------------------


def test_each_change_is_in_the_log_with_whom_it_is_about(team: Desk) -> None:
    people.suspend(team, 2)
    people.reactivate(team, 2)
    people.change_role(team, 2, Role.TEAM_LEAD)
    people.rename(team, 2, "Bram de Bedachte", WORDS)
    people.revoke(team, 2)
    rows = team.database.connection.execute(
        select(audit_event.c.verb, audit_subject.c.record_id, audit_event.c.details)
        .join(audit_subject, audit_event.c.seq == audit_subject.c.seq)
        .where(audit_subject.c.record == "user", audit_event.c.verb != "registry.made")
        .order_by(audit_event.c.seq)
    ).all()
    assert [tuple(row) for row in rows] == [
        ("user.added", 2, ""),
        ("user.suspended", 2, ""),
        ("user.reactivated", 2, ""),
        ("user.role_changed", 2, "vt_worker>team_lead"),
        ("user.renamed", 2, ""),
        ("user.revoked", 2, ""),
    ]


def test_no_passphrase_and_no_name_is_in_the_log(team: Desk) -> None:
    words = people.invite(team, ColleagueDraft("Ineke Bedacht"))
    people.change_passphrase(team, PASSPHRASE, OTHER_WORDS)
    logged = str(team.database.connection.execute(select(audit_event)).all())
    assert not [word for word in (*words.split(), *OTHER_WORDS.split(), "Ineke") if word in logged]


# --- what a crash left ---------------------------------------------------------------------------------------


def test_a_key_without_a_user_is_taken_away_at_the_next_opening(team: Desk) -> None:
    """As when adding was cut off before its last step, or when somebody put a key in by hand."""
    key_id = vault.add_user(team.unlocked, user_name="Ineke Bedacht", passphrase=OTHER_WORDS)
    desk = again(team)
    assert events(desk)[-2:] == ["registry.login", "user.strangers_dropped"]
    assert not layout.user_key(desk.folder, key_id).exists()
    assert opened(desk, "Ineke Bedacht", OTHER_WORDS) == "vault.wrong_passphrase"
    desk = again(desk)
    assert events(desk)[-2:] == ["registry.login", "login.failed"]
    desk.close()


def test_a_stranger_opens_nothing_even_before_the_key_is_taken_away(team: Desk) -> None:
    vault.add_user(team.unlocked, user_name="Ineke Bedacht", passphrase=OTHER_WORDS)
    assert opened(team, "Ineke Bedacht", OTHER_WORDS) == "desk.user_not_active"


def test_a_name_that_may_no_longer_open_is_locked_out_and_no_wrong_call(team: Desk) -> None:
    vault.add_user(team.unlocked, user_name="Ineke Bedacht", passphrase=OTHER_WORDS)
    team.close()
    with pytest.raises(UnlockError, match=r"desk\.user_not_active"):
        opening.by_passphrase(team.folder, "Ineke Bedacht", OTHER_WORDS, clock=team.now)


def test_a_suspension_that_was_lifted_half_is_in_force_again(team: Desk) -> None:
    people.suspend(team, 2)
    vault.reactivate_user(team.unlocked, vault.key_id(COLLEAGUE))
    assert access(team) is Access.SUSPENDED
    assert opened(team) == "desk.user_not_active"
    desk = again(team)
    assert events(desk)[-1] == "user.strangers_dropped"
    people.reactivate(desk, 2)
    assert opened(desk) == "open as vt_worker"


def test_a_renaming_that_was_cut_off_before_its_commit_left_the_old_name(team: Desk) -> None:
    vault.rename_user(team.unlocked, vault.key_id(COLLEAGUE), WORDS, "Bram de Bedachte")
    assert opened(team) == "open as vt_worker"
    assert opened(team, "Bram de Bedachte") == "vault.wrong_passphrase"


def test_a_renaming_that_was_cut_off_after_its_commit_has_the_new_name(
    team: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patches:
        patches.setattr("mhdesk.vault.drop_user", lambda *_: None)
        people.rename(team, 2, "Bram de Bedachte", WORDS)
    assert opened(team) == "desk.user_not_active"
    assert opened(team, "Bram de Bedachte") == "open as vt_worker"
    assert opened(team) == "vault.wrong_passphrase"


def test_an_error_after_the_files_were_written_undoes_the_rows(team: Desk) -> None:
    """Then the next opening takes the key away: a registry on a full disk does not end in two truths."""
    team.database.driver_connection().execute(
        "CREATE TEMP TRIGGER full BEFORE INSERT ON audit_event BEGIN SELECT RAISE(ABORT, 'full'); END"
    )
    with pytest.raises(DamageError, match=r"store\.log_damaged"):
        people.add(team, ColleagueDraft("Ineke Bedacht"), OTHER_WORDS)
    desk = again(team)
    assert [colleague.name for colleague in people.colleagues(desk)] == [USER, COLLEAGUE]
    assert opened(desk, "Ineke Bedacht", OTHER_WORDS) == "vault.wrong_passphrase"


def test_a_colleague_whose_key_is_lost_is_shown_as_having_none(team: Desk) -> None:
    vault.drop_user(team.unlocked, vault.key_id(COLLEAGUE))
    assert access(team) is Access.ENDED
    with pytest.raises(InputError, match=r"vault\.user_without_key"):
        people.reactivate(team, 2)
    people.add(team, ColleagueDraft(COLLEAGUE, Role.VT_WORKER), OTHER_WORDS)
    assert settings.all_of(team.database.connection)["name"] == "Voorbeeldregio"
    assert opened(team, COLLEAGUE, OTHER_WORDS) == "open as vt_worker"
