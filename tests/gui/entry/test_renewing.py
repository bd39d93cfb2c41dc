"""The ways in that end with a new passphrase: the recovery key and an invitation, walked with the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mhdesk import vault
from mhdesk.desk import opening, people
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.errors import UnlockError
from mhdesk.gui.app import AppWindow
from mhdesk.gui.entry.invitation_page import InvitationPage
from mhdesk.gui.entry.opening import Invitation
from mhdesk.gui.entry.recover_page import RecoverPage
from mhdesk.gui.entry.renew_page import RenewPage
from mhdesk.gui.entry.unlock_page import UnlockPage
from mhdesk.gui.look.theme import Scheme, Theme
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.runner import InlineRunner, ThreadRunner
from mhdesk.gui.shell.main_window import MainWindow
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.editors import TextEditor
from mhdesk.gui.widgets.messages import Kind
from tests.gui.reach import nameless
from tests.gui.widgets.screen import Screen, press, type_in
from tests.registry_fixtures import PASSPHRASE, USER, ReadyRegistry, StoppedClock

LONG = 60_000
OWN = "zeven lantaarns boven het trage kanaal"
GUEST = "Samira Verzonnen"
FOLDER = Path("/registers/Voorbeeldregio")
WORDS = "een uitnodiging van vier woorden"

Page = TypeVar("Page", bound=RenewPage)
Walk = Callable[[ThreadRunner], AppWindow]


@pytest.fixture
def walk(
    dutch: QApplication, preferences: Preferences, registry: ReadyRegistry, screen: Screen, qtbot: QtBot
) -> Walk:
    """Return what shows the whole window, as far as the unlock page, over the registry."""

    def begin(runner: ThreadRunner) -> AppWindow:
        preferences.change(registry=str(registry.folder), user_name=USER)
        window = AppWindow(runner, preferences, Theme(dutch, Scheme.LIGHT))
        window.resize(1366, 768)
        window.begin(None)
        screen.open(window)
        # The user has the name of the made-up registry, so its passphrase is filled in once the desk is loaded:
        # whoever types before that would type into it.
        filled = window.entry.unlock.passphrase
        qtbot.waitUntil(lambda: any(one.text() for one in filled.findChildren(QLineEdit)), timeout=LONG)
        filled.wipe()
        return window

    return begin


@pytest.fixture
def recover(screen: Screen, registry: ReadyRegistry, cheap_keys: None) -> RecoverPage:
    del cheap_keys
    page = RecoverPage(InlineRunner())
    page.ask(registry.folder, USER)
    return shown(page, screen)


@pytest.fixture
def invited(screen: Screen) -> InvitationPage:
    return shown(InvitationPage(InlineRunner(), Invitation(FOLDER, GUEST, WORDS)), screen)


def shown(page: Page, screen: Screen) -> Page:
    page.resize(1366, 768)
    screen.open(page)
    page.entered()
    return page


def focused() -> QWidget:
    here = QApplication.focusWidget()
    assert here is not None
    return here


def type_here(*lines: str) -> None:
    """Type lines where the focus is, each ended with Enter."""
    for line in lines:
        type_in(focused(), line)
        press(focused(), Qt.Key.Key_Return)


def type_groups(groups: Iterable[str]) -> None:
    """Type groups one after another: the focus goes on by itself."""
    for group in groups:
        type_in(focused(), group.lower())


def tab_to(wanted: QWidget) -> None:
    """Press Tab until something has the focus."""
    for _ in range(30):
        if wanted.hasFocus():
            return
        press(focused(), Qt.Key.Key_Tab)
    raise AssertionError("Tab does not come there")


def fill(editor: QWidget, words: str) -> None:
    assert isinstance(editor, QLineEdit)
    editor.setText("")
    type_in(editor, words)


def choose(page: RenewPage, passphrase: str, again: str | None = None) -> None:
    """Type a new passphrase twice, and Enter."""
    fill(page.new.fields["passphrase"].editor, passphrase)
    fill(page.new.fields["again"].editor, passphrase if again is None else again)
    press(page.new.fields["again"].editor, Qt.Key.Key_Return)


def fill_key(page: RecoverPage, groups: Iterable[str]) -> None:
    for editor, group in zip(page.groups.findChildren(TextEditor), groups, strict=True):
        editor.setText(group)


def what_stands_in(page: QWidget) -> str:
    """Return everything in the fields, also what undo would bring back."""
    editors = page.findChildren(QLineEdit)
    seen = [editor.text() for editor in editors]
    for editor in editors:
        editor.undo()
    return "".join([*seen, *(editor.text() for editor in editors)])


def finish(window: AppWindow, qtbot: QtBot) -> None:
    """Wait until the registry's own window has taken the place of the way in, and close it."""
    qtbot.waitUntil(lambda: isinstance(window.main, MainWindow), timeout=LONG)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=LONG)


def invite(registry: ReadyRegistry, clock: StoppedClock) -> str:
    desk = registry.open(clock)
    words = people.invite(desk, ColleagueDraft(GUEST))
    desk.close()
    return words


# --- the recovery key -----------------------------------------------------------------------------


def test_who_lost_the_passphrase_comes_in_with_the_recovery_key_and_a_new_one(
    walk: Walk, thread_runner: ThreadRunner, registry: ReadyRegistry, qtbot: QtBot
) -> None:
    window = walk(thread_runner)
    type_in(focused(), "half een wachtzin")
    tab_to(window.entry.unlock.recover)
    press(focused(), Qt.Key.Key_Space)
    page = window.entry.currentWidget()
    assert isinstance(page, RecoverPage)
    assert what_stands_in(window.entry.unlock.passphrase) == ""
    type_groups(registry.recovery_groups)
    tab_to(page.new.fields["passphrase"].editor)
    beats: list[int] = []
    heart = QTimer(window)
    heart.timeout.connect(lambda: beats.append(1))
    heart.start(20)
    type_here(OWN, OWN)
    assert page.verb.text().startswith("Sleutels vervangen…")
    assert not page.back.isVisible()
    assert all(editor.isReadOnly() for editor in page.findChildren(QLineEdit))
    finish(window, qtbot)
    assert len(beats) > 20
    with pytest.raises(UnlockError):
        opening.by_passphrase(registry.folder, USER, PASSPHRASE)
    opening.by_passphrase(registry.folder, USER, OWN).close()


def test_a_group_that_is_wrong_is_named_before_anything_is_tried(
    recover: RecoverPage, registry: ReadyRegistry
) -> None:
    wrong = "00000" if registry.recovery_groups[4] != "00000" else "11111"
    fill_key(recover, (*registry.recovery_groups[:4], wrong, *registry.recovery_groups[5:]))
    choose(recover, OWN)
    assert "Groep 5" in recover.groups.error()
    assert recover.groups.findChildren(TextEditor)[4].hasFocus()
    assert recover.verb.text() == "Openen en wachtzin vervangen"


def test_the_key_may_be_pasted_whole(recover: RecoverPage, registry: ReadyRegistry, qtbot: QtBot) -> None:
    QApplication.clipboard().setText(" ".join(registry.recovery_groups))
    press(focused(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.clipboard().clear()
    assert recover.groups.typed() == " ".join(registry.recovery_groups)
    with qtbot.waitSignal(recover.opened, timeout=LONG):
        choose(recover, OWN)
    assert what_stands_in(recover) == ""
    recover._runner.close()


def test_the_key_of_another_registry_is_refused_at_the_key(recover: RecoverPage) -> None:
    fill_key(recover, vault.new_recovery().groups())
    choose(recover, OWN)
    assert "niet bij dit register" in recover.groups.error()
    assert recover.groups.findChildren(TextEditor)[0].hasFocus()
    assert recover.groups.typed()
    assert recover.new.passphrase() == OWN


def test_a_weak_passphrase_is_refused_where_it_was_typed(
    recover: RecoverPage, registry: ReadyRegistry
) -> None:
    fill_key(recover, registry.recovery_groups)
    choose(recover, "noor")
    assert "te raden" in recover.new.fields["passphrase"].error()
    assert recover.new.fields["passphrase"].editor.hasFocus()
    type_in(focused(), "x")
    assert recover.new.fields["passphrase"].error() == ""


def test_a_name_without_a_key_is_refused_at_the_name(recover: RecoverPage, registry: ReadyRegistry) -> None:
    fill(recover.name.editor, "Niemand Bestaat")
    fill_key(recover, registry.recovery_groups)
    choose(recover, OWN)
    assert "geen gebruiker met deze naam" in recover.name.error()
    assert recover.name.editor.hasFocus()


def test_an_empty_page_says_at_every_field_what_is_missing(recover: RecoverPage) -> None:
    fill(recover.name.editor, "")
    press(recover.verb, Qt.Key.Key_Space)
    assert recover.name.error() == "Vul je naam in."
    assert recover.groups.error()
    assert recover.new.fields["passphrase"].error() == "Vul een wachtzin in."
    assert recover.name.editor.hasFocus()


def test_a_registry_that_cannot_be_opened_is_told_above_the_form(
    recover: RecoverPage, registry: ReadyRegistry
) -> None:
    (registry.folder / "keys" / "recovery.age").unlink()
    fill_key(recover, registry.recovery_groups)
    choose(recover, OWN)
    assert recover.messages.kind is Kind.ERROR
    assert "recovery.age" in recover.messages.sentence()


def test_the_names_of_the_user_make_no_strong_passphrase(recover: RecoverPage) -> None:
    fill(recover.name.editor, GUEST)
    type_in(recover.new.fields["passphrase"].editor, "Samira Verzonnen")
    assert "een naam" in recover.new.strength.advice()


def test_what_is_said_stays_in_sight_in_a_low_window(recover: RecoverPage, qtbot: QtBot) -> None:
    recover.resize(1366, 320)
    tab_to(recover.verb)
    press(recover.verb, Qt.Key.Key_Space)
    here = recover.groups.findChildren(TextEditor)[0]
    assert here.hasFocus()
    qtbot.waitUntil(lambda: here.visibleRegion().boundingRect() == here.rect())


# --- an invitation --------------------------------------------------------------------------------


def test_who_was_invited_chooses_a_passphrase_before_the_registry_opens(
    walk: Walk,
    thread_runner: ThreadRunner,
    registry: ReadyRegistry,
    clock: StoppedClock,
    cheap_keys: None,
    qtbot: QtBot,
) -> None:
    del cheap_keys
    words = invite(registry, clock)
    window = walk(thread_runner)
    fill(window.entry.unlock.name.editor, GUEST)
    window.entry.unlock.passphrase.take_focus()
    type_here(words)
    qtbot.waitUntil(lambda: isinstance(window.entry.currentWidget(), InvitationPage), timeout=LONG)
    page = window.entry.currentWidget()
    assert isinstance(page, InvitationPage)
    assert what_stands_in(window.entry.unlock.passphrase) == ""
    assert GUEST in page.sentence.plain()

    type_here(words, words)  # the invitation itself will not do
    qtbot.waitUntil(lambda: bool(page.new.fields["passphrase"].error()), timeout=LONG)
    assert "dezelfde" in page.new.fields["passphrase"].error()
    page.new.forget()
    type_here(OWN, OWN)
    finish(window, qtbot)
    with pytest.raises(UnlockError):
        opening.by_passphrase(registry.folder, GUEST, words)
    opening.by_passphrase(registry.folder, GUEST, OWN).close()


def test_the_two_must_be_the_same(invited: InvitationPage) -> None:
    choose(invited, OWN, again=OWN[:-1])
    assert "niet gelijk" in invited.new.fields["again"].error()
    assert invited.new.fields["again"].editor.hasFocus()


def test_an_invitation_stands_in_no_text_about_it() -> None:
    assert repr(Invitation(FOLDER, GUEST, WORDS)) == f"Invitation(folder={FOLDER!r})"


# --- both -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["recover", "invited"])
def test_everything_that_can_be_reached_has_a_name(which: str, request: pytest.FixtureRequest) -> None:
    assert nameless(request.getfixturevalue(which)) == []


@pytest.mark.parametrize("which", ["recover", "invited"])
def test_tab_follows_the_page_from_top_to_bottom(which: str, request: pytest.FixtureRequest) -> None:
    page = request.getfixturevalue(which)
    assert isinstance(page, RenewPage)
    key = [page.name.editor, *page.groups.findChildren(TextEditor)] if isinstance(page, RecoverPage) else []
    first, again = (page.new.fields[name].editor for name in ("passphrase", "again"))
    (key or [first])[0].setFocus()
    walked = [focused()]
    while not page.back.hasFocus():
        press(focused(), Qt.Key.Key_Tab)
        walked.append(focused())
    assert [one for one in walked if not isinstance(one, QuietButton)] == [*key, first, again, page.verb]


@pytest.mark.parametrize("which", ["recover", "invited"])
def test_nothing_typed_survives_the_way_back(
    which: str, request: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    page = request.getfixturevalue(which)
    assert isinstance(page, RenewPage)
    choose(page, "kort")
    for editor in page.groups.findChildren(TextEditor) if isinstance(page, RecoverPage) else []:
        editor.setText("4F7QK")
    with qtbot.waitSignal(page.back_wanted):
        press(page.back, Qt.Key.Key_Space)
    assert what_stands_in(page) == ""
    assert not isinstance(page, InvitationPage) or page._invitation is None


def test_the_way_back_leads_to_the_unlock_page_with_the_name(walk: Walk, thread_runner: ThreadRunner) -> None:
    window = walk(thread_runner)
    window.entry.unlock.invited.emit(Invitation(FOLDER, GUEST, WORDS))
    page = window.entry.currentWidget()
    assert isinstance(page, InvitationPage)
    tab_to(page.back)
    press(focused(), Qt.Key.Key_Space)
    unlock = window.entry.currentWidget()
    assert isinstance(unlock, UnlockPage)
    assert unlock.user_name() == USER
    assert unlock.passphrase.editor.hasFocus()
    window.close()


def test_a_bug_is_told_on_the_page_that_is_shown(walk: Walk, thread_runner: ThreadRunner) -> None:
    window = walk(thread_runner)
    window.entry.unlock.invited.emit(Invitation(FOLDER, GUEST, WORDS))
    page = window.entry.currentWidget()
    assert isinstance(page, RenewPage)
    window.tell(UnlockError("vault.in_use"))
    assert page.messages.isVisible()
    window.close()
