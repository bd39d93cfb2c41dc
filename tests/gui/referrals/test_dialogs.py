"""Referring: the minimum is ticked, the wall stands, a step offers only what can follow, the letter shows itself."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox
from sqlalchemy import update

from mhdesk.desk import referring, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft
from mhdesk.gui.referrals.acts import as_typed, need_after
from mhdesk.gui.referrals.letter_dialog import ReferralLetterDialog
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.answer_dialog import AnswerReferralDialog
from mhdesk.gui.signals.loading import load
from mhdesk.gui.signals.refer_dialog import ReferDialog
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.store.schema import organisation
from tests.gui.reach import nameless
from tests.gui.signals.conftest import Register, register
from tests.gui.widgets.screen import Screen

__all__ = ["register"]
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)


class At:
    """The page of a signal, and its dialogs."""

    def __init__(self, screen: Screen, context: PageContext, desk: Desk, number: int) -> None:
        self.page, self.desk, self.number = SignalPage(context, number), desk, number
        screen.show(self.page, width=1158, height=668)

    def refer(self) -> ReferDialog:
        self.page.acts.refer(load(self.number, self.desk))
        dialog = self.page.acts.dialog()
        assert isinstance(dialog, ReferDialog)
        return dialog

    def step(self, referral_id: int) -> AnswerReferralDialog:
        self.page.acts.answer(load(self.number, self.desk), referral_id)
        dialog = self.page.acts.dialog()
        assert isinstance(dialog, AnswerReferralDialog)
        return dialog

    def letter(self, referral_id: int) -> ReferralLetterDialog:
        self.page.acts.referrals.letter(load(self.number, self.desk), referral_id)
        dialog = self.page.acts.dialog()
        assert isinstance(dialog, ReferralLetterDialog)
        return dialog


@pytest.fixture
def at(screen: Screen, context: PageContext, desk: Desk, register: Register) -> At:
    number = register()
    connection = desk.database.connection
    connection.execute(update(organisation).values(side="care"))
    connection.execute(update(organisation).where(organisation.c.id == 2).values(side="safety"))
    return At(screen, context, desk, number)


def name_of(desk: Desk, number: int) -> str:
    return next(one.name for one in referring.all_organisations(desk) if one.id == number)


def fill_in(dialog: ReferDialog, name: str, purpose: str) -> None:
    dialog._organisation.setText(name)
    dialog._purpose.set_code(purpose)
    dialog.adapt()


def referred(desk: Desk, *shared: str, proposed: bool = False) -> int:
    draft = ReferralDraft(1, 1, 1, purpose="shelter", basis="consent_oral", referred_on="23-11-2026")
    draft.shared, draft.proposed = list(shared), proposed
    number = referring.refer(desk, draft).created
    assert number is not None
    return number


def test_the_minimum_is_ticked_and_the_other_side_cannot_be_chosen(at: At) -> None:
    dialog = at.refer()
    fill_in(dialog, name_of(at.desk, 1), "shelter")
    assert {"name", "phone", "safe_contact", "needs"} <= set(dialog.shared.codes())
    offered = {check.text() for check in dialog.shared.findChildren(QCheckBox)}
    assert "welke hulp nodig is" in offered
    assert "gegevens van de pleger" not in offered
    fill_in(dialog, name_of(at.desk, 2), "investigation")
    assert {"police", "aggressor"} <= set(dialog.shared.codes())
    assert "needs" not in dialog.shared.codes()
    assert nameless(dialog) == []


def test_the_receiver_is_shown_what_it_gets_with_safe_contact_along(at: At) -> None:
    dialog = at.refer()
    fill_in(dialog, name_of(at.desk, 1), "care")
    dialog._whom.set_code("1")
    dialog.adapt()
    shown = dialog.shared.preview.plain()
    assert "Lina Voorbeeld" in shown
    assert "Bel alleen tussen 10 en 12 uur." in shown
    assert "Verzonnen" not in shown


def test_a_missing_covenant_is_warned_about_and_does_not_hold_anybody_up(at: At) -> None:
    dialog = at.refer()
    fill_in(dialog, name_of(at.desk, 1), "shelter")
    assert "geen convenant" in dialog._covenant.sentence()
    dialog._basis.set_code("consent_oral")
    dialog.adapt()
    assert dialog.problems() == []


def test_an_urgency_fills_in_the_day_until_somebody_types_another(at: At) -> None:
    dialog = at.refer()
    dialog._urgency.set_code("today")
    dialog.adapt()
    assert dialog.draft().answer_by == "23-11-2026"
    dialog._answer_by.setText("01-12-2026")
    dialog._urgency.set_code("normal")
    dialog.adapt()
    assert dialog.draft().answer_by == "01-12-2026"


def test_a_step_offers_only_what_can_follow_and_asks_what_belongs_to_it(at: At) -> None:
    number = referred(at.desk)
    dialog = at.step(number)
    codes = [str(dialog._state.itemData(row)) for row in range(dialog._state.count())]
    assert codes == ["received", "waiting_list", "accepted", "started", "declined", "withdrawn"]
    dialog.choose("waiting_list")
    assert not dialog.part.fields["place"].isHidden()
    assert dialog.part.fields["outcome"].isHidden()
    dialog._place.setText("Locatie Noord")
    dialog.decide()
    (shown,) = signals.details(at.desk, 1).referrals
    assert (shown.state, shown.waiting_place) == ("waiting_list", "Locatie Noord")


def test_where_nothing_was_found_the_unmet_need_is_offered(at: At) -> None:
    dialog = at.step(referred(at.desk))
    dialog.choose("declined")
    dialog._text.setText("Geen plek.")
    offered: list[str] = []
    at.page.acts.referrals.offered.connect(lambda _, action, __: offered.append(action))
    dialog.decide()
    assert offered == ["Vastleggen wat ontbreekt"]
    loaded = load(1, at.desk)
    need = need_after(loaded, loaded.details.referrals[0])
    assert (need.purpose, need.municipality, need.person_id) == ("shelter", "GM0402", 1)


def test_a_proposal_is_sent_by_the_same_dialog_as_it_was_proposed(at: At) -> None:
    number = referred(at.desk, "name", "needs", proposed=True)
    at.page.acts.referrals.send(load(1, at.desk), number)
    dialog = at.page.acts.dialog()
    assert isinstance(dialog, ReferDialog)
    assert dialog.shared.codes() == ["name", "needs"]
    dialog.decide()
    (shown,) = signals.details(at.desk, 1).referrals
    assert (shown.state, [step.state for step in shown.answers]) == ("sent", ["sent", "proposed"])


def test_the_letter_shows_itself_and_hints_where_it_speaks_of_the_other_side(at: At) -> None:
    dialog = at.letter(referred(at.desk, "name", "safe_contact", "needs"))
    assert "Lina Voorbeeld" in dialog.preview.plain()
    assert "Bel alleen tussen 10 en 12 uur." in dialog.preview.plain()
    dialog._texts["needs"].setText("Een bed. Bas Verzonnen zoekt haar.")
    dialog._phone.setText("035 000 00 00")
    dialog.adapt()
    assert "gegevens van de pleger" in dialog._hint.sentence()
    dialog.decide()
    (kept,) = signals.details(at.desk, 1).referrals[0].letters
    assert kept.size > 1000


def test_a_letter_that_somebody_began_goes_on_where_it_was(at: At) -> None:
    number = referred(at.desk, "name", "needs")
    dialog = at.letter(number)
    dialog._texts["needs"].setText("Een bed.")
    assert dialog.keeper is not None
    dialog.keeper.mark_changed()
    dialog.keep_draft()
    dialog.reject()
    loaded = load(1, at.desk)
    (kept,) = loaded.drafts
    at.page.acts.begun = loaded.drafts
    at.page.acts.go_on(loaded, kept)
    again = at.page.acts.dialog()
    assert isinstance(again, ReferralLetterDialog)
    assert again.draft().texts["needs"] == "Een bed."


def test_every_step_stands_on_the_page_with_what_was_shared_and_why(at: At) -> None:
    number = referred(at.desk, "name", "needs")
    referring.answer(at.desk, AnswerDraft(number, "received", "23-11-2026", "Zij hebben het."))
    referring.answer(at.desk, AnswerDraft(number, "declined", "23-11-2026", "Geen plek."))
    one = signals.details(at.desk, 1).referrals[0]
    from mhdesk.gui.referrals import describing

    told = [*describing.lines(one, "Lina", at.desk.today()), describing.remark(one)]
    told += describing.earlier_lines(one, at.desk.today())
    assert any("naam, welke hulp nodig is" in line for line in told)
    assert "Geen plek." in told
    assert any("Zij hebben het." in line for line in told)
    assert any("geen convenant" in line for line in told)


def test_a_proposal_as_it_is_sent_keeps_all_that_was_chosen(at: At) -> None:
    referred(at.desk, "name", proposed=True)
    one = signals.details(at.desk, 1).referrals[0]
    draft = as_typed(one, "23-11-2026")
    assert (draft.purpose, draft.shared, draft.referral_id, draft.version) == ("shelter", ["name"], 1, 1)
