"""A command with a bug in it, whose message quotes what it should not."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mhdesk.cli.output import Output

WORD = "zeldzaamwoord"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""
    del parser


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Fail while handling another failure."""
    del arguments, output
    try:
        raise KeyError(WORD)
    except KeyError as error:
        raise ValueError(WORD + WORD) from error
