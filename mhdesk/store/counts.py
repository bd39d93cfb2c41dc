"""Counts for figures: how many signals by what; by form and municipality over the covering index only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import ColumnElement, Connection, Select, Subquery, func, select, text

from mhdesk.domain.figures import CHANNEL, FORM, MUNICIPALITY, NOT_ASSESSED, SEVERITY, SOURCE
from mhdesk.domain.periods import Period
from mhdesk.domain.signals import Kind
from mhdesk.store.past import NOW, Past
from mhdesk.store.schema import import_batch, signal, triage

_COLUMNS: Final = {FORM: "form", MUNICIPALITY: "municipality", SOURCE: "discipline", CHANNEL: "channel"}
# A request for advice is no signal of a case: it is counted apart, never among the signals.
COUNTED_KINDS: Final = (Kind.SIGNAL, Kind.NOTIFICATION)


def undated_ids(past: Past = NOW) -> Select[tuple[int]]:
    """Return the question which signals have no day of their own.

    Where a spreadsheet had no readable day, the day of the import stands in its place. Until somebody corrects it, or
    looked through the signal and left it so, it says nothing about when the signal was received.
    """
    told = past.of(signal)
    # Spelled as the partial index spells it.
    waits = text("signal.to_review = 1") if told is signal else told.c.to_review == 1
    since = func.substr(import_batch.c.imported_at, 1, len("2026-03-31"))
    asked = select(told.c.id).join_from(told, import_batch, import_batch.c.id == told.c.import_batch_id)
    return asked.where(waits).where(told.c.received_on >= since)


def signals_by(
    connection: Connection, period: Period, by: Sequence[str], past: Past = NOW
) -> dict[tuple[str, ...], int]:
    """Return how many signals and notifications were received in ``period``, by the codes of ``by``.

    Unit: signals. Combinations that do not occur are absent, and so are signals of which nobody knows the day.
    """
    told = past.of(signal)
    first = first_triages(past)
    columns: dict[str, ColumnElement[str]] = {name: told.c[column] for name, column in _COLUMNS.items()}
    columns[SEVERITY] = func.coalesce(first.c.severity, NOT_ASSESSED)
    source = told.outerjoin(first, first.c.signal_id == told.c.id) if SEVERITY in by else told
    rows = connection.execute(
        select(*(columns[name] for name in by), func.count())
        .select_from(source)
        .where(told.c.received_on.between(period.first.isoformat(), period.last.isoformat()))
        .where(told.c.kind.in_(COUNTED_KINDS), past.recorded(told))
        .where(told.c.id.not_in(undated_ids(past)))
        .group_by(*(columns[name] for name in by))
    )
    return {tuple(row[:-1]): int(row[-1]) for row in rows}


def first_triages(past: Past = NOW) -> Subquery:
    """Return the first triage of each signal: it does not change any more."""
    place = func.row_number().over(partition_by=triage.c.signal_id, order_by=(triage.c.held_on, triage.c.id))
    ranked = select(triage, place.label("place")).where(past.recorded(triage)).subquery()
    return select(ranked).where(ranked.c.place == 1).subquery("first_triage")


def undated(connection: Connection) -> int:
    """Return how many signals count in no period, because nobody knows yet when they were received."""
    question = select(func.count()).select_from(signal)
    wanted = signal.c.kind.in_(COUNTED_KINDS) & signal.c.id.in_(undated_ids())
    return int(connection.execute(question.where(wanted)).scalar_one())
