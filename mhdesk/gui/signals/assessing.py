"""Open the list of signs of one signal, and tell what was recorded."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.domain import indicators
from mhdesk.domain.change import Change
from mhdesk.domain.indicators import AssessmentDraft
from mhdesk.domain.views import DraftView
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import payloads
from mhdesk.gui.signals.correcting import Dialogs
from mhdesk.gui.signals.indicators_dialog import IndicatorsDialog
from mhdesk.gui.signals.loading import Loaded


class Assessing(QObject):
    """Ask which signs were seen. ``done`` carries a sentence."""

    done = QtSignal(str)

    def __init__(self, context: PageContext, page: QWidget, dialogs: Dialogs) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._dialogs = dialogs

    def assess(self, loaded: Loaded) -> None:
        """Ask which signs of exploitation were seen."""
        kept = self._dialogs.kept(payloads.FORM_INDICATORS)
        draft = _usable(payloads.unpack_indicators(kept.payload)) if kept else None
        dialog = IndicatorsDialog(self._context, loaded.details, loaded.today, self._page, draft=draft)
        pack = partial(_packed, loaded.details.id, dialog)
        dialog.keep_as(payloads.FORM_INDICATORS, pack, kept.id if kept else None)
        self._dialogs.show(dialog, self._on_recorded)

    def go_on(self, loaded: Loaded, kept: DraftView) -> bool:
        """Open what somebody began; say whether it was this."""
        if kept.form != payloads.FORM_INDICATORS:
            return False
        self.assess(loaded)
        return True

    def _on_recorded(self, change: object) -> None:
        if isinstance(change, Change):
            self._context.bus.changed.emit(change)
            self.done.emit(self.tr("The signs are recorded."))


def _packed(signal_id: int, dialog: IndicatorsDialog) -> str:
    return payloads.pack_for(signal_id, dialog.draft())


def _usable(draft: AssessmentDraft) -> AssessmentDraft | None:
    """Return a draft, None when it was begun with a list that this mhdesk does not know."""
    return draft if indicators.indicator_list(draft.form, draft.list_version) else None
