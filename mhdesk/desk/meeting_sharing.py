"""Note what somebody at the table was told about a client: a disclosure like a referral."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from mhdesk.desk import unsafe
from mhdesk.desk.meeting_records import about, item_row, not_cancelled
from mhdesk.desk.referring import brought_forward
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain.change import Change
from mhdesk.domain.clocks import inform_term
from mhdesk.domain.informing import next_duty
from mhdesk.domain.meeting_views import ParticipantView
from mhdesk.domain.meetings import ShareDraft, needs_covenant
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import Problem, refuse_if
from mhdesk.domain.referrals import consent_age_problems
from mhdesk.domain.relations import GUARDIAN_CONSENT
from mhdesk.domain.shared_fields import ABOUT_AGGRESSOR
from mhdesk.domain.signals import AGGRESSOR
from mhdesk.domain.text import clean
from mhdesk.store import agendas, covenants, involvements, persons, signals
from mhdesk.store import meetings as stored
from mhdesk.store.database import Row
from mhdesk.store.involvements import Involvement
from mhdesk.store.values import to_codes, to_moment


@verb("meeting.shared", "C", Permission.WRITE)
def share(work: Work, draft: ShareDraft) -> Change:
    """Note what some participants were told about the client of a case, and on which ground.

    The wall between care and safety stands here too. It may bring the term for informing forward of those it tells
    about: the first disclosure to another recipient (AVG 14(3)(c)). Raises ProblemsError.
    """
    row = item_row(work, draft.item_id)
    meeting = not_cancelled(work, row.meeting_id)
    here = {one.id: one for one in stored.participants(work.connection, row.meeting_id)}
    if not set(draft.participant_ids) <= here.keys():
        refuse_if([Problem("participant_ids", "meeting.no_such_participant")])
    chosen = [here[number] for number in dict.fromkeys(draft.participant_ids)]
    told_on = min(date.fromisoformat(meeting.held_on), work.today())
    refuse_if(draft.validate(meeting.kind, {one.side for one in chosen}))
    refuse_if(_without_covenant(work, draft, chosen, told_on))
    person_id = _person(work, row)
    refuse_if(_unsafe_consent(work, draft, person_id))
    for one in chosen:
        number = stored.add_share(work.connection, _values(work, draft, one.id))
        work.concerns("meeting_share", [number], person_id)
    _bring_terms_forward(work, draft, person_id, told_on)
    return about(work, row)


def _person(work: Work, row: Row[Any]) -> int:
    case = agendas.key_of(work.connection, row.case_id)
    if case is None:
        raise ValueError("an item without a case")
    return case.person_id


def _values(work: Work, draft: ShareDraft, participant_id: int) -> dict[str, Any]:
    return {
        "item_id": draft.item_id,
        "participant_id": participant_id,
        "shared": to_codes(draft.shared),
        "basis": draft.basis,
        "basis_note": clean(draft.basis_note),
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
    }


def _without_covenant(
    work: Work, draft: ShareDraft, chosen: Sequence[ParticipantView], day: date
) -> list[Problem]:
    """Refuse to stand on a covenant that is not there, or does not hold on the day."""
    if not needs_covenant(draft.basis):
        return []
    lacking = [one for one in chosen if not _covered(work, one.organisation_id, day)]
    names = ", ".join(dict.fromkeys(one.organisation or one.name for one in lacking))
    return [Problem("basis", "meeting.no_covenant", {"names": names})] if lacking else []


def _covered(work: Work, organisation_id: int | None, day: date) -> bool:
    return organisation_id is not None and bool(covenants.in_force(work.connection, organisation_id, day))


def _unsafe_consent(work: Work, draft: ShareDraft, person_id: int) -> list[Problem]:
    """Refuse the consent of a parent or guardian who is an aggressor in any signal, or for who is 16 or older."""
    if draft.basis != GUARDIAN_CONSENT:
        return []
    around = unsafe.around(work.connection, person_id, work.today())
    if around.unsafe():
        return [Problem("basis", "referral.guardian_unsafe")]
    return consent_age_problems(draft.basis, around.own)


def _bring_terms_forward(work: Work, draft: ShareDraft, person_id: int, told_on: date) -> None:
    """Let the term of whoever is still undecided end at this disclosure, where the law says so."""
    term = inform_term(work.desk.setting("organisation_type"))
    numbers = persons.signals_of(work.connection, [person_id]).get(person_id, [])
    recorded = {number: _recorded_on(work, number) for number in numbers}
    for one in involvements.of_signals(work.connection, numbers):
        if _is_told_of(one, draft, person_id):
            latest = term.due(recorded[one.signal_id], told_on)
            if due := brought_forward(one.inform_state, one.inform_due, latest):
                duty = next_duty(one.inform_state, due, None)
                involvements.set_informing(
                    work.connection, one.id, state=one.inform_state, due=due, duty_on=duty
                )


def _recorded_on(work: Work, signal_id: int) -> date:
    row = signals.get(work.connection, signal_id)
    if row is None:
        raise ValueError("an involvement without a signal")
    return to_moment(row.recorded_at).date()


def _is_told_of(one: Involvement, draft: ShareDraft, person_id: int) -> bool:
    return one.person_id == person_id or (ABOUT_AGGRESSOR in draft.shared and one.role == AGGRESSOR)
