"""Who can help: every offer held against what is wanted, field by field, in words.

What nobody knows is never a no: it is a question to ask on the telephone. Nothing here decides; it says whom to call
first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from mhdesk.domain.dates import display_day
from mhdesk.domain.network_views import OfferView
from mhdesk.domain.places import display_places
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.wording import say

SHELTER: Final = "shelter"
NONE: Final = "none"
ONE: Final = "one"
MORE: Final = "more"


class Verdict(StrEnum):
    """What one field of an offer says of what is wanted."""

    FITS = "fits"
    ASK = "ask"
    UNFIT = "unfit"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; "" and None are what nobody knows yet.

    ``children`` is a code of ``children_wanted``; ``languages`` are those that the person speaks: one is enough.
    """

    purpose: str = SHELTER
    sex: str = ""
    age: int | None = None
    children: str = ""
    languages: tuple[str, ...] = ()
    municipality: str = ""
    tonight: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an offer fits, does not fit or is to be asked about, in one field; ``sentence`` says so in words."""

    field: str
    verdict: Verdict
    sentence: str


@dataclass(frozen=True, slots=True)
class Match:
    """An offer with everything that speaks for it, against it, or is not known."""

    offer: OfferView
    reasons: tuple[Reason, ...]

    @property
    def verdict(self) -> Verdict:
        """Return the worst that is said: one thing that does not fit is enough."""
        said = {one.verdict for one in self.reasons}
        return next((one for one in (Verdict.UNFIT, Verdict.ASK) if one in said), Verdict.FITS)

    def of(self, verdict: Verdict) -> tuple[Reason, ...]:
        """Return the reasons of one kind."""
        return tuple(one for one in self.reasons if one.verdict == verdict)


def find(wanted: Wanted, offers: Iterable[OfferView], today: date) -> tuple[Match, ...]:
    """Return the offers for what is wanted, whom to call first on top.

    An offer that ended is left out; one that does not fit stays, at the end, with what stands against it.
    """
    fitting = (one for one in offers if one.purpose == wanted.purpose and one.ended_on is None)
    matches = [Match(one, tuple(_reasons(wanted, one, today))) for one in fitting]
    return tuple(sorted(matches, key=lambda one: _place(one, today)))


def _place(match: Match, today: date) -> tuple[int, int, int, int, str, int]:
    """Return the order: fewest that do not fit, free places just heard of, fewest questions, then by name."""
    offer = match.offer
    free = bool(offer.places_free) and offer.is_fresh(today)
    unfit, asked = len(match.of(Verdict.UNFIT)), len(match.of(Verdict.ASK))
    fits = len(match.of(Verdict.FITS))
    return unfit, not free, asked, -fits, offer.organisation.casefold(), offer.id


def _reasons(wanted: Wanted, offer: OfferView, today: date) -> Iterator[Reason]:
    yield from _of_sex(wanted, offer)
    yield from _of_age(wanted, offer)
    yield from _of_children(wanted, offer)
    yield from _of_municipality(wanted, offer)
    yield from _of_languages(wanted, offer)
    yield from _of_night(wanted, offer)
    yield from _of_places(wanted, offer, today)


def _reason(field: str, verdict: Verdict, code: str, **params: object) -> Reason:
    return Reason(field, verdict, say(f"network.find_{code}", **params))


def _of_sex(wanted: Wanted, offer: OfferView) -> Iterator[Reason]:
    words = _labels("sexes", offer.sexes)
    if not offer.sexes:
        yield _reason("sex", Verdict.FITS, "sex_all")
    elif wanted.sex in {"", UNKNOWN}:
        yield _reason("sex", Verdict.ASK, "sex_ask", sexes=words)
    elif wanted.sex in offer.sexes:
        yield _reason("sex", Verdict.FITS, "sex_fits", sexes=words)
    else:
        yield _reason("sex", Verdict.UNFIT, "sex_unfit", sexes=words)


def _of_age(wanted: Wanted, offer: OfferView) -> Iterator[Reason]:
    ages = ages_words(offer.age_from, offer.age_to)
    if not ages:
        yield _reason("age", Verdict.FITS, "age_all")
    elif wanted.age is None:
        yield _reason("age", Verdict.ASK, "age_ask", ages=ages)
    elif (offer.age_from or 0) <= wanted.age and (offer.age_to is None or wanted.age <= offer.age_to):
        yield _reason("age", Verdict.FITS, "age_fits", ages=ages)
    else:
        yield _reason("age", Verdict.UNFIT, "age_unfit", ages=ages)


def ages_words(first: int | None, last: int | None) -> str:
    """Return the bounds of an age in words, "" without any."""
    if first is None and last is None:
        return ""
    if last is None:
        return say("network.age_from", first=first)
    if first is None:
        return say("network.age_to", last=last)
    return say("network.age_between", first=first, last=last)


def _of_children(wanted: Wanted, offer: OfferView) -> Iterator[Reason]:
    if wanted.children in {"", NONE}:
        return
    if offer.children == "yes" or (offer.children == "one" and wanted.children == ONE):
        yield _reason("children", Verdict.FITS, "children_fits")
    elif offer.children == "one":
        yield _reason("children", Verdict.UNFIT, "children_one")
    elif offer.children == "no":
        yield _reason("children", Verdict.UNFIT, "children_unfit")
    else:
        yield _reason("children", Verdict.ASK, "children_ask")


def _of_municipality(wanted: Wanted, offer: OfferView) -> Iterator[Reason]:
    if not wanted.municipality or not offer.municipalities:
        return
    words = _labels("municipalities", offer.municipalities)
    if wanted.municipality == UNKNOWN:
        yield _reason("municipality", Verdict.ASK, "municipality_ask", municipalities=words)
    elif wanted.municipality in offer.municipalities:
        yield _reason("municipality", Verdict.FITS, "municipality_fits", municipalities=words)
    else:
        yield _reason("municipality", Verdict.UNFIT, "municipality_unfit", municipalities=words)


def _of_languages(wanted: Wanted, offer: OfferView) -> Iterator[Reason]:
    if not wanted.languages:
        return
    shared = [code for code in wanted.languages if code in offer.languages]
    if shared:
        yield _reason("languages", Verdict.FITS, "language_fits", languages=_labels("languages", shared))
    else:
        spoken = _labels("languages", wanted.languages)
        yield _reason("languages", Verdict.ASK, "language_ask", languages=spoken)


def _of_night(wanted: Wanted, offer: OfferView) -> Iterator[Reason]:
    if not wanted.tonight:
        return
    if offer.at_night:
        yield _reason("tonight", Verdict.FITS, "night_fits")
    else:
        yield _reason("tonight", Verdict.ASK, "night_ask")


def _of_places(wanted: Wanted, offer: OfferView, today: date) -> Iterator[Reason]:
    if offer.places_free is None or offer.free_on is None:
        if wanted.purpose == SHELTER:
            yield _reason("places", Verdict.ASK, "places_ask")
        return
    said = {"places": display_places(offer.places_free), "day": display_day(offer.free_on)}
    if not offer.is_fresh(today):
        yield _reason("places", Verdict.ASK, "places_stale", **said)
    elif offer.places_free:
        yield _reason("places", Verdict.FITS, "places_fits", **said)
    else:
        yield _reason("places", Verdict.UNFIT, "places_full", **said)


def _labels(words: str, codes: Iterable[str]) -> str:
    return ", ".join(vocabulary(words).label(code) for code in codes)
