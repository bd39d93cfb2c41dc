"""Step 3 of a new registry: the recovery key, shown once, and the page on which it is printed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from mhdesk.domain.change import Change
from mhdesk.errors import KnownError
from mhdesk.gui import faults, file_dialogs
from mhdesk.gui.entry import opening
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.runner import Runner
from mhdesk.gui.widgets.bars import ActionBar
from mhdesk.gui.widgets.buttons import PrimaryButton, QuietButton
from mhdesk.gui.widgets.labels import Label, Paragraph, Section
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.page import FORM, Page

_COLUMNS = 4


class SheetStep(Page):
    """Show the key and write its page; ``finished`` follows when somebody goes on to type it back.

    ``saved`` is where the page was written last, None until then.
    """

    finished = QtSignal()

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Recovery page"), parent, shape=FORM)
        self._runner = runner
        self.saved: Path | None = None
        self._groups: tuple[str, ...] = ()
        self._key = QGridLayout()
        self._save = PrimaryButton(self.tr("Save the page as PDF…"))
        self._next = QuietButton(self.tr("It is printed: type it back"))
        self._save.clicked.connect(self._on_save_clicked)
        self._next.clicked.connect(self.finished)
        self._build()

    def _build(self) -> None:
        self.set_summary(self.tr("The registry is made. This key opens it when a passphrase is forgotten."))
        shown = self.tr("The key is shown now and never again. There is no copy at a service or a supplier.")
        self.main.add(Paragraph(shown), before=sizes.S4)
        self._key.setHorizontalSpacing(sizes.S32)
        self._key.setVerticalSpacing(sizes.S16)
        self.main.add_layout(self._key, before=sizes.S24)
        self.main.fill()
        self.side.add(Section(self.tr("What to do with it"), small=True), before=sizes.S4)
        steps = (
            self.tr("1. Save the page, print it, and check that the print can be read."),
            self.tr("2. Keep the print in a safe or with somebody else, never with this computer."),
            self.tr("3. Throw the PDF away: who has it and the computer can open everything."),
            self.tr("4. Type the key back from the print. So you know that it works before you need it."),
        )
        for sentence in steps:
            self.side.add(Paragraph(sentence, Type.CAPTION, Role.SECOND), before=sizes.S8)
        self.side.fill()
        self.set_action_bar(ActionBar(self._save, self._next))

    def show_key(self, groups: tuple[str, ...]) -> None:
        """Show the groups of the recovery key."""
        self._groups = groups
        for place, group in enumerate(groups):
            row, column = divmod(place, _COLUMNS)
            number = Label(str(place + 1), Type.CAPTION, Role.SECOND)
            letters = Label(group, Type.TITLE)
            letters.setAccessibleName(
                self.tr("Group {number}: {letters}").format(number=place + 1, letters=" ".join(group))
            )
            self._key.addWidget(number, 2 * row, column)
            self._key.addWidget(letters, 2 * row + 1, column)
        self._key.setColumnStretch(_COLUMNS, 1)
        self.entered()

    def entered(self) -> None:
        """Put the focus on what is to be done next."""
        (self._save if self.saved is None else self._next).setFocus()

    def forget(self) -> None:
        """Take the key off the screen."""
        self._groups = ()
        while (item := self._key.takeAt(0)) is not None:
            if (label := item.widget()) is not None:
                label.deleteLater()

    @Slot()
    def _on_save_clicked(self) -> None:
        proposal = Path.home() / self.tr("mhdesk recovery page.pdf")
        title = self.tr("Where to save the recovery page?")
        file_dialogs.save_file(self, title, self.tr("PDF (*.pdf)"), proposal, self._on_place_chosen)

    def _on_place_chosen(self, path: Path) -> None:
        write = partial(opening.write_page, self._groups, path)
        self._runner.ask(write, partial(self._on_page_written, path), self._on_page_failed)

    def _on_page_written(self, path: Path, _change: Change) -> None:
        self.saved = path
        words = self.tr("Saved as {path}. Print it, and throw the file away afterwards.")
        self.messages.show_message(Kind.DONE, words.format(path=path), closable=False)
        self._next.setFocus()

    def _on_page_failed(self, error: KnownError) -> None:
        self.messages.show_message(Kind.ERROR, faults.sentence(error))
