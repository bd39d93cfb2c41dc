"""Taking a spreadsheet in: look first, record all of it or nothing, never twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from mhdesk.desk import signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.change import Change
from mhdesk.domain.views import SignalFilter
from mhdesk.gui.bus import Bus
from mhdesk.gui.imports.page import ImportPage, Step
from mhdesk.gui.runner import ThreadRunner
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.messages import Kind
from tests.gui.conftest import Trail
from tests.gui.reach import nameless
from tests.gui.widgets.screen import Screen, click
from tests.registry_fixtures import ReadyRegistry, StoppedClock

XLSX = Path("tests/data/signalen-2019.xlsx")
CSV = Path("tests/data/signalen-2019.csv")
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000") + b"no spreadsheet" * 8
WARNING = QAbstractItemModelTester.FailureReportingMode.Warning


@pytest.fixture
def page(context: PageContext, screen: Screen) -> ImportPage:
    """Return the page, shown, before any file was chosen."""
    page = ImportPage(context)
    page.resize(1118, 640)
    screen.open(page)
    page.entered()
    return page


@pytest.fixture
def changes(context: PageContext) -> list[object]:
    """Return the changes that went round since."""
    seen: list[object] = []
    context.bus.changed.connect(seen.append)
    return seen


def count(desk: Desk) -> int:
    return len(signals.ids(desk, SignalFilter()))


def told(page: ImportPage) -> str:
    return page.messages.sentence() if not page.messages.isHidden() else ""


def test_it_begins_with_choosing_a_file(page: ImportPage) -> None:
    assert page.step is Step.CHOOSE
    assert page.choose.hasFocus()
    click(page.choose)
    dialogs = page.findChildren(QFileDialog)
    assert [dialog.windowTitle() for dialog in dialogs] == ["Spreadsheet kiezen"]


def test_looking_writes_nothing(page: ImportPage, desk: Desk, changes: list[object]) -> None:
    page.look_at(XLSX)
    assert page.step is Step.LOOK
    assert page.record.text() == "36 signalen vastleggen"
    assert (count(desk), changes) == (0, [])


def test_every_column_is_shown_with_what_it_was_read_as(page: ImportPage) -> None:
    page.look_at(XLSX)
    model = page.columns.model
    read = {model.index(row, 0).data(): model.index(row, 1).data() for row in range(model.rowCount())}
    assert read["Vorm v. uitbuiting"] == "Vorm van uitbuiting"
    assert read["m/v"] == "Geslacht"
    assert len(read) == 15


def test_a_column_without_a_field_is_kept_as_a_note(page: ImportPage, tmp_path: Path) -> None:
    sheet = tmp_path / "lijst.csv"
    sheet.write_text(
        "Datum melding;Gemeente;Kleur van de auto\n01-02-2026;Hilversum;rood\n", encoding="utf-8"
    )
    page.look_at(sheet)
    assert page.columns.model.index(2, 1).data() == "bewaard als notitie"


def test_cells_that_are_not_understood_are_listed_and_explained(page: ImportPage) -> None:
    page.look_at(CSV)
    model = page.read.model
    assert [model.index(0, column).data() for column in range(3)] == [
        "4",
        "Naam slachtoffer",
        "Roxana Y?lmaz",
    ]
    assert page.read.cells.heading.text() == "10 cellen om na te kijken"
    page.read.table.selectRow(1)
    assert page.read.explained().startswith("Rij 7, Naam slachtoffer: ?aneta Mulder\nIn deze naam")


def test_recording_takes_all_of_it_in(
    page: ImportPage, desk: Desk, changes: list[object], trail: Trail
) -> None:
    page.look_at(XLSX)
    click(page.record)
    assert (page.step, count(desk)) == (Step.DONE, 36)
    assert told(page) == "36 signalen vastgelegd. 35 personen zijn nieuw. Eén keer was iemand al bekend."
    assert [len(change.signals) for change in changes if isinstance(change, Change)] == [36]
    click(page.review)
    assert trail.steps == [("show_signals", SignalFilter(to_review=True))]


def test_the_same_file_again_has_nothing_to_record(page: ImportPage, desk: Desk) -> None:
    page.look_at(XLSX)
    click(page.record)
    page.look_at(XLSX)
    assert page.record.isHidden()
    assert page.read.more.plain().startswith("Ze staan allemaal al in het register")
    assert count(desk) == 36


def test_a_file_that_only_says_to_be_a_spreadsheet_is_refused(page: ImportPage, tmp_path: Path) -> None:
    picture = tmp_path / "signalen.xlsx"
    picture.write_bytes(JPEG)
    page.look_at(picture)
    assert page.step is Step.CHOOSE
    assert page.messages.kind is Kind.ERROR
    assert told(page).startswith("signalen.xlsx is geen spreadsheet.")


def test_an_error_is_gone_when_the_next_file_is_read(page: ImportPage, tmp_path: Path) -> None:
    page.look_at(tmp_path / "weg.xlsx")
    assert told(page)
    page.look_at(XLSX)
    assert not told(page)


def test_a_file_that_vanished_meanwhile_is_recorded_as_it_was_shown(
    page: ImportPage, desk: Desk, tmp_path: Path
) -> None:
    copy = tmp_path / "kopie.xlsx"
    copy.write_bytes(XLSX.read_bytes())
    page.look_at(copy)
    copy.unlink()
    click(page.record)
    assert (page.step, page.messages.kind, count(desk)) == (Step.DONE, Kind.DONE, 36)


def dragged(path: Path, *more: Path) -> QMimeData:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(one.absolute())) for one in (path, *more)])
    return carried


def drop(page: ImportPage, carried: QMimeData) -> bool:
    """Drag something over the page and let go; say whether it was taken."""
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), action, carried, button, key)
    enter.setAccepted(False)
    page.zone.dragEnterEvent(enter)
    if enter.isAccepted():
        page.zone.dropEvent(QDropEvent(QPointF(9, 9), action, carried, button, key))
    return enter.isAccepted()


def test_a_file_can_be_dropped(page: ImportPage) -> None:
    assert drop(page, dragged(XLSX))
    assert page.step is Step.LOOK


def test_only_one_file_of_this_computer_can_be_dropped(page: ImportPage) -> None:
    elsewhere, words = QMimeData(), QMimeData()
    elsewhere.setUrls([QUrl("https://voorbeeld.example/signalen.xlsx")])
    words.setText("Lina Voorbeeld")
    for carried in (elsewhere, words, dragged(XLSX, CSV), dragged(XLSX.parent)):
        assert not drop(page, carried)
    assert page.step is Step.CHOOSE


def test_the_tables_are_models_that_qt_trusts(page: ImportPage) -> None:
    testers = [QAbstractItemModelTester(model, WARNING) for model in (page.read.model, page.columns.model)]
    page.look_at(CSV)
    page.look_at(XLSX)
    assert len(testers) == 2


@pytest.mark.parametrize("path", [None, CSV])
def test_everything_that_tab_comes_to_has_a_name(page: ImportPage, path: Path | None) -> None:
    if path is not None:
        page.look_at(path)
    assert nameless(page) == []


def test_neither_a_name_nor_the_file_reaches_the_title_of_a_window(page: ImportPage) -> None:
    page.look_at(CSV)
    assert page.title == "Spreadsheet inlezen"
    assert page.windowTitle() == ""


# --- in a thread of its own: progress, and a way to stop -------------------------------------------


@pytest.fixture
def threaded(
    thread_runner: ThreadRunner,
    registry: ReadyRegistry,
    clock: StoppedClock,
    trail: Trail,
    screen: Screen,
    qtbot: QtBot,
) -> ImportPage:
    """Return the page over a desk in a thread of its own."""
    contexts: list[PageContext] = []

    def take(desk: Desk) -> None:
        contexts.append(PageContext(thread_runner, Bus(), trail, desk.info(), desk.user))

    thread_runner.open_desk(lambda: (registry.open(clock), None), lambda _none: None)
    thread_runner.ask(take, lambda _none: None)
    qtbot.waitUntil(lambda: bool(contexts))
    page = ImportPage(contexts[0])
    screen.open(page)
    return page


def counted(page: ImportPage, qtbot: QtBot) -> int:
    answers: list[int] = []
    page._context.runner.ask(count, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def when_moved(page: ImportPage, qtbot: QtBot, act: Callable[[], None]) -> None:
    """Record, and do something as soon as the first row is done."""
    page.look_at(XLSX)
    qtbot.waitUntil(lambda: page.step is Step.LOOK)
    page._on_record_clicked()
    assert page._progress is not None
    page._progress.moved.connect(lambda _done, _rows: act())
    qtbot.waitUntil(lambda: page.step is not Step.RECORD)


def test_the_worker_tells_how_far_it_is(threaded: ImportPage, qtbot: QtBot) -> None:
    seen: list[int] = []
    when_moved(threaded, qtbot, lambda: seen.append(threaded.waiting.done()))
    assert threaded.step is Step.DONE
    assert seen == sorted(seen)
    assert seen[-1] == 36


def test_stopping_records_nothing(threaded: ImportPage, qtbot: QtBot) -> None:
    threaded.look_at(XLSX)
    qtbot.waitUntil(lambda: threaded.step is Step.LOOK)
    click(threaded.record)
    click(threaded.stop)
    qtbot.waitUntil(lambda: threaded.step is not Step.RECORD)
    assert told(threaded) == "Gestopt. Er is niets vastgelegd."
    assert (threaded.step, threaded.messages.kind) == (Step.LOOK, Kind.WARNING)
    assert counted(threaded, qtbot) == 0
