"""Prove a backup, show what it holds and what would be lost, and put it back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from mhdesk.errors import KnownError
from mhdesk.gui import faults, file_dialogs, words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.look.roles import Role
from mhdesk.gui.manage import backup_words
from mhdesk.gui.manage.state_line import StateLine
from mhdesk.gui.progress import Progress, StoppedError
from mhdesk.gui.restoring.work import Wanted, Way, found_in
from mhdesk.gui.signals.part import is_empty
from mhdesk.gui.widgets.buttons import PrimaryButton, QuietButton
from mhdesk.gui.widgets.choices import Choice
from mhdesk.gui.widgets.editors import PassphraseEditor, TextEditor
from mhdesk.gui.widgets.fields import Field
from mhdesk.gui.widgets.labels import Paragraph
from mhdesk.gui.widgets.messages import Kind, MessageBar, announce
from mhdesk.wording import say

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.restoring import Inspection, Restored

_WIDTH: Final = 420
_STOPPED: Final = "backups.restore_stopped"
_NO_REGISTRY: Final = "backups.loss_no_registry"
_UNFINISHED: Final = "backups.restore_unfinished"
_AT_PASSPHRASE: Final = frozenset({"vault.wrong_passphrase", "vault.passphrase_empty"})


class RestoreForm(QWidget):
    """Two steps: look what is in the backup, then put it back.

    ``restored`` carries sentences about what came of it; ``lost`` follows an error after which the registry must be
    opened anew. With ``user_name`` and ``backup`` given neither is asked; with ``place`` it is asked where the registry
    comes, and that is proposed.
    """

    restored = QtSignal(list)
    lost = QtSignal()

    def __init__(
        self,
        way: Way,
        *,
        backup: Path | None = None,
        user_name: str = "",
        place: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._way = way
        self._backup = backup
        self._user_name = user_name
        self._asks_place = place is not None
        self._busy = False
        self._progress: Progress | None = None
        self._inspected: Wanted | None = None
        self.messages = MessageBar()
        self.choice = Choice(width=_WIDTH)
        nothing_known = self._asks_place
        self.other = QuietButton(
            self.tr("Choose the folder…") if nothing_known else self.tr("Another folder…")
        )
        self._name = TextEditor(width=_WIDTH)
        self._proof = PassphraseEditor(width=_WIDTH)
        self._place = TextEditor(width=_WIDTH)
        self._place.setText(str(place or ""))
        self.choose = QuietButton(self.tr("Choose where…"))
        hint = self.tr("the one of that day")
        self.fields = {
            "backup": Field(self.tr("Which backup"), self.choice),
            "place": Field(self.tr("Where the registry comes"), self._place),
            "name": Field(self.tr("Name"), self._name),
            "passphrase": Field(self.tr("Your passphrase"), self._proof, hint=hint),
        }
        self.look = PrimaryButton(self.tr("Look what is in it"))
        self.state = StateLine()
        self.told = Paragraph("", Type.TEXT, Role.SECOND)
        self.put_back = PrimaryButton(self.tr("Put it back"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far it is"))
        self.stop = QuietButton(self.tr("Stop"))
        self._lay_out()
        self._connect()
        self._show_step(None)
        self._rest(busy=False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S12)
        column.addWidget(self.messages)
        for field in self.fields.values():
            field.setMaximumWidth(_WIDTH)
            column.addWidget(field)
        asked = self._backup is None
        self.fields["backup"].setVisible(asked)
        self.other.setVisible(asked)
        self.fields["place"].setVisible(self._asks_place)
        self.choose.setVisible(self._asks_place)
        self.fields["name"].setVisible(not self._user_name)
        column.insertWidget(2, self.other)
        column.insertWidget(4, self.choose)
        column.addWidget(self.look)
        column.addWidget(self.state)
        column.addWidget(self.told)
        column.addWidget(self.put_back)
        column.addWidget(self.bar)
        column.addWidget(self.stop)
        column.addStretch(1)

    def _connect(self) -> None:
        self.look.clicked.connect(self._on_look_clicked)
        self.put_back.clicked.connect(self._on_put_back_clicked)
        self.other.clicked.connect(self._on_other_clicked)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.stop.clicked.connect(self._on_stop_clicked)
        self._proof.returnPressed.connect(self._on_look_clicked)
        for editor in (self._proof, self._name, self._place, self.choice):
            editor.edited.connect(self._on_edited)

    # --- what is filled in ----------------------------------------------------------------------------

    def offer(self, backups: list[tuple[Path, str]]) -> None:
        """Let one of these backups be chosen, each with its day; the newest is chosen first."""
        self.choice.set_options((str(path), f"{day}   {path.name}") for path, day in backups)
        if backups:
            self.choice.set_code(str(backups[0][0]))

    def fill_in(self, user_name: str) -> None:
        """Fill a name in that is known."""
        self._name.setText(user_name)

    def fill_in_passphrase(self, words: str) -> None:
        """Fill in a passphrase that everybody may know: that of the fictitious registry."""
        self._proof.setText(words)

    def take_focus(self) -> None:
        """Put the focus where typing begins."""
        asked = [field for field in self.fields.values() if not field.isHidden()]
        unknown = [field for field in asked if is_empty(field)]
        (unknown or asked)[0].take_focus()

    def forget(self) -> None:
        """Empty what was typed."""
        self._inspected = None
        self.fields["passphrase"].wipe()
        self._show_step(None)

    def _wanted(self) -> Wanted:
        chosen = self._backup or Path(self.choice.code())
        return Wanted(chosen, self._user_name or self._name.text(), self._proof.passphrase(), self.folder())

    def folder(self) -> Path | None:
        """Return where the registry comes as typed, None where that is not asked."""
        return Path(self._place.text().strip()).expanduser() if self._asks_place else None

    def _check(self) -> bool:
        missing = {
            "backup": "backups.choose_one" if not (self._backup or self.choice.code()) else "",
            "place": "backups.choose_place" if self._asks_place and not self._place.text().strip() else "",
            "name": "vault.name_empty" if not (self._user_name or self._name.text().strip()) else "",
            "passphrase": "vault.passphrase_empty" if not self._proof.text() else "",
        }
        for name, code in missing.items():
            self.fields[name].set_error(say(code) if code else None)
        wrong = next((self.fields[name] for name, code in missing.items() if code), None)
        if wrong is not None:
            wrong.take_focus()
        return wrong is None

    @Slot()
    def _on_other_clicked(self) -> None:
        file_dialogs.choose_folder(self, self.tr("Where is the backup?"), self.add)

    def add(self, folder: Path) -> None:
        """Offer what lies in a folder that somebody chose, or that folder itself, and choose the newest."""
        if found := found_in(folder):
            self.offer(found)
        else:
            self.choice.addItem(str(folder), str(folder))
            self.choice.set_code(str(folder))
        self._on_edited()

    @Slot()
    def _on_choose_clicked(self) -> None:
        file_dialogs.choose_folder(
            self, self.tr("In which folder does the registry come?"), self._on_place_chosen
        )

    def _on_place_chosen(self, folder: Path) -> None:
        """Propose a folder of its own in the chosen one, unless that is empty."""
        empty = not any(folder.iterdir())
        self._place.setText(str(folder if empty else folder / Path(self._place.text()).name))
        self._on_edited()

    @Slot()
    def _on_edited(self) -> None:
        for field in self.fields.values():
            field.set_error(None)
        if self._inspected is not None:
            self._inspected = None
            self._show_step(None)

    # --- looking ------------------------------------------------------------------------------------------

    @Slot()
    def _on_look_clicked(self) -> None:
        self.messages.hide()
        if self._busy or not self._check():
            return
        wanted = self._wanted()
        self._rest(busy=True)
        self._way.inspect(wanted, self._begun(), self._on_inspected, self._on_failed)
        self._inspected = wanted

    def _on_inspected(self, found: Inspection) -> None:
        self._rest(busy=False)
        self._show_step(found)
        announce(self, self.state.sentence())
        self.put_back.setFocus()

    def _show_step(self, found: Inspection | None) -> None:
        for widget in (self.state, self.told, self.put_back):
            widget.setVisible(found is not None)
        self.look.setVisible(found is None)
        if found is None:
            return
        held = self.tr("This backup is whole: {signals} and {persons}, from {span}.")
        sentence = held.format(
            signals=words.count("signal", found.holds.signals),
            persons=words.count("person", found.holds.persons),
            span=backup_words.span(found.holds),
        )
        self.state.show_state(Mark.DONE, sentence)
        lines = [found.loss.sentence(), *(notice.sentence() for notice in found.notices)]
        if found.loss.code != _NO_REGISTRY:
            lines.append(self.tr("The registry of now is put aside, not thrown away."))
        self.told.set_plain("\n".join(lines))

    # --- putting back ---------------------------------------------------------------------------------------

    @Slot()
    def _on_put_back_clicked(self) -> None:
        if self._busy or self._inspected is None:
            return
        self.messages.hide()
        self._rest(busy=True)
        self._way.restore(self._inspected, self._begun(), self._on_restored, self._on_restore_failed)

    def _on_restored(self, restored: Restored) -> None:
        self._rest(busy=False)
        self.forget()
        self.restored.emit(_told(restored))

    def _on_restore_failed(self, error: KnownError) -> None:
        self._on_failed(error)
        if error.code == _UNFINISHED:
            self.lost.emit()

    def _on_failed(self, error: KnownError) -> None:
        self._rest(busy=False)
        self._inspected = None
        self._show_step(None)
        sentence = faults.sentence(error)
        if error.code in _AT_PASSPHRASE:
            self.fields["passphrase"].set_error(sentence)
            self.fields["passphrase"].take_focus()
        else:
            kind = Kind.DONE if isinstance(error, StoppedError) else Kind.ERROR
            self.messages.show_message(kind, sentence)

    # --- how far it is --------------------------------------------------------------------------------------

    def _begun(self) -> Progress:
        """Return what tells how far the task is that begins now."""
        self._progress = Progress(_STOPPED)
        self._progress.moved.connect(self._on_progress_moved)
        return self._progress

    @Slot(int, int)
    def _on_progress_moved(self, done: int, steps: int) -> None:
        self.bar.setRange(0, steps if done < steps else 0)
        self.bar.setValue(done)
        self.stop.setVisible(self._busy and done < steps)  # once the files change places nothing stops it

    @Slot()
    def _on_stop_clicked(self) -> None:
        if self._progress is not None:
            self.stop.setEnabled(False)
            self._progress.stop()

    def _rest(self, *, busy: bool) -> None:
        self._busy = busy
        for editor in (self._proof, self._name, self._place):
            editor.setReadOnly(busy)
        self.choice.setEnabled(not busy)
        self.bar.setRange(0, 0)
        self.bar.setVisible(busy)
        self.stop.setEnabled(busy)
        self.stop.setVisible(busy)
        self.look.setText(self.tr("Looking…") if busy else self.tr("Look what is in it"))
        self.put_back.setText(self.tr("Putting it back…") if busy else self.tr("Put it back"))


def _told(restored: Restored) -> list[str]:
    """Return what a restore came to, in sentences."""
    lines = [say("backups.put_back")]
    if restored.replaced:
        lines.append(say("backups.kept_aside", folder=str(restored.replaced)))
    if restored.forgotten:
        lines.append(say("backups.forgotten", count=restored.forgotten))
    if restored.ended:
        lines.append(say("backups.ended", count=restored.ended))
    if restored.loss.colleagues:
        lines.append(say("backups.came", count=restored.loss.colleagues))
    return lines + [notice.sentence() for notice in restored.notices]
