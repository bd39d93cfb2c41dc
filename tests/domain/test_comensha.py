"""On whose word a victim is registered follows the age, and never goes through the aggressor."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.comensha import (
    CONSENTS,
    RegisterDraft,
    Registrable,
    asks_who,
    consents_for,
    is_consent,
    person_reference,
)
from mhdesk.domain.vocabulary import vocabulary

TODAY = date(2026, 11, 23)
AGES = st.none() | st.integers(0, 120)


def draft(consent: str) -> RegisterDraft:
    return RegisterDraft(1, "registration", consent, "20-11-2026", "wie dat was", "23-11-2026")


def codes(told: RegisterDraft, whom: Registrable) -> list[str]:
    return [one.code for one in told.validate(TODAY, whom)]


@given(age=AGES, unsafe=st.booleans(), consent=st.sampled_from(vocabulary(CONSENTS).codes()))
def test_what_is_offered_can_be_recorded_and_nothing_else_can(
    age: int | None, unsafe: bool, consent: str
) -> None:
    whom = Registrable(age, unsafe)
    assert (codes(draft(consent), whom) == []) == (consent in consents_for(whom))


@given(age=AGES, unsafe=st.booleans())
def test_there_is_always_a_way_to_register(age: int | None, unsafe: bool) -> None:
    assert any(is_consent(code) for code in consents_for(Registrable(age, unsafe)))


def test_from_sixteen_the_victim_signs_and_below_it_somebody_with_authority() -> None:
    assert consents_for(Registrable(15)) == ("form_guardian", "form_other_guardian", "legal_duty")
    assert consents_for(Registrable(16)) == ("form_victim", "legal_duty")
    assert consents_for(Registrable(18)) == ("victim", "form_victim", "legal_duty")
    assert "form_guardian" not in consents_for(Registrable(15, unsafe=True))


def test_consent_has_a_day_and_says_who_signed_for_somebody() -> None:
    told = draft("form_guardian")
    told.consent_on = told.consent_note = ""
    assert codes(told, Registrable(15)) == ["comensha.consent_day_missing", "comensha.consent_who_missing"]
    assert asks_who("legal_duty")
    assert not is_consent("legal_duty")


def test_a_registration_lies_after_the_consent_and_not_in_the_future() -> None:
    told = draft("victim")
    told.consent_on, told.registered_on = "23-11-2026", "20-11-2026"
    assert codes(told, Registrable(30)) == ["comensha.before_consent"]
    told.registered_on = "24-11-2026"
    assert codes(told, Registrable(30)) == ["draft.day_in_future"]


def test_a_victim_goes_by_the_number_of_the_case_or_by_a_code_that_tells_nothing() -> None:
    assert person_reference("0a1b2c3d4e5f") == "P-0A1B2C3D"
    assert person_reference("0a1b2c3d4e5f", "C-2026-014") == "C-2026-014"
