"""Ask for a file or a folder without leaving a trace of it.

Qt writes the folder seen last and a history of folders into a settings file that all Qt applications on the
computer share, and a folder may carry somebody's name. Qt's own dialog is used rather than the system's, whose
list of recent files keeps every entry; afterwards the shared file says what it said before. Answers arrive by
callback: a nested event loop would outlive the lock.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QFileDialog, QTreeView, QWidget

from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look

Chosen = Callable[[Path], None]

_SHARED: Final = "QtProject"
_GROUP: Final = "FileDialog"
_KIND_COLUMN: Final = 2
"""Qt fills it from the system, in English or whatever language that speaks; the name ends in its kind as well."""


def choose_folder(parent: QWidget, title: str, chosen: Chosen, *, start: Path | None = None) -> QFileDialog:
    """Ask for a folder that exists; return the open dialog."""
    dialog = _dialog(parent, title, start or Path.home())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _open(dialog, chosen)


def open_file(
    parent: QWidget, title: str, filters: str, chosen: Chosen, *, start: Path | None = None
) -> QFileDialog:
    """Ask for a file that exists; ``filters`` as Qt writes them: ``"Sheets (*.xlsx *.csv)"``."""
    dialog = _dialog(parent, title, start or Path.home())
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(filters)
    return _open(dialog, chosen)


def save_file(parent: QWidget, title: str, filters: str, proposal: Path, chosen: Chosen) -> QFileDialog:
    """Ask where to write a file; asks again before an existing one is replaced.

    ``proposal`` gives folder, name and by its suffix what a name without one gets.
    """
    dialog = _dialog(parent, title, proposal.parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(filters)
    dialog.setDefaultSuffix(proposal.suffix.removeprefix("."))
    dialog.selectFile(proposal.name)
    return _open(dialog, chosen)


def _dialog(parent: QWidget, title: str, folder: Path) -> QFileDialog:
    before = _remembered()
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setHistory([])
    dialog.setStyleSheet(_header_sheet())
    if (files := dialog.findChild(QTreeView, "treeView")) is not None:
        files.setColumnHidden(_KIND_COLUMN, True)
    for label, words in _labels().items():
        dialog.setLabelText(label, words)
    dialog.destroyed.connect(partial(_restore, before))
    return dialog


def _labels() -> dict[QFileDialog.DialogLabel, str]:
    """Return the words that Qt's own Dutch lacks."""
    return {
        QFileDialog.DialogLabel.LookIn: QCoreApplication.translate("file_dialogs", "Folder:"),
        QFileDialog.DialogLabel.FileType: QCoreApplication.translate("file_dialogs", "Kind of file:"),
    }


def _header_sheet() -> str:
    """Return what keeps the head of the list readable: the sheet of the app leaves its ground to the table."""
    if look().native:
        return ""
    ground, ink = look().ink(Role.PAPER).name(), look().ink(Role.SECOND).name()
    return f"QHeaderView, QHeaderView::section {{ background: {ground}; color: {ink}; border: none; }}"


def _open(dialog: QFileDialog, chosen: Chosen) -> QFileDialog:
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _settings() -> QSettings:
    settings = QSettings(QSettings.Scope.UserScope, _SHARED)
    settings.beginGroup(_GROUP)
    return settings


def _remembered() -> dict[str, Any]:
    settings = _settings()
    return {key: settings.value(key) for key in settings.allKeys()}


def _restore(before: dict[str, Any]) -> None:
    """Put back what stood in the shared file: the dialog writes it while it is destroyed, just before."""
    settings = _settings()
    settings.remove("")
    for key, value in before.items():
        settings.setValue(key, value)
    settings.sync()
