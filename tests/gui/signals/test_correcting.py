"""Correcting a signal in the window: by its blocks, kept at a lock, shown beside what a colleague made of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from mhdesk.desk import amending, drafts, referring, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain import amending as typed
from mhdesk.domain.people import Role, User
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import change_words, payloads
from mhdesk.gui.signals.amend_signal_dialog import AmendSignalDialog
from mhdesk.gui.signals.conflict_dialog import BOTH, MINE, THEIRS, ConflictDialog
from mhdesk.gui.signals.destroy_dialog import DestroyDialog
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.person_dialog import PersonDialog
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.gui.widgets.fields import Choice, LongTextEditor, RadioCards, TextEditor
from mhdesk.gui.widgets.messages import Kind as Message
from tests.gui.reach import nameless
from tests.gui.signals.conftest import Register
from tests.gui.signals.test_signal_page import begun, button, shown_on, texts
from tests.gui.widgets.screen import CONTROL, Screen, click, press

# The list under a field is a popup; the offscreen platform says what it cannot do with one.
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)
TOLD = "Gezien bij het vakantiepark: acht mensen in één huisje."


@pytest.fixture
def page(screen: Screen, context: PageContext, register: Register, qtbot: QtBot) -> SignalPage:
    """Return the page of a notification with a victim and an aggressor."""
    shown = shown_on(screen, context, register())
    qtbot.waitUntil(lambda: TOLD in texts(shown))
    return shown


def opened(page: SignalPage, kind: type[FormDialog], qtbot: QtBot) -> FormDialog:
    dialog = page.acts.dialog()
    assert isinstance(dialog, kind)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def story(dialog: FormDialog) -> LongTextEditor:
    editor = dialog.part.fields["narrative"].editor
    assert isinstance(editor, LongTextEditor)
    return editor


def choose(dialog: FormDialog, name: str, code: str) -> None:
    editor = dialog.part.fields[name].editor
    assert isinstance(editor, Choice | RadioCards)
    editor.set_code(code)
    editor.edited.emit()


def line(dialog: FormDialog, name: str, text: str) -> None:
    editor = dialog.part.fields[name].editor
    assert isinstance(editor, TextEditor | LongTextEditor)
    editor.setText(text)
    dialog.part.edited.emit(dialog.part.fields[name])


def amend_story(page: SignalPage, qtbot: QtBot, text: str) -> FormDialog:
    """Open the story by its key, type another one, and record it."""
    press(page, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: page.acts.dialog() is not None)
    dialog = opened(page, AmendSignalDialog, qtbot)
    line(dialog, "narrative", text)
    dialog.decide()
    return dialog


def settled(page: SignalPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.acts.dialog() is None)
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_v_amends_the_story_and_the_page_says_what_it_said(
    page: SignalPage, desk: Desk, qtbot: QtBot
) -> None:
    amend_story(page, qtbot, "Negen mensen, bij nader inzien.")
    settled(page, qtbot)
    shown = texts(page)
    assert "Negen mensen, bij nader inzien." in shown
    assert "Gewijzigd" in shown
    assert f"Verhaal was: {TOLD}" in shown
    assert "Noor Denkbeeld, ma 23-11 om 02:08" in shown
    assert drafts.mine(desk) == []


def test_a_long_story_is_seen_and_goes_on_at_its_end(
    screen: Screen, context: PageContext, register: Register, qtbot: QtBot
) -> None:
    page = shown_on(screen, context, register(narrative="Een collega vertelt over iets anders. " * 20))
    press(page, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: page.acts.dialog() is not None)
    editor = story(opened(page, AmendSignalDialog, qtbot))
    qtbot.waitUntil(lambda: editor.height() >= 10 * editor.fontMetrics().lineSpacing())
    assert editor.textCursor().atEnd()


def test_undo_is_another_correction(page: SignalPage, desk: Desk, qtbot: QtBot) -> None:
    amend_story(page, qtbot, "Negen mensen.")
    settled(page, qtbot)
    assert page.messages.sentence() == "De wijziging is vastgelegd."
    click(button(page.messages, "Ongedaan maken"))
    qtbot.waitUntil(lambda: signals.details(desk, 1).narrative == TOLD)
    qtbot.waitUntil(lambda: page.messages.sentence() == "Er staat weer wat er eerst stond.")
    qtbot.waitUntil(lambda: "Verhaal was: Negen mensen." in texts(page))


def test_ctrl_z_undoes_the_last_correction(page: SignalPage, desk: Desk, qtbot: QtBot) -> None:
    amend_story(page, qtbot, "Negen mensen.")
    settled(page, qtbot)
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    press(page, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: signals.details(desk, 1).narrative == TOLD)


def test_undo_leaves_alone_what_was_changed_again(page: SignalPage, desk: Desk, qtbot: QtBot) -> None:
    amend_story(page, qtbot, "Negen mensen.")
    settled(page, qtbot)
    now = signals.details(desk, 1)
    amending.amend_signal(desk, 1, now.version, replace(typed.signal_draft(now), narrative="Tien mensen."))
    click(button(page.messages, "Ongedaan maken"))
    qtbot.waitUntil(lambda: page.messages.kind is Message.ERROR)
    assert signals.details(desk, 1).narrative == "Tien mensen."


def test_recording_what_it_says_already_changes_nothing(page: SignalPage, desk: Desk, qtbot: QtBot) -> None:
    amend_story(page, qtbot, TOLD)
    settled(page, qtbot)
    assert page.messages.sentence() == "Dat stond er al. Er is niets gewijzigd."
    assert signals.details(desk, 1).history == ()


def test_the_block_of_the_receipt_asks_the_rest(page: SignalPage, desk: Desk, qtbot: QtBot) -> None:
    click(button(page, "Aanvullen hoe het binnenkwam"))
    dialog = opened(page, AmendSignalDialog, qtbot)
    assert not story(dialog).isVisible()
    choose(dialog, "municipality", "GM0406")
    line(dialog, "received_time", "")
    dialog.decide()
    settled(page, qtbot)
    assert {"Gemeente was: Hilversum", "Tijd van ontvangst was: 23:40"} <= set(texts(page))
    assert signals.details(desk, 1).narrative == TOLD


def test_what_is_wrong_is_told_at_its_field(page: SignalPage, desk: Desk, qtbot: QtBot) -> None:
    click(button(page, "Aanvullen hoe het binnenkwam"))
    dialog = opened(page, AmendSignalDialog, qtbot)
    line(dialog, "received_on", "30-02-2026")
    dialog.decide()
    assert dialog.part.fields["received_on"].error()
    assert signals.details(desk, 1).version == 1


def test_a_correction_does_not_ask_the_kind(page: SignalPage, desk: Desk, qtbot: QtBot) -> None:
    click(button(page, "Aanvullen hoe het binnenkwam"))
    dialog = opened(page, AmendSignalDialog, qtbot)
    assert "kind" not in dialog.part.fields
    choose(dialog, "municipality", "GM0406")
    dialog.decide()
    settled(page, qtbot)
    assert signals.details(desk, 1).kind == "notification"


class TestDraftAndColleague:
    """A draft kept at a lock, and a colleague who corrected the same signal before it was gone on with."""

    def kept(self, page: SignalPage, desk: Desk, qtbot: QtBot) -> None:
        """Type, lock, and let a colleague correct the story and the municipality."""
        press(page, Qt.Key.Key_V)
        qtbot.waitUntil(lambda: page.acts.dialog() is not None)
        dialog = opened(page, AmendSignalDialog, qtbot)
        line(dialog, "narrative", "Ik zag er negen.")
        dialog.keep_draft()
        qtbot.waitUntil(lambda: not dialog.has_unkept())
        dialog.reject()
        settled(page, qtbot)
        opened_by_bram = signals.details(desk, 1)
        theirs = replace(
            typed.signal_draft(opened_by_bram), narrative="Bram zag er tien.", municipality="GM0406"
        )
        amending.amend_signal(desk, 1, opened_by_bram.version, theirs)

    def go_on(self, screen: Screen, context: PageContext, qtbot: QtBot) -> tuple[SignalPage, ConflictDialog]:
        """Open the signal anew, go on with the draft and record it: both stand beside each other."""
        page = shown_on(screen, context, 1)
        qtbot.waitUntil(lambda: begun(page) == ["Een wijziging van dit signaal is bewaard als concept."])
        click(button(page, "Verder"))
        qtbot.waitUntil(lambda: page.acts.dialog() is not None)
        dialog = opened(page, AmendSignalDialog, qtbot)
        assert isinstance(dialog, AmendSignalDialog)
        assert story(dialog).text() == "Ik zag er negen."
        dialog.decide()
        qtbot.waitUntil(lambda: dialog.both is not None and dialog.both.isVisible())
        assert dialog.both is not None
        return page, dialog.both

    @pytest.fixture
    def met(
        self, page: SignalPage, desk: Desk, screen: Screen, context: PageContext, qtbot: QtBot
    ) -> tuple[SignalPage, ConflictDialog]:
        """Return the page and the dialog that shows both."""
        self.kept(page, desk, qtbot)
        return self.go_on(screen, context, qtbot)

    def test_both_are_shown_field_by_field_and_chosen_by_who_changed_them(
        self, met: tuple[SignalPage, ConflictDialog]
    ) -> None:
        _, both = met
        assert both.chosen() == {"municipality": THEIRS, "narrative": MINE}
        assert nameless(both) == []
        assert {"Gemeente", "Verhaal"} <= set(texts(both))

    @pytest.mark.parametrize(
        ("choice", "told"),
        [
            (MINE, "Ik zag er negen."),
            (THEIRS, "Bram zag er tien."),
            (BOTH, "Bram zag er tien.\n\nIk zag er negen."),
        ],
    )
    def test_what_is_chosen_is_recorded_and_nothing_is_lost(
        self, met: tuple[SignalPage, ConflictDialog], desk: Desk, qtbot: QtBot, choice: str, told: str
    ) -> None:
        page, both = met
        choose(both, "narrative", choice)
        click(both.primary)
        settled(page, qtbot)
        now = signals.details(desk, 1)
        assert (now.narrative, now.municipality) == (told, "GM0406")
        before = [one.earlier.get("narrative") for one in now.history]
        assert before == ([TOLD] if choice == THEIRS else ["Bram zag er tien.", TOLD])
        assert drafts.mine(desk) == []

    def test_esc_leaves_what_was_typed_and_records_nothing(
        self, met: tuple[SignalPage, ConflictDialog], desk: Desk, qtbot: QtBot
    ) -> None:
        page, both = met
        press(both, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not both.isVisible())
        dialog = opened(page, AmendSignalDialog, qtbot)
        assert story(dialog).text() == "Ik zag er negen."
        assert signals.details(desk, 1).narrative == "Bram zag er tien."
        assert len(drafts.mine(desk)) == 1

    def test_the_arrow_keys_choose(self, met: tuple[SignalPage, ConflictDialog], qtbot: QtBot) -> None:
        _, both = met
        both.activateWindow()
        qtbot.waitUntil(both.isActiveWindow)
        both.part.fields["narrative"].take_focus()
        press(QApplication.focusWidget(), Qt.Key.Key_Right)
        qtbot.waitUntil(lambda: both.chosen()["narrative"] == THEIRS)


def test_a_person_is_corrected_everywhere(page: SignalPage, desk: Desk, qtbot: QtBot) -> None:
    click(button(page, "Aanvullen wat bekend is over Lina Voorbeeld"))
    dialog = opened(page, PersonDialog, qtbot)
    assert dialog.part.fields["role"].isHidden()
    line(dialog, "birth", "ca. 24 jr")
    line(dialog, "last_name", "Bedacht")
    dialog.decide()
    settled(page, qtbot)
    shown = texts(page)
    assert {"Lina Bedacht", "Noor Denkbeeld, ma 23-11 om 02:08 · Lina Bedacht"} <= set(shown)
    assert {"Achternaam was: Voorbeeld", "Geboortedatum was: leeg"} <= set(shown)
    click(button(page.messages, "Ongedaan maken"))
    qtbot.waitUntil(lambda: signals.details(desk, 1).involvements[0].name == "Lina Voorbeeld")


def test_a_person_whom_a_colleague_corrected_is_shown_twice(
    page: SignalPage, desk: Desk, qtbot: QtBot
) -> None:
    click(button(page, "Aanvullen wat bekend is over Lina Voorbeeld"))
    dialog = opened(page, PersonDialog, qtbot)
    assert isinstance(dialog, PersonDialog)
    one = signals.details(desk, 1).involvements[0]
    theirs = replace(typed.person_draft(one), last_name="Bedacht")
    amending.amend_person(desk, 1, one.person_id or 0, one.person_version, theirs)
    line(dialog, "first_names", "Karolina")
    dialog.decide()
    qtbot.waitUntil(lambda: dialog.both is not None and dialog.both.isVisible())
    assert dialog.both is not None
    assert dialog.both.chosen() == {"first_names": MINE, "last_name": THEIRS}
    click(dialog.both.primary)
    settled(page, qtbot)
    assert signals.details(desk, 1).involvements[0].name == "Karolina Bedacht"


def test_p_adds_somebody_whose_clock_begins(page: SignalPage, desk: Desk, qtbot: QtBot) -> None:
    press(page, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: page.acts.dialog() is not None)
    dialog = opened(page, PersonDialog, qtbot)
    assert nameless(dialog) == []
    dialog.decide()
    assert dialog.part.fields["first_names"].error()
    line(dialog, "first_names", "Mai")
    dialog.decide()
    settled(page, qtbot)
    assert "Mai is toegevoegd." in texts(page)
    assert signals.details(desk, 1).involvements[2].inform_due is not None


def test_esc_keeps_what_was_typed_about_a_person(page: SignalPage, qtbot: QtBot) -> None:
    press(page, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: page.acts.dialog() is not None)
    dialog = opened(page, PersonDialog, qtbot)
    line(dialog, "first_names", "Mai")
    press(dialog, Qt.Key.Key_Escape)
    settled(page, qtbot)
    qtbot.waitUntil(lambda: begun(page) == ["Wat je over een betrokkene typte, is bewaard als concept."])
    click(button(page, "Verder"))
    qtbot.waitUntil(lambda: page.acts.dialog() is not None)
    again = page.acts.dialog()
    assert isinstance(again, PersonDialog)
    assert again.draft().first_names == "Mai"


def test_every_answer_stands_under_the_last_one_and_another_may_follow(
    page: SignalPage, desk: Desk, qtbot: QtBot
) -> None:
    referral = ReferralDraft(1, None, 1, purpose="care", basis="consent_oral", referred_on="23-11-2026")
    referring.refer(desk, referral)
    referring.answer(desk, AnswerDraft(1, "waiting_list", "23-11-2026", "Over drie weken."))
    change = referring.answer(desk, AnswerDraft(1, "declined", "23-11-2026", "Toch niet."))
    page.context.bus.changed.emit(change)
    qtbot.waitUntil(lambda: "Eerder: op de wachtlijst ma 23-11: Over drie weken." in texts(page))
    assert "Toch niet." in texts(page)
    assert button(page, "Nieuw antwoord vastleggen").isVisible()


class TestDestroying:
    """What cannot be undone."""

    def opened(self, page: SignalPage, qtbot: QtBot) -> DestroyDialog:
        click(button(page, "GV-2026-0001 vernietigen"))
        dialog = opened(page, DestroyDialog, qtbot)
        assert isinstance(dialog, DestroyDialog)
        return dialog

    def fill_in(self, dialog: DestroyDialog, reference: str, ground: str = "unfounded") -> None:
        choose(dialog, "ground", ground)
        line(dialog, "decided_by", "Samira Proef")
        line(dialog, "reference", reference)

    def test_asks_a_ground_a_name_and_the_number(self, page: SignalPage, desk: Desk, qtbot: QtBot) -> None:
        dialog = self.opened(page, qtbot)
        assert nameless(dialog) == []
        self.fill_in(dialog, "GV-2026-0002")
        click(dialog.primary)
        assert dialog.part.fields["reference"].error() == "Typ het nummer van het signaal: GV-2026-0001."
        assert signals.details(desk, 1).id == 1

    def test_no_key_destroys(self, page: SignalPage, desk: Desk, qtbot: QtBot) -> None:
        dialog = self.opened(page, qtbot)
        self.fill_in(dialog, "GV-2026-0001")
        press(dialog, Qt.Key.Key_Return, CONTROL)
        assert dialog.isVisible()
        press(dialog, Qt.Key.Key_Return)
        settled(page, qtbot)
        assert signals.details(desk, 1).id == 1

    def test_what_is_not_due_says_so_at_the_ground(self, page: SignalPage, qtbot: QtBot) -> None:
        dialog = self.opened(page, qtbot)
        self.fill_in(dialog, "GV-2026-0001", "retention_expired")
        click(dialog.primary)
        qtbot.waitUntil(lambda: "nog niet voorbij" in dialog.part.fields["ground"].error())

    def test_leaves_nothing_on_the_page_and_a_declaration_to_keep(
        self, page: SignalPage, qtbot: QtBot, tmp_path: Path
    ) -> None:
        dialog = self.opened(page, qtbot)
        self.fill_in(dialog, "gv 2026 1")
        click(dialog.primary)
        settled(page, qtbot)
        assert TOLD not in texts(page)
        assert not any("Lina" in text for text in texts(page))
        assert "Dit signaal is vernietigd." in texts(page)
        assert "V-2026-0001" in page.messages.sentence()
        click(button(page.messages, "Verklaring bewaren"))
        asked = page.findChild(QFileDialog)
        assert asked is not None
        out = tmp_path / "verklaring.pdf"
        asked.fileSelected.emit(str(out))
        asked.close()
        qtbot.waitUntil(out.exists)
        qtbot.waitUntil(lambda: page.messages.sentence().startswith("De verklaring is bewaard"))

    def test_is_not_offered_to_who_only_reads(
        self, screen: Screen, context: PageContext, register: Register
    ) -> None:
        number = register()
        reader = replace(context, user=User(1, "Samira Proef", Role.PRIVACY_OFFICER))
        page = shown_on(screen, reader, number)
        assert not any("Vernietigen" in one or "Aanvullen" in one for one in texts(page))
        assert page.findChildren(PersonDialog) == []


def test_long_texts_are_shown_from_where_they_part() -> None:
    same = "woord " * 100
    mine, theirs = change_words.excerpts(f"{same}negen", f"{same}tien")
    assert mine.endswith("negen")
    assert theirs.endswith("tien")
    assert mine.startswith("…")
    assert len(mine) < 100


def test_a_draft_of_a_correction_is_read_as_it_was_kept() -> None:
    told = payloads.AmendDraft(3, "story", SignalDraft(narrative="Negen.", other_forms=["other"]))
    assert payloads.unpack_amend(payloads.pack_for(7, told)) == told
    person = payloads.AmendPersonDraft(2, 5, PersonDraft(first_names="Mai"))
    assert payloads.unpack_person(payloads.pack_for(7, person)) == person
    assert payloads.signal_of(payloads.pack_for(7, person)) == 7
