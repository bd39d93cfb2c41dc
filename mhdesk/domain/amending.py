"""What is recorded, as somebody would type it: where a correction begins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mhdesk.domain import dates, phones
from mhdesk.domain.leads import LeadDraft, LeadView
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.domain.views import InvolvementView, SignalDetails


def signal_draft(details: SignalDetails) -> SignalDraft:
    """Return a signal as typed, without its persons: recorded again it would say the same."""
    return SignalDraft(
        kind=details.kind,
        received_on=dates.display_day(details.received_on),
        received_time=details.received_time,
        channel=details.channel,
        discipline=details.discipline,
        organisation=details.organisation,
        source_confidential=details.source_confidential,
        source_capacity=details.source_capacity,
        source_consent=details.source_consent,
        source_ground=details.source_ground,
        source_note=details.source_note,
        municipality=details.municipality,
        form=details.form,
        other_forms=list(details.other_forms),
        narrative=details.narrative,
        status=details.status,
    )


def with_persons(
    draft: SignalDraft, roles: Iterable[str], leads: Iterable[LeadDraft], status: str
) -> SignalDraft:
    """Return a draft to be checked: with the status, the leads, and with somebody in each role that the record has.

    Somebody of whom nothing is known yet counts, too.
    """
    everybody = [PersonDraft(role=role, person_id=1) for role in roles]
    return replace(draft, status=status, persons=everybody, leads=[*leads])


def lead_draft(one: LeadView) -> LeadDraft:
    """Return a lead as typed."""
    return LeadDraft(one.kind, one.text, one.note)


def person_draft(one: InvolvementView) -> PersonDraft:
    """Return somebody concerned as typed."""
    return PersonDraft(
        role=one.role,
        first_names=one.first_names,
        last_name=one.last_name,
        sex=one.sex,
        birth=dates.display_birth(one.birth) if one.birth else "",
        nationality=one.nationality,
        phone=phones.display(one.phone) if one.phone else "",
        safe_contact=one.safe_contact,
        person_id=one.person_id,
        involvement_id=one.id,
    )
