"""The recovery page: whether it works, trying it, and making a new one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Slot

from mhdesk.domain import dates
from mhdesk.domain.people import Permission
from mhdesk.errors import KnownError
from mhdesk.gui import faults
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.look.roles import Role
from mhdesk.gui.manage import work
from mhdesk.gui.manage.new_sheet_page import NewSheetPage
from mhdesk.gui.manage.section import ManageSection
from mhdesk.gui.manage.state_line import StateLine
from mhdesk.gui.manage.work import RecoveryState
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.shell.recovery_page import RecoveryPage
from mhdesk.gui.widgets.buttons import PrimaryButton, SecondaryButton
from mhdesk.gui.widgets.labels import Paragraph, Section
from mhdesk.gui.widgets.messages import Kind


class RecoverySection(ManageSection):
    """Say when the page was proven last; everybody may try it, an administrator makes a new one."""

    key, icon = "recovery", "shield"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.may_renew = context.user.may(Permission.ADMINISTER)
        self.state = StateLine()
        self.again = PrimaryButton(self.tr("Try it again"))
        self.new = SecondaryButton(self.tr("Make a new recovery page…"))
        self.new.setVisible(self.may_renew)
        self._fill()
        self.again.clicked.connect(self._on_again_clicked)
        self.new.clicked.connect(self.renew)

    @staticmethod
    def word() -> str:
        return QCoreApplication.translate("RecoverySection", "Recovery page")

    def _fill(self) -> None:
        self.set_summary(self.tr("The printed key that opens the registry when a passphrase is forgotten."))
        self.main.add(self.state)
        self.main.add(self.again, before=sizes.S16)
        if self.may_renew:
            self.main.add(Section(self.tr("A new page")), before=sizes.S32)
            when = self.tr(
                "Is the page lost, or did somebody see it who should not? Make a new one, and then give the"
                " registry a new key: only old backups still open with the old page."
            )
            self.main.add(Paragraph(when, Type.TEXT, Role.SECOND), before=sizes.S4)
            self.main.add(self.new, before=sizes.S16)
        self.main.fill()
        self.side.add(Section(self.tr("Good to know"), small=True), before=sizes.S4)
        notes = (
            self.tr("Keep the page in a safe or with somebody else, never with this computer."),
            self.tr(
                "Trying it takes two minutes: you type the eight groups from the paper. Nothing changes by it."
            ),
            self.tr("Who has the page and this computer can open everything."),
        )
        for sentence in notes:
            self.side.add(Paragraph(sentence, Type.CAPTION, Role.SECOND), before=sizes.S8)
        self.side.fill()

    def entered(self) -> None:
        self._ask()
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self.context.runner.ask(work.recovery_state, self._on_state_arrived, self._on_failed)

    def _on_state_arrived(self, state: RecoveryState) -> None:
        day = dates.display_day(state.proven_on) if state.proven_on else ""
        if state.proven_on and not state.due:
            words = self.tr("It works: typed back on {day}.").format(day=day)
            self.state.show_state(Mark.DONE, words, self.tr("mhdesk asks for it again after a year."))
        elif state.proven_on:
            words = self.tr("Last tried on {day}. That is more than a year ago.").format(day=day)
            self.state.show_state(
                Mark.NOT_YET, words, self.tr("Try whether it is still there and can be read.")
            )
        elif state.written:
            more = self.tr("It was saved, but never typed back from the paper.")
            self.state.show_state(Mark.LATE, self.tr("Nobody knows whether it works."), more)
        else:
            more = self.tr("If nobody wrote the key over, only a new page helps.")
            self.state.show_state(Mark.LATE, self.tr("It was never saved."), more)

    def _on_failed(self, error: KnownError) -> None:
        self.messages.show_message(Kind.ERROR, faults.sentence(error))

    @Slot()
    def _on_again_clicked(self) -> None:
        self.messages.hide()
        self.lead_to(RecoveryPage(self.context))

    @Slot()
    def renew(self) -> None:
        """Begin with a new page, where this person may."""
        if not self.may_renew:
            return
        self.messages.hide()
        page = NewSheetPage(self.context)
        page.renewed.connect(self._on_page_renewed)
        self.lead_to(page)

    @Slot(object, object)
    def _on_page_renewed(self, change: object, saved: object) -> None:
        self.context.bus.changed.emit(change)
        told = self.tr("The new page works: destroy the old one, it still opens old backups.")
        if isinstance(saved, Path):
            more = self.tr("Delete the PDF file now: {path}").format(path=saved)
            told = f"{told} {more}"
        self.messages.show_message(Kind.DONE, told)
