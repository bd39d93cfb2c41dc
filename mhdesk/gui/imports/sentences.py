"""What was read and what was done, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mhdesk.gui import words
from mhdesk.gui.imports.work import Looked

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.imports import ImportResult


def number(count: int) -> str:
    """Return a count in figures as people write it: 1.200."""
    return words.locale().toString(count)


def signals(count: int) -> str:
    """Return ``36 signalen``."""
    if count == 1:
        return QCoreApplication.translate("ImportPage", "1 signal")
    return QCoreApplication.translate("ImportPage", "{count} signals").format(count=number(count))


def record(count: int) -> str:
    """Return what the button says."""
    if count == 1:
        return QCoreApplication.translate("ImportPage", "Record 1 signal")
    return QCoreApplication.translate("ImportPage", "Record {count} signals").format(count=number(count))


def cells(count: int) -> str:
    """Return how many cells were not understood."""
    if count == 0:
        return QCoreApplication.translate("ImportPage", "Every cell was understood")
    if count == 1:
        return QCoreApplication.translate("ImportPage", "1 cell to check")
    return QCoreApplication.translate("ImportPage", "{count} cells to check").format(count=number(count))


def source(looked: Looked) -> str:
    """Return where it was read: file, sheet, the row with the headers."""
    where = QCoreApplication.translate("ImportPage", "{file}, sheet {sheet}, column names in row {row}")
    plain = QCoreApplication.translate("ImportPage", "{file}, column names in row {row}")
    named = looked.sheet.name != looked.path.name
    row = looked.sheet.columns.header_row
    return (where if named else plain).format(file=looked.path.name, sheet=looked.sheet.name, row=row)


def expected(looked: Looked) -> str:
    """Return how much of it is new, and which rows are no signals."""
    return " ".join(part for part in (_new(looked.expected), _skipped(looked.sheet.skipped)) if part)


def _new(result: ImportResult) -> str:
    there, new = result.already_there, result.signals_created
    if there == 0:
        return QCoreApplication.translate("ImportPage", "None of them is in the registry yet.")
    if new == 0:
        return QCoreApplication.translate(
            "ImportPage", "All of them are in the registry already: there is nothing to record."
        )
    told = QCoreApplication.translate(
        "ImportPage", "{new} of them are new, {there} are in the registry already."
    )
    return told.format(new=number(new), there=number(there))


def _skipped(rows: tuple[int, ...]) -> str:
    if not rows:
        return ""
    if len(rows) == 1:
        one = QCoreApplication.translate(
            "ImportPage", "Row {row} is no signal (a total or a repeated header)."
        )
        return one.format(row=rows[0])
    several = QCoreApplication.translate(
        "ImportPage", "{count} rows are no signals (totals or repeated headers)."
    )
    return several.format(count=number(len(rows)))


def done(result: ImportResult) -> str:
    """Return what was done: signals, persons, and rows that were there already."""
    persons = _persons(result.persons_created), _linked(result.persons_linked)
    parts = (_recorded(result.signals_created), *persons, _there(result.already_there))
    return " ".join(part for part in parts if part)


def _recorded(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("ImportPage", "1 signal recorded.")
    return QCoreApplication.translate("ImportPage", "{count} signals recorded.").format(count=number(count))


def _persons(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("ImportPage", "1 person is new.")
    return QCoreApplication.translate("ImportPage", "{count} persons are new.").format(count=number(count))


def _linked(count: int) -> str:
    if count == 0:
        return ""
    if count == 1:
        return QCoreApplication.translate("ImportPage", "Once somebody was known already.")
    told = QCoreApplication.translate("ImportPage", "{count} times somebody was known already.")
    return told.format(count=number(count))


def _there(count: int) -> str:
    if count == 0:
        return ""
    if count == 1:
        return QCoreApplication.translate("ImportPage", "1 row was there already and stayed as it is.")
    told = QCoreApplication.translate("ImportPage", "{count} rows were there already and stayed as they are.")
    return told.format(count=number(count))
