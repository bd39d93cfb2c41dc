"""``mhdesk audit``: attack published tables and say what can be inferred; no registry needed."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

from mhdesk.cli.output import Output
from mhdesk.cli.protect import add_rules, names, require_time_limit
from mhdesk.desk import audit_files
from mhdesk.desk.audit_files import Asked, Attack, Attacked
from mhdesk.desk.file_readings import Disclosed
from mhdesk.disclosure import Rules
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
    parser.add_argument("--known", type=Path, metavar="OWN.csv", help=say("audit.help_known"))
    parser.add_argument("--time-limit", type=float, metavar="S", help=say("audit.help_time_limit"))
    add_rules(parser, width=1, stated=True)


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Attack the tables; 1 when something can be inferred."""
    if arguments.time_limit is not None:
        require_time_limit(arguments.time_limit)
    rules = None if arguments.rules is None else frozenset(names(arguments.rules))
    found = audit_files.audit_files(
        Attack(
            sources=(arguments.published, *arguments.earlier),
            asked=Asked(arguments.threshold, arguments.width, arguments.zeros, rules),
            count=arguments.count,
            neutral=names(arguments.neutral),
            groups=arguments.hierarchy,
            known=arguments.known,
            time_limit=arguments.time_limit,
        )
    )
    fields = {
        "checked": found.checked,
        "disclosed": [_fields(each) for each in found.disclosed],
        "rules": found.rules.as_dict(),
        "assumed": list(found.assumed),
        "altered": list(found.altered),
        "unproven": found.unproven,
    }
    output.result(fields, _lines(found))
    return _FOUND if found.disclosed or found.altered else 0


def _fields(told: Disclosed) -> dict[str, object]:
    return {
        "cell": told.cells[0] if told.cells else {},
        "cells": list(told.cells),
        "low": told.low,
        "high": told.high,
        "reason": told.reason,
    }


def _lines(found: Attacked) -> Iterator[str]:
    yield from (say("audit.altered", name=name) for name in found.altered)
    for told in found.disclosed:
        cells = " + ".join(map(_name, told.cells)) or say("audit.whole_table")
        yield say(f"audit.found_{told.reason}", cell=cells, low=told.low, high=told.high)
    yield from _terms(found)
    if found.unproven:
        yield say("audit.time_is_up", unproven=found.unproven)
    yield say(_end(found), checked=found.checked, found=len(found.disclosed))


def _end(found: Attacked) -> str:
    if found.disclosed:
        return "audit.done_found"
    if found.altered and not found.checked:
        return "audit.done_altered"
    return "audit.done_nothing_if" if found.assumed else "audit.done_nothing"


def _terms(found: Attacked) -> Iterator[str]:
    """Yield what the outcome rests on: by which rules, told or assumed, and whether groups were known."""
    rules, own = found.rules, Rules()
    told = ", ".join(say(f"audit.rule_{name}") for name in sorted(rules.rules))
    code = "audit.rules_assumed" if audit_files.NO_RULES in found.assumed else "audit.rules"
    yield say(code, most=rules.minimum - 1, zeros=say(f"audit.zeros_{rules.zeros}"), rules=told)
    if rules.minimum < own.minimum or rules.rules < own.rules:
        yield say("audit.rules_weaker")
    if audit_files.NO_GROUPS in found.assumed:
        yield say("audit.without_groups")


def _name(cell: Mapping[str, str]) -> str:
    return ", ".join(f"{column} {label}" for column, label in cell.items())
