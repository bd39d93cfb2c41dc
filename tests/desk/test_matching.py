"""Who comes up while a person is typed, and who must not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import amending, destroying, signals
from mhdesk.desk.matching import Matcher
from mhdesk.domain.destroying import DestroyDraft
from mhdesk.domain.people import Role, User
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.errors import NotAllowedError
from mhdesk.linkage import Level

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from mhdesk.domain.change import Change

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
    matcher = Matcher(desk)
    assert list(matcher.prepare())
    assert matcher.ready
    return matcher


def found(matcher: Matcher, draft: PersonDraft = TYPED) -> list[int]:
    return [each.person_id for each in matcher.candidates(draft)]


def test_somebody_known_comes_up_with_the_reasons_and_the_signals(desk: Desk) -> None:
    first, second = register(desk, LOUBNA), register(desk, LOUBNA)
    (known,) = prepared(desk).candidates(TYPED)
    assert {known.person_id} == first.persons == second.persons
    assert known.level in {Level.CERTAIN, Level.PROBABLE}
    assert [(field.field, field.how) for field in known.fields] == [
        ("first_names", "sound"),
        ("last_name", "same"),
        ("birth", "same"),
    ]
    assert known.signals == (second.created, first.created)


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
    change = register(desk, source, source_confidential=True)
    matcher = prepared(desk)
    assert found(matcher) == []
    matcher.follow(change)
    assert found(matcher) == []


def test_a_source_who_is_also_a_victim_comes_up_without_the_signal_of_the_source(desk: Desk) -> None:
    source = PersonDraft(role="reporter", first_names="Loubna", last_name="El Mithal", phone="06-00123456")
    matcher = prepared(desk)
    told = register(desk, source, source_confidential=True)
    matcher.follow(told)
    other = register(desk, LOUBNA)
    matcher.follow(other)
    assert told.persons == other.persons
    assert [each.signals for each in matcher.candidates(TYPED)] == [(other.created,)]


def test_what_is_registered_corrected_and_destroyed_is_followed(desk: Desk) -> None:
    matcher = prepared(desk)
    made = register(desk, LOUBNA)
    matcher.follow(made)
    (known,) = made.persons
    assert found(matcher) == [known]

    assert made.created is not None
    corrected = PersonDraft(first_names="Loubna", last_name="Verzinsel", birth="12-05-1991")
    matcher.follow(amending.amend_person(desk, made.created, known, 1, corrected))
    renamed = matcher.candidates(PersonDraft(last_name="Verzinsel", birth="12-05-1991"))
    assert [(each.person_id, each.fields[0].how) for each in renamed] == [(known, "same")]

    matcher.follow(destroying.destroy(desk, [made.created], DestroyDraft("unfounded", "Samira Proef")))
    assert found(matcher) == found(matcher, corrected) == []


def test_a_source_that_becomes_confidential_goes_at_once(desk: Desk) -> None:
    source = PersonDraft(role="reporter", first_names="Loubna", last_name="El Mithal", phone="06-00123456")
    made = register(desk, source)
    matcher = prepared(desk)
    assert len(found(matcher)) == 1
    assert made.created is not None
    told = SignalDraft(
        kind="signal",
        received_on="20-11-2026",
        narrative="Een verzonnen melding.",
        source_confidential=True,
    )
    matcher.follow(amending.amend_signal(desk, made.created, 1, told))
    assert found(matcher) == []


def test_reading_everybody_takes_breath(desk: Desk) -> None:
    for number in range(3):
        register(
            desk, PersonDraft(first_names=f"Test{number}", last_name="Fictief", phone=f"06-0000000{number}")
        )
    assert list(Matcher(desk).prepare(slice_seconds=0)) == [3, 3]


def test_whoever_may_not_read_may_not_compare(desk: Desk) -> None:
    desk.user = User(desk.user.id, desk.user.name, Role.ADMINISTRATOR)
    with pytest.raises(NotAllowedError):
        Matcher(desk)
