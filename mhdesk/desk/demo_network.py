"""A made-up network for the demo: organisations that do not exist, and help that was not found."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from typing import Any, Final

from mhdesk import resources
from mhdesk.desk.verbs import Work
from mhdesk.domain.network import parse_age
from mhdesk.domain.places import parse_places
from mhdesk.store import network
from mhdesk.store.values import to_codes

_OF_AN_ORGANISATION: Final = ("name", "group", "side", "phone", "email", "address", "note")
_OF_A_CONTACT: Final = ("name", "function", "phone", "email", "note")
_OF_A_NEED: Final = ("purpose", "reason", "municipality", "note")


def furnish(work: Work, somebody: int | None) -> None:
    """Write the invented network; a need that is about ``somebody`` is left about nobody without one."""
    text = resources.path("fiction", "network.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    for one in told["organisation"]:
        _write_organisation(work, one)
    for need in told["need"]:
        _write_need(work, need, somebody)


def _write_organisation(work: Work, one: dict[str, Any]) -> None:
    values = {name: one.get(name, "") for name in _OF_AN_ORGANISATION}
    number = network.add(work.connection, "organisation", values | {"ended_on": _day(work, one, "ended")})
    work.concerns("organisation", [number])
    for contact in one.get("contact", ()):
        _write(work, "organisation_contact", number, {name: contact.get(name, "") for name in _OF_A_CONTACT})
    for offer in one.get("offer", ()):
        _write(work, "offer", number, _offer_values(work, offer))
    for covenant in one.get("covenant", ()):
        _write(work, "covenant", number, _covenant_values(work, covenant))
    for told in one.get("experience", ()):
        values = {"happened_on": _day(work, told, "ago"), "text": told["text"]}
        _write(work, "experience", number, values)


def _write(work: Work, record: str, organisation_id: int, values: dict[str, Any]) -> None:
    beside = {
        "organisation_id": organisation_id,
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
    }
    network.add(work.connection, record, values | beside)


def _offer_values(work: Work, offer: dict[str, Any]) -> dict[str, Any]:
    return {
        "purpose": offer["purpose"],
        "name": offer.get("name", ""),
        "sexes": to_codes(offer.get("sexes", ())),
        "age_from": parse_age(offer.get("age_from", "")),
        "age_to": parse_age(offer.get("age_to", "")),
        "children": offer.get("children", "unknown"),
        "languages": to_codes(offer.get("languages", ())),
        "municipalities": to_codes(offer.get("municipalities", ())),
        "at_night": offer.get("at_night", False),
        "places": parse_places(offer.get("places", "")),
        "places_free": parse_places(offer.get("free", "")),
        "free_on": _day(work, offer, "heard"),
        "conditions": offer.get("conditions", ""),
    }


def _covenant_values(work: Work, covenant: dict[str, Any]) -> dict[str, Any]:
    return {
        "kind": covenant["kind"],
        "title": covenant["title"],
        "purposes": to_codes(covenant.get("purposes", ())),
        "covers": covenant.get("covers", ""),
        "starts_on": _day(work, covenant, "started"),
        "ends_on": _iso(work.today() + timedelta(days=covenant["ends_in"])),
        "note": covenant.get("note", ""),
    }


def _write_need(work: Work, need: dict[str, Any], somebody: int | None) -> None:
    person_id = somebody if need.get("about_somebody") else None
    values = {name: need.get(name, "") for name in _OF_A_NEED}
    values |= {name: need.get(name, "unknown") for name in ("sex", "age_band")}
    values |= {
        "person_id": person_id,
        "wanted_on": _day(work, need, "wanted"),
        "met_on": _day(work, need, "met"),
        "met_how": need.get("how", ""),
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
    }
    work.concerns("unmet_need", [network.add(work.connection, "unmet_need", values)], person_id)


def _day(work: Work, told: dict[str, Any], name: str) -> str | None:
    """Return the day so many days ago, None where nothing is said."""
    return _iso(work.today() - timedelta(days=told[name])) if name in told else None


def _iso(day: date) -> str:
    return day.isoformat()
