"""``mhdesk figures``: publish the protected figures of a period."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from mhdesk.cli.common import add_registry, made_folder, open_desk
from mhdesk.cli.output import Output
from mhdesk.desk import figures
from mhdesk.desk.figure_files import DEFAULT_FORMATS, FORMATS
from mhdesk.domain.periods import parse_period
from mhdesk.domain.report_templates import TEMPLATES, Contents, from_template
from mhdesk.domain.splits import DEFAULT_BY
from mhdesk.errors import InputError
from mhdesk.wording import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    add_registry(parser)
    parser.add_argument("--period", required=True, help=say("cli.help_period"))
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--by", default=",".join(DEFAULT_BY), help=say("cli.help_by"))
    what.add_argument("--template", help=say("cli.help_template", known=", ".join(TEMPLATES)))
    parser.add_argument("--municipality", default="", metavar="NAME", help=say("cli.help_template_place"))
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help=say("cli.help_out"))
    known = say("cli.help_formats", known=", ".join(FORMATS))
    parser.add_argument("--formats", default=",".join(DEFAULT_FORMATS), help=known)
    parser.add_argument("--purpose", default="", metavar="TEXT", help=say("cli.help_purpose"))
    parser.add_argument("--receiver", default="", metavar="TEXT", help=say("cli.help_receiver"))


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Protect, audit, remember and write the figures."""
    period = parse_period(arguments.period)
    wanted: Sequence[str] | Contents = [part for part in arguments.by.split(",") if part.strip()]
    if arguments.template is not None:
        wanted = from_template(arguments.template, period, arguments.municipality)
    elif arguments.municipality:
        raise InputError("template.municipality_needless", name=arguments.municipality[:60])
    formats = [part.strip() for part in arguments.formats.split(",") if part.strip()]
    with open_desk(arguments) as desk, made_folder(arguments.out) as folder:
        made = figures.publish(desk, period, wanted, folder, formats, arguments.purpose, arguments.receiver)
    fields = {
        "release": made.release,
        "files": [str(path) for path in made.files],
        "cells": made.cells,
        "suppressed": made.suppressed,
        "audit": {"certified": True, "checked": made.asked, "disclosed": []},
    }
    if made.empty:
        output.progress(say("cli.figures_empty"))
    if made.unfinished:
        output.progress(say("cli.figures_unfinished"))
    done = say("cli.figures_done", release=made.release, cells=made.cells, suppressed=made.suppressed)
    output.result(fields, [done, *(f"  {path}" for path in made.files)])
    return 0
