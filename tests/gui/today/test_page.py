"""The page with what waits: its rows come from the registry, and each opens where it is done."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mhdesk import vault
from mhdesk.desk import drafts, imports, informing, people, referring, signals, triaging
from mhdesk.desk.desk import Desk
from mhdesk.domain.change import Change
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.people import Role, User
from mhdesk.domain.referrals import ReferralDraft
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.domain.triage import TriageDraft
from mhdesk.domain.views import SignalFilter
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import payloads
from mhdesk.gui.today.page import TodayPage
from mhdesk.gui.widgets.rows import LINE, ROW_ID, Group, Line
from mhdesk.vault import age, layout
from tests.desk.drafts import a_notification
from tests.gui.conftest import Trail
from tests.gui.reach import nameless
from tests.gui.widgets.screen import Screen, click, press
from tests.registry_fixtures import START, StoppedClock

SHEET = Path("tests/data/signalen-2019.xlsx")
TRIAGE = TriageDraft(disciplines=["vt_worker"], outcome="hand_over", reasoning="Er is zorg nodig.")


def record(desk: Desk, clock: StoppedClock, days_ago: int, name: str) -> int:
    """Record a notification about one victim some days ago, with the work that it began done, and come back to now."""
    clock.moment = START - timedelta(days=days_ago)
    victim = PersonDraft(first_names=name, last_name="Voorbeeld")
    draft = a_notification(received_on=f"{clock.moment:%d-%m-%Y}", received_time="", persons=[victim])
    number = signals.register(desk, draft).created
    assert number is not None
    triaging.triage(desk, replace(TRIAGE, signal_id=number, held_on=draft.received_on))
    (feedback,) = (task for task in signals.details(desk, number).tasks if task.done_on is None)
    triaging.finish(desk, feedback.id, "Gebeld en bedankt.")
    clock.moment = START
    return number


def shown(page: TodayPage) -> list[str]:
    rows = (page.model.index(row).data(LINE) for row in range(page.model.rowCount()))
    return [row.title for row in rows if isinstance(row, Group | Line)]


def entered(context: PageContext, screen: Screen) -> TodayPage:
    page = TodayPage(context)
    page.resize(1118, 600)
    screen.open(page)
    page.entered()
    return page


@pytest.fixture
def page(context: PageContext, screen: Screen, desk: Desk, clock: StoppedClock) -> TodayPage:
    """Return the page over a registry in which something of everything waits."""
    late = record(desk, clock, 34, "Lina")
    record(desk, clock, 31, "Mai")
    record(desk, clock, 2, "Ilse")
    referral = ReferralDraft(
        signal_id=late,
        organisation_name="Opvang De Proef",
        purpose="shelter",
        basis="consent_oral",
        referred_on="11-11-2026",
    )
    referring.refer(desk, referral)
    drafts.keep(desk, payloads.FORM_SIGNAL, payloads.pack(SignalDraft(organisation="Wijkteam")), None)
    return entered(context, screen)


def test_what_waits_stands_in_order(page: TodayPage) -> None:
    assert shown(page) == [
        "Eerst",
        "Besluit nemen over informeren: Lina Voorbeeld",
        "Vandaag",
        "Besluit nemen over informeren: Mai Voorbeeld",
        "Later",
        "Besluit nemen over informeren: Ilse Voorbeeld",
        "Wacht op antwoord",
        "Antwoord verwacht: Opvang De Proef over GV-2026-0001",
        "Afmaken",
        "Signaal afmaken: Wijkteam",
    ]


def test_what_is_not_late_stands_by_its_last_day(
    context: PageContext, screen: Screen, desk: Desk, trail: Trail
) -> None:
    signals.register(desk, a_notification(persons=[PersonDraft(first_names="Ilse")]))
    page = entered(context, screen)
    assert shown(page) == [
        "Later",
        "Triage en veiligheidsbeoordeling: GV-2026-0001",
        "Terugkoppelen aan de melder: GV-2026-0001",
        "Besluit nemen over informeren: Ilse",
    ]
    press(page.list, Qt.Key.Key_Return)
    assert trail.steps == [("act_on", "task", 1)]


def test_the_first_line_is_chosen_and_enter_opens_where_it_is_done(page: TodayPage, trail: Trail) -> None:
    press(page.list, Qt.Key.Key_Return)
    assert trail.steps == [("act_on", "decide", 1)]


def test_what_a_colleague_recorded_stands_apart_until_it_is_past_its_term(
    context: PageContext, screen: Screen, desk: Desk, clock: StoppedClock
) -> None:
    people.add(desk, ColleagueDraft("Bram Verzonnen"), "wimpel granaat zwaluw kompas")
    own = desk.user
    desk.user = User(2, "Bram Verzonnen", Role.CARE_COORDINATOR)
    record(desk, clock, 34, "Lina")
    record(desk, clock, 2, "Ilse")
    desk.user = own
    record(desk, clock, 3, "Mai")
    page = entered(context, screen)
    assert shown(page) == [
        "Eerst",
        "Besluit nemen over informeren: Lina Voorbeeld",
        "Later",
        "Besluit nemen over informeren: Mai Voorbeeld",
        "Van collega’s",
        "Besluit nemen over informeren: Ilse Voorbeeld",
    ]
    lines = [page.model.index(row).data(LINE) for row in range(page.model.rowCount())]
    said = [line.reason for line in lines if isinstance(line, Line)]
    assert ["Vastgelegd door Bram Verzonnen." in reason for reason in said] == [True, False, True]


def test_a_line_about_an_unfinished_form_opens_the_form(page: TodayPage, trail: Trail) -> None:
    page.list.choose_row(page.model.rowCount() - 1)
    press(page.list, Qt.Key.Key_Return)
    assert trail.steps == [("new_signal", 1)]


def test_an_unfinished_decision_goes_on_at_its_signal(
    context: PageContext, screen: Screen, desk: Desk, clock: StoppedClock, trail: Trail
) -> None:
    number = record(desk, clock, 2, "Ilse")
    drafts.keep(desk, payloads.FORM_INFORM, payloads.pack_for(number, InformDraft(involvement_id=1)), None)
    page = entered(context, screen)
    assert shown(page)[-1] == "Besluit over informeren afmaken: GV-2026-0001"
    page.list.choose_row(page.model.rowCount() - 1)
    press(page.list, Qt.Key.Key_Return)
    assert trail.steps == [("open_signal", number)]


def test_what_somebody_was_doing_is_offered_first_until_it_is_done(
    page: TodayPage, context: PageContext, desk: Desk, trail: Trail
) -> None:
    assert page.messages.sentence() == "Je was bezig met een signaal (concept van 02:08)."
    page.messages.action_chosen.emit()
    assert trail.steps == [("new_signal", 1)]
    context.bus.changed.emit(drafts.discard(desk, 1))
    assert not page.messages.isVisible()


@pytest.mark.usefixtures("cheap_keys")
def test_what_a_colleague_left_is_opened_from_its_line_and_not_offered_as_ones_own(
    context: PageContext, screen: Screen, desk: Desk, trail: Trail
) -> None:
    people.add(desk, ColleagueDraft("Bram Verzonnen"), "wimpel granaat zwaluw kompas")
    noor, desk.user = desk.user, User(2, "Bram Verzonnen", Role.CARE_COORDINATOR)
    drafts.keep(desk, payloads.FORM_SIGNAL, payloads.pack(SignalDraft(organisation="Wijkteam")), None)
    desk.user = noor
    people.suspend(desk, 2)
    page = entered(context, screen)
    assert shown(page) == ["Afmaken", "Signaal afmaken: Wijkteam"]
    assert not page.messages.isVisible()
    press(page.list, Qt.Key.Key_Return)
    assert trail.steps == [("new_signal", 1)]


def test_the_list_has_the_focus_when_it_is_shown_after_it_was_entered(
    context: PageContext, screen: Screen, desk: Desk, clock: StoppedClock
) -> None:
    record(desk, clock, 2, "Ilse")
    page, before = TodayPage(context), QPushButton()
    page.entered()
    before.setFocus()
    screen.show(before, page)
    assert page.list.hasFocus()
    assert page.list.currentIndex().row() == 1


def test_imported_signals_are_one_line_that_opens_their_list(
    context: PageContext, screen: Screen, desk: Desk, trail: Trail
) -> None:
    imports.take_in(desk, SHEET)
    page = entered(context, screen)
    assert shown(page) == ["Nakijken", "Ingevoerde signalen nakijken: 13"]
    press(page.list, Qt.Key.Key_Return)
    assert trail.steps == [("show_signals", SignalFilter(to_review=True))]


def test_an_empty_registry_says_what_to_do_first(context: PageContext, screen: Screen, trail: Trail) -> None:
    page = entered(context, screen)
    assert page.list.isHidden()
    assert "nog geen signaal" in page.empty.accessibleName()
    click(page.import_button)
    assert trail.steps == [("import_sheet",)]


def test_whoever_may_not_import_is_not_asked_to(context: PageContext, screen: Screen) -> None:
    watcher = User(1, "Vera Toezicht", Role.PRIVACY_OFFICER)
    guest = PageContext(context.runner, context.bus, context.navigator, context.info, watcher)
    page = entered(guest, screen)
    assert page.import_button.isHidden()


def test_nothing_that_waits_is_said_calmly(context: PageContext, screen: Screen, desk: Desk) -> None:
    signals.register(desk, SignalDraft(received_on="20-11-2026", narrative="Een advertentie."))
    page = entered(context, screen)
    assert page.empty.accessibleName().startswith("Niets dat nu op je wacht.")
    assert page.import_button.isHidden()


def decide(desk: Desk) -> Change:
    decision = InformDraft(
        involvement_id=1,
        choice="inform",
        decided_by="Noor Denkbeeld",
        decided_on="23-11-2026",
        informed_on="23-11-2026",
        informed_how="in een gesprek",
    )
    return informing.decide(desk, decision)


def test_a_change_elsewhere_takes_its_line_away(page: TodayPage, context: PageContext, desk: Desk) -> None:
    context.bus.changed.emit(decide(desk))
    assert "Eerst" not in shown(page)


def test_the_cursor_stays_on_what_it_was_on(page: TodayPage, context: PageContext, desk: Desk) -> None:
    page.list.choose_row(shown(page).index("Besluit nemen over informeren: Ilse Voorbeeld"))
    context.bus.changed.emit(decide(desk))
    place = shown(page).index("Besluit nemen over informeren: Ilse Voorbeeld")
    assert page.list.currentIndex().row() == place


def test_clocks_move_on_while_the_page_is_open(page: TodayPage, clock: StoppedClock, qtbot: QtBot) -> None:
    clock.moment = datetime.fromisoformat("2026-11-24T00:01:00+01:00")
    page._minute.setInterval(1)
    qtbot.waitUntil(lambda: shown(page)[2:4] == ["Besluit nemen over informeren: Mai Voorbeeld", "Later"])


def test_what_a_colleague_notes_meanwhile_comes_onto_the_open_page_by_itself(
    context: PageContext, screen: Screen, desk: Desk, qtbot: QtBot
) -> None:
    page = entered(context, screen)
    assert shown(page) == []
    recipients = (age.recipient_of(desk.unlocked.identity),)
    pen = vault.Pen(desk.folder, desk.unlocked.registry_id, "0" * 16, recipients)
    for number in range(3):
        note = vault.Note(f"{number:032x}", 1, "", START, {"narrative": "Verzonnen."})
        vault.write_note(pen, note)
        os.utime(layout.note(desk.folder, note.uid), (1, 1))
    page._minute.setInterval(1)
    qtbot.waitUntil(lambda: len(shown(page)) == 4)
    assert shown(page)[0] == "Snel genoteerd"
    assert layout.notes(desk.folder) == []


def test_the_rows_are_a_model_that_qt_trusts(page: TodayPage, context: PageContext, desk: Desk) -> None:
    tester = QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    context.bus.changed.emit(decide(desk))
    assert tester.model() is page.model
    heads = [row for row in range(page.model.rowCount()) if page.model.index(row).data(ROW_ID) is None]
    assert all(page.model.index(row).flags() == Qt.ItemFlag.NoItemFlags for row in heads)


def test_everything_that_tab_comes_to_has_a_name(page: TodayPage) -> None:
    assert nameless(page) == []


def test_no_name_reaches_the_title_of_a_window(page: TodayPage) -> None:
    assert page.title == "Vandaag"
    assert page.windowTitle() == ""
