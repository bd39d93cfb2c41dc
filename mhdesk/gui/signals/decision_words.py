"""A decision on informing in words: its reasons, its line in the history, and what a second person said of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from mhdesk.domain import weighing
from mhdesk.domain.four_eyes import Agreement
from mhdesk.domain.informing import Choice
from mhdesk.domain.views import AgreementView, DecisionView
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.gui import words
from mhdesk.gui.signals import options

_ENDS: Final = (".", "?", "!")


def reasons(decision: DecisionView) -> str:
    """Return why it was decided so, or how somebody was informed, on some lines."""
    parts = []
    if decision.ground and decision.ground != UNKNOWN:
        parts.append(options.label("inform_grounds", decision.ground))
    if decision.choice == Choice.INFORM:
        parts.append(words.sentence_case(decision.informed_how))
    parts.append(decision.reasoning)
    if decision.legal_ground and decision.legal_ground != UNKNOWN:
        parts.append(vocabulary("legal_grounds").label(decision.legal_ground))
    return " ".join(_ended(part) for part in parts if part)


def details(decision: DecisionView) -> list[str]:
    """Return what else was recorded with it, a line each: what was told, who was consulted, what was weighed."""
    told = QCoreApplication.translate("Decision", "Told: {what}").format(what=decision.told)
    consulted = QCoreApplication.translate("Decision", "Consulted: {who}").format(who=decision.consulted)
    lines = [told if decision.told else "", consulted if decision.consulted else ""]
    lines += [f"{options.label(weighing.POINTS, point)}: {said}" for point, said in decision.weighing]
    return [_ended(line) for line in lines if line]


def history(decision: DecisionView, today: date) -> str:
    """Return a decision as one line of the history; one from a spreadsheet says so."""
    said = [f"{options.label('inform_choices', decision.choice)}."]
    if decision.extension.number:
        said.append(_ended(extension(decision)))
    if decision.choice == Choice.INFORM and decision.informed_on:
        said.append(_done(decision, today))
    if decision.review_on:
        again = QCoreApplication.translate("InformingEntry", "Review {day}.")
        said.append(again.format(day=words.weekday_day(decision.review_on, today)))
    said.append(_who(decision))
    if decision.agreement:
        said.append(_second(decision.agreement, today))
    return " ".join(filter(None, said))


def extension(decision: DecisionView, today: date | None = None) -> str:
    """Return which extension a "not yet" is, with ``today`` also since when somebody waits; nothing for the first."""
    place = decision.extension
    if not place.number:
        return ""
    if today is None or place.since is None:
        return QCoreApplication.translate("Decision", "extension {number}").format(number=place.number)
    since = QCoreApplication.translate("Decision", "extension {number}, since {day}")
    return since.format(number=place.number, day=words.weekday_day(place.since, today))


def _done(decision: DecisionView, today: date) -> str:
    day = words.weekday_day(decision.informed_on, today) if decision.informed_on else ""
    if decision.informed_by and decision.informed_by != decision.decided_by:
        done = QCoreApplication.translate("InformingEntry", "Done {day} by {name}.")
        return done.format(day=day, name=decision.informed_by)
    return QCoreApplication.translate("InformingEntry", "Done {day}.").format(day=day)


def _who(decision: DecisionView) -> str:
    if decision.historic:
        return QCoreApplication.translate("InformingEntry", "Taken in from a spreadsheet.")
    if decision.agreed_by:
        both = QCoreApplication.translate("InformingEntry", "{name}; according to {name} {other} agreed.")
        return both.format(name=decision.decided_by, other=decision.agreed_by)
    return _ended(decision.decided_by) if decision.agreement else decision.decided_by


def _second(one: AgreementView, today: date) -> str:
    """Return what a second person said, with day and reason, or that nobody has yet."""
    if one.answer == Agreement.ASKED:
        return QCoreApplication.translate("InformingEntry", "Waits for a colleague.")
    if one.answer == Agreement.ALONE:
        return QCoreApplication.translate("InformingEntry", "Decided alone.")
    agrees = QCoreApplication.translate("InformingEntry", "{name} agrees, {day}.")
    opposed = QCoreApplication.translate("InformingEntry", "{name} does not agree, {day}.")
    day = words.weekday_day(one.recorded_at.astimezone().date(), today)
    said = (agrees if one.answer == Agreement.AGREED else opposed).format(name=one.recorded_by, day=day)
    return " ".join(filter(None, (said, _ended(one.reason) if one.reason else "")))


def _ended(text: str) -> str:
    return text if text.endswith(_ENDS) else f"{text}."
