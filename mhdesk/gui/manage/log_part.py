"""The event that is chosen: everything that the log holds of it, and the way to other events about the same."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mhdesk.domain.logbook import LogRow
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.manage import log_words
from mhdesk.gui.widgets import focus
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Label, Paragraph

_OFFERED: Final = 3
"""Records, and persons, whose other events are one press away."""


class _Fact(QWidget):
    """A field with its name above it; hidden while there is nothing in it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._words = Paragraph("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.S8, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(name, Type.CAPTION, Role.SECOND))
        column.addWidget(self._words)

    def tell(self, text: str) -> None:
        self._words.set_plain(text)
        self.setAccessibleName(f"{self._name}: {text}")
        self.setVisible(bool(text))


class LogPart(QWidget):
    """One event, field by field. ``about_wanted`` carries what a record or a person is called in the log."""

    about_wanted = QtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that a screen reader can read all of it
        focus.ring()
        self._sentence = Paragraph("", Type.URGENT)
        self._facts = [_Fact(name) for name in self._names()]
        self.buttons: list[QuietButton] = []
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.S4, 0, sizes.S4, 0)  # room for the focus ring
        column.setSpacing(0)
        column.addWidget(self._sentence)
        for fact in self._facts:
            column.addWidget(fact)
        column.addSpacing(sizes.S12)
        column.addLayout(self._buttons)

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("When"),
            self.tr("Who"),
            self.tr("What"),
            self.tr("How it ended"),
            self.tr("About"),
            self.tr("Concerns"),
            self.tr("Where"),
            self.tr("More"),
            self.tr("Line and mark"),
        )

    def show_event(self, row: LogRow) -> None:
        """Show one event; a field without anything in it is left out."""
        self._sentence.set_plain(row.sentence)
        persons = [log_words.person_called(number) for number in log_words.persons(row)]
        told = (
            log_words.when(row.at),
            ", ".join(part for part in (log_words.person(row), log_words.role(row)) if part),
            f"{log_words.kind_word(row.kind)} ({row.verb})",
            log_words.outcome(row),
            ", ".join((*log_words.records(row), *self._more(row))),
            ", ".join(persons),
            ", ".join(part for part in (row.station, row.program) if part),
            row.details,
            f"{row.seq} · {log_words.head(row)}",
        )
        for fact, text in zip(self._facts, told, strict=True):
            fact.tell(text)
        self.setAccessibleName(self.text())
        self._offer([*log_words.references(row)[:_OFFERED], *persons[:_OFFERED]])

    def focus_ring(self) -> QRect:
        """Return the sentence."""
        return self._sentence.geometry()

    def _more(self, row: LogRow) -> list[str]:
        left = row.lines - len(row.subjects)
        return [self.tr("and {count} more").format(count=left)] if left > 0 else []

    def text(self) -> str:
        """Return everything that is shown, as a screen reader says it."""
        facts = [fact.accessibleName() for fact in self._facts if not fact.isHidden()]
        return ". ".join([self._sentence.plain(), *facts])

    def _offer(self, names: list[str]) -> None:
        for old in self.buttons:
            self._buttons.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = [QuietButton(self.tr("All about {name}").format(name=name)) for name in names]
        for name, button in zip(names, self.buttons, strict=True):
            button.clicked.connect(partial(self.about_wanted.emit, name))
            self._buttons.addWidget(button)
