"""Pictures of the signs of exploitation: the list that is gone through, and the profile on the page of a signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea, QWidget

from mhdesk.domain.views import SignalDetails, SignalFilter
from mhdesk.gui.signals.indicators_view import IndicatorsBlock

if TYPE_CHECKING:
    from collections.abc import Callable

    from mhdesk.gui.screens import Studio


def _most_told(studio: Studio) -> SignalDetails:
    """Return the signal of whose signs most is known, and of those the one that was gone through most often."""
    from mhdesk.desk import signals

    shown = [signals.details(studio.desk, number) for number in signals.ids(studio.desk, SignalFilter())]
    return max(
        shown, key=lambda one: (len(one.assessments), *(len(told.answers) for told in one.assessments))
    )


def _profile(studio: Studio) -> QWidget:
    window, page, _ = studio.at_signal(_most_told(studio).id)
    block = page.findChildren(IndicatorsBlock)[0]
    for area in page.findChildren(QScrollArea):
        if area.isAncestorOf(block):
            area.verticalScrollBar().setValue(block.mapTo(area, block.rect().topLeft()).y() - 24)
    return window


def _signs(studio: Studio) -> QWidget:
    number = _most_told(studio).id
    window, page, loaded = studio.at_signal(number)
    page.acts.signs.assess(loaded)
    return window


def _triage(studio: Studio) -> QWidget:
    number = _most_told(studio).id
    window, page, loaded = studio.at_signal(number)
    page.acts.triage(loaded)
    return window


SIGN_SCENES: dict[str, Callable[[Studio], QWidget]] = {
    "tekenen": _signs,
    "tekenen-profiel": _profile,
    "tekenen-triage": _triage,
}
