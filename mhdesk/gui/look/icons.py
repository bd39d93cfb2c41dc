"""Own line icons, 20 x 20, drawn in the colour of a role."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from mhdesk import resources
from mhdesk.gui.look import sizes
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look

_CACHE = 512
_APP_SIZES = (16, 24, 32, 48, 64, 128, 256)
_PLACEHOLDER = b"currentColor"


@lru_cache(maxsize=_CACHE)
def _source(name: str) -> bytes:
    return resources.path("icons", f"{name}.svg").read_bytes()


@lru_cache(maxsize=_CACHE)
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    pixels = round(size * ratio)
    drawn = QPixmap(pixels, pixels)
    drawn.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace(_PLACEHOLDER, colour.encode())))
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def pixmap(name: str, role: Role = Role.SECOND, size: int = sizes.ICON, ratio: float = 1.0) -> QPixmap:
    """Return the icon in today's colours; ``size`` in logical pixels, ``ratio`` that of the screen.

    Raises FileNotFoundError for a name that has no drawing.
    """
    return _pixmap(name, look().ink(role).name(QColor.NameFormat.HexRgb), size, ratio)


def draw(painter: QPainter, rect: QRect, name: str, role: Role) -> None:
    """Draw the icon centred in ``rect``, as large as fits, sharp on every screen."""
    draw_colour(painter, rect, name, look().ink(role).name())


def draw_colour(painter: QPainter, rect: QRect, name: str, colour: str) -> None:
    """Draw the icon as `draw` does, in a colour (``#RRGGBB``) outside the table of roles."""
    size = min(rect.width(), rect.height())
    if size <= 0:
        return  # a widget that has no room yet
    corner = QPointF(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2)
    painter.drawPixmap(corner, _pixmap(name, colour, size, painter.device().devicePixelRatio()))


def icon(name: str, role: Role = Role.SECOND) -> QIcon:
    """Return the icon in today's colours for menus and actions.

    Ask again after `theme.Theme.look_changed`; widgets that call `draw` need not.
    """
    made = QIcon()
    size = look().px(sizes.ICON)
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, role, size, ratio))
        made.addPixmap(pixmap(name, Role.THIRD, size, ratio), QIcon.Mode.Disabled)
    return made


def app_icon() -> QIcon:
    """Return the icon of the application: the arc over the dot, in every size that systems ask for."""
    made = QIcon()
    for size in _APP_SIZES:
        made.addPixmap(_pixmap("mhdesk", "", size, 1.0))
    return made


def set_app_icon(app: QApplication) -> None:
    """Give every window of the application its icon."""
    app.setWindowIcon(app_icon())


def icon_size() -> QSize:
    """Return the size of an icon beside text at today's text scale."""
    size = look().px(sizes.ICON)
    return QSize(size, size)
