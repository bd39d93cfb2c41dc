"""Relations within a signal, roles that are corrected, and a record that becomes another kind."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mhdesk.desk import amending, informing, kinds, relating, roles, signals, today, triaging
from mhdesk.domain.informing import InformDraft, State
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.relations import RelationDraft
from mhdesk.domain.roles import RoleDraft
from mhdesk.domain.signals import AGGRESSOR, ROLES_TO_INFORM, VICTIM, PersonDraft
from mhdesk.domain.terms import WorkTerm
from mhdesk.domain.views import InvolvementView, SignalDetails, TodayKind
from mhdesk.errors import InputError
from tests.desk.drafts import a_notification
from tests.desk.test_informing import not_yet

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import StoppedClock

TERM = date(2026, 12, 23)


@pytest.fixture
def opened(desk: Desk) -> Desk:
    """Return a desk with a notification of a victim and an aggressor."""
    signals.register(desk, a_notification())
    return desk


def shown(desk: Desk, number: int = 1) -> SignalDetails:
    return signals.details(desk, number)


def people(desk: Desk) -> tuple[InvolvementView, ...]:
    return shown(desk).involvements


def codes(refused: pytest.ExceptionInfo[ProblemsError]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


class TestRelations:
    """What one is of another."""

    def test_is_shown_with_what_was_said_before(self, opened: Desk) -> None:
        made = relating.relate(opened, 1, RelationDraft(2, "parent_of", 1)).created
        assert made is not None
        (one,) = shown(opened).relations
        assert (one.involvement_id, one.kind, one.other_id) == (2, "parent_of", 1)
        relating.unrelate(opened, made)
        assert shown(opened).relations == ()
        assert [step.earlier for step in shown(opened).history] == [
            {"relations": [[2, "parent_of", 1]]},
            {"relations": []},
        ]

    def test_is_said_once_and_of_people_of_this_signal(self, opened: Desk) -> None:
        signals.register(opened, a_notification())
        relating.relate(opened, 1, RelationDraft(2, "parent_of", 1))
        for draft, code in (
            (RelationDraft(2, "parent_of", 1), "relation.known"),
            (RelationDraft(2, "parent_of", 3), "relation.other_missing"),
            (RelationDraft(2, "parent_of", 2), "relation.of_oneself"),
        ):
            with pytest.raises(ProblemsError) as refused:
                relating.relate(opened, 1, draft)
            assert codes(refused) == [code]

    def test_of_somebody_who_is_added_is_said_with_it(self, opened: Desk) -> None:
        father = PersonDraft(role=AGGRESSOR, first_names="Ab", relation="parent_of", related_to=1)
        amending.add_person(opened, 1, father)
        (one,) = shown(opened).relations
        assert (one.involvement_id, one.kind, one.other_id) == (3, "parent_of", 1)
        with pytest.raises(ProblemsError) as refused:
            amending.add_person(opened, 1, PersonDraft(first_names="Bo", relation="parent_of", related_to=9))
        assert [problem.field for problem in refused.value.problems] == ["related_to"]

    def test_that_is_gone_says_so(self, opened: Desk) -> None:
        with pytest.raises(InputError, match=r"relation\.gone"):
            relating.unrelate(opened, 9)

    def test_does_not_stand_in_the_way_of_a_correction_that_began_before(self, opened: Desk) -> None:
        version = shown(opened).version
        relating.relate(opened, 1, RelationDraft(2, "parent_of", 1))
        amending.amend_signal(opened, 1, version, a_notification(municipality="GM0406"))
        assert shown(opened).municipality == "GM0406"


class TestRoles:
    """In which role somebody is concerned is corrected, and decisions follow."""

    def test_a_role_without_a_decision_closes_what_was_due_and_says_why(self, opened: Desk) -> None:
        informing.decide(opened, not_yet(1))
        with pytest.raises(ProblemsError) as refused:
            roles.change_role(opened, RoleDraft(1, "witness"))
        assert codes(refused) == ["desk.role_reason_missing"]
        roles.change_role(opened, RoleDraft(1, "witness", "Zij zag het alleen."))
        one = people(opened)[0]
        assert (one.role, one.inform_state, one.duty_on) == ("witness", State.NONE_NEEDED, None)
        assert len(one.decisions) == 1
        assert shown(opened).history[0].earlier == {"roles": {"1": VICTIM}}
        assert shown(opened).notes[-1].text == "Zij zag het alleen."

    def test_a_mistake_that_is_taken_back_gives_nobody_more_time(
        self, opened: Desk, clock: StoppedClock
    ) -> None:
        informing.decide(opened, not_yet(2))
        for number in (1, 2):
            if number == 2:
                roles.change_role(opened, RoleDraft(1, VICTIM))
            roles.change_role(opened, RoleDraft(number, "witness", "Vergissing."))
            clock.go_on(days=3)
        roles.change_role(opened, RoleDraft(2, AGGRESSOR))
        victim, aggressor = people(opened)
        assert (victim.inform_state, victim.inform_due, victim.duty_on) == (State.UNDECIDED, TERM, TERM)
        assert (aggressor.inform_state, aggressor.duty_on) == (State.NOT_YET, date(2026, 12, 7))

    def test_a_role_that_needs_informing_starts_its_term_from_the_day(
        self, opened: Desk, clock: StoppedClock
    ) -> None:
        amending.add_person(opened, 1, PersonDraft(role="witness", first_names="Ilse"))
        clock.go_on(days=4)
        roles.change_role(opened, RoleDraft(3, VICTIM))
        one = people(opened)[2]
        assert (one.inform_state, one.duty_on) == (State.UNDECIDED, date(2026, 12, 27))
        assert one.term_source

    def test_between_victim_and_aggressor_everything_stays_where_it_is(self, opened: Desk) -> None:
        informing.decide(opened, not_yet(1))
        before = people(opened)[0]
        roles.change_role(opened, RoleDraft(1, AGGRESSOR))
        after = people(opened)[0]
        assert (after.inform_state, after.duty_on) == (before.inform_state, before.duty_on)

    def test_a_notification_keeps_somebody_to_inform(self, opened: Desk) -> None:
        roles.change_role(opened, RoleDraft(1, "child", "Is het kind."))
        with pytest.raises(ProblemsError) as refused:
            roles.change_role(opened, RoleDraft(2, "witness", "Was erbij."))
        assert codes(refused) == ["draft.notification_without_person"]

    def test_what_it_says_already_changes_nothing(self, opened: Desk) -> None:
        change = roles.change_role(opened, RoleDraft(1, VICTIM))
        assert not change.signals

    def test_the_same_person_in_two_roles_is_seen_from_other_signals(self, opened: Desk) -> None:
        lina = people(opened)[0].person_id
        signals.register(opened, a_notification(persons=[PersonDraft(role=AGGRESSOR, person_id=lina)]))
        assert people(opened)[0].roles_elsewhere == (AGGRESSOR,)
        assert shown(opened, 2).involvements[0].roles_elsewhere == (VICTIM,)


class TestKinds:
    """Advice, signal and notification become each other, with what that starts and ends."""

    def test_a_signal_becomes_a_notification_and_its_clocks_start(
        self, desk: Desk, clock: StoppedClock
    ) -> None:
        signals.register(desk, a_notification(kind="signal"))
        clock.go_on(days=2)
        kinds.convert(desk, 1, "notification")
        assert {one.duty_on for one in people(desk)} == {date(2026, 12, 25)}
        assert {task.kind for task in shown(desk).tasks} == {*triaging.BEGUN_BY_NOTIFICATION}
        assert shown(desk).history[0].earlier == {"kind": "signal"}

    def test_what_is_no_notification_says_why_and_ends_its_work(
        self, opened: Desk, clock: StoppedClock
    ) -> None:
        with pytest.raises(ProblemsError) as refused:
            kinds.convert(opened, 1, "signal", " ")
        assert codes(refused) == ["desk.reason_missing"]
        kinds.convert(opened, 1, "signal", "Zij werkt er uit vrije wil.")
        assert all(task.done_on for task in shown(opened).tasks)
        assert all(one.duty_on is None for one in people(opened))
        assert shown(opened).notes[-1].text == "Zij werkt er uit vrije wil."
        clock.go_on(days=1)
        kinds.convert(opened, 1, "notification")
        triage = next(task for task in shown(opened).tasks if task.kind == WorkTerm.SAFETY_ASSESSMENT)
        assert (triage.done_on, triage.due_on) == (None, date(2026, 11, 30))

    def test_advice_says_how_to_go_on(self, desk: Desk) -> None:
        signals.register(desk, a_notification(kind="advice", persons=[]))
        with pytest.raises(ProblemsError) as refused:
            kinds.convert(desk, 1, "notification")
        assert codes(refused) == ["desk.advice_first_signal"]
        kinds.convert(desk, 1, "signal")
        with pytest.raises(ProblemsError) as refused:
            kinds.convert(desk, 1, "notification")
        assert codes(refused) == ["desk.notification_needs_person"]
        amending.add_person(desk, 1, PersonDraft(first_names="Mai"))
        kinds.convert(desk, 1, "notification")
        with pytest.raises(ProblemsError) as refused:
            kinds.convert(desk, 1, "advice", "Toch een vraag.")
        assert codes(refused) == ["desk.advice_has_persons"]
        assert refused.value.problems[0].sentence()


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["role", "kind", "decide"]),
        st.integers(0, 1),
        st.sampled_from([VICTIM, AGGRESSOR, "witness", "child"]),
        st.integers(0, 5),
    ),
    max_size=10,
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(steps=STEPS)
def test_whatever_is_corrected_nobody_of_a_notification_is_forgotten(
    desk: Desk, clock: StoppedClock, steps: list[tuple[str, int, str, int]]
) -> None:
    """Each victim and aggressor of a notification is informed or has a day, on every course of corrections."""
    number = signals.register(desk, a_notification()).created or 0
    for what, place, role, days in steps:
        clock.go_on(days=days)
        one = shown(desk, number).involvements[place]
        try:
            if what == "role":
                roles.change_role(desk, RoleDraft(one.id, role, "Klopte niet."))
            elif what == "kind":
                other = "signal" if shown(desk, number).kind == "notification" else "notification"
                kinds.convert(desk, number, other, "Klopte niet.")
            else:
                day = desk.today().strftime("%d-%m-%Y")
                informing.decide(desk, InformDraft(one.id, "inform", decided_by="Noor", decided_on=day))
        except InputError:
            continue
    if shown(desk, number).kind != "notification":
        return
    waiting = {item.involvement_id: item.kind for item in today.items(desk)}
    for one in shown(desk, number).involvements:
        assert (one.id in waiting) is (one.role in ROLES_TO_INFORM)
        assert waiting.get(one.id) in {None, TodayKind.DECIDE, TodayKind.INFORM}
