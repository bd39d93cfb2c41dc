"""The page with the questions that professionals asked, counted on top."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from mhdesk.domain.change import Change
from mhdesk.domain.consultations import (
    TOPICS,
    ConsultationDraft,
    ConsultationFilter,
    ConsultationView,
    Totals,
)
from mhdesk.domain.people import Permission
from mhdesk.domain.signals import SignalDraft
from mhdesk.domain.views import DraftView, OrganisationView
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.errors import KnownError
from mhdesk.gui import faults, words
from mhdesk.gui.consultations.filters import ConsultationFilters
from mhdesk.gui.consultations.form_dialog import ConsultationDialog, draft_of
from mhdesk.gui.consultations.list_model import ConsultationModel
from mhdesk.gui.look import sizes
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import payloads
from mhdesk.gui.signals.loading import begun_at
from mhdesk.gui.signals.one_dialog import OneDialog
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.buttons import SecondaryButton
from mhdesk.gui.widgets.long_list import LongListView
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.page import Page
from mhdesk.gui.widgets.summary import EmptyState

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

FORM_AMEND: Final = "consultation.amend"
PLACE: Final = "consultations"
_NUMBER: Final = "number"


@dataclass(frozen=True, slots=True)
class _Found:
    """What a filter lets through, with what is counted of it."""

    wanted: ConsultationFilter
    ids: array[int]
    totals: Totals
    years: Sequence[int]


@dataclass(frozen=True, slots=True)
class _Form:
    """What the form is filled with: the question, or None for a new one, and what somebody began."""

    one: ConsultationView | None
    known: Sequence[OrganisationView]
    today: date
    kept: DraftView | None


def _find(wanted: ConsultationFilter, desk: Desk) -> _Found:
    from mhdesk.desk import consulting

    found = consulting.ids(desk, wanted)
    return _Found(wanted, found, consulting.totals(desk, wanted), consulting.years(desk))


def _form(number: int | None, draft_id: int | None, desk: Desk) -> _Form:
    from mhdesk.desk import consulting, referring

    kept = next((one for one in begun_at(PLACE, desk) if _is_meant(one, number, draft_id)), None)
    number = payloads.number_of(kept.payload, _NUMBER) if kept is not None else number
    one = consulting.details(desk, number) if number else None
    if one is not None and kept is not None:  # what a colleague changed since is not written over
        one = replace(one, version=payloads.number_of(kept.payload, "version"))
    return _Form(one, referring.all_organisations(desk), desk.today(), kept)


def _is_meant(kept: DraftView, number: int | None, draft_id: int | None) -> bool:
    """Say whether a draft is the one that was asked for, or of the same question."""
    if draft_id is not None:
        return kept.id == draft_id
    return payloads.number_of(kept.payload, _NUMBER) == (number or 0)


def _amend(number: int, version: int, draft: ConsultationDraft, desk: Desk) -> Change:
    from mhdesk.desk import consulting

    return consulting.amend(desk, number, version, draft)


def _keep_signal(narrative: str, desk: Desk) -> Change:
    from mhdesk.desk import drafts

    return drafts.keep(desk, payloads.FORM_SIGNAL, payloads.pack(SignalDraft(narrative=narrative)), None)


class ConsultationsPage(Page):
    """List questions, newest first; Enter opens one to read and amend."""

    def __init__(self, context: PageContext) -> None:
        super().__init__("", scrolls=False)
        self._context = context
        self._stale = True
        self._amended: tuple[int, int, ConsultationDraft] | None = None
        self.acts = OneDialog(context, self)
        self.filters = ConsultationFilters()
        self.model = ConsultationModel(context.runner, self._on_failed, self)
        self.list = LongListView(name=self.tr("Questions"))
        self.list.setModel(self.model)
        self.new = SecondaryButton(self.tr("Record a question"), keys="V")
        self.empty = EmptyState("")
        self.set_title(self.tr("Questions"))
        self.new.setVisible(context.user.may(Permission.WRITE))
        self.add_title_action(self.new)
        self.main.add(self.filters, before=0)
        self.main.add(self.empty, before=sizes.S12)
        self.main.add(self.list, stretch=1)
        self.empty.hide()
        self.main.addStretch()
        self._connect()

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_filters_changed)
        self.list.row_opened.connect(self._on_list_row_opened)
        self.new.clicked.connect(self._on_new_clicked)
        self.acts.kept_or_not.connect(self.keyhints_changed)
        self.messages.action_chosen.connect(self._on_messages_action_chosen)
        self._context.bus.changed.connect(self._on_bus_changed)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(partial(self.filters.search.setFocus, Qt.FocusReason.ShortcutFocusReason))
        self.set_keyhints(KeyHint("Enter", self.tr("open")), KeyHint("Ctrl+F", self.tr("filter")))

    def entered(self) -> None:
        """Ask again if something was written since, and let the arrows walk through the list."""
        if self._stale:
            self._ask()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def status(self) -> str:
        """Return whether what is typed in the form is kept; without one nothing."""
        return self.acts.status()

    def resume(self, draft_id: int) -> None:
        """Go on with a question that somebody began."""
        self._open(None, draft_id)

    def open_question(self, number: int) -> None:
        """Open one question to read and amend."""
        self._open(number, None)

    def _ask(self) -> None:
        self._stale = False
        work = partial(_find, self.filters.chosen())
        self._context.runner.ask(work, self._on_found, self._on_failed, owner=self)

    def _on_found(self, found: _Found) -> None:
        if found.wanted != self.filters.chosen():
            return
        self.filters.show_years(found.years)
        if self.model.set_ids(found.ids) and found.ids:
            self.list.setCurrentIndex(self.model.index(0))
        self.set_summary(self._sum_up(found))
        self.list.setVisible(bool(found.ids))
        self.empty.setVisible(not found.ids)
        narrowed = found.wanted != ConsultationFilter()
        sentence = self.tr("No question fits this choice.") if narrowed else self.tr("Nothing was asked yet.")
        more = "" if narrowed else self.tr("Record what professionals ask: it counts, without anybody in it.")
        self.empty.set_words(sentence, more)

    def _sum_up(self, found: _Found) -> str:
        """Return how many questions, how long they took, and about what most: for inside only."""
        count = len(found.ids)
        if not count:
            return self.tr("No questions")
        number = words.locale().toString(count)
        questions = self.tr("1 question") if count == 1 else self.tr("{count} questions").format(count=number)
        if found.wanted.search:
            return questions
        minutes = self.tr("{count} minutes").format(count=words.locale().toString(found.totals.minutes))
        topics = (f"{vocabulary(TOPICS).label(code)} {times}" for code, times in found.totals.topics[:3])
        return f"{questions}, {minutes}: {', '.join(topics)}"

    def _open(self, number: int | None, draft_id: int | None) -> None:
        if self.acts.dialog() is None:
            work = partial(_form, number, draft_id)
            self._context.runner.ask(work, self._on_form, self._on_failed, owner=self)

    def _on_form(self, form: _Form) -> None:
        draft = payloads.fill(ConsultationDraft, form.kept.payload) if form.kept else None
        dialog = ConsultationDialog(self._context, form.known, form.one, form.today, self, draft=draft)
        dialog.signal_wanted.connect(self._on_signal_wanted)
        may_write = self._context.user.may(Permission.WRITE)
        dialog.primary.setVisible(may_write)
        if may_write:
            name = payloads.FORM_QUESTION if form.one is None else FORM_AMEND
            dialog.keep_as(name, partial(_packed, form.one, dialog), form.kept.id if form.kept else None)
        self.acts.show(dialog, partial(self._on_recorded, form.one))

    def _on_recorded(self, one: ConsultationView | None, change: object) -> None:
        if not isinstance(change, Change):
            return
        self._amended = (one.id, one.version + 1, draft_of(one)) if one and change.created else None
        told = self.tr("The question is recorded.") if one is None else self.tr("The change is recorded.")
        undo = self.tr("Undo") if self._amended else ""
        self.messages.show_message(Kind.DONE, told, action=undo, undoes=bool(undo))
        self._context.bus.changed.emit(change)

    @Slot()
    def _on_messages_action_chosen(self) -> None:
        if self._amended is not None:
            work = partial(_amend, *self._amended)
            self._amended = None
            self._context.runner.ask(work, self._context.bus.changed.emit, self._on_failed)

    @Slot(str)
    def _on_signal_wanted(self, narrative: str) -> None:
        """Open the form of a signal with the texts in it, kept as a draft."""
        work = partial(_keep_signal, narrative)
        self._context.runner.ask(work, self._on_signal_kept, self._on_failed)

    def _on_signal_kept(self, change: Change) -> None:
        self._context.bus.changed.emit(change)
        self._context.navigator.new_signal(change.created)

    @Slot()
    def _on_filters_changed(self) -> None:
        self._ask()

    @Slot(int)
    def _on_list_row_opened(self, number: int) -> None:
        self._open(number, None)

    @Slot()
    def _on_new_clicked(self) -> None:
        self._open(None, None)

    @Slot(object)
    def _on_bus_changed(self, change: object) -> None:
        if isinstance(change, Change) and change.verb.startswith("consultation."):
            self.model.forget()
            self._stale = True
            if self.isVisible():
                self._ask()

    def _on_failed(self, error: KnownError) -> None:
        self.messages.show_message(Kind.ERROR, faults.sentence(error))


def _packed(one: ConsultationView | None, dialog: ConsultationDialog) -> str:
    about = {_NUMBER: one.id, "version": one.version} if one is not None else {}
    return payloads.pack_with(about, dialog.typed())
