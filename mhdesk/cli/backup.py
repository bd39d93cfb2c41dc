"""``mhdesk backup``: make a backup of a registry in a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from mhdesk.cli.common import add_registry, made_folder, open_desk
from mhdesk.cli.output import Output
from mhdesk.desk import backups
from mhdesk.desk.registries import require_outside_registries
from mhdesk.domain.backups import Holdings
from mhdesk.wording import count, say

_WORTH_TELLING = 10_000
"""Pages, 40 MB: a smaller copy is done before anybody wonders."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    add_registry(parser)
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help=say("backups.help_out"))


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Make the backup, check it and say what it holds."""
    require_outside_registries(arguments.out)
    with open_desk(arguments) as desk, made_folder(arguments.out) as folder:
        made = backups.make(desk, folder, _Progress(output))
    (backup,) = made.backups
    done = say("backups.made", backup=backup)
    output.result({"backup": str(backup), **fields(made.holds)}, [done, sentence(made.holds)])
    return 0


def fields(holds: Holdings) -> dict[str, object]:
    """Return what a registry or a backup holds, for JSON."""
    return {
        "signals": holds.signals,
        "persons": holds.persons,
        "events": holds.events,
        "head": holds.head,
        "first": holds.first.isoformat() if holds.first else None,
        "last": holds.last.isoformat() if holds.last else None,
        "made_at": holds.made_at.isoformat() if holds.made_at else None,
    }


def sentence(holds: Holdings) -> str:
    """Return what a registry or a backup holds, in words."""
    return say(
        "backups.holds",
        signals=count("signal", holds.signals),
        persons=count("person", holds.persons),
        events=count("log_line", holds.events),
        head=holds.head_short,
    )


class _Progress:
    """Tell of each tenth of a large copy."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._told = 0

    def __call__(self, done: int, pages: int) -> None:
        tenth = done * 10 // pages
        if pages >= _WORTH_TELLING and tenth > self._told:
            self._told = tenth
            self._output.progress(say("backups.progress", percent=10 * tenth))
