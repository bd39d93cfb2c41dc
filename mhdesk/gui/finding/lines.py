"""What was found as lines of one list, and where each of them leads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from mhdesk.domain import dates
from mhdesk.domain.consultations import TOPICS
from mhdesk.domain.finding import (
    MANY,
    Few,
    Found,
    FoundCase,
    FoundContact,
    FoundMeeting,
    FoundOrganisation,
    FoundPerson,
    FoundQuestion,
    Part,
    Why,
    sought,
)
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui import words
from mhdesk.gui.signals import options
from mhdesk.gui.signals.lines import DOT, line_of
from mhdesk.gui.widgets.rows import Group, Item, Line

T = TypeVar("T")


class Way(StrEnum):
    """To what a line leads."""

    PERSON = "person"
    SIGNAL = "signal"
    ALL_SIGNALS = "all_signals"
    ORGANISATION = "organisation"
    MEETING = "meeting"
    PART = "part"
    PLACE = "place"
    NEW_SIGNAL = "new_signal"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a line leads: to a record by its number, to a place or to a group at length by its key."""

    way: Way
    number: int = 0
    key: str = ""


@dataclass(slots=True)
class Rows:
    """Lines with their heads; the id of a line is the place of its target."""

    items: list[tuple[int | None, Item]] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)

    def add(self, head: str, caption: str, lines: Iterable[tuple[Target, Line]]) -> None:
        """Add a group, unless it has no lines."""
        before = len(self.items)
        for target, line in lines:
            self.items.append((len(self.targets), line))
            self.targets.append(target)
        if len(self.items) > before:
            self.items.insert(before, (None, Group(head, caption)))


def rows_of(found: Found, typed: str, today: date, places: Sequence[tuple[Target, str]]) -> Rows:
    """Return everything that was found, people first; ``places`` are what can be gone to or done, with its words."""
    rows = Rows()
    _add(rows, Part.PEOPLE, found.people, map(_person, found.people.lines))
    _add(rows, Part.CASES, found.cases, map(_case, found.cases.lines))
    signals = [(Target(Way.SIGNAL, one.id), line_of(one, today)) for one in found.signals.lines]
    if found.signals.count > len(signals):
        signals.append(all_signals(found, typed))
    rows.add(QCoreApplication.translate("Found", "Signals"), "", signals)
    _add(rows, Part.ORGANISATIONS, found.organisations, map(_organisation, found.organisations.lines))
    _add(rows, Part.CONTACTS, found.contacts, map(_contact, found.contacts.lines))
    met = ((Target(Way.MEETING, one.meeting_id), _meeting(one, today)) for one in found.meetings.lines)
    _add(rows, Part.MEETINGS, found.meetings, met)
    page = Target(Way.PLACE, key="consultations")
    _add(
        rows,
        Part.QUESTIONS,
        found.questions,
        [(page, _question(one, today)) for one in found.questions.lines],
    )
    rows.add(QCoreApplication.translate("Found", "Go to"), "", _fitting(places, typed))
    return rows


def _add(rows: Rows, part: Part, group: Few[T], lines: Iterable[tuple[Target, Line]]) -> None:
    """Add a group, with the line that shows more of it, or with how much more there is where nothing shows it."""
    told = list(lines)
    cut = group.count > len(told)
    if cut and len(told) < MANY:
        rows.add(_head(part), "", [*told, _at_length(part, group)])
    else:
        rows.add(_head(part), _more(group) if cut else "", told)


def _head(part: Part) -> str:
    return {
        Part.PEOPLE: QCoreApplication.translate("Found", "People"),
        Part.CASES: QCoreApplication.translate("Found", "Cases"),
        Part.ORGANISATIONS: QCoreApplication.translate("Found", "Organisations"),
        Part.CONTACTS: QCoreApplication.translate("Found", "Who works there"),
        Part.MEETINGS: QCoreApplication.translate("Found", "Meetings"),
        Part.QUESTIONS: QCoreApplication.translate("Found", "Questions"),
    }[part]


def _at_length(part: Part, group: Few[T]) -> tuple[Target, Line]:
    """Return the line that shows this group alone, as far as it is shown."""
    what = {
        Part.PEOPLE: QCoreApplication.translate("Found", "people"),
        Part.CASES: QCoreApplication.translate("Found", "cases"),
        Part.ORGANISATIONS: QCoreApplication.translate("Found", "organisations"),
        Part.CONTACTS: QCoreApplication.translate("Found", "contacts"),
        Part.MEETINGS: QCoreApplication.translate("Found", "meetings"),
        Part.QUESTIONS: QCoreApplication.translate("Found", "questions"),
    }[part]
    every = QCoreApplication.translate("Found", "Show all {count} {what}")
    some = QCoreApplication.translate("Found", "Show the first {shown} of {count} {what}")
    said = every if group.count <= MANY and not group.more else some
    return Target(Way.PART, key=part), Line(said.format(count=_count(group), shown=MANY, what=what))


def _count(group: Few[T]) -> str:
    number = words.locale().toString(group.count)
    return f"{number}+" if group.more else number


def all_signals(found: Found, typed: str) -> tuple[Target, Line]:
    """Return the line that leads to the list with every signal in which this stands."""
    count = words.locale().toString(found.signals.count)
    every = QCoreApplication.translate("Found", "Show all {count} signals")
    many = QCoreApplication.translate("Found", "Show all signals: more than {count}")
    said = many if found.signals.more else every
    reason = QCoreApplication.translate("Found", "with “{words}”").format(words=typed)
    return Target(Way.ALL_SIGNALS), Line(said.format(count=count), reason, "Ctrl+Enter")


def count_words(found: Found) -> str:
    """Return how much was found, for a screen reader."""
    told = (
        (found.people, _head(Part.PEOPLE)),
        (found.cases, _head(Part.CASES)),
        (found.signals, QCoreApplication.translate("Found", "Signals")),
        (found.organisations, _head(Part.ORGANISATIONS)),
        (found.contacts, _head(Part.CONTACTS)),
        (found.meetings, _head(Part.MEETINGS)),
        (found.questions, _head(Part.QUESTIONS)),
    )
    return ". ".join(f"{head}: {group.count}" for group, head in told if group.count)


def nothing_words(typed: str) -> tuple[str, str]:
    """Return that nobody was found with what was typed, and in which ways it was looked for."""
    asked = sought(typed)
    if asked is not None and asked.digits:
        sentence = QCoreApplication.translate("Found", "Nobody found with {words}.")
        return sentence.format(words=typed), QCoreApplication.translate(
            "Found", "Also searched without spaces and with +31."
        )
    sentence = QCoreApplication.translate("Found", "Nothing found with “{words}”.")
    return sentence.format(words=typed), QCoreApplication.translate(
        "Found", "Also searched for parts of words, without accents, and for other spellings of a name."
    )


def _more(group: Few[T]) -> str:
    """Return that a group has more lines than it shows."""
    said = QCoreApplication.translate("Found", "the first {shown} of {count}: type more to see fewer")
    return said.format(shown=words.number_word(len(group.lines)), count=_count(group))


def _person(one: FoundPerson) -> tuple[Target, Line]:
    why = {
        Why.NAME: "",
        Why.PHONE: QCoreApplication.translate("Found", "has this number"),
        Why.SPELLING: QCoreApplication.translate("Found", "another spelling"),
        Why.MERGED: QCoreApplication.translate("Found", "joined with whom you look for"),
    }
    born = (
        QCoreApplication.translate("Found", "born {day}").format(day=dates.display_birth(one.birth))
        if one.birth
        else ""
    )
    parts = [why[one.why], born, one.case, ", ".join(one.signals[:3])]
    reason = words.sentence_case(DOT.join(filter(None, parts)))
    return Target(Way.PERSON, one.person_id), Line(
        one.name or QCoreApplication.translate("Found", "Name unknown"), reason
    )


def _case(one: FoundCase) -> tuple[Target, Line]:
    name = one.name or QCoreApplication.translate("Found", "Name unknown")
    status = options.label("case_states", one.status)
    return Target(Way.PERSON, one.person_id), Line(f"{one.reference}{DOT}{name}", status)


def _organisation(one: FoundOrganisation) -> tuple[Target, Line]:
    ended = QCoreApplication.translate("Found", "ended") if one.ended else ""
    reason = DOT.join(filter(None, (options.label("organisation_groups", one.group), one.phone)))
    return Target(Way.ORGANISATION, one.organisation_id), Line(one.name, reason, ended)


def _contact(one: FoundContact) -> tuple[Target, Line]:
    name, function = (one.name, one.function) if one.name else (words.sentence_case(one.function), "")
    reason = words.sentence_case(DOT.join(filter(None, (function, one.organisation, one.phone))))
    return Target(Way.ORGANISATION, one.organisation_id), Line(name, reason)


def _meeting(one: FoundMeeting, today: date) -> Line:
    kind = options.label("meeting_kinds", one.kind)
    return Line(f"{kind}{DOT}{words.weekday_day(one.held_on, today)}", one.place)


def _question(one: FoundQuestion, today: date) -> Line:
    asker = vocabulary("disciplines").label(one.discipline)
    asked = QCoreApplication.translate("Found", "asked {day}")
    return Line(
        options.label(TOPICS, one.topic),
        DOT.join((asker, asked.format(day=words.weekday_day(one.asked_on, today)))),
    )


def _fitting(places: Sequence[tuple[Target, str]], typed: str) -> list[tuple[Target, Line]]:
    asked = sought(typed)
    if asked is None or asked.digits:
        return []
    return [(target, Line(called)) for target, called in places if asked.fits(called)]
