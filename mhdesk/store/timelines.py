"""What happened around one person: signals, triages, decisions, referrals. :mod:`case_events` reads what follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, Row, bindparam, select

from mhdesk.domain.informing import Choice
from mhdesk.domain.persons import RoleView
from mhdesk.domain.referral_steps import ReferralState
from mhdesk.domain.signals import AGGRESSOR, VICTIM
from mhdesk.domain.sources import Source, may_be_named
from mhdesk.domain.timeline import Event, EventKind
from mhdesk.store.involvements import full_name
from mhdesk.store.schema import (
    inform_decision,
    involvement,
    organisation,
    person,
    referral,
    referral_answer,
    routing,
    signal,
    triage,
)
from mhdesk.store.values import rows_by, to_day, to_moment

_PROTECTED: Final = frozenset({VICTIM, "child"})
_AWAITED: Final = frozenset({"sent", "received", "waiting_list"})
# Put together once: that takes as long as SQLite takes to answer.
_AMONG: Final[BindParameter[int]] = bindparam("ids", expanding=True)
_ACCUSED: Final = (
    select(involvement.c.id, involvement.c.person_id, involvement.c.signal_id, involvement.c.role)
    .add_columns(person.c.first_names, person.c.last_name)
    .join_from(involvement, person, isouter=True)
    .where(involvement.c.signal_id.in_(_AMONG), involvement.c.role == AGGRESSOR)
    .order_by(involvement.c.id)
)
_DUE: Final = (
    select(involvement.c.id, involvement.c.inform_state, involvement.c.duty_on, signal.c.recorded_at)
    .join_from(involvement, signal)
    .where(involvement.c.id.in_(_AMONG), involvement.c.duty_on.is_not(None))
)
_REFERRALS: Final = (
    select(referral, organisation.c.name)
    .join_from(referral, organisation)
    .where(referral.c.signal_id.in_(_AMONG))
)


@dataclass(frozen=True, slots=True)
class Concerned:
    """Somebody whose decisions are told on this page: the person, or who may have harmed her or him."""

    involvement_id: int
    person_id: int | None
    signal_id: int
    role: str
    name: str = ""
    is_other: bool = False


def day_of(day: str | None, recorded_at: str) -> tuple[date, bool]:
    """Return the day of something and whether it is known; else that of its recording."""
    known = to_day(day)
    return (known, True) if known else (to_moment(recorded_at).date(), False)


def concerned(connection: Connection, roles: Sequence[RoleView]) -> list[Concerned]:
    """Return the person in each role, and the aggressors of the signals in which the person is to be protected.

    What is decided about a victim never shows on the page of somebody else, and about somebody who is both in one
    signal nothing of anybody else does: what is meant for one role says nothing of the other.
    """
    mine = [Concerned(one.involvement_id, None, one.signal_id, one.role) for one in roles]
    told = {one.involvement_id for one in roles}
    accused = {one.signal_id for one in roles if one.role == AGGRESSOR}
    protected = {one.signal_id for one in roles if one.role in _PROTECTED} - accused
    rows = connection.execute(_ACCUSED, {"ids": sorted(protected)}) if protected else ()
    others = (
        Concerned(
            row.id,
            row.person_id,
            row.signal_id,
            row.role,
            full_name(row.first_names, row.last_name),
            is_other=True,
        )
        for row in rows
    )
    return mine + [one for one in others if one.involvement_id not in told]


def of_signals(
    connection: Connection,
    roles: Sequence[RoleView],
    people: Sequence[Concerned],
    names: Mapping[int, str],
) -> Iterator[Event]:
    """Yield what happened in the signals of a person: as received, triaged, decided and referred.

    ``names`` are those of the users.
    """
    ids = {"ids": sorted({one.signal_id for one in roles})}
    role_in = _one_role(roles)
    yield from _signals(connection, roles)
    yield from _triages(connection, ids, role_in)
    yield from _routes(connection, ids, names, role_in)
    yield from _decisions(connection, people)
    yield from _duties(connection, people)
    yield from _referrals(connection, roles, ids, role_in)


def _one_role(roles: Sequence[RoleView]) -> dict[int, str]:
    """Return the role of the person by signal, "" where there are several."""
    found: dict[int, set[str]] = {}
    for one in roles:
        found.setdefault(one.signal_id, set()).add(one.role)
    return {number: next(iter(told)) if len(told) == 1 else "" for number, told in found.items()}


def _signals(connection: Connection, roles: Sequence[RoleView]) -> Iterator[Event]:
    rows = connection.execute(rows_by(signal.c.id), {"ids": sorted({one.signal_id for one in roles})})
    known = {row.id: row for row in rows}
    for one in roles:
        row = known[one.signal_id]
        yield Event(
            EventKind.SIGNAL,
            one.involvement_id,
            one.received_on,
            row.recorded_at,
            signal_id=one.signal_id,
            codes=(one.kind, one.form, one.municipality, row.channel, _discipline(row)),
            name=one.reference,
            role=one.role,
        )


def _discipline(row: Row[Any]) -> str:
    """Return who reported, "" for a source that stays secret (decision 0015); an organisation is never told here."""
    source = Source(row.source_capacity, row.source_consent, row.source_ground, row.source_confidential)
    return str(row.discipline) if may_be_named(source) else ""


def _triages(connection: Connection, ids: Mapping[str, Any], role_in: Mapping[int, str]) -> Iterator[Event]:
    for row in connection.execute(rows_by(triage.c.signal_id), ids):
        yield Event(
            EventKind.TRIAGE,
            row.id,
            date.fromisoformat(row.held_on),
            row.recorded_at,
            signal_id=row.signal_id,
            codes=(row.outcome,),
            text=row.reasoning,
            role=role_in[row.signal_id],
        )


def _routes(
    connection: Connection, ids: Mapping[str, Any], names: Mapping[int, str], role_in: Mapping[int, str]
) -> Iterator[Event]:
    for row in connection.execute(rows_by(routing.c.signal_id), ids):
        yield Event(
            EventKind.ROUTE,
            row.id,
            date.fromisoformat(row.decided_on),
            row.recorded_at,
            signal_id=row.signal_id,
            codes=(row.chosen,),
            text=row.reason,
            who=names.get(row.recorded_by, ""),
            role=role_in[row.signal_id],
        )


def _decisions(connection: Connection, people: Sequence[Concerned]) -> Iterator[Event]:
    about = {one.involvement_id: one for one in people}
    for row in connection.execute(rows_by(inform_decision.c.involvement_id), {"ids": sorted(about)}):
        one = about[row.involvement_id]
        day, exact = day_of(row.decided_on, row.recorded_at)
        if row.choice != Choice.INFORM or row.informed_on is None or row.decided_on:
            yield Event(
                EventKind.DECISION,
                row.id,
                day,
                row.recorded_at,
                exact,
                signal_id=one.signal_id,
                codes=(row.choice, row.ground),
                name=one.name,
                text="" if one.is_other else row.reasoning,
                who=row.decided_by,
                role="" if one.is_other else one.role,
                of_other=one.is_other,
            )
        if row.informed_on:
            yield Event(
                EventKind.INFORMED,
                row.id,
                date.fromisoformat(row.informed_on),
                row.recorded_at,
                signal_id=one.signal_id,
                name=one.name,
                text="" if one.is_other else row.informed_how,
                who=row.informed_by,
                role="" if one.is_other else one.role,
                of_other=one.is_other,
            )


def _duties(connection: Connection, people: Sequence[Concerned]) -> Iterator[Event]:
    about = {one.involvement_id: one for one in people}
    for row in connection.execute(_DUE, {"ids": sorted(about)}):
        one = about[row.id]
        yield Event(
            EventKind.INFORM_DUE,
            row.id,
            date.fromisoformat(row.duty_on),
            row.recorded_at,
            open=True,
            signal_id=one.signal_id,
            codes=(row.inform_state,),
            name=one.name,
            role="" if one.is_other else one.role,
            of_other=one.is_other,
            started_on=to_moment(row.recorded_at).date(),
        )


def _referrals(
    connection: Connection,
    roles: Sequence[RoleView],
    ids: Mapping[str, Any],
    role_in: Mapping[int, str],
) -> Iterator[Event]:
    """Yield the referrals of the person, and those of a whole signal in which nobody is named."""
    mine = {one.involvement_id: one.role for one in roles}
    rows = connection.execute(_REFERRALS, ids).all()
    told = {row.id: row for row in rows if row.involvement_id is None or row.involvement_id in mine}
    if not told:
        return
    steps = connection.execute(rows_by(referral_answer.c.referral_id), {"ids": sorted(told)}).all()
    remarks = {step.referral_id: step.answer for step in steps if step.state == ReferralState.SENT}
    proposed = {step.referral_id for step in steps if step.state == ReferralState.PROPOSED}
    for row in told.values():
        role = mine.get(row.involvement_id, "") or role_in[row.signal_id]
        if row.id in remarks or row.id not in proposed:
            yield from _referral(row, role, remarks.get(row.id, ""))
    yield from _answers(steps, told, mine, role_in)


def _referral(row: Row[Any], role: str, remark: str) -> Iterator[Event]:
    """Yield that somebody was referred, with what was warned about then, and until when an answer is awaited."""
    day, exact = day_of(row.referred_on, row.recorded_at)
    yield Event(
        EventKind.REFERRAL,
        row.id,
        day,
        row.recorded_at,
        exact,
        signal_id=row.signal_id,
        codes=(row.purpose, row.basis, "" if row.involvement_id else "whole"),
        name=row.name,
        text="\n".join(part for part in (row.note, remark) if part),
        role=role,
    )
    if row.answer_by and row.state in _AWAITED and not row.historic:
        yield Event(
            EventKind.ANSWER_DUE,
            row.id,
            date.fromisoformat(row.answer_by),
            row.recorded_at,
            open=True,
            signal_id=row.signal_id,
            codes=(row.state, row.purpose),
            name=row.name,
            role=role,
            started_on=to_day(row.referred_on),
        )


def _answers(
    steps: Sequence[Row[Any]],
    told: Mapping[int, Row[Any]],
    mine: Mapping[int, str],
    role_in: Mapping[int, str],
) -> Iterator[Event]:
    """Yield every step of referrals but the sending: the referral itself tells of that."""
    for row in steps:
        if row.state == ReferralState.SENT:
            continue
        asked = told[row.referral_id]
        day, exact = day_of(row.answered_on, row.recorded_at)
        yield Event(
            EventKind.ANSWER,
            row.id,
            day,
            row.recorded_at,
            exact,
            signal_id=asked.signal_id,
            codes=(row.state, row.outcome, asked.purpose),
            name=asked.name,
            text=" ".join(part for part in (row.place, row.answer) if part),
            role=mine.get(asked.involvement_id, "") or role_in[asked.signal_id],
        )
