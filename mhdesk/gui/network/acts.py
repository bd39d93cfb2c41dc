"""What can be done on the page of an organisation: one dialog at a time, and what can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.network import CapacityDraft
from mhdesk.domain.network_views import ContactView, CovenantView, OfferView, OrganisationDetails
from mhdesk.domain.places import display_places
from mhdesk.domain.views import DraftView
from mhdesk.gui.network import work
from mhdesk.gui.network.covenant_dialogs import CovenantDialog, ExperienceDialog
from mhdesk.gui.network.offer_dialogs import CapacityDialog, OfferDialog
from mhdesk.gui.network.organisation_dialogs import ContactDialog, EndDialog, OrganisationDialog
from mhdesk.gui.network.work import Shown
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import payloads
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.one_dialog import OneDialog

FORM_AMEND: Final = "organisation.amend"
FORM_CONTACT: Final = "organisation.contact"
FORM_OFFER: Final = "organisation.offer"
FORM_CAPACITY: Final = "organisation.capacity"
FORM_COVENANT: Final = "organisation.covenant"
FORM_EXPERIENCE: Final = "organisation.experience"
_NUMBER: Final = "number"
_VERSION: Final = "version"


OneT = TypeVar("OneT", OrganisationDetails, ContactView, OfferView, CovenantView)


def begun_words(kept: DraftView) -> str:
    """Return what is kept as a draft of an organisation."""
    return {
        FORM_AMEND: QCoreApplication.translate(
            "OrganisationPage", "What was typed about this organisation is kept as a draft."
        ),
        FORM_CONTACT: QCoreApplication.translate("OrganisationPage", "A contact is kept as a draft."),
        FORM_OFFER: QCoreApplication.translate("OrganisationPage", "An offer is kept as a draft."),
        FORM_CAPACITY: QCoreApplication.translate("OrganisationPage", "Free places are kept as a draft."),
        FORM_COVENANT: QCoreApplication.translate("OrganisationPage", "A covenant is kept as a draft."),
        FORM_EXPERIENCE: QCoreApplication.translate("OrganisationPage", "An experience is kept as a draft."),
    }.get(kept.form, QCoreApplication.translate("OrganisationPage", "What was typed is kept as a draft."))


class OrganisationActs(OneDialog):
    """Open the dialogs of one organisation; a number of 0 asks for something new.

    ``undoable`` carries a sentence and what takes back what was done.
    """

    undoable = QtSignal(str, object)

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(context, page)
        self._page_context, self._widget = context, page

    def amend(self, shown: Shown) -> None:
        """Ask what the organisation is."""
        kept = self._begun(FORM_AMEND, 0)
        one = _as_begun(shown.one, kept)
        dialog = OrganisationDialog(self._page_context, one, shown.today, self._widget)
        self._keep(dialog, FORM_AMEND, shown, 0, one.version, kept)
        self.show_form(dialog, self.tr("The organisation is recorded."))

    def contact(self, shown: Shown, number: int) -> None:
        """Ask who works there."""
        kept = self._begun(FORM_CONTACT, number)
        one = _found(shown.one.contacts, number, kept)
        dialog = ContactDialog(self._page_context, shown.one, one, self._widget)
        self._keep(dialog, FORM_CONTACT, shown, number, one.version if one else 0, kept)
        self.show_form(dialog, self.tr("The contact is recorded."))

    def offer(self, shown: Shown, number: int) -> None:
        """Ask what it offers."""
        kept = self._begun(FORM_OFFER, number)
        one = _found(shown.one.offers, number, kept)
        dialog = OfferDialog(self._page_context, shown.one, one, self._widget)
        self._keep(dialog, FORM_OFFER, shown, number, one.version if one else 0, kept)
        self.show_form(dialog, self.tr("The offer is recorded."))

    def capacity(self, shown: Shown, number: int) -> None:
        """Ask how many places are free."""
        one = next(offer for offer in shown.one.offers if offer.id == number)
        kept = self._begun(FORM_CAPACITY, number)
        dialog = CapacityDialog(self._page_context, one, shown.today, self._widget)
        self._keep(dialog, FORM_CAPACITY, shown, number, 0, kept)
        self.show(dialog, partial(self._on_heard, one))

    def covenant(self, shown: Shown, number: int) -> None:
        """Ask what was agreed."""
        kept = self._begun(FORM_COVENANT, number)
        one = _found(shown.one.covenants, number, kept)
        dialog = CovenantDialog(self._page_context, shown.one, one, shown.today, self._widget)
        self._keep(dialog, FORM_COVENANT, shown, number, one.version if one else 0, kept)
        self.show_form(dialog, self.tr("The covenant is recorded."))

    def experience(self, shown: Shown) -> None:
        """Ask how working together went."""
        kept = self._begun(FORM_EXPERIENCE, 0)
        dialog = ExperienceDialog(self._page_context, shown.one, shown.today, self._widget)
        self._keep(dialog, FORM_EXPERIENCE, shown, 0, 0, kept)
        self.show_form(dialog, self.tr("The experience is recorded."))

    def end(self, shown: Shown, record: str, number: int, name: str) -> None:
        """Ask for the last day of an ``organisation``, a ``contact`` or an ``offer``."""
        dialog = EndDialog(self._page_context, record, number, name, shown.today, self._widget)
        self.show(dialog, partial(self._on_ended, record, number))

    def resume(self, record: str, number: int) -> None:
        """Take an end back."""
        then = partial(self.tell, self.tr("The end is taken back."))
        self._page_context.runner.ask(partial(work.resume, record, number), then, self.failed.emit)

    def go_on(self, shown: Shown, kept: DraftView) -> None:
        """Open what somebody began and did not record."""
        number = payloads.number_of(kept.payload, _NUMBER)
        self.begun = [kept, *(other for other in self.begun if other.id != kept.id)]
        if kept.form == FORM_AMEND:
            self.amend(shown)
        elif kept.form == FORM_EXPERIENCE:
            self.experience(shown)
        elif kept.form in (opens := self._opens()):
            opens[kept.form](shown, number)

    def _opens(self) -> dict[str, Callable[[Shown, int], None]]:
        return {
            FORM_CONTACT: self.contact,
            FORM_OFFER: self.offer,
            FORM_CAPACITY: self.capacity,
            FORM_COVENANT: self.covenant,
        }

    def _begun(self, form: str, number: int) -> DraftView | None:
        return self.kept(form, lambda payload: payloads.number_of(payload, _NUMBER) == number)

    def _keep(
        self,
        dialog: FormDialog,
        form: str,
        shown: Shown,
        number: int,
        version: int,
        kept: DraftView | None,
    ) -> None:
        about = {"organisation_id": shown.one.id, _NUMBER: number, _VERSION: version}
        dialog.keep_told(form, about, kept)

    def _on_heard(self, before: OfferView, change: object) -> None:
        """Say that free places were heard; back is what was heard before, where anything was."""
        told = self.tr("The free places are recorded.")
        if before.places_free is None or before.free_on is None:
            self.tell(told, change)
            return
        heard = CapacityDraft(display_places(before.places_free), dates.display_day(before.free_on))
        again = partial(work.hear, before.id, heard)
        self._tell_undoable(told, partial(self._take_back, again), change)

    def _take_back(self, again: work.Work) -> None:
        then = partial(self.tell, self.tr("It says again what it said before."))
        self._page_context.runner.ask(again, then, self.failed.emit)

    def _on_ended(self, record: str, number: int, change: object) -> None:
        undo = partial(self.resume, record, number)
        self._tell_undoable(self.tr("Ended. It stays to be read."), undo, change)

    def _tell_undoable(self, sentence: str, undo: Callable[[], None], change: object) -> None:
        if isinstance(change, Change):
            self._page_context.bus.changed.emit(change)
            self.undoable.emit(sentence, undo)


def _found(some: Iterable[OneT], number: int, kept: DraftView | None) -> OneT | None:
    one = next((one for one in some if one.id == number), None)
    return None if one is None else _as_begun(one, kept)


def _as_begun(one: OneT, kept: DraftView | None) -> OneT:
    """Return a record as it stood when the draft was begun: what a colleague changed since is not written over."""
    return one if kept is None else replace(one, version=payloads.number_of(kept.payload, _VERSION))
