"""The timeline with what narrows it down."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain.persons import PersonDetails
from mhdesk.domain.timeline import Event, EventGroup, arranged, narrowed
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.persons.naming import name_words
from mhdesk.gui.persons.timeline_list import TimelineList
from mhdesk.gui.widgets.fields import Choice
from mhdesk.gui.widgets.summary import EmptyState

_GROUP_WIDTH: Final = 224
_ROLE_WIDTH: Final = 244


class TimelineView(QWidget):
    """Show what happened. ``opened`` carries the `Event` that was opened."""

    opened = QtSignal(object)

    bleeds = True
    """As its list: rows reach out of the text column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details: PersonDetails | None = None
        self._today = date.min
        # Made inside this view: to move them into it afterwards takes as long as to make them.
        self.list = TimelineList(self.tr("Timeline"), self)
        self.list.row_opened.connect(self._on_list_row_opened)
        self.group = Choice(self, width=_GROUP_WIDTH)
        self.group.setAccessibleName(self.tr("What is shown"))
        self.group.set_options(
            [
                (EventGroup.SIGNALS, self.tr("Only signals")),
                (EventGroup.INFORMING, self.tr("Only informing")),
                (EventGroup.HELP, self.tr("Only help")),
                (EventGroup.CASE, self.tr("Only case and meetings")),
            ],
            blank=self.tr("Everything that happened"),
        )
        self.group.setCurrentIndex(0)
        self.group.edited.connect(self._on_filter_edited)
        self.role = Choice(self, width=_ROLE_WIDTH)
        self.role.setAccessibleName(self.tr("Role"))
        self.role.edited.connect(self._on_filter_edited)
        self.empty = EmptyState("")
        self._lay_out()

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setContentsMargins(sizes.BLEED_LEFT, 0, sizes.BLEED_RIGHT, 0)
        filters.setSpacing(sizes.S16)
        filters.addWidget(self.group)
        filters.addWidget(self.role)
        filters.addStretch(1)
        self.role.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S8)
        column.addLayout(filters)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        self.empty.hide()

    def show_person(self, details: PersonDetails, today: date) -> None:
        """Show what happened around somebody."""
        if self._details is None or details.role_codes() != self._details.role_codes():
            self._offer_roles(details)
        self._details, self._today = details, today
        self._show()

    def _offer_roles(self, details: PersonDetails) -> None:
        roles = vocabulary("involvement_roles")
        pairs = [(code, words.sentence_case(roles.label(code))) for code in details.role_codes()]
        self.role.set_options(pairs, blank=self.tr("Every role"))
        self.role.setCurrentIndex(0)
        self.role.setVisible(len(pairs) > 1)

    def _show(self) -> None:
        if self._details is None:
            return
        chosen = [EventGroup(self.group.code())] if self.group.code() else [*EventGroup]
        events = narrowed(self._details.events, chosen, self.role.code())
        several = len(self._details.role_codes()) > 1
        self.list.show_events(
            arranged(events, self._today),
            name_words(self._details),
            self._today,
            self.tr("today"),
            tells_role=several,
        )
        self.list.setVisible(bool(events))
        self.empty.setVisible(not events)
        if not events:
            self.empty.set_words(self.tr("Nothing happened that you chose to see."), "")

    def wipe(self) -> None:
        """Show nothing any more."""
        self._details = None
        self.list.timeline.wipe()

    def event_of(self, place: int) -> Event:
        """Return the event of a row."""
        return self.list.timeline.events[place]

    @Slot()
    def _on_filter_edited(self) -> None:
        self._show()

    @Slot(int)
    def _on_list_row_opened(self, place: int) -> None:
        self.opened.emit(self.event_of(place))
