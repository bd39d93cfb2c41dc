"""What is done about those concerned in one signal besides deciding: look along, relate, correct a role or the kind."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.relations import RelationDraft
from mhdesk.domain.roles import RoleDraft
from mhdesk.domain.views import DraftView
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import payloads
from mhdesk.gui.signals.agree_dialog import AgreeDialog
from mhdesk.gui.signals.convert_dialog import ConvertDialog
from mhdesk.gui.signals.correcting import Dialogs, Outcome, Work
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.loading import Loaded
from mhdesk.gui.signals.relation_dialog import RelationDialog, relate, unrelate
from mhdesk.gui.signals.role_dialog import RoleDialog, change_role

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_FORMS = frozenset({payloads.FORM_AGREE, payloads.FORM_ROLE, payloads.FORM_CONVERT, payloads.FORM_RELATION})
_NO_REPRESENTATIVE = "no_representative_of"


class PersonsActs(QObject):
    """Open the forms about those concerned in one signal.

    ``corrected`` carries an `Outcome`, ``failed`` a KnownError.
    """

    corrected = QtSignal(object)
    failed = QtSignal(object)

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
        self._keep(loaded, dialog, payloads.FORM_AGREE, dialog.typed, kept)
        self._show(dialog, self.tr("Your answer is recorded."))

    def relation(self, loaded: Loaded, number: int, other: int = 0) -> None:
        """Ask what somebody is of another person."""
        one = loaded.involvement(number)
        about = {"signal_id": loaded.details.id, "involvement_id": number, "other_id": other}
        kept = self._dialogs.kept(
            payloads.FORM_RELATION,
            lambda payload: all(payloads.number_of(payload, name) == told for name, told in about.items()),
        )
        dialog = RelationDialog(self._context, loaded.details, one, self._page, other=other)
        dialog.keep_told(payloads.FORM_RELATION, about, kept)
        self._dialogs.show(dialog, self._on_related)

    def deny(self, loaded: Loaded, first: int, second: int) -> None:
        """Record that somebody is no parent or representative of another person."""
        draft = RelationDraft(first, _NO_REPRESENTATIVE, second)
        work = partial(relate, loaded.details.id, draft)
        self._context.runner.ask(work, self._on_related, self.failed.emit)

    def unrelate(self, loaded: Loaded, number: int) -> None:
        """Take a relation away."""
        was = next(one for one in loaded.details.relations if one.id == number)
        draft = RelationDraft(was.involvement_id, was.kind, was.other_id)
        again = partial(relate, loaded.details.id, draft)
        then = partial(self._tell, self.tr("The relation is taken away."), again)
        self._context.runner.ask(partial(unrelate, number), then, self.failed.emit)

    def role(self, loaded: Loaded, number: int) -> None:
        """Ask in which role somebody is concerned."""
        one = loaded.involvement(number)
        kept = self._dialogs.kept(
            payloads.FORM_ROLE, lambda payload: payloads.unpack_role(payload).involvement_id == number
        )
        draft = payloads.unpack_role(kept.payload) if kept else None
        dialog = RoleDialog(self._context, loaded.details, one, self._page, draft=draft)
        self._keep(loaded, dialog, payloads.FORM_ROLE, dialog.typed, kept)
        before = RoleDraft(number, one.role, self.tr("Undone."))
        self._show(dialog, self.tr("The role is recorded."), partial(change_role, before))

    def convert(self, loaded: Loaded) -> None:
        """Ask of which kind this is from now on."""
        kept = self._dialogs.kept(payloads.FORM_CONVERT)
        draft = payloads.unpack_convert(kept.payload) if kept else None
        dialog = ConvertDialog(self._context, loaded.details, self._page, draft=draft)
        self._keep(loaded, dialog, payloads.FORM_CONVERT, dialog.typed, kept)
        self._show(dialog, self.tr("The kind is recorded."))

    def go_on(self, loaded: Loaded, kept: DraftView) -> bool:
        """Open what somebody began; say whether it was one of these forms."""
        if kept.form == payloads.FORM_AGREE:
            self._agree_again(loaded, payloads.unpack_agree(kept.payload).decision_id)
        elif kept.form == payloads.FORM_ROLE:
            self.role(loaded, payloads.unpack_role(kept.payload).involvement_id)
        elif kept.form == payloads.FORM_CONVERT:
            self.convert(loaded)
        elif kept.form == payloads.FORM_RELATION:
            number, other = (
                payloads.number_of(kept.payload, name) for name in ("involvement_id", "other_id")
            )
            if any(one.id == number for one in loaded.details.involvements):
                self.relation(loaded, number, other)
        return kept.form in _FORMS

    def _agree_again(self, loaded: Loaded, asked: int) -> None:
        """Go on with an answer; who is asked no more is told so."""
        people = loaded.details.involvements
        about = [one.id for one in people if one.decisions and one.decisions[0].id == asked]
        if about:
            self.agree(loaded, about[0])
            return
        sentence = self.tr("This decision was followed by another: nothing is asked about it any more.")
        self.corrected.emit(Outcome(sentence))

    def _keep(
        self,
        loaded: Loaded,
        dialog: FormDialog,
        form: str,
        typed: Callable[[], DataclassInstance],
        kept: DraftView | None,
    ) -> None:
        dialog.keep_as(form, partial(_packed, loaded.details.id, typed), kept.id if kept else None)

    def _show(self, dialog: FormDialog, sentence: str, undo: Work | None = None) -> None:
        self._dialogs.show(dialog, partial(self._tell, sentence, undo))

    def _on_related(self, change: object) -> None:
        if isinstance(change, Change) and change.created is not None:
            self._tell(self.tr("The relation is recorded."), partial(unrelate, change.created), change)

    def _tell(self, sentence: str, undo: Work | None, change: object) -> None:
        if not isinstance(change, Change):
            return
        if not change.signals:
            self.corrected.emit(Outcome(self.tr("It says that already. Nothing was changed.")))
            return
        self._context.bus.changed.emit(change)
        self.corrected.emit(Outcome(sentence, undo))


def _packed(signal_id: int, typed: Callable[[], DataclassInstance]) -> str:
    return payloads.pack_for(signal_id, typed())
