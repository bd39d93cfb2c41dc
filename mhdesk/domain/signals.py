"""The signal: what was seen or heard, who is concerned, and when it may be recorded."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final

from mhdesk.domain import dates, phones
from mhdesk.domain.leads import MOST_LEADS, REACHES_A_PERSON, LeadDraft
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.sources import Capacity, source_problems
from mhdesk.domain.text import LONGEST_LINE, LONGEST_TEXT, clean
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary


class Kind(StrEnum):
    """The three kinds of one record (adviesvraag, signaal, melding)."""

    ADVICE = "advice"
    SIGNAL = "signal"
    NOTIFICATION = "notification"


class Status(StrEnum):
    """Where a signal stands as a whole."""

    OPEN = "open"
    HANDED_OVER = "handed_over"
    CLOSED = "closed"


VICTIM: Final = "possible_victim"
AGGRESSOR: Final = "aggressor"
# Everybody in these roles gets a decision on informing (AVG 13 and 14; Wmo 2015 art. 5.3.1).
ROLES_TO_INFORM: Final = frozenset({VICTIM, AGGRESSOR})
MOST_PERSONS: Final = 50


@dataclass(slots=True)
class PersonDraft:
    """Somebody concerned, as typed. Everything but the role may stay empty: not known is "onbekend".

    ``person_id`` names a person already in the registry, ``apart_from`` those who are somebody else, because who
    typed said so; ``involvement_id`` a row being corrected. ``relation`` is what somebody who is added is of the
    involvement ``related_to`` in the same signal.
    A draft without any name, birth or phone becomes an involvement without a person.
    """

    role: str = VICTIM
    first_names: str = ""
    last_name: str = ""
    sex: str = UNKNOWN
    birth: str = ""
    nationality: str = UNKNOWN
    phone: str = ""
    safe_contact: str = ""
    person_id: int | None = None
    involvement_id: int | None = None
    apart_from: list[int] = field(default_factory=list)
    relation: str = ""
    related_to: int | None = None

    def is_identified(self) -> bool:
        """Say whether anything is known by which this person could be recognised again."""
        return bool(self.person_id or any(clean(t) for t in (self.first_names, self.last_name, self.phone)))

    def is_blank(self) -> bool:
        """Say whether nothing at all was filled in besides the role."""
        known = (self.birth, self.safe_contact)
        chosen = (self.sex, self.nationality)
        return not self.is_identified() and not any(clean(t) for t in known) and set(chosen) == {UNKNOWN}


@dataclass(slots=True)
class SignalDraft:
    """A signal as typed, in the order of a phone call; dates and numbers are still text.

    ``source_confidential`` asks for secrecy whatever else is told of the source; without it `domain.sources` decides.
    ``related`` are earlier signals of which somebody said that they share a lead or number with this one.
    """

    kind: str = Kind.SIGNAL
    received_on: str = ""
    received_time: str = ""
    channel: str = "phone"
    discipline: str = UNKNOWN
    organisation: str = ""
    source_confidential: bool = False
    source_capacity: str = Capacity.UNKNOWN
    source_consent: str = ""
    source_ground: str = ""
    source_note: str = ""
    municipality: str = UNKNOWN
    form: str = UNKNOWN
    other_forms: list[str] = field(default_factory=list)
    narrative: str = ""
    persons: list[PersonDraft] = field(default_factory=list)
    leads: list[LeadDraft] = field(default_factory=list)
    related: list[int] = field(default_factory=list)
    status: str = Status.OPEN

    def validate(self, today: date) -> list[Problem]:
        """Return what must be mended before this can be recorded; an empty list means nothing."""
        received = dates.parse_day(self.received_on)
        problems = [*self._problems_of_receipt(today), *self._problems_of_choice()]
        problems += [*source_problems(self), *self._problems_of_content()]
        for index, lead in enumerate(self.leads):
            problems += lead_problems(lead, self.kind, f"leads.{index}.")
        for index, person in enumerate(self.persons):
            problems += person_problems(person, f"persons.{index}", received or today)
        return problems

    def _problems_of_receipt(self, today: date) -> list[Problem]:
        problems = [*day_problems("received_on", self.received_on, today)]
        if not clean(self.received_on):
            problems = [Problem("received_on", "draft.received_missing")]
        if clean(self.received_time) and dates.parse_time(self.received_time) is None:
            problems.append(Problem("received_time", "draft.time_unreadable"))
        return problems

    def _problems_of_choice(self) -> list[Problem]:
        chosen = {
            "kind": ("signal_kinds", self.kind),
            "channel": ("channels", self.channel),
            "discipline": ("disciplines", self.discipline),
            "municipality": ("municipalities", self.municipality),
            "form": ("exploitation_forms", self.form),
            "status": ("signal_states", self.status),
        }
        problems = [
            Problem(name, "draft.choice_unknown")
            for name, (words, code) in chosen.items()
            if code not in vocabulary(words)
        ]
        if any(code not in vocabulary("exploitation_forms") for code in self.other_forms):
            problems.append(Problem("other_forms", "draft.choice_unknown"))
        return problems

    def _problems_of_content(self) -> list[Problem]:
        problems = [*length_problems("narrative", self.narrative, LONGEST_TEXT)]
        problems += length_problems("organisation", self.organisation, LONGEST_LINE)
        persons = [person for person in self.persons if not person.is_blank()]
        if self.kind == Kind.ADVICE and persons:
            problems.append(Problem("persons", "draft.advice_with_persons"))
        if self.kind == Kind.NOTIFICATION and not any(p.role in ROLES_TO_INFORM for p in persons):
            problems.append(Problem("persons", "draft.notification_without_person"))
        if not clean(self.narrative) and not persons and not self.leads:
            problems.append(Problem("narrative", "draft.nothing_told"))
        if len(self.leads) > MOST_LEADS:
            problems.append(Problem("leads", "lead.too_many", {"most": MOST_LEADS}))
        if len(self.persons) > MOST_PERSONS:
            problems.append(Problem("persons", "draft.too_many_persons", {"most": MOST_PERSONS}))
        return problems


def lead_problems(lead: LeadDraft, kind: str, at: str = "") -> list[Problem]:
    """Return what must be mended about one lead of a signal of ``kind``; ``at`` goes before the fields."""
    problems = [replace(one, field=f"{at}{one.field}") for one in lead.validate()]
    if kind == Kind.ADVICE and lead.kind in REACHES_A_PERSON:
        problems.append(Problem(f"{at}text", "lead.not_for_advice"))
    return problems


def person_problems(person: PersonDraft, at: str, seen_on: date) -> list[Problem]:
    """Return what must be mended about one person; ``at`` is the field prefix (``persons.0``)."""
    problems: list[Problem] = []
    for name in ("first_names", "last_name", "phone"):
        problems += length_problems(f"{at}.{name}", getattr(person, name), LONGEST_LINE)
    problems += length_problems(f"{at}.safe_contact", person.safe_contact, LONGEST_TEXT)
    if person.role not in vocabulary("involvement_roles"):
        problems.append(Problem(f"{at}.role", "draft.choice_unknown"))
    if person.sex not in vocabulary("sexes"):
        problems.append(Problem(f"{at}.sex", "draft.choice_unknown"))
    if person.nationality not in vocabulary("nationalities"):
        problems.append(Problem(f"{at}.nationality", "draft.choice_unknown"))
    if clean(person.phone) and phones.normalise(person.phone) is None:
        problems.append(Problem(f"{at}.phone", "draft.phone_unreadable"))
    return problems + birth_problems(f"{at}.birth", person.birth, seen_on)


def person_draft_problems(draft: PersonDraft, seen_on: date) -> list[Problem]:
    """Return what must be mended about somebody who is added or corrected alone; fields are those of the draft."""
    if draft.is_blank():
        return [Problem("first_names", "draft.person_blank")]
    found = person_problems(draft, "person", seen_on)
    return [replace(one, field=one.field.removeprefix("person.")) for one in found]


def birth_problems(name: str, text: str, seen_on: date) -> list[Problem]:
    """Return what is wrong with a birth as typed, seen from the day of the signal."""
    if not clean(text):
        return []
    birth = dates.parse_birth(text, seen_on)
    if birth is None:
        code = "draft.birth_day_does_not_exist" if dates.looks_like_a_day(text) else "draft.birth_unreadable"
        return [Problem(name, code, {"typed": clean(text)[:40]})]
    if birth.on[:10] > seen_on.isoformat()[: len(birth.on)]:
        return [Problem(name, "draft.birth_after_signal")]
    if int(birth.on[:4]) < dates.EARLIEST_YEAR:
        return [Problem(name, "draft.day_too_early", {"year": dates.EARLIEST_YEAR})]
    return []


def day_problems(name: str, text: str, today: date, *, future: bool = False) -> list[Problem]:
    """Return what is wrong with a whole day as typed; empty text is no problem here."""
    if not clean(text):
        return []
    day = dates.parse_day(text)
    if day is None:
        code = "draft.day_does_not_exist" if dates.looks_like_a_day(text) else "draft.day_unreadable"
        return [Problem(name, code, {"typed": clean(text)[:40]})]
    if day.year < dates.EARLIEST_YEAR:
        return [Problem(name, "draft.day_too_early", {"year": dates.EARLIEST_YEAR})]
    if day > today and not future:
        return [Problem(name, "draft.day_in_future")]
    return []
