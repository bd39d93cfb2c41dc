"""Who in the registry may be the person that somebody is typing: the linkage engine in step with the registry."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from mhdesk.desk import logbook, recording
from mhdesk.desk.desk import Desk
from mhdesk.desk.known_names import KnownNames
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain import dates, phones
from mhdesk.domain.change import Change
from mhdesk.domain.dates import Birth
from mhdesk.domain.people import Permission
from mhdesk.domain.signals import PersonDraft
from mhdesk.domain.text import clean
from mhdesk.errors import InputError
from mhdesk.linkage import (
    SURE_ENOUGH,
    Candidate,
    FieldMatch,
    Index,
    Level,
    Person,
    Progress,
    whole_registry,
)
from mhdesk.store import apart, comparing, involvements, persons
from mhdesk.store.comparing import PersonRow

MOST_SHOWN: Final = 3
"""Candidates that somebody sees at once: a fourth is not read any more."""
SLICE_SECONDS: Final = 0.015
"""How long one request may read on: with a page more it stays below 20 ms."""
# Few enough to read between two looks at the clock.
_PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody in the registry, with the signals that may be shown with the name: id and reference, newest first."""

    person_id: int
    name: str
    signals: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class PossiblySame:
    """Somebody who may be meant: how sure, and why."""

    who: Known
    level: Level
    fields: tuple[FieldMatch, ...]


@dataclass(frozen=True, slots=True)
class Hints:
    """Who may be meant, the likeliest first; ``complete`` unless there are persons who were not compared yet."""

    found: tuple[PossiblySame, ...]
    complete: bool


class Matcher:
    """Compare what is typed with everybody in the registry of one desk.

    Belongs to the thread of the desk, and is thrown away with it: it holds names in memory. Until :meth:`read_on`
    has said so it does not know everybody.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._index: Index[int] = Index()
        self.names = KnownNames()
        self._last: int | None = 0
        self._stale: set[int] = set()
        self._changed_signals: set[int] = set()

    @property
    def ready(self) -> bool:
        """Say whether everybody is known as the registry knows them."""
        return self._last is None and not self._stale and not self._changed_signals

    def hear(self, change: Change) -> None:
        """Note what a verb changed, to be read with what is read next: nothing can fail here, and nothing waits."""
        self._stale |= change.persons
        self._changed_signals |= change.signals

    def read_on(self, seconds: float = SLICE_SECONDS) -> bool:
        """Read for about ``seconds``, what changed first; return whether everybody is known then."""
        ends = time.perf_counter() + seconds
        while not self.ready:
            self._read_page()
            if time.perf_counter() >= ends:
                break
        return self.ready

    def _read_page(self) -> None:
        connection = self._desk.database.connection
        if self._changed_signals:
            some = sorted(self._changed_signals)[:_PAGE]
            self._stale |= comparing.persons_in(connection, some)
            self._changed_signals.difference_update(some)
        elif self._stale:
            some = sorted(self._stale)[:_PAGE]
            self._bring_up_to_date(some, comparing.of(connection, some))
            self._stale.difference_update(some)
        elif self._last is not None:
            page = comparing.after(connection, self._last, _PAGE)
            for row in page:
                self._put(row)
            self._last = page[-1].id if page else None

    def _bring_up_to_date(self, ids: Iterable[int], rows: Iterable[PersonRow]) -> None:
        there = {row.id: row for row in rows}
        for person_id in ids:
            if person_id in there:
                self._put(there[person_id])
            else:
                self._index.remove(person_id)
                self.names.remove(person_id)

    def _put(self, row: PersonRow) -> None:
        birth = Birth(row.birth_on, row.birth_estimated) if row.birth_on else None
        self.names.put(row.id, involvements.full_name(row.first_names, row.last_name), row.phone)
        self._index.put(row.id, Person(row.first_names, row.last_name, birth, row.phone or None))

    def candidates(self, draft: PersonDraft, limit: int = MOST_SHOWN) -> Hints:
        """Return who may be the person of ``draft``: possible ones and surer, at most ``limit``.

        An unfinished draft will do; what cannot be read as a birth or number is not compared. Somebody whom the
        draft names already or tells apart, and whoever is only a confidential source, does not come up.
        """
        self.read_on()
        besides: set[int | None] = {self._now(number) for number in (draft.person_id or 0, *draft.apart_from)}
        found = self._index.candidates(self._as_person(draft), limit + len(besides))
        return Hints(self._shown(found, besides, frozenset(Level) - {Level.UNLIKELY})[:limit], self.ready)

    def alike(self, person_id: int, limit: int = 1) -> tuple[PossiblySame, ...]:
        """Return who may stand in the registry twice as this person: only who is probable, and never told apart."""
        self.read_on()
        if person_id not in self._index:
            return ()
        besides = apart.of(self._desk.database.connection, person_id)
        found = self._index.same_as(person_id, limit + len(besides))
        return self._shown(found, besides, SURE_ENOUGH)[:limit]

    def spelled_like(self, first_names: str, last_name: str, limit: int) -> list[int]:
        """Return whose name is written or sounds like this one, the likeliest first; every name typed must be like."""
        found = self._index.candidates(Person(first_names, last_name), limit)
        return [one.id for one in found if all(field.how != "other" for field in one.fields)]

    def with_phone(self, e164: str) -> tuple[Known, ...]:
        """Return who has exactly this number, as far as they may come up."""
        self.read_on()
        ids = [number for number in self._index.with_phone(e164) if number not in self._stale]
        return tuple(self.known(ids).values())

    def known(self, ids: Collection[int]) -> dict[int, Known]:
        """Return those of a few persons who may come up now, whatever was read before."""
        connection = self._desk.database.connection
        rows = comparing.of(connection, sorted(ids))
        where = comparing.signals_of(connection, [row.id for row in rows])
        names = involvements.references(connection, sorted({one for some in where.values() for one in some}))
        return {
            row.id: Known(
                row.id,
                involvements.full_name(row.first_names, row.last_name),
                tuple((number, names[number]) for number in where[row.id]),
            )
            for row in rows
        }

    def _shown(
        self, found: Iterable[Candidate[int]], besides: Collection[int | None], levels: Collection[Level]
    ) -> tuple[PossiblySame, ...]:
        fresh = [each for each in found if each.id not in besides and each.id not in self._stale]
        judged = [(each, self.level(each.score, each.fields)) for each in fresh]
        likely = [(each, level) for each, level in judged if level in levels]
        known = self.known([each.id for each, _ in likely])
        return tuple(
            PossiblySame(known[each.id], level, each.fields) for each, level in likely if each.id in known
        )

    def everybody(self, not_same: Collection[tuple[int, int]] = ()) -> Iterator[Progress[int]]:
        """Look in slices for persons who stand in the registry twice; ``not_same`` are pairs that somebody parted."""
        return whole_registry(self._index, not_same)

    def level(self, score: float, fields: Collection[FieldMatch]) -> Level:
        """Return how sure it is that two persons are one."""
        return self._index.level(score, fields)

    def _now(self, person_id: int) -> int | None:
        """Return as whom somebody of a draft is known now, who may have been joined with another one since."""
        return persons.standing(self._desk.database.connection, person_id)

    def _as_person(self, draft: PersonDraft) -> Person:
        birth = dates.parse_birth(draft.birth, self._desk.today()) if clean(draft.birth) else None
        return Person(draft.first_names, draft.last_name, birth, phones.normalise(draft.phone))


# --- at the desk ---------------------------------------------------------------------------------------


def matcher_of(desk: Desk) -> Matcher:
    """Return the matcher of a desk; it knows nobody yet when this is the first question. Raises NotAllowedError."""
    desk.demand(Permission.READ)
    if desk.matcher is None:
        desk.matcher = Matcher(desk)
    return desk.matcher


def read_on(desk: Desk) -> bool:
    """Read the persons of the registry for a moment; return whether all of them are known then."""
    return matcher_of(desk).read_on()


def possibly_same(desk: Desk, draft: PersonDraft) -> Hints:
    """Return who may be the person of an unfinished draft. The log says once that such names were shown."""
    hints = matcher_of(desk).candidates(draft)
    if hints.found:
        logbook.list_shown(desk, "possibly_same")
    return hints


def alike(desk: Desk, person_ids: Iterable[int]) -> dict[int, PossiblySame]:
    """Return for some recorded persons who is probably the same, by their ids; most of them have nobody."""
    matcher = matcher_of(desk)
    found = {number: same for number in person_ids if (same := matcher.alike(number))}
    if found:
        logbook.list_shown(desk, "possibly_same")
    return {number: same[0] for number, same in found.items()}


def known(desk: Desk, person_id: int) -> Known | None:
    """Return whom a draft was linked to, or as whom that person goes on; None when nobody may come up any more."""
    matcher = matcher_of(desk)
    now = persons.standing(desk.database.connection, person_id)
    return matcher.known([now]).get(now) if now is not None else None


@verb("person.told_apart", "C", Permission.WRITE)
def tell_apart(work: Work, person_id: int, other: int) -> Change:
    """Keep that two persons are not the same: neither is proposed for the other again. Raises InputError."""
    _demand_both(work, person_id, other)
    work.concerns("person", [person_id], person_id)
    recording.tell_apart(work, person_id, [other])
    return Change("person.told_apart", persons=frozenset({person_id, other}))


@verb("person.told_alike", "D", Permission.WRITE)
def tell_alike(work: Work, person_id: int, other: int) -> Change:
    """Take back that two persons are not the same. Raises InputError."""
    _demand_both(work, person_id, other)
    apart.remove(work.connection, person_id, other)
    for number in (person_id, other):
        work.concerns("person", [number], number)
    return Change("person.told_alike", persons=frozenset({person_id, other}))


def _demand_both(work: Work, person_id: int, other: int) -> None:
    there = all(persons.exists(work.connection, number) for number in (person_id, other))
    if not there or person_id == other:
        raise InputError("match.no_such_persons")
