"""What the pages of the network ask of the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from mhdesk.domain.change import Change
from mhdesk.domain.finding_help import Match, Wanted
from mhdesk.domain.network import (
    CapacityDraft,
    ContactDraft,
    CovenantDraft,
    ExperienceDraft,
    OfferDraft,
    OrganisationDraft,
)
from mhdesk.domain.network_views import NeedView, OrganisationDetails, OrganisationRow
from mhdesk.domain.people import Permission
from mhdesk.domain.periods import Period
from mhdesk.domain.unmet import MetDraft, NeedCounts, UnmetNeedDraft
from mhdesk.domain.views import DraftView
from mhdesk.gui.signals import payloads
from mhdesk.gui.signals.loading import begun_at

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

PLACE: Final = "network"
Work = Callable[["Desk"], Change]
"""What the desk is asked to do."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The whole network at one moment, with what is still wanted and what was begun on its page."""

    rows: tuple[OrganisationRow, ...]
    needs: tuple[NeedView, ...]
    today: date
    drafts: Sequence[DraftView] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Who can help with what was wanted."""

    wanted: Wanted
    matches: tuple[Match, ...]
    today: date


@dataclass(frozen=True, slots=True)
class Shown:
    """One organisation with everything that belongs to it, and what was begun about it and not recorded."""

    one: OrganisationDetails
    today: date
    drafts: Sequence[DraftView] = ()


def listed(ended: bool, desk: Desk) -> Listed:
    """Return the organisations, those that ended only where wanted."""
    from mhdesk.desk import network, unmet

    rows = network.organisations(desk, ended=ended)
    return Listed(rows, unmet.open_needs(desk), desk.today(), begun_at(PLACE, desk))


def found(wanted: Wanted, desk: Desk) -> Found:
    """Return who can help."""
    from mhdesk.desk import network

    return Found(wanted, network.find_help(desk, wanted), desk.today())


def shown(organisation_id: int, desk: Desk) -> Shown:
    """Return one organisation."""
    from mhdesk.desk import network

    one = network.organisation(desk, organisation_id)
    return Shown(one, desk.today(), begun(organisation_id, desk))


def begun(organisation_id: int, desk: Desk) -> list[DraftView]:
    """Return the unrecorded forms of an organisation that the person at the desk may finish."""
    from mhdesk.desk import drafts

    open_to_me = drafts.to_finish(desk) if desk.user.may(Permission.WRITE) else []
    return [
        draft
        for draft in open_to_me
        if payloads.belongs_to_organisation(draft.form)
        and payloads.number_of(draft.payload, "organisation_id") == organisation_id
    ]


def record_organisation(number: int, version: int, draft: OrganisationDraft, desk: Desk) -> Change:
    """Add an organisation (0), or amend one."""
    from mhdesk.desk import network

    if number:
        return network.amend_organisation(desk, number, version, draft)
    return network.add_organisation(desk, draft)


def record_contact(owner: int, number: int, version: int, draft: ContactDraft, desk: Desk) -> Change:
    """Add a contact (0) of an organisation, or amend one."""
    from mhdesk.desk import network

    if number:
        return network.amend_contact(desk, number, version, draft)
    return network.add_contact(desk, owner, draft)


def record_offer(owner: int, number: int, version: int, draft: OfferDraft, desk: Desk) -> Change:
    """Add an offer (0) of an organisation, or amend one."""
    from mhdesk.desk import network

    if number:
        return network.amend_offer(desk, number, version, draft)
    return network.add_offer(desk, owner, draft)


def record_covenant(owner: int, number: int, version: int, draft: CovenantDraft, desk: Desk) -> Change:
    """Add a covenant (0) with an organisation, or amend one."""
    from mhdesk.desk import network

    if number:
        return network.amend_covenant(desk, number, version, draft)
    return network.add_covenant(desk, owner, draft)


def record_experience(owner: int, draft: ExperienceDraft, desk: Desk) -> Change:
    """Note how working with an organisation went."""
    from mhdesk.desk import network

    return network.add_experience(desk, owner, draft)


def hear(number: int, draft: CapacityDraft, desk: Desk) -> Change:
    """Note how many places are free."""
    from mhdesk.desk import network

    return network.hear_capacity(desk, number, draft)


def end(record: str, number: int, ended_on: str, desk: Desk) -> Change:
    """End an ``organisation``, a ``contact`` or an ``offer``."""
    from mhdesk.desk import network

    ends = {
        "organisation": network.end_organisation,
        "contact": network.end_contact,
        "offer": network.end_offer,
    }
    return ends[record](desk, number, ended_on)


def resume(record: str, number: int, desk: Desk) -> Change:
    """Take the end of an ``organisation``, a ``contact`` or an ``offer`` back."""
    from mhdesk.desk import network

    resumes = {
        "organisation": network.resume_organisation,
        "contact": network.resume_contact,
        "offer": network.resume_offer,
    }
    return resumes[record](desk, number)


def record_need(number: int, version: int, draft: UnmetNeedDraft, desk: Desk) -> Change:
    """Record an unmet need (0), or amend one."""
    from mhdesk.desk import unmet

    return unmet.amend(desk, number, version, draft) if number else unmet.record(desk, draft)


def counted(period: Period, desk: Desk) -> NeedCounts:
    """Count what was not found; the looking is logged."""
    from mhdesk.desk import unmet

    return unmet.count(desk, period)


def today_of(desk: Desk) -> date:
    """Return the day at the desk."""
    return desk.today()


def meet(number: int, draft: MetDraft, desk: Desk) -> Change:
    """Say that help was found after all."""
    from mhdesk.desk import unmet

    return unmet.meet(desk, number, draft)


def reopen(number: int, desk: Desk) -> Change:
    """Take back that help was found."""
    from mhdesk.desk import unmet

    return unmet.reopen(desk, number)
