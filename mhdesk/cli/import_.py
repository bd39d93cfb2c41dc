"""``mhdesk import``: take in a spreadsheet with signals."""

from __future__ import annotations

import argparse
from pathlib import Path

from mhdesk.cli.common import add_registry, open_desk
from mhdesk.cli.output import Output
from mhdesk.desk import imports
from mhdesk.desk.imports import ImportResult
from mhdesk.wording import count, say

_EVERY = 500


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    add_registry(parser)
    parser.add_argument("file", type=Path, metavar="FILE", help=say("cli.help_file"))
    parser.add_argument("--mapping", type=Path, metavar="M.toml", help=say("cli.help_mapping"))
    parser.add_argument("--dry-run", action="store_true", help=say("cli.help_dry_run"))


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Take the file in; 1 when there were cells that could not be understood."""
    told = 0

    def progress(done: int, rows: int) -> None:
        nonlocal told
        if done >= told + _EVERY:
            told = done
            output.progress(f"{done}/{rows}")

    with open_desk(arguments) as desk:
        headers = imports.mapping(arguments.mapping)
        if arguments.dry_run:
            result = imports.look(desk, arguments.file, headers)[1]
        else:
            result = imports.take_in(desk, arguments.file, headers, progress)
    output.result(_fields(result), _lines(result, dry=arguments.dry_run))
    return 1 if result.problems else 0


def _fields(result: ImportResult) -> dict[str, object]:
    return {
        "rows_read": result.rows_read,
        "signals_created": result.signals_created if result.change else 0,
        "would_create": result.signals_created,
        "persons_created": result.persons_created,
        "persons_linked": result.persons_linked,
        "already_there": result.already_there,
        "problems": [
            {"row": p.row, "column": p.column, "code": p.code, "message": p.message()}
            for p in result.problems
        ],
    }


def _lines(result: ImportResult, *, dry: bool) -> list[str]:
    done = say(
        "cli.import_dry_done" if dry else "cli.import_done",
        rows=result.rows_read,
        signals=count("signal", result.signals_created),
        created=result.persons_created,
        linked=result.persons_linked,
        there=result.already_there,
    )
    told = [
        say("cli.import_problem", row=p.row, column=p.column, message=p.message()) for p in result.problems
    ]
    return [done, *([say("cli.import_problems", count=len(told))] if told else []), *told]
