"""The check: whether the registry is whole, and what to do about everything that is not as it should be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QProgressBar

from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.errors import KnownError
from mhdesk.gui import faults, words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.look.roles import Role
from mhdesk.gui.manage import check_words, check_work
from mhdesk.gui.manage.check_part import AcceptOlderDialog, FindingList
from mhdesk.gui.manage.check_work import CheckRun, CheckState
from mhdesk.gui.manage.section import ManageSection
from mhdesk.gui.manage.state_line import StateLine
from mhdesk.gui.progress import Progress
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.buttons import PrimaryButton, QuietButton
from mhdesk.gui.widgets.labels import Paragraph, Section
from mhdesk.gui.widgets.messages import Kind, announce

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.findings import Finding


class CheckSection(ManageSection):
    """Say when the registry was checked last, check it while others work on, and list what was found."""

    key, icon, permission = "check", "check", Permission.VERIFY

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._run: CheckRun | None = None
        self._progress: Progress | None = None
        self._checked = False
        self._findings: list[Finding] = []
        self.state = StateLine()
        self.check = PrimaryButton(self.tr("Check the registry"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far the check is"))
        self.stop = QuietButton(self.tr("Stop"), keys="Esc")
        self.found = FindingList(self.tr("What the check found"), context.user)
        self._at_opening = Section(self.tr("Noticed when it was opened"))
        self.warnings = FindingList(self.tr("Noticed when it was opened"), context.user)
        self._fill()
        self._connect()
        self._show_doing(False)

    @staticmethod
    def word() -> str:
        return QCoreApplication.translate("CheckSection", "Check")

    def _fill(self) -> None:
        self.main.add(self.state)
        self.main.add(self.check, before=sizes.S16)
        self.main.add(self.bar, before=sizes.S16)
        self.main.add(self.stop, before=sizes.S8)
        self.main.add(self.found, before=sizes.S24)
        self.main.add(self._at_opening, before=sizes.S24)
        self.main.add(self.warnings, before=sizes.S12)
        self.main.fill()
        self.side.add(Section(self.tr("What is checked"), small=True), before=sizes.S4)
        what = self.tr(
            "Every page of the database, every reference between records, the search index, the log from its first"
            " line, the keys, and who else can reach the files."
        )
        self.side.add(Paragraph(what, Type.CAPTION, Role.SECOND), before=sizes.S8)
        more = self.tr(
            "It changes nothing. With many signals it takes half a minute; you can work on meanwhile."
        )
        self.side.add(Paragraph(more, Type.CAPTION, Role.SECOND), before=sizes.S12)
        self.side.fill()
        for widget in (self.found, self._at_opening, self.warnings):
            widget.hide()

    def _connect(self) -> None:
        self.check.clicked.connect(self._on_check_clicked)
        self.stop.clicked.connect(self._on_stop_clicked)
        for findings in (self.found, self.warnings):
            findings.section_wanted.connect(self.section_wanted)
            findings.accept_wanted.connect(self._on_findings_accept_wanted)
            findings.rebuild_wanted.connect(self._on_findings_rebuild_wanted)

    def entered(self) -> None:
        self._ask()
        (self.stop if self._run else self.check).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- how it stands -------------------------------------------------------------------------------

    def _ask(self) -> None:
        self.context.runner.ask(check_work.look, self._on_state_arrived, self._on_failed)

    def _on_state_arrived(self, state: CheckState) -> None:
        known = {one.code for one in self._findings}
        self.warnings.show_findings([one for one in state.warnings if one.code not in known])
        self._at_opening.setVisible(bool(self.warnings.sentences()))
        if not self._checked and self._run is None:
            self._show_last(state)

    def _show_last(self, state: CheckState) -> None:
        if state.last is None:
            self.state.show_state(Mark.TASK, self.tr("The registry was never checked."))
        else:
            day = words.weekday_day(state.last, state.today)
            self.state.show_state(Mark.NONE, self.tr("Last checked on {day}.").format(day=day))

    # --- checking ------------------------------------------------------------------------------------

    @Slot()
    def _on_check_clicked(self) -> None:
        if self._run is not None:
            return
        self.messages.hide()
        self._checked, self._findings = False, []
        self.found.show_findings(())
        run = self._run = CheckRun(self.context.runner, self)
        run.moved.connect(self._on_run_moved)
        run.found.connect(self._on_run_found)
        run.ended.connect(self._on_run_ended)
        run.stopped.connect(self._on_run_stopped)
        run.failed.connect(self._on_run_failed)
        self.state.show_state(Mark.RUNNING, self.tr("The registry is being checked."))
        self._show_doing(True)
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        run.begin()

    def _show_doing(self, doing: bool) -> None:
        self.check.setVisible(not doing)
        self.bar.setVisible(doing)
        self.bar.setRange(0, 0)
        self.stop.setVisible(doing)

    @Slot(int, int)
    def _on_run_moved(self, done: int, every: int) -> None:
        self.bar.setRange(0, every)
        self.bar.setValue(done)

    @Slot(object)
    def _on_run_found(self, findings: object) -> None:
        if isinstance(findings, tuple):
            self._findings += findings
            self.found.show_findings(self._findings)

    @Slot()
    def _on_stop_clicked(self) -> None:
        if self._run is not None:
            self._run.stop()
        if self._progress is not None:
            self._progress.stop()

    @Slot()
    def _on_run_ended(self) -> None:
        self._rest()
        self.show_result(self._findings)
        announce(self.state, self.state.sentence())
        self._ask()

    def show_result(self, findings: list[Finding]) -> None:
        """Say what a check that went on to its end came to."""
        self._checked, self._findings = True, findings
        self.found.show_findings(findings)
        self.state.show_state(Mark.LATE if findings else Mark.DONE, self._result(len(findings)))

    def _result(self, count: int) -> str:
        if count == 0:
            return self.tr("The registry is whole.")
        if count == 1:
            return self.tr("One thing is not as it should be.")
        number = words.sentence_case(words.number_word(count))
        return self.tr("{number} things are not as they should be, the gravest on top.").format(number=number)

    @Slot()
    def _on_run_stopped(self) -> None:
        self._rest()
        self.messages.show_message(Kind.WARNING, self.tr("Stopped. Not everything was checked."))
        self._ask()

    @Slot(object)
    def _on_run_failed(self, error: object) -> None:
        self._rest()
        if isinstance(error, KnownError):
            self._on_failed(error)
        self._ask()

    def _rest(self) -> None:
        """Be ready for another check; who waited at the button to stop finds the next thing to do there."""
        run, self._run = self._run, None
        if run is not None:
            run.deleteLater()
        waits = self.stop.hasFocus()
        self._show_doing(False)
        if waits:
            first = self.found.buttons[0] if self.found.buttons else self.check
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: KnownError) -> None:
        self.messages.show_message(Kind.ERROR, faults.sentence(error))

    # --- a search index that does not say what the records say -------------------------------------------

    @Slot()
    def _on_findings_rebuild_wanted(self) -> None:
        if self._run is not None or self._progress is not None:
            return
        self.messages.hide()
        self._progress = Progress("verify.rebuild_stopped")
        self._progress.moved.connect(self._on_run_moved)
        self._show_doing(True)
        task = partial(check_work.rebuild_search, self._progress)
        self.context.runner.ask(task, self._on_rebuilt, self._on_rebuild_failed)

    def _on_rebuilt(self, change: Change) -> None:
        self._progress = None
        self._rest()
        self.context.bus.changed.emit(change)
        self.show_result([one for one in self._findings if one.code not in check_words.SEARCH])
        self.messages.show_message(Kind.DONE, self.tr("The search index says again what was recorded."))

    def _on_rebuild_failed(self, error: KnownError) -> None:
        self._progress = None
        self._rest()
        self._on_failed(error)

    # --- an older registry that is meant to be there ---------------------------------------------------

    @Slot()
    def _on_findings_accept_wanted(self) -> None:
        dialog = AcceptOlderDialog(self)
        dialog.decided.connect(self._on_dialog_decided)
        dialog.open()

    @Slot()
    def _on_dialog_decided(self) -> None:
        self.context.runner.ask(check_work.accept_older, self._on_accepted, self._on_failed)

    def _on_accepted(self, change: Change) -> None:
        self.context.bus.changed.emit(change)
        if self._checked:
            self.show_result([one for one in self._findings if one.code not in check_words.OLDER])
        told = self.tr("This registry counts from now on. The log says that you decided so.")
        self.messages.show_message(Kind.DONE, told)
        self._ask()
