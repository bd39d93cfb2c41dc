"""What is done about those concerned in one signal besides deciding: look along with a colleague's decision."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.views import DraftView
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import payloads
from mhdesk.gui.signals.agree_dialog import AgreeDialog
from mhdesk.gui.signals.correcting import Dialogs
from mhdesk.gui.signals.loading import Loaded


class PersonsActs(QObject):
    """Open the forms about those concerned in one signal. ``done`` carries a sentence."""

    done = QtSignal(str)

    def __init__(self, context: PageContext, page: QWidget, dialogs: Dialogs) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._dialogs = dialogs

    def agree(self, loaded: Loaded, number: int) -> None:
        """Ask what a second person says of the decision about somebody."""
        one = loaded.involvement(number)
        asked = one.decisions[0].id
        kept = self._dialogs.kept(
            payloads.FORM_AGREE, lambda payload: payloads.unpack_agree(payload).decision_id == asked
        )
        draft = payloads.unpack_agree(kept.payload) if kept else None
        dialog = AgreeDialog(self._context, one, self._page, draft=draft)
        pack = partial(_pack_agreement, loaded.details.id, dialog)
        dialog.keep_as(payloads.FORM_AGREE, pack, kept.id if kept else None)
        self._dialogs.show(dialog, partial(self._on_recorded, self.tr("Your answer is recorded.")))

    def go_on(self, loaded: Loaded, kept: DraftView) -> bool:
        """Open what somebody began; say whether it was one of these forms. Who is asked no more is told so."""
        if kept.form != payloads.FORM_AGREE:
            return False
        asked = payloads.unpack_agree(kept.payload).decision_id
        about = [
            one.id for one in loaded.details.involvements if one.decisions and one.decisions[0].id == asked
        ]
        if about:
            self.agree(loaded, about[0])
        else:
            self.done.emit(
                self.tr("This decision was followed by another: nothing is asked about it any more.")
            )
        return True

    def _on_recorded(self, sentence: str, change: object) -> None:
        if isinstance(change, Change):
            self._context.bus.changed.emit(change)
            self.done.emit(sentence)


def _pack_agreement(signal_id: int, dialog: AgreeDialog) -> str:
    return payloads.pack_for(signal_id, dialog.typed())
