"""The timeline on the page of a person: what happened in words, narrowed down, opened by Enter."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from mhdesk.desk import agreements, cases, informing, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.agreements import AgreementDraft
from mhdesk.domain.cases import CaseDraft, EntryDraft
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.signals import AGGRESSOR, PersonDraft
from mhdesk.domain.timeline import Event, EventKind, Timeline
from mhdesk.gui.persons.event_words import reason_of, title_of
from mhdesk.gui.persons.person_page import PersonPage
from mhdesk.gui.persons.person_parts import Tab
from mhdesk.gui.persons.timeline_list import TimelineModel
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.rows import LINE, SPOKEN, Group
from tests.gui.conftest import Trail
from tests.gui.persons.test_person_page import lina, record, shown_on
from tests.gui.widgets.screen import Screen, press

TODAY = date(2026, 11, 23)


def rows(page: PersonPage) -> list[str]:
    """Return what a screen reader says of each row."""
    model = page.timeline.list.timeline
    return [str(model.data(model.index(row), SPOKEN)) for row in range(model.rowCount())]


@pytest.fixture
def page(screen: Screen, context: PageContext, desk: Desk) -> PersonPage:
    """Return the page of a victim with a case, an agreement that is late and a decision about the aggressor."""
    number = record(desk, lina(), PersonDraft(role=AGGRESSOR, last_name="Verzonnen"))
    woman, man = signals.details(desk, number).involvements
    draft = InformDraft(
        man.id,
        "not_yet",
        ground="safety_victim",
        legal_ground="wmo_5_3_1_2",
        reasoning="Zij loopt gevaar.",
        decided_by="Noor",
        decided_on="23-11-2026",
        review_on="30-11-2026",
    )
    informing.decide(desk, draft)
    case = cases.open_for(desk, CaseDraft(woman.person_id or 0, None, "21-11-2026")).created or 0
    cases.add_entry(desk, EntryDraft(case, "contact", "22-11-2026", ["phone"], "Zij wil opvang."))
    agreements.add(desk, AgreementDraft(case, "Opvang bellen", "De Luwte", due_on="21-11-2026"))
    return shown_on(screen, context, woman.person_id or 0)


def test_what_is_still_to_come_stands_above_today(page: PersonPage) -> None:
    told = rows(page)
    line = told.index("vandaag")
    assert told[line - 1].startswith("Afspraak: Opvang bellen")
    assert "2 dagen te laat" in told[line - 1]
    assert any(
        "Opnieuw bekijken: Verzonnen informeren?" in one and "Nog 7 dagen" in one for one in told[:line]
    )
    assert any(one.startswith("Verzonnen: nog niet informeren") for one in told[line:])
    assert any("Contact: telefoon" in one and "Zij wil opvang" in one for one in told[line:])
    assert any(
        "Melding GV-2026-0001 ontvangen" in one and "De bron blijft geheim" in one for one in told[line:]
    )


def test_enter_opens_where_it_lives(page: PersonPage, trail: Trail) -> None:
    shown = page.timeline.list
    places = {event.kind: place for place, event in enumerate(shown.timeline.events)}
    shown.choose_row(shown.timeline.row_of(places[EventKind.SIGNAL]))
    press(shown, Qt.Key.Key_Return)
    assert trail.steps == [("open_signal", 1)]
    shown.choose_row(shown.timeline.row_of(places[EventKind.AGREEMENT_DUE]))
    press(shown, Qt.Key.Key_Return)
    assert page.tabs.currentIndex() == list(Tab).index(Tab.CASE)


def test_a_group_of_events_can_be_shown_alone(page: PersonPage) -> None:
    view = page.timeline
    view.group.set_code("informing")
    view.group.edited.emit()
    assert {event.kind for event in view.list.timeline.events} <= {
        EventKind.DECISION,
        EventKind.INFORM_DUE,
        EventKind.INFORMED,
    }
    assert view.role.isHidden()


def test_the_tabs_are_walked_by_keys_and_the_timeline_has_the_focus(page: PersonPage) -> None:
    assert page.focusWidget() is page.timeline.list
    press(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.tabs.currentIndex() == 1
    assert page.timeline.isHidden()
    press(page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.tabs.currentIndex() == 0
    assert not page.timeline.isHidden()


def test_the_model_keeps_qts_rules() -> None:
    model = TimelineModel()
    watched = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    event = Event(EventKind.GOAL, 1, TODAY, name="Een woning")
    model.show_events(Timeline((), (event,)), "Lina", TODAY, "vandaag", tells_role=False)
    model.show_events(Timeline(), "Lina", TODAY, "vandaag", tells_role=False)
    assert isinstance(model.data(model.index(0), LINE), Group)
    assert watched.model() is model


@pytest.mark.parametrize("kind", list(EventKind))
def test_every_kind_has_a_sentence_even_where_little_is_known(kind: EventKind, dutch: QApplication) -> None:
    del dutch  # asked for what it does
    codes = {
        EventKind.SIGNAL: ("notification", "unknown", "unknown", "unknown", ""),
        EventKind.DECISION: ("not", ""),
        EventKind.INFORM_DUE: ("undecided",),
        EventKind.ENTRY: ("progress",),
        EventKind.REFERRAL: ("shelter", "unknown", ""),
        EventKind.ANSWER: ("accepted", "", "shelter"),
        EventKind.MEETING: ("case_meeting", "held"),
        EventKind.REQUEST: ("access", "", ""),
        EventKind.REQUEST_DUE: ("access", "", ""),
        EventKind.REQUEST_ANSWERED: ("access", "granted", ""),
    }.get(kind, ("other", "unknown"))
    event = Event(kind, 1, TODAY, codes=codes, name="De Luwte", exact=False)
    assert title_of(event, "Lina")[0].isupper()
    assert reason_of(event, "Lina", TODAY, tells_role=True).endswith("Dit is de dag van vastleggen.")
