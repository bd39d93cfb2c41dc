"""A process that registers signals and says of each that it was saved, until it is killed.

It reads the keys of a registry, then makes a child for each line that comes, so that the modules are read once.
A child says its process id, then the number of each signal that the desk told it was saved. When it ended, its
parent says so, with its status.
"""

from __future__ import annotations

import os
import sys
import traceback

from mhdesk.desk import signals
from mhdesk.domain.signals import Kind, PersonDraft, SignalDraft
from tests.faults.opened import desk_of, tell, unlocked_by


def a_draft() -> SignalDraft:
    """Return a signal with everything that a save writes: rows, keys, search words, lines of the log."""
    persons = [
        PersonDraft(first_names="Lina", last_name="Voorbeeld", phone="06-12344202"),
        PersonDraft(role="aggressor", first_names="Bas", last_name="Verzonnen"),
    ]
    return SignalDraft(
        kind=Kind.NOTIFICATION, received_on="01-02-2020", narrative="Proefverhaal. " * 300, persons=persons
    )


def save_until_killed(line: str) -> None:
    """Register signals for ever; whatever ends that, the process ends with it."""
    try:
        tell(os.getpid())
        desk = desk_of(unlocked_by(line))
        while True:
            tell(signals.register(desk, a_draft()).created)
    except BaseException:  # noqa: BLE001 - a child must never go on as its parent
        traceback.print_exc()
        os._exit(1)


def main() -> None:
    """Make a child for each line on standard input and wait for its end."""
    keys = sys.stdin.readline()
    tell("ready")
    for _ in sys.stdin:
        child = os.fork()
        if not child:
            save_until_killed(keys)
        tell(f"ended {os.waitpid(child, 0)[1]}")


if __name__ == "__main__":
    main()
