"""Signs of exploitation that somebody went through: soon after a signal came in, and now and then once more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from mhdesk.domain.indicators import Answer, AssessmentDraft, Indicator, indicator_list, version_on
from mhdesk.domain.signals import Kind, SignalDraft
from mhdesk.fiction.dice import Dice
from mhdesk.fiction.moments import spelled
from mhdesk.fiction.texts import load

_GONE_THROUGH: Final = {Kind.ADVICE: 0.06, Kind.SIGNAL: 0.3, Kind.NOTIFICATION: 0.75}
_AGAIN: Final = 0.25
_NOTED: Final = 0.35
_LOOKED_AT: Final = 0.35
_LOOKED_AT_LATER: Final = 0.2
# A sign of the form itself is looked for because something points to it.
_SEEN: Final = 0.62
_SEEN_OF_ALL: Final = 0.4


def signs(
    recorded_at: datetime, signal: SignalDraft, yesterday: date
) -> Iterator[tuple[date, AssessmentDraft]]:
    """Yield each time that the signs of a signal were gone through, up to ``yesterday``.

    The dice are thrown apart from all others: what else is told of a signal does not hang on its signs.
    """
    dice = Dice(round(recorded_at.timestamp() * 1000))
    if not dice.happens(_GONE_THROUGH[Kind(signal.kind)]):
        return
    day = recorded_at.date() + timedelta(days=dice.between(0, 2))
    first = _draft(dice, signal, day)
    if day <= yesterday:
        yield day, first
    again = day + timedelta(days=dice.between(5, 30))
    if dice.happens(_AGAIN) and again <= yesterday:
        yield again, _later(dice, first, again)


def _draft(dice: Dice, signal: SignalDraft, day: date) -> AssessmentDraft:
    version = version_on(day)
    answers = {
        one.code: _answer(dice, one) for one in _asked(signal.form, version) if dice.happens(_LOOKED_AT)
    }
    noted = signal.kind != Kind.ADVICE and dice.happens(_NOTED)
    return AssessmentDraft(
        form=signal.form,
        list_version=version,
        assessed_on=spelled(day),
        answers=answers or {_asked(signal.form, version)[0].code: Answer.NOT_OBSERVED},
        note=dice.pick(load("signs")["notes"]) if noted else "",
    )


def _later(dice: Dice, first: AssessmentDraft, day: date) -> AssessmentDraft:
    """Return the same list once more: some of what was open has an answer now."""
    answers = dict(first.answers)
    for one in _asked(first.form, first.list_version):
        if one.code not in answers and dice.happens(_LOOKED_AT_LATER):
            answers[one.code] = _answer(dice, one)
    return replace(first, assessed_on=spelled(day), answers=answers, note="")


def _asked(form: str, version: str) -> tuple[Indicator, ...]:
    asked = indicator_list(form, version)
    if asked is None:
        raise ValueError("no list of signs")
    return asked.indicators


def _answer(dice: Dice, one: Indicator) -> str:
    share = _SEEN_OF_ALL if one.code.startswith("g_") else _SEEN
    return Answer.OBSERVED if dice.happens(share) else Answer.NOT_OBSERVED
