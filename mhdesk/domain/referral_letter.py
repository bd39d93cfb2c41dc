"""The letter that goes with a referral: what was chosen to be told, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from mhdesk.domain import phones, shared_fields
from mhdesk.domain.dates import display_birth, display_day
from mhdesk.domain.letters import Sender
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.referrals import CONSENTS
from mhdesk.domain.signals import AGGRESSOR
from mhdesk.domain.sources import source_for_outside
from mhdesk.domain.text import LONGEST_LINE, clean
from mhdesk.domain.views import InvolvementView, ReferralView, SignalDetails
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.wording import language, say

SAFE_CONTACT: Final = "safe_contact"
LONGEST_PART: Final = 2000
"""As much of one field as somebody reads who has to decide about a place."""
_NOT_ON_A_LINE: Final = frozenset({SAFE_CONTACT})
"""How contact is safe stands above everything else, not among the other lines."""


@dataclass(slots=True)
class ReferralLetterDraft:
    """What is typed for the letter of one referral: a text for each field that is typed, by code.

    ``caller`` and ``phone`` say who may be called back about it.
    """

    referral_id: int = 0
    texts: dict[str, str] = field(default_factory=dict)
    message: str = ""
    caller: str = ""
    phone: str = ""

    def validate(self) -> list[Problem]:
        """Return what must be mended before the letter can be made."""
        problems = length_problems("message", self.message, LONGEST_PART)
        for code, text in self.texts.items():
            problems += length_problems(code, text, LONGEST_PART)
        problems += length_problems("caller", self.caller, LONGEST_LINE)
        problems += length_problems("phone", self.phone, LONGEST_LINE)
        if not clean(self.caller):
            problems.append(Problem("caller", "referral.caller_missing"))
        if not any(sign.isdigit() for sign in self.phone):
            problems.append(Problem("phone", "referral.phone_missing"))
        return problems


@dataclass(frozen=True, slots=True)
class About:
    """What is told of one person: how contact is safe, and lines of label and text."""

    heading: str
    safe_contact: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReferralLetter:
    """A letter ready for paper."""

    language: str
    title: str
    sender: tuple[str, ...]
    receiver: str
    day: str
    people: tuple[About, ...]
    lines: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, str], ...]
    safe_label: str
    closing: tuple[str, ...]

    def texts(self) -> Iterator[str]:
        """Yield every text of the letter, in the order in which it is read."""
        yield from (self.title, *self.sender, self.receiver, self.day, self.safe_label)
        for one in self.people:
            yield from (one.heading, one.safe_contact)
            yield from (text for line in one.lines for text in line)
        yield from (text for line in (*self.lines, *self.parts) for text in line)
        yield from self.closing

    def plain(self) -> str:
        """Return the letter as text, for a preview."""
        blocks = [f"{self.receiver}\n{self.day}", self.title]
        for one in self.people:
            safe = [f"{self.safe_label}: {one.safe_contact}"] if one.safe_contact else []
            lines = [f"{label}: {text}" for label, text in one.lines]
            blocks.append("\n".join(filter(None, (one.heading, *safe, *lines))))
        blocks.append("\n".join(f"{label}: {text}" for label, text in self.lines))
        blocks += [f"{label}\n{text}" for label, text in self.parts]
        blocks.append("\n".join(self.closing))
        return "\n\n".join(filter(None, blocks))


def concerned(details: SignalDetails, involvement_id: int | None) -> tuple[InvolvementView, ...]:
    """Return whose data a letter may tell from the registry: the one person, or all but aggressors of the signal."""
    if involvement_id is not None:
        return tuple(one for one in details.involvements if one.id == involvement_id)
    return tuple(one for one in details.involvements if one.role != AGGRESSOR)


def record_lines(chosen: Sequence[str], one: InvolvementView) -> tuple[tuple[str, str], ...]:
    """Return what the registry knows of one person of the fields that were chosen, as label and text."""
    known = {
        "name": one.name,
        "birth": _birth(one),
        "sex": _word("sexes", one.sex),
        "nationality": _word("nationalities", one.nationality),
        "phone": phones.display(one.phone) if one.phone else "",
        SAFE_CONTACT: one.safe_contact,
    }
    return tuple((_label(code), known[code]) for code in chosen if known.get(code))


def _birth(one: InvolvementView) -> str:
    return display_birth(one.birth) if one.birth else ""


def _word(words: str, code: str) -> str:
    return "" if code in {"", UNKNOWN} else vocabulary(words).label(code)


def _label(code: str) -> str:
    label = vocabulary(shared_fields.FIELDS).label(code)
    return label[:1].upper() + label[1:]


def signal_lines(chosen: Sequence[str], details: SignalDetails) -> tuple[tuple[str, str], ...]:
    """Return what the signal itself says of the fields that were chosen; a secret source is never among it."""
    forms = (details.form, *details.other_forms)
    known = {
        "municipality": _word("municipalities", details.municipality),
        "form": ", ".join(filter(None, (_word("exploitation_forms", form) for form in forms))),
        shared_fields.REPORTER: source_for_outside(details),
    }
    return tuple((_label(code), known[code]) for code in chosen if known.get(code))


def typed_fields(chosen: Sequence[str]) -> tuple[str, ...]:
    """Return the fields of a choice that are typed for this letter, in the order of the list."""
    fields = vocabulary(shared_fields.FIELDS)
    return tuple(code for code in fields.codes() if code in chosen and shared_fields.is_typed(code))


def compose(
    draft: ReferralLetterDraft, one: ReferralView, details: SignalDetails, sender: Sender, today: date
) -> ReferralLetter:
    """Return the letter of a valid draft, in the language in use: only what the referral shares is in it."""
    purpose = _word("referral_purposes", one.purpose)
    urgency = vocabulary("referral_urgencies").label(one.urgency) if one.urgency else ""
    consent = vocabulary("referral_bases").label(one.basis) if one.basis in CONSENTS else ""
    given = ", ".join(filter(None, (consent, display_day(one.consent_on) if one.consent_on else "")))
    asked = [
        (say("referral.letter_purpose"), purpose),
        (say("referral.letter_urgency"), urgency),
        (say("referral.letter_consent"), given if consent else ""),
    ]
    lines = [line for line in asked if line[1]]
    parts = [(_label(code), clean(draft.texts.get(code, ""))) for code in typed_fields(one.shared)]
    parts.append((say("referral.letter_message"), clean(draft.message)))
    return ReferralLetter(
        language=language(),
        title=say("referral.letter_title"),
        sender=_from(sender),
        receiver=one.organisation,
        day=display_day(today),
        people=_people(one, details),
        lines=(*signal_lines(one.shared, details), *lines),
        parts=tuple(part for part in parts if part[1]),
        safe_label=_label(SAFE_CONTACT),
        closing=_closing(draft, one, sender),
    )


def _from(sender: Sender) -> tuple[str, ...]:
    contact = sender.contact
    return tuple(filter(None, (sender.organisation, *clean(contact.address).splitlines())))


def _people(one: ReferralView, details: SignalDetails) -> tuple[About, ...]:
    everybody = concerned(details, one.involvement_id)
    chosen = [code for code in one.shared if code not in _NOT_ON_A_LINE]
    told = []
    for place, person in enumerate(everybody, start=1):
        safe = person.safe_contact if SAFE_CONTACT in one.shared else ""
        lines = record_lines(chosen, person)
        heading = say("referral.letter_person", number=place) if len(everybody) > 1 else ""
        if safe or lines:
            told.append(About(heading, safe, lines))
    return tuple(told)


def _closing(draft: ReferralLetterDraft, one: ReferralView, sender: Sender) -> tuple[str, ...]:
    called = say("referral.letter_call", name=clean(draft.caller), phone=clean(draft.phone))
    answer = say("referral.letter_answer", day=display_day(one.answer_by)) if one.answer_by else ""
    greeting = say("referral.letter_signed", name=clean(draft.caller), organisation=sender.organisation)
    return tuple(filter(None, (answer, called, say("referral.letter_secrecy"), greeting)))
