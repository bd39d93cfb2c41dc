"""The page of somebody with 200 events: what is asked of the desk, and until the page has painted itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from typing import Final, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget
from sqlalchemy import text

from benchmarks import registries
from benchmarks.measuring import Line, compare
from mhdesk.desk import persons
from mhdesk.desk.desk import Desk
from mhdesk.gui import i18n, offscreen
from mhdesk.gui.bus import Bus
from mhdesk.gui.look import theme
from mhdesk.gui.persons.person_page import PersonPage
from mhdesk.gui.runner import Failed, InlineRunner
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.shell.pages import Pages

T = TypeVar("T")

EVENTS: Final = 200
_WHO: Final = """SELECT person_id FROM involvement WHERE role = 'possible_victim' AND person_id IS NOT NULL
    GROUP BY person_id ORDER BY count(*) DESC, person_id LIMIT 1"""
_CASE: Final = """INSERT INTO case_file (uid, number_year, number, person_id, coordinator_id, status, opened_on,
    recorded_at, recorded_by) VALUES ('be', 2026, 999, :who, 1, 'open', '2026-01-05', :at, 1)"""
_ENTRY: Final = """INSERT INTO case_entry (case_id, kind, happened_on, code, text, recorded_at, recorded_by)
    VALUES (:case, 'contact', date('2026-01-05', '+' || :day || ' days'), 'phone', 'Gebeld over de opvang.', :at, 1)"""
_AGREED: Final = """INSERT INTO agreement (case_id, what, who, due_on, recorded_at, recorded_by)
    VALUES (:case, 'Bellen', 'De Luwte', date('2026-11-20', '+' || :day || ' days'), :at, 1)"""
_PLAIN: Final = (
    "SELECT * FROM person WHERE id = ?",
    """SELECT * FROM involvement JOIN signal ON signal.id = signal_id WHERE person_id = ?""",
    """SELECT case_entry.* FROM case_file JOIN case_entry ON case_id = case_file.id WHERE person_id = ?
        ORDER BY happened_on DESC""",
    "SELECT agreement.* FROM case_file JOIN agreement ON case_id = case_file.id WHERE person_id = ?",
)


def measure(size: int, times: int) -> Iterator[Line]:
    """Yield a line for the reading, with its line in the log, and one for the page itself."""
    unlocked = registries.unlock(registries.working_copy(size))
    desk = registries.open_desk(unlocked)
    who = arrange(desk)
    desk.close()
    path = registries.plain_copy(unlocked)
    desk, plain = registries.open_desk(unlocked), sqlite3.connect(path)
    try:
        yield from of_desk(desk, plain, who, size, times)
    finally:
        desk.close()
        plain.close()


def of_desk(desk: Desk, plain: sqlite3.Connection, who: int, size: int, times: int) -> Iterator[Line]:
    """Yield the lines about one person in the registry of a desk."""
    events = len(persons.details(desk, who).events)
    ask = partial(_plain, plain, who)
    yield compare(
        f"person with {events} events: read, logged", size, partial(persons.details, desk, who), ask, times
    )
    app = offscreen.application()
    offscreen.quieten()
    i18n.speak(app, "nl")
    theme.apply(app, theme.Scheme.LIGHT)
    runner = _FirstAnswer(desk)
    pages = Pages(runner, Bus(), desk.info(), desk.user)
    context = PageContext(runner, Bus(), pages, desk.info(), desk.user)
    window = _window()
    yield compare(
        f"person with {events} events: opened", size, partial(_open, window, context, who), ask, times
    )
    window.close()


def arrange(desk: Desk) -> int:
    """Give the victim with most signals a case in which enough happened, and return who that is."""
    at = {"at": "2026-11-20T10:00:00.000+00:00"}
    with desk.database.writing() as connection:
        who = int(connection.execute(text(_WHO)).scalar_one())
        connection.execute(text(_CASE), {"who": who, **at})
        case = connection.execute(text("SELECT max(id) FROM case_file")).scalar_one()
        days = count()
        for statement, number in ((_ENTRY, EVENTS - 20), (_AGREED, 10)):
            rows = [{"case": case, "day": next(days), **at} for _ in range(number)]
            connection.execute(text(statement), rows)
    return who


class _FirstAnswer(InlineRunner):
    """Answer one question, when told to: the desk answers once the page is in the window.

    What a page asks after that waits until it has painted itself.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._waits: Callable[[], None] | None = None

    def ask(
        self,
        work: Callable[[Desk], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """Keep the question."""
        self._waits = partial(super().ask, work, then, failed, owner=owner)

    def answer(self) -> None:
        """Answer what was asked last."""
        if self._waits is not None:
            self._waits()


def _window() -> QStackedWidget:
    """Return a window that is on the screen already, with as much room for a page as on one of 1366 by 768."""
    window = QStackedWidget()
    window.addWidget(QWidget())
    window.resize(1158, 668)
    window.show()
    offscreen.application().processEvents()
    return window


def _open(window: QStackedWidget, context: PageContext, who: int) -> None:
    """Make the page, show it in the window, fill it and let it paint itself once."""
    page = PersonPage(context, who)
    window.addWidget(page)
    window.setCurrentWidget(page)
    if isinstance(context.runner, _FirstAnswer):
        context.runner.answer()
    offscreen.application().processEvents()
    window.removeWidget(page)
    page.deleteLater()


def _plain(plain: sqlite3.Connection, who: int) -> None:
    for question in _PLAIN:
        plain.execute(question, (who,)).fetchall()
