"""The order of what waits, and whose it is: by harm, and nothing past its term belongs to one person alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from mhdesk.domain.terms import WorkTerm
from mhdesk.domain.views import TodayItem, TodayKind

_AFTER_TERMS: Final = 2
_BY_HARM: Final = (
    frozenset({TodayKind.DECIDE, TodayKind.DECIDE_AGAIN, TodayKind.INFORM, TodayKind.AGREE}),
    frozenset({TodayKind.REVIEW, TodayKind.AGREE_AWAITED}),
)
"""Somebody who does not know comes before somebody who was decided about, and both before the work."""
_OF_COLLEAGUES: Final = frozenset(
    {
        TodayKind.DECIDE,
        TodayKind.DECIDE_AGAIN,
        TodayKind.INFORM,
        TodayKind.REVIEW,
        TodayKind.TASK,
        TodayKind.ANSWER,
        TodayKind.WAITING_LIST,
        TodayKind.AGREEMENT,
        TodayKind.TRAJECTORY,
    }
)


_AFTER_PEOPLE: Final = frozenset({TodayKind.COVENANT, TodayKind.MEETING})
"""What is late about nobody in particular comes after what is late about somebody."""


def in_order_of_harm(items: Iterable[TodayItem], today: date) -> list[TodayItem]:
    """Return what waits, first what is past its term, by harm; then what has a term, by its last day; then the rest."""
    return sorted(items, key=lambda item: _place(item, today))


def _place(item: TodayItem, today: date) -> tuple[int, int, int]:
    if item.due is None:
        return _AFTER_TERMS, 0, 0
    rank, day = _rank(item), item.due.toordinal()
    return (0, rank, day) if item.due < today else (1, day, rank)


def _rank(item: TodayItem) -> int:
    if item.kind in _AFTER_PEOPLE:
        return len(_BY_HARM) + 2
    found = (rank for rank, kinds in enumerate(_BY_HARM) if item.kind in kinds)
    triage = len(_BY_HARM) + (item.ground != WorkTerm.SAFETY_ASSESSMENT)
    return next(found, triage)


def stands_apart(item: TodayItem, today: date) -> bool:
    """Say whether a line is a colleague's alone: never what is past its term, or asks for a second person."""
    if not item.colleague or item.kind not in _OF_COLLEAGUES:
        return False
    return item.due is None or item.due >= today
