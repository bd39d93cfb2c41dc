"""The column at the left: the places, who is at the desk, and the lock."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui.look import icons, sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.shell.destinations import DESTINATIONS
from mhdesk.gui.shell.nav_button import NavButton
from mhdesk.gui.widgets.icon_button import IconButton
from mhdesk.gui.widgets.labels import Hairline, Label

_TOP: Final = 72
_GAP: Final = 4
_MARK: Final = 24


class Navigation(QWidget):
    """Every place of the window under each other; arrow keys walk.

    ``place_chosen`` carries the key of a destination, ``lock_wanted`` follows the lock. ``menu`` is what the
    button beside the name opens.
    """

    place_chosen = QtSignal(str)
    lock_wanted = QtSignal()

    def __init__(self, user_name: str, role: str, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self._menu = menu
        words = self.words()
        self.places = {
            place.key: NavButton(place.icon, words[place.key], f"Ctrl+{number}")
            for number, place in enumerate(DESTINATIONS, 1)
        }
        self.lock = NavButton("lock", self.tr("Lock"), "Ctrl+L")
        self.more = IconButton("settings", self.tr("Display and name"))
        self._name = Label(user_name, Type.CAPTION_STRONG)
        self._role = Label(vocabulary("user_roles").label(role), Type.CAPTION, Role.SECOND)
        self._who = QWidget()
        self._who_row = QHBoxLayout(self._who)
        self._column = QVBoxLayout(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Navigation"))
        self._lay_out()
        for key, button in self.places.items():
            button.clicked.connect(partial(self.place_chosen.emit, key))
        self.lock.clicked.connect(self.lock_wanted)
        self.more.clicked.connect(self._on_more_clicked)

    def words(self) -> dict[str, str]:
        """Return the word of each place."""
        return {
            "today": self.tr("Today"),
            "signals": self.tr("Signals"),
            "cases": self.tr("Cases"),
            "referrals": self.tr("Referrals"),
            "network": self.tr("Network"),
            "meetings": self.tr("Meetings"),
            "consultations": self.tr("Questions"),
            "figures": self.tr("Figures"),
            "manage": self.tr("Management"),
        }

    def _lay_out(self) -> None:
        column = self._column
        column.setSpacing(_GAP)
        for button in self.places.values():
            column.addWidget(button)
        column.addStretch(1)
        line = QHBoxLayout()
        line.setContentsMargins(sizes.S12, 0, sizes.S12, sizes.S8)
        line.addWidget(Hairline())
        column.addLayout(line)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._name)
        names.addWidget(self._role)
        self._who_row.addLayout(names, 1)
        self._who_row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._who)
        column.addWidget(self.lock)
        self._set_margins()

    def set_user_name(self, name: str) -> None:
        """Show another name: the person at the desk goes by it from now on."""
        self._name.setText(name)

    def show_place(self, key: str) -> None:
        """Mark the place that is shown."""
        for name, button in self.places.items():
            button.set_chosen(name == key)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only, or icons with words."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for button in (*self.places.values(), self.lock):
            button.set_narrow(narrow)
        for label in (self._name, self._role):
            label.setVisible(not narrow)
        self._set_margins()
        self.updateGeometry()

    def _set_margins(self) -> None:
        side = _GAP if self._narrow else sizes.S12
        self._column.setContentsMargins(side, _TOP, side, sizes.S32)
        self._who_row.setContentsMargins(10 if self._narrow else 14, 0, 0, 0)
        self._who_row.setSpacing(0 if self._narrow else sizes.S8)
        self._who_row.setStretch(0, 0 if self._narrow else 1)

    def sizeHint(self) -> QSize:
        wide, narrow = look().px(sizes.NAVIGATION_WIDTH), look().px(sizes.NAVIGATION_NARROW_WIDTH)
        return QSize(narrow if self._narrow else wide, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys; Tab leaves the navigation as it leaves anything else."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        buttons = [*self.places.values(), self.more, self.lock]
        step = steps.get(Qt.Key(event.key()))
        here = next((place for place, button in enumerate(buttons) if button.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        buttons[(here + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().ink(Role.NAVIGATION))
        left = (self.width() - _MARK) // 2 if self._narrow else 20
        icons.draw(painter, QRect(left, 16, _MARK, _MARK), "mark", Role.ACCENT)
        if not self._narrow:
            painter.setPen(look().ink(Role.TEXT))
            painter.setFont(look().font(Type.URGENT))
            words = QRect(52, 12, self.width() - 52, 32)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, "mhdesk")

    @Slot()
    def _on_more_clicked(self) -> None:
        above = self.more.mapToGlobal(QPoint(0, -self._menu.sizeHint().height() - _GAP))
        self._menu.popup(above)
