"""Destroying: on a ground, by who may, declared, and never to come back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import (
    amending,
    destroying,
    figures,
    indicators,
    informing,
    leads,
    referring,
    relating,
    routing,
    signals,
    triaging,
    verifying,
)
from mhdesk.domain.destroying import Declaration, DestroyDraft, confirmation_problems, kept_until
from mhdesk.domain.indicators import AssessmentDraft
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.leads import LeadDraft
from mhdesk.domain.people import PERMISSIONS, Permission, Role
from mhdesk.domain.periods import parse_period
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft
from mhdesk.domain.relations import RelationDraft
from mhdesk.domain.routing import RouteDraft
from mhdesk.domain.signals import PersonDraft
from mhdesk.domain.triage import TriageDraft
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.errors import InputError
from tests.desk.drafts import a_notification
from tests.desk.test_referring import lines
from tests.reports.paper import text_of
from tests.store.raw_pages import decrypted
from tests.store.test_destroying import WORD

if TYPE_CHECKING:
    from pathlib import Path

    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

DRAFT = DestroyDraft("unfounded", "Samira Proef")


def register(desk: Desk, **changes: object) -> int:
    number = signals.register(desk, a_notification(**changes)).created
    assert number is not None
    return number


def busy(desk: Desk) -> None:
    """Let everything happen to a signal that can, with a word that stands nowhere else."""
    register(desk, narrative=f"{WORD} gezien", persons=[PersonDraft(first_names=WORD, last_name="Voorbeeld")])
    told = InformDraft(1, "inform", reasoning=WORD, decided_by="Noor", decided_on="23-11-2026")
    informing.decide(desk, told)
    referral = ReferralDraft(
        1, 1, 1, purpose="care", basis="consent_oral", referred_on="23-11-2026", note=WORD
    )
    referring.refer(desk, referral)
    referring.answer(desk, AnswerDraft(1, "declined", "23-11-2026", WORD))
    amending.amend_signal(desk, 1, 1, a_notification(narrative="Bij nader inzien niets."))
    amending.amend_person(desk, 1, 1, 1, PersonDraft(last_name="Voorbeeld"))
    signals.change_status(desk, 1, "closed", f"{WORD} klaar")


def test_no_page_of_the_file_holds_what_was_destroyed(registry: ReadyRegistry, clock: StoppedClock) -> None:
    desk = registry.open(clock)
    busy(desk)
    desk.close()

    def pages() -> bytes:
        return decrypted(registry.folder / "registry.db", registry.unlocked.database_key).lower()

    assert WORD.encode() in pages()
    desk = registry.open(clock)
    change = destroying.destroy(desk, [1], DRAFT)
    assert (change.signals, change.persons, change.reference) == (
        frozenset({1}),
        frozenset({1}),
        "V-2026-0001",
    )
    assert verifying.verify(desk) == []
    with pytest.raises(InputError):
        signals.details(desk, 1)
    desk.close()
    assert not any(piece.encode() in pages() for piece in (WORD, WORD[3:], WORD[:-3]))


def test_the_log_still_names_all_that_went_by_its_id(desk: Desk) -> None:
    busy(desk)
    destroying.destroy(desk, [1], DRAFT)
    assert lines(desk, "records.destroyed") == [
        ("signal", 1, None),
        ("involvement", 1, 1),
        ("inform_decision", 1, 1),
        ("referral", 1, 1),
    ]
    register(desk)
    assert len(lines(desk, "signal.registered")) == 3
    assert 1 not in {person for _, _, person in lines(desk, "signal.registered")}


def test_the_log_names_the_work_on_a_signal_that_went_with_it(desk: Desk) -> None:
    number = register(desk)
    relating.relate(desk, number, RelationDraft(1, "guardian_of", 2))
    leads.add(desk, number, LeadDraft("vehicle", "12-ABC-3"))
    routing.choose(desk, RouteDraft(number, "police", "Zij doet aangifte.", "23-11-2026"))
    held = TriageDraft(
        number, "23-11-2026", ["vt_worker"], outcome="hand_over", reasoning="Er is zorg nodig."
    )
    triaging.triage(desk, held)
    seen = {"la_hours": "observed"}
    indicators.assess(desk, AssessmentDraft(number, "labour_exploitation", "2026-1", "23-11-2026", seen))
    destroying.destroy(desk, [number], DRAFT)
    assert lines(desk, "records.destroyed")[3:] == [
        ("relation", 1, 1),
        ("relation", 1, 2),
        ("lead", 1, None),
        ("routing", 1, None),
        ("triage", 1, None),
        ("indicator_assessment", 1, None),
    ]


def test_the_declaration_tells_how_much_and_nothing_of_what(desk: Desk, tmp_path: Path) -> None:
    busy(desk)
    register(desk, kind="advice", persons=[], received_on="03-02-2026")
    destroying.destroy(desk, [1, 2], DRAFT)
    (declared,) = destroying.declarations(desk)
    assert declared == Declaration(
        number="V-2026-0001",
        ground="unfounded",
        decided_by="Samira Proef",
        executed_by="Noor Denkbeeld",
        destroyed_on=date(2026, 11, 23),
        kinds={"notification": 1, "advice": 1},
        persons=1,
        oldest=date(2026, 2, 3),
        newest=date(2026, 11, 20),
    )
    destroying.declare(desk, "V-2026-0001", tmp_path / "verklaring.pdf")
    page = text_of((tmp_path / "verklaring.pdf").read_bytes())
    for told in (
        "V-2026-0001",
        "Samira Proef",
        "Noor Denkbeeld",
        "03-02-2026",
        "20-11-2026",
        "Stichting Proefhuis",
    ):
        assert told in page
    assert WORD not in page


def test_declarations_are_numbered_by_year(desk: Desk, clock: StoppedClock) -> None:
    numbers = []
    for _ in range(3):
        register(desk)
        numbers.append(destroying.destroy(desk, [max(signals_there(desk))], DRAFT).reference)
        clock.go_on(days=20)
    assert numbers == ["V-2026-0001", "V-2026-0002", "V-2027-0001"]
    assert [one.number for one in destroying.declarations(desk)] == numbers[::-1]


def signals_there(desk: Desk) -> list[int]:
    return list(desk.database.connection.exec_driver_sql("SELECT id FROM signal").scalars())


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (DestroyDraft("", "Samira"), "ground"),
        (DestroyDraft("zomaar", "Samira"), "ground"),
        (DestroyDraft("unfounded", " "), "decided_by"),
        (DestroyDraft("retention_expired", "Samira"), "ground"),
    ],
)
def test_without_a_ground_or_a_name_nothing_is_destroyed(desk: Desk, draft: DestroyDraft, field: str) -> None:
    register(desk)
    with pytest.raises(ProblemsError) as refused:
        destroying.destroy(desk, [1], draft)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert signals_there(desk) == [1]


@pytest.mark.parametrize("ids", [[], [9], [1, 9]])
def test_what_is_not_there_destroys_nothing(desk: Desk, ids: list[int]) -> None:
    register(desk)
    with pytest.raises(InputError, match=r"desk\.no_such_signal"):
        destroying.destroy(desk, ids, DRAFT)
    assert signals_there(desk) == [1]


def test_what_is_kept_long_enough_is_due_and_may_go_on_that_ground(desk: Desk) -> None:
    years = int(desk.setting("retention_years"))
    first_day_kept = kept_until(years, desk.today())
    register(desk, received_on=f"{first_day_kept:%d-%m-%Y}")
    register(desk, received_on=f"{first_day_kept.replace(day=first_day_kept.day - 1):%d-%m-%Y}")
    assert destroying.due_for_destruction(desk) == [2]
    with pytest.raises(ProblemsError):
        destroying.destroy(desk, [1, 2], DestroyDraft("retention_expired", "Samira"))
    destroying.destroy(desk, [2], DestroyDraft("retention_expired", "Samira"))
    assert destroying.due_for_destruction(desk) == []


def test_a_figure_counts_what_is_left(desk: Desk) -> None:
    for _ in range(2):
        register(desk)
    destroying.destroy(desk, [1], DRAFT)
    figures.preview(desk, parse_period("2026"), ["form"])
    assert signals_there(desk) == [2]


def test_a_declaration_that_was_never_given_is_not_written(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"destroy\.no_such_declaration"):
        destroying.declare(desk, "V-2026-0009", tmp_path / "verklaring.pdf")
    assert list(tmp_path.glob("*.pdf")) == []


def test_who_only_looks_or_only_writes_destroys_nothing() -> None:
    may = {role for role, permissions in PERMISSIONS.items() if Permission.DESTROY in permissions}
    assert may == {Role.CARE_COORDINATOR, Role.CHAIN_DIRECTOR, Role.FOCAL_OFFICER, Role.TEAM_LEAD}


@pytest.mark.parametrize(
    ("typed", "right"),
    [("GV-2026-0001", True), (" gv 2026 1 ", True), ("GV-2026-0002", False), ("ja", False), ("", False)],
)
def test_the_number_itself_is_typed_before_anything_goes(typed: str, right: bool) -> None:
    assert (confirmation_problems(typed, "GV-2026-0001") == []) is right


def test_every_ground_names_its_source() -> None:
    assert all(term.source for term in vocabulary("destruction_grounds"))
