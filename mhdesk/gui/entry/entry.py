"""Everything before a registry is open: welcome, unlock, a new registry. One page at a time, in one place."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import platformdirs
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from mhdesk.errors import KnownError
from mhdesk.gui import faults, file_dialogs
from mhdesk.gui.entry import opening
from mhdesk.gui.entry.locked import Locked
from mhdesk.gui.entry.opening import Invitation, Loaded, Opened
from mhdesk.gui.entry.unlock_page import UnlockPage
from mhdesk.gui.entry.welcome_page import WelcomePage
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.runner import DeskRunner
from mhdesk.gui.widgets.messages import Kind

if TYPE_CHECKING:  # after the first paint, and only when wanted
    from mhdesk.gui.entry.quick_note_page import QuickNotePage
    from mhdesk.gui.entry.renew_page import RenewPage
    from mhdesk.gui.entry.restore_page import EntryRestorePage

DEMO_FOLDER: Final = "fictief"


def _trace(folder: Path) -> str:
    """Return what is remembered of a folder in which somebody opened a registry all the same: not where it is."""
    return hashlib.blake2b(os.fsencode(folder.absolute()), digest_size=8).hexdigest()


class Entry(QStackedWidget):
    """Lead to an open registry. ``opened`` carries the :class:`Opened`; what it needs to know is remembered.

    ``noting`` carries the :class:`QuickNotePage` on which somebody notes a call instead.
    """

    opened = QtSignal(object)
    noting = QtSignal(object)

    def __init__(self, runner: DeskRunner, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._preferences = preferences
        self._aside: RenewPage | EntryRestorePage | None = None
        self._note: QuickNotePage | None = None
        self._locked: Locked | None = None
        self._tried: set[Path] = set()
        self.welcome = WelcomePage()
        self.unlock = UnlockPage(runner)
        self.addWidget(self.welcome)
        self.addWidget(self.unlock)
        for page in (self.welcome, self.unlock):
            page.new_wanted.connect(self._on_new_wanted)
            page.other_wanted.connect(self._on_other_wanted)
        self.welcome.restore_wanted.connect(self._on_restore_elsewhere_wanted)
        self.welcome.demo_wanted.connect(self._on_demo_wanted)
        self.unlock.recovery_wanted.connect(self._on_recovery_wanted)
        self.unlock.note_wanted.connect(self._on_note_wanted)
        self.unlock.restore_wanted.connect(self._on_restore_wanted)
        self.unlock.folder_accepted.connect(self._on_folder_accepted)
        self.unlock.invited.connect(self._on_invited)
        self.unlock.opened.connect(self._on_opened)

    def begin(self, folder: Path | None, locked: Locked | None = None) -> None:
        """Show the page for ``folder``, or for the registry opened last, or the welcome."""
        self._locked = locked
        known = Path(self._preferences.values.registry) if self._preferences.values.registry else None
        chosen = folder or (known if known is not None and known.is_dir() else None)
        if chosen is None:
            self._show_welcome()
        else:
            self._show_unlock(chosen)

    def tell(self, error: KnownError) -> None:
        """Say on the page that is shown what went wrong."""
        if self.currentWidget() is self.welcome:
            self.welcome.tell(faults.sentence(error))
        elif (page := self._aside or self._note) is not None:
            page.tell(Kind.ERROR, faults.sentence(error))
        else:
            self.unlock.tell(Kind.ERROR, faults.sentence(error))

    def load(self) -> None:
        """Load the desk in the worker's thread while the user types; say it if there is no registry after all."""
        folder = self.unlock.folder if self.currentWidget() is self.unlock else None
        then = partial(self._on_loaded, folder)
        self._runner.run(partial(opening.load, folder), then, self._on_load_failed)

    def _on_loaded(self, folder: Path | None, loaded: Loaded) -> None:
        if folder is None or folder != self.unlock.folder:
            return
        if loaded.demo is not None:
            self.unlock.fill_in(loaded.demo)
        self.unlock.name_registry(folder, removable=loaded.removable)
        if loaded.remembered and folder not in self._tried:
            self._tried.add(folder)  # once: the keyring opens only the first start after a login
            self.unlock.try_keyring()

    def _on_load_failed(self, error: KnownError) -> None:
        self.unlock.tell(Kind.ERROR, faults.sentence(error))

    def _show_welcome(self) -> None:
        self.setCurrentWidget(self.welcome)
        self.welcome.entered()

    def _show_unlock(self, folder: Path) -> None:
        self.setCurrentWidget(self.unlock)
        same = folder == Path(self._preferences.values.registry)
        self.unlock.anywhere = _trace(folder) in self._preferences.values.accepted_folders.split()
        self.unlock.ask(folder, self._preferences.values.user_name if same else "", self._locked)

    @Slot()
    def _on_folder_accepted(self) -> None:
        accepted = self._preferences.values.accepted_folders.split()
        self._preferences.change(accepted_folders=" ".join([*accepted, _trace(self.unlock.folder)]))

    @Slot()
    def _on_other_wanted(self) -> None:
        file_dialogs.choose_folder(self, self.tr("Which registry?"), self._on_folder_chosen)

    def _on_folder_chosen(self, folder: Path) -> None:
        self._show_unlock(folder)
        self.load()

    @Slot()
    def _on_new_wanted(self) -> None:
        from mhdesk.gui.entry.new_registry import NewRegistry  # after the first paint, and only when wanted

        wizard = NewRegistry(self._runner)
        wizard.finished.connect(self._on_opened)
        wizard.cancelled.connect(self._on_wizard_cancelled)
        self.addWidget(wizard)
        self.setCurrentWidget(wizard)
        wizard.entered()

    @Slot()
    def _on_wizard_cancelled(self) -> None:
        wizard = self.currentWidget()
        self.begin(None)
        self.removeWidget(wizard)
        wizard.deleteLater()

    @Slot()
    def _on_recovery_wanted(self) -> None:
        from mhdesk.gui.entry.recover_page import RecoverPage  # as above

        page = RecoverPage(self._runner)
        page.ask(self.unlock.folder, self.unlock.user_name())
        self._lead_aside(page)

    @Slot()
    def _on_restore_wanted(self) -> None:
        from mhdesk.gui.entry.restore_page import EntryRestorePage  # as above

        self._lead_aside(EntryRestorePage(self._runner, self.unlock.folder, self.unlock.user_name()))

    @Slot()
    def _on_restore_elsewhere_wanted(self) -> None:
        from mhdesk.gui.entry.restore_page import EntryRestorePage  # as above

        page = EntryRestorePage(self._runner, None)
        page.left.connect(self._on_elsewhere_left)
        self._lead_aside(page)

    @Slot(object)
    def _on_elsewhere_left(self, folder: object) -> None:
        """Lead to the registry that has been put back, or back to where somebody came from."""
        if isinstance(folder, Path):
            self._on_folder_chosen(folder)
        else:
            self._show_welcome()
        self._drop_aside()

    @Slot(object)
    def _on_note_wanted(self, pen: object) -> None:
        from mhdesk.gui.entry.quick_note_page import QuickNotePage  # as above
        from mhdesk.vault import Pen

        if isinstance(pen, Pen):
            self._note = QuickNotePage(self._runner, pen, self.unlock.user_name())
            self._note.left.connect(self._on_note_left)
            self.addWidget(self._note)
            self.setCurrentWidget(self._note)
            self._note.entered()
            self.noting.emit(self._note)

    @Slot(bool)
    def _on_note_left(self, kept: bool) -> None:
        """Lead back where nothing was noted; else this process ends, with what was typed in it."""
        if self._note is not None and not kept:
            self.setCurrentWidget(self.unlock)
            self.removeWidget(self._note)
            self._note.deleteLater()
            self._note = None
            self.unlock.resume()

    @Slot(object)
    def _on_invited(self, invitation: object) -> None:
        from mhdesk.gui.entry.invitation_page import InvitationPage  # as above

        if isinstance(invitation, Invitation):
            self._lead_aside(InvitationPage(self._runner, invitation))

    def _lead_aside(self, page: RenewPage | EntryRestorePage) -> None:
        """Show a page that is there for this one time."""
        page.opened.connect(self._on_opened)
        page.back_wanted.connect(self._on_back_wanted)
        self._aside = page
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.entered()

    @Slot()
    def _on_back_wanted(self) -> None:
        if self._aside is not None:
            self.setCurrentWidget(self.unlock)
            self._drop_aside()
            self.unlock.resume()
            self.load()

    def _drop_aside(self) -> None:
        if self._aside is not None:
            self.removeWidget(self._aside)
            self._aside.deleteLater()
            self._aside = None

    @Slot()
    def _on_demo_wanted(self) -> None:
        self.welcome.set_busy(True)
        folder = platformdirs.user_data_path("mhdesk", appauthor=False) / DEMO_FOLDER
        self._runner.run(partial(opening.make_demo, folder), self._on_demo_made, self._on_demo_failed)

    def _on_demo_made(self, folder: Path) -> None:
        self.welcome.set_busy(False)
        self._show_unlock(folder)
        self.load()

    def _on_demo_failed(self, error: KnownError) -> None:
        self.welcome.set_busy(False)
        self.welcome.tell(faults.sentence(error))

    @Slot(object)
    def _on_opened(self, opened: object) -> None:
        if isinstance(opened, Opened):
            name = opened.info.user_name if self._preferences.values.remember_user else ""
            self._preferences.change(registry=str(opened.folder), user_name=name)
            first = self._reminds_today()
            due = opened.recovery_due and first
            self.opened.emit(replace(opened, recovery_due=due, first_today=first))

    def _reminds_today(self) -> bool:
        """Say whether nobody was reminded of what may wait today yet, and note that somebody is now."""
        today = datetime.now().astimezone().date().isoformat()
        if self._preferences.values.reminded_on == today:
            return False
        self._preferences.change(reminded_on=today)
        return True
