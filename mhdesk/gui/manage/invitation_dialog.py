"""The words of an invitation: shown once, to be read out or written down."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.manage.work import Invited
from mhdesk.gui.widgets.dialog import Decision
from mhdesk.gui.widgets.labels import Label, Paragraph
from mhdesk.gui.widgets.messages import Kind

_COLUMNS: Final = 2


class InvitationDialog(Decision):
    """Show the words large. They can be neither copied nor printed, and are gone when the dialog closes.

    Esc warns first: a key pressed by mistake must not cost the words.
    """

    def __init__(self, invited: Invited, parent: QWidget) -> None:
        question = QCoreApplication.translate("InvitationDialog", "The invitation for {name}")
        how = QCoreApplication.translate(
            "InvitationDialog",
            "Read the words out or write them over, in this order. They are shown now and never again.",
        )
        verb = QCoreApplication.translate("InvitationDialog", "They are handed over")
        super().__init__(question.format(name=invited.name), how, verb, parent)
        self._warned = False
        self._words: list[Label] = []
        self.cancel.hide()
        self.body.addLayout(self._grid(invited.words.split()))
        then = self.tr(
            "{name} unlocks with the own name and these words, and then chooses a passphrase. They work once."
        )
        self.body.addSpacing(sizes.S8)
        self.body.addWidget(Paragraph(then.format(name=invited.name), Type.CAPTION, Role.SECOND))
        self.primary.setFocus()

    def _grid(self, words: list[str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.S12)
        grid.setVerticalSpacing(sizes.S12)
        for place, word in enumerate(words):
            row, column = divmod(place, _COLUMNS)
            number, shown = Label(str(place + 1), Type.CAPTION, Role.SECOND), Label(word, Type.TITLE)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            shown.setAccessibleName(self.tr("Word {number}: {word}").format(number=place + 1, word=word))
            self._words.append(shown)
            grid.addWidget(number, row, 2 * column, Qt.AlignmentFlag.AlignBaseline)
            grid.addWidget(shown, row, 2 * column + 1, Qt.AlignmentFlag.AlignBaseline)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return grid

    def shown_words(self) -> str:
        """Return the words that can be read."""
        return " ".join(label.text() for label in self._words)

    def reject(self) -> None:
        """Warn once, then close."""
        if self._warned:
            super().reject()
            return
        self._warned = True
        words = self.tr(
            "Are the words handed over? After this nobody can look them up. Esc once more closes."
        )
        self.messages.show_message(Kind.WARNING, words, closable=False)

    def done(self, result: int) -> None:
        """Take the words off the screen and out of the widgets."""
        for label in self._words:
            label.setText("")
            label.setAccessibleName("")
        super().done(result)
