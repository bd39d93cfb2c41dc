"""Say of each figure why it stands there or not, and what a reader can still know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from mhdesk.desk.counting import Counted
from mhdesk.disclosure import CellId, Outcome, Protected
from mhdesk.domain.figures import ROLE, Unit
from mhdesk.domain.periods import parse_period
from mhdesk.domain.splits import PERIOD, TIME, Column, Row, Split
from mhdesk.domain.text import plain
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.reports.figures import TOTAL, ReportCell, ReportTable, Status
from mhdesk.wording import say


@dataclass(frozen=True, slots=True)
class PreviewCell:
    """One figure for inside: its true count, what becomes of it outside, and why in a sentence.

    ``low`` and ``high`` are what a reader can know of a withheld figure (None: no upper bound).
    """

    labels: tuple[str, ...]
    codes: tuple[str, ...]
    count: int
    status: Status
    small: bool
    why: str
    low: int | None
    high: int | None
    is_total: bool


@dataclass(frozen=True, slots=True)
class PreviewTable:
    """One table for inside, in the order of the vocabulary."""

    code: str
    title: str
    unit: str
    dimensions: tuple[str, ...]
    cells: tuple[PreviewCell, ...]


def tables(counted: Counted, protected: Protected | None) -> tuple[PreviewTable, ...]:
    """Return every table for inside; without a certified protection everything counts as withheld."""
    outcomes = {outcome.id: outcome for outcome in protected.cells} if protected else {}
    names = dict(_named_cells(counted))
    values = dict(zip((cell.id for cell in counted.system.layout.cells), counted.system.values, strict=True))
    return tuple(
        PreviewTable(
            code=split.code,
            title=title_of(split),
            unit=unit_of(split),
            dimensions=_dimensions(split),
            cells=tuple(
                _preview_cell(rows, names, int(values[cell]), outcomes.get(cell), _labels(split, rows))
                for rows, cell in _cells(counted, split)
            ),
        )
        for split in counted.splits
    )


def report_tables(counted: Counted, protected: Protected) -> tuple[ReportTable, ...]:
    """Return the tables that may leave; of a withheld figure nothing is in them."""
    outcomes = {outcome.id: outcome for outcome in protected.cells}
    return tuple(
        ReportTable(
            code=split.code,
            title=title_of(split),
            unit=unit_of(split),
            dimensions=_dimensions(split),
            cells=tuple(
                _report_cell(_labels(split, rows), outcomes[cell], is_total=None in rows)
                for rows, cell in _cells(counted, split)
            ),
            scale=_scale(counted, split),
            compares=split.columns[-1].name == PERIOD,
        )
        for split in counted.splits
    )


def _scale(counted: Counted, split: Split) -> tuple[str, ...]:
    """Return the labels of a table that lie in order, such as bands of days: those that say where they begin."""
    column = split.columns[0]
    if len(split.columns) > 1 or column.base == TIME or column.is_grouped:
        return ()
    words = vocabulary(split.vocabulary(column.name))
    rows = (row for row in counted.rows(split, column) if words[row.code].get("first"))
    return tuple(_label(split, column, row) for row in rows)


def _report_cell(labels: tuple[str, ...], outcome: Outcome, *, is_total: bool) -> ReportCell:
    status: Status = outcome.status.value
    count = None if status == "withheld" else outcome.value
    return ReportCell(labels, count, status, is_total)


def _preview_cell(
    rows: Sequence[Row | None],
    names: dict[CellId, tuple[str, ...]],
    count: int,
    outcome: Outcome | None,
    labels: tuple[str, ...],
) -> PreviewCell:
    interval = outcome.interval if outcome else None
    return PreviewCell(
        labels=labels,
        codes=tuple(row.code if row else "" for row in rows),
        count=count,
        status=outcome.status.value if outcome else "withheld",
        small=bool(outcome and outcome.primary),
        why=_why(outcome, names) if outcome else "",
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        is_total=None in rows,
    )


def _why(outcome: Outcome, names: dict[CellId, tuple[str, ...]]) -> str:
    if outcome.status.value == "zero":
        return say("figures.why_zero")
    if outcome.status.value == "published":
        return say("figures.why_published")
    others = _listed(dict.fromkeys(_spoken(names[cell]) for cell in outcome.protects if cell in names))
    size = say("figures.nil" if outcome.value == 0 else "figures.not_small")
    if outcome.primary:
        reason = say("figures.why_small")
    elif outcome.rule == "group":
        reason = say("figures.why_group")
    elif others:
        several = len(outcome.protects) > 1
        reason = say("figures.why_remainder" if several else "figures.why_other", size=size, others=others)
    else:
        reason = say("figures.why_earlier", size=size)
    return f"{reason} {_known(outcome)}".strip()


def _listed(words: Iterable[str]) -> str:
    """Return words as people list them: a, b and c."""
    *first, last = [*words] or [""]
    return say("figures.and").join(part for part in (", ".join(first), last) if part)


def _known(outcome: Outcome) -> str:
    if outcome.interval is None:
        return ""
    if outcome.interval.high is None:
        return say("figures.known_from", low=outcome.interval.low)
    return say("figures.known_between", low=outcome.interval.low, high=outcome.interval.high)


def _spoken(labels: tuple[str, ...]) -> str:
    return ", ".join(label for label in labels if label != TOTAL) or say("figures.grand_total")


def _who(split: Split) -> str:
    """Return the code of what a table counts: among persons, the possible victims unless it tells roles apart."""
    return "everybody" if split.unit is Unit.PERSONS and ROLE in split.by else split.unit.value


def unit_of(split: Split) -> str:
    """Return in words what a table counts, and when something counts."""
    return say(f"figures.unit_{_who(split)}")


def title_of(split: Split) -> str:
    """Return the title of a table."""
    by = _listed(say(f"figures.by_{column.name}") for column in split.columns)
    title = say(f"figures.title_{_who(split)}", by=by)
    places = _listed(_limits(split))
    return say("figures.title_only", title=title, only=places) if places else title


def _limits(split: Split) -> list[str]:
    return [vocabulary(split.vocabulary(name)).label(code) for name, codes in split.only for code in codes]


def file_of(split: Split) -> str:
    """Return what the file of a table is called, behind the number of its release."""
    before = [] if split.unit is Unit.SIGNALS else [say(f"figures.file_{split.unit}")]
    words = [say(f"figures.file_{column.name}") for column in split.columns]
    merged = [say("figures.file_merged")] if any(column.merged for column in split.columns) else []
    limits = ["-".join(re.findall(r"[a-z0-9]+", plain(label))) for label in _limits(split)]
    return "-".join((*before, *words, *merged, *limits))


def _dimensions(split: Split) -> tuple[str, ...]:
    return tuple(say(f"figures.dimension_{column.name}") for column in split.columns)


def _cells(counted: Counted, split: Split) -> Iterator[tuple[tuple[Row | None, ...], CellId]]:
    """Yield the figures of a table row by row, the totals last."""
    for rows in product(*((*counted.rows(split, column), None) for column in split.columns)):
        yield rows, counted.cell(split, [row.key if row else None for row in rows])


def _named_cells(counted: Counted) -> Iterator[tuple[CellId, tuple[str, ...]]]:
    """Yield what people call each figure in a sentence; for its labels in one table see `_labels`."""
    for split in counted.splits:
        for rows, cell in _cells(counted, split):
            yield cell, _labels(split, rows)


def _labels(split: Split, rows: Sequence[Row | None]) -> tuple[str, ...]:
    """Return the labels of a figure in the table ``split``: a figure can stand in several tables."""
    pairs = zip(split.columns, rows, strict=True)
    return tuple(_label(split, column, row) if row else TOTAL for column, row in pairs)


def _label(split: Split, column: Column, row: Row) -> str:
    if column.base == TIME:
        return parse_period(row.code).title()
    words = vocabulary(split.vocabulary(column.name))
    return words.label(row.code) if row.code in words else _listed(map(words.label, row.members))
