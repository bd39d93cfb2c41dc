"""A secret source leaves in no letter, card, story, figure or log: whatever goes out is looked through for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import (
    access_copies,
    cards,
    comensha,
    contact,
    data_requests,
    figures,
    informing,
    letters,
    log_export,
    signals,
    stories,
)
from mhdesk.domain.comensha import Outgoing
from mhdesk.domain.contact import Contact
from mhdesk.domain.crisis_card import CardDraft
from mhdesk.domain.data_requests import DecisionDraft, RequestDraft
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.letters import LetterDraft
from mhdesk.domain.logbook import LogFilter
from mhdesk.domain.people import Role, User
from mhdesk.domain.periods import parse_period
from mhdesk.domain.signals import PersonDraft
from mhdesk.domain.sources import source_for_outside
from tests.desk.drafts import a_notification
from tests.reports import paper

if TYPE_CHECKING:
    from pathlib import Path

    from mhdesk.desk.desk import Desk

SOURCE = ("Verzwegen", "Buurtkamer Stilte", "schooltijd", "06 55555555", "0655555555", "+31655555555")
SECRET: tuple[dict[str, str], ...] = (
    {"source_capacity": "private", "source_consent": "refused"},
    {"source_capacity": "professional", "source_ground": "threat_to_reporter"},
    {"source_capacity": "anonymous"},
    {},
)


@pytest.mark.parametrize("told", SECRET)
def test_nothing_that_leaves_names_a_secret_source(desk: Desk, tmp_path: Path, told: dict[str, str]) -> None:
    reporter = PersonDraft(role="reporter", last_name="Verzwegen", phone="06 55555555")
    victim = PersonDraft(first_names="Lina", last_name="Voorbeeld", birth="2004")
    draft = a_notification(
        organisation="Buurtkamer Stilte",
        source_note="Alleen bellen onder schooltijd.",
        persons=[victim, reporter],
        **told,
    )
    number = signals.register(desk, draft).created
    assert number is not None
    details = signals.details(desk, number)
    assert source_for_outside(details) == ""
    decision = InformDraft(
        involvement_id=details.involvements[0].id,
        choice="inform",
        reasoning="Zij is veilig.",
        decided_by="Noor",
        decided_on="23-11-2026",
    )
    informing.decide(desk, decision)
    contact.change(desk, Contact(phone="035 000 00 01", address="Proefplein 1", officer="fg@proef.example"))
    for text in everything_outside(desk, decision.involvement_id, tmp_path):
        assert [words for words in SOURCE if words in text] == []


def everything_outside(desk: Desk, involvement_id: int, out: Path) -> list[str]:
    """Make everything that can be handed to somebody outside and return what each says."""
    letters.save_letter(desk, LetterDraft(involvement_id), out / "brief.pdf")
    card = CardDraft(involvement_id, danger="Hij staat voor de deur.", call_back="Noor, 035 000 00 01")
    cards.save_card(desk, card, out / "kaart.pdf")
    stories.save_story(desk, involvement_id, out / "besluiten.pdf")
    asked = RequestDraft(1, "access", "23-11-2026", "self", "Paspoort gezien.")
    number = data_requests.record(desk, asked).created or 0
    data_requests.decide(desk, DecisionDraft(number, 1, "granted"))
    proposed = {one.key for one in access_copies.preview(desk, number).passages() if one.kept}
    access_copies.save_copy(desk, number, proposed, out / "kopie.pdf")
    comensha.save_coded(desk, 1, Outgoing("registration"), out / "coded.json")
    figures.publish(desk, parse_period("2026"), ["form"], out, ("csv",), "Proef", "Niemand")
    desk.user = User(desk.user.id, desk.user.name, Role.PRIVACY_OFFICER)
    log_export.export(desk, LogFilter(), out / "log.csv")
    papers = [paper.text_of(one.read_bytes()) for one in sorted(out.glob("*.pdf"))]
    texts = [one.read_text(encoding="utf-8") for one in sorted((*out.rglob("*.csv"), *out.rglob("*.json")))]
    assert len(papers) >= 4
    assert texts
    return papers + texts
