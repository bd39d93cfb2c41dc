from __future__ import annotations

import csv
import math
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mhdesk import linkage
from mhdesk.domain import phones
from mhdesk.domain.dates import Birth
from mhdesk.fiction import doubles
from mhdesk.fiction.dice import Dice
from mhdesk.linkage import SURE_ENOUGH, Candidate, Index, Level, Person, spelling

DATA = Path(__file__).resolve().parent.parent / "data" / "linkage"
LOUBNA = Person("Loubna", "El Mithal", Birth("1991-05-12"), "+31600123456")
STRANGERS = 2_000

TEXT = st.text(max_size=40)
BIRTHS = st.one_of(
    st.none(),
    st.dates().map(lambda day: Birth(day.isoformat())),
    st.integers(1, 2199).map(lambda year: Birth(f"{year:04d}", estimated=year % 2 == 0)),
    st.dates().map(lambda day: Birth(day.isoformat()[:7])),
)
PEOPLE = st.builds(Person, TEXT, TEXT, BIRTHS, st.one_of(st.none(), st.from_regex(r"\+?[0-9]{0,12}")))


def as_person(double: doubles.Double) -> Person:
    return Person(double.first_names, double.last_name, double.birth, double.phone)


@cache
def crowd() -> tuple[Person, ...]:
    return tuple(as_person(person) for person in doubles.people(Dice(11), STRANGERS))


def among_strangers(*known: Person) -> Index[int]:
    """Return an index of a crowd, with ``known`` at -1, -2 and so on."""
    index: Index[int] = Index()
    for number, person in [*enumerate(crowd()), *((-place, person) for place, person in enumerate(known, 1))]:
        index.put(number, person)
    return index


def hows(candidate: Candidate[int]) -> dict[str, str]:
    return {field.field: field.how for field in candidate.fields}


@cache
def loubnas() -> Index[int]:
    return among_strangers(LOUBNA)


HARD = {
    "typed with slips": (
        Person("Lobuna", "El Mthal", LOUBNA.birth),
        {"first_names": "close", "last_name": "close"},
    ),
    "written by ear": (
        Person("Loebna", "el-Mital", LOUBNA.birth),
        {"first_names": "sound", "last_name": "sound"},
    ),
    "turned round": (
        Person("El Mithal", "Loubna", LOUBNA.birth),
        {"first_names": "moved", "last_name": "moved"},
    ),
    "all in one field": (Person("Loubna El Mithal", "", None, LOUBNA.phone), {"first_names": "moved"}),
    "a second first name": (Person("Loubna Hajar", "Mithal", LOUBNA.birth), {"first_names": "partly"}),
    "the first name only": (Person("Loubna", "", LOUBNA.birth), {"first_names": "same", "birth": "same"}),
    "half of a double name": (Person("Loubna", "Mithal-Khayali", LOUBNA.birth), {"last_name": "partly"}),
    "prefix and name in one": (Person("Loubna", "Elmithal", LOUBNA.birth), {"last_name": "same"}),
    "another script": (Person("Лоубна", "Ел Митхал", LOUBNA.birth), {"first_names": "same"}),
    "initial": (Person("L.", "El Mithal", LOUBNA.birth), {"first_names": "begin"}),
    "day and month turned round": (Person("Loubna", "Mithal", Birth("1991-12-05")), {"birth": "turned"}),
    "the year next to it": (Person("Loubna", "Mithal", Birth("1992-05-12")), {"birth": "near_year"}),
    "ten years off": (Person("Loubna", "Mithal", Birth("1981-05-12")), {"birth": "near_year"}),
    "some day that year": (Person("Loubna", "Mithal", Birth("1991-01-01")), {"birth": "january"}),
    "only the year": (Person("Loubna", "Mithal", Birth("1991")), {"birth": "part"}),
    "an age guessed": (Person("Loubna", "Mithal", Birth("1992", estimated=True)), {"birth": "age"}),
    "the phone only": (Person(phone="+31600123456"), {"phone": "same"}),
    "a figure of the phone": (Person("Loubna", "", None, "+31600123457"), {"phone": "close"}),
    "another last name": (
        Person("Loubna", "Verzinsel", LOUBNA.birth, LOUBNA.phone),
        {"last_name": "other", "phone": "same"},
    ),
}


@pytest.mark.parametrize(("told", "explained"), HARD.values(), ids=HARD)
def test_a_person_is_found_when_a_record_is(told: Person, explained: dict[str, str]) -> None:
    found = loubnas().candidates(told)
    assert found[0].id == -1
    assert explained.items() <= hows(found[0]).items()
    assert found[0].score >= loubnas().rules.thresholds.possible or not told.last_name


def test_turkish_and_romanian_letters_polish_l_and_prefixes_are_no_difference() -> None:
    index = among_strangers(Person("Łucja", "Șerban"), Person("Ayşe", "van der Proef"))
    for told in (Person("Lucja", "Şerban"), Person("LUCJA", "serban")):
        assert hows(index.candidates(told)[0]) == {"first_names": "same", "last_name": "same"}
    for last in ("Proef", "v.d. Proef", "Van Der Proef", "vanderproef", "van-der-proef"):
        assert index.candidates(Person("Ayse", last))[0].id == -2


@pytest.mark.parametrize("typed", ["0600123456", "06-00 12 34 56", "0031 600123456", "+31 (0)6 00123456"])
def test_a_telephone_number_counts_in_any_notation(typed: str) -> None:
    found = loubnas().candidates(Person("Loubna", phone=phones.normalise(typed)))
    assert (found[0].id, hows(found[0])["phone"]) == (-1, "same")


@given(PEOPLE)
@settings(deadline=None)
def test_no_text_breaks_it_and_the_explanation_adds_up_to_the_score(told: Person) -> None:
    index = loubnas()
    found = index.candidates(told)
    assert len(found) <= 10
    assert [candidate.score for candidate in found] == sorted((c.score for c in found), reverse=True)
    for candidate in found:
        total = sum(field.weight for field in candidate.fields) + index.prior()
        assert candidate.score == pytest.approx(total, abs=1e-4)
        assert all(0 <= field.nearness <= 1 for field in candidate.fields)
        assert any(field.how != "other" for field in candidate.fields)


@given(PEOPLE.filter(lambda person: spelling.name(person.last_name).words != ()))
@settings(deadline=None, max_examples=50)
def test_whoever_is_in_the_index_finds_oneself(person: Person) -> None:
    index: Index[int] = Index()
    index.put(1, person)
    found = index.candidates(person)
    assert [candidate.id for candidate in found] == [1]
    assert all(field.how == "same" for field in found[0].fields if field.field != "birth")


@given(st.lists(st.tuples(st.integers(0, 5), st.one_of(st.none(), PEOPLE)), max_size=20), PEOPLE)
@settings(deadline=None, max_examples=60)
def test_changing_step_by_step_is_the_same_as_building_anew(
    steps: list[tuple[int, Person | None]], told: Person
) -> None:
    changed: Index[int] = Index()
    left: dict[int, Person] = {}
    for number, person in steps:
        if person is None:
            changed.remove(number)
            left.pop(number, None)
        else:
            changed.put(number, person)
            left[number] = person
    anew: Index[int] = Index()
    assert list(anew.fill(left.items())) == []
    assert len(changed) == len(anew) == len(left)
    assert changed.candidates(told) == anew.candidates(told)


def test_it_finds_the_same_every_time_in_whatever_order_persons_came() -> None:
    forward, backward = Index[int](), Index[int]()
    numbered = list(enumerate(crowd()))
    for _ in forward.fill(numbered):
        pass
    for _ in backward.fill(reversed(numbered)):
        pass
    for told in crowd()[:50]:
        assert forward.candidates(told)[0] == backward.candidates(told)[0]
        assert forward.candidates(told) == forward.candidates(told)


def test_filling_stops_to_take_breath() -> None:
    index: Index[int] = Index()
    assert len(list(index.fill(enumerate(crowd()), slice_seconds=0))) == STRANGERS // 64
    assert len(index) == STRANGERS


def test_whoever_is_linked_without_asking_is_proposed_first_and_surely() -> None:
    index = among_strangers()
    for number, person in enumerate(crowd()[:200]):
        keys = linkage.keys(person.first_names, person.last_name, person.phone, person.birth)
        found = index.candidates(Person(person.first_names.upper(), person.last_name, person.birth, None))[0]
        twin = crowd()[found.id]
        assert linkage.same(keys, linkage.keys(twin.first_names, twin.last_name, twin.phone, twin.birth)), (
            number
        )
        assert index.level(found.score, found.fields) in SURE_ENOUGH


def test_a_given_name_that_looks_like_a_particle_is_found() -> None:
    index = among_strangers(Person("San Li", "Verzinsel"))
    found = index.candidates(Person("San", "Verzinsel"))[0]
    assert (found.id, hows(found)) == (-1, {"first_names": "partly", "last_name": "same"})


def test_a_common_name_says_less_than_a_rare_one() -> None:
    index = among_strangers(*[Person("Test", "Algemeen", Birth(f"19{year}-06-07")) for year in range(50, 99)])
    index.put(-99, Person("Test", "Zeldzaamheid"))
    common = index.candidates(Person("Test", "Algemeen"))[0]
    rare = index.candidates(Person("Test", "Zeldzaamheid"))[0]
    assert rare.fields[1].weight > common.fields[1].weight + 3


def test_an_equal_birth_alone_is_possible_at_most() -> None:
    born = Birth("1991-05-12")
    index: Index[int] = Index()
    for number, held in enumerate((Person(birth=born), Person(birth=born, phone="+31600123456"))):
        index.put(number, held)
    for told in (Person(birth=born), Person("Xaviera", "Uitgewist", born)):
        found = index.candidates(told)
        assert [index.level(one.score, one.fields) for one in found] == [Level.POSSIBLE] * 2
        assert found[0].score >= index.rules.thresholds.probable  # or this rule would not be needed
    best = index.candidates(Person("Xaviera", "Uitgewist", born, "+31600123456"))[0]
    assert (best.id, index.level(best.score, best.fields) in SURE_ENOUGH) == (1, True)


def test_a_removed_person_leaves_nothing_behind() -> None:
    index = among_strangers(Person("Xaviera", "Uitgewist", None, "+31600999999"))
    index.remove(-1)
    assert -1 not in index
    assert all(candidate.id != -1 for candidate in index.candidates(Person("Xaviera", "Uitgewist")))
    held = [index._vocabulary.words, index._vocabulary._plain.texts.tolist(), index._ids, index._phone_of]
    assert "uitgewist" not in repr(held)
    assert "600999999" not in repr([held, index._phones._rows])


def test_the_odds_beforehand_fall_with_the_size_of_the_registry() -> None:
    assert among_strangers().prior() == pytest.approx(-math.log2(STRANGERS + 999))


def test_an_empty_index_knows_nobody() -> None:
    assert Index[int]().candidates(LOUBNA) == ()


def test_levels_come_from_measured_precision() -> None:
    limits = Index[int]().rules.thresholds
    assert limits.certain > limits.probable > limits.possible


def _rows(file: str) -> list[dict[str, str]]:
    with (DATA / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _person(row: dict[str, str]) -> Person:
    birth = Birth(row["birth_date"]) if row["birth_date"] else None
    return Person(row["first_names"], row["last_name"], birth, phones.normalise(row["phone"]))


def test_recall_on_fictitious_records_that_the_rules_were_not_made_from() -> None:
    index: Index[str] = Index()
    for row in _rows("persons.csv"):
        index.put(row["id"], _person(row))
    found, asked, wrong = Counter[str](), Counter[str](), 0
    for row in _rows("queries.csv"):
        candidates = index.candidates(_person(row))
        asked[row["kind"]] += 1
        found[row["kind"]] += row["true_id"] in {candidate.id for candidate in candidates}
        sure = [c for c in candidates if index.level(c.score, c.fields) == Level.CERTAIN]
        wrong += any(candidate.id != row["true_id"] for candidate in sure)
    known = asked.total() - asked["new_person"]
    assert known == 320
    assert found.total() / known >= 0.99, found
    assert wrong <= 2


def test_a_number_finds_everybody_who_has_it_and_nobody_who_has_it_nearly() -> None:
    index: Index[int] = Index()
    for number, phone in ((1, "+31600123456"), (2, "+31600123457"), (3, "+31600123456"), (4, None)):
        index.put(number, Person("Test", "Fictief", None, phone))
    assert index.with_phone("+31600123456") == [1, 3]
    index.remove(1)
    assert index.with_phone("+31600123456") == [3]
    assert index.with_phone("+32600123456") == []
