"""Say on a page what somebody began there and did not record, with the way on and the way out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mhdesk.domain.views import DraftView
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.signals.blocks import column, empty_out
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.messages import Kind, MessageBar


class BegunBars(QWidget):
    """One bar for each form that waits to be finished; hidden without any.

    ``go_on`` and ``throw_away`` get what was begun when that is wanted.
    """

    def __init__(self, go_on: Callable[[DraftView], None], throw_away: Callable[[DraftView], None]) -> None:
        super().__init__()
        self._go_on, self._throw_away = go_on, throw_away
        self._lines = column(self, sizes.S8)
        self._lines.setContentsMargins(0, 0, 0, sizes.S16)
        self.hide()

    def show_drafts(self, drafts: Sequence[DraftView], say: Callable[[DraftView], str]) -> None:
        """Show what was begun; ``say`` names it in a sentence."""
        empty_out(self._lines)
        for kept in drafts:
            self._add(kept, " ".join(filter(None, (say(kept), words.begun_by(kept)))))
        self.setVisible(bool(drafts))

    def _add(self, kept: DraftView, sentence: str) -> None:
        bar, away = MessageBar(), QuietButton(self.tr("Throw away"), small=True)
        bar.show_message(Kind.QUESTION, sentence, action=self.tr("Go on"), closable=False)
        bar.action_chosen.connect(partial(self._go_on, kept))
        away.clicked.connect(partial(self._throw_away, kept))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S16)
        row.addWidget(bar, 1)
        row.addWidget(away)
        self._lines.addWidget(line)
