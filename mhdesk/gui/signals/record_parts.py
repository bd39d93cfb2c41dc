"""The blocks of the page of a signal, from top to bottom: each a function that makes one, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.gui.merging.acts import Merging
from mhdesk.gui.signals.amend_signal_dialog import RECEIPT, STORY
from mhdesk.gui.signals.file_acts import size_of_all
from mhdesk.gui.signals.files_view import FilesBlock, has_files
from mhdesk.gui.signals.history_view import HistoryView, has_history
from mhdesk.gui.signals.indicators_view import IndicatorsBlock
from mhdesk.gui.signals.leads_view import LeadsBlock
from mhdesk.gui.signals.people_view import PeopleView
from mhdesk.gui.signals.record_view import NarrativeView, NotesView, ReceiptView
from mhdesk.gui.signals.referrals_view import ReferralsView
from mhdesk.gui.signals.routing import RouteBlock, has_route
from mhdesk.gui.signals.triage_view import TriageBlock, has_triage

if TYPE_CHECKING:
    from mhdesk.gui.signals.loading import Loaded
    from mhdesk.gui.signals.signal_page import SignalPage


def record_parts(page: SignalPage, loaded: Loaded) -> list[QWidget]:
    """Return the blocks that a signal has, in the order in which they are read."""
    made = (make(page, loaded) for make in _PARTS)
    return [part for part in made if part is not None]


def _narrative(page: SignalPage, loaded: Loaded) -> QWidget:
    block = NarrativeView(loaded.details, may_write=page.may_write)
    block.amend_wanted.connect(partial(page.acts.correct.amend, loaded, STORY))
    return block


def _people(page: SignalPage, loaded: Loaded) -> QWidget:
    block = PeopleView(loaded.details, loaded.today, may_write=page.may_write)
    block.signal_wanted.connect(page.context.navigator.open_signal)
    block.page_wanted.connect(page.context.navigator.open_person)
    block.person_wanted.connect(partial(page.acts.correct.amend_person, loaded))
    block.apart_wanted.connect(page.on_people_apart_wanted)
    merging = page.findChild(Merging) or _merging(page)
    block.merge_wanted.connect(merging.ask)
    block.role_wanted.connect(partial(page.acts.persons.role, loaded))
    block.relation_wanted.connect(partial(page.acts.persons.relation, loaded))
    block.relation_denied.connect(partial(page.acts.persons.deny, loaded))
    block.relation_gone.connect(partial(page.acts.persons.unrelate, loaded))
    page.ask_alike(block, loaded.details)
    return block


def _merging(page: SignalPage) -> Merging:
    acts = Merging(page.context, page)
    acts.settled.connect(page.acts.correct.corrected)
    acts.failed.connect(page.acts.correct.failed)
    return acts


def _signs(page: SignalPage, loaded: Loaded) -> QWidget:
    block = IndicatorsBlock(loaded.details, loaded.today, may_write=page.may_write)
    block.assessment_wanted.connect(partial(page.acts.signs.assess, loaded))
    return block


def _leads(page: SignalPage, loaded: Loaded) -> QWidget:
    block = LeadsBlock(loaded.details, may_write=page.may_write)
    block.lead_wanted.connect(partial(page.acts.leads.ask, loaded))
    block.removal_wanted.connect(partial(page.acts.leads.remove, loaded))
    return block


def _triage(page: SignalPage, loaded: Loaded) -> QWidget | None:
    if not has_triage(loaded.details):
        return None
    block = TriageBlock(loaded.details, loaded.today, may_decide=page.may_decide, may_write=page.may_write)
    block.triage_wanted.connect(partial(page.acts.triage, loaded))
    block.done_wanted.connect(partial(page.acts.finish_task, loaded))
    block.later_wanted.connect(partial(page.acts.snooze_task, loaded))
    return block


def _route(page: SignalPage, loaded: Loaded) -> QWidget | None:
    if not has_route(loaded.details):
        return None
    block = RouteBlock(loaded.details, loaded.today, may_decide=page.may_decide)
    block.wanted.connect(partial(page.acts.route.choose, loaded))
    return block


def _referrals(page: SignalPage, loaded: Loaded) -> QWidget:
    block = ReferralsView(loaded.details, loaded.today, may_write=page.may_write)
    block.referral_wanted.connect(partial(page.acts.refer, loaded))
    block.answer_wanted.connect(partial(page.acts.answer, loaded))
    block.sending_wanted.connect(partial(page.acts.referrals.send, loaded))
    block.letter_wanted.connect(partial(page.acts.referrals.letter, loaded))
    block.saving_wanted.connect(page.acts.referrals.save_letter)
    return block


def _files(page: SignalPage, loaded: Loaded) -> QWidget | None:
    if not has_files(loaded.details, may_write=page.may_write):
        return None
    block = FilesBlock(loaded.details, loaded.today, may_write=page.may_write)
    block.add_wanted.connect(partial(page.acts.files.add, loaded))
    block.view_wanted.connect(partial(page.acts.files.view, loaded))
    block.save_wanted.connect(partial(page.acts.files.save, loaded))
    block.removal_wanted.connect(page.acts.files.remove)
    if loaded.details.attachments:
        page.context.runner.ask(size_of_all, block.show_total)
    return block


def _receipt(page: SignalPage, loaded: Loaded) -> QWidget:
    block = ReceiptView(loaded.details, loaded.today, may_write=page.may_write)
    block.amend_wanted.connect(partial(page.acts.correct.amend, loaded, RECEIPT))
    return block


def _notes(_: SignalPage, loaded: Loaded) -> QWidget | None:
    return NotesView(loaded.details, loaded.today) if loaded.details.notes else None


def _history(_: SignalPage, loaded: Loaded) -> QWidget | None:
    return HistoryView(loaded.details, loaded.today) if has_history(loaded.details) else None


_PARTS: Final[tuple[Callable[[SignalPage, Loaded], QWidget | None], ...]] = (
    _narrative,
    _people,
    _leads,
    _signs,
    _triage,
    _route,
    _referrals,
    _files,
    _receipt,
    _notes,
    _history,
)
