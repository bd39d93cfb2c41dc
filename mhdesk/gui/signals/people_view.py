"""Everybody concerned in one signal, with what is known of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain.signals import Kind
from mhdesk.domain.views import InvolvementView, SignalDetails
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.signals.blocks import column
from mhdesk.gui.signals.known_part import KnownLine, name_of, where_and_why
from mhdesk.gui.signals.naming import fact_words, name_words, role_words
from mhdesk.gui.signals.relations_part import add_relations
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Label, Paragraph, Section

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.matching import PossiblySame

_LINKS_A_ROW: Final = 4


class PeopleView(QWidget):
    """Name, role and facts of each person. ``signal_wanted`` carries the id of another signal of the same person.

    ``page_wanted`` carries the person whose own page is to be opened, over all signals.

    ``person_wanted`` carries the involvement that is to be corrected, 0 when somebody is to be added; ``apart_wanted``
    two persons who are not the same, and the name of the second; ``merge_wanted`` two who may be. ``role_wanted`` and
    ``relation_wanted`` carry of whom it is told, with 0 or the second person; the others are those of
    `RelationsPart`.
    """

    signal_wanted = QtSignal(int)
    person_wanted = QtSignal(int)
    apart_wanted = QtSignal(int, int, str)
    merge_wanted = QtSignal(int, int)
    page_wanted = QtSignal(int)
    role_wanted = QtSignal(int)
    relation_wanted = QtSignal(int, int)
    relation_denied = QtSignal(int, int)
    relation_gone = QtSignal(int)

    def __init__(self, details: SignalDetails, today: date, *, may_write: bool) -> None:
        super().__init__()
        self._details = details
        self._may_write = may_write
        self._entries: dict[int, QVBoxLayout] = {}
        lines = column(self, sizes.S12)
        head = Section(self.tr("Persons concerned"))
        if may_write and details.kind != Kind.ADVICE:
            more = QuietButton(self.tr("Add somebody"), keys="P", small=True)
            more.clicked.connect(partial(self.person_wanted.emit, 0))
            head.add_right(more)
        lines.addWidget(head)
        for one in details.involvements:
            lines.addWidget(self._entry(one, details.received_on, today))
        if not details.involvements:
            lines.addWidget(Paragraph(self.tr("No persons are known in this signal."), role=Role.SECOND))

    def _entry(self, one: InvolvementView, received_on: date, today: date) -> QWidget:
        entry = QWidget()
        lines = column(entry, 2)
        top = QHBoxLayout()
        top.setSpacing(sizes.S12)
        top.addWidget(Label(name_words(one), Type.STRONG))
        top.addWidget(Label(role_words(one), Type.CAPTION, Role.SECOND))
        top.addStretch(1)
        if one.person_id is not None:
            top.addWidget(self._way_to(one.person_id, name_words(one)))
        for button in self._buttons(one) if self._may_write else ():
            top.addWidget(button)
        lines.addLayout(top)
        lines.addWidget(Paragraph(fact_words(one, received_on, today), Type.CAPTION, Role.SECOND))
        if one.other_signals:
            lines.addLayout(self._elsewhere(one))
        told = add_relations(lines, self._details, one, may_write=self._may_write)
        told.wanted.connect(self.relation_wanted)
        told.denied.connect(self.relation_denied)
        told.gone.connect(self.relation_gone)
        if one.person_id is not None:
            self._entries.setdefault(one.person_id, lines)
        return entry

    def _way_to(self, person_id: int, name: str) -> QuietButton:
        """Return what opens the page of a person; the first of the signal has a key for it."""
        button = QuietButton(self.tr("Person"), self, keys="" if self._entries else "O", small=True)
        button.setAccessibleName(self.tr("Open everything about {name}").format(name=name))
        button.clicked.connect(partial(self.page_wanted.emit, person_id))
        return button

    def _buttons(self, one: InvolvementView) -> list[QuietButton]:
        """Return what can be told of somebody: more, another role, what he or she is of somebody else."""
        name = name_words(one)
        offers = [
            (self.tr("Role"), self.tr("Correct the role of {name}"), partial(self.role_wanted.emit, one.id)),
            (
                self.tr("Amend"),
                self.tr("Amend what is known of {name}"),
                partial(self.person_wanted.emit, one.id),
            ),
        ]
        if len(self._details.involvements) > 1:
            named = self.tr("Tell what {name} is of somebody here")
            offers.insert(1, (self.tr("Relation"), named, partial(self.relation_wanted.emit, one.id, 0)))
        buttons = []
        for word, named, asked in offers:
            button = QuietButton(word, self, small=True)
            button.setAccessibleName(named.format(name=name))
            button.clicked.connect(asked)
            buttons.append(button)
        return buttons

    def show_alike(self, found: Mapping[int, PossiblySame]) -> None:
        """Say under each person who is probably the same."""
        for person_id, same in found.items():
            line = self._alike(person_id, same)
            self._entries[person_id].addWidget(line)
            words = self.tr("Perhaps the same as {name}").format(name=name_of(same.who))
            line.show_words(words, where_and_why(same))

    def _alike(self, person_id: int, same: PossiblySame) -> KnownLine:
        name, (number, reference) = name_of(same.who), same.who.signals[0]
        one, other, away = (
            QuietButton(word, small=True)
            for word in (self.tr("Merge…"), self.tr("Not the same"), self.tr("Open"))
        )
        one.setAccessibleName(self.tr("Merge with {name}…").format(name=name))
        other.setAccessibleName(self.tr("{name} is not the same person").format(name=name))
        away.setAccessibleName(self.tr("Open {reference}").format(reference=reference))
        one.clicked.connect(partial(self.merge_wanted.emit, person_id, same.who.person_id))
        other.clicked.connect(partial(self.apart_wanted.emit, person_id, same.who.person_id, name))
        away.clicked.connect(partial(self.signal_wanted.emit, number))
        return KnownLine(*([one, other, away] if self._may_write else [away]))

    def _elsewhere(self, one: InvolvementView) -> QGridLayout:
        """Return links to the other signals, some beside each other: a long row would push informing away."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.S12)
        grid.setVerticalSpacing(sizes.S4)
        grid.setColumnStretch(_LINKS_A_ROW + 1, 1)
        grid.addWidget(Label(self.tr("Also in"), Type.CAPTION, Role.SECOND), 0, 0)
        for place, (number, reference) in enumerate(one.other_signals):
            link = QuietButton(reference, small=True)
            link.setAccessibleName(self.tr("Open {reference}").format(reference=reference))
            link.clicked.connect(partial(self.signal_wanted.emit, number))
            row, column = divmod(place, _LINKS_A_ROW)
            grid.addWidget(link, row, column + 1)
        return grid
