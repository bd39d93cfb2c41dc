"""The tables of a registry are those that its migrations made: the same as store/schema draws, step by step frozen."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import OperationalError

from mhdesk import vault
from mhdesk.errors import DamageError, UnlockError
from mhdesk.store import migrations
from mhdesk.store.database import Connection, Database
from mhdesk.store.migrations import upgrade
from mhdesk.store.schema import SCHEMA_VERSION, SEARCH_TABLES, metadata
from mhdesk.wording import say
from tests.store.trying import everything

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mhdesk.desk.desk import Desk

FOLDER: Final = Path(migrations.__file__).parent
# A registry that was made by a step has the tables that the step says. Whoever edits a step makes
# registries that no other program knows: add a new step instead.
FROZEN: Final = {
    "0001": "0b816df79ca68e5a048390a145947534981688f0eae261a24057d3097253f95e",
    "0002": "22cbd914b6e113dd6358f7fe57ef3769f0bafe883212ca2172ca5bc011d65462",
    "0003": "7f254f056918c24d271327a19adcaccee1293298d77283357a50960ea28ecfc0",
    "0004": "f9c355fe9241a44ccccb130ec071d217df7604fee88e6087f4224c3d7289edb5",
    "0005": "a3d9c8e77c2ab147af86540fa02881c6e9c77bc9923c6c6bf8b1c19755f62258",
}


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    return ScriptDirectory.from_config(config)


@pytest.fixture
def fresh() -> Iterator[Database]:
    """Return a database with the tables as store/schema draws them, without any migration."""

    def connect() -> vault.Connection:
        connection: vault.Connection = vault.driver.connect(":memory:", isolation_level=None)
        return connection

    database = Database(vault.driver, connect)
    metadata.create_all(database.connection)
    for statement in SEARCH_TABLES:
        database.connection.exec_driver_sql(statement)
    yield database
    database.close()


def drawn(connection: Connection) -> dict[tuple[str, str], object]:
    """Return everything that SQLite knows of every table and index, by kind and name."""
    rows = connection.exec_driver_sql(
        "SELECT type, name, sql FROM sqlite_schema WHERE name != 'alembic_version'"
    )
    found: dict[tuple[str, str], object] = {}
    for kind, name, sql in rows.all():
        if "alembic_version" not in name:
            pragmas = ("table_xinfo", "foreign_key_list") if kind == "table" else ("index_xinfo",)
            details = [connection.exec_driver_sql(f'PRAGMA {pragma}("{name}")').all() for pragma in pragmas]
            found[kind, name] = (re.sub(r"\s+", "", sql or ""), details)
    return found


def test_the_migrated_tables_are_those_of_the_schema(desk: Desk, fresh: Database) -> None:
    assert drawn(desk.database.connection) == drawn(fresh.connection)


def test_the_migration_tool_sees_no_difference_either(desk: Desk) -> None:
    def is_ours(_: object, name: str | None, kind: str, *__: object) -> bool:
        return kind != "table" or not str(name).startswith("search_")

    # Defaults are compared by the test above: this tool takes '' and '' for two.
    options = {"include_object": is_ours, "compare_type": True}
    context = MigrationContext.configure(desk.database.connection, opts=options)
    assert compare_metadata(context, metadata) == []


def test_both_search_tables_erase_what_they_forget(desk: Desk) -> None:
    for table in ("search_words", "search_parts"):
        question = f"SELECT v FROM {table}_config WHERE k = 'secure-delete'"
        assert desk.database.connection.exec_driver_sql(question).scalar_one() == 1


def test_the_steps_form_one_line_that_ends_at_the_schema_of_this_program() -> None:
    assert len(scripts().get_heads()) == 1
    steps = [step.revision for step in scripts().walk_revisions()][::-1]
    assert steps == [f"{number:04d}" for number in range(1, SCHEMA_VERSION + 1)]


def test_a_step_once_released_is_never_edited() -> None:
    sums = {
        step.revision: hashlib.sha256(Path(step.path).read_bytes()).hexdigest()
        for step in scripts().walk_revisions()
    }
    assert sums == FROZEN


def test_the_file_itself_says_which_schema_it_has(desk: Desk) -> None:
    assert upgrade.schema_version(desk.database.connection) == SCHEMA_VERSION
    assert not upgrade.needs_upgrade(desk.database.connection)


def test_a_newer_schema_is_refused_with_both_numbers(desk: Desk) -> None:
    desk.database.connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(UnlockError, match=r"store\.newer_registry") as error:
        upgrade.needs_upgrade(desk.database.connection)
    assert error.value.params == {"found": SCHEMA_VERSION + 1, "known": SCHEMA_VERSION}
    assert say(error.value.code, **error.value.params)


def test_a_migration_that_fails_half_way_leaves_the_database_as_it_was() -> None:
    database = Database(vault.driver, lambda: vault.driver.connect(":memory:", isolation_level=None))
    database.connection.exec_driver_sql("CREATE TABLE draft (in_the_way TEXT)")
    before = everything(database)
    with (
        pytest.raises(DamageError, match=r"store\.upgrade_failed") as error,
        database.writing() as connection,
    ):
        upgrade.upgrade(connection)
    assert isinstance(error.value.__cause__, OperationalError)
    assert everything(database) == before
    assert upgrade.schema_version(database.connection) == 0
    database.close()
