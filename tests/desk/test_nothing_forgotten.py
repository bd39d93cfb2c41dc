"""No history leaves somebody forgotten: whoever must be informed is informed, rightly not, or waits with a day.

Hypothesis makes the histories over a real registry: any order of what people at two logins do, through the days on
which the clock changes, leap days, year ends and holidays, and with another type of organisation in the middle.
"""

from __future__ import annotations

import itertools
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from mhdesk.desk import amending, informing, kinds, referring, roles, signals, today, triaging
from mhdesk.domain import dates
from mhdesk.domain.four_eyes import Agreement
from mhdesk.domain.informing import InformDraft, State
from mhdesk.domain.people import Role, User
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft
from mhdesk.domain.roles import RoleDraft
from mhdesk.domain.signals import AGGRESSOR, ROLES_TO_INFORM, VICTIM, Kind, PersonDraft, SignalDraft, Status
from mhdesk.domain.terms import WorkTerm
from mhdesk.domain.triage import TriageDraft
from mhdesk.domain.views import TodayKind
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.errors import KnownError
from mhdesk.store import decisions, triages, users
from mhdesk.store import settings as kept
from mhdesk.store.schema import inform_agreement, involvement, signal, task
from mhdesk.store.values import to_day

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Row

    from tests.registry_fixtures import ReadyRegistry

STARTS: Final = (
    datetime(2026, 10, 24, 23, 30, tzinfo=UTC),  # within the hours in which the clock goes back
    datetime(2027, 3, 27, 22, 0, tzinfo=UTC),  # the night in which it goes forward, at Easter
    datetime(2027, 12, 23, 9, 0, tzinfo=UTC),
    datetime(2028, 2, 28, 12, 0, tzinfo=UTC),
    datetime(2029, 1, 31, 12, 0, tzinfo=UTC),  # a month later there is no 31st
)
ROLES: Final = st.sampled_from([VICTIM, AGGRESSOR, "witness", "reporter"])
WHICH: Final = st.integers(0, 5)
DAYS: Final = st.sampled_from([0, 1, 2, 14, 28, 29, 91, 366, 367])
LEGAL: Final = st.sampled_from([code for code in vocabulary("legal_grounds").codes() if code != "unknown"])
STANDING_OF: Final = frozenset({Agreement.AGREED})


class Clock:
    """A clock in UTC that tells the time here, as that of a computer does."""

    def __init__(self) -> None:
        self.moment = STARTS[0]

    def __call__(self) -> datetime:
        """Return the moment at which it stands."""
        return self.moment.astimezone()


class Histories(RuleBasedStateMachine):
    """What two people do with up to a handful of signals. A refusal is fine: it changes nothing."""

    ready: ReadyRegistry
    folders: itertools.count[int]
    place: Path

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.desk = self.ready.at(self.place / str(next(self.folders))).open(self.clock)  # type: ignore[arg-type]  # it tells the time
        self.desk.database.connection.exec_driver_sql("PRAGMA synchronous = OFF")
        self.logins = (self.desk.user, User(2, "Bram Verzonnen", Role.TEAM_LEAD))

    def teardown(self) -> None:
        self.everything_open_stands_on_today()
        self.desk.close()

    # --- what happens ---

    @initialize(start=st.sampled_from(STARTS))
    def begin(self, start: datetime) -> None:
        self.clock.moment = start
        self.report(Kind.NOTIFICATION, [VICTIM, AGGRESSOR])

    @rule(days=st.sampled_from([1, 3, 7, 30]), login=st.integers(0, 1))
    def time_goes_by(self, days: int, login: int) -> None:
        self.clock.moment += timedelta(days=days)
        self.desk.user = self.logins[login]

    @rule(kind=st.sampled_from([Kind.SIGNAL, Kind.NOTIFICATION]), who=st.lists(ROLES, min_size=1, max_size=3))
    def report(self, kind: Kind, who: list[str]) -> None:
        told = [PersonDraft(role=role, first_names=f"Proef{number}") for number, role in enumerate(who)]
        with suppress(KnownError):
            signals.register(
                self.desk,
                SignalDraft(kind=kind, received_on=self.day(), narrative="Verzonnen.", persons=told),
            )

    @rule(which=WHICH, role=ROLES)
    def somebody_more(self, which: int, role: str) -> None:
        with suppress(KnownError):
            amending.add_person(self.desk, self.a_signal(which), PersonDraft(role=role, first_names="Extra"))

    @rule(which=WHICH, role=ROLES)
    def another_role(self, which: int, role: str) -> None:
        with suppress(KnownError):
            roles.change_role(self.desk, RoleDraft(self.somebody(which), role, "Bleek een vergissing."))

    @rule(which=WHICH)
    def decide_to_inform(self, which: int) -> None:
        self.decide(self.decision(which, "inform"))

    @rule(which=WHICH)
    def tell(self, which: int) -> None:
        told = self.decision(which, "inform")
        self.decide(replace(told, informed_on=self.day(), informed_how="In een gesprek."))

    @rule(which=WHICH, legal=LEGAL, days=DAYS)
    def not_yet(self, which: int, legal: str, days: int) -> None:
        self.decide(self.waiting(which, "not_yet", legal, days))

    @rule(which=WHICH, legal=LEGAL, days=DAYS, agreed_by=st.sampled_from(["", "", "Jurist Voorbeeld"]))
    def never(self, which: int, legal: str, days: int, agreed_by: str) -> None:
        self.decide(replace(self.waiting(which, "not", legal, days), agreed_by=agreed_by))

    @rule(login=st.integers(0, 1), answer=st.sampled_from([Agreement.AGREED, Agreement.DISAGREED]))
    def answer_what_is_asked(self, login: int, answer: Agreement) -> None:
        self.desk.user = self.logins[login]
        for number in self.asked_about():
            with suppress(KnownError):
                informing.agree(self.desk, number, answer, "Zij is veilig.")

    @rule(which=WHICH, answered=st.booleans())
    def refer(self, which: int, answered: bool) -> None:
        draft = ReferralDraft(
            signal_id=self.a_signal(which),
            organisation_id=1,
            purpose="care",
            basis="consent_oral",
            referred_on=self.day(),
        )
        number = referring.refer(self.desk, draft).created
        if answered and number:
            referring.answer(self.desk, AnswerDraft(number, "waiting_list", self.day()))

    @rule(which=WHICH, kind=st.sampled_from(list(Kind)))
    def convert(self, which: int, kind: Kind) -> None:
        with suppress(KnownError):
            kinds.convert(self.desk, self.a_signal(which), kind, "Bleek iets anders.")

    @rule(which=WHICH, status=st.sampled_from(list(Status)))
    def close_or_open(self, which: int, status: Status) -> None:
        with suppress(KnownError):
            signals.change_status(self.desk, self.a_signal(which), status, "Klaar of toch niet.")

    @rule(which=WHICH, outcome=st.sampled_from(["hand_over", "investigation", "no_further_step"]))
    def triage(self, which: int, outcome: str) -> None:
        held = TriageDraft(self.a_signal(which), self.day(), ["vt_worker"], outcome=outcome, reasoning="Zo.")
        with suppress(KnownError):
            triaging.triage(self.desk, held)

    @rule(which=WHICH, days=st.none() | st.integers(-1, 12))
    def work(self, which: int, days: int | None) -> None:
        with suppress(KnownError):
            if days is None:
                triaging.finish(self.desk, self.a_task(which), "Gebeld en bedankt.")
            else:
                triaging.snooze(self.desk, self.a_task(which), self.day(days), "De arts is er dan.")

    @rule(kind=st.sampled_from(["veilig_thuis", "municipality"]))
    def another_organisation(self, kind: str) -> None:
        with self.desk.database.writing() as connection:
            kept.put(connection, {"organisation_type": kind})

    # --- what must hold ---

    @invariant()
    def nobody_is_forgotten(self) -> None:
        for row in self.notified():
            assert self.is_settled(row) or row.duty_on, f"{row.role} {row.inform_state} waits for nobody"
            assert not (row.inform_state == State.UNDECIDED and row.inform_due is None)

    @invariant()
    def no_notification_goes_without_triage(self) -> None:
        asked = select(signal.c.id).where(signal.c.kind == Kind.NOTIFICATION)
        for number in self.desk.database.connection.execute(asked).scalars().all():
            waits = [one for one in self.tasks(number) if one.kind == WorkTerm.SAFETY_ASSESSMENT]
            assert any(one.done_on is None for one in waits) or self.was_triaged(number)

    @invariant()
    def nothing_is_put_off_past_its_last_day(self) -> None:
        for one in self.tasks():
            late = self.desk.today() + timedelta(days=7)
            last = max(late, to_day(one.due_on) or late)
            assert not one.snoozed_to or (to_day(one.snoozed_to) or last) <= last

    def everything_open_stands_on_today(self) -> None:
        shown = {item.involvement_id for item in today.items(self.desk) if item.kind is not TodayKind.TASK}
        waits = {row.id for row in self.notified() if row.duty_on}
        assert waits <= shown

    # --- what there is ---

    def notified(self) -> list[Row[tuple[object, ...]]]:
        asked = (
            select(involvement)
            .join(signal)
            .where(signal.c.kind == Kind.NOTIFICATION, involvement.c.role.in_(ROLES_TO_INFORM))
        )
        return list(self.desk.database.connection.execute(asked).all())

    def is_settled(self, row: Row[tuple[object, ...]]) -> bool:
        """Say whether the last decision was carried out: told, or not to be told with a second person's yes."""
        last = decisions.last_of(self.desk.database.connection, row.id)
        if last is None:
            return False
        if row.inform_state == State.INFORMED:
            return last.choice == "inform" and last.informed_on is not None
        agreed = last.agreement is not None and last.agreement.answer in STANDING_OF
        return row.inform_state == State.NOT and last.choice == "not" and agreed

    def was_triaged(self, number: int) -> bool:
        return bool(triages.of_signal(self.desk.database.connection, number))

    def asked_about(self) -> list[int]:
        connection = self.desk.database.connection
        asked = select(inform_agreement.c.decision_id).where(inform_agreement.c.answer == Agreement.ASKED)
        return list(connection.execute(asked).scalars())

    def tasks(self, signal_id: int | None = None) -> list[Row[tuple[object, ...]]]:
        asked = select(task) if signal_id is None else select(task).where(task.c.signal_id == signal_id)
        return list(self.desk.database.connection.execute(asked).all())

    def a_signal(self, which: int) -> int:
        numbers = (
            self.desk.database.connection.execute(select(signal.c.id).order_by(signal.c.id)).scalars().all()
        )
        return int(numbers[which % len(numbers)])

    def somebody(self, which: int) -> int:
        """Return somebody concerned, who must be decided about first."""
        needed = involvement.c.role.in_(ROLES_TO_INFORM)
        asked = select(involvement.c.id).order_by(needed.desc(), involvement.c.id)
        numbers = self.desk.database.connection.execute(asked).scalars().all()
        return int(numbers[which % len(numbers)])

    def a_task(self, which: int) -> int:
        numbers = [one.id for one in self.tasks()]
        return int(numbers[which % len(numbers)]) if numbers else 0

    def decision(self, which: int, choice: str) -> InformDraft:
        taken = InformDraft(self.somebody(which), choice, decided_by=self.desk.user.name)
        return replace(taken, decided_on=self.day(), contact_read=True)

    def waiting(self, which: int, choice: str, legal: str, days: int) -> InformDraft:
        return replace(
            self.decision(which, choice),
            ground="safety_victim",
            legal_ground=legal,
            reasoning="Hij leest haar telefoon.",
            weighing=dict.fromkeys(vocabulary("weighing_points").codes()[:1], "Gewogen."),
            review_on=self.day(days) if days else "",
        )

    def decide(self, draft: InformDraft) -> None:
        with suppress(KnownError):
            informing.decide(self.desk, draft)

    def day(self, ahead: int = 0) -> str:
        return dates.display_day(self.desk.today() + timedelta(days=ahead))


@pytest.fixture
def shared(registry: ReadyRegistry) -> ReadyRegistry:
    """Return a closed registry with two people in it."""
    desk = registry.open(Clock())  # type: ignore[arg-type]  # it tells the time
    with desk.database.writing() as connection:
        users.add(
            connection, key_id="b" * 16, name="Bram Verzonnen", role=Role.TEAM_LEAD, created_at="2026-01-01"
        )
    desk.close()
    return registry


def test_no_history_leaves_anybody_forgotten(shared: ReadyRegistry, tmp_path: Path) -> None:
    place = type(
        "Place", (Histories,), {"ready": shared, "folders": itertools.count(), "place": tmp_path / "h"}
    )
    (tmp_path / "h").mkdir()
    run_state_machine_as_test(
        place,
        settings=settings(
            max_examples=20,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_a_not_that_a_colleague_opens_again_has_a_term_in_a_notification(shared: ReadyRegistry) -> None:
    desk = shared.open(Clock())  # type: ignore[arg-type]  # it tells the time
    told = SignalDraft(
        received_on="24-10-2026", narrative="Verzonnen.", persons=[PersonDraft(first_names="Lina")]
    )
    signals.register(desk, told)
    never = InformDraft(
        1, "not", "safety_victim", "avg_14_5_b", "Hij leest haar telefoon.", "Noor", "24-10-2026"
    )
    asked = informing.decide(desk, never).created
    kinds.convert(desk, 1, Kind.NOTIFICATION, "Er is een naam bij gekomen.")
    desk.user = User(2, "Bram Verzonnen", Role.TEAM_LEAD)
    informing.agree(desk, asked or 0, Agreement.DISAGREED, "Zij is veilig.")
    (one,) = signals.details(desk, 1).involvements
    assert (one.inform_state, one.inform_due, one.duty_on) == (
        State.UNDECIDED,
        date(2026, 11, 25),
        date(2026, 11, 25),
    )
    desk.close()
