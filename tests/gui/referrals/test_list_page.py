"""The list of referrals: by keyboard, of what waits, and following Qt's rules."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from mhdesk.desk import referring
from mhdesk.desk.desk import Desk
from mhdesk.domain.referral_list import ReferralFilter, Shown
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft
from mhdesk.gui.referrals.list_page import ReferralsPage
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.rows import SPOKEN
from tests.gui.conftest import Trail
from tests.gui.reach import nameless
from tests.gui.signals.conftest import Register, register
from tests.gui.widgets.screen import Screen, press
from tests.registry_fixtures import StoppedClock

__all__ = ["register"]


def refer(desk: Desk, number: int, *, organisation: int = 1, answer_by: str = "") -> int:
    draft = ReferralDraft(
        number,
        number * 2 - 1,
        organisation,
        purpose="shelter",
        basis="consent_oral",
        referred_on="23-11-2026",
    )
    draft.answer_by = answer_by
    made = referring.refer(desk, draft).created
    assert made is not None
    return made


def opened(screen: Screen, context: PageContext) -> ReferralsPage:
    page = ReferralsPage(context)
    screen.show(page, width=1158, height=668)
    page.entered()
    return page


def said(page: ReferralsPage, qtbot: QtBot) -> list[str]:
    rows = [page.model.index(row) for row in range(page.model.rowCount())]
    qtbot.waitUntil(lambda: all(index.data(SPOKEN) for index in rows), timeout=5_000)
    return [str(index.data(SPOKEN)) for index in rows]


def test_open_referrals_stand_there_with_who_and_until_when(
    screen: Screen, context: PageContext, desk: Desk, register: Register, qtbot: QtBot
) -> None:
    refer(desk, register(), answer_by="25-11-2026")
    ended = refer(desk, 1)
    referring.answer(desk, AnswerDraft(ended, "declined", "23-11-2026", "Geen plek."))
    page = opened(screen, context)
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    (line,) = said(page, qtbot)
    assert "Lina Voorbeeld" in line
    assert "25-11" in line
    assert nameless(page) == []


def test_late_ones_come_up_by_a_filter_and_enter_opens_the_signal(
    screen: Screen,
    context: PageContext,
    desk: Desk,
    register: Register,
    qtbot: QtBot,
    clock: StoppedClock,
    trail: Trail,
) -> None:
    refer(desk, register(), answer_by="25-11-2026")
    refer(desk, register(), answer_by="23-12-2026")
    clock.go_on(days=4)
    page = opened(screen, context)
    assert len(said(page, qtbot)) == 2
    page.filters.shown.set_code(Shown.OVERDUE)
    page.filters.shown.edited.emit()
    assert len(said(page, qtbot)) == 1
    page.list.setFocus()
    press(page.list, Qt.Key.Key_Return)
    assert trail.steps == [("open_signal", 1)]


def test_a_choice_that_nothing_fits_says_how_to_see_all_again(
    screen: Screen, context: PageContext, desk: Desk, register: Register
) -> None:
    refer(desk, register())
    page = opened(screen, context)
    page.filters.shown.set_code(Shown.WAITING)
    page.filters.shown.edited.emit()
    assert page.empty.isVisible()
    page.filters.clear.click()
    assert page.filters.chosen() == ReferralFilter()
    assert not page.empty.isVisible()


def test_a_step_that_somebody_takes_changes_the_list(
    screen: Screen, context: PageContext, desk: Desk, register: Register, qtbot: QtBot
) -> None:
    number = refer(desk, register())
    page = opened(screen, context)
    assert len(said(page, qtbot)) == 1
    done = referring.answer(desk, AnswerDraft(number, "accepted", "23-11-2026"))
    context.bus.changed.emit(done)
    qtbot.waitUntil(lambda: page.model.rowCount() == 0, timeout=5_000)
