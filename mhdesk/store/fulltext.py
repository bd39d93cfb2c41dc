"""An index of words and of parts of words over one table, and what can be found in it.

Each index has two tables of SQLite's FTS5: `…_words` for whole words and beginnings, `…_parts` (trigrams) for pieces
of names and numbers. Their rowid is the id of the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, text

from mhdesk.domain import phones
from mhdesk.domain.leads import plate
from mhdesk.domain.references import parse_reference
from mhdesk.domain.text import fold
from mhdesk.store.schema import SEARCH_TABLES

_SHORTEST_PART: Final = 3
# Words count as beginnings, so cutting what was typed only finds more. A whole page pasted into the search
# field would otherwise keep the registry busy for minutes.
_MOST_TYPED: Final = 300
_LIKE_A_NUMBER: Final = re.compile(r"(?<![\w+])[+0(][\d ()./-]{6,20}\d")
_ONLY_A_NUMBER: Final = re.compile(r"[+0(][\d ()./-]+")
_BEYOND: Final = 2**63


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be found of one record, folded: by whole words and beginnings, and by parts."""

    id: int
    words: str
    parts: str


@dataclass(frozen=True, slots=True)
class FullText:
    """The index whose tables begin with ``name``, over the records of ``table``; both are our own names."""

    name: str
    table: str

    @property
    def _columns(self) -> dict[str, str]:
        return {f"{self.name}_words": "words", f"{self.name}_parts": "parts"}

    def put(self, connection: Connection, entries: Sequence[Entry]) -> None:
        """Put records into the index, replacing what was there under the same ids."""
        if not entries:
            return
        self.remove(connection, [entry.id for entry in entries])
        rows = [{"id": entry.id, "words": entry.words, "parts": entry.parts} for entry in entries]
        for table, column in self._columns.items():
            insertion = f"INSERT INTO {table}(rowid, {column}) VALUES (:id, :{column})"  # noqa: S608 - our own names
            connection.execute(text(insertion), [{"id": row["id"], column: row[column]} for row in rows])

    def remove(self, connection: Connection, numbers: Sequence[int]) -> None:
        """Take records out of the index."""
        keys = [{"id": number} for number in numbers]
        if keys:
            for table in self._columns:
                connection.execute(text(f"DELETE FROM {table} WHERE rowid = :id"), keys)  # noqa: S608 - our own names

    def begin_anew(self, connection: Connection) -> None:
        """Throw the index away and begin an empty one: a damaged one cannot be trusted to forget."""
        for table in self._columns:
            connection.exec_driver_sql(f"DROP TABLE {table}")
        for statement in SEARCH_TABLES:
            if any(table in statement for table in self._columns):
                connection.exec_driver_sql(statement)

    def matches(self, typed: str) -> tuple[str, dict[str, str]] | None:
        """Return SQL that yields the ids of the records that ``typed`` finds, with its values; None finds nothing.

        Whatever is typed is treated as words: query syntax of the index has no meaning here.
        """
        branches = self._branches(typed)
        if not branches:
            return None
        sql = " UNION ".join(
            f"SELECT rowid FROM {table} WHERE {table} MATCH :q{number}"  # noqa: S608 - the two table names above
            for number, (table, _) in enumerate(branches)
        )
        return sql, {f"q{number}": query for number, (_, query) in enumerate(branches)}

    def newest(self, connection: Connection, typed: str, most: int) -> list[int]:
        """Return the highest ids of records that ``typed`` finds, ``most`` at most, the highest first.

        Reads no more of the index than that takes: a word of every second record is as quick as a rare one.
        """
        found: set[int] = set()
        for table, query in self._branches(typed):
            asked = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid DESC LIMIT ?"  # noqa: S608 - our own names
            found.update(connection.exec_driver_sql(asked, (query, most)).scalars())
        return sorted(found, reverse=True)[:most]

    def _branches(self, typed: str) -> list[tuple[str, str]]:
        """Return which table is asked what."""
        in_words, in_parts = self._columns
        branches: list[tuple[str, str]] = []
        for tokens in _readings(typed.strip()[:_MOST_TYPED]):
            branches.append((in_words, " AND ".join(f'"{token}"*' for token in tokens)))
            if all(len(token) >= _SHORTEST_PART for token in tokens):
                branches.append((in_parts, " AND ".join(f'"{token}"' for token in tokens)))
        return branches

    def integrity(self, connection: Connection) -> int:
        """Return how many records are missing from the index or stand in it without a record."""
        orphans = f"SELECT count(*) FROM (SELECT id FROM {self.table} EXCEPT SELECT rowid FROM {{0}})"  # noqa: S608 - our own names
        strays = f"SELECT count(*) FROM (SELECT rowid FROM {{0}} EXCEPT SELECT id FROM {self.table})"  # noqa: S608 - our own names
        return sum(
            int(connection.exec_driver_sql(question.format(table)).scalar_one())
            for table in self._columns
            for question in (orphans, strays)
        )

    def misplaced(self, connection: Connection, entries: Sequence[Entry], numbers: range) -> int:
        """Return how many of consecutive records are not found as they should be.

        ``entries`` are those of the records that there are among ``numbers``. Counted is who is missing from the
        index, stands in it with other words, or stands in it without a record.
        """
        expected = {entry.id: (_sorted(entry.words), _sorted(entry.parts)) for entry in entries}
        words, parts = (self._indexed(connection, table, numbers) for table in self._columns)
        seen = expected.keys() | words.keys() | parts.keys()
        return sum((words.get(one), parts.get(one)) != expected.get(one, (None, None)) for one in seen)

    def spans(self, connection: Connection, at_once: int) -> Iterator[range]:
        """Yield all ids that there can be, in spans with ``at_once`` records each: what lies between them, too."""
        question = f"SELECT max(id) FROM (SELECT id FROM {self.table} WHERE id >= ? ORDER BY id LIMIT ?)"  # noqa: S608 - our own names
        start = -_BEYOND
        while (final := connection.exec_driver_sql(question, (start, at_once)).scalar()) is not None:
            yield range(start, final + 1)
            start = final + 1
        yield range(start, _BEYOND)

    def _indexed(self, connection: Connection, table: str, numbers: range) -> dict[int, list[str]]:
        rows = connection.exec_driver_sql(
            f"SELECT rowid, {self._columns[table]} FROM {table} WHERE rowid BETWEEN ? AND ?",  # noqa: S608 - our own names
            (numbers.start, numbers.stop - 1),
        )
        return {number: _sorted(words) for number, words in rows}


def folded(pieces: Iterable[str], numbers: Iterable[str]) -> str:
    """Return pieces of text as they lie in an index, with telephone numbers (E.164) as one word each."""
    forms = (form for phone in numbers for form in phones.search_forms(phone))
    return " ".join([*(fold(piece) for piece in pieces), *forms])


def noted_numbers(told: str) -> list[str]:
    """Return every telephone number in a text (E.164)."""
    return [*filter(None, (phones.normalise(found) for found in _LIKE_A_NUMBER.findall(told)))]


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


def _sorted(words: str) -> list[str]:
    """Return the words in an order of their own: in which order persons are read is no difference."""
    return sorted(str(words).split())
