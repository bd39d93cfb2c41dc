"""The load at the foot of Today: days with their units, and one key to what waits."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mhdesk.desk import signals, triaging
from mhdesk.desk.desk import Desk
from mhdesk.domain.triage import TriageDraft
from mhdesk.domain.views import SignalFilter
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.today.load_line import LoadLine
from tests.desk.drafts import a_notification
from tests.gui.conftest import Trail
from tests.gui.reach import nameless
from tests.gui.widgets.screen import Screen, press
from tests.registry_fixtures import StoppedClock

TRIAGE = TriageDraft(1, "25-11-2026", ["vt_worker"], outcome="hand_over", reasoning="Er is zorg nodig.")


def shown(context: PageContext, screen: Screen) -> LoadLine:
    line = LoadLine(context)
    screen.show(line, width=852, height=80)
    QTest.qWait(1)
    return line


def test_an_empty_registry_has_no_load(context: PageContext, screen: Screen) -> None:
    assert shown(context, screen).isHidden()


def test_one_of_each_is_told_in_the_singular(
    context: PageContext, screen: Screen, desk: Desk, clock: StoppedClock
) -> None:
    for _ in range(2):
        signals.register(desk, a_notification())
    clock.go_on(days=1)
    line = shown(context, screen)
    assert line.sentence.plain() == "Nu wachten er twee, de oudste 1 dag."
    context.bus.changed.emit(triaging.triage(desk, replace(TRIAGE, held_on="24-11-2026")))
    assert line.sentence.plain() == (
        "Triage in de laatste 90 dagen: één melding, na 1 dag. Nu wacht er één, 1 dag."
    )


def test_half_of_an_even_number_may_lie_between_two_days(
    context: PageContext, screen: Screen, desk: Desk, clock: StoppedClock
) -> None:
    for _ in range(2):
        signals.register(desk, a_notification())
    clock.go_on(days=3)
    triaging.triage(desk, TRIAGE)
    triaging.triage(desk, replace(TRIAGE, signal_id=2, held_on="26-11-2026"))
    line = shown(context, screen)
    assert line.sentence.plain() == (
        "Triage in de laatste 90 dagen: 2 meldingen, de helft binnen 2,5 dagen, de langste na 3 dagen."
    )
    assert line.open.isHidden()


def test_a_key_opens_what_waits(context: PageContext, screen: Screen, desk: Desk, trail: Trail) -> None:
    signals.register(desk, a_notification())
    signals.register(desk, a_notification(kind="signal"))
    line = shown(context, screen)
    press(line.open, Qt.Key.Key_Space)
    wanted = SignalFilter(to_triage=True)
    assert trail.steps == [("show_signals", wanted)]
    assert list(signals.ids(desk, wanted)) == [1]
    assert nameless(line) == []
