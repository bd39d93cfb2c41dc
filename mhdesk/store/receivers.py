"""Organisations as receivers of data: on which side of the wall they stand, and which covenants there are with them."""

from __future__ import annotations

from sqlalchemy import Connection, select

from mhdesk.domain.referrals import Receiver
from mhdesk.domain.shared_fields import side_of
from mhdesk.store import covenants
from mhdesk.store.schema import covenant, organisation


def of(connection: Connection, organisation_id: int) -> Receiver:
    """Return what matters of one organisation; of an unknown one nothing is known."""
    asked = select(organisation).where(organisation.c.id == organisation_id)
    row = connection.execute(asked).one_or_none()
    if row is None:
        return Receiver()
    return Receiver(side_of(row.side, row.group), covenants.all_of(connection, organisation_id))


def all_of(connection: Connection) -> dict[int, Receiver]:
    """Return what matters of every organisation, by id."""
    rows = connection.execute(select(organisation.c.id, organisation.c.side, organisation.c.group)).all()
    with_any = set(connection.execute(select(covenant.c.organisation_id).distinct()).scalars())
    return {
        row.id: Receiver(
            side_of(row.side, row.group), covenants.all_of(connection, row.id) if row.id in with_any else ()
        )
        for row in rows
    }
