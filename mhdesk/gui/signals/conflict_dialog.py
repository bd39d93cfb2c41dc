"""Two people corrected the same: show both, field by field, and let somebody choose."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.problems import Problem
from mhdesk.domain.revisions import Conflict, Difference
from mhdesk.gui.look import sizes
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import change_words
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.widgets.fields import RadioCards

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

MINE: Final = "mine"
THEIRS: Final = "theirs"
BOTH: Final = "both"
_TEXTS: Final = frozenset({"narrative", "safe_contact"})


class ConflictDialog(FormDialog):
    """Ask for each field that differs what it is to say. What is not chosen is never lost without being seen.

    Chosen beforehand is what only one of them changed; where both did, what was typed here.
    """

    WIDTH = sizes.FORM_DIALOG_WIDTH

    def __init__(self, context: PageContext, conflict: Conflict, parent: QWidget) -> None:
        name = "" if conflict.changed_by == context.user.name else conflict.changed_by
        question = self.tr("You changed this yourself in the meantime. What is it to say?")
        if name:
            question = self.tr("{name} changed this in the meantime. What is it to say?").format(name=name)
        explanation = self.tr("What was recorded before stays readable under Changed, whatever you choose.")
        super().__init__(context, question, explanation, self.tr("Record this"), parent)
        self.part.column.setSpacing(sizes.S24)
        self._cards: dict[str, RadioCards] = {}
        for one in conflict.differences:
            self._ask(one, name)

    def _ask(self, one: Difference, name: str) -> None:
        cards = RadioCards()
        mine, theirs = self._words(one)
        recorded = self.tr("what {name} recorded").format(name=name) if name else self.tr("what you recorded")
        offered = [(MINE, mine, self.tr("what you typed")), (THEIRS, theirs, recorded)]
        if one.field in _TEXTS and one.i_changed_it and one.they_changed_it:
            offered.append((BOTH, self.tr("Both"), self.tr("what you typed below the other")))
        cards.set_options(offered)
        cards.set_code(MINE if one.i_changed_it else THEIRS)
        self._cards[one.field] = cards
        self.part.column.addWidget(self.part.ask(one.field, change_words.label(one.field), cards))

    def _words(self, one: Difference) -> tuple[str, str]:
        mine, theirs = change_words.value(one.field, one.mine), change_words.value(one.field, one.theirs)
        return change_words.excerpts(mine, theirs) if one.field in _TEXTS else (mine, theirs)

    def chosen(self) -> dict[str, str]:
        """Return for each field whether it says what was typed, what the other recorded, or both."""
        return {field: cards.code() for field, cards in self._cards.items()}

    def problems(self) -> list[Problem]:
        """Return nothing: each answer may stand."""
        return []

    def work(self) -> Callable[[Desk], Change]:
        """Refuse: the form that asked records what was chosen."""
        raise NotImplementedError

    def decide(self) -> bool:
        """Close with what was chosen."""
        return True
