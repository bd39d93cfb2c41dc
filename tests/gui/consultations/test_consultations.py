"""The page Vragen: listed and counted, amended with undo, the guard, and what turns out to be a signal."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from mhdesk.desk import consulting, drafts
from mhdesk.desk.desk import Desk
from mhdesk.domain.consultations import ConsultationFilter
from mhdesk.gui.consultations.form_dialog import ConsultationDialog
from mhdesk.gui.consultations.page import ConsultationsPage
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.rows import LINE, Line
from tests.desk.test_consulting import ASKED
from tests.gui.conftest import Trail
from tests.gui.persons.test_person_page import settle
from tests.gui.reach import nameless
from tests.gui.widgets.screen import Screen


@pytest.fixture
def page(screen: Screen, context: PageContext, desk: Desk) -> ConsultationsPage:
    """Return the page with two questions in it."""
    consulting.record(desk, ASKED)
    consulting.record(desk, replace(ASKED, topic="sharing", question="Mag ik dit delen?", minutes="5"))
    made = ConsultationsPage(context)
    screen.show(made, width=1158, height=668)
    made.entered()
    settle()
    return made


def opened(page: ConsultationsPage) -> ConsultationDialog:
    settle()
    dialog = page.acts.dialog()
    assert isinstance(dialog, ConsultationDialog)
    return dialog


def count(page: ConsultationsPage) -> int:
    return page.model.rowCount()


def test_the_list_is_a_sound_model_of_any_length(page: ConsultationsPage, qtbot: QtBot) -> None:
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    qtbot.waitUntil(lambda: isinstance(page.model.data(page.model.index(0), LINE), Line))
    line = page.model.data(page.model.index(0), LINE)
    assert isinstance(line, Line)
    assert (line.title, line.day) == ("Mag ik dit delen?", "5 min")
    assert not nameless(page)


def test_questions_are_counted_by_topic_with_their_minutes(page: ConsultationsPage) -> None:
    told = page._head.summary.text()
    assert told.startswith("2 vragen, 30 minuten: ")
    assert "signalen herkennen 1" in told


def test_choices_and_words_narrow_the_list(page: ConsultationsPage, qtbot: QtBot) -> None:
    page.filters.topic.set_code("sharing")
    page.filters.topic.edited.emit()
    assert count(page) == 1
    page.filters.search.setText("leerling")
    page.filters.search.edited.emit()
    qtbot.waitUntil(page.empty.isVisible, timeout=5000)


def test_a_question_is_recorded_and_goes_on_as_a_draft(
    page: ConsultationsPage, desk: Desk, qtbot: QtBot
) -> None:
    page.new.click()
    dialog = opened(page)
    dialog.fill_in(replace(ASKED, question="Nog niet af", organisation_name="", organisation_id=None))
    dialog._text.edited.emit()
    dialog.reject()
    qtbot.waitUntil(lambda: page.acts.dialog() is None)
    assert [one.form for one in drafts.to_finish(desk)] == ["consultation"]
    page.new.click()
    again = opened(page)
    assert again.typed().question == "Nog niet af"
    again.primary.click()
    qtbot.waitUntil(lambda: count(page) == 3)
    assert drafts.to_finish(desk) == []


def test_an_amendment_can_be_taken_back(page: ConsultationsPage, desk: Desk, qtbot: QtBot) -> None:
    page.open_question(1)
    dialog = opened(page)
    dialog._minutes.setText("60")
    dialog.primary.click()
    qtbot.waitUntil(lambda: consulting.details(desk, 1).minutes == 60)
    page.messages.action_chosen.emit()
    qtbot.waitUntil(lambda: consulting.details(desk, 1).minutes == 25)


def test_what_could_name_somebody_is_asked_about_and_not_forbidden(
    page: ConsultationsPage, desk: Desk, qtbot: QtBot
) -> None:
    page.new.click()
    dialog = opened(page)
    dialog.fill_in(replace(ASKED, question="Zij vraagt het over Fabel Verzonnen.", organisation_name=""))
    assert "“Fabel Verzonnen”" in dialog.messages.sentence()
    dialog.primary.click()
    qtbot.waitUntil(lambda: len(consulting.ids(desk, ConsultationFilter())) == 3)


def test_what_turns_out_to_be_more_opens_as_a_signal(
    page: ConsultationsPage, desk: Desk, trail: Trail, qtbot: QtBot
) -> None:
    page.open_question(1)
    opened(page).more.click()
    qtbot.waitUntil(lambda: bool(trail.steps))
    (kept,) = (one for one in drafts.to_finish(desk) if one.form == "signal")
    assert trail.steps == [("new_signal", kept.id)]
    assert json.loads(kept.payload)["narrative"] == f"{ASKED.question}\n\n{ASKED.answer}"
