"""What waits for a client, as lines of Today: a registration with CoMensha, a request about own data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.data_requests import RequestState
from mhdesk.domain.views import TodayItem, TodayKind
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui import words
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.widgets.rows import Line
from mhdesk.gui.words import Clock


def _name(item: TodayItem) -> str:
    return item.name or QCoreApplication.translate("TodayClient", "somebody without a name")


def _line(item: TodayItem, today: date, title: str, reason: str) -> Line:
    clock = words.deadline(item.due, today, item.started_on) if item.due else Clock("", "", Mark.TASK)
    day = words.weekday_day(item.started_on, today) if item.started_on else ""
    told = title.format(name=_name(item)), reason.format(day=day)
    return Line(*told, clock.words, clock.day, clock.mark, clock.share)


def _comensha(item: TodayItem, today: date) -> Line:
    title = QCoreApplication.translate("TodayClient", "Register with CoMensha: {name}")
    reason = QCoreApplication.translate("TodayClient", "Due since {day}: register, or record why not.")
    return _line(item, today, title, reason)


def _data_request(item: TodayItem, today: date) -> Line:
    """Return the line of a request; ``role`` holds how far it is, ``ground`` what was asked."""
    kind = vocabulary("data_request_kinds").label(item.ground)
    title = QCoreApplication.translate("TodayClient", "Decide on a request ({kind}): {name}")
    reason = QCoreApplication.translate("TodayClient", "Asked on {day}, no decision yet.")
    if item.role == RequestState.DECIDED:
        title = QCoreApplication.translate("TodayClient", "Answer a request ({kind}): {name}")
        reason = QCoreApplication.translate("TodayClient", "Asked on {day}, decided, not answered yet.")
    return _line(item, today, title.format(kind=kind, name="{name}"), reason)


LINES: Final[dict[TodayKind, Callable[[TodayItem, date], Line]]] = {
    TodayKind.COMENSHA: _comensha,
    TodayKind.DATA_REQUEST: _data_request,
}
