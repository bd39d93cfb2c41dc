"""What is remembered: what records said before, what was destroyed, what left, who did what."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, text

from mhdesk.store.schema.columns import id_column, metadata, text_column

# What a record said before it was changed: `earlier` is a JSON object of the columns that changed.
revision = Table(
    "revision",
    metadata,
    id_column(),
    text_column("record", None),
    Column("record_id", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    text_column("earlier", None),
    text_column("changed_at", None),
    Column("changed_by", Integer, ForeignKey("user.id"), nullable=False),
    UniqueConstraint("record", "record_id", "version"),
)

# What was destroyed, by the uid that nobody else knows: an older backup that is put back must forget it again.
destroyed = Table(
    "destroyed",
    metadata,
    Column("uid", Text, primary_key=True),
    text_column("record", None),
    text_column("ground", None),
    text_column("destroyed_at", None),
    Column("destroyed_by", Integer, ForeignKey("user.id"), nullable=False),
    sqlite_with_rowid=False,
)

release = Table(
    "release",
    metadata,
    id_column(),
    Column("number", Text, nullable=False, unique=True),
    text_column("released_at", None),
    Column("released_by", Integer, ForeignKey("user.id"), nullable=False),
    text_column("first_day", None),
    text_column("last_day", None),
    text_column("dimensions", None),
    text_column("unit", None),
    text_column("purpose"),
    text_column("receiver"),
    text_column("rules", None),
    text_column("cells", None),
    text_column("hash", None),
    text_column("audit_head", None),
)

audit_event = Table(
    "audit_event",
    metadata,
    Column("seq", Integer, primary_key=True),
    text_column("at", None),
    Column("user_id", Integer),
    text_column("role"),
    text_column("verb", None),
    text_column("kind", None),
    text_column("outcome", None),
    text_column("station"),
    text_column("details"),
    text_column("hash", None),
)
Index("ix_audit_event_user", audit_event.c.user_id, audit_event.c.seq)
Index("ix_audit_event_at", audit_event.c.at, audit_event.c.seq)
audit_subject = Table(
    "audit_subject",
    metadata,
    Column("seq", Integer, ForeignKey("audit_event.seq"), primary_key=True),
    Column("line", Integer, primary_key=True),
    text_column("record", None),
    Column("record_id", Integer, nullable=False),
    Column("person_id", Integer),
    sqlite_with_rowid=False,
)
Index("ix_audit_subject_record", audit_subject.c.record, audit_subject.c.record_id, audit_subject.c.seq)
_SOMEBODY: Final = text("person_id IS NOT NULL")
Index("ix_audit_subject_person", audit_subject.c.person_id, audit_subject.c.seq, sqlite_where=_SOMEBODY)

# Heads of the log that a user signed: `signature` is Ed25519 over the text that store/checkpoints.py writes.
audit_checkpoint = Table(
    "audit_checkpoint",
    metadata,
    id_column(),
    Column("seq", Integer, nullable=False),
    text_column("head", None),
    text_column("signed_at", None),
    Column("user_id", Integer, ForeignKey("user.id"), nullable=False),
    text_column("public_key", None),
    text_column("signature", None),
)
