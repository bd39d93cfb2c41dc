"""Ordinary calls of what concerns the network, each at a desk where nothing of it stands yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mhdesk.desk import network, unmet
from mhdesk.domain.finding_help import Wanted
from mhdesk.domain.network import (
    CapacityDraft,
    ContactDraft,
    CovenantDraft,
    ExperienceDraft,
    OfferDraft,
    OrganisationDraft,
)
from mhdesk.domain.periods import parse_period
from mhdesk.domain.unmet import MetDraft, UnmetNeedDraft
from mhdesk.store import network as stored

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mhdesk.desk.desk import Desk

MOMENT: Final = "2026-11-22T23:10:00+00:00"
TODAY: Final = "23-11-2026"
ORGANISATION: Final = OrganisationDraft("Huize Verzonnen", "shelter", "care", "06 00000001")
CONTACT: Final = ContactDraft("Jip Bedacht", "bereikbare dienst", "06 00000002")
OFFER: Final = OfferDraft("shelter", "Noodbed", ["female"], age_from="18", places="0,5")
COVENANT: Final = CovenantDraft("privacy", "Privacyconvenant Proefregio", starts_on="01-01-2026")
EXPERIENCE: Final = ExperienceDraft(TODAY, "Nam meteen op.")
NEED: Final = UnmetNeedDraft(None, "shelter", TODAY, "no_place", "GM0402", "female", "18_22")
MET: Final = MetDraft(TODAY, "Toch een plek bij een collega.")


def standing(desk: Desk, record: str, **values: object) -> int:
    """Let a record stand without an event; return its id."""
    beside: dict[str, object] = {"recorded_at": MOMENT, "recorded_by": 1}
    if record == "organisation":
        beside = {"name": "Huis Bedacht", "group": "shelter"}
    elif record != "unmet_need":
        beside["organisation_id"] = 1
    with desk.database.writing() as connection:
        return stored.add(connection, record, beside | values)


def an_organisation(desk: Desk, **values: object) -> int:
    return standing(desk, "organisation", **values)


def a_contact(desk: Desk, **values: object) -> int:
    return standing(desk, "organisation_contact", name="Jip Bedacht", **values)


def an_offer(desk: Desk, **values: object) -> int:
    return standing(desk, "offer", **{"purpose": "shelter", **values})


def a_covenant(desk: Desk, **values: object) -> int:
    first: dict[str, object] = {"kind": "privacy", "title": "Convenant", "starts_on": "2026-01-01"}
    return standing(desk, "covenant", **first | values)


def a_need(desk: Desk, **values: object) -> int:
    first: dict[str, object] = {"purpose": "shelter", "wanted_on": "2026-11-20", "reason": "no_place"}
    return standing(desk, "unmet_need", **first | values)


CALLS: Final[dict[str, Callable[[Desk, Path], object]]] = {
    "covenant.added": lambda desk, _: network.add_covenant(desk, 1, COVENANT),
    "covenant.amended": lambda desk, _: network.amend_covenant(desk, a_covenant(desk), 1, COVENANT),
    "experience.added": lambda desk, _: network.add_experience(desk, 1, EXPERIENCE),
    "need.amended": lambda desk, _: unmet.amend(desk, a_need(desk), 1, NEED),
    "need.counted": lambda desk, _: unmet.count(desk, parse_period("2026")),
    "need.met": lambda desk, _: unmet.meet(desk, a_need(desk), MET),
    "need.recorded": lambda desk, _: unmet.record(desk, NEED),
    "need.reopened": lambda desk, _: unmet.reopen(desk, a_need(desk, met_on="2026-11-21")),
    "offer.added": lambda desk, _: network.add_offer(desk, 1, OFFER),
    "offer.amended": lambda desk, _: network.amend_offer(desk, an_offer(desk), 1, OFFER),
    "offer.capacity_heard": lambda desk, _: network.hear_capacity(
        desk, an_offer(desk), CapacityDraft("0,5", TODAY)
    ),
    "offer.ended": lambda desk, _: network.end_offer(desk, an_offer(desk), TODAY),
    "offer.resumed": lambda desk, _: network.resume_offer(desk, an_offer(desk, ended_on="2026-11-20")),
    "organisation.added": lambda desk, _: network.add_organisation(desk, ORGANISATION),
    "organisation.amended": lambda desk, _: network.amend_organisation(
        desk, an_organisation(desk), 1, ORGANISATION
    ),
    "organisation.contact_added": lambda desk, _: network.add_contact(desk, 1, CONTACT),
    "organisation.contact_amended": lambda desk, _: network.amend_contact(desk, a_contact(desk), 1, CONTACT),
    "organisation.contact_ended": lambda desk, _: network.end_contact(desk, a_contact(desk), TODAY),
    "organisation.contact_resumed": lambda desk, _: network.resume_contact(
        desk, a_contact(desk, ended_on="2026-11-20")
    ),
    "organisation.ended": lambda desk, _: network.end_organisation(desk, an_organisation(desk), TODAY),
    "organisation.resumed": lambda desk, _: network.resume_organisation(
        desk, an_organisation(desk, ended_on="2026-11-20")
    ),
}
ASKS: Final[dict[str, Callable[[Desk, Path], object]]] = {
    "network.find_help": lambda desk, _: network.find_help(desk, Wanted()),
    "network.organisation": lambda desk, _: network.organisation(desk, 1),
    "network.organisations": lambda desk, _: network.organisations(desk),
    "unmet.needs_of": lambda desk, _: unmet.needs_of(desk, 1),
    "unmet.open_needs": lambda desk, _: unmet.open_needs(desk),
}
