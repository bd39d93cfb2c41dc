"""What a golden registry holds of the network, and what the desk shows of that; see `golden`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from mhdesk.desk import network, unmet
from mhdesk.domain.network import (
    CapacityDraft,
    ContactDraft,
    CovenantDraft,
    ExperienceDraft,
    OfferDraft,
    OrganisationDraft,
)
from mhdesk.domain.unmet import MetDraft, UnmetNeedDraft

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk

_HOUSE: Final = OrganisationDraft("Ĳsselhuis Bedacht", "shelter", "care", "06 00 00 01 01", note="Bel eerst.")


def fill(desk: Desk) -> None:
    """Record an organisation with all that can belong to one, another that ended, and help that was not found."""
    number = network.add_organisation(desk, _HOUSE).created or 0
    network.add_contact(desk, number, ContactDraft("Jip Bedacht", "bereikbare dienst", "06 00 00 01 02"))
    bed = OfferDraft(
        "shelter",
        "Noodbed",
        ["female"],
        "18",
        "",
        "one",
        ["pl", "nl"],
        ["GM0402"],
        at_night=True,
        places="0,5",
    )
    offer = network.add_offer(desk, number, bed).created or 0
    network.hear_capacity(desk, offer, CapacityDraft("½", "24-11-2026"))
    network.hear_capacity(desk, offer, CapacityDraft("0", "26-11-2026"))
    covenant = CovenantDraft("privacy", "Privacyconvenant", ["shelter"], "Naam.", "01-01-2026", "31-12-2026")
    network.add_covenant(desk, number, covenant)
    network.add_experience(desk, number, ExperienceDraft("26-11-2026", "Nam 's nachts meteen op."))
    gone = network.add_organisation(desk, OrganisationDraft("Tussenhuis Verleden Tijd", "care")).created or 0
    network.end_organisation(desk, gone, "26-11-2026")
    wanted = UnmetNeedDraft(
        1, "shelter", "24-11-2026", "children", "GM0402", "female", "18_22", "Twee gebeld."
    )
    need = unmet.record(desk, wanted).created or 0
    unmet.meet(desk, need, MetDraft("26-11-2026", "Bij een collega."))
    unmet.record(desk, UnmetNeedDraft(None, "care", "26-11-2026", "waiting"))


def shown(desk: Desk) -> dict[str, Any]:
    """Return everything that the desk shows of it."""
    rows = network.organisations(desk, ended=True)
    return {
        "rows": [asdict(row) for row in rows],
        "organisations": [asdict(network.organisation(desk, row.id)) for row in rows if row.offers],
        "needs": [asdict(one) for one in unmet.open_needs(desk)],
        "needs_of": [asdict(one) for one in unmet.needs_of(desk, 1)],
    }
