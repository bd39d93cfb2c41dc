"""Note what a caller tells while somebody else has the registry open: few fields, nothing asked, sealed at once."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mhdesk.domain import dates
from mhdesk.domain.quick_notes import QuickNote
from mhdesk.domain.registries import region_municipalities
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.errors import KnownError
from mhdesk.gui import faults, words
from mhdesk.gui.entry.frame import EntryFrame
from mhdesk.gui.entry.note_keeping import NoteKeeper
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.runner import DeskRunner
from mhdesk.gui.signals import options
from mhdesk.gui.signals.part import Part
from mhdesk.gui.widgets.buttons import PrimaryButton, QuietButton
from mhdesk.gui.widgets.dialog import Decision
from mhdesk.gui.widgets.editors import TIME_WIDTH
from mhdesk.gui.widgets.fields import Choice, DateEditor, LongTextEditor, TextEditor
from mhdesk.gui.widgets.labels import Label, Paragraph
from mhdesk.gui.widgets.messages import Kind, MessageBar

if TYPE_CHECKING:  # see opening.py
    from mhdesk.vault import Pen

_WIDTH: Final = 520
_HALF: Final = 250


class DiscardNoteDialog(Decision):
    """Ask whether what was noted is really to go: it cannot be brought back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            self.tr("Throw this note away?"),
            self.tr("What you typed is gone then, also from the folder of the registry."),
            self.tr("Throw away"),
            parent,
        )
        self.primary.setDefault(False)
        self.cancel.setDefault(True)
        self.cancel.setFocus()


class QuickNotePage(EntryFrame):
    """Ask who calls, when, where, and what is told; all of it may stay empty.

    What is typed is sealed in each pause. ``left`` carries whether a note was kept: it cannot be read back here.
    """

    left = QtSignal(bool)

    def __init__(self, runner: DeskRunner, pen: Pen, user_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=_WIDTH)
        self._unattended = False
        self.messages = MessageBar()
        self.part = Part()
        self._lines = {name: TextEditor(width=_HALF) for name in ("caller", "number")}
        self._day, self._time = DateEditor(), TextEditor(width=TIME_WIDTH)
        self._municipality, self._form = Choice(width=_HALF), Choice(width=_HALF)
        self._story = LongTextEditor(width=_WIDTH)
        self.status = Label("", Type.CAPTION, Role.SECOND)
        self.done = PrimaryButton(self.tr("Keep and close"), keys="Ctrl+Return")
        self.discard = QuietButton(self.tr("Throw away"))
        self.keeper = NoteKeeper(runner, pen, self.note, self)
        self.name_registry(pen.folder)
        self._fill_choices()
        self._ask()
        self._lay_out(user_name.strip())
        self._connect()

    def _fill_choices(self) -> None:
        now = datetime.now().astimezone()
        self._day.expect(now.date())
        self._day.setText(dates.display_day(now.date()))
        self._time.setText(f"{now:%H:%M}")
        self._municipality.set_options(options.municipalities(region_municipalities(), now.date()))
        self._municipality.set_code(UNKNOWN)
        self._form.set_options(options.options("exploitation_forms"))
        self._form.set_code(UNKNOWN)

    def _ask(self) -> None:
        part, pair = self.part, (1, 1)
        caller = part.ask("caller", self.tr("Who calls"), self._lines["caller"])
        number = part.ask("number", self.tr("Phone number"), self._lines["number"])
        part.add_pair(caller, number, shares=pair)
        moment = QHBoxLayout()
        moment.setSpacing(sizes.S12)
        top = Qt.AlignmentFlag.AlignTop
        moment.addWidget(part.ask("received_on", self.tr("Called on"), self._day), 0, top)
        moment.addWidget(part.ask("received_time", self.tr("at"), self._time), 0, top)
        moment.addStretch(1)
        self._time.setAccessibleName(self.tr("Called at what time"))
        part.column.addLayout(moment)
        part.column.addWidget(part.ask("story", self.tr("What is told"), self._story))
        place = part.ask("municipality", self.tr("Municipality"), self._municipality, optional=True)
        form = part.ask("form", self.tr("Form of exploitation"), self._form, optional=True)
        part.add_pair(place, form, shares=pair)

    def _lay_out(self, user_name: str) -> None:
        actions = QHBoxLayout()
        actions.setSpacing(sizes.S24)
        for widget in (self.done, self.discard):
            actions.addWidget(widget)
        actions.addStretch(1)
        actions.addWidget(self.status)
        sentence = self.tr(
            "Sealed from the first words on. It stands on everybody's Today, under {name}, once the registry is opened."
        )
        explained = Paragraph(sentence.format(name=user_name), Type.TEXT, Role.SECOND)
        stack: tuple[tuple[QWidget, int], ...] = (
            (Label(self.tr("Note quickly"), Type.TITLE), 0),
            (explained, sizes.S8),
            (self.messages, sizes.S8),
            (self.part, sizes.S16),
        )
        for part, before in stack:
            self.column.addSpacing(before)
            self.column.addWidget(part)
        self.column.addSpacing(sizes.S16)
        self.column.addLayout(actions)

    def _connect(self) -> None:
        self.part.edited.connect(self._on_part_edited)
        self.done.clicked.connect(self.leave)
        self.discard.clicked.connect(self._on_discard_clicked)
        self.keeper.unkept.connect(self._on_keeper_unkept)
        self.keeper.kept.connect(self._on_keeper_kept)
        self.keeper.failed.connect(self._on_keeper_failed)

    def entered(self) -> None:
        """Put the focus where the call begins."""
        self.part.fields["caller"].take_focus()

    def tell(self, kind: Kind, sentence: str) -> None:
        """Say something above the form."""
        self.messages.show_message(kind, sentence, closable=False)

    def fill_in(self, note: QuickNote) -> None:
        """Show a caller and a story."""
        self._lines["caller"].setText(note.caller)
        self._lines["number"].setText(note.number)
        self._story.setText(note.story)

    def note(self) -> QuickNote:
        """Return what was typed."""
        return QuickNote(
            caller=self._lines["caller"].text(),
            number=self._lines["number"].text(),
            received_on=self._day.typed(),
            received_time=self._time.text(),
            municipality=self._municipality.code(),
            form=self._form.code(),
            story=self._story.text(),
        )

    @Slot()
    def leave(self) -> None:
        """Keep what is typed, and let `left` follow; where that fails say why and stay."""
        self._day.settle()
        self.keeper.settle(self._forget, keep=True)

    @Slot()
    def leave_unattended(self) -> None:
        """Leave while nobody is there: nothing stays on the screen, also what cannot be kept."""
        self._unattended = True
        self.part.hide()
        self.leave()

    def _forget(self) -> None:
        kept = not self.note().is_blank() and not self.keeper.is_dirty()
        self.keeper.finish()
        self._wipe()
        self.left.emit(kept)

    def _wipe(self) -> None:
        for line in self._lines.values():
            line.wipe()
        self._story.wipe()

    @Slot(object)
    def _on_part_edited(self, _field: object) -> None:
        self.keeper.mark_changed()

    @Slot()
    def _on_keeper_unkept(self) -> None:
        self.status.setText(self.tr("Not kept yet"))

    @Slot(object)
    def _on_keeper_kept(self, moment: object) -> None:
        if isinstance(moment, datetime):
            self.messages.hide()
            kept = "" if self.note().is_blank() else self.tr("Sealed and kept at {time}")
            self.status.setText(kept.format(time=words.time_of(moment)))

    @Slot(object)
    def _on_keeper_failed(self, error: object) -> None:
        if isinstance(error, KnownError):
            self.tell(Kind.ERROR, faults.sentence(error))
        if self._unattended:
            self._forget()

    @Slot()
    def _on_discard_clicked(self) -> None:
        if self.note().is_blank():
            self.leave()
            return
        dialog = DiscardNoteDialog(self)
        dialog.accepted.connect(self._on_dialog_accepted)
        dialog.open()

    @Slot()
    def _on_dialog_accepted(self) -> None:
        """Take the note back: one in which nothing stands is removed when it is kept."""
        self._wipe()
        for choice in (self._municipality, self._form):
            choice.set_code(UNKNOWN)
        self.keeper.mark_changed()
        self.leave()
