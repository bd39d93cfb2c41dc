"""Read the decisions about one person as a story, and put it on paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.decision_story import Chapter, Story, story_of
from mhdesk.domain.problems import Problem
from mhdesk.domain.views import InvolvementView, SignalDetails
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.blocks import facts
from mhdesk.gui.signals.naming import name_words
from mhdesk.gui.signals.paper_dialog import PaperDialog
from mhdesk.gui.widgets.dialog import Decision
from mhdesk.gui.widgets.labels import Hairline, Paragraph

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_SCROLLS: Final = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


def _save(involvement_id: int, out: Path, desk: Desk) -> Change:
    from mhdesk.desk import stories

    return stories.save_story(desk, involvement_id, out)


class StoryDialog(PaperDialog):
    """Show every decision with what belongs to it, oldest first; the arrow keys scroll."""

    WIDTH = sizes.FORM_DIALOG_WIDTH

    def __init__(
        self, context: PageContext, details: SignalDetails, one: InvolvementView, parent: QWidget
    ) -> None:
        question = QCoreApplication.translate("StoryDialog", "The decisions about {name}")
        explanation = QCoreApplication.translate(
            "StoryDialog",
            "On paper it is for a lawyer or a court. What was weighed stands there as it was written: read first"
            " whether it names somebody who may not be in it.",
        )
        file_name = QCoreApplication.translate("StoryDialog", "decisions.pdf")
        super().__init__(context, question.format(name=name_words(one)), explanation, file_name, parent)
        self._involvement_id = one.id
        self.story = story_of(details, one)
        self._fill(self.story)
        self.cancel.setText(self.tr("Close"))

    def _fill(self, story: Story) -> None:
        column = self.part.column
        for sentence in story.begin:
            column.addWidget(Paragraph(sentence))
        for chapter in story.chapters:
            self._add(chapter)
        column.addWidget(Hairline())
        for sentence in story.end:
            column.addWidget(Paragraph(sentence, Type.CAPTION, Role.SECOND))

    def _add(self, chapter: Chapter) -> None:
        column = self.part.column
        column.addWidget(Hairline())
        column.addWidget(Paragraph(chapter.heading, Type.STRONG))
        column.addWidget(Paragraph(chapter.sentence))
        lines = facts(chapter.lines)
        for row in range(lines.rowCount()):
            if (label := lines.itemAtPosition(row, 0)) is not None:
                label.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addLayout(lines)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the button: there is nothing to fill in."""
        Decision.showEvent(self, event)
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll a long story."""
        action = _SCROLLS.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            self._area.verticalScrollBar().triggerAction(action)

    def problems(self) -> list[Problem]:
        """Return nothing: nothing is filled in."""
        return []

    def write(self, out: Path) -> Callable[[Desk], Change]:
        """Return the story on paper as work for the desk."""
        return partial(_save, self._involvement_id, out)
