"""Help that was wanted and not found: what is missing in the region is only seen when it is written down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from mhdesk.domain import dates
from mhdesk.domain.network import LONGEST_NOTE, codes_problems
from mhdesk.domain.network_views import NeedView
from mhdesk.domain.periods import Period
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.revisions import RevisionView
from mhdesk.domain.signals import day_problems
from mhdesk.domain.text import clean
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.wording import say


def age_band(age: int | None) -> str:
    """Return the code of the band in which an age lies."""
    if age is None:
        return UNKNOWN
    bands = ((term.code, term.get("first"), term.get("last")) for term in vocabulary("age_bands"))
    return next((code for code, first, last in bands if first and int(first) <= age <= int(last)), UNKNOWN)


@dataclass(slots=True)
class UnmetNeedDraft:
    """Help that was not found, as typed; about a person of the registry, or about nobody."""

    person_id: int | None = None
    purpose: str = ""
    wanted_on: str = ""
    reason: str = ""
    municipality: str = ""
    sex: str = UNKNOWN
    age_band: str = UNKNOWN
    note: str = ""

    def validate(self, today: date) -> list[Problem]:
        """Return what must be mended before it can be kept."""
        problems = day_problems("wanted_on", self.wanted_on, today)
        if not clean(self.wanted_on):
            problems.append(Problem("wanted_on", "network.wanted_on_missing"))
        if self.purpose not in vocabulary("referral_purposes") or self.purpose == UNKNOWN:
            problems.append(Problem("purpose", "network.purpose_missing"))
        if self.reason not in vocabulary("unmet_reasons"):
            problems.append(Problem("reason", "network.reason_missing"))
        problems += codes_problems("municipality", filter(None, [self.municipality]), "municipalities")
        problems += codes_problems("sex", [self.sex], "sexes")
        problems += codes_problems("age_band", [self.age_band], "age_bands")
        return problems + length_problems("note", self.note, LONGEST_NOTE)


BY: Final = {
    "purpose": "referral_purposes",
    "reason": "unmet_reasons",
    "municipality": "municipalities",
    "sex": "sexes",
    "age_band": "age_bands",
}
"""By what unmet needs are counted, and the vocabulary of each."""


@dataclass(frozen=True, slots=True)
class NeedCounts:
    """How often help was not found in a period, for inside only.

    ``people`` counts the persons of the registry behind it once each: one of them can have many needs, so that even a
    large number may be about one. ``met`` is how many were met later; ``by`` pairs a dimension of :data:`BY` with
    counts by code, largest first.
    """

    period: Period
    needs: int
    met: int
    people: int
    without_person: int
    by: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


def counts_of(needs: Iterable[NeedView], period: Period) -> NeedCounts:
    """Count needs by what they say; what nobody said of a municipality counts as unknown."""
    told = [one for one in needs if period.first <= one.wanted_on <= period.last]
    by = tuple(
        (name, tuple(Counter(getattr(one, name) or UNKNOWN for one in told).most_common())) for name in BY
    )
    people = {one.person_id for one in told if one.person_id is not None}
    met = sum(one.met_on is not None for one in told)
    return NeedCounts(period, len(told), met, len(people), sum(one.person_id is None for one in told), by)


@dataclass(slots=True)
class MetDraft:
    """That help was found after all, as typed, and how."""

    met_on: str = ""
    met_how: str = ""

    def validate(self, today: date, wanted_on: date) -> list[Problem]:
        """Return what must be mended before it can be kept."""
        problems = day_problems("met_on", self.met_on, today)
        met = dates.parse_day(self.met_on)
        if not clean(self.met_on):
            problems.append(Problem("met_on", "network.met_on_missing"))
        elif met and met < wanted_on:
            problems.append(Problem("met_on", "network.met_before_wanted"))
        if not clean(self.met_how):
            problems.append(Problem("met_how", "network.met_how_missing"))
        return problems + length_problems("met_how", self.met_how, LONGEST_NOTE)


def before(history: Iterable[RevisionView]) -> Iterator[str]:
    """Yield what each change replaced: by whom, when, and what was said until then; nothing where that was nothing."""
    for one in history:
        reason, purpose = one.earlier.get("reason"), one.earlier.get("purpose")
        said = (
            vocabulary("referral_purposes").label(purpose) if purpose else "",
            vocabulary("unmet_reasons").label(reason) if reason else "",
            one.earlier.get("note", ""),
            one.earlier.get("met_how", ""),
        )
        if any(said):
            day = dates.display_day(one.changed_at.astimezone().date())
            told = "; ".join(filter(None, said))
            yield say("network.need_before", name=one.changed_by, day=day, said=told)
