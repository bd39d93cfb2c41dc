"""The check in the window: while others work, with a way to stop; what it found, what to do and where that leads."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mhdesk.desk import anchoring, demo, logbook, signals
from mhdesk.desk.desk import Desk
from mhdesk.desk.findings import Finding
from mhdesk.domain.people import PERMISSIONS, Permission, Role, User
from mhdesk.gui.manage import check_words
from mhdesk.gui.manage.check_part import AcceptOlderDialog
from mhdesk.gui.manage.check_section import CheckSection
from mhdesk.gui.manage.page import ManagePage
from mhdesk.gui.runner import ThreadRunner
from mhdesk.gui.widgets.messages import Kind
from mhdesk.store import audit
from mhdesk.store.logbook import last_moment
from mhdesk.vault import Anchor, Anchors
from tests.desk.drafts import a_notification
from tests.gui.manage.conftest import Shown
from tests.gui.reach import nameless, reachable
from tests.gui.widgets.screen import click, press
from tests.registry_fixtures import USER, ReadyRegistry, StoppedClock

VERIFIED = "registry.verified"


def opened(page: ManagePage) -> CheckSection:
    section = page.section
    assert isinstance(section, CheckSection)
    return section


@pytest.fixture
def section(team: Desk, manage: Shown) -> CheckSection:
    """Return the section over a registry with a signal."""
    signals.register(team, a_notification())
    return opened(manage("check"))


def forge(desk: Desk, statement: str) -> None:
    """Write past mhdesk, as somebody with the key and an SQL prompt."""
    driver = desk.database.driver_connection()
    driver.execute("PRAGMA foreign_keys = OFF")
    driver.execute(statement)
    driver.execute("PRAGMA foreign_keys = ON")


def test_a_whole_registry_is_said_to_be_whole_and_the_day_is_known_after_that(
    section: CheckSection, team: Desk
) -> None:
    assert section.state.sentence() == "Het register is nog nooit gecontroleerd."
    assert section.check.hasFocus()
    press(section.check, Qt.Key.Key_Space)
    assert section.state.sentence() == "Het register is heel."
    assert section.found.sentences() == []
    assert last_moment(team.database.connection, VERIFIED)


def test_the_day_of_the_last_check_is_said(section: CheckSection, manage: Shown, clock: StoppedClock) -> None:
    section.check.click()
    clock.go_on(days=3)
    later = opened(manage("check"))
    assert later.state.sentence() == "Voor het laatst gecontroleerd op ma 23-11."


def test_a_cut_end_of_the_log_is_found_and_leads_to_the_backups(team: Desk, manage: Shown) -> None:
    signals.register(team, a_notification())
    logbook.leave(team, locked=True)  # signs the log
    forge(team, "DELETE FROM audit_subject WHERE seq > 2")
    forge(team, "DELETE FROM audit_event WHERE seq > 2")
    page = manage("check")
    shown = opened(page)
    shown.check.click()
    assert shown.state.sentence() == "Eén ding klopt niet."
    (sentence,) = shown.found.sentences()
    assert sentence.startswith("Het einde van het logboek is weg")
    assert nameless(page) == []
    assert [button.text() for button in shown.found.buttons] == ["Naar de reservekopieën"]
    shown.found.buttons[0].click()
    assert page.title == "Reservekopieën"


def test_the_gravest_stands_on_top(section: CheckSection) -> None:
    codes = ("verify.permissions", "verify.user_key_missing", "verify.audit_chain", "vault.pages_damaged")
    params: dict[str, str | int] = {"count": 2, "file": "registry.db", "event": 7, "first": 3}
    section.show_result([Finding(code, params) for code in codes])
    assert section.state.sentence() == "Vier dingen kloppen niet, het ergste staat bovenaan."
    assert [one.split()[0] for one in section.found.sentences()] == ["Beschadigde", "Het", "Van", "Anderen"]
    assert [button.text() for button in section.found.buttons] == [
        "Naar de reservekopieën",
        "Naar de gebruikers",
    ]


# --- while others work --------------------------------------------------------------------------------------


@pytest.fixture
def threaded(
    registry: ReadyRegistry,
    team: Desk,
    clock: StoppedClock,
    thread_runner: ThreadRunner,
    manage: Shown,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> CheckSection:
    """Return the section over a desk in a thread of its own, where every piece is a slice."""
    for _ in range(4):
        signals.register(team, a_notification())
    team.close()
    monkeypatch.setattr("mhdesk.gui.manage.check_work._SLICE_S", 0.0)
    with qtbot.waitCallback(timeout=30_000) as there:
        thread_runner.open_desk(lambda: (registry.open(clock), None), there)
    return opened(manage("check", runner=thread_runner))


def test_others_are_answered_while_it_goes_on(
    threaded: CheckSection, thread_runner: ThreadRunner, qtbot: QtBot
) -> None:
    answered: list[bool] = []

    def ask(*_progress: int) -> None:
        if len(answered) < 3:
            thread_runner.ask(
                lambda desk: bool(signals.details(desk, 1)),
                lambda _found: answered.append(threaded.bar.isVisible()),
                owner=threaded,
            )

    threaded.bar.valueChanged.connect(ask)
    threaded.check.click()
    assert threaded.state.sentence() == "Het register wordt gecontroleerd."
    assert threaded.stop.isVisible()
    qtbot.waitUntil(lambda: threaded.state.sentence() == "Het register is heel.", timeout=30_000)
    assert answered[:3] == [True, True, True]
    assert not threaded.bar.isVisible()


def test_escape_stops_it_and_nothing_is_left_in_the_log(
    threaded: CheckSection, thread_runner: ThreadRunner, qtbot: QtBot
) -> None:
    told: list[tuple[str, int]] = []
    go_on = threading.Event()
    thread_runner.ask(lambda _desk: go_on.wait(30), lambda _waited: None, owner=threaded)
    threaded.check.click()
    assert threaded.stop.hasFocus()
    with qtbot.waitSignal(threaded.stop.clicked, timeout=30_000):
        press(threaded.stop, Qt.Key.Key_Escape)
    go_on.set()
    qtbot.waitUntil(threaded.messages.isVisible, timeout=30_000)
    assert threaded.messages.sentence() == "Gestopt. Nog niet alles is nagekeken."
    assert threaded.check.hasFocus()
    thread_runner.ask(
        lambda desk: (last_moment(desk.database.connection, VERIFIED), audit.count(desk.database.connection)),
        told.append,
        owner=threaded,
    )
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert told[0][0] == ""
    press(threaded.check, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: threaded.state.sentence() == "Het register is heel.", timeout=30_000)


def test_it_goes_on_while_another_section_is_shown(threaded: CheckSection, qtbot: QtBot) -> None:
    page = threaded.window()
    assert isinstance(page, ManagePage)
    threaded.check.click()
    page.open_section("key")
    qtbot.waitUntil(lambda: threaded.state.sentence() == "Het register is heel.", timeout=30_000)
    page.open_section("check")
    assert threaded.state.sentence() == "Het register is heel."
    assert threaded.check.hasFocus()


def test_a_check_that_is_not_allowed_any_more_says_so(
    section: CheckSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PERMISSIONS, Role.CARE_COORDINATOR, frozenset())
    section.check.click()
    assert section.messages.kind is Kind.ERROR
    assert section.check.isVisible()


# --- an older registry ----------------------------------------------------------------------------------


@pytest.fixture
def put_back(team: Desk, tmp_path: Path) -> Desk:
    """Return a desk whose log ends before what this computer saw of it."""
    team.anchors = Anchors(team.unlocked.registry_id, team.folder, tmp_path / "state")
    team.anchors.keep(Anchor(99, "0" * 64, "2026-11-22T10:00:00+00:00"), in_keyring=False)
    team.put_back = anchoring.compare(team)
    assert team.put_back is not None
    team.warnings = (team.put_back,)
    return team


def test_what_the_opening_noticed_stands_there_before_any_check(put_back: Desk, manage: Shown) -> None:
    section = opened(manage("check"))
    (sentence,) = section.warnings.sentences()
    assert sentence == put_back.warnings[0].sentence()
    section.check.click()
    assert section.found.sentences() == [sentence]
    assert section.warnings.sentences() == []


def test_an_older_registry_is_accepted_after_a_question(put_back: Desk, manage: Shown, qtbot: QtBot) -> None:
    section = opened(manage("check"))
    section.check.click()
    assert [one.text() for one in section.found.buttons][-1] == "Het is met opzet teruggezet…"
    section.found.buttons[-1].click()
    ask = section.findChild(AcceptOlderDialog)
    assert ask is not None
    qtbot.waitUntil(ask.cancel.hasFocus)
    ask.reject()
    assert put_back.warnings
    section.found.buttons[-1].click()
    dialogs = [one for one in section.findChildren(AcceptOlderDialog) if one.isVisible()]
    dialogs[0].primary.click()
    assert put_back.put_back is None
    assert last_moment(put_back.database.connection, "registry.older_accepted")
    assert section.messages.kind is Kind.DONE
    assert section.found.sentences() == []
    assert section.warnings.sentences() == []
    section.check.click()
    assert section.state.sentence() == "Het register is heel."


def test_only_who_administers_is_offered_to_accept(put_back: Desk, manage: Shown) -> None:
    put_back.user = User(1, USER, Role.VT_WORKER)
    section = opened(manage("check"))
    assert not put_back.user.may(Permission.ADMINISTER)
    assert [one.text() for one in section.warnings.buttons] == ["Naar de reservekopieën"]


def test_what_can_be_accepted_is_what_the_desk_compares() -> None:
    assert check_words.OLDER == anchoring.CODES


def test_everything_has_a_name_and_is_reached_by_tab(put_back: Desk, manage: Shown) -> None:
    del put_back  # asked for what it does
    page = manage("check")
    section = opened(page)
    section.check.click()
    QApplication.processEvents()
    assert nameless(page) == []
    assert page.window().windowTitle() in {"", "mhdesk"}
    wanted, seen = set(reachable(section)), set()
    for _ in range(3 * len(reachable(page))):
        here = QApplication.focusWidget()
        assert here is not None
        seen.add(here)
        press(here, Qt.Key.Key_Tab)
    assert wanted <= seen


def test_a_wrong_search_index_is_made_anew_from_here(team: Desk, manage: Shown) -> None:
    demo.fill(team, 20, 7)
    team.database.connection.exec_driver_sql("DELETE FROM search_words WHERE rowid = 3")
    section = manage("check").section
    assert isinstance(section, CheckSection)
    click(section.check)
    assert any("zoekindex" in sentence for sentence in section.found.sentences())
    click(next(one for one in section.found.buttons if "oekindex" in one.text()))
    assert section.state.sentence() == "Het register is heel."
    click(section.check)
    assert section.found.sentences() == []
