"""A file is looked at by keyboard, inside the app, and leaves nothing behind but a line in the log."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from mhdesk.desk import attachments, signals
from mhdesk.desk.desk import Desk
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.files_view import FilesBlock
from mhdesk.gui.viewer.canvas import Fit
from mhdesk.gui.viewer.page import FilePage
from mhdesk.store.schema import audit_event
from tests.desk.drafts import a_notification
from tests.gui.conftest import Trail
from tests.gui.viewer import made
from tests.gui.widgets.screen import Screen, press
from tests.test_nothing_leaks import forms, leaks

Look = Callable[..., FilePage]
PATIENCE = 30_000


@pytest.fixture
def look_at(desk: Desk, context: PageContext, screen: Screen, tmp_path: Path, qtbot: QtBot) -> Look:
    """Return a function that adds a file to a signal and shows the page on which it is looked at."""
    number = signals.register(desk, a_notification()).created or 0

    def look(name: str, content: bytes) -> FilePage:
        path = tmp_path / name
        path.write_bytes(content)
        attachments.add(desk, number, path)
        path.unlink()
        details = signals.details(desk, number)
        page = FilePage(context, details.attachments[-1], details.reference)
        screen.show(page, width=1118, height=640)
        page.entered()
        qtbot.waitUntil(lambda: not page.empty.isVisible() or "geopend" not in said(page), timeout=PATIENCE)
        return page

    return look


def said(page: FilePage) -> str:
    return page.empty.accessibleName()


def test_a_pdf_is_paged_through_by_keys_and_its_text_can_be_heard(look_at: Look, qtbot: QtBot) -> None:
    page = look_at("verslag.pdf", made.pdf(pages=2))
    assert page.stack.currentWidget() is page.canvas
    assert page.canvas.hasFocus()
    assert page.canvas.accessibleName() == "verslag.pdf, bladzijde 1 van 2"
    assert made.MARKER in page.canvas.accessibleDescription()
    press(page.canvas, Qt.Key.Key_End)
    press(page.canvas, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: page.canvas.accessibleName().endswith("2 van 2"), timeout=PATIENCE)
    assert page.canvas.verticalScrollBar().value() == 0
    assert not page.bar.after.isEnabled()


def test_a_picture_fits_and_is_enlarged_and_turned_by_keys(look_at: Look, qtbot: QtBot) -> None:
    page = look_at("foto.png", made.picture(2_000, 10))
    first = page.canvas.factor
    assert first < 1
    press(page, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: page.canvas.factor > first, timeout=PATIENCE)
    press(page, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: page.canvas.turned == 90, timeout=PATIENCE)
    page.canvas.fit(Fit.WHOLE)
    assert not page.canvas.verticalScrollBar().maximum()
    assert page.bar.before.isHidden()


def test_a_text_is_shown_as_it_is_and_cannot_be_changed(look_at: Look) -> None:
    page = look_at("brief.txt", b"<b>Zij</b> belde om tien uur.")
    assert page.text.toPlainText() == "<b>Zij</b> belde om tien uur."
    assert page.text.isReadOnly()
    assert page.text.hasFocus()


def test_what_cannot_be_shown_says_so_and_offers_to_save(look_at: Look) -> None:
    page = look_at("opname.mp3", b"ID3\x04" + bytes(40))
    assert "niet laten zien" in said(page)
    assert page.save.hasFocus()


def test_a_damaged_pdf_is_a_sentence(look_at: Look) -> None:
    assert "beschadigd" in said(look_at("kapot.pdf", made.pdf()[:200]))


def test_escape_leads_back_and_the_process_goes_with_the_page(look_at: Look, qtbot: QtBot) -> None:
    page = look_at("verslag.pdf", made.pdf())
    with qtbot.waitSignal(page.back_wanted):
        press(page.canvas, Qt.Key.Key_Escape)
    reading = page.reading
    with qtbot.waitSignal(reading.destroyed, timeout=PATIENCE):
        page.deleteLater()


def test_looking_is_logged_once_and_leaves_nothing_on_the_disk(
    look_at: Look, desk: Desk, tmp_path: Path
) -> None:
    QPixmapCache.clear()
    look_at("verslag.pdf", made.pdf())
    look_at("brief.txt", f"{made.MARKER} in een brief".encode())
    look_at("foto.png", made.picture())
    read = select(audit_event).where(audit_event.c.verb == "attachment.read")
    assert len(desk.database.connection.execute(read).all()) == 3
    kinds = (
        QStandardPaths.StandardLocation.CacheLocation,
        QStandardPaths.StandardLocation.AppDataLocation,
        QStandardPaths.StandardLocation.TempLocation,
    )
    places = {Path(QStandardPaths.writableLocation(kind)) / "mhdesk" for kind in kinds}
    places |= {tmp_path, *(Path(tempfile.gettempdir()).glob("mhdesk*"))}
    secrets = {"marker": forms(made.MARKER)}
    assert [found for place in places if place.is_dir() for found in leaks(secrets, place)] == []


def test_the_first_thing_to_do_with_a_file_is_to_look_at_it(
    desk: Desk, context: PageContext, trail: Trail, screen: Screen, tmp_path: Path
) -> None:
    from mhdesk.gui.signals.signal_page import SignalPage

    number = signals.register(desk, a_notification()).created or 0
    path = tmp_path / "brief.txt"
    path.write_bytes(b"x")
    attachments.add(desk, number, path)
    page = SignalPage(context, number)
    screen.show(page, width=1118, height=640)
    block = page.findChild(FilesBlock)
    view = next(
        one for one in block.findChildren(QPushButton) if one.accessibleName() == "brief.txt bekijken"
    )
    view.setFocus()
    press(view, Qt.Key.Key_Return)
    assert trail.steps[-1] == ("open_file", "brief.txt", signals.details(desk, number).reference)
    assert "25" in "".join(label.text() for label in block.findChildren(type(block._total)))
