"""What is recorded: signals, persons, who is concerned, what came with a signal."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from mhdesk.store.schema.columns import id_column, metadata, text_column

setting = Table("setting", metadata, Column("name", Text, primary_key=True), text_column("value", None))

user = Table(
    "user",
    metadata,
    id_column(),
    Column("key_id", Text, nullable=False, unique=True),
    text_column("name", None),
    text_column("role", None),
    Column("active", Boolean, nullable=False, server_default="1"),
    text_column("created_at", None),
)

signal = Table(
    "signal",
    metadata,
    id_column(),
    Column("uid", Text, nullable=False, unique=True),
    Column("number_year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    text_column("kind", None),
    text_column("status", None),
    text_column("received_on", None),
    text_column("received_time"),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
    text_column("channel", None),
    text_column("discipline", None),
    text_column("organisation"),
    Column("source_confidential", Boolean, nullable=False),
    text_column("municipality", None),
    text_column("form", None),
    Column("to_review", Boolean, nullable=False, server_default="0"),
    Column("import_batch_id", Integer, ForeignKey("import_batch.id")),
    Column("version", Integer, nullable=False, server_default="1"),
    text_column("source_capacity", "unknown"),
    text_column("source_consent"),
    text_column("source_ground"),
    text_column("source_note"),
    UniqueConstraint("number_year", "number"),
)
# Carries every column that a list can be filtered, ordered or counted by (design.md, way of data 4).
Index(
    "ix_signal_received",
    signal.c.received_on,
    signal.c.id,
    signal.c.kind,
    signal.c.status,
    signal.c.municipality,
    signal.c.form,
    signal.c.to_review,
)
Index("ix_signal_to_review", signal.c.id, sqlite_where=text("to_review = 1"))

signal_text = Table(
    "signal_text",
    metadata,
    Column("signal_id", Integer, ForeignKey("signal.id"), primary_key=True),
    text_column("narrative", None),
)

signal_form = Table(
    "signal_form",
    metadata,
    Column("signal_id", Integer, ForeignKey("signal.id"), primary_key=True),
    Column("form", Text, primary_key=True),
    sqlite_with_rowid=False,
)

person = Table(
    "person",
    metadata,
    id_column(),
    Column("uid", Text, nullable=False, unique=True),
    text_column("first_names"),
    text_column("last_name"),
    text_column("sex", None),
    text_column("birth_on"),
    Column("birth_estimated", Boolean, nullable=False, server_default="0"),
    text_column("nationality", None),
    text_column("phone"),
    text_column("safe_contact"),
    text_column("recorded_at", None),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("merged_into", Integer),  # the person who this one turned out to be; `person_merge` tells of it
)
Index("ix_person_merged", person.c.merged_into, sqlite_where=text("merged_into IS NOT NULL"))
Index("ix_person_phone", person.c.phone, person.c.id, sqlite_where=text("phone != ''"))

person_key = Table(
    "person_key",
    metadata,
    Column("key", Text, primary_key=True),
    Column("person_id", Integer, ForeignKey("person.id"), primary_key=True),
    sqlite_with_rowid=False,
)
Index("ix_person_key_person", person_key.c.person_id)

involvement = Table(
    "involvement",
    metadata,
    id_column(),
    Column("signal_id", Integer, ForeignKey("signal.id"), nullable=False),
    Column("person_id", Integer, ForeignKey("person.id")),
    text_column("role", None),
    text_column("inform_state", None),
    Column("inform_due", Text),
    text_column("term", ""),
    Column("duty_on", Text),
)
Index("ix_involvement_signal", involvement.c.signal_id, involvement.c.id)
Index("ix_involvement_person", involvement.c.person_id, involvement.c.signal_id)
Index(
    "ix_involvement_duty",
    involvement.c.duty_on,
    involvement.c.id,
    sqlite_where=text("duty_on IS NOT NULL"),
)

# Who is what of whom within one signal: parent, representative, partner of.
relation = Table(
    "relation",
    metadata,
    id_column(),
    Column("signal_id", Integer, ForeignKey("signal.id"), nullable=False),
    Column("involvement_id", Integer, ForeignKey("involvement.id"), nullable=False),
    text_column("kind", None),
    Column("other_id", Integer, ForeignKey("involvement.id"), nullable=False),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
    UniqueConstraint("involvement_id", "kind", "other_id"),
)
Index("ix_relation_signal", relation.c.signal_id, relation.c.id)

# A sign without a person: an advertisement, address, number, vehicle or business.
lead = Table(
    "lead",
    metadata,
    id_column(),
    Column("signal_id", Integer, ForeignKey("signal.id"), nullable=False),
    text_column("kind", None),
    text_column("text", None),
    text_column("note"),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
)
Index("ix_lead_signal", lead.c.signal_id, lead.c.id)
# What the same lead is recognised by in another signal, however it was typed.
lead_key = Table(
    "lead_key",
    metadata,
    Column("key", Text, primary_key=True),
    Column("lead_id", Integer, ForeignKey("lead.id"), primary_key=True),
    sqlite_with_rowid=False,
)
Index("ix_lead_key_lead", lead_key.c.lead_id)

# Files that came with a signal. The content lies apart, so that a list never reads it.
attachment = Table(
    "attachment",
    metadata,
    id_column(),
    Column("uid", Text, nullable=False, unique=True),
    Column("signal_id", Integer, ForeignKey("signal.id"), nullable=False),
    text_column("name", None),
    text_column("media_type", None),
    Column("size", Integer, nullable=False),
    text_column("sha256", None),
    text_column("origin"),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_attachment_signal", attachment.c.signal_id, attachment.c.id)
attachment_content = Table(
    "attachment_content",
    metadata,
    Column("attachment_id", Integer, ForeignKey("attachment.id"), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

# Two persons of whom somebody said that they are not the same; the smaller id comes first.
apart = Table(
    "apart",
    metadata,
    Column("first_id", Integer, ForeignKey("person.id"), primary_key=True),
    Column("second_id", Integer, ForeignKey("person.id"), primary_key=True),
    text_column("said_at", None),
    Column("said_by", Integer, ForeignKey("user.id"), nullable=False),
    sqlite_with_rowid=False,
)
Index("ix_apart_second", apart.c.second_id)

note = Table(
    "note",
    metadata,
    id_column(),
    Column("signal_id", Integer, ForeignKey("signal.id"), nullable=False),
    text_column("text", None),
    text_column("origin"),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_note_signal", note.c.signal_id, note.c.id)

import_batch = Table(
    "import_batch",
    metadata,
    id_column(),
    text_column("imported_at", None),
    Column("imported_by", Integer, ForeignKey("user.id"), nullable=False),
    Column("rows_read", Integer, nullable=False),
)
import_row = Table(
    "import_row",
    metadata,
    Column("fingerprint", Text, primary_key=True),
    Column("signal_id", Integer, ForeignKey("signal.id")),  # none: it was destroyed, and does not come back
    sqlite_with_rowid=False,
)
Index("ix_import_row_signal", import_row.c.signal_id)
