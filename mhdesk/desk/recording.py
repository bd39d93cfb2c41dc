"""Write one checked signal with its persons, by the columns that typing and importing share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import uuid4

from mhdesk import linkage
from mhdesk.desk import triaging
from mhdesk.desk.verbs import Work
from mhdesk.domain import dates, phones, sources
from mhdesk.domain.clocks import InformTerm, inform_term
from mhdesk.domain.informing import State, next_duty
from mhdesk.domain.leads import LeadDraft, kept_text
from mhdesk.domain.references import Reference
from mhdesk.domain.signals import ROLES_TO_INFORM, Kind, PersonDraft, SignalDraft
from mhdesk.domain.text import clean, clean_line
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.store import apart, case_search, involvements, leads, notes, persons, search, signals
from mhdesk.store.involvements import Involvement
from mhdesk.store.revisions import Author
from mhdesk.store.values import to_text
from mhdesk.wording import say

_WORDS: Final = {"sex": "sexes", "nationality": "nationalities"}


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was written: ids and the reference.

    ``known_ids`` are those of ``person_ids`` who were in the registry already.
    """

    signal_id: int
    reference: str
    person_ids: tuple[int, ...]
    known_ids: tuple[int, ...]


def record(work: Work, draft: SignalDraft) -> Recorded:
    """Write a valid draft."""
    received = dates.parse_day(draft.received_on)
    if received is None:
        raise ValueError("an unchecked draft reached the store")
    reference = Reference(work.desk.setting("prefix"), work.today().year, _next(work))
    values = signal_values(work, draft, received, reference)
    others = [code for code in draft.other_forms if code != draft.form]
    signal_id = signals.add(work.connection, values, clean(draft.narrative), others)
    work.concerns("signal", [signal_id])
    for lead in draft.leads:
        work.concerns("lead", [leads.add(work.connection, lead_values(work, signal_id, lead))])
    starts_clock = draft.kind == Kind.NOTIFICATION
    taken = [involve(work, signal_id, one, received, starts_clock=starts_clock) for one in draft.persons]
    if starts_clock:
        triaging.begin_for_notification(work, signal_id)
    known = [person_id for _, person_id, _ in taken if person_id is not None]
    return Recorded(
        signal_id=signal_id,
        reference=str(reference),
        person_ids=tuple(known),
        known_ids=tuple(person_id for _, person_id, created in taken if person_id and not created),
    )


def author(work: Work) -> Author:
    """Return who changes something now."""
    return Author(work.user.id, work.recorded_at)


def concern_signal(work: Work, signal_id: int) -> list[Involvement]:
    """Note a signal and everybody in it for the log, and return those."""
    everybody = involvements.of_signal(work.connection, signal_id)
    work.concerns("signal", [signal_id])
    for one in everybody:
        work.concerns("involvement", [one.id], one.person_id)
    return everybody


def make_findable(work: Work, written: Sequence[Recorded]) -> None:
    """Put what was written into the search index, and anew every signal of persons who were known before.

    What is told of a person now is found in the earlier signals, too: they show it.
    """
    known = [person_id for recorded in written for person_id in recorded.known_ids]
    earlier = persons.signals_of(work.connection, known) if known else {}
    numbers = {recorded.signal_id for recorded in written}.union(*earlier.values())
    search.index(work.connection, [signals.document(work.connection, number) for number in sorted(numbers)])
    case_search.index_persons(work.connection, known)


def keep_note(work: Work, signal_id: int, text: str, origin: str) -> None:
    """Keep a note beside a signal that is there already, and let its words be found."""
    notes.add_all(
        work.connection,
        signal_id,
        [(text, origin)],
        recorded_at=work.recorded_at,
        recorded_by=work.user.id,
    )
    search.index(work.connection, [signals.document(work.connection, signal_id)])


def _next(work: Work) -> int:
    return signals.next_number(work.connection, work.today().year)


def signal_values(work: Work, draft: SignalDraft, received: date, reference: Reference) -> dict[str, Any]:
    """Return the columns of a signal as a valid draft tells them, under a new uid."""
    return {
        "uid": uuid4().hex,
        "number_year": reference.year,
        "number": reference.number,
        "status": draft.status,
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
        **told_values(draft, received),
    }


def told_values(draft: SignalDraft, received: date) -> dict[str, Any]:
    """Return the columns that a valid draft tells of a signal itself, without text and other forms."""
    moment = dates.parse_time(draft.received_time)
    return {
        "kind": draft.kind,
        "received_on": received.isoformat(),
        "received_time": f"{moment:%H:%M}" if clean(draft.received_time) and moment else "",
        "channel": draft.channel,
        "discipline": draft.discipline,
        "organisation": clean_line(draft.organisation),
        **sources.settled(draft),
        "municipality": draft.municipality,
        "form": draft.form,
    }


def lead_values(work: Work, signal_id: int, draft: LeadDraft) -> dict[str, Any]:
    """Return the columns of a new lead as a valid draft tells them."""
    return {
        "signal_id": signal_id,
        **lead_told(draft),
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
    }


def lead_told(draft: LeadDraft) -> dict[str, str]:
    """Return what a valid draft tells of a lead itself, by column."""
    return {"kind": draft.kind, "text": kept_text(draft.kind, draft.text), "note": clean(draft.note)}


def involve(
    work: Work, signal_id: int, draft: PersonDraft, seen_on: date, *, starts_clock: bool
) -> tuple[int | None, int | None, bool]:
    """Write one involvement; return its id, the person's id, and whether the person is new."""
    if draft.is_blank() and draft.role not in ROLES_TO_INFORM:
        return None, None, False
    person_id, created = (
        find_or_add_person(work, signal_id, draft, seen_on)
        if draft.is_identified() or not draft.is_blank()
        else (None, False)
    )
    term = inform_term(work.desk.setting("organisation_type")) if starts_clock else None
    values = involvement_values(signal_id, person_id, draft.role, term, work.today())
    involvement_id = involvements.add(work.connection, values)
    work.concerns("involvement", [involvement_id], person_id)
    return involvement_id, person_id, created


def involvement_values(
    signal_id: int, person_id: int | None, role: str, term: InformTerm | None, recorded_on: date
) -> dict[str, Any]:
    """Return the columns of an involvement as it begins; without ``term`` no clock starts."""
    needed = role in ROLES_TO_INFORM
    due = term.due(recorded_on) if needed and term else None
    state = State.UNDECIDED if needed else State.NONE_NEEDED
    return {
        "signal_id": signal_id,
        "person_id": person_id,
        "role": role,
        "inform_state": state,
        "inform_due": to_text(due),
        "term": term.code if term and due else "",
        "duty_on": to_text(next_duty(state, due, None)),
    }


def find_or_add_person(work: Work, signal_id: int, draft: PersonDraft, seen_on: date) -> tuple[int, bool]:
    """Return the person of a draft and whether he or she is new.

    A person chosen by hand or recognised for certain is completed, never overwritten: what this signal says
    otherwise is kept as a note beside it. Whom the draft tells apart from this person is never recognised, and that
    is kept.
    """
    values = person_values(draft, seen_on)
    keys = keys_of(values)
    others = _as_they_are_now(work, draft.apart_from)
    known = (
        persons.standing(work.connection, draft.person_id)
        if draft.person_id
        else persons.find_by_keys(work.connection, keys, others)
    )
    created = known is None
    if known is None:
        new = {**values, "uid": uuid4().hex, "recorded_at": work.recorded_at}
        known = persons.add(work.connection, new, keys)
    else:
        differing = persons.complete(work.connection, known, values, keys, author(work))
        lines = lines_of(differing)
        notes.add_all(
            work.connection, signal_id, lines, recorded_at=work.recorded_at, recorded_by=work.user.id
        )
    tell_apart(work, known, others)
    return known, created


def _as_they_are_now(work: Work, people: Iterable[int]) -> list[int]:
    """Return some persons as they are now: who was joined with another one since is that one."""
    now = (persons.standing(work.connection, number) for number in people)
    return [number for number in now if number is not None]


def tell_apart(work: Work, person_id: int, others: Iterable[int]) -> None:
    """Keep that a person is none of ``others``, as far as those are still in the registry."""
    there = [other for other in others if other != person_id and persons.exists(work.connection, other)]
    apart.add(work.connection, person_id, there, author(work))
    for other in there:
        work.concerns("person", [other], other)


def keys_of(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the keys by which a person with these columns is recognised for certain."""
    birth = dates.Birth(values["birth_on"], values["birth_estimated"]) if values["birth_on"] else None
    return tuple(linkage.keys(values["first_names"], values["last_name"], values["phone"], birth))


def lines_of(differing: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return what differs from what is known of a person as notes: text and origin."""
    return [(_shown(name, value), say(f"desk.differs_{name}")) for name, value in differing.items()]


def _shown(name: str, value: str) -> str:
    """Return a value that differs as people write it."""
    if name in _WORDS:
        return vocabulary(_WORDS[name]).label(value)
    if name == "birth_on":
        return dates.display_birth(dates.Birth(value))
    return phones.display(value) if name == "phone" else value


def person_values(draft: PersonDraft, seen_on: date) -> Mapping[str, Any]:
    """Return the columns of a person as a valid draft tells them."""
    birth = dates.parse_birth(draft.birth, seen_on) if clean(draft.birth) else None
    return {
        "first_names": clean_line(draft.first_names),
        "last_name": clean_line(draft.last_name),
        "sex": draft.sex,
        "birth_on": birth.on if birth else "",
        "birth_estimated": bool(birth and birth.estimated),
        "nationality": draft.nationality,
        "phone": (phones.normalise(draft.phone) or "") if clean(draft.phone) else "",
        "safe_contact": clean(draft.safe_contact),
    }
