"""What waits in cases, as lines of Today: what was agreed, and a last day that comes near."""

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

_LONGEST_TITLE: Final = 80


def _line(item: TodayItem, today: date, title: str, reason: str) -> Line:
    clock = words.deadline(item.due, today, item.started_on) if item.due else Clock("", "", Mark.TASK)
    told = " ".join(part for part in (f"{_about(item)}.", reason) if part)
    return Line(title, told, clock.words, clock.day, clock.mark, clock.share)


def _about(item: TodayItem) -> str:
    """Return the case, with the name where it is known."""
    return ", ".join(part for part in (item.name, item.reference) if part)


def _agreement(item: TodayItem, today: date) -> Line:
    what = " ".join(item.ground.split())
    what = what if len(what) <= _LONGEST_TITLE else f"{what[: _LONGEST_TITLE - 1].rstrip()}…"
    title = QCoreApplication.translate("TodayCase", "Agreed: {what}").format(what=what)
    mine = QCoreApplication.translate("TodayCase", "You do this.")
    theirs = QCoreApplication.translate("TodayCase", "Done by: {who}.").format(who=item.organisation)
    return _line(item, today, title, theirs if item.organisation else mine)


def _trajectory(item: TodayItem, today: date) -> Line:
    kind = vocabulary("trajectory_kinds").label(item.ground)
    title = QCoreApplication.translate("TodayCase", "Last day of a trajectory: {kind}").format(kind=kind)
    if item.due is not None and item.due < today:
        title = QCoreApplication.translate("TodayCase", "Past its last day: {kind}").format(kind=kind)
    given = QCoreApplication.translate("TodayCase", "Given by: {who}.").format(who=item.organisation)
    whose = QCoreApplication.translate("TodayCase", "Coordinated by {name}.").format(name=item.colleague)
    told = (given if item.organisation else "", whose if item.colleague else "")
    return _line(item, today, title, " ".join(part for part in told if part))


LINES: Final[dict[TodayKind, Callable[[TodayItem, date], Line]]] = {
    TodayKind.AGREEMENT: _agreement,
    TodayKind.TRAJECTORY: _trajectory,
}
