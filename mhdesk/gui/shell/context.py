"""What every page gets from the window, and what the window asks of a page.

A page is a :class:`mhdesk.gui.widgets.page.Page` made with a :class:`PageContext`; it may implement any of
the protocols below, and the window uses what it finds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from mhdesk.domain.attachments import AttachmentView
from mhdesk.domain.finding_help import Wanted
from mhdesk.domain.people import User
from mhdesk.domain.views import RegistryInfo, SignalFilter, TodayItem
from mhdesk.gui.bus import Bus
from mhdesk.gui.runner import Runner


class Navigator(Protocol):
    """Where a page can take the user."""

    def open_signal(self, signal_id: int, done: str = "") -> None:
        """Show the page of one signal; ``done`` says there what was just recorded."""
        ...

    def open_person(self, person_id: int, done: str = "") -> None:
        """Show the page of one person, with the case; ``done`` says there what was just recorded."""
        ...

    def open_meeting(self, meeting_id: int) -> None:
        """Show one meeting."""
        ...

    def open_organisation(self, organisation_id: int) -> None:
        """Show one organisation of the network."""
        ...

    def open_file(self, file: AttachmentView, reference: str) -> None:
        """Show one file of the signal with this reference, inside the app."""
        ...

    def find_help(self, wanted: Wanted, person_id: int | None) -> None:
        """Show who can help with what is wanted, for a person of the registry or for somebody who is not in it."""
        ...

    def show_needs(self) -> None:
        """Show how often help was not found."""
        ...

    def act_on(self, item: TodayItem) -> None:
        """Show what something on Today belongs to, with the form open by which it is done."""
        ...

    def resume(self, draft_id: int) -> None:
        """Show where somebody began a form, with that form open."""
        ...

    def new_signal(self, draft_id: int | None = None) -> None:
        """Show the form for a signal: empty, or with a kept draft in it."""
        ...

    def show_signals(self, wanted: SignalFilter | None = None) -> None:
        """Show the list of signals; None leaves the filter of the list as it is."""
        ...

    def open_today(self) -> None:
        """Show what waits."""
        ...

    def open_figures(self) -> None:
        """Show the figures."""
        ...

    def show_questions(self, number: int | None = None, draft_id: int | None = None) -> None:
        """Show the log of questions, with one of them open or with a form that somebody began."""
        ...

    def show_comensha(self) -> None:
        """Show the victims of a year with where their registration with CoMensha stands."""
        ...

    def show_doubles(self) -> None:
        """Show who may stand in the registry twice."""
        ...

    def import_sheet(self) -> None:
        """Show the page that takes a spreadsheet in."""
        ...

    def take_in_mail(self) -> None:
        """Ask which mail is taken in, and show what it became."""
        ...

    def back(self) -> None:
        """Leave this page for the one before it; without one for Today."""
        ...

    def lock(self) -> None:
        """Close the registry and show how it is opened."""
        ...


@dataclass(frozen=True, slots=True)
class PageContext:
    """What every page gets: the way to the desk, to the other pages, and whose registry it is.

    ``info`` is as it was when the registry was opened.
    """

    runner: Runner
    bus: Bus
    navigator: Navigator
    info: RegistryInfo
    user: User


@runtime_checkable
class ActsOn(Protocol):
    """A page that opens the form by which something that waits is done."""

    def act_on(self, item: TodayItem) -> None:
        """Open it once the page is filled."""
        ...


@runtime_checkable
class Entered(Protocol):
    """A page that wants to know that it is shown (again): to ask anew, to put the focus where work starts."""

    def entered(self) -> None:
        """Do what belongs to coming in."""
        ...


@runtime_checkable
class Filtered(Protocol):
    """The page that lists signals."""

    def show_filter(self, wanted: SignalFilter) -> None:
        """List what the filter lets through."""
        ...


@runtime_checkable
class HoldsPages(Protocol):
    """A page that leads to pages of its own."""

    def step_back(self) -> bool:
        """Leave such a page; return False when none is shown."""
        ...


@runtime_checkable
class HasSections(Protocol):
    """A page that consists of sections."""

    def open_section(self, key: str) -> object:
        """Show one of them, where this person has it."""
        ...


@runtime_checkable
class OpensQuestion(Protocol):
    """The page that lists the questions of professionals."""

    def open_question(self, number: int) -> None:
        """Open one of them."""
        ...


@runtime_checkable
class RenewsRecovery(Protocol):
    """The page on which a new recovery page is made."""

    def renew_recovery(self) -> None:
        """Begin with it, where this person may."""
        ...


@runtime_checkable
class KeepsDraft(Protocol):
    """A page in which somebody types: locking and leaving it keep what was typed.

    While such a page is shown the button for a new signal is hidden.
    """

    def keep_draft(self) -> None:
        """Ask the runner to keep what is typed and not kept yet; without such text do nothing.

        Show a failure in the page: then `has_unkept` stays true and the window does not lock by itself.
        """
        ...

    def has_unkept(self) -> bool:
        """Say whether something typed is not in the registry yet."""
        ...


@runtime_checkable
class HasDraft(Protocol):
    """A page or dialog whose draft can be opened again after a lock."""

    def draft_number(self) -> int | None:
        """Return the id of the draft, None before the first keeping."""
        ...


@runtime_checkable
class Resumes(Protocol):
    """A page on which an unfinished form goes on."""

    def resume(self, draft_id: int) -> None:
        """Open that form once the page is filled."""
        ...


@runtime_checkable
class MakesCrisisCard(Protocol):
    """A page about somebody of whom a crisis card can be made."""

    def crisis_card(self) -> Callable[[], None] | None:
        """Return what asks for it, None while there is nobody to make one of."""
        ...


@runtime_checkable
class TellsStatus(Protocol):
    """A page with words of its own for the right of the key strip, such as when its draft was kept.

    The window asks again after `Page.keyhints_changed`; an empty text leaves the window's own words.
    """

    def status(self) -> str:
        """Return the words, or an empty text."""
        ...
