"""With whom the region works: contacts, what they offer, covenants, meetings, what could not be found, questions."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from mhdesk.store.schema.columns import id_column, metadata, text_column

organisation = Table(
    "organisation",
    metadata,
    id_column(),
    Column("name", Text, nullable=False, unique=True),
    Column("group", Text, nullable=False),
    text_column("side"),
    text_column("phone"),
    text_column("email"),
    text_column("address"),
    text_column("note"),
    Column("ended_on", Text),
    Column("version", Integer, nullable=False, server_default="1"),
)

organisation_contact = Table(
    "organisation_contact",
    metadata,
    id_column(),
    Column("organisation_id", Integer, ForeignKey("organisation.id"), nullable=False),
    text_column("name", None),
    text_column("function"),
    text_column("phone"),
    text_column("email"),
    text_column("note"),
    Column("ended_on", Text),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
)
Index("ix_organisation_contact", organisation_contact.c.organisation_id, organisation_contact.c.id)

# What an organisation offers to whom. `sexes`, `languages` and `municipalities` are codes with a space between,
# "" for all; places may be a part of one ("half an emergency place"), NULL for not known.
offer = Table(
    "offer",
    metadata,
    id_column(),
    Column("organisation_id", Integer, ForeignKey("organisation.id"), nullable=False),
    text_column("purpose", None),
    text_column("name"),
    text_column("sexes"),
    Column("age_from", Integer),
    Column("age_to", Integer),
    text_column("children", "unknown"),
    text_column("languages"),
    text_column("municipalities"),
    Column("at_night", Boolean, nullable=False, server_default="0"),
    Column("places", Float),
    Column("places_free", Float),
    Column("free_on", Text),
    text_column("conditions"),
    Column("ended_on", Text),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
)
Index("ix_offer_organisation", offer.c.organisation_id, offer.c.id)
Index("ix_offer_purpose", offer.c.purpose, offer.c.id)

# An agreement between organisations (convenant). `purposes` are codes with a space between, "" for all; `covers` says
# in words what may be shared under it.
covenant = Table(
    "covenant",
    metadata,
    id_column(),
    Column("organisation_id", Integer, ForeignKey("organisation.id"), nullable=False),
    text_column("kind", None),
    text_column("title", None),
    text_column("purposes"),
    text_column("covers"),
    text_column("starts_on", None),
    Column("ends_on", Text),
    text_column("note"),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
)
Index("ix_covenant_organisation", covenant.c.organisation_id, covenant.c.id)
Index("ix_covenant_ends", covenant.c.ends_on, covenant.c.id)

# How working with an organisation went; never about a client.
experience = Table(
    "experience",
    metadata,
    id_column(),
    Column("organisation_id", Integer, ForeignKey("organisation.id"), nullable=False),
    text_column("happened_on", None),
    text_column("text", None),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_experience_organisation", experience.c.organisation_id, experience.c.id)

# Help that was wanted and not found; about a person, or without one.
unmet_need = Table(
    "unmet_need",
    metadata,
    id_column(),
    Column("person_id", Integer, ForeignKey("person.id")),
    text_column("purpose", None),
    text_column("wanted_on", None),
    text_column("reason", None),
    text_column("municipality"),
    text_column("sex", "unknown"),
    text_column("age_band", "unknown"),
    text_column("note"),
    Column("met_on", Text),
    text_column("met_how"),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
)
Index("ix_unmet_need_person", unmet_need.c.person_id, unmet_need.c.id)
Index("ix_unmet_need_wanted", unmet_need.c.wanted_on, unmet_need.c.id)

# A meeting on cases, or on the care for one victim. `kind`: case_meeting or care_meeting.
meeting = Table(
    "meeting",
    metadata,
    id_column(),
    Column("uid", Text, nullable=False, unique=True),
    text_column("kind", None),
    text_column("held_on", None),
    text_column("starts_at"),
    text_column("place"),
    text_column("chair"),
    text_column("state", None),
    text_column("note"),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
)
Index("ix_meeting_held", meeting.c.held_on, meeting.c.id)

meeting_participant = Table(
    "meeting_participant",
    metadata,
    id_column(),
    Column("meeting_id", Integer, ForeignKey("meeting.id"), nullable=False),
    Column("organisation_id", Integer, ForeignKey("organisation.id")),
    text_column("name", None),
    text_column("function"),
    text_column("attendance", "invited"),
)
Index("ix_meeting_participant_meeting", meeting_participant.c.meeting_id, meeting_participant.c.id)

# A case on the agenda; `minutes` is how long it took.
meeting_item = Table(
    "meeting_item",
    metadata,
    id_column(),
    Column("meeting_id", Integer, ForeignKey("meeting.id"), nullable=False),
    Column("case_id", Integer, ForeignKey("case_file.id"), nullable=False),
    Column("position", Integer, nullable=False),
    text_column("question"),
    text_column("report"),
    Column("minutes", Integer),
    Column("discussed", Boolean, nullable=False, server_default="0"),
    Column("version", Integer, nullable=False, server_default="1"),
    UniqueConstraint("meeting_id", "case_id"),
)
Index("ix_meeting_item_case", meeting_item.c.case_id, meeting_item.c.id)

# What somebody in the meeting was told about a case, and on which ground. `shared` are codes with a space between.
meeting_share = Table(
    "meeting_share",
    metadata,
    id_column(),
    Column("item_id", Integer, ForeignKey("meeting_item.id"), nullable=False),
    Column("participant_id", Integer, ForeignKey("meeting_participant.id"), nullable=False),
    text_column("shared"),
    text_column("basis", None),
    text_column("basis_note"),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_meeting_share_item", meeting_share.c.item_id, meeting_share.c.id)

# A question of a professional that was answered, without anybody in it.
consultation = Table(
    "consultation",
    metadata,
    id_column(),
    text_column("asked_on", None),
    text_column("discipline", None),
    Column("organisation_id", Integer, ForeignKey("organisation.id")),
    text_column("municipality"),
    text_column("topic", None),
    text_column("question", None),
    text_column("answer"),
    Column("minutes", Integer),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
)
Index("ix_consultation_asked", consultation.c.asked_on, consultation.c.id)
