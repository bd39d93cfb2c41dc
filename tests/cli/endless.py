"""A command that goes on until it is stopped."""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mhdesk.cli.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""
    del parser


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Say that the work began, and wait."""
    del arguments
    output.result({}, ["waiting"])
    while True:
        time.sleep(1)
