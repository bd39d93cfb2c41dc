"""Counts for figures: how many signals by what, over the covering index only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, func, select

from mhdesk.domain.figures import FORM, MUNICIPALITY
from mhdesk.domain.periods import Period
from mhdesk.domain.signals import Kind
from mhdesk.store.schema import signal

_COLUMNS: Final = {FORM: signal.c.form, MUNICIPALITY: signal.c.municipality}
# A request for advice is no signal of a case: it is counted apart, never among the signals.
COUNTED_KINDS: Final = (Kind.SIGNAL, Kind.NOTIFICATION)


def signals_by(connection: Connection, period: Period, by: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Return how many signals and notifications were received in ``period``, by the codes of ``by``.

    Unit: signals. Combinations that do not occur are absent.
    """
    columns = [_COLUMNS[name] for name in by]
    rows = connection.execute(
        select(*columns, func.count())
        .where(signal.c.received_on.between(period.first.isoformat(), period.last.isoformat()))
        .where(signal.c.kind.in_(COUNTED_KINDS))
        .group_by(*columns)
    )
    return {tuple(row[:-1]): int(row[-1]) for row in rows}
