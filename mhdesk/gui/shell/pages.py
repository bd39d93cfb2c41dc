"""The pages of the window and the way between them: what is shown, what lies behind it, what is left."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from mhdesk.domain.attachments import AttachmentView
from mhdesk.domain.finding_help import Wanted
from mhdesk.domain.people import User
from mhdesk.domain.views import DraftView, RegistryInfo, SignalFilter, TodayItem, TodayKind
from mhdesk.errors import KnownError
from mhdesk.gui.bus import Bus
from mhdesk.gui.runner import DeskRunner
from mhdesk.gui.shell.context import (
    ActsOn,
    Entered,
    Filtered,
    HasDraft,
    HasSections,
    HoldsPages,
    KeepsDraft,
    OpensQuestion,
    PageContext,
    RenewsRecovery,
    Resumes,
)
from mhdesk.gui.shell.destinations import DESTINATIONS, make_page
from mhdesk.gui.shell.leaving import KEEPING_TRIES
from mhdesk.gui.signals.payloads import (
    belongs_to_meeting,
    belongs_to_organisation,
    belongs_to_person,
    belongs_to_signal,
    meeting_of,
    number_of,
    person_of,
    place_of,
    signal_of,
)
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.page import Page

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_DEEPEST: Final = 20
_STANDING: Final = frozenset(place.key for place in DESTINATIONS)


class Pages(QStackedWidget):
    """Show one page at a time; the :class:`mhdesk.gui.shell.context.Navigator` of every page.

    The places of the navigation stay as they were left. Other pages live as long as something leads back to
    them; a page with a form is left with its draft kept, and comes back if that fails.
    ``lock_wanted`` follows `lock`, ``mail_wanted`` `take_in_mail`; ``page_changed``
    follows another page, other keys or another status.
    """

    page_changed = QtSignal()
    lock_wanted = QtSignal()
    mail_wanted = QtSignal()

    def __init__(
        self, runner: DeskRunner, bus: Bus, info: RegistryInfo, user: User, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._context = PageContext(runner, bus, self, info, user)
        self._standing: dict[str, Page] = {}
        self._trail: list[tuple[str, Page]] = []
        self._all: list[Page] = []

    @property
    def page(self) -> Page | None:
        """Return the page that is shown."""
        return self._trail[-1][1] if self._trail else None

    @property
    def place(self) -> str:
        """Return the key of the place in the navigation that the page belongs to."""
        return self._trail[0][0] if self._trail else ""

    def go(self, key: str) -> Page:
        """Show a place of the navigation; what lay behind the page is forgotten."""
        page = self._standing.get(key)
        if page is None:
            page = self._standing[key] = self._take(make_page(key, self._context))
        self._show([(key, page)])
        return page

    def rename_user(self, name: str) -> None:
        """Let pages that are made from now on know the person at the desk by another name."""
        now = self._context
        user, info = replace(now.user, name=name), replace(now.info, user_name=name)
        self._context = replace(now, user=user, info=info)

    def open_today(self) -> None:
        """Show what waits."""
        self.go("today")

    def open_figures(self) -> None:
        """Show the figures."""
        self.go("figures")

    def show_signals(self, wanted: SignalFilter | None = None) -> None:
        """Show the list of signals; None leaves its filter as it is."""
        page = self.go("signals")
        if wanted is not None and isinstance(page, Filtered):
            page.show_filter(wanted)

    def open_signal(self, signal_id: int, done: str = "") -> None:
        """Show one signal, with what was just recorded."""
        page = self._push("signal", signal_id)
        if done:
            page.messages.show_message(Kind.DONE, done)

    def open_person(self, person_id: int, done: str = "") -> None:
        """Show one person, with what was just recorded."""
        page = self._push("person", person_id)
        if done:
            page.messages.show_message(Kind.DONE, done)

    def open_meeting(self, meeting_id: int) -> None:
        """Show one meeting."""
        self._push("meeting", meeting_id)

    def open_organisation(self, organisation_id: int) -> None:
        """Show one organisation of the network."""
        self._push("organisation", organisation_id)

    def open_file(self, file: AttachmentView, reference: str) -> None:
        """Show one file of a signal."""
        self._push("file", file, reference)

    def find_help(self, wanted: Wanted, person_id: int | None) -> None:
        """Show who can help with what is wanted."""
        self._push("help", wanted, person_id)

    def show_needs(self) -> None:
        """Show how often help was not found."""
        self._push("needs")

    def act_on(self, item: TodayItem) -> None:
        """Show what something that waits belongs to, with the form open by which it is done."""
        if item.kind == TodayKind.MEETING:
            page = self._push("meeting", item.record_id)
        elif item.kind == TodayKind.COVENANT:
            page = self._push("organisation", item.record_id)
        elif item.person_id is not None:
            page = self._push("person", item.person_id)
        else:
            page = self._push("signal", item.signal_id)
        if isinstance(page, ActsOn):
            page.act_on(item)

    def new_signal(self, draft_id: int | None = None) -> None:
        """Show the form, unless it is shown already."""
        if draft_id is not None or not isinstance(self.page, KeepsDraft):
            self._push("signal_form", draft_id)

    def show_questions(self, number: int | None = None, draft_id: int | None = None) -> None:
        """Show the log of questions, with one of them open or with a form that somebody began."""
        page = self.go("consultations")
        if number is not None and isinstance(page, OpensQuestion):
            page.open_question(number)
        elif draft_id is not None and isinstance(page, Resumes):
            page.resume(draft_id)

    def show_comensha(self) -> None:
        """Show the victims of a year with where their registration with CoMensha stands."""
        self._push("comensha")

    def show_doubles(self) -> None:
        """Show who may stand in the registry twice."""
        self._push("doubles")

    def import_sheet(self) -> None:
        """Show the page that takes a spreadsheet in."""
        self._push("import")

    def take_in_mail(self) -> None:
        """Ask the window for the way in of a mail."""
        self.mail_wanted.emit()

    def prove_recovery(self) -> None:
        """Show the page on which the recovery key is typed back, unless it is shown already."""
        if self._trail and self._trail[-1][0] != "recovery":
            self._push("recovery")

    def open_manage(self, section: str = "") -> None:
        """Show what belongs to managing the registry; ``section`` as it is named there."""
        page = self.go("manage")
        if section and isinstance(page, HasSections):
            page.open_section(section)

    def renew_recovery(self) -> None:
        """Show the way to a new recovery page."""
        page = self.go("manage")
        if isinstance(page, RenewsRecovery):
            page.renew_recovery()

    def lock(self) -> None:
        """Ask the window to lock."""
        self.lock_wanted.emit()

    def back(self) -> None:
        """Leave this page for the one before it; without one for Today."""
        page = self.page
        if page is not None and isinstance(page, HoldsPages) and page.step_back():
            return
        if len(self._trail) < 2:
            self.open_today()
        else:
            self._show(self._trail[:-1])

    def drafts(self) -> list[KeepsDraft]:
        """Return every page in which somebody types, with the sections and the open dialogs that pages hold."""
        inside = (one for page in self._all for kind in (QDialog, Page) for one in page.findChildren(kind))
        return [one for one in (*self._all, *inside) if isinstance(one, KeepsDraft)]

    def draft_left(self) -> int | None:
        """Return the draft of the dialog that is open or else of the page that is shown, None without one."""
        page = self.page
        here: list[QWidget] = (
            [*page.findChildren(QDialog), *page.findChildren(Page), page] if page is not None else []
        )
        numbers = [one.draft_number() for one in here if isinstance(one, HasDraft)]
        return next((number for number in numbers if number is not None), None)

    def resume(self, draft_id: int) -> None:
        """Show again where somebody was typing before the lock; a draft of somebody else stays with them."""
        self._runner.ask(partial(_draft, draft_id), self._on_draft_arrived, _ignored, owner=self)

    def _on_draft_arrived(self, draft: DraftView) -> None:
        if belongs_to_signal(draft.form):
            page = self._push("signal", signal_of(draft.payload))
        elif belongs_to_person(draft.form):
            page = self._push("person", person_of(draft.payload))
        elif belongs_to_meeting(draft.form):
            page = self._push("meeting", meeting_of(draft.payload))
        elif belongs_to_organisation(draft.form):
            page = self._push("organisation", number_of(draft.payload, "organisation_id"))
        elif place := place_of(draft.form):
            page = self.go(place)
        else:
            self.new_signal(draft.id)
            return
        if isinstance(page, Resumes):
            page.resume(draft.id)

    def _push(self, key: str, *subject: object) -> Page:
        """Show a page behind the present one. A form that is left is not led back to: its draft is."""
        page = self._take(make_page(key, self._context, *subject))
        trail = [step for step in self._trail if not isinstance(step[1], KeepsDraft)]
        place = trail[0:1] or [("today", self.go("today"))]
        self._show([*place, *trail[1:][-_DEEPEST:], (key, page)])
        return page

    def _take(self, page: Page) -> Page:
        page.keyhints_changed.connect(self.page_changed)
        page.back_wanted.connect(self.back)
        self._all.append(page)
        self.addWidget(page)
        return page

    def _show(self, trail: list[tuple[str, Page]]) -> None:
        kept = {id(page) for _, page in trail}
        left = [page for key, page in self._trail if id(page) not in kept and key not in _STANDING]
        self._trail = trail
        page = trail[-1][1]
        page.show_back(len(trail) > 1)
        self.setCurrentWidget(page)
        if isinstance(page, Entered):
            page.entered()
        self.page_changed.emit()
        for old in left:
            self._leave(old)

    def _leave(self, page: Page, tries: int = KEEPING_TRIES) -> None:
        """Let go of a page once everything that it asked for is done."""
        if isinstance(page, KeepsDraft) and page.has_unkept():
            page.keep_draft()
        self._runner.ask(_nothing, partial(self._on_left, page, tries - 1), owner=page)

    def _on_left(self, page: Page, tries: int, _nothing: None) -> None:
        if isinstance(page, KeepsDraft) and page.has_unkept():
            if tries:
                self._leave(page, tries)
            else:
                self._show([*self._trail, ("signal_form", page)])
        elif page is not self.page and page in self._all:
            self._all.remove(page)
            self.removeWidget(page)
            page.deleteLater()


def _draft(draft_id: int, desk: Desk) -> DraftView:
    from mhdesk.desk import drafts

    return drafts.load(desk, draft_id)


def _ignored(_error: KnownError) -> None:
    """Say nothing: Today says what waits."""


def _nothing(_desk: object) -> None:
    """Do nothing: what was asked before is then done."""
