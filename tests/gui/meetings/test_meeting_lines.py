"""A meeting on Today and on the page of a person: what it asks, and what was said, told and agreed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from mhdesk.desk import agenda, meeting_sharing, meetings, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.meetings import ItemDraft, ShareDraft
from mhdesk.domain.views import TodayItem, TodayKind
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.meetings.person_part import MeetingsBlock
from mhdesk.gui.today.meeting_lines import LINES
from mhdesk.gui.widgets.labels import Paragraph
from tests.desk.drafts import a_notification
from tests.desk.meeting_calls import a_case, a_meeting
from tests.gui.widgets.screen import Screen

TODAY = date(2026, 11, 23)


def item(due: date) -> TodayItem:
    return TodayItem(
        TodayKind.MEETING, None, None, None, "14:00", "Kamer 2", "", due, None, "case_meeting", "", 3, None, 1
    )  # fmt: skip


@pytest.mark.parametrize(
    ("days", "title", "mark"),
    [
        (3, "Bereid het casusoverleg voor", Mark.RUNNING),
        (0, "Vandaag: casusoverleg", Mark.TODAY),
        (-1, "Verslag van het casusoverleg", Mark.LATE),
    ],
)
def test_a_meeting_asks_for_something_else_each_day(
    dutch: QApplication, days: int, title: str, mark: Mark
) -> None:
    del dutch  # asked for the language
    line = LINES[TodayKind.MEETING](item(TODAY + timedelta(days=days)), TODAY)
    assert (line.title, line.mark) == (title, mark)
    assert "3 casussen, 14:00, Kamer 2." in line.reason


def test_the_page_of_a_person_tells_why_somebody_was_told(screen: Screen, desk: Desk) -> None:
    signals.register(desk, a_notification())
    a_meeting(desk, "case_meeting", a_case(desk))
    agenda.report(desk, 1, 1, ItemDraft("Hoe nu?", "Zij wil naar school.", "20", discussed=True))
    meeting_sharing.share(desk, ShareDraft(1, [1], ["name"], "public_task", "Wmo artikel 5.3.1."))
    block = MeetingsBlock(meetings.of_person(desk, 1), TODAY)
    screen.show(block, width=600, height=400)
    said = "\n".join(one.plain() for one in block.findChildren(Paragraph))
    for part in ("Zij wil naar school.", "Jip Bedacht", "naam", "Wmo artikel 5.3.1.", "20 minuten"):
        assert part in said
