"""The backup that is chosen: what it holds, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mhdesk.domain.backups import Backup, BackupPlace
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.manage import backup_words
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Paragraph, Section


class BackupPart(QWidget):
    """Facts in words. ``try_wanted`` and ``restore_wanted`` follow the buttons."""

    try_wanted = QtSignal()
    restore_wanted = QtSignal()

    def __init__(self, *, may_try: bool, may_restore: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_try = may_try
        self._may_restore = may_restore
        self._facts = Paragraph("")
        self._path = Paragraph("", Type.CAPTION, Role.SECOND)
        self.try_it = QuietButton(self.tr("Try whether it can be put back"))
        self.restore = QuietButton(self.tr("Put it back…"))
        self.try_it.clicked.connect(self.try_wanted)
        self.restore.clicked.connect(self.restore_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S8)
        for widget in (Section(self.tr("This backup"), small=True), self._facts, self._path):
            column.addWidget(widget)
        column.addWidget(self.try_it)
        column.addWidget(self.restore)

    def show_backup(self, place: BackupPlace, backup: Backup) -> None:
        """Show one backup."""
        self._facts.set_plain("\n".join(self._lines(backup)))
        self._path.set_plain(str(backup.folder))
        self.try_it.setVisible(self._may_try and backup.readable)
        self.restore.setVisible(self._may_restore and backup.readable and place.here)

    def _lines(self, backup: Backup) -> list[str]:
        holds = backup.holds
        if holds is None:
            return [backup_words.why_not(backup)]
        return [
            backup_words.origin(backup),
            self.tr("Signals from {span}").format(span=backup_words.span(holds)),
            self.tr("Log: {count} lines").format(count=holds.events),
            self.tr("End of the log: {head}").format(head=holds.head_short),
        ]
