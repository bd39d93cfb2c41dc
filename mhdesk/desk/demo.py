"""A registry full of invented signals, to look around in, to draw and to measure."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Final

from mhdesk.desk import demo_cases, demo_clients, demo_meetings, demo_network, registries
from mhdesk.desk.desk import Clock, Desk, system_clock
from mhdesk.desk.registries import NewRegistry
from mhdesk.desk.scribe import Scribe
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission, Role
from mhdesk.domain.registries import RegistryDraft
from mhdesk.errors import InputError
from mhdesk.fiction import invent
from mhdesk.store import signals as stored

ORGANISATION: Final = "Stichting Proefhuis"
"""Whose the registry is said to be; no real one is, so the window knows a made-up registry by it."""
USER_NAME: Final = "Noor Denkbeeld"
# It protects nothing and is told to everybody: in the window, on the command line, in the handbook.
PASSPHRASE: Final = "alles in dit register is verzonnen"  # noqa: S105 - no secret, as the line above says
MOST_SIGNALS: Final = 1_000_000
_AT_ONCE: Final = 500

Progress = Callable[[int, int], object]
"""Told how many signals are done of how many, writing and indexing half each; it may raise to cancel, and
then nothing is kept."""


def make(
    folder: Path,
    signals: int,
    seed: int,
    *,
    recovery_out: Path | None = None,
    clock: Clock = system_clock,
    progress: Progress = lambda _done, _all: None,
) -> NewRegistry:
    """Make a registry of invented signals at ``folder``, opened by USER_NAME with PASSPHRASE, and return it open.

    The same number, seed and day give the same content. Raises InputError and DamageError as
    :func:`mhdesk.desk.registries.new` does; nothing stands in ``folder`` after that.
    """
    draft = RegistryDraft(
        name="Voorbeeldregio",
        organisation=ORGANISATION,
        user_name=USER_NAME,
        role=Role.CARE_COORDINATOR,
    )

    def furnish(desk: Desk) -> None:
        fill(desk, signals, seed, progress)

    made = registries.new(
        folder, draft, PASSPHRASE, recovery_out=recovery_out, clock=clock, furnish_with=furnish
    )
    registries.recovery_proven(made.desk)  # no page is needed where the passphrase stands in the program
    return made


@verb("demo.filled", "C", Permission.IMPORT)
def fill(work: Work, signals: int, seed: int, progress: Progress = lambda _done, _all: None) -> Change:
    """Fill an empty registry with ``signals`` invented ones, as if they had been recorded over the last years.

    Everything stands as the ordinary verbs would have left it, save that one event with a line for each person
    takes the place of theirs. The Change names no ids: whoever shows something asks again. Raises InputError
    for a registry that holds signals already, or a number beyond MOST_SIGNALS.
    """
    if stored.count(work.connection):
        raise InputError("demo.not_empty")
    if not 0 <= signals <= MOST_SIGNALS:
        raise InputError("demo.too_many", most=MOST_SIGNALS)
    scribe = Scribe.at_work(work, seed)
    before = scribe.writer.ids.person
    stories, done = invent(signals, seed, work.today()), 0
    while some := list(islice(stories, _AT_ONCE)):
        scribe.write(some)
        done += len(some)
        progress(done // 2, signals)
    scribe.make_findable(lambda findable: progress((done + findable) // 2, signals))
    everybody = range(before, scribe.writer.ids.person)
    for number in everybody:
        work.concerns("person", [number], number)
    demo_clients.furnish(work, everybody)
    demo_network.furnish(work, next(iter(everybody), None))
    demo_cases.furnish(work, seed)
    demo_meetings.furnish(work, seed)
    work.details = f"signals={done}"
    return Change("demo.filled")
