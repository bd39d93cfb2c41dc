"""Arguments and steps that several commands share."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from mhdesk import files, vault
from mhdesk.desk import logbook, places, registries
from mhdesk.desk.desk import Desk
from mhdesk.errors import InputError
from mhdesk.wording import say

_LONGEST_PASSPHRASE_FILE: Final = 4096


def add_registry(parser: argparse.ArgumentParser) -> None:
    """Add REGISTRY, --user and --passphrase-file."""
    parser.add_argument("registry", type=Path, metavar="REGISTRY", help=say("cli.help_registry"))
    add_user(parser)


def add_user(parser: argparse.ArgumentParser) -> None:
    """Add --user and --passphrase-file."""
    parser.add_argument("--user", required=True, metavar="NAME", help=say("cli.help_user"))
    parser.add_argument("--passphrase-file", required=True, metavar="F", help=say("cli.help_passphrase_file"))


def read_passphrase(name: str) -> str:
    """Return the passphrase from a file, or from standard input for "-". Raises InputError."""
    try:
        if name == "-":
            data = sys.stdin.buffer.read(_LONGEST_PASSPHRASE_FILE + 1)
        else:
            with Path(name).open("rb") as handle:
                data = handle.read(_LONGEST_PASSPHRASE_FILE + 1)
    except OSError:
        raise InputError("cli.passphrase_unreadable", path=name) from None
    if len(data) > _LONGEST_PASSPHRASE_FILE:
        raise InputError("cli.passphrase_file_too_long", path=name)
    return vault.passphrase_from_bytes(data)


@contextmanager
def open_desk(arguments: argparse.Namespace) -> Iterator[Desk]:
    """Open the registry that the arguments name; note that it was closed, and close it, whatever happens."""
    passphrase = read_passphrase(arguments.passphrase_file)
    for doubt in places.doubts(arguments.registry):
        sys.stderr.write(f"{say('cli.' + doubt.code.rpartition('.')[2])}\n")
    desk = registries.open_registry(arguments.registry, arguments.user, passphrase)
    try:
        yield desk
    finally:
        logbook.leave(desk, locked=False)
        desk.close()


@contextmanager
def made_folder(folder: Path) -> Iterator[Path]:
    """Give ``folder`` to write in, made if need be, and gone again when the call is refused after all.

    Raises InputError when it cannot be written, or when it is the folder of a registry, which holds nothing else.
    """
    registries.require_outside_registries(folder)
    with ExitStack() as made:
        try:
            made.enter_context(files.made_folder(folder))
        except OSError:
            raise InputError("desk.cannot_write", path=str(folder)) from None
        yield folder
