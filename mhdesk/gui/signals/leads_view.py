"""What one signal tells without naming anybody: its leads, and what can be done about each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mhdesk.domain.leads import LeadView
from mhdesk.domain.views import SignalDetails
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.signals import options
from mhdesk.gui.signals.blocks import beside, column
from mhdesk.gui.signals.lead_words import lead_words
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Paragraph, Section


class LeadsBlock(QWidget):
    """Leads under each other, and the button for one more.

    ``lead_wanted`` carries the id of a lead to correct, 0 for a new one; ``removal_wanted`` of one to take off.
    """

    lead_wanted = QtSignal(int)
    removal_wanted = QtSignal(int)

    def __init__(self, details: SignalDetails, *, may_write: bool) -> None:
        super().__init__()
        self._may_write = may_write
        lines = column(self, sizes.S12)
        head = Section(self.tr("Leads"))
        if may_write:
            add = QuietButton(self.tr("Add a lead"), keys="L", small=True)
            add.clicked.connect(partial(self.lead_wanted.emit, 0))
            head.add_right(add)
        lines.addWidget(head)
        for one in details.leads:
            lines.addWidget(self._entry(one))
        if not details.leads and not details.involvements:
            lines.addWidget(Paragraph(self.tr("No leads were noted."), role=Role.SECOND))

    def _entry(self, one: LeadView) -> QWidget:
        entry = QWidget()
        lines = column(entry, 2)
        told = Paragraph(one.text, Type.STRONG)
        if self._may_write:
            lines.addLayout(beside(told, self._buttons(one), wraps=True))
        else:
            lines.addWidget(told)
        kind = options.label("lead_kinds", one.kind)
        lines.addWidget(Paragraph(DOT.join(filter(None, (kind, one.note))), Type.CAPTION, Role.SECOND))
        return entry

    def _buttons(self, one: LeadView) -> QWidget:
        told = lead_words(one.kind, one.text)
        amend = QuietButton(self.tr("Amend"), small=True)
        amend.setAccessibleName(self.tr("Amend {lead}").format(lead=told))
        amend.clicked.connect(partial(self.lead_wanted.emit, one.id))
        remove = QuietButton(self.tr("Take off"), small=True)
        remove.setAccessibleName(self.tr("Take off {lead}").format(lead=told))
        remove.clicked.connect(partial(self.removal_wanted.emit, one.id))
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S24)
        row.addWidget(amend)
        row.addWidget(remove)
        return both
