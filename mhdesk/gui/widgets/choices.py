"""What people choose from: one of a list, one of a few with their consequence, several, yes or no.

Choices know codes; labels are only shown. Codes come from the vocabularies.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QWidget,
)

from mhdesk.gui.look import icons, sizes
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.editors import is_wrong
from mhdesk.gui.widgets.toggles import Check, RadioCard
from mhdesk.gui.widgets.type_ahead import TypeAhead

_MAX_VISIBLE = 12
_CARD_WIDTH = 180
_COLUMN_MIN = 120


class Choice(QComboBox):
    """One of a list, by code.

    ``edited`` follows a choice by the user. The wheel never changes it nor gives it the focus: it would while
    somebody scrolls the form.
    """

    edited = QtSignal()
    left = QtSignal()

    def __init__(
        self, parent: QWidget | None = None, *, width: int = sizes.FIELD_WIDTH, placeholder: str = ""
    ) -> None:
        super().__init__(parent)
        self._width = width
        self.setPlaceholderText(placeholder or self.tr("Choose"))
        self.setMaxVisibleItems(_MAX_VISIBLE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setItemDelegate(QStyledItemDelegate(self))  # the combo's own ignores the style sheet
        self._typing = TypeAhead()
        self.view().installEventFilter(self)
        self.activated.connect(self._on_activated)
        self.currentIndexChanged.connect(self._on_current_index_changed)
        self._on_current_index_changed()

    def set_options(self, options: Iterable[tuple[str, str]], *, blank: str = "") -> None:
        """Show these (code, label) pairs and choose none; ``blank`` adds a first entry without a code."""
        self.clear()
        if blank:
            self.addItem(blank, "")
        for code, label in options:
            self.addItem(label, code)
        self.setCurrentIndex(-1)

    def code(self) -> str:
        """Return the chosen code, or an empty string when nothing is chosen."""
        return str(self.currentData() or "")

    def set_code(self, code: str) -> None:
        """Choose a code; one that is not on the list chooses nothing."""
        self.setCurrentIndex(self.findData(code) if code else -1)

    def wipe(self) -> None:
        """Choose nothing."""
        self.setCurrentIndex(-1)

    def focus_ring(self) -> QRect | None:
        """Return the field when it holds a mistake."""
        return self.rect() if is_wrong(self) else None

    def sizeHint(self) -> QSize:
        return QSize(look().px(self._width), super().sizeHint().height())

    def showPopup(self) -> None:
        """Drop the list down, and show the line that Enter and the arrows start from: Qt hides it before a choice."""
        super().showPopup()
        view = self.view()
        if self.currentIndex() < 0 and self.count():
            view.setCurrentIndex(self.model().index(0, self.modelColumn()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose what is typed, as far as it is typed; other keys as Qt does."""
        if not self._typing.takes(event):
            super().keyPressEvent(event)
            return
        row = self._row_typed(event, self.currentIndex())
        if row is not None and row != self.currentIndex():
            self.setCurrentIndex(row)
            self.activated.emit(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go in the list that is dropped down to what is typed."""
        view = self.view()
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or watched is not view:
            return super().eventFilter(watched, event)
        if not self._typing.takes(event):
            return super().eventFilter(watched, event)
        row = self._row_typed(event, view.currentIndex().row())
        if row is not None:
            view.setCurrentIndex(self.model().index(row, self.modelColumn()))
        return True

    def _row_typed(self, event: QKeyEvent, current: int) -> int | None:
        labels = [self.itemText(row) for row in range(self.count())]
        return self._typing.type(event.text(), labels, current)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """End a label that does not fit with dots: the style cuts it off in the middle of a letter."""
        super().initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        text = option.currentText
        dots = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(text, dots, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = look().px(16)
        place = QRect(self.width() - side - sizes.S8, (self.height() - side) // 2, side, side)
        icons.draw(QPainter(self), place, "chevron-down", Role.SECOND if self.isEnabled() else Role.THIRD)

    @Slot()
    def _on_current_index_changed(self) -> None:
        """Write the invitation to choose in the ink of a placeholder; tell in full what may not fit."""
        empty = self.currentIndex() < 0
        self.setToolTip(self.currentText())
        if self.property("empty") == empty:
            return
        self.setProperty("empty", empty)
        self.style().unpolish(self)
        self.style().polish(self)

    @Slot()
    def _on_activated(self) -> None:
        self.edited.emit()
        self.left.emit()


class _Grid(QWidget):
    """Buttons in as many columns as fit."""

    def __init__(self, width: int, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self._buttons: list[QAbstractButton] = []
        self._left_out: list[QAbstractButton] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(sizes.S12)
        self._grid.setVerticalSpacing(gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _replace(self, buttons: Sequence[QAbstractButton]) -> None:
        for old in self._buttons:
            self._grid.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._buttons, self._left_out = list(buttons), []
        self._columns = 0
        self._arrange()
        self._lead_focus()
        for before, after in zip(self._buttons, self._buttons[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _arrange(self) -> None:
        fitting = max(1, self.width() // look().px(self._width))
        columns = min(fitting, max(1, len(self._buttons)))
        if columns == self._columns:
            return
        self._columns = columns
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        shown = [button for button in self._buttons if button not in self._left_out]
        for place, button in enumerate(shown):
            self._grid.addWidget(button, *divmod(place, columns), Qt.AlignmentFlag.AlignTop)
            self._grid.setColumnStretch(place % columns, 1)

    def _leave_out(self, buttons: Sequence[QAbstractButton]) -> None:
        """Show all but these, without a gap."""
        self._left_out, self._columns = list(buttons), 0
        for button in self._buttons:
            button.setVisible(button not in self._left_out)
            self._grid.removeWidget(button)
        self._arrange()
        self._lead_focus()

    def _lead_focus(self) -> None:
        """Let the focus come to the first button that is shown: Tab stays put before one that is not."""
        shown = [button for button in self._buttons if button not in self._left_out]
        if shown:
            self.setFocusProxy(shown[0])

    def minimumSizeHint(self) -> QSize:
        """Return the width of one column: the columns of now must not keep the widget from shrinking."""
        return QSize(look().px(_COLUMN_MIN), self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


class RadioCards(_Grid):
    """One of a few, side by side where they fit, each with its consequence under it; arrow keys walk."""

    edited = QtSignal()
    left = QtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_CARD_WIDTH, sizes.S12, parent)
        self._codes: list[str] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_group_id_clicked)

    def set_options(self, options: Iterable[tuple[str, str, str]]) -> None:
        """Show these (code, label, caption) and choose none."""
        self._codes = []
        cards = []
        for place, (code, label, caption) in enumerate(options):
            card = RadioCard(label, caption, self)
            self._codes.append(code)
            self._group.addButton(card, place)
            cards.append(card)
        self._replace(cards)

    def code(self) -> str:
        """Return the chosen code, or an empty string."""
        place = self._group.checkedId()
        return self._codes[place] if place >= 0 else ""

    def set_code(self, code: str) -> None:
        """Choose a code, and let the focus go along; an unknown or empty one chooses nothing."""
        if code in self._codes:
            had_focus = any(button.hasFocus() for button in self._group.buttons())
            card = self._group.button(self._codes.index(code))
            card.setChecked(True)
            self.setFocusProxy(card)
            if had_focus:
                card.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def wipe(self) -> None:
        """Choose nothing."""
        self.set_code("")

    @Slot(int)
    def _on_group_id_clicked(self, place: int) -> None:
        self.setFocusProxy(self._group.button(place))
        self.edited.emit()
        self.left.emit()


class CheckGroup(_Grid):
    """Any number of a list, by code."""

    edited = QtSignal()
    left = QtSignal()

    def __init__(self, parent: QWidget | None = None, *, column_width: int = sizes.FIELD_WIDTH) -> None:
        super().__init__(column_width, sizes.S8, parent)
        self._checks: dict[str, Check] = {}

    def set_options(self, options: Iterable[tuple[str, str]]) -> None:
        """Show these (code, label) pairs and choose none."""
        self._checks = {}
        for code, label in options:
            check = Check(label, parent=self)
            check.clicked.connect(self._on_check_clicked)
            self._checks[code] = check
        self._replace(list(self._checks.values()))

    def leave_out(self, code: str) -> None:
        """Offer all but this one; an unknown or empty code leaves nothing out."""
        gone = [check for one, check in self._checks.items() if one == code]
        for check in gone:
            check.setChecked(False)
        self._leave_out(gone)

    def codes(self) -> tuple[str, ...]:
        """Return the chosen codes in the order of the list."""
        return tuple(code for code, check in self._checks.items() if check.isChecked())

    def set_codes(self, codes: Iterable[str]) -> None:
        """Choose these codes and no others; unknown ones are left out."""
        chosen = frozenset(codes)
        for code, check in self._checks.items():
            check.setChecked(code in chosen)

    def wipe(self) -> None:
        """Choose nothing."""
        self.set_codes(())

    @Slot()
    def _on_check_clicked(self) -> None:
        self.edited.emit()
        self.left.emit()
