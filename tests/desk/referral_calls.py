"""One example call of each verb and reading about referrals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import update

from mhdesk.desk import referring
from mhdesk.desk.desk import Desk
from mhdesk.domain.change import Change
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft
from mhdesk.store.schema import referral


def referral_of(number: int | None = None) -> ReferralDraft:
    """Return an ordinary referral of the first person of signal 1."""
    return ReferralDraft(
        signal_id=1,
        involvement_id=1,
        organisation_id=1,
        purpose="care",
        basis="consent_oral",
        referred_on="23-11-2026",
        shared=["name"],
        referral_id=number,
    )


def send(desk: Desk) -> Change:
    """Send referral 1 as if it had only been proposed."""
    desk.database.connection.execute(update(referral).values(state="proposed"))
    return referring.send(desk, referral_of(1))


CALLS: dict[str, Callable[[Desk, Path], object]] = {
    "referral.answered": lambda desk, _: referring.answer(desk, AnswerDraft(1, "accepted", "23-11-2026")),
    "referral.made": lambda desk, _: referring.refer(desk, referral_of()),
    "referral.sent": lambda desk, _: send(desk),
}
