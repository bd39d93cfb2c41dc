"""Files that are dropped on the window: a mail becomes a signal, another file goes to the signal that is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from mhdesk.exchange.mail import is_mail
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.labels import IconMark, Label
from mhdesk.gui.widgets.page import Page

_ICON: Final = 40
_EDGE: Final = 24
_MIDDLE: Final = Qt.AlignmentFlag.AlignHCenter


@runtime_checkable
class TakesFiles(Protocol):
    """The page of something that keeps files."""

    def files_go_to(self) -> str:
        """Return what a dropped file would be kept with, "" where it cannot be."""
        ...

    def take_files(self, paths: Sequence[Path]) -> None:
        """Keep these files."""
        ...


@runtime_checkable
class HasDropZone(Protocol):
    """A page on which files can be dropped in a place of its own."""

    def drops_itself(self, path: Path) -> bool:
        """Say whether this file is for that place."""
        ...


def files_in(carried: QMimeData) -> list[Path]:
    """Return the files of this computer that are dragged."""
    places = (Path(place.toLocalFile()) for place in carried.urls() if place.isLocalFile())
    return [path for path in places if path.is_file()]


def _place(page: object) -> str:
    """Return what a dropped file would be kept with, "" for nothing."""
    return page.files_go_to() if isinstance(page, TakesFiles) else ""


class DropCover(QWidget):
    """A cover over the whole window that says what letting go does. ``dropped`` carries the paths."""

    dropped = QtSignal(list)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._sentence = Label("", Type.TITLE)
        self._caption = Label("", Type.TEXT, Role.SECOND)
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setSpacing(sizes.S12)
        column.addStretch(1)
        column.addWidget(IconMark("attachment", Role.ACCENT, size=_ICON), 0, _MIDDLE)
        column.addWidget(self._sentence, 0, _MIDDLE)
        column.addWidget(self._caption, 0, _MIDDLE)
        column.addStretch(1)
        self.hide()

    def offer(self, sentence: str, caption: str) -> None:
        """Cover the window and say what letting go does."""
        self._sentence.setText(sentence)
        self._caption.setText(caption)
        over = self.parentWidget()
        if over is not None:
            self.setGeometry(over.rect())
        self.raise_()
        self.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)  # the file itself stays where it lies
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(files_in(event.mimeData()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look().ink(Role.PAPER))
        pen = QPen(look().ink(Role.ACCENT), 2)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(look().ink(Role.CHOSEN))
        painter.drawRoundedRect(self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE), 8, 8)


class FileDrops(QObject):
    """Look at everything that is dragged into a window, before any field of it does.

    ``mails_dropped`` carries paths, ``files_dropped`` the page that keeps them and paths.
    ``page`` gives the page that is shown, None while nothing may be dropped.
    """

    mails_dropped = QtSignal(list)
    files_dropped = QtSignal(object, list)

    def __init__(self, over: QWidget, page: Callable[[], Page | None]) -> None:
        super().__init__(over)
        self._over = over
        self._page = page
        self.cover = DropCover(over)
        self.cover.dropped.connect(self._on_cover_dropped)
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Listen to the window of the system once there is one: a field would take a path as text."""
        if watched is self._over and event.type() == QEvent.Type.Show:
            handle = self._over.window().windowHandle()
            if handle is not None:
                handle.installEventFilter(self)
        elif event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            self.look_at(files_in(event.mimeData()))
        elif event.type() in {QEvent.Type.DragLeave, QEvent.Type.Drop} and watched is not self._over:
            self._leave(event)
        return False

    def _leave(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.DragLeave:
            self.cover.hide()

    def look_at(self, paths: Sequence[Path]) -> None:
        """Offer what can be done with dragged files; what is meant for a place on the page is left to that."""
        page = self._page()
        if not paths or page is None or QApplication.activeModalWidget() is not None:
            return
        if isinstance(page, HasDropZone) and all(page.drops_itself(path) for path in paths):
            return
        self.cover.offer(*self._words(paths, page))

    def _words(self, paths: Sequence[Path], page: Page) -> tuple[str, str]:
        mails = sum(is_mail(path) for path in paths)
        place = _place(page)
        if mails == len(paths):
            return self._words_for_mails(mails)
        if place:
            sentence = self.tr("Let go to keep it with {place}").format(place=place)
            mail = self.tr("A mail among them becomes a signal of its own.") if mails else ""
            return sentence, mail or self.tr("The file itself stays where it lies.")
        if mails:
            return self.tr("Let go to make signals of the mails"), self.tr("Other files stay out.")
        return (
            self.tr("Open a signal first"),
            self.tr("A file is kept with a signal. Here mails become signals (.eml and .msg)."),
        )

    def _words_for_mails(self, count: int) -> tuple[str, str]:
        if count == 1:
            one = self.tr("Let go to make a signal of it")
            return one, self.tr("You see it first. Nothing is recorded until you say so.")
        several = self.tr("Let go to make {count} signals of them").format(count=count)
        return several, self.tr("Each becomes a draft that you look at first.")

    def _on_cover_dropped(self, paths: list[Path]) -> None:
        page = self._page()
        mails = [path for path in paths if is_mail(path)]
        others = [path for path in paths if not is_mail(path)]
        if others and _place(page):
            self.files_dropped.emit(page, others)
        if mails and page is not None:
            self.mails_dropped.emit(mails)
