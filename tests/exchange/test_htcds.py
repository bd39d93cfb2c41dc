"""Our codes and those of HTCDS: there and back, and nothing told that is not known."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.exchange import htcds
from mhdesk.exchange.htcds import Victim

# HTCDS 2.0, field TypeOfExploitation and field Gender.
FORMS = {
    *("ForcedLabour", "SexualExploitation", "ChildLabour", "ForcedMarriage", "Servitude"),
    *(
        "ForcedMilitaryByNonStateActors",
        "OrganRemoval",
        "ForcedBegging",
        "ForcedAdoption",
        "Surrogacy",
        "Other",
    ),
}
GENDERS = {"Feminine", "Masculine", "TransgenderF", "TransgenderM", "NonConforming", "NonSpecifiedUnknown"}


@pytest.mark.parametrize("form", vocabulary("exploitation_forms").codes())
def test_every_form_comes_back_from_its_code(form: str) -> None:
    code = htcds.exploitation_code(form)
    assert htcds.form_of(code) == form
    assert code in FORMS | {"nl:CriminalExploitation", ""}
    assert bool(code) == (form != UNKNOWN)


@pytest.mark.parametrize("sex", vocabulary("sexes").codes())
def test_every_sex_comes_back_from_its_code(sex: str) -> None:
    assert htcds.sex_of(htcds.gender_code(sex)) == sex
    assert htcds.gender_code(sex) in GENDERS


@pytest.mark.parametrize("code", vocabulary("nationalities").codes())
def test_a_nationality_is_its_country(code: str) -> None:
    assert htcds.citizenship_code(code) in {code, ""}
    assert (htcds.citizenship_code(code) == "") == (len(code) != 2)


def test_what_is_not_known_is_not_told() -> None:
    assert htcds.record(Victim("P-1")) == {"reference": "P-1", "vic_TraffickingStatus": "Possible"}


def test_a_guessed_birth_is_a_year_and_the_document_says_that_this_is_ours() -> None:
    known = Victim(
        "P-1", ("criminal_exploitation", "sexual_exploitation"), birth="2004", birth_estimated=True
    )
    told = json.loads(htcds.document([known], "2026-11-23"))
    (one,) = told["records"]
    assert one["vic_TypeOfExploitation"] == ["nl:CriminalExploitation", "SexualExploitation"]
    assert one["nl_BirthYear"] == "2004"
    assert set(told["extensions"]) == {"nl:CriminalExploitation", "nl_BirthYear"}
    assert told["standard"] == "HTCDS 2.0"


@given(
    forms=st.lists(st.sampled_from([*vocabulary("exploitation_forms").codes(), "later"]), max_size=4),
    sex=st.sampled_from([*vocabulary("sexes").codes(), "later"]),
    nationality=st.text(max_size=4),
    birth=st.sampled_from(["", "2004", "2004-05", "2004-05-12"]),
)
def test_nothing_that_another_version_wrote_stops_the_export(
    forms: list[str], sex: str, nationality: str, birth: str
) -> None:
    one = Victim("P-1", tuple(forms), sex, birth, nationality=nationality)
    (told,) = json.loads(htcds.document([one], "2026-11-23"))["records"]
    assert set(told.get("vic_TypeOfExploitation", [])) <= FORMS | {"nl:CriminalExploitation"}
    assert all(told.values())
