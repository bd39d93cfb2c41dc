"""Every reason that is asked for about a signal can be read again on its page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mhdesk.desk import informing, kinds, leads, roles, routing, signals, triaging
from mhdesk.desk.desk import Desk
from mhdesk.domain.change import Change
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.leads import LeadDraft
from mhdesk.domain.roles import RoleDraft
from mhdesk.domain.routing import RouteDraft
from mhdesk.domain.signals import Kind
from mhdesk.domain.terms import WorkTerm
from mhdesk.domain.triage import TriageDraft
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.gui.widgets.labels import Paragraph
from tests.desk.drafts import a_notification
from tests.gui.widgets.screen import Screen

TODAY = "23-11-2026"
MARK = "Kenmerkwoord"


def task_of(desk: Desk, kind: str) -> int:
    return next(one.id for one in signals.details(desk, 1).tasks if one.kind == kind)


def put_off(desk: Desk, reason: str, until: str = "25-11-2026") -> Change:
    return triaging.snooze(desk, task_of(desk, WorkTerm.SAFETY_ASSESSMENT), until, reason)


def hold_triage(desk: Desk, reasoning: str) -> Change:
    held = TriageDraft(1, TODAY, ["vt_worker"], outcome="hand_over", reasoning=reasoning)
    return triaging.triage(desk, held)


def decide(desk: Desk, reasoning: str, weighed: str) -> Change:
    decision = InformDraft(
        1,
        "not_yet",
        ground="safety_victim",
        legal_ground="uavg_41_1_i",
        weighing={"risks": weighed},
        reasoning=reasoning,
        decided_by="Noor Denkbeeld",
        decided_on=TODAY,
        review_on="07-12-2026",
    )
    return informing.decide(desk, decision)


# By what was asked: it is given, and then everything goes on as far as it can.
ASKED: dict[str, Callable[[Desk], object]] = {
    "why a triage ended so": lambda desk: (hold_triage(desk, MARK), hold_triage(desk, "Weer.")),
    "why work was put off": lambda desk: put_off(desk, MARK),
    "why work was put off before": lambda desk: (put_off(desk, MARK), put_off(desk, "Nog.", "26-11-2026")),
    "why work was put off that is done": lambda desk: (put_off(desk, MARK), hold_triage(desk, "Zo.")),
    "how work was done": lambda desk: triaging.finish(desk, task_of(desk, WorkTerm.REPORTER_FEEDBACK), MARK),
    "why another route": lambda desk: routing.choose(desk, RouteDraft(1, "veilig_thuis", MARK, TODAY)),
    "why somebody has a role": lambda desk: roles.change_role(desk, RoleDraft(2, "witness", MARK)),
    "why it is another kind": lambda desk: kinds.convert(desk, 1, Kind.SIGNAL, MARK),
    "why it was closed": lambda desk: signals.change_status(desk, 1, "closed", MARK),
    "why not informed": lambda desk: (decide(desk, MARK, "Groot."), decide(desk, "Nog.", "Klein.")),
    "what was weighed": lambda desk: (decide(desk, "Nog.", MARK), decide(desk, "Nog.", "Klein.")),
    "what was noted at a lead": lambda desk: leads.add(desk, 1, LeadDraft("address", "Laan 1", MARK)),
}


@pytest.mark.parametrize("what", ASKED)
def test_what_was_asked_about_a_signal_can_be_read_on_its_page(
    desk: Desk, context: PageContext, screen: Screen, what: str
) -> None:
    signals.register(desk, a_notification())
    ASKED[what](desk)
    page = SignalPage(context, 1)
    screen.show(page, width=1158, height=668)
    page.entered()
    assert any(MARK in one.plain() for one in page.findChildren(Paragraph)), what
