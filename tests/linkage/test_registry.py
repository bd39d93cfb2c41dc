from __future__ import annotations

from mhdesk.domain.dates import Birth
from mhdesk.fiction import doubles
from mhdesk.fiction.dice import Dice
from mhdesk.linkage import Index, Pair, Person, whole_registry

BORN = Birth("1991-05-12")
TWICE = {900: Person("Loubna", "El Mithal", BORN), 901: Person("Loebna", "Elmithal", BORN)}


def registry(count: int = 400) -> Index[int]:
    index: Index[int] = Index()
    for number, person in enumerate(doubles.people(Dice(5), count)):
        index.put(number, Person(person.first_names, person.last_name, person.birth, person.phone))
    for number, known in TWICE.items():
        index.put(number, known)
    return index


def pairs(index: Index[int], not_same: set[tuple[int, int]] | None = None) -> list[Pair[int]]:
    return [pair for told in whole_registry(index, not_same or set()) for pair in told.found]


def test_somebody_who_stands_there_twice_is_found_once() -> None:
    assert [(pair.one, pair.other) for pair in pairs(registry())] == [(900, 901)]


def test_a_pair_that_somebody_parted_is_not_proposed_again() -> None:
    for parted in ((900, 901), (901, 900)):
        assert pairs(registry(), {parted}) == []


def test_progress_comes_in_slices_and_ends_at_everybody() -> None:
    told = list(whole_registry(registry(), slice_seconds=0))
    assert [progress.done for progress in told] == list(range(1, 403))
    assert {progress.total for progress in told} == {402}


def test_somebody_may_leave_between_two_slices() -> None:
    index = registry()
    check = whole_registry(index, slice_seconds=0)
    next(check)
    index.remove(901)
    assert [pair for told in check for pair in told.found] == []


def test_an_empty_registry_is_checked_at_once() -> None:
    assert [(told.done, told.total) for told in whole_registry(Index[int]())] == [(0, 0)]
