"""The page of one signal: everything about it, in words, with what can be done beside it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.desk import drafts, informing, referring, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.change import Change
from mhdesk.domain.informing import InformDraft, State
from mhdesk.domain.people import Role as UserRole
from mhdesk.domain.people import User
from mhdesk.domain.referrals import ReferralDraft
from mhdesk.domain.signals import Kind, PersonDraft, Status
from mhdesk.domain.views import SignalDetails
from mhdesk.gui.shell.context import KeepsDraft, PageContext
from mhdesk.gui.signals.answer_dialog import AnswerReferralDialog
from mhdesk.gui.signals.decide_dialog import DecideInformingDialog
from mhdesk.gui.signals.form_page import SignalFormPage
from mhdesk.gui.signals.informing_view import most_pressing
from mhdesk.gui.signals.list_page import SignalsPage
from mhdesk.gui.signals.loading import Loaded
from mhdesk.gui.signals.refer_dialog import ReferDialog
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.gui.signals.status_dialog import ChangeStatusDialog
from mhdesk.gui.signals.term_bar import edges_of
from mhdesk.gui.widgets.buttons import Button
from mhdesk.gui.widgets.labels import Label, Paragraph
from mhdesk.gui.widgets.messages import Kind as Message
from mhdesk.gui.widgets.messages import MessageBar
from tests.gui.conftest import Trail
from tests.gui.reach import nameless
from tests.gui.signals.conftest import Register
from tests.gui.widgets.screen import Screen, click, press, type_in
from tests.registry_fixtures import START, StoppedClock


def shown_on(screen: Screen, context: PageContext, number: int) -> SignalPage:
    page = SignalPage(context, number)
    screen.show(page, width=1158, height=668)
    page.entered()
    return page


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def settle() -> None:
    """Let the page show what is new and let go of what it replaced."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def texts(page: QWidget) -> list[str]:
    settle()
    labels = [label for label in page.findChildren(Label) if label.isVisible()]
    return [label.plain() if isinstance(label, Paragraph) else label.text() for label in labels]


def bars(page: SignalPage) -> list[MessageBar]:
    settle()
    return [bar for bar in page.findChildren(MessageBar) if bar.isVisible()]


def begun(page: SignalPage) -> list[str]:
    return [bar.sentence() for bar in bars(page) if bar.kind is Message.QUESTION]


def button(page: QWidget, name: str) -> Button:
    settle()
    found = [one for one in page.findChildren(Button) if name in {one.text(), one.accessibleName()}]
    assert len(found) == 1, [one.text() for one in page.findChildren(Button)]
    return found[0]


def details(desk: Desk, number: int) -> SignalDetails:
    return signals.details(desk, number)


def wait_longer(desk: Desk, involvement_id: int, decided_on: str, review_on: str) -> None:
    draft = InformDraft(
        involvement_id=involvement_id,
        choice="not_yet",
        ground="safety_victim",
        legal_ground="uavg_41_1_i",
        weighing={"risks": "Later weer."},
        reasoning="Zij loopt gevaar als hij het nu hoort",
        decided_by="Noor Denkbeeld",
        decided_on=decided_on,
        review_on=review_on,
    )
    informing.decide(desk, draft)


def test_the_page_tells_the_signal(screen: Screen, context: PageContext, register: Register) -> None:
    page = shown_on(screen, context, register())
    assert page.title == "GV-2026-0001"
    shown = texts(page)
    assert "Gezien bij het vakantiepark: acht mensen in één huisje." in shown
    assert "Arbeidsuitbuiting · Hilversum · ontvangen vr 20-11 · loopt" in shown
    assert "vr 20-11 om 23:40" in shown
    assert "leeftijd onbekend · 06 12345678" in shown


def test_safe_contact_stands_above_every_number_and_cannot_be_closed(
    screen: Screen, context: PageContext, register: Register
) -> None:
    page = shown_on(screen, context, register())
    rule = bars(page)[0]
    assert rule.kind is Message.SAFETY
    assert rule.accessibleName() == "Veilig contact, Lina Voorbeeld Bel alleen tussen 10 en 12 uur."
    number = next(p for p in page.findChildren(Paragraph) if "06 12345678" in p.plain())
    assert rule.mapTo(page, rule.rect().bottomLeft()).y() < number.mapTo(page, number.rect().topLeft()).y()
    press(rule, Qt.Key.Key_Escape)
    assert rule.isVisible()


def test_each_victim_and_aggressor_has_a_clock_with_its_day_and_source(
    screen: Screen, context: PageContext, register: Register
) -> None:
    people = [PersonDraft(first_names="Lina"), PersonDraft(role="witness", first_names="Ilse")]
    page = shown_on(screen, context, register(persons=people))
    shown = texts(page)
    assert shown.count("Nog te nemen") == 1
    assert "nog 30 dagen" in shown
    assert "Uiterlijk wo 23-12 · AVG art. 14 lid 3" in shown
    assert "één persoon" in shown
    assert {"Ilse", "getuige"} <= set(shown)


def test_a_missed_term_says_that_there_is_no_decision(
    screen: Screen, context: PageContext, register: Register, clock: StoppedClock
) -> None:
    number = register()
    clock.go_on(days=33)
    shown = texts(shown_on(screen, context, number))
    assert shown.count("Geen besluit") == 2
    assert shown.count("3 dagen te laat") == 2


def test_not_yet_shows_its_review_its_reasons_and_what_went_before(
    screen: Screen, context: PageContext, register: Register, desk: Desk, clock: StoppedClock
) -> None:
    number = register()
    aggressor = details(desk, number).involvements[1]
    wait_longer(desk, aggressor.id, "23-11-2026", "07-12-2026")
    clock.go_on(days=14)
    wait_longer(desk, aggressor.id, "07-12-2026", "04-01-2027")
    clock.go_on(days=4)
    shown = texts(shown_on(screen, context, number))
    assert "Nog niet" in shown
    assert "opnieuw bekijken: nog 24 dagen" in shown
    assert any(text.startswith("Veiligheid van het slachtoffer. Zij loopt gevaar") for text in shown)
    assert "Nog niet. 1e verlenging. Opnieuw bekijken op ma 04-01-2027. Noor Denkbeeld" in shown
    assert any(text.endswith("1e verlenging, sinds ma 23-11") for text in shown)
    assert "Nog niet. Opnieuw bekijken op ma 07-12. Noor Denkbeeld" in shown
    edges = edges_of(details(desk, number).involvements[1], date(2026, 11, 23))
    assert [(edge.day, edge.name) for edge in edges] == [
        (date(2026, 11, 23), "vastgelegd"),
        (date(2026, 12, 23), "eerste termijn"),
        (date(2027, 1, 4), "uiterlijk"),
    ]


def test_what_waits_with_somebody_else_says_how_long(
    screen: Screen, context: PageContext, register: Register, desk: Desk, clock: StoppedClock
) -> None:
    number = register()
    victim = details(desk, number).involvements[0]
    draft = ReferralDraft(number, victim.id, organisation_name="Stichting Proefhuis", purpose="shelter")
    draft.basis, draft.referred_on = "consent_oral", "23-11-2026"
    referring.refer(desk, draft)
    clock.go_on(days=12)
    shown = texts(shown_on(screen, context, number))
    assert {"Stichting Proefhuis", "wacht 12 dagen", "Toestemming, mondeling"} <= set(shown)
    assert "Opvang · voor Lina Voorbeeld · doorverwezen ma 23-11" in shown


def test_somebody_in_two_signals_leads_to_the_other(
    screen: Screen, context: PageContext, register: Register, trail: Trail
) -> None:
    first, second = register(), register()
    page = shown_on(screen, context, second)
    click(next(one for one in page.findChildren(Button) if one.text() == "GV-2026-0001"))
    assert trail.steps == [("open_signal", first)]


def test_b_decides_about_whoever_is_most_pressing(
    screen: Screen, context: PageContext, register: Register, desk: Desk, qtbot: QtBot
) -> None:
    number = register()
    victim, aggressor = details(desk, number).involvements
    told = InformDraft(victim.id, "inform", decided_by="Noor", decided_on="23-11-2026")
    told.informed_on, told.informed_how, told.contact_read = "23-11-2026", "in een gesprek", True
    informing.decide(desk, told)
    page = shown_on(screen, context, number)
    press(focused(), Qt.Key.Key_B)
    qtbot.waitUntil(lambda: page.findChild(DecideInformingDialog) is not None)
    dialog = page.findChild(DecideInformingDialog)
    assert dialog.draft().involvement_id == aggressor.id
    assert dialog.windowTitle() == ""


@pytest.mark.parametrize(
    ("people", "first"),
    [
        ([("not_yet", "2026-12-01"), ("undecided", "2026-12-20")], 1),
        ([("not", "2026-12-01"), ("undecided", "")], 1),
        ([("undecided", "2026-12-20"), ("not_yet", "2026-11-23")], 1),
        ([("undecided", "2026-12-20"), ("to_inform", "2026-12-19")], 1),
        ([("informed", ""), ("not", ""), ("not_yet", "2027-01-01")], 2),
        ([("informed", "")], 0),
    ],
)
def test_who_is_open_or_waits_for_a_review_of_today_is_more_pressing_than_who_is_settled(
    people: list[tuple[str, str]], first: int, desk: Desk, register: Register
) -> None:
    one = details(desk, register()).involvements[0]
    days = [date.fromisoformat(day) if day else None for _, day in people]
    states = [State(state) for state, _ in people]
    shown = [replace(one, inform_state=state, duty_on=day) for state, day in zip(states, days, strict=True)]
    assert most_pressing(shown, date(2026, 11, 23)) is shown[first]


def test_d_refers_and_a_answers(
    screen: Screen, context: PageContext, register: Register, desk: Desk, qtbot: QtBot
) -> None:
    number = register()
    draft = ReferralDraft(number, None, organisation_name="Proefhuis", purpose="care", basis="consent_oral")
    draft.referred_on = "23-11-2026"
    referring.refer(desk, draft)
    page = shown_on(screen, context, number)
    press(focused(), Qt.Key.Key_D)
    qtbot.waitUntil(lambda: page.findChild(ReferDialog) is not None)
    press(page.findChild(ReferDialog), Qt.Key.Key_Escape)
    settle()
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    press(page, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: page.findChild(AnswerReferralDialog) is not None)


def test_letters_do_nothing_while_somebody_types(
    screen: Screen, context: PageContext, register: Register, qtbot: QtBot
) -> None:
    page = shown_on(screen, context, register())
    page.acts.refer(_loaded(page))
    dialog = page.findChild(ReferDialog)
    for letter in (Qt.Key.Key_B, Qt.Key.Key_D, Qt.Key.Key_A):
        press(focused(), letter)
    qtbot.wait(150)
    assert page.findChildren(DecideInformingDialog) == []
    assert page.findChildren(ReferDialog) == [dialog]


def _loaded(page: SignalPage) -> Loaded:
    assert page._loaded is not None
    return page._loaded


def test_closing_asks_why_and_keeps_the_reason(
    screen: Screen, context: PageContext, register: Register, desk: Desk
) -> None:
    number = register()
    page = shown_on(screen, context, number)
    click(button(page, "Afsluiten"))
    dialog = page.findChild(ChangeStatusDialog)
    click(dialog.primary)
    assert dialog.part.fields["reason"].error().startswith("Schrijf op waarom.")
    type_in(dialog.part.fields["reason"].editor, "Geen aanwijzingen meer.")
    click(dialog.primary)
    after = details(desk, number)
    assert after.status == Status.CLOSED
    assert {"Geen aanwijzingen meer.", "Heropenen"} <= {*texts(page), button(page, "Heropenen").text()}
    assert page.messages.sentence().startswith("De nieuwe status is vastgelegd")


def test_an_imported_signal_asks_to_be_looked_through_once(
    screen: Screen, context: PageContext, register: Register, desk: Desk
) -> None:
    from mhdesk.store import signals as stored
    from mhdesk.store.revisions import Author

    number = register()
    with desk.database.writing() as connection:
        stored.change(connection, number, Author(1, START.isoformat()), to_review=True)
    page = shown_on(screen, context, number)
    asked = next(bar for bar in bars(page) if bar.kind is Message.QUESTION)
    asked.action_chosen.emit()
    assert not details(desk, number).to_review
    assert not [bar for bar in bars(page) if bar.kind is Message.QUESTION]


def test_a_change_elsewhere_is_shown_and_one_of_another_signal_is_not_asked(
    screen: Screen, context: PageContext, register: Register, desk: Desk
) -> None:
    number = register()
    other = register(persons=[], kind=Kind.SIGNAL)
    page = shown_on(screen, context, number)
    before = _loaded(page)
    context.bus.changed.emit(signals.change_status(desk, other, Status.CLOSED, "Dubbel."))
    assert _loaded(page) is before
    context.bus.changed.emit(signals.change_status(desk, number, Status.CLOSED, "Afgerond."))
    assert "Afgerond." in texts(page)


def test_who_may_only_read_is_offered_nothing_to_write(
    screen: Screen, context: PageContext, register: Register
) -> None:
    reader = User(1, "Fatima Bedacht", UserRole.PRIVACY_OFFICER)
    page = shown_on(screen, replace(context, user=reader), register())
    offered = {one.text() for one in page.findChildren(Button) if one.isVisible()}
    assert offered == {"Persoon"}  # which leads to more to read
    assert page.keyhints() == ()


def test_a_signal_that_does_not_exist_is_told_as_such(screen: Screen, context: PageContext) -> None:
    page = shown_on(screen, context, 404)
    assert page.messages.sentence() == "Dit signaal staat niet in het register."


class Windows(QObject):
    """Notes every window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


def test_no_part_of_a_page_ever_comes_up_as_a_window_of_its_own(
    screen: Screen, context: PageContext, register: Register, dutch: QApplication
) -> None:
    number = register()
    windows = Windows()
    dutch.installEventFilter(windows)
    page, listed, form = SignalPage(context, number), SignalsPage(context), SignalFormPage(context)
    window = screen.show(page, listed, form)
    listed.entered()
    form.entered()
    context.bus.changed.emit(Change("signal.reviewed", signals=frozenset({number})))
    settle()
    dutch.removeEventFilter(windows)
    assert windows.shown == [window]


def test_everything_that_tab_visits_has_a_name(
    screen: Screen, context: PageContext, register: Register
) -> None:
    register()
    page = shown_on(screen, context, register())
    assert nameless(page.window()) == []


def test_the_page_is_no_form_of_its_own(screen: Screen, context: PageContext, register: Register) -> None:
    assert not isinstance(shown_on(screen, context, register()), KeepsDraft)


def test_a_decision_that_was_begun_is_offered_again(
    screen: Screen, context: PageContext, register: Register, desk: Desk
) -> None:
    number = register()
    aggressor = details(desk, number).involvements[1]
    half = {"signal_id": number, "involvement_id": aggressor.id, "choice": "not_yet", "reasoning": "Half af"}
    drafts.keep(desk, "inform", json.dumps(half), None)
    page = shown_on(screen, context, number)
    asked = next(bar for bar in bars(page) if bar.kind is Message.QUESTION)
    asked.action_chosen.emit()
    dialog = page.findChild(DecideInformingDialog)
    assert dialog.typed().reasoning == "Half af"
    press(dialog, Qt.Key.Key_Escape)
    assert len(drafts.mine(desk)) == 1
    assert begun(page) == ["Het besluit over Bas Verzonnen staat als concept."]
    click(button(page, "Weggooien"))
    assert drafts.mine(desk) == []
    assert begun(page) == []


@pytest.mark.parametrize("width", [1158, 900, 640])
def test_nothing_of_a_long_story_is_cut_off(
    screen: Screen, context: PageContext, register: Register, width: int
) -> None:
    story = "\n\n".join(
        f"Alinea {number}: " + "een lange zin over wat er gebeurde. " * 8 for number in range(6)
    )
    page = SignalPage(context, register(narrative=story))
    screen.open(page)
    page.resize(width, 668)
    QApplication.processEvents()
    told = next(one for one in page.findChildren(Paragraph) if one.plain().startswith("Alinea 0"))
    assert told.height() >= told.heightForWidth(told.width())


def test_keys_scroll_a_long_page(screen: Screen, context: PageContext, register: Register) -> None:
    page = shown_on(screen, context, register(narrative="Een lange zin over wat er gebeurde. " * 200))
    settle()
    bar = page._main_area.verticalScrollBar()
    for key, moved in ((Qt.Key.Key_PageDown, True), (Qt.Key.Key_Home, False), (Qt.Key.Key_Down, True)):
        press(page, key)
        assert (bar.value() > 0) is moved
    press(page, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
