"""The crisis card: the little that a duty service needs to know of one person in danger, and nothing more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from mhdesk.domain.contact import CrisisNumber
from mhdesk.domain.dates import display_day
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.text import LONGEST_LINE, clean
from mhdesk.domain.views import InvolvementView, SignalDetails
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.wording import say

LONGEST_ON_A_CARD: Final = 400
"""As much as is read during a call and stays on one page."""
_BANDS: Final = (12, 16, 18, 25, 50)
"""Where a band of ages begins; 18 divides the duty services for children and for adults."""
_HARD: Final = "\u00a0"
"""A blank at which no line ends."""


class NameAs(StrEnum):
    """How the person is called on the card; the last name is never on it."""

    FIRST = "first"
    INITIALS = "initials"
    NONE = "none"


class AgeAs(StrEnum):
    """How exactly the age is told."""

    AGE = "age"
    BAND = "band"
    NONE = "none"


@dataclass(slots=True)
class CardDraft:
    """What is chosen and typed for the card of one person; what is preselected is the least that helps."""

    involvement_id: int = 0
    danger: str = ""
    place: str = ""
    done: str = ""
    call_back: str = ""
    language: str = ""
    name_as: str = NameAs.FIRST
    age_as: str = AgeAs.AGE
    sex: bool = True
    nationality: bool = False
    safe_contact: bool = True

    def validate(self) -> list[Problem]:
        """Return what must be mended before the card can be made."""
        problems = []
        for name in ("danger", "place", "done"):
            problems += length_problems(name, getattr(self, name), LONGEST_ON_A_CARD)
        for name in ("call_back", "language"):
            problems += length_problems(name, getattr(self, name), LONGEST_LINE)
        if not clean(self.danger):
            problems.append(Problem("danger", "card.danger_missing"))
        if not any(sign.isdigit() for sign in self.call_back):
            problems.append(Problem("call_back", "card.call_back_missing"))
        if self.name_as not in set(NameAs):
            problems.append(Problem("name_as", "draft.choice_unknown"))
        if self.age_as not in set(AgeAs):
            problems.append(Problem("age_as", "draft.choice_unknown"))
        return problems


@dataclass(frozen=True, slots=True)
class Line:
    """A label and what stands behind it; ``strong`` for what is read first."""

    label: str
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A card ready for paper."""

    title: str
    reference: str
    made: str
    lines: tuple[Line, ...]
    numbers: tuple[CrisisNumber, ...]

    def plain(self) -> str:
        """Return the whole card as plain text."""
        lines = [f"{line.label}: {line.text}" for line in self.lines]
        # A number that stands on two lines is read, and called, as two.
        numbers = [f"{one.name}: {one.number.replace(' ', _HARD)}" for one in self.numbers]
        head = f"{self.title} {self.reference}"
        return "\n".join([head, "", *lines, "", f"{say('card.numbers')}:", *numbers, "", self.made])


def compose(
    draft: CardDraft,
    details: SignalDetails,
    one: InvolvementView,
    numbers: Sequence[CrisisNumber],
    now: datetime,
) -> Card:
    """Return the card of one person; what was left open is left out."""
    told = [
        ("danger", clean(draft.danger)),
        ("safe_contact", one.safe_contact if draft.safe_contact else ""),
        ("place", clean(draft.place)),
        ("who", _who(draft, one, now.date())),
        ("language", clean(draft.language)),
        ("nationality", _nationality(one) if draft.nationality else ""),
        ("done", clean(draft.done)),
        ("call_back", clean(draft.call_back)),
    ]
    return Card(
        title=say("card.title"),
        reference=details.reference,
        made=say("card.made", day=display_day(now.date()), time=f"{now:%H:%M}"),
        lines=tuple(
            Line(say(f"card.{name}"), text, name in {"danger", "safe_contact"}) for name, text in told if text
        ),
        numbers=tuple(numbers),
    )


def _who(draft: CardDraft, one: InvolvementView, today: date) -> str:
    sex = vocabulary("sexes").label(one.sex) if draft.sex and one.sex != UNKNOWN else ""
    return ", ".join(filter(None, (_name(draft.name_as, one), sex, _age(draft.age_as, one, today))))


def _name(name_as: str, one: InvolvementView) -> str:
    """Return the first first name, or initials of all names; nothing where none is known."""
    if name_as == NameAs.INITIALS:
        return "".join(f"{word[0].upper()}." for word in one.name.split())
    return next(iter(one.first_names.split()), "") if name_as == NameAs.FIRST else ""


def _age(age_as: str, one: InvolvementView, today: date) -> str:
    if age_as == AgeAs.NONE:
        return ""
    if one.birth is None:
        return say("card.age_unknown")
    age = one.birth.age_on(today)
    if age_as == AgeAs.BAND:
        return age_band(age)
    return say("card.age_about" if one.birth.estimated else "card.age_exact", age=age)


def age_band(age: int) -> str:
    """Return between which ages somebody is, in words: enough to speak of somebody without saying who it is."""
    first = max((start for start in _BANDS if start <= age), default=0)
    last = min((start for start in _BANDS if start > age), default=0) - 1
    if not first:
        return say("card.band_below", last=_BANDS[0])
    return say("card.band", first=first, last=last) if last > 0 else say("card.band_from", first=first)


def _nationality(one: InvolvementView) -> str:
    return "" if one.nationality == UNKNOWN else vocabulary("nationalities").label(one.nationality)
