"""The pictures of the dialogs of a case, and of a case that is closed; see `screens`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain import dates
from mhdesk.domain.agreements import AgreementDraft
from mhdesk.domain.cases import CaseDraft, CloseDraft, EntryDraft, EntryKind, GoalDraft, GoalEndDraft
from mhdesk.domain.trajectories import TrajectoryEndDraft
from mhdesk.gui.cases import reading
from mhdesk.gui.cases.acts import acts_of
from mhdesk.gui.cases.help_dialogs import AmendTrajectoryDraft, FinishDraft
from mhdesk.gui.persons.loading import load
from mhdesk.gui.persons.person_page import PersonPage
from mhdesk.gui.persons.person_parts import Tab
from mhdesk.gui.screens_persons import at_person, case_of, told_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from mhdesk.gui.screens import Studio
    from mhdesk.gui.shell.main_window import MainWindow


def _asked(make: Callable[[int, Studio], DataclassInstance]) -> Callable[[Studio], QWidget]:
    """Return the scene of a dialog about the case of somebody."""

    def scene(studio: Studio) -> QWidget:
        window, page = _page(studio, case_of(studio))
        loaded = load(page.person_id, studio.desk)
        case = reading.of(loaded).first()
        if case is not None:
            acts_of(page).ask(loaded, make(case.head.id, studio), case)
        return window

    return scene


def _page(studio: Studio, person_id: int) -> tuple[MainWindow, PersonPage]:
    window = at_person(studio, person_id, Tab.CASE)
    page = window.pages.page
    if not isinstance(page, PersonPage):
        raise TypeError("the person did not open")
    return window, page


def _opening(studio: Studio) -> QWidget:
    person_id = told_of(studio)
    window, page = _page(studio, person_id)
    acts_of(page).ask(load(person_id, studio.desk), CaseDraft(person_id))
    return window


def _closed(studio: Studio) -> QWidget:
    from mhdesk.desk import agreements, cases, trajectories

    person_id, desk = case_of(studio), studio.desk
    case = cases.of_person(desk, person_id)[0]
    today = dates.display_day(desk.today())
    for one in (one for one in case.agreements if one.done_on is None):
        agreements.finish(desk, one.id, "Gedaan.")
    for line in (line for line in case.trajectories if line.goes_on()):
        trajectories.end(desk, TrajectoryEndDraft(line.id, "done", today, "Zij deed aangifte."))
    for goal in (goal for goal in case.goals if goal.ended_on is None):
        cases.end_goal(desk, GoalEndDraft(goal.id, "reached", today, "Zij heeft een eigen kamer."))
    told = "Zij woont veilig, heeft een advocaat en weet hoe zij ons vindt."
    cases.close(desk, CloseDraft(case.head.id, today, "goals_reached", "safe_and_supported", told))
    return _page(studio, person_id)[0]


def _entry(kind: EntryKind) -> Callable[[Studio], QWidget]:
    return _asked(lambda number, _studio: EntryDraft(number, kind))


def _finishing(studio: Studio) -> QWidget:
    from mhdesk.desk import agreements, cases

    person_id, desk = case_of(studio), studio.desk
    soon, number = dates.display_day(desk.today()), cases.of_person(desk, person_id)[0].head.id
    agreements.add(desk, AgreementDraft(number, "Belt de huisarts.", user_id=desk.user.id, due_on=soon))
    window, page = _page(studio, person_id)
    loaded = load(page.person_id, studio.desk)
    case = reading.of(loaded).first()
    if case is not None:
        acts_of(page).ask(loaded, FinishDraft(case.agreements[0].id), case)
    return window


def _on_paper(studio: Studio) -> QWidget:
    window, page = _page(studio, case_of(studio))
    case = reading.of(load(page.person_id, studio.desk)).first()
    if case is not None:
        acts_of(page).print_case(case)
    return window


CASE_SCENES: Final[dict[str, Callable[[Studio], QWidget]]] = {
    "casus-openen": _opening,
    "casus-contact": _entry(EntryKind.CONTACT),
    "casus-risico": _entry(EntryKind.RISK),
    "casus-informatie": _entry(EntryKind.INFORMATION),
    "casus-doel": _asked(lambda number, _studio: GoalDraft(number)),
    "casus-traject": _asked(
        lambda number, studio: AmendTrajectoryDraft(
            case_id=number,
            kind="reflection_period",
            started_on=dates.display_day(studio.desk.today()),
        )
    ),
    "casus-afspraak": _asked(lambda number, _studio: AgreementDraft(number)),
    "casus-afspraak-klaar": _finishing,
    "casus-sluiten": _asked(lambda number, _studio: CloseDraft(number)),
    "casus-gesloten": _closed,
    "casus-op-papier": _on_paper,
}
