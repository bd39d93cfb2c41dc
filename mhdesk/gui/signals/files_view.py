"""The files of one signal: what they are, how large, who added them when."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain.attachments import LARGEST_FILE, MOST_FILES, AttachmentView
from mhdesk.domain.signals import Kind
from mhdesk.domain.views import SignalDetails
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.mail import file_words
from mhdesk.gui.signals.blocks import column, marked
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.buttons import QuietButton, SecondaryButton
from mhdesk.gui.widgets.labels import IconMark, Paragraph, Section


def has_files(details: SignalDetails, *, may_write: bool) -> bool:
    """Say whether the page shows files: wherever there are some, and where some can be added."""
    return bool(details.attachments) or (may_write and details.kind != Kind.ADVICE)


def _about(file: AttachmentView, today: date) -> str:
    day = words.weekday_day(file.recorded_at.astimezone().date(), today)
    came = QCoreApplication.translate("FilesBlock", "came with the mail") if file.origin else ""
    return DOT.join(filter(None, (file_words.kind_and_size(file), came, day, file.recorded_by)))


class FilesBlock(QWidget):
    """One entry for each file, and the button that adds one.

    ``add_wanted`` follows its button, ``view_wanted``, ``save_wanted`` and ``removal_wanted`` carry the id of a file.
    """

    add_wanted = QtSignal()
    view_wanted = QtSignal(int)
    save_wanted = QtSignal(int)
    removal_wanted = QtSignal(int)

    def __init__(self, details: SignalDetails, today: date, *, may_write: bool) -> None:
        super().__init__()
        self._files = details.attachments
        self._may_write = may_write
        lines = column(self, sizes.S12)
        head = Section(self.tr("Files"))
        if may_write:
            button = SecondaryButton(self.tr("Add a file…"), keys="F")
            button.clicked.connect(self.add_wanted)
            head.add_right(button)
        lines.addWidget(head)
        for file in self._files:
            lines.addWidget(self._entry(file, today))
        self._total = Paragraph("", Type.CAPTION, Role.SECOND)
        if not self._files:
            self._total.set_plain(self.tr("No files. Drop one here, or add one."))
        lines.addWidget(self._total)
        if may_write:
            lines.addWidget(Paragraph(self._bounds(), Type.CAPTION, Role.SECOND))

    def _bounds(self) -> str:
        """Say beforehand what fits and what can be viewed."""
        said = self.tr(
            "A file may be {size}, and a signal may have {count}. Pictures, PDF, text and mail can be viewed here."
        )
        return said.format(size=file_words.size(LARGEST_FILE), count=MOST_FILES)

    def show_total(self, count: int) -> None:
        """Say how large these files are, and all files of the registry: every backup carries them."""
        if self._files:
            said = self.tr("Together {here}. All files in the registry: {all}.")
            here = file_words.together(self._files)
            self._total.set_plain(said.format(here=here, all=file_words.size(count)))

    def _entry(self, file: AttachmentView, today: date) -> QWidget:
        entry = QWidget()
        inner = QVBoxLayout()
        inner.setSpacing(2)
        inner.addWidget(Paragraph(file.name, Type.STRONG))
        inner.addWidget(Paragraph(_about(file, today), Type.CAPTION, Role.SECOND))
        inner.addLayout(self._buttons(file))
        column(entry).addLayout(marked(IconMark("attachment", Role.SECOND), inner))
        return entry

    def _buttons(self, file: AttachmentView) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.S24)
        view = QuietButton(self.tr("View"), small=True)
        view.setAccessibleName(self.tr("View {name}").format(name=file.name))
        view.clicked.connect(partial(self.view_wanted.emit, file.id))
        row.addWidget(view)
        save = QuietButton(self.tr("Save as…"), small=True)
        save.setAccessibleName(self.tr("Save {name} as").format(name=file.name))
        save.clicked.connect(partial(self.save_wanted.emit, file.id))
        row.addWidget(save)
        if self._may_write:
            remove = QuietButton(self.tr("Take away"), small=True)
            remove.setAccessibleName(self.tr("Take {name} away").format(name=file.name))
            remove.clicked.connect(partial(self.removal_wanted.emit, file.id))
            row.addWidget(remove)
        row.addStretch(1)
        return row
