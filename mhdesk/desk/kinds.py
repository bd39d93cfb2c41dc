"""What another kind of record starts and ends: advice, signal and notification turn into each other."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Final

from mhdesk.desk import recording, referring, triaging
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain import conversions
from mhdesk.domain.change import Change
from mhdesk.domain.clocks import inform_term
from mhdesk.domain.informing import State
from mhdesk.domain.leads import REACHES_A_PERSON
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import Problem, refuse_if
from mhdesk.domain.shared_fields import ABOUT_AGGRESSOR
from mhdesk.domain.signals import AGGRESSOR, ROLES_TO_INFORM, Kind
from mhdesk.domain.text import clean
from mhdesk.domain.views import ReferralView
from mhdesk.errors import InputError
from mhdesk.store import attachments, decisions, involvements, leads, meetings, referrals, signals
from mhdesk.store.involvements import Involvement
from mhdesk.store.values import to_moment
from mhdesk.wording import say

_OPEN: Final = frozenset({State.UNDECIDED, State.TO_INFORM, State.NOT_YET, State.NOT})
"""A "not" as well: a second person who disagrees opens it again, and then there must be a term."""


@verb("signal.converted", "U", Permission.WRITE)
def convert(work: Work, signal_id: int, kind: str, reason: str = "") -> Change:
    """Make another kind of record of a signal, and let the clocks follow; the reason stays beside it as a note.

    Raises ProblemsError, with a sentence that says how to go on where this kind is not possible yet.
    """
    row = signals.get(work.connection, signal_id)
    if row is None:
        raise InputError("desk.no_such_signal")
    roles = [one.role for one in involvements.of_signal(work.connection, signal_id)]
    problems = conversions.problems(row.kind, kind, roles, reason)
    if kind == Kind.ADVICE and attachments.names(work.connection, signal_id):
        problems.append(Problem("kind", "attachment.advice_with_files"))
    if kind == Kind.ADVICE and any(
        one["kind"] in REACHES_A_PERSON for one in leads.said(work.connection, signal_id)
    ):
        problems.append(Problem("kind", "lead.not_for_advice"))
    refuse_if(problems)
    signals.change(work.connection, signal_id, recording.author(work), kind=kind)
    _follow(work, signal_id, row.kind, kind)
    if clean(reason):
        recording.keep_note(work, signal_id, clean(reason), say(f"desk.kind_became_{kind}"))
    recording.concern_signal(work, signal_id)
    return Change("signal.converted", signals=frozenset({signal_id}))


def _follow(work: Work, signal_id: int, before: str, after: str) -> None:
    """Start what a notification starts, or end what ends with it."""
    if after == Kind.NOTIFICATION != before:
        start_clocks(work, signal_id)
        triaging.begin_for_notification(work, signal_id)
    elif before == Kind.NOTIFICATION != after:
        _stop_clocks_of_today(work, signal_id)
        triaging.end_for_signal(work, signal_id)


def start_clocks(work: Work, signal_id: int) -> None:
    """Let the term for informing begin today for everybody who waits without one.

    What was told to another organisation before ends it today at the latest.
    """
    term = inform_term(work.desk.setting("organisation_type"))
    everybody = involvements.of_signal(work.connection, signal_id)
    for one in everybody:
        if one.role not in ROLES_TO_INFORM or one.inform_due is not None or one.inform_state not in _OPEN:
            continue
        due = term.due(work.today(), first_told(work, one, everybody))
        waits = one.inform_state == State.NOT_YET and one.duty_on is not None
        duty = (
            one.duty_on if waits or one.inform_state == State.NOT else min(filter(None, (one.duty_on, due)))
        )
        involvements.set_term(work.connection, one.id, term=term.code, due=due, duty_on=duty)


def first_told(work: Work, one: Involvement, everybody: list[Involvement]) -> date | None:
    """Return the day on which data of somebody in this signal first went outside: in a referral, or at a table."""
    people = {other.id: other.person_id for other in everybody}
    days = [
        referral.referred_on
        for referral in referrals.of_signal(work.connection, one.signal_id)
        if referral.was_sent() and _tells_of(referral, one, people)
    ]
    days += [
        told.day
        for told in meetings.told_about(work.connection, one.signal_id)
        if told.person_id == one.person_id or _is_aggressor_told_of(told.shared, one)
    ]
    return min(filter(None, days), default=None)


def _tells_of(referral: ReferralView, one: Involvement, people: Mapping[int, int | None]) -> bool:
    about = referral.involvement_id
    if about is None or _is_aggressor_told_of(referral.shared, one):
        return True
    return referring.is_told_of(about, people[about], one.id, one.person_id)


def _is_aggressor_told_of(shared: Collection[str], one: Involvement) -> bool:
    return ABOUT_AGGRESSOR in shared and one.role == AGGRESSOR


def _stop_clocks_of_today(work: Work, signal_id: int) -> None:
    """Take back the terms that began today, where nothing was decided or told: the kind was a mistake.

    Every other term runs on: a legal clock is not stopped by another word for the record. Neither is what a second
    person opened again by disagreeing.
    """
    began_today = _due_only_of_today(work, signal_id)
    for one in involvements.of_signal(work.connection, signal_id):
        untouched = one.inform_state == State.UNDECIDED and not decisions.last_of(work.connection, one.id)
        if untouched and began_today is not None and one.inform_due == began_today:
            involvements.set_term(work.connection, one.id, term="", due=None, duty_on=None)


def _due_only_of_today(work: Work, signal_id: int) -> date | None:
    """Return the last day of a term that cannot have begun before today; None where one of before ends on it, too.

    A month that begins on 29, 30 or 31 January ends on the same day of February.
    """
    term, today = inform_term(work.desk.setting("organisation_type")), work.today()
    row = signals.get(work.connection, signal_id)
    is_new = row is not None and to_moment(row.recorded_at).date() == today
    due = term.due(today)
    return due if is_new or term.due(today - timedelta(days=1)) != due else None
