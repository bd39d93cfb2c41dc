"""One example call of each verb and reading about referrals."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from sqlalchemy import insert, update

from mhdesk.desk import referral_letters, referral_list, referring
from mhdesk.desk.desk import Desk
from mhdesk.domain.change import Change
from mhdesk.domain.referral_letter import ReferralLetterDraft
from mhdesk.domain.referral_list import ReferralFilter
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft
from mhdesk.store.schema import referral, referral_letter


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


def made_letter(desk: Desk) -> int:
    """Return a letter of referral 1 that is kept without a line in the log."""
    values = {"referral_id": 1, "content": b"%PDF-", "sha256": sha256(b"%PDF-").hexdigest()}
    beside = {"made_at": "2026-11-23T09:00:00+00:00", "made_by": 1}
    desk.database.connection.execute(insert(referral_letter).values(**values, **beside))
    return 1


LETTER = ReferralLetterDraft(1, {}, "Is er plaats?", "Noor Denkbeeld", "035 1234567")
CALLS: dict[str, Callable[[Desk, Path], object]] = {
    "referral.answered": lambda desk, _: referring.answer(desk, AnswerDraft(1, "accepted", "23-11-2026")),
    "referral.letter_made": lambda desk, _: referral_letters.make(desk, LETTER),
    "referral.letter_read": lambda desk, _: referral_letters.read(desk, made_letter(desk)),
    "referral.letter_saved": lambda desk, out: referral_letters.save(
        desk, made_letter(desk), out / "brief.pdf"
    ),
    "referral.made": lambda desk, _: referring.refer(desk, referral_of()),
    "referral.sent": lambda desk, _: send(desk),
}
ASKS: dict[str, Callable[[Desk, Path], object]] = {
    "referring.all_organisations": lambda desk, _: referring.all_organisations(desk),
    "referring.all_receivers": lambda desk, _: referring.all_receivers(desk),
    "referral_list.ids": lambda desk, _: referral_list.ids(desk, ReferralFilter()),
    "referral_list.of_person": lambda desk, _: referral_list.of_person(desk, 1),
    "referral_list.rows": lambda desk, _: referral_list.rows(desk, [1]),
    "referral_letters.save": lambda desk, out: referral_letters.save(desk, 1, out / "brief.pdf"),
}
