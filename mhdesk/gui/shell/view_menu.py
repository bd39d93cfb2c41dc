"""How mhdesk looks on this computer, when it locks, whether it remembers a name: kept in the preferences."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from mhdesk.gui.look.theme import Scheme, Theme
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.shell.idle import minutes_within_bounds

_ZOOMS: Final = (1.0, 1.25, 1.5)
_IDLE_MINUTES: Final = (1, 2, 5, 10, 15, 20, 30)


class ViewMenu(QMenu):
    """Light or dark, the size of the text, the lock, and the name on the unlock page; every choice holds at once.

    ``idle_minutes_chosen`` carries after how many minutes without a hand the registry is to be locked.
    """

    idle_minutes_chosen = QtSignal(int)

    def __init__(
        self, theme: Theme, preferences: Preferences, user_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preferences = preferences
        self._user_name = user_name
        self._add_schemes()
        self.addSeparator()
        self._add_zooms()
        self.addSeparator()
        self.idle = QMenu(self.tr("Lock after"), self)
        self._add_idle_minutes()
        self.addMenu(self.idle)
        self.remember = QAction(self.tr("Show my name when unlocking"), self)
        self.remember.setCheckable(True)
        self.remember.setChecked(preferences.values.remember_user)
        self.remember.toggled.connect(self._on_remember_toggled)
        self.addAction(self.remember)

    def idle_minutes(self) -> int:
        """Return after how many minutes without a hand the registry is to be locked."""
        return minutes_within_bounds(self._preferences.values.idle_minutes)

    def _add_schemes(self) -> None:
        words = {
            Scheme.SYSTEM: self.tr("Light or dark as the system"),
            Scheme.LIGHT: self.tr("Light"),
            Scheme.DARK: self.tr("Dark"),
        }
        group = QActionGroup(self)
        for scheme, text in words.items():
            action = self._option(group, text, chosen=self._theme.scheme is scheme)
            action.triggered.connect(partial(self._choose_scheme, scheme))

    def _add_zooms(self) -> None:
        group = QActionGroup(self)
        for zoom in _ZOOMS:
            text = self.tr("Text {percent} %").format(percent=round(zoom * 100))
            action = self._option(group, text, chosen=abs(self._theme.zoom - zoom) < 0.01)
            action.triggered.connect(partial(self._choose_zoom, zoom))

    def _add_idle_minutes(self) -> None:
        group = QActionGroup(self)
        for minutes in sorted({*_IDLE_MINUTES, self.idle_minutes()}):
            text = self.tr("1 minute") if minutes == 1 else self.tr("{count} minutes").format(count=minutes)
            action = self._option(group, text, chosen=minutes == self.idle_minutes(), menu=self.idle)
            action.triggered.connect(partial(self._choose_idle_minutes, minutes))

    def _option(self, group: QActionGroup, text: str, *, chosen: bool, menu: QMenu | None = None) -> QAction:
        action = QAction(text, self)
        action.setCheckable(True)
        action.setChecked(chosen)
        group.addAction(action)
        (menu or self).addAction(action)
        return action

    def _choose_scheme(self, scheme: Scheme) -> None:
        self._theme.choose(scheme=scheme)
        self._preferences.change(scheme=scheme.value)

    def _choose_zoom(self, zoom: float) -> None:
        self._theme.choose(zoom=zoom)
        self._preferences.change(zoom=zoom)

    def _choose_idle_minutes(self, minutes: int) -> None:
        self._preferences.change(idle_minutes=minutes)
        self.idle_minutes_chosen.emit(minutes)

    def rename_user(self, name: str) -> None:
        """Remember another name: the old one unlocks nothing any more."""
        self._user_name = name
        self._preferences.change(user_name=name)

    def _on_remember_toggled(self, remember: bool) -> None:
        self._preferences.change(remember_user=remember, user_name=self._user_name if remember else "")
