"""A new registry in four steps; from the third on it exists."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.registries import RegistryDraft
from mhdesk.errors import KnownError
from mhdesk.gui import faults
from mhdesk.gui.entry import opening
from mhdesk.gui.entry.opening import Made
from mhdesk.gui.entry.person_step import PersonStep
from mhdesk.gui.entry.prove_page import ProvePage
from mhdesk.gui.entry.registry_step import RegistryStep
from mhdesk.gui.entry.sheet_step import SheetStep
from mhdesk.gui.entry.steps import Steps
from mhdesk.gui.runner import DeskRunner
from mhdesk.gui.widgets.messages import Kind

_FIELD_OF = {
    "vault.folder_not_empty": "folder",
    "vault.folder_refused": "folder",
    "vault.not_writable": "folder",
    "vault.name_empty": "user_name",
    "vault.name_refused": "user_name",
    "vault.passphrase_empty": "passphrase",
    "vault.passphrase_long": "passphrase",
    "vault.passphrase_lines": "passphrase",
    "vault.passphrase_not_text": "passphrase",
    "vault.passphrase_weak": "passphrase",
}


class NewRegistry(QWidget):
    """Walk from nothing to an open registry whose recovery page was typed back.

    ``finished`` carries the :class:`mhdesk.gui.entry.opening.Opened`, also when the page is to be typed back later;
    ``cancelled`` follows the way out of the first step, when nothing exists yet.
    """

    finished = QtSignal(object)
    cancelled = QtSignal()

    def __init__(self, runner: DeskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._made: Made | None = None
        names = (self.tr("The registry"), self.tr("You"), self.tr("Recovery page"), self.tr("Type it back"))
        self._steps = Steps(names)
        self._stack = QStackedWidget()
        self.registry = RegistryStep()
        self.person = PersonStep()
        self.sheet = SheetStep(runner)
        self.prove = ProvePage(runner)
        for page in (self.registry, self.person, self.sheet, self.prove):
            self._stack.addWidget(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._steps)
        row.addWidget(self._stack, 1)
        self._connect()

    def _connect(self) -> None:
        self.registry.finished.connect(self._on_registry_finished)
        self.registry.cancelled.connect(self.cancelled)
        self.person.finished.connect(self._on_person_finished)
        self.person.back_wanted.connect(self._on_back_wanted)
        self.sheet.finished.connect(self._on_sheet_finished)
        self.prove.proven.connect(self._on_proven)
        self.prove.later_wanted.connect(self._on_later_wanted)
        self.prove.sheet_wanted.connect(self._on_sheet_wanted)

    def entered(self) -> None:
        """Begin."""
        self.go_to(self.registry)
        self.registry.entered()

    def go_to(self, page: QWidget) -> None:
        """Show one of the steps."""
        self._stack.setCurrentWidget(page)
        self._steps.go_to(self._stack.currentIndex())

    def _draft(self) -> RegistryDraft:
        draft = RegistryDraft()
        self.registry.fill(draft)
        self.person.fill(draft)
        return draft

    @Slot()
    def _on_registry_finished(self) -> None:
        draft = self._draft()
        self.go_to(self.person)
        self.person.enter(draft.name, draft.organisation)

    @Slot()
    def _on_back_wanted(self) -> None:
        self.go_to(self.registry)
        self.registry.entered()

    @Slot()
    def _on_person_finished(self) -> None:
        self.person.messages.hide()
        self.person.set_busy(True)
        make = partial(
            opening.make_desk,
            self.registry.folder(),
            self._draft(),
            self.person.passphrase(),
            self.registry.second_place(),
        )
        self._runner.open_desk(make, self._on_runner_made, self._on_runner_failed)

    def _on_runner_made(self, made: Made) -> None:
        self.person.set_busy(False)
        self.person.forget()
        self._made = made
        self.sheet.show_key(made.groups)
        self.go_to(self.sheet)

    def _on_runner_failed(self, error: KnownError) -> None:
        self.person.set_busy(False)
        sentences = _at_fields(error)
        if self.registry.show_problems(sentences):
            self.go_to(self.registry)
        elif not self.person.show_problems(sentences):
            self.person.messages.show_message(Kind.ERROR, faults.sentence(error))

    @Slot()
    def _on_sheet_finished(self) -> None:
        self.prove.offer_sheet(saved=self.sheet.saved is not None)
        self.go_to(self.prove)
        self.prove.entered()

    @Slot()
    def _on_sheet_wanted(self) -> None:
        """Show the key again: it is known until this way ends."""
        self.go_to(self.sheet)
        self.sheet.entered()

    @Slot(object)
    def _on_proven(self, _change: object) -> None:
        self._finish(proven=True)

    @Slot()
    def _on_later_wanted(self) -> None:
        self._finish(proven=False)

    def _finish(self, *, proven: bool) -> None:
        if self._made is not None:
            self.sheet.forget()
            saved, opened = self.sheet.saved, self._made.opened
            written = proven or saved is not None
            page = saved if proven else None
            self.finished.emit(replace(opened, recovery_proven=proven, page=page, page_written=written))


def _at_fields(error: KnownError) -> dict[str, str]:
    """Return what an error says by the field that it is about; empty when it is about none."""
    if isinstance(error, ProblemsError):
        return {problem.field: problem.sentence() for problem in error.problems}
    field = _FIELD_OF.get(error.code)
    return {field: faults.sentence(error)} if field else {}
