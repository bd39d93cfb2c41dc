"""The pictures of persons who may be the same, of joining them, and of what is told of that; see `screens`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain import dates
from mhdesk.domain.merging import How, MergeDraft, Side
from mhdesk.domain.signals import AGGRESSOR, VICTIM, PersonDraft, SignalDraft
from mhdesk.gui.doubles.page import DoublesPage
from mhdesk.gui.merging.acts import Merging
from mhdesk.gui.persons.loading import load
from mhdesk.gui.persons.person_page import PersonPage
from mhdesk.gui.persons.person_parts import Tab

if TYPE_CHECKING:
    from mhdesk.gui.screens import Studio
    from mhdesk.gui.shell.main_window import MainWindow

_LOUBNA: Final = PersonDraft(
    first_names="Loubna",
    last_name="El Mithal",
    sex="female",
    birth="12-05-1991",
    phone="06-00000061",
    safe_contact="Alleen appen, nooit bellen.",
)
_LOEBNA: Final = PersonDraft(
    role=AGGRESSOR,
    first_names="Loebna",
    last_name="Elmithal",
    birth="12-05-1991",
    nationality="MA",
    safe_contact="Niet op dinsdag: dan is zij bij haar broer.",
)
_BAS: Final = PersonDraft(
    first_names="Bastiaan", last_name="Verzonnen", sex="male", birth="1980", phone="06-00000062"
)
_BAS_AGAIN: Final = PersonDraft(
    role="witness", first_names="Bas", last_name="Verzonnen", birth="01-02-1980", phone="06-00000062"
)


def _record(studio: Studio, *people: PersonDraft) -> int:
    """Record a signal about each of some people, and return who the first one is."""
    from mhdesk.desk import signals

    found = []
    for one in people:
        draft = SignalDraft(
            received_on=dates.display_day(studio.desk.today()),
            municipality="GM0402",
            narrative="Gezien bij de nagelstudio.",
            persons=[one],
        )
        number = signals.register(studio.desk, draft).created or 0
        found.append(signals.details(studio.desk, number).involvements[0].person_id or 0)
    return found[0]


def _looked_through(studio: Studio) -> tuple[MainWindow, DoublesPage]:
    window = studio.main()
    window.pages.show_signals()
    window.pages.show_doubles()
    page = window.pages.page
    if not isinstance(page, DoublesPage):
        raise TypeError("another page than that of possible doubles")
    while page.looking.is_running():
        studio.settle()
    return window, page


def _doubles(studio: Studio) -> QWidget:
    """Show the list with at least two clear pairs."""
    _record(studio, _LOUBNA, _LOEBNA, _BAS, _BAS_AGAIN)
    return _looked_through(studio)[0]


def _merge(studio: Studio) -> QWidget:
    """Ask whose words count, where both together are victim and aggressor."""
    first = _record(studio, _LOUBNA, _LOEBNA)
    window, page = _looked_through(studio)
    page.merging.ask(first, first + 1)
    return window


def _split(studio: Studio) -> QWidget:
    """Ask which signals are about somebody else."""
    window = _joined(studio, "Bedacht", "14-07-1993")
    page = window.findChild(PersonPage)
    for acts in page.findChildren(Merging):
        acts.split(load(page.person_id, studio.desk).details, studio.desk.today())
    return window


def _merged(studio: Studio) -> QWidget:
    """Show what the page of a person tells of who was joined into her."""
    return _joined(studio, "Verzinsel", "13-06-1992")


def _joined(studio: Studio, family: str, birth: str) -> MainWindow:
    """Join two records of one family: each picture has its own, for they share one registry."""
    from mhdesk.desk import merging

    own = [
        replace(one, last_name=name, birth=birth, phone="")
        for one, name in ((_LOUBNA, f"El {family}"), (_LOEBNA, f"El{family.lower()}"))
    ]
    first = _record(studio, *own, PersonDraft(role=VICTIM, first_names="Lubna", birth=birth[-4:]))
    seen = merging.beside(studio.desk, first, first + 1)
    choices = {one.field: str(Side.KEPT) for one in seen.fields if one.how == How.DIFFERENT}
    why = "De wijkagent herkende haar op beide foto's."
    merging.merge(studio.desk, MergeDraft(first, first + 1, 1, 1, choices, why))
    window = studio.main()
    window.pages.open_person(first)
    studio.settle()
    if isinstance(window.pages.page, PersonPage):
        window.pages.page.show_tab(Tab.PERSON)
    return window


MERGING_SCENES: Final[dict[str, Callable[[Studio], QWidget]]] = {
    "mogelijk-dezelfde": _doubles,
    "samenvoegen": _merge,
    "samengevoegd": _merged,
    "twee-personen": _split,
}
