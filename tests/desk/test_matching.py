"""Who comes up while a person is typed, and who must not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mhdesk import wording
from mhdesk.desk import amending, destroying, matching, signals
from mhdesk.desk.matching import Matcher
from mhdesk.domain.change import Change
from mhdesk.domain.destroying import DestroyDraft
from mhdesk.domain.people import Role, User
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.errors import InputError, NotAllowedError
from mhdesk.linkage import Level, weighing
from mhdesk.store import apart
from mhdesk.store.schema import audit_event, audit_subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from mhdesk.desk.desk import Desk

LOUBNA = PersonDraft(first_names="Loubna", last_name="El Mithal", birth="12-05-1991", phone="06-00123456")
TYPED = PersonDraft(first_names="Loebna", last_name="Elmithal", birth="12-05-1991")


def register(desk: Desk, *persons: PersonDraft, **changes: object) -> Change:
    told: dict[str, object] = {
        "kind": "signal",
        "received_on": "20-11-2026",
        "narrative": "Een verzonnen melding.",
    }
    return signals.register(desk, SignalDraft(**(told | changes), persons=list(persons)))  # type: ignore[arg-type]  # fields by name


def prepared(desk: Desk) -> Matcher:
    desk.matcher = Matcher(desk)
    assert desk.matcher.read_on(seconds=60)
    return desk.matcher


def found(matcher: Matcher, draft: PersonDraft = TYPED) -> list[int]:
    hints = matcher.candidates(draft)
    assert hints.complete
    return [each.who.person_id for each in hints.found]


def test_somebody_known_comes_up_with_the_reasons_and_the_signals(desk: Desk) -> None:
    first, second = register(desk, LOUBNA), register(desk, LOUBNA)
    (known,) = prepared(desk).candidates(TYPED).found
    assert {known.who.person_id} == first.persons == second.persons
    assert known.who.name == "Loubna El Mithal"
    assert known.level in {Level.CERTAIN, Level.PROBABLE}
    assert [(field.field, field.how) for field in known.fields] == [
        ("first_names", "sound"),
        ("last_name", "same"),
        ("birth", "same"),
    ]
    assert known.who.signals == ((second.created, second.reference), (first.created, first.reference))


def test_somebody_who_stands_there_twice_comes_up_until_somebody_parts_them(desk: Desk) -> None:
    first, second = register(desk, LOUBNA), register(desk, TYPED)
    (one,), (other,) = first.persons, second.persons
    matcher = prepared(desk)
    found = [pair for told in matcher.everybody() for pair in told.found]
    assert [(pair.one, pair.other) for pair in found] == [(one, other)]
    assert [pair for told in matcher.everybody({(other, one)}) for pair in told.found] == []


def test_a_draft_may_be_unfinished_or_unreadable(desk: Desk) -> None:
    register(desk, LOUBNA)
    matcher = prepared(desk)
    assert found(matcher, PersonDraft()) == []
    assert len(found(matcher, PersonDraft(phone="0600 123456"))) == 1
    assert (
        len(found(matcher, PersonDraft(first_names="Loubna", last_name="Mithal", birth="32-", phone="06")))
        == 1
    )


def test_the_person_of_the_draft_is_not_proposed_to_itself(desk: Desk) -> None:
    (known,) = register(desk, LOUBNA).persons
    typed = PersonDraft(first_names="Loubna", last_name="El Mithal", birth="12-05-1991", person_id=known)
    assert found(prepared(desk), typed) == []


def test_whoever_is_only_a_confidential_source_never_comes_up(desk: Desk) -> None:
    source = PersonDraft(role="reporter", first_names="Loubna", last_name="El Mithal", phone="06-00123456")
    register(desk, source, source_confidential=True)
    matcher = prepared(desk)
    assert found(matcher) == []
    register(desk, source, source_confidential=True)
    assert found(matcher) == []


def test_a_source_who_is_also_a_victim_comes_up_without_the_signal_of_the_source(desk: Desk) -> None:
    source = PersonDraft(role="reporter", first_names="Loubna", last_name="El Mithal", phone="06-00123456")
    matcher = prepared(desk)
    told = register(desk, source, source_confidential=True)
    other = register(desk, LOUBNA)
    assert told.persons == other.persons
    (known,) = matcher.candidates(TYPED).found
    assert known.who.signals == ((other.created, other.reference),)


def test_what_is_registered_corrected_and_destroyed_is_followed(desk: Desk) -> None:
    matcher = prepared(desk)
    made = register(desk, LOUBNA)
    (known,) = made.persons
    assert found(matcher) == [known]

    assert made.created is not None
    corrected = PersonDraft(first_names="Loubna", last_name="Verzinsel", birth="12-05-1991")
    amending.amend_person(desk, made.created, known, 1, corrected)
    renamed = matcher.candidates(PersonDraft(last_name="Verzinsel", birth="12-05-1991")).found
    assert [(each.who.person_id, each.fields[0].how) for each in renamed] == [(known, "same")]

    destroying.destroy(desk, [made.created], DestroyDraft("unfounded", "Samira Proef"))
    assert found(matcher) == found(matcher, corrected) == []


def test_a_source_that_becomes_confidential_goes_at_once(desk: Desk) -> None:
    source = PersonDraft(role="reporter", first_names="Loubna", last_name="El Mithal", phone="06-00123456")
    made = register(desk, source, source_capacity="professional")
    matcher = prepared(desk)
    assert len(found(matcher)) == 1
    assert made.created is not None
    told = SignalDraft(
        kind="signal",
        received_on="20-11-2026",
        narrative="Een verzonnen melding.",
        source_confidential=True,
    )
    amending.amend_signal(desk, made.created, 1, told)
    assert found(matcher) == []


def test_what_the_matcher_has_not_heard_of_is_not_named_either(desk: Desk) -> None:
    source = PersonDraft(role="reporter", first_names="Loubna", last_name="El Mithal", phone="06-00123456")
    made = register(desk, source, source_capacity="professional")
    deaf = Matcher(desk)  # not the one that verbs tell
    assert found(deaf)
    assert made.created is not None
    told = SignalDraft(
        kind="signal", received_on="20-11-2026", narrative="Een verzonnen melding.", source_confidential=True
    )
    amending.amend_signal(desk, made.created, 1, told)
    assert found(deaf) == []


def test_reading_everybody_takes_breath(desk: Desk) -> None:
    for number in range(3):
        register(
            desk, PersonDraft(first_names=f"Test{number}", last_name="Fictief", phone=f"06-0000000{number}")
        )
    matcher = Matcher(desk)
    assert not matcher.read_on(seconds=0)  # a page, and nobody knows yet whether there are more
    assert matcher.read_on(seconds=0)
    (one,) = register(desk, LOUBNA).persons
    matcher.hear(Change("person.amended", persons=frozenset({one})))
    assert matcher.read_on(seconds=0)
    assert found(matcher) == [one]


@pytest.mark.parametrize(
    "ask",
    [
        matching.read_on,
        lambda desk: matching.possibly_same(desk, TYPED),
        lambda desk: matching.known(desk, 1),
    ],
)
def test_whoever_may_not_read_may_not_compare(ask: Callable[[Desk], object], desk: Desk) -> None:
    register(desk, LOUBNA)
    desk.user = User(desk.user.id, desk.user.name, Role.ADMINISTRATOR)
    with pytest.raises(NotAllowedError):
        ask(desk)


@pytest.mark.parametrize(
    ("typed", "how"),
    [
        (
            PersonDraft(first_names="Loubna", last_name="El Mithla", birth="12-05-1991"),
            ("last_name", "close"),
        ),
        (
            PersonDraft(first_names="Loebna", last_name="El Mietal", birth="12-05-1991"),
            ("first_names", "sound"),
        ),
        (PersonDraft(first_names="لبنى", last_name="El Mithal", birth="12-05-1991"), ("last_name", "same")),
        (
            PersonDraft(first_names="El Mithal", last_name="Loubna", birth="12-05-1991"),
            ("last_name", "moved"),
        ),
        (PersonDraft(first_names="Loubna", phone="0031 6 00 12 34 56"), ("phone", "same")),
        (PersonDraft(first_names="Loubna", last_name="El Mithal", birth="05-12-1991"), ("birth", "turned")),
    ],
)
def test_slips_spellings_and_notations_find_the_person(
    desk: Desk, typed: PersonDraft, how: tuple[str, str]
) -> None:
    register(desk, LOUBNA)
    (known,) = matching.possibly_same(desk, typed).found
    assert how in [(field.field, field.how) for field in known.fields]


def test_no_more_than_three_come_up_and_only_possible_ones(desk: Desk) -> None:
    for number in range(6):
        register(desk, replace(LOUBNA, phone=f"06-0000001{number}", birth=f"1{number}-05-1991"))
    register(desk, PersonDraft(first_names="Bas", last_name="Verzonnen", birth="12-05-1991"))
    hints = matching.possibly_same(desk, TYPED)
    assert len(hints.found) == 3
    assert Level.UNLIKELY not in {each.level for each in hints.found}
    assert {each.who.name for each in hints.found} == {"Loubna El Mithal"}


def test_a_slow_reading_says_that_it_is_not_complete(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    register(desk, LOUBNA)
    monkeypatch.setattr(Matcher.read_on, "__defaults__", (0,))
    assert not matching.possibly_same(desk, TYPED).complete
    assert matching.possibly_same(desk, TYPED).complete


def test_names_that_came_up_are_in_the_log_once_and_without_a_name(desk: Desk) -> None:
    register(desk, LOUBNA)
    assert not matching.possibly_same(desk, PersonDraft(first_names="Zoltan")).found
    for _ in range(3):
        assert matching.possibly_same(desk, TYPED).found
    shown = select(audit_event.c.details).where(audit_event.c.verb == "list.shown")
    assert list(desk.database.connection.execute(shown).scalars()) == ["possibly_same"]


def test_who_is_linked_by_hand_is_one_person_in_both_signals_and_in_the_log(desk: Desk) -> None:
    first = register(desk, LOUBNA)
    (known,) = first.persons
    second = register(desk, replace(TYPED, person_id=known, phone="06-00999999"))
    assert second.persons == {known}
    assert second.created is not None
    (one,) = signals.details(desk, second.created).involvements
    assert (one.name, one.phone) == ("Loubna El Mithal", "+31600123456")  # what was known is not written over
    assert one.other_signals == ((first.created, first.reference),)
    assert "06 00999999" in {note.text for note in signals.details(desk, second.created).notes}
    lines = select(audit_subject.c.record, audit_subject.c.person_id).join(
        audit_event, audit_event.c.seq == audit_subject.c.seq
    )
    registered = lines.where(audit_event.c.verb == "signal.registered").order_by(audit_event.c.seq.desc())
    assert ("involvement", known) in [
        tuple(row) for row in desk.database.connection.execute(registered).all()[:2]
    ]


def test_whom_somebody_told_apart_is_not_recognised_and_never_proposed_again(desk: Desk) -> None:
    (known,) = register(desk, LOUBNA).persons
    twin = replace(LOUBNA, apart_from=[known])
    assert found(prepared(desk), twin) == []
    (other,) = register(desk, twin).persons
    assert other != known  # the same name, birth and number would have linked them without asking
    assert matching.alike(desk, [known, other]) == {}
    assert found(prepared(desk), LOUBNA) == [known, other]  # but somebody new may be either


def test_a_person_of_before_who_is_gone_needs_no_telling_apart(desk: Desk) -> None:
    (other,) = register(desk, replace(LOUBNA, apart_from=[99])).persons
    assert apart.of(desk.database.connection, other) == frozenset()


def test_two_recorded_persons_are_told_apart_and_alike_again(desk: Desk) -> None:
    (one,), (other,) = register(desk, LOUBNA).persons, register(desk, TYPED).persons
    assert {key: same.who.person_id for key, same in matching.alike(desk, [one, other]).items()} == {
        one: other,
        other: one,
    }
    for pair in ((one, other), (other, one)):
        matching.tell_apart(desk, *pair)
        assert matching.alike(desk, [one, other]) == {}
    matching.tell_alike(desk, one, other)
    assert set(matching.alike(desk, [one, other])) == {one, other}


@pytest.mark.parametrize("pair", [(1, 99), (99, 1), (1, 1)])
def test_only_two_persons_of_the_registry_can_be_told_apart(desk: Desk, pair: tuple[int, int]) -> None:
    register(desk, LOUBNA)
    for act in (matching.tell_apart, matching.tell_alike):
        with pytest.raises(InputError):
            act(desk, *pair)


def test_a_link_to_somebody_who_became_a_confidential_source_is_not_named(desk: Desk) -> None:
    source = PersonDraft(role="reporter", first_names="Loubna", last_name="El Mithal", phone="06-00123456")
    made = register(desk, source, source_capacity="professional")
    (known,) = made.persons
    named = matching.known(desk, known)
    assert named is not None
    assert (named.name, named.signals) == ("Loubna El Mithal", ((made.created, made.reference),))
    assert made.created is not None
    told = SignalDraft(
        kind="signal", received_on="20-11-2026", narrative="Een verzonnen melding.", source_confidential=True
    )
    amending.amend_signal(desk, made.created, 1, told)
    assert matching.known(desk, known) is None


def test_closing_the_desk_forgets_the_names(desk: Desk) -> None:
    register(desk, LOUBNA)
    assert matching.possibly_same(desk, TYPED).found
    desk.close()
    assert desk.matcher is None


def test_every_way_to_agree_has_its_words_in_both_languages() -> None:
    names = {"same", "sound", "close", "begin", "partly", "moved", "other"}
    hows = dict.fromkeys(weighing.FIELD_NAMES, names)
    hows |= {"birth": {how for how, _ in weighing.BIRTH_HOW.values()}, "phone": {*weighing.PHONE_NEARNESS}}
    for language in wording.LANGUAGES:
        told = [
            wording.say(f"match.seen_{f}_{how}", lang=language) for f, some in hows.items() for how in some
        ]
        assert all(told)
