"""Registering, listing, finding and opening signals at a real desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import drafts, signals
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.signals import Kind, PersonDraft, SignalDraft, Status
from mhdesk.domain.views import Order, SignalFilter
from mhdesk.errors import InputError
from tests.desk.drafts import a_notification

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import StoppedClock


def test_a_signal_gets_the_next_number_of_the_year(desk: Desk) -> None:
    first = signals.register(desk, a_notification())
    second = signals.register(desk, a_notification())
    assert (first.reference, second.reference) == ("GV-2026-0001", "GV-2026-0002")


def test_numbers_start_anew_each_year(desk: Desk, clock: StoppedClock) -> None:
    signals.register(desk, a_notification())
    clock.go_on(days=60)
    assert signals.register(desk, a_notification()).reference == "GV-2027-0001"


def test_what_was_typed_is_what_is_shown(desk: Desk) -> None:
    change = signals.register(desk, a_notification())
    assert change.created is not None
    shown = signals.details(desk, change.created)
    victim, aggressor = shown.involvements
    assert shown.received_time == "23:40"
    assert shown.narrative.endswith("in één huisje.")
    assert (victim.name, victim.phone, victim.age) == ("Lina Voorbeeld", "+31612344202", 24)
    assert aggressor.name == "Bas Verzonnen"


def test_a_draft_with_a_problem_writes_nothing(desk: Desk) -> None:
    with pytest.raises(ProblemsError) as refused:
        signals.register(desk, a_notification(received_on="30-02-2026"))
    assert [problem.field for problem in refused.value.problems] == ["received_on"]
    assert len(signals.ids(desk, SignalFilter())) == 0


def test_the_same_phone_and_name_is_the_same_person(desk: Desk) -> None:
    signals.register(desk, a_notification())
    again = a_notification(
        persons=[PersonDraft(first_names="lina", last_name="VOORBEELD", phone="+31612344202")]
    )
    change = signals.register(desk, again)
    assert change.created is not None
    shown = signals.details(desk, change.created).involvements[0]
    assert [reference for _, reference in shown.other_signals] == ["GV-2026-0001"]


def test_the_same_name_alone_is_another_person(desk: Desk) -> None:
    signals.register(desk, a_notification())
    change = signals.register(
        desk, a_notification(persons=[PersonDraft(first_names="Lina", last_name="Voorbeeld")])
    )
    assert change.created is not None
    assert signals.details(desk, change.created).involvements[0].other_signals == ()


def test_what_is_known_of_a_person_is_completed_and_never_overwritten(desk: Desk) -> None:
    signals.register(desk, a_notification())
    victim = PersonDraft(
        first_names="Lina", last_name="Voorbeeld", phone="0612344202", sex="female", birth="01-02-1990"
    )
    change = signals.register(desk, a_notification(persons=[victim]))
    assert change.created is not None
    shown = signals.details(desk, change.created).involvements[0]
    assert shown.sex == "female"
    assert shown.birth is not None
    assert shown.birth.on == "2002"


@pytest.mark.parametrize(
    "typed",
    [
        "vakantiepark",
        "vakantie",
        "een huisje",
        "gv-2026-0001",
        "GV 2026 1",
        "0612344202",
        "+31 6 12344202",
        "06 12 34 42 02",
        "344202",
        "Voorbeeld",
        "oorbeel",
    ],
)
def test_a_signal_is_found_by(typed: str, desk: Desk) -> None:
    change = signals.register(desk, a_notification())
    signals.register(desk, SignalDraft(received_on="20-11-2026", narrative="Iets anders op een ander adres."))
    assert list(signals.ids(desk, SignalFilter(search=typed))) == [change.created]


@pytest.mark.parametrize("typed", ['"', "NEAR(", "^", "col:x", "-x", "((((", "*", "' OR 1=1 --", "\x00", "_"])
def test_search_syntax_is_only_text(typed: str, desk: Desk) -> None:
    signals.register(desk, a_notification())
    assert list(signals.ids(desk, SignalFilter(search=typed))) == []


def test_letters_with_marks_are_found_without_them(desk: Desk) -> None:
    names = PersonDraft(first_names="Żaneta Şerban", last_name="Łucja Nguyễn")
    change = signals.register(desk, a_notification(persons=[names]))
    for typed in ("zaneta", "serban", "lucja", "nguyen", "Nguyễn"):
        assert list(signals.ids(desk, SignalFilter(search=typed))) == [change.created], typed


def test_filters_and_order_are_kept_together(desk: Desk) -> None:
    older = signals.register(desk, a_notification(received_on="01-03-2026")).created
    newer = signals.register(
        desk, a_notification(received_on="01-02-2026", form="sexual_exploitation")
    ).created
    assert list(signals.ids(desk, SignalFilter())) == [older, newer]
    assert list(signals.ids(desk, SignalFilter(order=Order.RECORDED))) == [newer, older]
    assert list(signals.ids(desk, SignalFilter(form="sexual_exploitation"))) == [newer]
    assert list(signals.ids(desk, SignalFilter(form="sexual_exploitation", kind="signal"))) == []


def test_lines_come_in_the_order_asked_for(desk: Desk) -> None:
    made = [signals.register(desk, a_notification()).created for _ in range(3)]
    wanted = [number for number in reversed(made) if number is not None]
    assert [row.id for row in signals.rows(desk, [*wanted, 999])] == wanted


def test_advice_keeps_nobody(desk: Desk) -> None:
    with pytest.raises(ProblemsError):
        signals.register(desk, a_notification(kind=Kind.ADVICE))


def test_a_reason_longer_than_any_text_is_refused(desk: Desk) -> None:
    number = signals.register(desk, a_notification()).created
    assert number is not None
    with pytest.raises(ProblemsError) as caught:
        signals.change_status(desk, number, Status.CLOSED, "x" * 20_001)
    assert [(problem.field, problem.code) for problem in caught.value.problems] == [
        ("reason", "draft.too_long")
    ]
    assert signals.details(desk, number).status == Status.OPEN


def test_a_draft_larger_than_any_form_leaves_what_was_kept(desk: Desk) -> None:
    number = drafts.keep(desk, "signal", "{}", None).created
    with pytest.raises(InputError, match=r"draft\.too_large"):
        drafts.keep(desk, "signal", "x" * 1_000_001, number)
    assert number is not None
    assert drafts.load(desk, number).payload == "{}"


def test_a_reason_for_closing_stays_visible(desk: Desk) -> None:
    number = signals.register(desk, a_notification()).created
    assert number is not None
    signals.change_status(desk, number, Status.CLOSED, "Overgedragen aan de politie.")
    shown = signals.details(desk, number)
    assert shown.status == Status.CLOSED
    assert [(note.text, note.origin) for note in shown.notes] == [
        ("Overgedragen aan de politie.", "afgesloten")
    ]


def test_closing_ends_no_decision_that_is_due(desk: Desk) -> None:
    number = signals.register(desk, a_notification()).created
    assert number is not None
    signals.change_status(desk, number, Status.CLOSED, "Klaar.")
    assert all(one.duty_on for one in signals.details(desk, number).involvements)


def test_a_signal_that_does_not_exist_says_so(desk: Desk) -> None:
    with pytest.raises(InputError, match=r"desk\.no_such_signal"):
        signals.details(desk, 4711)


def test_what_another_signal_says_of_a_person_is_kept_beside_it(desk: Desk) -> None:
    signals.register(desk, a_notification())
    told = PersonDraft(
        first_names="Lina", last_name="Voorbeeld", phone="0612344202", birth="01-02-1990", sex="female"
    )
    number = signals.register(desk, a_notification(persons=[told])).created
    assert number is not None
    shown = signals.details(desk, number)
    assert [(note.text, note.origin) for note in shown.notes] == [
        ("01-02-1990", "geboortedatum in dit signaal, anders dan bij de persoon")
    ]


def test_every_rule_for_safe_contact_stays(desk: Desk) -> None:
    rules = ("Niet bellen voor 18 uur.", "Spreek niets in.", "Niet bellen voor 18 uur.")
    for rule in rules:
        person = PersonDraft(first_names="Lina", last_name="Voorbeeld", phone="0612344202", safe_contact=rule)
        signals.register(desk, a_notification(persons=[person]))
    shown = signals.details(desk, 1).involvements[0]
    assert shown.safe_contact == "Niet bellen voor 18 uur.\nSpreek niets in."


def test_an_estimated_birth_that_fills_a_gap_stays_estimated(desk: Desk) -> None:
    unknown = PersonDraft(first_names="Lina", last_name="Voorbeeld", phone="0612344202")
    guessed = PersonDraft(first_names="Lina", last_name="Voorbeeld", phone="0612344202", birth="ca. 24 jr")
    signals.register(desk, a_notification(persons=[unknown]))
    signals.register(desk, a_notification(persons=[guessed]))
    birth = signals.details(desk, 1).involvements[0].birth
    assert birth is not None
    assert birth.estimated


def test_a_number_noted_in_the_narrative_is_found_in_any_spelling(desk: Desk) -> None:
    told = SignalDraft(received_on="20-11-2026", narrative="Hij belde met 06 12 34 42 99 en hing op.")
    number = signals.register(desk, told).created
    for typed in ("0612344299", "+31612344299", "06-12344299", "06 12 34"):
        assert list(signals.ids(desk, SignalFilter(search=typed))) == [number], typed


@pytest.mark.parametrize("typed", ["06 00 00 00 12", "06 00", "gv-2026-2", "0", "+"])
def test_the_pieces_of_a_number_find_nothing_by_themselves(typed: str, desk: Desk) -> None:
    for phone in ("0612344202", "0600110022"):
        person = PersonDraft(first_names="Lina", last_name="Voorbeeld", phone=phone)
        signals.register(
            desk, SignalDraft(received_on="20-11-2026", persons=[person], narrative="Om 12.00 uur.")
        )
    found = list(signals.ids(desk, SignalFilter(search=typed)))
    assert found == {"06 00": [2], "gv-2026-2": [2], "0": [2, 1]}.get(typed, [])


def test_the_first_of_a_list_are_those_of_the_whole_list(desk: Desk) -> None:
    for day in ("03", "01", "02"):
        signals.register(desk, SignalDraft(received_on=f"{day}-11-2026", narrative="Een busje."))
    for order in Order:
        wanted = SignalFilter(order=order)
        assert signals.ids(desk, wanted, 2) == signals.ids(desk, wanted)[:2]
