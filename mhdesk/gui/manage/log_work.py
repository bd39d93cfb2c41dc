"""What the section of the log asks the worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mhdesk.domain.logbook import LogFilter, LogRow

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk
    from mhdesk.desk.log_export import ExportedLog

_FILE: Final = "logboek-{number:04d}"


@dataclass(frozen=True, slots=True)
class LogQuestion:
    """What somebody wants to see of the log; ``reference`` of a signal or a case as it was typed, "" for any record."""

    wanted: LogFilter = field(default_factory=LogFilter)
    reference: str = ""

    def is_narrowing(self) -> bool:
        """Say whether any event is left out."""
        return self != LogQuestion()


@dataclass(frozen=True, slots=True)
class Events:
    """The events that a question found, newest first; ``record_known`` is false when nothing has that reference.

    ``wanted`` is the filter that was used.
    """

    ids: Sequence[int]
    wanted: LogFilter
    record_known: bool = True


@dataclass(frozen=True, slots=True)
class Lines:
    """Some events, and the day on which they are read."""

    rows: Sequence[LogRow]
    today: date


def who(desk: Desk) -> Mapping[int, str]:
    """Return everybody who ever could open the registry, by id."""
    from mhdesk.desk import logbook

    return logbook.names(desk)


def find(question: LogQuestion, desk: Desk) -> Events:
    """Return which events are wanted; the log says that it was read."""
    from mhdesk.desk import logbook

    wanted = question.wanted
    if question.reference:
        found = logbook.record_called(desk, question.reference)
        if found is None:
            return Events((), wanted, record_known=False)
        wanted = replace(wanted, record=found[0], record_id=found[1])
    return Events(logbook.ids(desk, wanted), wanted)


def rows(ids: Sequence[int], desk: Desk) -> Lines:
    """Return some events."""
    from mhdesk.desk import logbook

    return Lines(logbook.rows(desk, ids), desk.today())


def export(wanted: LogFilter, folder: Path, form: str, desk: Desk) -> ExportedLog:
    """Write the wanted events into ``folder``, under the first number that is free there."""
    from mhdesk.desk import log_export

    named = (folder / f"{_FILE.format(number=number)}.{form}" for number in count(1))
    return log_export.export(desk, wanted, next(path for path in named if not path.exists()), form)
