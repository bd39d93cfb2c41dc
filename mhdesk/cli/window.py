"""``mhdesk [REGISTRY]``: open the window."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from mhdesk.cli.parser import WRONG_CALL, ListingHelp, Parser, add_language
from mhdesk.wording import say


def open_window(given: Sequence[str], commands: Sequence[str]) -> int:
    """Open the window on a registry, or on the one used last; return the exit status when it closes."""
    arguments = _parser(commands).parse_args(given)
    if not has_display():
        sys.stderr.write(say("cli.no_display") + "\n")
        return WRONG_CALL
    from mhdesk.gui.app import main  # Qt loads only once there is a display to show it on

    registry = Path(arguments.registry) if arguments.registry else None
    return main(registry, lang=arguments.lang, theme=arguments.theme, locked_at=arguments.locked_at)


def _parser(commands: Sequence[str]) -> Parser:
    listed = "\n".join(f"  {name:10} {say('cli.about_' + name.replace('-', '_'))}" for name in commands)
    parser = Parser(
        prog="mhdesk",
        description=say("cli.about"),
        epilog=f"{say('cli.commands')}\n{listed}",
        formatter_class=ListingHelp,
    )
    parser.add_argument("registry", nargs="?", metavar="REGISTRY", help=say("cli.help_registry"))
    add_language(parser)
    themes = ("system", "light", "dark")
    parser.add_argument("--theme", choices=themes, default=None, help=say("cli.help_theme"))
    parser.add_argument("--version", action="store_true", help=say("cli.help_version"))
    parser.add_argument("--locked-at", default=None, help=argparse.SUPPRESS)
    return parser


def has_display() -> bool:
    """Say whether a window can be shown to somebody."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
