"""Refer somebody to an organisation and keep the answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.clocks import inform_term
from mhdesk.domain.informing import State, next_duty
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import Problem, refuse_if
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft, ReferralState
from mhdesk.domain.relations import GUARDIAN_CONSENT, consent_problems, parties_of
from mhdesk.domain.text import clean
from mhdesk.domain.views import OrganisationView
from mhdesk.errors import InputError
from mhdesk.store import involvements, organisations, referrals, search, signals
from mhdesk.store.involvements import Involvement
from mhdesk.store.values import to_moment, to_text


@verb("referral.made", "C", Permission.WRITE)
def refer(work: Work, draft: ReferralDraft) -> Change:
    """Refer a signal, or one person in it, to an organisation.

    It may bring the term for informing forward, of those whom it tells the organisation about: the first
    disclosure to another recipient (AVG 14(3)(c)). Raises ProblemsError, and InputError for a signal that does
    not exist.
    """
    if draft.historic:
        raise ValueError("only a spreadsheet tells history")
    refuse_if(draft.validate(work.today()))
    told_of = _told_of(work, draft)
    refuse_if(_unsafe_consent(work, draft, told_of))
    people = sorted({one.person_id for one in told_of if one.person_id is not None})
    work.concerns("signal", [draft.signal_id])
    number = write(work, draft, *people)
    _bring_terms_forward(work, draft, told_of)
    search.index(work.connection, [signals.document(work.connection, draft.signal_id)])
    return Change(
        "referral.made",
        signals=frozenset({draft.signal_id}),
        persons=frozenset(people),
        referrals=frozenset({number}),
        created=number,
    )


def _unsafe_consent(work: Work, draft: ReferralDraft, told_of: Iterable[Involvement]) -> list[Problem]:
    """Refuse the consent of a parent or guardian who stands in this signal as aggressor."""
    if draft.basis != GUARDIAN_CONSENT:
        return []
    found = signals.details(work.connection, draft.signal_id)
    if found is None:
        raise InputError("desk.no_such_signal")
    parties = parties_of(found.involvements)
    ids = {one.id for one in told_of}
    chosen = [party for party in parties if party.id in ids]
    return consent_problems(draft.basis, chosen, parties, found.relations)


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
    organisation_id = draft.organisation_id
    if organisation_id is None:
        organisation_id = organisations.find_or_add(work.connection, clean(draft.organisation_name))
    elif not organisations.exists(work.connection, organisation_id):
        refuse_if([Problem("organisation_id", "referral.organisation_missing")])
    number = referrals.add(work.connection, referral_values(work, draft, organisation_id))
    for person_id in person_ids or (None,):
        work.concerns("referral", [number], person_id)
    return number


def referral_values(work: Work, draft: ReferralDraft, organisation_id: int) -> dict[str, Any]:
    """Return the columns of a referral as a valid draft tells them, unanswered."""
    return {
        "signal_id": draft.signal_id,
        "involvement_id": draft.involvement_id,
        "organisation_id": organisation_id,
        "purpose": draft.purpose or "unknown",
        "basis": draft.basis or "unknown",
        "basis_note": clean(draft.basis_note),
        "referred_on": to_text(dates.parse_day(draft.referred_on)),
        "note": clean(draft.note),
        "state": ReferralState.SENT,
        "historic": draft.historic,
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
    }


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
    """Keep what the organisation answered, after whatever it answered before.

    Raises ProblemsError, and InputError for an unknown referral.
    """
    found = referrals.get(work.connection, draft.referral_id)
    if found is None:
        raise InputError("desk.no_such_referral")
    signal_id, involvement_id, referred_on = found
    refuse_if(draft.validate(work.today(), referred_on))
    referrals.answer(work.connection, answer_values(work, draft))
    people = _people_of(work, signal_id, involvement_id)
    work.concerns("signal", [signal_id])
    for person_id in people or (None,):
        work.concerns("referral", [draft.referral_id], person_id)
    return Change(
        "referral.answered",
        signals=frozenset({signal_id}),
        persons=frozenset(people),
        referrals=frozenset({draft.referral_id}),
    )


def _people_of(work: Work, signal_id: int, involvement_id: int | None) -> list[int]:
    """Return whom a referral is about: one person, or everybody in the signal whose name is known."""
    everybody = involvements.of_signal(work.connection, signal_id)
    told_of = [one for one in everybody if involvement_id in {None, one.id}]
    return sorted({one.person_id for one in told_of if one.person_id is not None})


def answer_values(work: Work, draft: AnswerDraft) -> dict[str, Any]:
    """Return the columns of an answer as a valid draft tells them."""
    return {
        "referral_id": draft.referral_id,
        "state": draft.state,
        "answered_on": to_text(dates.parse_day(draft.answered_on)),
        "answer": clean(draft.answer),
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
    }


def all_organisations(desk: Desk) -> list[OrganisationView]:
    """Return every organisation to refer to, by name."""
    desk.demand(Permission.READ)
    return organisations.all_of(desk.database.connection)
