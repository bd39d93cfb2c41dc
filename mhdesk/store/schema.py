"""The tables of a registry.

What lists sort, filter and count by lies in narrow tables with covering indexes; long text lies in
tables of its own, so that a count never decrypts a narrative.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

# Written into the file itself: a newer schema than this program knows is refused, not guessed at.
SCHEMA_VERSION: Final = 4

metadata = MetaData()


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _text(name: str, default: str | None = "") -> Column[str]:
    return Column(name, Text, nullable=False, server_default=default)


setting = Table("setting", metadata, Column("name", Text, primary_key=True), _text("value", None))

user = Table(
    "user",
    metadata,
    _id(),
    Column("key_id", Text, nullable=False, unique=True),
    _text("name", None),
    _text("role", None),
    Column("active", Boolean, nullable=False, server_default="1"),
    _text("created_at", None),
)

signal = Table(
    "signal",
    metadata,
    _id(),
    Column("uid", Text, nullable=False, unique=True),
    Column("number_year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    _text("kind", None),
    _text("status", None),
    _text("received_on", None),
    _text("received_time"),
    _text("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
    _text("channel", None),
    _text("discipline", None),
    _text("organisation"),
    Column("source_confidential", Boolean, nullable=False),
    _text("municipality", None),
    _text("form", None),
    Column("to_review", Boolean, nullable=False, server_default="0"),
    Column("import_batch_id", Integer, ForeignKey("import_batch.id")),
    Column("version", Integer, nullable=False, server_default="1"),
    _text("source_capacity", "unknown"),
    _text("source_consent"),
    _text("source_ground"),
    _text("source_note"),
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
    _text("narrative", None),
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
    _id(),
    Column("uid", Text, nullable=False, unique=True),
    _text("first_names"),
    _text("last_name"),
    _text("sex", None),
    _text("birth_on"),
    Column("birth_estimated", Boolean, nullable=False, server_default="0"),
    _text("nationality", None),
    _text("phone"),
    _text("safe_contact"),
    _text("recorded_at", None),
    Column("version", Integer, nullable=False, server_default="1"),
)

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
    _id(),
    Column("signal_id", Integer, ForeignKey("signal.id"), nullable=False),
    Column("person_id", Integer, ForeignKey("person.id")),
    _text("role", None),
    _text("inform_state", None),
    Column("inform_due", Text),
    _text("term", ""),
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

inform_decision = Table(
    "inform_decision",
    metadata,
    _id(),
    Column("involvement_id", Integer, ForeignKey("involvement.id"), nullable=False),
    _text("choice", None),
    _text("ground"),
    _text("legal_ground"),
    _text("reasoning"),
    _text("decided_by"),
    Column("decided_on", Text),
    _text("agreed_by"),
    Column("review_on", Text),
    Column("informed_on", Text),
    _text("informed_how"),
    Column("historic", Boolean, nullable=False, server_default="0"),
    _text("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
    _text("consulted"),
    _text("weighing"),
    _text("informed_by"),
    _text("told"),
)
Index("ix_inform_decision_involvement", inform_decision.c.involvement_id, inform_decision.c.id)

# What a second person at the desk said of a decision not to inform: four eyes.
inform_agreement = Table(
    "inform_agreement",
    metadata,
    _id(),
    Column("decision_id", Integer, ForeignKey("inform_decision.id"), nullable=False),
    _text("answer", None),
    _text("reason"),
    _text("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_inform_agreement_decision", inform_agreement.c.decision_id, inform_agreement.c.id)

# Who is what of whom within one signal: parent, representative, partner of.
relation = Table(
    "relation",
    metadata,
    _id(),
    Column("signal_id", Integer, ForeignKey("signal.id"), nullable=False),
    Column("involvement_id", Integer, ForeignKey("involvement.id"), nullable=False),
    _text("kind", None),
    Column("other_id", Integer, ForeignKey("involvement.id"), nullable=False),
    _text("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
    UniqueConstraint("involvement_id", "kind", "other_id"),
)
Index("ix_relation_signal", relation.c.signal_id, relation.c.id)

organisation = Table(
    "organisation",
    metadata,
    _id(),
    Column("name", Text, nullable=False, unique=True),
    Column("group", Text, nullable=False),
)

referral = Table(
    "referral",
    metadata,
    _id(),
    Column("signal_id", Integer, ForeignKey("signal.id"), nullable=False),
    Column("involvement_id", Integer, ForeignKey("involvement.id")),
    Column("organisation_id", Integer, ForeignKey("organisation.id"), nullable=False),
    _text("purpose", None),
    _text("basis", None),
    _text("basis_note"),
    Column("referred_on", Text),
    _text("note"),
    _text("state", None),
    Column("answered_on", Text),
    _text("answer"),
    Column("historic", Boolean, nullable=False, server_default="0"),
    _text("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_referral_signal", referral.c.signal_id, referral.c.id)
_WAITED_FOR: Final = text("state IN ('sent', 'waiting_list') AND historic = 0")
Index("ix_referral_open", referral.c.referred_on, referral.c.id, sqlite_where=_WAITED_FOR)

# Every answer that ever came; the referral itself carries the last one.
referral_answer = Table(
    "referral_answer",
    metadata,
    _id(),
    Column("referral_id", Integer, ForeignKey("referral.id"), nullable=False),
    _text("state", None),
    Column("answered_on", Text),
    _text("answer"),
    _text("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_referral_answer_referral", referral_answer.c.referral_id, referral_answer.c.id)

# A sign without a person: an advertisement, address, number, vehicle or business.
lead = Table(
    "lead",
    metadata,
    _id(),
    Column("signal_id", Integer, ForeignKey("signal.id"), nullable=False),
    _text("kind", None),
    _text("text", None),
    _text("note"),
    _text("recorded_at", None),
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
    _id(),
    Column("uid", Text, nullable=False, unique=True),
    Column("signal_id", Integer, ForeignKey("signal.id"), nullable=False),
    _text("name", None),
    _text("media_type", None),
    Column("size", Integer, nullable=False),
    _text("sha256", None),
    _text("origin"),
    _text("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_attachment_signal", attachment.c.signal_id, attachment.c.id)
attachment_content = Table(
    "attachment_content",
    metadata,
    Column("attachment_id", Integer, ForeignKey("attachment.id"), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

# Every time that a list of indicators was gone through; the last one of a form counts. `list_version` says
# which wording was read. An indicator without an answer was not assessed.
indicator_assessment = Table(
    "indicator_assessment",
    metadata,
    _id(),
    Column("signal_id", Integer, ForeignKey("signal.id"), nullable=False),
    _text("form", None),
    _text("list_version", None),
    _text("assessed_on", None),
    _text("note"),
    _text("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_indicator_assessment_signal", indicator_assessment.c.signal_id, indicator_assessment.c.id)
indicator_answer = Table(
    "indicator_answer",
    metadata,
    Column("assessment_id", Integer, ForeignKey("indicator_assessment.id"), primary_key=True),
    Column("indicator", Text, primary_key=True),
    _text("answer", None),
    sqlite_with_rowid=False,
)

# Which way a signal went: what the rule proposed, what somebody chose and why.
routing = Table(
    "routing",
    metadata,
    _id(),
    Column("signal_id", Integer, ForeignKey("signal.id"), nullable=False),
    _text("rule"),
    _text("proposed"),
    _text("chosen", None),
    _text("reason"),
    _text("decided_on", None),
    _text("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_routing_signal", routing.c.signal_id, routing.c.id)

# Every triage that was held; the last one counts.
triage = Table(
    "triage",
    metadata,
    _id(),
    Column("signal_id", Integer, ForeignKey("signal.id"), nullable=False),
    _text("held_on", None),
    _text("disciplines", None),
    _text("direct_safety", None),
    _text("structural_safety", None),
    _text("children", None),
    _text("severity", None),
    _text("outcome", None),
    _text("reasoning"),
    _text("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_triage_signal", triage.c.signal_id, triage.c.id)

# Work with a last day that is no decision on informing. `kind` is a term of the work.
task = Table(
    "task",
    metadata,
    _id(),
    Column("signal_id", Integer, ForeignKey("signal.id"), nullable=False),
    _text("kind", None),
    _text("due_on", None),
    _text("begun_at", None),
    Column("begun_by", Integer, ForeignKey("user.id"), nullable=False),
    Column("done_on", Text),
    Column("done_by", Integer, ForeignKey("user.id")),
    _text("done_how"),
    Column("snoozed_to", Text),
    _text("snooze_reason"),
)
Index("ix_task_signal", task.c.signal_id, task.c.id)
Index("ix_task_open", task.c.due_on, task.c.id, sqlite_where=text("done_on IS NULL"))

# Two persons of whom somebody said that they are not the same; the smaller id comes first.
apart = Table(
    "apart",
    metadata,
    Column("first_id", Integer, ForeignKey("person.id"), primary_key=True),
    Column("second_id", Integer, ForeignKey("person.id"), primary_key=True),
    _text("said_at", None),
    Column("said_by", Integer, ForeignKey("user.id"), nullable=False),
    sqlite_with_rowid=False,
)
Index("ix_apart_second", apart.c.second_id)

# What a record said before it was changed: `earlier` is a JSON object of the columns that changed.
revision = Table(
    "revision",
    metadata,
    _id(),
    _text("record", None),
    Column("record_id", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    _text("earlier", None),
    _text("changed_at", None),
    Column("changed_by", Integer, ForeignKey("user.id"), nullable=False),
    UniqueConstraint("record", "record_id", "version"),
)

# What was destroyed, by the uid that nobody else knows: an older backup that is put back must forget it again.
destroyed = Table(
    "destroyed",
    metadata,
    Column("uid", Text, primary_key=True),
    _text("record", None),
    _text("ground", None),
    _text("destroyed_at", None),
    Column("destroyed_by", Integer, ForeignKey("user.id"), nullable=False),
    sqlite_with_rowid=False,
)

note = Table(
    "note",
    metadata,
    _id(),
    Column("signal_id", Integer, ForeignKey("signal.id"), nullable=False),
    _text("text", None),
    _text("origin"),
    _text("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_note_signal", note.c.signal_id, note.c.id)

draft = Table(
    "draft",
    metadata,
    _id(),
    Column("user_id", Integer, ForeignKey("user.id"), nullable=False),
    _text("form", None),
    _text("saved_at", None),
    _text("payload", None),
)

import_batch = Table(
    "import_batch",
    metadata,
    _id(),
    _text("imported_at", None),
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

release = Table(
    "release",
    metadata,
    _id(),
    Column("number", Text, nullable=False, unique=True),
    _text("released_at", None),
    Column("released_by", Integer, ForeignKey("user.id"), nullable=False),
    _text("first_day", None),
    _text("last_day", None),
    _text("dimensions", None),
    _text("unit", None),
    _text("purpose"),
    _text("receiver"),
    _text("rules", None),
    _text("cells", None),
    _text("hash", None),
    _text("audit_head", None),
)

audit_event = Table(
    "audit_event",
    metadata,
    Column("seq", Integer, primary_key=True),
    _text("at", None),
    Column("user_id", Integer),
    _text("role"),
    _text("verb", None),
    _text("kind", None),
    _text("outcome", None),
    _text("station"),
    _text("details"),
    _text("hash", None),
)
Index("ix_audit_event_user", audit_event.c.user_id, audit_event.c.seq)
Index("ix_audit_event_at", audit_event.c.at, audit_event.c.seq)
audit_subject = Table(
    "audit_subject",
    metadata,
    Column("seq", Integer, ForeignKey("audit_event.seq"), primary_key=True),
    Column("line", Integer, primary_key=True),
    _text("record", None),
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
    _id(),
    Column("seq", Integer, nullable=False),
    _text("head", None),
    _text("signed_at", None),
    Column("user_id", Integer, ForeignKey("user.id"), nullable=False),
    _text("public_key", None),
    _text("signature", None),
)

# Full-text search: one document a signal, rowid = signal.id. `words` for whole words and beginnings,
# `parts` (trigrams) for pieces of names and numbers. Folded by domain.text.fold before it gets here.
SEARCH_TABLES: Final = (
    "CREATE VIRTUAL TABLE search_words USING fts5(words, tokenize='unicode61', prefix='2 3')",
    "CREATE VIRTUAL TABLE search_parts USING fts5(parts, tokenize='trigram')",
    "INSERT INTO search_words(search_words, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO search_parts(search_parts, rank) VALUES ('secure-delete', 1)",
)
