"""Alembic's entry: use the open, encrypted connection and its transaction; never open one."""

from __future__ import annotations

from alembic import context

from mhdesk.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transaction_per_migration=False,
    transactional_ddl=False,
)
context.run_migrations()
