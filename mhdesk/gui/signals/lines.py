"""A signal as one line of a list."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.signals import Status
from mhdesk.domain.views import SignalRow
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.gui import words
from mhdesk.gui.signals import options
from mhdesk.gui.signals.lead_words import lead_words
from mhdesk.gui.widgets.rows import Line

DOT = " · "


def line_of(row: SignalRow, today: date) -> Line:
    """Return the line of a signal: who it is about, what and where, and what informing still asks."""
    names = ", ".join(row.persons) or _without_person(row)
    clock = words.informing(row.inform_state, row.duty_on, today, row.received_on)
    line = Line(f"{row.reference}{DOT}{names}", reason_of(row, today))
    if clock is None:
        return line
    return Line(line.title, line.reason, clock.words, clock.day, clock.mark, clock.share)


def _without_person(row: SignalRow) -> str:
    """Return what is known instead of a person: the first lead, if there is one."""
    if row.lead is None:
        return QCoreApplication.translate("SignalLine", "without a person")
    return lead_words(*row.lead)


def reason_of(row: SignalRow, today: date) -> str:
    """Return the second line of a signal: kind, form, municipality, day, and its status unless it is open."""
    received = QCoreApplication.translate("SignalLine", "received {day}")
    parts = [
        options.label("signal_kinds", row.kind),
        form_words(row.form),
        municipality_words(row.municipality),
        received.format(day=words.weekday_day(row.received_on, today)),
    ]
    if row.status != Status.OPEN:
        parts.append(vocabulary("signal_states").label(row.status))
    return DOT.join(parts)


def form_words(code: str) -> str:
    """Return a form of exploitation as it reads inside a line."""
    if code == UNKNOWN:
        return QCoreApplication.translate("SignalLine", "form unknown")
    return vocabulary("exploitation_forms").label(code)


def municipality_words(code: str) -> str:
    """Return a municipality as it reads inside a line."""
    if code == UNKNOWN:
        return QCoreApplication.translate("SignalLine", "municipality unknown")
    return vocabulary("municipalities").label(code)


def gone() -> Line:
    """Return the line of a signal that left the registry after the list was made."""
    return Line(QCoreApplication.translate("SignalLine", "This signal is no longer in the registry"))
