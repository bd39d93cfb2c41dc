"""A correction of what was recorded, and what happens when somebody else corrected the same."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from mhdesk.domain.revisions import Conflict
from mhdesk.errors import ConflictError, KnownError
from mhdesk.gui.signals.conflict_dialog import BOTH, MINE, ConflictDialog
from mhdesk.gui.signals.form_dialog import FormDialog

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

Compared = tuple[Conflict, Any]
"""What differs, and the record as it is now, as a draft."""


class AmendDialog(FormDialog):
    """Let a record say something else. ``before`` is the draft of what it says without that.

    When somebody changed it since ``version``, both are shown; what is chosen is recorded over what it says now.
    """

    before: Any
    version: int
    both: ConflictDialog | None = None

    @abstractmethod
    def draft(self) -> Any:  # noqa: ANN401 - the draft of whatever is corrected
        """Return the record as filled in."""

    @abstractmethod
    def fill_in(self, draft: Any) -> None:  # noqa: ANN401 - the draft of whatever is corrected
        """Show a draft in the fields."""

    @abstractmethod
    def comparison(self) -> Callable[[Desk], Compared]:
        """Return as work for the desk what differs between the draft and the record as it is now."""

    def _on_refused(self, error: KnownError) -> None:
        super()._on_refused(error)
        if isinstance(error, ConflictError):
            self._context.runner.ask(self.comparison(), self._on_compared, super()._on_refused)

    def _on_compared(self, found: Compared) -> None:
        conflict, theirs = found
        self.both = ConflictDialog(self._context, conflict, self)
        self.both.accepted.connect(partial(self._on_chosen, self.both, conflict.version, theirs))
        self.both.open()

    def _on_chosen(self, both: ConflictDialog, version: int, theirs: Any) -> None:  # noqa: ANN401 - see draft
        """Fill in what was chosen, over what the other one recorded, and record it."""
        draft = self.draft()
        for field, choice in both.chosen().items():
            _choose(draft, theirs, field, choice)
        self.version, self.before = version, theirs
        self.fill_in(draft)
        self.messages.hide()
        if self.keeper is not None:
            self.keeper.mark_changed()
        self.decide()


def _choose(mine: Any, theirs: Any, field: str, choice: str) -> None:  # noqa: ANN401 - see AmendDialog.draft
    """Let a field of ``mine`` say what was chosen."""
    if choice == BOTH:
        setattr(mine, field, f"{getattr(theirs, field)}\n\n{getattr(mine, field)}")
    elif choice != MINE:
        setattr(mine, field, getattr(theirs, field))
