"""Correcting: what it said before stays to be read, nobody's work is written over, the clocks follow the kind."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mhdesk.desk import amending, informing, kinds, referring, signals, verifying
from mhdesk.domain import amending as drafts
from mhdesk.domain.change import Change
from mhdesk.domain.informing import InformDraft, State
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.referrals import ReferralDraft
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.domain.sources import source_for_outside
from mhdesk.domain.views import InvolvementView, SignalDetails, SignalFilter
from mhdesk.errors import ConflictError, InputError
from mhdesk.store import involvements
from tests.desk.drafts import a_notification
from tests.desk.test_referring import lines
from tests.store.trying import everything

if TYPE_CHECKING:
    from collections.abc import Callable

    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

TERM = date(2026, 12, 23)


def register(desk: Desk, **changes: object) -> SignalDetails:
    number = signals.register(desk, a_notification(**changes)).created
    assert number is not None
    return signals.details(desk, number)


def amend(desk: Desk, opened: SignalDetails, **changes: object) -> Change:
    """Correct a signal as it was when somebody opened it."""
    draft = drafts.signal_draft(opened)
    for name, value in changes.items():
        setattr(draft, name, value)
    return amending.amend_signal(desk, opened.id, opened.version, draft)


def amend_person(desk: Desk, signal_id: int, opened: InvolvementView, **changes: str) -> Change:
    draft = drafts.person_draft(opened)
    for name, value in changes.items():
        setattr(draft, name, value)
    assert opened.person_id is not None
    return amending.amend_person(desk, signal_id, opened.person_id, opened.person_version, draft)


def again(desk: Desk, details: SignalDetails) -> SignalDetails:
    return signals.details(desk, details.id)


def clocks(desk: Desk, number: int = 1) -> list[tuple[State, date | None, date | None]]:
    concerned = signals.details(desk, number).involvements
    return [(one.inform_state, one.inform_due, one.duty_on) for one in concerned]


def found(desk: Desk, typed: str) -> list[int]:
    return list(signals.ids(desk, SignalFilter(search=typed)))


def test_what_is_corrected_is_shown_and_what_it_said_stays(desk: Desk, clock: StoppedClock) -> None:
    opened = register(desk, received_time="23.40", source_capacity="professional")
    clock.go_on(hours=3)
    amend(
        desk,
        opened,
        municipality="GM0406",
        narrative="Negen mensen, geen acht.",
        received_time="",
        other_forms=["sexual_exploitation"],
        source_confidential=True,
    )
    shown = again(desk, opened)
    assert (shown.municipality, shown.narrative, shown.received_time) == (
        "GM0406",
        "Negen mensen, geen acht.",
        "",
    )
    assert (shown.other_forms, shown.source_confidential) == (("sexual_exploitation",), True)
    (before,) = shown.history
    assert (before.version, before.changed_by) == (opened.version, "Noor Denkbeeld")
    assert before.changed_at == clock.moment
    assert before.earlier == {
        "municipality": "GM0402",
        "narrative": opened.narrative,
        "received_time": "23:40",
        "other_forms": [],
        "source_confidential": False,
    }


def test_a_source_is_secret_by_what_is_known_of_it(desk: Desk) -> None:
    opened = register(desk)
    assert opened.source_confidential
    assert source_for_outside(opened) == ""
    told = {"discipline": "police", "organisation": "Basisteam Proef", "source_confidential": False}
    amend(desk, opened, source_capacity="professional", **told)
    named = again(desk, opened)
    assert source_for_outside(named) == "politie, Basisteam Proef"
    amend(desk, named, source_ground="threat_to_victim", source_consent="given")
    secret = again(desk, named)
    assert (secret.source_confidential, secret.source_consent) == (True, "")
    assert source_for_outside(secret) == ""
    assert {"source_ground", "source_confidential"} == secret.history[0].earlier.keys()


def test_a_signal_is_found_by_what_it_says_now_only(desk: Desk) -> None:
    opened = register(desk)
    amend(desk, opened, narrative="Gezien bij de manege.", organisation="Stichting Proefhuis")
    assert found(desk, "manege") == found(desk, "proefhuis") == [1]
    assert found(desk, "vakantiepark") == []
    assert verifying.verify(desk) == []


def test_nothing_happens_when_nothing_differs(desk: Desk) -> None:
    opened = register(
        desk, persons=[PersonDraft(last_name="Voorbeeld", birth="ca. 24 jr", phone="06-12344202")]
    )
    before = everything(desk.database)
    before.pop("audit_event"), before.pop("audit_subject")
    assert amend(desk, opened) == Change("signal.amended")
    assert amend_person(desk, 1, opened.involvements[0]) == Change("person.amended")
    after = everything(desk.database)
    after.pop("audit_event"), after.pop("audit_subject")
    assert after == before
    assert lines(desk, "signal.amended") == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"received_on": ""}, "received_on"),
        ({"received_on": "24-11-2026"}, "received_on"),
        ({"received_time": "25:00"}, "received_time"),
        ({"municipality": "Nergens"}, "municipality"),
    ],
)
def test_what_may_not_be_typed_may_not_be_corrected_either(
    desk: Desk, changes: dict[str, str], field: str
) -> None:
    opened = register(desk)
    with pytest.raises(ProblemsError) as refused:
        amend(desk, opened, **changes)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert again(desk, opened) == opened


def test_the_log_names_everybody_and_what_changed_without_what_it_says(desk: Desk) -> None:
    opened = register(desk)
    amend(desk, opened, municipality="GM0406", narrative="Iets anders.")
    assert lines(desk, "signal.amended") == [
        ("signal", 1, None),
        ("involvement", 1, 1),
        ("involvement", 2, 2),
    ]
    details = desk.database.connection.exec_driver_sql(
        "SELECT details FROM audit_event ORDER BY seq DESC"
    ).scalar()
    assert details == "changed=municipality,narrative"
    amend_person(desk, 1, opened.involvements[0], last_name="Bedacht")
    assert lines(desk, "person.amended") == [("person", 1, 1)]


class TestConflicts:
    """Somebody else corrected the same record in between."""

    def test_who_comes_second_is_told_and_writes_nothing(self, desk: Desk) -> None:
        opened = register(desk)
        amend(desk, opened, municipality="GM0406")
        with pytest.raises(ConflictError) as refused:
            amend(desk, opened, narrative="Van een ander.")
        assert refused.value.params == {"record": "signal", "id": 1, "version": 2}
        assert again(desk, opened).municipality == "GM0406"
        assert again(desk, opened).narrative == opened.narrative

    def test_the_same_correction_twice_is_no_conflict(self, desk: Desk) -> None:
        opened = register(desk)
        amend(desk, opened, municipality="GM0406")
        assert amend(desk, opened, municipality="GM0406") == Change("signal.amended")

    def test_another_status_or_another_person_stands_in_nobodys_way(self, desk: Desk) -> None:
        opened = register(desk)
        signals.change_status(desk, 1, "closed", "Klaar.")
        amending.add_person(desk, 1, PersonDraft(first_names="Mai"))
        amend(desk, opened, municipality="GM0406")
        assert (again(desk, opened).status, again(desk, opened).municipality) == ("closed", "GM0406")

    def test_a_correction_that_was_undone_stands_in_nobodys_way(self, desk: Desk) -> None:
        opened = register(desk)
        amend(desk, opened, municipality="GM0406")
        amend(desk, again(desk, opened), municipality="GM0402")
        amend(desk, opened, narrative="Van een ander.")
        assert again(desk, opened).narrative == "Van een ander."

    @pytest.mark.parametrize("version", [0, -1, 2, 99])
    def test_a_version_that_never_was_is_refused(self, desk: Desk, version: int) -> None:
        opened = register(desk)
        draft = replace(drafts.signal_draft(opened), municipality="GM0406")
        with pytest.raises(ConflictError):
            amending.amend_signal(desk, 1, version, draft)

    def test_what_another_signal_completed_is_not_written_over(self, desk: Desk) -> None:
        lina = PersonDraft(first_names="Lina", last_name="Voorbeeld", phone="0612344202")
        one = register(desk, persons=[lina]).involvements[0]
        register(desk, persons=[replace(lina, birth="12-05-2004")])
        with pytest.raises(ConflictError) as refused:
            amend_person(desk, 1, one, last_name="Bedacht")
        assert refused.value.params == {"record": "person", "id": 1, "version": 2}

    def test_two_threads_on_one_record(self, registry: ReadyRegistry, clock: StoppedClock) -> None:
        """Both have seen the same; whoever comes second, which nobody can say, is told."""
        desk = registry.open(clock)
        opened = register(desk)
        desk.close()
        told: dict[str, object] = {}
        alone = threading.Lock()  # the registry is open once at a time

        def correct(name: str) -> None:
            with alone:
                mine = registry.open(clock)
                try:
                    told[name] = amend(mine, opened, narrative=name).verb
                except ConflictError as error:
                    told[name] = error.params
                mine.close()

        names = ("Noor zag negen.", "Bram zag tien.")
        threads = [threading.Thread(target=correct, args=(name,)) for name in names]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        (first,) = (name for name, what in told.items() if what == "signal.amended")
        assert [what for name, what in told.items() if name != first] == [
            {"record": "signal", "id": 1, "version": 2}
        ]
        desk = registry.open(clock)
        assert again(desk, opened).narrative == first
        desk.close()


class TestBoth:
    """What stands between two corrections, and taking one back."""

    def test_each_field_says_who_changed_it(self, desk: Desk) -> None:
        opened = register(desk)
        amend(desk, opened, municipality="GM0406", organisation="Proefhuis")
        mine = replace(drafts.signal_draft(opened), narrative="Negen.", organisation="Nergens")
        found = amending.signal_conflict(desk, 1, opened.version, mine)
        assert (found.version, found.changed_by) == (2, "Noor Denkbeeld")
        assert {
            (d.field, d.mine, d.theirs, d.i_changed_it, d.they_changed_it) for d in found.differences
        } == {
            ("municipality", "GM0402", "GM0406", False, True),
            ("organisation", "Nergens", "Proefhuis", True, True),
            ("narrative", "Negen.", opened.narrative, True, False),
        }

    def test_a_birth_is_one_field(self, desk: Desk) -> None:
        one = register(desk).involvements[0]
        amend_person(desk, 1, one, birth="2003")
        found = amending.person_conflict(desk, 1, 1, 1, replace(drafts.person_draft(one), birth="ca. 2004"))
        assert [(d.field, d.mine, d.theirs) for d in found.differences] == [("birth", "ca. 2004", "2003")]

    def test_a_draft_of_a_version_that_is_unknown_counts_as_changed_by_both(self, desk: Desk) -> None:
        opened = register(desk)
        found = amending.signal_conflict(desk, 1, 9, replace(drafts.signal_draft(opened), narrative="Negen."))
        assert [(d.i_changed_it, d.they_changed_it) for d in found.differences] == [(True, True)]

    def test_what_was_taken_back_is_in_the_history_twice(self, desk: Desk) -> None:
        opened = register(desk)
        before, after = drafts.signal_draft(opened), replace(drafts.signal_draft(opened), narrative="Negen.")
        amending.amend_signal(desk, 1, opened.version, after)
        amending.undo_signal(desk, 1, before, after)
        shown = again(desk, opened)
        assert shown.narrative == opened.narrative
        assert [one.earlier["narrative"] for one in shown.history] == ["Negen.", opened.narrative]
        with pytest.raises(ConflictError, match=r"desk\.changed_since"):
            amending.undo_signal(desk, 1, before, after)

    def test_a_person_is_taken_back_alike(self, desk: Desk) -> None:
        one = register(desk).involvements[0]
        before, after = drafts.person_draft(one), replace(drafts.person_draft(one), last_name="Bedacht")
        amending.amend_person(desk, 1, 1, one.person_version, after)
        amending.undo_person(desk, 1, 1, before, after)
        assert signals.details(desk, 1).involvements[0].last_name == "Voorbeeld"
        with pytest.raises(ConflictError, match=r"desk\.changed_since"):
            amending.undo_person(desk, 1, 1, before, after)


FIELDS = {
    "narrative": ["Acht mensen.", "Negen mensen.", "Tien mensen."],
    "municipality": ["GM0402", "GM0406", "unknown"],
    "organisation": ["", "Proefhuis", "Stichting Nergens"],
}
STEPS = st.lists(
    st.tuples(
        st.integers(0, 2),  # who
        st.sampled_from(["open", "save", "choose"]),
        st.sampled_from(sorted(FIELDS)),
        st.integers(0, 2),
    ),
    max_size=14,
)


class TestInterleaving:
    """Three people open, type, save and choose in any order."""

    @settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(steps=STEPS)
    def test_no_correction_is_ever_lost(self, desk: Desk, steps: list[tuple[int, str, str, int]]) -> None:
        first = register(desk)
        seen = dict.fromkeys(range(3), first)
        said = [{name: getattr(first, name) for name in FIELDS}]
        for who, what, name, number in steps:
            value = FIELDS[name][number]
            if what != "save":
                seen[who] = again(desk, first)
            if what == "open":
                continue
            base = {field: getattr(seen[who], field) for field in FIELDS}
            try:
                amend(desk, seen[who], **{name: value})
            except ConflictError:
                assert said[-1] != base  # nobody is stopped by nobody
            else:
                now = base | {name: value}
                assert said[-1] in (base, now)  # nobody writes over what they have not seen
                if now != said[-1]:
                    said.append(now)
        shown = again(desk, first)
        assert {field: getattr(shown, field) for field in FIELDS} == said[-1]
        for (earlier, later), kept in zip(pairwise(said), reversed(shown.history), strict=True):
            assert kept.earlier == {name: earlier[name] for name in FIELDS if earlier[name] != later[name]}


class TestKinds:
    """A signal becomes a notification, and the other way round: never by way of a correction."""

    def test_a_correction_changes_no_kind_and_ends_no_task(self, desk: Desk) -> None:
        opened = register(desk)
        assert amend(desk, opened, kind="signal") == Change("signal.amended")
        amend(desk, opened, kind="signal", municipality="GM0406")
        now = again(desk, opened)
        assert (now.kind, now.municipality) == ("notification", "GM0406")
        assert now.tasks == opened.tasks
        assert now.history[0].earlier == {"municipality": opened.municipality}

    def test_a_correction_begun_before_makes_no_notification_of_it_again(self, desk: Desk) -> None:
        opened = register(desk)
        kinds.convert(desk, 1, "signal", "Een vergissing.")
        amend(desk, opened, municipality="GM0406")
        assert (again(desk, opened).kind, again(desk, opened).municipality) == ("signal", "GM0406")

    def test_a_signal_that_becomes_a_notification_starts_the_clocks_today(
        self, desk: Desk, clock: StoppedClock
    ) -> None:
        witness = PersonDraft(role="witness", first_names="Ilse")
        opened = register(desk, kind="signal", persons=[*a_notification().persons, witness])
        assert clocks(desk)[0] == (State.UNDECIDED, None, None)
        clock.go_on(days=2)
        kinds.convert(desk, 1, "notification")
        due = date(2026, 12, 25)
        assert clocks(desk) == [(State.UNDECIDED, due, due)] * 2 + [(State.NONE_NEEDED, None, None)]
        assert again(desk, opened).history[0].earlier == {"kind": "signal"}
        assert again(desk, opened).involvements[0].term_source != ""

    def test_who_was_told_of_before_is_due_today(self, desk: Desk) -> None:
        opened = register(desk, kind="signal")
        victim = opened.involvements[0].id
        refer = ReferralDraft(1, victim, 1, purpose="care", basis="consent_oral", referred_on="21-11-2026")
        referring.refer(desk, refer)
        kinds.convert(desk, 1, "notification")
        assert [due for _, due, _ in clocks(desk)] == [date(2026, 11, 23), TERM]

    def test_what_was_decided_keeps_its_own_day(self, desk: Desk) -> None:
        opened = register(desk, kind="signal")
        decide = InformDraft(
            opened.involvements[0].id,
            "not_yet",
            ground="safety_victim",
            legal_ground="uavg_41_1_i",
            weighing={"risks": "Later weer."},
            reasoning="Gevaar.",
            decided_by="Noor",
            decided_on="23-11-2026",
            review_on="01-12-2026",
        )
        informing.decide(desk, decide)
        kinds.convert(desk, 1, "notification")
        assert clocks(desk)[0] == (State.NOT_YET, TERM, date(2026, 12, 1))

    def test_a_mistake_of_today_is_taken_back_with_its_clocks(self, desk: Desk) -> None:
        register(desk, kind="signal")
        kinds.convert(desk, 1, "notification")
        kinds.convert(desk, 1, "signal", "Een vergissing.")
        assert clocks(desk) == [(State.UNDECIDED, None, None)] * 2

    def test_a_clock_that_runs_is_not_stopped_by_another_word(self, desk: Desk, clock: StoppedClock) -> None:
        register(desk)
        clock.go_on(days=1)
        kinds.convert(desk, 1, "signal", "Een vergissing.")
        assert clocks(desk) == [(State.UNDECIDED, TERM, TERM)] * 2

    def test_a_notification_names_somebody(self, desk: Desk) -> None:
        register(desk, kind="signal", persons=[])
        with pytest.raises(ProblemsError) as refused:
            kinds.convert(desk, 1, "notification")
        assert [problem.code for problem in refused.value.problems] == ["desk.notification_needs_person"]
        amending.add_person(desk, 1, PersonDraft(first_names="Mai"))
        kinds.convert(desk, 1, "notification")
        assert clocks(desk) == [(State.UNDECIDED, TERM, TERM)]


class TestPersons:
    """What is known of somebody is corrected everywhere."""

    def test_is_shown_and_found_in_every_signal(self, desk: Desk) -> None:
        lina = PersonDraft(first_names="Lina", last_name="Vorbeeld", phone="0612344202")
        one = register(desk, persons=[lina]).involvements[0]
        register(desk, persons=[lina])
        change = amend_person(desk, 1, one, last_name="Voorbeeld", birth="ca. 2004", phone="0600000012")
        assert change.signals | change.persons == {1, 2}
        assert change.persons == {1}
        assert found(desk, "voorbeeld") == found(desk, "0600000012") == [2, 1]
        assert found(desk, "vorbeeld") == found(desk, "0612344202") == []
        shown = signals.details(desk, 2).involvements[0]
        assert (shown.name, shown.birth and shown.birth.estimated) == ("Lina Voorbeeld", True)
        assert shown.history[0].earlier == {
            "last_name": "Vorbeeld",
            "birth_on": "",
            "birth_estimated": False,
            "phone": "+31612344202",
        }
        assert verifying.verify(desk) == []

    def test_is_recognised_by_what_is_right_only(self, desk: Desk) -> None:
        wrong = PersonDraft(first_names="Lina", last_name="Voorbeeld", phone="0612344202")
        one = register(desk, persons=[wrong]).involvements[0]
        amend_person(desk, 1, one, phone="0600000012")
        register(desk, persons=[replace(wrong, phone="0600000012")])
        register(desk, persons=[wrong])
        assert [signals.details(desk, n).involvements[0].person_id for n in (2, 3)] == [1, 2]

    def test_a_birth_that_is_no_guess_any_more_was_one(self, desk: Desk) -> None:
        one = register(desk, persons=[PersonDraft(last_name="X", birth="ca. 2004")]).involvements[0]
        amend_person(desk, 1, one, birth="2004")
        (before,) = signals.details(desk, 1).involvements[0].history
        assert before.earlier == {"birth_on": "2004", "birth_estimated": True}

    def test_keeps_every_rule_for_safe_contact_on_its_own_line(self, desk: Desk) -> None:
        one = register(desk, persons=[PersonDraft(last_name="X", safe_contact="Niet bellen.\nNiet na zes.")])
        amend_person(desk, 1, one.involvements[0], sex="female")
        assert again(desk, one).involvements[0].safe_contact == "Niet bellen.\nNiet na zes."

    def test_of_another_signal_is_nobody_here(self, desk: Desk) -> None:
        register(desk, persons=[PersonDraft(first_names="Mai")])
        register(desk, persons=[PersonDraft(first_names="Roman")])
        with pytest.raises(InputError, match=r"desk\.no_such_person"):
            amending.amend_person(desk, 1, 2, 1, PersonDraft(first_names="Ilse"))

    @pytest.mark.parametrize(
        ("draft", "field"),
        [
            (PersonDraft(), "first_names"),
            (PersonDraft(last_name="X", birth="30-02-2004"), "birth"),
            (PersonDraft(last_name="X", phone="bel maar"), "phone"),
            (PersonDraft(last_name="X", role="buurman"), "role"),
        ],
    )
    def test_are_asked_the_same_as_in_the_form(self, desk: Desk, draft: PersonDraft, field: str) -> None:
        register(desk)
        with pytest.raises(ProblemsError) as refused:
            amending.amend_person(desk, 1, 1, 1, draft)
        assert [problem.field for problem in refused.value.problems] == [field]
        with pytest.raises(ProblemsError) as refused:
            amending.add_person(desk, 1, draft)
        assert [problem.field for problem in refused.value.problems] == [field]


class TestAdding:
    """Somebody more is concerned."""

    def test_in_a_notification_starts_a_clock_of_its_own(self, desk: Desk, clock: StoppedClock) -> None:
        opened = register(desk)
        clock.go_on(days=3)
        change = amending.add_person(desk, 1, PersonDraft(role="aggressor", first_names="Roman"))
        assert clocks(desk)[2] == (State.UNDECIDED, date(2026, 12, 26), date(2026, 12, 26))
        assert change.created == again(desk, opened).involvements[2].id
        assert again(desk, opened).history[0].earlier == {"involvements": [1, 2]}
        assert lines(desk, "signal.person_added") == [("involvement", 3, 3), ("signal", 1, None)]
        assert found(desk, "roman") == [1]

    def test_in_a_signal_starts_none(self, desk: Desk) -> None:
        register(desk, kind="signal")
        amending.add_person(desk, 1, PersonDraft(first_names="Roman"))
        assert clocks(desk)[2] == (State.UNDECIDED, None, None)

    def test_to_advice_is_refused(self, desk: Desk) -> None:
        register(desk, kind="advice", persons=[])
        with pytest.raises(ProblemsError) as refused:
            amending.add_person(desk, 1, PersonDraft(first_names="Roman"))
        assert [problem.code for problem in refused.value.problems] == ["draft.advice_with_persons"]

    def test_who_is_known_already_is_the_same_person(self, desk: Desk) -> None:
        lina = PersonDraft(first_names="Lina", last_name="Voorbeeld", phone="0612344202")
        register(desk, persons=[lina])
        register(desk, persons=[PersonDraft(first_names="Mai")])
        change = amending.add_person(desk, 2, replace(lina, role="witness"))
        assert change.persons == {1}
        assert change.signals == {1, 2}

    def test_a_name_for_somebody_of_whom_nothing_was_known(self, desk: Desk) -> None:
        register(desk)
        nobody = {"signal_id": 1, "role": "possible_victim", "inform_state": State.NOT}
        with desk.database.writing() as connection:
            number = involvements.add(connection, nobody)
        change = amending.add_person(desk, 1, PersonDraft(first_names="Mai", involvement_id=number))
        somebody = signals.details(desk, 1).involvements[2]
        assert (somebody.id, somebody.name, somebody.inform_state) == (change.created, "Mai", State.NOT)
        assert len(signals.details(desk, 1).involvements) == 3
        assert found(desk, "mai") == [1]


class TestDrafts:
    """What is shown, typed again without a change, says the same."""

    NAME = st.text(max_size=12)

    @settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(
        birth=st.sampled_from(["", "12-05-2004", "05-2004", "2004", "ca. 24 jr", "24", "ca. 2004"]),
        phone=st.sampled_from(["", "0612344202", "+49 30 901820", "035 1234567", "+1 202 555 0100"]),
        first=NAME,
        told=st.text(max_size=40),
        other=st.lists(st.sampled_from(["sexual_exploitation", "labour_exploitation"]), max_size=3),
    )
    def test_say_what_was_said(
        self, desk: Desk, birth: str, phone: str, first: str, told: str, other: list[str]
    ) -> None:
        person = PersonDraft(first_names=first, last_name="X", birth=birth, phone=phone, safe_contact=told)
        number = signals.register(
            desk, a_notification(persons=[person], narrative=told, other_forms=other)
        ).created
        assert number is not None
        opened = signals.details(desk, number)
        assert amend(desk, opened) == Change("signal.amended")
        assert amend_person(desk, number, opened.involvements[0]) == Change("person.amended")


@pytest.mark.parametrize(
    "call",
    [
        lambda desk: amending.amend_signal(desk, 9, 1, SignalDraft()),
        lambda desk: amending.add_person(desk, 9, PersonDraft(first_names="Mai")),
        lambda desk: amending.amend_person(desk, 9, 1, 1, PersonDraft(first_names="Mai")),
    ],
)
def test_a_signal_that_is_gone_says_so(desk: Desk, call: Callable[[Desk], object]) -> None:
    with pytest.raises(InputError, match=r"desk\.no_such_signal"):
        call(desk)
