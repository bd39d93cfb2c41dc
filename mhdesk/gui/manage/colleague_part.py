"""The colleague that is chosen, and what can be done about their key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mhdesk.domain.colleagues import Access, Colleague
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.manage import words
from mhdesk.gui.widgets.buttons import Button, QuietButton
from mhdesk.gui.widgets.labels import Hairline, Paragraph, Section

_OFFERED = {
    Access.ACTIVE: ("role", "rename", "suspend", "revoke"),
    Access.INVITED: ("role", "revoke"),
    Access.SUSPENDED: ("reactivate", "role", "rename", "revoke"),
    Access.ENDED: ("again",),
}


class ColleaguePart(QWidget):
    """Everything about one colleague in words, and a button for each thing that may be done.

    ``wanted`` carries the name of what is wanted ("cases", "role", "rename", "suspend", "reactivate", "revoke",
    "again"), ``forget_wanted`` the id of a computer that is to open the registry no longer.
    """

    wanted = QtSignal(str)
    forget_wanted = QtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Paragraph("", Type.URGENT)
        self._role = Paragraph("", Type.CAPTION, Role.SECOND)
        self._told = Paragraph("")
        self._actions = QWidget()
        self._computers = QWidget()
        self.buttons = {name: QuietButton(text) for name, text in self._verbs().items()}
        self.computers: list[Button] = []
        for name, button in self.buttons.items():
            button.clicked.connect(partial(self.wanted.emit, name))
        self._lay_out()

    def _verbs(self) -> dict[str, str]:
        return {
            "cases": self.tr("Hand over cases…"),
            "reactivate": self.tr("Allow again"),
            "again": self.tr("Add again…"),
            "role": self.tr("Change the role…"),
            "rename": self.tr("Change the name…"),
            "suspend": self.tr("Suspend"),
            "revoke": self.tr("Take the key away…"),
        }

    def _lay_out(self) -> None:
        actions = QVBoxLayout(self._actions)
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(0)
        for button in self.buttons.values():
            actions.addWidget(button)
        self._listed = QVBoxLayout(self._computers)
        self._listed.setContentsMargins(0, 0, 0, 0)
        self._listed.setSpacing(sizes.S4)
        self._line = Hairline()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S4)
        for widget in (self._name, self._role, self._told):
            column.addWidget(widget)
        column.addSpacing(sizes.S8)
        column.addWidget(self._actions)
        column.addSpacing(sizes.S12)
        column.addWidget(self._line)
        column.addSpacing(sizes.S12)
        column.addWidget(self._computers)

    def show_colleague(self, one: Colleague, own_id: int, cases: int = 0) -> None:
        """Show somebody, who has ``cases`` to hand over; about oneself only what another could not do."""
        own = one.id == own_id
        self._name.set_plain(words.named(one, own_id))
        self._role.set_plain(f"{words.role(one.role)}\n{words.access(one.access)}, {words.since(one)}")
        self._told.set_plain(
            self.tr(
                "Your own name and passphrase are under My key. Your role and your access only somebody else can"
                " change: so the registry always has somebody who manages it."
            )
            if own
            else words.explained(one.access)
        )
        offered = () if own else _OFFERED[one.access]
        for name, button in self.buttons.items():
            button.setVisible(name in offered or (name == "cases" and cases > 0))
        many = self.tr("Hand over cases… ({count})").format(count=cases)
        self.buttons["cases"].setText(many)
        invited = one.access is Access.INVITED
        self.buttons["revoke"].setText(
            self.tr("Withdraw the invitation…") if invited else self.tr("Take the key away…")
        )
        self._show_computers(one)

    def _show_computers(self, one: Colleague) -> None:
        while (item := self._listed.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.computers = []
        self._line.setVisible(bool(one.computers))
        self._computers.setVisible(bool(one.computers))
        if one.computers:
            self._listed.addWidget(Section(self.tr("Computers"), small=True))
            lost = self.tr("They remember the registry. Lost or given away? Let it forget.")
            self._listed.addWidget(Paragraph(lost, Type.CAPTION, Role.SECOND))
        for computer in one.computers:
            name = computer.label or self.tr("computer without a name")
            button = QuietButton(self.tr("Let it forget"))
            button.setAccessibleName(self.tr("Let {computer} forget the registry").format(computer=name))
            button.clicked.connect(partial(self.forget_wanted.emit, computer.id))
            self._listed.addWidget(Paragraph(name, Type.STRONG))
            self._listed.addWidget(button)
            self.computers.append(button)
