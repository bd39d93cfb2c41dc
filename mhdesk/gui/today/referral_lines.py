"""Referrals that wait, as lines of Today: not sent yet, unanswered, on a waiting list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.referrals import ReferralState
from mhdesk.domain.views import TodayItem, TodayKind
from mhdesk.gui import words
from mhdesk.gui.widgets.rows import Line


def _line(item: TodayItem, today: date, title: str, reason: str) -> Line:
    """Return a line with the day until which one waits, or else how long one has waited."""
    clock = words.waiting(item.started_on, today)
    if item.due is not None:
        clock = words.deadline(item.due, today, item.started_on)
    title = title.format(organisation=item.organisation, reference=item.reference)
    return Line(title, reason, clock.words, clock.day, clock.mark, clock.share)


def _answer(item: TodayItem, today: date) -> Line:
    if item.ground == ReferralState.PROPOSED:
        title = QCoreApplication.translate("TodayLine", "Not sent yet: {organisation} about {reference}")
        reason = QCoreApplication.translate(
            "TodayLine", "A referral that is proposed; nobody was told anything."
        )
        return _line(item, today, title, reason)
    title = QCoreApplication.translate("TodayLine", "Answer awaited: {organisation} about {reference}")
    if item.due is not None and item.due < today:
        title = QCoreApplication.translate(
            "TodayLine", "Call about an answer: {organisation} about {reference}"
        )
    reason = QCoreApplication.translate("TodayLine", "Referred, no answer recorded yet.")
    if item.started_on is not None:
        reason = QCoreApplication.translate("TodayLine", "Referred on {day}, no answer recorded yet.")
        if item.ground == ReferralState.RECEIVED:
            reason = QCoreApplication.translate(
                "TodayLine", "Referred on {day}; they have it, an answer follows."
            )
        reason = reason.format(day=words.weekday_day(item.started_on, today))
    return _line(item, today, title, reason)


def _on_list(item: TodayItem, today: date) -> Line:
    title = QCoreApplication.translate("TodayLine", "On the waiting list: {organisation} about {reference}")
    reason = QCoreApplication.translate("TodayLine", "On the waiting list.")
    if item.started_on is not None:
        reason = QCoreApplication.translate("TodayLine", "On the waiting list since {day}.")
        reason = reason.format(day=words.weekday_day(item.started_on, today))
    return _line(item, today, title, reason)


LINES: Final[dict[TodayKind, Callable[[TodayItem, date], Line]]] = {
    TodayKind.ANSWER: _answer,
    TodayKind.WAITING_LIST: _on_list,
}
