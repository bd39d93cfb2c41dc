"""What of a signal goes on paper: the information letter, the crisis card, the story of the decisions."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.letters import WRITTEN_IN
from mhdesk.domain.views import DraftView, InvolvementView
from mhdesk.gui.look import sizes
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import payloads
from mhdesk.gui.signals.card_dialog import CrisisCardDialog, first_in_danger
from mhdesk.gui.signals.correcting import Dialogs
from mhdesk.gui.signals.letter_dialog import LetterDialog
from mhdesk.gui.signals.loading import Loaded
from mhdesk.gui.signals.naming import name_words
from mhdesk.gui.signals.story_dialog import StoryDialog
from mhdesk.gui.widgets.buttons import QuietButton


class Printing(QObject):
    """Open the dialogs that end in a paper. ``saved`` carries a sentence."""

    saved = QtSignal(str)

    def __init__(self, context: PageContext, page: QWidget, dialogs: Dialogs) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._dialogs = dialogs

    def letter(self, loaded: Loaded, number: int) -> None:
        """Ask how the information letter to somebody is to be."""
        kept = self._dialogs.kept(
            payloads.FORM_LETTER, lambda payload: payloads.number_of(payload, "involvement_id") == number
        )
        dialog = LetterDialog(self._context, loaded.details, loaded.involvement(number), self._page)
        about = {"signal_id": loaded.details.id, "involvement_id": number}
        dialog.keep_told(payloads.FORM_LETTER, about, kept)
        told = self.tr("The letter is saved. Print it, remove the file, and record when and how you told it.")
        self._dialogs.show(dialog, partial(self._on_saved, told))

    def card(self, loaded: Loaded) -> None:
        """Ask what goes on a crisis card; about nobody there is none."""
        if one := first_in_danger(loaded.details.involvements):
            kept = self._dialogs.kept(payloads.FORM_CARD)
            draft = payloads.unpack_card(kept.payload) if kept else None
            dialog = CrisisCardDialog(self._context, loaded.details, one, self._page, draft=draft)
            pack = partial(_pack, loaded.details.id, dialog)
            dialog.keep_as(payloads.FORM_CARD, pack, kept.id if kept else None)
            told = self.tr("The crisis card is saved. Remove the file when the duty service has it.")
            self._dialogs.show(dialog, partial(self._on_saved, told))

    def go_on(self, loaded: Loaded, kept: DraftView) -> bool:
        """Go on with a paper that somebody began; say whether it was one."""
        if kept.form == payloads.FORM_CARD:
            self.card(loaded)
        elif kept.form == payloads.FORM_LETTER:
            number = payloads.number_of(kept.payload, "involvement_id")
            if any(one.id == number for one in loaded.details.involvements):
                self.letter(loaded, number)
        return kept.form in {payloads.FORM_CARD, payloads.FORM_LETTER}

    def story(self, loaded: Loaded, number: int) -> None:
        """Show the decisions about somebody as a story."""
        dialog = StoryDialog(self._context, loaded.details, loaded.involvement(number), self._page)
        told = self.tr("The decisions are saved as PDF. Remove the file when it is where it belongs.")
        self._dialogs.show(dialog, partial(self._on_saved, told))

    def _on_saved(self, sentence: str, change: object) -> None:
        if isinstance(change, Change):
            self._context.bus.changed.emit(change)
            self.saved.emit(sentence)


def _pack(signal_id: int, dialog: CrisisCardDialog) -> str:
    return payloads.pack_for(signal_id, dialog.draft())


class PapersRow(QWidget):
    """What can be put on paper about somebody: the letter once informing was decided, the story of any decision."""

    letter_wanted = QtSignal()
    story_wanted = QtSignal()

    def __init__(self, one: InvolvementView, *, may_decide: bool) -> None:
        super().__init__()
        self.letter = QuietButton(self.tr("Information letter…"), small=True)
        self.letter.setAccessibleName(self.tr("Information letter for {name}").format(name=name_words(one)))
        self.story = QuietButton(self.tr("As a story…"), small=True)
        self.story.setAccessibleName(
            self.tr("The decisions about {name} as a story").format(name=name_words(one))
        )
        self.letter.clicked.connect(self.letter_wanted)
        self.story.clicked.connect(self.story_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S16)
        row.addWidget(self.letter)
        row.addWidget(self.story)
        row.addStretch(1)
        has_letter = may_decide and one.inform_state in WRITTEN_IN
        self.letter.setVisible(has_letter)
        self.story.setVisible(bool(one.decisions))
        if not has_letter and not one.decisions:
            self.hide()
