"""Who somebody is, and in which signals in which role."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from mhdesk.domain import dates, phones
from mhdesk.domain.persons import PersonDetails, RoleView
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.roles import Role
from mhdesk.gui.signals.blocks import column, facts
from mhdesk.gui.signals.lines import form_words, municipality_words
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.labels import Paragraph, Section
from mhdesk.gui.widgets.list_view import ListView
from mhdesk.gui.widgets.rows import Line, LinesModel


class KnownBlock(QWidget):
    """What is known of somebody, a fact a line; what is not known is said to be so in one line."""

    def __init__(self, details: PersonDetails) -> None:
        super().__init__()
        lines = column(self, sizes.S12)
        lines.addWidget(Section(self.tr("What is known")))
        pairs = [
            (self.tr("Sex"), _label("sexes", details.sex)),
            (self.tr("Born"), dates.display_birth(details.birth) if details.birth else ""),
            (self.tr("Nationality"), _label("nationalities", details.nationality)),
            (self.tr("Phone"), phones.display(details.phone) if details.phone else ""),
        ]
        if any(value for _, value in pairs):
            lines.addLayout(facts(pairs))
        missing = [name.lower() for name, value in pairs if not value]
        if missing:
            told = self.tr("Not known: {what}.").format(what=", ".join(missing))
            lines.addWidget(Paragraph(told, role=Role.SECOND))


def _label(name: str, code: str) -> str:
    return vocabulary(name).label(code) if code != UNKNOWN else ""


class RolesBlock(QWidget):
    """Every role over time, the newest first. ``signal_wanted`` carries the signal of a row that was opened."""

    signal_wanted = QtSignal(int)

    def __init__(self, details: PersonDetails, today: date) -> None:
        super().__init__()
        self._roles = details.roles
        self.list = ListView(name=self.tr("Roles over time"), whole=True)
        self.model = LinesModel(self)
        self.model.set_items(enumerate(role_line(one, today) for one in details.roles))
        self.list.setModel(self.model)
        self.list.row_opened.connect(self._on_list_row_opened)
        lines = column(self, sizes.S8)
        lines.addWidget(Section(self.tr("Roles over time")))
        if details.roles:
            lines.addWidget(self.list)
        else:
            lines.addWidget(Paragraph(self.tr("Concerned in no signal."), role=Role.SECOND))

    @Slot(int)
    def _on_list_row_opened(self, place: int) -> None:
        self.signal_wanted.emit(self._roles[place].signal_id)


def role_line(one: RoleView, today: date) -> Line:
    """Return a role as a line: the role, in which signal, when and what, and where informing stands."""
    role = vocabulary("involvement_roles").label(one.role)
    about = (
        one.reference,
        words.weekday_day(one.received_on, today),
        form_words(one.form),
        municipality_words(one.municipality),
    )
    title, reason = words.sentence_case(role), DOT.join(about)
    clock = words.informing(one.inform_state, one.duty_on, today, one.received_on)
    if clock is None:
        return Line(title, reason)
    return Line(title, reason, clock.words, clock.day, clock.mark, clock.share)
