"""Find who in the registry may be the person who is being written down.

One pass over all persons, made of table look-ups that numpy does in bulk, adds up roughly what each field says;
the best of it is weighed exactly (:mod:`mhdesk.linkage.weighing`). Nobody is left out beforehand: there are no
blocks in which a pair must fall together to be compared. Adding, changing or removing somebody touches that person
only.
"""

from __future__ import annotations

import math
import time
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from mhdesk.domain.dates import Birth
from mhdesk.linkage import births, phones, weighing
from mhdesk.linkage.rules import SURE_ENOUGH, Level, Rules, shipped
from mhdesk.linkage.spelling import MOST_WORDS, Name, Word, name
from mhdesk.linkage.vocabulary import FIELDS, FIRST, KINDS, LAST, Vocabulary
from mhdesk.linkage.weighing import FieldMatch, HeldName, Sought, SoughtName

Id = TypeVar("Id", int, str)

SLICE_SECONDS: Final = 0.02
# How many are weighed exactly for each that is asked for; from the measurements in docs/decisions/.
_WEIGHED: Final = 3
# A small registry is not all the persons there are: at least so many might be meant.
_OTHERS: Final = 999
_WIDTH: Final = MOST_WORDS + 1  # the words of one field, and all as one
_EVERY: Final = 64
# Nobody with a lower score (in bits) is worth a look: odds of one in four thousand.
FAINTEST: Final = -12.0
_OF_ANY_NUMBER: Final = 1 / 40_000_000  # mobile numbers that are in use here
# Words that were looked up last: while somebody types, and for namesakes in the check of a whole registry.
_REMEMBERED: Final = 128


@dataclass(frozen=True, slots=True)
class Person:
    """What the engine compares. ``phone`` is in E.164; empty or None is "not known"."""

    first_names: str = ""
    last_name: str = ""
    birth: Birth | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate(Generic[Id]):
    """Somebody who may be meant.

    ``score`` is in bits: 0 is as likely as not, each bit doubles the odds. It is the sum of the weights of
    ``fields`` and of :meth:`Index.prior`.
    """

    id: Id
    score: float
    fields: tuple[FieldMatch, ...]


@dataclass(frozen=True, slots=True)
class _Description:
    """A person as the index sees one."""

    names: tuple[Name, Name]
    birth: int
    phone: str


@dataclass(frozen=True, slots=True)
class _Question:
    """What is sought, with what each way to agree says."""

    sought: list[SoughtName]
    agreements: NDArray[np.uint8]
    of_birth: NDArray[np.float32]
    phone: str
    of_phone: dict[int, tuple[str, float]]


def _describe(person: Person) -> _Description:
    names = (name(person.first_names, given=True), name(person.last_name))
    number = person.phone or ""
    return _Description(names, births.code(person.birth), number if phones.suffix(number) else "")


class Index(Generic[Id]):
    """All persons of a registry, ready to be compared with one more.

    Not for several threads at once. Holds folded names, births and telephone numbers in memory: it lives
    no longer than the registry is unlocked.
    """

    def __init__(self, rules: Rules | None = None) -> None:
        self.rules = rules or shipped()
        self._vocabulary = Vocabulary()
        self._phones = phones.Directory()
        self._row_of: dict[Id, int] = {}
        self._ids: list[Id | None] = []
        self._phone_of: list[str] = []
        self._free: list[int] = []
        self._words = np.full((1024, 2 * _WIDTH), -1, np.int32)
        self._births = np.zeros(1024, np.intp)
        self._named = np.zeros((2, 1024), np.float32)
        self._with_name = [0, 0]
        self._sought: dict[tuple[int, Word], Sought] = {}

    def __len__(self) -> int:
        """Return how many persons the index holds."""
        return len(self._row_of)

    def __contains__(self, person_id: object) -> bool:
        """Say whether a person is in the index."""
        return person_id in self._row_of

    def fill(
        self, people: Iterable[tuple[Id, Person]], slice_seconds: float = SLICE_SECONDS
    ) -> Iterator[int]:
        """Put ``people`` in, yielding how many are in after each slice of at most about ``slice_seconds``."""
        ends = time.perf_counter() + slice_seconds
        for count, (person_id, person) in enumerate(people, start=1):
            self.put(person_id, person)
            if count % _EVERY == 0 and time.perf_counter() >= ends:
                yield count
                ends = time.perf_counter() + slice_seconds

    def put(self, person_id: Id, person: Person) -> None:
        """Add a person, or change what is known of one."""
        self.remove(person_id)
        described = _describe(person)
        self._sought.clear()
        row = self._new_row(person_id)
        for field in FIELDS:
            self._put_name(row, field, described.names[field])
        self._births[row] = described.birth
        self._phone_of[row] = described.phone
        if described.phone:
            self._phones.add(described.phone, row)

    def _new_row(self, person_id: Id) -> int:
        if self._free:
            row = self._free.pop()
            self._ids[row] = person_id
        else:
            row = len(self._ids)
            self._ids.append(person_id)
            self._phone_of.append("")
            if row == len(self._births):
                self._words = np.concatenate([self._words, np.full_like(self._words, -1)])
                self._births = np.concatenate([self._births, np.zeros_like(self._births)])
                self._named = np.concatenate([self._named, np.zeros_like(self._named)], axis=1)
        self._row_of[person_id] = row
        return row

    def _put_name(self, row: int, field: int, called: Name) -> None:
        if not called.words:
            return
        numbers = [self._vocabulary.add(word, field, row) for word in called.words]
        start = field * _WIDTH
        self._words[row, start : start + len(numbers)] = numbers
        if called.joined:
            self._words[row, start + MOST_WORDS] = self._vocabulary.add(called.joined, field, row)
        self._named[field, row] = 1
        self._with_name[field] += 1

    def remove(self, person_id: Id) -> None:
        """Forget a person; nothing happens when there is none."""
        row = self._row_of.pop(person_id, None)
        if row is None:
            return
        self._sought.clear()
        for place, number in enumerate(self._words[row].tolist()):
            if number >= 0:
                self._vocabulary.remove(number, place // _WIDTH, row)
        for field in FIELDS:
            self._with_name[field] -= int(self._named[field, row])
        if self._phone_of[row]:
            self._phones.remove(self._phone_of[row], row)
        self._words[row] = -1
        self._births[row] = births.NO_BIRTH
        self._named[:, row] = 0
        self._ids[row], self._phone_of[row] = None, ""
        self._free.append(row)

    def level(self, score: float, fields: Collection[FieldMatch]) -> Level:
        """Return how sure a candidate is; where nothing speaks for it but a birth, "possible" at most.

        Many persons share a day of birth, 1 January most of all, and of many in a registry nobody knows the name.
        """
        level = self.rules.level(score)
        only_a_birth = all(each.field == "birth" for each in fields if each.weight > 0)
        return Level.POSSIBLE if only_a_birth and level in SURE_ENOUGH else level

    def prior(self) -> float:
        """Return in bits how likely it is beforehand that a given person of the registry is meant."""
        return -math.log2(len(self) + _OTHERS)

    def candidates(self, person: Person, limit: int = 10) -> tuple[Candidate[Id], ...]:
        """Return those who may be ``person``, the likeliest first, at most ``limit``.

        Nobody of whom no field agrees, or whose score is lower than ``FAINTEST``; :meth:`level` tells how sure
        it is.
        """
        return self._candidates(_describe(person), limit)

    def same_as(self, person_id: Id, limit: int = 10) -> tuple[Candidate[Id], ...]:
        """Return those who may be the same as somebody in the registry. Raises KeyError when there is none."""
        row = self._row_of[person_id]
        described = _Description(
            (self._name(row, FIRST), self._name(row, LAST)), int(self._births[row]), self._phone_of[row]
        )
        found = self._candidates(described, limit + 1)
        return tuple(other for other in found if other.id != person_id)[:limit]

    def with_phone(self, e164: str) -> list[Id]:
        """Return everybody who has exactly this number, however little that alone says of who it is."""
        rows = (row for row in self._phones.same(e164) if self._phone_of[row] == e164)
        return [person_id for row in rows if (person_id := self._ids[row]) is not None]

    def alike_first(self) -> list[Id]:
        """Return the ids of all persons, namesakes one after another."""
        last, first = self._words[:, _WIDTH], self._words[:, 0]
        rows = np.lexsort((first[: len(self._ids)], last[: len(self._ids)])).tolist()
        return [person_id for row in rows if (person_id := self._ids[row]) is not None]

    def _name(self, row: int, field: int) -> Name:
        held, words = self._held(self._words[row].tolist(), field), self._vocabulary.words
        joined = words[held.joined] if held.joined >= 0 else None
        return Name(tuple(words[number] for number in held.words), joined)

    @staticmethod
    def _held(numbers: list[int], field: int) -> HeldName:
        start = field * _WIDTH
        words = tuple(number for number in numbers[start : start + MOST_WORDS] if number >= 0)
        return HeldName(words, numbers[start + MOST_WORDS])

    def _candidates(self, described: _Description, limit: int) -> tuple[Candidate[Id], ...]:
        question = self._ask(described)
        found = [self._weighed(row, question) for row in self._best(question, _WEIGHED * limit)]
        likely = [each for each in found if each]
        likely.sort(key=lambda candidate: (-candidate.score, candidate.id))
        return tuple(likely[:limit])

    def _ask(self, described: _Description) -> _Question:
        return _Question(
            [self._seek(field, described.names[field]) for field in FIELDS],
            births.agreements(described.birth),
            births.weigh(described.birth, self.rules.births),
            described.phone,
            self._weigh_phones(described.phone),
        )

    def _best(self, question: _Question, most: int) -> list[int]:
        """Return at most ``most`` rows that may be good enough, roughly the best first."""
        total = self._roughly(question.sought)
        total += question.of_birth.take(question.agreements.take(self._births[: len(self._ids)]))
        for row, (_, weight) in question.of_phone.items():
            total[row] += weight
        if self._free:
            total[self._free] = -np.inf
        named = sum(bool(called.words) for called in question.sought)
        return _highest(total, FAINTEST - self.prior() - named * math.log2(self.rules.names.other), most)

    def _weighed(self, row: int, question: _Question) -> Candidate[Id] | None:
        """Return who stands in ``row``, weighed exactly; None when that comes to nothing."""
        person_id = self._ids[row]
        if person_id is None:
            return None
        numbers = self._words[row].tolist()
        held = [self._held(numbers, field) for field in FIELDS]
        fields = weighing.weigh_names(question.sought, held, self.rules.names, self._with_name)
        birth = births.Agreement(int(question.agreements[self._births[row]]))
        if birth:
            fields.append(FieldMatch("birth", *weighing.BIRTH_HOW[birth], float(question.of_birth[birth])))
        if question.phone and self._phone_of[row]:
            how, weight = question.of_phone.get(row, ("other", math.log2(self.rules.phones.other)))
            fields.append(FieldMatch("phone", how, weighing.PHONE_NEARNESS[how], weight))
        score = sum(field.weight for field in fields) + self.prior()
        if score < FAINTEST or all(field.how == "other" for field in fields):
            return None
        return Candidate(person_id, score, tuple(fields))

    def _seek(self, field: int, called: Name) -> SoughtName:
        words = tuple(self._seek_word(field, word) for word in called.words)
        return SoughtName(words, self._seek_word(field, called.joined) if called.joined else None)

    def _seek_word(self, field: int, word: Word) -> Sought:
        known = self._sought.get((field, word))
        if known is None:
            likes, counts = self._vocabulary.like(word), self._vocabulary.counts
            said = weighing.weights(field, word, likes, counts, self._with_name, self.rules.names)
            known = Sought(likes, *said)
            if len(self._sought) >= _REMEMBERED:
                del self._sought[next(iter(self._sought))]
            self._sought[field, word] = known
        return known

    def _roughly(self, sought: list[SoughtName]) -> NDArray[np.float32]:
        """Return for each row about what the names say, counted from "all words differ"."""
        size = len(self._ids)
        total = np.zeros(size, np.float32)
        unlike = math.log2(self.rules.names.other)
        for field, called in enumerate(sought):
            if not called.words:
                continue
            said = np.zeros(size, np.float32)
            for word in called.words:
                said += self._said(field, word, unlike)
            if called.joined:
                np.maximum(said, self._said(field, called.joined, unlike), out=said)
            total += said
            total -= unlike * (1 - self._named[field, :size])
        return total

    def _said(self, field: int, word: Sought, unlike: float) -> NDArray[np.float32]:
        """Return for each row the most that one of its words says about ``word``, above ``unlike``."""
        said = np.zeros(len(self._ids), np.float32)
        options = [(word.straight[kind], field, kind) for kind in KINDS]
        options += [(word.moved[kind], 1 - field, kind) for kind in KINDS]
        for weight, side, kind in sorted(options):
            numbers = word.likes.of_kind(kind)
            if len(numbers):
                said[self._vocabulary.rows(side, numbers)] = weight - unlike
        return said

    def _weigh_phones(self, number: str) -> dict[int, tuple[str, float]]:
        """Return who has this number, or one a slip away, with what that says."""
        if not number:
            return {}
        rates, same, near = self.rules.phones, self._phones.same(number), self._phones.near(number)
        slip = rates.slip / phones.count_slips(number)
        held = (len(same) * rates.same + len(near) * slip) / (self._phones.held + _OTHERS)
        of_anybody = held + _OF_ANY_NUMBER
        found = dict.fromkeys(near, ("close", math.log2(rates.other + slip / of_anybody)))
        return found | dict.fromkeys(same, ("same", math.log2(rates.same / of_anybody)))


def _highest(total: NDArray[np.float32], least: float, most: int) -> list[int]:
    """Return the rows with at least ``least``, the highest first, of equals the first that came, at most ``most``."""
    rows = np.flatnonzero(total >= least)
    if len(rows) > most:
        values = total[rows]
        rows = rows[values >= np.partition(values, len(rows) - most)[len(rows) - most]]
    best: list[int] = rows[np.argsort(-total[rows], kind="stable")[:most]].tolist()
    return best
