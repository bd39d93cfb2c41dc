"""Invented people: names that say that they are invented, telephone numbers that ring nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Final

from mhdesk.domain.signals import AGGRESSOR, VICTIM, PersonDraft
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.fiction.dice import Dice, Shares
from mhdesk.fiction.texts import load

# Youngest and oldest victim of each form; the young are more often drawn.
_VICTIM_AGES: Final = {
    "sexual_exploitation": (14, 44),
    "labour_exploitation": (18, 57),
    "criminal_exploitation": (13, 34),
    "forced_marriage": (15, 26),
}
_AGES: Final = {
    VICTIM: (15, 50),
    AGGRESSOR: (19, 60),
    "witness": (16, 70),
    "child": (0, 13),
    "reporter": (22, 66),
}
_VICTIM_SEXES: Final = {
    "sexual_exploitation": Shares({"female": 88, "male": 9, "other": 1.5, UNKNOWN: 1.5}),
    "labour_exploitation": Shares({"female": 38, "male": 59, UNKNOWN: 3}),
    "criminal_exploitation": Shares({"female": 30, "male": 68, "other": 1, UNKNOWN: 1}),
    "forced_marriage": Shares({"female": 86, "male": 14}),
}
_SEXES: Final = {AGGRESSOR: Shares({"male": 74, "female": 20, UNKNOWN: 6})}
_ANY_SEX: Final = Shares({"female": 52, "male": 44, "other": 1, UNKNOWN: 3})
# How much is known of somebody's name: both parts, the first only, nothing.
_NAMES_KNOWN: Final = {
    VICTIM: Shares({2: 82, 1: 12, 0: 6}),
    AGGRESSOR: Shares({2: 58, 1: 18, 0: 24}),
}
_NAME_KNOWN: Final = Shares({2: 90, 1: 10})
_PHONES_KNOWN: Final = {VICTIM: 0.5, AGGRESSOR: 0.35, "witness": 0.4, "child": 0.0, "reporter": 0.75}
_BIRTHS: Final = Shares({"whole": 46, "guessed": 29, "year": 7, "month": 4, "": 14})
_GUESS: Final = "ca. "
_MONTHS: Final = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()
_PHONE_STYLES: Final = ("06{0}", "06-{0}", "06 {0}", "+316{0}", "06-{1} {2} {3} {4}", "+31 6 {1} {2} {3} {4}")


@dataclass(frozen=True, slots=True)
class Language:
    """The names of one language; surnames may differ between women and men."""

    nationalities: tuple[str, ...]
    given: dict[str, tuple[str, ...]]
    surnames: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Somebody:
    """An invented person: what was written down, and what only the inventor knows."""

    draft: PersonDraft
    age: int
    language: int

    def as_remembered(self, dice: Dice, seen_on: date) -> Somebody:
        """Return the same person as told about later: the year of birth is known by then, often a phone."""
        known = replace(self.draft)
        if not known.birth or known.birth.startswith(_GUESS):
            known.birth = str(seen_on.year - self.age)
        if not known.phone and dice.happens(0.5):
            known.phone = _phone(dice)
        return replace(self, draft=known)

    def told_again(self, dice: Dice) -> Somebody:
        """Return the same person as another signal has it: sometimes less is known there, sometimes otherwise."""
        told = replace(self.draft)
        if dice.happens(0.25):
            told.nationality = dice.pick((UNKNOWN, UNKNOWN, "NL"))
        if dice.happens(0.1):
            told.birth = ""
        told.safe_contact = _safe_contact(dice, told.role) or told.safe_contact
        return replace(self, draft=told)

    def can_be_recognised(self) -> bool:
        """Say whether enough was written down to know this person again for certain."""
        return bool(self.draft.last_name and (self.draft.phone or self.draft.birth.count("-") == len("--")))


@cache
def _languages() -> tuple[tuple[Language, ...], Shares[int]]:
    rows = load("names")["language"]
    languages = tuple(
        Language(
            nationalities=tuple(row["nationalities"]),
            given={"female": tuple(row["female"]), "male": tuple(row["male"])},
            surnames={
                "female": tuple(row["surnames"]),
                "male": tuple(row.get("surnames_m", row["surnames"])),
            },
        )
        for row in rows
    )
    return languages, Shares({number: row["weight"] for number, row in enumerate(rows)})


def invent_person(
    dice: Dice, role: str, form: str, seen_on: date, *, language: int | None = None, surname: str = ""
) -> Somebody:
    """Return a new person in ``role``; ``language`` and ``surname`` are those of somebody else, if given.

    Never blank: at least the sex is known of somebody about whom nothing else is.
    """
    languages, shares = _languages()
    number = dice.draw(shares) if language is None else language
    spoken = languages[number]
    sex = _sex(dice, role, form)
    age = _age(dice, role, form)
    names = _names(dice, spoken, sex, dice.draw(_NAMES_KNOWN.get(role, _NAME_KNOWN)))
    draft = PersonDraft(
        role=role,
        first_names=names[0],
        last_name=surname or names[1],
        sex=sex,
        birth=_birth(dice, age, seen_on),
        nationality=UNKNOWN if dice.happens(0.08) else dice.pick(spoken.nationalities),
        phone=_phone(dice) if dice.happens(_PHONES_KNOWN[role]) else "",
        safe_contact=_safe_contact(dice, role),
    )
    return Somebody(replace(draft, sex="female") if draft.is_blank() else draft, age, number)


def _safe_contact(dice: Dice, role: str) -> str:
    share = 0.3 if role == VICTIM else 0.0
    return dice.pick(_contact_notes()) if dice.happens(share) else ""


def _contact_notes() -> Sequence[str]:
    notes: Sequence[str] = load("narratives")["safe_contact"]["notes"]
    return notes


def _sex(dice: Dice, role: str, form: str) -> str:
    shares = _VICTIM_SEXES.get(form, _ANY_SEX) if role == VICTIM else _SEXES.get(role, _ANY_SEX)
    return dice.draw(shares)


def _age(dice: Dice, role: str, form: str) -> int:
    youngest, oldest = _VICTIM_AGES.get(form, _AGES[VICTIM]) if role == VICTIM else _AGES[role]
    return youngest + int((oldest - youngest) * dice.fraction() ** 2)


def _names(dice: Dice, spoken: Language, sex: str, known: int) -> tuple[str, str]:
    kind = sex if sex in spoken.given else dice.pick(("female", "male"))
    first, last = dice.pick(spoken.given[kind]), dice.pick(spoken.surnames[kind])
    if dice.happens(0.1):
        first = f"{first} {dice.pick(spoken.given[kind])}"
    return (first if known else "", last if known > 1 else "")


def _birth(dice: Dice, age: int, seen_on: date) -> str:
    kind = dice.draw(_BIRTHS)
    if kind == "guessed":
        return f"{_GUESS}{age} jr"
    born = seen_on - timedelta(days=int(age * 365.2425) + dice.between(1, 364))
    if kind == "whole":
        return f"{born.day:02d}-{born.month:02d}-{born.year}"
    if kind == "month":
        return f"{_MONTHS[born.month - 1]} {born.year}"
    return str(born.year) if kind else ""


def _phone(dice: Dice) -> str:
    """Return a mobile number of the range 06 00, in one of the ways in which people write them."""
    digits = f"00{dice.between(0, 999_999):06d}"
    return dice.pick(_PHONE_STYLES).format(digits, digits[:2], digits[2:4], digits[4:6], digits[6:])
