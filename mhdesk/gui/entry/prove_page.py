"""Type the recovery key back from the printed page: step 4 of a new registry, or later from the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from mhdesk.domain.change import Change
from mhdesk.errors import KnownError
from mhdesk.gui import faults
from mhdesk.gui.entry import opening
from mhdesk.gui.entry.recovery_fields import RecoveryFields
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.runner import Runner
from mhdesk.gui.widgets.bars import ActionBar
from mhdesk.gui.widgets.buttons import PrimaryButton, QuietButton
from mhdesk.gui.widgets.labels import Paragraph, Section
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.page import FORM, Page

if TYPE_CHECKING:  # see opening.py
    from mhdesk.desk.desk import Desk


class ProvePage(Page):
    """Prove the printed page. ``proven`` carries the Change; ``later_wanted`` follows the way out.

    ``sheet_wanted`` follows the way back to the key, which `offer_sheet` shows where the key is still known.
    """

    proven = QtSignal(object)
    later_wanted = QtSignal()
    sheet_wanted = QtSignal()

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Type the recovery key back"), parent, shape=FORM)
        self._runner = runner
        self._busy = False
        self.groups = RecoveryFields()
        self._check = PrimaryButton("")
        self._later = QuietButton(self.tr("Later"))
        self._sheet = QuietButton(self.tr("Back to the recovery page"))
        self._unsaved = Paragraph(self.tr("Not saved yet? Go back."), Type.STRONG)
        self._sheet.hide()
        self._unsaved.hide()
        self._check.clicked.connect(self._on_check_clicked)
        self.groups.submitted.connect(self._on_check_clicked)
        self._later.clicked.connect(self.later_wanted)
        self._sheet.clicked.connect(self.sheet_wanted)
        self._build()
        self._set_busy(False)

    def _build(self) -> None:
        self.set_summary(self.tr("From the print, not from the screen. So you know that it works."))
        self.main.add(self._unsaved, before=sizes.S4)
        self.main.add(self.groups, before=sizes.S4)
        self.main.fill()
        self.side.add(Section(self.tr("Good to know"), small=True), before=sizes.S4)
        notes = (
            self.tr("Capitals or not makes no difference. O is read as 0, and I and L as 1."),
            self.tr("Each group carries its own check: a typing error is found at once."),
            self.tr("Scanned the code on the page? Paste the text into the first field."),
            self.about_later(),
        )
        for sentence in notes:
            self.side.add(Paragraph(sentence, Type.CAPTION, Role.SECOND), before=sizes.S8)
        self.side.fill()
        self.set_action_bar(ActionBar(self._check, self._sheet, self._later))

    def about_later(self) -> str:
        """Return what it means to leave it for later."""
        return self.tr(
            "Later is possible. The registry works, but nobody knows yet whether the page does: mhdesk keeps asking."
        )

    def entered(self) -> None:
        """Put the focus into the first group that is missing."""
        self.groups.take_focus()

    def offer_sheet(self, *, saved: bool) -> None:
        """Show the way back to the key, with a sentence that points to it while its page is not saved."""
        self._sheet.show()
        self._unsaved.setVisible(not saved)

    @Slot()
    def _on_check_clicked(self) -> None:
        if self._busy or not self.groups.check():
            return
        self._set_busy(True)
        self._runner.ask(self.work(self.groups.typed()), self._on_proven, self._on_prove_failed)

    def work(self, typed: str) -> Callable[[Desk], Change]:
        """Return what the desk is asked to do with the key as typed."""
        return partial(opening.prove, typed)

    def _on_proven(self, change: Change) -> None:
        self._set_busy(False)
        self.groups.wipe()
        self.proven.emit(change)

    def _on_prove_failed(self, error: KnownError) -> None:
        self._set_busy(False)
        self.messages.show_message(Kind.ERROR, faults.sentence(error))
        self.groups.take_focus()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._check.setText(self.tr("Trying the key…") if busy else self.tr("Check the key"))
