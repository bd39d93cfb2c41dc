"""Say of each figure why it stands there or not, and what a reader can still know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mhdesk.desk.counting import Counted
from mhdesk.disclosure import CellId, Outcome, Protected
from mhdesk.domain.figures import ROLE, Split, Unit
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
            dimensions=tuple(say(f"figures.dimension_{name}") for name in split.by),
            cells=tuple(
                _preview_cell(codes, names, int(values[cell]), outcomes.get(cell), _labels(split, codes))
                for codes, cell in _cells(counted, split)
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
            dimensions=tuple(say(f"figures.dimension_{name}") for name in split.by),
            cells=tuple(
                _report_cell(_labels(split, codes), outcomes[cell], is_total=None in codes)
                for codes, cell in _cells(counted, split)
            ),
        )
        for split in counted.splits
    )


def _report_cell(labels: tuple[str, ...], outcome: Outcome, *, is_total: bool) -> ReportCell:
    status: Status = outcome.status.value
    count = None if status == "withheld" else outcome.value
    return ReportCell(labels, count, status, is_total)


def _preview_cell(
    codes: Sequence[str | None],
    names: dict[CellId, tuple[str, ...]],
    count: int,
    outcome: Outcome | None,
    labels: tuple[str, ...],
) -> PreviewCell:
    interval = outcome.interval if outcome else None
    return PreviewCell(
        labels=labels,
        codes=tuple(code or "" for code in codes),
        count=count,
        status=outcome.status.value if outcome else "withheld",
        small=bool(outcome and outcome.primary),
        why=_why(outcome, names) if outcome else "",
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        is_total=None in codes,
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
    return say(f"figures.title_{_who(split)}", by=_listed(say(f"figures.by_{name}") for name in split.by))


def file_of(split: Split) -> str:
    """Return what the file of a table is called, behind the number of its release."""
    before = [] if split.unit is Unit.SIGNALS else [say(f"figures.file_{split.unit}")]
    return "-".join((*before, *(say(f"figures.file_{name}") for name in split.by)))


def _cells(counted: Counted, split: Split) -> Iterator[tuple[tuple[str | None, ...], CellId]]:
    """Yield the figures of a table row by row, the totals last."""
    profiles: list[tuple[str | None, ...]] = [()]
    for name in split.by:
        profiles = [(*profile, code) for profile in profiles for code in (*counted.codes(name), None)]
    for codes in profiles:
        yield codes, counted.cell(split, codes)


def _named_cells(counted: Counted) -> Iterator[tuple[CellId, tuple[str, ...]]]:
    """Yield what people call each figure in a sentence; for its labels in one table see `_labels`."""
    for split in counted.splits:
        for codes, cell in _cells(counted, split):
            yield cell, _labels(split, codes)


def _labels(split: Split, codes: Sequence[str | None]) -> tuple[str, ...]:
    """Return the labels of a figure in the table ``split``: a figure can stand in several tables."""
    pairs = zip(split.by, codes, strict=True)
    return tuple(vocabulary(split.vocabulary(name)).label(code) if code else TOTAL for name, code in pairs)
