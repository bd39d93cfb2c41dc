"""The bar that says what happened or what is asked.

It stands under the title, pushes the page down and covers nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import draw_ground
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.icon_button import IconButton
from mhdesk.gui.widgets.labels import IconMark, Label, Paragraph

_UNDO_KEYS: Final = "Ctrl+Z"


class Kind(StrEnum):
    """What a message is about; the icon says it too."""

    DONE = "done"
    WARNING = "warning"
    ERROR = "error"
    QUESTION = "question"
    SAFETY = "safety"


@dataclass(frozen=True, slots=True)
class _Dress:
    ground: Role
    ink: Role
    icon: str


_DRESS = {
    Kind.DONE: _Dress(Role.DONE_TINT, Role.DONE, "check"),
    Kind.WARNING: _Dress(Role.TODAY_TINT, Role.TODAY, "warning"),
    Kind.ERROR: _Dress(Role.LATE_TINT, Role.LATE, "warning"),
    Kind.QUESTION: _Dress(Role.CHOSEN, Role.ACCENT, "question"),
    Kind.SAFETY: _Dress(Role.TODAY_TINT, Role.TODAY, "phone"),
}


def announce(widget: QWidget, sentence: str, *, at_once: bool = False) -> None:
    """Let a screen reader say a sentence: politely, or ``at_once`` when it interrupts for a mistake."""
    event = QAccessibleAnnouncementEvent(widget, sentence)
    if at_once:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


class MessageBar(QWidget):
    """One sentence with an icon and at most one action.

    Hidden until ``show_message``. A bar that is not ``closable`` stays until the page hides it
    (safe-contact rules). ``action_chosen`` follows a click on the action; the bar then hides itself if
    it is closable.
    """

    action_chosen = QtSignal()
    closed = QtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = Kind.DONE
        self._icon = IconMark("check", Role.DONE)
        self._lead = Label("", Type.URGENT)
        self._sentence = Paragraph("", Type.STRONG)
        self._action = QuietButton("")
        self._undo = QShortcut(QKeySequence(_UNDO_KEYS), self)
        self._undo.setEnabled(False)
        self._undo.activated.connect(self._action.click)
        self._close = IconButton("close", self.tr("Close message"))
        self._action.clicked.connect(self._on_action_clicked)
        self._close.clicked.connect(self._on_close_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        row = self._row
        row.setSpacing(sizes.S12)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._icon, 0, middle)
        row.addWidget(self._lead, 0, middle)
        row.addWidget(self._sentence, 1, middle)
        row.addWidget(self._action, 0, middle)
        row.addWidget(self._close, 0, middle)

    @property
    def kind(self) -> Kind:
        """Return what the message is about."""
        return self._kind

    def sentence(self) -> str:
        """Return the sentence that is shown."""
        return self._sentence.plain()

    def show_message(
        self,
        kind: Kind,
        sentence: str,
        *,
        action: str = "",
        undoes: bool = False,
        closable: bool = True,
        lead: str = "",
    ) -> None:
        """Show a sentence and let a screen reader say it.

        ``lead`` is a word or two in front of it in heavier type (``Veilig contact``); ``action`` a verb. One that
        ``undoes`` what was done has the key for that too, while the bar is there.
        """
        self._kind = kind
        dress = _DRESS[kind]
        self._icon.set_icon(dress.icon, dress.ink)
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        self._sentence.set_plain(sentence)
        self._sentence.setMaximumWidth(16777215)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._action.show_keys(_UNDO_KEYS if action and undoes else "")
        self._undo.setEnabled(bool(action and undoes))
        self._close.setVisible(closable)
        self._row.setContentsMargins(sizes.S12, 2, sizes.S8 if closable else sizes.S16, 2)
        self.setMinimumHeight(look().px(sizes.BAR_HEIGHT))
        self.setAccessibleName(f"{lead} {sentence}".strip())
        self.show()
        self.updateGeometry()
        self.update()
        announce(self, self.accessibleName(), at_once=kind is Kind.ERROR)

    @Slot()
    def _on_action_clicked(self) -> None:
        if self._close.isVisibleTo(self):
            self.hide()
        self.action_chosen.emit()

    @Slot()
    def _on_close_clicked(self) -> None:
        self.hide()
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_ground(QPainter(self), QRectF(self.rect()), _DRESS[self._kind].ground)
