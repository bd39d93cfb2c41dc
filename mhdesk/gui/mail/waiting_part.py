"""The files that wait with a draft: what goes along when it is recorded, and what still lies elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from mhdesk.domain.attachments import ParkedFile
from mhdesk.domain.change import Change
from mhdesk.errors import KnownError
from mhdesk.gui import faults
from mhdesk.gui.bus import Bus
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.mail.file_words import kind_and_size
from mhdesk.gui.runner import Runner
from mhdesk.gui.signals.blocks import column, empty_out
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.labels import Paragraph, Section
from mhdesk.gui.widgets.messages import Kind, MessageBar
from mhdesk.gui.widgets.toggles import Check

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk


def _waiting(draft_id: int, desk: Desk) -> tuple[ParkedFile, ...]:
    from mhdesk.desk import mail_in

    return mail_in.waiting(desk, draft_id)


def _choose(draft_id: int, file_id: int, wanted: bool, desk: Desk) -> Change:
    from mhdesk.desk import mail_in

    return mail_in.choose(desk, draft_id, file_id, wanted=wanted)


class WaitingFilesPart(QWidget):
    """A box for each file of a draft: with a tick it goes along. Hidden where nothing waits.

    What is chosen is kept at once: the draft survives a lock with it.
    """

    def __init__(self, runner: Runner, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._bus = bus
        self._draft_id = 0
        self.boxes: dict[int, Check] = {}
        self.advice = MessageBar()
        self._inner = QWidget()
        self._lines = column(self._inner, sizes.S8)
        self._lines.setContentsMargins(sizes.S4, 0, 0, 0)  # room for the ring around what has the focus
        lines = column(self, sizes.S12)
        lines.addWidget(Section(self.tr("Files that go along"), small=True))
        lines.addWidget(self.advice)
        lines.addWidget(self._inner)
        self._about = Paragraph("", Type.CAPTION, Role.SECOND)
        lines.addWidget(self._about)
        self.hide()

    def show_of(self, draft_id: int) -> None:
        """Show what waits with a draft, once that is known."""
        self._draft_id = draft_id
        self._runner.ask(partial(_waiting, draft_id), self._on_files_arrived, self._on_failed)

    def set_advice(self, advice: bool) -> None:
        """Say that advice takes no files along."""
        if advice:
            sentence = self.tr(
                "Advice is recorded without the mail and its files: mhdesk cannot see whom they name. "
                "They go with the draft."
            )
            self.advice.show_message(Kind.WARNING, sentence, closable=False)
        else:
            self.advice.hide()
        self._inner.setVisible(not advice)

    def _on_files_arrived(self, files: Sequence[ParkedFile]) -> None:
        empty_out(self._lines)
        self.boxes = {}
        for file in files:
            self._lines.addWidget(self._box(file))
        mail = next((file for file in files if file.is_mail), None)
        if mail is not None:
            said = self.tr(
                "The file itself still lies at {path}. Once this is recorded a task reminds you to delete it, "
                "and the mail in your mailbox."
            )
            self._about.set_plain(said.format(path=mail.lies_at))
        self.setVisible(bool(files))

    def _box(self, file: ParkedFile) -> QWidget:
        itself = self.tr("The mail itself") if file.is_mail else ""
        large = "" if file.kept else self.tr("too large to keep whole; its attachments go along")
        box = Check(file.name, DOT.join(filter(None, (itself, kind_and_size(file), large))))
        box.setChecked(file.wanted)
        box.setEnabled(file.kept)
        box.toggled.connect(partial(self._on_box_toggled, file.id))
        self.boxes[file.id] = box
        return box

    @Slot()
    def _on_box_toggled(self, file_id: int, wanted: bool) -> None:
        work = partial(_choose, self._draft_id, file_id, wanted)
        self._runner.ask(work, self._bus.changed.emit, self._on_failed, owner=self)

    def _on_failed(self, error: KnownError) -> None:
        self.advice.show_message(Kind.ERROR, faults.sentence(error))
