"""A crisis card from a real registry to a file, with its line in the log."""

from __future__ import annotations

import stat
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mhdesk.desk import cards, contact, informing, letters, signals
from mhdesk.domain.contact import Contact
from mhdesk.domain.crisis_card import CardDraft
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.letters import LetterDraft
from mhdesk.domain.people import Role, User
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.signals import PersonDraft
from mhdesk.errors import InputError, NotAllowedError
from mhdesk.store.schema import audit_event, audit_subject
from tests.desk.drafts import a_notification
from tests.reports import paper

if TYPE_CHECKING:
    from pathlib import Path

    from mhdesk.desk.desk import Desk

DRAFT = CardDraft(1, danger="Hij staat voor de deur.", call_back="Noor, 035 000 00 01")


def test_the_card_says_what_was_chosen_with_the_numbers_of_the_team(desk: Desk, tmp_path: Path) -> None:
    signals.register(desk, a_notification())
    contact.change(desk, Contact(crisis_numbers="Nood: 112\nCrisisdienst 18+: 035 000 00 02"))
    out = tmp_path / "kaart.pdf"
    cards.save_card(desk, DRAFT, out)
    text = paper.text_of(out.read_bytes())
    for words in ("GV-2026-0001", "Lina", "ongeveer 24 jaar", "Hij staat voor de deur.", "035 000 00 02"):
        assert words in text
    for words in ("Voorbeeld", "12344202", "Bas", "vakantiepark", "0900 8844"):
        assert words not in text
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_the_log_says_about_whom_a_card_was_made_and_nothing_of_what_it_says(
    desk: Desk, tmp_path: Path
) -> None:
    signals.register(desk, a_notification())
    cards.save_card(desk, DRAFT, tmp_path / "kaart.pdf")
    event = desk.database.connection.execute(
        select(audit_event).order_by(audit_event.c.seq.desc()).limit(1)
    ).one()
    assert (event.verb, event.kind, event.details) == ("print.card_made", "E", "")
    lines = desk.database.connection.execute(select(audit_subject).where(audit_subject.c.seq == event.seq))
    assert [(line.record, line.person_id) for line in lines] == [("signal", None), ("involvement", 1)]


def test_what_may_not_be_made_is_not_there(desk: Desk, tmp_path: Path) -> None:
    signals.register(desk, a_notification())
    out = tmp_path / "kaart.pdf"
    with pytest.raises(ProblemsError):
        cards.save_card(desk, CardDraft(1), out)
    with pytest.raises(InputError):
        cards.save_card(desk, CardDraft(99, danger="x", call_back="035 000 00 01"), out)
    desk.user = User(1, desk.user.name, Role.PRIVACY_OFFICER)
    with pytest.raises(NotAllowedError):
        cards.save_card(desk, DRAFT, out)
    assert list(tmp_path.glob("*kaart*")) == []


@pytest.mark.parametrize("lost", ["\N{NO ENTRY SIGN} bellen", "\u0644\u0627 \u062a\u062a\u0635\u0644"])
def test_a_rule_that_paper_would_show_as_boxes_is_no_card(desk: Desk, tmp_path: Path, lost: str) -> None:
    person = PersonDraft(
        first_names="\u041e\u043a\u0441\u0430\u043d\u0430", last_name="Łódź", safe_contact=lost
    )
    signals.register(desk, a_notification(persons=[person]))
    draft = CardDraft(1, danger="Hij staat voor de deur.", call_back="Noor, 035 000 00 01")
    with pytest.raises(InputError, match=r"desk\.not_on_paper"):
        cards.save_card(desk, draft, tmp_path / "card.pdf")
    assert list(tmp_path.glob("*.pdf*")) == []
    cards.save_card(desk, replace(draft, safe_contact=False), tmp_path / "card.pdf")


def test_a_letter_to_boxes_is_no_letter(desk: Desk, tmp_path: Path) -> None:
    nobody = PersonDraft(first_names="\u0641\u0627\u0637\u0645\u0629")
    signals.register(desk, a_notification(persons=[nobody]))
    informing.decide(desk, InformDraft(1, "inform", decided_by="Noor", decided_on="23-11-2026"))
    with pytest.raises(InputError, match=r"desk\.not_on_paper"):
        letters.save_letter(desk, LetterDraft(1), tmp_path / "letter.pdf")
