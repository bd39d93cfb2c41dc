"""Indicators of exploitation: lists of signs, what somebody saw of them, and how that lies over the dimensions.

Seen, not seen and not assessed stay apart, and nothing is ever added up over the dimensions: a profile says what was
seen and how strong each sign is by itself. It is no score, and says nothing about how probable exploitation is.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Final

from mhdesk import resources, wording
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.signals import day_problems
from mhdesk.domain.text import LONGEST_TEXT, clean
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary

_GENERAL: Final = "general"
_FOLDER: Final = "indicators"


class Answer(StrEnum):
    """What somebody said of an indicator; one without an answer was not assessed."""

    OBSERVED = "observed"
    NOT_OBSERVED = "not_observed"


class Strength(StrEnum):
    """How much an indicator says by itself, strongest first."""

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One sign. ``source`` is a code of the vocabulary of sources."""

    code: str
    dimension: str
    strength: Strength
    nl: str
    en: str
    source: str

    def label(self) -> str:
        """Return the sentence in the language in use."""
        return self.nl if wording.language() == "nl" else self.en


@dataclass(frozen=True, slots=True)
class IndicatorList:
    """The indicators of a form in one version: those of every form first, by dimension and strength."""

    form: str
    version: str
    indicators: tuple[Indicator, ...]

    def codes(self) -> frozenset[str]:
        """Return the codes of all its indicators."""
        return frozenset(one.code for one in self.indicators)

    def dimensions(self) -> tuple[str, ...]:
        """Return its dimensions in the order in which they are always shown."""
        there = {one.dimension for one in self.indicators}
        return tuple(code for code in vocabulary("indicator_dimensions").codes() if code in there)

    def of(self, dimension: str) -> tuple[Indicator, ...]:
        """Return the indicators of a dimension."""
        return tuple(one for one in self.indicators if one.dimension == dimension)


@dataclass(frozen=True, slots=True)
class Version:
    """When the lists of a version may be used for a new assessment."""

    code: str
    valid_from: date
    valid_to: date | None

    def is_valid_on(self, day: date) -> bool:
        """Say whether its lists are used on ``day``."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


@cache
def versions() -> tuple[Version, ...]:
    """Return all versions that there ever were, oldest first."""
    rows = tomllib.loads(resources.path(_FOLDER, "versions.toml").read_text(encoding="utf-8"))["version"]
    return tuple(Version(row["code"], row["valid_from"], row.get("valid_to")) for row in rows)


def version_on(day: date) -> str:
    """Return the version that is used on a day: before the first one that one, for a laptop with a wrong clock."""
    valid = [version for version in versions() if version.is_valid_on(day)]
    return (valid or [*versions()])[-1 if valid else 0].code


@cache
def indicator_list(form: str, version: str) -> IndicatorList | None:
    """Return the list of a form of exploitation, None for a version that this mhdesk does not know.

    A form without indicators of its own has those that fit every form.
    """
    if version not in {one.code for one in versions()}:
        return None
    own = _read(version, form) if form in own_lists(version) else ()
    return IndicatorList(form, version, tuple(sorted((*_read(version, _GENERAL), *own), key=_place)))


@cache
def own_lists(version: str) -> frozenset[str]:
    """Return the forms that have indicators of their own in a version."""
    there = {file.stem for file in resources.path(_FOLDER, version).glob("*.toml")}
    return frozenset(there & set(vocabulary("exploitation_forms").codes()))


def _read(version: str, name: str) -> tuple[Indicator, ...]:
    file = resources.path(_FOLDER, version, f"{name}.toml")
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["indicator"]
    return tuple(Indicator(**{**row, "strength": Strength(row["strength"])}) for row in rows)


def _place(one: Indicator) -> tuple[int, int]:
    return vocabulary("indicator_dimensions").codes().index(one.dimension), [*Strength].index(one.strength)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many indicators of each strength."""

    strong: int = 0
    medium: int = 0
    weak: int = 0

    def of(self, strength: Strength) -> int:
        """Return how many of one strength."""
        return {Strength.STRONG: self.strong, Strength.MEDIUM: self.medium, Strength.WEAK: self.weak}[
            strength
        ]

    def any(self) -> int:
        """Return how many, whatever their strength."""
        return self.strong + self.medium + self.weak


@dataclass(frozen=True, slots=True)
class Dimension:
    """What was said of the indicators of one dimension. There is no figure over dimensions, on purpose."""

    code: str
    observed: Counts
    not_observed: Counts
    not_assessed: Counts

    def is_assessed(self) -> bool:
        """Say whether anything was said of this dimension."""
        return bool(self.observed.any() or self.not_observed.any())


def profile(answers: Mapping[str, str], asked: IndicatorList) -> tuple[Dimension, ...]:
    """Return for each dimension of a list what was seen, what was not seen and what nobody looked at.

    An answer to something that is not on the list counts nowhere.
    """
    return tuple(_dimension(code, asked.of(code), answers) for code in asked.dimensions())


def _dimension(code: str, indicators: Sequence[Indicator], answers: Mapping[str, str]) -> Dimension:
    def counted(wanted: str) -> Counts:
        return _counts(one.strength for one in indicators if answers.get(one.code, "") == wanted)

    return Dimension(code, counted(Answer.OBSERVED), counted(Answer.NOT_OBSERVED), counted(""))


def _counts(found: Iterable[Strength]) -> Counts:
    strengths = list(found)
    return Counts(*(strengths.count(one) for one in Strength))


@dataclass(frozen=True, slots=True)
class AssessmentView:
    """One time that a list was gone through, with the version of the list whose words were read.

    ``answers`` are pairs of code and answer, in the order of the codes.
    """

    id: int
    form: str
    list_version: str
    assessed_on: date
    answers: tuple[tuple[str, str], ...]
    note: str
    recorded_at: datetime
    recorded_by: str

    def asked(self) -> IndicatorList | None:
        """Return the list as it read then, None when this mhdesk does not know that version."""
        return indicator_list(self.form, self.list_version)


def newest(assessments: Iterable[AssessmentView]) -> tuple[AssessmentView, ...]:
    """Return of each form the assessment that counts; ``assessments`` come newest first."""
    found: dict[str, AssessmentView] = {}
    for one in assessments:
        found.setdefault(one.form, one)
    return tuple(found.values())


@dataclass(slots=True)
class AssessmentDraft:
    """A list as gone through, about one signal. What nobody looked at has no answer."""

    signal_id: int = 0
    form: str = UNKNOWN
    list_version: str = ""
    assessed_on: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    note: str = ""

    def validate(self, today: date) -> list[Problem]:
        """Return what must be mended before this can stand."""
        problems = day_problems("assessed_on", self.assessed_on, today)
        problems += length_problems("note", self.note, LONGEST_TEXT)
        if not clean(self.assessed_on):
            problems.append(Problem("assessed_on", "indicators.assessed_on_missing"))
        asked = indicator_list(self.form, self.list_version) if self._form_is_known() else None
        if asked is None:
            return [*problems, Problem("form", "draft.choice_unknown")]
        if not self.answers:
            problems.append(Problem("answers", "indicators.nothing_answered"))
        elif not (self.answers.keys() <= asked.codes() and set(self.answers.values()) <= {*Answer}):
            problems.append(Problem("answers", "draft.choice_unknown"))
        return problems

    def _form_is_known(self) -> bool:
        return self.form in vocabulary("exploitation_forms")


def taken_over(answers: Mapping[str, str], asked: IndicatorList) -> dict[str, str]:
    """Return the answers that a list, perhaps a later version, still asks for."""
    there = asked.codes()
    return {code: answer for code, answer in answers.items() if code in there}
