"""Findings under each other, each with what to do, and the question before an older registry is accepted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain.people import User
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.manage import check_words
from mhdesk.gui.widgets.buttons import Button, QuietButton
from mhdesk.gui.widgets.dialog import Decision
from mhdesk.gui.widgets.labels import Hairline, IconMark, Label, Paragraph

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.findings import Finding


class FindingList(QWidget):
    """The gravest on top. ``section_wanted`` carries where a button leads; the others follow their own buttons."""

    section_wanted = QtSignal(str)
    accept_wanted = QtSignal()
    rebuild_wanted = QtSignal()

    def __init__(self, name: str, user: User, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._user = user
        self._shown: list[Finding] = []
        self.buttons: list[Button] = []
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(sizes.S12)

    def sentences(self) -> list[str]:
        """Return what is said, in its order."""
        return [one.sentence() for one in self._shown]

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these instead."""
        self._shown = check_words.gravest_first(findings)
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.buttons = []
        for number, one in enumerate(self._shown):
            if number:
                self._column.addWidget(Hairline())
            self._column.addWidget(self._row(one))
        self.setVisible(bool(self._shown))

    def _row(self, one: Finding) -> QWidget:
        row = QWidget()
        row.setAccessibleName(one.sentence())
        told = QVBoxLayout()
        told.setSpacing(sizes.S4)
        told.addWidget(Paragraph(one.sentence()))
        told.addWidget(Label(one.code, Type.CAPTION, Role.THIRD))
        for button in self._offered(one):
            told.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.buttons.append(button)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(sizes.S16)
        across.addWidget(IconMark("warning", Role.LATE, drop=2), 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(told, 1)
        return row

    def _offered(self, one: Finding) -> list[Button]:
        offered: list[Button] = []
        if section := check_words.leads_to(one.code, self._user):
            lead = QuietButton(check_words.way(section))
            lead.clicked.connect(partial(self.section_wanted.emit, section))
            offered.append(lead)
        if check_words.may_accept(one.code, self._user):
            accept = QuietButton(self.tr("It was put back on purpose…"))
            accept.clicked.connect(self.accept_wanted)
            offered.append(accept)
        if one.code in check_words.SEARCH:
            rebuild = QuietButton(self.tr("Make the search index anew"))
            rebuild.clicked.connect(self.rebuild_wanted)
            offered.append(rebuild)
        return offered


class AcceptOlderDialog(Decision):
    """Ask whether the older registry counts from now on. ``decided`` follows yes."""

    decided = QtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("AcceptOlderDialog", "Go on with this older registry?"),
            QCoreApplication.translate(
                "AcceptOlderDialog",
                "Only if you know who put it back and why, for instance from a backup after the disk broke. What was"
                " recorded after it does not come back by this. mhdesk no longer warns about it, and the log"
                " says that you decided so.",
            ),
            QCoreApplication.translate("AcceptOlderDialog", "Go on with it"),
            parent,
        )
        self.cancel.setFocus()

    def decide(self) -> bool:
        """Tell that it was decided."""
        self.decided.emit()
        return True
