"""Organisations, offers, covenants and unmet needs in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.finding_help import SHELTER, Verdict, ages_words
from mhdesk.domain.network_views import CovenantView, NeedView, OfferView
from mhdesk.domain.places import display_places
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.gui import words
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.signals import options
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.words import Clock

MARKS = {Verdict.FITS: Mark.DONE, Verdict.ASK: Mark.WAITING, Verdict.UNFIT: Mark.NOT_INFORMED}


def labels(name: str, codes: tuple[str, ...]) -> str:
    """Return the words for codes with commas between."""
    return ", ".join(vocabulary(name).label(code) for code in codes)


def offer_title(offer: OfferView) -> str:
    """Return what is offered: its name, or what it is for."""
    purpose = options.label("referral_purposes", offer.purpose)
    return f"{offer.name} ({vocabulary('referral_purposes').label(offer.purpose)})" if offer.name else purpose


def for_whom(offer: OfferView) -> str:
    """Return for whom an offer is, in one line; what nobody said is not named."""
    everybody = QCoreApplication.translate("NetworkWords", "for everybody")
    parts = [
        labels("sexes", offer.sexes) or everybody,
        ages_words(offer.age_from, offer.age_to),
        "" if offer.children == UNKNOWN else vocabulary("children_taken").label(offer.children),
        labels("municipalities", offer.municipalities),
        labels("languages", offer.languages),
        QCoreApplication.translate("NetworkWords", "also at night") if offer.at_night else "",
    ]
    return words.sentence_case(DOT.join(part for part in parts if part))


def capacity(offer: OfferView, today: date) -> str:
    """Return how many places there are and how many are free, with the day on which that was heard."""
    parts = []
    if offer.places is not None:
        told = QCoreApplication.translate("NetworkWords", "places: {count}")
        parts.append(told.format(count=display_places(offer.places)))
    if offer.places_free is not None and offer.free_on is not None:
        told = QCoreApplication.translate("NetworkWords", "free: {count}, heard on {day}")
        day = words.weekday_day(offer.free_on, today)
        parts.append(told.format(count=display_places(offer.places_free), day=day))
        if not offer.is_fresh(today):
            parts.append(QCoreApplication.translate("NetworkWords", "call before you count on it"))
    elif offer.purpose == SHELTER:
        parts.append(QCoreApplication.translate("NetworkWords", "nobody asked yet how many are free"))
    return words.sentence_case(DOT.join(parts))


def free_clock(offer: OfferView, today: date) -> Clock:
    """Return the free places of an offer as the right edge of a line."""
    if offer.places_free is None or offer.free_on is None:
        return Clock("", "", Mark.NONE)
    told = QCoreApplication.translate("NetworkWords", "{count} free")
    heard = QCoreApplication.translate("NetworkWords", "heard {day}")
    day = words.weekday_day(offer.free_on, today)
    return Clock(told.format(count=display_places(offer.places_free)), heard.format(day=day), Mark.NONE)


def covenant_clock(one: CovenantView, today: date) -> Clock:
    """Return how long a covenant still holds."""
    if one.starts_on > today:
        day = words.short_day(one.starts_on, today)
        return Clock(
            QCoreApplication.translate("NetworkWords", "from {day}").format(day=day), "", Mark.WAITING
        )
    if one.ends_on is None:
        return Clock(QCoreApplication.translate("NetworkWords", "goes on"), "", Mark.DONE)
    if one.ends_on < today:
        day = words.short_day(one.ends_on, today)
        ended = QCoreApplication.translate("NetworkWords", "ended on {day}").format(day=day)
        return Clock(ended, "", Mark.NOT_INFORMED)
    until = QCoreApplication.translate("NetworkWords", "until {day}")
    day = until.format(day=words.short_day(one.ends_on, today))
    if one.ends_soon(today):
        return Clock(words.distance(one.ends_on, today), day, Mark.TODAY)
    return Clock(day, "", Mark.DONE)


def need_title(need: NeedView) -> str:
    """Return what was wanted, for whom and where, without a name."""
    parts = [
        options.label("referral_purposes", need.purpose),
        "" if need.sex == UNKNOWN else vocabulary("sexes").label(need.sex),
        "" if need.age_band == UNKNOWN else vocabulary("age_bands").label(need.age_band),
        vocabulary("municipalities").label(need.municipality) if need.municipality else "",
    ]
    return ", ".join(part for part in parts if part)
