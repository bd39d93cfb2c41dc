"""What waits, as the lines of Today: groups in order of harm, and in each line why it is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.today import stands_apart
from mhdesk.domain.views import DraftView, TodayItem, TodayKind
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui import words
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.signals.payloads import signal_of
from mhdesk.gui.today import case_lines, client_lines, drafts, meeting_lines, network_lines, referral_lines
from mhdesk.gui.widgets.rows import Group, Item, Line
from mhdesk.gui.words import Clock, sentence_case

Rows = list[tuple[int | None, Item]]

_WITH_TERM: Final = frozenset(
    {
        TodayKind.DECIDE,
        TodayKind.DECIDE_AGAIN,
        TodayKind.AGREE,
        TodayKind.AGREE_AWAITED,
        TodayKind.INFORM,
        TodayKind.REVIEW,
        TodayKind.TASK,
        TodayKind.COMENSHA,
        TodayKind.DATA_REQUEST,
        TodayKind.COVENANT,
        TodayKind.AGREEMENT,
        TodayKind.TRAJECTORY,
        TodayKind.ANSWER,
        TodayKind.WAITING_LIST,
        TodayKind.MEETING,
    }
)
_OF_CLIENTS: Final = {
    **client_lines.LINES,
    **case_lines.LINES,
    **referral_lines.LINES,
    **network_lines.LINES,
    **meeting_lines.LINES,
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """Everything that Today shows, as it was at one moment.

    ``open_terms`` counts all open terms, also those beyond what ``items`` holds; ``signals`` counts the whole
    registry; ``drafts`` are the unfinished forms by id, ``references`` the numbers of the signals they belong to;
    ``notes`` are the quick notes by id, ``unreadable`` says which of them could not be taken in.
    """

    now: datetime
    items: tuple[TodayItem, ...] = ()
    drafts: dict[int, DraftView] = field(default_factory=dict)
    references: dict[int, str] = field(default_factory=dict)
    notes: dict[int, DraftView] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()
    open_terms: int = 0
    signals: int = 0

    @property
    def today(self) -> date:
        """Return the day at the desk."""
        return self.now.date()

    def with_term(self) -> list[tuple[int, TodayItem, date]]:
        """Return what has a last day, with its place in ``items``, in their order."""
        found = enumerate(self.items)
        return [(place, item, item.due) for place, item in found if item.kind in _WITH_TERM and item.due]

    def is_apart(self, place: int) -> bool:
        """Say whether what stands at a place of ``items`` is a colleague's, and not past its term."""
        return stands_apart(self.items[place], self.today)

    def of_kind(self, *kinds: TodayKind) -> list[int]:
        """Return the places in ``items`` of some kinds, without what has a last day and stands by that."""
        found = enumerate(self.items)
        return [
            place
            for place, item in found
            if item.kind in kinds and not (item.kind in _WITH_TERM and item.due)
        ]


def rows_of(waiting: Waiting) -> Rows:
    """Return the rows of the list: the id of a line is its place in ``waiting.items``."""
    return [row for group, places in _groups(waiting) for row in _with_head(waiting, group, places)]


def _with_head(waiting: Waiting, group: Group, places: Sequence[int]) -> Rows:
    lines: Rows = [(place, _told_whose(waiting.items[place], waiting)) for place in places]
    return [(None, group), *lines]


def _groups(waiting: Waiting) -> Iterator[tuple[Group, list[int]]]:
    if noted := waiting.of_kind(TodayKind.QUICK_NOTE):
        yield Group(QCoreApplication.translate("TodayLine", "Noted quickly")), noted
    for group, first, last in _spans(waiting.today):
        within = [place for place, _, due in waiting.with_term() if first <= due <= last]
        places = [place for place in within if not waiting.is_apart(place)]
        if places:
            yield group, places
    if (more := waiting.open_terms - len(waiting.with_term())) > 0:
        yield _too_many(more), []
    answers = (TodayKind.ANSWER, TodayKind.WAITING_LIST)
    for group, *kinds in (
        (Group(QCoreApplication.translate("TodayLine", "Waiting for an answer")), *answers),
        (Group(QCoreApplication.translate("TodayLine", "To finish")), TodayKind.DRAFT),
        (Group(QCoreApplication.translate("TodayLine", "To look through")), TodayKind.REVIEW_IMPORTED),
    ):
        if places := [place for place in waiting.of_kind(*kinds) if not waiting.is_apart(place)]:
            yield group, places
    if places := [place for place in range(len(waiting.items)) if waiting.is_apart(place)]:
        yield _colleagues(), places


def _spans(today: date) -> tuple[tuple[Group, date, date], ...]:
    """Return the groups of what has a term, with their first and last day; a week ends on Sunday."""
    day = timedelta(days=1)
    sunday = today + (7 - today.isoweekday()) * day
    overdue = QCoreApplication.translate("TodayLine", "past the term")
    return (
        (Group(QCoreApplication.translate("TodayLine", "First"), overdue), date.min, today - day),
        (Group(QCoreApplication.translate("TodayLine", "Today")), today, today),
        (Group(QCoreApplication.translate("TodayLine", "This week")), today + day, sunday),
        (Group(QCoreApplication.translate("TodayLine", "Later")), sunday + day, date.max),
    )


def _colleagues() -> Group:
    caption = QCoreApplication.translate("TodayLine", "past its term it comes up to you, too")
    return Group(QCoreApplication.translate("TodayLine", "Of colleagues"), caption)


def _too_many(more: int) -> Group:
    title = QCoreApplication.translate("TodayLine", "{count} more tasks wait")
    caption = QCoreApplication.translate("TodayLine", "they come up when these are done")
    return Group(title.format(count=words.locale().toString(more)), caption)


def _told_whose(item: TodayItem, waiting: Waiting) -> Line:
    """Return the line of one thing that waits, with the colleague whose it is."""
    line = line_of(item, waiting)
    if not item.colleague or item.kind in case_lines.LINES:
        return line
    recorded = QCoreApplication.translate("TodayLine", "Recorded by {name}.").format(name=item.colleague)
    return replace(line, reason=f"{line.reason} {recorded}".strip())


def line_of(item: TodayItem, waiting: Waiting) -> Line:
    """Return the line of one thing that waits."""
    if of_client := _OF_CLIENTS.get(item.kind):
        return of_client(item, waiting.today)
    if item.kind is TodayKind.DRAFT:
        return _draft(item, waiting)
    if item.kind is TodayKind.QUICK_NOTE:
        return _quick_note(item, waiting)
    if item.kind is TodayKind.REVIEW_IMPORTED:
        return _imported(item)
    if item.kind is TodayKind.TASK:
        return _task(item, waiting.today)
    return _term(item, waiting.today)


def _line(title: str, reason: str, clock: Clock) -> Line:
    return Line(title, reason, clock.words, clock.day, clock.mark, clock.share)


def _term(item: TodayItem, today: date) -> Line:
    title = {
        TodayKind.DECIDE: QCoreApplication.translate("TodayLine", "Decide on informing: {name}"),
        TodayKind.DECIDE_AGAIN: QCoreApplication.translate("TodayLine", "Decide anew on informing: {name}"),
        TodayKind.AGREE: QCoreApplication.translate(
            "TodayLine", "Look along: the decision not to inform {name}"
        ),
        TodayKind.AGREE_AWAITED: QCoreApplication.translate(
            "TodayLine", "A colleague looks along: not informing {name}"
        ),
        TodayKind.INFORM: QCoreApplication.translate("TodayLine", "Inform: {name}"),
        TodayKind.REVIEW: QCoreApplication.translate("TodayLine", "Look again: inform {name}?"),
    }[item.kind]
    role = sentence_case(vocabulary("involvement_roles").label(item.role))
    reason = f"{role}, {item.reference}. {_why(item, today)}"
    clock = words.deadline(item.due, today, item.started_on) if item.due else Clock("", "", Mark.TASK)
    return _line(title.format(name=name_of(item)), reason, clock)


def _task(item: TodayItem, today: date) -> Line:
    """Return the line of work with a term: a triage, feedback to the reporter, an investigation."""
    title = sentence_case(vocabulary("work_terms").label(item.ground))
    begun = QCoreApplication.translate("TodayLine", "Begun on {day}, not done yet.")
    reason = begun.format(day=words.weekday_day(item.started_on, today)) if item.started_on else ""
    clock = words.deadline(item.due, today, item.started_on) if item.due else Clock("", "", Mark.TASK)
    return _line(f"{title}: {item.reference}", reason, clock)


def name_of(item: TodayItem) -> str:
    """Return who it is about, also where nobody knows the name."""
    if item.name:
        return item.name
    role = vocabulary("involvement_roles").label(item.role)
    return QCoreApplication.translate("TodayLine", "{role} without a name").format(role=role)


def _why(item: TodayItem, today: date) -> str:
    if item.kind is TodayKind.AGREE:
        return QCoreApplication.translate("TodayLine", "A colleague decided it; it needs your yes or no.")
    if item.kind is TodayKind.AGREE_AWAITED:
        return QCoreApplication.translate("TodayLine", "Nobody else has agreed or disagreed yet.")
    if item.kind is TodayKind.DECIDE_AGAIN:
        return QCoreApplication.translate("TodayLine", "A colleague does not agree with not informing.")
    if item.kind is TodayKind.INFORM:
        return QCoreApplication.translate("TodayLine", "Decided to inform, not done yet.")
    if item.kind is TodayKind.REVIEW:
        reason = vocabulary("inform_grounds").label(item.ground) if item.ground else ""
        told = QCoreApplication.translate("TodayLine", "Reason: {reason}.").format(reason=reason)
        return told if reason else QCoreApplication.translate("TodayLine", "No reason was given.")
    if item.started_on is None:
        return QCoreApplication.translate("TodayLine", "No decision yet.")
    recorded = QCoreApplication.translate("TodayLine", "Recorded on {day}, no decision yet.")
    return recorded.format(day=words.weekday_day(item.started_on, today))


def _draft(item: TodayItem, waiting: Waiting) -> Line:
    clock = words.draft(item.saved_at or waiting.now, waiting.now)
    kept = waiting.drafts.get(item.draft_id or 0)
    if kept is None:
        return _line(QCoreApplication.translate("TodayLine", "Finish a form"), "", clock)
    reference = waiting.references.get(signal_of(kept.payload), "")
    return _line(*drafts.described(kept, reference, waiting.today), clock)


def _quick_note(item: TodayItem, waiting: Waiting) -> Line:
    """Return the line of a note that came in beside the registry: who wrote it, when, and how it begins."""
    moment = words.moment(item.saved_at or waiting.now, waiting.now)
    title = QCoreApplication.translate("TodayLine", "Noted quickly by {name}, {moment}")
    if not item.name:
        title = QCoreApplication.translate("TodayLine", "Noted quickly, {moment}")
    kept = waiting.notes.get(item.draft_id or 0)
    undone = QCoreApplication.translate("TodayLine", "not recorded yet")
    clock = replace(words.draft(waiting.now, waiting.now), day=undone)
    return _line(title.format(name=item.name, moment=moment), drafts.told(kept) if kept else "", clock)


def _imported(item: TodayItem) -> Line:
    title = QCoreApplication.translate("TodayLine", "Look through imported signals: {count}")
    reason = QCoreApplication.translate("TodayLine", "They came from a spreadsheet and nobody checked them.")
    untimed = QCoreApplication.translate("TodayLine", "no term")
    count = words.locale().toString(item.count)
    return Line(title.format(count=count), reason, untimed, "", Mark.TASK)


def summary_of(waiting: Waiting) -> str:
    """Return the one line that sums up: day and time, what is overdue, what ends today."""
    now = f"{sentence_case(words.long_day(waiting.today))}, {waiting.now:%H:%M}."
    days = [due for _, _, due in waiting.with_term()]
    if not days:
        return now
    late = _late(sum(due < waiting.today for due in days))
    ends = _ends_today(sum(due == waiting.today for due in days))
    told = ", ".join(part for part in (late, ends) if part)
    return f"{now} {told}."


def _late(count: int) -> str:
    if count == 0:
        return QCoreApplication.translate("TodayLine", "Nothing is past its term")
    if count == 1:
        return QCoreApplication.translate("TodayLine", "One task is past its term")
    several = QCoreApplication.translate("TodayLine", "{count} tasks are past their term")
    return sentence_case(several.format(count=words.number_word(count)))


def _ends_today(count: int) -> str:
    if count == 0:
        return ""
    if count == 1:
        return QCoreApplication.translate("TodayLine", "one ends today")
    return QCoreApplication.translate("TodayLine", "{count} end today").format(count=words.number_word(count))
