"""Which look is on: light, dark or the system's high contrast, and how large the text is.

`apply` sets palette, font and style sheet of the application; `look()` is what painters and widgets ask.
After a change every widget is polished and painted anew, so nobody needs to keep colours.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from mhdesk.gui.look import fonts
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import DARK, LIGHT, Colours, Role
from mhdesk.gui.look.sheet import style_sheet


class Scheme(StrEnum):
    """What the user asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Look:
    """One table of colours and one text scale.

    ``native`` means that the system's high contrast is on: the colours are the system's own and there
    is no sheet.
    """

    colours: Colours
    scale: float = 1.0
    dark: bool = False
    native: bool = False
    _ink: Mapping[Role, QColor] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ink = {role: QColor(colour) for role, colour in self.colours.items()}
        object.__setattr__(self, "_ink", MappingProxyType(ink))

    def ink(self, role: Role) -> QColor:
        """Return the colour of a role; treat it as read-only, it is shared."""
        return self._ink[role]

    def px(self, size: int) -> int:
        """Return a size that holds text, given in pixels at text scale 1."""
        return round(size * self.scale)

    def font(self, kind: Type) -> QFont:
        """Return the font of one kind of text; treat it as read-only, it is shared."""
        return fonts.font(kind, self.scale)

    def metrics(self, kind: Type) -> QFontMetrics:
        """Return the measures of one kind of text."""
        return QFontMetrics(fonts.font(kind, self.scale))


class _Worn:
    """What the application wears; one process has one."""

    now = Look(LIGHT)


def look() -> Look:
    """Return the look that is on now."""
    return _Worn.now


_SYSTEM_TEXT = {"win32": 12.0, "darwin": 13.0}
_SYSTEM_TEXT_LINUX = 14.7
_SCALE_MAX = 2.0


def system_scale(pixels: float, platform: str = sys.platform) -> float:
    """Return the text scale for a system font of so many pixels: 1 to 2, 1 for that system's usual size."""
    usual = _SYSTEM_TEXT.get(platform, _SYSTEM_TEXT_LINUX)
    return min(_SCALE_MAX, max(1.0, round(pixels / usual, 2)))


def _wants_high_contrast(app: QApplication) -> bool:
    hints = app.styleHints()  # kept: PySide drops the accessibility hints together with their owner's wrapper
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def _is_dark(app: QApplication, scheme: Scheme) -> bool:
    if scheme is Scheme.SYSTEM:
        return app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return scheme is Scheme.DARK


_FROM_PALETTE = {
    Role.TEXT: QPalette.ColorRole.WindowText,
    Role.SECOND: QPalette.ColorRole.WindowText,
    Role.THIRD: QPalette.ColorRole.PlaceholderText,
    Role.ACCENT: QPalette.ColorRole.Highlight,
    Role.ON_ACCENT: QPalette.ColorRole.HighlightedText,
    Role.ACCENT_HOVER: QPalette.ColorRole.Highlight,
    Role.LATE: QPalette.ColorRole.WindowText,
    Role.TODAY: QPalette.ColorRole.WindowText,
    Role.DONE: QPalette.ColorRole.WindowText,
    Role.BORDER: QPalette.ColorRole.WindowText,
    Role.HAIRLINE: QPalette.ColorRole.WindowText,
    Role.SURFACE: QPalette.ColorRole.Base,
}


def colours_of(palette: QPalette) -> Colours:
    """Return the table of roles in the system's own colours.

    Grounds are all the window's, and meaning is left to the shapes and the words.
    """
    return MappingProxyType(
        {role: palette.color(_FROM_PALETTE.get(role, QPalette.ColorRole.Window)).name() for role in Role}
    )


_TO_PALETTE = (
    (QPalette.ColorRole.Window, Role.PAPER),
    (QPalette.ColorRole.Base, Role.SURFACE),
    (QPalette.ColorRole.AlternateBase, Role.SURFACE),
    (QPalette.ColorRole.Button, Role.SURFACE),
    (QPalette.ColorRole.ToolTipBase, Role.SURFACE),
    (QPalette.ColorRole.WindowText, Role.TEXT),
    (QPalette.ColorRole.Text, Role.TEXT),
    (QPalette.ColorRole.ButtonText, Role.TEXT),
    (QPalette.ColorRole.ToolTipText, Role.TEXT),
    (QPalette.ColorRole.PlaceholderText, Role.THIRD),
    (QPalette.ColorRole.Highlight, Role.ACCENT),
    (QPalette.ColorRole.HighlightedText, Role.ON_ACCENT),
    (QPalette.ColorRole.Accent, Role.ACCENT),
    (QPalette.ColorRole.Link, Role.ACCENT),
    (QPalette.ColorRole.LinkVisited, Role.ACCENT),
    (QPalette.ColorRole.BrightText, Role.LATE),
    (QPalette.ColorRole.Light, Role.HAIRLINE),
    (QPalette.ColorRole.Midlight, Role.HAIRLINE),
    (QPalette.ColorRole.Mid, Role.BORDER),
    (QPalette.ColorRole.Dark, Role.BORDER),
    (QPalette.ColorRole.Shadow, Role.BORDER),
)
_DISABLED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette_of(colours: Colours) -> QPalette:
    """Return the Qt palette for one table of roles."""
    palette = QPalette()
    for place, role in _TO_PALETTE:
        palette.setColor(place, QColor(colours[role]))
    for place in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(colours[Role.THIRD]))
    return palette


def dress(app: QApplication, chosen: Look) -> None:
    """Put a look on the application; `apply` chooses one first.

    A native look leaves the system's palette alone. Its sheet is written in the system's own colours: without
    borders in those colours a field cannot be seen on a black ground.
    """
    _Worn.now = chosen
    app.setFont(chosen.font(Type.TEXT))
    app.setPalette(QPalette() if chosen.native else palette_of(chosen.colours))
    app.setStyleSheet(style_sheet(chosen.colours, chosen.px))


def apply(app: QApplication, scheme: Scheme = Scheme.SYSTEM, *, zoom: float = 1.0) -> Look:
    """Dress the whole application and return the look that is on.

    ``zoom`` is the user's own choice on top of the system's text size (1.0, 1.25, 1.5). The system's
    high contrast wins over ``scheme``.
    """
    fonts.load()
    if not app.styleSheet():
        app.setStyle("Fusion")
    system = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    scale = min(_SCALE_MAX, system_scale(float(system.pixelSize())) * zoom)
    if _wants_high_contrast(app):
        chosen = Look(colours_of(app.style().standardPalette()), scale, native=True)
    else:
        dark = _is_dark(app, scheme)
        chosen = Look(DARK if dark else LIGHT, scale, dark=dark)
    if chosen != look() or not app.styleSheet():
        dress(app, chosen)
    return chosen


class Theme(QObject):
    """Keep the application dressed: follow the system and the user's own switch.

    ``look_changed`` has been emitted after every widget got its new colours; only things that keep
    pixmaps need it.
    """

    look_changed = QtSignal()

    def __init__(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM, *, zoom: float = 1.0) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = scheme
        self._zoom = zoom
        self._hints = app.styleHints()
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._accessibility.contrastPreferenceChanged.connect(self._on_system_changed)
        self._dress()

    @property
    def scheme(self) -> Scheme:
        """Return what the user asked for."""
        return self._scheme

    @property
    def zoom(self) -> float:
        """Return the user's own text zoom."""
        return self._zoom

    def choose(self, scheme: Scheme | None = None, zoom: float | None = None) -> None:
        """Switch to another scheme or text zoom; None leaves it as it is."""
        self._scheme = scheme if scheme is not None else self._scheme
        self._zoom = zoom if zoom is not None else self._zoom
        self._dress()

    def _dress(self) -> None:
        """Dress the application; the platform is told too, for window frames and its own dialogs."""
        if self._scheme is Scheme.SYSTEM:
            self._hints.unsetColorScheme()
        else:
            wanted = Qt.ColorScheme.Dark if self._scheme is Scheme.DARK else Qt.ColorScheme.Light
            self._hints.setColorScheme(wanted)
        before = look()
        if apply(self._app, self._scheme, zoom=self._zoom) != before:
            self.look_changed.emit()

    @Slot()
    def _on_system_changed(self) -> None:
        self._dress()
