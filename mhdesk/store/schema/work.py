"""What is done about a signal: decisions, referrals, indicators, triage, tasks, and what is not finished yet."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text, text

from mhdesk.store.schema.columns import id_column, metadata, text_column

inform_decision = Table(
    "inform_decision",
    metadata,
    id_column(),
    Column("involvement_id", Integer, ForeignKey("involvement.id"), nullable=False),
    text_column("choice", None),
    text_column("ground"),
    text_column("legal_ground"),
    text_column("reasoning"),
    text_column("decided_by"),
    Column("decided_on", Text),
    text_column("agreed_by"),
    Column("review_on", Text),
    Column("informed_on", Text),
    text_column("informed_how"),
    Column("historic", Boolean, nullable=False, server_default="0"),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
    text_column("consulted"),
    text_column("weighing"),
    text_column("informed_by"),
    text_column("told"),
)
Index("ix_inform_decision_involvement", inform_decision.c.involvement_id, inform_decision.c.id)

# What a second person at the desk said of a decision not to inform: four eyes.
inform_agreement = Table(
    "inform_agreement",
    metadata,
    id_column(),
    Column("decision_id", Integer, ForeignKey("inform_decision.id"), nullable=False),
    text_column("answer", None),
    text_column("reason"),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_inform_agreement_decision", inform_agreement.c.decision_id, inform_agreement.c.id)

referral = Table(
    "referral",
    metadata,
    id_column(),
    Column("signal_id", Integer, ForeignKey("signal.id"), nullable=False),
    Column("involvement_id", Integer, ForeignKey("involvement.id")),
    Column("organisation_id", Integer, ForeignKey("organisation.id"), nullable=False),
    text_column("purpose", None),
    text_column("basis", None),
    text_column("basis_note"),
    Column("referred_on", Text),
    text_column("note"),
    text_column("state", None),
    Column("answered_on", Text),
    text_column("answer"),
    Column("historic", Boolean, nullable=False, server_default="0"),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
    # `shared` are codes with a space between; "" where nobody chose.
    text_column("shared"),
    text_column("urgency"),
    Column("answer_by", Text),
    Column("consent_on", Text),
    text_column("waiting_place"),
    Column("waiting_since", Text),
    Column("started_on", Text),
    Column("ended_on", Text),
    text_column("outcome"),
    Column("version", Integer, nullable=False, server_default="1"),
)
Index("ix_referral_signal", referral.c.signal_id, referral.c.id)
_WAITED_FOR: Final = text("state IN ('proposed', 'sent', 'received', 'waiting_list') AND historic = 0")
Index("ix_referral_open", referral.c.referred_on, referral.c.id, sqlite_where=_WAITED_FOR)
# Carries what the list of referrals is filtered, ordered and counted by.
Index(
    "ix_referral_list",
    referral.c.referred_on,
    referral.c.id,
    referral.c.state,
    referral.c.organisation_id,
    referral.c.purpose,
    referral.c.historic,
)

# Every answer and every step that ever came; the referral itself carries the last one.
referral_answer = Table(
    "referral_answer",
    metadata,
    id_column(),
    Column("referral_id", Integer, ForeignKey("referral.id"), nullable=False),
    text_column("state", None),
    Column("answered_on", Text),
    text_column("answer"),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
    text_column("place"),
    text_column("outcome"),
)
Index("ix_referral_answer_referral", referral_answer.c.referral_id, referral_answer.c.id)

# Every time that a list of indicators was gone through; the last one of a form counts. `list_version` says
# which wording was read. An indicator without an answer was not assessed.
indicator_assessment = Table(
    "indicator_assessment",
    metadata,
    id_column(),
    Column("signal_id", Integer, ForeignKey("signal.id"), nullable=False),
    text_column("form", None),
    text_column("list_version", None),
    text_column("assessed_on", None),
    text_column("note"),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_indicator_assessment_signal", indicator_assessment.c.signal_id, indicator_assessment.c.id)
indicator_answer = Table(
    "indicator_answer",
    metadata,
    Column("assessment_id", Integer, ForeignKey("indicator_assessment.id"), primary_key=True),
    Column("indicator", Text, primary_key=True),
    text_column("answer", None),
    sqlite_with_rowid=False,
)

# Which way a signal went: what the rule proposed, what somebody chose and why.
routing = Table(
    "routing",
    metadata,
    id_column(),
    Column("signal_id", Integer, ForeignKey("signal.id"), nullable=False),
    text_column("rule"),
    text_column("proposed"),
    text_column("chosen", None),
    text_column("reason"),
    text_column("decided_on", None),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_routing_signal", routing.c.signal_id, routing.c.id)

# Every triage that was held; the last one counts.
triage = Table(
    "triage",
    metadata,
    id_column(),
    Column("signal_id", Integer, ForeignKey("signal.id"), nullable=False),
    text_column("held_on", None),
    text_column("disciplines", None),
    text_column("direct_safety", None),
    text_column("structural_safety", None),
    text_column("children", None),
    text_column("severity", None),
    text_column("outcome", None),
    text_column("reasoning"),
    text_column("recorded_at", None),
    Column("recorded_by", Integer, ForeignKey("user.id"), nullable=False),
)
Index("ix_triage_signal", triage.c.signal_id, triage.c.id)

# Work with a last day that is no decision on informing. `kind` is a term of the work.
task = Table(
    "task",
    metadata,
    id_column(),
    Column("signal_id", Integer, ForeignKey("signal.id"), nullable=False),
    text_column("kind", None),
    text_column("due_on", None),
    text_column("begun_at", None),
    Column("begun_by", Integer, ForeignKey("user.id"), nullable=False),
    Column("done_on", Text),
    Column("done_by", Integer, ForeignKey("user.id")),
    text_column("done_how"),
    Column("snoozed_to", Text),
    text_column("snooze_reason"),
)
Index("ix_task_signal", task.c.signal_id, task.c.id)
Index("ix_task_open", task.c.due_on, task.c.id, sqlite_where=text("done_on IS NULL"))
# Carries what the waiting times are counted from.
Index("ix_task_kind", task.c.kind, task.c.done_on, task.c.begun_at, task.c.done_how)

draft = Table(
    "draft",
    metadata,
    id_column(),
    Column("user_id", Integer, ForeignKey("user.id"), nullable=False),
    text_column("form", None),
    text_column("saved_at", None),
    text_column("payload", None),
)
