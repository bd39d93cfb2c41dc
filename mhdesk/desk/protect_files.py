"""Protect a table of counts, or a file of records, made elsewhere; no registry needed."""

from __future__ import annotations

import csv
import io
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path
from typing import Final

from mhdesk import files
from mhdesk.desk import registries, table_notes
from mhdesk.desk.count_columns import Column
from mhdesk.desk.count_entries import counted
from mhdesk.desk.table_notes import Note
from mhdesk.disclosure import (
    CellId,
    DisclosureError,
    Rules,
    Space,
    Status,
    System,
    Table,
    audit,
    propose_merges,
    protect,
    round_figures,
)
from mhdesk.disclosure.layout import IntArray
from mhdesk.errors import InputError
from mhdesk.exchange import count_tables
from mhdesk.exchange.count_tables import CountTable, Groups, Hierarchy
from mhdesk.reports.data_files import harmless

METHODS: Final = ("suppress", "round", "merge")
ROUNDED: Final = "rounded"
_BASE: Final = 5


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for: ``by`` and ``count`` are names of columns, without ``count`` each row is a record.

    Without a ``seed`` a fresh one is drawn, so that no reader can repeat the choice (A22).
    """

    source: Path
    out: Path
    by: tuple[str, ...]
    rules: Rules
    count: str | None = None
    neutral: tuple[str, ...] = ()
    hierarchy: Path | None = None
    method: str = "suppress"
    seed: str = ""
    time_limit: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A table that left, and what it came to: the keys of cli.md, with what was changed by rounding or merging.

    ``checked`` is how many questions the attack on it asked in vain; ``reached`` the least width of a small count.
    ``parts`` says by column what joined categories were made of; ``steps`` how far a rounding may have gone; ``note``
    is the file beside the table, ``seed`` the key that makes the same choice again.
    """

    path: Path
    cells: int
    primary: int
    secondary: int
    published: int
    cost: float
    bound: float
    optimal: bool
    seconds: float
    reached: int | None
    checked: int
    rounded: int = 0
    merged: int = 0
    parts: Mapping[str, Groups] = field(default_factory=dict)
    steps: int = 0
    note: Path | None = None
    seed: str = ""


_Rows = list[tuple[str, ...]]


def protect_file(wish: Wish) -> Made:
    """Write the protected table, audited before it is written, with all its margins, and its note beside it.

    Raises InputError for a file that is no sound table, rules that cannot be met, and a place that cannot be
    written; after any error nothing is written.
    """
    wish = replace(wish, seed=wish.seed or secrets.token_hex(16))
    for out in (wish.out, table_notes.beside(wish.out)):
        require_other_file(out, [wish.source, *([wish.hierarchy] if wish.hierarchy else [])])
    table = count_tables.read(wish.source)
    hierarchy = count_tables.read_hierarchy(wish.hierarchy) if wish.hierarchy else {}
    columns, space, counts = counted(table, wish.by, wish.count, wish.neutral, hierarchy)
    make = {"round": _rounded, "merge": _merged}.get(wish.method, _suppressed)
    try:
        rows, made = make(wish, columns, space, counts)
    except DisclosureError as error:
        raise InputError("protect.not_possible") from error
    names, content = [each.name for each in columns], _csv([each.name for each in columns], rows)
    told = table_notes.describe(_note(wish, table, hierarchy, made), wish.out.name, names, rows, content)
    note = table_notes.beside(wish.out)
    write(note, told)
    try:
        write(wish.out, content)
    except InputError:
        note.unlink(missing_ok=True)
        raise
    return replace(made, note=note, seed=wish.seed)


def _note(wish: Wish, table: CountTable, hierarchy: Hierarchy, made: Made) -> Note:
    named = {table.header[table.place(name)]: groups for name, groups in hierarchy.items()}
    return Note(
        rules=wish.rules,
        method=wish.method,
        unit=wish.unit,
        neutral=tuple(table.header[table.place(name)] for name in wish.neutral),
        hierarchy={name: groups for name, groups in named.items() if name not in made.parts},
        merged=made.parts,
        base=_BASE if made.steps else 0,
        steps=made.steps,
    )


def _system(space: Space, counts: IntArray) -> System:
    return space.system(counts, _tables(space))


def _tables(space: Space) -> list[Table]:
    return [space.table(*(dimension.name for dimension in space.dimensions))]


def _suppressed(wish: Wish, columns: Sequence[Column], space: Space, counts: IntArray) -> tuple[_Rows, Made]:
    done = protect(_system(space, counts), wish.rules, seed=wish.seed, time_limit=wish.time_limit)
    attacked = audit(done.published(), replace(wish.rules, width=1), exact=False)
    if not attacked.certified:
        raise InputError("protect.not_possible")
    cells = {cell.id: (None if cell.status is Status.WITHHELD else cell.value) for cell in done.cells}
    rows = list(_rows(columns, space, cells))
    made = Made(
        path=wish.out,
        cells=len(rows),
        primary=done.primary,
        secondary=done.secondary,
        published=sum(row[-1] != Status.WITHHELD for row in rows),
        cost=done.cost,
        bound=done.bound,
        optimal=done.optimal,
        seconds=done.seconds,
        reached=done.reached,
        checked=attacked.checked,
    )
    return rows, made


def _merged(wish: Wish, columns: Sequence[Column], space: Space, counts: IntArray) -> tuple[_Rows, Made]:
    """Merge the categories that cost least to lose, if that helps, and withhold what is still small."""
    proposed = propose_merges(
        space, counts, _tables(space), wish.rules, seed=wish.seed, most=1, time_limit=wish.time_limit
    )
    if not proposed:
        return _suppressed(wish, columns, space, counts)
    recode = proposed[0].recode
    groups = dict(recode.groups)
    sensitive = [each.sensitive for each in space.dimensions]
    coarse = [_recoded(each, groups.get(str(i))) for i, each in enumerate(columns)]
    dimensions_ = (
        each.dimension(str(i), sensitive=secret)
        for i, (each, secret) in enumerate(zip(coarse, sensitive, strict=True))
    )
    rows, made = _suppressed(wish, coarse, Space(tuple(dimensions_)), recode.apply(space, counts)[1])
    parts = {
        columns[int(i)].name: {
            name: each for name, each in _parts(columns[int(i)], codes).items() if len(each) > 1
        }
        for i, codes in groups.items()
    }
    return rows, replace(made, merged=proposed[0].categories, parts=parts)


def _recoded(column_: Column, groups: Sequence[Sequence[str]] | None) -> Column:
    """Return a column in which some categories are one; its subtotals go with them."""
    if groups is None:
        return column_
    return Column(column_.name, tuple(_parts(column_, groups)), {}, ())


def _parts(column_: Column, groups: Sequence[Sequence[str]]) -> Groups:
    """Return the labels of merged categories, each with those that it was made of."""
    named = (tuple(column_.labels[int(code)] for code in codes) for codes in groups)
    return {" + ".join(labels): labels for labels in named}


def _rounded(wish: Wish, columns: Sequence[Column], space: Space, counts: IntArray) -> tuple[_Rows, Made]:
    done = round_figures(
        _system(space, counts), wish.rules, base=_BASE, seed=wish.seed, time_limit=wish.time_limit
    )
    if not done.certified:
        late = wish.time_limit is not None and done.seconds >= wish.time_limit
        raise InputError("protect.no_time" if late else "protect.not_possible")
    shown = _rows(columns, space, {cell.id: cell.shown for cell in done.cells})
    # All have one mark: one for what stayed as it is would tell the true count.
    rows = [(*row[:-1], ROUNDED) for row in shown]
    made = Made(
        path=wish.out,
        cells=len(rows),
        primary=0,
        secondary=0,
        published=len(rows),
        cost=float(done.change),
        bound=float(done.change) if done.optimal else 0.0,
        optimal=done.optimal,
        seconds=done.seconds,
        reached=done.reached,
        checked=len(done.cells),
        rounded=done.changed,
        steps=done.steps,
    )
    return rows, made


def require_other_file(out: Path, sources: Sequence[Path]) -> None:
    """Refuse to write over what is read, or into a registry. Raises InputError."""
    registries.require_outside_registries(out)
    for source in sources:
        if out.resolve() == source.resolve() or (out.exists() and source.exists() and out.samefile(source)):
            raise InputError("protect.over_input", name=source.name)
    if out.is_dir():
        raise InputError("protect.out_is_folder", path=str(out))


def write(out: Path, content: bytes) -> None:
    """Write a file, whole or not at all. Raises InputError when it cannot be written there."""
    try:
        files.write_bytes(out, content)
    except OSError:
        raise InputError("protect.cannot_write", path=str(out)) from None


def _rows(
    columns: Sequence[Column], space: Space, shown: Mapping[CellId, int | None]
) -> Iterator[tuple[str, ...]]:
    """Yield each cell of the table in the order of the labels, which tells nothing (A15)."""
    for labels in product(*(each.shown() for each in columns)):
        meant = {
            str(i): each.codes(label) for i, (each, label) in enumerate(zip(columns, labels, strict=True))
        }
        value = shown[space.identify({name: codes for name, codes in meant.items() if codes is not None})]
        status = Status.WITHHELD if value is None else Status.PUBLISHED if value else Status.ZERO
        yield (*labels, "" if value is None else str(value), str(status))


def _csv(names: Sequence[str], rows: Sequence[tuple[str, ...]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([*map(harmless, names), "count", "status"])
    writer.writerows([*map(harmless, labels), count, status] for *labels, count, status in rows)
    return text.getvalue().encode("utf-8")
