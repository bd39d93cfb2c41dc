"""Signals as a day at the desk brings them, and pages on a screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mhdesk.desk import signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.signals import AGGRESSOR, Kind, PersonDraft, SignalDraft

Register = Callable[..., int]


@pytest.fixture
def register(desk: Desk) -> Register:
    """Return a function that records a notification with a victim and an aggressor and returns its id."""

    def record(**changes: object) -> int:
        draft = SignalDraft(
            kind=Kind.NOTIFICATION,
            received_on="20-11-2026",
            received_time="23:40",
            municipality="GM0402",
            form="labour_exploitation",
            narrative="Gezien bij het vakantiepark: acht mensen in één huisje.",
            persons=[
                PersonDraft(
                    first_names="Lina",
                    last_name="Voorbeeld",
                    phone="06 12345678",
                    safe_contact="Bel alleen tussen 10 en 12 uur.",
                ),
                PersonDraft(role=AGGRESSOR, first_names="Bas", last_name="Verzonnen"),
            ],
        )
        for name, value in changes.items():
            setattr(draft, name, value)
        created = signals.register(desk, draft).created
        assert created is not None
        return created

    return record
