"""Correct what was recorded, take that back again, and destroy what may not be kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.domain.views import DraftView
from mhdesk.errors import KnownError
from mhdesk.gui import file_dialogs
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import payloads
from mhdesk.gui.signals.amend_signal_dialog import AmendSignalDialog
from mhdesk.gui.signals.destroy_dialog import DestroyDialog
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.loading import Loaded
from mhdesk.gui.signals.person_dialog import PersonDialog

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

Work = Callable[["Desk"], Change]


class Dialogs(Protocol):
    """Who opens the dialogs of the page, one at a time, and knows what was typed and not recorded."""

    def show(self, dialog: FormDialog, recorded: Callable[[object], None]) -> None:
        """Open a dialog unless one is open; ``recorded`` gets its Change."""
        ...

    def kept(self, form: str, is_it: Callable[[str], bool] = ...) -> DraftView | None:
        """Return the newest draft of a form that is about the same."""
        ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done, in a sentence, and what takes it back, if anything does."""

    sentence: str
    undo: Work | None = None


def _undo_signal(signal_id: int, before: SignalDraft, after: SignalDraft, desk: Desk) -> Change:
    from mhdesk.desk import amending

    return amending.undo_signal(desk, signal_id, before, after)


def _undo_person(
    signal_id: int, person_id: int, before: PersonDraft, after: PersonDraft, desk: Desk
) -> Change:
    from mhdesk.desk import amending

    return amending.undo_person(desk, signal_id, person_id, before, after)


def _declare(number: str, out: Path, desk: Desk) -> None:
    from mhdesk.desk import destroying

    destroying.declare(desk, number, out)


class Correcting(QObject):
    """Open the forms that correct one signal.

    ``corrected`` carries an `Outcome`, ``gone`` the number of the declaration, ``declared`` a sentence and
    ``failed`` a KnownError.
    """

    corrected = QtSignal(object)
    gone = QtSignal(str)
    declared = QtSignal(str)
    failed = QtSignal(object)

    def __init__(self, context: PageContext, page: QWidget, dialogs: Dialogs) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._dialogs = dialogs

    def amend(self, loaded: Loaded, block: str) -> None:
        """Ask what the story, or all around it, is to say."""
        kept = self._dialogs.kept(
            payloads.FORM_AMEND, lambda payload: payloads.unpack_amend(payload).block == block
        )
        draft = payloads.unpack_amend(kept.payload) if kept else None
        details = loaded.details
        dialog = AmendSignalDialog(self._context, details, loaded.today, self._page, block=block, draft=draft)
        pack = partial(_pack_signal, details.id, dialog)
        dialog.keep_as(payloads.FORM_AMEND, pack, kept.id if kept else None)
        self._dialogs.show(dialog, partial(self._on_signal_amended, details.id, dialog))

    def amend_person(self, loaded: Loaded, number: int) -> None:
        """Ask what is known of somebody concerned; 0 asks who else is."""
        kept = self._dialogs.kept(
            payloads.FORM_PERSON, lambda payload: payloads.unpack_person(payload).involvement_id == number
        )
        draft = payloads.unpack_person(kept.payload) if kept else None
        one = loaded.involvement(number) if number else None
        dialog = PersonDialog(self._context, loaded.details, one, self._page, draft=draft)
        pack = partial(_pack_person, loaded.details.id, dialog)
        dialog.keep_as(payloads.FORM_PERSON, pack, kept.id if kept else None)
        person_id = one.person_id if one else None
        self._dialogs.show(dialog, partial(self._on_person_recorded, loaded.details.id, person_id, dialog))

    def destroy(self, loaded: Loaded) -> None:
        """Ask what makes destroying this signal lawful."""
        dialog = DestroyDialog(self._context, loaded.details, loaded.today, self._page)
        self._dialogs.show(dialog, self._on_destroyed)

    def go_on(self, loaded: Loaded, kept: DraftView) -> bool:
        """Open what somebody began to correct; say whether it was a correction."""
        if kept.form == payloads.FORM_AMEND:
            self.amend(loaded, payloads.unpack_amend(kept.payload).block)
        elif kept.form == payloads.FORM_PERSON:
            self.amend_person(loaded, payloads.unpack_person(kept.payload).involvement_id)
        return kept.form in {payloads.FORM_AMEND, payloads.FORM_PERSON}

    def take_back(self, undo: Work) -> None:
        """Undo a correction by another one."""
        self._context.runner.ask(undo, self._on_taken_back, self._on_failed)

    def save_declaration(self, number: str) -> None:
        """Ask where the declaration of destruction goes, and write it there."""
        kind = self.tr("PDF (*.pdf)")
        place = Path.home() / f"{number}.pdf"
        chosen = partial(self._on_place_chosen, number)
        file_dialogs.save_file(self._page, self.tr("Where should the declaration go?"), kind, place, chosen)

    def _on_place_chosen(self, number: str, out: Path) -> None:
        self._context.runner.ask(partial(_declare, number, out), self._on_declared, self._on_failed)

    def _on_declared(self, _nothing: None) -> None:
        self.declared.emit(self.tr("The declaration is saved. Have it signed and keep it."))

    def _on_signal_amended(self, signal_id: int, dialog: AmendSignalDialog, change: object) -> None:
        undo = partial(_undo_signal, signal_id, dialog.before, dialog.draft())
        self._tell(change, self.tr("The change is recorded."), undo)

    def _on_person_recorded(
        self, signal_id: int, person_id: int | None, dialog: PersonDialog, change: object
    ) -> None:
        if person_id is None:
            self._tell(change, self.tr("The person is recorded."), None)
            return
        undo = partial(_undo_person, signal_id, person_id, dialog.before, dialog.draft())
        self._tell(change, self.tr("The change is recorded."), undo)

    def _tell(self, change: object, sentence: str, undo: Work | None) -> None:
        if not isinstance(change, Change):
            return
        if not change.signals and not change.persons:
            self.corrected.emit(Outcome(self.tr("It says that already. Nothing was changed.")))
            return
        self._context.bus.changed.emit(change)
        self.corrected.emit(Outcome(sentence, undo))

    def _on_taken_back(self, change: Change) -> None:
        self._context.bus.changed.emit(change)
        self.corrected.emit(Outcome(self.tr("It says again what it said before.")))

    def _on_destroyed(self, change: object) -> None:
        if isinstance(change, Change):
            self._context.bus.changed.emit(change)
            self.gone.emit(change.reference or "")

    def _on_failed(self, error: KnownError) -> None:
        self.failed.emit(error)


def _pack_signal(signal_id: int, dialog: AmendSignalDialog) -> str:
    return payloads.pack_for(signal_id, dialog.typed())


def _pack_person(signal_id: int, dialog: PersonDialog) -> str:
    return payloads.pack_for(signal_id, dialog.typed())
