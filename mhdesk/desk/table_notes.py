"""What stands beside a protected table: its rules and groups, so that whoever attacks it has nothing to guess.

``OUT.csv`` gets ``OUT.datapackage.json``, a Frictionless data package of that one file. It tells what a reader is told
anyway; neither the key of the choice nor any count that is not in the table.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from mhdesk.disclosure import BadLayoutError, Rules
from mhdesk.disclosure.rounded import BASES
from mhdesk.domain.text import clean
from mhdesk.errors import InputError
from mhdesk.exchange.count_tables import Groups, Hierarchy, unguarded
from mhdesk.reports.data_files import harmless
from mhdesk.wording import say

FORMAT: Final = "mhdesk-table-1"
SUFFIX: Final = ".datapackage.json"
_LARGEST: Final = 20_000_000
_MOST_BESIDE: Final = 100
_ROUNDED_STATUS: Final = "rounded"

Cells = Sequence[Sequence[str]]
"""Rows of a table as text: the labels, the count or "", the status."""
Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Note:
    """What is told about a table.

    ``merged``: for each column what each joined category was made of. ``base`` and ``steps``: how figures were
    rounded, 0 where they were not.
    """

    rules: Rules
    method: str
    unit: str = ""
    neutral: tuple[str, ...] = ()
    hierarchy: Hierarchy = field(default_factory=dict)
    merged: Mapping[str, Groups] = field(default_factory=dict)
    base: int = 0
    steps: int = 0

    def as_dict(self) -> dict[str, object]:
        """Return all of it, fit for JSON."""
        return {
            "unit": self.unit,
            "method": self.method,
            "rounding": {"base": self.base, "steps": self.steps} if self.base else None,
            "rules": self.rules.as_dict(),
            "neutral": list(self.neutral),
            "hierarchy": {name: _plain_groups(groups) for name, groups in self.hierarchy.items()},
            "merged": dict(zip(self.merged, _plain_groups(tuple(self.merged.values())), strict=True)),
        }

    @classmethod
    def from_dict(cls, kept: Content) -> Note:
        """Restore what ``as_dict`` returned. Raises ValueError or its like for anything else."""
        rounding = kept["rounding"] or {"base": 0, "steps": 0}
        if rounding["base"] not in (0, *BASES) or rounding["steps"] not in (0, 1, 2):
            raise ValueError("rounded to another base")
        return cls(
            rules=Rules.from_dict(kept["rules"]),
            method=str(kept["method"]),
            unit=clean(str(kept["unit"])),
            neutral=tuple(map(str, kept["neutral"])),
            hierarchy={str(name): tuple(map(_groups, each)) for name, each in kept["hierarchy"].items()},
            merged={str(name): _groups(each) for name, each in kept["merged"].items()},
            base=rounding["base"],
            steps=rounding["steps"],
        )


def _plain_groups(classifications: Sequence[Groups]) -> list[dict[str, list[str]]]:
    return [{group: list(members) for group, members in groups.items()} for groups in classifications]


def _groups(kept: Mapping[str, list[str]]) -> Groups:
    groups = {
        clean(str(group)): tuple(clean(str(each)) for each in members) for group, members in kept.items()
    }
    if not all(groups.values()):
        raise ValueError("a group of nothing")
    return groups


def beside(table: Path) -> Path:
    """Return where the note of a table stands."""
    return table.with_name(table.stem + SUFFIX)


def content_hash(content: Content) -> str:
    """Return the SHA-256 of a content as JSON with sorted keys, no white space and UTF-8."""
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def describe(note: Note, name: str, columns: Sequence[str], cells: Cells, written: bytes) -> bytes:
    """Return the note of a table of these columns, of which ``written`` is the file called ``name``."""
    told = {"format": FORMAT, **note.as_dict()}
    package = {
        "profile": "tabular-data-package",
        "name": "table",
        "description": say("protect.note_description"),
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "table",
                "path": name,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "dialect": {"delimiter": ",", "header": True},
                "bytes": len(written),
                "hash": f"sha256:{hashlib.sha256(written).hexdigest()}",
                "schema": _schema(note, columns, cells),
            }
        ],
        "mhdesk": {**told, "hash": _table_hash(told, columns, cells)},
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _schema(note: Note, columns: Sequence[str], cells: Cells) -> dict[str, object]:
    names = [harmless(name) for name in columns]
    fields: list[dict[str, object]] = [
        {
            "name": name,
            "type": "string",
            "constraints": {"required": True, "enum": list(dict.fromkeys(harmless(row[i]) for row in cells))},
        }
        for i, name in enumerate(names)
    ]
    told = f" {say('report.unit_line', unit=note.unit)}" if note.unit else ""
    fields += [
        {
            "name": "count",
            "type": "integer",
            "description": say("report.field_count") + told,
            "constraints": {"minimum": 0},
        },
        {
            "name": "status",
            "type": "string",
            "constraints": {
                "required": True,
                "enum": [_ROUNDED_STATUS] if note.base else ["published", "withheld", "zero"],
            },
        },
    ]
    return {"fields": fields, "primaryKey": names, "missingValues": [""]}


def _table_hash(told: Content, columns: Sequence[str], cells: Cells) -> str:
    rows = [[*(unguarded(harmless(label)) for label in labels), n, status] for *labels, n, status in cells]
    return content_hash({**told, "columns": [unguarded(harmless(name)) for name in columns], "cells": rows})


@dataclass(frozen=True, slots=True)
class Found:
    """The description that stands beside a file: where, and what it says of mhdesk's own."""

    path: Path
    package: Content

    @property
    def told(self) -> Content:
        """Return what mhdesk wrote, without the hash."""
        return {key: value for key, value in self.package["mhdesk"].items() if key != "hash"}

    @property
    def hash(self) -> str:
        """Return the hash that it says."""
        return str(self.package["mhdesk"].get("hash"))

    def is_note(self) -> bool:
        """Say whether it is the note of one table, not the description of a publication."""
        return self.told.get("format") == FORMAT

    def note(self) -> Note:
        """Return the note. Raises InputError for one that nobody can follow."""
        try:
            return Note.from_dict(self.told)
        except (BadLayoutError, KeyError, TypeError, ValueError, AttributeError) as error:
            raise InputError("audit.note_unreadable", name=self.path.name) from error

    def fits(self, columns: Sequence[str], cells: Cells) -> bool:
        """Say whether the table of this note is still what it was."""
        return _table_hash(self.told, columns, cells) == self.hash


def find(table: Path) -> Found | None:
    """Return what stands beside a table and tells of it: its note, or the description of its publication.

    Raises InputError for a note that is damaged: to go on without it could miss what it tells.
    """
    own = beside(table)
    if own.is_file():
        package = read_package(own)
        told = None if package is None else package.get("mhdesk", {})
        if package is None or not isinstance(told, dict) or told.get("format", FORMAT) != FORMAT:
            raise InputError("audit.note_unreadable", name=own.name)
        if told:
            return Found(own, package)
    around = sorted(table.parent.glob("*datapackage.json"))[:_MOST_BESIDE]
    packages = ((path, read_package(path)) for path in around if path.is_file())
    told_of = (
        Found(path, said) for path, said in packages if said is not None and _tells_of(said, table.name)
    )
    return next(told_of, None)


def read_package(path: Path) -> Content | None:
    """Return the JSON object in a file, None where there is none of a size to be read."""
    try:
        if path.stat().st_size > _LARGEST:
            return None
        content = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None


def _tells_of(package: Content | None, name: str) -> bool:
    if package is None or not isinstance(package.get("mhdesk"), dict):
        return False
    resources = package.get("resources")
    return isinstance(resources, list) and any(
        isinstance(each, dict) and each.get("path") == name for each in resources
    )
