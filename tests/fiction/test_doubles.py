from __future__ import annotations

from mhdesk.domain.text import plain
from mhdesk.fiction import doubles
from mhdesk.fiction.dice import Dice


def test_the_same_seed_invents_the_same_people_and_records() -> None:
    def invented() -> list[doubles.Double]:
        dice = Dice(3)
        people = doubles.people(dice, 50)
        return people + [doubles.second_record(dice, person) for person in people]

    assert invented() == invented()


def test_every_person_has_a_name_and_every_number_is_of_a_country_that_there_is_not() -> None:
    people = doubles.people(Dice(4), 2_000)
    assert all(plain(person.first_names) and plain(person.last_name) for person in people)
    assert all(person.phone is None or person.phone.startswith("+9990") for person in people)
    assert len({person.last_name for person in people}) > 1_000


def test_second_records_differ_in_all_the_ways_that_intake_notes_do() -> None:
    dice = Dice(5)
    pairs = [(person, doubles.second_record(dice, person)) for person in doubles.people(dice, 2_000)]
    assert sum(meant == told for meant, told in pairs) > 100
    assert any(told.first_names == meant.last_name for meant, told in pairs)
    assert any(not told.last_name for _, told in pairs)
    assert any(told.birth and told.birth.estimated for _, told in pairs)
    assert any(meant.phone and told.phone and meant.phone != told.phone for meant, told in pairs)
