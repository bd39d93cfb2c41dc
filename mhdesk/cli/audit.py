"""``mhdesk audit``: attack published tables and say what can be inferred; no registry needed."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

from mhdesk.cli.output import Output
from mhdesk.cli.protect import add_rules, names, rules_of
from mhdesk.desk import audit_files
from mhdesk.desk.audit_files import Attacked, Disclosed
from mhdesk.disclosure import Weights
from mhdesk.wording import say

_FOUND = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("published", type=Path, metavar="OUT.csv", help=say("audit.help_published"))
    parser.add_argument(
        "--with",
        dest="earlier",
        type=Path,
        nargs="+",
        action="extend",
        default=[],
        metavar="EARLIER.csv",
        help=say("audit.help_with"),
    )
    parser.add_argument("--count", metavar="COL", help=say("audit.help_count"))
    add_rules(parser, width=1)


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Attack the tables; 1 when something can be inferred."""
    found = audit_files.audit_files(
        [arguments.published, *arguments.earlier],
        rules_of(arguments, Weights()),
        count=arguments.count,
        neutral=names(arguments.neutral),
        hierarchy=arguments.hierarchy,
    )
    fields = {"checked": found.checked, "disclosed": [_fields(each) for each in found.disclosed]}
    output.result(fields, _lines(found))
    return _FOUND if found.disclosed else 0


def _fields(told: Disclosed) -> dict[str, object]:
    return {
        "cell": told.cells[0] if told.cells else {},
        "cells": list(told.cells),
        "low": told.low,
        "high": told.high,
        "reason": told.reason,
    }


def _lines(found: Attacked) -> Iterator[str]:
    for told in found.disclosed:
        cells = " + ".join(map(_name, told.cells)) or say("audit.whole_table")
        yield say(f"audit.found_{told.reason}", cell=cells, low=told.low, high=told.high)
    code = "audit.done_found" if found.disclosed else "audit.done_nothing"
    yield say(code, checked=found.checked, found=len(found.disclosed))


def _name(cell: Mapping[str, str]) -> str:
    return ", ".join(f"{column} {label}" for column, label in cell.items())
