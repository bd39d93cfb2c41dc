"""The log in the window: read newest first in words, filtered, paged, opened line by line, exported; seen by few."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mhdesk.desk import people, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.people import PERMISSIONS, Permission, Role, User
from mhdesk.domain.views import SignalFilter
from mhdesk.errors import NotAllowedError
from mhdesk.gui.fetched_model import KEPT_LINES, MOST_PAGES, PAGE
from mhdesk.gui.manage.log_export_dialog import ExportLogDialog
from mhdesk.gui.manage.log_section import LogSection
from mhdesk.gui.manage.page import ManagePage
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.rows import LINE, SPOKEN, Line
from mhdesk.store import audit
from mhdesk.store.audit import Event, Subject
from mhdesk.store.logbook import last_moment
from tests.desk.drafts import a_notification
from tests.gui.manage.conftest import COLLEAGUE, Shown
from tests.gui.reach import nameless, reachable
from tests.gui.widgets.screen import CONTROL, press, type_in
from tests.registry_fixtures import USER, StoppedClock

MANY = 3_000


@pytest.fixture
def busy(team: Desk, clock: StoppedClock) -> Desk:
    """Return a desk in whose log something of everything stands, at which the privacy officer sits."""
    signals.register(team, a_notification())
    clock.go_on(days=1)
    signals.details(team, 1)
    signals.ids(team, SignalFilter(search="nergens"))
    team.user = User(2, COLLEAGUE, Role.VT_WORKER)
    with pytest.raises(NotAllowedError):
        people.suspend(team, 1)
    clock.go_on(days=1)
    team.user = User(1, USER, Role.PRIVACY_OFFICER)
    return team


@pytest.fixture
def section(busy: Desk, manage: Shown, qtbot: QtBot) -> LogSection:
    """Return the section over that log, with its lines fetched."""
    del busy  # asked for what it does
    return fetched(opened(manage), qtbot)


def opened(manage: Shown) -> LogSection:
    found = manage("log").section
    assert isinstance(found, LogSection)
    return found


def fetched(section: LogSection, qtbot: QtBot) -> LogSection:
    qtbot.waitUntil(lambda: section.model.rowCount() == 0 or line(section, 0) is not None)
    return section


def line(section: LogSection, row: int) -> Line | None:
    shown = section.model.data(section.model.index(row), LINE)
    assert shown is None or isinstance(shown, Line)
    return shown


def titles(section: LogSection, qtbot: QtBot) -> list[str]:
    fetched(section, qtbot)
    lines = [line(section, row) for row in range(section.model.rowCount())]
    return [one.title for one in lines if one is not None]


def summary(section: LogSection) -> str:
    return section._head.summary.text()


def test_the_newest_event_comes_first_with_who_and_when(section: LogSection, qtbot: QtBot) -> None:
    assert titles(section, qtbot) == [
        "Geweigerd: Toegang van stilgezet",
        "In de signalen gezocht",
        "Signaal GV-2026-0001 gelezen",
        "Signaal GV-2026-0001 vastgelegd",
        "Gebruiker Bram Verzonnen toegevoegd",
        "Register gemaakt",
    ]
    assert summary(section) == "6 regels"
    shown = line(section, 2)
    assert shown is not None
    assert (shown.reason, shown.clock, shown.day) == ("Noor Denkbeeld · zorgcoördinator", "02:08", "di 24-11")


def test_reading_it_is_said_and_logged(section: LogSection, busy: Desk) -> None:
    assert section.status() == "Dat je dit leest, staat ook in het logboek"
    before = audit.count(busy.database.connection)
    section.filters.kind.set_code("R")
    section.filters.kind.edited.emit()
    assert audit.count(busy.database.connection) == before + 1
    assert last_moment(busy.database.connection, "log.read")


def test_it_is_filtered_by_user_kind_group_and_what_was_refused(section: LogSection, qtbot: QtBot) -> None:
    filters = section.filters
    for choice, code, first, count in (
        (filters.user, "2", "Geweigerd: Toegang van stilgezet", "1 regel gevonden"),
        (filters.group, "users", "Geweigerd: Toegang van stilgezet", "3 regels gevonden"),
        (filters.kind, "refused", "Geweigerd: Toegang van stilgezet", "1 regel gevonden"),
        (filters.kind, "D", "", "0 regels gevonden"),
    ):
        choice.set_code(code)
        choice.edited.emit()
        assert [*titles(section, qtbot), ""][0] == first
        assert summary(section) == count
        filters.clear.click()
        assert filters.user.hasFocus()
    assert section.list.isVisible()


def test_a_signal_is_typed_by_its_reference_and_a_person_by_number(section: LogSection, qtbot: QtBot) -> None:
    about = section.filters.about
    press(section, Qt.Key.Key_F, CONTROL)
    assert about.hasFocus()
    type_in(about, "gv 2026 1")
    assert summary(section) == "6 regels"
    press(about, Qt.Key.Key_Return)
    assert titles(section, qtbot) == ["Signaal GV-2026-0001 gelezen", "Signaal GV-2026-0001 vastgelegd"]
    assert section.list.hasFocus()
    about.setText("Persoon 2")
    press(about, Qt.Key.Key_Return)
    assert summary(section) == "2 regels gevonden"
    about.setText(f"persoon {10**30}")
    press(about, Qt.Key.Key_Return)
    assert summary(section) == "0 regels gevonden"


def test_a_signal_that_is_not_there_says_so_and_cannot_be_exported(section: LogSection) -> None:
    section.filters.about.setText("GV-2026-0099")
    press(section.filters.about, Qt.Key.Key_Return)
    assert section.empty.isVisible()
    assert "GV-2026-0099" in section.empty.accessibleName()
    assert not section.export.isVisible()
    assert not section.part.isVisible()


def test_a_period_has_both_its_days_in_it(section: LogSection, qtbot: QtBot) -> None:
    filters = section.filters
    filters.first.setText("24-11-2026")
    press(filters.first, Qt.Key.Key_Return)
    assert summary(section) == "4 regels gevonden"  # with the reading of a moment ago
    filters.last.setText("23 nov 2026")
    press(filters.last, Qt.Key.Key_Return)
    assert filters.mistake() == "De laatste dag ligt voor de eerste. Wissel ze om."
    filters.first.setText("23-11-2026")
    press(filters.first, Qt.Key.Key_Return)
    assert filters.mistake() == ""
    assert titles(section, qtbot)[0] == "Signaal GV-2026-0001 vastgelegd"


@pytest.mark.parametrize(
    ("typed", "told"),
    [("30-02-2026", "30-02-2026 bestaat niet. Typ een andere dag."), ("2026", "Typ een hele datum")],
)
def test_a_day_that_does_not_exist_asks_nothing(
    section: LogSection, busy: Desk, typed: str, told: str
) -> None:
    before = audit.count(busy.database.connection)
    section.filters.first.setFocus()
    type_in(section.filters.first, typed)
    press(section.filters.first, Qt.Key.Key_Return)
    assert told in section.filters.mistake()
    assert told in section.filters.first.accessibleDescription()
    assert section.filters.first.hasFocus()
    assert audit.count(busy.database.connection) == before
    press(section.filters.first, Qt.Key.Key_Backspace)
    assert section.filters.mistake() == ""


def test_beside_the_list_stands_everything_about_one_event(section: LogSection, qtbot: QtBot) -> None:
    fetched(section, qtbot)
    section.list.choose_row(2)
    told = section.part.text()
    for part in (
        "Wanneer: di 24-11-2026 02:08:00",
        "Wie: Noor Denkbeeld, zorgcoördinator",
        "Wat: Lezen (signal.read)",
        "Afloop: Gelukt",
        "Over: GV-2026-0001",
        "Betreft: persoon 1, persoon 2",
        "Waar: ",
        "mhdesk 0.",
        "Regel en kenmerk: 4 · ",
    ):
        assert part in told
    section.list.choose_row(0)
    assert "Geweigerd (8)" in section.part.text()


def test_enter_goes_on_to_other_events_about_the_same(section: LogSection, qtbot: QtBot) -> None:
    fetched(section, qtbot)
    press(section.list, Qt.Key.Key_Down)
    press(section.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bool(section.part.buttons) and section.part.buttons[0].isVisible())
    press(section.list, Qt.Key.Key_Return)
    assert section.part.hasFocus()
    assert section.part.accessibleName() == section.part.text()
    press(section.part, Qt.Key.Key_Tab)
    assert section.part.buttons[0].hasFocus()
    assert [button.text() for button in section.part.buttons] == [
        "Alles over GV-2026-0001",
        "Alles over persoon 1",
        "Alles over persoon 2",
    ]
    section.part.buttons[1].click()
    assert section.filters.about.text() == "persoon 1"
    assert titles(section, qtbot) == ["Signaal GV-2026-0001 gelezen", "Signaal GV-2026-0001 vastgelegd"]
    assert section.list.hasFocus()


# --- many -----------------------------------------------------------------------------------------------


@pytest.fixture
def long_log(team: Desk) -> Desk:
    """Return a desk with thousands of events."""
    with team.database.writing() as connection:
        for number in range(MANY):
            at = f"2026-11-23T01:08:{number % 60:02d}.000+00:00"
            event = Event(at, 1, "care_coordinator", "signal.read", "R", "0", "laptop; mhdesk 1")
            audit.append(connection, event, [Subject("signal", number + 1)])
    team.user = User(1, USER, Role.PRIVACY_OFFICER)
    return team


def test_thousands_of_events_are_fetched_page_by_page(long_log: Desk, manage: Shown, qtbot: QtBot) -> None:
    section = fetched(opened(manage), qtbot)
    assert (
        section.model.rowCount() == audit.count(long_log.database.connection) - 1
    )  # this reading came after
    assert line(section, MANY - 1) is None
    qtbot.waitUntil(lambda: line(section, MANY - 1) is not None)
    press(section.list, Qt.Key.Key_End, CONTROL)
    assert "Register gemaakt" in section.part.text()
    here = sum(line(section, row) is not None for row in range(section.model.rowCount()))
    assert here <= KEPT_LINES + MOST_PAGES * PAGE


def test_a_million_events_open_at_once(section: LogSection, qtbot: QtBot) -> None:
    with qtbot.waitSignal(section.model.dataChanged, timeout=2_000):
        section.model.set_ids(range(1_000_000, 0, -1))
    assert section.model.row_of(1) == 999_999
    missing = section.model.data(section.model.index(0), SPOKEN)
    assert missing == "Deze regel ontbreekt in het logboek"


def test_the_model_keeps_qts_rules(section: LogSection, qtbot: QtBot) -> None:
    watched = QAbstractItemModelTester(section.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    section.filters.kind.set_code("R")
    section.filters.kind.edited.emit()
    fetched(section, qtbot)
    assert watched.model() is section.model


# --- handing it over --------------------------------------------------------------------------------------


def test_it_is_exported_to_a_file_of_its_own_and_the_window_says_where(
    section: LogSection, busy: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "uit"
    folder.mkdir()
    for form in ("csv", "json", "csv"):
        section.export_into(form, folder)
        assert section.messages.kind is Kind.DONE
    names = ["logboek-0001.csv", "logboek-0001.json", "logboek-0002.csv"]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert str(folder / "logboek-0002.csv") in section.messages.sentence()
    assert last_moment(busy.database.connection, "log.exported")
    assert json.loads((folder / "logboek-0001.json").read_text(encoding="utf-8"))["events"]


def test_only_what_is_listed_is_exported(section: LogSection, tmp_path: Path) -> None:
    section.filters.about.setText("GV-2026-0001")
    press(section.filters.about, Qt.Key.Key_Return)
    section.export_into("csv", tmp_path)
    rows = list(csv.reader((tmp_path / "logboek-0001.csv").read_text(encoding="utf-8").splitlines()))
    assert {row[6] for row in rows if row[0] in {"3", "4"}} == {"signal.read", "signal.registered"}
    assert section.messages.sentence().startswith("3 regels staan in ")  # with the reading of this filter


def test_the_form_is_asked_before_the_folder(section: LogSection, qtbot: QtBot) -> None:
    section.export.click()
    dialog = section.findChild(ExportLogDialog)
    assert dialog is not None
    assert dialog.question.plain() == "Het hele logboek uitvoeren?"
    assert nameless(dialog) == []
    assert dialog.windowTitle() in {"", "mhdesk"}
    dialog.form.set_code("json")
    with qtbot.waitSignal(dialog.decided) as decided:
        dialog.decide()
    assert decided.args == ["json"]
    dialog.reject()


def test_a_folder_that_cannot_be_written_is_said(section: LogSection, tmp_path: Path) -> None:
    section.export_into("csv", tmp_path / "weg")
    assert section.messages.kind is Kind.ERROR
    section.export.click()
    dialog = section.findChild(ExportLogDialog)
    assert dialog is not None
    dialog.reject()


# --- who sees it ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", Role)
def test_only_who_may_read_the_log_sees_it(manage: Shown, team: Desk, role: Role) -> None:
    team.user = User(1, USER, role)
    page = manage("key")
    may = Permission.READ_LOG in PERMISSIONS[role]
    assert ("log" in page.list.buttons) == may
    assert (page.open_section("log") is not None) == may


def test_the_privacy_officer_reads_the_log_and_manages_nothing(section: LogSection, manage: Shown) -> None:
    page = manage("log")
    assert isinstance(page, ManagePage)
    assert "users" not in page.list.buttons
    assert section.window().windowTitle() in {"", "mhdesk"}
    assert "GV-" not in page.title


def test_everything_has_a_name_and_is_reached_by_tab(section: LogSection, qtbot: QtBot) -> None:
    fetched(section, qtbot)
    assert nameless(section.window()) == []
    wanted, seen = set(reachable(section)), set()
    for _ in range(3 * len(wanted) + 20):
        here = QApplication.focusWidget()
        assert here is not None
        seen.add(here)
        press(here, Qt.Key.Key_Tab)
    assert wanted <= seen
