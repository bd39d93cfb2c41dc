"""When the registry asks for something that nobody thinks of."""

from __future__ import annotations

from datetime import date


def recovery_test_is_due(proven_on: date | None, today: date) -> bool:
    """Say whether the recovery page should be typed back: a year after the last time, or when it never was. Pure.

    A day that lies in the future was noted by a wrong clock and counts as never. Proven on 29 February, it is
    due on 1 March.
    """
    if proven_on is None or proven_on > today:
        return True
    year, month, day = proven_on.year, proven_on.month, proven_on.day
    return (today.year, today.month, today.day) >= (year + 1, month, day)
