"""The information letter: what AVG 13 and 14 ask a person concerned to be told, from templates in plain words.

A letter is the same whoever gets it. It names the person to whom it goes and the organisation, and nobody else: no
other person, no role, no number of a signal, not what was told. Of the source it says of what kind it was, at most.
"""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

from mhdesk import resources
from mhdesk.domain import sources
from mhdesk.domain.contact import Contact
from mhdesk.domain.informing import State
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.sources import Capacity, Source
from mhdesk.domain.text import LONGEST_NAME, clean
from mhdesk.domain.views import InvolvementView, SignalDetails
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.errors import InputError

DUTCH: Final = "nl"
"""The language that every letter has, and that says what the others must have."""
WRITTEN_IN: Final = frozenset({State.TO_INFORM, State.INFORMED})
"""Where informing must stand before somebody gets a letter."""
_PUBLIC: Final = frozenset({"advertisement", "advertisement_review"})


class Origin(StrEnum):
    """What a letter says of where the data come from; never more than of what kind the source is."""

    SECRET = "secret"  # noqa: S105 - a kind of source, no password
    PROFESSIONAL = "professional"
    PUBLIC = "public"
    SELF = "self"


@dataclass(slots=True)
class LetterDraft:
    """What is chosen for one letter; ``contact_person`` may stay blank."""

    involvement_id: int = 0
    language: str = DUTCH
    origin: str = Origin.SECRET
    contact_person: str = ""

    def validate(self, details: SignalDetails) -> list[Problem]:
        """Return what must be mended before this letter can be made."""
        problems = length_problems("contact_person", self.contact_person, LONGEST_NAME)
        if self.language not in languages():
            problems.append(Problem("language", "draft.choice_unknown"))
        if self.origin not in origins(details):
            problems.append(Problem("origin", "letter.origin_secret"))
        return problems


def origins(details: SignalDetails) -> tuple[Origin, ...]:
    """Return what may be said of where the data come from; the first is what mhdesk proposes.

    A source that may not be told is secret. One that is no professional is as well: naming the kind would point at
    somebody near.
    """
    kinds: list[Origin] = []
    if sources.may_be_named(Source.of(details)):
        if details.channel in _PUBLIC or details.discipline in _PUBLIC:
            kinds.append(Origin.PUBLIC)
        elif details.source_capacity == Capacity.PROFESSIONAL:
            kinds.append(Origin.PROFESSIONAL)
    return (*kinds, Origin.SECRET, Origin.SELF)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes the letter."""

    organisation: str
    organisation_type: str
    contact: Contact
    kept_years: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or lines of a list."""

    lines: tuple[str, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading ("" for the first) and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter in one language, ready for paper; ``addressee`` is all that may show in the window of an envelope."""

    language: str
    title: str
    addressee: str
    day: str
    greeting: str
    sections: tuple[Section, ...]
    closing: str
    signed: str

    def lines(self) -> Iterator[str]:
        """Yield everything that the letter says, in order."""
        yield from (self.addressee, self.day, self.title, self.greeting)
        for section in self.sections:
            yield section.heading
            for block in section.blocks:
                yield from block.lines
        yield from (self.closing, self.signed)


def compose(
    draft: LetterDraft, one: InvolvementView, sender: Sender, day: date, language: str = DUTCH
) -> Letter:
    """Return the letter to one person in one language; the draft is valid.

    Raises InputError for a template that is not whole.
    """
    template = load(language)
    words = _words(template, draft, one, sender)
    said = _conditions(draft, sender.contact)
    sections = [
        Section(section["heading"], tuple(_blocks(section["part"], words, said)))
        for section in template["section"]
    ]
    return Letter(
        language=template["language"],
        title=template["title"],
        addressee=one.name,
        day=f"{day:%d-%m-%Y}",
        greeting=(template["greeting"] if one.name else template["greeting_nameless"]).format(name=one.name),
        sections=tuple(sections),
        closing=template["closing"],
        signed=sender.organisation,
    )


def letters(draft: LetterDraft, one: InvolvementView, sender: Sender, day: date) -> list[Letter]:
    """Return the letter in the language that was chosen and, where that is another, in Dutch after it."""
    return [compose(draft, one, sender, day, language) for language in dict.fromkeys((draft.language, DUTCH))]


def _blocks(parts: list[dict[str, Any]], words: Mapping[str, str], said: frozenset[str]) -> Iterator[Block]:
    for part in parts:
        if not part["when"] or part["when"] in said:
            yield Block(tuple(line.format_map(words) for line in _lines(part)), bool(part["items"]))


def _lines(part: Mapping[str, Any]) -> list[str]:
    return list(part["items"]) or [part["text"]]


def _words(
    template: Mapping[str, Any], draft: LetterDraft, one: InvolvementView, sender: Sender
) -> dict[str, str]:
    """Return what stands for the words between braces; what nobody filled in says so."""
    contact, missing = sender.contact, template["missing"]
    return {
        "organisation": sender.organisation,
        "address": clean(contact.address) or missing["address"],
        "phone": clean(contact.phone) or missing["phone"],
        "officer": clean(contact.officer) or missing["officer"],
        "mail": clean(contact.mail),
        "contact_person": clean(draft.contact_person),
        "ground": template["grounds"][sender.organisation_type],
        "known": _joined([template["known"][code] for code in known_of(one)], template["and"]),
        "years": str(sender.kept_years),
    }


def _conditions(draft: LetterDraft, contact: Contact) -> frozenset[str]:
    """Return which conditions of parts are met."""
    holds = {
        f"origin_{draft.origin}": True,
        "from_others": draft.origin != Origin.SELF,
        "has_mail": bool(clean(contact.mail)),
        "has_person": bool(clean(draft.contact_person)),
    }
    return frozenset(name for name, held in holds.items() if held)


def known_of(one: InvolvementView) -> tuple[str, ...]:
    """Return which kinds of data are known of a person: AVG art. 14 lid 1 onder d."""
    known = {
        "name": bool(one.name),
        "birth": one.birth is not None,
        "sex": one.sex != UNKNOWN,
        "nationality": one.nationality != UNKNOWN,
        "phone": bool(one.phone),
        "safe_contact": bool(one.safe_contact),
    }
    return tuple(code for code, is_known in known.items() if is_known) or ("nothing",)


def _joined(words: list[str], last: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


# --- templates ----------------------------------------------------------------------------------------


def languages() -> dict[str, str]:
    """Return every language that has a template, with its own name; Dutch comes first."""
    found = {file.stem: _name(file) for file in sorted(_folder().glob("*.toml"))}
    return {DUTCH: found.pop(DUTCH), **found}


def load(language: str) -> dict[str, Any]:
    """Return a template. Raises InputError for one that lacks something of the Dutch one or says more."""
    template = _read(language)
    model = _read(DUTCH)
    whole = template and model and _shape(template) == _shape(model)
    if not template or not whole or template.get("language") != language:
        raise InputError("letter.template_broken", name=f"{language}.toml")
    return template


def _folder() -> Path:
    return resources.path("letters")


def _name(file: Path) -> str:
    template = _read(file.stem)
    return str(template["name"]) if template and template.get("name") else file.stem


@cache
def _read(language: str) -> dict[str, Any] | None:
    """Return what a file holds, with what a part may leave out filled in; None when it cannot be read."""
    try:
        text = (_folder() / f"{language}.toml").read_text(encoding="utf-8")
        template = tomllib.loads(text)
        for section in template["section"]:
            section.setdefault("heading", "")
            section["part"] = [{"when": "", "text": "", "items": [], **part} for part in section["part"]]
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return template


def _shape(template: Mapping[str, Any]) -> object:
    """Return what every language must have alike: the places, the conditions, the words between braces."""
    try:
        tables = {name: sorted(template[name]) for name in ("known", "missing", "grounds")}
        lines = {
            name: _braces(template[name])
            for name in ("title", "greeting", "greeting_nameless", "closing", "and")
        }
        plain = [_braces(text) for name in tables for text in template[name].values()]
        sections = [
            (section["id"], bool(section["heading"]), [_part_shape(part) for part in section["part"]])
            for section in template["section"]
        ]
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    return tables, lines, plain, sections


def _part_shape(part: Mapping[str, Any]) -> tuple[str, bool, list[str]]:
    braces = [name for line in _lines(part) for name in _braces(line)]
    return part["when"], bool(part["items"]), sorted(braces)


def _braces(text: str) -> list[str]:
    """Return the words between braces. Raises ValueError for text that cannot be filled in."""
    if not text.strip():
        raise ValueError("blank")
    return [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
