"""Meetings that come up, or that nobody wrote a report of, as lines of Today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.views import TodayItem, TodayKind
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui import words
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.widgets.rows import Line
from mhdesk.gui.words import Clock


def _meeting(item: TodayItem, today: date) -> Line:
    """Return the line of a planned meeting: what it is about and where, or that its report waits."""
    kind = vocabulary("meeting_kinds").label(item.ground)
    title = QCoreApplication.translate("TodayMeeting", "Prepare the {kind}").format(kind=kind)
    parts = [words.count("case", item.count), item.reference, item.name]
    reason = f"{', '.join(filter(None, parts))}."
    if item.due is not None and item.due < today:
        title = QCoreApplication.translate("TodayMeeting", "Report of the {kind}").format(kind=kind)
        waits = QCoreApplication.translate("TodayMeeting", "Its day has passed: was it held, or called off?")
        reason = f"{waits} {reason}"
    elif item.due == today:
        title = QCoreApplication.translate("TodayMeeting", "Today: {kind}").format(kind=kind)
    clock = _clock(item.due, today) if item.due else Clock("", "", Mark.TASK)
    return Line(title, reason, clock.words, clock.day, clock.mark, clock.share)


def _clock(held_on: date, today: date) -> Clock:
    mark = Mark.LATE if held_on < today else Mark.TODAY if held_on == today else Mark.RUNNING
    return Clock(words.distance(held_on, today), words.weekday_day(held_on, today), mark)


LINES: Final[dict[TodayKind, Callable[[TodayItem, date], Line]]] = {TodayKind.MEETING: _meeting}
