"""With whom the region works: organisations, their contacts, what they offer for whom, covenants and experiences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from mhdesk.domain import dates
from mhdesk.domain.network_views import CovenantView
from mhdesk.domain.places import parse_places, places_problems
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.signals import day_problems
from mhdesk.domain.text import LONGEST_LINE, LONGEST_NAME, LONGEST_TEXT, clean
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary

__all__ = ["CovenantView"]

LONGEST_NOTE: Final = 4_000
OLDEST: Final = dates.OLDEST_AGE
_AGE: Final = re.compile(r"\d{1,3}", re.ASCII)


def reach_problems(phone: str, email: str) -> list[Problem]:
    """Return what is wrong with how somebody can be reached; blank is nobody's mistake."""
    problems = [
        *length_problems("phone", phone, LONGEST_LINE),
        *length_problems("email", email, LONGEST_LINE),
    ]
    if clean(phone) and not any(sign.isdigit() for sign in phone):
        problems.append(Problem("phone", "network.phone_unreadable"))
    if clean(email) and "@" not in email:
        problems.append(Problem("email", "contact.mail_unreadable"))
    return problems


def codes_problems(name: str, codes: Iterable[str], words: str) -> list[Problem]:
    """Return a problem when a code is none of a vocabulary."""
    known = vocabulary(words)
    return [] if all(code in known for code in codes) else [Problem(name, "draft.choice_unknown")]


@dataclass(slots=True)
class OrganisationDraft:
    """An organisation as typed."""

    name: str = ""
    group: str = ""
    side: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    note: str = ""

    def validate(self) -> list[Problem]:
        """Return what must be mended before it can be kept."""
        problems = length_problems("name", self.name, LONGEST_LINE)
        if not clean(self.name):
            problems.append(Problem("name", "network.name_missing"))
        if self.group not in vocabulary("organisation_groups"):
            problems.append(Problem("group", "network.group_missing"))
        problems += codes_problems("side", filter(None, [self.side]), "organisation_sides")
        problems += reach_problems(self.phone, self.email)
        problems += length_problems("address", self.address, LONGEST_LINE)
        return problems + length_problems("note", self.note, LONGEST_NOTE)


@dataclass(slots=True)
class ContactDraft:
    """Somebody who works at an organisation, as typed; never a client."""

    name: str = ""
    function: str = ""
    phone: str = ""
    email: str = ""
    note: str = ""

    def validate(self) -> list[Problem]:
        """Return what must be mended before it can be kept."""
        problems = length_problems("name", self.name, LONGEST_NAME)
        if not clean(self.name) and not clean(self.function):
            problems.append(Problem("name", "network.contact_missing"))
        problems += length_problems("function", self.function, LONGEST_LINE)
        problems += reach_problems(self.phone, self.email)
        return problems + length_problems("note", self.note, LONGEST_NOTE)


@dataclass(slots=True)
class OfferDraft:
    """What an organisation offers to whom, as typed.

    No ``sexes``, ``languages`` or ``municipalities`` stands for all, no age for every age. ``at_night`` says that
    somebody can come in the night; without it nobody asked yet.
    """

    purpose: str = ""
    name: str = ""
    sexes: list[str] = field(default_factory=list)
    age_from: str = ""
    age_to: str = ""
    children: str = UNKNOWN
    languages: list[str] = field(default_factory=list)
    municipalities: list[str] = field(default_factory=list)
    at_night: bool = False
    places: str = ""
    conditions: str = ""

    def validate(self) -> list[Problem]:
        """Return what must be mended before it can be kept."""
        problems = length_problems("name", self.name, LONGEST_LINE)
        if self.purpose not in vocabulary("referral_purposes") or self.purpose == UNKNOWN:
            problems.append(Problem("purpose", "network.purpose_missing"))
        problems += codes_problems("sexes", self.sexes, "sexes")
        problems += codes_problems("children", [self.children], "children_taken")
        if any(code not in vocabulary("languages") for code in self.languages):
            problems.append(Problem("languages", "network.language_unknown"))
        problems += codes_problems("municipalities", self.municipalities, "municipalities")
        problems += self._problems_of_ages() + places_problems("places", self.places)
        return problems + length_problems("conditions", self.conditions, LONGEST_NOTE)

    def ages(self) -> tuple[int | None, int | None]:
        """Return the youngest and the oldest age of a valid draft, None where there is no bound."""
        return parse_age(self.age_from), parse_age(self.age_to)

    def _problems_of_ages(self) -> list[Problem]:
        typed = {"age_from": self.age_from, "age_to": self.age_to}
        problems = [
            Problem(name, "network.age_unreadable", {"most": OLDEST})
            for name, text in typed.items()
            if clean(text) and parse_age(text) is None
        ]
        youngest, oldest = self.ages()
        if youngest is not None and oldest is not None and oldest < youngest:
            problems.append(Problem("age_to", "network.ages_turned_round"))
        return problems


def parse_age(text: str) -> int | None:
    """Return an age in whole years, None when ``text`` is none."""
    typed = clean(text)
    if not _AGE.fullmatch(typed) or int(typed) > OLDEST:
        return None
    return int(typed)


@dataclass(slots=True)
class CapacityDraft:
    """How many places are free, as typed, and on which day that was heard."""

    places_free: str = ""
    free_on: str = ""

    def validate(self, today: date) -> list[Problem]:
        """Return what must be mended before it can be kept."""
        problems = places_problems("places_free", self.places_free)
        if not clean(self.places_free):
            problems.append(Problem("places_free", "network.places_missing"))
        if not clean(self.free_on):
            problems.append(Problem("free_on", "network.heard_missing"))
        return problems + day_problems("free_on", self.free_on, today)

    def free(self) -> float | None:
        """Return the number of a valid draft."""
        return parse_places(self.places_free)


@dataclass(slots=True)
class CovenantDraft:
    """A covenant as typed; no ``purposes`` stands for all, no ``ends_on`` for one that goes on."""

    kind: str = ""
    title: str = ""
    purposes: list[str] = field(default_factory=list)
    covers: str = ""
    starts_on: str = ""
    ends_on: str = ""
    note: str = ""

    def validate(self, today: date) -> list[Problem]:
        """Return what must be mended before it can be kept; it may begin later than today."""
        problems = codes_problems("purposes", self.purposes, "referral_purposes")
        if self.kind not in vocabulary("covenant_kinds"):
            problems.append(Problem("kind", "network.covenant_kind_missing"))
        if not clean(self.title):
            problems.append(Problem("title", "network.covenant_title_missing"))
        if not clean(self.starts_on):
            problems.append(Problem("starts_on", "network.covenant_start_missing"))
        problems += length_problems("title", self.title, LONGEST_LINE)
        problems += length_problems("covers", self.covers, LONGEST_TEXT)
        problems += length_problems("note", self.note, LONGEST_NOTE)
        problems += day_problems("starts_on", self.starts_on, today, future=True)
        problems += day_problems("ends_on", self.ends_on, today, future=True)
        begun, ended = dates.parse_day(self.starts_on), dates.parse_day(self.ends_on)
        if begun and ended and ended < begun:
            problems.append(Problem("ends_on", "network.covenant_days_turned_round"))
        return problems


@dataclass(slots=True)
class ExperienceDraft:
    """How working with an organisation went, as typed; never about a client."""

    happened_on: str = ""
    text: str = ""

    def validate(self, today: date) -> list[Problem]:
        """Return what must be mended before it can be kept."""
        problems = day_problems("happened_on", self.happened_on, today)
        problems += length_problems("text", self.text, LONGEST_NOTE)
        if not clean(self.happened_on):
            problems.append(Problem("happened_on", "network.experience_day_missing"))
        if not clean(self.text):
            problems.append(Problem("text", "network.experience_missing"))
        return problems


def ended_problems(ended_on: str, today: date) -> list[Problem]:
    """Return what is wrong with the last day of an organisation, an offer or a contact."""
    if not clean(ended_on):
        return [Problem("ended_on", "network.end_missing")]
    return day_problems("ended_on", ended_on, today)
