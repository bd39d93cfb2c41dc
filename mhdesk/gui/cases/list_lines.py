"""A case as one line of a list."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.case_list import CaseRow, Next
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.gui import words
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.rows import Line


def line_of(row: CaseRow, today: date) -> Line:
    """Return the line of a case: number and name, then who, how risky and since when, and what comes next."""
    name = row.name or QCoreApplication.translate("CaseLine", "Name unknown")
    title, reason = DOT.join((row.reference, name)), reason_of(row, today)
    if row.next_on is None or row.next_kind is None:
        return Line(title, reason)
    clock = words.deadline(row.next_on, today)
    what = DOT.join((next_words(row.next_kind), words.weekday_day(row.next_on, today)))
    return Line(title, reason, clock.words, what, clock.mark, clock.share)


def reason_of(row: CaseRow, today: date) -> str:
    """Return the second line of a case; one that is closed says when."""
    risk = QCoreApplication.translate("CaseLine", "risk {level}")
    parts = [risk.format(level=vocabulary("risk_levels").label(row.risk)) if row.risk != UNKNOWN else ""]
    parts.append(row.coordinator)
    if row.closed_on is not None:
        closed = QCoreApplication.translate("CaseLine", "closed {day}")
        parts.append(closed.format(day=words.weekday_day(row.closed_on, today)))
    else:
        since = QCoreApplication.translate("CaseLine", "since {day}")
        parts += [since.format(day=words.short_day(row.opened_on, today)), _running(row.running)]
    return DOT.join(part for part in parts if part)


def _running(count: int) -> str:
    if count == 0:
        return QCoreApplication.translate("CaseLine", "no trajectory runs")
    if count == 1:
        return QCoreApplication.translate("CaseLine", "one trajectory runs")
    many = QCoreApplication.translate("CaseLine", "{count} trajectories run")
    return many.format(count=words.number_word(count))


def next_words(kind: Next) -> str:
    """Return what comes next, in a word or two."""
    return {
        Next.AGREEMENT: QCoreApplication.translate("CaseLine", "agreement"),
        Next.TRAJECTORY: QCoreApplication.translate("CaseLine", "last day of a trajectory"),
        Next.INFORMING: QCoreApplication.translate("CaseLine", "informing"),
    }[kind]


def gone() -> Line:
    """Return the line of a case that left the registry after the list was made."""
    return Line(QCoreApplication.translate("CaseLine", "This case is no longer in the registry"))
