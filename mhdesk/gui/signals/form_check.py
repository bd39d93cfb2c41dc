"""When a mistake is shown: after leaving its field, or after trying to record, never while typing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtCore import Signal as QtSignal

from mhdesk.gui.signals.form_problems import Trouble
from mhdesk.gui.signals.part import is_empty
from mhdesk.gui.widgets.fields import Field

_PAUSE_MS = 250


class FormCheck(QObject):
    """Look at the form now and then, and say what to show.

    ``fields`` gives every field of the form in order, ``troubles`` everything that is wrong with what is filled in.
    ``checked`` carries what to list (`Trouble`) in the order of the form, and how many mistakes are shown.
    """

    checked = QtSignal(list, int)

    def __init__(
        self,
        fields: Callable[[], list[Field]],
        troubles: Callable[[], list[Trouble]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._fields = fields
        self._troubles = troubles
        self._revealed: set[Field] = set()
        self._tried = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.look)

    def shows_all(self) -> bool:
        """Say whether somebody tried to record: what is missing counts as wrong from then on."""
        return self._tried

    @Slot()
    def soon(self) -> None:
        """Look when the typing pauses."""
        self._pause.start()

    def edited(self, field: Field) -> None:
        """Note that a field is being typed in: a mistake already shown stays, a new one waits."""
        if not field.error():
            self._revealed.discard(field)
        self._pause.start()

    def left(self, field: Field) -> None:
        """Note that a field was left: what is wrong with what it holds may be said now."""
        if not is_empty(field):
            self._revealed.add(field)
        self.look()

    def reveal_all(self) -> None:
        """Say everything that is wrong, also what was never filled in."""
        for field in self._fields():
            field.settle()
        self._tried = True
        self._revealed = set(self._fields())
        self.look()

    @Slot()
    def look(self) -> None:
        """Bring every field in line with what it holds."""
        self._pause.stop()
        fields = self._fields()
        self._revealed &= set(fields)
        place = {field: number for number, field in enumerate(fields)}
        found = sorted(self._troubles(), key=lambda one: place[one.field] if one.field else len(place))
        wrong = {one.field: one.sentence for one in reversed(found) if one.field in self._revealed}
        for field in self._revealed:
            field.set_error(wrong.get(field))
        listed = [one for one in found if one.missing or one.field in self._revealed]
        nowhere = sum(one.field is None for one in found) if self._tried else 0
        self.checked.emit(listed, len(wrong) + nowhere)
