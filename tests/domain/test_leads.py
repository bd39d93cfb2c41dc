"""The same lead in any notation has a key in common; another lead has none."""

from __future__ import annotations

import itertools
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.leads import LeadDraft, LeadKind, keys, search_forms
from mhdesk.domain.vocabulary import vocabulary

SAME = {
    LeadKind.PHONE: [
        ["06-00 12 34 56", "+31 6 00123456", "0031600123456"],
        ["06-00123457"],
        ["+32 470 00 00 00"],
    ],
    LeadKind.VEHICLE: [
        ["12-ABC-3", "12ABC3", "12 abc 3", "witte bestelbus 12-ABC-3", "12abc-3"],
        ["12-ABC-4"],
        ["XX-99-YY", "xx99yy", "grijze Opel, XX-99-YY, deuk links"],
        ["D M-AB 1234", "d m ab 1234", "DMAB1234"],
        ["zwarte auto zonder kenteken"],
    ],
    LeadKind.ADDRESS: [
        ["Denkstraat 12a, 1211 AB Proefdam", "1211ab 12 A", "1211 AB 12-a", "denkstraat 12 a Proefdam"],
        ["Denkstraat 12, 1211 AB Proefdam", "1211AB 12"],
        ["Denkstraat 12a Verzonnenveen"],
        ["2e Proefstraat 4 Proefdam", "2E PROEFSTRAAT 4, Proefdam"],
        ["Vakantiepark De Bedachte Plas", "vakantiepark de bedachte plas"],
        ["Vakantiepark De Bedachte Plas huisje 12", "vakantiepark De Bedachte Plas, huisje 12"],
    ],
    LeadKind.ADVERTISEMENT: [
        [
            "https://www.advertenties.example/massage/1234567?utm_source=x&ref=home",
            "advertenties.example/massage/1234567/",
            "http://m.advertenties.example/massage/1234567#foto",
            "advertenties.example nr. 1234567",
        ],
        ["advertenties.example/massage/7654321"],
        ["https://proef.example/ad?id=9&utm_medium=app", "proef.example/ad?id=9"],
        ["https://proef.example/ad?id=8"],
        ["Poster bij de sluis", "poster bij de SLUIS"],
    ],
    LeadKind.BUSINESS: [
        ["Nagelstudio Fabeltje B.V.", "nagelstudio fabeltje", "Nagelstudio Fabeltje BV, KvK 00123456"],
        ["KvK-nummer: 00123457"],
        ["Uitzendbureau Nepwerk V.O.F.", "uitzendbureau NEPWERK"],
    ],
    LeadKind.ACCOUNT: [
        ["@Lola.Verzonnen", "insta: @lola.verzonnen", "https://foto.example/Lola.Verzonnen/"],
        ["lola@proef.example", "Mail: LOLA@proef.example"],
        ["snap lola123", "Snap  Lola123"],
    ],
}


@pytest.mark.parametrize("kind", [*LeadKind])
def test_notations_of_one_lead_share_a_key_and_other_leads_do_not(kind: LeadKind) -> None:
    groups = [[set(keys(kind, text)) for text in group] for group in SAME[kind]]
    for place, group in enumerate(groups):
        for text, found in zip(SAME[kind][place], group, strict=True):
            assert found & group[0], (text, found, group[0])
    for one, other in itertools.combinations(groups, 2):
        assert not set().union(*one) & set().union(*other)


def test_the_vocabulary_holds_exactly_the_kinds() -> None:
    assert set(vocabulary("lead_kinds").codes()) == set(LeadKind)


words = st.text(string.ascii_lowercase, min_size=2, max_size=9)
plates = st.sampled_from(["12ABC3", "1ABC23", "AB12CD", "AB123C", "A123BC", "123AB4"])


@given(plates, st.sampled_from(["", " ", "-"]), st.booleans(), words)
def test_a_plate_is_the_same_in_any_notation(bare: str, between: str, lower: bool, word: str) -> None:
    groups = ["".join(group) for _, group in itertools.groupby(bare, str.isdigit)]
    typed = between.join(groups)
    typed = typed.lower() if lower else typed
    assert keys("vehicle", typed) == (f"plate:{bare.lower()}",)
    assert search_forms("vehicle", typed) == (bare.lower(),)
    if between == "-":
        assert f"plate:{bare.lower()}" in keys("vehicle", f"{word}auto {typed} {word}kleur")


@given(words, st.integers(1, 999), words)
def test_an_address_is_the_same_with_any_marks_and_capitals(street: str, number: int, place: str) -> None:
    told = keys("address", f"{street}straat {number}, {place}veen")
    assert told == keys("address", f"  {street.upper()}STRAAT {number}\n{place}Veen. ")
    assert told != keys("address", f"{street}straat {number + 1}, {place}veen")


@given(words, st.text(string.ascii_lowercase + string.digits + "-/", max_size=20), words)
def test_a_page_is_the_same_without_what_tells_how_somebody_came_there(
    site: str, path: str, value: str
) -> None:
    bare = keys("advertisement", f"https://{site}.example/{path}")
    assert bare
    assert bare == keys(
        "advertisement", f"http://www.{site.upper()}.example/{path}?utm_campaign={value}#{value}"
    )


@given(words)
def test_a_name_of_a_business_has_no_legal_form(name: str) -> None:
    first = keys("business", f"{name}huis")
    assert all(
        keys("business", f"{name}huis {form}") == first for form in ("BV", "b.v.", "N.V.", "vof", "V.O.F.")
    )


@given(st.sampled_from([*LeadKind]), st.text(max_size=60))
def test_whatever_is_typed_has_keys_that_stay(kind: str, text: str) -> None:
    found = keys(kind, text)
    assert found == keys(kind, f" {text}\n")
    assert all(":" in key and key == key.strip() for key in found)


def test_an_unknown_kind_has_no_key() -> None:
    assert keys("ship", "De Proef 12") == ()


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (LeadDraft("phone", "06-00123456"), set()),
        (LeadDraft("phone", "iets met een 6"), {"text"}),
        (LeadDraft("vehicle", " "), {"text"}),
        (LeadDraft("ship", "x"), {"kind"}),
        (LeadDraft("business", "x" * 501, "n" * 20_001), {"text", "note"}),
    ],
)
def test_what_cannot_be_recorded_is_told_at_its_field(draft: LeadDraft, fields: set[str]) -> None:
    assert {problem.field for problem in draft.validate()} == fields
