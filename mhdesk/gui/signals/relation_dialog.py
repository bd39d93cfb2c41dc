"""Say what one person is of another in the same signal."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain import relations
from mhdesk.domain.change import Change
from mhdesk.domain.problems import Problem
from mhdesk.domain.relations import RelationDraft
from mhdesk.domain.views import InvolvementView, SignalDetails
from mhdesk.gui.look import sizes
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options, relation_words
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.naming import name_words, role_words
from mhdesk.gui.widgets.fields import Choice

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 452


def relate(signal_id: int, draft: RelationDraft, desk: Desk) -> Change:
    """Record a relation."""
    from mhdesk.desk import relating

    return relating.relate(desk, signal_id, draft)


def unrelate(relation_id: int, desk: Desk) -> Change:
    """Take a relation away."""
    from mhdesk.desk import relating

    return relating.unrelate(desk, relation_id)


class RelationDialog(FormDialog):
    """Ask what somebody is of another person; ``other`` is of whom it was said that this is a representative.

    Then only that can be chosen; 0 leaves all of it open.
    """

    WIDTH = _WIDTH + 2 * sizes.S24

    def __init__(
        self,
        context: PageContext,
        details: SignalDetails,
        one: InvolvementView,
        parent: QWidget,
        *,
        other: int = 0,
    ) -> None:
        question = self.tr("What is {name} of somebody here?").format(name=name_words(one))
        explanation = self.tr("Through a parent or representative who is the aggressor, nobody is informed.")
        super().__init__(context, question, explanation, self.tr("Record the relation"), parent)
        self._details, self._one = details, one
        self._kind, self._other = Choice(width=_WIDTH), Choice(width=_WIDTH)
        kinds = options.options(relations.KINDS)
        self._kind.set_options(kind for kind in kinds if not other or relations.represents(kind[0]))
        people = [person for person in details.involvements if person.id != one.id]
        self._other.set_options(
            (str(person.id), f"{name_words(person)}, {role_words(person)}") for person in people
        )
        self.part.column.addWidget(self.part.ask("kind", self.tr("Is"), self._kind))
        self.part.column.addWidget(self.part.ask("other_id", self.tr("Of whom"), self._other))
        if other or len(people) == 1:
            self._other.set_code(str(other or people[0].id))

    def draft(self) -> RelationDraft:
        """Return the relation as chosen."""
        return RelationDraft(self._one.id, self._kind.code(), int(self._other.code() or 0))

    def problems(self) -> list[Problem]:
        """Return what is wrong with the relation."""
        return self.draft().validate(relation_words.parties(self._details))

    def work(self) -> Callable[[Desk], Change]:
        """Return the relation as work for the desk."""
        return partial(relate, self._details.id, self.draft())
