"""Ask, while somebody types about an organisation, whether it is about a client. It warns and never forbids."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot

from mhdesk.domain import traces
from mhdesk.gui.widgets.fields import LongTextEditor
from mhdesk.gui.widgets.messages import Kind, MessageBar

_MOST_QUOTES = 3


class ClientGuard(MessageBar):
    """A bar under a text that appears when the text holds what could name somebody."""

    def __init__(self, editor: LongTextEditor, today: date) -> None:
        super().__init__()
        self._editor = editor
        self._year = today.year
        editor.left.connect(self._on_editor_left)

    @Slot()
    def _on_editor_left(self) -> None:
        text = self._editor.text()
        found = traces.traces(text, self._year)
        if not found:
            self.hide()
            return
        quoted = [*dict.fromkeys(f"“{text[one.start : one.end]}”" for one in found)][:_MOST_QUOTES]
        asked = self.tr("Is this about a client: {words}? Then it belongs with that person and not here.")
        self.show_message(Kind.QUESTION, asked.format(words=", ".join(quoted)), closable=False)
