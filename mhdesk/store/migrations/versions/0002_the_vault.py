"""Add what correcting, destroying and an audit log with witnesses need.

Answers to referrals get a history; the registry remembers what a record said before it was changed, and which
records were destroyed. A row of a spreadsheet is remembered without its signal once that was destroyed.
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE referral_answer (
        id INTEGER NOT NULL,
        referral_id INTEGER NOT NULL,
        state TEXT NOT NULL,
        answered_on TEXT,
        answer TEXT DEFAULT '' NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(referral_id) REFERENCES referral (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_referral_answer_referral ON referral_answer (referral_id, id)""",
    """
    CREATE TABLE revision (
        id INTEGER NOT NULL,
        record TEXT NOT NULL,
        record_id INTEGER NOT NULL,
        version INTEGER NOT NULL,
        earlier TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        changed_by INTEGER NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (record, record_id, version),
        FOREIGN KEY(changed_by) REFERENCES user (id)
    )
    """,
    """
    CREATE TABLE destroyed (
        uid TEXT NOT NULL,
        record TEXT NOT NULL,
        ground TEXT NOT NULL,
        destroyed_at TEXT NOT NULL,
        destroyed_by INTEGER NOT NULL,
        PRIMARY KEY (uid),
        FOREIGN KEY(destroyed_by) REFERENCES user (id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE audit_checkpoint (
        id INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        head TEXT NOT NULL,
        signed_at TEXT NOT NULL,
        user_id INTEGER NOT NULL,
        public_key TEXT NOT NULL,
        signature TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(user_id) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_audit_event_user ON audit_event (user_id, seq)""",
    """CREATE INDEX ix_audit_subject_person ON audit_subject (person_id, seq) WHERE person_id IS NOT NULL""",
    # SQLite cannot take NOT NULL away: the table is made anew. The copy in between lies in memory.
    """CREATE TEMPORARY TABLE kept AS SELECT fingerprint, signal_id FROM import_row""",
    """DROP TABLE import_row""",
    """
    CREATE TABLE import_row (
        fingerprint TEXT NOT NULL,
        signal_id INTEGER,
        PRIMARY KEY (fingerprint),
        FOREIGN KEY(signal_id) REFERENCES signal (id)
    )
     WITHOUT ROWID
    """,
    """CREATE INDEX ix_import_row_signal ON import_row (signal_id)""",
    """INSERT INTO import_row (fingerprint, signal_id) SELECT fingerprint, signal_id FROM kept""",
    """DROP TABLE kept""",
    # The answers that are known are the first of their history.
    """
    INSERT INTO referral_answer (referral_id, state, answered_on, answer, recorded_at, recorded_by)
    SELECT id, state, answered_on, answer, recorded_at, recorded_by FROM referral
    WHERE answered_on IS NOT NULL
    """,
)


def upgrade() -> None:
    """Create the tables and carry over what is known."""
    for statement in STATEMENTS:
        op.execute(statement)
