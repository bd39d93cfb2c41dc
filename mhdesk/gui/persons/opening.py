"""From a line of Today, or from a form that somebody left, straight into the form by which it is done.

Each part of the page adds its own function to a list below; the first that knows what is meant opens it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.views import DraftView, TodayItem
from mhdesk.gui import words
from mhdesk.gui.cases import opening as cases
from mhdesk.gui.comensha import parts as comensha
from mhdesk.gui.merging import trail as merging
from mhdesk.gui.network import person_part as needs
from mhdesk.gui.requests import parts as requests

if TYPE_CHECKING:
    from mhdesk.gui.persons.loading import Loaded
    from mhdesk.gui.persons.person_page import PersonPage

_OPENERS: Final[tuple[Callable[[PersonPage, Loaded, TodayItem], bool], ...]] = (
    cases.act_on,
    comensha.open_waiting,
    requests.open_waiting,
)
"""Open the form for what waits, and say whether it was theirs. Nothing opens for what was done meanwhile."""
_GOERS: Final[tuple[Callable[[PersonPage, Loaded, DraftView], bool], ...]] = (
    cases.go_on,
    needs.go_on,
    comensha.go_on,
    requests.go_on,
    merging.go_on,
)
"""Open the form that somebody began, and say whether it was theirs."""
_WORDS: Final[tuple[Callable[[DraftView], str], ...]] = (
    cases.words,
    needs.begun_words,
    comensha.begun_words,
    requests.begun_words,
    merging.begun_words,
)
"""Say in a sentence what is kept as a draft, "" for the form of somebody else."""


def act_on(page: PersonPage, loaded: Loaded, item: TodayItem) -> None:
    """Open the form that does what waits, where this role may."""
    if page.may_write:
        any(open_(page, loaded, item) for open_ in _OPENERS)


def go_on(page: PersonPage, loaded: Loaded, kept: DraftView) -> None:
    """Open what somebody began and did not record."""
    if page.may_write:
        any(open_(page, loaded, kept) for open_ in _GOERS)


def begun_words(kept: DraftView) -> str:
    """Return what is kept as a draft, and who began it if that was somebody else."""
    told = next(filter(None, (say(kept) for say in _WORDS)), "")
    told = told or QCoreApplication.translate("PersonPage", "What was typed here is kept as a draft.")
    return " ".join(part for part in (told, words.begun_by(kept)) if part)
