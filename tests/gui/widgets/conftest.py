"""Widgets are tested as people see them: dressed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mhdesk.gui.look import theme
from tests.gui.widgets.screen import Screen


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, theme.Scheme.LIGHT)
    yield
    theme.apply(qapp, theme.Scheme.LIGHT)


@pytest.fixture
def screen(qtbot: QtBot) -> Screen:
    """Return a screen to show widgets on."""
    return Screen(qtbot)
