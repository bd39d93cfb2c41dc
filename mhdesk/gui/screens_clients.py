"""The pictures of CoMensha, requests about own data, and the log of questions; see `screens`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain import dates
from mhdesk.domain.comensha import FeedbackDraft, RegisterDraft, Standing
from mhdesk.domain.consultations import ConsultationDraft
from mhdesk.domain.data_requests import DecisionDraft, RequestDraft
from mhdesk.gui.comensha import parts as comensha_parts
from mhdesk.gui.consultations.form_dialog import ConsultationDialog
from mhdesk.gui.consultations.page import ConsultationsPage
from mhdesk.gui.persons.loading import Loaded, load
from mhdesk.gui.persons.person_page import PersonPage
from mhdesk.gui.persons.person_parts import Tab
from mhdesk.gui.requests import parts as request_parts
from mhdesk.gui.screens_persons import at_person, told_of

if TYPE_CHECKING:
    from mhdesk.gui.screens import Studio
    from mhdesk.gui.shell.main_window import MainWindow


def _day(studio: Studio, ago: int) -> str:
    return dates.display_day(studio.desk.today() - timedelta(days=ago))


def _registered(studio: Studio) -> int:
    """Register somebody with CoMensha and keep what came back; return the person."""
    from mhdesk.desk import comensha

    person_id = told_of(studio)
    if comensha.standing(studio.desk, person_id).now() is None:  # the pictures share one registry
        comensha.note_due(studio.desk, person_id)
    consent = RegisterDraft(
        person_id, "registration_shelter", "victim", _day(studio, 9), "", _day(studio, 8), "CM-00077"
    )
    comensha.register(studio.desk, consent)
    told = FeedbackDraft(person_id, _day(studio, 2), "Dossier geopend; plek in de opvang volgt.", "")
    comensha.feedback(studio.desk, told)
    return person_id


def _asked(studio: Studio) -> tuple[int, int]:
    """Let somebody ask for access, granted, and for correction; return the person and the first request."""
    from mhdesk.desk import data_requests

    person_id = told_of(studio)
    wanted = RequestDraft(person_id, "access", _day(studio, 20), "self", "Paspoort gezien, op kantoor.")
    number = data_requests.record(studio.desk, wanted).created or 0
    data_requests.decide(studio.desk, DecisionDraft(number, 1, "partly", "others", "Zonder wie er meldde."))
    correction = RequestDraft(person_id, "correction", _day(studio, 33), "self", "Telefonisch, teruggebeld.")
    data_requests.record(studio.desk, correction)
    return person_id, number


def _opened(studio: Studio, person_id: int, tab: Tab) -> tuple[MainWindow, PersonPage, Loaded]:
    window = at_person(studio, person_id, tab)
    page = window.pages.page
    if not isinstance(page, PersonPage):
        raise TypeError("the person did not open")
    return window, page, load(person_id, studio.desk)


def _comensha(studio: Studio) -> QWidget:
    return _opened(studio, _registered(studio), Tab.HELP)[0]


def _register(studio: Studio) -> QWidget:
    window, page, loaded = _opened(studio, told_of(studio), Tab.HELP)
    comensha_parts.register(page, loaded)
    return window


def _coded(studio: Studio) -> QWidget:
    window, page, loaded = _opened(studio, _registered(studio), Tab.HELP)
    standing = loaded.of(Standing)
    if standing is not None:
        comensha_parts.coded(page, standing)
    return window


def _year(studio: Studio) -> QWidget:
    _registered(studio)
    window = studio.main()
    window.pages.show_comensha()
    return window


def _requests(studio: Studio) -> QWidget:
    return _opened(studio, _asked(studio)[0], Tab.PERSON)[0]


def _decide(studio: Studio) -> QWidget:
    person_id, number = _asked(studio)
    window, page, loaded = _opened(studio, person_id, Tab.PERSON)
    request_parts.decide(page, loaded, number)
    return window


def _copy(studio: Studio) -> QWidget:
    person_id, number = _asked(studio)
    window, page, loaded = _opened(studio, person_id, Tab.PERSON)
    request_parts.copy(page, loaded, number)
    return window


def _questions(studio: Studio) -> QWidget:
    from mhdesk.desk import consulting

    asked = (
        ("school", "signs", "Waar let ik op bij een leerling die steeds een andere telefoon heeft?", "25"),
        ("health", "sharing", "Mag ik zonder toestemming navragen of iemand al bekend is?", "15"),
        ("municipality", "labour", "Een bedrijf laat mensen op de werkvloer slapen. Wie kijkt daar?", "40"),
        ("neighbourhood_team", "signs", "Wat is het verschil tussen een signaal en een melding?", "10"),
        ("school", "training", "Gastles voor twee klassen over loverboys.", "90"),
    )
    for ago, (discipline, topic, question, minutes) in enumerate(asked):
        draft = ConsultationDraft(
            _day(studio, 3 * ago),
            discipline,
            municipality="GM0402",
            topic=topic,
            question=question,
            answer="Bel bij twijfel het meldpunt.",
            minutes=minutes,
        )
        consulting.record(studio.desk, draft)
    window = studio.main()
    window.pages.show_questions()
    return window


def _question(studio: Studio) -> QWidget:
    window = studio.main()
    window.pages.show_questions()
    page = window.pages.page
    if isinstance(page, ConsultationsPage):
        page.new.click()
        studio.settle()
        dialog = page.acts.dialog()
        if isinstance(dialog, ConsultationDialog):
            told = "Zij belt over haar nichtje Fabel Verzonnen, bereikbaar op 06 00000012. Wat kan ik doen?"
            dialog.fill_in(ConsultationDraft(discipline="citizen", topic="reporting", question=told))
    return window


CLIENT_SCENES: Final[dict[str, Callable[[Studio], QWidget]]] = {
    "comensha": _comensha,
    "comensha-registreren": _register,
    "comensha-overnemen": _coded,
    "comensha-jaar": _year,
    "verzoeken": _requests,
    "verzoek-besluit": _decide,
    "inzagekopie": _copy,
    "vragen": _questions,
    "vraag": _question,
}
