"""What stands between one kind of record and another."""

from __future__ import annotations

import pytest

from mhdesk.domain.conversions import problems
from mhdesk.domain.signals import VICTIM, Kind


@pytest.mark.parametrize("after", [Kind.SIGNAL, Kind.ADVICE])
def test_whoever_makes_less_of_a_notification_says_why(after: Kind) -> None:
    asked = [(one.field, one.code) for one in problems(Kind.NOTIFICATION, after, (), " ")]
    assert asked == [("reason", "desk.reason_missing")]
    assert problems(Kind.NOTIFICATION, after, (), "Zij werkt er uit vrije wil.") == []
    assert problems(Kind.SIGNAL, Kind.NOTIFICATION, (VICTIM,), "") == []
