"""Join two records of one person and take them apart, from whichever page that is asked."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtCore import Slot

from mhdesk.domain.change import Change
from mhdesk.domain.merging import How, MergeComparison, MergeDraft, Side
from mhdesk.domain.persons import PersonDetails
from mhdesk.domain.views import DraftView
from mhdesk.gui.merging.dialog import FORM_MERGE, MergeDialog, unpack
from mhdesk.gui.merging.split_dialog import FORM_SPLIT, SplitDialog
from mhdesk.gui.signals.correcting import Outcome
from mhdesk.gui.signals.one_dialog import OneDialog

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk


def beside(kept_id: int, merged_id: int, desk: Desk) -> MergeComparison:
    """Return two persons beside each other."""
    from mhdesk.desk import merging

    return merging.beside(desk, kept_id, merged_id)


def unmerge(merge_id: int, desk: Desk) -> Change:
    """Take a merge apart."""
    from mhdesk.desk import merging

    return merging.unmerge(desk, merge_id)


def join_again(person_id: int, other_id: int, reason: str, desk: Desk) -> Change:
    """Make one of two persons who were just made of one: the words of the first count."""
    from mhdesk.desk import merging

    pair = merging.beside(desk, person_id, other_id)
    choices = {one.field: Side.KEPT.value for one in pair.fields if one.how == How.DIFFERENT}
    versions = pair.kept.version, pair.merged.version
    return merging.merge(
        desk, MergeDraft(person_id, other_id, *versions, choices, reason, same_after_all=True)
    )


class Merging(OneDialog):
    """Open the dialog that joins two records, and undo what it did.

    ``settled`` carries an :class:`Outcome` once two are one or two again; ``merged`` who was kept, who was joined
    into that one, and the merge.
    """

    settled = QtSignal(object)
    merged = QtSignal(int, int, int)

    @Slot(int, int)
    def ask(self, one: int, other: int) -> None:
        """Show two persons beside each other; the one who was recorded first is kept."""
        first, second = sorted((one, other))
        then = partial(self._on_beside, None)
        self._context.runner.ask(partial(beside, first, second), then, self._on_failed, owner=self)

    def go_on(self, kept: DraftView) -> None:
        """Show two persons beside each other as somebody left them."""
        draft = unpack(kept.payload)
        then = partial(self._on_beside, kept)
        work = partial(beside, draft.kept_id, draft.merged_id)
        self._context.runner.ask(work, then, self._on_failed, owner=self)

    def take_apart(self, merge_id: int) -> None:
        """Let two records that were joined be two again."""
        self._context.runner.ask(
            partial(unmerge, merge_id), self._on_taken_apart, self._on_failed, owner=self
        )

    def split(self, details: PersonDetails, today: date, kept: DraftView | None = None) -> None:
        """Ask which signals of somebody are about somebody else, going on with what was kept."""
        dialog = SplitDialog(self._context, details, today, self._page)
        dialog.keep_told(FORM_SPLIT, {"person_id": details.id}, kept)
        self.show(dialog, partial(self._on_split, details.id))

    def _on_split(self, person_id: int, change: object) -> None:
        """Say that they are two, and offer to merge them again: that stays to be read, with why."""
        if not isinstance(change, Change) or change.created is None:
            return
        self._context.bus.changed.emit(change)
        undo = partial(join_again, person_id, change.created, self.tr("They were made two by mistake."))
        told = self.tr("These are two persons now. Merging them takes that back.")
        self.settled.emit(Outcome(told, undo))

    def _on_beside(self, kept: DraftView | None, pair: MergeComparison) -> None:
        dialog = MergeDialog(self._context, pair, self._page, draft=unpack(kept.payload) if kept else None)
        dialog.keep_as(FORM_MERGE, dialog.packed, kept.id if kept else None)
        self.show(dialog, partial(self._on_merged, pair))

    def _on_merged(self, pair: MergeComparison, change: object) -> None:
        if not isinstance(change, Change) or change.created is None:
            return
        self._context.bus.changed.emit(change)
        name = pair.kept.name or self.tr("Name unknown")
        said = self.tr("Merged: {name} is one person from now on.").format(name=name)
        self.merged.emit(pair.kept.person_id, pair.merged.person_id, change.created)
        self.settled.emit(Outcome(said, partial(unmerge, change.created)))

    def _on_taken_apart(self, change: Change) -> None:
        self._context.bus.changed.emit(change)
        self.settled.emit(
            Outcome(self.tr("They are two persons again. What was added since stayed where it was."))
        )
