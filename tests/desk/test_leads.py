"""Leads: recorded without a person, found again in any notation, corrected with a trail."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mhdesk.desk import amending, destroying, kinds, leads, matching, sharing, signals, verifying
from mhdesk.domain import amending as drafts
from mhdesk.domain.destroying import DestroyDraft
from mhdesk.domain.leads import LeadDraft
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.signals import Kind, PersonDraft, SignalDraft
from mhdesk.domain.views import SignalFilter
from mhdesk.errors import ConflictError, InputError
from mhdesk.store.schema import lead, lead_key
from tests.desk.drafts import a_notification

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk

VAN = LeadDraft("vehicle", "witte bestelbus 12-ABC-3", "Staat er elke avond.")


def a_lead_only(*noted: LeadDraft, **changes: object) -> SignalDraft:
    draft = SignalDraft(received_on="20-11-2026", leads=list(noted))
    for name, value in changes.items():
        setattr(draft, name, value)
    return draft


def register(desk: Desk, draft: SignalDraft) -> int:
    created = signals.register(desk, draft).created
    assert created is not None
    return created


def found(desk: Desk, typed: str) -> list[int]:
    return list(signals.ids(desk, SignalFilter(search=typed)))


def noted(desk: Desk, number: int) -> list[tuple[str, str, str]]:
    return [(one.kind, one.text, one.note) for one in signals.details(desk, number).leads]


def test_a_signal_stands_on_a_lead_alone_and_is_found_by_it(desk: Desk) -> None:
    number = register(desk, a_lead_only(VAN, LeadDraft("phone", "+31 6 00 12 34 56")))
    assert noted(desk, number) == [
        ("vehicle", "witte bestelbus 12-ABC-3", "Staat er elke avond."),
        ("phone", "06 00123456", ""),
    ]
    for typed in ("12abc3", "12-ABC-3", "bestelbus", "0600123456", "elke avond", "00123"):
        assert found(desk, typed) == [number], typed
    (row,) = signals.rows(desk, [number])
    assert (row.persons, row.lead) == ((), ("vehicle", "witte bestelbus 12-ABC-3"))
    assert verifying.verify(desk) == []


def test_a_signal_that_tells_of_nothing_is_refused(desk: Desk) -> None:
    with pytest.raises(ProblemsError):
        signals.register(desk, a_lead_only())
    with pytest.raises(ProblemsError) as refused:
        signals.register(desk, a_lead_only(LeadDraft("phone", "geen nummer"), LeadDraft("vehicle", "")))
    assert [one.field for one in refused.value.problems] == ["leads.0.text", "leads.1.text"]


@pytest.mark.parametrize(
    ("kind", "text", "allowed"), [("phone", "06-00123456", False), ("vehicle", "12-ABC-3", True)]
)
def test_advice_holds_nothing_by_which_somebody_is_reached(
    desk: Desk, kind: str, text: str, allowed: bool
) -> None:
    draft = a_lead_only(LeadDraft(kind, text), kind=Kind.ADVICE)
    assert (draft.validate(date(2026, 11, 23)) == []) is allowed
    number = register(desk, a_lead_only(LeadDraft("business", "Proef BV"), kind=Kind.ADVICE))
    if not allowed:
        with pytest.raises(ProblemsError):
            leads.add(desk, number, LeadDraft(kind, text))


def test_a_signal_with_a_number_does_not_become_advice(desk: Desk) -> None:
    number = register(desk, a_lead_only(LeadDraft("phone", "06-00123456")))
    with pytest.raises(ProblemsError) as refused:
        kinds.convert(desk, number, Kind.ADVICE, "Bleek een vraag.")
    assert "lead.not_for_advice" in [problem.code for problem in refused.value.problems]


def test_what_a_lead_said_stays_in_the_history_and_each_step_can_be_taken_back(desk: Desk) -> None:
    number = register(desk, a_lead_only(VAN))
    (first,) = signals.details(desk, number).leads
    leads.amend(desk, first.id, first.version, LeadDraft("vehicle", "12-ABC-4"))
    assert (found(desk, "12abc4"), found(desk, "12abc3")) == ([number], [])
    assert sharing.same_leads(desk, [LeadDraft("vehicle", "12abc3")], []).found == ()
    with pytest.raises(ConflictError):
        leads.amend(desk, first.id, first.version, VAN)
    leads.amend(desk, first.id, first.version + 1, drafts.lead_draft(first))
    assert noted(desk, number) == [(VAN.kind, VAN.text, VAN.note)]
    leads.remove(desk, first.id)
    assert noted(desk, number) == []
    with pytest.raises(InputError):
        leads.remove(desk, first.id)
    leads.add(desk, number, VAN)
    assert noted(desk, number) == [(VAN.kind, VAN.text, VAN.note)]
    told = [step.earlier["leads"] for step in signals.details(desk, number).history]
    assert [len(one) for one in told] == [0, 1, 1, 1]
    assert told[2][0]["text"] == "12-ABC-4"
    assert verifying.verify(desk) == []


def test_a_correction_of_a_signal_with_a_lead_only_needs_no_story(desk: Desk) -> None:
    opened = signals.details(desk, register(desk, a_lead_only(VAN)))
    draft = drafts.signal_draft(opened)
    draft.municipality = "GM0402"
    amending.amend_signal(desk, opened.id, opened.version, draft)
    assert signals.details(desk, opened.id).municipality == "GM0402"


def test_leads_go_with_their_signal(desk: Desk) -> None:
    destroying.destroy(desk, [register(desk, a_lead_only(VAN))], DestroyDraft("unfounded", "Samira Proef"))
    for table in (lead, lead_key):
        assert desk.database.connection.execute(select(table)).all() == []
    assert found(desk, "12abc3") == []


class TestSame:
    """What somebody types is compared with the leads, and numbers with those of persons."""

    def test_a_lead_in_another_notation_comes_up_with_its_signal(self, desk: Desk) -> None:
        number = register(desk, a_lead_only(VAN))
        (same,) = sharing.same_leads(desk, [LeadDraft("vehicle", "12 abc 3")], []).found
        assert (same.signal_id, same.reference, same.kind, same.text) == (
            number,
            "GV-2026-0001",
            "vehicle",
            VAN.text,
        )

    def test_the_number_of_a_person_matches_a_lead_and_the_other_way_round(self, desk: Desk) -> None:
        person = register(desk, a_notification())
        (same,) = sharing.same_leads(desk, [LeadDraft("phone", "+31612344202")], []).found
        assert (same.signal_id, same.name, same.text) == (person, "Lina Voorbeeld", "")
        number = register(desk, a_lead_only(LeadDraft("phone", "06 00 12 34 56")))
        (same,) = sharing.same_leads(desk, [], ["0031600123456"]).found
        assert (same.signal_id, same.name, same.text) == (number, "", "06 00123456")

    def test_a_number_that_is_only_near_or_of_a_secret_source_does_not_come_up(self, desk: Desk) -> None:
        source = PersonDraft(
            role="reporter", first_names="Loubna", last_name="El Mithal", phone="06-00123456"
        )
        register(desk, a_lead_only(VAN, persons=[source], source_capacity="private"))
        register(desk, a_notification())
        for number in ("06-00123456", "06-12344203"):
            assert sharing.same_leads(desk, [LeadDraft("phone", number)], []).found == ()

    def test_nothing_unreadable_comes_up(self, desk: Desk) -> None:
        register(desk, a_lead_only(VAN))
        assert (
            sharing.same_leads(desk, [LeadDraft("phone", "06"), LeadDraft("vehicle", "")], [""]).found == ()
        )

    def test_what_is_said_to_be_related_is_noted_beside_both(self, desk: Desk) -> None:
        first = register(desk, a_lead_only(VAN))
        later = signals.register(desk, a_lead_only(LeadDraft("vehicle", "12abc3"), related=[first, 99]))
        assert later.created is not None
        assert later.signals == {first, later.created}
        for number, other in ((first, "GV-2026-0002"), (later.created, "GV-2026-0001")):
            (note,) = signals.details(desk, number).notes
            assert note.text == f"Hetzelfde kenteken staat in {other}."

    def test_the_note_of_a_shared_number_names_no_secret_source(self, desk: Desk) -> None:
        source = PersonDraft(role="reporter", last_name="Verzwegen", phone="06-00123456")
        first = register(desk, a_lead_only(VAN, persons=[source], source_capacity="private"))
        later = register(desk, a_lead_only(LeadDraft("phone", "06-00123456"), related=[first]))
        (note,) = signals.details(desk, later).notes
        assert note.text == "Hoort misschien bij GV-2026-0001."

    def test_an_answer_is_complete_once_everybody_was_read(self, desk: Desk) -> None:
        register(desk, a_notification())
        while not matching.read_on(desk):
            pass
        assert same_number(desk).complete
        signals.register(
            desk, a_lead_only(VAN, persons=[PersonDraft(last_name="Nieuw", phone="06-12344202")])
        )
        assert len(same_number(desk).found) == 2


def same_number(desk: Desk) -> sharing.LeadHints:
    return sharing.same_leads(desk, [LeadDraft("phone", "06-12344202")], [])
