"""The decisions about one person told as a story, from a real registry to paper."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mhdesk.desk import informing, signals, stories
from mhdesk.domain.decision_story import Story, story_of
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.people import Role, User
from mhdesk.errors import InputError, NotAllowedError
from mhdesk.store import audit
from mhdesk.store.schema import audit_event, audit_subject
from tests.desk.drafts import a_notification
from tests.reports import paper

if TYPE_CHECKING:
    from pathlib import Path

    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import StoppedClock

WAIT = {
    "choice": "not_yet",
    "ground": "safety_victim",
    "legal_ground": "avg_14_5_b",
    "reasoning": "Zij loopt gevaar als hij het nu hoort.",
    "decided_by": "Noor Denkbeeld",
}


def decide(desk: Desk, involvement_id: int, **told: str) -> None:
    draft = InformDraft(involvement_id=involvement_id, contact_read=True)
    for name, value in told.items():
        setattr(draft, name, value)
    informing.decide(desk, draft)


@pytest.fixture
def decided(desk: Desk, clock: StoppedClock) -> Desk:
    """Return a desk at which waiting to inform the aggressor was prolonged too late, and then he was told."""
    signals.register(desk, a_notification())
    decide(desk, 2, **WAIT, decided_on="23-11-2026", review_on="07-12-2026", consulted="Joris Bedacht")
    clock.go_on(days=16)
    decide(desk, 2, **WAIT, decided_on="09-12-2026", review_on="16-12-2026")
    clock.go_on(days=7)
    decide(
        desk,
        2,
        choice="inform",
        reasoning="Zij is nu veilig.",
        decided_by="Samira Verzonnen",
        decided_on="16-12-2026",
        informed_on="16-12-2026",
        informed_how="In een gesprek op kantoor.",
        told="Dat er gegevens over hem zijn.",
    )
    return desk


def story(desk: Desk, place: int = 1) -> Story:
    details = signals.details(desk, 1)
    return story_of(details, details.involvements[place])


def test_the_story_goes_from_the_first_decision_to_the_last(decided: Desk) -> None:
    told = story(decided)
    assert told.begin == (
        "Het gaat om Bas Verzonnen, vermoedelijke pleger in melding GV-2026-0001.",
        "Vastgelegd op 23-11-2026 door Noor Denkbeeld.",
        "Het besluit moest er uiterlijk op 23-12-2026 zijn (AVG art. 14 lid 3).",
    )
    assert [chapter.sentence for chapter in told.chapters] == [
        "Op 23-11-2026 besloot Noor Denkbeeld om Bas Verzonnen nog niet te informeren.",
        "Op 09-12-2026 besloot Noor Denkbeeld opnieuw om Bas Verzonnen nog niet te informeren.",
        "Op 16-12-2026 besloot Samira Verzonnen om Bas Verzonnen te informeren.",
    ]
    assert told.chapters[0].heading == "1. Besluit van 23-11-2026: nog niet"
    assert told.end[0] == "Zo staat het nu: geïnformeerd."


def test_each_decision_says_why_with_whom_and_whether_it_was_looked_at_in_time(decided: Desk) -> None:
    first, second, third = (dict(chapter.lines) for chapter in story(decided).chapters)
    assert first["Waarom"] == "veiligheid van het slachtoffer"
    assert first["Afweging"] == "Zij loopt gevaar als hij het nu hoort."
    assert first["Overlegd met"] == "Joris Bedacht"
    assert first["Opnieuw bekijken"] == "uiterlijk 07-12-2026; gedaan op 09-12-2026, 2 dagen te laat"
    assert second["Verlenging"] == "1e verlenging; er wordt gewacht sinds 23-11-2026"
    assert second["Opnieuw bekijken"] == "uiterlijk 16-12-2026; gedaan op 16-12-2026"
    assert third["Geïnformeerd op"] == "16-12-2026"
    assert third["Wat is verteld"] == "Dat er gegevens over hem zijn."
    assert third["Vastgelegd"] == "door Noor Denkbeeld, op 16-12-2026 om 02:08"


def test_without_a_decision_the_story_says_so(decided: Desk) -> None:
    told = story(decided, 0)
    assert told.chapters == ()
    assert told.begin[-1] == "Er is nog geen besluit genomen."
    assert told.end[0].startswith("Zo staat het nu: geen besluit. Uiterlijk op 23-12-2026")


def test_the_page_is_one_for_a_lawyer_with_where_the_log_stood(decided: Desk, tmp_path: Path) -> None:
    head = audit.head(decided.database.connection)
    out = tmp_path / "besluiten.pdf"
    stories.save_story(decided, 2, out)
    pdf = out.read_bytes()
    text = " ".join(paper.text_of(pdf).split())
    assert paper.pages_of(pdf) == 1
    for words in (
        "Besluiten over informeren",
        "Samira Verzonnen",
        "2 dagen te laat",
        head,
        "Stichting Proefhuis",
    ):
        assert words in text
    for words in ("Lina", "vakantiepark", "12344202"):
        assert words not in text
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    with paper.opened(pdf) as document:
        assert set(document.docinfo.keys()) == {"/Title", "/CreationDate"}


def test_printing_stands_in_the_log_with_every_decision(decided: Desk, tmp_path: Path) -> None:
    stories.save_story(decided, 2, tmp_path / "besluiten.pdf")
    connection = decided.database.connection
    event = connection.execute(select(audit_event).order_by(audit_event.c.seq.desc()).limit(1)).one()
    assert (event.verb, event.kind) == ("print.story_made", "E")
    lines = connection.execute(select(audit_subject).where(audit_subject.c.seq == event.seq))
    assert [(line.record, line.person_id) for line in lines] == [
        ("signal", None),
        ("involvement", 2),
        *[("inform_decision", 2)] * 3,
    ]


def test_a_privacy_officer_prints_it_and_an_administrator_does_not(decided: Desk, tmp_path: Path) -> None:
    decided.user = User(1, decided.user.name, Role.PRIVACY_OFFICER)
    stories.save_story(decided, 2, tmp_path / "besluiten.pdf")
    decided.user = User(1, decided.user.name, Role.ADMINISTRATOR)
    with pytest.raises(NotAllowedError):
        stories.save_story(decided, 2, tmp_path / "nog-een.pdf")
    decided.user = User(1, decided.user.name, Role.CARE_COORDINATOR)
    with pytest.raises(InputError):
        stories.save_story(decided, 99, tmp_path / "nog-een.pdf")
