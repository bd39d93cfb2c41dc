"""How mhdesk looks on this computer, and whether it remembers a name: a menu, kept in the preferences."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from mhdesk.gui.look.theme import Scheme, Theme
from mhdesk.gui.preferences import Preferences

_ZOOMS: Final = (1.0, 1.25, 1.5)


class ViewMenu(QMenu):
    """Light or dark, the size of the text, and the name on the unlock page; every choice holds at once."""

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
        self.remember = QAction(self.tr("Show my name when unlocking"), self)
        self.remember.setCheckable(True)
        self.remember.setChecked(preferences.values.remember_user)
        self.remember.toggled.connect(self._on_remember_toggled)
        self.addAction(self.remember)

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

    def _option(self, group: QActionGroup, text: str, *, chosen: bool) -> QAction:
        action = QAction(text, self)
        action.setCheckable(True)
        action.setChecked(chosen)
        group.addAction(action)
        self.addAction(action)
        return action

    def _choose_scheme(self, scheme: Scheme) -> None:
        self._theme.choose(scheme=scheme)
        self._preferences.change(scheme=scheme.value)

    def _choose_zoom(self, zoom: float) -> None:
        self._theme.choose(zoom=zoom)
        self._preferences.change(zoom=zoom)

    def _on_remember_toggled(self, remember: bool) -> None:
        self._preferences.change(remember_user=remember, user_name=self._user_name if remember else "")
