"""Things that wait, for tests to arrange."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from mhdesk.domain.views import TodayItem, TodayKind
from mhdesk.gui.today.lines import Waiting

NOW = datetime.fromisoformat("2026-11-23T02:14:00+01:00")  # a Monday
TODAY = NOW.date()


def item(kind: TodayKind = TodayKind.DECIDE, due: date | None = None, **changes: object) -> TodayItem:
    values: dict[str, object] = {
        "kind": kind,
        "signal_id": 1,
        "involvement_id": 1,
        "draft_id": None,
        "reference": "GV-2026-0001",
        "name": "Lina Voorbeeld",
        "role": "possible_victim",
        "due": due,
        "started_on": date(2026, 10, 23),
        "ground": "",
        "organisation": "",
        "count": 1,
        "saved_at": None,
    }
    return TodayItem(**(values | changes))  # type: ignore[arg-type]  # the tests name existing fields


def due_in(*days: int) -> tuple[TodayItem, ...]:
    return tuple(item(due=TODAY + timedelta(days=number)) for number in days)


def waiting(*items: TodayItem, **more: object) -> Waiting:
    values: dict[str, object] = {"open_terms": len([one for one in items if one.due])}
    return Waiting(NOW, items, **(values | more))  # type: ignore[arg-type]  # the tests name existing fields
