"""Bars above a form about somebody: through whom nothing may run, what is asked first, and two roles at once."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from mhdesk.domain.views import InvolvementView, SignalDetails
from mhdesk.gui.signals import relation_words
from mhdesk.gui.widgets.messages import Kind, MessageBar


def add_guards(column: QVBoxLayout, details: SignalDetails, *people: InvolvementView) -> list[MessageBar]:
    """Put on top of a column what must be known of these people before anything is done, and return the bars."""
    said: dict[str, Kind] = {}
    for one in people:
        said |= dict.fromkeys(relation_words.warnings(details, one), Kind.WARNING)
        asked = (question for _, question in relation_words.questions(details, one))
        said |= dict.fromkeys(asked, Kind.QUESTION)
    bars = []
    for place, (sentence, kind) in enumerate(said.items()):
        bar = MessageBar()
        bar.show_message(kind, sentence, closable=False)
        column.insertWidget(place, bar)
        bars.append(bar)
    return bars
