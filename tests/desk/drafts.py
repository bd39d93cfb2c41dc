"""What somebody might type, for tests to change in one place."""

from __future__ import annotations

from mhdesk.domain.signals import Kind, PersonDraft, SignalDraft


def a_notification(**changes: object) -> SignalDraft:
    """Return a notification with a victim and an aggressor, as somebody would type it."""
    draft = SignalDraft(
        kind=Kind.NOTIFICATION,
        received_on="20-11-2026",
        received_time="23.40",
        municipality="GM0402",
        form="labour_exploitation",
        narrative="Gezien bij het vakantiepark: acht mensen in één huisje.",
        persons=[
            PersonDraft(first_names="Lina", last_name="Voorbeeld", phone="06-12 34 42 02", birth="ca. 24 jr"),
            PersonDraft(role="aggressor", first_names="Bas", last_name="Verzonnen"),
        ],
    )
    for name, value in changes.items():
        setattr(draft, name, value)
    return draft
