"""Ask for what is typed in the field of the top bar, and go where a line leads."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from mhdesk.domain.finding import Found, Part, sought
from mhdesk.domain.views import SignalFilter
from mhdesk.errors import KnownError
from mhdesk.gui.finding.lines import Rows, Target, Way, count_words, nothing_words, rows_of
from mhdesk.gui.finding.panel import FindPanel
from mhdesk.gui.runner import Runner
from mhdesk.gui.shell.pages import Pages
from mhdesk.gui.shell.top_bar import SearchField

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

PAUSE_MS: Final = 120
_AGAIN_MS: Final = 1_000
_STAYS: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""The focus comes back by itself: nobody left the field."""


def _find(typed: str, part: Part | None, begins: bool, desk: Desk) -> tuple[Found, date]:
    from mhdesk.desk import finding

    if part:
        return finding.at_length(desk, typed, part), desk.today()
    if begins:
        finding.begin(desk)
    return finding.find(desk, typed), desk.today()


class FindEverywhere(QObject):
    """Search while somebody types; what was typed is kept nowhere and wiped when it is done with.

    ``places`` are the words of what can be gone to, by their keys. An answer to what is no longer in the field is
    dropped. The log says once for each search, from an empty field to an empty field, that somebody searched.
    """

    def __init__(
        self, runner: Runner, pages: Pages, field: SearchField, places: dict[str, str], window: QWidget
    ) -> None:
        super().__init__(window)
        self._runner = runner
        self._pages = pages
        self._field = field
        self._rows = Rows()
        self._begun = False
        self._opens = False
        self._part: Part | None = None  # the group that is shown at length
        self._came_from: QWidget | None = None
        self._places = [(Target(Way.PLACE, key=key), words) for key, words in places.items()]
        self._places.append((Target(Way.NEW_SIGNAL), self.tr("New signal")))
        self.panel = FindPanel(field, window)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._on_pause_timeout)
        field.textChanged.connect(self._on_field_text_changed)
        field.installEventFilter(self)
        self.panel.chosen.connect(self._on_panel_chosen)
        self.panel.everything_wanted.connect(self._on_panel_everything_wanted)
        self.panel.opening_wanted.connect(self._on_panel_opening_wanted)
        self.panel.left.connect(self._on_panel_left)

    def begin(self) -> None:
        """Put the focus into the field, and remember where it was."""
        now = QApplication.focusWidget()
        if now is not self._field:
            self._came_from = now
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def end(self) -> None:
        """Wipe the field and what was found."""
        self._pause.stop()
        self._begun = self._opens = False
        self._part = None
        self._field.wipe()
        self._rows = Rows()
        self.panel.wipe()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wipe everything when the field is left or covered."""
        gone = isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS
        if watched is self._field and (gone or event.type() == QEvent.Type.Hide):
            self.end()
        return super().eventFilter(watched, event)

    def _typed(self) -> str:
        return self._field.text().strip()

    @Slot()
    def _on_field_text_changed(self) -> None:
        self._opens = False
        self._part = None
        if sought(self._typed()) is None:
            self._pause.stop()
            self.panel.wipe()
        else:
            self._pause.start(PAUSE_MS)

    @Slot()
    def _on_pause_timeout(self) -> None:
        self._ask()

    def _ask(self) -> None:
        self._pause.stop()
        typed, begins, part = self._typed(), not self._begun, self._part
        self._begun = True
        found = partial(self._on_found, typed, part)
        self._runner.ask(partial(_find, typed, part, begins), found, self._on_refused)

    def _on_found(self, typed: str, part: Part | None, answer: tuple[Found, date]) -> None:
        if typed != self._typed() or part is not self._part or self._pause.isActive():
            return
        found, today = answer
        self._rows = rows_of(found, typed, today, [] if part else self._places)
        if self._rows.items:
            self.panel.show_rows(self._rows, count_words(found), one_group=part is not None)
        elif found.complete:
            self.panel.show_nothing(*nothing_words(typed))
        if not found.complete:
            self._pause.start(_AGAIN_MS)
        elif self._opens and self._rows.targets:
            self._go(self._rows.targets[0])

    def _on_refused(self, _error: KnownError) -> None:
        """Show nothing, as when the window locks or somebody may not read."""
        self.panel.wipe()

    # --- what is chosen -------------------------------------------------------------------------

    @Slot(int)
    def _on_panel_chosen(self, place: int) -> None:
        target = self._rows.targets[place]
        if target.way is Way.PART:
            self._part = Part(target.key)
            self._ask()
        else:
            self._go(target)

    @Slot()
    def _on_panel_opening_wanted(self) -> None:
        """Open the first line once the answer is there: Enter means the same however fast somebody types."""
        if sought(self._typed()) is not None and not self.panel.isVisible():
            self._opens = True
            self._ask()

    @Slot()
    def _on_panel_everything_wanted(self) -> None:
        if self._typed():
            self._go(Target(Way.ALL_SIGNALS))

    @Slot()
    def _on_panel_left(self) -> None:
        """Go back from one group to all of them, and from there to where somebody came from."""
        if self._part:
            self._part = None
            self._ask()
            return
        self.end()
        back, self._came_from = self._came_from, None
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus()
        elif self._pages.page is not None:
            self._pages.page.setFocus()

    def _go(self, target: Target) -> None:
        typed = self._typed()
        self.end()
        if target.way is Way.PERSON:
            self._pages.open_person(target.number)
        elif target.way is Way.SIGNAL:
            self._pages.open_signal(target.number)
        elif target.way is Way.ALL_SIGNALS:
            self._pages.show_signals(SignalFilter(search=typed))
        elif target.way is Way.ORGANISATION:
            self._pages.open_organisation(target.number)
        elif target.way is Way.MEETING:
            self._pages.open_meeting(target.number)
        elif target.way is Way.NEW_SIGNAL:
            self._pages.new_signal()
        else:
            self._pages.go(target.key)
