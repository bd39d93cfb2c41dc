"""Put a case on paper: what the paper holds, then where it goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from mhdesk.domain.cases import CaseHead
from mhdesk.domain.change import Change
from mhdesk.domain.problems import Problem
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.paper_dialog import PaperDialog
from mhdesk.gui.widgets.dialog import Decision
from mhdesk.gui.widgets.labels import Paragraph

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk


def _save(case_id: int, out: Path, desk: Desk) -> Change:
    from mhdesk.desk import case_papers

    return case_papers.save_case(desk, case_id, out)


class CasePaperDialog(PaperDialog):
    """Say what the paper holds, and save it; there is nothing to fill in."""

    def __init__(self, context: PageContext, head: CaseHead, parent: QWidget) -> None:
        question = QCoreApplication.translate("CasePaperDialog", "Case {reference} on paper?")
        explanation = QCoreApplication.translate(
            "CasePaperDialog",
            "It holds how the client is reached safely, goals, trajectories, agreements, referrals, everything that"
            " happened, and the decisions about informing with their reasons.",
        )
        file_name = QCoreApplication.translate("CasePaperDialog", "case.pdf")
        super().__init__(context, question.format(reference=head.reference), explanation, file_name, parent)
        self._case_id = head.id
        warning = self.tr(
            "What was written in free text stands there as it was written. Read first whether it names somebody who"
            " may not be in it, such as a source."
        )
        self.part.column.addWidget(Paragraph(warning))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the button: there is nothing to fill in."""
        Decision.showEvent(self, event)
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def problems(self) -> list[Problem]:
        """Return nothing: nothing is filled in."""
        return []

    def write(self, out: Path) -> Callable[[Desk], Change]:
        """Return the case on paper as work for the desk."""
        return partial(_save, self._case_id, out)
