"""What was thrown away is gone from the file: seen in the pages themselves, decrypted without the engine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest
from sqlalchemy import insert

from mhdesk.desk import drafts, signals
from mhdesk.store import search
from mhdesk.store.schema import draft
from mhdesk.store.search import Document
from tests.desk.drafts import a_notification
from tests.store.raw_pages import decrypted
from tests.store.trying import EnoughError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

WORD: Final = "qxzvwjkmplth"
# Where the index keeps a word it may leave out letters that the word before it has, too.
PIECES: Final = (WORD.encode(), WORD[3:].encode(), WORD[:-3].encode())
LONG: Final = json.dumps({"narrative": f"{WORD} " * 3000})


def at_a_desk(registry: ReadyRegistry, clock: StoppedClock, work: Callable[[Desk], object]) -> None:
    """Open the registry, do something, close it."""
    desk = registry.open(clock)
    try:
        work(desk)
    finally:
        desk.close()


def holds_it(registry: ReadyRegistry) -> bool:
    pages = decrypted(registry.folder / "registry.db", registry.unlocked.database_key)
    return any(piece in pages for piece in PIECES)


def parts_of_it(registry: ReadyRegistry) -> set[bytes]:
    """Return the pieces of three letters that stand in the file: the index of parts keeps those."""
    pages = decrypted(registry.folder / "registry.db", registry.unlocked.database_key)
    return {part for n in range(len(WORD) - 2) if (part := WORD[n : n + 3].encode()) in pages}


def keep(payload: str, number: int | None = None) -> Callable[[Desk], object]:
    return lambda desk: drafts.keep(desk, "signal", payload, number)


@pytest.mark.parametrize("payload", [json.dumps({"narrative": WORD}), LONG], ids=["short", "many pages"])
@pytest.mark.parametrize(
    "forget",
    [
        lambda desk: drafts.discard(desk, 1),
        lambda desk: drafts.keep(desk, "signal", "{}", 1),
        lambda desk: signals.register(desk, a_notification(), from_draft=1),
    ],
    ids=["discarded", "replaced", "registered"],
)
def test_a_draft_is_gone_from_the_file_when_it_was(
    registry: ReadyRegistry, clock: StoppedClock, payload: str, forget: Callable[[Desk], object]
) -> None:
    at_a_desk(registry, clock, keep(payload))
    assert holds_it(registry)
    at_a_desk(registry, clock, forget)
    assert not holds_it(registry)


def index(*names: str) -> Callable[[Desk], object]:
    """Return the work of indexing a signal anew, with these names and the narrative that was there."""
    document = Document(1, "GV-2026-0001", " ".join(names) + " en verder", names, (), ())
    return lambda desk: put(desk, [document])


def put(desk: Desk, documents: Sequence[Document]) -> None:
    """Index documents in one transaction."""
    with desk.database.writing() as connection:
        search.index(connection, documents)


@pytest.mark.parametrize("others", [0, 300], ids=["alone", "among others"])
def test_a_word_is_gone_from_the_search_index_when_its_signal_no_longer_says_it(
    registry: ReadyRegistry, clock: StoppedClock, others: int
) -> None:
    def crowd(desk: Desk) -> None:
        documents = [
            Document(number, f"GV-2026-{number:04d}", f"woord{number} anders", (f"Naam{number}",), (), ())
            for number in range(2, 2 + others)
        ]
        put(desk, documents)

    at_a_desk(registry, clock, index(WORD))
    at_a_desk(registry, clock, crowd)
    assert holds_it(registry)
    assert len(parts_of_it(registry)) > 3
    at_a_desk(registry, clock, index("Iets"))
    assert not holds_it(registry)
    assert parts_of_it(registry) == set()


def test_what_was_rolled_back_after_it_reached_the_disk_is_gone_again(
    registry: ReadyRegistry, clock: StoppedClock
) -> None:
    size = (registry.folder / "registry.db").stat().st_size
    seen: list[int] = []

    def half(desk: Desk) -> None:
        desk.database.connection.exec_driver_sql("PRAGMA cache_size = 10")  # so that it cannot wait in memory
        with desk.database.writing() as connection:
            connection.execute(insert(draft).values(user_id=1, form="signal", saved_at="", payload=LONG * 10))
            seen.append((registry.folder / "registry.db").stat().st_size)
            raise EnoughError

    with pytest.raises(EnoughError):
        at_a_desk(registry, clock, half)
    assert seen[0] > size
    assert not holds_it(registry)
