"""Quiet lines beside the form: other signals with the same lead or number, to be opened or noted as related."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.domain.leads import LeadDraft
from mhdesk.domain.text import clean
from mhdesk.gui.look import sizes
from mhdesk.gui.runner import Runner
from mhdesk.gui.signals.blocks import column
from mhdesk.gui.signals.known_part import KnownLine
from mhdesk.gui.signals.lead_words import same_words
from mhdesk.gui.signals.matching import PAUSE_MS
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.messages import announce

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk
    from mhdesk.desk.sharing import LeadHints, SameLead

NOTE_KEYS: Final = "Alt+L"
_AGAIN_MS: Final = 1_000
_MOST: Final = 3

Asked = tuple[list[LeadDraft], list[str]]


def _same_leads(asked: Asked, desk: Desk) -> LeadHints:
    from mhdesk.desk import sharing

    return sharing.same_leads(desk, *asked)


class _SameLine(KnownLine):
    """One signal with the same."""

    def __init__(self, *, first: bool) -> None:
        self.note = QuietButton("", keys=NOTE_KEYS if first else "", small=True)
        self.open = QuietButton(self.tr("Open"), small=True)
        super().__init__(self.note, self.open)

    def show_same(self, same: SameLead | None, *, noted: bool) -> None:
        """Show a signal, and whether it is going to be noted; or nothing."""
        if same is None:
            self.show_words("")
            return
        whose = self.tr("Number of {name}").format(name=same.name) if same.name else same.text
        aside = self.tr("Is noted with both signals.") if noted else whose
        self.show_words(same_words(same.kind, same.reference), aside)
        self.note.setText(self.tr("Do not note it") if noted else self.tr("Note the link"))
        self.open.setAccessibleName(self.tr("Open {reference}").format(reference=same.reference))


class LeadsKnown(QWidget):
    """Ask in each pause which signals have the same, and keep which of them somebody wants noted.

    ``leads`` and ``numbers`` give what is typed. ``changed`` follows what is noted, ``signal_wanted`` carries a signal.
    """

    changed = QtSignal()
    signal_wanted = QtSignal(int)

    def __init__(
        self, runner: Runner, leads: Callable[[], list[LeadDraft]], numbers: Callable[[], list[str]]
    ) -> None:
        super().__init__()
        self.related: list[int] = []
        self.found: tuple[SameLead, ...] = ()
        self._runner, self._leads, self._numbers = runner, leads, numbers
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.ask_now)
        self.lines = [_SameLine(first=not number) for number in range(_MOST)]
        lines = column(self, sizes.S12)
        for number, line in enumerate(self.lines):
            lines.addWidget(line)
            line.note.clicked.connect(partial(self._on_note_clicked, number))
            line.open.clicked.connect(partial(self._on_open_clicked, number))
        self.hide()

    @Slot()
    def typed(self) -> None:
        """Ask again when the typing pauses."""
        self._pause.start(PAUSE_MS)

    def show_related(self, related: Sequence[int]) -> None:
        """Take over what was to be noted, and ask at once."""
        self.related = [*related]
        self._pause.start(0)

    def _asked(self) -> Asked:
        numbers = [number for number in self._numbers() if clean(number)]
        return [LeadDraft(one.kind, one.text) for one in self._leads()], numbers

    @Slot()
    def ask_now(self) -> None:
        """Ask at once; about nothing there is nothing to ask."""
        self._pause.stop()
        asked = self._asked()
        if any(asked):
            self._runner.ask(partial(_same_leads, asked), partial(self._on_answered, asked))
        else:
            self._show((), complete=True)

    def _on_answered(self, asked: Asked, hints: LeadHints) -> None:
        if self._pause.isActive() or asked != self._asked():
            return
        self._show(hints.found, complete=hints.complete)
        if not hints.complete:
            self._pause.start(_AGAIN_MS)

    def _show(self, found: tuple[SameLead, ...], *, complete: bool) -> None:
        """Show what was found; what is the same no longer is not noted either."""
        new = {one.signal_id for one in found} - {one.signal_id for one in self.found}
        self.found = found
        if complete:
            self.related = [one.signal_id for one in found if one.signal_id in self.related]
        self._paint()
        if new and self.isVisible():
            announce(self, self.lines[0].told())

    def _paint(self) -> None:
        for number, line in enumerate(self.lines):
            same = self.found[number] if number < len(self.found) else None
            line.show_same(same, noted=same is not None and same.signal_id in self.related)
        self.setVisible(bool(self.found))

    def _on_note_clicked(self, number: int) -> None:
        signal_id = self.found[number].signal_id
        if signal_id in self.related:
            self.related.remove(signal_id)
        else:
            self.related.append(signal_id)
        self._paint()
        announce(self, self.lines[number].told())
        self.changed.emit()

    def _on_open_clicked(self, number: int) -> None:
        self.signal_wanted.emit(self.found[number].signal_id)
