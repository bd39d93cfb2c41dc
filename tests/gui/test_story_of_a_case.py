"""A case at the keyboard: from the call that comes in to the referral that ended, a meeting, and the case closed."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mhdesk.desk import cases, comensha, meetings, signals, today
from mhdesk.domain.cases import CaseDraft, CaseView
from mhdesk.domain.views import ReferralView, TodayKind
from mhdesk.gui.cases.case_dialogs import CloseCaseDialog, OpenCaseDialog
from mhdesk.gui.cases.follow_dialogs import GoalDialog
from mhdesk.gui.cases.help_dialogs import (
    AgreementDialog,
    FinishAgreementDialog,
    TrajectoryDialog,
)
from mhdesk.gui.comensha.dialogs import RegisterDialog
from mhdesk.gui.meetings.item_dialogs import AgreeDialog, ReportDialog
from mhdesk.gui.meetings.list_page import MeetingsPage
from mhdesk.gui.meetings.meeting_page import MeetingPage
from mhdesk.gui.meetings.plan_dialogs import HoldDialog, PlanDialog
from mhdesk.gui.meetings.table_dialogs import ParticipantDialog
from mhdesk.gui.network.list_page import NetworkPage
from mhdesk.gui.persons.person_page import PersonPage
from mhdesk.gui.referrals.letter_dialog import ReferralLetterDialog
from mhdesk.gui.signals.answer_dialog import AnswerReferralDialog
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.refer_dialog import ReferDialog
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.gui.widgets.buttons import QuietButton, SecondaryButton
from mhdesk.gui.widgets.fields import Choice
from tests.desk.drafts import a_notification
from tests.gui.signals.test_story import Window, call_comes_in, window
from tests.gui.widgets.screen import CONTROL, press, type_in

__all__ = ["window"]
D = TypeVar("D", bound=FormDialog)
TODAY, NEXT_WEEK = "23-11-2026", "30-11-2026"
MANY = 60

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)


class Keyboard:
    """Somebody who reaches everything with keys: letters for what is often done, Tab for the rest."""

    def __init__(self, window: Window) -> None:
        self.window = window

    def settle(self) -> None:
        """Wait until the pages have what they asked for, one question after another."""
        for _ in range(4):
            self.window.ask(lambda desk: desk.today())

    def on(self, kind: type[QWidget]) -> None:
        """Wait until a page of some kind is in front and filled, as a window manager would show it."""
        self.window.until(lambda: isinstance(self.window.pages.page, kind))
        self.settle()
        self.window.come_back()

    def press(self, keys: str) -> None:
        """Press a key with what is held down, wherever the focus is."""
        self.window.until(self._is_active)
        combination = QKeySequence(keys)[0]
        QTest.keyClick(_here(), combination.key(), combination.keyboardModifiers())
        QTest.qWait(0)  # what a key brings into sight can be pressed only once it is shown

    def _is_active(self) -> bool:
        """Say whether keys arrive; without a screen nobody makes a window active again once a dialog is gone."""
        if QApplication.focusWidget() is None:
            self.window.pages.window().activateWindow()
        return QApplication.focusWidget() is not None

    def reach(self, wanted: QWidget) -> None:
        """Walk to a widget with Tab."""
        self.window.until(self._is_active)
        for _ in range(MANY):
            if wanted is _here() or wanted.isAncestorOf(_here()):
                return
            press(_here(), Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {wanted.accessibleName() or wanted}")

    def choose(self, text: str) -> None:
        """Walk to a button on the page, once it is there, and press it."""
        self.window.until(lambda: self._buttons(text))
        self.reach(self._buttons(text)[0])
        self.press("Space")

    def _buttons(self, text: str) -> list[QWidget]:
        page = self.window.pages
        every = [one for kind in (QuietButton, SecondaryButton) for one in page.findChildren(kind)]
        return [one for one in every if one.text() == text and one.isVisible()]

    def fill(self, dialog: FormDialog, /, **values: str) -> None:
        """Walk through a dialog with Tab, choose with the arrows and type over what stands there."""
        for name, value in values.items():
            editor = dialog.part.fields[name].editor
            self.reach(editor)
            if isinstance(editor, Choice):
                self._walk_to(editor, value)
            else:
                press(_here(), Qt.Key.Key_A, CONTROL)
                type_in(_here(), value)

    def _walk_to(self, choice: Choice, code: str) -> None:
        press(choice, Qt.Key.Key_Home)
        for _ in range(choice.count()):
            if choice.code() == code:
                return
            press(choice, Qt.Key.Key_Down)
        assert choice.code() == code

    def record(self, kind: type[D], /, **values: str) -> None:
        """Fill in the dialog that came up, record it, and come back to the page behind it."""
        dialog = self.window.dialog(kind)
        self.fill(dialog, **values)
        press(_here(), Qt.Key.Key_Return, CONTROL)
        self.window.until(lambda: not self.window.pages.findChildren(kind))
        self.settle()
        self.window.come_back()


def _here() -> QWidget:
    here = QApplication.focusWidget()
    assert here is not None
    return here


def open_a_case(at: Keyboard) -> None:
    """Open the person from the signal with O, and her case with K, a goal, help that begins, an agreement."""
    at.press("O")
    at.on(PersonPage)
    at.press("Ctrl+PgDown")
    at.press("K")
    at.record(OpenCaseDialog, risk="high", reasoning="Hij zoekt haar.")
    at.press("G")
    at.record(GoalDialog, text="Een eigen kamer.")
    at.press("T")
    at.record(TrajectoryDialog, kind="reflection_period", started_on=TODAY)
    at.press("F")
    at.record(AgreementDialog, what="Intake plannen.", who="De Luwte", due_on=NEXT_WEEK)


def look_for_a_place(at: Keyboard) -> None:
    """Look with P in the network who has a place, and come back."""
    at.press("Ctrl+PgDown")
    at.press("P")
    at.on(NetworkPage)
    at.window.pages.back()
    at.on(PersonPage)
    at.window.pages.back()
    at.on(SignalPage)


def refer_until_it_ended(at: Keyboard) -> None:
    """Refer with D, write the letter, and record each answer with A until the help ended."""
    at.press("D")
    at.record(
        ReferDialog,
        organisation_id="Moviera",
        involvement_id="1",
        purpose="shelter",
        basis="consent_oral",
        consent_on=TODAY,
    )
    at.choose("Brief maken…")
    at.record(ReferralLetterDialog, phone="06 00 00 00 20")
    at.press("A")
    at.record(AnswerReferralDialog, state="waiting_list", place="Locatie Noord", answer="Drie wachtenden.")
    for state in ("accepted", "started"):
        at.press("A")
        at.record(AnswerReferralDialog, state=state, answer="Zij kan komen.")
    at.press("A")
    at.record(AnswerReferralDialog, state="ended", outcome="reached", answer="Zij woont op zichzelf.")


def referral_of(window: Window, number: int) -> ReferralView:
    (one,) = window.ask(lambda desk: signals.details(desk, number)).referrals
    return one


def case_of(window: Window) -> CaseView:
    (one,) = window.ask(lambda desk: cases.of_person(desk, 1))
    return one


def test_from_the_signal_to_the_referral_that_ended(window: Window) -> None:
    at = Keyboard(window)
    window.pages.go("signals")
    number = call_comes_in(window)
    open_a_case(at)
    look_for_a_place(at)
    refer_until_it_ended(at)
    one, case = referral_of(window, number), case_of(window)
    assert (one.state, one.outcome, len(one.letters)) == ("ended", "reached", 1)
    assert [step.state for step in one.answers][::-1] == [
        "sent",
        "waiting_list",
        "accepted",
        "started",
        "ended",
    ]
    assert [goal.text for goal in case.goals] == ["Een eigen kamer."]
    assert [step.kind for step in case.trajectories] == ["reflection_period"]
    assert [agreed.what for agreed in case.agreements] == ["Intake plannen."]


# --- from the meeting to the end ------------------------------------------------------------------------


def meet_about_it(at: Keyboard) -> None:
    """Plan a meeting with O: the case is on its agenda; add who comes, report, agree, and say that it was held."""
    at.press("O")
    at.record(PlanDialog, held_on=TODAY, place="Raadhuis", chair="Noor")
    at.on(MeetingPage)
    walk_on_the_agenda(at, "Up")
    at.press("P")
    at.record(ParticipantDialog, name="Mo Verzinsel", organisation_id="Wijkteam Bedacht")
    walk_on_the_agenda(at, "Down")
    at.press("V")
    at.record(ReportDialog, question="Wie regelt de opvang?", report="Zij wil blijven.")
    at.press("A")
    at.record(AgreeDialog, what="Opvang bellen.", someone="user:1", due_on=TODAY)
    at.press("H")
    at.record(HoldDialog)


def walk_on_the_agenda(at: Keyboard, arrow: str) -> None:
    page = at.window.pages.page
    assert isinstance(page, MeetingPage)
    at.reach(page.list)
    at.press(arrow)


def register_with_comensha(at: Keyboard) -> None:
    at.press("Ctrl+PgDown")
    at.press("Ctrl+PgDown")
    at.choose("Leg de registratie vast")
    at.record(
        RegisterDialog, dossier_type="registration", consent="victim", consent_on=TODAY, registered_on=TODAY
    )


def close_the_case(at: Keyboard) -> None:
    """Finish what was agreed, and close the case with what the help has brought."""
    at.press("Ctrl+PgUp")
    at.choose("Afgerond")
    at.record(FinishAgreementDialog, how="Gebeld, er is plek.")
    at.choose("Sluiten")
    at.record(CloseCaseDialog, reason="goals_reached", outcome="improved", text="Zij woont veilig.")


def test_from_the_meeting_to_the_case_that_is_closed(window: Window) -> None:
    at = Keyboard(window)
    window.ask(lambda desk: signals.register(desk, a_notification()))
    window.ask(
        lambda desk: cases.open_for(desk, CaseDraft(1, opened_on=TODAY, risk="high", reasoning="Hij."))
    )
    window.pages.go("meetings")
    at.on(MeetingsPage)
    meet_about_it(at)
    (task,) = [one for one in window.ask(today.items) if one.kind == TodayKind.AGREEMENT]
    assert task.person_id == 1
    window.pages.open_person(1)
    at.on(PersonPage)
    register_with_comensha(at)
    close_the_case(at)
    case, met = case_of(window), window.ask(lambda desk: meetings.details(desk, 1))
    assert (met.state, [one.name for one in met.participants]) == ("held", ["Mo Verzinsel"])
    assert [(one.report, one.discussed) for one in met.items] == [("Zij wil blijven.", True)]
    steps = window.ask(lambda desk: comensha.standing(desk, 1)).steps
    assert [step.state for step in steps if step.current] == ["registered"]
    assert (case.head.status, case.head.closing_reason, case.head.outcome) == (
        "closed",
        "goals_reached",
        "improved",
    )
    assert [agreed.done_how for agreed in case.agreements] == ["Gebeld, er is plek."]
