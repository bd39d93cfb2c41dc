"""The dialogs of a signal: they ask what a decision needs, and lose nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QListView, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.desk import drafts
from mhdesk.desk.desk import Desk
from mhdesk.domain.people import Role, User
from mhdesk.domain.registries import RegistryDraft
from mhdesk.domain.views import SignalDetails
from mhdesk.gui.look import theme
from mhdesk.gui.shell.context import KeepsDraft, PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.decide_dialog import DecideInformingDialog
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.loading import Loaded, load
from mhdesk.gui.signals.refer_dialog import ReferDialog
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.gui.widgets import messages
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.editors import DateEditor
from mhdesk.gui.widgets.fields import Choice, LongTextEditor, RadioCards, TextEditor
from mhdesk.gui.widgets.messages import MessageBar
from tests.gui.reach import nameless
from tests.gui.signals.conftest import Register
from tests.gui.signals.test_signal_page import begun
from tests.gui.widgets.screen import CONTROL, Screen, click, press, type_in

# The list under a field is a popup; the offscreen platform says what it cannot do with one.
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)


class At:
    """A page with one of its dialogs open."""

    def __init__(self, screen: Screen, context: PageContext, desk: Desk, number: int, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.page = SignalPage(context, number)
        screen.show(self.page, width=1158, height=668)
        self.desk, self.number = desk, number

    def loaded(self) -> Loaded:
        return load(self.number, self.desk)

    def details(self) -> SignalDetails:
        return self.loaded().details

    def decide(self, place: int = 1) -> DecideInformingDialog:
        """Return the dialog about one of those concerned."""
        self.page.acts.decide(self.loaded(), self.details().involvements[place].id)
        dialog = self.opened()
        assert isinstance(dialog, DecideInformingDialog)
        return dialog

    def refer(self) -> ReferDialog:
        self.page.acts.refer(self.loaded())
        dialog = self.opened()
        assert isinstance(dialog, ReferDialog)
        return dialog

    def opened(self) -> FormDialog:
        """Return the dialog that is open, when it is active: the focus needs that."""
        dialog = self.page.acts.dialog()
        assert dialog is not None
        dialog.activateWindow()
        self._qtbot.waitUntil(dialog.isActiveWindow)
        return dialog


@pytest.fixture
def at(screen: Screen, context: PageContext, desk: Desk, register: Register, qtbot: QtBot) -> At:
    """Return the page of a notification with a victim and an aggressor."""
    return At(screen, context, desk, register(), qtbot)


def put(dialog: FormDialog, name: str, value: str) -> None:
    """Fill a field in as a user does."""
    editor = dialog.part.fields[name].editor
    if isinstance(editor, Choice):
        editor.setCurrentIndex(editor.findData(value))
        editor.activated.emit(editor.currentIndex())
    elif isinstance(editor, RadioCards):
        editor.set_code(value)
        editor.edited.emit()
    elif isinstance(editor, TextEditor | LongTextEditor):
        editor.setText("")
        editor.setFocus()
        type_in(editor, value)


def fill(dialog: FormDialog, *pairs: tuple[str, str]) -> None:
    for name, value in pairs:
        put(dialog, name, value)


def asked(dialog: FormDialog) -> set[str]:
    return {name for name, field in dialog.part.fields.items() if field.isVisible()}


def errors(dialog: FormDialog) -> dict[str, str]:
    return {name: field.error() for name, field in dialog.part.fields.items() if field.error()}


NOT_YET = (
    ("choice", "not_yet"),
    ("ground", "safety_victim"),
    ("legal_ground", "uavg_41_1_i"),
    ("weighing.scope", "Niets, tot zij veilig is"),
    ("reasoning", "Zij loopt gevaar"),
    ("review_on", "07-12-2026"),
)


def test_only_what_the_answer_needs_is_asked(at: At) -> None:
    dialog = at.decide()
    assert asked(dialog) == {"choice"}
    put(dialog, "choice", "inform")
    both = {"choice", "reasoning", "decided_by", "decided_on", "consulted"}
    assert asked(dialog) == both | {"informed_on", "informed_by", "informed_how", "told"}
    put(dialog, "choice", "not_yet")
    waiting = both | {"ground", "legal_ground", "review_on"}
    assert asked(dialog) == waiting
    put(dialog, "choice", "not")
    assert asked(dialog) == waiting | {"agreed_by"}


def test_who_agreed_comes_before_the_buttons_for_tab(at: At) -> None:
    dialog = at.decide()
    put(dialog, "choice", "not")
    fields = dialog.part.fields
    fields["review_on"].editor.setFocus()
    press(fields["review_on"].editor, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is fields["agreed_by"].editor
    press(fields["agreed_by"].editor, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.primary


def test_the_person_at_the_desk_decides_today_unless_said_otherwise(at: At) -> None:
    draft = at.decide().typed()
    assert (draft.decided_by, draft.decided_on) == ("Noor Denkbeeld", "23-11-2026")


def test_not_yet_says_until_when_and_is_recorded(at: At) -> None:
    dialog = at.decide()
    fill(dialog, *NOT_YET)
    review = dialog.part.fields["review_on"]
    assert review.editor.accessibleDescription().startswith("uiterlijk ma 21-12")
    click(dialog.primary)
    after = at.details().involvements[1]
    assert after.inform_state == "not_yet"
    assert after.duty_on == date(2026, 12, 7)
    assert at.page.messages.sentence() == "Het besluit is vastgelegd."


def test_a_day_typed_without_its_year_is_recorded_whole_by_the_keys_too(at: At, qtbot: QtBot) -> None:
    dialog = at.decide()
    fill(dialog, *NOT_YET, ("decided_on", "gisteren"), ("review_on", "7 dec"))
    press(dialog.part.fields["review_on"].editor, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(at.details().involvements[1].decisions))
    last = at.details().involvements[1].decisions[0]
    assert (last.decided_on, at.details().involvements[1].duty_on) == (date(2026, 11, 22), date(2026, 12, 7))


def test_waiting_too_long_is_refused_at_its_field(at: At) -> None:
    dialog = at.decide()
    fill(dialog, *NOT_YET, ("review_on", "31-12-2026"))
    click(dialog.primary)
    assert errors(dialog) == {
        "review_on": "Op deze grond mag wachten telkens hooguit 28 dagen duren. Kies uiterlijk 21-12-2026."
    }
    assert at.details().involvements[1].decisions == ()


def test_each_missing_answer_is_named_and_the_first_has_the_cursor(at: At) -> None:
    dialog = at.decide()
    put(dialog, "choice", "not_yet")
    click(dialog.primary)
    assert set(errors(dialog)) == {"ground", "legal_ground", "reasoning", "review_on"}
    assert QApplication.focusWidget() is dialog.part.fields["ground"].editor


def test_a_refusal_alone_or_on_the_word_of_an_outsider_needs_a_day(at: At) -> None:
    dialog = at.decide()
    fill(dialog, ("choice", "not"), *NOT_YET[1:5])
    click(dialog.primary)
    assert set(errors(dialog)) == {"review_on"}
    put(dialog, "agreed_by", "Joris Bedacht")
    click(dialog.primary)
    assert set(errors(dialog)) == {"review_on"}
    put(dialog, "review_on", "01-06-2027")
    click(dialog.primary)
    assert at.details().involvements[1].inform_state == "not"


def test_what_another_answer_had_asked_is_not_recorded(at: At) -> None:
    dialog = at.decide()
    fill(dialog, *NOT_YET)
    fill(dialog, ("choice", "inform"), ("informed_on", "22-11-2026"), ("informed_how", "in een gesprek"))
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    decision = at.details().involvements[1].decisions[0]
    assert (decision.choice, decision.ground, decision.review_on) == ("inform", "", None)


def test_escape_changes_nothing_and_what_was_typed_is_there_again(at: At) -> None:
    dialog = at.decide()
    fill(dialog, *NOT_YET[:5])
    press(dialog, Qt.Key.Key_Escape)
    assert at.details().involvements[1].decisions == ()
    assert begun(at.page) == ["Het besluit over Bas Verzonnen staat als concept."]
    again = at.decide()
    assert again.typed().reasoning == "Zij loopt gevaar"
    press(again, Qt.Key.Key_Escape)
    assert len(drafts.mine(at.desk)) == 1


def test_what_is_recorded_is_no_draft_any_more_when_the_page_shows_it(at: At) -> None:
    dialog = at.decide()
    fill(dialog, *NOT_YET)
    dialog.keep_draft()
    click(dialog.primary)
    assert begun(at.page) == []
    assert at.page.acts.begun == []
    assert at.page.window().focusWidget() is at.page


def test_grounds_that_bind_another_kind_of_organisation_are_not_offered() -> None:
    assert "wmo_5_3_1_2" not in dict(options.legal_grounds("care_coordination"))
    assert "wmo_5_3_1_2" in dict(options.legal_grounds("veilig_thuis"))
    assert RegistryDraft().organisation_type == "care_coordination"


def test_a_ground_of_the_uavg_asks_for_one_point_at_least(at: At) -> None:
    dialog = at.decide()
    fill(dialog, NOT_YET[0], NOT_YET[1], ("legal_ground", "avg_14_5_b"))
    assert not any(name.startswith("weighing") for name in asked(dialog))
    fill(dialog, NOT_YET[2], *NOT_YET[4:])
    assert {"weighing.scope", "weighing.risks"} <= asked(dialog)
    click(dialog.primary)
    assert set(errors(dialog)) == {"weighing.scope"}
    more = next(button for button in dialog.findChildren(QuietButton) if "punten" in button.text())
    more.click()
    assert sum(name.startswith("weighing") for name in asked(dialog)) == 8
    put(dialog, "weighing.storage", "Een jaar")
    click(dialog.primary)
    assert at.details().involvements[1].decisions[0].weighing == (("storage", "Een jaar"),)


def test_how_to_reach_somebody_safely_stands_above_and_is_read_before_informing(at: At) -> None:
    dialog = at.decide(place=0)
    rules = [one.sentence() for one in dialog.findChildren(MessageBar) if one.kind == messages.Kind.SAFETY]
    assert rules == ["Bel alleen tussen 10 en 12 uur."]
    fill(dialog, ("choice", "inform"), ("told", "Dat er een melding is."))
    click(dialog.primary)
    assert set(errors(dialog)) == {"contact_read"}
    checks = dialog.part.fields["contact_read"].editor
    press(checks.findChildren(QCheckBox)[0], Qt.Key.Key_Space)
    click(dialog.primary)
    decision = at.details().involvements[0].decisions[0]
    assert (decision.choice, decision.told) == ("inform", "Dat er een melding is.")


def test_what_is_typed_in_a_dialog_is_kept_when_the_window_asks(at: At) -> None:
    dialog = at.decide()
    assert isinstance(dialog, KeepsDraft)
    fill(dialog, *NOT_YET[:5])
    assert dialog.has_unkept()
    dialog.keep_draft()
    assert not dialog.has_unkept()
    kept = json.loads(drafts.mine(at.desk)[0].payload)
    assert (kept["signal_id"], kept["reasoning"]) == (at.number, "Zij loopt gevaar")
    fill(dialog, NOT_YET[5])
    click(dialog.primary)
    assert drafts.mine(at.desk) == []


def test_a_failure_says_why_and_the_dialog_stays(at: At) -> None:
    dialog = at.decide()
    fill(dialog, *NOT_YET)
    at.desk.user = User(at.desk.user.id, at.desk.user.name, Role.PRIVACY_OFFICER)
    click(dialog.primary)
    assert dialog.isVisible()
    assert dialog.messages.kind is messages.Kind.ERROR
    assert dialog.typed().reasoning == "Zij loopt gevaar"


REFERRAL = (
    ("organisation_id", "Moviera"),
    ("purpose", "shelter"),
    ("basis", "consent_oral"),
)


def test_a_known_organisation_goes_by_its_own_name(at: At) -> None:
    dialog = at.refer()
    fill(dialog, *REFERRAL, ("organisation_id", "moviera"))
    click(dialog.primary)
    assert [one.organisation for one in at.details().referrals] == ["Moviera"]


def test_a_new_organisation_is_announced_before_it_is_added(at: At) -> None:
    dialog = at.refer()
    put(dialog, "organisation_id", "Stichting Proefhuis")
    name = dialog.part.fields["organisation_id"].editor
    assert name.accessibleDescription().startswith("nieuw, komt in de lijst")
    fill(dialog, *REFERRAL[1:])
    click(dialog.primary)
    assert [one.organisation for one in at.details().referrals] == ["Stichting Proefhuis"]


def test_typing_narrows_the_organisations_and_down_shows_them(at: At, qtbot: QtBot) -> None:
    dialog = at.refer()
    name = dialog.part.fields["organisation_id"].editor
    name.setFocus()
    press(name, Qt.Key.Key_Down)
    popup = next(view for view in QApplication.allWidgets() if view.accessibleName() == "Organisaties")
    assert isinstance(popup, QListView)
    qtbot.waitUntil(popup.isVisible)
    assert popup.model().rowCount() > 10
    popup.hide()
    type_in(name, "heils")
    assert popup.model().rowCount() == 1


def test_sharing_without_consent_asks_why(at: At) -> None:
    dialog = at.refer()
    assert "basis_note" not in asked(dialog)
    fill(dialog, *REFERRAL, ("basis", "not_asked"))
    assert "basis_note" in asked(dialog)
    click(dialog.primary)
    assert errors(dialog) == {"basis_note": "Schrijf op waarom je zonder toestemming deelt."}


def test_a_referral_of_the_whole_signal_needs_nobody(at: At) -> None:
    dialog = at.refer()
    fill(dialog, *REFERRAL)
    click(dialog.primary)
    assert at.details().referrals[0].involvement_id is None


def test_a_first_referral_warns_that_it_ends_the_term(at: At) -> None:
    assert "uiterlijk op de dag van de doorverwijzing" in at.refer().accessibleDescription()


def test_an_answer_cannot_come_before_the_question(at: At) -> None:
    dialog = at.refer()
    fill(dialog, *REFERRAL)
    click(dialog.primary)
    at.page.acts.answer(at.loaded(), at.details().referrals[0].id)
    answer = at.opened()
    fill(answer, ("state", "declined"), ("answered_on", "22-11-2026"))
    click(answer.primary)
    assert set(errors(answer)) == {"answered_on", "answer"}
    fill(answer, ("answered_on", "23-11-2026"), ("answer", "Geen plaats."))
    press(QApplication.focusWidget(), Qt.Key.Key_Return, CONTROL)
    QApplication.processEvents()


def in_order(dialog: FormDialog) -> Sequence[tuple[int, int]]:
    """Return where Tab leads, beginning in the first field."""
    places = []
    seen: list[QWidget] = []
    while (here := QApplication.focusWidget()) is not None and here not in seen:
        seen.append(here)
        place = here.mapTo(dialog, QPoint(0, 0))
        places.append((place.y() // 12, place.x()))
        press(here, Qt.Key.Key_Tab)
    return places


def test_tab_visits_the_fields_from_top_to_bottom_and_then_the_buttons(at: At) -> None:
    dialog = at.decide()
    put(dialog, "choice", "not_yet")
    dialog.part.fields["choice"].take_focus()
    assert nameless(dialog) == []
    places = in_order(dialog)
    assert len(places) == 10
    assert list(places) == sorted(places)


def test_the_first_field_of_a_dialog_has_the_cursor(at: At) -> None:
    dialog = at.refer()
    assert dialog.part.fields["organisation_id"].editor.hasFocus()
    assert isinstance(dialog.part.fields["referred_on"].editor, DateEditor)


@pytest.mark.parametrize("zoom", [1.0, 1.25, 1.5])
def test_however_many_fields_appear_the_buttons_stay_on_the_screen(
    at: At, qapp: QApplication, qtbot: QtBot, zoom: float
) -> None:
    theme.apply(qapp, theme.Scheme.LIGHT, zoom=zoom)
    dialog = at.decide()
    dialog.move(dialog.x(), at.page.screen().availableGeometry().bottom() - dialog.height())
    for choice in ("not_yet", "not"):
        put(dialog, "choice", choice)
        click(dialog.primary)
        qtbot.wait(20)
        seen = dialog.screen().availableGeometry()
        assert seen.contains(dialog.frameGeometry())
        assert dialog.rect().contains(dialog.primary.geometry())
        assert not dialog.primary.geometry().intersects(dialog._area.geometry())
    theme.apply(qapp, theme.Scheme.LIGHT)


def test_on_a_low_screen_the_fields_scroll_and_the_wrong_one_is_in_sight(at: At, qtbot: QtBot) -> None:
    dialog = at.decide()
    put(dialog, "choice", "not")
    qtbot.wait(20)
    low = dialog.height() - 200
    assert dialog.height_within(low) <= low
    fill(dialog, *NOT_YET[1:5])
    dialog._area.set_most(200)
    click(dialog.primary)
    wrong = dialog.part.fields["review_on"]
    qtbot.waitUntil(lambda: wrong.error() != "" and not wrong._error_row.visibleRegion().isEmpty())
