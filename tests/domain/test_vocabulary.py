"""The lists of words are data that people edit: this is what must hold for each of them."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk import resources, wording
from mhdesk.domain.informing import Choice, State
from mhdesk.domain.referrals import ReferralState
from mhdesk.domain.signals import AGGRESSOR, VICTIM, Kind, Status
from mhdesk.domain.text import plain
from mhdesk.domain.vocabulary import UNKNOWN, Vocabulary, vocabulary

FILES = sorted(path.stem for path in resources.path("vocabulary").glob("*.toml"))
LISTS = [name for name in FILES if name not in {"inform_terms", "partners"}]
# Draft fields that a registry, a form and a spreadsheet may leave unknown.
NEVER_FORCED = [
    "disciplines",
    "municipalities",
    "exploitation_forms",
    "sexes",
    "nationalities",
    "channels",
    "legal_grounds",
]


@pytest.fixture(params=LISTS)
def words(request: pytest.FixtureRequest) -> Vocabulary:
    return vocabulary(request.param)


def test_codes_are_unique_and_plain(words: Vocabulary) -> None:
    codes = words.codes()
    assert len(set(codes)) == len(codes) > 1
    assert all(code.replace("_", "").isalnum() and code.isascii() for code in codes)


def test_every_term_has_a_word_in_both_languages_and_no_two_the_same(words: Vocabulary) -> None:
    for labels in ([term.nl for term in words], [term.en for term in words]):
        assert all(label == label.strip() != "" for label in labels)
        assert len({plain(label) for label in labels}) == len(labels)


def test_every_spelling_leads_to_its_own_term_only(words: Vocabulary) -> None:
    for term in words:
        for spelling in (term.code, term.nl, term.en, *term.aliases):
            assert plain(spelling)
            assert words.find(spelling) == term, spelling


def test_every_list_names_its_source(words: Vocabulary) -> None:
    assert all(term.source for term in words)


def test_terms_end_after_they_begin(words: Vocabulary) -> None:
    assert all(t.valid_from < t.valid_to for t in words if t.valid_from and t.valid_to)


@pytest.mark.parametrize("name", NEVER_FORCED)
def test_what_nobody_knows_can_be_said(name: str) -> None:
    assert UNKNOWN in vocabulary(name)
    assert vocabulary(name).codes()[-1] == UNKNOWN


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("signal_kinds", Kind),
        ("signal_states", Status),
        ("inform_choices", Choice),
        ("inform_states", State),
        ("referral_states", ReferralState),
    ],
)
def test_lists_that_the_code_knows_by_name_are_complete(name: str, codes: type[Kind]) -> None:
    assert set(vocabulary(name).codes()) == set(codes)


def test_the_roles_that_rules_speak_of_exist() -> None:
    assert {VICTIM, AGGRESSOR} <= set(vocabulary("involvement_roles").codes())


@given(st.text())
def test_whatever_is_typed_is_found_or_not_and_never_an_empty_spelling(text: str) -> None:
    found = vocabulary("nationalities").find(text)
    assert found is None or plain(text)


def test_a_word_is_shown_in_the_language_in_use() -> None:
    assert vocabulary("sexes").label("female") == "vrouw"
    wording.use_language("en")
    try:
        assert vocabulary("sexes").label("female") == "female"
    finally:
        wording.use_language("nl")


def test_a_code_of_a_newer_version_is_shown_as_it_is() -> None:
    assert vocabulary("sexes").label("from_2040") == "from_2040"


def test_weesp_counts_until_it_left_the_region() -> None:
    weesp = vocabulary("municipalities")["GM0457"]
    assert weesp.is_valid_on(date(2022, 3, 23))
    assert not weesp.is_valid_on(date(2022, 3, 24))


def test_gooise_meren_counts_from_its_beginning() -> None:
    gooise_meren = vocabulary("municipalities")["GM1942"]
    assert not gooise_meren.is_valid_on(date(2015, 12, 31))
    assert gooise_meren.is_valid_on(date(2016, 1, 1))


def test_nationalities_are_all_countries_dutch_first() -> None:
    codes = vocabulary("nationalities").codes()
    countries = [code for code in codes if len(code) == 2]
    assert codes[0] == "NL"
    assert codes[-2:] == ("stateless", UNKNOWN)
    assert len(countries) == 250  # ISO 3166-1 has 249; Kosovo besides
    labels = [plain(vocabulary("nationalities").label(code)) for code in countries[1:]]
    assert labels == sorted(labels)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        *(
            ("NL", "NL"),
            ("Nederlands", "NL"),
            ("Nederlander", "NL"),
            ("Nederlandse", "NL"),
            ("roemeens", "RO"),
        ),
        *(
            ("Roemenië", "RO"),
            ("Marokkaan", "MA"),
            ("Vietnamees", "VN"),
            ("Bulgaarse", "BG"),
            ("Nigeriaanse", "NG"),
        ),
        *(
            ("Engels", "GB"),
            ("Syriër", "SY"),
            ("staatloos", "stateless"),
            ("Onbekend", "unknown"),
            ("Pools", "PL"),
        ),
        *(
            ("Congolese", None),
            ("Dominicaanse", None),
            ("Koreaanse", None),
            ("Nederlandse/Marokkaanse", None),
        ),
    ],
)
def test_nationalities_are_read_as_people_write_them_and_never_guessed(typed: str, code: str | None) -> None:
    found = vocabulary("nationalities").find(typed)
    assert (found.code if found else None) == code


def test_partners_have_a_group_and_a_name_of_their_own() -> None:
    rows = tomllib.loads(resources.path("vocabulary", "partners.toml").read_text(encoding="utf-8"))[
        "organisation"
    ]
    names = [row["name"] for row in rows]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(row["group"] in vocabulary("organisation_groups") for row in rows)
    spellings = [spelling.casefold() for row in rows for spelling in (row["name"], *row.get("aliases", ()))]
    assert len(set(spellings)) == len(spellings)


def test_terms_of_informing_name_known_organisations_and_the_last_binds_all_others() -> None:
    rows = tomllib.loads(resources.path("vocabulary", "inform_terms.toml").read_text(encoding="utf-8"))[
        "term"
    ]
    named = [code for row in rows for code in row.get("organisation_types", ())]
    assert set(named) <= set(vocabulary("organisation_types").codes())
    assert "organisation_types" not in rows[-1]
    assert all(row["source"] and (row.get("weeks") or row.get("months")) for row in rows)


def test_no_legal_ground_lets_somebody_wait_without_end() -> None:
    for term in vocabulary("legal_grounds"):
        assert term.code == UNKNOWN or int(term.get("longest_wait_days")) > 0
