"""Mend what can be made anew from the records: the search index."""

from __future__ import annotations

from typing import Final

from mhdesk import vault
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.store import bulk, case_search, search, settings, signals

_AT_ONCE: Final = 500


def _nobody(_done: int, _all: int) -> None:
    """Tell nobody how far it is."""


@verb("registry.search_rebuilt", "U", Permission.VERIFY)
def rebuild_search(work: Work, progress: vault.Progress = _nobody) -> Change:
    """Make the search index anew from what the records say; ``progress`` may raise to stop, then nothing changed.

    Takes about ten seconds at 100,000 signals. What was wrong with the index is gone with it.
    """
    prefix, count = settings.all_of(work.connection)["prefix"], signals.count(work.connection)
    search.begin_anew(work.connection)
    done = 0
    for some in search.spans(work.connection, _AT_ONCE):
        documents = bulk.documents(work.connection, some, prefix)
        search.index(work.connection, documents)
        done += len(documents)
        progress(done, count)
    case_search.begin_anew(work.connection)
    for some in case_search.spans(work.connection, _AT_ONCE):
        case_search.index(work.connection, some)
    work.details = f"signals={done}"
    return Change("registry.search_rebuilt")
