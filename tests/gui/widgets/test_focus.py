"""The focus can always be seen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from mhdesk.gui.widgets.buttons import PrimaryButton, QuietButton
from mhdesk.gui.widgets.column import ScrollColumn
from mhdesk.gui.widgets.fields import Check, Field, TextEditor
from mhdesk.gui.widgets.focus import _Ring
from tests.gui.widgets.screen import Screen


def ring_in(window: QWidget) -> _Ring | None:
    """Return the ring that is seen in a window."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, 0)
    return next((ring for ring in window.findChildren(_Ring) if ring.isVisible()), None)


def test_the_ring_lies_around_what_has_the_focus(screen: Screen) -> None:
    first, second = PrimaryButton("Vastleggen"), QuietButton("Later afmaken")
    window = screen.show(first, second)
    for button in (first, second):
        button.setFocus()
        ring = ring_in(window)
        assert ring is not None
        assert ring.geometry() == button.geometry().adjusted(-4, -4, 4, 4)
        assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_the_ring_goes_where_its_widget_goes(screen: Screen) -> None:
    button = PrimaryButton("Vastleggen")
    window = screen.show(button)
    button.setFocus()
    button.move(200, 100)
    ring = ring_in(window)
    assert ring is not None
    assert ring.geometry() == button.geometry().adjusted(-4, -4, 4, 4)
    button.hide()
    assert ring_in(window) is None


def test_a_field_has_its_own_line_and_the_ring_only_with_a_mistake(screen: Screen) -> None:
    field = Field("Telefoon", TextEditor())
    window = screen.show(field)
    field.take_focus()
    assert ring_in(window) is None
    field.set_error("Dit nummer is te kort.")
    assert ring_in(window) is not None
    field.set_error(None)
    assert ring_in(window) is None


def test_inside_a_scroll_area_the_ring_scrolls_along(screen: Screen) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    checks = [Check(f"keuze {number}") for number in range(40)]
    for check in checks:
        column.addWidget(check)
    area = ScrollColumn(content, "keuzes")
    screen.show(area, height=200)
    checks[30].setFocus()
    ring = ring_in(content)
    assert ring is not None
    assert ring.parentWidget() is content
    assert isinstance(area, QScrollArea)


def test_a_widget_that_dies_with_the_focus_takes_the_ring_along(screen: Screen) -> None:
    first, second = PrimaryButton("Vastleggen"), PrimaryButton("Opnieuw")
    window = screen.show(first, second)
    first.setFocus()
    first.deleteLater()
    QApplication.sendPostedEvents(first, 0)
    second.setFocus()
    ring = ring_in(window)
    assert ring is not None
