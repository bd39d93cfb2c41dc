"""Add what follows a client: cases, the network, meetings, registrations, requests, persons who are one.

A referral tells more of itself: what is shared, until when an answer is expected, how it went on.
"""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

STATEMENTS = (
    """ALTER TABLE person ADD COLUMN merged_into INTEGER""",
    """ALTER TABLE organisation ADD COLUMN side TEXT DEFAULT '' NOT NULL""",
    """ALTER TABLE organisation ADD COLUMN phone TEXT DEFAULT '' NOT NULL""",
    """ALTER TABLE organisation ADD COLUMN email TEXT DEFAULT '' NOT NULL""",
    """ALTER TABLE organisation ADD COLUMN address TEXT DEFAULT '' NOT NULL""",
    """ALTER TABLE organisation ADD COLUMN note TEXT DEFAULT '' NOT NULL""",
    """ALTER TABLE organisation ADD COLUMN ended_on TEXT""",
    """ALTER TABLE organisation ADD COLUMN version INTEGER DEFAULT '1' NOT NULL""",
    """ALTER TABLE referral ADD COLUMN shared TEXT DEFAULT '' NOT NULL""",
    """ALTER TABLE referral ADD COLUMN urgency TEXT DEFAULT '' NOT NULL""",
    """ALTER TABLE referral ADD COLUMN answer_by TEXT""",
    """ALTER TABLE referral ADD COLUMN consent_on TEXT""",
    """ALTER TABLE referral ADD COLUMN waiting_place TEXT DEFAULT '' NOT NULL""",
    """ALTER TABLE referral ADD COLUMN waiting_since TEXT""",
    """ALTER TABLE referral ADD COLUMN started_on TEXT""",
    """ALTER TABLE referral ADD COLUMN ended_on TEXT""",
    """ALTER TABLE referral ADD COLUMN outcome TEXT DEFAULT '' NOT NULL""",
    """ALTER TABLE referral ADD COLUMN version INTEGER DEFAULT '1' NOT NULL""",
    """ALTER TABLE referral_answer ADD COLUMN place TEXT DEFAULT '' NOT NULL""",
    """ALTER TABLE referral_answer ADD COLUMN outcome TEXT DEFAULT '' NOT NULL""",
    """DROP INDEX ix_referral_open""",
    """CREATE INDEX ix_person_merged ON person (merged_into) WHERE merged_into IS NOT NULL""",
    """CREATE INDEX ix_person_phone ON person (phone, id) WHERE phone != ''""",
    """CREATE INDEX ix_referral_list ON referral (referred_on, id, state, organisation_id, purpose, historic)""",
    """
    CREATE INDEX ix_referral_open ON referral (referred_on, id)
    WHERE state IN ('proposed', 'sent', 'received', 'waiting_list') AND historic = 0
    """,
    """CREATE INDEX ix_task_kind ON task (kind, done_on, begun_at, done_how)""",
    """
    CREATE TABLE case_file (
        id INTEGER NOT NULL, uid TEXT NOT NULL, number_year INTEGER NOT NULL, number INTEGER NOT NULL,
        person_id INTEGER NOT NULL, coordinator_id INTEGER NOT NULL, status TEXT NOT NULL,
        opened_on TEXT NOT NULL, risk TEXT DEFAULT 'unknown' NOT NULL, closed_on TEXT,
        closing_reason TEXT DEFAULT '' NOT NULL, outcome TEXT DEFAULT '' NOT NULL,
        recorded_at TEXT NOT NULL, recorded_by INTEGER NOT NULL, version INTEGER DEFAULT '1' NOT NULL,
        PRIMARY KEY (id), UNIQUE (number_year, number), UNIQUE (uid),
        FOREIGN KEY(person_id) REFERENCES person (id), FOREIGN KEY(coordinator_id) REFERENCES user (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_case_file_list ON case_file (status, opened_on, id, coordinator_id)""",
    """CREATE INDEX ix_case_file_person ON case_file (person_id, id)""",
    """
    CREATE TABLE comensha (
        id INTEGER NOT NULL, person_id INTEGER NOT NULL, state TEXT NOT NULL,
        dossier_type TEXT DEFAULT '' NOT NULL, consent TEXT DEFAULT '' NOT NULL, consent_on TEXT,
        consent_note TEXT DEFAULT '' NOT NULL, due_on TEXT, registered_on TEXT,
        their_number TEXT DEFAULT '' NOT NULL, feedback_on TEXT, feedback TEXT DEFAULT '' NOT NULL,
        reason TEXT DEFAULT '' NOT NULL, current BOOLEAN DEFAULT '1' NOT NULL, recorded_at TEXT NOT NULL,
        recorded_by INTEGER NOT NULL,
        PRIMARY KEY (id), FOREIGN KEY(person_id) REFERENCES person (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_comensha_person ON comensha (person_id, id)""",
    """CREATE INDEX ix_comensha_state ON comensha (current, state, due_on, id)""",
    """
    CREATE TABLE consultation (
        id INTEGER NOT NULL, asked_on TEXT NOT NULL, discipline TEXT NOT NULL, organisation_id INTEGER,
        municipality TEXT DEFAULT '' NOT NULL, topic TEXT NOT NULL, question TEXT NOT NULL,
        answer TEXT DEFAULT '' NOT NULL, minutes INTEGER, recorded_at TEXT NOT NULL,
        recorded_by INTEGER NOT NULL, version INTEGER DEFAULT '1' NOT NULL,
        PRIMARY KEY (id), FOREIGN KEY(organisation_id) REFERENCES organisation (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_consultation_asked ON consultation (asked_on, id)""",
    """
    CREATE TABLE covenant (
        id INTEGER NOT NULL, organisation_id INTEGER NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
        purposes TEXT DEFAULT '' NOT NULL, covers TEXT DEFAULT '' NOT NULL, starts_on TEXT NOT NULL,
        ends_on TEXT, note TEXT DEFAULT '' NOT NULL, recorded_at TEXT NOT NULL,
        recorded_by INTEGER NOT NULL, version INTEGER DEFAULT '1' NOT NULL,
        PRIMARY KEY (id), FOREIGN KEY(organisation_id) REFERENCES organisation (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_covenant_ends ON covenant (ends_on, id)""",
    """CREATE INDEX ix_covenant_organisation ON covenant (organisation_id, id)""",
    """
    CREATE TABLE data_request (
        id INTEGER NOT NULL, person_id INTEGER NOT NULL, kind TEXT NOT NULL, asked_on TEXT NOT NULL,
        asked_by TEXT DEFAULT '' NOT NULL, identity TEXT DEFAULT '' NOT NULL, due_on TEXT NOT NULL,
        extension_reason TEXT DEFAULT '' NOT NULL, state TEXT NOT NULL, decision TEXT DEFAULT '' NOT NULL,
        ground TEXT DEFAULT '' NOT NULL, reasoning TEXT DEFAULT '' NOT NULL, answered_on TEXT,
        recorded_at TEXT NOT NULL, recorded_by INTEGER NOT NULL, version INTEGER DEFAULT '1' NOT NULL,
        PRIMARY KEY (id), FOREIGN KEY(person_id) REFERENCES person (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_data_request_open ON data_request (state, due_on, id)""",
    """CREATE INDEX ix_data_request_person ON data_request (person_id, id)""",
    """
    CREATE TABLE experience (
        id INTEGER NOT NULL, organisation_id INTEGER NOT NULL, happened_on TEXT NOT NULL,
        text TEXT NOT NULL, recorded_at TEXT NOT NULL, recorded_by INTEGER NOT NULL,
        PRIMARY KEY (id), FOREIGN KEY(organisation_id) REFERENCES organisation (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_experience_organisation ON experience (organisation_id, id)""",
    """
    CREATE TABLE meeting (
        id INTEGER NOT NULL, uid TEXT NOT NULL, kind TEXT NOT NULL, held_on TEXT NOT NULL,
        starts_at TEXT DEFAULT '' NOT NULL, place TEXT DEFAULT '' NOT NULL, chair TEXT DEFAULT '' NOT NULL,
        state TEXT NOT NULL, note TEXT DEFAULT '' NOT NULL, recorded_at TEXT NOT NULL,
        recorded_by INTEGER NOT NULL, version INTEGER DEFAULT '1' NOT NULL,
        PRIMARY KEY (id), UNIQUE (uid), FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_meeting_held ON meeting (held_on, id)""",
    """
    CREATE TABLE offer (
        id INTEGER NOT NULL, organisation_id INTEGER NOT NULL, purpose TEXT NOT NULL,
        name TEXT DEFAULT '' NOT NULL, sexes TEXT DEFAULT '' NOT NULL, age_from INTEGER, age_to INTEGER,
        children TEXT DEFAULT 'unknown' NOT NULL, languages TEXT DEFAULT '' NOT NULL,
        municipalities TEXT DEFAULT '' NOT NULL, at_night BOOLEAN DEFAULT '0' NOT NULL, places FLOAT,
        places_free FLOAT, free_on TEXT, conditions TEXT DEFAULT '' NOT NULL, ended_on TEXT,
        recorded_at TEXT NOT NULL, recorded_by INTEGER NOT NULL, version INTEGER DEFAULT '1' NOT NULL,
        PRIMARY KEY (id), FOREIGN KEY(organisation_id) REFERENCES organisation (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_offer_organisation ON offer (organisation_id, id)""",
    """CREATE INDEX ix_offer_purpose ON offer (purpose, id)""",
    """
    CREATE TABLE organisation_contact (
        id INTEGER NOT NULL, organisation_id INTEGER NOT NULL, name TEXT NOT NULL,
        function TEXT DEFAULT '' NOT NULL, phone TEXT DEFAULT '' NOT NULL, email TEXT DEFAULT '' NOT NULL,
        note TEXT DEFAULT '' NOT NULL, ended_on TEXT, recorded_at TEXT NOT NULL,
        recorded_by INTEGER NOT NULL, version INTEGER DEFAULT '1' NOT NULL,
        PRIMARY KEY (id), FOREIGN KEY(organisation_id) REFERENCES organisation (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_organisation_contact ON organisation_contact (organisation_id, id)""",
    """
    CREATE TABLE person_merge (
        id INTEGER NOT NULL, kept_id INTEGER NOT NULL, merged_id INTEGER NOT NULL,
        reason TEXT DEFAULT '' NOT NULL, moved TEXT NOT NULL, merged_at TEXT NOT NULL,
        merged_by INTEGER NOT NULL, undone_at TEXT, undone_by INTEGER,
        PRIMARY KEY (id), FOREIGN KEY(kept_id) REFERENCES person (id),
        FOREIGN KEY(merged_id) REFERENCES person (id), FOREIGN KEY(merged_by) REFERENCES user (id),
        FOREIGN KEY(undone_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_person_merge_kept ON person_merge (kept_id, id)""",
    """CREATE INDEX ix_person_merge_merged ON person_merge (merged_id, id)""",
    """
    CREATE TABLE unmet_need (
        id INTEGER NOT NULL, person_id INTEGER, purpose TEXT NOT NULL, wanted_on TEXT NOT NULL,
        reason TEXT NOT NULL, municipality TEXT DEFAULT '' NOT NULL, sex TEXT DEFAULT 'unknown' NOT NULL,
        age_band TEXT DEFAULT 'unknown' NOT NULL, note TEXT DEFAULT '' NOT NULL, met_on TEXT,
        met_how TEXT DEFAULT '' NOT NULL, recorded_at TEXT NOT NULL, recorded_by INTEGER NOT NULL,
        version INTEGER DEFAULT '1' NOT NULL,
        PRIMARY KEY (id), FOREIGN KEY(person_id) REFERENCES person (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_unmet_need_person ON unmet_need (person_id, id)""",
    """CREATE INDEX ix_unmet_need_wanted ON unmet_need (wanted_on, id)""",
    """
    CREATE TABLE case_entry (
        id INTEGER NOT NULL, case_id INTEGER NOT NULL, kind TEXT NOT NULL, happened_on TEXT NOT NULL,
        code TEXT DEFAULT '' NOT NULL, text TEXT DEFAULT '' NOT NULL, recorded_at TEXT NOT NULL,
        recorded_by INTEGER NOT NULL,
        PRIMARY KEY (id), FOREIGN KEY(case_id) REFERENCES case_file (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_case_entry_case ON case_entry (case_id, id)""",
    """
    CREATE TABLE case_goal (
        id INTEGER NOT NULL, case_id INTEGER NOT NULL, text TEXT NOT NULL, state TEXT NOT NULL,
        result TEXT DEFAULT '' NOT NULL, ended_on TEXT, recorded_at TEXT NOT NULL,
        recorded_by INTEGER NOT NULL, version INTEGER DEFAULT '1' NOT NULL,
        PRIMARY KEY (id), FOREIGN KEY(case_id) REFERENCES case_file (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_case_goal_case ON case_goal (case_id, id)""",
    """
    CREATE TABLE meeting_item (
        id INTEGER NOT NULL, meeting_id INTEGER NOT NULL, case_id INTEGER NOT NULL,
        position INTEGER NOT NULL, question TEXT DEFAULT '' NOT NULL, report TEXT DEFAULT '' NOT NULL,
        minutes INTEGER, discussed BOOLEAN DEFAULT '0' NOT NULL, version INTEGER DEFAULT '1' NOT NULL,
        PRIMARY KEY (id), UNIQUE (meeting_id, case_id), FOREIGN KEY(meeting_id) REFERENCES meeting (id),
        FOREIGN KEY(case_id) REFERENCES case_file (id)
    )
    """,
    """CREATE INDEX ix_meeting_item_case ON meeting_item (case_id, id)""",
    """
    CREATE TABLE meeting_participant (
        id INTEGER NOT NULL, meeting_id INTEGER NOT NULL, organisation_id INTEGER, name TEXT NOT NULL,
        function TEXT DEFAULT '' NOT NULL, attendance TEXT DEFAULT 'invited' NOT NULL,
        PRIMARY KEY (id), FOREIGN KEY(meeting_id) REFERENCES meeting (id),
        FOREIGN KEY(organisation_id) REFERENCES organisation (id)
    )
    """,
    """CREATE INDEX ix_meeting_participant_meeting ON meeting_participant (meeting_id, id)""",
    """
    CREATE TABLE trajectory (
        id INTEGER NOT NULL, case_id INTEGER NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL,
        organisation_id INTEGER, started_on TEXT, until_on TEXT, ended_on TEXT,
        note TEXT DEFAULT '' NOT NULL, result TEXT DEFAULT '' NOT NULL, recorded_at TEXT NOT NULL,
        recorded_by INTEGER NOT NULL, version INTEGER DEFAULT '1' NOT NULL,
        PRIMARY KEY (id), FOREIGN KEY(case_id) REFERENCES case_file (id),
        FOREIGN KEY(organisation_id) REFERENCES organisation (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_trajectory_case ON trajectory (case_id, id)""",
    """
    CREATE TABLE agreement (
        id INTEGER NOT NULL, case_id INTEGER NOT NULL, meeting_item_id INTEGER, what TEXT NOT NULL,
        who TEXT DEFAULT '' NOT NULL, user_id INTEGER, due_on TEXT NOT NULL, done_on TEXT, done_by INTEGER,
        done_how TEXT DEFAULT '' NOT NULL, snoozed_to TEXT, snooze_reason TEXT DEFAULT '' NOT NULL,
        recorded_at TEXT NOT NULL, recorded_by INTEGER NOT NULL,
        PRIMARY KEY (id), FOREIGN KEY(case_id) REFERENCES case_file (id),
        FOREIGN KEY(meeting_item_id) REFERENCES meeting_item (id),
        FOREIGN KEY(user_id) REFERENCES user (id), FOREIGN KEY(done_by) REFERENCES user (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_agreement_case ON agreement (case_id, id)""",
    """CREATE INDEX ix_agreement_item ON agreement (meeting_item_id, id)""",
    """CREATE INDEX ix_agreement_open ON agreement (done_on, due_on, id)""",
    """
    CREATE TABLE meeting_share (
        id INTEGER NOT NULL, item_id INTEGER NOT NULL, participant_id INTEGER NOT NULL,
        shared TEXT DEFAULT '' NOT NULL, basis TEXT NOT NULL, basis_note TEXT DEFAULT '' NOT NULL,
        recorded_at TEXT NOT NULL, recorded_by INTEGER NOT NULL,
        PRIMARY KEY (id), FOREIGN KEY(item_id) REFERENCES meeting_item (id),
        FOREIGN KEY(participant_id) REFERENCES meeting_participant (id),
        FOREIGN KEY(recorded_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_meeting_share_item ON meeting_share (item_id, id)""",
    """
    CREATE TABLE referral_letter (
        id INTEGER NOT NULL, referral_id INTEGER NOT NULL, sha256 TEXT NOT NULL, content BLOB NOT NULL,
        made_at TEXT NOT NULL, made_by INTEGER NOT NULL,
        PRIMARY KEY (id), FOREIGN KEY(referral_id) REFERENCES referral (id),
        FOREIGN KEY(made_by) REFERENCES user (id)
    )
    """,
    """CREATE INDEX ix_referral_letter_referral ON referral_letter (referral_id, id)""",
    """CREATE VIRTUAL TABLE search_case_words USING fts5(words, tokenize='unicode61', prefix='2 3')""",
    """CREATE VIRTUAL TABLE search_case_parts USING fts5(parts, tokenize='trigram')""",
    """INSERT INTO search_case_words(search_case_words, rank) VALUES ('secure-delete', 1)""",
    """INSERT INTO search_case_parts(search_case_parts, rank) VALUES ('secure-delete', 1)""",
)


def upgrade() -> None:
    """Create the tables, columns and indexes."""
    for statement in STATEMENTS:
        op.execute(statement)
