"""Who has a key to the registry, and everything an administrator does about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Slot

from mhdesk.domain.change import Change
from mhdesk.domain.colleagues import Colleague
from mhdesk.domain.people import Permission
from mhdesk.errors import KnownError
from mhdesk.gui import faults
from mhdesk.gui.manage import words, work
from mhdesk.gui.manage.colleague_page import ColleaguePage
from mhdesk.gui.manage.colleague_part import ColleaguePart
from mhdesk.gui.manage.dialogs import ColleagueDialog, RenameDialog, RevokeDialog, RoleDialog
from mhdesk.gui.manage.hand_over_dialog import HandOverDialog
from mhdesk.gui.manage.invitation_dialog import InvitationDialog
from mhdesk.gui.manage.key_line import KeyLine
from mhdesk.gui.manage.section import ManageSection
from mhdesk.gui.manage.work import Invited, Team
from mhdesk.gui.progress import Progress, StoppedError
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.buttons import SecondaryButton
from mhdesk.gui.widgets.list_view import ListView
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.rows import LinesModel
from mhdesk.gui.widgets.summary import bring_to

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_STOPPED = "people.key_change_stopped"


class UsersSection(ManageSection):
    """List everybody with a key; what can be done about the chosen one stands beside the list."""

    key, icon, permission = "users", "people", Permission.ADMINISTER

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._team: Team | None = None
        self._progress: Progress | None = None
        self._act: Callable[[], object] | None = None
        self._wanted: int | None = None
        self.line = KeyLine()
        self.model = LinesModel(self)
        self.list = ListView(name=self.tr("Who has a key"), whole=True)
        self.list.setModel(self.model)
        self.part = ColleaguePart()
        self.add = SecondaryButton(self.tr("Add a colleague…"), icon="plus")
        self._fill()
        self._connect()

    @staticmethod
    def word() -> str:
        return QCoreApplication.translate("UsersSection", "Users")

    def _fill(self) -> None:
        self.add_title_action(self.add)
        self.main.add(self.line)
        self.main.add(self.list)
        self.main.fill()
        self.side.add(self.part)
        self.side.fill()
        self.part.hide()
        self.set_keyhints(
            KeyHint("↑ ↓", self.tr("choose a colleague")), KeyHint("Enter", self.tr("what can be done"))
        )

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add_clicked)
        self.list.row_chosen.connect(self._on_list_row_chosen)
        self.list.row_opened.connect(self._on_list_row_opened)
        self.part.wanted.connect(self._on_part_wanted)
        self.part.forget_wanted.connect(self._on_part_forget_wanted)
        self.line.finish_wanted.connect(self._change_key)
        self.line.stop_wanted.connect(self._on_line_stop_wanted)
        self.messages.action_chosen.connect(self._on_messages_action_chosen)

    def entered(self) -> None:
        self._ask()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the list ----------------------------------------------------------------------------------

    def _ask(self) -> None:
        self.context.runner.ask(work.team, self._on_team_arrived, self._on_failed)

    def _on_team_arrived(self, team: Team) -> None:
        chosen = self._wanted or self.list.current_id()
        self._team, self._wanted = team, None
        self.set_summary(self._summary(team))
        self.model.set_items(words.rows(team.colleagues, self.context.user.id))
        self.list.choose_row(max(0, self.model.row_of(chosen) if chosen else 0))
        if not self.line.is_doing():
            if team.key_change_due:
                self.line.show_due()
            else:
                self.line.show_nothing()

    def _summary(self, team: Team) -> str:
        count = sum(one.access in {"active", "invited"} for one in team.colleagues)
        if count == 1:
            return self.tr("Only you open this registry. With a second person it stays in reach.")
        return self.tr("{count} people open this registry.").format(count=count)

    def chosen(self) -> Colleague | None:
        """Return the colleague that the cursor is on."""
        number = self.list.current_id()
        found = self._team.colleagues if self._team else ()
        return next((one for one in found if one.id == number), None)

    @Slot(int)
    def _on_list_row_chosen(self, _number: int) -> None:
        one = self.chosen()
        self.part.setVisible(one is not None)
        if one is not None:
            left = self._team.cases.get(one.id, 0) if self._team else 0
            self.part.show_colleague(one, self.context.user.id, left)

    @Slot(int)
    def _on_list_row_opened(self, _number: int) -> None:
        """Go on to what can be done about the colleague."""
        buttons = [*self.part.buttons.values(), *self.part.computers]
        first = next((button for button in buttons if button.isVisible()), None)
        if first is not None:
            bring_to(first)

    # --- what is done -------------------------------------------------------------------------------

    @Slot()
    def _on_add_clicked(self) -> None:
        self._add("")

    def _add(self, name: str) -> None:
        page = ColleaguePage(self.context, name)
        page.added.connect(self._on_page_added)
        self.lead_to(page)

    @Slot(object)
    def _on_page_added(self, told: object) -> None:
        if isinstance(told, Invited):
            InvitationDialog(told, self).open()
            self._say(self.tr("{name} is invited.").format(name=told.name))
        else:
            self._say(self.tr("{name} opens the registry from now on.").format(name=told))

    @Slot(str)
    def _on_part_wanted(self, wanted: str) -> None:
        one = self.chosen()
        if one is None:
            return
        if wanted == "again":
            self._add(one.name)
        elif wanted == "suspend":
            self._do(partial(work.suspend, one.id), partial(self._on_suspended, one))
        elif wanted == "reactivate":
            self._reactivate(one)
        elif wanted == "cases":
            self._hand_over(one)
        else:
            self._open(wanted, one)

    def _open(self, wanted: str, one: Colleague) -> None:
        dialogs = {"role": RoleDialog, "rename": RenameDialog, "revoke": RevokeDialog}
        dialog: ColleagueDialog = dialogs[wanted](self.context, one, self)
        done = {
            "role": self.tr("The role of {name} is changed."),
            "rename": self.tr("The name of {name} is changed."),
            "revoke": "",
        }[wanted]
        dialog.recorded.connect(partial(self._on_recorded, done.format(name=one.name)))
        if wanted == "revoke":
            dialog.recorded.connect(self._change_key)
        dialog.open()

    def _hand_over(self, one: Colleague) -> None:
        """Ask who gets the cases of somebody who leaves, or is away."""
        if self._team is None:
            return
        left, others = self._team.cases.get(one.id, 0), self._team.coordinators
        dialog = HandOverDialog(self.context, one, left, others, self)
        dialog.recorded.connect(partial(self._on_handed_over, dialog, one))
        dialog.open()

    def _on_handed_over(self, dialog: HandOverDialog, one: Colleague, change: Change) -> None:
        self._on_recorded("", change)
        back = self.tr("The cases are back with {name}.").format(name=one.name)
        task = partial(work.hand_back, dialog.taken[-1])
        undo = partial(self._do, task, partial(self._on_recorded, back))
        self._say(self.tr("The cases are handed over."), self.tr("Undo"), undo)

    def _do(self, task: Callable[[Desk], Change], then: Callable[[Change], None]) -> None:
        self.messages.hide()
        self.context.runner.ask(task, then, self._on_failed)

    def _on_suspended(self, one: Colleague, change: Change) -> None:
        told = self.tr("{name} does not open the registry until you allow it again.")
        self._on_recorded("", change)
        self._say(told.format(name=one.name), self.tr("Undo"), partial(self._reactivate, one, again=True))

    def _reactivate(self, one: Colleague, *, again: bool = False) -> None:
        told = (
            self.tr("{name} opens the registry as before.")
            if again
            else self.tr("{name} opens the registry again.")
        )
        self._do(partial(work.reactivate, one.id), partial(self._on_recorded, told.format(name=one.name)))

    @Slot(str)
    def _on_part_forget_wanted(self, computer_id: str) -> None:
        told = self.tr("That computer asks for the passphrase from now on.")
        self._do(partial(work.forget_elsewhere, computer_id), partial(self._on_recorded, told))

    def _on_recorded(self, told: str, change: Change) -> None:
        if self.part.isAncestorOf(self.window().focusWidget()):
            self.list.setFocus()  # before the button goes: Qt would choose the next, which takes the key away
        self.context.bus.changed.emit(change)
        self._ask()
        if told:
            self._say(told)

    def _say(
        self,
        sentence: str,
        action: str = "",
        act: Callable[[], object] | None = None,
        *,
        undoes: bool = True,
    ) -> None:
        """Say what was done, with a button that undoes it, or goes on with what it leads to."""
        self._act = act
        self.messages.show_message(Kind.DONE, sentence, action=action, undoes=undoes and act is not None)

    @Slot()
    def _on_messages_action_chosen(self) -> None:
        act, self._act = self._act, None
        if act is not None:
            act()

    def _on_failed(self, error: KnownError) -> None:
        self.messages.show_message(Kind.ERROR, faults.sentence(error))

    # --- the key of the registry ----------------------------------------------------------------------

    @Slot()
    def _change_key(self) -> None:
        if self._progress is not None:
            return
        self._progress = Progress(_STOPPED)
        self._progress.moved.connect(self.line.show_progress)
        self.line.show_begun()
        task = partial(work.change_key, self._progress)
        self.context.runner.ask(task, self._on_key_changed, self._on_key_change_failed)

    @Slot()
    def _on_line_stop_wanted(self) -> None:
        if self._progress is not None:
            self._progress.stop()

    def _on_key_changed(self, _nothing: None) -> None:
        self._progress = None
        self.line.show_nothing()
        self._ask()
        one = self.chosen()
        left = self._team.cases.get(one.id, 0) if one and self._team else 0
        if one is not None and left:
            told = self.tr(
                "The key is taken away and the registry has a new one. {name} still has cases or agreements: {count}."
            ).format(name=one.name, count=left)
            self._say(told, self.tr("Hand over"), partial(self._hand_over, one), undoes=False)
        else:
            self._say(self.tr("The key is taken away and the registry has a new one."))

    def _on_key_change_failed(self, error: KnownError) -> None:
        self._progress = None
        self.line.show_due()
        kind = Kind.WARNING if isinstance(error, StoppedError) else Kind.ERROR
        self.messages.show_message(kind, faults.sentence(error))
        self._ask()
