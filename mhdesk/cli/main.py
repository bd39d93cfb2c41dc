"""Read the command line, run one command, turn what happened into an exit status."""

from __future__ import annotations

import argparse
import importlib
import logging
import os
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Final, NoReturn

from mhdesk import files, wording
from mhdesk.cli.output import Output
from mhdesk.errors import KnownError

# Each module offers add_arguments(parser) and run(arguments, output) -> exit status; imported when called.
COMMANDS: Final = {
    "new": "mhdesk.cli.new",
    "import": "mhdesk.cli.import_",
    "figures": "mhdesk.cli.figures",
    "demo": "mhdesk.cli.demo",
    "screens": "mhdesk.cli.screens",
    "verify": "mhdesk.cli.verify",
    "self-test": "mhdesk.cli.self_test",
    "tour": "mhdesk.cli.tour",
}
DONE, FOUND_SOMETHING, WRONG_CALL, LOCKED, DAMAGED = range(5)

log = logging.getLogger("mhdesk")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run mhdesk with ``arguments`` (default: those of the process) and return the exit status of cli.

    0 done; 1 a check found something; 2 the call or its input is wrong; 3 could not unlock or in use;
    4 a damaged registry or a fault of disk or device.
    """
    files.private_process()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] in COMMANDS:
        return _run(given[0], given[1:])
    if given and given[0] == "--version":
        return int(importlib.import_module("mhdesk.cli.version").show())
    return _open_window(given)


def _run(name: str, given: Sequence[str]) -> int:
    module = importlib.import_module(COMMANDS[name])
    parser = _parser(name, module)
    arguments = parser.parse_args(given)
    wording.use_language(arguments.lang)
    output = Output(as_json=arguments.json)
    try:
        return int(module.run(arguments, output))
    except KnownError as error:
        output.error(error)
        return error.exit_status
    except OSError as error:
        return output.device_error(error)


class _Parser(argparse.ArgumentParser):
    """Argparse with exit status 2 and a pointer to the help, as cli.md says."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_CALL, f"{self.prog}: {message}\n{wording.say('cli.see_help', program=self.prog)}\n")


def _parser(name: str, module: ModuleType) -> argparse.ArgumentParser:
    parser = _Parser(prog=f"mhdesk {name}", description=wording.say(f"cli.about_{name.replace('-', '_')}"))
    parser.add_argument("--lang", choices=wording.LANGUAGES, default="nl", help=wording.say("cli.help_lang"))
    parser.add_argument("--json", action="store_true", help=wording.say("cli.help_json"))
    module.add_arguments(parser)
    return parser


def _open_window(given: Sequence[str]) -> int:
    names = "\n".join(
        f"  {name:10} {wording.say('cli.about_' + name.replace('-', '_'))}" for name in COMMANDS
    )
    parser = _Parser(
        prog="mhdesk",
        description=wording.say("cli.about"),
        epilog=f"{wording.say('cli.commands')}\n{names}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("registry", nargs="?", metavar="REGISTRY", help=wording.say("cli.help_registry"))
    parser.add_argument("--lang", choices=wording.LANGUAGES, default="nl", help=wording.say("cli.help_lang"))
    parser.add_argument(
        "--theme", choices=("system", "light", "dark"), default=None, help=wording.say("cli.help_theme")
    )
    parser.add_argument("--version", action="store_true", help=wording.say("cli.help_version"))
    parser.add_argument("--locked-at", default=None, help=argparse.SUPPRESS)
    arguments = parser.parse_args(given)
    wording.use_language(arguments.lang)
    if not _has_display():
        sys.stderr.write(wording.say("cli.no_display") + "\n")
        return WRONG_CALL
    app = importlib.import_module("mhdesk.gui.app")
    return int(app.main(arguments.registry, arguments.lang, arguments.theme, locked_at=arguments.locked_at))


def _has_display() -> bool:
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
