"""Who has a key: added, invited, suspended, renamed, revoked from the window, over a real registry."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.desk import cases, opening, people, signals
from mhdesk.desk.desk import Desk
from mhdesk.desk.opening import ThisComputer
from mhdesk.domain.cases import CaseDraft
from mhdesk.domain.colleagues import Access, Colleague, ColleagueDraft
from mhdesk.domain.people import Role
from mhdesk.gui.manage import words
from mhdesk.gui.manage.colleague_page import ColleaguePage
from mhdesk.gui.manage.dialogs import ColleagueDialog, RenameDialog, RevokeDialog, RoleDialog
from mhdesk.gui.manage.hand_over_dialog import HandOverDialog
from mhdesk.gui.manage.invitation_dialog import InvitationDialog
from mhdesk.gui.manage.page import ManagePage
from mhdesk.gui.manage.users_section import UsersSection
from mhdesk.gui.progress import Progress
from mhdesk.gui.runner import Failed, InlineRunner, ThreadRunner
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.rows import LINE, Group, Line
from tests.desk.drafts import a_notification
from tests.gui.manage.conftest import COLLEAGUE, OTHER_WORDS, WORDS, Shown
from tests.gui.reach import nameless
from tests.gui.widgets.screen import Screen, click, press, type_in
from tests.keyrings import SystemKeyring
from tests.registry_fixtures import PASSPHRASE, USER, ReadyRegistry, StoppedClock

T = TypeVar("T")
D = TypeVar("D", bound=QWidget)


class Impatient(InlineRunner):
    """Somebody who presses Stop as soon as there is a button for it."""

    patience = 0

    def ask(
        self,
        work: Callable[[Desk], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        for one in getattr(work, "args", ()):
            if isinstance(one, Progress) and not self.patience:
                one.stop()
        super().ask(work, then, failed, owner=owner)


def users(page: ManagePage) -> UsersSection:
    assert isinstance(page.section, UsersSection)
    return page.section


def choose(section: UsersSection, number: int) -> None:
    section.list.choose_row(section.model.row_of(number))


def listed(section: UsersSection) -> list[tuple[str, str]]:
    rows = [section.model.index(row).data(LINE) for row in range(section.model.rowCount())]
    return [(row.title, row.clock if isinstance(row, Line) else "") for row in rows]


def colleague(desk: Desk, number: int = 2) -> Colleague:
    return next(one for one in people.colleagues(desk) if one.id == number)


def dialog(section: UsersSection, kind: type[D]) -> D:
    (found,) = [one for one in section.findChildren(kind) if one.isVisible()]
    return found


def offered(section: UsersSection) -> list[str]:
    return [button.text() for button in section.part.findChildren(QPushButton) if button.isVisible()]


def typed(widget: QWidget) -> list[str]:
    return [field.text() for field in widget.findChildren(QLineEdit)]


def opens(desk: Desk, name: str, passphrase: str) -> Role:
    """Close the desk and return as whom somebody gets in."""
    desk.close()
    other = opening.by_passphrase(desk.folder, name, passphrase, clock=desk.now)
    other.close()
    return other.user.role


# --- the list -----------------------------------------------------------------------------------------


def test_everybody_is_listed_with_role_and_access_in_words(manage: Shown, qtbot: QtBot) -> None:
    section = users(manage())
    QAbstractItemModelTester(section.model, QAbstractItemModelTester.FailureReportingMode.Fatal, section)
    assert listed(section) == [(f"{USER} (jij)", "heeft toegang"), (COLLEAGUE, "heeft toegang")]
    assert section.model.index(1).data(LINE).reason == "medewerker Veilig Thuis"
    assert section.model.index(1).data(LINE).day == "sinds 23-11-2026"
    section.entered()
    del qtbot


def test_each_state_has_its_own_mark_and_words() -> None:
    assert len({words.MARKS[state] for state in Access}) == len(Access)
    assert len({words.access(state) for state in Access}) == len(Access)


def test_about_oneself_nothing_is_offered_that_would_lock_oneself_out(manage: Shown) -> None:
    section = users(manage())
    choose(section, 1)
    assert offered(section) == []
    choose(section, 2)
    assert offered(section) == [
        "Rol veranderen…",
        "Naam veranderen…",
        "Toegang stilzetten",
        "Sleutel intrekken…",
    ]


def test_enter_goes_on_to_what_can_be_done(manage: Shown) -> None:
    section = users(manage())
    choose(section, 2)
    press(section.list, Qt.Key.Key_Return)
    assert section.part.buttons["role"].hasFocus()


def test_who_has_no_key_any_more_stands_apart(manage: Shown, team: Desk) -> None:
    people.take_key(team, 2)
    section = users(manage())
    assert isinstance(section.model.index(1).data(LINE), Group)
    assert listed(section)[-1] == (COLLEAGUE, "sleutel ingetrokken")
    choose(section, 2)
    assert offered(section) == ["Opnieuw toevoegen…"]


# --- come ----------------------------------------------------------------------------------------------


def added(manage: Shown) -> tuple[ManagePage, ColleaguePage]:
    page = manage()
    click(users(page).add)
    assert isinstance(page.page, ColleaguePage)
    return page, page.page


def test_a_colleague_types_name_and_passphrase_here_by_keyboard_alone(manage: Shown, team: Desk) -> None:
    page, form = added(manage)
    assert form.name.hasFocus()
    type_in(form.name, "Ineke Bedacht")
    assert "Ineke Bedacht" in form.hand_over.plain()
    passphrase, again = (form.new.fields[name].editor for name in ("passphrase", "again"))
    passphrase.setFocus()
    type_in(passphrase, OTHER_WORDS)
    press(passphrase, Qt.Key.Key_Return)
    assert again.hasFocus()
    type_in(again, OTHER_WORDS)
    press(again, Qt.Key.Key_Return)
    assert page.page is users(page)
    assert users(page).messages.sentence() == "Ineke Bedacht kan het register vanaf nu openen."
    assert typed(form) == ["Ineke Bedacht", "", ""]
    assert opens(team, "Ineke Bedacht", OTHER_WORDS) is Role.CARE_COORDINATOR


@pytest.mark.parametrize(
    ("name", "passphrase", "again", "field"),
    [
        ("", OTHER_WORDS, OTHER_WORDS, "name"),
        (USER, OTHER_WORDS, OTHER_WORDS, "name"),
        ("Ineke Bedacht", "", "", "passphrase"),
        ("Ineke Bedacht", "welkom", "welkom", "passphrase"),
        ("Ineke Bedacht", OTHER_WORDS, WORDS, "again"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    manage: Shown, team: Desk, name: str, passphrase: str, again: str, field: str
) -> None:
    _, form = added(manage)
    form.name.setText(name)
    for key, words_typed in (("passphrase", passphrase), ("again", again)):
        editor = form.new.fields[key].editor
        assert isinstance(editor, QLineEdit)
        editor.setText(words_typed)
    form.add.click()
    assert [key for key, one in form.fields.items() if one.error()] == [field]
    assert len(people.colleagues(team)) == 2


def test_an_invitation_is_shown_once_and_leaves_no_trace(manage: Shown, team: Desk) -> None:
    page, form = added(manage)
    form.name.setText("Ineke Bedacht")
    form.how.set_code("invited")
    form.how.edited.emit()
    assert not form.new.isVisible()
    assert form.add.text() == "Uitnodiging maken"
    form.add.click()
    shown = dialog(users(page), InvitationDialog)
    invitation = shown.shown_words()
    assert len(invitation.split()) == 6
    assert nameless(shown) == []
    labels = shown.findChildren(QLabel)
    assert not [
        one for one in labels if one.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    ]
    assert invitation not in QGuiApplication.clipboard().text()
    press(shown, Qt.Key.Key_Return)
    assert not shown.isVisible()
    told = " ".join(f"{one.text()} {one.accessibleName()}" for one in labels)
    assert not [word for word in invitation.split() if word in told.split()]
    assert colleague(team, 3).access is Access.INVITED
    team.close()
    desk = opening.by_invitation(team.folder, "Ineke Bedacht", invitation, OTHER_WORDS, clock=team.now)
    desk.close()


def test_escape_pressed_by_mistake_does_not_cost_the_words(manage: Shown) -> None:
    page, form = added(manage)
    form.name.setText("Ineke Bedacht")
    form.how.set_code("invited")
    form.add.click()
    shown = dialog(users(page), InvitationDialog)
    press(shown, Qt.Key.Key_Escape)
    assert shown.isVisible()
    assert shown.messages.kind is Kind.WARNING
    assert len(shown.shown_words().split()) == 6
    press(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_an_invitation_can_be_withdrawn(manage: Shown, team: Desk) -> None:
    people.invite(team, ColleagueDraft("Ineke Bedacht"))
    section = users(manage())
    choose(section, 3)
    assert offered(section) == ["Rol veranderen…", "Uitnodiging intrekken…"]


def test_a_passphrase_begun_here_is_gone_when_the_page_is_left(manage: Shown) -> None:
    page, form = added(manage)
    editor = form.new.fields["passphrase"].editor
    type_in(editor, "half een wachtzin")
    page.hide()
    assert typed(form) == ["", "", ""]


# --- change -------------------------------------------------------------------------------------------


def asked(section: UsersSection, wanted: str, kind: type[D]) -> D:
    choose(section, 2)
    click(section.part.buttons[wanted])
    return dialog(section, kind)


def test_another_role(manage: Shown, team: Desk) -> None:
    section = users(manage())
    ask = asked(section, "role", RoleDialog)
    assert nameless(ask) == []
    ask.role.set_code(Role.TEAM_LEAD)
    ask.primary.click()
    assert colleague(team).role is Role.TEAM_LEAD
    assert section.messages.sentence() == f"De rol van {COLLEAGUE} is veranderd."
    assert section.model.index(1).data(LINE).reason == "teamleider"


def test_another_name_needs_the_passphrase_of_whose_it_is(manage: Shown, team: Desk) -> None:
    section = users(manage())
    ask = asked(section, "rename", RenameDialog)
    ask.name.setText("Bram Anders")
    ask.primary.click()
    assert ask.fields["old"].error() == "Vul de wachtzin in."
    ask.passphrase.setText(PASSPHRASE)
    ask.primary.click()
    assert "Caps Lock" in ask.fields["old"].error()
    ask.name.setText(USER)
    ask.passphrase.setText(WORDS)
    ask.primary.click()
    assert ask.fields["name"].error()
    ask.name.setText("Bram Anders")
    ask.primary.click()
    assert colleague(team).name == "Bram Anders"
    assert typed(ask) == ["", ""]
    assert opens(team, "Bram Anders", WORDS) is Role.VT_WORKER


def test_nothing_typed_stays_in_a_dialog_that_is_cancelled(manage: Shown) -> None:
    ask = asked(users(manage()), "rename", RenameDialog)
    type_in(ask.passphrase, WORDS)
    press(ask, Qt.Key.Key_Escape)
    assert typed(ask) == ["", ""]
    ask.passphrase.undo()
    assert ask.passphrase.text() == ""


def test_suspending_can_be_undone_at_once(manage: Shown, team: Desk) -> None:
    section = users(manage())
    choose(section, 2)
    click(section.part.buttons["suspend"])
    assert colleague(team).access is Access.SUSPENDED
    assert section.chosen() == colleague(team)
    section.messages.action_chosen.emit()
    assert colleague(team).access is Access.ACTIVE
    assert section.messages.sentence() == f"{COLLEAGUE} kan het register openen zoals eerst."


def test_after_suspending_by_the_keys_the_focus_is_on_the_list_and_not_on_taking_the_key_away(
    manage: Shown, team: Desk
) -> None:
    section = users(manage())
    choose(section, 2)
    suspend = section.part.buttons["suspend"]
    suspend.setFocus()
    press(suspend, Qt.Key.Key_Return)
    assert colleague(team).access is Access.SUSPENDED
    assert section.window().focusWidget() is section.list


def test_a_suspended_colleague_is_let_in_again(manage: Shown, team: Desk) -> None:
    people.suspend(team, 2)
    section = users(manage())
    choose(section, 2)
    assert offered(section)[0] == "Weer toelaten"
    click(section.part.buttons["reactivate"])
    assert colleague(team).access is Access.ACTIVE


def test_a_lost_computer_is_taken_away(
    manage: Shown, team: Desk, system_keyring: SystemKeyring, monkeypatch: pytest.MonkeyPatch, screen: Screen
) -> None:
    del system_keyring, screen
    monkeypatch.setattr(team, "station", "LAPTOP-12")
    here = ThisComputer(team.folder.parent / "state", login="one")
    opening.remember(team, here, PASSPHRASE)
    section = users(manage())
    choose(section, 1)
    assert section.model.index(0).data(LINE).reason == "zorgcoördinator · 1 computer onthoudt het register"
    (button,) = section.part.computers
    assert button.accessibleName() == "LAPTOP-12 het register laten vergeten"
    click(button)
    assert colleague(team, 1).computers == ()
    assert section.part.computers == []


# --- revoke -------------------------------------------------------------------------------------------


def test_revoking_explains_first_and_leaves_the_focus_where_nothing_happens(
    manage: Shown, team: Desk
) -> None:
    ask = asked(users(manage()), "revoke", RevokeDialog)
    told = " ".join(label.accessibleName() for label in ask.findChildren(QLabel))
    assert "nieuwe sleutel" in told
    assert "reservekopieën" in told
    assert ask.focusWidget() is ask.cancel
    press(ask, Qt.Key.Key_Escape)
    assert colleague(team).access is Access.ACTIVE


def test_revoking_takes_the_key_and_gives_the_registry_another(manage: Shown, team: Desk) -> None:
    before = team.unlocked.database_key
    section = users(manage())
    asked(section, "revoke", RevokeDialog).primary.click()
    assert colleague(team).access is Access.ENDED
    assert team.unlocked.database_key != before
    assert not people.key_change_is_due(team)
    assert not section.line.isVisible()
    assert section.messages.sentence() == "De sleutel is ingetrokken en het register heeft een nieuwe."
    assert opens(team, USER, PASSPHRASE) is Role.CARE_COORDINATOR


def test_what_was_stopped_stays_asked_for_until_it_is_finished(manage: Shown, team: Desk) -> None:
    runner = Impatient(team)
    before = team.unlocked.database_key
    page = manage(runner=runner)
    section = users(page)
    asked(section, "revoke", RevokeDialog).primary.click()
    assert colleague(team).access is Access.ENDED
    assert section.messages.kind is Kind.WARNING
    assert section.messages.sentence().startswith("Gestopt.")
    assert section.line.due.isVisible()
    page.open_section("key")
    page.open_section("users")
    assert section.line.due.isVisible()
    runner.patience = 1
    section.line.due.action_chosen.emit()
    assert not section.line.isVisible()
    assert not people.key_change_is_due(team)
    assert team.unlocked.database_key != before


def test_the_line_tells_how_far_it_is_and_lets_somebody_stop(manage: Shown, qtbot: QtBot) -> None:
    line = users(manage()).line
    line.show_begun()
    line.show_progress(1, 4)
    assert line.is_doing()
    with qtbot.waitSignal(line.stop_wanted):
        line.stop.click()
    line.show_progress(4, 4)
    line.show_nothing()
    assert not line.isVisible()


def test_an_administrator_always_stays(manage: Shown, team: Desk) -> None:
    """Whoever sits at the desk administers the registry and cannot be changed by that desk."""
    section = users(manage())
    ask = RoleDialog(section.context, colleague(team, 1), section)
    ask.role.set_code(Role.VT_WORKER)
    ask.open()
    ask.primary.click()
    assert ask.messages.kind is Kind.ERROR
    assert "jijzelf niet" in ask.messages.sentence()
    assert colleague(team, 1).role is Role.CARE_COORDINATOR
    assert isinstance(ask, ColleagueDialog)
    ask.close()


def test_the_window_lives_while_the_registry_gets_its_key(
    registry: ReadyRegistry,
    team: Desk,
    clock: StoppedClock,
    thread_runner: ThreadRunner,
    manage: Shown,
    qtbot: QtBot,
) -> None:
    team.close()
    with qtbot.waitCallback(timeout=30_000) as opened:
        thread_runner.open_desk(lambda: (registry.open(clock), None), opened)
    section = users(manage(runner=thread_runner))
    qtbot.waitUntil(lambda: section.model.rowCount() == 2, timeout=30_000)
    asked(section, "revoke", RevokeDialog).primary.click()
    qtbot.waitUntil(lambda: "heeft een nieuwe" in section.messages.sentence(), timeout=30_000)
    qtbot.waitUntil(lambda: section.model.rowCount() == 3, timeout=30_000)
    assert listed(section)[-1] == (COLLEAGUE, "sleutel ingetrokken")
    assert not section.line.isVisible()


def test_the_cases_of_a_colleague_are_handed_over_in_one_go_and_taken_back(manage: Shown, team: Desk) -> None:
    signals.register(team, a_notification())
    cases.open_for(team, CaseDraft(1, coordinator_id=2, opened_on="23-11-2026"))
    section = users(manage())
    choose(section, 2)
    assert section.part.buttons["cases"].text() == "Casussen overdragen… (1)"
    section.part.buttons["cases"].click()
    asked = dialog(section, HandOverDialog)
    asked.other.set_code("1")
    asked.primary.click()
    assert cases.of_person(team, 1)[0].head.coordinator_id == 1
    section.messages.action_chosen.emit()
    assert cases.of_person(team, 1)[0].head.coordinator_id == 2
