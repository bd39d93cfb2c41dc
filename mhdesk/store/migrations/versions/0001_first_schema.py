"""Make the tables of the first registry.

Written out in SQL on purpose: a migration says what was done then, whatever schema.py says today.
"""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE audit_event (
        seq INTEGER NOT NULL,
        at TEXT NOT NULL,
        user_id INTEGER,
        role TEXT DEFAULT '' NOT NULL,
        verb TEXT NOT NULL,
        kind TEXT NOT NULL,
        outcome TEXT NOT NULL,
        station TEXT DEFAULT '' NOT NULL,
        details TEXT DEFAULT '' NOT NULL,
        hash TEXT NOT NULL,
        PRIMARY KEY (seq)
    )
    """,
    """
    CREATE TABLE organisation (
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        "group" TEXT NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (name)
    )
    """,
    """
    CREATE TABLE person (
        id INTEGER NOT NULL,
        uid TEXT NOT NULL,
        first_names TEXT DEFAULT '' NOT NULL,
        last_name TEXT DEFAULT '' NOT NULL,
        sex TEXT NOT NULL,
        birth_on TEXT DEFAULT '' NOT NULL,
        birth_estimated BOOLEAN DEFAULT '0' NOT NULL,
        nationality TEXT NOT NULL,
        phone TEXT DEFAULT '' NOT NULL,
        safe_contact TEXT DEFAULT '' NOT NULL,
        recorded_at TEXT NOT NULL,
        version INTEGER DEFAULT '1' NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (uid)
    )
    """,
    """
    CREATE TABLE setting (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE user (
        id INTEGER NOT NULL,
        key_id TEXT NOT NULL,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        active BOOLEAN DEFAULT '1' NOT NULL,
        created_at TEXT NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (key_id)
    )
    """,
    """
    CREATE TABLE audit_subject (
        seq INTEGER NOT NULL,
        line INTEGER NOT NULL,
        record TEXT NOT NULL,
        record_id INTEGER NOT NULL,
        person_id INTEGER,
        PRIMARY KEY (seq, line),
        FOREIGN KEY(seq) REFERENCES audit_event (seq)
    )
     WITHOUT ROWID
    """,
    """CREATE INDEX ix_audit_subject_record ON audit_subject (record, record_id, seq)""",
    """
    CREATE TABLE draft (
        id INTEGER NOT NULL,
        user_id INTEGER NOT NULL,
        form TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        payload TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(user_id) REFERENCES user (id)
    )
    """,
    """
    CREATE TABLE import_batch (
        id INTEGER NOT NULL,
        imported_at TEXT NOT NULL,
        imported_by INTEGER NOT NULL,
        rows_read INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(imported_by) REFERENCES user (id)
    )
    """,
    """
    CREATE TABLE person_key (
        "key" TEXT NOT NULL,
        person_id INTEGER NOT NULL,
        PRIMARY KEY ("key", person_id),
        FOREIGN KEY(person_id) REFERENCES person (id)
    )
     WITHOUT ROWID
    """,
    """CREATE INDEX ix_person_key_person ON person_key (person_id)""",
    """
    CREATE TABLE release (
        id INTEGER NOT NULL,
        number TEXT NOT NULL,
        released_at TEXT NOT NULL,
        released_by INTEGER NOT NULL,
        first_day TEXT NOT NULL,
        last_day TEXT NOT NULL,
        dimensions TEXT NOT NULL,
        unit TEXT NOT NULL,
        purpose TEXT DEFAULT '' NOT NULL,
        receiver TEXT DEFAULT '' NOT NULL,
        rules TEXT NOT NULL,
        cells TEXT NOT NULL,
        hash TEXT NOT NULL,
        audit_head TEXT NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (number),
        FOREIGN KEY(released_by) REFERENCES user (id)
    )
    """,
    """
    CREATE TABLE signal (
        id INTEGER NOT NULL,
        uid TEXT NOT NULL,
        number_year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        status TEXT NOT NULL,
        received_on TEXT NOT NULL,
        received_time TEXT DEFAULT '' NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by INTEGER NOT NULL,
        channel TEXT NOT NULL,
        discipline TEXT NOT NULL,
        organisation TEXT DEFAULT '' NOT NULL,
        source_confidential BOOLEAN NOT NULL,
        municipality TEXT NOT NULL,
        form TEXT NOT NULL,
        to_review BOOLEAN DEFAULT '0' NOT NULL,
        import_batch_id INTEGER,
        version INTEGER DEFAULT '1' NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (number_year, number),
        UNIQUE (uid),
        FOREIGN KEY(recorded_by) REFERENCES user (id),
        FOREIGN KEY(import_batch_id) REFERENCES import_batch (id)
    )
    """,
    """
    CREATE INDEX ix_signal_received
    ON signal (received_on, id, kind, status, municipality, form, to_review)
    """,
    """CREATE INDEX ix_signal_to_review ON signal (id) WHERE to_review = 1""",
    """
    CREATE TABLE import_row (
        fingerprint TEXT NOT NULL,
        signal_id INTEGER NOT NULL,
        PRIMARY KEY (fingerprint),
        FOREIGN KEY(signal_id) REFERENCES signal (id)
    )
     WITHOUT ROWID
    """,
    """CREATE INDEX ix_import_row_signal ON import_row (signal_id)""",
    """
    CREATE TABLE involvement (
        id INTEGER NOT NULL,
        signal_id INTEGER NOT NULL,
        person_id INTEGER,
        role TEXT NOT NULL,
        inform_state TEXT NOT NULL,
        inform_due TEXT,
        term TEXT DEFAULT '' NOT NULL,
        duty_on TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(signal_id) REFERENCES signal (id),
        FOREIGN KEY(person_id) REFERENCES person (id)
    )
    """,
    """CREATE INDEX ix_involvement_duty ON involvement (duty_on, id) WHERE duty_on IS NOT NULL""",
    """CREATE INDEX ix_involvement_person ON involvement (person_id, signal_id)""",
    """CREATE INDEX ix_involvement_signal ON involvement (signal_id, id)""",
    """
    CREATE TABLE note (
        id INTEGER NOT NULL,
        signal_id INTEGER NOT NULL,
        text TEXT NOT NULL,
        origin TEXT DEFAULT '' NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(signal_id) REFERENCES signal (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_note_signal ON note (signal_id, id)""",
    """
    CREATE TABLE signal_form (
        signal_id INTEGER NOT NULL,
        form TEXT NOT NULL,
        PRIMARY KEY (signal_id, form),
        FOREIGN KEY(signal_id) REFERENCES signal (id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE signal_text (
        signal_id INTEGER NOT NULL,
        narrative TEXT NOT NULL,
        PRIMARY KEY (signal_id),
        FOREIGN KEY(signal_id) REFERENCES signal (id)
    )
    """,
    """
    CREATE TABLE inform_decision (
        id INTEGER NOT NULL,
        involvement_id INTEGER NOT NULL,
        choice TEXT NOT NULL,
        ground TEXT DEFAULT '' NOT NULL,
        legal_ground TEXT DEFAULT '' NOT NULL,
        reasoning TEXT DEFAULT '' NOT NULL,
        decided_by TEXT DEFAULT '' NOT NULL,
        decided_on TEXT,
        agreed_by TEXT DEFAULT '' NOT NULL,
        review_on TEXT,
        informed_on TEXT,
        informed_how TEXT DEFAULT '' NOT NULL,
        historic BOOLEAN DEFAULT '0' NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(involvement_id) REFERENCES involvement (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_inform_decision_involvement ON inform_decision (involvement_id, id)""",
    """
    CREATE TABLE referral (
        id INTEGER NOT NULL,
        signal_id INTEGER NOT NULL,
        involvement_id INTEGER,
        organisation_id INTEGER NOT NULL,
        purpose TEXT NOT NULL,
        basis TEXT NOT NULL,
        basis_note TEXT DEFAULT '' NOT NULL,
        referred_on TEXT,
        note TEXT DEFAULT '' NOT NULL,
        state TEXT NOT NULL,
        answered_on TEXT,
        answer TEXT DEFAULT '' NOT NULL,
        historic BOOLEAN DEFAULT '0' NOT NULL,
        recorded_at TEXT NOT NULL,
        recorded_by INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(signal_id) REFERENCES signal (id),
        FOREIGN KEY(involvement_id) REFERENCES involvement (id),
        FOREIGN KEY(organisation_id) REFERENCES organisation (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_referral_open ON referral (referred_on) WHERE state = 'sent' AND historic = 0""",
    """CREATE INDEX ix_referral_signal ON referral (signal_id, id)""",
    """CREATE VIRTUAL TABLE search_words USING fts5(words, tokenize='unicode61', prefix='2 3')""",
    """CREATE VIRTUAL TABLE search_parts USING fts5(parts, tokenize='trigram')""",
    """INSERT INTO search_words(search_words, rank) VALUES ('secure-delete', 1)""",
    """INSERT INTO search_parts(search_parts, rank) VALUES ('secure-delete', 1)""",
)


def upgrade() -> None:
    """Create every table, index and search table."""
    for statement in STATEMENTS:
        op.execute(statement)
