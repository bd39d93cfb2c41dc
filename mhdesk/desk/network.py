"""The network: organisations with their contacts, offers, covenants and experiences, and who can help.

An organisation is never deleted, only ended: it stays in what was done with it and is out of new choices. Nothing
here is about a client.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mhdesk.desk import recording
from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.finding_help import Match, Wanted, find
from mhdesk.domain.network import (
    CapacityDraft,
    ContactDraft,
    CovenantDraft,
    ExperienceDraft,
    OfferDraft,
    OrganisationDraft,
    ended_problems,
)
from mhdesk.domain.network_views import OrganisationDetails, OrganisationRow
from mhdesk.domain.people import Permission
from mhdesk.domain.places import parse_places
from mhdesk.domain.problems import Problem, refuse_if
from mhdesk.domain.text import clean, clean_line
from mhdesk.errors import ConflictError, InputError
from mhdesk.store import network as stored
from mhdesk.store import organisations as called
from mhdesk.store.database import Row
from mhdesk.store.values import to_codes, to_text

# --- reading -------------------------------------------------------------------------------------------


def organisations(desk: Desk, *, ended: bool = False) -> tuple[OrganisationRow, ...]:
    """Return the organisations of the network by name, those that ended only where wanted."""
    desk.demand(Permission.READ)
    return stored.listed(desk.database.connection, desk.today(), ended=ended)


def organisation(desk: Desk, organisation_id: int) -> OrganisationDetails:
    """Return everything about an organisation. Raises InputError when there is none."""
    desk.demand(Permission.READ)
    found = stored.details(desk.database.connection, organisation_id)
    if found is None:
        raise InputError("network.no_such_organisation")
    return found


def find_help(desk: Desk, wanted: Wanted) -> tuple[Match, ...]:
    """Return who can help, whom to call first on top; see :func:`mhdesk.domain.finding_help.find`."""
    desk.demand(Permission.READ)
    return find(wanted, stored.offers_for(desk.database.connection, wanted.purpose), desk.today())


# --- organisations -----------------------------------------------------------------------------------------


@verb("organisation.added", "C", Permission.WRITE)
def add_organisation(work: Work, draft: OrganisationDraft) -> Change:
    """Add an organisation. Raises ProblemsError, also for a name that is there already."""
    refuse_if([*draft.validate(), *_name_taken(work, draft)])
    number = stored.add(work.connection, "organisation", _told_of_organisation(draft))
    return _done(work, "organisation", number, number)


@verb("organisation.amended", "U", Permission.WRITE)
def amend_organisation(work: Work, organisation_id: int, version: int, draft: OrganisationDraft) -> Change:
    """Let an organisation of ``version`` say what the draft says.

    Raises ProblemsError, and ConflictError when somebody else changed it since that version.
    """
    refuse_if([*draft.validate(), *_name_taken(work, draft, organisation_id)])
    return _amend(work, "organisation", organisation_id, version, _told_of_organisation(draft))


@verb("organisation.ended", "U", Permission.WRITE)
def end_organisation(work: Work, organisation_id: int, ended_on: str) -> Change:
    """Take an organisation out of new choices from a day on; what was done with it stays."""
    return _end(work, "organisation", organisation_id, ended_on)


@verb("organisation.resumed", "U", Permission.WRITE)
def resume_organisation(work: Work, organisation_id: int) -> Change:
    """Take the end of an organisation back."""
    return _resume(work, "organisation", organisation_id)


# --- contacts ----------------------------------------------------------------------------------------------


@verb("organisation.contact_added", "C", Permission.WRITE)
def add_contact(work: Work, organisation_id: int, draft: ContactDraft) -> Change:
    """Add somebody who works at an organisation. Raises ProblemsError."""
    refuse_if(draft.validate())
    return _add(work, "organisation_contact", organisation_id, _told_of_contact(draft))


@verb("organisation.contact_amended", "U", Permission.WRITE)
def amend_contact(work: Work, contact_id: int, version: int, draft: ContactDraft) -> Change:
    """Let a contact of ``version`` say what the draft says. Raises ProblemsError and ConflictError."""
    refuse_if(draft.validate())
    return _amend(work, "organisation_contact", contact_id, version, _told_of_contact(draft))


@verb("organisation.contact_ended", "U", Permission.WRITE)
def end_contact(work: Work, contact_id: int, ended_on: str) -> Change:
    """Say that somebody works there no longer."""
    return _end(work, "organisation_contact", contact_id, ended_on)


@verb("organisation.contact_resumed", "U", Permission.WRITE)
def resume_contact(work: Work, contact_id: int) -> Change:
    """Take the end of a contact back."""
    return _resume(work, "organisation_contact", contact_id)


# --- what they offer ---------------------------------------------------------------------------------------


@verb("offer.added", "C", Permission.WRITE)
def add_offer(work: Work, organisation_id: int, draft: OfferDraft) -> Change:
    """Add what an organisation offers to whom. Raises ProblemsError."""
    refuse_if(draft.validate())
    return _add(work, "offer", organisation_id, _told_of_offer(draft))


@verb("offer.amended", "U", Permission.WRITE)
def amend_offer(work: Work, offer_id: int, version: int, draft: OfferDraft) -> Change:
    """Let an offer of ``version`` say what the draft says. Raises ProblemsError and ConflictError."""
    refuse_if(draft.validate())
    return _amend(work, "offer", offer_id, version, _told_of_offer(draft))


@verb("offer.capacity_heard", "U", Permission.WRITE)
def hear_capacity(work: Work, offer_id: int, draft: CapacityDraft) -> Change:
    """Note how many places are free and on which day that was heard. The last word counts. Raises ProblemsError."""
    refuse_if(draft.validate(work.today()))
    told = {"places_free": draft.free(), "free_on": to_text(dates.parse_day(draft.free_on))}
    return _amend(work, "offer", offer_id, None, told)


@verb("offer.ended", "U", Permission.WRITE)
def end_offer(work: Work, offer_id: int, ended_on: str) -> Change:
    """Say that an organisation offers this no longer."""
    return _end(work, "offer", offer_id, ended_on)


@verb("offer.resumed", "U", Permission.WRITE)
def resume_offer(work: Work, offer_id: int) -> Change:
    """Take the end of an offer back."""
    return _resume(work, "offer", offer_id)


# --- covenants and experiences -------------------------------------------------------------------------------


@verb("covenant.added", "C", Permission.WRITE)
def add_covenant(work: Work, organisation_id: int, draft: CovenantDraft) -> Change:
    """Add a covenant with an organisation. Raises ProblemsError."""
    refuse_if(draft.validate(work.today()))
    return _add(work, "covenant", organisation_id, _told_of_covenant(draft))


@verb("covenant.amended", "U", Permission.WRITE)
def amend_covenant(work: Work, covenant_id: int, version: int, draft: CovenantDraft) -> Change:
    """Let a covenant of ``version`` say what the draft says. Raises ProblemsError and ConflictError."""
    refuse_if(draft.validate(work.today()))
    return _amend(work, "covenant", covenant_id, version, _told_of_covenant(draft))


@verb("experience.added", "C", Permission.WRITE)
def add_experience(work: Work, organisation_id: int, draft: ExperienceDraft) -> Change:
    """Note how working with an organisation went. Raises ProblemsError."""
    refuse_if(draft.validate(work.today()))
    told = {"happened_on": to_text(dates.parse_day(draft.happened_on)), "text": clean(draft.text)}
    return _add(work, "experience", organisation_id, told)


# --- what all of them share ----------------------------------------------------------------------------------


def _add(work: Work, record: str, organisation_id: int, told: Mapping[str, Any]) -> Change:
    _row(work, "organisation", organisation_id)
    beside = {"recorded_at": work.recorded_at, "recorded_by": work.user.id}
    values = {"organisation_id": organisation_id, **told, **beside}
    return _done(work, record, organisation_id, stored.add(work.connection, record, values))


def _amend(work: Work, record: str, record_id: int, version: int | None, told: Mapping[str, Any]) -> Change:
    """Write over a record; ``version`` None is for what the last one who heard something says."""
    row = _row(work, record, record_id)
    if version not in {None, row.version}:
        raise ConflictError("network.changed_meanwhile")
    stored.change(work.connection, record, row, told, recording.author(work))
    return _done(work, record, _owner(record, row))


def _end(work: Work, record: str, record_id: int, ended_on: str) -> Change:
    refuse_if(ended_problems(ended_on, work.today()))
    row = _row(work, record, record_id)
    if row.ended_on is not None:
        raise InputError("network.ended_already")
    told = {"ended_on": to_text(dates.parse_day(ended_on))}
    stored.change(work.connection, record, row, told, recording.author(work))
    return _done(work, record, _owner(record, row))


def _resume(work: Work, record: str, record_id: int) -> Change:
    row = _row(work, record, record_id)
    if row.ended_on is None:
        raise InputError("network.not_ended")
    stored.change(work.connection, record, row, {"ended_on": None}, recording.author(work))
    return _done(work, record, _owner(record, row))


def _done(work: Work, record: str, organisation_id: int, created: int | None = None) -> Change:
    """Name the organisation for the log, and say which pages show something else now."""
    work.concerns("organisation", [organisation_id])
    if created is not None and record != "organisation":
        work.concerns(record, [created])
    return Change(work.verb, organisations=frozenset({organisation_id}), created=created)


def _row(work: Work, record: str, record_id: int) -> Row[Any]:
    row = stored.get(work.connection, record, record_id)
    if row is None:
        which = "organisation" if record == "organisation" else "record"
        raise InputError(f"network.no_such_{which}")
    return row


def _owner(record: str, row: Row[Any]) -> int:
    return int(row.id if record == "organisation" else row.organisation_id)


def _name_taken(work: Work, draft: OrganisationDraft, own: int | None = None) -> list[Problem]:
    other = called.find(work.connection, clean(draft.name))
    return [Problem("name", "network.name_taken")] if other not in {None, own} else []


def _told_of_organisation(draft: OrganisationDraft) -> dict[str, Any]:
    names = ("name", "group", "side", "phone", "email")
    return {
        **{name: clean_line(getattr(draft, name)) for name in names},
        "address": clean(draft.address),
        "note": clean(draft.note),
    }


def _told_of_contact(draft: ContactDraft) -> dict[str, Any]:
    names = ("name", "function", "phone", "email")
    return {**{name: clean_line(getattr(draft, name)) for name in names}, "note": clean(draft.note)}


def _told_of_offer(draft: OfferDraft) -> dict[str, Any]:
    youngest, oldest = draft.ages()
    return {
        "purpose": draft.purpose,
        "name": clean_line(draft.name),
        "sexes": to_codes(draft.sexes),
        "age_from": youngest,
        "age_to": oldest,
        "children": draft.children,
        "languages": to_codes(draft.languages),
        "municipalities": to_codes(draft.municipalities),
        "at_night": draft.at_night,
        "places": parse_places(draft.places),
        "conditions": clean(draft.conditions),
    }


def _told_of_covenant(draft: CovenantDraft) -> dict[str, Any]:
    return {
        "kind": draft.kind,
        "title": clean_line(draft.title),
        "purposes": to_codes(draft.purposes),
        "covers": clean(draft.covers),
        "starts_on": to_text(dates.parse_day(draft.starts_on)),
        "ends_on": to_text(dates.parse_day(draft.ends_on)),
        "note": clean(draft.note),
    }
