"""The panel with what was found: one painted list under the field, which keeps the focus while the arrows walk."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRectF, Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mhdesk.gui.finding.lines import Rows
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.labels import Label, Paragraph
from mhdesk.gui.widgets.list_view import ListView
from mhdesk.gui.widgets.messages import announce
from mhdesk.gui.widgets.row_keys import id_at
from mhdesk.gui.widgets.rows import SPOKEN, LinesModel

_WIDTH: Final = 720
_MOST_OF_WINDOW: Final = 0.8
_INSET: Final = 8
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_PAGE: Final = 6
"""Lines that Page Up and Page Down go at once: about a group."""


class FindPanel(QWidget):
    """Lie over the page under ``field`` and take its arrows, Enter and Esc while there is something to show.

    ``chosen`` carries the place of a target, ``everything_wanted`` follows Ctrl+Enter, ``opening_wanted`` an Enter
    while nothing is shown yet, ``left`` Esc.
    """

    chosen = QtSignal(int)
    everything_wanted = QtSignal()
    opening_wanted = QtSignal()
    left = QtSignal()

    def __init__(self, field: QLineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self._over = parent
        self.model = LinesModel(self)
        self.list = ListView(name=self.tr("Found"))
        self.list.setModel(self.model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sentence = Paragraph("", Type.STRONG)
        self.more = Paragraph("", Type.CAPTION, Role.SECOND)
        self._keys = Label("", Type.CAPTION, Role.SECOND)
        column = QVBoxLayout(self)
        column.setContentsMargins(_INSET, _INSET, _INSET, _INSET)
        column.setSpacing(sizes.S4)
        said = QVBoxLayout()
        said.setContentsMargins(sizes.S16, sizes.S4, sizes.S16, sizes.S4)
        for widget in (self.sentence, self.more, self._keys):
            said.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addLayout(said)
        self.setAccessibleName(self.tr("Found"))
        self.list.clicked.connect(self._on_list_clicked)
        field.installEventFilter(self)
        parent.installEventFilter(self)
        self.hide()

    def show_rows(self, rows: Rows, said: str, *, one_group: bool = False) -> None:
        """Show what was found, the first line chosen, unless that line was left already; ``said`` is its count.

        From ``one_group`` Esc leads back to all of them.
        """
        kept = self.list.currentIndex().data(SPOKEN) if self.isVisible() else None
        self.model.set_items(rows.items)
        self.sentence.hide()
        self.more.hide()
        self.list.show()
        everything = self.tr("↑ ↓ choose · Enter open · Ctrl+Enter all signals · Esc close")
        this_group = self.tr("↑ ↓ choose · Enter open · Esc back to everything found")
        self._keys.setText(this_group if one_group else everything)
        self._lie_down()
        lines = [row for row, (number, _) in enumerate(rows.items) if number is not None]
        same = [row for row in lines if self.model.index(row).data(SPOKEN) == kept]
        self._choose(next(iter((*same, *lines)), -1), aloud=False)
        announce(self._field, said)

    def show_nothing(self, sentence: str, more: str) -> None:
        """Say that nothing was found."""
        self.model.set_items([])
        self.list.hide()
        self._keys.setText(self.tr("Esc close"))
        self.sentence.set_plain(sentence)
        self.more.set_plain(more)
        self.sentence.show()
        self.more.show()
        self._lie_down()
        announce(self._field, f"{sentence} {more}")

    def wipe(self) -> None:
        """Show nothing any more, and forget what was found."""
        self.hide()
        self.model.set_items([])
        self.sentence.set_plain("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._took(event)
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._lie_down()
        return super().eventFilter(watched, event)

    def _took(self, event: QKeyEvent) -> bool:
        """Use a key that was pressed in the field; say whether it was one of the panel's."""
        key, with_control = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in _ENTER:
            self._enter(everything=bool(with_control))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _STEPS and self.isVisible():
            self._step(_STEPS[key], 1)
        elif key in _PAGES and self.isVisible():
            self._step(_PAGES[key], _PAGE)
        else:
            return False
        return True

    def _enter(self, *, everything: bool) -> None:
        number = id_at(self.list.currentIndex()) if self.isVisible() else None
        if everything:
            self.everything_wanted.emit()
        elif number is None:
            self.opening_wanted.emit()
        else:
            self.chosen.emit(number)

    def _step(self, by: int, lines: int) -> None:
        """Go to another line over the heads of groups, and stay at the first and last."""
        row = self.list.currentIndex().row()
        for _ in range(lines):
            ahead = row + by
            while 0 <= ahead < self.model.rowCount() and id_at(self.model.index(ahead)) is None:
                ahead += by
            if not 0 <= ahead < self.model.rowCount():
                break
            row = ahead
        self._choose(row, aloud=True)

    def _choose(self, row: int, *, aloud: bool) -> None:
        if row < 0:
            return
        self.list.choose_row(row)
        if row == 1:
            self.list.scrollToTop()  # with the head above it
        if aloud:
            announce(self._field, str(self.model.index(row).data(SPOKEN)))

    def _lie_down(self) -> None:
        """Lie under the field, as high as the lines need and the window has."""
        parent = self._over
        at = self._field.mapTo(parent, QPoint(0, self._field.height() + sizes.S4))
        width = min(max(look().px(_WIDTH), self._field.width()), parent.width() - at.x() - sizes.S16)
        self.resize(width, self.height())  # the rows are measured at their width
        most = round(parent.height() * _MOST_OF_WINDOW) - at.y()
        lines = sum(self.list.sizeHintForRow(row) for row in range(self.model.rowCount()))
        inner = width - 2 * (sizes.S16 + _INSET)
        told = (
            0 if lines else sum(one.heightForWidth(inner) for one in (self.sentence, self.more)) + sizes.S16
        )
        rest = self._keys.sizeHint().height() + 2 * _INSET + 4 * sizes.S4
        self.setGeometry(at.x(), at.y(), width, min(most, rest + lines + told))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look().ink(Role.BORDER), 1))
        painter.setBrush(look().ink(Role.SURFACE))
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(whole, sizes.RADIUS_DIALOG, sizes.RADIUS_DIALOG)

    @Slot(QModelIndex)
    def _on_list_clicked(self, index: QModelIndex) -> None:
        number = id_at(index)
        if number is not None:
            self.chosen.emit(number)
