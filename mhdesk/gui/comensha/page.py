"""The victims of a year, to compare with what CoMensha has of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.comensha import DOSSIERS, STATES, ComenshaState, YearRow
from mhdesk.domain.people import Permission
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.errors import KnownError
from mhdesk.gui import faults, words
from mhdesk.gui.comensha.out_dialog import YearOutDialog
from mhdesk.gui.look import sizes
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.fields import Choice
from mhdesk.gui.widgets.list_view import ListView
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.page import Page
from mhdesk.gui.widgets.rows import Line, LinesModel
from mhdesk.gui.widgets.summary import EmptyState

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_YEAR_WIDTH: Final = 96
_MARKS: Final = {
    "": Mark.TASK,
    ComenshaState.DUE: Mark.RUNNING,
    ComenshaState.REGISTERED: Mark.DONE,
    ComenshaState.REFUSED: Mark.NOT_INFORMED,
    ComenshaState.NOT_NEEDED: Mark.NOT_INFORMED,
}


@dataclass(frozen=True, slots=True)
class _Year:
    """What the page shows: a year, the years to choose from, and who is in it."""

    year: int
    years: tuple[int, ...]
    rows: tuple[YearRow, ...]
    today: date


def _load(year: int | None, desk: Desk) -> _Year:
    from mhdesk.desk import comensha

    years = tuple(comensha.years(desk))
    wanted = year if year in years else years[0]
    return _Year(wanted, years, tuple(comensha.year(desk, wanted)), desk.today())


class ComenshaPage(Page):
    """List the victims of a year with where the registration stands; Enter opens the person."""

    def __init__(self, context: PageContext) -> None:
        super().__init__("", scrolls=False)
        self._context = context
        self._shown: _Year | None = None
        self.model = LinesModel(self)
        self.list = ListView(name=self.tr("Victims of the year"))
        self.list.setModel(self.model)
        self.year = Choice(width=_YEAR_WIDTH)
        self.year.setAccessibleName(self.tr("Year"))
        self.out = QuietButton(self.tr("As a file…"))
        self.empty = EmptyState("")
        self.set_title(self.tr("CoMensha"))
        self.add_title_action(self.out)
        self.add_title_action(self.year)
        self.out.setVisible(context.user.may(Permission.WRITE))
        self.main.add(self.empty, before=sizes.S12)
        self.main.add(self.list, stretch=1)
        self.empty.hide()
        self.main.addStretch()
        self.list.row_opened.connect(self._on_list_row_opened)
        self.year.edited.connect(self._on_year_edited)
        self.out.clicked.connect(self._on_out_clicked)
        context.bus.changed.connect(self._on_bus_changed)
        self.set_keyhints(KeyHint("Enter", self.tr("open the person")))

    def entered(self) -> None:
        """Ask, and let the arrows walk through the list."""
        self._ask(self._shown.year if self._shown else None)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def dialog(self) -> QWidget | None:
        """Return the dialog that is open."""
        return self.findChild(YearOutDialog)

    def _ask(self, year: int | None) -> None:
        self._context.runner.ask(partial(_load, year), self._on_loaded, self._on_failed, owner=self)

    def _on_loaded(self, shown: _Year) -> None:
        self._shown = shown
        self.year.set_options((str(one), str(one)) for one in shown.years)
        self.year.set_code(str(shown.year))
        self.model.set_items((row.person_id, self._line(row, shown.today)) for row in shown.rows)
        self.list.setVisible(bool(shown.rows))
        self.empty.setVisible(not shown.rows)
        if not shown.rows:
            self.empty.set_words(
                self.tr("No victim of {year}.").format(year=shown.year),
                self.tr("Whoever is named in a notification, or is registered, stands here."),
            )
        self.set_summary(self._summary(shown.rows))

    def _summary(self, rows: tuple[YearRow, ...]) -> str:
        """Return how many victims stand in each state."""
        states = [row.state for row in rows]
        told = [f"{states.count(code)} {self._state(code)}" for code in dict.fromkeys(states)]
        all_ = self.tr("1 victim") if len(rows) == 1 else self.tr("{count} victims").format(count=len(rows))
        return ": ".join(filter(None, (all_, ", ".join(told)))) if rows else ""

    def _state(self, code: str) -> str:
        return vocabulary(STATES).label(code) if code else self.tr("nothing noted")

    def _line(self, row: YearRow, today: date) -> Line:
        name = row.name or self.tr("Somebody without a name")
        dossier = options.label(DOSSIERS, row.dossier_type) if row.dossier_type else ""
        number = self.tr("their number {number}").format(number=row.their_number) if row.their_number else ""
        told = DOT.join(filter(None, (row.reason, dossier, number, row.feedback)))
        told = told if row.state else self.tr("Named in a notification of this year.")
        day = row.registered_on or row.due_on
        shown = words.weekday_day(day, today) if day else ""
        if row.state == ComenshaState.DUE and row.due_on:
            clock = words.deadline(row.due_on, today)
            return Line(DOT.join((row.reference, name)), told, clock.words, clock.day, clock.mark)
        state = words.sentence_case(self._state(row.state))
        title = DOT.join((row.reference, name))
        return Line(title, told, state, shown, _MARKS.get(row.state, Mark.TASK))

    @Slot(int)
    def _on_list_row_opened(self, person_id: int) -> None:
        self._context.navigator.open_person(person_id)

    @Slot()
    def _on_year_edited(self) -> None:
        self._ask(int(self.year.code()))

    @Slot()
    def _on_out_clicked(self) -> None:
        if self._shown is None or self.dialog() is not None:
            return
        dialog = YearOutDialog(self._context, self._shown.year, self)
        dialog.recorded.connect(self._on_dialog_recorded)
        dialog.open()

    @Slot(object)
    def _on_dialog_recorded(self, _change: object) -> None:
        told = self.tr("The list is saved. Remove the file when it is where it belongs.")
        self.messages.show_message(Kind.DONE, told)

    @Slot(object)
    def _on_bus_changed(self, change: object) -> None:
        touched = isinstance(change, Change) and (change.persons or change.signals)
        if touched and self._shown is not None and self.isVisible():
            self._ask(self._shown.year)

    def _on_failed(self, error: KnownError) -> None:
        self.messages.show_message(Kind.ERROR, faults.sentence(error))
