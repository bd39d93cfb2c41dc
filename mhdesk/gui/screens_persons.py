"""The pictures of the page of a person: with a case, without one, in two roles, with years of history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain import dates
from mhdesk.domain.agreements import AgreementDraft
from mhdesk.domain.cases import CaseDraft, EntryDraft, GoalDraft, ReopenDraft
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.signals import AGGRESSOR, Kind, PersonDraft, SignalDraft
from mhdesk.domain.trajectories import TrajectoryDraft
from mhdesk.domain.triage import TriageDraft
from mhdesk.gui.cases.list_page import CasesPage
from mhdesk.gui.persons.person_page import PersonPage
from mhdesk.gui.persons.person_parts import Tab

if TYPE_CHECKING:
    from mhdesk.gui.screens import Studio
    from mhdesk.gui.shell.main_window import MainWindow

_MANY: Final = 200
_PHONE: Final = "06 00000012"


def _day(studio: Studio, ago: int) -> str:
    return dates.display_day(studio.desk.today() - timedelta(days=ago))


def _victim(**changes: object) -> PersonDraft:
    told: dict[str, object] = {
        "first_names": "Mai",
        "last_name": "Voorbeeld",
        "sex": "female",
        "birth": "2004",
        "phone": _PHONE,
        "safe_contact": f"Bel alleen tussen 10 en 12 uur op {_PHONE}. Spreek niets in. Stuur geen post naar huis.",
    }
    return PersonDraft(**(told | changes))  # type: ignore[arg-type]  # the fields of a draft, by name


def _signal(studio: Studio, ago: int, *persons: PersonDraft, form: str = "sexual_exploitation") -> int:
    from mhdesk.desk import signals

    draft = SignalDraft(
        kind=Kind.NOTIFICATION,
        received_on=_day(studio, ago),
        channel="phone",
        discipline="neighbourhood_team",
        municipality="GM0402",
        form=form,
        narrative="Zij moet werken en mag niet weg. Haar paspoort is afgepakt.",
        persons=[*persons],
    )
    return signals.register(studio.desk, draft).created or 0


def told_of(studio: Studio) -> int:
    """Record two signals about one woman, with what was decided, and return her id."""
    from mhdesk.desk import signals, triaging

    first = _signal(studio, 420, _victim(), form="criminal_exploitation")
    person_id = signals.details(studio.desk, first).involvements[0].person_id or 0
    second = _signal(
        studio,
        39,
        _victim(person_id=person_id),
        PersonDraft(role=AGGRESSOR, first_names="Roman", last_name="Fictief", phone=_PHONE),
    )
    woman, man = signals.details(studio.desk, second).involvements
    triaging.triage(
        studio.desk,
        TriageDraft(
            signal_id=second,
            held_on=_day(studio, 36),
            disciplines=["vt_worker", "confidential_doctor", "police"],
            direct_safety="unsafe",
            structural_safety="lasting_danger",
            children="no",
            severity="severe",
            outcome="conditions_follow_up",
            reasoning="Drie disciplines namen deel. Zij kan niet terug naar huis.",
        ),
    )
    _decide(studio, man.id, "not_yet", "Omdat zij gevaar loopt als hij het nu hoort.")
    _decide(studio, woman.id, "inform", "Zij weet wat wij vastleggen en waarom.")
    return person_id


def _decide(studio: Studio, involvement_id: int, choice: str, why: str) -> None:
    from mhdesk.desk import informing

    today = studio.desk.today()
    draft = InformDraft(
        involvement_id,
        choice,
        ground="safety_victim" if choice == "not_yet" else "",
        reasoning=why,
        decided_by="Noor Denkbeeld",
        decided_on=dates.display_day(today),
        review_on=dates.display_day(today + timedelta(days=10)) if choice == "not_yet" else "",
        informed_on=dates.display_day(today) if choice == "inform" else "",
        legal_ground="wmo_5_3_1_2" if choice == "not_yet" else "",
        told="Wat er is vastgelegd en waarom" if choice == "inform" else "",
        informed_by="Noor Denkbeeld" if choice == "inform" else "",
        contact_read=choice == "inform",
        informed_how="In een gesprek op kantoor, met tolk" if choice == "inform" else "",
    )
    informing.decide(studio.desk, draft)


def case_of(studio: Studio) -> int:
    """Open a case for that woman with what a case holds, and return her id."""
    from mhdesk.desk import agreements, cases, trajectories

    person_id, desk = told_of(studio), studio.desk
    if before := cases.of_person(desk, person_id):  # of another picture
        if not before[0].head.is_open():
            again = ReopenDraft(before[0].head.id, _day(studio, 0), "Zij belde weer.")
            cases.reopen(desk, again)
        return person_id
    opened = CaseDraft(person_id, None, _day(studio, 34), "high", "Hij zoekt haar en kent haar adres.")
    number = cases.open_for(desk, opened).created or 0
    cases.add_goal(desk, GoalDraft(number, "Mai woont veilig en op zichzelf."))
    later = dates.display_day(desk.today() + timedelta(days=40))
    trajectories.add(
        desk,
        TrajectoryDraft(
            number,
            "reflection_period",
            organisation_name="Stichting Proefhuis",
            started_on=_day(studio, 30),
            until_on=later,
            note="Drie maanden om te kiezen of zij aangifte doet.",
        ),
    )
    told = EntryDraft(
        number, "contact", _day(studio, 12), ["visit"], "Zij slaapt weer en eet mee in de groep."
    )
    cases.add_entry(desk, told)
    given = EntryDraft(number, "information", _day(studio, 12), ["rights", "lawyer"], "Uitgelegd met tolk.")
    cases.add_entry(desk, given)
    soon = dates.display_day(desk.today() + timedelta(days=3))
    agreements.add(
        desk, AgreementDraft(number, "Afspraak bij de huisarts maken", "Stichting Proefhuis", None, soon)
    )
    late = dates.display_day(desk.today() - timedelta(days=2))
    agreements.add(desk, AgreementDraft(number, "Advocaat terugbellen", "", desk.user.id, late))
    return person_id


def at_person(studio: Studio, person_id: int, tab: Tab = Tab.COURSE) -> MainWindow:
    """Return the window with one tab of the page of a person."""
    window = studio.main()
    window.pages.open_person(person_id)
    studio.settle()
    page = window.pages.page
    if not isinstance(page, PersonPage):
        raise TypeError("the person did not open")
    page.show_tab(tab)
    studio.settle()
    return window


def _case(studio: Studio) -> QWidget:
    return at_person(studio, case_of(studio))


def _caseless(studio: Studio) -> QWidget:
    return at_person(studio, told_of(studio))


def _on_tab(tab: Tab) -> Callable[[Studio], QWidget]:
    return lambda studio: at_person(studio, case_of(studio), tab)


def _both_roles(studio: Studio) -> QWidget:
    person_id = told_of(studio)
    recruits = _victim(person_id=person_id, role=AGGRESSOR)
    number = _signal(studio, 5, recruits, PersonDraft(first_names="Ama", last_name="Bedacht"))
    from mhdesk.desk import signals

    _decide(
        studio, signals.details(studio.desk, number).involvements[0].id, "not_yet", "Ama is nog niet veilig."
    )
    return at_person(studio, person_id)


def _years(studio: Studio) -> QWidget:
    from mhdesk.desk import cases

    person_id = case_of(studio)
    number = cases.of_person(studio.desk, person_id)[0].head.id
    for place in range(_MANY):
        told = EntryDraft(
            number, "progress", _day(studio, place % 30), [], f"Gesprek {place + 1} op kantoor."
        )
        cases.add_entry(studio.desk, told)
    return at_person(studio, person_id)


def _cases(studio: Studio) -> QWidget:
    case_of(studio)
    window = studio.main()
    window.pages.go("cases")
    studio.settle()
    return window


def _no_cases(studio: Studio) -> QWidget:
    window = studio.main()
    page = window.pages.go("cases")
    if isinstance(page, CasesPage):
        page.filters.search.setText("niemand")
        page.filters.changed.emit()
    studio.settle()
    return window


PERSON_SCENES: Final[dict[str, Callable[[Studio], QWidget]]] = {
    "persoon": _case,
    "persoon-zonder-casus": _caseless,
    "persoon-twee-rollen": _both_roles,
    "persoon-jaren": _years,
    "persoon-casus": _on_tab(Tab.CASE),
    "persoon-hulp": _on_tab(Tab.HELP),
    "persoon-verbanden": _on_tab(Tab.PERSON),
    "casussen": _cases,
    "casussen-leeg": _no_cases,
}
