"""Look at a copy of somebody's own data before it leaves, and choose text by text what is in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from mhdesk.domain.access_copy import AccessCopy, Part, Passage
from mhdesk.domain.change import Change
from mhdesk.domain.problems import Problem
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.blocks import facts
from mhdesk.gui.signals.paper_dialog import PaperDialog
from mhdesk.gui.widgets.dialog import Decision
from mhdesk.gui.widgets.fields import Check
from mhdesk.gui.widgets.labels import Hairline, Paragraph
from mhdesk.gui.widgets.messages import Kind
from mhdesk.wording import say

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk


def _save(request_id: int, keys: frozenset[str], out: Path, desk: Desk) -> Change:
    from mhdesk.desk import access_copies

    return access_copies.save_copy(desk, request_id, keys, out)


class AccessCopyDialog(PaperDialog):
    """Show every part with its texts to tick, and apart from that what is withheld and why."""

    WIDTH = sizes.FORM_DIALOG_WIDTH

    def __init__(
        self, context: PageContext, request_id: int, safe_contact: str, copy: AccessCopy, parent: QWidget
    ) -> None:
        question = QCoreApplication.translate("AccessCopyDialog", "What goes on the copy for {name}?")
        explanation = QCoreApplication.translate(
            "AccessCopyDialog",
            "Read every text before you tick it: does it name somebody else, or could somebody be recognised in it?"
            " Hand the copy over in person if you can.",
        )
        file_name = QCoreApplication.translate("AccessCopyDialog", "copy.pdf")
        super().__init__(context, question.format(name=copy.name), explanation, file_name, parent)
        self._request_id, self._copy = request_id, copy
        self.checks: dict[str, Check] = {}
        if safe_contact:
            lead = self.tr("Safe contact")
            self.messages.show_message(Kind.SAFETY, safe_contact, lead=lead, closable=False)
        if not copy.may_be_made:
            self.messages.show_message(Kind.ERROR, say("access.nothing_to_give"), closable=False)
        self.primary.setVisible(copy.may_be_made)
        for part in copy.parts if copy.may_be_made else ():
            self._add(part)
        self._add_withheld()

    def _add_withheld(self) -> None:
        column = self.part.column
        if self._copy.withheld:
            column.addWidget(Hairline())
            column.addWidget(Paragraph(self.tr("Not on the copy, and not named on it"), Type.URGENT))
        for one in self._copy.withheld:
            column.addWidget(Paragraph(f"{one.what}: {one.ground}", Type.CAPTION, Role.SECOND))

    def _add(self, part: Part) -> None:
        column = self.part.column
        column.addWidget(Hairline())
        column.addWidget(Paragraph(part.heading, Type.URGENT))
        if part.lines:
            column.addLayout(facts(part.lines))
        for passage in part.passages:
            self._add_passage(passage)

    def _add_passage(self, passage: Passage) -> None:
        """Show a text whole under its box, with why it is not proposed."""
        check = Check(passage.label, say(passage.why) if passage.why else "")
        check.setChecked(passage.kept)
        check.setAccessibleDescription(passage.text)
        self.checks[passage.key] = check
        self.part.column.addWidget(check)
        text = Paragraph(passage.text)
        text.setContentsMargins(sizes.S32, 0, 0, 0)
        self.part.column.addWidget(text)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first text; where there is none at the button."""
        Decision.showEvent(self, event)
        first = next(iter(self.checks.values()), None) or self.primary
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> frozenset[str]:
        """Return the keys of the texts that are ticked."""
        return frozenset(key for key, check in self.checks.items() if check.isChecked())

    def problems(self) -> list[Problem]:
        """Return nothing: any choice of texts can stand."""
        return []

    def write(self, out: Path) -> Callable[[Desk], Change]:
        """Return the copy as work for the desk."""
        return partial(_save, self._request_id, self.keys(), out)
