"""An ordinary signal by keyboard alone: how many keys it takes, and how many fields must be filled in.

At forty words a minute (3.3 keys a second) two minutes are 400 keys; half of that must do. The count stands in
benchmarks/RESULTS.md.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.desk import signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.signals import SignalDraft
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.form_page import SignalFormPage
from mhdesk.gui.widgets.fields import Field
from tests.gui.conftest import Trail
from tests.gui.widgets.screen import CONTROL, Screen, press, type_in

TWO_MINUTES: Final = 400
MOST_BESIDES_TEXT: Final = 22
STORY: Final = (
    "Wijkagent zag drie keer dezelfde vrouw bij het hotel aan de ring. Zij is bang, heeft geen eigen telefoon en "
    "wordt door een man gebracht en gehaald."
)


class Hands:
    """Somebody at the keyboard, with the keys counted; the key that opens the form is the first."""

    def __init__(self) -> None:
        self.typed, self.others = 0, 1

    def type(self, words: str) -> None:
        """Type words where the focus is."""
        type_in(self._here(), words)
        self.typed += len(words)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key, or two at once, which count as one."""
        press(self._here(), key, modifier)
        self.others += 1

    def tab_to(self, field: Field) -> None:
        """Press Tab until the focus is in a field."""
        for _ in range(30):
            here = self._here()
            if here is field.editor or field.editor.isAncestorOf(here):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not come to {field.label.text()}")

    def _here(self) -> QWidget:
        here = QApplication.focusWidget()
        assert here is not None
        return here


def test_an_ordinary_signal_takes_less_than_two_minutes_of_typing(
    context: PageContext, screen: Screen, desk: Desk, trail: Trail, qtbot: QtBot
) -> None:
    page = SignalFormPage(context, None)
    screen.show(page, width=1158, height=668)
    page.entered()
    hands, fields = Hands(), page.receipt.fields | page.content.fields
    hands.tab_to(fields["discipline"])
    hands.type("pol")
    hands.tab_to(fields["municipality"])
    hands.type("hil")
    hands.tab_to(fields["form"])
    hands.type("seks")
    hands.tab_to(fields["narrative"])
    hands.type(STORY)
    person = page.persons.blocks[0].fields
    hands.tab_to(person["first_names"])
    hands.type("Lina")
    hands.tab_to(person["last_name"])
    hands.type("Voorbeeld")
    hands.press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(trail.steps))
    told = signals.details(desk, 1)
    assert (told.discipline, told.municipality, told.form) == ("police", "GM0402", "sexual_exploitation")
    assert told.narrative == STORY
    assert [one.name for one in told.involvements] == ["Lina Voorbeeld"]
    assert hands.others <= MOST_BESIDES_TEXT
    assert hands.typed + hands.others < TWO_MINUTES / 2


def test_a_signal_asks_for_two_answers_and_one_is_filled_in_already(desk: Desk) -> None:
    missing = {problem.field for problem in SignalDraft().validate(desk.today())}
    assert missing == {"received_on", "narrative"}
