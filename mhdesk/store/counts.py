"""Counts for figures: how many signals by what, over the covering index only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, func, select, text

from mhdesk.domain.figures import FORM, MUNICIPALITY
from mhdesk.domain.periods import Period
from mhdesk.domain.signals import Kind
from mhdesk.store.schema import import_batch, signal

_COLUMNS: Final = {FORM: signal.c.form, MUNICIPALITY: signal.c.municipality}
# A request for advice is no signal of a case: it is counted apart, never among the signals.
COUNTED_KINDS: Final = (Kind.SIGNAL, Kind.NOTIFICATION)


# Where a spreadsheet had no readable day, the day of the import stands in its place. Until somebody corrects it, or
# looked through the signal and left it so, it says nothing about when the signal was received.
UNDATED: Final = (
    select(signal.c.id)
    .join_from(signal, import_batch)
    .where(text("signal.to_review = 1"))
    .where(signal.c.received_on >= func.substr(import_batch.c.imported_at, 1, len("2026-03-31")))
)


def signals_by(connection: Connection, period: Period, by: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Return how many signals and notifications were received in ``period``, by the codes of ``by``.

    Unit: signals. Combinations that do not occur are absent, and so are signals of which nobody knows the day.
    """
    columns = [_COLUMNS[name] for name in by]
    rows = connection.execute(
        select(*columns, func.count())
        .where(signal.c.received_on.between(period.first.isoformat(), period.last.isoformat()))
        .where(signal.c.kind.in_(COUNTED_KINDS))
        .where(signal.c.id.not_in(UNDATED))
        .group_by(*columns)
    )
    return {tuple(row[:-1]): int(row[-1]) for row in rows}


def undated(connection: Connection) -> int:
    """Return how many signals count in no period, because nobody knows yet when they were received."""
    question = select(func.count()).select_from(signal)
    wanted = signal.c.kind.in_(COUNTED_KINDS) & signal.c.id.in_(UNDATED)
    return int(connection.execute(question.where(wanted)).scalar_one())
