"""Whatever is put into a form about a client, the network or a meeting: refused in words, or saved and readable."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final

import pytest
from sqlalchemy import select, update

from mhdesk.desk import (
    agenda,
    agreements,
    cases,
    comensha,
    consulting,
    data_requests,
    finding,
    meeting_papers,
    meeting_sharing,
    meetings,
    merging,
    network,
    participants,
    persons,
    referral_letters,
    referring,
    signals,
    today,
    trajectories,
    unmet,
    verifying,
)
from mhdesk.domain.agreements import AgreementDraft
from mhdesk.domain.cases import CaseDraft, CloseDraft, EntryDraft, GoalDraft, GoalEndDraft, ReopenDraft
from mhdesk.domain.comensha import FeedbackDraft, Outgoing, RegisterDraft
from mhdesk.domain.consultations import ConsultationDraft
from mhdesk.domain.data_requests import DecisionDraft, RequestDraft
from mhdesk.domain.meeting_papers import PaperDraft
from mhdesk.domain.meetings import (
    FollowUpDraft,
    HeldDraft,
    ItemDraft,
    MeetingDraft,
    ParticipantDraft,
    ShareDraft,
)
from mhdesk.domain.merging import MergeDraft
from mhdesk.domain.network import (
    CapacityDraft,
    ContactDraft,
    CovenantDraft,
    ExperienceDraft,
    OfferDraft,
    OrganisationDraft,
)
from mhdesk.domain.referral_letter import ReferralLetterDraft
from mhdesk.domain.referrals import ReferralDraft
from mhdesk.domain.trajectories import TrajectoryDraft, TrajectoryEndDraft
from mhdesk.domain.unmet import MetDraft, UnmetNeedDraft
from mhdesk.errors import KnownError
from mhdesk.store import audit
from mhdesk.store.schema import (
    audit_event,
    covenant,
    meeting,
    meeting_participant,
    offer,
    organisation,
    organisation_contact,
)
from mhdesk.store.schema import comensha as comensha_steps
from mhdesk.wording import say
from tests.desk.drafts import a_notification
from tests.desk.test_hostile_text import HOSTILE
from tests.registry_fixtures import ReadyRegistry, StoppedClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mhdesk.desk.desk import Desk

DAY: Final = "23-11-2026"
KINDS: Final = HOSTILE.keys() - {"nothing", "syntax", "digits of another script", "a day that is none"}
REFERRAL: Final = ReferralDraft(
    1, 1, 1, "", "care", "consent_oral", referred_on=DAY, shared=["name", "needs"]
)
ACTS: Final[dict[str, tuple[Any, Callable[[Desk, Any], object]]]] = {
    "case": (CaseDraft(2, None, DAY, "high", "Daarom."), cases.open_for),
    "goal": (GoalDraft(1, "Veilig wonen."), cases.add_goal),
    "goal ended": (GoalEndDraft(1, "dropped", DAY, "Niet nodig."), cases.end_goal),
    "entry": (EntryDraft(1, "contact", DAY, ["phone"], "Zij nam op."), cases.add_entry),
    "closing": (CloseDraft(1, DAY, "goals_reached", "safe_and_supported", "Veilig."), cases.close),
    "reopening": (ReopenDraft(1, DAY, "Toch weer."), cases.reopen),
    "trajectory": (
        TrajectoryDraft(1, "shelter", "running", None, "Luwte", DAY, "", "Bed."),
        trajectories.add,
    ),
    "trajectory ended": (TrajectoryEndDraft(1, "done", DAY, "Klaar."), trajectories.end),
    "agreement": (AgreementDraft(1, "Bellen.", "Jip", due_on="30-11-2026"), agreements.add),
    "registration": (RegisterDraft(1, "registration", "victim", DAY, "", DAY, "12"), comensha.register),
    "feedback": (FeedbackDraft(1, DAY, "Ontvangen.", "12"), comensha.feedback),
    "question": (
        ConsultationDraft(DAY, "school", topic="signs", question="Waar let ik op?"),
        consulting.record,
    ),
    "request": (RequestDraft(1, "access", "20-11-2026", "self", "Paspoort."), data_requests.record),
    "decision": (DecisionDraft(1, 1, "refused", "others", "Daarom."), data_requests.decide),
    "meeting": (MeetingDraft("case_meeting", DAY, "14.00", "Kamer 2", "Noor", "Let op."), meetings.plan),
    "participant": (
        ParticipantDraft(None, "Luwte", "Jip Bedacht", "jurist"),
        lambda desk, draft: participants.add_participant(desk, 1, draft),
    ),
    "item": (
        ItemDraft("Hoe nu?", "Rustig.", "5", True),
        lambda desk, draft: agenda.report(desk, 1, 1, draft),
    ),
    "share": (ShareDraft(1, [1], ["name"], "consent_oral", "Gevraagd."), meeting_sharing.share),
    "held": (HeldDraft(DAY, [1], "told", "Verteld."), lambda desk, draft: meetings.hold(desk, 1, draft)),
    "follow up": (FollowUpDraft(1, 1, "done", "Gebeld.", ""), agenda.follow_up),
    "paper": (
        PaperDraft(1, "agenda", True, True, "Voor de voorzitter."),
        lambda desk, draft: meeting_papers.save_paper(desk, draft, desk.folder.with_name("paper.pdf")),
    ),
    "organisation": (
        OrganisationDraft("Luwte", "care", phone="035 1234567", email="a@b.example", address="Dorp 1"),
        network.add_organisation,
    ),
    "contact": (
        ContactDraft("Jip Bedacht", "jurist", "035 1234567", "jip@b.example", "Na negen uur."),
        lambda desk, draft: network.add_contact(desk, 1, draft),
    ),
    "offer": (OfferDraft("shelter", "Bed"), lambda desk, draft: network.add_offer(desk, 1, draft)),
    "capacity": (CapacityDraft("1", DAY), lambda desk, draft: network.hear_capacity(desk, 1, draft)),
    "covenant": (
        CovenantDraft("privacy", "Convenant", [], "Alles.", DAY, "", "Nee."),
        lambda desk, draft: network.add_covenant(desk, 1, draft),
    ),
    "experience": (ExperienceDraft(DAY, "Goed."), lambda desk, draft: network.add_experience(desk, 1, draft)),
    "need": (UnmetNeedDraft(1, "shelter", DAY, "no_place", note="Vol."), unmet.record),
    "need met": (MetDraft(DAY, "Toch."), lambda desk, draft: unmet.meet(desk, 1, draft)),
    "referral": (replace(REFERRAL, wall_reason="Nodig.", covenant_reason="Nodig."), referring.refer),
    "letter": (ReferralLetterDraft(1, {}, "Is er plaats?", "Noor", "035 1234567"), referral_letters.make),
    "letter text": (
        ReferralLetterDraft(1, {}, "Is er plaats?", "Noor", "035 1234567"),
        lambda desk, draft: referral_letters.make(
            desk, replace(draft, message="", texts={"needs": draft.message})
        ),
    ),
    "merge": (MergeDraft(1, 2, 1, 1, {}, "Dezelfde."), merging.merge),
    "export": (
        Outgoing("registration"),
        lambda desk, draft: comensha.save_year(desk, 2026, draft, desk.folder.with_name("jaar.csv")),
    ),
    "search": (
        Outgoing("Lina"),
        lambda desk, draft: finding.find(desk, draft.purpose),
    ),
}


@pytest.fixture(scope="module")
def with_a_client(_first_registry: ReadyRegistry, tmp_path_factory: pytest.TempPathFactory) -> ReadyRegistry:
    """Return a registry in which one of everything stands."""
    made = _first_registry.at(tmp_path_factory.mktemp("hostile") / "registry")
    desk = made.open(StoppedClock())
    signals.register(desk, a_notification())
    with desk.database.writing() as connection:
        connection.execute(update(organisation).values(side="care"))
    cases.open_for(desk, CaseDraft(1, None, DAY))
    cases.add_goal(desk, GoalDraft(1, "Veilig wonen."))
    trajectories.add(desk, TrajectoryDraft(1, "shelter", "running", 1, started_on=DAY))
    meetings.plan(desk, MeetingDraft("case_meeting", DAY, case_ids=[1]))
    participants.add_participant(desk, 1, ParticipantDraft(1, name="Jip Bedacht"))
    agreements.add(desk, AgreementDraft(1, "Bellen.", "Jip", due_on="30-11-2026"))
    data_requests.record(desk, RequestDraft(1, "access", "20-11-2026", "self", "Paspoort."))
    comensha.register(desk, RegisterDraft(1, "registration", "victim", DAY, "", DAY))
    network.add_offer(desk, 1, OfferDraft("shelter", "Bed"))
    unmet.record(desk, UnmetNeedDraft(1, "shelter", DAY, "no_place"))
    referring.refer(desk, REFERRAL)
    desk.close()
    return made


@pytest.fixture
def busy(with_a_client: ReadyRegistry, tmp_path: Path, clock: StoppedClock) -> Iterator[Desk]:
    """Return an open desk over a copy of it."""
    opened = with_a_client.at(tmp_path / "registry").open(clock)
    yield opened
    opened.close()


def texts_of(draft: Any) -> list[str]:  # noqa: ANN401 - any of the drafts
    return [field.name for field in fields(draft) if isinstance(getattr(draft, field.name), str)]


def refusal(desk: Desk, act: Callable[[Desk, Any], object], draft: Any) -> KnownError | None:  # noqa: ANN401 - as above
    """Return how a draft was refused, None when it was taken. Anything else is a bug."""
    for made in desk.folder.parent.glob("*.*"):
        if made.is_file():
            made.unlink()
    try:
        act(desk, draft)
    except KnownError as refused:
        return refused
    return None


@pytest.mark.parametrize("case", ACTS)
def test_it_is_refused_in_words_or_saved_and_readable(case: str, busy: Desk) -> None:
    ordinary, act = ACTS[case]
    for name in texts_of(ordinary):
        for kind in sorted(KINDS):
            text, before = HOSTILE[kind], audit.head(busy.database.connection)
            refused = refusal(busy, act, replace(ordinary, **{name: text}))
            if refused:
                assert say(refused.code, **refused.params), (name, kind)
                assert audit.head(busy.database.connection) == before, (name, kind)
    read(busy)


def read(desk: Desk) -> None:
    """Read everything back, and look that nothing that was typed stands in the log."""
    assert persons.details(desk, 1).roles
    assert cases.of_person(desk, 1)
    assert all(meetings.details(desk, one.id).items is not None for one in meetings.rows(desk))
    assert all(network.organisation(desk, one.id).name for one in network.organisations(desk, ended=True))
    assert today.items(desk) is not None
    assert verifying.verify(desk) == []
    told = " ".join(desk.database.connection.execute(select(audit_event.c.details)).scalars())
    assert not any(word in told for word in ("naam", "cmd", "DROP", "lang lang", "redrev"))
    names = (
        *(organisation.c[name] for name in ("name", "phone", "email")),
        *(organisation_contact.c[name] for name in ("name", "function", "phone", "email")),
        *(meeting_participant.c[name] for name in ("name", "function")),
        *(meeting.c[name] for name in ("place", "chair")),
        *(comensha_steps.c[name] for name in ("their_number", "consent_note")),
        *(offer.c.name, covenant.c.title),
    )
    lines = [one for column in names for one in desk.database.connection.execute(select(column)).scalars()]
    assert not any("\n" in one for one in lines)
