"""The way into a registry: a name, a passphrase, and what to do when they do not fit."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTime, QTimer, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mhdesk.errors import DamageError, KnownError
from mhdesk.gui import faults
from mhdesk.gui.entry import opening
from mhdesk.gui.entry.frame import COLUMN_WIDTH, EntryFrame
from mhdesk.gui.entry.locked import Locked
from mhdesk.gui.entry.opening import Demo, Invitation, Opened
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.runner import DeskRunner
from mhdesk.gui.widgets.buttons import PlainButton, PrimaryButton, QuietButton
from mhdesk.gui.widgets.editors import PassphraseEditor, TextEditor
from mhdesk.gui.widgets.fields import Field
from mhdesk.gui.widgets.labels import Label, Paragraph
from mhdesk.gui.widgets.messages import Kind, MessageBar, announce
from mhdesk.wording import say

if TYPE_CHECKING:  # see opening.py
    from mhdesk.vault import Pen

_INVITED: Final = "people.invitation_open"
_WRONG: Final = "vault.wrong_passphrase"
_WRONG_AGAIN: Final = "vault.wrong_passphrase_again"
_MORE_HELP_FROM: Final = 3
"""Failures before the way in with the recovery key is pointed out: the first ones are typing errors."""
_AT_NAME: Final = frozenset({"vault.name_empty", "vault.name_refused", "desk.user_not_active"})
_ABOUT_WORDS: Final = "vault.passphrase_"
_ABOUT_KEYRING: Final = "vault.keyring_"
_AFTER_LOCK: Final = "vault.keyring_after_lock"
_TAKEN: Final = frozenset({"vault.in_use"})
_MISPLACED: Final = frozenset({"registry.opened_in_cloud", "registry.opened_on_network"})
_SECOND: Final = 1000


class UnlockPage(EntryFrame):
    """Ask who it is and open the registry.

    ``opened`` carries the :class:`Opened`, ``invited`` the :class:`Invitation` of who has no passphrase of their
    own yet, ``note_wanted`` the pen of somebody who notes a call beside a registry that somebody else has open; the
    others follow the links. ``folder_accepted`` follows when somebody opens a registry where none should stand.
    The window stays alive while the key is derived; after wrong passphrases
    it waits longer each time, and never for more than half a minute.
    ``folder`` is the registry that it asks for.
    """

    opened = QtSignal(object)
    invited = QtSignal(object)
    note_wanted = QtSignal(object)
    folder_accepted = QtSignal()
    recovery_wanted = QtSignal()
    other_wanted = QtSignal()
    new_wanted = QtSignal()
    restore_wanted = QtSignal()

    def __init__(self, runner: DeskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.folder = Path()
        self.anywhere = False
        """Whether this registry is opened also where it may come to harm."""
        self._failures = 0
        self._wait = 0
        self._busy = False
        self._by_keyring = False
        self._locked: Locked | None = None
        self._greeting = Label("", Type.TITLE)
        self._sentence = Paragraph("", Type.TEXT, Role.SECOND)
        self.messages = MessageBar()
        self._name = TextEditor(width=COLUMN_WIDTH)
        self.name = Field(self.tr("Name"), self._name)
        self._passphrase = PassphraseEditor(width=COLUMN_WIDTH)
        self.passphrase = Field(self.tr("Passphrase"), self._passphrase)
        self.recover = QuietButton(self.tr("Lost the passphrase? Open with the recovery key"))
        self.anyway = QuietButton(self.tr("Open it here anyway"))
        self.anyway.hide()
        self.restore = PlainButton(self.tr("Put a backup back…"))
        self.restore.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restore.hide()
        self.note = QuietButton(self.tr("Somebody on the line? Note it quickly"))
        self.unlock = PrimaryButton("")
        self.unlock.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND)
        self._connect()
        self._lay_out()
        self._show_state()

    def _connect(self) -> None:
        self._clock.timeout.connect(self._on_clock_timeout)
        self.restore.clicked.connect(self.restore_wanted)
        self.unlock.clicked.connect(self._on_unlock_clicked)
        self.recover.clicked.connect(self._on_recover_clicked)
        self.note.clicked.connect(self._on_note_clicked)
        self.anyway.clicked.connect(self._on_anyway_clicked)
        self._name.returnPressed.connect(self._on_unlock_clicked)
        self._passphrase.returnPressed.connect(self._on_unlock_clicked)
        self._name.edited.connect(self._on_edited)
        self._passphrase.edited.connect(self._on_edited)

    def _lay_out(self) -> None:
        links = QHBoxLayout()
        links.setSpacing(sizes.S24)
        other, new = QuietButton(self.tr("Another registry…")), QuietButton(self.tr("New registry…"))
        other.clicked.connect(self.other_wanted)
        new.clicked.connect(self.new_wanted)
        links.addWidget(other)
        links.addWidget(new)
        links.addStretch(1)
        spaced = ((self._greeting, 0), (self._sentence, sizes.S8), (self.messages, sizes.S8))
        for widget, before in (
            *spaced,
            (self.name, sizes.S16),
            (self.passphrase, sizes.S16),
            (self.unlock, 20),
            (self.restore, sizes.S8),
            (self.anyway, sizes.S8),
            (self.note, 0),
            (self.recover, 0),
        ):
            self.column.addSpacing(before)
            self.column.addWidget(widget)
        self.column.addLayout(links)

    def ask(self, folder: Path, user_name: str = "", locked: Locked | None = None) -> None:
        """Show the page for one registry, with a name filled in if it is known."""
        self.folder = folder
        self._locked = locked
        self._greeting.setText(self._greet(QTime.currentTime().hour()))
        self._sentence.set_plain(self._explain(locked))
        self.anyway.hide()
        self.name_registry(folder)
        self._name.setText(user_name)
        self.resume()

    def resume(self) -> None:
        """Begin again with the name that stands there."""
        self.forget()
        (self.passphrase if self._name.text() else self.name).take_focus()

    def user_name(self) -> str:
        """Return the name as typed."""
        return self._name.text()

    def forget(self) -> None:
        """Empty the passphrase and whatever was said about it."""
        self.passphrase.wipe()
        self.name.set_error(None)
        self.messages.hide()
        self.restore.hide()

    def tell(self, kind: Kind, sentence: str) -> None:
        """Say something above the form."""
        self.messages.show_message(kind, sentence, closable=False)

    def fill_in(self, demo: Demo) -> None:
        """Fill in how the fictitious registry opens, unless somebody has begun to type."""
        if self._passphrase.text() or self._name.text() not in {"", demo.user_name}:
            return
        self._name.setText(demo.user_name)
        self._passphrase.setText(demo.passphrase)
        self.tell(Kind.QUESTION, self.tr("This is the made-up registry. Its passphrase is filled in."))

    def try_keyring(self) -> None:
        """Open with what the keyring of this computer holds, if it may; the passphrase is asked when it may not."""
        if self._busy:
            return
        if self._locked is not None:
            self._sentence.set_plain(f"{self._explain(self._locked)} {say(_AFTER_LOCK)}")
            return
        self._busy = self._by_keyring = True
        self._show_state()
        words = partial(opening.open_by_keyring, self.folder, anywhere=self.anywhere)
        self._runner.open_desk(words, self._on_runner_opened, self._on_keyring_failed)

    def _on_keyring_failed(self, error: KnownError) -> None:
        """Say why the passphrase is wanted: nothing went wrong, unless the registry itself cannot be opened."""
        self._rest()
        calm = error.code.startswith(_ABOUT_KEYRING)
        self.tell(Kind.QUESTION if calm else Kind.ERROR, faults.sentence(error))
        self.anyway.setVisible(error.code in _MISPLACED)
        (self.passphrase if self._name.text() else self.name).take_focus()

    def _rest(self) -> None:
        self._busy = self._by_keyring = False
        self._show_state()

    def _greet(self, hour: int) -> str:
        if 6 <= hour < 12:
            return self.tr("Good morning")
        return self.tr("Good afternoon") if 12 <= hour < 18 else self.tr("Good evening")

    def _explain(self, locked: Locked | None) -> str:
        if locked is None:
            return self.tr("The registry opens with your name and your passphrase.")
        at = f"{locked.at:%H:%M}"
        if locked.note_kept:
            kept = self.tr(
                "Your note of {time} is kept, sealed. It stands on Today as soon as somebody opens the registry."
            )
            return kept.format(time=at)
        if locked.mails:
            left = self.tr("Locked at {time} before every mail was taken in. Still to take in: {count}.")
            return left.format(time=at, count=locked.mails)
        if locked.draft_kept:
            return self.tr("Locked at {time}. Your draft is kept.").format(time=at)
        return self.tr("Locked at {time}. Everything was saved.").format(time=at)

    @Slot()
    def _on_unlock_clicked(self) -> None:
        if self._busy or self._wait:
            return
        self.forget_errors()
        self._busy = True
        self._show_state()
        words = partial(
            opening.open_desk,
            self.folder,
            self._name.text(),
            self._passphrase.passphrase(),
            after_lock=self._locked is not None,
            anywhere=self.anywhere,
        )
        self._runner.open_desk(words, self._on_runner_opened, self._on_runner_failed)

    def forget_errors(self) -> None:
        """Take back what was said about the last attempt."""
        self.name.set_error(None)
        self.passphrase.set_error(None)
        self.messages.hide()
        self.restore.hide()

    def _on_runner_opened(self, opened: Opened) -> None:
        self._failures = 0
        self.passphrase.wipe()
        self._rest()
        self.opened.emit(opened)

    def _on_runner_failed(self, error: KnownError) -> None:
        self._rest()
        if error.code == _INVITED:
            self._lead_on()
            return
        if error.code == _WRONG:
            self._slow_down()
        self.tell_refusal(error)

    def _lead_on(self) -> None:
        self._failures = 0
        invitation = Invitation(self.folder, self._name.text(), self._passphrase.passphrase())
        self.forget()
        self.invited.emit(invitation)

    def tell_refusal(self, error: KnownError) -> None:
        """Say at its field, or above the form, why the registry did not open, and what can be done meanwhile."""
        self.anyway.setVisible(error.code in _MISPLACED)
        often = error.code == _WRONG and self._failures >= _MORE_HELP_FROM
        sentence = say(_WRONG_AGAIN) if often else faults.sentence(error)
        if error.code == _WRONG or error.code.startswith(_ABOUT_WORDS):
            self.passphrase.set_error(sentence)
            self._passphrase.selectAll()
            self.passphrase.take_focus()
        elif error.code in _AT_NAME:
            self.name.set_error(sentence)
            self.name.take_focus()
        else:
            self.messages.show_message(Kind.ERROR, sentence, closable=False)
            self.restore.setVisible(isinstance(error, DamageError))
            waits = error.code in _TAKEN or isinstance(error, DamageError)
            (self.note.setFocus if waits else self.passphrase.take_focus)()
        announce(self, sentence, at_once=True)

    def _slow_down(self) -> None:
        from mhdesk.vault import delay_after  # is loaded by now; at the start it would delay the first paint

        self._failures += 1
        self._wait = delay_after(self._failures)
        if self._wait:
            self._clock.start()
            self._show_state()

    @Slot()
    def _on_anyway_clicked(self) -> None:
        """Open the registry where it stands; somebody has read why that may cost work, and is not asked again."""
        self.anyway.hide()
        self.anywhere = True
        self.folder_accepted.emit()
        self._on_unlock_clicked()

    @Slot()
    def _on_note_clicked(self) -> None:
        """Let somebody note what a caller tells; who that is takes the passphrase here too."""
        if self._busy or self._wait:
            return
        self.forget_errors()
        self._busy = True
        self._show_state()
        work = partial(opening.pick_up_pen, self.folder, self._name.text(), self._passphrase.passphrase())
        self._runner.run(work, self._on_pen_picked_up, self._on_runner_failed)

    def _on_pen_picked_up(self, pen: Pen) -> None:
        self._failures = 0
        self._rest()
        self.forget()
        self.note_wanted.emit(pen)

    @Slot()
    def _on_recover_clicked(self) -> None:
        if self._busy:
            return
        self.forget()
        self.recovery_wanted.emit()

    @Slot()
    def _on_clock_timeout(self) -> None:
        self._wait -= 1
        if self._wait <= 0:
            self._wait = 0
            self._clock.stop()
        self._show_state()

    @Slot()
    def _on_edited(self) -> None:
        if self.passphrase.error() or self.name.error():
            self.forget_errors()

    def _show_state(self) -> None:
        """Write on the button what it does, or why it waits; fields rest while the key is derived."""
        if self._by_keyring:
            words = self.tr("Opening with the keyring of this computer…")
        elif self._busy:
            words = self.tr("Checking the passphrase…")
        elif self._wait:
            words = self.tr("Wait {seconds} more seconds").format(seconds=self._wait)
        else:
            words = self.tr("Unlock")
        self.unlock.setText(words)
        for editor in (self._name, self._passphrase):
            editor.setReadOnly(self._busy)
