"""The first time of who was invited: a passphrase of their own takes the place of the invitation."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mhdesk.gui.entry import opening
from mhdesk.gui.entry.opening import Invitation, Opened
from mhdesk.gui.entry.renew_page import RenewPage, Words
from mhdesk.gui.runner import DeskRunner

if TYPE_CHECKING:  # see opening.py
    from mhdesk.desk.desk import Desk


class InvitationPage(RenewPage):
    """Ask for a passphrase of one's own; the invitation is kept until it has opened the registry, or the way back."""

    def __init__(self, runner: DeskRunner, invitation: Invitation, parent: QWidget | None = None) -> None:
        words = Words(
            self.tr("Choose your own passphrase"),
            self.tr("Open with my own passphrase"),
            self.tr("Making your keys… This takes a few seconds"),
        )
        super().__init__(runner, words, parent)
        self._invitation: Invitation | None = invitation
        sentence = self.tr(
            "You were invited as {name}. Choose a passphrase that only you know; the invitation lapses after that."
        )
        self.sentence.set_plain(sentence.format(name=invitation.user_name.strip()))
        self.name_registry(invitation.folder)
        self.new.set_names(invitation.user_name)
        self._lay_out()

    def entered(self) -> None:
        self.new.fields["passphrase"].take_focus()

    def forget(self) -> None:
        super().forget()
        self._invitation = None

    def _check(self) -> bool:
        problems = self.new.problems()
        self.new.show_problems(problems)
        return not problems and self._invitation is not None

    def _work(self) -> Callable[[], tuple[Desk, Opened]]:
        if self._invitation is None:
            raise RuntimeError("an invitation was used after it was forgotten")
        return partial(opening.accept_invitation, self._invitation, self.new.passphrase())
