"""Who reports: asked only as far as it matters, and never named by a slip of the form."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mhdesk.desk import signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.signals import SignalDraft
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.receipt_part import ReceiptPart
from mhdesk.gui.signals.record_view import ReceiptView
from mhdesk.gui.signals.refer_dialog import ReferDialog
from mhdesk.gui.signals.triage_view import TriageBlock
from mhdesk.gui.widgets.fields import Choice
from mhdesk.gui.widgets.labels import Paragraph

Register = Callable[..., int]


@pytest.fixture
def part(qtbot: QtBot) -> ReceiptPart:
    made = ReceiptPart()
    qtbot.addWidget(made)
    made.show_draft(SignalDraft())
    made.show()
    return made


def choose(part: ReceiptPart, name: str, code: str) -> None:
    editor = part.fields[name].editor
    assert isinstance(editor, Choice)
    editor.set_code(code)
    editor.edited.emit()


def read(part: ReceiptPart) -> SignalDraft:
    draft = SignalDraft()
    part.read(draft)
    return draft


def asked(part: ReceiptPart) -> set[str]:
    answers = ("source_consent", "source_ground", "source_note")
    return {name for name in answers if not part.fields[name].isHidden()}


def test_the_ordinary_case_asks_one_question_more(part: ReceiptPart) -> None:
    assert asked(part) == set()
    choose(part, "source_capacity", "private")
    assert asked(part) == {"source_consent", "source_note"}
    choose(part, "source_capacity", "professional")
    assert asked(part) == {"source_ground"}
    choose(part, "source_capacity", "anonymous")
    assert asked(part) == set()


def test_the_capacity_follows_way_and_discipline_until_somebody_chooses(part: ReceiptPart) -> None:
    choose(part, "discipline", "police")
    assert read(part).source_capacity == "professional"
    choose(part, "channel", "crime_tip_line")
    assert read(part).source_capacity == "anonymous"
    choose(part, "source_capacity", "private")
    choose(part, "discipline", "school")
    assert read(part).source_capacity == "private"


def test_a_secrecy_of_before_stays_until_somebody_answers(part: ReceiptPart) -> None:
    part.show_draft(SignalDraft(source_confidential=True, discipline="unknown"))
    choose(part, "discipline", "police")
    assert (read(part).source_capacity, read(part).source_confidential) == ("unknown", True)
    choose(part, "source_capacity", "professional")
    assert not read(part).source_confidential


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"source_capacity": "anonymous"}, "De bron blijft geheim: de melder is anoniem."),
        ({}, "De bron blijft geheim: onbekend wie meldt."),
        ({"source_capacity": "private", "source_consent": "given"}, "De bron mag genoemd worden"),
    ],
)
def test_the_page_of_a_signal_says_it_plainly(
    desk: Desk, register: Register, qtbot: QtBot, told: dict[str, str], said: str
) -> None:
    details = signals.details(desk, register(**told))
    view = ReceiptView(details, desk.today(), may_write=True)
    qtbot.addWidget(view)
    assert any(one.plain().startswith(said) for one in view.findChildren(Paragraph))


def test_the_task_to_tell_the_reporter_says_what_may_be_told(
    desk: Desk, register: Register, qtbot: QtBot
) -> None:
    details = signals.details(desk, register(source_capacity="anonymous"))
    block = TriageBlock(details, desk.today(), may_decide=True, may_write=True)
    qtbot.addWidget(block)
    assert any("krijgt geen terugkoppeling" in one.plain() for one in block.findChildren(Paragraph))


@pytest.mark.parametrize(
    ("told", "warns"),
    [({"source_capacity": "professional"}, False), ({"source_capacity": "anonymous"}, True)],
)
def test_who_refers_is_reminded_of_a_secret_source(
    desk: Desk, register: Register, context: PageContext, qtbot: QtBot, told: dict[str, str], warns: bool
) -> None:
    details = signals.details(desk, register(**told))
    page = QWidget()
    qtbot.addWidget(page)
    dialog = ReferDialog(context, details, [], desk.today(), page)
    assert ("Vertel niet wie er heeft gemeld." in dialog.accessibleDescription()) is warns
