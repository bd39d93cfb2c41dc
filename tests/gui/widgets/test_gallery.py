"""Everything at once: each widget on the sheets can be reached, is named, and paints at every size."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from mhdesk.gui.look import theme
from tests.gui.widgets import gallery, pages
from tests.gui.widgets.screen import Screen, name_of

SHEETS = [gallery.gallery, pages.today, pages.signal, pages.unlock]


def reachable(window: QWidget) -> list[QWidget]:
    """Return what Tab can come to."""
    inner = [widget for widget in window.findChildren(QWidget) if widget.isVisible() and widget.isEnabled()]
    by_tab = Qt.FocusPolicy.TabFocus.value
    found = [
        widget for widget in inner if widget.focusPolicy().value & by_tab and widget.focusProxy() is None
    ]
    return [widget for widget in found if not isinstance(widget, QScrollArea)]


def labelled(widget: QWidget) -> bool:
    """Return whether a screen reader has a name or a label for a widget."""
    told = QAccessible.queryAccessibleInterface(widget)
    return bool(name_of(widget)) or bool(told.relations(QAccessible.RelationFlag.Label))


@pytest.mark.parametrize("sheet", SHEETS)
def test_everything_that_can_be_reached_has_a_name(sheet: Callable[[], QWidget], screen: Screen) -> None:
    window = sheet()
    screen.open(window)
    found = reachable(window)
    assert found
    assert [widget for widget in found if not labelled(widget)] == []


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK])
@pytest.mark.parametrize("zoom", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("sheet", SHEETS)
def test_everything_paints_in_both_schemes_at_every_size(
    sheet: Callable[[], QWidget], scheme: theme.Scheme, zoom: float, screen: Screen, qapp: QApplication
) -> None:
    theme.apply(qapp, scheme, zoom=zoom)
    window = sheet()
    window.resize(1366, 768)
    screen.open(window)
    image = window.grab().toImage()
    inks = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 40)}
    assert len(inks) > 10


def test_a_change_of_scheme_reaches_what_is_on_the_screen(screen: Screen, qapp: QApplication) -> None:
    window = gallery.gallery()
    window.resize(1366, 768)
    screen.open(window)
    before = window.grab().toImage()
    theme.apply(qapp, theme.Scheme.DARK)
    QApplication.processEvents()
    after = window.grab().toImage()
    same = sum(before.pixel(x, y) == after.pixel(x, y) for x in range(0, 1300, 7) for y in range(0, 700, 7))
    assert same < 0.01 * (1300 // 7) * (700 // 7)
