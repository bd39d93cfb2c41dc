"""Joining two records and taking them apart, from each page where somebody sees that they are one."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.desk import destroying, drafts, matching, merging, persons, relating, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.destroying import DestroyDraft
from mhdesk.domain.relations import RelationDraft
from mhdesk.domain.signals import AGGRESSOR, PersonDraft
from mhdesk.gui.doubles.page import DoublesPage
from mhdesk.gui.merging.acts import Merging
from mhdesk.gui.merging.dialog import MergeDialog
from mhdesk.gui.merging.split_dialog import SplitDialog
from mhdesk.gui.persons.person_page import PersonPage
from mhdesk.gui.persons.person_parts import Tab
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.signal_page import SignalPage
from tests.desk.test_merging import AGAIN, LOUBNA, merge, register, twice
from tests.gui.persons.test_person_page import settle, texts
from tests.gui.reach import nameless
from tests.gui.widgets.screen import Screen, click, type_in

WHY = "Zij is herkend op beide foto's."


def button(page: QWidget, words: str) -> QPushButton:
    """Return the visible button with these words."""
    settle()
    return next(one for one in page.findChildren(QPushButton) if one.text() == words and one.isVisible())


def dialog_of(page: QWidget) -> MergeDialog:
    acts = page.findChild(Merging)
    assert acts is not None
    dialog = acts.dialog()
    assert isinstance(dialog, MergeDialog)
    return dialog


def fill_in(dialog: MergeDialog, reason: str = WHY) -> None:
    type_in(dialog.part.fields["reason"].editor, reason)
    click(dialog.primary)


def looked_through(context: PageContext, screen: Screen, qtbot: QtBot) -> DoublesPage:
    page = DoublesPage(context)
    screen.show(page, width=1158, height=668)
    page.entered()
    qtbot.waitUntil(lambda: not page.looking.is_running(), timeout=20_000)
    return page


def test_a_pair_is_merged_from_the_list_and_two_again_with_undo(
    context: PageContext, screen: Screen, qtbot: QtBot, desk: Desk
) -> None:
    twice(desk)
    page = looked_through(context, screen, qtbot)
    click(page.pair.same)
    dialog = dialog_of(page)
    assert nameless(dialog) == []
    told = texts(dialog)
    assert {"Loubna El Mithal", "Loebna Elmithal", "12-05-1991 · bij beiden gelijk"} <= set(told)
    assert "Marokkaanse · alleen bij Loebna Elmithal" in told
    assert "Alleen appen.\nNiet op dinsdag." in told
    click(dialog.primary)
    assert dialog.part.fields["reason"].error()
    fill_in(dialog)
    assert page.model.rowCount() == 0
    assert persons.details(desk, 2).id == 1
    click(button(page, "Ongedaan maken"))
    assert page.model.rowCount() == 1
    assert persons.details(desk, 2).id == 2


def test_what_is_chosen_beside_the_other_counts(
    context: PageContext, screen: Screen, qtbot: QtBot, desk: Desk
) -> None:
    twice(desk)
    matching.tell_apart(desk, 1, 2)
    page = looked_through(context, screen, qtbot)
    page.merging.ask(2, 1)
    dialog = dialog_of(page)
    dialog._cards["first_names"].set_code("merged")
    fill_in(dialog)
    said = dialog.part.fields["same_after_all"]
    assert said.isVisible()
    assert said.error()
    dialog._told_apart.set_codes(["same"])
    click(dialog.primary)
    assert persons.details(desk, 1).name == "Loebna El Mithal"


def test_what_stands_in_the_way_is_said_before_anything_is_asked(
    context: PageContext, screen: Screen, qtbot: QtBot, desk: Desk
) -> None:
    register(desk, LOUBNA, AGAIN, PersonDraft(role=AGGRESSOR, first_names="Bas"))
    relating.relate(desk, 1, RelationDraft(1, "partner_of", 2))
    page = looked_through(context, screen, qtbot)
    page.merging.ask(1, 2)
    dialog = dialog_of(page)
    assert "GV-2026-0001" in dialog.messages.sentence()
    assert not dialog.primary.isEnabled()
    dialog.reject()
    page.merging.ask(1, 3)
    told = " ".join(texts(dialog_of(page)))
    assert "slachtoffer en pleger tegelijk" in told


def test_a_signal_offers_to_merge_and_says_so_afterwards(
    context: PageContext, screen: Screen, desk: Desk
) -> None:
    twice(desk)
    assert matching.read_on(desk)
    page = SignalPage(context, 2)
    screen.show(page, width=1158, height=668)
    click(button(page, "Samenvoegen…"))
    fill_in(dialog_of(page))
    assert page.messages.sentence() == "Samengevoegd: Loubna El Mithal is vanaf nu één persoon."
    assert signals.details(desk, 2).involvements[0].person_id == 1
    click(button(page, "Ongedaan maken"))
    assert signals.details(desk, 2).involvements[0].person_id == 2


def test_the_page_of_a_person_tells_of_each_merge_and_takes_it_apart(
    context: PageContext, screen: Screen, desk: Desk
) -> None:
    twice(desk)
    merge(desk, 1, 2, reason=WHY)
    page = PersonPage(context, 2)
    screen.show(page, width=1158, height=668)
    page.show_tab(Tab.PERSON)
    told = texts(page)
    assert "Samengevoegd met Loebna Elmithal" in told
    assert "Daar stond: voornaam Loebna" in told
    assert any(WHY in line for line in told)
    click(button(page, "Weer uit elkaar halen"))
    assert not merging.merges_of(desk, 1)[0].can_undo
    assert any(line.startswith("Weer uit elkaar gehaald") for line in texts(page))
    click(button(page, "Samenvoegen…"))
    assert dialog_of(page)._pair.merged.person_id == 2


def test_who_was_recorded_first_is_kept_whoever_is_asked_about(
    context: PageContext, screen: Screen, qtbot: QtBot, desk: Desk
) -> None:
    twice(desk)
    page = looked_through(context, screen, qtbot)
    page.merging.ask(2, 1)
    assert dialog_of(page).typed().kept_id == 1


def test_who_was_two_from_the_beginning_is_made_two_on_her_page(
    context: PageContext, screen: Screen, desk: Desk
) -> None:
    register(desk, LOUBNA)
    register(desk, LOUBNA)
    page = PersonPage(context, 1)
    screen.show(page, width=1158, height=668)
    page.show_tab(Tab.PERSON)
    click(button(page, "Dit zijn er twee…"))
    acts = page.findChild(Merging)
    dialog = acts.dialog() if acts else None
    assert isinstance(dialog, SplitDialog)
    assert nameless(dialog) == []
    click(dialog.primary)
    assert dialog.part.fields["involvement_ids"].error()
    dialog._chosen.set_codes(["2"])
    dialog._lines["first_names"].setText("Hajar")
    click(dialog.primary)
    assert [one.signal_id for one in persons.details(desk, 1).roles] == [1]
    second = signals.details(desk, 2)
    assert second.involvements[0].first_names == "Hajar"
    assert page.messages.sentence().startswith("Het zijn nu twee personen.")
    assert second.history
    click(button(page, "Ongedaan maken"))
    assert [one.signal_id for one in persons.details(desk, 1).roles] == [2, 1]
    assert persons.details(desk, 1).first_names == LOUBNA.first_names


def test_what_was_chosen_is_kept_and_goes_on_at_the_page_of_either(
    context: PageContext, screen: Screen, desk: Desk
) -> None:
    register(desk, PersonDraft(first_names="Bas"))
    register(desk, LOUBNA)
    register(desk, AGAIN)
    page = PersonPage(context, 2)
    screen.show(page, width=1158, height=668)
    page.show_tab(Tab.PERSON)
    click(button(page, "Samenvoegen…"))
    dialog = dialog_of(page)
    type_in(dialog.part.fields["reason"].editor, WHY)
    dialog._cards["first_names"].set_code("merged")
    dialog.reject()
    (kept,) = drafts.to_finish(desk)
    merge(desk, 1, 2)
    again = PersonPage(context, 2)
    screen.show(again, width=1158, height=668)
    again.resume(kept.id)
    assert "al samengevoegd" in again.messages.sentence()
    merging.unmerge(desk, 1)
    later = PersonPage(context, 2)
    screen.show(later, width=1158, height=668)
    later.resume(kept.id)
    typed = dialog_of(later).typed()
    assert (typed.reason, typed.choices["first_names"]) == (WHY, "merged")
    destroying.destroy(desk, [3], DestroyDraft("unfounded", "Samira Proef"))
    assert drafts.to_finish(desk) == []
