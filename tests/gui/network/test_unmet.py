"""What is missing, counted for inside; and what was not found for one person, on her page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mhdesk.desk import drafts, persons, signals, unmet
from mhdesk.desk.desk import Desk
from mhdesk.domain.finding_help import Wanted
from mhdesk.domain.links import Link, Tie, TieKind
from mhdesk.domain.signals import PersonDraft
from mhdesk.domain.unmet import UnmetNeedDraft
from mhdesk.gui.network.need_dialogs import FORM_NEED, MetDialog, NeedDialog
from mhdesk.gui.network.person_part import NeedsBlock, wanted_for
from mhdesk.gui.network.unmet_page import UnmetPage
from mhdesk.gui.persons.person_page import PersonPage
from mhdesk.gui.persons.person_parts import Tab
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.fields import Choice, LongTextEditor, TextEditor
from mhdesk.gui.widgets.labels import Paragraph
from tests.desk.drafts import a_notification
from tests.desk.network_calls import TODAY, a_need
from tests.gui.conftest import Trail
from tests.gui.reach import nameless
from tests.gui.widgets.screen import Screen, press

PATIENCE_MS = 5_000


@pytest.fixture
def person_id(desk: Desk) -> int:
    known = PersonDraft(first_names="Lina", last_name="Verzonnen", sex="female", birth="01-02-2007")
    created = signals.register(desk, a_notification(municipality="GM0402", persons=[known])).created
    found = signals.details(desk, created or 0).involvements[0].person_id
    assert found is not None
    return found


@pytest.fixture
def page(screen: Screen, context: PageContext, person_id: int) -> PersonPage:
    made = PersonPage(context, person_id)
    screen.show(made, width=1158, height=668)
    made.entered()
    made.show_tab(Tab.HELP)
    return made


def test_what_is_missing_is_counted_and_never_offered_as_a_file(
    screen: Screen, context: PageContext, desk: Desk
) -> None:
    a_need(desk)
    a_need(desk, reason="children")
    page = UnmetPage(context)
    screen.show(page, width=1158, height=668)
    page.entered()
    told = " ".join(one.plain() for one in page.findChildren(Paragraph))
    assert "kun je niet publiceren" in told
    assert "Kan niet met kinderen" in told
    assert nameless(page) == []
    page.periods.last_year.click()
    assert page.empty.isVisible()


def test_a_place_is_sought_with_what_is_known_of_the_person(
    page: PersonPage, person_id: int, trail: Trail, qtbot: QtBot
) -> None:
    assert nameless(page) == []
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow, timeout=PATIENCE_MS)
    press(page, Qt.Key.Key_P)
    wanted = Wanted(purpose="shelter", sex="female", age=19, municipality="GM0402")
    qtbot.waitUntil(lambda: bool(trail.steps), timeout=PATIENCE_MS)
    assert trail.steps[-1] == ("find_help", wanted, person_id)


def test_children_come_along_as_far_as_relations_tell(desk: Desk, person_id: int) -> None:
    details = persons.details(desk, person_id)
    child = Link(9, None, "Sami", (Tie(TieKind.RELATION, 9, 1, "parent_of"),))
    parent = Link(8, None, "Mira", (Tie(TieKind.RELATION, 8, 1, "parent_of", back=True),))
    assert wanted_for(replace(details, links=(child, parent))).children == "one"
    assert wanted_for(replace(details, links=(child, child))).children == "more"
    assert wanted_for(details).children == ""


def test_what_was_not_found_stays_until_it_is_found_after_all(
    page: PersonPage, desk: Desk, person_id: int, qtbot: QtBot
) -> None:
    change = unmet.record(desk, UnmetNeedDraft(person_id, "shelter", TODAY, "no_place"))
    page.context.bus.changed.emit(change)
    block = page.findChildren(NeedsBlock)[-1]  # the one before it goes in its own time
    block.met_wanted.emit(change.created or 0)
    dialog = page.acts.dialog()
    assert isinstance(dialog, MetDialog)
    how = dialog.part.fields["met_how"].editor
    assert isinstance(how, TextEditor)
    how.setText("Via een collega.")
    dialog.decide()
    qtbot.waitUntil(lambda: page.acts.dialog() is None, timeout=PATIENCE_MS)
    (need,) = unmet.needs_of(desk, person_id)
    assert need.met_how == "Via een collega."
    told = " ".join(one.plain() for one in page.findChildren(Paragraph))
    assert "Toch gelukt op 23-11-2026: Via een collega." in told


def test_what_was_typed_about_a_need_is_kept_and_gone_on_with(
    page: PersonPage, desk: Desk, person_id: int, qtbot: QtBot
) -> None:
    page.findChild(NeedsBlock).need_wanted.emit()
    dialog = page.acts.dialog()
    assert isinstance(dialog, NeedDialog)
    note, reason = (dialog.part.fields[name].editor for name in ("note", "reason"))
    assert isinstance(note, LongTextEditor)
    assert isinstance(reason, Choice)
    reason.set_code("children")
    note.setPlainText("Drie plekken gebeld.")
    dialog.reject()
    qtbot.waitUntil(lambda: page.acts.dialog() is None, timeout=PATIENCE_MS)
    (kept,) = drafts.to_finish(desk)
    assert kept.form == FORM_NEED
    page.resume(kept.id)
    again = page.acts.dialog()
    assert isinstance(again, NeedDialog)
    assert (again.draft().reason, again.draft().note) == ("children", "Drie plekken gebeld.")
    again.decide()
    qtbot.waitUntil(lambda: bool(unmet.needs_of(desk, person_id)), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not drafts.to_finish(desk), timeout=PATIENCE_MS)
