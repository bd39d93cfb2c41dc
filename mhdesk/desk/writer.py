"""Write many signals with their persons at once, by the rules and columns of the ordinary verbs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from mhdesk.desk import recording
from mhdesk.desk.verbs import Work
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.domain.text import clean
from mhdesk.store import bulk, indicators, leads, persons, search
from mhdesk.store.bulk import Batch, Values
from mhdesk.store.revisions import Author

_INDEXED_AT_ONCE: Final = 500

Row = dict[str, Any]
"""A row that waits to be written: columns by name, with its id."""
_UNANSWERED: Final[Values] = {
    "answered_on": None,
    "answer": "",
    "waiting_place": "",
    "waiting_since": None,
    "started_on": None,
    "ended_on": None,
    "outcome": "",
    "version": 1,
}


@dataclass(frozen=True, slots=True)
class Met:
    """A person as a signal tells of him or her: columns, and the keys by which the registry may know them."""

    values: Mapping[str, Any]
    keys: tuple[str, ...]

    @classmethod
    def of(cls, draft: PersonDraft, seen_on: date) -> Met:
        """Return the person of a valid draft, seen on the day of the signal."""
        values = recording.person_values(draft, seen_on)
        return cls(values, recording.keys_of(values))


class Writer:
    """Give rows their ids and keep them until :meth:`flush`; meet the people of some signals before writing those.

    ``uid`` gives each row that needs one a new uid.
    """

    def __init__(self, work: Work, uid: Callable[[], str]) -> None:
        self._connection = work.connection
        self._recorded_by = work.user.id
        self._uid = uid
        self._owners: dict[str, int] = {}
        self.ids = bulk.next_ids(work.connection)
        self.first = self.ids.signal
        self.batch = Batch()

    def meet(self, people: Iterable[Met]) -> None:
        """Ask once who of these people is known."""
        self._owners = bulk.owners(self._connection, (key for one in people for key in one.keys))

    def flush(self) -> None:
        """Write all that waits."""
        bulk.write(self._connection, self.batch)

    def signal(self, draft: SignalDraft, values: Mapping[str, Any], other_forms: Iterable[str]) -> Row:
        """Return the row of a signal; it waits until its caller puts it into the batch."""
        number = self.ids.signal
        self.ids.signal += 1
        self.batch.signal_texts.append({"signal_id": number, "narrative": clean(draft.narrative)})
        self.batch.signal_forms += [{"signal_id": number, "form": form} for form in other_forms]
        return {**values, "id": number, "uid": self._uid(), "version": 1}

    def lead(self, values: Values) -> None:
        """Keep a lead; it waits with its keys."""
        number = self.ids.lead
        self.ids.lead += 1
        self.batch.leads.append({**values, "id": number})
        self.batch.lead_keys += leads.key_rows(number, values["kind"], values["text"])

    def person(self, one: Met, signal_id: int, recorded_at: str) -> tuple[int, bool]:
        """Return the id of a person, and whether he or she is new; one known for certain is completed."""
        found = min((self._owners[key] for key in one.keys if key in self._owners), default=None)
        known = found if found is not None else self._new_person(one, recorded_at)
        if found is not None:
            self._complete(known, one, signal_id, recorded_at)
        for key in one.keys:
            self._owners[key] = min(self._owners.get(key, known), known)
        return known, found is None

    def _complete(self, known: int, one: Met, signal_id: int, recorded_at: str) -> None:
        """Add what was not known of a person, and note what is told otherwise."""
        if self.batch.persons and known >= self.batch.persons[0]["id"]:
            bulk.write_persons(self._connection, self.batch)
        by = Author(self._recorded_by, recorded_at)
        differing = persons.complete(self._connection, known, one.values, one.keys, by)
        self.note(signal_id, recording.lines_of(differing), recorded_at)

    def _new_person(self, one: Met, recorded_at: str) -> int:
        number = self.ids.person
        self.ids.person += 1
        row = {**one.values, "id": number, "uid": self._uid(), "recorded_at": recorded_at}
        self.batch.persons.append(row)
        self.batch.person_keys += [{"key": key, "person_id": number} for key in one.keys]
        return number

    def involvement(self, values: Values) -> Row:
        """Return the row of an involvement; it waits until its caller puts it into the batch."""
        number = self.ids.involvement
        self.ids.involvement += 1
        return {**values, "id": number}

    def referral(self, values: Values) -> Row:
        """Return the row of a referral, unanswered; it waits until its caller puts it into the batch."""
        number = self.ids.referral
        self.ids.referral += 1
        return {**values, "id": number, **_UNANSWERED}

    def assessment(self, values: Values, answers: Mapping[str, str]) -> None:
        """Keep a list of signs that was gone through."""
        number = self.ids.assessment
        self.ids.assessment += 1
        self.batch.assessments.append({**values, "id": number})
        self.batch.indicator_answers += indicators.answer_values(number, answers)

    def note(self, signal_id: int, lines: Iterable[tuple[str, str]], recorded_at: str) -> None:
        """Keep lines (text and origin) beside a signal."""
        beside = {"signal_id": signal_id, "recorded_at": recorded_at, "recorded_by": self._recorded_by}
        self.batch.notes += [{"text": text, "origin": origin, **beside} for text, origin in lines]

    def make_findable(
        self, prefix: str, progress: Callable[[int], object], earlier: Sequence[int] = ()
    ) -> None:
        """Put all that was written into the search index, once it stands as it will: people come back.

        ``earlier`` signals are indexed anew. ``progress`` is told how many are done.
        """
        written: Sequence[int] = range(self.first, self.ids.signal)
        done = 0
        for numbers in (earlier, written):
            for start in range(0, len(numbers), _INDEXED_AT_ONCE):
                some = numbers[start : start + _INDEXED_AT_ONCE]
                search.index(self._connection, bulk.documents(self._connection, some, prefix))
                done += len(some)
                progress(done)
