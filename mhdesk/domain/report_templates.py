"""What the region publishes time and again: which tables stand under which headings, for which kind of period.

A template says what is counted; the words of its headings are in the messages (``template.*``). It chooses few, coarse
tables that tell something: at about forty signals a year, every table more and every finer one makes other counts
disappear. So a year is shown by form, in which labour exploitation has a row of its own, and not by labour exploitation
or not as well: two tables about the same thing cost each other their counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from mhdesk.domain.figures import MUNICIPALITY
from mhdesk.domain.periods import Period
from mhdesk.domain.registries import NO_MUNICIPALITY
from mhdesk.domain.splits import Split, parse_splits
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.errors import InputError


class PeriodKind(StrEnum):
    """For which periods a template is meant."""

    YEAR = "year"
    QUARTER = "quarter"
    ANY = "any"

    def fits(self, period: Period) -> bool:
        """Say whether a period is of this kind."""
        spelled = {PeriodKind.YEAR: r"\d{4}", PeriodKind.QUARTER: r"\d{4}-Q\d", PeriodKind.ANY: ".*"}
        return re.fullmatch(spelled[self], period.code()) is not None


@dataclass(frozen=True, slots=True)
class Chapter:
    """Tables under one heading, spelled as for ``--by``; ``heading`` is the code of its words."""

    heading: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A report that is made each year or quarter. ``of_one``: it is about one municipality."""

    code: str
    period: PeriodKind
    chapters: tuple[Chapter, ...]
    of_one: bool = False


_SIZE: Final = ("form", "municipality")
_VICTIMS: Final = ("persons:sex", "persons:age", "persons:nationality", "persons:minor*dutch")

TEMPLATES: Final = {
    template.code: template
    for template in (
        Template(
            "yearly",
            PeriodKind.YEAR,
            (
                Chapter("size", (*_SIZE, "quarter", "period-2")),
                Chapter("victims", _VICTIMS),
                Chapter("sources", ("source",)),
                Chapter("triage", ("triages:triage", "triages:wait")),
                Chapter("inform", ("decisions:choice", "decisions:wait")),
                Chapter(
                    "referrals", ("referrals:receiver", "referrals:purpose", "answers:answer", "answers:wait")
                ),
                Chapter("outcomes", ("outcomes:outcome",)),
                Chapter("unmet", ("needs:kind", "needs:reason")),
                Chapter("comensha", ("comensha:dossier",)),
            ),
        ),
        Template(
            "quarterly",
            PeriodKind.QUARTER,
            (
                Chapter("size", ("labour", "municipality", "period-4")),
                Chapter("triage", ("triages:triage", "triages:wait")),
                Chapter("referrals", ("referrals:purpose", "answers:answer")),
                Chapter("unmet", ("needs:kind",)),
            ),
        ),
        Template(
            "municipality",
            PeriodKind.ANY,
            (
                Chapter("size", ("form", "period-2")),
                Chapter("referrals", ("referrals:purpose",)),
                Chapter("unmet", ("needs:kind",)),
            ),
            of_one=True,
        ),
        Template(
            "nature",
            PeriodKind.ANY,
            (
                Chapter("size", (*_SIZE, "quarter", "period")),
                Chapter("sources", ("source",)),
            ),
        ),
        Template("victims", PeriodKind.ANY, (Chapter("victims", _VICTIMS),)),
    )
}


@dataclass(frozen=True, slots=True)
class Contents:
    """Which tables a publication shows, under which headings: of a template, or as somebody wanted them.

    ``template`` is "" for tables that somebody wanted; they stand in one chapter without a heading.
    """

    template: str
    municipality: str
    chapters: tuple[tuple[str, tuple[Split, ...]], ...]

    @property
    def splits(self) -> tuple[Split, ...]:
        """Return all tables in their order."""
        return tuple(split for _, splits in self.chapters for split in splits)


def contents_of(wanted: Sequence[str] | Contents) -> Contents:
    """Return tables as they are spelled as contents without headings; contents stay what they are.

    Raises InputError for a table that cannot be counted, see :func:`mhdesk.domain.splits.parse_splits`.
    """
    return wanted if isinstance(wanted, Contents) else Contents("", "", (("", parse_splits(wanted)),))


def from_template(code: str, period: Period, municipality: str = "") -> Contents:
    """Return what a template shows of a period; ``municipality`` is a name or a code, for a template about one.

    Raises InputError for a template that does not exist, a period that it is not meant for, and a municipality that
    is missing, unknown, or not asked for.
    """
    template = TEMPLATES.get(code)
    if template is None:
        raise InputError("template.unknown", name=code[:60], known=", ".join(TEMPLATES))
    if not template.period.fits(period):
        raise InputError(f"template.period_{template.period}", typed=period.code())
    if not template.of_one:
        if municipality:
            raise InputError("template.municipality_needless", name=municipality[:60])
        return Contents(code, "", _chapters(template, ""))
    if not municipality:
        raise InputError("template.municipality_needed")
    found = vocabulary("municipalities").find(municipality)
    if found is None or found.code in NO_MUNICIPALITY:
        raise InputError("template.municipality_missing", name=municipality[:60])
    return Contents(code, found.code, _chapters(template, f"@{MUNICIPALITY}={found.code}"))


def _chapters(template: Template, limit: str) -> tuple[tuple[str, tuple[Split, ...]], ...]:
    return tuple(
        (chapter.heading, parse_splits(spelled + limit for spelled in chapter.by))
        for chapter in template.chapters
    )
