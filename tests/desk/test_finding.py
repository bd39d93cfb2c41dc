"""Searching everywhere: who, what and where, by any spelling or notation, without a word of it in the log."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from mhdesk.desk import (
    amending,
    cases,
    destroying,
    finding,
    informing,
    merging,
    network,
    referring,
    signals,
    triaging,
    verifying,
)
from mhdesk.desk.matching import matcher_of
from mhdesk.domain.cases import CaseDraft, CloseDraft
from mhdesk.domain.destroying import DestroyDraft
from mhdesk.domain.finding import FEW, Found, Part, Why, sought
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.merging import MergeDraft
from mhdesk.domain.network import ContactDraft, OrganisationDraft
from mhdesk.domain.referrals import AnswerDraft
from mhdesk.domain.signals import Kind, PersonDraft
from mhdesk.domain.triage import TriageDraft
from mhdesk.domain.views import SignalFilter
from mhdesk.store.schema import audit_event, consultation, meeting, meeting_participant
from tests.desk.busy import REFERRAL
from tests.desk.drafts import a_notification

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk


@pytest.fixture
def full(desk: Desk) -> Desk:
    """Return a desk with somebody of every kind."""
    signals.register(desk, a_notification())
    secret = PersonDraft(role="reporter", first_names="Ilse", last_name="Geheimbron", phone="06 98 76 54 32")
    signals.register(desk, a_notification(kind=Kind.SIGNAL, persons=[secret], source_confidential=True))
    cases.open_for(desk, CaseDraft(person_id=1, opened_on="23-11-2026"))
    made = network.add_organisation(
        desk, OrganisationDraft(name="Huis de Wending", group="shelter", phone="035 123 45 67")
    )
    contact = ContactDraft(name="Jolanda Bedacht", function="aandachtsfunctionaris", phone="06-55 44 33 22")
    network.add_contact(desk, made.created or 0, contact)
    with desk.database.writing() as connection:
        by = {"recorded_at": "2026-11-23T10:00:00.000+00:00", "recorded_by": 1}
        planned = {"uid": "m", "kind": "case_meeting", "held_on": "2026-12-03", "state": "planned", **by}
        connection.execute(meeting.insert().values(place="Raadhuis Hilversum", **planned))
        connection.execute(meeting_participant.insert().values(meeting_id=1, name="Karim Verzonnen"))
        told = {"topic": "meldcode", "question": "Mag ik dit delen met de nicht?", "answer": "Ja, mits."}
        asked = {"asked_on": "2026-11-20", "discipline": "care", **told, **by}
        connection.execute(consultation.insert().values(**asked))
    return desk


def found(desk: Desk, typed: str) -> Found:
    while not (one := finding.find(desk, typed)).complete:
        pass
    return one


def names(one: Found) -> list[str]:
    return [person.name for person in one.people.lines]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("Lina Voorbeeld", Why.NAME),
        ("voorbeeld, LINA", Why.NAME),
        ("oorbee", Why.NAME),
        ("Lína", Why.NAME),
        ("Lina Forbeelt", Why.SPELLING),
        ("0612344202", Why.PHONE),
        ("+31 6 12 34 42 02", Why.PHONE),
        ("0031612344202", Why.PHONE),
        ("4202", Why.PHONE),
    ],
)
def test_somebody_is_found_by_any_spelling_part_or_notation(full: Desk, typed: str, why: Why) -> None:
    (person,) = found(full, typed).people.lines
    assert (person.name, person.why) == ("Lina Voorbeeld", why)
    assert person.signals
    assert person.case == "C-2026-0001"


def test_whoever_reported_in_confidence_does_not_come_up_as_a_person(full: Desk) -> None:
    assert names(found(full, "Geheimbron")) == names(found(full, "06 98 76 54 32")) == []


def test_a_name_that_was_corrected_is_found_by_what_it_is_now(full: Desk) -> None:
    assert names(found(full, "Verzonnen")) == ["Bas Verzonnen"]
    amending.amend_person(full, 1, 2, 1, PersonDraft(first_names="Bas", last_name="Gecorrigeerd"))
    assert names(found(full, "Verzonnen")) == []
    assert names(found(full, "Gecorrigeerd")) == ["Bas Gecorrigeerd"]


def test_somebody_who_was_joined_with_another_record_leads_to_that_one(full: Desk) -> None:
    choices = {"first_names": "kept", "last_name": "kept"}
    draft = MergeDraft(
        kept_id=1, merged_id=2, kept_version=1, merged_version=1, choices=choices, reason="Zelfde man."
    )
    merging.merge(full, draft)
    (person,) = found(full, "Bas Verzonnen").people.lines
    assert (person.person_id, person.name, person.why) == (1, "Lina Voorbeeld", Why.MERGED)


def test_every_kind_of_record_is_found(full: Desk) -> None:
    assert [one.reference for one in found(full, "vakantiepark").signals.lines] == [
        "GV-2026-0002",
        "GV-2026-0001",
    ]
    assert [one.reference for one in found(full, "gv 2026 1").signals.lines] == ["GV-2026-0001"]
    assert [one.person_id for one in found(full, "C-2026-0001").cases.lines] == [1]
    assert [one.name for one in found(full, "wending").organisations.lines] == ["Huis de Wending"]
    assert [one.name for one in found(full, "+31 35 1234567").organisations.lines] == ["Huis de Wending"]
    assert [one.organisation for one in found(full, "jolanda").contacts.lines] == ["Huis de Wending"]
    for typed in ("casusoverleg", "raadhuis", "karim", "03-12-2026"):
        assert [one.meeting_id for one in found(full, typed).meetings.lines] == [1], typed
    assert [one.question_id for one in found(full, "delen nicht").questions.lines] == [1]


def test_a_group_shows_a_few_and_counts_the_rest(desk: Desk) -> None:
    for number in range(FEW + 2):
        who = [PersonDraft(first_names=f"Kind{number}", last_name="Talrijk")]
        signals.register(desk, a_notification(persons=who))
    one = found(desk, "talrijk")
    assert (len(one.people.lines), one.people.count) == (FEW, FEW + 2)
    assert (len(one.signals.lines), one.signals.count, one.signals.more) == (FEW, FEW + 2, False)


def test_one_group_is_shown_at_length_and_counted_the_same(full: Desk) -> None:
    for number in range(FEW + 2):
        draft = OrganisationDraft(name=f"Wending {number}", group="shelter")
        made = network.add_organisation(full, draft).created or 0
        network.add_contact(full, made, ContactDraft(name=f"Wending {number}", function="arts"))
    for typed, part in (
        ("voorbeeld", Part.PEOPLE),
        ("voorbeeld", Part.CASES),
        ("wending", Part.ORGANISATIONS),
        ("wending", Part.CONTACTS),
        ("raadhuis", Part.MEETINGS),
        ("delen", Part.QUESTIONS),
    ):
        alone, whole = finding.at_length(full, typed, part), found(full, typed)
        group = getattr(alone, part)
        assert len(group.lines) == group.count == getattr(whole, part).count == alone.count() > 0, part
    assert finding.at_length(full, "a", Part.PEOPLE) == Found()


@pytest.mark.parametrize("typed", ["", " ", "a", "06", "%", "__", "-", "\x00\n"])
def test_what_is_too_short_finds_nothing(full: Desk, typed: str) -> None:
    assert found(full, typed) == Found()


def test_it_is_noted_once_that_somebody_searched_and_never_for_what(full: Desk) -> None:
    before = _events(full)
    finding.begin(full)
    for typed in ("qz", "qzw", "qzwv Voorbeeld"):
        found(full, typed)
    assert len(_events(full)) == len(before) + 1
    assert _events(full)[-1][:2] == ("list.searched", "")
    assert b"qzw" not in str(_events(full)).encode()


def _events(desk: Desk) -> list[tuple[str, str]]:
    columns = (audit_event.c.verb, audit_event.c.details)
    rows = desk.database.connection.execute(select(*columns).order_by(audit_event.c.seq))
    return [(row.verb, row.details) for row in rows]


def test_names_are_forgotten_with_the_desk(full: Desk) -> None:
    found(full, "Lina")
    assert matcher_of(full) is full.matcher
    full.close()
    assert full.matcher is None


@given(st.text(max_size=40))
def test_anything_can_be_typed(typed: str) -> None:
    asked = sought(typed)
    assert asked is None or asked.digits or asked.words
    if asked is not None and asked.words:
        assert asked.fits(" ".join(asked.words).upper())


def test_words_of_what_was_weighed_and_answered_are_found_until_they_are_gone(full: Desk) -> None:
    triaging.triage(
        full, TriageDraft(1, "23-11-2026", ["vt_worker"], outcome="hand_over", reasoning="Egeltje.")
    )
    decision = InformDraft(
        1,
        "not_yet",
        ground="safety_victim",
        legal_ground="uavg_41_1_i",
        weighing={"risks": "Nijlpaard."},
        reasoning="Zeekoe.",
        decided_by="Noor Denkbeeld",
        decided_on="23-11-2026",
        review_on="07-12-2026",
    )
    informing.decide(full, decision)
    number = referring.refer(full, replace(REFERRAL, note="Wasbeer.")).created or 0
    referring.answer(full, AnswerDraft(number, "declined", "23-11-2026", "Vol, bel 06-11 22 33 44."))
    for typed in (
        "egeltje",
        "ÉGEL",
        "zeeko",
        "nijlpaard",
        "wasbeer",
        "vol bel",
        "0611223344",
        "+31 6 11 22 33 44",
    ):
        one = found(full, typed)
        assert [line.reference for line in one.signals.lines] == ["GV-2026-0001"], typed
        assert list(signals.ids(full, SignalFilter(search=typed))) == [1], typed
    for typed in ("gel", "risks", "egeltje wasbeer", "0611223345"):
        assert found(full, typed).signals.count == 0, typed
    assert verifying.verify(full) == []
    cases.close(full, CloseDraft(1, "23-11-2026", "other", "unknown", "Klaar."))
    destroying.destroy(full, [1], DestroyDraft("unfounded", "Samira Proef"))
    assert found(full, "egeltje").signals.count == found(full, "wasbeer").signals.count == 0
