"""Who in the registry may be the person that somebody is typing: the linkage engine in step with the registry."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from mhdesk.desk.desk import Desk
from mhdesk.domain import dates, phones
from mhdesk.domain.change import Change
from mhdesk.domain.dates import Birth
from mhdesk.domain.people import Permission
from mhdesk.domain.signals import PersonDraft
from mhdesk.domain.text import clean
from mhdesk.linkage import FieldMatch, Index, Level, Person, Progress, whole_registry
from mhdesk.linkage.index import SLICE_SECONDS
from mhdesk.store import comparing
from mhdesk.store.comparing import PersonRow

# Few enough to read between two looks at the clock.
_PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class PossiblySame:
    """Somebody in the registry who may be meant: how sure, why, and in which signals (the newest first)."""

    person_id: int
    level: Level
    fields: tuple[FieldMatch, ...]
    signals: tuple[int, ...]


class Matcher:
    """Compare what is typed with everybody in the registry of one desk.

    Belongs to the thread of the desk, and is thrown away with it: it holds names in memory. Until
    :meth:`prepare` has ended it knows only those whom it has read.
    """

    def __init__(self, desk: Desk) -> None:
        desk.demand(Permission.READ)
        self._desk = desk
        self._index: Index[int] = Index()
        self.ready = False

    def prepare(self, slice_seconds: float = SLICE_SECONDS) -> Iterator[int]:
        """Read everybody, yielding how many were read after each slice of about ``slice_seconds``."""
        last, done, ends = 0, 0, time.perf_counter() + slice_seconds
        while page := comparing.after(self._desk.database.connection, last, _PAGE):
            for row in page:
                self._put(row)
            last, done = page[-1].id, done + len(page)
            if time.perf_counter() >= ends:
                yield done
                ends = time.perf_counter() + slice_seconds
        self.ready = True
        yield done

    def follow(self, change: Change) -> None:
        """Take in what a verb has changed: call it with every :class:`Change` of the desk."""
        connection = self._desk.database.connection
        touched = change.persons | comparing.persons_in(connection, sorted(change.signals))
        there = {row.id: row for row in comparing.of(connection, sorted(touched))}
        for person_id in touched:
            if person_id in there:
                self._put(there[person_id])
            else:
                self._index.remove(person_id)

    def _put(self, row: PersonRow) -> None:
        birth = Birth(row.birth_on, row.birth_estimated) if row.birth_on else None
        self._index.put(row.id, Person(row.first_names, row.last_name, birth, row.phone or None))

    def candidates(self, draft: PersonDraft, limit: int = 5) -> tuple[PossiblySame, ...]:
        """Return who may be the person of ``draft``, the likeliest first: possible ones and surer.

        An unfinished draft will do; what cannot be read as a birth or number is not compared. Somebody whom the
        draft names already, and whoever is only a confidential source, does not come up.
        """
        found = [
            (each, self._index.rules.level(each.score))
            for each in self._index.candidates(self._as_person(draft), limit + 1)
            if each.id != draft.person_id
        ]
        likely = [(each, level) for each, level in found if level is not Level.UNLIKELY][:limit]
        where = comparing.signals_of(self._desk.database.connection, [each.id for each, _ in likely])
        return tuple(PossiblySame(each.id, level, each.fields, where[each.id]) for each, level in likely)

    def everybody(self, not_same: Collection[tuple[int, int]] = ()) -> Iterator[Progress[int]]:
        """Look in slices for persons who stand in the registry twice; ``not_same`` are pairs that somebody parted."""
        return whole_registry(self._index, not_same)

    def _as_person(self, draft: PersonDraft) -> Person:
        birth = dates.parse_birth(draft.birth, self._desk.today()) if clean(draft.birth) else None
        return Person(draft.first_names, draft.last_name, birth, phones.normalise(draft.phone))
