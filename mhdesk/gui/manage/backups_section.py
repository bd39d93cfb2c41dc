"""Backups: whether all is well, making one, where they go, and which there are."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from mhdesk.domain.backups import Backup, BackupPlace, Holdings, PlaceKind
from mhdesk.domain.change import Change
from mhdesk.domain.dates import display_day
from mhdesk.domain.people import Permission
from mhdesk.errors import KnownError
from mhdesk.gui import faults, file_dialogs, words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.look.roles import Role
from mhdesk.gui.manage import backup_words, backup_work
from mhdesk.gui.manage.backup_part import BackupPart
from mhdesk.gui.manage.backup_work import Backups
from mhdesk.gui.manage.section import ManageSection
from mhdesk.gui.manage.state_line import StateLine
from mhdesk.gui.progress import Progress, StoppedError
from mhdesk.gui.restoring.page import RestorePage
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.buttons import PrimaryButton, QuietButton
from mhdesk.gui.widgets.labels import Paragraph, Section
from mhdesk.gui.widgets.list_view import ListView
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.rows import LinesModel
from mhdesk.gui.widgets.summary import bring_to

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.backups import Made

_PERCENT = 100
_STOPPED = "backups.stopped"
_GRAVE = frozenset({"backups.never", "backups.old", "backups.last_failed", "backups.second_gone"})


class BackupsSection(ManageSection):
    """Say how the backups stand, make one, and list them; what can be done with the chosen one stands beside."""

    key, icon = "backups", "download"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._found: Backups | None = None
        self._progress: Progress | None = None
        self.state = StateLine()
        self.more = Paragraph("", Type.TEXT, Role.SECOND)
        self.make = PrimaryButton(self.tr("Make a backup now"))
        self.stop = QuietButton(self.tr("Stop"), keys="Esc")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far the backup is"))
        self.model = LinesModel(self)
        self.list = ListView(name=self.tr("Backups"), whole=True)
        self.list.setModel(self.model)
        user = context.user
        self.part = BackupPart(
            may_try=user.may(Permission.VERIFY), may_restore=user.may(Permission.ADMINISTER)
        )
        self.second = Paragraph("", Type.CAPTION, Role.SECOND)
        self.choose = QuietButton(self.tr("Choose a second place…"))
        self.drop = QuietButton(self.tr("No second place any more"))
        self._may_choose = user.may(Permission.ADMINISTER)
        self.choose.setVisible(self._may_choose)
        self._fill()
        self._connect()
        self._show_doing(False)

    @staticmethod
    def word() -> str:
        return QCoreApplication.translate("BackupsSection", "Backups")

    def _fill(self) -> None:
        self.set_summary(self.tr("mhdesk makes one by itself at the end of a day's work."))
        self.main.add(self.state)
        self.main.add(self.more, before=sizes.S8)
        self.main.add(self.make, before=sizes.S16)
        self.main.add(self.bar, before=sizes.S16)
        self.main.add(self.stop, before=sizes.S8)
        self.main.add(Section(self.tr("Which there are")), before=sizes.S24)
        self.main.add(self.list, before=sizes.S8)
        self.main.fill()
        self.side.add(self.part)
        self.side.add_hairline()
        self.side.add(Section(self.tr("Second place"), small=True), before=sizes.S16)
        self.side.add(self.second, before=sizes.S8)
        self.side.add(self.choose, before=sizes.S8)
        self.side.add(self.drop)
        self.side.fill()
        self.set_keyhints(
            KeyHint("↑ ↓", self.tr("choose a backup")), KeyHint("Enter", self.tr("what can be done"))
        )

    def _connect(self) -> None:
        self.make.clicked.connect(self._on_make_clicked)
        self.stop.clicked.connect(self._on_stop_clicked)
        self.list.row_chosen.connect(self._on_list_row_chosen)
        self.list.row_opened.connect(self._on_list_row_opened)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.drop.clicked.connect(self._on_drop_clicked)
        self.part.try_wanted.connect(self._on_part_try_wanted)
        self.part.restore_wanted.connect(self._on_part_restore_wanted)

    def entered(self) -> None:
        self._ask()
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- how they stand -----------------------------------------------------------------------------

    def _ask(self) -> None:
        self.context.runner.ask(backup_work.look, self._on_found, self._on_failed)

    def _on_found(self, found: Backups) -> None:
        chosen = self.chosen()
        self._found = found
        listed = found.listed()
        self.model.set_items(backup_words.rows(listed, found.today))
        names = [backup.folder for _, backup in listed]
        place = names.index(chosen[1].folder) if chosen and chosen[1].folder in names else 0
        self.list.setVisible(bool(listed))
        self.part.setVisible(bool(listed))
        if listed:
            self.list.choose_row(self.model.row_of(place))
        self._show_state(found)
        self._show_second(found)

    def _show_state(self, found: Backups) -> None:
        first, *others = [one.sentence() for one in found.warnings] or [""]
        if first:
            grave = found.warnings[0].code in _GRAVE
            self.state.show_state(Mark.LATE if grave else Mark.NOT_YET, first)
        else:
            newest = found.listed()[0][1].made_on
            day = words.weekday_day(newest, found.today)
            self.state.show_state(
                Mark.DONE, self.tr("All is well. The last one is of {day}.").format(day=day)
            )
        if found.test_is_due:
            others.append(self.tr("Try once a year whether a backup can be put back. Choose one below."))
        elif found.tested_on:
            tried = self.tr("One was put back on trial on {day}.")
            others.append(tried.format(day=display_day(found.tested_on)))
        self.more.set_plain("\n".join(others))
        self.more.setVisible(bool(others))

    def _show_second(self, found: Backups) -> None:
        second = next((place for place in found.places if place.kind is PlaceKind.SECOND), None)
        self.drop.setVisible(second is not None and self._may_choose)
        if second is None:
            none = self.tr("None. A stick or another disk keeps the registry when this computer is lost.")
            self.second.set_plain(none)
        else:
            free = self.tr("{size} free").format(size=backup_words.size(second.free))
            state = free if second.here else self.tr("not there now")
            self.second.set_plain(f"{second.folder}\n{state}")

    def chosen(self) -> tuple[BackupPlace, Backup] | None:
        """Return the backup that the cursor is on, with its place."""
        number = self.list.current_id()
        return self._found.listed()[number] if self._found and number is not None else None

    @Slot(int)
    def _on_list_row_chosen(self, _number: int) -> None:
        if one := self.chosen():
            self.part.show_backup(*one)

    @Slot(int)
    def _on_list_row_opened(self, _number: int) -> None:
        """Go on to what can be done with the backup."""
        buttons: list[QWidget] = [self.part.try_it, self.part.restore]
        if first := next((button for button in buttons if button.isVisible()), None):
            bring_to(first)

    # --- making one ------------------------------------------------------------------------------------

    @Slot()
    def _on_make_clicked(self) -> None:
        if self._progress is not None:
            return
        self.messages.hide()
        self._progress = Progress(_STOPPED)
        self._progress.moved.connect(self._on_progress_moved)
        self._show_doing(True)
        self.context.runner.ask(partial(backup_work.make, self._progress), self._on_made, self._on_failed)

    def _show_doing(self, doing: bool) -> None:
        self.make.setVisible(not doing)
        self.bar.setVisible(doing)
        self.bar.setRange(0, 0)
        self.stop.setVisible(doing and self._progress is not None)

    @Slot(int, int)
    def _on_progress_moved(self, done: int, steps: int) -> None:
        share = done * _PERCENT // steps if steps else 0
        self.bar.setRange(0, _PERCENT if share < _PERCENT else 0)  # the checks that follow cannot be measured
        self.bar.setValue(share)

    @Slot()
    def _on_stop_clicked(self) -> None:
        if self._progress is not None:
            self._progress.stop()

    def _on_made(self, made: Made) -> None:
        self._rest()
        self.context.bus.changed.emit(made.change)
        told = self.tr("Made and checked, with {signals} in it.").format(
            signals=words.count("signal", made.holds.signals)
        )
        kind = Kind.WARNING if made.notices else Kind.DONE
        self.messages.show_message(kind, " ".join([told, *(notice.sentence() for notice in made.notices)]))
        self._ask()

    def _rest(self) -> None:
        self._progress = None
        self._show_doing(False)
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: KnownError) -> None:
        self._rest()
        kind = Kind.DONE if isinstance(error, StoppedError) else Kind.ERROR
        self.messages.show_message(kind, faults.sentence(error))
        if self._found is not None:
            self.context.runner.ask(backup_work.look, self._on_found, self._on_looking_failed)

    def _on_looking_failed(self, error: KnownError) -> None:
        """Leave what stands there: the first error tells more."""
        faults.known(error)

    # --- the second place ------------------------------------------------------------------------------

    @Slot()
    def _on_choose_clicked(self) -> None:
        title = self.tr("Where should backups go too?")
        file_dialogs.choose_folder(self, title, self.choose_place)

    @Slot()
    def _on_drop_clicked(self) -> None:
        self.choose_place(None)

    def choose_place(self, place: Path | None) -> None:
        """Let backups also go to a folder, or to none."""
        self.messages.hide()
        task = partial(backup_work.choose_place, place)
        self.context.runner.ask(task, partial(self._on_place_chosen, place), self._on_failed)

    def _on_place_chosen(self, place: Path | None, change: Change) -> None:
        self.context.bus.changed.emit(change)
        told = self.tr("Backups go there too from now on. Make one now to see that it works.")
        none = self.tr("Backups stand with the registry only from now on.")
        self.messages.show_message(Kind.DONE, told if place else none)
        self._ask()

    # --- the chosen one ----------------------------------------------------------------------------------

    @Slot()
    def _on_part_try_wanted(self) -> None:
        one = self.chosen()
        if one is None or self._progress is not None:
            return
        self.messages.hide()
        self._show_doing(True)
        task = partial(backup_work.try_restore, one[1].folder)
        self.context.runner.ask(task, self._on_tried, self._on_failed)

    def _on_tried(self, held: Holdings) -> None:
        self._rest()
        told = self.tr("It can be put back: everything was read, {signals}. Nothing was changed.")
        self.messages.show_message(Kind.DONE, told.format(signals=words.count("signal", held.signals)))
        self._ask()

    @Slot()
    def _on_part_restore_wanted(self) -> None:
        if one := self.chosen():
            self.restore(one[1])

    def restore(self, backup: Backup) -> None:
        """Lead to putting a backup back; after that nobody has the registry open."""
        page = RestorePage(self.context, backup.folder)
        page.opening_wanted.connect(self.context.navigator.lock)
        self.lead_to(page)
