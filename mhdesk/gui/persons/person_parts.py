"""The blocks of the page of a person, by tab and from top to bottom: each a function that makes one, or nothing.

A block is a plain widget. Its buttons ask the page: ``page.acts.show_form(dialog, sentence)`` shows a dialog,
``page.context.navigator`` leads elsewhere, ``page.may_write`` says whether buttons are shown at all.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.gui.cases import parts as cases
from mhdesk.gui.comensha import parts as comensha
from mhdesk.gui.meetings import person_part as meetings
from mhdesk.gui.merging import trail as merging
from mhdesk.gui.network import person_part as needs
from mhdesk.gui.persons.known_view import KnownBlock, RolesBlock
from mhdesk.gui.persons.links_view import LinksBlock
from mhdesk.gui.referrals import person_part as referrals
from mhdesk.gui.requests import parts as requests

if TYPE_CHECKING:
    from mhdesk.gui.persons.loading import Loaded
    from mhdesk.gui.persons.person_page import PersonPage

Maker = Callable[["PersonPage", "Loaded"], QWidget | None]


class Tab(StrEnum):
    """Where a block stands. The timeline has the first tab for itself."""

    COURSE = "course"
    """What happened, newest on top."""
    CASE = "case"
    """The case: goals, trajectories, agreements, meetings, progress."""
    HELP = "help"
    """Referrals, what was not found, CoMensha."""
    PERSON = "person"
    """Who this is: roles, links, joined records, requests about own data, files."""


def _known(_: PersonPage, loaded: Loaded) -> QWidget:
    return KnownBlock(loaded.details)


def _roles(page: PersonPage, loaded: Loaded) -> QWidget:
    block = RolesBlock(loaded.details, loaded.today)
    block.signal_wanted.connect(page.context.navigator.open_signal)
    return block


def _links(page: PersonPage, loaded: Loaded) -> QWidget:
    block = LinksBlock(loaded.details)
    block.person_wanted.connect(page.context.navigator.open_person)
    block.signal_wanted.connect(page.context.navigator.open_signal)
    return block


_PARTS: Final[dict[Tab, tuple[Maker, ...]]] = {
    Tab.CASE: (
        cases.head,
        cases.agreements,
        cases.goals,
        cases.trajectories,
        meetings.part,
        cases.information,
        cases.progress,
        cases.others,
    ),
    Tab.HELP: (referrals.part, needs.part, comensha.part),
    Tab.PERSON: (merging.part, _links, requests.part),
}
_BESIDE: Final[tuple[Maker, ...]] = (_known, _roles)
"""The blocks of the side column, which stands beside every tab: what is known, where informing stands."""


def parts_of(tab: Tab, page: PersonPage, loaded: Loaded) -> list[QWidget]:
    """Return the blocks of a tab, in the order in which they are read."""
    return _made(_PARTS.get(tab, ()), page, loaded)


def parts_beside(page: PersonPage, loaded: Loaded) -> list[QWidget]:
    """Return the blocks of the side column."""
    return _made(_BESIDE, page, loaded)


def _made(makers: tuple[Maker, ...], page: PersonPage, loaded: Loaded) -> list[QWidget]:
    made = (make(page, loaded) for make in makers)
    return [part for part in made if part is not None]
