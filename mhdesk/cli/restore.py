"""``mhdesk restore``: put a backup back in the place of a registry."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from mhdesk.cli import backup
from mhdesk.cli.common import add_user, read_passphrase
from mhdesk.cli.output import Output
from mhdesk.desk import restoring
from mhdesk.desk.restoring import Inspection, Restored
from mhdesk.errors import UnlockError
from mhdesk.wording import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("backup", type=Path, metavar="BACKUP", help=say("backups.help_backup"))
    parser.add_argument("--into", required=True, type=Path, metavar="REGISTRY", help=say("backups.help_into"))
    add_user(parser)
    parser.add_argument("--dry-run", action="store_true", help=say("backups.help_dry_run"))
    parser.add_argument("--unseen", action="store_true", help=say("backups.help_unseen"))


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Prove the backup, say what it holds and what is lost, and put it in its place."""
    passphrase = read_passphrase(arguments.passphrase_file)
    source, folder, user = arguments.backup, arguments.into, arguments.user
    if arguments.dry_run:
        seen = restoring.inspect(source, user, passphrase, present=folder)
        output.result(_fields(seen), [say("backups.inspected", backup=source), *_told(seen)])
        return 0
    try:
        done = restoring.restore(source, folder, user, passphrase, unseen=arguments.unseen)
    except UnlockError as error:
        if error.code == "backups.present_closed":  # here there is an option for it
            raise UnlockError("backups.present_closed_unseen") from error
        raise
    result = {
        "registry": str(folder),
        **_fields(done),
        "replaced": str(done.replaced) if done.replaced else None,
        "forgotten": done.forgotten,
        "ended": done.ended,
    }
    output.result(result, [say("backups.restored", registry=folder), *_told(done), *_told_after(done)])
    return 0


def _fields(seen: Inspection | Restored) -> dict[str, object]:
    loss = seen.loss
    return {
        **backup.fields(seen.holds),
        "lost": {
            "known": loss.known,
            "signals": loss.signals if loss.known else None,
            "events": loss.events if loss.known else None,
            "colleagues": loss.colleagues if loss.known else None,
            "same_history": loss.same_history if loss.known else None,
            "message": loss.sentence(),
        },
        "notices": [{"code": notice.code, "message": notice.sentence()} for notice in seen.notices],
    }


def _told(seen: Inspection | Restored) -> Iterator[str]:
    yield backup.sentence(seen.holds)
    yield seen.loss.sentence()
    if seen.loss.colleagues:
        yield say("backups.came", count=seen.loss.colleagues)
    for notice in seen.notices:
        yield notice.sentence()


def _told_after(done: Restored) -> Iterator[str]:
    if done.replaced:
        yield say("backups.kept_aside", folder=done.replaced)
    if done.forgotten:
        yield say("backups.forgotten", count=done.forgotten)
    if done.ended:
        yield say("backups.ended", count=done.ended)
