"""Search everywhere: people, cases, signals, organisations and who works there, meetings, questions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from mhdesk.desk.desk import Desk
from mhdesk.desk.matching import Matcher, matcher_of
from mhdesk.desk.verbs import Work, logged_reading
from mhdesk.domain import finding
from mhdesk.domain.consultations import TOPICS
from mhdesk.domain.dates import Birth
from mhdesk.domain.finding import FEW, MANY, MOST_COUNTED, Few, Found, FoundPerson, Part, Sought, Why, few
from mhdesk.domain.people import Permission
from mhdesk.domain.views import SignalRow
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.store import case_search, comparing, persons, remarks, search, signals
from mhdesk.store import finding as stored
from mhdesk.store.database import Connection

_LEAST_FOR_SPELLING: Final = 3
"""Letters of a word from which on another spelling of it says anything."""


@logged_reading("list.searched", Permission.READ)
def begin(_: Work) -> None:
    """Note that somebody begins to search everywhere. What is typed then is never written down."""


def find(desk: Desk, typed: str) -> Found:
    """Return what ``typed`` finds, of each kind the first few; nothing for what is too short.

    Call :func:`begin` once before: looking for somebody is noted once, and not by letter. Whoever is only a
    confidential source does not come up as a person. Raises NotAllowedError.
    """
    desk.demand(Permission.READ)
    asked = finding.sought(typed)
    if asked is None:
        return Found()
    connection = desk.database.connection
    people, complete = _people(desk, asked, FEW)
    return Found(
        people=people,
        cases=_cases(connection, asked, FEW),
        signals=_signals(connection, asked),
        organisations=few(stored.organisations(connection, asked)),
        contacts=few(stored.contacts(connection, asked)),
        meetings=few(stored.meetings(connection, asked, vocabulary("meeting_kinds").label)),
        questions=few(stored.questions(connection, asked, vocabulary(TOPICS).label)),
        complete=complete,
    )


def at_length(desk: Desk, typed: str, part: Part) -> Found:
    """Return many of one group that ``typed`` finds, counted as :func:`find` counts them, and of no other group.

    Belongs to the same search: it is not noted again. Raises NotAllowedError.
    """
    desk.demand(Permission.READ)
    asked = finding.sought(typed)
    if asked is None:
        return Found()
    connection = desk.database.connection
    if part is Part.PEOPLE:
        people, complete = _people(desk, asked, MANY)
        return Found(people=people, complete=complete)
    if part is Part.CASES:
        return Found(cases=_cases(connection, asked, MANY))
    if part is Part.ORGANISATIONS:
        return Found(organisations=few(stored.organisations(connection, asked), most=MANY))
    if part is Part.CONTACTS:
        return Found(contacts=few(stored.contacts(connection, asked), most=MANY))
    if part is Part.MEETINGS:
        met = stored.meetings(connection, asked, vocabulary("meeting_kinds").label)
        return Found(meetings=few(met, most=MANY))
    return Found(questions=few(stored.questions(connection, asked, vocabulary(TOPICS).label), most=MANY))


def _signals(connection: Connection, asked: Sought) -> Few[SignalRow]:
    indexed = search.newest(connection, asked.typed, MOST_COUNTED + 1)
    newest = sorted(remarks.signals_with(connection, asked.typed).union(indexed), reverse=True)[
        : MOST_COUNTED + 1
    ]
    return few(
        signals.rows(connection, newest[:FEW]),
        min(len(newest), MOST_COUNTED),
        more=len(newest) > MOST_COUNTED,
    )


def _cases(connection: Connection, asked: Sought, most: int) -> Few[finding.FoundCase]:
    ids = case_search.find(connection, asked.typed, MOST_COUNTED + 1)
    lines = stored.cases_of(connection, ids[:most])
    return few(lines, min(len(ids), MOST_COUNTED), more=len(ids) > MOST_COUNTED, most=most)


def _people(desk: Desk, asked: Sought, most: int) -> tuple[Few[FoundPerson], bool]:
    """Return who is called so or has this number, then who became another record, then other spellings."""
    matcher, connection = matcher_of(desk), desk.database.connection
    complete = matcher.read_on()
    exact = matcher.names.with_number(asked.digits) if asked.digits else matcher.names.called(asked)
    why: dict[int, Why] = dict.fromkeys(exact, Why.PHONE if asked.digits else Why.NAME)
    for number in stored.merged_away(connection, asked):
        now = persons.standing(connection, number)
        if now is not None:
            why.setdefault(now, Why.MERGED)
    if len(why) < FEW:
        for number in _spelled_like(matcher, asked):
            why.setdefault(number, Why.SPELLING)
    lines = _lines(connection, matcher, why, 2 * most)
    hidden = min(len(why), 2 * most) - len(lines)
    return few(lines, max(len(why) - hidden, 0), most=most), complete


def _spelled_like(matcher: Matcher, asked: Sought) -> list[int]:
    if not asked.words or max(map(len, asked.words)) < _LEAST_FOR_SPELLING:
        return []
    first, *rest = asked.words
    return matcher.spelled_like(first, " ".join(rest), 2 * FEW)


def _lines(connection: Connection, matcher: Matcher, why: dict[int, Why], most: int) -> list[FoundPerson]:
    """Return the first of some persons as they may be shown now, whatever was read before."""
    wanted = list(why)[:most]
    born = {row.id: _birth(row) for row in comparing.of(connection, sorted(wanted))}
    known = matcher.known(wanted)
    has_case = stored.case_references(connection, wanted)
    return [
        FoundPerson(
            number,
            known[number].name,
            born.get(number),
            why[number],
            _references(known[number].signals),
            has_case.get(number, ""),
        )
        for number in wanted
        if number in known
    ]


def _birth(row: comparing.PersonRow) -> Birth | None:
    return Birth(row.birth_on, row.birth_estimated) if row.birth_on else None


def _references(found: Iterable[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(reference for _, reference in found)
