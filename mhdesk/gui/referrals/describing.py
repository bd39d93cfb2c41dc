"""A referral in words: where it stands and since when, on which ground, what was shared, and every step before."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.referral_history import before
from mhdesk.domain.referral_steps import OUTCOMES
from mhdesk.domain.referrals import OPEN, URGENCIES, ReferralState
from mhdesk.domain.shared_fields import FIELDS
from mhdesk.domain.views import AnswerView, ReferralView
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.gui import words
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.signals import options
from mhdesk.gui.signals.naming import DOT

_MARKS: Final = {
    ReferralState.PROPOSED.value: Mark.TASK,
    ReferralState.SENT.value: Mark.WAITING,
    ReferralState.RECEIVED.value: Mark.WAITING,
    ReferralState.WAITING_LIST.value: Mark.WAITING,
    ReferralState.ACCEPTED.value: Mark.DONE,
    ReferralState.STARTED.value: Mark.DONE,
    ReferralState.ENDED.value: Mark.DONE,
    ReferralState.DECLINED.value: Mark.NOT_INFORMED,
    ReferralState.WITHDRAWN.value: Mark.NOT_INFORMED,
}


def mark_of(state: str) -> Mark:
    """Return the mark of a state; one of a newer version waits."""
    return _MARKS.get(state, Mark.WAITING)


def state_words(one: ReferralView, today: date) -> str:
    """Return where a referral stands, and how long somebody has waited."""
    if one.state == ReferralState.SENT and not one.historic:
        return words.waiting(one.referred_on, today).words
    return words.sentence_case(vocabulary("referral_states").label(one.state))


def lines(one: ReferralView, whom: str, today: date) -> list[str]:
    """Return what is told of a referral below its organisation, line by line."""
    told = [
        _first(one, whom, today),
        _ground(one, today),
        _shared(one),
        _urgency(one, today),
        _help(one, today),
    ]
    return [line for line in (*told, one.note) if line]


def _first(one: ReferralView, whom: str, today: date) -> str:
    parts = [] if one.purpose in {"", UNKNOWN} else [options.label("referral_purposes", one.purpose)]
    if whom:
        parts.append(QCoreApplication.translate("ReferralEntry", "for {name}").format(name=whom))
    if one.referred_on:
        referred = QCoreApplication.translate("ReferralEntry", "referred {day}")
        if one.state == ReferralState.PROPOSED:
            referred = QCoreApplication.translate("ReferralEntry", "proposed {day}")
        parts.append(referred.format(day=words.weekday_day(one.referred_on, today)))
    if one.answered_on:
        answer = QCoreApplication.translate("ReferralEntry", "answer {day}")
        parts.append(answer.format(day=words.weekday_day(one.answered_on, today)))
    return DOT.join(parts)


def _ground(one: ReferralView, today: date) -> str:
    basis = "" if one.basis in {"", UNKNOWN} else options.label("referral_bases", one.basis)
    if one.consent_on:
        basis = f"{basis} ({words.weekday_day(one.consent_on, today)})"
    return ": ".join(part for part in (basis, one.basis_note) if part)


def _shared(one: ReferralView) -> str:
    if not one.shared:
        return ""
    fields = ", ".join(vocabulary(FIELDS).label(code) for code in one.shared)
    if one.was_sent():
        return QCoreApplication.translate("ReferralEntry", "Shared: {fields}").format(fields=fields)
    return QCoreApplication.translate("ReferralEntry", "Would be shared: {fields}").format(fields=fields)


def _urgency(one: ReferralView, today: date) -> str:
    parts = [options.label(URGENCIES, one.urgency)] if one.urgency else []
    if one.answer_by and one.state in OPEN:
        until = QCoreApplication.translate("ReferralEntry", "answer wanted by {day}")
        parts.append(until.format(day=words.weekday_day(one.answer_by, today)))
    return DOT.join(parts)


def _help(one: ReferralView, today: date) -> str:
    """Return since when somebody waits, when help began and ended, and how."""
    parts = []
    if one.state == ReferralState.WAITING_LIST and one.waiting_since:
        since = QCoreApplication.translate("ReferralEntry", "on the list since {day}")
        parts += [one.waiting_place, since.format(day=words.weekday_day(one.waiting_since, today))]
    if one.started_on:
        began = QCoreApplication.translate("ReferralEntry", "began {day}")
        parts.append(began.format(day=words.weekday_day(one.started_on, today)))
    if one.ended_on:
        ended = QCoreApplication.translate("ReferralEntry", "ended {day}")
        parts.append(ended.format(day=words.weekday_day(one.ended_on, today)))
    if one.outcome:
        parts.append(vocabulary(OUTCOMES).label(one.outcome))
    return words.sentence_case(DOT.join(part for part in parts if part))


def remark(one: ReferralView) -> str:
    """Return what was said at the last step: the answer, or what was warned about when it was sent."""
    return one.answer or (one.answers[0].answer if one.answers else "")


def earlier_lines(one: ReferralView, today: date) -> list[str]:
    """Return earlier steps, newest first, of a sending only what was said at it; then what a proposal said."""
    told = [step for step in one.answers[1:] if step.answer or step.state != ReferralState.SENT]
    return [*(_earlier(step, today) for step in told), *before(one.history)]


def _earlier(one: AnswerView, today: date) -> str:
    """Return a step that another one followed, in one line."""
    label = vocabulary("referral_states").label(one.state)
    if one.state == ReferralState.SENT:
        label = QCoreApplication.translate("ReferralEntry", "sent")
    if one.state == ReferralState.PROPOSED:
        label = QCoreApplication.translate("ReferralEntry", "proposed")
    day = words.weekday_day(one.answered_on, today) if one.answered_on else ""
    outcome = vocabulary(OUTCOMES).label(one.outcome) if one.outcome else ""
    when = " ".join(part for part in (label, day) if part)
    said = ", ".join(part for part in (one.place, outcome, " ".join(one.answer.split())) if part)
    told = ": ".join(part for part in (when, said) if part)
    return QCoreApplication.translate("ReferralEntry", "Before: {answer}").format(answer=told)
