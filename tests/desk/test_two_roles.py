"""Somebody who is victim and suspect at once: what is meant for one role says nothing of the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mhdesk.desk import informing, letters, signals
from mhdesk.domain.decision_story import story_of
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.letters import LetterDraft
from mhdesk.domain.letters import letters as composed
from mhdesk.domain.relations import in_both_roles, parties_of
from mhdesk.domain.signals import AGGRESSOR, PersonDraft
from tests.desk.drafts import a_notification
from tests.desk.test_informing import not_yet

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from mhdesk.domain.views import InvolvementView, SignalDetails

SAID = st.text("bcdfghjklmnpqrstvwxz", min_size=9, max_size=12)


def both_roles(desk: Desk) -> SignalDetails:
    """Return a notification in which one person is victim and aggressor, with a decision about each role."""
    lina = PersonDraft(first_names="Lina", last_name="Voorbeeld", phone="0612344202")
    number = signals.register(desk, a_notification(persons=[lina])).created or 0
    person_id = signals.details(desk, number).involvements[0].person_id
    again = a_notification(
        persons=[replace(lina, person_id=person_id), PersonDraft(role=AGGRESSOR, person_id=person_id)]
    )
    second = signals.register(desk, again).created or 0
    for one in signals.details(desk, second).involvements:
        informing.decide(desk, not_yet(one.id))
    return signals.details(desk, second)


def saying(one: InvolvementView, word: str) -> InvolvementView:
    """Return somebody whose decision says nothing but one word."""
    said = replace(
        one.decisions[0],
        reasoning=word,
        consulted=word,
        decided_by=word,
        told=word,
        informed_how=word,
        weighing=(("risks", word),),
    )
    return replace(one, decisions=(said,))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(words=st.tuples(SAID, SAID))
def test_story_and_letter_of_one_role_say_nothing_of_the_other(desk: Desk, words: tuple[str, str]) -> None:
    if words[0] in words[1] or words[1] in words[0]:
        return
    details = signals.details(desk, 2) if desk.info().signals else both_roles(desk)
    people = tuple(saying(one, word) for one, word in zip(details.involvements, words, strict=True))
    details = replace(details, involvements=people)
    assert all(in_both_roles(party, parties_of(people)) for party in parties_of(people))
    for one, mine, theirs in ((people[0], *words), (people[1], *words[::-1])):
        told = story_of(details, one).plain()
        assert mine in told
        assert theirs not in told
        written = composed(LetterDraft(one.id), one, letters.sender(desk), desk.today())
        lines = " ".join(line for letter in written for line in letter.lines())
        assert mine not in lines
        assert theirs not in lines


def test_each_role_has_a_decision_of_its_own(desk: Desk) -> None:
    details = both_roles(desk)
    first, second = details.involvements
    told = InformDraft(first.id, "inform", decided_by="Noor", decided_on="23-11-2026")
    informing.decide(desk, told)
    after = signals.details(desk, details.id).involvements
    assert [len(one.decisions) for one in after] == [2, 1]
    assert after[1].inform_state == second.inform_state
