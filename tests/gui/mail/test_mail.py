"""Mail in the window: dropped anywhere, looked at as a draft, recorded with its files; and the files of a signal."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.desk import attachments, drafts, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.people import Role, User
from mhdesk.domain.signals import Kind, SignalDraft
from mhdesk.gui.entry.opening import Opened
from mhdesk.gui.look.theme import Scheme, Theme
from mhdesk.gui.mail import file_words
from mhdesk.gui.mail.drops import files_in
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.runner import InlineRunner
from mhdesk.gui.shell.main_window import MainWindow
from mhdesk.gui.shell.view_menu import ViewMenu
from mhdesk.gui.signals.file_acts import SaveFileDialog
from mhdesk.gui.signals.files_view import FilesBlock
from mhdesk.gui.signals.form_page import SignalFormPage
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.gui.widgets.labels import Label, Paragraph
from mhdesk.gui.widgets.messages import Kind as Message
from tests.exchange.mails import a_mail, with_file
from tests.gui.reach import nameless
from tests.gui.widgets.screen import CONTROL, Screen, click, press

ACTION, BUTTON, KEY = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(
    runner: InlineRunner, opened: Opened, dutch: QApplication, preferences: Preferences, screen: Screen
) -> MainWindow:
    menu = ViewMenu(Theme(dutch, Scheme.LIGHT), preferences, opened.user.name)
    made = MainWindow(runner, opened, menu)
    made.resize(1366, 768)
    screen.open(made)
    return made


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    path = tmp_path / "Zorgen.eml"
    path.write_bytes(bytes(with_file(a_mail(), "verslag.pdf")))
    return path


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "foto.jpg"
    path.write_bytes(b"\xff\xd8 foto")
    return path


def carried(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drag(window: MainWindow, *paths: Path) -> str:
    """Drag files into the window of the system and return what it offers, "" for nothing."""
    handle, data = window.window().windowHandle(), carried(*paths)  # an event does not keep its data alive
    QCoreApplication.sendEvent(handle, QDragEnterEvent(QPoint(400, 300), ACTION, data, BUTTON, KEY))
    return "" if window.drops.cover.isHidden() else words(window.drops.cover)


def drop(window: MainWindow, *paths: Path) -> None:
    drag(window, *paths)
    data = carried(*paths)
    window.drops.cover.dropEvent(QDropEvent(QPointF(400, 300), ACTION, data, BUTTON, KEY))


def words(widget: QWidget) -> str:
    labels = [label for label in widget.findChildren(Label) if not label.isHidden()]
    return " ".join(label.plain() if isinstance(label, Paragraph) else label.text() for label in labels)


def form(window: MainWindow) -> SignalFormPage:
    page = window.pages.page
    assert isinstance(page, SignalFormPage)
    return page


def shown(window: MainWindow) -> SignalPage:
    page = window.pages.page
    assert isinstance(page, SignalPage)
    settle()
    return page


def settle() -> None:
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def a_signal(desk: Desk, kind: str = Kind.SIGNAL) -> int:
    number = signals.register(desk, SignalDraft(kind, received_on="20-11-2026", narrative="Iets.")).created
    assert number is not None
    return number


def button(page: QWidget, name: str) -> QPushButton:
    (found,) = [
        one
        for one in page.findChildren(QPushButton)
        if name in {one.text(), one.accessibleName()} and one.isVisibleTo(page)
    ]
    return found


# --- mail ----------------------------------------------------------------------------------------------


def test_a_mail_dropped_anywhere_opens_as_a_draft_and_is_recorded_with_its_files(
    window: MainWindow, mail: Path, desk: Desk
) -> None:
    assert "Laat los om er een signaal van te maken" in drag(window, mail)
    drop(window, mail)
    assert window.drops.cover.isHidden()
    page = form(window)
    assert page.draft().narrative.startswith("Zorgen om een meisje")
    assert [box.text() for box in page.files.boxes.values()] == ["Zorgen.eml", "verslag.pdf"]
    assert str(mail) in words(page.files)
    assert window.messages.kind is Message.DONE
    assert not nameless(page)
    click(page.submit)
    assert [one.name for one in signals.details(desk, 1).attachments] == ["Zorgen.eml", "verslag.pdf"]
    assert "Oorspronkelijke mail verwijderen" in words(shown(window))


def test_a_box_without_its_tick_stays_so_in_the_draft(window: MainWindow, mail: Path, desk: Desk) -> None:
    window.mail.take([mail])
    box = next(iter(form(window).files.boxes.values()))
    click(box)
    window.pages.open_today()
    window.pages.new_signal(drafts.mine(desk)[0].id)
    assert [box.isChecked() for box in form(window).files.boxes.values()] == [False, True]
    click(form(window).submit)
    assert [one.name for one in signals.details(desk, 1).attachments] == ["verslag.pdf"]


def test_advice_made_of_a_mail_asks_about_names_and_says_that_no_file_goes_along(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "vraag.eml"
    path.write_bytes(bytes(a_mail("Wat kan ik doen voor mevrouw Voorbeeld?")))
    window.mail.take([path])
    page = form(window)
    assert page.content.guard.isHidden()
    page.kind.show_kind(Kind.ADVICE)
    page.kind.edited.emit()
    assert "Voorbeeld" in page.content.guard.sentence()
    assert not page.files.advice.isHidden()


def test_several_mails_become_drafts_and_what_is_none_is_said_by_name(
    window: MainWindow, mail: Path, tmp_path: Path, desk: Desk
) -> None:
    second, broken = tmp_path / "tweede.eml", tmp_path / "kapot.msg"
    second.write_bytes(bytes(a_mail("Nog iets.")))
    broken.write_bytes(b"niets")
    assert "3 signalen" in drag(window, mail, second, broken)
    drop(window, mail, second, broken)
    assert len(drafts.mine(desk)) == 2
    assert form(window).draft().narrative.endswith("vakantiepark.")
    assert window.messages.kind is Message.WARNING
    assert "Twee mails zijn nu concepten" in window.messages.sentence()
    assert "kapot.msg" in window.messages.sentence()


def test_mails_that_a_lock_leaves_out_are_counted_and_closing_asks_first(
    window: MainWindow, runner: InlineRunner, mail: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A desk that does not answer any more is one that is closing: so it is for whatever was dropped last."""
    left: list[bool] = []
    window.closed.connect(lambda: left.append(True))
    with monkeypatch.context() as waiting:
        waiting.setattr(runner, "ask", lambda *_told, **_owner: None)
        window.mail.take([mail, mail, mail])
        window.leave()
    assert window.mail.left() == 3
    assert window.messages.sentence().startswith("Er worden nog mails ingelezen: 3.")
    assert not left
    window.leave()
    assert left


def test_what_was_said_of_a_mail_does_not_stay_above_another_signal(window: MainWindow, mail: Path) -> None:
    drop(window, mail)
    assert not window.messages.isHidden()
    window.pages.open_today()
    assert window.messages.isHidden()


def test_the_same_mail_again_is_said(window: MainWindow, mail: Path) -> None:
    for _ in range(2):
        window.mail.take([mail])
    assert window.messages.kind is Message.WARNING
    assert "al eens ingelezen" in window.messages.sentence()


def test_a_mail_is_chosen_by_keys_alone(window: MainWindow, mail: Path, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_M, CONTROL)
    (dialog,) = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(mail))
    dialog.reject()
    assert form(window).files.boxes
    window.pages.show_signals()
    click(button(window, "Mail inlezen…"))
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(QFileDialog)))


def test_nothing_can_be_dropped_on_what_is_covered_or_by_who_may_not_write(
    window: MainWindow, mail: Path, screen: Screen, runner: InlineRunner, opened: Opened, desk: Desk
) -> None:
    window.cover.hide_content()
    assert drag(window, mail) == ""
    window.cover.uncover()
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    assert drag(window, mail) == ""
    dialog.close()
    desk.user = User(1, "Samira Proef", Role.PRIVACY_OFFICER)
    reader = Opened(opened.folder, opened.info, desk.user, recovery_proven=True)
    theme = window._menu
    other = MainWindow(runner, reader, theme)
    screen.open(other)
    assert drag(other, mail) == ""
    press(other, Qt.Key.Key_M, CONTROL)
    assert not other.findChildren(QFileDialog)


def test_what_is_no_file_of_this_computer_is_left_alone(tmp_path: Path) -> None:
    elsewhere = QMimeData()
    elsewhere.setUrls([QUrl("https://voorbeeld.invalid/mail.eml"), QUrl.fromLocalFile(str(tmp_path))])
    assert files_in(elsewhere) == []


# --- the files of a signal -----------------------------------------------------------------------------


def test_another_file_goes_to_the_signal_that_is_shown(window: MainWindow, picture: Path, desk: Desk) -> None:
    assert "Open eerst een signaal" in drag(window, picture)
    drop(window, picture)
    assert attachments.size_of_all(desk) == 0
    number = a_signal(desk)
    window.pages.open_signal(number)
    page = shown(window)
    assert f"bij {page.files_go_to()}" in drag(window, picture)
    drop(window, picture)
    assert [one.name for one in signals.details(desk, number).attachments] == ["foto.jpg"]
    assert "Het bestand is bewaard" in shown(window).messages.sentence()
    assert "Afbeelding, 7 byte" in words(shown(window))


def test_a_mail_dropped_on_a_signal_becomes_another_signal(
    window: MainWindow, picture: Path, mail: Path, desk: Desk
) -> None:
    number = a_signal(desk)
    window.pages.open_signal(number)
    drop(window, picture, mail)
    assert isinstance(window.pages.page, SignalFormPage)
    assert [one.name for one in signals.details(desk, number).attachments] == ["foto.jpg"]


def test_what_was_taken_away_can_be_put_back_and_the_page_tells_both(
    window: MainWindow, picture: Path, desk: Desk
) -> None:
    number = a_signal(desk)
    attachments.add(desk, number, picture)
    window.pages.open_signal(number)
    click(button(shown(window), "foto.jpg weghalen"))
    assert signals.details(desk, number).attachments == ()
    assert "Bestand weggehaald: foto.jpg" in words(shown(window))
    assert "niet meer na een vergrendeling" in shown(window).messages.sentence()
    shown(window).messages.action_chosen.emit()
    assert [one.name for one in signals.details(desk, number).attachments] == ["foto.jpg"]
    assert "Bestand toegevoegd: foto.jpg" in words(shown(window))


def test_saving_says_first_what_it_means(
    window: MainWindow, picture: Path, desk: Desk, tmp_path: Path
) -> None:
    number = a_signal(desk)
    attachments.add(desk, number, picture)
    window.pages.open_signal(number)
    click(button(shown(window), "foto.jpg bewaren als"))
    (dialog,) = window.findChildren(SaveFileDialog)
    assert "beschermt die kopie niet meer" in words(dialog)
    dialog.primary.click()
    (asked,) = window.findChildren(QFileDialog)
    out = tmp_path / "kopie.jpg"
    asked.fileSelected.emit(str(out))
    asked.reject()
    assert out.read_bytes() == picture.read_bytes()
    assert str(out) in shown(window).messages.sentence()


def test_files_that_cannot_be_added_keep_no_other_out(window: MainWindow, picture: Path, desk: Desk) -> None:
    number = a_signal(desk)
    window.pages.open_signal(number)
    empty = picture.with_name("leeg.txt")
    empty.write_bytes(b"")
    shown(window).take_files([empty, picture])
    assert [one.name for one in signals.details(desk, number).attachments] == ["foto.jpg"]
    assert shown(window).messages.kind is Message.ERROR


def test_advice_shows_no_files_and_takes_none(window: MainWindow, picture: Path, desk: Desk) -> None:
    window.pages.open_signal(a_signal(desk, Kind.ADVICE))
    assert not shown(window).findChildren(FilesBlock)
    assert "Open eerst een signaal" in drag(window, picture)


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("application/pdf", "pdf"),
        ("message/rfc822", "mail"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "document"),
        ("application/vnd.oasis.opendocument.spreadsheet", "spreadsheet"),
        ("image/png", "afbeelding"),
        ("application/octet-stream", "bestand"),
    ],
)
def test_a_kind_of_file_is_said_in_a_word(kind: str, word: str, dutch: QApplication) -> None:
    del dutch
    assert file_words.kind(kind) == word
