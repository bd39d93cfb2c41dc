"""Destroying a client: of all that was written around her no word is left, and the log names every row that went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import update

from mhdesk.desk import (
    agenda,
    agreements,
    cases,
    comensha,
    data_requests,
    destroying,
    meeting_sharing,
    meetings,
    merging,
    participants,
    referral_letters,
    referring,
    signals,
    trajectories,
    unmet,
    verifying,
)
from mhdesk.domain.agreements import AgreementDraft
from mhdesk.domain.cases import CaseDraft, CloseDraft, EntryDraft, GoalDraft, GoalEndDraft
from mhdesk.domain.data_requests import DecisionDraft, RequestDraft
from mhdesk.domain.destroying import DestroyDraft
from mhdesk.domain.meetings import HeldDraft, ItemDraft, MeetingDraft, ParticipantDraft, ShareDraft
from mhdesk.domain.merging import MergeDraft
from mhdesk.domain.referral_letter import ReferralLetterDraft
from mhdesk.domain.referrals import ReferralDraft
from mhdesk.domain.signals import PersonDraft
from mhdesk.domain.trajectories import TrajectoryDraft, TrajectoryEndDraft
from mhdesk.domain.unmet import UnmetNeedDraft
from mhdesk.store.schema import organisation
from tests.desk.drafts import a_notification
from tests.desk.test_referring import lines
from tests.store.raw_pages import decrypted
from tests.store.test_destroying import WORD

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

TODAY = "23-11-2026"


def live(desk: Desk) -> None:
    """Let everything happen around a client, each with a word that stands nowhere else."""
    for name in (f"Lina{WORD}", f"Lien{WORD}"):
        one = PersonDraft(first_names=name, last_name="Voorbeeld", sex="female")
        signals.register(desk, a_notification(persons=[one]))
    seen = merging.beside(desk, 1, 2)
    sides = {one.field: "merged" for one in seen.fields if one.how == "different"}
    merging.merge(desk, MergeDraft(1, 2, seen.kept.version, seen.merged.version, sides, WORD))
    cases.open_for(desk, CaseDraft(1, None, TODAY, "high", WORD))
    cases.add_goal(desk, GoalDraft(1, WORD))
    cases.end_goal(desk, GoalEndDraft(1, "dropped", TODAY, WORD))
    cases.add_entry(desk, EntryDraft(1, "contact", TODAY, ["phone"], WORD))
    trajectories.add(
        desk, TrajectoryDraft(1, "shelter", "running", 1, started_on=TODAY, until_on=TODAY, note=WORD)
    )
    trajectories.end(desk, TrajectoryEndDraft(1, "done", TODAY, WORD))
    agreements.add(desk, AgreementDraft(1, WORD, WORD, due_on="30-11-2026"))
    agreements.finish(desk, 1, WORD)
    comensha.refuse(desk, 1, WORD)
    unmet.record(desk, UnmetNeedDraft(1, "shelter", TODAY, "no_place", note=WORD))
    number = data_requests.record(desk, RequestDraft(1, "access", "20-11-2026", "self", WORD)).created or 0
    data_requests.decide(desk, DecisionDraft(number, 1, "refused", "others", WORD))
    with desk.database.writing() as connection:
        connection.execute(update(organisation).values(side="care"))
    shared = ["name", "needs"]
    draft = ReferralDraft(
        1, 1, 1, purpose="care", basis="consent_oral", referred_on=TODAY, shared=shared, wall_reason=WORD
    )
    referring.refer(desk, draft)
    referral_letters.make(desk, ReferralLetterDraft(1, {"needs": WORD}, WORD, "Noor", "035 1234567"))
    meet(desk)
    cases.close(desk, CloseDraft(1, TODAY, "goals_reached", "safe_and_supported", WORD))


def meet(desk: Desk) -> None:
    """Hold a meeting about the care for the client, at which somebody of hers sits."""
    plan = MeetingDraft("care_meeting", TODAY, place=WORD, chair=WORD, note=WORD, case_ids=[1])
    meeting_id = meetings.plan(desk, plan).created or 0
    mother = participants.add_participant(desk, meeting_id, ParticipantDraft(None, "", f"Moeder van {WORD}"))
    item = meetings.details(desk, meeting_id).items[0]
    agenda.report(desk, item.id, 1, ItemDraft(WORD, WORD, discussed=True))
    meeting_sharing.share(desk, ShareDraft(item.id, [mother.created or 0], ["name"], "consent_oral", WORD))
    meetings.amend(desk, meeting_id, 1, MeetingDraft("care_meeting", TODAY, note="Anders."))
    meetings.hold(desk, meeting_id, HeldDraft(TODAY, [], "told", WORD))


def test_no_page_holds_a_word_about_a_client_and_the_log_names_every_row(
    registry: ReadyRegistry, clock: StoppedClock
) -> None:
    desk = registry.open(clock)
    live(desk)
    desk.close()

    def pages() -> bytes:
        return decrypted(registry.folder / "registry.db", registry.unlocked.database_key).lower()

    assert WORD.encode() in pages()
    desk = registry.open(clock)
    destroying.destroy(desk, [1, 2], DestroyDraft("unfounded", "Samira Proef"))
    assert verifying.verify(desk) == []
    assert {record for record, *_ in lines(desk, "records.destroyed")} >= {
        "referral_letter",
        "case_file",
        "case_goal",
        "case_entry",
        "trajectory",
        "agreement",
        "comensha",
        "data_request",
        "person_merge",
        "unmet_need",
        "meeting",
        "meeting_item",
        "meeting_share",
    }
    desk.close()
    left = pages()
    assert [piece for piece in (WORD, WORD[3:], WORD[:-3]) if piece.encode() in left] == []
