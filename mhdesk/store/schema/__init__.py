"""The tables of a registry.

What lists sort, filter and count by lies in narrow tables with covering indexes; long text lies in
tables of its own, so that a count never decrypts a narrative.
"""

from __future__ import annotations

from typing import Final

from mhdesk.store.schema.cases import (
    agreement,
    case_entry,
    case_file,
    case_goal,
    comensha,
    data_request,
    person_merge,
    referral_letter,
    trajectory,
)
from mhdesk.store.schema.columns import metadata
from mhdesk.store.schema.ledger import (
    audit_checkpoint,
    audit_event,
    audit_subject,
    destroyed,
    release,
    revision,
)
from mhdesk.store.schema.network import (
    consultation,
    covenant,
    experience,
    meeting,
    meeting_item,
    meeting_participant,
    meeting_share,
    offer,
    organisation,
    organisation_contact,
    unmet_need,
)
from mhdesk.store.schema.records import (
    apart,
    attachment,
    attachment_content,
    import_batch,
    import_row,
    involvement,
    lead,
    lead_key,
    note,
    person,
    person_key,
    relation,
    setting,
    signal,
    signal_form,
    signal_text,
    user,
)
from mhdesk.store.schema.work import (
    draft,
    indicator_answer,
    indicator_assessment,
    inform_agreement,
    inform_decision,
    referral,
    referral_answer,
    routing,
    task,
    triage,
)

# Written into the file itself: a newer schema than this program knows is refused, not guessed at.
SCHEMA_VERSION: Final = 5

# Full-text search: one document a signal, rowid = signal.id. `words` for whole words and beginnings,
# `parts` (trigrams) for pieces of names and numbers. Folded by domain.text.fold before it gets here.
SEARCH_TABLES: Final = (
    "CREATE VIRTUAL TABLE search_words USING fts5(words, tokenize='unicode61', prefix='2 3')",
    "CREATE VIRTUAL TABLE search_parts USING fts5(parts, tokenize='trigram')",
    "INSERT INTO search_words(search_words, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO search_parts(search_parts, rank) VALUES ('secure-delete', 1)",
    # The same for cases, rowid = case_file.id.
    "CREATE VIRTUAL TABLE search_case_words USING fts5(words, tokenize='unicode61', prefix='2 3')",
    "CREATE VIRTUAL TABLE search_case_parts USING fts5(parts, tokenize='trigram')",
    "INSERT INTO search_case_words(search_case_words, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO search_case_parts(search_case_parts, rank) VALUES ('secure-delete', 1)",
)

__all__ = [
    "SCHEMA_VERSION",
    "SEARCH_TABLES",
    "agreement",
    "apart",
    "attachment",
    "attachment_content",
    "audit_checkpoint",
    "audit_event",
    "audit_subject",
    "case_entry",
    "case_file",
    "case_goal",
    "comensha",
    "consultation",
    "covenant",
    "data_request",
    "destroyed",
    "draft",
    "experience",
    "import_batch",
    "import_row",
    "indicator_answer",
    "indicator_assessment",
    "inform_agreement",
    "inform_decision",
    "involvement",
    "lead",
    "lead_key",
    "meeting",
    "meeting_item",
    "meeting_participant",
    "meeting_share",
    "metadata",
    "note",
    "offer",
    "organisation",
    "organisation_contact",
    "person",
    "person_key",
    "person_merge",
    "referral",
    "referral_answer",
    "referral_letter",
    "relation",
    "release",
    "revision",
    "routing",
    "setting",
    "signal",
    "signal_form",
    "signal_text",
    "task",
    "trajectory",
    "triage",
    "unmet_need",
    "user",
]
