"""Organisations with everything that belongs to them; nothing here is ever removed, only ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, Table, func, select, update

from mhdesk.domain import revisions
from mhdesk.domain.network_views import (
    ContactView,
    ExperienceView,
    OfferView,
    OrganisationDetails,
    OrganisationRow,
)
from mhdesk.domain.revisions import RevisionView
from mhdesk.store import covenants, ids, users
from mhdesk.store import revisions as kept
from mhdesk.store.revisions import Author
from mhdesk.store.schema import (
    covenant,
    experience,
    offer,
    organisation,
    organisation_contact,
    referral,
    unmet_need,
)
from mhdesk.store.values import from_codes, to_day, to_moment

_TABLES: Final[Mapping[str, Table]] = {
    table.name: table
    for table in (organisation, organisation_contact, offer, covenant, experience, unmet_need)
}

# What belongs to an organisation and can be amended, with the column of its name.
_NAMED: Final[Mapping[Table, str]] = {organisation_contact: "name", offer: "name", covenant: "title"}


def add(connection: Connection, record: str, values: Mapping[str, Any]) -> int:
    """Add a record of the network and return its id."""
    return ids.add(connection, _TABLES[record], values)


def get(connection: Connection, record: str, record_id: int) -> Row[Any] | None:
    """Return the row of a record of the network, or None."""
    table = _TABLES[record]
    return connection.execute(select(table).where(table.c.id == record_id)).one_or_none()


def change(connection: Connection, record: str, row: Row[Any], told: Mapping[str, Any], by: Author) -> bool:
    """Let a record say what is told and keep what it said before; return False when nothing differs."""
    earlier = revisions.differing({name: row._mapping[name] for name in told}, told)
    if not earlier:
        return False
    table = _TABLES[record]
    kept.keep(connection, record, row.id, row.version, earlier, by)
    said = {name: told[name] for name in earlier} | {"version": row.version + 1}
    connection.execute(update(table).where(table.c.id == row.id).values(**said))
    return True


def listed(connection: Connection, today: date, *, ended: bool) -> tuple[OrganisationRow, ...]:
    """Return the organisations by name, those that ended only where wanted."""
    question = select(organisation).order_by(func.lower(organisation.c.name))
    if not ended:
        question = question.where(organisation.c.ended_on.is_(None))
    offered: dict[int, dict[str, None]] = {}
    for row in connection.execute(select(offer).where(offer.c.ended_on.is_(None)).order_by(offer.c.id)):
        offered.setdefault(row.organisation_id, {})[row.purpose] = None
    agreed = covenants.of_all(connection, today)
    return tuple(
        OrganisationRow(
            id=row.id,
            name=row.name,
            group=row.group,
            side=row.side,
            phone=row.phone,
            ended_on=to_day(row.ended_on),
            offers=tuple(offered.get(row.id, ())),
            covenants=len(agreed.get(row.id, ())),
        )
        for row in connection.execute(question)
    )


def details(connection: Connection, organisation_id: int) -> OrganisationDetails | None:
    """Return everything about an organisation, or None."""
    row = get(connection, "organisation", organisation_id)
    if row is None:
        return None
    people = users.names(connection)
    return OrganisationDetails(
        id=row.id,
        version=row.version,
        name=row.name,
        group=row.group,
        side=row.side,
        phone=row.phone,
        email=row.email,
        address=row.address,
        note=row.note,
        ended_on=to_day(row.ended_on),
        contacts=_contacts(connection, organisation_id, people),
        offers=_offers(connection, people, organisation_id=organisation_id),
        covenants=covenants.all_of(connection, organisation_id),
        experiences=_experiences(connection, organisation_id, people),
        referrals=_referrals(connection, organisation_id),
        history=_history(connection, organisation_id),
    )


def _history(connection: Connection, organisation_id: int) -> tuple[tuple[str, RevisionView], ...]:
    """Return what an organisation and what belongs to it said before, newest first, each with its name."""
    found = [
        ("", one)
        for one in kept.of(connection, organisation.name, [organisation_id]).get(organisation_id, ())
    ]
    for table, called in _NAMED.items():
        asked = select(table).where(table.c.organisation_id == organisation_id)
        names = {row.id: row._mapping[called] for row in connection.execute(asked)}
        before = kept.of(connection, table.name, list(names)) if names else {}
        found += [(names[number], one) for number, history in before.items() for one in history]
    return tuple(sorted(found, key=lambda line: line[1].changed_at, reverse=True))


def offers_for(connection: Connection, purpose: str) -> tuple[OfferView, ...]:
    """Return what organisations that have not ended offer for a purpose."""
    found = _offers(connection, users.names(connection), purpose=purpose)
    return tuple(one for one in found if one.ended_on is None)


def _offers(
    connection: Connection, people: Mapping[int, str], *, organisation_id: int = 0, purpose: str = ""
) -> tuple[OfferView, ...]:
    question = (
        select(offer, organisation.c.name.label("called"), organisation.c.phone)
        .join_from(offer, organisation)
        .order_by(offer.c.ended_on.is_not(None), offer.c.id)
    )
    if organisation_id:
        question = question.where(offer.c.organisation_id == organisation_id)
    if purpose:
        question = question.where(offer.c.purpose == purpose, organisation.c.ended_on.is_(None))
    return tuple(_offer(row, people) for row in connection.execute(question))


def _offer(row: Row[Any], people: Mapping[int, str]) -> OfferView:
    return OfferView(
        id=row.id,
        version=row.version,
        organisation_id=row.organisation_id,
        organisation=row.called,
        organisation_phone=row.phone,
        purpose=row.purpose,
        name=row.name,
        sexes=from_codes(row.sexes),
        age_from=row.age_from,
        age_to=row.age_to,
        children=row.children,
        languages=from_codes(row.languages),
        municipalities=from_codes(row.municipalities),
        at_night=row.at_night,
        places=row.places,
        places_free=row.places_free,
        free_on=to_day(row.free_on),
        conditions=row.conditions,
        ended_on=to_day(row.ended_on),
        recorded_at=to_moment(row.recorded_at),
        recorded_by=people.get(row.recorded_by, ""),
    )


def _contacts(
    connection: Connection, organisation_id: int, people: Mapping[int, str]
) -> tuple[ContactView, ...]:
    table = organisation_contact
    rows = connection.execute(
        select(table)
        .where(table.c.organisation_id == organisation_id)
        .order_by(table.c.ended_on.is_not(None), table.c.id)
    )
    return tuple(
        ContactView(
            id=row.id,
            version=row.version,
            name=row.name,
            function=row.function,
            phone=row.phone,
            email=row.email,
            note=row.note,
            ended_on=to_day(row.ended_on),
            recorded_at=to_moment(row.recorded_at),
            recorded_by=people.get(row.recorded_by, ""),
        )
        for row in rows
    )


def _experiences(
    connection: Connection, organisation_id: int, people: Mapping[int, str]
) -> tuple[ExperienceView, ...]:
    rows = connection.execute(
        select(experience)
        .where(experience.c.organisation_id == organisation_id)
        .order_by(experience.c.happened_on.desc(), experience.c.id.desc())
    )
    return tuple(
        ExperienceView(
            id=row.id,
            happened_on=date.fromisoformat(row.happened_on),
            text=row.text,
            recorded_at=to_moment(row.recorded_at),
            recorded_by=people.get(row.recorded_by, ""),
        )
        for row in rows
    )


def _referrals(connection: Connection, organisation_id: int) -> tuple[tuple[str, int], ...]:
    """Return in which states the referrals to an organisation are, most first."""
    states = connection.execute(select(referral.c.state).where(referral.c.organisation_id == organisation_id))
    return tuple(Counter(states.scalars()).most_common())
