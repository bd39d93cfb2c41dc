"""Words and numbers of a signal, found by whole words, beginnings and parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from mhdesk.domain import phones
from mhdesk.domain.leads import plate
from mhdesk.domain.references import parse_reference
from mhdesk.domain.text import fold
from mhdesk.store.schema import SEARCH_TABLES

_SHORTEST_PART = 3
# Words count as beginnings, so cutting what was typed only finds more. A whole page pasted into the search
# field would otherwise keep the registry busy for minutes.
_MOST_TYPED = 300
_LIKE_A_NUMBER = re.compile(r"(?<![\w+])[+0(][\d ()./-]{6,20}\d")
_ONLY_A_NUMBER = re.compile(r"[+0(][\d ()./-]+")


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


def index(connection: Connection, documents: Sequence[Document]) -> None:
    """Put documents into the search index, replacing what was there under the same ids."""
    if not documents:
        return
    remove(connection, [document.signal_id for document in documents])
    words = [{"id": d.signal_id, "words": _words(d)} for d in documents]
    parts = [{"id": d.signal_id, "parts": _parts(d)} for d in documents]
    connection.execute(text("INSERT INTO search_words(rowid, words) VALUES (:id, :words)"), words)
    connection.execute(text("INSERT INTO search_parts(rowid, parts) VALUES (:id, :parts)"), parts)


def begin_anew(connection: Connection) -> None:
    """Throw the search index away and begin an empty one: a damaged one cannot be trusted to forget."""
    for table in ("search_words", "search_parts"):
        connection.exec_driver_sql(f"DROP TABLE {table}")
    for statement in SEARCH_TABLES:
        connection.exec_driver_sql(statement)


def remove(connection: Connection, signal_ids: Sequence[int]) -> None:
    """Take signals out of the search index."""
    keys = [{"id": number} for number in signal_ids]
    if keys:
        connection.execute(text("DELETE FROM search_words WHERE rowid = :id"), keys)
        connection.execute(text("DELETE FROM search_parts WHERE rowid = :id"), keys)


def _numbers(document: Document) -> list[str]:
    """Return every telephone number as one word, those noted in the narrative too."""
    noted = (phones.normalise(found) for found in _LIKE_A_NUMBER.findall(document.narrative))
    known = dict.fromkeys([*document.phones, *filter(None, noted)])
    return [form for phone in known for form in phones.search_forms(phone)]


def _words(document: Document) -> str:
    pieces = [
        document.reference,
        *document.names,
        *document.organisations,
        *document.leads,
        *document.files,
        document.narrative,
    ]
    return " ".join([*(fold(piece) for piece in pieces), *_numbers(document)])


def _parts(document: Document) -> str:
    pieces = (document.reference, *document.names, *document.leads)
    return " ".join([*(fold(piece) for piece in pieces), *_numbers(document)])


def matches(typed: str) -> tuple[str, dict[str, str]] | None:
    """Return SQL that yields the ids of signals that ``typed`` finds, with its values; None finds nothing.

    Whatever is typed is treated as words: query syntax of the index has no meaning here.
    """
    branches: list[tuple[str, str]] = []
    for tokens in _readings(typed.strip()[:_MOST_TYPED]):
        branches.append(("search_words", " AND ".join(f'"{token}"*' for token in tokens)))
        if all(len(token) >= _SHORTEST_PART for token in tokens):
            branches.append(("search_parts", " AND ".join(f'"{token}"' for token in tokens)))
    if not branches:
        return None
    sql = " UNION ".join(
        f"SELECT rowid FROM {table} WHERE {table} MATCH :q{number}"  # noqa: S608 - the two table names above
        for number, (table, _) in enumerate(branches)
    )
    return sql, {f"q{number}": query for number, (_, query) in enumerate(branches)}


def _readings(typed: str) -> Iterable[list[str]]:
    """Return the ways in which ``typed`` can be meant: as a reference, as a number, as words.

    What can only be a reference or a telephone number is one: its pieces alone would find half the registry.
    """
    words = re.findall(r"\w+", fold(typed).replace("_", " "))
    reference, phone = parse_reference(typed), phones.normalise(typed)
    if reference:
        return [re.findall(r"\w+", fold(str(reference)))]
    if _ONLY_A_NUMBER.fullmatch(typed):
        return [[phones.search_forms(phone)[-1] if phone else "".join(words)]] if words else []
    if phone:
        return [words, [phones.search_forms(phone)[-1]]]
    if (one := plate(typed)) and [one] != words:
        return [words, [one]]
    return [words] if words else []


def integrity(connection: Connection) -> int:
    """Return how many signals are missing from the search index or stand in it without a signal."""
    orphans = "SELECT count(*) FROM (SELECT id FROM signal EXCEPT SELECT rowid FROM {0})"
    strays = "SELECT count(*) FROM (SELECT rowid FROM {0} EXCEPT SELECT id FROM signal)"
    return sum(
        int(connection.exec_driver_sql(question.format(table)).scalar_one())
        for table in ("search_words", "search_parts")
        for question in (orphans, strays)
    )


def misplaced(connection: Connection, documents: Sequence[Document], signal_ids: range) -> int:
    """Return how many of consecutive signals are not found as they should be.

    ``documents`` are those of the signals that there are among ``signal_ids``. Counted is who is missing from the
    index, stands in it with other words, or stands in it without a signal.
    """
    expected = {d.signal_id: (_sorted(_words(d)), _sorted(_parts(d))) for d in documents}
    words, parts = (_indexed(connection, table, signal_ids) for table in _COLUMNS)
    numbers = expected.keys() | words.keys() | parts.keys()
    return sum(
        (words.get(number), parts.get(number)) != expected.get(number, (None, None)) for number in numbers
    )


def spans(connection: Connection, at_once: int) -> Iterator[range]:
    """Yield all ids that there can be, in spans with ``at_once`` signals each: what lies between them counts, too."""
    question = "SELECT max(id) FROM (SELECT id FROM signal WHERE id >= ? ORDER BY id LIMIT ?)"
    start = -_BEYOND
    while (final := connection.exec_driver_sql(question, (start, at_once)).scalar()) is not None:
        yield range(start, final + 1)
        start = final + 1
    yield range(start, _BEYOND)


_BEYOND = 2**63
_COLUMNS = {"search_words": "words", "search_parts": "parts"}


def _indexed(connection: Connection, table: str, signal_ids: range) -> dict[int, list[str]]:
    rows = connection.exec_driver_sql(
        f"SELECT rowid, {_COLUMNS[table]} FROM {table} WHERE rowid BETWEEN ? AND ?",  # noqa: S608 - our own names
        (signal_ids.start, signal_ids.stop - 1),
    )
    return {number: _sorted(text) for number, text in rows}


def _sorted(text: str) -> list[str]:
    """Return the words in an order of their own: in which order persons are read is no difference."""
    return sorted(str(text).split())
