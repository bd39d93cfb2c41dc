"""Leads in the form: what is known where nobody is named. One line until somebody needs it."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mhdesk.domain.leads import MOST_LEADS, LeadDraft
from mhdesk.domain.signals import SignalDraft
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.runner import Runner
from mhdesk.gui.signals import options
from mhdesk.gui.signals.leads_known import LeadsKnown
from mhdesk.gui.signals.part import Part
from mhdesk.gui.signals.persons_part import PersonsPart
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.fields import Choice, Field, TextEditor
from mhdesk.gui.widgets.labels import Paragraph
from mhdesk.gui.widgets.summary import bring_to, into_sight

_KIND_WIDTH = 180


class LeadRow(Part):
    """One lead: what it is, how it was noted, and what else is known of it. ``removed`` follows its button."""

    removed = QtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = Choice(width=_KIND_WIDTH)
        self.kind.set_options(options.options("lead_kinds"))
        self.text, self.note = TextEditor(), TextEditor()
        self.remove = QuietButton(self.tr("Take off"), small=True)
        self.remove.setAccessibleName(self.tr("Take this lead off"))
        self.remove.clicked.connect(self.removed)
        self.add_pair(
            self.ask("kind", self.tr("Lead"), self.kind),
            self.ask("text", self.tr("As it was told"), self.text),
            shares=(1, 2),
        )
        self.column.addWidget(self.ask("note", self.tr("What else is known of it"), self.note, optional=True))
        self.column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def show_lead(self, lead: LeadDraft) -> None:
        """Fill the fields in."""
        self.kind.set_code(lead.kind)
        self.text.setText(lead.text)
        self.note.setText(lead.note)

    def lead(self) -> LeadDraft:
        """Return the lead as filled in."""
        return LeadDraft(self.kind.code(), self.text.text(), self.note.text())


class LeadsPart(QWidget):
    """The button for one more, and as many rows as there are leads.

    ``known`` is what stands beside the form: other signals with the same. ``edited`` and ``left`` carry a field,
    ``shape_changed`` follows another number of rows, and what is said of other signals; ``signal_wanted`` carries one
    of those.
    """

    edited = QtSignal(object)
    left = QtSignal(object)
    shape_changed = QtSignal()
    signal_wanted = QtSignal(int)

    def __init__(self, runner: Runner, persons: PersonsPart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._persons = persons
        self.rows: list[LeadRow] = []
        self.guard = Paragraph("", Type.CAPTION, Role.SECOND)
        self.guard.hide()
        self.add_button = QuietButton("", keys="Alt+A", icon="plus")
        self.add_button.clicked.connect(self._on_add_button_clicked)
        self.known = LeadsKnown(runner, self.leads, self._numbers)
        self.known.changed.connect(self.shape_changed)
        self.known.signal_wanted.connect(self.signal_wanted)
        persons.edited.connect(self.known.typed)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(sizes.S16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S12)
        column.addLayout(self._rows)
        column.addWidget(self.guard)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._adapt()

    @property
    def fields(self) -> dict[str, Field]:
        """Return the fields by the names that a draft gives them; rows without anything in them come after those."""
        told = [row for row in self.rows if not row.lead().is_blank()]
        blank = [row for row in self.rows if row.lead().is_blank()]
        return {
            f"leads.{number}.{name}": field
            for number, row in enumerate([*told, *blank])
            for name, field in row.fields.items()
        }

    def leads(self) -> list[LeadDraft]:
        """Return the leads as filled in; a kind alone is none."""
        return [lead for row in self.rows if not (lead := row.lead()).is_blank()]

    def show_draft(self, draft: SignalDraft) -> None:
        """Show a row for each lead, and none where there is none."""
        while self.rows:
            self._drop(self.rows[-1])
        for lead in draft.leads:
            self._insert(lead)
        self.known.show_related(draft.related)
        self._adapt()

    def read(self, draft: SignalDraft) -> None:
        """Write what was filled in into a draft."""
        draft.leads = self.leads()
        draft.related = [*self.known.related]

    def set_advice(self, advice: bool) -> None:
        """Say what does not belong in advice."""
        sentence = self.tr("Advice: no number or account by which somebody is reached.")
        self.guard.set_plain(sentence if advice else "")
        self.guard.setVisible(advice and bool(self.rows))

    def _numbers(self) -> list[str]:
        return [person.phone for person in self._persons.persons()]

    def _insert(self, lead: LeadDraft) -> LeadRow:
        row = LeadRow()
        row.show_lead(lead)
        row.edited.connect(self.edited)
        row.edited.connect(self.known.typed)
        row.left.connect(self.left)
        row.removed.connect(partial(self._on_row_removed, row))
        self.rows.append(row)
        self._rows.addWidget(row)
        row.show()  # at once: a layout shows it a moment later, and Tab passes over what is not shown
        return row

    def _drop(self, row: LeadRow) -> None:
        self.rows.remove(row)
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _adapt(self) -> None:
        """Let the line say what it is for until the first lead is there."""
        question = self.tr("No person? Note an advertisement, address, number, plate or business")
        self.add_button.setText(self.tr("Another lead") if self.rows else question)
        self.add_button.setVisible(len(self.rows) < MOST_LEADS)
        self._chain()

    def _chain(self) -> None:
        """Let Tab visit the rows where the button stands, and the button after them."""
        rows = [(*(field.editor for field in row.fields.values()), row.remove) for row in self.rows]
        chain = [widget for row in rows for widget in row]
        if chain and self.rows[0].window() is self.window():
            for before, after in pairwise([self.add_button, *chain, self.add_button]):
                QWidget.setTabOrder(before, after)

    @Slot()
    def _on_add_button_clicked(self) -> None:
        """Go to the row that is still empty, if there is one; else to a new one."""
        empty = next((row for row in self.rows if row.lead().is_blank()), None)
        row = empty or self._insert(LeadDraft())
        self._adapt()
        if empty is None:
            self.shape_changed.emit()
        bring_to(row.kind)
        QTimer.singleShot(0, row, partial(into_sight, row))  # once it has its place

    def _on_row_removed(self, row: LeadRow) -> None:
        self._drop(row)
        self._adapt()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.known.typed()
        self.shape_changed.emit()
