"""Decide whether a registry needs a migration, and run it. Alembic is imported only then."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from mhdesk.errors import DamageError, UnlockError
from mhdesk.store.schema import SCHEMA_VERSION

_HERE = Path(__file__).parent


def schema_version(connection: Connection) -> int:
    """Return the schema of the open registry; 0 for one that was just made."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def needs_upgrade(connection: Connection) -> bool:
    """Say whether a migration is due.

    Raises UnlockError when the registry was made by a newer mhdesk: it is left untouched.
    """
    found = schema_version(connection)
    if found > SCHEMA_VERSION:
        raise UnlockError("store.newer_registry", found=found, known=SCHEMA_VERSION)
    return found < SCHEMA_VERSION


def upgrade(connection: Connection) -> None:
    """Run the due migrations inside the transaction that the caller opened.

    Raises DamageError when a migration fails or the tables do not end up at this program's schema.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(_HERE))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except (SQLAlchemyError, CommandError) as error:
        raise DamageError("store.upgrade_failed") from error
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
    if schema_version(connection) != SCHEMA_VERSION:
        raise DamageError("store.upgrade_failed")
