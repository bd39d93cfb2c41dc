"""Refer somebody to an organisation, and keep every step that follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from mhdesk.desk import recording, unsafe
from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain import dates, revisions, shared_fields
from mhdesk.domain.change import Change
from mhdesk.domain.clocks import inform_term
from mhdesk.domain.informing import State, next_duty
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import Problem, refuse_if
from mhdesk.domain.referrals import (
    CONSENTS,
    AnswerDraft,
    Receiver,
    ReferralDraft,
    ReferralState,
    Standing,
    consent_age_problems,
    covenant_warning,
)
from mhdesk.domain.relations import GUARDIAN_CONSENT, consent_problems, parties_of
from mhdesk.domain.signals import AGGRESSOR
from mhdesk.domain.sources import Source, may_be_named
from mhdesk.domain.text import clean
from mhdesk.domain.views import OrganisationView, SignalDetails
from mhdesk.errors import ConflictError, InputError
from mhdesk.store import involvements, organisations, receivers, referrals, search, signals
from mhdesk.store import revisions as kept
from mhdesk.store.database import Row
from mhdesk.store.involvements import Involvement
from mhdesk.store.values import to_codes, to_day, to_moment, to_text
from mhdesk.wording import say

_FIXED: Final = frozenset({"signal_id", "historic", "recorded_at", "recorded_by"})
"""What a referral says once and for all, also when its proposal is sent."""


@verb("referral.made", "C", Permission.WRITE)
def refer(work: Work, draft: ReferralDraft) -> Change:
    """Refer a signal, or one person in it, to an organisation, or propose to.

    It may bring the term for informing forward, of those whom it tells the organisation about: the first
    disclosure to another recipient (AVG 14(3)(c)). A proposal tells nobody anything, and leaves every term. Raises
    ProblemsError, and InputError for a signal that does not exist.
    """
    if draft.historic:
        raise ValueError("only a spreadsheet tells history")
    told_of = _checked(work, draft)
    people = sorted({one.person_id for one in told_of if one.person_id is not None})
    work.concerns("signal", [draft.signal_id])
    number = write(work, draft, *people)
    _keep_beginning(work, draft, number)
    return _told(work, draft, number, told_of, "referral.made")


@verb("referral.sent", "U", Permission.WRITE)
def send(work: Work, draft: ReferralDraft) -> Change:
    """Send a referral that was proposed, as the draft says it now; what it said before is kept.

    From now on the organisation is told, with all that :func:`refer` says of it. Raises ProblemsError, InputError for
    an unknown referral, and ConflictError for one that is no proposal any more or was changed since ``version``.
    """
    row = _row(work, draft.referral_id or 0)
    if row.state != ReferralState.PROPOSED or draft.version not in {0, row.version}:
        raise ConflictError("referral.not_proposed")
    draft.signal_id, draft.proposed = row.signal_id, False
    told_of = _checked(work, draft)
    values = referral_values(work, draft, _organisation(work, draft))
    told = {name: value for name, value in values.items() if name not in _FIXED}
    earlier = revisions.differing({name: row._mapping[name] for name in told}, told)
    kept.keep(work.connection, "referral", row.id, row.version, earlier, recording.author(work))
    referrals.change(work.connection, row.id, told)
    work.concerns("signal", [row.signal_id])
    for person_id in sorted({one.person_id for one in told_of if one.person_id}) or (None,):
        work.concerns("referral", [row.id], person_id)
    _keep_beginning(work, draft, row.id)
    return _told(work, draft, row.id, told_of, "referral.sent")


def _told(
    work: Work, draft: ReferralDraft, number: int, told_of: Iterable[Involvement], verb_name: str
) -> Change:
    """End terms where somebody was told, let the referral be found, and return what changed."""
    told_of = list(told_of)
    if not draft.proposed:
        _bring_terms_forward(work, draft, told_of)
    search.index(work.connection, [signals.document(work.connection, draft.signal_id)])
    return Change(
        verb_name,
        signals=frozenset({draft.signal_id}),
        persons=frozenset(one.person_id for one in told_of if one.person_id is not None),
        referrals=frozenset({number}),
        created=number,
    )


def _checked(work: Work, draft: ReferralDraft) -> list[Involvement]:
    """Return whose data the organisation gets. Raises ProblemsError for what may not be told, or not on this basis."""
    refuse_if(draft.validate(work.today()))
    told_of = _told_of(work, draft)
    details = signals.details(work.connection, draft.signal_id)
    if details is None:
        raise InputError("desk.no_such_signal")
    receiver = _receiver(work, draft)
    named = may_be_named(Source.of(details))
    wall = shared_fields.problems(draft.shared, receiver.side, draft.wall_reason, reporter_named=named)
    refuse_if([*_unsafe_consent(work, draft, told_of, details), *wall])
    return [*told_of, *_aggressors_told_of(work, draft, told_of)]


def _aggressors_told_of(
    work: Work, draft: ReferralDraft, told_of: Iterable[Involvement]
) -> list[Involvement]:
    """Return who else the organisation hears of: the aggressors, where what is told is about them."""
    there = {one.id for one in told_of}
    if shared_fields.ABOUT_AGGRESSOR not in draft.shared:
        return []
    everybody = involvements.of_signal(work.connection, draft.signal_id)
    return [one for one in everybody if one.role == AGGRESSOR and one.id not in there]


def _unsafe_consent(
    work: Work, draft: ReferralDraft, told_of: Iterable[Involvement], details: SignalDetails
) -> list[Problem]:
    """Refuse the consent of a parent or guardian who is the aggressor in any signal, or for whoever is 16 or older."""
    if draft.basis != GUARDIAN_CONSENT:
        return []
    parties = parties_of(details.involvements)
    ids = {one.id for one in told_of}
    chosen = [party for party in parties if party.id in ids]
    if unsafe.anybody(work.connection, (one.person_id for one in chosen), work.today()):
        return [Problem("basis", "referral.guardian_unsafe")]
    here = consent_problems(draft.basis, chosen, parties, details.relations)
    return here or consent_age_problems(draft.basis, chosen)


def _receiver(work: Work, draft: ReferralDraft) -> Receiver:
    """Return what matters of whom a draft names; of a new organisation nothing is known."""
    if draft.organisation_id is not None:
        return receivers.of(work.connection, draft.organisation_id)
    known = organisations.find(work.connection, clean(draft.organisation_name))
    return receivers.of(work.connection, known) if known is not None else Receiver()


def _told_of(work: Work, draft: ReferralDraft) -> list[Involvement]:
    """Return whose data the organisation gets: of one person in every role, or of everybody in the signal."""
    if signals.get(work.connection, draft.signal_id) is None:
        raise InputError("desk.no_such_signal")
    everybody = involvements.of_signal(work.connection, draft.signal_id)
    if draft.involvement_id is None:
        return everybody
    chosen = next((one for one in everybody if one.id == draft.involvement_id), None)
    if chosen is None:
        raise InputError("desk.no_such_signal")
    return [one for one in everybody if is_told_of(chosen.id, chosen.person_id, one.id, one.person_id)]


def is_told_of(chosen_id: int, chosen_person: int | None, other_id: int, other_person: int | None) -> bool:
    """Say whether a referral of one involvement tells of another: the same one, or the same person in another role."""
    return other_id == chosen_id or (other_person is not None and other_person == chosen_person)


def write(work: Work, draft: ReferralDraft, *person_ids: int | None) -> int:
    """Write a valid referral about these persons and return its id."""
    number = referrals.add(work.connection, referral_values(work, draft, _organisation(work, draft)))
    for person_id in person_ids or (None,):
        work.concerns("referral", [number], person_id)
    return number


def _organisation(work: Work, draft: ReferralDraft) -> int:
    """Return the organisation of a draft; it is added when it is new."""
    if draft.organisation_id is None:
        return organisations.find_or_add(work.connection, clean(draft.organisation_name))
    if not organisations.exists(work.connection, draft.organisation_id):
        refuse_if([Problem("organisation_id", "referral.organisation_missing")])
    return draft.organisation_id


def referral_values(work: Work, draft: ReferralDraft, organisation_id: int) -> dict[str, Any]:
    """Return the columns of a referral as a valid draft tells them, unanswered."""
    consented = draft.basis in CONSENTS
    return {
        "signal_id": draft.signal_id,
        "involvement_id": draft.involvement_id,
        "organisation_id": organisation_id,
        "purpose": draft.purpose or "unknown",
        "basis": draft.basis or "unknown",
        "basis_note": clean(draft.basis_note),
        "referred_on": to_text(dates.parse_day(draft.referred_on)),
        "note": clean(draft.note),
        "state": draft.state(),
        "historic": draft.historic,
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
        "shared": to_codes(draft.shared),
        "urgency": draft.urgency,
        "answer_by": to_text(dates.parse_day(draft.answer_by)),
        "consent_on": to_text(dates.parse_day(draft.consent_on)) if consented else None,
    }


def _keep_beginning(work: Work, draft: ReferralDraft, number: int) -> None:
    """Keep that a referral was proposed or sent, with what was warned about and why one went on."""
    referrals.keep_step(work.connection, beginning_values(work, draft, number, _remark(work, draft)))


def beginning_values(work: Work, draft: ReferralDraft, number: int, remark: str = "") -> dict[str, Any]:
    """Return the columns of the first step of a referral, or of its sending."""
    return {
        "referral_id": number,
        "state": draft.state(),
        "answered_on": to_text(dates.parse_day(draft.referred_on)),
        "answer": remark,
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
        "place": "",
        "outcome": "",
    }


def _remark(work: Work, draft: ReferralDraft) -> str:
    """Return what was warned about when something was shared, and why somebody went on; "" for nothing."""
    day = dates.parse_day(draft.referred_on)
    if draft.proposed or not draft.shared or day is None:
        return ""
    receiver = _receiver(work, draft)
    lines = []
    if warning := covenant_warning(receiver.covenants, draft.purpose, day):
        lines.append(say("referral.kept_warning", warning=warning))
        if reason := clean(draft.covenant_reason):
            lines.append(say("referral.kept_reason", reason=reason))
    if shared_fields.asks_reason(draft.shared, receiver.side):
        lines.append(say("referral.kept_wall", reason=clean(draft.wall_reason)))
    return "\n".join(lines)


def _bring_terms_forward(work: Work, draft: ReferralDraft, told_of: Iterable[Involvement]) -> None:
    """Let the term of whoever is still undecided end at the first disclosure, where the law says so."""
    disclosed, row = dates.parse_day(draft.referred_on), signals.get(work.connection, draft.signal_id)
    if disclosed is None or row is None:
        raise ValueError("an unchecked referral reached the store")
    term = inform_term(work.desk.setting("organisation_type"))
    latest = term.due(to_moment(row.recorded_at).date(), disclosed)
    for concerned in told_of:
        due = brought_forward(concerned.inform_state, concerned.inform_due, latest)
        if due:
            duty = next_duty(concerned.inform_state, due, None)
            involvements.set_informing(
                work.connection, concerned.id, state=concerned.inform_state, due=due, duty_on=duty
            )


def brought_forward(state: State, due: date | None, latest: date) -> date | None:
    """Return the term after a disclosure that ends it on ``latest``; None when nothing is open any more."""
    still_open = state in {State.UNDECIDED, State.TO_INFORM}
    return min(due, latest) if still_open and due else None


@verb("referral.answered", "U", Permission.WRITE)
def answer(work: Work, draft: AnswerDraft) -> Change:
    """Keep the next step of a referral, after whatever came before: an answer, a beginning, an end, a withdrawal.

    Raises ProblemsError for a step that cannot follow or lacks its reason, InputError for an unknown referral, and
    ConflictError when somebody else took a step since ``version``.
    """
    row = _row(work, draft.referral_id)
    if draft.version not in {0, row.version}:
        raise ConflictError("referral.changed_meanwhile")
    refuse_if(draft.validate(work.today(), standing(row)))
    step = answer_values(work, draft)
    referrals.take_step(work.connection, step, carried(draft, step, dict(row._mapping)))
    people = _people_of(work, row.signal_id, row.involvement_id)
    work.concerns("signal", [row.signal_id])
    for person_id in people or (None,):
        work.concerns("referral", [draft.referral_id], person_id)
    return Change(
        "referral.answered",
        signals=frozenset({row.signal_id}),
        persons=frozenset(people),
        referrals=frozenset({draft.referral_id}),
    )


def _row(work: Work, referral_id: int) -> Row[Any]:
    row = referrals.get(work.connection, referral_id)
    if row is None:
        raise InputError("desk.no_such_referral")
    return row


def standing(row: Row[Any]) -> Standing:
    """Return where a referral stands before a step."""
    return Standing(row.state, to_day(row.referred_on), to_day(row.started_on))


def _people_of(work: Work, signal_id: int, involvement_id: int | None) -> list[int]:
    """Return whom a referral is about: one person, or everybody in the signal whose name is known."""
    everybody = involvements.of_signal(work.connection, signal_id)
    told_of = [one for one in everybody if involvement_id in {None, one.id}]
    return sorted({one.person_id for one in told_of if one.person_id is not None})


def answer_values(work: Work, draft: AnswerDraft) -> dict[str, Any]:
    """Return the columns of a step as a valid draft tells them."""
    waiting, ended = draft.state == ReferralState.WAITING_LIST, draft.state == ReferralState.ENDED
    return {
        "referral_id": draft.referral_id,
        "state": draft.state,
        "answered_on": to_text(dates.parse_day(draft.answered_on)),
        "answer": clean(draft.answer),
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
        "place": clean(draft.place) if waiting else "",
        "outcome": draft.outcome if ended else "",
    }


def carried(draft: AnswerDraft, step: dict[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a referral says after a step; ``before`` are its columns by name."""
    day, state = step["answered_on"], draft.state
    values = {name: step[name] for name in ("state", "answered_on", "answer")}
    if state == ReferralState.WAITING_LIST:
        since = before["waiting_since"] if before["state"] == state else None
        values |= {"waiting_place": step["place"], "waiting_since": since or day}
    if state == ReferralState.STARTED:
        values |= {"started_on": before["started_on"] or day, "ended_on": None, "outcome": ""}
    if state == ReferralState.ENDED:
        values |= {"ended_on": day, "outcome": step["outcome"]}
    if draft.waits():
        until = to_text(dates.parse_day(draft.answer_by))
        keeps = until is None and state == ReferralState.RECEIVED
        values["answer_by"] = before["answer_by"] if keeps else until
    return values


def all_organisations(desk: Desk) -> list[OrganisationView]:
    """Return every organisation to refer to, by name."""
    desk.demand(Permission.READ)
    return organisations.all_of(desk.database.connection)


def all_receivers(desk: Desk) -> dict[int, Receiver]:
    """Return of every organisation on which side of the wall it stands and which covenants there are with it."""
    desk.demand(Permission.READ)
    return receivers.all_of(desk.database.connection)
