"""The crisis card: only what was chosen, and of nobody but the person in danger."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mhdesk.domain.contact import CrisisNumber, shipped_numbers
from mhdesk.domain.crisis_card import AgeAs, Card, CardDraft, NameAs, compose
from mhdesk.domain.dates import Birth
from mhdesk.domain.signals import AGGRESSOR
from tests.domain.made_up import Secrets

NOW = datetime.fromisoformat("2026-11-23T02:08:00+01:00")
DRAFT = CardDraft(1, danger="Hij staat voor de deur.", call_back="Noor, 035 000 00 01")


def card(*, draft: CardDraft = DRAFT, **known: object) -> Card:
    secrets = Secrets()
    one = secrets.person(1, **{"birth": Birth("2004-05-12"), **known})
    return compose(draft, secrets.signal(one), one, shipped_numbers(), NOW)


@settings(max_examples=60)
@given(
    st.sampled_from(NameAs),
    st.sampled_from(AgeAs),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
def test_nothing_gets_onto_a_card_that_was_not_chosen(
    name_as: NameAs, age_as: AgeAs, sex: bool, nationality: bool, safe_contact: bool
) -> None:
    secrets = Secrets()
    one, other = secrets.person(1), secrets.person(2, role=AGGRESSOR)
    details = secrets.signal(one, other)
    draft = CardDraft(
        1,
        "gevaar",
        call_back="Noor, 035 000 00 01",
        name_as=name_as,
        age_as=age_as,
        sex=sex,
        nationality=nationality,
        safe_contact=safe_contact,
    )
    chosen = {
        details.reference,
        one.first_names if name_as == NameAs.FIRST else "",
        one.safe_contact if safe_contact else "",
    }
    told = compose(draft, details, one, shipped_numbers(), NOW).plain()
    assert "0800\u00a02000" in told  # on one line, wherever that ends
    assert not [text for text in secrets.texts - chosen if text in told]
    assert not [text for text in chosen if text not in told]
    assert ("vrouw" in told) is sex
    assert not [word for word in ("slachtoffer", "pleger") if word in told]


@pytest.mark.parametrize(
    ("name_as", "called"), [(NameAs.FIRST, "Lina"), (NameAs.INITIALS, "L.M.V."), (NameAs.NONE, "")]
)
def test_the_last_name_is_never_on_it(name_as: NameAs, called: str) -> None:
    draft = CardDraft(
        1, "gevaar", call_back="Noor, 035 000 00 01", name_as=name_as, age_as=AgeAs.NONE, sex=False
    )
    names = ("Lina Maria Voorbeeld", "Lina Maria", "Voorbeeld")
    told = {
        line.label: line.text
        for line in card(draft=draft, name=names[0], first_names=names[1], last_name=names[2]).lines
    }
    assert told.get("Om wie het gaat", "") == called
    assert "Voorbeeld" not in " ".join(told.values())


@pytest.mark.parametrize(
    ("birth", "age_as", "told"),
    [
        (Birth("2008-11-24"), AgeAs.AGE, "17 jaar"),
        (Birth("2008-11-23"), AgeAs.AGE, "18 jaar"),
        (Birth("2008-11-24"), AgeAs.BAND, "16 tot en met 17 jaar"),
        (Birth("2008-11-23"), AgeAs.BAND, "18 tot en met 24 jaar"),
        (Birth("2020"), AgeAs.BAND, "jonger dan 12 jaar"),
        (Birth("1950"), AgeAs.BAND, "50 jaar of ouder"),
        (Birth("2002", estimated=True), AgeAs.AGE, "ongeveer 24 jaar"),
        (None, AgeAs.BAND, "leeftijd onbekend"),
    ],
)
def test_the_age_is_that_of_today_and_bands_part_at_eighteen(
    birth: Birth | None, age_as: AgeAs, told: str
) -> None:
    draft = CardDraft(
        1, "gevaar", call_back="Noor, 035 000 00 01", name_as=NameAs.NONE, age_as=age_as, sex=False
    )
    lines = {line.label: line.text for line in card(draft=draft, birth=birth).lines}
    assert lines["Om wie het gaat"] == told


def test_danger_comes_first_and_the_numbers_are_those_of_the_team() -> None:
    made = card()
    assert (made.lines[0].label, made.lines[1].label) == ("Gevaar nu", "Veilig contact")
    assert made.numbers[0] == CrisisNumber("Direct gevaar", "112")
    assert made.made == "Gemaakt op 23-11-2026 om 02:08. Vernietig deze kaart als de crisis voorbij is."


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({}, []),
        ({"danger": " "}, ["danger"]),
        ({"call_back": ""}, ["call_back"]),
        ({"call_back": "Noor Denkbeeld"}, ["call_back"]),
        ({"place": "x" * 401}, ["place"]),
        ({"name_as": "last"}, ["name_as"]),
        ({"age_as": "birth"}, ["age_as"]),
    ],
)
def test_a_card_asks_what_the_danger_is_and_whom_to_call_back(
    changes: dict[str, str], wrong: list[str]
) -> None:
    draft = CardDraft(1, "gevaar", call_back="Noor, 035 000 00 01")
    for name, value in changes.items():
        setattr(draft, name, value)
    assert [problem.field for problem in draft.validate()] == wrong
