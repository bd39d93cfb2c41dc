"""Every picture can be drawn, and nothing in it is English."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from mhdesk import resources
from mhdesk.cli.screens import MOMENT, SEED
from mhdesk.desk import demo
from mhdesk.desk.desk import Desk
from mhdesk.gui import file_dialogs, i18n
from mhdesk.gui.look.theme import Scheme, Theme
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.screens import SCENES, Studio
from mhdesk.gui.widgets.labels import Paragraph

SIGNALS: Final = 40
DUTCH_TOO: Final = {"Kind", "Open", "PDF"}
"""English sources that are a Dutch word for something else: a child among the roles, a case that goes on, a format."""
OF_QT: Final = {"Computer"}
"""What Qt's file dialog says in both languages, and rightly so."""
pytestmark = pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing the keyboard")


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Return the desk over invented data that all pictures are taken of."""
    desk = demo.make(tmp_path_factory.mktemp("demo") / "register", SIGNALS, SEED, clock=lambda: MOMENT).desk
    yield desk
    desk.close()


@pytest.fixture
def studio(invented: Desk, dutch: QApplication, tmp_path: Path) -> Iterator[Studio]:
    theme = Theme(dutch, Scheme.LIGHT)
    yield Studio(dutch, theme, Preferences(tmp_path / "preferences.json"), invented, QSize(1366, 768))
    theme.deleteLater()


@cache
def english() -> frozenset[str]:
    """Return the English texts of the window that are something else in Dutch."""
    files = resources.path("i18n", "nl").glob("*.ts")
    messages = (message for file in files for message in ET.parse(file).iter("message"))
    pairs = ((one.findtext("source"), one.findtext("translation")) for one in messages)
    return frozenset(source for source, dutch in pairs if source and source != dutch) - DUTCH_TOO


def texts(window: QWidget) -> Iterator[str]:
    """Yield whatever can be read or heard in a window."""
    for one in (window, *window.findChildren(QWidget)):
        yield from (one.toolTip(), one.accessibleName(), one.accessibleDescription(), one.windowTitle())
        if isinstance(one, Paragraph):
            yield one.plain()
        elif isinstance(one, QLabel | QAbstractButton):
            yield one.text()
        elif isinstance(one, QLineEdit | QPlainTextEdit):
            yield one.placeholderText()
        elif isinstance(one, QComboBox):
            yield from (one.itemText(row) for row in range(one.count()))
    yield from (action.text() for action in window.findChildren(QAction))


def put_away(window: QWidget) -> None:
    for dialog in window.findChildren(QDialog):
        dialog.close()
    window.hide()
    window.deleteLater()
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.parametrize("name", SCENES)
def test_nothing_in_a_picture_is_english(name: str, studio: Studio) -> None:
    window = SCENES[name](studio)
    studio.settle()
    found = set(texts(window))
    put_away(window)
    assert found & english() == set()


def of_file_dialogs(app: QApplication, language: str) -> set[str]:
    i18n.speak(app, language)
    window, found = QWidget(), set[str]()
    for dialog in (
        file_dialogs.choose_folder(window, "", print),
        file_dialogs.open_file(window, "", "x (*.x)", print),
        file_dialogs.save_file(window, "", "x (*.x)", Path.home() / "x.x", print),
    ):
        found |= set(texts(dialog)) | set(_heads(dialog))
    put_away(window)
    return {text for text in found if len(text) > 1 and "/" not in text and not text.startswith("x")}


def _heads(dialog: QFileDialog) -> Iterator[str]:
    for head in dialog.findChildren(QHeaderView):
        shown = (row for row in range(head.count()) if not head.isSectionHidden(row))
        yield from (str(head.model().headerData(row, head.orientation())) for row in shown)


def test_no_file_dialog_speaks_english(dutch: QApplication) -> None:
    assert of_file_dialogs(dutch, "nl") & of_file_dialogs(dutch, "en") - OF_QT == set()
