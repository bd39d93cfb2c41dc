"""The pictures of meetings; see `screens`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain.meetings import MeetingDraft, MeetingState
from mhdesk.gui.meetings.list_page import MeetingsPage
from mhdesk.gui.meetings.loading import load
from mhdesk.gui.meetings.meeting_page import MeetingPage
from mhdesk.gui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from mhdesk.gui.screens import Studio


def _numbers(studio: Studio, kind: str, state: MeetingState) -> list[int]:
    """Return the meetings of a kind and state, the latest first."""
    from mhdesk.desk import meetings

    return [one.id for one in meetings.rows(studio.desk) if (one.kind, one.state) == (kind, state)]


def _opened(studio: Studio, kind: str, state: MeetingState) -> tuple[MainWindow, MeetingPage, int]:
    window = studio.main()
    number = _numbers(studio, kind, state)[0]
    window.pages.go("meetings")
    window.pages.open_meeting(number)
    studio.settle()
    page = window.pages.page
    if not isinstance(page, MeetingPage):
        raise TypeError("the meeting did not open")
    return window, page, number


def _list(studio: Studio) -> QWidget:
    window = studio.main()
    window.pages.go("meetings")
    return window


def _plan(studio: Studio) -> QWidget:
    window = studio.main()
    page = window.pages.go("meetings")
    if isinstance(page, MeetingsPage):
        page.plan(MeetingDraft("case_meeting"))
    return window


def _held(studio: Studio) -> QWidget:
    return _opened(studio, "case_meeting", MeetingState.HELD)[0]


def _planned(studio: Studio) -> QWidget:
    return _opened(studio, "case_meeting", MeetingState.PLANNED)[0]


def _table(studio: Studio) -> QWidget:
    window, page, _ = _opened(studio, "care_meeting", MeetingState.PLANNED)
    page.list.choose_row(0)
    return window


def _share(studio: Studio) -> QWidget:
    window, page, number = _opened(studio, "case_meeting", MeetingState.PLANNED)
    loaded = load(number, studio.desk)
    page.acts.share(loaded, loaded.details.items[0])
    return window


def _paper(studio: Studio) -> QWidget:
    window, page, number = _opened(studio, "case_meeting", MeetingState.PLANNED)
    page.acts.print(load(number, studio.desk))
    return window


MEETING_SCENES: Final[dict[str, Callable[[Studio], QWidget]]] = {
    "overleg": _list,
    "overleg-plannen": _plan,
    "overleg-agenda": _planned,
    "overleg-verslag": _held,
    "overleg-deelnemers": _table,
    "overleg-delen": _share,
    "overleg-papier": _paper,
}
