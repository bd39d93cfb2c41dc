"""``mhdesk verify``: check that a registry is whole."""

from __future__ import annotations

import argparse

from mhdesk.cli.common import add_registry, open_desk
from mhdesk.cli.output import Output
from mhdesk.desk import repairing, verifying
from mhdesk.wording import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    add_registry(parser)
    parser.add_argument("--rebuild-search", action="store_true", help=say("cli.help_rebuild_search"))


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Check pages, structure, search index and audit chain; 1 when something was found."""
    with open_desk(arguments) as desk:
        if arguments.rebuild_search:
            repairing.rebuild_search(desk)
        findings = verifying.verify(desk)
    told = [{"code": finding.code, "message": finding.sentence()} for finding in findings]
    lines = [say("cli.verify_found", count=len(told)), *(finding["message"] for finding in told)]
    output.result({"ok": not told, "findings": told}, lines if told else [say("cli.verify_ok")])
    return 1 if told else 0
