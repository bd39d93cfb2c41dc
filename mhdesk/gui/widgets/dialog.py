"""The one dialog: for a decision that needs its own reasons. Everything else is a message bar and undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.buttons import PrimaryButton, QuietButton
from mhdesk.gui.widgets.labels import Paragraph
from mhdesk.gui.widgets.messages import MessageBar

_RESIZING = frozenset((QEvent.Type.Show, QEvent.Type.LayoutRequest))


class Decision(QDialog):
    """Ask one question; the buttons are verbs, Esc changes nothing.

    Put fields into `body`. Override `decide` to check and act: it returns True when the dialog may
    close. Show it with `open`, never with `exec`: a nested event loop would outlive the lock. The title
    of the window stays the app's name, for no question about a person may stand in a task bar.
    """

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

    def decide(self) -> bool:
        """Check and do what was decided.

        Return False to stay open, with the reason said at a field or in the bar.
        """
        return True

    def event(self, event: QEvent) -> bool:
        """Keep the dialog as high as its words need: a sentence under a field makes it grow."""
        if event.type() in _RESIZING:
            self.setFixedWidth(look().px(sizes.DIALOG_WIDTH))
            self.setFixedHeight(self._column.heightForWidth(self.width()))
        return super().event(event)

    @Slot()
    def _on_primary_clicked(self) -> None:
        if self.decide():
            self.accept()
