"""What the two ways in share that end with a new passphrase: the recovery key and an invitation."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from mhdesk.errors import KnownError
from mhdesk.gui import faults
from mhdesk.gui.entry.frame import COLUMN_WIDTH, EntryFrame
from mhdesk.gui.entry.new_passphrase import NewPassphrase
from mhdesk.gui.entry.opening import Opened
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.runner import DeskRunner
from mhdesk.gui.widgets.buttons import PrimaryButton, QuietButton
from mhdesk.gui.widgets.labels import Label, Paragraph
from mhdesk.gui.widgets.messages import Kind, MessageBar, announce

if TYPE_CHECKING:  # see opening.py
    from mhdesk.desk.desk import Desk

_ABOUT_WORDS: Final = "vault.passphrase_"


@dataclass(frozen=True, slots=True)
class Words:
    """What a page says: its title, its verb, and what its button says while that is done."""

    title: str
    verb: str
    doing: str


class RenewPage(EntryFrame):
    """Open a registry and replace the passphrase; the window stays alive meanwhile.

    ``opened`` carries the :class:`Opened`; ``back_wanted`` follows the way back. Before either of them everything
    that was typed here is gone.
    """

    opened = QtSignal(object)
    back_wanted = QtSignal()

    def __init__(
        self,
        runner: DeskRunner,
        words: Words,
        parent: QWidget | None = None,
        *,
        width: int = COLUMN_WIDTH,
        beside: bool = False,
    ) -> None:
        super().__init__(parent, width=width)
        self._runner = runner
        self._words = words
        self._busy = False
        self.sentence = Paragraph("", Type.TEXT, Role.SECOND)
        self.messages = MessageBar()
        self.new = NewPassphrase(self.tr("New passphrase"), beside=beside)
        self.verb = PrimaryButton(words.verb)
        self.verb.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.back = QuietButton(self.tr("Back to unlocking"))
        self.verb.clicked.connect(self._on_open_clicked)
        self.new.submitted.connect(self._on_open_clicked)
        self.back.clicked.connect(self._on_back_clicked)

    def _lay_out(self, *before: tuple[QWidget, int]) -> None:
        """Put everything under each other; ``before`` the passphrase, each with the white space above it."""
        stack = (
            (Label(self._words.title, Type.TITLE), 0),
            (self.sentence, sizes.S8),
            (self.messages, sizes.S8),
            *before,
            (self.new, sizes.S16),
            (self.verb, sizes.S16),
        )
        for widget, space in stack:
            self.column.addSpacing(space)
            self.column.addWidget(widget)
        self.column.addSpacing(sizes.S8)
        self.column.addWidget(self.back)

    def tell(self, kind: Kind, sentence: str) -> None:
        """Say something above the form."""
        self.messages.show_message(kind, sentence, closable=False)

    @abstractmethod
    def entered(self) -> None:
        """Put the focus where typing begins."""

    def forget(self) -> None:
        """Empty everything that was typed, and what was said about it."""
        self.new.forget()
        self.messages.hide()

    @abstractmethod
    def _check(self) -> bool:
        """Say what is wrong at the fields, and return whether it can be tried."""

    @abstractmethod
    def _work(self) -> Callable[[], tuple[Desk, Opened]]:
        """Return what opens the registry with what is typed."""

    def _tell_at_field(self, error: KnownError) -> bool:
        """Say at its field what an error is about, put the focus there, and return whether it has one."""
        if not error.code.startswith(_ABOUT_WORDS):
            return False
        self.new.show_problems({"passphrase": faults.sentence(error)})
        return True

    def set_busy(self, busy: bool) -> None:
        """Rest while the registry opens: no typing, no way back."""
        self._busy = busy
        self.verb.setText(self._words.doing if busy else self._words.verb)
        self.new.set_read_only(busy)
        self.back.setVisible(not busy)

    @Slot()
    def _on_open_clicked(self) -> None:
        if self._busy:
            return
        self.messages.hide()
        if not self._check():
            self.bring_focus_into_sight()
            return
        self.set_busy(True)
        self._runner.open_desk(self._work(), self._on_runner_opened, self._on_runner_failed)

    def _on_runner_opened(self, opened: Opened) -> None:
        self.set_busy(False)
        self.forget()
        self.opened.emit(opened)

    def _on_runner_failed(self, error: KnownError) -> None:
        self.set_busy(False)
        sentence = faults.sentence(error)
        if self._tell_at_field(error):
            announce(self, sentence, at_once=True)
        else:
            self.tell(Kind.ERROR, sentence)
        self.bring_focus_into_sight()

    @Slot()
    def _on_back_clicked(self) -> None:
        self.forget()
        self.back_wanted.emit()
