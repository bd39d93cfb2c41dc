"""Days, distances and numbers in words, as every page writes them. Pure functions over dates.

Every clock is a ring, a distance and a day ("nog 3 dagen", "uiterlijk do 26-11"): `Clock` holds all three. Numbers
are figures in clocks and words under ten in sentences.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from mhdesk import wording
from mhdesk.domain import dates
from mhdesk.domain.informing import State
from mhdesk.domain.views import DraftView
from mhdesk.gui.look.painting import Mark

_SHORT: Final = QLocale.FormatType.ShortFormat


@dataclass(frozen=True, slots=True)
class Clock:
    """How far away a day is: ``words`` the distance, ``day`` the day itself, ``mark`` and ``share`` the ring."""

    words: str
    day: str
    mark: Mark
    share: float = 0.0


def locale() -> QLocale:
    """Return the locale of the language that mhdesk speaks, whatever the computer is set to."""
    return QLocale("nl_NL" if wording.language() == "nl" else "en_GB")


def short_day(day: date, today: date) -> str:
    """Return ``26-11``, with the year only when it is another one."""
    return f"{day:%d-%m}" if day.year == today.year else dates.display_day(day)


def weekday_day(day: date, today: date) -> str:
    """Return ``do 26-11``, with the year only when it is another one."""
    return f"{locale().dayName(day.isoweekday(), _SHORT)} {short_day(day, today)}"


def weekday_date(day: date) -> str:
    """Return ``do 26-11-2026``, for what is read long after."""
    return f"{locale().dayName(day.isoweekday(), _SHORT)} {dates.display_day(day)}"


def long_day(day: date) -> str:
    """Return ``maandag 23 november``."""
    return f"{locale().dayName(day.isoweekday())} {day.day} {locale().monthName(day.month)}"


def time_of(moment: datetime) -> str:
    """Return the time of day on this computer's clock: ``02:16``."""
    return f"{moment.astimezone():%H:%M}"


def number_word(number: int) -> str:
    """Return a number as a sentence has it: a word up to nine, figures from ten on."""
    return _small_numbers()[number] if 0 <= number <= 9 else str(number)


def _small_numbers() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("words", "no"),
        QCoreApplication.translate("words", "one"),
        QCoreApplication.translate("words", "two"),
        QCoreApplication.translate("words", "three"),
        QCoreApplication.translate("words", "four"),
        QCoreApplication.translate("words", "five"),
        QCoreApplication.translate("words", "six"),
        QCoreApplication.translate("words", "seven"),
        QCoreApplication.translate("words", "eight"),
        QCoreApplication.translate("words", "nine"),
    )


def sentence_case(words: str) -> str:
    """Return words with a capital in front, the rest as it was."""
    return words[:1].upper() + words[1:]


def distance(day: date, today: date) -> str:
    """Return how far a last day is from today: ``nog 3 dagen``, ``vandaag``, ``3 dagen te laat``."""
    left = (day - today).days
    if left == 0:
        return QCoreApplication.translate("words", "today")
    if left == 1:
        return QCoreApplication.translate("words", "1 day left")
    if left > 0:
        return QCoreApplication.translate("words", "{count} days left").format(count=left)
    if left == -1:
        return QCoreApplication.translate("words", "1 day late")
    return QCoreApplication.translate("words", "{count} days late").format(count=-left)


def share_used(started: date | None, due: date, today: date) -> float:
    """Return which part of a term is used, 0 to 1; without its first day nothing is claimed."""
    if started is None or due <= started:
        return 0.0
    return min(1.0, max(0.0, (today - started).days / (due - started).days))


def _running(due: date, today: date, started: date | None, day: str) -> Clock:
    left = (due - today).days
    mark = Mark.LATE if left < 0 else Mark.TODAY if left == 0 else Mark.RUNNING
    return Clock(distance(due, today), day, mark, share_used(started, due, today))


def deadline(due: date, today: date, started: date | None = None) -> Clock:
    """Return the clock of something that must be done by a day at the latest."""
    day = QCoreApplication.translate("words", "by {day}").format(day=weekday_day(due, today))
    return _running(due, today, started, day)


def review(due: date, today: date, started: date | None = None) -> Clock:
    """Return the clock of something that is looked at again on a day."""
    day = QCoreApplication.translate("words", "review {day}").format(day=weekday_day(due, today))
    return _running(due, today, started, day)


def waiting(since: date | None, today: date) -> Clock:
    """Return the clock of something that is somebody else's turn."""
    if since is None:
        return Clock(QCoreApplication.translate("words", "waiting"), "", Mark.WAITING)
    passed = (today - since).days
    if passed <= 0:
        words = QCoreApplication.translate("words", "waiting since today")
    elif passed == 1:
        words = QCoreApplication.translate("words", "waiting 1 day")
    else:
        words = QCoreApplication.translate("words", "waiting {count} days").format(count=passed)
    day = QCoreApplication.translate("words", "since {day}").format(day=weekday_day(since, today))
    return Clock(words, day, Mark.WAITING)


def count(noun: str, number: int) -> str:
    """Return a number with its noun, as `wording.count`, written as the window writes numbers."""
    return wording.count(noun, number, locale().toString(number))


def begun_by(draft: DraftView) -> str:
    """Return who began a form that nobody but colleagues can finish; "" for one's own."""
    if not draft.begun_by:
        return ""
    return QCoreApplication.translate("words", "Begun by {name}.").format(name=draft.begun_by)


def draft(saved_at: datetime, now: datetime) -> Clock:
    """Return the clock of a form that was begun: when it was last kept."""
    day = QCoreApplication.translate("words", "saved {moment}").format(moment=moment(saved_at, now))
    return Clock(QCoreApplication.translate("words", "draft"), day, Mark.DRAFT)


def moment(then: datetime, now: datetime) -> str:
    """Return a time, with its day when that is another one."""
    local, today = then.astimezone(), now.astimezone().date()
    clock = f"{local:%H:%M}"
    return clock if local.date() == today else f"{weekday_day(local.date(), today)} {clock}"


def informing(state: State, duty_on: date | None, today: date, started: date | None = None) -> Clock | None:
    """Return the clock of informing somebody, or None where there is nothing to say.

    "Not yet" never stands without its review date, so its distance is that of the review.
    """
    if state in {State.UNDECIDED, State.TO_INFORM} and duty_on:
        return deadline(duty_on, today, started)
    if state in {State.NOT_YET, State.NOT} and duty_on:
        return review(duty_on, today, started)
    if state == State.NONE_NEEDED:
        return None
    return Clock(state_word(state), "", _MARK_WITHOUT_DUTY[state])


_MARK_WITHOUT_DUTY: Final = {
    State.UNDECIDED: Mark.TASK,
    State.TO_INFORM: Mark.TASK,
    State.INFORMED: Mark.INFORMED,
    State.NOT_YET: Mark.NOT_YET,
    State.NOT: Mark.NOT_INFORMED,
}


def state_word(state: State) -> str:
    """Return where informing stands, in a word or two that stand on their own."""
    return {
        State.NONE_NEEDED: QCoreApplication.translate("words", "Not needed"),
        State.UNDECIDED: QCoreApplication.translate("words", "No decision"),
        State.TO_INFORM: QCoreApplication.translate("words", "Still to inform"),
        State.INFORMED: QCoreApplication.translate("words", "Informed"),
        State.NOT_YET: QCoreApplication.translate("words", "Not yet"),
        State.NOT: QCoreApplication.translate("words", "Not"),
    }[state]
