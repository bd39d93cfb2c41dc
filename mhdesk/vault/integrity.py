"""Look for damage inside an open database."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection

from mhdesk.errors import Param

_SEARCH: Final = "search_"
"""How the names of the tables of the search index begin: it can be made anew, whatever is wrong with it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Name one kind of damage by the code of its sentence; ``params`` are counts and table names only."""

    code: str
    params: Mapping[str, Param] = field(default_factory=dict)


def integrity(connection: Connection) -> tuple[Finding, ...]:
    """Check every page's authenticity, the structure and the references; an empty tuple is a sound database.

    Reads the whole file: about 3 s at 100,000 records; ``connection.interrupt()`` from another thread ends it
    with OperationalError. Must not run inside a transaction.
    """
    return (*_pages(connection), *_structure(connection))


def integrity_steps(connection: Connection) -> Iterator[tuple[Finding, ...]]:
    """Do what :func:`integrity` does in pieces; yields what each found, and others may ask something in between.

    All pages come first, in one go: half of the time. Then comes one table after the other, where damage does not hide
    which there are.
    """
    damage = tuple(_pages(connection))
    yield damage
    if damage:
        yield tuple(_structure(connection))
        return
    for table in _tables(connection):
        yield tuple(_structure(connection, table))


def integrity_pieces(connection: Connection) -> int:
    """Return how many pieces :func:`integrity_steps` has when nothing is damaged."""
    return 1 + len(_tables(connection))


def _tables(connection: Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    return [str(name) for (name,) in found]


def _pages(connection: Connection) -> Iterator[Finding]:
    rows = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    numbers = [int(found[0]) for row in rows for found in [re.search(r"\d+", row[0])] if found]
    if rows:
        yield Finding("vault.pages_damaged", {"count": len(rows), "first": min(numbers, default=0)})


def _structure(connection: Connection, table: str = "") -> Iterator[Finding]:
    """Check tables, indexes and references, all or one's; damage that stops the check itself is a finding, too."""
    only = f"('{table}')" if table else ""
    try:
        rows = connection.execute(f"PRAGMA integrity_check{only}").fetchall()
        broken = Counter(str(row[0]) for row in connection.execute(f"PRAGMA foreign_key_check{only}"))
    except dbapi2.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", None) not in {dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB}:
            raise
        yield Finding("vault.check_stopped")
        return
    if [row[0] for row in rows] != ["ok"]:
        in_index = table.startswith(_SEARCH)
        yield Finding(
            "verify.search_damaged" if in_index else "vault.structure_damaged", {"count": len(rows)}
        )
    for name, count in sorted(broken.items()):
        yield Finding("vault.references_broken", {"table": name, "count": count})
