"""Covenants that end, as lines of Today."""

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


def _covenant(item: TodayItem, today: date) -> Line:
    """Return the line of a covenant that ends soon or ended."""
    title = QCoreApplication.translate("TodayNetwork", "Covenant with {name} ends")
    told = QCoreApplication.translate("TodayNetwork", "{title} ({kind}). Agree on a new one, or let it end.")
    if item.due is not None and item.due < today:
        title = QCoreApplication.translate("TodayNetwork", "Covenant with {name} has ended")
        told = QCoreApplication.translate(
            "TodayNetwork", "{title} ({kind}). Nothing may be shared under it any more."
        )
    kind = vocabulary("covenant_kinds").label(item.ground)
    clock = words.deadline(item.due, today, item.started_on) if item.due else Clock("", "", Mark.TASK)
    reason = told.format(title=item.name, kind=kind)
    return Line(title.format(name=item.organisation), reason, clock.words, clock.day, clock.mark, clock.share)


LINES: Final[dict[TodayKind, Callable[[TodayItem, date], Line]]] = {TodayKind.COVENANT: _covenant}
