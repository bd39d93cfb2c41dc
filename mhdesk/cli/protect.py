"""``mhdesk protect``: make a table of counts, or a file of records, safe to leave; no registry needed."""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Final, cast

from mhdesk.cli.output import Output
from mhdesk.desk import protect_files
from mhdesk.desk.protect_files import Made, Wish
from mhdesk.disclosure import ALL_RULES, BadLayoutError, Rules, Weights
from mhdesk.disclosure.rules import Rule, Zeros
from mhdesk.errors import InputError
from mhdesk.wording import say

_SECONDS: Final = 45.0
_LONGEST_LIMIT: Final = 86_400.0
ZEROS: Final = ("shown", "withheld")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("source", type=Path, metavar="IN.csv", help=say("protect.help_source"))
    parser.add_argument("--by", required=True, metavar="A,B", help=say("protect.help_by"))
    parser.add_argument("--count", metavar="COL", help=say("protect.help_count"))
    parser.add_argument("--out", required=True, type=Path, metavar="OUT.csv", help=say("protect.help_out"))
    add_rules(parser, width=5)
    parser.add_argument(
        "--method", choices=protect_files.METHODS, default="suppress", help=say("protect.help_method")
    )
    parser.add_argument("--seed", default="", metavar="S", help=say("protect.help_seed"))
    parser.add_argument(
        "--time-limit", type=float, default=_SECONDS, metavar="S", help=say("protect.help_time_limit")
    )
    parser.add_argument("--unit", default="", metavar="TEXT", help=say("protect.help_unit"))
    parser.add_argument("--weights", default="1,1,100", metavar="W,W,W", help=say("protect.help_weights"))


def add_rules(parser: argparse.ArgumentParser, *, width: int, stated: bool = False) -> None:
    """Add what says which figures tell too much: protecting and attacking take the same.

    ``stated``: what is left out is taken from beside the tables that are attacked, and so has no default here.
    """
    threshold, zeros, rules = (None, None, None) if stated else (5, "shown", ",".join(sorted(ALL_RULES)))
    parser.add_argument(
        "--threshold", type=int, default=threshold, metavar="N", help=say("protect.help_threshold")
    )
    parser.add_argument("--width", type=int, default=width, metavar="N", help=say("protect.help_width"))
    parser.add_argument("--zeros", choices=ZEROS, default=zeros, help=say("protect.help_zeros"))
    parser.add_argument("--rules", default=rules, metavar="R,R", help=say("protect.help_rules"))
    parser.add_argument("--neutral", default="", metavar="A,B", help=say("protect.help_neutral"))
    parser.add_argument("--hierarchy", type=Path, metavar="H.toml", help=say("protect.help_hierarchy"))


def require_time_limit(seconds: float) -> None:
    """Refuse a time that is none. Raises InputError."""
    if not 0 < seconds <= _LONGEST_LIMIT:
        raise InputError("protect.time_limit_wrong")


def rules_of(arguments: argparse.Namespace, weights: Weights) -> Rules:
    """Return the rules that the call asks for. Raises InputError for ones that make no sense."""
    try:
        return Rules(
            minimum=arguments.threshold,
            width=arguments.width,
            zeros=cast("Zeros", arguments.zeros),
            rules=cast("frozenset[Rule]", frozenset(names(arguments.rules))),
            weights=weights,
        )
    except BadLayoutError as error:
        raise InputError("protect.rules_wrong", known=", ".join(sorted(ALL_RULES))) from error


def names(typed: str) -> tuple[str, ...]:
    """Return the names in a list with commas."""
    return tuple(part.strip() for part in typed.split(",") if part.strip())


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Protect the table and write it; 0 when it is written."""
    require_time_limit(arguments.time_limit)
    rules = rules_of(arguments, _weights(arguments.weights))
    made = protect_files.protect_file(
        Wish(
            source=arguments.source,
            out=arguments.out,
            by=names(arguments.by),
            count=arguments.count,
            rules=rules,
            neutral=names(arguments.neutral),
            hierarchy=arguments.hierarchy,
            method=arguments.method,
            seed=arguments.seed,
            time_limit=arguments.time_limit,
            unit=arguments.unit,
        )
    )
    output.result(_fields(made, rules), _lines(made, rules))
    return 0


def _weights(typed: str) -> Weights:
    """Return what withholding a cell, a margin and the grand total costs; a keyed hash decides between equals."""
    try:
        inner, margin, total = (float(part) for part in typed.split(","))
        if not all(map(math.isfinite, (inner, margin, total))):
            raise InputError("protect.weights_wrong")
        return Weights(inner=inner, margin=margin, total=total, size=0.005, jitter=0.002)
    except ValueError as error:  # BadLayoutError is one
        raise InputError("protect.weights_wrong") from error


def _fields(made: Made, rules: Rules) -> dict[str, object]:
    return {
        "cells": made.cells,
        "primary": made.primary,
        "secondary": made.secondary,
        "published": made.published,
        "cost": round(made.cost, 6),
        "optimal": made.optimal,
        "bound": round(made.bound, 6),
        "seconds": round(made.seconds, 3),
        "reached": made.reached,
        "rounded": made.rounded,
        "merged": made.merged,
        "rules": rules.as_dict(),
        "seed": made.seed,
        "note": str(made.note),
        "audit": {"certified": True, "checked": made.checked, "disclosed": []},
    }


def _lines(made: Made, rules: Rules) -> Iterator[str]:
    if made.merged:
        yield say("protect.merged", merged=made.merged)
    code = "protect.rounded" if made.rounded else "protect.done"
    yield say(
        code,
        cells=made.cells,
        published=made.published,
        primary=made.primary,
        secondary=made.secondary,
        rounded=made.rounded,
    )
    yield say("protect.audited", checked=made.checked)
    if not made.optimal:
        yield say("protect.bound", cost=f"{made.cost:.1f}", bound=f"{made.bound:.1f}")
    if made.reached is not None and made.reached < rules.width:
        yield say("protect.reached", reached=made.reached, width=rules.width)
    yield say("protect.seed", seed=made.seed)
    yield f"  {made.path}"
    yield f"  {made.note}"
