"""The pictures of what belongs to deciding on informing: a second person, relations, roles, kinds; see `screens`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain import dates
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.people import Role, User
from mhdesk.domain.relations import RelationDraft
from mhdesk.domain.signals import AGGRESSOR, Kind, PersonDraft, SignalDraft
from mhdesk.gui.signals.loading import load
from mhdesk.gui.widgets.fields import Choice, RadioCards

if TYPE_CHECKING:
    from mhdesk.gui.screens import Studio

_COLLEAGUE: Final = "Merel Verzinsel"  # nobody else in the pictures is called so


def _forced(studio: Studio) -> int:
    """Record a notification of a girl who is to be married off, and return its id."""
    from mhdesk.desk import signals

    girl = PersonDraft(
        first_names="Lina", last_name="Voorbeeld", birth="12-05-2011", safe_contact="Alleen via de mentor."
    )
    father = PersonDraft(role=AGGRESSOR, first_names="Roman", last_name="Fictief")
    told = SignalDraft(
        kind=Kind.NOTIFICATION,
        received_on=dates.display_day(studio.desk.today()),
        municipality="GM0402",
        form="forced_marriage",
        narrative="Zij zegt dat er een bruiloft wordt voorbereid.",
        persons=[girl, father],
    )
    return signals.register(studio.desk, told).created or 0


def _asked(studio: Studio) -> QWidget:
    """Show the question that a young victim with an aggressor in the signal leads to."""
    return studio.at_signal(_forced(studio))[0]


def _related(studio: Studio) -> int:
    from mhdesk.desk import relating

    number = _forced(studio)
    girl, father = load(number, studio.desk).details.involvements
    relating.relate(studio.desk, number, RelationDraft(father.id, "parent_of", girl.id))
    return number


def _relations(studio: Studio) -> QWidget:
    return studio.at_signal(_related(studio))[0]


def _relation(studio: Studio) -> QWidget:
    window, page, loaded = studio.at_signal(_forced(studio))
    girl, father = loaded.details.involvements
    page.acts.persons.relation(loaded, father.id, girl.id)
    return window


def _guarded(studio: Studio) -> QWidget:
    window, page, loaded = studio.at_signal(_related(studio))
    page.acts.decide(loaded, loaded.details.involvements[0].id)
    dialog = page.acts.dialog()
    if dialog is not None:
        choice = dialog.part.fields["choice"].editor
        if isinstance(choice, RadioCards):
            choice.set_code("not_yet")
            choice.edited.emit()
        ground = dialog.part.fields["legal_ground"].editor
        if isinstance(ground, Choice):
            ground.set_code("uavg_41_1_i")
            ground.edited.emit()
    return window


def _refer(studio: Studio) -> QWidget:
    window, page, loaded = studio.at_signal(_related(studio))
    page.acts.refer(loaded)
    return window


def _role(studio: Studio) -> QWidget:
    window, page, loaded = studio.at_signal(_forced(studio))
    page.acts.persons.role(loaded, loaded.details.involvements[1].id)
    return window


def _convert(studio: Studio) -> QWidget:
    window, page, loaded = studio.at_signal(_forced(studio))
    page.acts.persons.convert(loaded)
    return window


def _agree(studio: Studio) -> QWidget:
    """Let a colleague decide not to inform, and show what a second person sees."""
    from mhdesk.desk import informing, people

    number, desk = _forced(studio), studio.desk
    me = desk.user
    added = people.add(desk, ColleagueDraft(_COLLEAGUE), "wimpel granaat zwaluw kompas")
    desk.user = User(added.created or 0, _COLLEAGUE, Role.VT_WORKER)
    never = InformDraft(
        load(number, desk).details.involvements[1].id,
        "not",
        ground="safety_victim",
        legal_ground="uavg_41_1_i",
        weighing={"scope": "Niets over de melding.", "risks": "Hij kan niets laten verbeteren."},
        reasoning="Zij loopt gevaar zodra hij dit hoort.",
        consulted="Vertrouwensarts",
        decided_by=_COLLEAGUE,
        decided_on=dates.display_day(desk.today()),
    )
    informing.decide(desk, never)
    desk.user = me
    window, page, loaded = studio.at_signal(number)
    page.acts.persons.agree(loaded, loaded.details.involvements[1].id)
    return window


INFORMING_SCENES: Final[dict[str, Callable[[Studio], QWidget]]] = {
    "relaties-gevraagd": _asked,
    "relaties": _relations,
    "relatie": _relation,
    "besluit-beschermd": _guarded,
    "doorverwijzen-beschermd": _refer,
    "rol": _role,
    "soort": _convert,
    "meekijken": _agree,
}
