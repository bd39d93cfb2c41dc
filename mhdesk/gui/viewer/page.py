"""The page on which a file of a signal is looked at: a picture, a PDF page by page, a text or a mail."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mhdesk.domain.attachments import AttachmentView
from mhdesk.domain.viewing import Form, Shown, Trouble
from mhdesk.errors import KnownError
from mhdesk.gui import faults, words
from mhdesk.gui.look import sizes
from mhdesk.gui.mail import file_words
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.file_acts import FileActs
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.viewer.bar import ViewBar
from mhdesk.gui.viewer.canvas import Canvas, Fit
from mhdesk.gui.viewer.reading import Reading
from mhdesk.gui.viewer.text_view import TextView
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.messages import Kind, announce
from mhdesk.gui.widgets.page import Page
from mhdesk.gui.widgets.summary import EmptyState

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_PAGE_WIDTH: Final = 2_000
"""Pixels of a page of a PDF: sharp on any screen, and when it is enlarged."""


def _view(file_id: int, desk: Desk) -> Shown:
    from mhdesk.desk import viewing

    return viewing.view(desk, file_id)


class FilePage(Page):
    """Show one file. What it holds is in the memory of the app only, and goes with the page."""

    def __init__(self, context: PageContext, file: AttachmentView, reference: str) -> None:
        super().__init__(file.name, scrolls=False)
        self._file = file
        self._pages = 0
        self._at = 0
        self._size = Fit.WHOLE
        self.bar = ViewBar()
        self.canvas = Canvas()
        self.text = TextView(file.name)
        self.stack = QStackedWidget()
        self.empty = EmptyState(self.tr("The file is being opened."))
        self.save = QuietButton(self.tr("Save as…"), small=True)
        self.acts = FileActs(context, self)
        self.reading = Reading(self)
        self.setAccessibleName(file.name)
        belongs = self.tr("belongs to {reference}").format(reference=reference)
        self.set_summary(DOT.join((file_words.kind_and_size(file), belongs)))
        self.add_title_action(self.bar)
        self.add_title_action(self.save)
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, sizes.S12, 0, 0)
        column.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)
        for widget in (above, self.text, self.canvas):
            self.stack.addWidget(widget)
        self.main.add(self.stack, stretch=1)
        self._show_only(self.empty)
        self._connect()
        context.runner.ask(partial(_view, file.id), self._on_viewed, self._on_failed)

    def _connect(self) -> None:
        self.bar.turned_over.connect(self._on_turned_over)
        self.bar.enlarged.connect(self.canvas.enlarge)
        self.bar.fitted.connect(self._on_bar_fitted)
        self.bar.turned.connect(self.canvas.turn)
        self.canvas.turned_over.connect(self._on_turned_over)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.back_wanted)
        self.save.clicked.connect(self._on_save_clicked)
        self.acts.done.connect(self._on_acts_done)
        self.acts.failed.connect(self._on_acts_failed)
        self.reading.opened.connect(self._on_reading_opened)
        self.reading.page_arrived.connect(self._on_reading_page_arrived)
        self.reading.troubled.connect(self._on_reading_troubled)

    def entered(self) -> None:
        """Let the keys move over what is shown."""
        shown = self.stack.currentWidget()
        (shown if shown in (self.canvas, self.text) else self.save).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_only(self, shown: EmptyState | TextView | Canvas) -> None:
        self.stack.setCurrentIndex((self.empty, self.text, self.canvas).index(shown))
        self.bar.setVisible(shown is self.canvas)
        hints = [KeyHint("Esc", self.tr("back to the signal"))]
        if shown is self.canvas:
            hints = [
                KeyHint("+ -", self.tr("larger, smaller")),
                KeyHint("0", self.tr("fit")),
                KeyHint("R", self.tr("turn")),
                *hints,
            ]
        self.set_keyhints(*hints)
        if self.isVisible():
            self.entered()

    # --- what arrives ---------------------------------------------------------------------------

    def _on_viewed(self, shown: Shown) -> None:
        if shown.form in (Form.PICTURE, Form.PDF):
            self._size = Fit.WHOLE if shown.form is Form.PICTURE else Fit.WIDTH
            self.reading.begin(shown)
        elif shown.form is Form.NONE:
            self._say_not_shown(self.tr("mhdesk cannot show this kind of file."))
        else:
            self.text.setPlainText(shown.text)
            self._show_only(self.text)
            if shown.cut:
                self.messages.show_message(
                    Kind.WARNING, self.tr("Only the beginning is shown: the file is longer.")
                )

    @Slot(int, int)
    def _on_reading_opened(self, pages: int, shown: int) -> None:
        self._pages = shown
        if shown < pages:
            said = self.tr("This file has {pages} pages. The first {shown} are shown.")
            number = words.locale().toString
            self.messages.show_message(Kind.WARNING, said.format(pages=number(pages), shown=number(shown)))
        self._ask_page()

    def _ask_page(self) -> None:
        self.reading.ask(self._at, _PAGE_WIDTH)

    @Slot(QImage, str)
    def _on_reading_page_arrived(self, image: QImage, text: str) -> None:
        first = self.stack.currentWidget() is not self.canvas
        self.bar.show_place(self._at, self._pages)
        place = self.tr("{name}, page {page} of {pages}")
        said = place.format(name=self._file.name, page=self._at + 1, pages=self._pages)
        self.canvas.setAccessibleName(said if self._pages > 1 else self._file.name)
        if first:
            self._show_only(self.canvas)
            self.canvas.fit(self._size)
        self.canvas.show_image(image, text)
        announce(self.canvas, self.canvas.accessibleName())

    @Slot(object)
    def _on_reading_troubled(self, why: object) -> None:
        self.canvas.wipe()
        sentences = {
            Trouble.DAMAGED: self.tr("This file is damaged, or it is not what it is called."),
            Trouble.TOO_LARGE: self.tr("This file is too large to be shown here."),
            Trouble.PROTECTED: self.tr("This PDF asks for a password."),
            Trouble.TOO_SLOW: self.tr("Opening this file took too long, so mhdesk stopped."),
            Trouble.BROKE_OFF: self.tr(
                "This file could not be read: it broke off the part of mhdesk that reads it."
            ),
        }
        self._say_not_shown(sentences[Trouble(str(why))])

    def _say_not_shown(self, sentence: str) -> None:
        more = self.tr(
            "It is kept as it came. You can save it outside the registry and open it there. Do that only when you "
            "trust where it comes from."
        )
        self.empty.set_words(sentence, more)
        self._show_only(self.empty)
        announce(self.empty, sentence)

    def _on_failed(self, error: KnownError) -> None:
        self.empty.set_words("")
        self._on_acts_failed(error)

    # --- what is done ---------------------------------------------------------------------------

    @Slot(int)
    def _on_turned_over(self, by: int) -> None:
        if 0 <= self._at + by < self._pages:
            self._at += by
            self._ask_page()

    @Slot()
    def _on_bar_fitted(self) -> None:
        """Fit the width, and then the whole, and so on: a page is read by its width and seen as a whole."""
        self._size = Fit.WIDTH if self._size is Fit.WHOLE else Fit.WHOLE
        self.canvas.fit(self._size)

    @Slot()
    def _on_save_clicked(self) -> None:
        self.acts.save_file(self._file)

    @Slot(object)
    def _on_acts_failed(self, error: object) -> None:
        if isinstance(error, KnownError):
            self.messages.show_message(Kind.ERROR, faults.sentence(error))

    @Slot(str)
    def _on_acts_done(self, sentence: str) -> None:
        self.messages.show_message(Kind.DONE, sentence)
