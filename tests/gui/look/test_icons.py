"""Own icons: one line, one colour, sharp on every screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from mhdesk import resources
from mhdesk.gui.look import icons, theme
from mhdesk.gui.look.roles import DARK, LIGHT, Role

DRAWINGS = sorted(path for path in resources.path("icons").glob("*.svg") if path.stem != "mhdesk")


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Scheme.LIGHT)


def inked(image: QImage) -> set[str]:
    """Return the colours of the pixels that are fully painted."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name().upper() for colour in pixels if colour.alpha() == 255}


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_is_a_round_line_in_the_current_colour(drawing: Path) -> None:
    text = drawing.read_text(encoding="utf-8")
    assert 'viewBox="0 0 20 20"' in text
    assert 'stroke-width="1.6"' in text
    assert 'stroke-linecap="round"' in text
    assert not re.search(r'(fill|stroke)="(?!none|currentColor)', text)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda path: path.stem)
def test_an_icon_takes_the_colour_of_its_role(drawing: Path, qapp: QApplication) -> None:
    for scheme, colours in ((theme.Scheme.LIGHT, LIGHT), (theme.Scheme.DARK, DARK)):
        theme.apply(qapp, scheme)
        assert inked(icons.pixmap(drawing.stem, Role.ACCENT, 80).toImage()) == {colours[Role.ACCENT]}


def test_an_icon_is_as_fine_as_the_screen() -> None:
    drawn = icons.pixmap("lock", Role.TEXT, 20, 2.0)
    assert (drawn.width(), drawn.devicePixelRatio()) == (40, 2.0)


def test_an_icon_is_drawn_in_the_middle_of_its_place() -> None:
    image = QImage(60, 20, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    icons.draw(painter, QRect(0, 0, 60, 20), "plus", Role.TEXT)
    painter.end()
    assert image.pixelColor(30, 10) == QColor(LIGHT[Role.TEXT])
    assert image.pixelColor(5, 10) == QColor("white")


def test_an_icon_that_nobody_drew_is_a_broken_build() -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("unicorn")


def test_the_app_has_an_icon_for_every_size() -> None:
    assert {size.width() for size in icons.app_icon().availableSizes()} >= {16, 32, 48, 256}
    assert not icons.icon("trash").isNull()
