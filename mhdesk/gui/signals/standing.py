"""Where informing somebody stands, in the words and the mark of the informing column."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.clocks import term_source
from mhdesk.domain.four_eyes import Agreement
from mhdesk.domain.informing import State
from mhdesk.domain.views import DecisionView, InvolvementView
from mhdesk.gui import words
from mhdesk.gui.look.painting import Mark, word_role
from mhdesk.gui.look.roles import Role
from mhdesk.gui.signals import decision_words

PRESSING: Final = (State.UNDECIDED, State.TO_INFORM, State.NOT_YET, State.NOT, State.INFORMED)
"""From the least settled on."""
OPEN: Final = frozenset((State.UNDECIDED, State.TO_INFORM))
_SETTLED: Final = {
    State.INFORMED: Mark.INFORMED,
    State.NOT_YET: Mark.NOT_YET,
    State.NOT: Mark.NOT_INFORMED,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Mark and word, beside them the distance or the day, and under them the last day with its source."""

    mark: Mark
    word: str
    ink: Role
    beside: str = ""
    beside_ink: Role = Role.SECOND
    term: str = ""
    share: float = 0.0


def standing_of(involvement: InvolvementView, recorded_on: date, today: date) -> Standing:
    """Return where informing somebody stands today."""
    last = involvement.decisions[0] if involvement.decisions else None
    if involvement.inform_state in _SETTLED:
        return _settled(involvement, last, today)
    return _open(involvement, recorded_on, today)


def _settled(involvement: InvolvementView, last: DecisionView | None, today: date) -> Standing:
    mark = _SETTLED[involvement.inform_state]
    word, ink = words.state_word(involvement.inform_state), word_role(mark)
    if involvement.duty_on and last and last.waits_for_colleague():
        return _waits_for_colleague(mark, word, involvement.duty_on, today)
    if involvement.duty_on:
        clock = words.review(involvement.duty_on, today)
        late = clock.mark in {Mark.LATE, Mark.TODAY}
        beside = QCoreApplication.translate("Standing", "review: {distance}").format(distance=clock.words)
        prolonged = decision_words.extension(last, today) if last else ""
        term = " · ".join(filter(None, (words.sentence_case(clock.day), prolonged)))
        return Standing(mark, word, ink, beside, word_role(clock.mark) if late else Role.TEXT, term)
    return Standing(mark, word, ink, _how_settled(involvement.inform_state, last))


def _waits_for_colleague(mark: Mark, word: str, by: date, today: date) -> Standing:
    """Return a decision not to inform that no second person has answered yet."""
    clock = words.review(by, today)
    late = clock.mark in {Mark.LATE, Mark.TODAY}
    beside = QCoreApplication.translate("Standing", "a colleague looks along: {distance}")
    ink = word_role(clock.mark) if late else Role.TEXT
    last = QCoreApplication.translate("Standing", "By {day}").format(day=words.weekday_day(by, today))
    return Standing(mark, word, word_role(mark), beside.format(distance=clock.words), ink, last)


def _how_settled(state: State, last: DecisionView | None) -> str:
    if last is None:
        return ""
    if state == State.INFORMED and last.informed_on:
        return words.weekday_date(last.informed_on)
    if state == State.INFORMED:
        return QCoreApplication.translate("Standing", "day not recorded")
    if last.agreement and last.agreement.answer == Agreement.AGREED:
        agreed = QCoreApplication.translate("Standing", "agreed by {name}")
        return agreed.format(name=last.agreement.recorded_by)
    return words.weekday_date(last.decided_on) if last.decided_on else ""


def _open(involvement: InvolvementView, recorded_on: date, today: date) -> Standing:
    informs = involvement.inform_state == State.TO_INFORM
    if involvement.duty_on is None:
        mark = Mark.TASK
        beside = QCoreApplication.translate("Standing", "without a term")
        return Standing(mark, words.state_word(involvement.inform_state), Role.TEXT, beside)
    clock = words.deadline(involvement.duty_on, today, recorded_on)
    word = QCoreApplication.translate("Standing", "Still to decide")
    if informs:
        word = words.state_word(State.TO_INFORM)
    elif clock.mark is Mark.LATE:
        word = words.state_word(State.UNDECIDED)
    ink = word_role(clock.mark)
    beside_ink = ink if clock.mark is not Mark.RUNNING else Role.TEXT
    return Standing(clock.mark, word, ink, clock.words, beside_ink, _term(involvement, today), clock.share)


def _term(involvement: InvolvementView, today: date) -> str:
    """Return the last day with the law that sets it; a referral may have brought it forward."""
    if involvement.duty_on is None:
        return ""
    by = QCoreApplication.translate("Standing", "By {day}")
    day = by.format(day=words.weekday_day(involvement.duty_on, today))
    source = term_source(involvement.term_source)
    return f"{day} · {source}" if source else day
