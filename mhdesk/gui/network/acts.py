"""What can be done on the page of an organisation: one dialog at a time, and ends that can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.domain.change import Change
from mhdesk.gui.network import work
from mhdesk.gui.network.covenant_dialogs import CovenantDialog, ExperienceDialog
from mhdesk.gui.network.offer_dialogs import CapacityDialog, OfferDialog
from mhdesk.gui.network.organisation_dialogs import ContactDialog, EndDialog, OrganisationDialog
from mhdesk.gui.network.work import Shown
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.one_dialog import OneDialog


class OrganisationActs(OneDialog):
    """Open the dialogs of one organisation; a number of 0 asks for something new.

    ``ended`` carries a sentence and what takes the end back.
    """

    ended = QtSignal(str, object)

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(context, page)
        self._page_context, self._widget = context, page

    def amend(self, shown: Shown) -> None:
        """Ask what the organisation is."""
        dialog = OrganisationDialog(self._page_context, shown.one, shown.today, self._widget)
        self.open(dialog, self.tr("The organisation is recorded."))

    def contact(self, shown: Shown, number: int) -> None:
        """Ask who works there."""
        one = next((contact for contact in shown.one.contacts if contact.id == number), None)
        dialog = ContactDialog(self._page_context, shown.one, one, self._widget)
        self.open(dialog, self.tr("The contact is recorded."))

    def offer(self, shown: Shown, number: int) -> None:
        """Ask what it offers."""
        one = next((offer for offer in shown.one.offers if offer.id == number), None)
        dialog = OfferDialog(self._page_context, shown.one, one, self._widget)
        self.open(dialog, self.tr("The offer is recorded."))

    def capacity(self, shown: Shown, number: int) -> None:
        """Ask how many places are free."""
        one = next(offer for offer in shown.one.offers if offer.id == number)
        dialog = CapacityDialog(self._page_context, one, shown.today, self._widget)
        self.open(dialog, self.tr("The free places are recorded."))

    def covenant(self, shown: Shown, number: int) -> None:
        """Ask what was agreed."""
        one = next((covenant for covenant in shown.one.covenants if covenant.id == number), None)
        dialog = CovenantDialog(self._page_context, shown.one, one, shown.today, self._widget)
        self.open(dialog, self.tr("The covenant is recorded."))

    def experience(self, shown: Shown) -> None:
        """Ask how working together went."""
        dialog = ExperienceDialog(self._page_context, shown.one, shown.today, self._widget)
        self.open(dialog, self.tr("The experience is recorded."))

    def end(self, shown: Shown, record: str, number: int, name: str) -> None:
        """Ask for the last day of an ``organisation``, a ``contact`` or an ``offer``."""
        dialog = EndDialog(self._page_context, record, number, name, shown.today, self._widget)
        self.show(dialog, partial(self._on_ended, record, number))

    def resume(self, record: str, number: int) -> None:
        """Take an end back."""
        then = partial(self.tell, self.tr("The end is taken back."))
        self._page_context.runner.ask(partial(work.resume, record, number), then, self.failed.emit)

    def _on_ended(self, record: str, number: int, change: object) -> None:
        if isinstance(change, Change):
            self._page_context.bus.changed.emit(change)
            undo: Callable[[], None] = partial(self.resume, record, number)
            self.ended.emit(self.tr("Ended. It stays to be read."), undo)
