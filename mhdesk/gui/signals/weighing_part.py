"""What is weighed point by point where the law asks for it: two points at once, the others unfold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from mhdesk.domain import weighing
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.signals import options
from mhdesk.gui.signals.part import Part
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.fields import TextEditor
from mhdesk.gui.widgets.labels import Paragraph

# What nearly every decision can say something about; the law asks for the others where they matter.
_FIRST: Final = ("scope", "risks")


class WeighingPart(Part):
    """The points of UAVG art. 41 lid 2, each a line; ``FIRST`` is the field that a missing weighing is told at."""

    FIRST: Final = weighing.field_of(_FIRST[0])

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = False
        source = vocabulary(weighing.POINTS)[_FIRST[0]].source.partition(",")[0]
        sentence = self.tr(
            "This ground is weighed point by point. One is enough; what you leave out stays out."
        )
        self.column.addWidget(Paragraph(f"{sentence} ({source})", Type.CAPTION, Role.SECOND))
        self._more = QuietButton("", small=True)
        self._more.clicked.connect(self._on_more_clicked)
        others = [point for point in vocabulary(weighing.POINTS).codes() if point not in _FIRST]
        for point in _FIRST:
            self._add(point, width)
        self.column.addWidget(self._more)
        for point in others:
            self._add(point, width)
        self._unfold(others=False)

    def _add(self, point: str, width: int) -> None:
        label = options.label(weighing.POINTS, point)
        self.column.addWidget(
            self.ask(weighing.field_of(point), label, TextEditor(width=width), optional=True)
        )

    def show_points(self, said: Mapping[str, str]) -> None:
        """Show what was said, and the folded points too where one of them says something."""
        for point in vocabulary(weighing.POINTS).codes():
            self._editor(point).setText(said.get(point, ""))
        self._unfold(others=any(said.get(point) for point in said if point not in _FIRST))

    def points(self) -> dict[str, str]:
        """Return what is filled in."""
        return {point: self._editor(point).text() for point in vocabulary(weighing.POINTS).codes()}

    def _editor(self, point: str) -> TextEditor:
        editor = self.fields[weighing.field_of(point)].editor
        if not isinstance(editor, TextEditor):
            raise TypeError(point)
        return editor

    def ask_points(self, *, asked: bool) -> None:
        """Show the part, or nothing of it where the ground asks for no weighing."""
        self.setVisible(asked)
        for name, field in self.fields.items():
            field.setVisible(asked and (self._open or name.partition(".")[2] in _FIRST))

    def _unfold(self, *, others: bool) -> None:
        self._open = others
        count = len(self.fields) - len(_FIRST)
        self._more.setText(
            self.tr("Hide the other points")
            if others
            else self.tr("Show the other {count} points").format(count=count)
        )
        self._more.setAccessibleDescription(self.tr("Points to weigh"))
        self.ask_points(asked=not self.isHidden())

    @Slot()
    def _on_more_clicked(self) -> None:
        self._unfold(others=not self._open)
