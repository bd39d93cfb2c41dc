"""The one dialog: for a decision that needs its own reasons. Everything else is a message bar and undo."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.buttons import PrimaryButton, QuietButton
from mhdesk.gui.widgets.labels import Paragraph
from mhdesk.gui.widgets.messages import MessageBar

_RESIZING = frozenset((QEvent.Type.Show, QEvent.Type.LayoutRequest))
_FRAME: Final = 40
"""What a system puts around a window at most; how much it is can be asked only once it is there."""


class Decision(QDialog):
    """Ask one question; the buttons are verbs, Esc changes nothing.

    Put fields into `body`. Override `decide` to check and act: it returns True when the dialog may
    close. Show it with `open`, never with `exec`: a nested event loop would outlive the lock. The title
    of the window stays the app's name, for no question about a person may stand in a task bar. `WIDTH` is in
    pixels at the usual text size.
    """

    WIDTH: ClassVar[int] = sizes.DIALOG_WIDTH

    def __init__(self, question: str, explanation: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("decision")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.question = Paragraph(question, Type.SECTION)
        self.messages = MessageBar()
        self._column = QVBoxLayout(self)
        self.body = QVBoxLayout()
        self.body.setSpacing(sizes.S12)
        self.primary = PrimaryButton(verb)
        self.primary.setDefault(True)
        self.cancel = QuietButton(self.tr("Cancel"))
        self._explanation = Paragraph(explanation, Type.CAPTION, Role.SECOND)
        self._explanation.setVisible(bool(explanation))
        self.setAccessibleName(question)
        self.setAccessibleDescription(explanation)
        self.primary.clicked.connect(self._on_primary_clicked)
        self.cancel.clicked.connect(self.reject)
        self._lay_out()

    def _lay_out(self) -> None:
        actions = QHBoxLayout()
        actions.setSpacing(sizes.S24)
        actions.addWidget(self.primary)
        actions.addWidget(self.cancel)
        actions.addStretch(1)
        column = self._column
        column.setContentsMargins(sizes.S24, sizes.S24, sizes.S24, sizes.S24)
        column.setSpacing(sizes.S12)
        for widget in (self.question, self._explanation, self.messages):
            column.addWidget(widget)
        column.addLayout(self.body)
        column.addSpacing(sizes.S12)
        column.addLayout(actions)

    def put_first(self, widget: QWidget) -> None:
        """Put something above the question, where it stays while the fields scroll."""
        self._column.insertWidget(0, widget)

    def decide(self) -> bool:
        """Check and do what was decided.

        Return False to stay open, with the reason said at a field or in the bar.
        """
        return True

    def height_within(self, most: int) -> int:
        """Return how high the dialog wants to be; one whose fields scroll lets them have less beyond ``most``."""
        return self._column.heightForWidth(self.width())

    def event(self, event: QEvent) -> bool:
        """Keep the dialog as high as its words need, and all of it on the screen."""
        if event.type() not in _RESIZING:
            return super().event(event)
        self._fit()
        done = super().event(event)
        self._come_into_sight()
        return done

    def _fit(self) -> None:
        screen = self.screen().availableGeometry()
        self.setFixedWidth(min(look().px(self.WIDTH), screen.width() - sizes.S16))
        frame = max(_FRAME, self.frameGeometry().height() - self.height())
        most = screen.height() - frame - sizes.S16
        self.setFixedHeight(min(most, self.height_within(most)))

    def _come_into_sight(self) -> None:
        """Move over the window as far as needed: a dialog grows downwards, with its buttons at the end."""
        room, frame = self._room(), self.frameGeometry()
        left = max(room.left(), min(frame.left(), room.right() - frame.width()))
        top = max(room.top(), min(frame.top(), room.bottom() - frame.height()))
        if (left, top) != (frame.left(), frame.top()):
            self.move(QPoint(left, top))

    def _room(self) -> QRect:
        """Return where the dialog may lie: over its window if it fits there, or anywhere on the screen."""
        screen = self.screen().availableGeometry()
        parent = self.parentWidget()
        over = parent.window().frameGeometry().intersected(screen) if parent is not None else screen
        fits = over.height() > self.frameGeometry().height() and over.width() > self.frameGeometry().width()
        return over if fits else screen

    @Slot()
    def _on_primary_clicked(self) -> None:
        if self.decide():
            self.accept()
