"""Other signals with the same lead or number as one that is typed, and the note that two of them share it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from mhdesk.desk import logbook, matching
from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work
from mhdesk.domain import leads as rules
from mhdesk.domain import phones
from mhdesk.domain.leads import LeadDraft, LeadKind
from mhdesk.domain.people import Permission
from mhdesk.domain.signals import SignalDraft
from mhdesk.store import comparing, involvements, leads, notes
from mhdesk.wording import say

MOST_SHOWN: Final = 3
"""Signals that somebody sees at once."""
_MOST_ASKED: Final = 20


@dataclass(frozen=True, slots=True)
class SameLead:
    """A signal that has the same lead, or somebody with the same number.

    ``kind`` is what agrees; ``text`` is how the lead stands there, "" when it is the number of the person ``name``.
    """

    signal_id: int
    reference: str
    kind: str
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class LeadHints:
    """The signals with the same leads, newest first; ``complete`` unless persons were not compared yet."""

    found: tuple[SameLead, ...]
    complete: bool


def same_leads(desk: Desk, typed: Sequence[LeadDraft], numbers: Sequence[str]) -> LeadHints:
    """Return other signals with one of the leads that somebody types; unfinished ones will do.

    ``numbers`` are those of persons who are typed: they are compared with leads only, since who may be the same
    person is told elsewhere. Whoever is only a confidential source does not come up. Logged as lists are.
    """
    desk.demand(Permission.READ)
    asked = keys_of(typed, numbers)
    found = _with_leads(desk, asked)
    persons, complete = _with_numbers(desk, [one.text for one in typed if one.kind == LeadKind.PHONE])
    shown = _each_once([*found, *persons])
    if shown:
        logbook.list_shown(desk, "possibly_same")
    return LeadHints(shown, complete)


def keys_of(typed: Iterable[LeadDraft], numbers: Iterable[str]) -> set[str]:
    """Return the keys of leads and of numbers as typed."""
    of_leads = {key for one in typed for key in rules.keys(one.kind, one.text)}
    return of_leads | {key for number in numbers for key in rules.keys(LeadKind.PHONE, number)}


def _with_leads(desk: Desk, asked: set[str]) -> list[SameLead]:
    if not asked:
        return []
    connection = desk.database.connection
    rows = leads.having(connection, asked, _MOST_ASKED)
    names = involvements.references(connection, sorted({row.signal_id for row in rows}))
    return [SameLead(row.signal_id, names[row.signal_id], row.kind, row.text, "") for row in rows]


def _with_numbers(desk: Desk, numbers: Iterable[str]) -> tuple[list[SameLead], bool]:
    """Return where persons have exactly these numbers, as far as they were read."""
    found: list[SameLead] = []
    matcher, readable = matching.matcher_of(desk), [*filter(None, map(phones.normalise, numbers))]
    for number in readable:
        for who in matcher.with_phone(number):
            found += [
                SameLead(signal_id, reference, LeadKind.PHONE, "", who.name)
                for signal_id, reference in who.signals
            ]
    return found, matcher.ready or not readable


def _each_once(found: Iterable[SameLead]) -> tuple[SameLead, ...]:
    once: dict[int, SameLead] = {}
    for one in found:
        once.setdefault(one.signal_id, one)
    newest = sorted(once.values(), key=lambda one: one.signal_id, reverse=True)
    return tuple(newest[:MOST_SHOWN])


def note(work: Work, signal_id: int, draft: SignalDraft) -> list[int]:
    """Keep beside a new signal, and beside each that the draft says is related, that they share something.

    Return those that are still there.
    """
    names = involvements.references(work.connection, sorted({signal_id, *draft.related}))
    others = [number for number in dict.fromkeys(draft.related) if number in names and number != signal_id]
    asked = keys_of(draft.leads, [person.phone for person in draft.persons])
    for other in others:
        kind = _shared(work, asked, other)
        for beside, told in ((signal_id, names[other]), (other, names[signal_id])):
            line = [(_sentence(kind, told), say("lead.origin"))]
            notes.add_all(
                work.connection, beside, line, recorded_at=work.recorded_at, recorded_by=work.user.id
            )
        work.concerns("signal", [other])
    return others


def _shared(work: Work, asked: set[str], other: int) -> str:
    """Return what a signal shares with a draft; a number of a person in it is a number, too."""
    for kind, text in ((one.kind, one.text) for one in leads.of_signal(work.connection, other)):
        if asked & set(rules.keys(kind, text)):
            return kind
    numbers = comparing.phones_in(work.connection, other)
    return LeadKind.PHONE if asked & keys_of((), numbers) else ""


def _sentence(kind: str, reference: str) -> str:
    sentences = {
        LeadKind.PHONE: say("lead.same_phone", reference=reference),
        LeadKind.ADDRESS: say("lead.same_address", reference=reference),
        LeadKind.ADVERTISEMENT: say("lead.same_advertisement", reference=reference),
        LeadKind.VEHICLE: say("lead.same_vehicle", reference=reference),
        LeadKind.BUSINESS: say("lead.same_business", reference=reference),
        LeadKind.ACCOUNT: say("lead.same_account", reference=reference),
    }
    return next(
        (said for one, said in sentences.items() if one == kind), say("lead.related", reference=reference)
    )
