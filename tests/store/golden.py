"""What stands in a golden registry, and everything that the desk shows of one.

A golden registry is made once for each version of the tables, by ``scripts/make_golden_registry.py``, and kept as it
is: every later mhdesk must open it and show what stood in it. Nobody in it exists.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mhdesk.desk import (
    amending,
    attachments,
    comensha,
    consulting,
    data_requests,
    drafts,
    figures,
    imports,
    indicators,
    informing,
    kinds,
    referring,
    registries,
    relating,
    roles,
    routing,
    signals,
    today,
    triaging,
)
from mhdesk.domain.comensha import FeedbackDraft, RegisterDraft
from mhdesk.domain.consultations import ConsultationDraft, ConsultationFilter
from mhdesk.domain.data_requests import DecisionDraft, RequestDraft
from mhdesk.domain.indicators import AssessmentDraft
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.leads import LeadDraft
from mhdesk.domain.periods import parse_period
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft
from mhdesk.domain.registries import RegistryDraft
from mhdesk.domain.relations import RelationDraft
from mhdesk.domain.roles import RoleDraft
from mhdesk.domain.routing import RouteDraft
from mhdesk.domain.signals import Kind, PersonDraft, SignalDraft, Status
from mhdesk.domain.splits import DEFAULT_BY
from mhdesk.domain.triage import TriageDraft
from mhdesk.domain.views import Order, SignalFilter
from mhdesk.store import releases
from tests.registry_fixtures import StoppedClock
from tests.store import golden_cases, golden_meetings, golden_network

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk

USER: Final = "Zoë van het Voorbeeld"
PASSPHRASE: Final = "zeven gouden proefkonijnen fluiten in de mist"
SHEET: Final = """\
Nr.;Datum melding;Bron / melder;Vorm v. uitbuiting;Gemeente;Naam slachtoffer;Geb.datum;m/v;Telefoon;\
Slachtoffer geïnformeerd?;Doorverwezen naar;Status;Opmerkingen
1;12-10-2019;zelfmelder;Seksuele uitbuiting;Hilversum;Çiğdem Verzonnen;ca. 31 jr;V;;ja;Comensha;afgesloten;=belt zelf
2;31-02-2019;de buurvrouw;Arbeidsuitbuiting;Luilekkerland;Đorđe Bedacht;1988;M;niet bellen;nog niet - onveilig;;;
"""


def make(folder: Path) -> None:
    """Make a golden registry in ``folder``, with what the desk shows of it in ``expected.json``."""
    clock = StoppedClock()
    draft = RegistryDraft(name="Proefregio Ĳsselmist", organisation="Stichting Proefhuis", user_name=USER)
    made = registries.new(folder, draft, PASSPHRASE, clock=clock)
    made.desk.close()
    desk = registries.open_registry(folder, USER, PASSPHRASE, clock=clock)
    try:
        registries.recovery_proven(desk)
        fill(desk, clock, folder.parent)
        expected = {"user": USER, "passphrase": PASSPHRASE, **shown(desk)}
    finally:
        desk.close()
    text = json.dumps(expected, ensure_ascii=False, indent=1)
    (folder / "expected.json").write_text(text + "\n", encoding="utf-8")


def fill(desk: Desk, clock: StoppedClock, aside: Path) -> None:
    """Do a little of everything; ``aside`` is a folder for files that are not kept."""
    register_signals(desk, clock)
    decide(desk, clock)
    refer(desk, clock)
    go_on_with_it(desk)
    look_after(desk)
    golden_network.fill(desk)
    golden_cases.follow(desk)
    golden_meetings.meet(desk)
    sheet = aside / "signalen.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    imports.take_in(desk, sheet)
    letter = aside / "brief van de opvang.txt"
    letter.write_text("Zij komt elke vrijdag te laat — «Çiğdem».", encoding="utf-8")
    attachments.add(desk, 2, letter)
    signals.change_status(desk, 3, Status.CLOSED, "Bleek een vergissing van de melder.")
    drafts.keep(desk, "signal", json.dumps({"narrative": "Nog niet af: «Ştefan» belt terug."}), None)
    figures.publish(desk, parse_period("2026"), DEFAULT_BY, aside, ("csv",), "Proef", "Niemand")


def look_after(desk: Desk) -> None:
    """Register a victim with CoMensha, take in a request about own data, and keep a question of a professional."""
    comensha.note_due(desk, 1)
    registered = RegisterDraft(1, "registration", "victim", "25-11-2026", "", "26-11-2026", "Nº 77")
    comensha.register(desk, registered)
    comensha.feedback(desk, FeedbackDraft(1, "27-11-2026", "Dossier «Çiğdem» geopend.", ""))
    asked = RequestDraft(1, "access", "26-11-2026", "self", "Paspoort gezien — Nguyễn.")
    number = data_requests.record(desk, asked).created or 0
    data_requests.decide(desk, DecisionDraft(number, 1, "partly", "others", "Zonder wie er meldde."))
    question = ConsultationDraft(
        "26-11-2026", "school", topic="signs", question="Waar let ik op?", minutes="25"
    )
    consulting.record(desk, question)


def register_signals(desk: Desk, clock: StoppedClock) -> None:
    """Register one of each kind, over some days."""
    victim = PersonDraft(
        first_names="Nguyễn Thị Đào",
        last_name="Voorbeeld",
        sex="female",
        birth="12-05-2004",
        phone="06-12344202",
        safe_contact="Alleen appen, niet bellen.",
    )
    aggressor = PersonDraft(
        role="aggressor", first_names="Łukasz", last_name="Verzonnen", sex="male", birth="ca. 40"
    )
    call = SignalDraft(received_on="20-11-2026", received_time="23.40", municipality="GM0402")
    notification = replace(
        call,
        kind=Kind.NOTIFICATION,
        form="labour_exploitation",
        other_forms=["criminal_exploitation"],
        narrative="Acht mensen in één huisje.\nDe tweede regel — met „aanhalingstekens”.",
        persons=[victim, aggressor, PersonDraft(role="child", first_names="İpek", birth="2015")],
    )
    signals.register(desk, notification)
    clock.go_on(days=1)
    same = PersonDraft(first_names="Nguyen Thi Dao", last_name="Voorbeeld", phone="+31612344202")
    signals.register(desk, replace(call, narrative="Gezien bij de sluis.", persons=[same]))
    advice = SignalDraft(
        kind=Kind.ADVICE, received_on="21-11-2026", channel="mail", narrative="Wat mag ik vragen?"
    )
    signals.register(desk, advice)
    noted = replace(
        call,
        source_capacity="private",
        source_consent="refused",
        source_note="Belt zelf terug.",
        leads=[
            LeadDraft("vehicle", "witte bestelbus 99-XXX-9", "'s Avonds."),
            LeadDraft("phone", "06 00123456"),
        ],
        related=[1],
    )
    signals.register(desk, noted)


def decide(desk: Desk, clock: StoppedClock) -> None:
    """Decide about the victim twice and about the aggressor once."""
    taken = InformDraft(legal_ground="wmo_5_3_1_2", decided_by="Zoë", decided_on="24-11-2026")
    waiting = replace(
        taken,
        involvement_id=2,
        choice="not_yet",
        ground="safety_victim",
        reasoning="Hij leest haar telefoon.",
        review_on="01-12-2026",
        consulted="De vertrouwensarts",
    )
    informing.decide(desk, waiting)
    never = replace(
        taken,
        involvement_id=1,
        choice="not",
        ground="police_investigation",
        legal_ground="uavg_41_1_d",
        weighing={"told_of_restriction": "Nee, dan is het onderzoek bekend."},
        reasoning="Op verzoek van het onderzoek.",
        agreed_by="Teamleider",
        review_on="01-12-2026",
    )
    informing.decide(desk, never)
    clock.go_on(days=2)
    told = InformDraft(
        involvement_id=1,
        choice="inform",
        decided_by="Zoë",
        decided_on="26-11-2026",
        informed_on="26-11-2026",
        informed_how="In een gesprek, met tolk.",
        told="Dat er een melding is, en hoe inzage gaat.",
        contact_read=True,
    )
    informing.decide(desk, told)


def refer(desk: Desk, clock: StoppedClock) -> None:
    """Refer to one from the list and to a new one, and keep one answer."""
    to_list = ReferralDraft(
        1, 1, organisation_id=1, purpose="shelter", basis="consent_oral", referred_on="26-11-2026"
    )
    referring.refer(desk, to_list)
    to_new = ReferralDraft(
        1,
        organisation_name="Één Thuis (proef)",
        purpose="legal",
        basis="legal_ground",
        basis_note="Op verzoek van de rechtbank.",
        referred_on="26-11-2026",
        note="Dossier volgt.",
    )
    referring.refer(desk, to_new)
    clock.go_on(days=1)
    referring.answer(desk, AnswerDraft(1, "declined", "27-11-2026", "Geen plaats tot januari."))


def go_through_signs(desk: Desk) -> None:
    """Go through the signs of a form twice, and of advice once without a comment."""
    seen = AssessmentDraft(
        signal_id=1,
        form="labour_exploitation",
        list_version="2026-1",
        assessed_on="24-11-2026",
        answers={"la_hours": "observed", "g_papers_held": "not_observed"},
        note="Gezien bij de controle — zonder tolk.",
    )
    indicators.assess(desk, seen)
    indicators.assess(desk, replace(seen, answers={**seen.answers, "la_bank_card": "observed"}, note=""))
    of_advice = replace(seen, signal_id=3, form="unknown", answers={"g_afraid": "observed"}, note="")
    indicators.assess(desk, of_advice)


def go_on_with_it(desk: Desk) -> None:
    """Triage, do what follows from it, hear a second answer, and correct what was recorded."""
    found = TriageDraft(
        signal_id=1,
        held_on="27-11-2026",
        disciplines=["vt_worker", "confidential_doctor"],
        direct_safety="unsafe",
        severity="severe",
        outcome="investigation",
        reasoning="De verhalen spreken elkaar tegen.",
    )
    triaging.triage(desk, found)
    go_through_signs(desk)
    routing.choose(desk, RouteDraft(1, "police", "Zij doet vanmiddag aangifte.", "27-11-2026"))
    waiting = {task.kind: task.id for task in signals.details(desk, 1).tasks if task.done_on is None}
    triaging.finish(desk, waiting["reporter_feedback"], "Gebeld en bedankt.")
    triaging.snooze(desk, waiting["investigation"], "01-12-2026", "Wacht op het verslag van de school.")
    referring.answer(desk, AnswerDraft(1, "accepted", "27-11-2026", "Toch plaats, vanaf vrijdag."))
    second = signals.details(desk, 2)
    told = SignalDraft(
        received_on="20-11-2026",
        received_time="23:40",
        municipality="GM0406",
        narrative="Gezien bij de sluis, twee keer.",
    )
    amending.amend_signal(desk, 2, second.version, told)
    relating.relate(desk, 1, RelationDraft(2, "guardian_of", 3))
    roles.change_role(desk, RoleDraft(4, "witness", "Zij zag het alleen."))
    kinds.convert(desk, 3, Kind.SIGNAL, "Er kwam toch een aanwijzing.")


def shown(desk: Desk) -> Any:  # noqa: ANN401 - JSON is what it is
    """Return everything that the desk shows, as JSON tells it."""
    numbers = list(signals.ids(desk, SignalFilter(order=Order.RECORDED)))
    content = {
        "registry": asdict(desk.info()),
        "recovery_proven": registries.recovery_is_proven(desk),
        "received": list(signals.ids(desk, SignalFilter())),
        "rows": [asdict(row) for row in signals.rows(desk, numbers)],
        "signals": [asdict(signals.details(desk, number)) for number in numbers],
        "today": [asdict(item) for item in today.items(desk)],
        "organisations": [asdict(one) for one in referring.all_organisations(desk)],
        "network": golden_network.shown(desk),
        "cases": golden_cases.shown(desk),
        "meetings": golden_meetings.shown(desk),
        "comensha": [asdict(one) for one in comensha.standing(desk, 1).steps],
        "requests": [asdict(one) for one in data_requests.of_person(desk, 1).requests],
        "questions": [
            asdict(one) for one in consulting.rows(desk, consulting.ids(desk, ConsultationFilter()))
        ],
        "drafts": [asdict(draft) for draft in drafts.mine(desk)],
        "releases": [asdict(release) for release in releases.all_of(desk.database.connection)],
        "found": {
            word: list(signals.ids(desk, SignalFilter(search=word))) for word in ("dao", "344202", "proef")
        },
    }
    return json.loads(json.dumps(content, default=_plain))


def _plain(value: date | datetime) -> str:
    moment = value.astimezone(UTC) if isinstance(value, datetime) else value
    return moment.isoformat()
