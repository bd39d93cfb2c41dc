"""The page of a person tells everything of the person, and nothing that is meant for another role or stays secret."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import destroying, drafts, informing, leads, persons, relating, signals
from mhdesk.domain.destroying import DestroyDraft
from mhdesk.domain.leads import LeadDraft
from mhdesk.domain.links import TieKind
from mhdesk.domain.relations import RelationDraft
from mhdesk.domain.signals import AGGRESSOR, PersonDraft
from mhdesk.domain.timeline import EventKind
from mhdesk.errors import InputError
from tests.desk.drafts import a_notification
from tests.desk.test_informing import not_yet
from tests.desk.test_two_roles import both_roles

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from mhdesk.domain.persons import PersonDetails
    from mhdesk.domain.timeline import Event

LINA = PersonDraft(first_names="Lina", last_name="Voorbeeld", phone="06-12 34 42 02")
BAS = PersonDraft(role=AGGRESSOR, first_names="Bas", last_name="Verzonnen")
WHY = "Omdat zij gevaar loopt."


def record(desk: Desk, *people: PersonDraft, **changes: object) -> int:
    return signals.register(desk, a_notification(persons=[*people], **changes)).created or 0


def people_of(desk: Desk, signal_id: int) -> list[int]:
    return [one.person_id or 0 for one in signals.details(desk, signal_id).involvements]


def of_kind(details: PersonDetails, kind: EventKind) -> list[Event]:
    return [one for one in details.events if one.kind is kind]


def decided(desk: Desk) -> tuple[int, int]:
    """Record a signal with a decision about each of the two, and return victim and aggressor."""
    number = record(desk, LINA, BAS)
    for one in signals.details(desk, number).involvements:
        informing.decide(
            desk, replace(not_yet(one.id), reasoning=WHY if one.role == AGGRESSOR else "Zij slaapt.")
        )
    woman, man = people_of(desk, number)
    return woman, man


def test_roles_over_all_signals_stand_newest_first(desk: Desk) -> None:
    first = record(desk, LINA, received_on="02-03-2024")
    woman = people_of(desk, first)[0]
    record(desk, replace(LINA, person_id=woman), received_on="20-11-2026")
    found = persons.details(desk, woman)
    assert [one.reference for one in found.roles] == ["GV-2026-0002", "GV-2026-0001"]
    assert found.role_codes() == ("possible_victim",)
    assert found.case is None


def test_the_page_of_a_victim_tells_what_is_decided_about_whoever_may_have_harmed_her(desk: Desk) -> None:
    woman, man = decided(desk)
    told = {
        one.name: one for one in of_kind(persons.details(desk, woman), EventKind.DECISION) if one.of_other
    }
    assert list(told) == ["Bas Verzonnen"]
    assert not told["Bas Verzonnen"].text
    assert (2, man) in persons.details(desk, woman).besides


def test_the_page_of_an_aggressor_tells_nothing_of_what_is_decided_about_a_victim(desk: Desk) -> None:
    _, man = decided(desk)
    found = persons.details(desk, man)
    assert [one.text for one in of_kind(found, EventKind.DECISION)] == [WHY]
    assert not any(one.of_other for one in found.events)
    assert "Zij slaapt." not in repr(found.events)
    assert found.besides == ()


def test_somebody_in_both_roles_sees_each_decision_with_its_role_and_nobody_elses(desk: Desk) -> None:
    details = both_roles(desk)
    found = persons.details(desk, details.involvements[0].person_id or 0)
    assert found.in_both_roles()
    assert {one.role for one in of_kind(found, EventKind.DECISION)} == {"possible_victim", AGGRESSOR}
    assert not any(one.of_other for one in found.events)


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ({"source_capacity": "professional"}, True),
        ({"source_capacity": "professional", "source_confidential": True}, False),
        ({"source_capacity": "private", "source_consent": "refused"}, False),
        ({"source_capacity": "unknown"}, False),
    ],
)
def test_a_source_that_stays_secret_is_not_in_the_timeline(
    desk: Desk, told: dict[str, object], *, named: bool
) -> None:
    number = record(desk, LINA, discipline="police", organisation="Politie Verzonnen", **told)
    (event,) = of_kind(persons.details(desk, people_of(desk, number)[0]), EventKind.SIGNAL)
    assert ("police" in event.codes) is named
    assert "Verzonnen" not in repr(event)


def test_links_say_who_has_the_same_number_relation_aggressor_or_lead(desk: Desk) -> None:
    first = record(desk, LINA, BAS)
    woman, man = people_of(desk, first)
    lines = signals.details(desk, first).involvements
    relating.relate(desk, first, RelationDraft(lines[1].id, "parent_of", lines[0].id))
    second = record(desk, PersonDraft(first_names="Ama", last_name="Bedacht"), replace(BAS, person_id=man))
    third = record(desk, PersonDraft(first_names="Bo", last_name="Denk", phone="0612344202"))
    leads.add(desk, first, LeadDraft("vehicle", "12-ABC-3"))
    leads.add(desk, third, LeadDraft("vehicle", "12 abc 3"))
    links = {one.name: one for one in persons.details(desk, woman).links}
    kinds = {name: {tie.kind for tie in one.ties} for name, one in links.items()}
    assert kinds["Bas Verzonnen"] == {TieKind.RELATION, TieKind.EXPLOITER}
    assert links["Bas Verzonnen"].signals == 2
    assert kinds["Ama Bedacht"] == {TieKind.SAME_EXPLOITER}
    assert links["Ama Bedacht"].ties[0].text == "Bas Verzonnen"
    assert kinds["Bo Denk"] == {TieKind.PHONE}
    assert kinds["GV-2026-0003"] == {TieKind.LEAD}
    assert second


def test_nothing_of_somebody_destroyed_is_left_on_another_page(desk: Desk) -> None:
    woman, man = decided(desk)
    other = record(desk, replace(BAS, person_id=man), PersonDraft(first_names="Ama", last_name="Bedacht"))
    drafts.keep(desk, "person.test", f'{{"person_id": {woman}}}', None)
    destroying.destroy(desk, [1], DestroyDraft("unfounded", "Samira"))
    with pytest.raises(InputError):
        persons.details(desk, woman)
    with pytest.raises(InputError):
        drafts.keep(desk, "person.test", f'{{"person_id": {woman}}}', None)
    assert drafts.mine(desk) == []
    found = persons.details(desk, people_of(desk, other)[1])
    assert "Lina" not in repr(found)
