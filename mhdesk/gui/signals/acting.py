"""From a line of Today straight into the form by which it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mhdesk.domain.referrals import OPEN
from mhdesk.domain.terms import WorkTerm
from mhdesk.domain.views import TodayItem, TodayKind
from mhdesk.gui.signals.loading import Loaded

if TYPE_CHECKING:
    from mhdesk.gui.signals.signal_page import SignalPage

_DECISIONS: Final = frozenset({TodayKind.DECIDE, TodayKind.DECIDE_AGAIN, TodayKind.INFORM, TodayKind.REVIEW})
_ANSWERS: Final = frozenset({TodayKind.ANSWER, TodayKind.WAITING_LIST})


def act_on(page: SignalPage, loaded: Loaded, item: TodayItem) -> None:
    """Open the form that does what waits; nothing opens for what was done meanwhile, or is not for this role."""
    if item.involvement_id is not None and item.kind in _DECISIONS | {TodayKind.AGREE}:
        _decide(page, loaded, item, item.involvement_id)
    elif item.record_id is not None and page.may_write:
        _work(page, loaded, item, item.record_id)


def _decide(page: SignalPage, loaded: Loaded, item: TodayItem, number: int) -> None:
    still = any(one.id == number and one.duty_on for one in loaded.details.involvements)
    if not still or not page.may_decide:
        return
    if item.kind is TodayKind.AGREE:
        page.acts.persons.agree(loaded, number)
    else:
        page.acts.decide(loaded, number)


def _work(page: SignalPage, loaded: Loaded, item: TodayItem, number: int) -> None:
    if item.kind in _ANSWERS:
        if any(one.id == number and one.state in OPEN for one in loaded.details.referrals):
            page.acts.answer(loaded, number)
    elif any(one.id == number and one.done_on is None for one in loaded.details.tasks):
        if item.ground != WorkTerm.SAFETY_ASSESSMENT:
            page.acts.finish_task(loaded, number)
        elif page.may_decide:
            page.acts.triage(loaded)
