"""Read the command line, run one command, turn what happened into an exit status."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Final

from mhdesk import files
from mhdesk.cli.output import Output, let_go, take_hold
from mhdesk.cli.parser import Parser, add_language, choose_language
from mhdesk.errors import KnownError
from mhdesk.wording import say

# Each module offers add_arguments(parser) and run(arguments, output) -> exit status; imported when called.
COMMANDS: Final = {
    "new": "mhdesk.cli.new",
    "import": "mhdesk.cli.import_",
    "figures": "mhdesk.cli.figures",
    "protect": "mhdesk.cli.protect",
    "audit": "mhdesk.cli.audit",
    "backup": "mhdesk.cli.backup",
    "restore": "mhdesk.cli.restore",
    "match": "mhdesk.cli.match",
    "demo": "mhdesk.cli.demo",
    "screens": "mhdesk.cli.screens",
    "verify": "mhdesk.cli.verify",
    "self-test": "mhdesk.cli.self_test",
    "tour": "mhdesk.cli.tour",
}


STOPPED: Final = 130
"""What shells report of a program that was stopped with Ctrl+C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run mhdesk with ``arguments`` (default: those of the process) and return its exit status.

    0 done; 1 a check found something; 2 the call or its input is wrong; 3 could not unlock or in use;
    4 a damaged registry or a fault of disk or device; 70 a bug in mhdesk itself; 130 stopped with Ctrl+C.
    """
    files.private_process()
    take_hold()
    try:
        return _call(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return STOPPED
    finally:
        let_go()


def _call(given: list[str]) -> int:
    choose_language(given)
    if given and given[0] in COMMANDS:
        return _run(given[0], given[1:])
    if given and given[0] == "--version":
        return int(importlib.import_module("mhdesk.cli.version").show())
    return int(importlib.import_module("mhdesk.cli.window").open_window(given, list(COMMANDS)))


def _run(name: str, given: Sequence[str]) -> int:
    module = importlib.import_module(COMMANDS[name])
    arguments = _parser(name, module).parse_args(given)
    output = Output(as_json=arguments.json)
    try:
        return int(module.run(arguments, output))
    except KnownError as error:
        output.error(error)
        return error.exit_status
    except OSError as error:
        return output.device_error(error)
    except Exception as error:  # noqa: BLE001 - a bug is told by its places: a traceback may quote a record
        return output.bug(error)


def _parser(name: str, module: ModuleType) -> argparse.ArgumentParser:
    parser = Parser(prog=f"mhdesk {name}", description=say(f"cli.about_{name.replace('-', '_')}"))
    add_language(parser)
    parser.add_argument("--json", action="store_true", help=say("cli.help_json"))
    module.add_arguments(parser)
    return parser
