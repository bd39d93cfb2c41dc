"""What stands beside the tables: the chosen cell explained, and what holds before anything leaves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.gui import words
from mhdesk.gui.figures.signs import WITHHELD
from mhdesk.gui.figures.work import Counted
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.signals.blocks import MarkSign, empty_out
from mhdesk.gui.widgets.buttons import PrimaryButton
from mhdesk.gui.widgets.labels import Paragraph, Section

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.explaining import PreviewCell
    from mhdesk.desk.figures import FiguresPreview

_CHOSEN_HEIGHT: Final = 136
"""Holds most explanations, so that the checks below stay where they are while the cursor moves."""


class ChosenPart(QWidget):
    """The figure under the cursor: what it is inside and outside, why, and what a reader can still know."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Paragraph("", Type.URGENT)
        self._both = Paragraph("", Type.CAPTION, Role.SECOND)
        self._why = Paragraph("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S4)
        for part in (self._title, self._both, self._why):
            column.addWidget(part)
        column.addStretch(1)
        self.setMinimumHeight(look().px(_CHOSEN_HEIGHT))

    def explained(self) -> str:
        """Return what is said, one line a part."""
        return "\n".join(part.plain() for part in (self._title, self._both, self._why))

    def show_cell(self, cell: PreviewCell, blocked: str) -> None:
        """Explain a figure; ``blocked`` is why nothing may leave, where that is the reason."""
        label = self.tr("the total") if cell.is_total else ", ".join(cell.labels)
        self._title.set_plain(self.tr("Chosen cell: {label}").format(label=label))
        count = words.locale().toString(cell.count) if cell.count else self.tr("nil")
        outside = WITHHELD if cell.status == "withheld" else count
        both = self.tr("Inside {inside}, outside {outside}")
        self._both.set_plain(both.format(inside=count, outside=outside))
        self._why.set_plain(cell.why or blocked)


class _Check(QWidget):
    """One thing that must hold: a mark, what it is, and how well."""

    def __init__(self, mark: Mark, words: str, more: str) -> None:
        super().__init__()
        self.told = f"{words}: {more}" if more else words
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Paragraph(words))
        if more:
            column.addWidget(Paragraph(more, Type.CAPTION, Role.SECOND))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S12)
        row.addWidget(MarkSign(mark), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)


class ChecksPart(QWidget):
    """What was checked before these figures may leave, and the button that lets them."""

    def __init__(self, *, may_publish: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_publish = may_publish
        self._told: list[str] = []
        self._checks = QVBoxLayout()
        self._checks.setSpacing(sizes.S8)
        self.publish = PrimaryButton(self.tr("Publish…"))
        self._beside = Paragraph("", Type.CAPTION, Role.SECOND)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S12)
        column.addWidget(Section(self.tr("Before you publish"), small=True))
        column.addLayout(self._checks)
        column.addSpacing(sizes.S4)
        column.addWidget(self.publish)
        column.addWidget(self._beside)

    def told(self) -> str:
        """Return what is said, one line a part."""
        return "\n".join((*self._told, self._beside.plain()))

    def show_counted(self, counted: Counted) -> None:
        """Show what holds for these figures."""
        empty_out(self._checks)
        checks = self._made(counted)
        self._told = [check.told for check in checks]
        for check in checks:
            self._checks.addWidget(check)
        self.publish.setVisible(self._may_publish)
        self.publish.setEnabled(not counted.preview.blocked)
        self._beside.set_plain(self._what_follows(counted.preview))

    def _made(self, counted: Counted) -> list[_Check]:
        preview = counted.preview
        checks = [self._derivable(preview), self._earlier(preview), self._over(preview, counted.today)]
        return checks if preview.certified else checks[:1]

    def _derivable(self, preview: FiguresPreview) -> _Check:
        if not preview.certified:
            return _Check(Mark.LATE, self.tr("It is not certain that nothing follows"), "")
        widths = [
            cell.high - cell.low + 1 for cell in _withheld(preview) if cell.low is not None and cell.high
        ]
        more = (
            self.tr("every x: at least {count} possible values").format(count=min(widths)) if widths else ""
        )
        return _Check(Mark.DONE, self.tr("No x can be worked out"), more)

    def _earlier(self, preview: FiguresPreview) -> _Check:
        if preview.earlier == 0:
            more = self.tr("none about these days yet")
        elif preview.earlier == 1:
            more = self.tr("1 about these days")
        else:
            more = self.tr("{count} about these days").format(count=preview.earlier)
        return _Check(Mark.DONE, self.tr("Not with earlier publications either"), more)

    def _over(self, preview: FiguresPreview, today: date) -> _Check:
        if preview.period.last < today:
            return _Check(Mark.DONE, self.tr("The period is over"), "")
        more = self.tr("Counted until today; what comes later counts another time.")
        return _Check(Mark.TODAY, self.tr("The period is not over yet"), more)

    def _what_follows(self, preview: FiguresPreview) -> str:
        if not self._may_publish:
            return self.tr("Publishing does not belong to your role.")
        if preview.blocked:
            return self.tr("These figures cannot be published now.")
        return self.tr("As the files that you choose, with a release number of its own.")


def _withheld(preview: FiguresPreview) -> list[PreviewCell]:
    return [cell for table in preview.tables for cell in table.cells if cell.status == "withheld"]
