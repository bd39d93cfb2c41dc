"""The way in for who lost the passphrase: the key from the printed recovery page, and a new passphrase."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mhdesk.errors import KnownError
from mhdesk.gui import faults
from mhdesk.gui.entry import opening
from mhdesk.gui.entry.opening import Opened
from mhdesk.gui.entry.recovery_fields import RecoveryFields
from mhdesk.gui.entry.renew_page import RenewPage, Words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.runner import DeskRunner
from mhdesk.gui.widgets.editors import TextEditor
from mhdesk.gui.widgets.fields import Field
from mhdesk.gui.widgets.labels import Label
from mhdesk.wording import say

if TYPE_CHECKING:  # see opening.py
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 464
_AT_NAME: Final = frozenset(
    {"vault.name_empty", "vault.name_refused", "vault.recovery_for_nobody", "desk.user_not_active"}
)
_AT_KEY: Final = frozenset({"vault.recovery_group", "vault.recovery_length", "vault.recovery_wrong"})


class RecoverPage(RenewPage):
    """Ask for a name, the eight groups of the recovery key and a new passphrase, twice."""

    def __init__(self, runner: DeskRunner, parent: QWidget | None = None) -> None:
        words = Words(
            self.tr("Open with the recovery key"),
            self.tr("Open and replace the passphrase"),
            self.tr("Replacing the keys… This takes a few seconds"),
        )
        super().__init__(runner, words, parent, width=_WIDTH, beside=True)
        self._folder = Path()
        self._name = TextEditor(width=_WIDTH)
        self.name = Field(self.tr("Name"), self._name)
        self.groups = RecoveryFields()
        self.sentence.set_plain(self.tr("Take the recovery page. Your old passphrase lapses."))
        self._name.edited.connect(self._on_name_edited)
        self._name.returnPressed.connect(self.groups.take_focus)
        self.groups.submitted.connect(self._on_open_clicked)
        self._lay_out((self.name, sizes.S12), (self._key(), sizes.S12))

    def _key(self) -> QWidget:
        """Return the groups under what they are."""
        key = QWidget()
        column = QVBoxLayout(key)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(self.tr("Recovery key"), Type.STRONG))
        hint = self.tr("Eight groups. Scanned the code? Paste the text into the first.")
        column.addWidget(Label(hint, Type.CAPTION, Role.SECOND))
        column.addSpacing(sizes.S8)
        column.addWidget(self.groups)
        return key

    def ask(self, folder: Path, user_name: str) -> None:
        """Show the page for one registry, with a name filled in if it is known."""
        self._folder = folder
        self.name_registry(folder)
        self._name.setText(user_name)
        self.new.set_names(user_name)

    def entered(self) -> None:
        if self._name.text():
            self.groups.take_focus()
        else:
            self.name.take_focus()

    def forget(self) -> None:
        super().forget()
        self.name.wipe()
        self.groups.wipe()

    def set_busy(self, busy: bool) -> None:
        super().set_busy(busy)
        self._name.setReadOnly(busy)
        self.groups.set_read_only(busy)

    def _check(self) -> bool:
        """Check from the bottom up: the focus ends at the first mistake."""
        problems = self.new.problems()
        self.new.show_problems(problems)
        whole = self.groups.check()
        if not whole:
            self.groups.take_focus()
            self.groups.check()  # moves on to the group that it names
        named = bool(self._name.text().strip())
        self.name.set_error(None if named else say("vault.name_empty"))
        if not named:
            self.name.take_focus()
        return named and whole and not problems

    def _work(self) -> Callable[[], tuple[Desk, Opened]]:
        typed, name = self.groups.typed(), self._name.text()
        return partial(opening.recover_desk, self._folder, typed, name, self.new.passphrase())

    def _tell_at_field(self, error: KnownError) -> bool:
        if error.code in _AT_NAME:
            self.name.set_error(faults.sentence(error))
            self.name.take_focus()
        elif error.code in _AT_KEY:
            self.groups.take_focus()
            self.groups.show_error(error)
        else:
            return super()._tell_at_field(error)
        return True

    @Slot()
    def _on_name_edited(self) -> None:
        self.name.set_error(None)
        self.new.set_names(self._name.text())
