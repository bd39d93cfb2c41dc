"""The page of a person: who this is, safe contact on top, and everything over all signals."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.desk import drafts, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.signals import AGGRESSOR, Kind, PersonDraft, SignalDraft
from mhdesk.gui.persons.person_page import PersonPage
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.person_dialog import PersonDialog
from mhdesk.gui.widgets.buttons import Button
from mhdesk.gui.widgets.editors import TextEditor
from mhdesk.gui.widgets.labels import Label, Paragraph
from mhdesk.gui.widgets.messages import Kind as Message
from mhdesk.gui.widgets.messages import MessageBar
from tests.gui.reach import nameless
from tests.gui.widgets.screen import Screen, click, press, type_in


def record(desk: Desk, *persons: PersonDraft, **changes: object) -> int:
    """Record a notification about some persons and return its id."""
    draft = SignalDraft(
        kind=Kind.NOTIFICATION,
        received_on="20-11-2026",
        municipality="GM0402",
        form="labour_exploitation",
        narrative="Gezien bij het vakantiepark.",
        persons=[*persons],
    )
    for name, value in changes.items():
        setattr(draft, name, value)
    return signals.register(desk, draft).created or 0


def lina(**changes: object) -> PersonDraft:
    told = {
        "first_names": "Lina",
        "last_name": "Voorbeeld",
        "birth": "2004",
        "phone": "06 12345678",
        "safe_contact": "Bel alleen tussen 10 en 12 uur.",
    }
    return PersonDraft(**(told | changes))  # type: ignore[arg-type]  # the fields of a draft, by name


def shown_on(screen: Screen, context: PageContext, number: int) -> PersonPage:
    page = PersonPage(context, number)
    screen.show(page, width=1158, height=668)
    page.entered()
    return page


def settle() -> None:
    """Let the page show what is new and let go of what it replaced."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def texts(page: QWidget) -> list[str]:
    settle()
    labels = [label for label in page.findChildren(Label) if label.isVisible()]
    return [label.plain() if isinstance(label, Paragraph) else label.text() for label in labels]


def bars(page: PersonPage) -> list[MessageBar]:
    settle()
    return [bar for bar in page.findChildren(MessageBar) if bar.isVisible()]


def button(page: QWidget, name: str) -> Button:
    settle()
    found = [one for one in page.findChildren(Button) if name in {one.text(), one.accessibleName()}]
    assert len(found) == 1, [one.text() for one in page.findChildren(Button)]
    return found[0]


@pytest.fixture
def page(screen: Screen, context: PageContext, desk: Desk) -> PersonPage:
    """Return the page of somebody who is concerned in two signals."""
    first = record(desk, lina(), received_on="02-03-2024")
    person_id = signals.details(desk, first).involvements[0].person_id
    record(desk, lina(person_id=person_id), PersonDraft(role=AGGRESSOR, last_name="Verzonnen"))
    return shown_on(screen, context, person_id or 0)


def test_the_page_says_who_this_is_and_in_how_many_signals(page: PersonPage) -> None:
    told = texts(page)
    assert "Lina Voorbeeld" in told
    assert "vermoedelijk slachtoffer, 22 jaar" in told
    assert "2 signalen · het nieuwste van vr 20-11" in told
    assert page.title == "Lina Voorbeeld"
    assert not nameless(page)


def test_how_to_call_safely_stands_on_top_and_cannot_be_closed(page: PersonPage) -> None:
    (bar,) = bars(page)
    assert bar.kind is Message.SAFETY
    assert "Bel alleen tussen 10 en 12 uur." in bar.sentence()
    assert bar.y() < page.tabs.y()


def test_what_is_known_is_amended_from_here(page: PersonPage, qtbot: QtBot) -> None:
    press(page, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: page.acts.dialog() is not None)
    dialog = page.acts.dialog()
    assert isinstance(dialog, PersonDialog)
    first = dialog.part.fields["first_names"].editor
    assert isinstance(first, TextEditor)
    first.selectAll()
    type_in(first, "Linda")
    dialog.decide()
    settle()
    assert "Linda Voorbeeld" in texts(page)
    assert any("vastgelegd" in bar.sentence() for bar in bars(page))


def test_a_form_that_somebody_left_waits_on_the_page(page: PersonPage, desk: Desk) -> None:
    payload = json.dumps({"person_id": page.person_id})
    change = drafts.keep(desk, "person.test", payload, None)
    page.context.bus.changed.emit(change)
    assert [bar.kind for bar in bars(page)] == [Message.SAFETY, Message.QUESTION]
    click(button(page, "Weggooien"))
    assert [bar.kind for bar in bars(page)] == [Message.SAFETY]


def test_somebody_in_both_roles_is_said_to_be(screen: Screen, context: PageContext, desk: Desk) -> None:
    record(desk, lina(), PersonDraft(role=AGGRESSOR, person_id=1))
    first = record(desk, lina(person_id=1))
    record(desk, lina(person_id=1, role=AGGRESSOR), narrative="Zij wierf anderen.")
    assert first
    page = shown_on(screen, context, 1)
    assert Message.WARNING in [bar.kind for bar in bars(page)]


def test_a_person_who_is_gone_leaves_nothing_on_the_page(page: PersonPage) -> None:
    page.person_id = 999
    page._ask()
    settle()
    assert "Lina Voorbeeld" not in texts(page)
    assert any("niet meer in het register" in bar.sentence() for bar in bars(page))
