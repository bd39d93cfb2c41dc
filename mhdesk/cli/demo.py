"""``mhdesk demo``: make a registry of invented signals."""

from __future__ import annotations

import argparse
from datetime import date, datetime
from pathlib import Path
from typing import Final

from mhdesk.cli.output import Output
from mhdesk.desk import demo
from mhdesk.desk.desk import Clock, system_clock
from mhdesk.errors import InputError
from mhdesk.wording import count, say

_SIGNALS: Final = 200
_SEED: Final = 2026
_YEARS: Final = range(1980, 2200)
# Below this it is done before anybody wonders.
_WORTH_TELLING: Final = 5_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help=say("demo.help_out"))
    parser.add_argument("--signals", type=int, default=_SIGNALS, metavar="N", help=say("cli.help_signals"))
    parser.add_argument("--seed", type=int, default=_SEED, metavar="S", help=say("cli.help_seed"))
    parser.add_argument("--today", type=_day, default=None, metavar="DAY", help=say("demo.help_today"))


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Make the registry and tell how it opens."""
    if not 1 <= arguments.signals <= demo.MOST_SIGNALS:
        raise InputError("cli.signals_unreadable", most=demo.MOST_SIGNALS)
    made = demo.make(
        arguments.out,
        arguments.signals,
        arguments.seed,
        clock=_clock(arguments.today),
        progress=_Progress(output),
    )
    made.desk.close()
    fields = {
        "registry": str(arguments.out),
        "user": demo.USER_NAME,
        "passphrase": demo.PASSPHRASE,
        "signals": arguments.signals,
        "seed": arguments.seed,
    }
    done = say("cli.demo_done", signals=count("signal", arguments.signals), registry=arguments.out)
    output.result(fields, [done, say("cli.demo_login", user=demo.USER_NAME, passphrase=demo.PASSPHRASE)])
    return 0


def _day(text: str) -> date:
    """Return the day that was named; people of seventy live before it, and reviews come after it."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if day.year not in _YEARS:
        raise argparse.ArgumentTypeError(say("demo.today_unreadable", typed=text))
    return day


def _clock(day: date | None) -> Clock:
    """Return the clock by which the registry is made: noon of a day that was named, or that of the computer."""
    if day is None:
        return system_clock
    noon = datetime(day.year, day.month, day.day, 12).astimezone()
    return lambda: noon


class _Progress:
    """Tell of each tenth of a large registry."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._told = 0

    def __call__(self, done: int, signals: int) -> None:
        tenth = done * 10 // signals
        if signals >= _WORTH_TELLING and tenth > self._told:
            self._told = tenth
            self._output.progress(say("demo.progress", done=done, signals=signals))
