"""The letter of a referral: made from what was chosen to be told, kept with it, read and saved again."""

from __future__ import annotations

import hashlib
from pathlib import Path

from mhdesk.desk import letters, papers
from mhdesk.desk.desk import Desk
from mhdesk.desk.papers import Paper
from mhdesk.desk.verbs import Work, logged_reading, verb
from mhdesk.domain import shared_fields
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import refuse_if
from mhdesk.domain.referral_letter import ReferralLetterDraft, compose, typed_fields
from mhdesk.domain.referrals import ReferralState
from mhdesk.domain.sources import Source, may_be_named
from mhdesk.domain.views import ReferralView, SignalDetails
from mhdesk.errors import DamageError, InputError
from mhdesk.store import receivers, referral_letters, referrals, signals


@verb("referral.letter_made", "C", Permission.WRITE)
def make(work: Work, draft: ReferralLetterDraft) -> Change:
    """Make the letter of a referral and keep it with it; ``created`` is the letter.

    The wall is asked again: the organisation may stand on another side by now. Raises ProblemsError, and InputError
    for an unknown or withdrawn referral and for letters that paper cannot show.
    """
    one, details = _referral(work, draft.referral_id)
    if one.state == ReferralState.WITHDRAWN:
        raise InputError("referral.letter_not_sent")
    refuse_if(draft.validate())
    _ask_the_wall(work, one, details)
    draft.texts = {code: text for code, text in draft.texts.items() if code in typed_fields(one.shared)}
    letter = compose(draft, one, details, letters.sender(work.desk), work.today())
    papers.require_drawable("".join(letter.texts()))
    from mhdesk.reports.referral_letter import referral_letter_pages  # loads the PDF writer

    content = referral_letter_pages(letter)
    number = referral_letters.add(work.connection, one.id, content, work.recorded_at, work.user.id)
    people = _concern(work, number, one, details)
    return Change(
        "referral.letter_made",
        signals=frozenset({one.signal_id}),
        persons=people,
        referrals=frozenset({one.id}),
        created=number,
    )


def _ask_the_wall(work: Work, one: ReferralView, details: SignalDetails) -> None:
    """Refuse what this receiver may not have any more; for a choice over both sides a reason was given before."""
    receiver = receivers.of(work.connection, one.organisation_id)
    named = may_be_named(Source.of(details))
    refuse_if(shared_fields.problems(one.shared, receiver.side, "given before", reporter_named=named))


def _referral(work: Work, referral_id: int) -> tuple[ReferralView, SignalDetails]:
    one = referrals.view(work.connection, referral_id)
    details = signals.details(work.connection, one.signal_id) if one else None
    if one is None or details is None:
        raise InputError("desk.no_such_referral")
    return one, details


def _concern(work: Work, letter_id: int, one: ReferralView, details: SignalDetails) -> frozenset[int]:
    """Note the letter, its signal and whom it is about; return the persons."""
    told_of = [who for who in details.involvements if one.involvement_id in {None, who.id}]
    people = frozenset(who.person_id for who in told_of if who.person_id is not None)
    work.concerns("signal", [one.signal_id])
    work.concerns("referral_letter", [letter_id])
    for person_id in sorted(people) or (None,):
        work.concerns("referral", [one.id], person_id)
    return people


@logged_reading("referral.letter_read", Permission.READ)
def read(work: Work, letter_id: int) -> bytes:
    """Return a letter that is kept, byte for byte as it left. Raises InputError, and DamageError for a changed one."""
    return _content(work, letter_id)


def save(desk: Desk, letter_id: int, out: Path) -> Change:
    """Write a letter that is kept to ``out``, with the errors of :func:`read` and of a place that cannot be written."""
    with papers.leaving(out) as paper:
        return _save(desk, letter_id, paper)


@verb("referral.letter_saved", "E", Permission.READ)
def _save(work: Work, letter_id: int, paper: Paper) -> Change:
    paper.write(_content(work, letter_id))
    return Change("referral.letter_saved")


def _content(work: Work, letter_id: int) -> bytes:
    found = referral_letters.get(work.connection, letter_id)
    if found is None:
        raise InputError("referral.no_such_letter")
    referral_id, sha256, content = found
    if hashlib.sha256(content).hexdigest() != sha256:
        raise DamageError("referral.letter_changed")
    one, details = _referral(work, referral_id)
    _concern(work, letter_id, one, details)
    return content
