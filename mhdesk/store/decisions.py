"""Inform decisions: added, never edited, and what a second person said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from mhdesk.domain import extensions, weighing
from mhdesk.domain.extensions import Extension
from mhdesk.domain.four_eyes import Agreement
from mhdesk.domain.informing import Choice
from mhdesk.domain.views import AgreementView, DecisionView
from mhdesk.store import ids, users
from mhdesk.store.schema import inform_agreement, inform_decision
from mhdesk.store.values import to_day, to_moment


def add(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add a decision and return the id."""
    return ids.add(connection, inform_decision, values)


def of_involvements(
    connection: Connection, involvement_ids: Sequence[int]
) -> dict[int, tuple[DecisionView, ...]]:
    """Return the decisions about each involvement, newest first."""
    people = users.names(connection)
    rows = connection.execute(
        select(inform_decision)
        .where(inform_decision.c.involvement_id.in_(bindparam("ids", expanding=True)))
        .order_by(inform_decision.c.id),
        {"ids": list(involvement_ids)},
    ).all()
    agreements = _agreements(connection, [row.id for row in rows], people)
    found: dict[int, list[Row[Any]]] = {}
    for row in rows:
        found.setdefault(row.involvement_id, []).append(row)
    return {key: _views(of_one, people, agreements) for key, of_one in found.items()}


def _views(
    rows: Sequence[Row[Any]], people: Mapping[int, str], agreements: Mapping[int, AgreementView]
) -> tuple[DecisionView, ...]:
    """Return the decisions about one involvement, newest first; ``rows`` are oldest first."""
    places = extensions.chain((row.choice == Choice.NOT_YET, to_day(row.decided_on)) for row in rows)
    views = [
        _view(row, people, agreements.get(row.id), place) for row, place in zip(rows, places, strict=True)
    ]
    return tuple(reversed(views))


def _view(
    row: Row[Any], people: Mapping[int, str], agreement: AgreementView | None, extension: Extension
) -> DecisionView:
    return DecisionView(
        id=row.id,
        choice=row.choice,
        ground=row.ground,
        legal_ground=row.legal_ground,
        reasoning=row.reasoning,
        decided_by=row.decided_by,
        decided_on=to_day(row.decided_on),
        agreed_by=row.agreed_by,
        review_on=to_day(row.review_on),
        informed_on=to_day(row.informed_on),
        informed_how=row.informed_how,
        historic=row.historic,
        recorded_at=to_moment(row.recorded_at),
        recorded_by=people.get(row.recorded_by, ""),
        recorded_by_id=row.recorded_by,
        consulted=row.consulted,
        weighing=weighing.unpack(row.weighing),
        informed_by=row.informed_by,
        told=row.told,
        agreement=agreement,
        extension=extension,
    )


def last_of(connection: Connection, involvement_id: int) -> DecisionView | None:
    """Return the decision about an involvement that counts, or None when there is none."""
    return next(iter(of_involvements(connection, [involvement_id]).get(involvement_id, ())), None)


def involvement_of(connection: Connection, decision_id: int) -> int | None:
    """Return about which involvement a decision is, or None when there is no such decision."""
    question = select(inform_decision.c.involvement_id).where(inform_decision.c.id == decision_id)
    return connection.execute(question).scalar_one_or_none()


def add_agreement(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add what a second person said of a decision, or that one is asked, and return the id."""
    return ids.add(connection, inform_agreement, values)


def _agreements(
    connection: Connection, decision_ids: Sequence[int], people: Mapping[int, str]
) -> dict[int, AgreementView]:
    """Return what was said last of each decision."""
    if not decision_ids:
        return {}
    rows = connection.execute(
        select(inform_agreement)
        .where(inform_agreement.c.decision_id.in_(bindparam("ids", expanding=True)))
        .order_by(inform_agreement.c.id),
        {"ids": list(decision_ids)},
    )
    return {
        row.decision_id: AgreementView(
            Agreement(row.answer), row.reason, to_moment(row.recorded_at), people.get(row.recorded_by, "")
        )
        for row in rows
    }
