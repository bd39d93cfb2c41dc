"""A file dialog leaves no folder behind in the settings that all Qt applications share."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mhdesk.gui import file_dialogs
from tests.gui.widgets.screen import Screen


def shared() -> QSettings:
    """Return the settings file as it is on disk now."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.sync()
    return settings


def traces(folder: Path) -> list[str]:
    """Return where the name of a folder stands in the shared settings."""
    settings = shared()
    return [key for key in settings.allKeys() if folder.name in str(settings.value(key))]


def choose(dialog: QFileDialog, path: Path, qtbot: QtBot) -> None:
    """Choose a path in an open dialog and wait until the dialog is gone."""
    dialog.selectFile(str(path))
    dialog.accept()
    qtbot.waitUntil(lambda: not isValid(dialog))


def owner(screen: Screen) -> QWidget:
    widget = QWidget()
    screen.open(widget)
    return widget


def test_a_plain_dialog_of_qt_would_leave_the_folder_behind(
    screen: Screen, tmp_path: Path, qtbot: QtBot
) -> None:
    """Prove that the guard guards: this is what happens without it."""
    folder = tmp_path / "Dossier-Fictief"
    folder.mkdir()
    dialog = QFileDialog(owner(screen), "", str(folder))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    dialog.accept()
    dialog.deleteLater()
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert traces(folder)
    shared().remove("FileDialog")


def test_choosing_a_folder_leaves_no_trace(screen: Screen, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "Dossier-Fictief"
    folder.mkdir()
    chosen: list[Path] = []
    choose(file_dialogs.choose_folder(owner(screen), "Map", chosen.append, start=tmp_path), folder, qtbot)
    assert chosen == [folder]
    assert traces(folder) == traces(tmp_path) == []


def test_saving_a_file_gives_it_the_suffix_and_leaves_no_trace(
    screen: Screen, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "Dossier-Fictief"
    folder.mkdir()
    chosen: list[Path] = []
    dialog = file_dialogs.save_file(owner(screen), "", "PDF (*.pdf)", folder / "blad.pdf", chosen.append)
    choose(dialog, folder / "herstel", qtbot)
    assert chosen == [folder / "herstel.pdf"]
    assert traces(folder) == []


def test_opening_a_file_leaves_what_other_programs_wrote(
    screen: Screen, tmp_path: Path, qtbot: QtBot
) -> None:
    shared().setValue("FileDialog/lastVisited", "file:///elsewhere")
    sheet = tmp_path / "signalen.csv"
    sheet.write_text("", encoding="utf-8")
    chosen: list[Path] = []
    dialog = file_dialogs.open_file(owner(screen), "", "CSV (*.csv)", chosen.append, start=tmp_path)
    choose(dialog, sheet, qtbot)
    assert chosen == [sheet]
    assert shared().value("FileDialog/lastVisited") == "file:///elsewhere"
    assert traces(tmp_path) == []
    shared().remove("FileDialog")


def test_a_cancelled_dialog_chooses_nothing_and_leaves_no_trace(
    screen: Screen, tmp_path: Path, qtbot: QtBot
) -> None:
    chosen: list[Path] = []
    dialog = file_dialogs.choose_folder(owner(screen), "", chosen.append, start=tmp_path)
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert chosen == []
    assert traces(tmp_path) == []
