"""Take mails in, one after another, and say what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.errors import KnownError
from mhdesk.gui import faults, file_dialogs, words
from mhdesk.gui.bus import Bus
from mhdesk.gui.runner import Runner
from mhdesk.gui.widgets.messages import Kind

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk
    from mhdesk.desk.mail_in import TakenIn

MAIL_KEYS: Final = "Ctrl+M"
_INTERRUPTED: Final = "common.interrupted"


def _take_in(path: Path, desk: Desk) -> TakenIn:
    from mhdesk.desk import mail_in

    return mail_in.take_in(desk, path)


class MailIntake(QObject):
    """Make a draft of each mail.

    ``told`` carries a kind of message and a sentence, ``opened`` the draft to go on with.
    """

    told = QtSignal(object, str)
    opened = QtSignal(int)

    def __init__(self, runner: Runner, bus: Bus, window: QWidget) -> None:
        super().__init__(window)
        self._runner = runner
        self._bus = bus
        self._window = window
        self._waiting: list[Path] = []
        self._taken: list[TakenIn] = []
        self._refused: list[str] = []
        self._warned = False

    @Slot()
    def choose(self) -> None:
        """Ask which mail is taken in."""
        kinds = self.tr("Mails (*.eml *.msg)")
        file_dialogs.open_file(self._window, self.tr("Choose a mail"), kinds, self._take_one)

    def _take_one(self, path: Path) -> None:
        self.take([path])

    def take(self, paths: Sequence[Path]) -> None:
        """Take these mails in; while others are read they wait behind those."""
        busy = bool(self._waiting)
        self._waiting += paths
        if not busy:
            self._next()

    def left(self) -> int:
        """Return how many mails were asked for and are no drafts yet."""
        return len(self._waiting)

    def left_words(self, count: int) -> str:
        """Return that a lock came before every mail was taken in; which they were is known nowhere."""
        left = self.tr(
            "When mhdesk locked, not every mail was taken in. Still to take in: {count}."
            " Look on Today which are there, and give the others again."
        )
        return left.format(count=words.locale().toString(count))

    def asks_to_wait(self) -> bool:
        """Say while mails are read that closing leaves the others out; once: who closes again means it."""
        if not self._waiting or self._warned:
            return False
        self._warned = True
        sentence = self.tr("Still taking in mails: {count}. Close when they are in, or close again to stop.")
        self.told.emit(Kind.WARNING, sentence.format(count=words.locale().toString(len(self._waiting))))
        return True

    def _next(self) -> None:
        if not self._waiting:
            self._tell()
            return
        path, done = self._waiting[0], len(self._taken) + len(self._refused)
        total = done + len(self._waiting)
        if total > 1 and not self._warned:
            reading = self.tr("Reading mail {number} of {total}…").format(number=done + 1, total=total)
            self.told.emit(Kind.QUESTION, reading)
        self._runner.ask(
            partial(_take_in, path), self._on_taken_in, partial(self._on_refused, path), owner=self
        )

    def _on_taken_in(self, taken: TakenIn) -> None:
        self._taken.append(taken)
        self._bus.changed.emit(taken.change)
        self._waiting.pop(0)
        self._next()

    def _on_refused(self, path: Path, error: KnownError) -> None:
        if error.code == _INTERRUPTED:  # by a lock: a mail that it broke off was not taken in
            self._next()
            return
        sentence = faults.sentence(error)
        self._refused.append(sentence if str(path) in sentence else f"{path.name}: {sentence}")
        self._waiting.pop(0)
        self._next()

    def _tell(self) -> None:
        taken, refused = self._taken, self._refused
        self._taken, self._refused, self._warned = [], [], False
        first = taken[0].change.created if taken else None
        if first is not None:
            self.opened.emit(first)
        odd = bool(refused) or any(one.left_out or one.before for one in taken)
        kind = Kind.ERROR if refused and not taken else Kind.WARNING if odd else Kind.DONE
        self.told.emit(kind, " ".join([*self._done(taken), *refused]))

    def _done(self, taken: Sequence[TakenIn]) -> list[str]:
        if not taken:
            return []
        if len(taken) == 1:
            said = [
                self.tr("The mail is a draft now. Who sent it stays secret: look whether the text tells.")
            ]
        else:
            several = self.tr("{count} mails are drafts now. This is the first; the others wait on Today.")
            said = [words.sentence_case(several.format(count=words.number_word(len(taken))))]
        if left_out := sum(one.left_out for one in taken):
            missing = self.tr("Left out, too large or damaged: {count}. They are still in the mail itself.")
            said.append(missing.format(count=left_out))
        if any(one.before for one in taken):
            said.append(self.tr("Mind: the same mail was taken in before."))
        return said
