"""What can be done with a referral besides answering it: send a proposal, make its letter, save one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.referrals import ReferralDraft, ReferralState
from mhdesk.domain.unmet import UnmetNeedDraft, age_band
from mhdesk.domain.views import DraftView, ReferralView
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.errors import KnownError
from mhdesk.gui import file_dialogs
from mhdesk.gui.referrals.letter_dialog import ReferralLetterDialog
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import payloads
from mhdesk.gui.signals.correcting import Dialogs
from mhdesk.gui.signals.file_acts import SaveFileDialog
from mhdesk.gui.signals.loading import Loaded
from mhdesk.gui.signals.refer_dialog import ReferDialog

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from _typeshed import DataclassInstance

    from mhdesk.desk.desk import Desk

_NOT_FOUND: Final = frozenset({ReferralState.DECLINED, ReferralState.WITHDRAWN})


def _save(letter_id: int, out: Path, desk: Desk) -> Change:
    from mhdesk.desk import referral_letters

    return referral_letters.save(desk, letter_id, out)


def _packed(signal_id: int, typed: Callable[[], DataclassInstance]) -> str:
    return payloads.pack_for(signal_id, typed())


def as_typed(one: ReferralView, today_words: str) -> ReferralDraft:
    """Return a proposal as somebody would type it who sends it today."""
    return ReferralDraft(
        signal_id=one.signal_id,
        involvement_id=one.involvement_id,
        organisation_name=one.organisation,
        purpose=one.purpose,
        basis="" if one.basis == UNKNOWN else one.basis,
        basis_note=one.basis_note,
        referred_on=today_words,
        note=one.note,
        urgency=one.urgency,
        answer_by=dates.display_day(one.answer_by) if one.answer_by else "",
        consent_on=dates.display_day(one.consent_on) if one.consent_on else "",
        shared=list(one.shared),
        referral_id=one.id,
        version=one.version,
    )


class ReferralActs(QObject):
    """``done`` carries a sentence, ``failed`` a KnownError, ``offered`` a sentence, a verb and what it does."""

    done = QtSignal(str)
    failed = QtSignal(object)
    offered = QtSignal(str, str, object)

    def __init__(self, context: PageContext, page: QWidget, dialogs: Dialogs) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._dialogs = dialogs
        self._loaded: Loaded | None = None

    def send(self, loaded: Loaded, number: int) -> None:
        """Ask of a proposal what is sent, on what basis and what of it is told."""
        one = loaded.referral(number)
        kept = self._dialogs.kept(
            payloads.FORM_REFERRAL, lambda payload: payloads.unpack_referral(payload).referral_id == number
        )
        draft = payloads.unpack_referral(kept.payload) if kept else as_typed(one, self._today(loaded))
        known, details = loaded.organisations, loaded.details
        dialog = ReferDialog(
            self._context, details, known, loaded.today, self._page, draft=draft, receivers=loaded.receivers
        )
        pack = partial(_packed, details.id, dialog.typed)
        dialog.keep_as(payloads.FORM_REFERRAL, pack, kept.id if kept else None)
        self._dialogs.show(
            dialog, partial(self._tell, self.tr("The referral is sent. You can make its letter."))
        )

    def _today(self, loaded: Loaded) -> str:
        return dates.display_day(loaded.today)

    def letter(self, loaded: Loaded, number: int) -> None:
        """Ask what is written in the letter."""
        one = loaded.referral(number)
        kept = self._dialogs.kept(
            payloads.FORM_REFERRAL_LETTER,
            lambda payload: payloads.unpack_referral_letter(payload).referral_id == number,
        )
        draft = payloads.unpack_referral_letter(kept.payload) if kept else None
        dialog = ReferralLetterDialog(self._context, loaded, one, self._page, draft=draft)
        pack = partial(_packed, loaded.details.id, dialog.draft)
        dialog.keep_as(payloads.FORM_REFERRAL_LETTER, pack, kept.id if kept else None)
        self._dialogs.show(dialog, self._on_letter_made)

    def go_on(self, loaded: Loaded, kept: DraftView) -> bool:
        """Go on with a letter, or with the sending of a proposal, that somebody began; say whether it was one."""
        if kept.form == payloads.FORM_REFERRAL_LETTER:
            self.letter(loaded, payloads.unpack_referral_letter(kept.payload).referral_id)
            return True
        if kept.form != payloads.FORM_REFERRAL:
            return False
        proposal = payloads.unpack_referral(kept.payload).referral_id
        if proposal is None:
            return False
        self.send(loaded, proposal)
        return True

    def save_letter(self, number: int) -> None:
        """Ask where a letter that is kept is saved, after saying what that means."""
        dialog = SaveFileDialog(self.tr("the letter"), self._page)
        dialog.agreed.connect(partial(self._ask_place, number))
        dialog.open()

    def _ask_place(self, number: int) -> None:
        title, kinds = self.tr("Save outside the registry"), self.tr("PDF (*.pdf)")
        place = Path.home() / self.tr("letter.pdf")
        file_dialogs.save_file(self._page, title, kinds, place, partial(self._save_at, number))

    def _save_at(self, number: int, out: Path) -> None:
        then = partial(self._on_saved, out)
        self._context.runner.ask(partial(_save, number, out), then, self._on_failed, owner=self)

    def _on_saved(self, out: Path, change: Change) -> None:
        self._context.bus.changed.emit(change)
        said = self.tr("Saved at {path}. Remove it there once it has reached the receiver.")
        self.done.emit(said.format(path=out))

    def _on_letter_made(self, change: object) -> None:
        if isinstance(change, Change):
            self._context.bus.changed.emit(change)
            sentence = self.tr("The letter is kept with the referral.")
            self.offered.emit(
                sentence, self.tr("Save as PDF…"), partial(self.save_letter, change.created or 0)
            )

    def on_step_taken(
        self, loaded: Loaded, one: ReferralView, state: Callable[[], str], change: object
    ) -> None:
        """Tell everybody of a step, and offer to record what could not be found where it led to nothing."""
        if not isinstance(change, Change):
            return
        self._context.bus.changed.emit(change)
        sentence = self.tr("The answer is recorded.")
        if state() in _NOT_FOUND:
            need = self.tr("Record the unmet need")
            self.offered.emit(sentence, need, partial(self._record_need, loaded, one))
        else:
            self.done.emit(sentence)

    def _record_need(self, loaded: Loaded, one: ReferralView) -> None:
        from mhdesk.gui.network.need_dialogs import (
            NeedDialog,
        )  # what was not found is a dialog of the network

        draft = need_after(loaded, one)
        dialog = NeedDialog(self._context, draft, loaded.today, self._page)
        told = self.tr("The unmet need is recorded. It counts in the figures.")
        self._dialogs.show(dialog, partial(self._tell, told))

    def _tell(self, sentence: str, change: object) -> None:
        if isinstance(change, Change):
            self._context.bus.changed.emit(change)
            self.done.emit(sentence)

    def _on_failed(self, error: KnownError) -> None:
        self.failed.emit(error)


def need_after(loaded: Loaded, one: ReferralView) -> UnmetNeedDraft:
    """Return what was not found by a referral that led to nothing, as far as the signal tells."""
    who = next((who for who in loaded.details.involvements if who.id == one.involvement_id), None)
    return UnmetNeedDraft(
        person_id=who.person_id if who else None,
        purpose="" if one.purpose == UNKNOWN else one.purpose,
        wanted_on=dates.display_day(loaded.today),
        municipality="" if loaded.details.municipality == UNKNOWN else loaded.details.municipality,
        sex=who.sex if who else UNKNOWN,
        age_band=age_band(who.age if who else None),
    )
