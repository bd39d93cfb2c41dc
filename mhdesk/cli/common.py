"""Arguments and steps that several commands share."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mhdesk import files, vault
from mhdesk.desk import registries
from mhdesk.desk.desk import Desk
from mhdesk.errors import InputError
from mhdesk.wording import say


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
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError:
        raise InputError("cli.passphrase_unreadable", path=name) from None
    return vault.passphrase_from_bytes(data)


@contextmanager
def open_desk(arguments: argparse.Namespace) -> Iterator[Desk]:
    """Open the registry that the arguments name, and close it whatever happens."""
    passphrase = read_passphrase(arguments.passphrase_file)
    desk = registries.open_registry(arguments.registry, arguments.user, passphrase)
    try:
        yield desk
    finally:
        desk.close()


def writable_folder(folder: Path) -> Path:
    """Return ``folder``, made if need be; raise InputError before any work when it cannot be written."""
    try:
        files.make_folder(folder)
        probe = folder / ".mhdesk-probe"
        files.write_bytes(probe, b"")
        probe.unlink()
    except OSError:
        raise InputError("desk.cannot_write", path=str(folder)) from None
    return folder
