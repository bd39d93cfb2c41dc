"""Whoever walks away is noticed, also when the computer slept or its clock was set."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.gui.shell.idle import Clocks, IdleWatch, minutes_within_bounds
from tests.gui.widgets.screen import Screen


class Hands:
    """Two clocks set by hand; both go on unless only one is named."""

    def __init__(self) -> None:
        self.monotonic = 1000.0
        self.wall = 1_800_000_000.0

    def clocks(self) -> Clocks:
        return Clocks(lambda: self.monotonic, lambda: self.wall)

    def go_on(self, seconds: float) -> None:
        self.monotonic += seconds
        self.wall += seconds


def hit(widget: QWidget, key: Qt.Key) -> None:
    """Press a key as the system does: the window hears it first."""
    QTest.keyClick(widget.window().windowHandle(), key)


class Heard:
    """What a watch said, in order."""

    def __init__(self, watch: IdleWatch) -> None:
        self.said: list[str] = []
        watch.nearly_idle.connect(lambda: self.said.append("nearly idle"))
        watch.back.connect(lambda: self.said.append("back"))
        watch.idle.connect(lambda: self.said.append("idle"))


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def watch(hands: Hands, qtbot: QtBot) -> Iterator[IdleWatch]:
    del qtbot  # asked for the application
    made = IdleWatch(5, hands.clocks())
    made.begin()
    yield made
    made.end()


@pytest.fixture
def heard(watch: IdleWatch) -> Heard:
    return Heard(watch)


def test_five_minutes_without_a_hand_is_idle_and_thirty_seconds_before_it_is_said(
    watch: IdleWatch, heard: Heard, hands: Hands
) -> None:
    hands.go_on(269)
    watch.look()
    assert heard.said == []
    hands.go_on(1)
    watch.look()
    watch.look()
    assert heard.said == ["nearly idle"]
    hands.go_on(30)
    watch.look()
    watch.look()
    assert heard.said == ["nearly idle", "idle"]


def test_the_watch_looks_by_itself(watch: IdleWatch, hands: Hands, qtbot: QtBot) -> None:
    hands.go_on(300)
    with qtbot.waitSignal(watch.idle, timeout=3000):
        pass


def test_a_key_or_a_click_in_any_window_starts_the_count_again(
    watch: IdleWatch, heard: Heard, hands: Hands, screen: Screen
) -> None:
    line, dialog = QLineEdit(), QDialog()
    screen.open(line)
    screen.open(dialog)
    hands.go_on(299)
    hit(line, Qt.Key.Key_A)
    hands.go_on(299)
    QTest.mouseClick(dialog.windowHandle(), Qt.MouseButton.LeftButton)
    hands.go_on(269)
    watch.look()
    assert heard.said == []


def test_a_key_after_the_warning_takes_it_back(
    watch: IdleWatch, heard: Heard, hands: Hands, screen: Screen
) -> None:
    line = QLineEdit()
    screen.open(line)
    hands.go_on(280)
    watch.look()
    hit(line, Qt.Key.Key_Shift)
    assert heard.said == ["nearly idle", "back"]


def test_time_spent_asleep_counts(watch: IdleWatch, heard: Heard, hands: Hands) -> None:
    hands.wall += 8 * 3600  # the monotonic clock stood still
    watch.look()
    assert heard.said == ["idle"]


def test_the_first_key_after_a_sleep_does_nothing_but_lock(
    heard: Heard, hands: Hands, screen: Screen
) -> None:
    line = QLineEdit()
    screen.open(line)
    hands.wall += 8 * 3600
    hit(line, Qt.Key.Key_A)
    assert heard.said == ["idle"]
    hit(line, Qt.Key.Key_A)
    assert line.text() == ""


def test_a_clock_set_back_delays_nothing(watch: IdleWatch, heard: Heard, hands: Hands) -> None:
    hands.wall -= 86_400
    hands.monotonic += 300
    watch.look()
    assert heard.said == ["idle"]


def test_another_time_holds_at_once(watch: IdleWatch, heard: Heard, hands: Hands) -> None:
    watch.set_minutes(1)
    hands.go_on(60)
    watch.look()
    assert heard.said == ["idle"]


def test_it_can_begin_again(watch: IdleWatch, heard: Heard, hands: Hands, screen: Screen) -> None:
    line = QLineEdit()
    screen.open(line)
    hands.go_on(300)
    watch.look()
    watch.begin()
    hit(line, Qt.Key.Key_A)
    assert line.text().lower() == "a"
    hands.go_on(300)
    watch.look()
    assert heard.said == ["idle", "idle"]


@pytest.mark.parametrize(("asked", "used"), [(-4, 1), (0, 1), (1, 1), (12, 12), (30, 30), (100_000, 30)])
def test_nobody_can_choose_never(asked: int, used: int) -> None:
    assert minutes_within_bounds(asked) == used
