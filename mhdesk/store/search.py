"""Words and numbers of a signal, found by whole words, beginnings and parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from mhdesk.store.fulltext import Entry, FullText, folded, noted_numbers

_INDEX: Final = FullText("search", "signal")


@dataclass(frozen=True, slots=True)
class Document:
    """What can be searched of one signal. ``phones`` are E.164."""

    signal_id: int
    reference: str
    narrative: str
    names: tuple[str, ...]
    organisations: tuple[str, ...]
    phones: tuple[str, ...]
    files: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def index(connection: Connection, documents: Sequence[Document]) -> None:
    """Put documents into the search index, replacing what was there under the same ids."""
    _INDEX.put(connection, [_entry(document) for document in documents])


def begin_anew(connection: Connection) -> None:
    """Throw the search index away and begin an empty one: a damaged one cannot be trusted to forget."""
    _INDEX.begin_anew(connection)


def remove(connection: Connection, signal_ids: Sequence[int]) -> None:
    """Take signals out of the search index."""
    _INDEX.remove(connection, signal_ids)


def _entry(document: Document) -> Entry:
    told = [document.reference, *document.names]
    written = [document.narrative, *document.notes]
    noted = [phone for piece in written for phone in noted_numbers(piece)]
    known = dict.fromkeys([*document.phones, *noted])
    words = [*told, *document.organisations, *document.leads, *document.files, *written]
    return Entry(document.signal_id, folded(words, known), folded([*told, *document.leads], known))


def matches(typed: str) -> tuple[str, dict[str, str]] | None:
    """Return SQL that yields the ids of signals that ``typed`` finds, with its values; None finds nothing."""
    return _INDEX.matches(typed)


def newest(connection: Connection, typed: str, most: int) -> list[int]:
    """Return the signals recorded last that ``typed`` finds, ``most`` at most; see :meth:`FullText.newest`."""
    return _INDEX.newest(connection, typed, most)


def integrity(connection: Connection) -> int:
    """Return how many signals are missing from the search index or stand in it without a signal."""
    return _INDEX.integrity(connection)


def misplaced(connection: Connection, documents: Sequence[Document], signal_ids: range) -> int:
    """Return how many of consecutive signals are not found as they should be; see :meth:`FullText.misplaced`."""
    return _INDEX.misplaced(connection, [_entry(document) for document in documents], signal_ids)


def spans(connection: Connection, at_once: int) -> Iterator[range]:
    """Yield all ids that there can be, in spans with ``at_once`` signals each: what lies between them counts, too."""
    return _INDEX.spans(connection, at_once)
