"""What follows a client over many signals: the case, what is worked on, requests, what was merged."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, Table, Text, UniqueConstraint

from mhdesk.store.schema.columns import id_column, metadata, text_column

# The client-following file around one person. `status` is open or closed; a person has one that is opened again
# rather than a second one.
case_file = Table(
    "case_file",
    metadata,
    id_column(),
    Column("uid", Text, nullable=False, unique=True),
    Column("number_year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("coordinator_id", Integer, ForeignKey("user.id"), nullable=False),
    text_column("status", None),
    text_column("opened_on", None),
    text_column("risk", "unknown"),
    Column("closed_on", Text),
    text_column("closing_reason"),
    text_column("outcome"),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
    UniqueConstraint("number_year", "number"),
)
Index("ix_case_file_person", case_file.c.person_id, case_file.c.id)
Index(
    "ix_case_file_list", case_file.c.status, case_file.c.opened_on, case_file.c.id, case_file.c.coordinator_id
)

case_goal = Table(
    "case_goal",
    metadata,
    id_column(),
    Column("case_id", Integer, ForeignKey("case_file.id"), nullable=False),
    text_column("text", None),
    text_column("state", None),
    text_column("result"),
    Column("ended_on", Text),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
)
Index("ix_case_goal_case", case_goal.c.case_id, case_goal.c.id)

# A line of help with a beginning and, where there is one, a last day (the reflection period has).
trajectory = Table(
    "trajectory",
    metadata,
    id_column(),
    Column("case_id", Integer, ForeignKey("case_file.id"), nullable=False),
    text_column("kind", None),
    text_column("state", None),
    Column("organisation_id", Integer, ForeignKey("organisation.id")),
    Column("started_on", Text),
    Column("until_on", Text),
    Column("ended_on", Text),
    text_column("note"),
    text_column("result"),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
)
Index("ix_trajectory_case", trajectory.c.case_id, trajectory.c.id)

# What happened in a case, never edited: a contact, progress, how high the risk is, what the client was told and given,
# who coordinates, closing and opening again. `code` is the level, means or reason that belongs to the kind.
case_entry = Table(
    "case_entry",
    metadata,
    id_column(),
    Column("case_id", Integer, ForeignKey("case_file.id"), nullable=False),
    text_column("kind", None),
    text_column("happened_on", None),
    text_column("code"),
    text_column("text"),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_case_entry_case", case_entry.c.case_id, case_entry.c.id)

# Who does what by when, from a meeting or from the case itself.
agreement = Table(
    "agreement",
    metadata,
    id_column(),
    Column("case_id", Integer, ForeignKey("case_file.id"), nullable=False),
    Column("meeting_item_id", Integer, ForeignKey("meeting_item.id")),
    text_column("what", None),
    text_column("who"),
    Column("user_id", Integer, ForeignKey("user.id")),
    text_column("due_on", None),
    Column("done_on", Text),
    Column("done_by", Integer, ForeignKey("user.id")),
    text_column("done_how"),
    Column("snoozed_to", Text),
    text_column("snooze_reason"),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_agreement_case", agreement.c.case_id, agreement.c.id)
Index("ix_agreement_item", agreement.c.meeting_item_id, agreement.c.id)
Index("ix_agreement_open", agreement.c.done_on, agreement.c.due_on, agreement.c.id)

# Whether a victim is registered with CoMensha, each time that something about it changed; the last one counts.
comensha = Table(
    "comensha",
    metadata,
    id_column(),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    text_column("state", None),
    text_column("dossier_type"),
    text_column("consent"),
    Column("consent_on", Text),
    text_column("consent_note"),
    Column("due_on", Text),
    Column("registered_on", Text),
    text_column("their_number"),
    Column("feedback_on", Text),
    text_column("feedback"),
    text_column("reason"),
    Column("current", Boolean, nullable=False, server_default="1"),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_comensha_person", comensha.c.person_id, comensha.c.id)
Index("ix_comensha_state", comensha.c.current, comensha.c.state, comensha.c.due_on, comensha.c.id)

# What somebody asked about data of his or her own: to see, correct, destroy or restrict (AVG 15-18, 21).
data_request = Table(
    "data_request",
    metadata,
    id_column(),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    text_column("kind", None),
    text_column("asked_on", None),
    text_column("asked_by"),
    text_column("identity"),
    text_column("due_on", None),
    text_column("extension_reason"),
    text_column("state", None),
    text_column("decision"),
    text_column("ground"),
    text_column("reasoning"),
    Column("answered_on", Text),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
)
Index("ix_data_request_person", data_request.c.person_id, data_request.c.id)
Index("ix_data_request_open", data_request.c.state, data_request.c.due_on, data_request.c.id)

# Two persons who turned out to be one. `moved` is JSON: everything that is needed to take it apart again.
person_merge = Table(
    "person_merge",
    metadata,
    id_column(),
    Column("kept_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("merged_id", Integer, ForeignKey("person.id"), nullable=False),
    text_column("reason"),
    text_column("moved", None),
    text_column("merged_at", None),
    Column("merged_by", Integer, ForeignKey("user.id"), nullable=False),
    Column("undone_at", Text),
    Column("undone_by", Integer, ForeignKey("user.id")),
)
Index("ix_person_merge_kept", person_merge.c.kept_id, person_merge.c.id)
Index("ix_person_merge_merged", person_merge.c.merged_id, person_merge.c.id)

# The letter that went with a referral, as it left.
referral_letter = Table(
    "referral_letter",
    metadata,
    id_column(),
    Column("referral_id", Integer, ForeignKey("referral.id"), nullable=False),
    text_column("sha256", None),
    Column("content", LargeBinary, nullable=False),
    text_column("made_at", None),
    Column("made_by", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_referral_letter_referral", referral_letter.c.referral_id, referral_letter.c.id)
