"""The tables of a registry in memory, for rules that hypothesis tries hundreds of times."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mhdesk import vault
from mhdesk.store import settings
from mhdesk.store.database import Database
from mhdesk.store.migrations import upgrade

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def tables() -> Iterator[Database]:
    """Return a database in memory with the tables of the migrations; a test undoes what it writes."""
    database = Database(vault.driver, lambda: vault.driver.connect(":memory:", isolation_level=None))
    with database.writing() as connection:
        upgrade.upgrade(connection)
        settings.put(connection, {"prefix": "GV"})
    yield database
    database.close()
