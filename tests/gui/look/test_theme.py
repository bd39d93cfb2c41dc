"""Light, dark, high contrast and large text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mhdesk.gui.look import theme
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import DARK, LIGHT, Role
from mhdesk.gui.look.sheet import style_sheet
from mhdesk.gui.look.theme import Look, Scheme, Theme, look
from mhdesk.gui.widgets.labels import Label


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, Scheme.LIGHT)
    yield
    theme.apply(qapp, Scheme.LIGHT)


def test_palette_and_sheet_come_from_the_table(qapp: QApplication) -> None:
    worn = theme.apply(qapp, Scheme.DARK)
    assert worn is look() or worn == look()
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK[Role.PAPER])
    assert DARK[Role.BORDER] in qapp.styleSheet()
    assert LIGHT[Role.SURFACE] not in qapp.styleSheet()


def test_a_system_that_says_nothing_is_light(qapp: QApplication) -> None:
    theme.apply(qapp, Scheme.SYSTEM)
    assert not look().dark


def test_the_switch_tells_once_that_the_look_changed(qapp: QApplication, qtbot: QtBot) -> None:
    kept = Theme(qapp, Scheme.LIGHT)
    with qtbot.waitSignal(kept.look_changed):
        kept.choose(Scheme.DARK)
    assert (kept.scheme, look().dark) == (Scheme.DARK, True)
    with qtbot.assertNotEmitted(kept.look_changed):
        kept.choose(Scheme.DARK)
    with qtbot.waitSignal(kept.look_changed):
        kept.choose(zoom=1.5)
    assert (kept.zoom, look().scale, look().dark) == (1.5, 1.5, True)
    kept.deleteLater()


def test_words_change_colour_and_size_where_they_stand(qapp: QApplication, qtbot: QtBot) -> None:
    words = Label("Vandaag", Type.TITLE, Role.LATE)
    qtbot.addWidget(words)
    words.show()
    assert words.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT[Role.LATE])
    theme.apply(qapp, Scheme.DARK, zoom=1.5)
    assert words.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK[Role.LATE])
    assert words.font().pixelSize() == 36


def test_high_contrast_of_the_system_wins(qapp: QApplication) -> None:
    system = QPalette(QColor("#000000"))
    system.setColor(QPalette.ColorRole.WindowText, QColor("#FFFF00"))
    system.setColor(QPalette.ColorRole.Highlight, QColor("#00FFFF"))
    theme.dress(qapp, Look(theme.colours_of(system), native=True))
    ours = {colour for table in (LIGHT, DARK) for colour in table.values()} - {"#FFFFFF"}
    assert [colour for colour in ours if colour.lower() in qapp.styleSheet().lower()] == []
    assert "border: 1px solid #ffff00" in qapp.styleSheet()
    assert look().ink(Role.LATE) == QColor("#FFFF00")
    assert look().ink(Role.ACCENT) == QColor("#00FFFF")
    assert QLabel("x").palette().color(QPalette.ColorRole.Window) != QColor(LIGHT[Role.PAPER])


@pytest.mark.parametrize(
    ("pixels", "platform", "scale"),
    [
        (12, "win32", 1),
        (15, "win32", 1.25),
        (13, "darwin", 1),
        (12, "linux", 1),
        (22, "linux", 1.5),
        (99, "linux", 2),
    ],
)
def test_text_grows_with_the_systems_own(pixels: float, platform: str, scale: float) -> None:
    assert theme.system_scale(pixels, platform) == pytest.approx(scale, abs=0.01)


def test_the_sheet_grows_with_the_text_and_leaves_no_gap() -> None:
    small, large = style_sheet(LIGHT, Look(LIGHT).px), style_sheet(LIGHT, Look(LIGHT, 1.5).px)
    assert "min-height: 34px" in small
    assert "min-height: 52px" in large
    assert "$" not in small
