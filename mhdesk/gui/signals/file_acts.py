"""What can be done with the files of one signal: add, save outside the registry, take away and put back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.domain.attachments import AttachmentView
from mhdesk.domain.change import Change
from mhdesk.errors import KnownError
from mhdesk.gui import file_dialogs, words
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.loading import Loaded
from mhdesk.gui.widgets.dialog import Decision

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.attachments import Removed
    from mhdesk.desk.desk import Desk


def _add(signal_id: int, path: Path, desk: Desk) -> Change:
    from mhdesk.desk import attachments

    return attachments.add(desk, signal_id, path)


def _save(file_id: int, out: Path, desk: Desk) -> Change:
    from mhdesk.desk import attachments

    return attachments.save(desk, file_id, out)


def _remove(file_id: int, desk: Desk) -> Removed:
    from mhdesk.desk import attachments

    return attachments.remove(desk, file_id)


def _put_back(removed: Removed, desk: Desk) -> Change:
    from mhdesk.desk import attachments

    return attachments.put_back(desk, removed)


def size_of_all(desk: Desk) -> int:
    """Return how many bytes all files of the registry take."""
    from mhdesk.desk import attachments

    return attachments.size_of_all(desk)


class SaveFileDialog(Decision):
    """Say what it means to save a file outside the registry, before a place is asked for. ``agreed`` follows a yes."""

    agreed = QtSignal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(
            self.tr("Save {name} outside the registry?").format(name=name),
            self.tr(
                "mhdesk protects that copy no more: whoever can reach the folder can read it, and it may end up in "
                "backups of the computer. Delete it as soon as you are done. The log says that you saved it."
            ),
            self.tr("Choose a place…"),
            parent,
        )

    def decide(self) -> bool:
        """Let the question where follow once this one is gone."""
        self.agreed.emit()
        return True


class FileActs(QObject):
    """``done`` carries a sentence, ``failed`` a KnownError, ``removed`` a sentence and what undoes it.

    That is called without arguments; it is None for a file that was damaged.
    """

    done = QtSignal(str)
    failed = QtSignal(object)
    removed = QtSignal(str, object)

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._waiting = 0
        self._added: list[Change] = []
        self._refused: list[KnownError] = []

    def add(self, loaded: Loaded) -> None:
        """Ask which file is added."""
        title, kinds = self.tr("Choose a file to add"), self.tr("All files (*)")
        file_dialogs.open_file(self._page, title, kinds, partial(self._take_one, loaded.details.id))

    def _take_one(self, signal_id: int, path: Path) -> None:
        self.take(signal_id, [path])

    def take(self, signal_id: int, paths: Sequence[Path]) -> None:
        """Add files one after another; one that cannot be added keeps no other out."""
        self._waiting += len(paths)
        for path in paths:
            add = partial(_add, signal_id, path)
            self._context.runner.ask(add, self._on_added, self._on_not_added, owner=self)

    def _on_added(self, change: Change) -> None:
        self._added.append(change)
        self._tell()

    def _on_not_added(self, error: KnownError) -> None:
        self._refused.append(error)
        self._tell()

    def _tell(self) -> None:
        """Say what became of the files once there is an answer for each."""
        self._waiting -= 1
        if self._waiting:
            return
        added, refused = self._added, self._refused
        self._added, self._refused = [], []
        for change in added[-1:]:  # they are of one signal: its page asks again once
            self._context.bus.changed.emit(change)
        if refused:
            self.failed.emit(refused[0])
        elif len(added) == 1:
            self.done.emit(self.tr("The file is kept. The one that you chose still lies where it was."))
        else:
            said = self.tr("{count} files are kept. Those that you chose still lie where they were.")
            self.done.emit(words.sentence_case(said.format(count=words.number_word(len(added)))))

    def save(self, loaded: Loaded, number: int) -> None:
        """Ask where a file is saved, after saying what that means."""
        self.save_file(self._file(loaded, number))

    def view(self, loaded: Loaded, number: int) -> None:
        """Show a file on a page of its own, inside the app."""
        self._context.navigator.open_file(self._file(loaded, number), loaded.details.reference)

    def save_file(self, file: AttachmentView) -> None:
        """Ask where this file is saved, after saying what that means."""
        dialog = SaveFileDialog(file.name, self._page)
        dialog.agreed.connect(partial(self._ask_place, file))
        dialog.open()

    def _ask_place(self, file: AttachmentView) -> None:
        title, kinds = self.tr("Save outside the registry"), self.tr("All files (*)")
        saved = partial(self._save_at, file.id)
        file_dialogs.save_file(self._page, title, kinds, Path.home() / file.name, saved)

    def _save_at(self, file_id: int, out: Path) -> None:
        then = partial(self._on_saved, out)
        self._context.runner.ask(partial(_save, file_id, out), then, self._on_failed, owner=self)

    def _on_saved(self, out: Path, _change: Change) -> None:
        said = self.tr("Saved at {path}. Delete it there as soon as you are done.")
        self.done.emit(said.format(path=out))

    def remove(self, number: int) -> None:
        """Take a file away; it can be put back as long as the page is open."""
        self._context.runner.ask(partial(_remove, number), self._on_removed, self._on_failed, owner=self)

    def _on_removed(self, removed: Removed) -> None:
        self._context.bus.changed.emit(removed.change)
        said = self.tr("{name} was taken away. Backups hold it until they go.")
        undo = None
        if removed.content is not None:
            undo = partial(self._put_back, removed)
            said = self.tr(
                "{name} was taken away. You can undo that while this stands here, and no more once mhdesk was locked. "
                "Backups hold it until they go."
            )
        self.removed.emit(said.format(name=removed.name), undo)

    def _put_back(self, removed: Removed) -> None:
        work = partial(_put_back, removed)
        self._context.runner.ask(work, self._context.bus.changed.emit, self._on_failed, owner=self)

    def _on_failed(self, error: KnownError) -> None:
        self.failed.emit(error)

    def _file(self, loaded: Loaded, number: int) -> AttachmentView:
        return {one.id: one for one in loaded.details.attachments}[number]
