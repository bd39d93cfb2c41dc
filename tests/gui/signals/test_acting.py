"""A line of Today opens the form by which it is done, and nothing when that was done meanwhile."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mhdesk.desk import informing, referring, today, triaging
from mhdesk.desk.desk import Desk
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.people import Role, User
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft
from mhdesk.domain.views import TodayItem
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.answer_dialog import AnswerReferralDialog
from mhdesk.gui.signals.decide_dialog import DecideInformingDialog
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.gui.signals.task_dialogs import FinishTaskDialog
from mhdesk.gui.signals.triage_dialog import TriageDialog
from tests.gui.signals.conftest import Register
from tests.gui.widgets.screen import Screen

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)
REFERRAL = ReferralDraft(
    signal_id=1, organisation_id=1, purpose="care", basis="consent_oral", referred_on="23-11-2026"
)


@pytest.fixture
def waits(desk: Desk, register: Register) -> dict[str, TodayItem]:
    """Return what waits of one notification that was referred, by kind or term."""
    register()
    referring.refer(desk, REFERRAL)
    return {item.ground or str(item.kind): item for item in today.items(desk)}


def acted(context: PageContext, screen: Screen, item: TodayItem) -> SignalPage:
    page = SignalPage(context, 1)
    screen.show(page, width=1158, height=668)
    page.act_on(item)
    return page


@pytest.mark.parametrize(
    ("waiting", "form"),
    [
        ("decide", DecideInformingDialog),
        ("safety_assessment", TriageDialog),
        ("reporter_feedback", FinishTaskDialog),
        ("answer", AnswerReferralDialog),
    ],
)
def test_each_line_opens_its_form(
    waiting: str, form: type, waits: dict[str, TodayItem], context: PageContext, screen: Screen
) -> None:
    assert isinstance(acted(context, screen, waits[waiting]).acts.dialog(), form)


def test_what_was_done_meanwhile_opens_the_page_alone(
    waits: dict[str, TodayItem], context: PageContext, screen: Screen, desk: Desk
) -> None:
    task, referral = waits["reporter_feedback"], waits["answer"]
    decision = waits["decide"]
    assert task.record_id
    triaging.finish(desk, task.record_id, "Gebeld en bedankt.")
    referring.answer(desk, AnswerDraft(1, "accepted", "23-11-2026"))
    told = InformDraft(decision.involvement_id or 0, "inform", decided_by="Noor", decided_on="23-11-2026")
    informing.decide(desk, replace(told, informed_on="23-11-2026", informed_how="In een gesprek."))
    for item in (task, referral, decision):
        assert acted(context, screen, item).acts.dialog() is None


def test_who_may_only_read_sees_the_page(
    waits: dict[str, TodayItem], context: PageContext, screen: Screen
) -> None:
    reader = replace(context, user=User(1, context.user.name, Role.PRIVACY_OFFICER))
    for item in waits.values():
        assert acted(reader, screen, item).acts.dialog() is None
