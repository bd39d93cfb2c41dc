"""A covenant that ends stands on Today with its organisation, and says what it means once it has ended."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from mhdesk.desk import today
from mhdesk.desk.desk import Desk
from mhdesk.domain.views import TodayKind
from mhdesk.gui.today.network_lines import LINES
from tests.desk.network_calls import a_covenant

pytestmark = pytest.mark.usefixtures("dutch")


def line(desk: Desk, ends_on: date) -> tuple[str, str, str]:
    before = today.count_open(desk)
    a_covenant(desk, ends_on=ends_on.isoformat())
    (item,) = [one for one in today.items(desk) if one.kind is TodayKind.COVENANT]
    assert today.count_open(desk) == before + 1
    told = LINES[item.kind](item, desk.today())
    return told.title, told.reason, told.clock


def test_one_that_ends_asks_for_a_new_one(desk: Desk, qapp: QApplication) -> None:
    del qapp  # asked for being there
    title, reason, clock = line(desk, date(2026, 12, 23))
    assert title == "Convenant met Politie loopt af"
    assert reason == "Convenant (privacyconvenant). Spreek iets nieuws af, of laat het aflopen."
    assert clock == "nog 30 dagen"


def test_one_that_has_ended_says_that_nothing_may_be_shared(desk: Desk) -> None:
    title, reason, _ = line(desk, date(2026, 11, 20))
    assert title == "Convenant met Politie is afgelopen"
    assert reason.endswith("Hieronder mag je niets meer delen.")
