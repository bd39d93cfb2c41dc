"""Add triage, the tasks with a last day that follow from it, and who is said not to be the same as who."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE triage (
        id INTEGER NOT NULL,
        signal_id INTEGER NOT NULL,
        held_on TEXT NOT NULL,
        disciplines TEXT NOT NULL,
        direct_safety TEXT NOT NULL,
        structural_safety TEXT NOT NULL,
        children TEXT NOT NULL,
        severity TEXT NOT NULL,
        outcome TEXT NOT NULL,
        reasoning TEXT DEFAULT '' NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(signal_id) REFERENCES signal (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_triage_signal ON triage (signal_id, id)""",
    """
    CREATE TABLE task (
        id INTEGER NOT NULL,
        signal_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        due_on TEXT NOT NULL,
        begun_at TEXT NOT NULL,
        begun_by INTEGER NOT NULL,
        done_on TEXT,
        done_by INTEGER,
        done_how TEXT DEFAULT '' NOT NULL,
        snoozed_to TEXT,
        snooze_reason TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(signal_id) REFERENCES signal (id),
        FOREIGN KEY(begun_by) REFERENCES user (id),
        FOREIGN KEY(done_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_task_signal ON task (signal_id, id)""",
    """CREATE INDEX ix_task_open ON task (due_on, id) WHERE done_on IS NULL""",
    """
    CREATE TABLE apart (
        first_id INTEGER NOT NULL,
        second_id INTEGER NOT NULL,
        said_at TEXT NOT NULL,
        said_by INTEGER NOT NULL,
        PRIMARY KEY (first_id, second_id),
        FOREIGN KEY(first_id) REFERENCES person (id),
        FOREIGN KEY(second_id) REFERENCES person (id),
        FOREIGN KEY(said_by) REFERENCES user (id)
    )
     WITHOUT ROWID
    """,
    """CREATE INDEX ix_apart_second ON apart (second_id)""",
    # Today asks for those on a waiting list, too, and the log for a period.
    """DROP INDEX ix_referral_open""",
    """
    CREATE INDEX ix_referral_open ON referral (referred_on, id)
    WHERE state IN ('sent', 'waiting_list') AND historic = 0
    """,
    """CREATE INDEX ix_audit_event_at ON audit_event (at, seq)""",
)


def upgrade() -> None:
    """Create the tables."""
    for statement in STATEMENTS:
        op.execute(statement)
