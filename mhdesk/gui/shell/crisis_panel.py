"""Whom to call now: a small panel under its button that stops nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from mhdesk.gui.crisis import CrisisNumbers
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Label, Paragraph


class CrisisPanel(QDialog):
    """The numbers. It is not modal: the form stays usable while somebody is on the phone. Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.setObjectName("decision")
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("mhdesk")
        title = self.tr("Immediate danger")
        self.setAccessibleName(title)
        close = QuietButton(self.tr("Close"))
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.S24, sizes.S24, sizes.S24, sizes.S16)
        column.setSpacing(sizes.S12)
        column.addWidget(Label(title, Type.SECTION))
        first = self.tr("Call first, record later. What you were typing stays as it is.")
        column.addWidget(Paragraph(first, Type.CAPTION, Role.SECOND))
        column.addSpacing(sizes.S4)
        column.addWidget(CrisisNumbers())
        column.addSpacing(sizes.S4)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        close.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        self.setFixedWidth(look().px(sizes.DIALOG_WIDTH))
        super().showEvent(event)
