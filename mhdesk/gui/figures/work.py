"""What the page asks the worker: count and protect a period, and publish it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mhdesk.domain.figures import Unit
from mhdesk.domain.periods import Period
from mhdesk.domain.splits import default_by

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk
    from mhdesk.desk.figures import FiguresPreview, Published


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted, of which unit, on which day."""

    preview: FiguresPreview
    today: date
    unit: Unit = Unit.SIGNALS


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be published, what for and to whom, as which files."""

    period: Period
    purpose: str
    receiver: str
    unit: Unit = Unit.SIGNALS
    formats: tuple[str, ...] = ("pdf", "csv")


def last_year(today: date) -> Period:
    """Return the last year that is over: what is published about it stays true."""
    return Period(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))


def this_year(today: date) -> Period:
    """Return the year that runs."""
    return Period(date(today.year, 1, 1), date(today.year, 12, 31))


def today_of(desk: Desk) -> date:
    """Return the day at the desk."""
    return desk.today()


def count(period: Period, unit: Unit, desk: Desk) -> Counted:
    """Count a unit by each of its dimensions and protect it; the looking is logged."""
    from mhdesk.desk import figures

    return Counted(figures.preview(desk, period, default_by(unit)), desk.today(), unit)


def publish(order: Order, folder: Path, desk: Desk) -> Published:
    """Publish into ``folder``, as the files that were chosen."""
    from mhdesk.desk import figures

    return figures.publish(
        desk,
        order.period,
        default_by(order.unit),
        folder,
        order.formats,
        purpose=order.purpose,
        receiver=order.receiver,
    )
