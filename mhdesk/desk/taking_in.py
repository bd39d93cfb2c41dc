"""Write the rows of a spreadsheet down as history: no clock starts, what is open goes on the list to look through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import uuid4

from mhdesk.desk import informing, recording, referring
from mhdesk.desk.verbs import Work
from mhdesk.desk.writer import Met, Row, Writer
from mhdesk.domain import dates
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.references import Reference
from mhdesk.domain.referrals import ReferralDraft
from mhdesk.domain.signals import ROLES_TO_INFORM
from mhdesk.domain.text import clean
from mhdesk.exchange.imported import ImportedSignal
from mhdesk.store import case_search, imports, organisations, persons, signals
from mhdesk.store.values import to_day, to_text


@dataclass(frozen=True, slots=True)
class _Told:
    """A row with the day of its signal and those of its persons of whom anything is told."""

    row: ImportedSignal
    received_on: date
    people: tuple[Met | None, ...]


@dataclass(slots=True)
class Clerk:
    """Take in rows some hundreds at a time, by the rules and columns of the ordinary verbs.

    ``batch_id`` is the import to which they belong.
    """

    work: Work
    batch_id: int
    created: int = 0
    linked: int = 0
    people: set[int] = field(default_factory=set)
    known: set[int] = field(default_factory=set)
    writer: Writer = field(init=False)
    _prefix: str = field(init=False)
    _number: int = field(init=False)
    _organisations: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.writer = Writer(self.work, lambda: uuid4().hex)
        self._prefix = self.work.desk.setting("prefix")
        self._number = signals.next_number(self.work.connection, self.work.today().year)

    def signal_ids(self) -> range:
        """Return the ids of all signals written so far."""
        return range(self.writer.first, self.writer.ids.signal)

    def take_in(self, rows: Sequence[ImportedSignal], progress: Callable[[], object]) -> None:
        """Write some rows; what is known of their people is asked once for all. ``progress`` is told of each row."""
        told = [_told(row) for row in rows]
        self.writer.meet(one for signal in told for one in signal.people if one)
        first = self.writer.ids.signal
        for signal in told:
            self._take_in(signal)
            progress()
        self.writer.flush()
        taken = zip((row.fingerprint for row in rows), range(first, self.writer.ids.signal), strict=True)
        imports.remember(self.work.connection, taken)

    def _take_in(self, told: _Told) -> None:
        signal = self._signal(told)
        concerned = [
            self._involvement(signal["id"], one, draft.role) if one or draft.role in ROLES_TO_INFORM else None
            for one, draft in zip(told.people, told.row.signal.persons, strict=True)
        ]
        for index, decision in told.row.decisions:
            self._decide(decision, concerned[index])
        for about, referral in told.row.referrals:
            self._refer(referral, signal["id"], None if about is None else concerned[about])
        lines = [(note.text, note.origin()) for note in told.row.notes]
        self.writer.note(signal["id"], lines, self.work.recorded_at)
        self.writer.batch.signals.append(signal)
        self.writer.batch.involvements += filter(None, concerned)

    def _signal(self, told: _Told) -> Row:
        draft = told.row.signal
        reference = Reference(self._prefix, self.work.today().year, self._number)
        self._number += 1
        values = recording.signal_values(self.work, draft, told.received_on, reference)
        values |= {"import_batch_id": self.batch_id, "to_review": told.row.to_review}
        others = dict.fromkeys(code for code in draft.other_forms if code != draft.form)
        signal = self.writer.signal(draft, values, others)
        self.work.concerns("signal", [signal["id"]])
        return signal

    def _involvement(self, signal_id: int, one: Met | None, role: str) -> Row:
        person_id = self._person(one, signal_id) if one else None
        values = recording.involvement_values(signal_id, person_id, role, None, self.work.today())
        row = self.writer.involvement(values)
        self.work.concerns("involvement", [row["id"]], person_id)
        return row

    def _person(self, one: Met, signal_id: int) -> int:
        person_id, is_new = self.writer.person(one, signal_id, self.work.recorded_at)
        self.people.add(person_id)
        self.created += is_new
        self.linked += not is_new
        if not is_new:
            self.known.add(person_id)
        return person_id

    def _decide(self, decision: InformDraft, concerned: Row | None) -> None:
        if concerned is None:
            raise ValueError("a decision about nobody reached the store")
        number = self.writer.ids.decision
        self.writer.ids.decision += 1
        values = informing.decision_values(self.work, decision, concerned["id"])
        self.writer.batch.decisions.append({**values, "id": number})
        state, duty = informing.standing_after(decision, to_day(concerned["inform_due"]))
        concerned |= {"inform_state": state, "duty_on": to_text(duty)}
        self.work.concerns("inform_decision", [number], concerned["person_id"])

    def _refer(self, referral: ReferralDraft, signal_id: int, concerned: Row | None) -> None:
        about = concerned["id"] if concerned else None
        draft = replace(referral, signal_id=signal_id, involvement_id=about)
        values = referring.referral_values(
            self.work, draft, self._organisation(clean(draft.organisation_name))
        )
        row = self.writer.referral(values)
        self.writer.batch.referrals.append(row)
        self.work.concerns("referral", [row["id"]], None)

    def _organisation(self, name: str) -> int:
        if name not in self._organisations:
            self._organisations[name] = organisations.find_or_add(self.work.connection, name)
        return self._organisations[name]

    def _earlier_signals(self) -> list[int]:
        """Return the signals of before in which those are concerned of whom more is known now, oldest first."""
        found = persons.signals_of(self.work.connection, sorted(self.known))
        first = self.writer.first
        return sorted({number for numbers in found.values() for number in numbers if number < first})

    def make_findable(self, progress: Callable[[], object]) -> None:
        """Put all that was written into the search index, and the earlier signals of its people anew.

        What is told of a person now is found in the earlier signals, too: they show it.
        """
        self.writer.make_findable(self._prefix, lambda _done: progress(), self._earlier_signals())
        case_search.index_persons(self.work.connection, sorted(self.known))


def _told(row: ImportedSignal) -> _Told:
    received = dates.parse_day(row.signal.received_on)
    if received is None:
        raise ValueError("an unchecked draft reached the store")
    people = tuple(
        None if draft.is_blank() and not draft.is_identified() else Met.of(draft, received)
        for draft in row.signal.persons
    )
    return _Told(row, received, people)
