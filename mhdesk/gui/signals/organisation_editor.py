"""Name an organisation: type a part of its name and choose, or write a new one out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from mhdesk.domain.text import fold
from mhdesk.domain.views import OrganisationView
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.fields import TextEditor


class OrganisationEditor(TextEditor):
    """A line with the organisations that fit under it. They are partners of the team, never persons."""

    def __init__(
        self, known: Sequence[OrganisationView], parent: QWidget | None = None, *, width: int = 356
    ) -> None:
        super().__init__(parent, width=width)
        self._known = {fold(one.name): one for one in known}
        completer = QCompleter([one.name for one in known], self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self.edited)
        self._completer = completer
        self.setCompleter(completer)
        self._list = QListView()
        completer.setPopup(self._list)
        surface, border = (look().ink(role).name() for role in (Role.SURFACE, Role.BORDER))
        self._list.setStyleSheet(f"QListView {{ background: {surface}; border: 1px solid {border}; }}")
        self._list.setAccessibleName(self.tr("Organisations"))

    def organisation(self) -> OrganisationView | None:
        """Return the organisation that is written here, or None for one that is not in the registry."""
        return self._known.get(fold(self.text().strip()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show everything that fits on Down, also before anything is typed."""
        if event.key() == Qt.Key.Key_Down and not self._list.isVisible():
            self._completer.setCompletionPrefix(self.text())
            self._completer.complete()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the name as the registry has it when what was typed is that name."""
        one = self.organisation()
        if one is not None and self.text() != one.name:
            self.setText(one.name)
        super().focusOutEvent(event)
