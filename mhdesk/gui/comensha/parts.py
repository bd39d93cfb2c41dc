"""CoMensha on the page of a person: what is read, the block, its dialogs, and what takes a step back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.comensha import ComenshaState, FeedbackDraft, ReasonDraft, RegisterDraft, Standing
from mhdesk.domain.persons import PersonDetails
from mhdesk.domain.views import DraftView, TodayItem, TodayKind
from mhdesk.exchange.htcds import Victim
from mhdesk.gui.comensha.block import ComenshaBlock
from mhdesk.gui.comensha.dialogs import FeedbackDialog, ReasonDialog, RegisterDialog
from mhdesk.gui.comensha.out_dialog import CodedDialog
from mhdesk.gui.signals import payloads
from mhdesk.gui.signals.form_dialog import FormDialog

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from mhdesk.gui.persons.loading import Loaded
    from mhdesk.gui.persons.person_page import PersonPage

FORM_REGISTER: Final = "person.comensha_register"
FORM_REASON: Final = "person.comensha_reason"
FORM_FEEDBACK: Final = "person.comensha_feedback"


def read(details: PersonDetails, desk: Desk) -> Standing:
    """Return how the registration stands, for the page."""
    from mhdesk.desk import comensha

    return comensha.standing(desk, details.id)


def _note_due(person_id: int, desk: Desk) -> Change:
    from mhdesk.desk import comensha

    return comensha.note_due(desk, person_id)


def _undo(step_id: int, desk: Desk) -> Change:
    from mhdesk.desk import comensha

    return comensha.undo(desk, step_id)


def _coded(person_id: int, desk: Desk) -> Victim:
    from mhdesk.desk import comensha

    return comensha.coded(desk, person_id)


def part(page: PersonPage, loaded: Loaded) -> QWidget | None:
    """Return the block, for a victim only."""
    standing = loaded.of(Standing)
    if standing is None or not (standing.is_victim or standing.steps):
        return None
    block = ComenshaBlock(standing, loaded.today, may_write=page.may_write and standing.is_victim)
    block.register_wanted.connect(partial(register, page, loaded))
    block.due_wanted.connect(partial(_begin, page, standing.person_id))
    block.reason_wanted.connect(partial(_reason, page, loaded))
    block.feedback_wanted.connect(partial(_feedback, page, loaded))
    block.coded_wanted.connect(partial(coded, page, standing))
    block.year_wanted.connect(page.context.navigator.show_comensha)
    return block


def register(page: PersonPage, loaded: Loaded) -> None:
    """Ask how a victim was registered."""
    if (standing := loaded.of(Standing)) is None:
        return
    kept = page.acts.kept(FORM_REGISTER)
    draft = payloads.fill(RegisterDraft, kept.payload) if kept else None
    dialog = RegisterDialog(page.context, standing, loaded.today, page, draft=draft)
    pack = partial(_packed, standing.person_id, dialog.typed)
    told = QCoreApplication.translate("Comensha", "The registration is recorded.")
    _show(page, dialog, (FORM_REGISTER, pack, kept), told)


def _reason(page: PersonPage, loaded: Loaded, state: str) -> None:
    if (standing := loaded.of(Standing)) is None:
        return
    kept = page.acts.kept(FORM_REASON, lambda payload: payloads.fill(ReasonDraft, payload).state == state)
    draft = payloads.fill(ReasonDraft, kept.payload) if kept else None
    dialog = ReasonDialog(page.context, standing.person_id, ComenshaState(state), page, draft=draft)
    pack = partial(_packed, standing.person_id, dialog.typed)
    told = QCoreApplication.translate("Comensha", "It is recorded, with the reason.")
    _show(page, dialog, (FORM_REASON, pack, kept), told)


def _feedback(page: PersonPage, loaded: Loaded) -> None:
    if (standing := loaded.of(Standing)) is None:
        return
    kept = page.acts.kept(FORM_FEEDBACK)
    draft = payloads.fill(FeedbackDraft, kept.payload) if kept else None
    dialog = FeedbackDialog(page.context, standing, loaded.today, page, draft=draft)
    pack = partial(_packed, standing.person_id, dialog.typed)
    told = QCoreApplication.translate("Comensha", "The message of CoMensha is recorded.")
    _show(page, dialog, (FORM_FEEDBACK, pack, kept), told)


def _packed(person_id: int, typed: Callable[[], RegisterDraft | ReasonDraft | FeedbackDraft]) -> str:
    return payloads.pack_for_person(person_id, typed())


def _show(
    page: PersonPage,
    dialog: FormDialog,
    keeping: tuple[str, Callable[[], str], DraftView | None],
    sentence: str,
) -> None:
    """Open a dialog that keeps what is typed; what it records can be taken back."""
    form, pack, kept = keeping
    dialog.keep_as(form, pack, kept.id if kept else None)
    page.acts.show(dialog, partial(_on_recorded, page, sentence))


def _on_recorded(page: PersonPage, sentence: str, change: object) -> None:
    if isinstance(change, Change):
        page.context.bus.changed.emit(change)
        undo = partial(_take_back, page, change.created) if change.created else None
        page.say_done(sentence, undo)


def _take_back(page: PersonPage, step_id: int) -> None:
    told = QCoreApplication.translate("Comensha", "It is as it was before.")
    page.context.runner.ask(partial(_undo, step_id), partial(page.acts.tell, told), page.acts.failed.emit)


def _begin(page: PersonPage, person_id: int) -> None:
    told = QCoreApplication.translate("Comensha", "Registering with CoMensha stands on Today.")
    then = partial(_on_recorded, page, told)
    page.context.runner.ask(partial(_note_due, person_id), then, page.acts.failed.emit)


def coded(page: PersonPage, standing: Standing) -> None:
    """Show what is known, to copy from, once the desk has told it."""
    then = partial(_on_coded, page, standing)
    page.context.runner.ask(partial(_coded, standing.person_id), then, page.acts.failed.emit, owner=page)


def _on_coded(page: PersonPage, standing: Standing, victim: Victim) -> None:
    dialog = CodedDialog(page.context, victim, standing, page)
    told = QCoreApplication.translate("Comensha", "The file is saved. Remove it when it is where it belongs.")
    page.acts.show(dialog, partial(page.acts.tell, told))


def open_waiting(page: PersonPage, loaded: Loaded, item: TodayItem) -> bool:
    """Open the registration that waits on Today, unless it was done meanwhile."""
    if item.kind is not TodayKind.COMENSHA:
        return False
    standing = loaded.of(Standing)
    now = standing.now() if standing else None
    if now is not None and now.state == ComenshaState.DUE:
        register(page, loaded)
    return True


def go_on(page: PersonPage, loaded: Loaded, kept: DraftView) -> bool:
    """Go on with a form about CoMensha; say whether it was one."""
    if kept.form == FORM_REGISTER:
        register(page, loaded)
    elif kept.form == FORM_REASON:
        _reason(page, loaded, payloads.fill(ReasonDraft, kept.payload).state)
    elif kept.form == FORM_FEEDBACK:
        _feedback(page, loaded)
    return kept.form in {FORM_REGISTER, FORM_REASON, FORM_FEEDBACK}


def begun_words(kept: DraftView) -> str:
    """Return what is kept as a draft."""
    if kept.form in {FORM_REGISTER, FORM_REASON, FORM_FEEDBACK}:
        return QCoreApplication.translate("Comensha", "A form about CoMensha is kept as a draft.")
    return ""
