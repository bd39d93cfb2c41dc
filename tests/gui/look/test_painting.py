"""Marks can be told apart without colour."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from mhdesk.gui.look import theme
from mhdesk.gui.look.painting import Mark, draw_mark

SIDE = 36
SAME = {frozenset((Mark.LATE, Mark.NO_DECISION)), frozenset((Mark.DONE, Mark.INFORMED))}


@pytest.fixture(autouse=True, params=[theme.Scheme.LIGHT, theme.Scheme.DARK])
def _dressed(qapp: QApplication, request: pytest.FixtureRequest) -> None:
    theme.apply(qapp, request.param)


def shape(mark: Mark, share: float = 0.5) -> QImage:
    """Return the mark in black and white: only where it is painted counts."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw_mark(painter, QRectF(0, 0, SIDE, SIDE), mark, share)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def difference(first: QImage, second: QImage) -> float:
    """Return the share of pixels that clearly differ in lightness."""
    places = [(x, y) for x in range(SIDE) for y in range(SIDE)]
    apart = [
        abs(first.pixelColor(x, y).lightness() - second.pixelColor(x, y).lightness()) > 60 for x, y in places
    ]
    return sum(apart) / len(apart)


def test_no_two_marks_look_the_same_in_grey() -> None:
    drawn = {mark: shape(mark) for mark in Mark}
    alike = [
        (first, second)
        for first, second in combinations(Mark, 2)
        if frozenset((first, second)) not in SAME and difference(drawn[first], drawn[second]) < 0.03
    ]
    assert alike == []


@pytest.mark.parametrize("mark", [Mark.RUNNING, Mark.TODAY])
def test_the_wedge_shows_how_much_of_the_term_is_used(mark: Mark) -> None:
    steps = [shape(mark, share) for share in (0, 0.25, 0.5, 0.75, 1)]
    assert all(difference(before, after) > 0.03 for before, after in pairwise(steps))


@pytest.mark.parametrize("share", [-1, 2])
def test_a_share_outside_the_term_is_none_or_all_of_it(share: float) -> None:
    assert shape(Mark.RUNNING, share) == shape(Mark.RUNNING, min(1, max(0, share)))
