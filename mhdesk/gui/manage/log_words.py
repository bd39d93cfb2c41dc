"""How the section of the log says what happened."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.logbook import Group, LogRow, LogSubject
from mhdesk.domain.references import parse_reference
from mhdesk.gui import words
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.manage import words as manage_words
from mhdesk.gui.manage.log_work import Lines
from mhdesk.gui.widgets.rows import Line
from mhdesk.wording import say

KINDS: Final = "RCUDE"
_DOT: Final = " · "
_HASH_SHOWN: Final = 12
_DIGITS: Final = 18
"""What an id has at most."""


def kinds() -> list[tuple[str, str]]:
    """Return the kinds of events with their words."""
    return [(kind, kind_word(kind)) for kind in KINDS]


def kind_word(kind: str) -> str:
    """Return a kind of event in a word; one of a later mhdesk by its code."""
    return words.sentence_case(say(f"logbook.kind_{kind}")) if kind in set(KINDS) else kind


def groups() -> list[tuple[str, str]]:
    """Return what events can be about."""
    return [(group, say(f"logbook.group_{group}")) for group in Group]


def lines(answer: Lines) -> dict[int, Line]:
    """Return events as lines of the list, by their number."""
    return {row.seq: line(row, answer) for row in answer.rows}


def line(row: LogRow, answer: Lines) -> Line:
    """Return an event as a line: what happened, who did it, when."""
    at = row.at.astimezone()
    return Line(
        row.sentence,
        _DOT.join(part for part in (person(row), role(row)) if part),
        words.time_of(at),
        words.weekday_day(at.date(), answer.today),
        Mark.NOT_INFORMED if row.refused else Mark.NONE,
    )


def gone() -> Line:
    """Return the line of an event that is not there."""
    return Line(QCoreApplication.translate("log", "This line is missing from the log"), mark=Mark.LATE)


def person(row: LogRow) -> str:
    """Return who did it."""
    return row.user_name or QCoreApplication.translate("log", "Somebody unknown")


def role(row: LogRow) -> str:
    """Return in which role it was done, "" when nobody is known; a role of another mhdesk by its code."""
    return dict(manage_words.roles()).get(row.role, row.role)


def outcome(row: LogRow) -> str:
    """Return how an event ended."""
    if row.refused:
        return QCoreApplication.translate("log", "Refused ({code})").format(code=row.outcome)
    return QCoreApplication.translate("log", "Done")


def when(at: datetime) -> str:
    """Return the day and the time to the second."""
    local = at.astimezone()
    return f"{words.weekday_date(local.date())} {local:%H:%M:%S}"


def head(row: LogRow) -> str:
    """Return the first part of the hash that chains an event to those before it."""
    return row.hash[:_HASH_SHOWN]


def records(row: LogRow) -> list[str]:
    """Return the records that an event was about, each once."""
    return list(dict.fromkeys(record(one) for one in row.subjects if one.record != "person"))


def record(one: LogSubject) -> str:
    """Return what a record is called; one without a name by its kind and number."""
    if one.name:
        return one.name
    kinds = {
        "draft": QCoreApplication.translate("log", "draft {number}"),
        "signal": QCoreApplication.translate("log", "signal {number}, no longer there"),
    }
    return kinds.get(one.record, f"{one.record} {{number}}").format(number=one.record_id)


def references(row: LogRow) -> list[str]:
    """Return the references of the signals that an event was about, each once."""
    return [name for name in records(row) if parse_reference(name)]


def persons(row: LogRow) -> list[int]:
    """Return the numbers of the persons whom an event concerned, each once."""
    return list(dict.fromkeys(one.person_id for one in row.subjects if one.person_id is not None))


def person_called(number: int) -> str:
    """Return what a person is called here: the log is no list of names."""
    return QCoreApplication.translate("log", "person {number}").format(number=number)


def person_typed(typed: str) -> int | None:
    """Return the number of the person that was typed as `person_called` writes it, else None."""
    number = typed.rpartition(" ")[2][:_DIGITS]
    same = number.isdecimal() and typed.casefold() == person_called(int(number)).casefold()
    return int(number) if same else None


def found(count: int, *, narrowed: bool) -> str:
    """Return how many events there are, or were found."""
    number = words.locale().toString(count)
    if count == 1:
        one = QCoreApplication.translate("log", "1 line"), QCoreApplication.translate("log", "1 line found")
        return one[narrowed]
    every = QCoreApplication.translate("log", "{count} lines")
    some = QCoreApplication.translate("log", "{count} lines found")
    return (some if narrowed else every).format(count=number)
