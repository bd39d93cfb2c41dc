"""Figures: look at them inside, and publish what nobody can be found in."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeAlias, TypeVar

from mhdesk import files
from mhdesk.desk import counting, explaining, figure_files, registries, report_sections
from mhdesk.desk.counting import Counted
from mhdesk.desk.desk import Desk
from mhdesk.desk.figure_files import DEFAULT_FORMATS, FORMATS
from mhdesk.desk.verbs import Work, logged_reading, verb
from mhdesk.disclosure import (
    AuditReport,
    InconsistentHistoryError,
    Protected,
    Rules,
    protect,
    union,
)
from mhdesk.disclosure import (
    Published as Shown,
)
from mhdesk.disclosure import (
    audit as attack,
)
from mhdesk.domain.change import Change
from mhdesk.domain.dates import display_day
from mhdesk.domain.figures import Unit
from mhdesk.domain.people import Permission
from mhdesk.domain.periods import Period
from mhdesk.domain.problems import length_problems, refuse_if
from mhdesk.domain.report_templates import Contents, contents_of
from mhdesk.domain.splits import Split
from mhdesk.domain.text import LONGEST_LINE, LONGEST_TEXT, clean
from mhdesk.errors import InputError
from mhdesk.reports.content import report_hash
from mhdesk.reports.derived import reading_rules
from mhdesk.reports.figures import FiguresReport, ReportTable
from mhdesk.store import audit, counts, releases, settings
from mhdesk.wording import say

# After this the search withholds generously instead of looking on: the result stays safe.
SEARCH_SECONDS: Final = 30.0

_Table = TypeVar("_Table", explaining.PreviewTable, ReportTable)
_Left: TypeAlias = tuple[Counted, Protected]
"""What was counted of one unit, and what of it may leave."""


@dataclass(frozen=True, slots=True)
class FiguresPreview:
    """Counts for inside beside what would leave, cell by cell, with why.

    ``units`` says in words what is counted, once each; ``earlier`` is how many publications were checked along;
    ``blocked`` says why nothing can be published, "" when it can; ``remarks`` what else to know of these counts, such
    as how many imported signals count in no period, and that what was published before stands.
    """

    period: Period
    units: tuple[str, ...]
    tables: tuple[explaining.PreviewTable, ...]
    cells: int
    withheld: int
    certified: bool
    earlier: int
    blocked: str
    remarks: str
    empty: bool


@dataclass(frozen=True, slots=True)
class Published:
    """A publication that left: its number, its files, and how much of it was withheld.

    ``asked`` is how many questions a stranger's attack asked before it left, alone and together with everything
    published about these days before; all of them stayed without an answer. ``unfinished``: the period still ran;
    ``empty``: there was nothing to count in it.
    """

    release: str
    files: tuple[Path, ...]
    cells: int
    suppressed: int
    asked: int
    unfinished: bool
    empty: bool
    change: Change


def preview(desk: Desk, period: Period, wanted: Sequence[str] | Contents) -> FiguresPreview:
    """Return the counts of a period for inside, beside what would leave. Looking is logged.

    ``wanted`` are tables as they are spelled, or what a template holds. Raises InputError for a dimension that is not
    counted by.
    """
    return _preview(desk, period, contents_of(wanted).splits)


@logged_reading("figures.counted", Permission.COUNT)
def _preview(work: Work, period: Period, splits: Sequence[Split]) -> FiguresPreview:
    work.details = f"period={period.code()}"
    counted = _count(work, period, splits)
    tried = [(one, *_protect(work, one)) for one in counted]
    blocked = next((reason for _, _, reason in tried if reason), "")
    tables = _in_order(splits, [explaining.tables(one, protected) for one, protected, _ in tried])
    cells = [cell for table in tables for cell in table.cells]
    return FiguresPreview(
        period=period,
        units=tuple(dict.fromkeys(table.unit for table in tables)),
        tables=tables,
        cells=len(cells),
        withheld=sum(cell.status == "withheld" for cell in cells),
        certified=not blocked,
        earlier=_earlier(counted),
        blocked=say(blocked) if blocked else "",
        remarks=_remarks(work, counted),
        empty=not any(cell.count for cell in cells),
    )


def _remarks(work: Work, counted: Sequence[Counted]) -> str:
    undated = counts.undated(work.connection) if _counts_signals([one.splits[0] for one in counted]) else 0
    changed = max(one.changed for one in counted)
    return " ".join(
        [
            *([say("figures.undated", count=undated)] if undated else []),
            *([say("figures.changed", count=changed)] if changed else []),
        ]
    )


def _in_order(splits: Sequence[Split], made: Iterable[tuple[_Table, ...]]) -> tuple[_Table, ...]:
    """Return the tables of all units in the order in which they were wanted."""
    found = {table.code: table for tables in made for table in tables}
    return tuple(found[split.code] for split in splits)


def _counts_signals(splits: Sequence[Split]) -> bool:
    """Say whether the day of a signal decides on what counts when."""
    return any(split.unit in {Unit.SIGNALS, Unit.PERSONS} for split in splits)


def _earlier(counted: Sequence[Counted]) -> int:
    """Return how many publications were looked at along."""
    return len({number for one in counted for number in one.releases})


def publish(
    desk: Desk,
    period: Period,
    wanted: Sequence[str] | Contents,
    out_dir: Path,
    formats: Sequence[str] = DEFAULT_FORMATS,
    purpose: str = "",
    receiver: str = "",
) -> Published:
    """Publish the figures of a period: protected, audited with all earlier ones, remembered, then written.

    Raises InputError for a wrong period, dimension or format, for a folder that cannot be written and for
    figures that cannot be published safely. After any error nothing is remembered and no file stands there.
    """
    unknown = [name for name in formats if name not in FORMATS]
    if unknown or not formats:
        raise InputError("cli.formats_unknown", name=", ".join(unknown), known=", ".join(FORMATS))
    refuse_if(length_problems("purpose", purpose, LONGEST_TEXT))
    refuse_if(length_problems("receiver", receiver, LONGEST_LINE))
    registries.require_outside_registries(out_dir)
    kinds = tuple(dict.fromkeys(formats))
    order = _Order(period, contents_of(wanted), out_dir, kinds, clean(purpose), clean(receiver), [])
    try:
        change = _publish(desk, order)
    except BaseException:
        for path in order.written:
            with contextlib.suppress(OSError):
                _hidden(path).unlink()
        raise
    _show(order)
    return Published(
        release=change.reference or "",
        files=tuple(order.written),
        cells=order.cells,
        suppressed=order.suppressed,
        asked=order.asked,
        unfinished=_runs(desk, period),
        empty=order.empty,
        change=change,
    )


def _runs(desk: Desk, period: Period) -> bool:
    """Say whether a period is not over: its figures will differ tomorrow."""
    return period.last >= desk.today()


@dataclass(slots=True)
class _Order:
    """What is to be published, and what came of it."""

    period: Period
    contents: Contents
    out_dir: Path
    formats: tuple[str, ...]
    purpose: str
    receiver: str
    written: list[Path]
    cells: int = 0
    suppressed: int = 0
    asked: int = 0
    empty: bool = False


@verb("figures.published", "E", Permission.PUBLISH)
def _publish(work: Work, order: _Order) -> Change:
    """Remember a publication whose files lie ready: whatever stops the program now, the ledger knows of it."""
    counted = _count(work, order.period, order.contents.splits)
    left = [(one, _protected(work, one)) for one in counted]
    attacked = [_attacked(one, protected) for one, protected in left]
    if not all(report.certified for report in attacked):
        raise InputError("figures.not_certified")
    report = _report(work, order, left)
    number = releases.add(work.connection, _release_values(work, order, left, report))
    _write(order, report)
    cells = [cell for table in report.tables for cell in table.cells]
    order.asked = sum(report.checked for report in attacked)
    order.empty = not any(any(one.system.values) for one in counted)
    order.cells, order.suppressed = len(cells), sum(cell.status == "withheld" for cell in cells)
    work.concerns("release", [number])
    work.signed = True
    return Change("figures.published", created=number, reference=report.release)


def _count(work: Work, period: Period, splits: Sequence[Split]) -> tuple[Counted, ...]:
    municipalities = settings.all_of(work.connection)["municipalities"].split(",")
    return counting.count(work.connection, municipalities, period, splits, work.today())


def _protect(work: Work, counted: Counted) -> tuple[Protected | None, str]:
    """Return the certified protection, or None with the code that says why there is none."""
    key = settings.all_of(work.connection)["pattern_key"]
    try:
        protected = protect(
            counted.system, Rules(), earlier=counted.earlier, seed=key, time_limit=SEARCH_SECONDS
        )
    except InconsistentHistoryError:
        return None, "figures.history_changed"
    if protected.certified:
        return protected, ""
    return None, "figures.told_before" if protected.told_before else "figures.not_certified"


def _protected(work: Work, counted: Counted) -> Protected:
    protected, blocked = _protect(work, counted)
    if protected is None:
        raise InputError(blocked)
    return protected


def _attacked(counted: Counted, protected: Protected) -> AuditReport:
    """Attack what would leave as a stranger does, with all that left before and nothing else in hand."""
    seen: list[Shown] = [protected.published(), *counted.earlier]
    return attack(union(seen), replace(protected.rules, width=1), exact=False, time_limit=SEARCH_SECONDS)


def _report(work: Work, order: _Order, left: Sequence[_Left]) -> FiguresReport:
    kept = settings.all_of(work.connection)
    tables = _in_order(order.contents.splits, [explaining.report_tables(*one) for one in left])
    return FiguresReport(
        release=releases.next_number(work.connection, work.today().year),
        title=report_sections.title_of(order.contents, kept["name"]),
        organisation=kept["organisation"],
        period_title=order.period.title(),
        period_code=order.period.code(),
        made_on=work.today(),
        unit=say("figures.unit_and").join(dict.fromkeys(table.unit for table in tables)),
        rules=(*_told_rules(work, order, left), *reading_rules(tables)),
        sections=report_sections.sections_of(order.contents, tables),
        audit_head=audit.head(work.connection),
    )


def _told_rules(work: Work, order: _Order, left: Sequence[_Left]) -> tuple[str, ...]:
    """Return what readers are told: what was left out and why, and what counts when."""
    undated = _counts_signals(order.contents.splits) and counts.undated(work.connection)
    return (
        say("figures.rule_minimum", minimum=left[0][1].rules.minimum),
        say("figures.rule_others"),
        say("figures.rule_group"),
        _audited(_earlier([counted for counted, _ in left])),
        *([say("figures.rule_stands")] if _earlier([counted for counted, _ in left]) else []),
        *(say(f"figures.rule_{counted.unit}") for counted, _ in left),
        *([say("figures.rule_undated")] if undated else []),
        *(
            [say("figures.rule_unfinished", day=display_day(work.today()))]
            if _runs(work.desk, order.period)
            else []
        ),
    )


def _audited(earlier: int) -> str:
    return say("figures.rule_audited", earlier=earlier) if earlier else say("figures.rule_audited_alone")


def _release_values(
    work: Work, order: _Order, left: Sequence[_Left], report: FiguresReport
) -> dict[str, object]:
    return {
        "number": report.release,
        "released_at": work.recorded_at,
        "released_by": work.user.id,
        "first_day": order.period.first.isoformat(),
        "last_day": order.period.last.isoformat(),
        "dimensions": ",".join(map(str, order.contents.splits)),
        "unit": ",".join(counted.unit for counted, _ in left),
        "purpose": order.purpose,
        "receiver": order.receiver,
        "rules": json.dumps(left[0][1].rules.as_dict()),
        "cells": counting.ledger_cells((counted, protected.published()) for counted, protected in left),
        "hash": report_hash(report),
        "audit_head": report.audit_head,
    }


def _write(order: _Order, report: FiguresReport) -> None:
    """Write the files, hidden until the ledger knows them, under names that tell nothing but the number."""
    words = {
        table.code: explaining.file_of(split)
        for split, table in zip(order.contents.splits, report.tables, strict=True)
    }
    for name, content in figure_files.files_of(report, words, order.formats, order.out_dir):
        path = order.out_dir / name
        if path.exists():
            raise InputError("figures.file_exists", path=str(path))
        try:
            files.write_bytes(_hidden(path), content())
        except OSError:
            raise InputError("desk.cannot_write", path=str(order.out_dir)) from None
        order.written.append(path)


def _hidden(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


def _show(order: _Order) -> None:
    """Give the files their names: only now, after the ledger was kept, are they a publication."""
    for path in order.written:
        try:
            _hidden(path).replace(path)
        except OSError:
            raise InputError("desk.cannot_write", path=str(order.out_dir)) from None
