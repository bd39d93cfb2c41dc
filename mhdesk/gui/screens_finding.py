"""The pictures of searching everywhere; see `screens`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from mhdesk.gui.screens import Studio


def _searched(typed: str, studio: Studio) -> QWidget:
    window = studio.main()
    window.finding.begin()
    window.top.search.setText(typed)
    while not window.finding.panel.isVisible():
        studio.settle()
        QTest.qWait(20)
    return window


FINDING_SCENES: Final[dict[str, Callable[[Studio], QWidget]]] = {
    "zoeken": partial(_searched, "fict"),
    "zoeken-niemand": partial(_searched, "06 00 00 99 99"),
}
