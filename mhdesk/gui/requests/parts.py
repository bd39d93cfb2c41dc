"""Requests about own data on the page of a person: what is read, the block, and its dialogs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from mhdesk.domain.access_copy import AccessCopy
from mhdesk.domain.change import Change
from mhdesk.domain.data_requests import Asked, DecisionDraft, RequestDraft, RequestState, RequestView
from mhdesk.domain.persons import PersonDetails
from mhdesk.domain.views import DraftView, TodayItem, TodayKind
from mhdesk.gui.requests.block import RequestsBlock
from mhdesk.gui.requests.copy_dialog import AccessCopyDialog
from mhdesk.gui.requests.dialogs import (
    AnsweredDialog,
    AnsweredDraft,
    DecideRequestDialog,
    ExtendDialog,
    ExtensionDraft,
    RequestDialog,
)
from mhdesk.gui.signals import payloads

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from mhdesk.gui.persons.loading import Loaded
    from mhdesk.gui.persons.person_page import PersonPage

FORM_REQUEST: Final = "person.request"
FORM_DECISION: Final = "person.request_decision"
FORM_EXTENSION: Final = "person.request_extension"
FORM_ANSWERED: Final = "person.request_answered"
_Typed = RequestDraft | DecisionDraft | ExtensionDraft | AnsweredDraft


def read(details: PersonDetails, desk: Desk) -> Asked:
    """Return what somebody asked, for the page."""
    from mhdesk.desk import data_requests

    return data_requests.of_person(desk, details.id)


def _preview(request_id: int, desk: Desk) -> AccessCopy:
    from mhdesk.desk import access_copies

    return access_copies.preview(desk, request_id)


def _reopen(request_id: int, version: int, desk: Desk) -> Change:
    from mhdesk.desk import data_requests

    return data_requests.reopen(desk, request_id, version)


def part(page: PersonPage, loaded: Loaded) -> QWidget | None:
    """Return the block."""
    asked = loaded.of(Asked)
    if asked is None:
        return None
    block = RequestsBlock(asked, loaded.today, may_write=page.may_write, may_decide=page.may_decide)
    block.request_wanted.connect(partial(record, page, loaded))
    block.decide_wanted.connect(partial(decide, page, loaded))
    block.extend_wanted.connect(partial(extend, page, loaded))
    block.copy_wanted.connect(partial(copy, page, loaded))
    block.answered_wanted.connect(partial(answered, page, loaded))
    return block


def _one(loaded: Loaded, number: int) -> tuple[Asked, RequestView] | None:
    asked = loaded.of(Asked)
    found = next((one for one in asked.requests if one.id == number), None) if asked else None
    return (asked, found) if asked is not None and found is not None else None


def _packed(person_id: int, typed: Callable[[], _Typed]) -> str:
    return payloads.pack_for_person(person_id, typed())


def _kept(page: PersonPage, form: str, number: int) -> DraftView | None:
    return page.acts.kept(form, lambda payload: payloads.fill(ExtensionDraft, payload).request_id == number)


def record(page: PersonPage, loaded: Loaded) -> None:
    """Ask what is asked."""
    if (asked := loaded.of(Asked)) is None:
        return
    kept = page.acts.kept(FORM_REQUEST)
    draft = payloads.fill(RequestDraft, kept.payload) if kept else None
    dialog = RequestDialog(page.context, asked.person_id, asked.about, loaded.today, page, draft=draft)
    dialog.keep_as(FORM_REQUEST, partial(_packed, asked.person_id, dialog.typed), kept.id if kept else None)
    told = QCoreApplication.translate("Requests", "The request is recorded. Its term stands on Today.")
    page.acts.show(dialog, partial(page.acts.tell, told))


def decide(page: PersonPage, loaded: Loaded, number: int) -> None:
    """Ask what is decided on a request."""
    if (found := _one(loaded, number)) is None:
        return
    asked, one = found
    kept = _kept(page, FORM_DECISION, number)
    draft = payloads.fill(DecisionDraft, kept.payload) if kept else None
    dialog = DecideRequestDialog(page.context, one, asked.about, page, draft=draft)
    dialog.keep_as(FORM_DECISION, partial(_packed, one.person_id, dialog.typed), kept.id if kept else None)
    told = QCoreApplication.translate("Requests", "The decision is recorded. It still has to be told.")
    page.acts.show(dialog, partial(page.acts.tell, told))


def extend(page: PersonPage, loaded: Loaded, number: int) -> None:
    """Ask why the answer takes longer."""
    if (found := _one(loaded, number)) is None:
        return
    kept = _kept(page, FORM_EXTENSION, number)
    draft = payloads.fill(ExtensionDraft, kept.payload) if kept else None
    dialog = ExtendDialog(page.context, found[1], loaded.today, page, draft=draft)
    pack = partial(_packed, found[1].person_id, dialog.typed)
    dialog.keep_as(FORM_EXTENSION, pack, kept.id if kept else None)
    told = QCoreApplication.translate("Requests", "The answer is put off. Tell the person why.")
    page.acts.show(dialog, partial(page.acts.tell, told))


def answered(page: PersonPage, loaded: Loaded, number: int) -> None:
    """Ask when somebody got the answer."""
    if (found := _one(loaded, number)) is None:
        return
    kept = _kept(page, FORM_ANSWERED, number)
    draft = payloads.fill(AnsweredDraft, kept.payload) if kept else None
    dialog = AnsweredDialog(page.context, found[1], loaded.today, page, draft=draft)
    pack = partial(_packed, found[1].person_id, dialog.typed)
    dialog.keep_as(FORM_ANSWERED, pack, kept.id if kept else None)
    page.acts.show(dialog, partial(_on_answered, page, found[1]))


def _on_answered(page: PersonPage, one: RequestView, change: object) -> None:
    if isinstance(change, Change):
        page.context.bus.changed.emit(change)
        told = QCoreApplication.translate("Requests", "The request is answered.")
        page.say_done(told, partial(_take_back, page, one))


def _take_back(page: PersonPage, one: RequestView) -> None:
    told = QCoreApplication.translate("Requests", "The request waits for its answer again.")
    work = partial(_reopen, one.id, one.version + 1)
    page.context.runner.ask(work, partial(page.acts.tell, told), page.acts.failed.emit)


def copy(page: PersonPage, loaded: Loaded, number: int) -> None:
    """Show what could go on the copy, once the desk has told it."""
    then = partial(_on_copy, page, loaded.details.safe_contact, number)
    page.context.runner.ask(partial(_preview, number), then, page.acts.failed.emit, owner=page)


def _on_copy(page: PersonPage, safe_contact: str, number: int, found: AccessCopy) -> None:
    dialog = AccessCopyDialog(page.context, number, safe_contact, found, page)
    told = QCoreApplication.translate("Requests", "The copy is saved. Hand it over, and remove the file.")
    page.acts.show(dialog, partial(page.acts.tell, told))


def open_waiting(page: PersonPage, loaded: Loaded, item: TodayItem) -> bool:
    """Open what a request waits for, unless it was done meanwhile."""
    if item.kind is not TodayKind.DATA_REQUEST:
        return False
    found = _one(loaded, item.record_id or 0)
    if found and found[1].state == RequestState.OPEN and page.may_decide:
        decide(page, loaded, found[1].id)
    elif found and found[1].state == RequestState.DECIDED:
        answered(page, loaded, found[1].id)
    return True


def go_on(page: PersonPage, loaded: Loaded, kept: DraftView) -> bool:
    """Go on with a form about a request; say whether it was one."""
    forms = {FORM_DECISION: decide, FORM_EXTENSION: extend, FORM_ANSWERED: answered}
    if kept.form == FORM_REQUEST:
        record(page, loaded)
    elif kept.form in forms:
        forms[kept.form](page, loaded, payloads.fill(ExtensionDraft, kept.payload).request_id)
    return kept.form == FORM_REQUEST or kept.form in forms


def begun_words(kept: DraftView) -> str:
    """Return what is kept as a draft."""
    if kept.form in {FORM_REQUEST, FORM_DECISION, FORM_EXTENSION, FORM_ANSWERED}:
        return QCoreApplication.translate("Requests", "A form about a request is kept as a draft.")
    return ""
