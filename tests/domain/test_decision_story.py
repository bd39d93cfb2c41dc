"""The story tells of one person: nothing of anybody else, and every field of a decision has its line."""

from __future__ import annotations

import dataclasses

import pytest

from mhdesk.domain.decision_story import story_of
from mhdesk.domain.four_eyes import Agreement
from mhdesk.domain.signals import AGGRESSOR
from mhdesk.domain.views import AgreementView, DecisionView
from tests.domain.made_up import Secrets


def test_nothing_of_anybody_else_is_in_the_story() -> None:
    secrets = Secrets()
    one, other = secrets.person(1), secrets.person(2, role=AGGRESSOR)
    details = secrets.signal(one, other)
    own = {value for view in (one, one.decisions[0]) for value in texts(view)}
    own |= {details.reference, details.recorded_by}
    told = story_of(details, one).plain()
    assert not [text for text in secrets.texts - own if text in told]
    assert not [text for text in (one.phone, one.safe_contact) if text in told]


def test_every_text_of_a_decision_is_told() -> None:
    secrets = Secrets()
    one = secrets.person(1)
    told = story_of(secrets.signal(one), one).plain()
    said = [value for value in texts(one.decisions[0]) if value.startswith("Geheim")]
    assert len(said) >= 6
    assert [value for value in said if value not in told] == []


def test_what_a_spreadsheet_said_is_told_as_that() -> None:
    secrets = Secrets()
    bare = secrets.made(DecisionView, historic=True, decided_by="", decided_on=None, choice="not")
    one = secrets.person(1, decisions=(bare,), name="")
    chapter = story_of(secrets.signal(one), one).chapters[0]
    assert "spreadsheet" in chapter.sentence
    assert chapter.heading == "1. Besluit van een onbekende dag: niet"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Agreement.ASKED, "gevraagd, nog geen antwoord"),
        (Agreement.ALONE, "niemand: er werkte geen tweede persoon met dit register"),
        (Agreement.AGREED, "Samira stemde in. Omdat."),
        (Agreement.DISAGREED, "Samira stemde niet in. Omdat."),
    ],
)
def test_what_a_second_person_said_is_told(answer: Agreement, told: str) -> None:
    secrets = Secrets()
    asked = secrets.made(AgreementView, answer=answer, reason="Omdat.", recorded_by="Samira")
    one = secrets.person(1)
    decision = dataclasses.replace(one.decisions[0], agreed_by="", agreement=asked)
    one = dataclasses.replace(one, decisions=(decision,))
    chapter = story_of(secrets.signal(one), one).chapters[0]
    assert dict(chapter.lines)["Tweede persoon"] == told


def texts(view: object) -> list[str]:
    """Return every text of a record."""
    values = [getattr(view, field.name) for field in dataclasses.fields(view)]  # type: ignore[arg-type]  # a record
    return [value for value in values if isinstance(value, str)]
