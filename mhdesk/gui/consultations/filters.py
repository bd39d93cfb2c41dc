"""What the list of questions is narrowed down by: words, year, topic, who asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mhdesk.domain.consultations import TOPICS, ConsultationFilter
from mhdesk.gui.look import sizes
from mhdesk.gui.signals import options
from mhdesk.gui.signals.filters import PAUSE_MS
from mhdesk.gui.widgets.fields import Choice, TextEditor

_WIDTHS: Final = (264, 132, 212, 212)


class ConsultationFilters(QWidget):
    """The row of filters above the list. ``changed`` follows a choice at once and typing after a pause."""

    changed = QtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        search, year, topic, discipline = _WIDTHS
        self.search = TextEditor(width=search, placeholder=self.tr("Words of question or answer"))
        self.search.setAccessibleName(self.tr("Show only questions with these words"))
        self.year, self.topic, self.discipline = (Choice(width=width) for width in (year, topic, discipline))
        self.year.setAccessibleName(self.tr("Year"))
        self.topic.setAccessibleName(self.tr("Topic"))
        self.discipline.setAccessibleName(self.tr("Who asked"))
        self.topic.set_options(options.options(TOPICS), blank=self.tr("Every topic"))
        self.discipline.set_options(options.options("disciplines"), blank=self.tr("Everybody"))
        self.topic.setCurrentIndex(0)
        self.discipline.setCurrentIndex(0)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.search.edited.connect(self._pause.start)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S12)
        row.addWidget(self.search, 1)
        for choice in (self.year, self.topic, self.discipline):
            row.addWidget(choice)
            choice.edited.connect(self._on_choice_edited)
        self.show_years(())

    def show_years(self, years: Sequence[int]) -> None:
        """Offer these years and all of them; what was chosen stays."""
        chosen = self.year.code()
        self.year.set_options([(str(one), str(one)) for one in years], blank=self.tr("Every year"))
        self.year.setCurrentIndex(max(0, self.year.findData(chosen)))

    def chosen(self) -> ConsultationFilter:
        """Return what stands in the fields."""
        return ConsultationFilter(
            year=int(self.year.code() or 0),
            topic=self.topic.code(),
            discipline=self.discipline.code(),
            search=self.search.text().strip(),
        )

    @Slot()
    def _on_choice_edited(self) -> None:
        self._pause.stop()
        self.changed.emit()
