"""Add what intake needs: leads without a person, files, indicators, the way a signal went, who is what of whom.

A signal tells more of its source, a decision on informing who was consulted and what was told, and a second
person agrees with a decision not to inform.
"""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STATEMENTS = (
    """ALTER TABLE signal ADD COLUMN source_capacity TEXT DEFAULT 'unknown' NOT NULL""",
    """ALTER TABLE signal ADD COLUMN source_consent TEXT DEFAULT '' NOT NULL""",
    """ALTER TABLE signal ADD COLUMN source_ground TEXT DEFAULT '' NOT NULL""",
    """ALTER TABLE signal ADD COLUMN source_note TEXT DEFAULT '' NOT NULL""",
    """ALTER TABLE inform_decision ADD COLUMN consulted TEXT DEFAULT '' NOT NULL""",
    """ALTER TABLE inform_decision ADD COLUMN weighing TEXT DEFAULT '' NOT NULL""",
    """ALTER TABLE inform_decision ADD COLUMN informed_by TEXT DEFAULT '' NOT NULL""",
    """ALTER TABLE inform_decision ADD COLUMN told TEXT DEFAULT '' NOT NULL""",
    """
    CREATE TABLE inform_agreement (
        id INTEGER NOT NULL,
        decision_id INTEGER NOT NULL,
        answer TEXT NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(decision_id) REFERENCES inform_decision (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_inform_agreement_decision ON inform_agreement (decision_id, id)""",
    """
    CREATE TABLE relation (
        id INTEGER NOT NULL,
        signal_id INTEGER NOT NULL,
        involvement_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        other_id INTEGER NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by INTEGER NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (involvement_id, kind, other_id),
        FOREIGN KEY(signal_id) REFERENCES signal (id),
        FOREIGN KEY(involvement_id) REFERENCES involvement (id),
        FOREIGN KEY(other_id) REFERENCES involvement (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_relation_signal ON relation (signal_id, id)""",
    """
    CREATE TABLE lead (
        id INTEGER NOT NULL,
        signal_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by INTEGER NOT NULL,
        version INTEGER DEFAULT '1' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(signal_id) REFERENCES signal (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_lead_signal ON lead (signal_id, id)""",
    """
    CREATE TABLE lead_key (
        "key" TEXT NOT NULL,
        lead_id INTEGER NOT NULL,
        PRIMARY KEY ("key", lead_id),
        FOREIGN KEY(lead_id) REFERENCES lead (id)
    )
     WITHOUT ROWID
    """,
    """CREATE INDEX ix_lead_key_lead ON lead_key (lead_id)""",
    """
    CREATE TABLE attachment (
        id INTEGER NOT NULL,
        uid TEXT NOT NULL,
        signal_id INTEGER NOT NULL,
        name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        size INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        origin TEXT DEFAULT '' NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by INTEGER NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (uid),
        FOREIGN KEY(signal_id) REFERENCES signal (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_attachment_signal ON attachment (signal_id, id)""",
    """
    CREATE TABLE attachment_content (
        attachment_id INTEGER NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (attachment_id),
        FOREIGN KEY(attachment_id) REFERENCES attachment (id)
    )
    """,
    """
    CREATE TABLE indicator_assessment (
        id INTEGER NOT NULL,
        signal_id INTEGER NOT NULL,
        form TEXT NOT NULL,
        list_version TEXT NOT NULL,
        assessed_on TEXT NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(signal_id) REFERENCES signal (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_indicator_assessment_signal ON indicator_assessment (signal_id, id)""",
    """
    CREATE TABLE indicator_answer (
        assessment_id INTEGER NOT NULL,
        indicator TEXT NOT NULL,
        answer TEXT NOT NULL,
        PRIMARY KEY (assessment_id, indicator),
        FOREIGN KEY(assessment_id) REFERENCES indicator_assessment (id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE routing (
        id INTEGER NOT NULL,
        signal_id INTEGER NOT NULL,
        rule TEXT DEFAULT '' NOT NULL,
        proposed TEXT DEFAULT '' NOT NULL,
        chosen TEXT NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        decided_on TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(signal_id) REFERENCES signal (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_routing_signal ON routing (signal_id, id)""",
)


def upgrade() -> None:
    """Create the tables and columns."""
    for statement in STATEMENTS:
        op.execute(statement)
