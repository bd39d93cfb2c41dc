"""What a unit counts, by the codes of some dimensions, as the tally says it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mhdesk.desk import signals
from mhdesk.desk.tallying import tally
from mhdesk.domain.periods import parse_period
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.domain.vocabulary import vocabulary

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from mhdesk.domain.figures import Unit


def told(
    desk: Desk, unit: Unit, *names: str, period: str = "2020-01-01..2026-12-31", as_of: str | None = None
) -> dict[tuple[str, ...], int]:
    """Return how many there are in a period under each combination of codes that occurs."""
    at_home = desk.setting("municipalities").split(",")
    shown = tuple(code for code in vocabulary("municipalities").codes() if code in at_home)
    slices = [parse_period(period)]
    found: Counter[tuple[str, ...]] = Counter()
    for codes, number in tally(desk.database.connection, unit, names, slices, shown, as_of=as_of):
        found[codes[:-1]] += number
    return dict(found)


def a_signal(desk: Desk, received_on: str = "02-11-2026", *people: PersonDraft, **said: str) -> int:
    """Register a signal and return its number."""
    draft = SignalDraft(received_on=received_on, narrative="Proef.", persons=list(people))
    for name, text in said.items():
        setattr(draft, name, text)
    number = signals.register(desk, draft).created
    assert number is not None
    return number


def somebody(name: str = "Lina", **said: str) -> PersonDraft:
    """Return a possible victim who does not exist."""
    draft = PersonDraft(first_names=name, last_name=f"Verzonnen{name}")
    for column, text in said.items():
        setattr(draft, column, text)
    return draft


def involved(desk: Desk, signal_id: int, place: int = 0) -> tuple[int, int]:
    """Return the involvement and the person of one of those in a signal."""
    one = signals.details(desk, signal_id).involvements[place]
    assert one.person_id is not None
    return one.id, one.person_id
