"""Hand over every case and open agreement of a colleague in one go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from mhdesk.domain.cases import TakenOver
from mhdesk.domain.colleagues import Colleague
from mhdesk.domain.people import User
from mhdesk.gui.look import sizes
from mhdesk.gui.manage import work
from mhdesk.gui.manage.dialogs import ColleagueDialog
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.fields import Choice, Field
from mhdesk.wording import say

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk
    from mhdesk.domain.change import Change


class HandOverDialog(ColleagueDialog):
    """Ask who gets the cases. ``taken`` holds what was handed over then, so that it can be taken back."""

    def __init__(
        self, context: PageContext, one: Colleague, count: int, others: Sequence[User], parent: QWidget
    ) -> None:
        question = QCoreApplication.translate("HandOverDialog", "Hand over the cases of {name}?")
        told = QCoreApplication.translate(
            "HandOverDialog",
            "Cases: {count}. Open agreements go along. Each case says from when on it is somebody else.",
        )
        verb = QCoreApplication.translate("HandOverDialog", "Hand over")
        super().__init__(context, question.format(name=one.name), told.format(count=count), verb, parent)
        self._user_id = one.id
        self.taken: list[TakenOver] = []
        self.other = Choice(width=sizes.DIALOG_WIDTH - 2 * sizes.S24)
        self.other.set_options((str(user.id), user.name) for user in others if user.id != one.id)
        self.ask_for("other", Field(self.tr("To whom"), self.other))
        self.other.setFocus()

    def problems(self) -> dict[str, str]:
        """Return that nobody was chosen."""
        return {} if self.other.code() else {"other": say("case.coordinator_unknown")}

    def work(self) -> Callable[[Desk], Change]:
        """Return the handing over as work for the desk."""
        return partial(work.take_over, self._user_id, int(self.other.code()), self.taken)
