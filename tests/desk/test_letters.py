"""An information letter from a real registry to a file: for whom it may be made, and what leaves with it."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mhdesk.desk import contact, informing, letters, referring, signals
from mhdesk.domain.contact import Contact
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.letters import LetterDraft
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.referrals import ReferralDraft
from mhdesk.domain.signals import PersonDraft
from mhdesk.errors import InputError
from mhdesk.store.schema import audit_event, audit_subject
from tests.desk.drafts import a_notification
from tests.reports import paper

if TYPE_CHECKING:
    from pathlib import Path

    from mhdesk.desk.desk import Desk

SECRETS = (
    "Verzonnen",
    "Bas",
    "06 44444444",
    "+31644444444",
    "schuurtje",
    "buurman",
    "vluchtplek",
    "Bedachtschool",
)


def decided(desk: Desk) -> tuple[int, int]:
    """Register a signal full of what no letter may tell and decide to inform both; return them."""
    aggressor = PersonDraft(
        role="aggressor",
        first_names="Bas",
        last_name="Verzonnen",
        phone="06 44444444",
        safe_contact="Bel de buurman.",
    )
    victim = PersonDraft(first_names="Lina", last_name="Voorbeeld", phone="06 12344202", birth="2004")
    draft = a_notification(
        narrative="Zij slaapt in het schuurtje, zei de buurman.",
        discipline="school",
        organisation="Bedachtschool",
        persons=[victim, aggressor],
    )
    number = signals.register(desk, draft).created
    assert number is not None
    people = signals.details(desk, number).involvements
    for one in people:
        informing.decide(desk, decision(one.id))
    return people[0].id, people[1].id


def decision(involvement_id: int) -> InformDraft:
    return InformDraft(
        involvement_id=involvement_id,
        choice="inform",
        reasoning="Uit het schuurtje gehaald.",
        decided_by="Noor",
        decided_on="23-11-2026",
        contact_read=True,
    )


def test_a_letter_tells_who_writes_and_nothing_of_anybody_else(desk: Desk, tmp_path: Path) -> None:
    victim, aggressor = decided(desk)
    contact.change(
        desk, Contact(address="Kerkbrink 1", phone="035 000 00 01", officer="fg@voorbeeld.example")
    )
    referral = ReferralDraft(1, victim, 1, purpose="care", basis="consent_oral", referred_on="23-11-2026")
    referral.note = "Naar de vluchtplek."
    referring.refer(desk, referral)
    for involvement, name in ((victim, "Lina Voorbeeld"), (aggressor, "Bas Verzonnen")):
        out = tmp_path / f"{involvement}.pdf"
        letters.save_letter(desk, LetterDraft(involvement, "en"), out)
        text = paper.text_of(out.read_bytes())
        assert text.count(name) == 4  # the window of the envelope and the greeting, in two languages
        others = [secret for secret in (*SECRETS, "Lina", "Voorbeeld", "12344202") if secret not in name]
        assert not [secret for secret in others if secret in text]
        assert "GV-2026-0001" not in text
        assert "Kerkbrink 1" in text


def test_the_file_is_for_its_owner_and_stands_in_the_log_with_whom_it_concerns(
    desk: Desk, tmp_path: Path
) -> None:
    victim, _ = decided(desk)
    out = tmp_path / "brief.pdf"
    out.write_bytes(b"older")
    letters.save_letter(desk, LetterDraft(victim, "es"), out)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.suffix in {".pdf", ".part"}] == ["brief.pdf"]
    event = desk.database.connection.execute(
        select(audit_event).order_by(audit_event.c.seq.desc()).limit(1)
    ).one()
    assert (event.verb, event.kind, event.details) == ("print.letter_made", "E", "language=es origin=secret")
    lines = desk.database.connection.execute(select(audit_subject).where(audit_subject.c.seq == event.seq))
    assert [(line.record, line.person_id) for line in lines] == [("signal", None), ("involvement", 1)]


def test_nobody_gets_a_letter_before_it_was_decided_to_inform(desk: Desk, tmp_path: Path) -> None:
    number = signals.register(desk, a_notification()).created
    assert number is not None
    out = tmp_path / "brief.pdf"
    undecided = signals.details(desk, number).involvements[0].id
    with pytest.raises(InputError) as refused:
        letters.save_letter(desk, LetterDraft(undecided), out)
    assert refused.value.code == "letter.not_decided"
    with pytest.raises(InputError) as nobody:
        letters.save_letter(desk, LetterDraft(99), out)
    assert nobody.value.code == "desk.no_such_signal"
    assert not out.exists()


def test_a_source_that_stays_secret_cannot_be_told_by_a_call(desk: Desk, tmp_path: Path) -> None:
    victim, _ = decided(desk)
    with pytest.raises(ProblemsError) as refused:
        letters.save_letter(desk, LetterDraft(victim, origin="professional"), tmp_path / "brief.pdf")
    assert [problem.field for problem in refused.value.problems] == ["origin"]


def test_no_letter_is_written_into_a_registry_or_where_nothing_can_be_written(
    desk: Desk, tmp_path: Path
) -> None:
    victim, _ = decided(desk)
    for out, code in (
        (desk.folder / "brief.pdf", "desk.inside_registry"),
        (tmp_path / "nowhere" / "brief.pdf", "desk.cannot_write"),
    ):
        with pytest.raises(InputError) as refused:
            letters.save_letter(desk, LetterDraft(victim), out)
        assert refused.value.code == code
        assert not out.exists()
    assert not list(tmp_path.rglob("*.part"))
