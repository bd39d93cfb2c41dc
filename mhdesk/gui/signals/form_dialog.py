"""A decision with fields: checked when a field is left, recorded by the desk, kept as a draft on Esc."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.problems import Problem, ProblemsError
from mhdesk.domain.views import DraftView
from mhdesk.errors import KnownError
from mhdesk.gui import faults
from mhdesk.gui.look import sizes
from mhdesk.gui.look.theme import look
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import filling, payloads
from mhdesk.gui.signals.filling import Told
from mhdesk.gui.signals.form_check import FormCheck
from mhdesk.gui.signals.form_problems import Trouble
from mhdesk.gui.signals.keeping import DraftKeeper
from mhdesk.gui.signals.part import Part, is_empty
from mhdesk.gui.widgets.buttons import bind_keys
from mhdesk.gui.widgets.dialog import Decision
from mhdesk.gui.widgets.fields import Field
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.summary import bring_to

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_LEAST: Final = 80


class _Fields(QScrollArea):
    """Show the fields at their whole height, and scroll only on a screen that is too low for them.

    The field with the focus stays in sight when others appear or say what is wrong.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self._most = _LEAST
        content.setObjectName("content")
        content.setMinimumHeight(1)
        content.installEventFilter(self)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_most(self, height: int) -> None:
        """Take no more than a height."""
        height = max(_LEAST, height)
        if height != self._most:
            self._most = height
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        content = self._content
        wanted = content.heightForWidth(width) if content.hasHeightForWidth() else content.sizeHint().height()
        return min(wanted, self._most)

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(_LEAST), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._follow)  # the bar knows its new range only then
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        here: QWidget | None = self._content.focusWidget()
        while here and here.parentWidget() is not self._content:
            here = here.parentWidget()
        if here:
            self.ensureWidgetVisible(here, 0, sizes.S4)


class FormDialog(Decision):
    """Ask for a few fields and record them.

    A dialog fills `part`, and says in `problems` and `work` what may not stand and what is done. ``recorded``
    carries the Change. What is typed is kept as a draft by a `keeper`, if the dialog has one, until it is
    recorded: Esc keeps it too.
    """

    recorded = QtSignal(object)

    def __init__(
        self, context: PageContext, question: str, explanation: str, verb: str, parent: QWidget
    ) -> None:
        super().__init__(question, explanation, verb, parent)
        self._context = context
        self._busy = False
        self._keeping_failed = False
        self.keeper: DraftKeeper | None = None
        self.part = Part()
        self.check = FormCheck(self._fields, self._troubles, self)
        self._area = _Fields(self.part)
        self.body.addWidget(self._area)
        self._make_room_for_rings()
        self.part.edited.connect(self._on_part_edited)
        self.part.left.connect(self._on_part_left)
        self._bind()

    def _make_room_for_rings(self) -> None:
        """Let the fields reach out of the text by the ring that lies around one with a mistake."""
        room = sizes.S4
        self.part.column.setContentsMargins(room, room, room, room)
        outer = self._column.contentsMargins()
        self._column.setContentsMargins(
            outer.left() - room, outer.top(), outer.right() - room, outer.bottom()
        )
        for words in (self.question, self._explanation):
            words.setContentsMargins(room, words.contentsMargins().top(), room, 0)
        last = self._column.itemAt(self._column.count() - 1)
        actions = last.layout() if last is not None else None
        if actions is not None:
            actions.setContentsMargins(room, 0, room, 0)

    def _bind(self) -> None:
        """Let Ctrl+Enter record, wherever the cursor is."""
        bind_keys(self.primary, "Ctrl+Return")

    def problems(self) -> list[Problem]:
        """Return what is wrong with what is filled in."""
        raise NotImplementedError

    def work(self) -> Callable[[Desk], Change]:
        """Return what the desk is asked to do with what is filled in."""
        raise NotImplementedError

    def adapt(self) -> None:
        """Ask only what the choices so far need; follows every edit."""

    def keep_as(self, form: str, payload: Callable[[], str], draft_id: int | None) -> None:
        """Keep what is typed under the name of a form; the keeper outlives the dialog, for its last answer."""
        self.keeper = DraftKeeper(self._context.runner, self._context.bus, form, payload, self.parent())
        self.keeper.draft_id = draft_id
        self.keeper.failed.connect(self._on_keeper_failed)

    def told(self) -> Told:
        """Return what stands in the fields, as `put_back` shows it again."""
        return filling.told(self.part)

    def put_back(self, told: Told) -> None:
        """Show again what stood in the fields."""
        filling.put_back(self.part, told)
        self.adapt()

    def keep_told(self, form: str, about: Mapping[str, int], kept: DraftView | None) -> None:
        """Go on with what was kept, and keep what stands in the fields with the numbers of what it is about."""
        if kept is not None:
            self.put_back(payloads.told_in(kept.payload))
        pack = partial(_packed, dict(about), self.told)
        self.keep_as(form, pack, kept.id if kept else None)

    def height_within(self, most: int) -> int:
        """Let the fields scroll in what question, messages and buttons leave of the height."""
        margins = self._column.contentsMargins()
        inner = self.width() - margins.left() - margins.right()
        around = self._column.heightForWidth(self.width()) - self._area.heightForWidth(inner)
        self._area.set_most(most - around)
        return around + self._area.heightForWidth(inner)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field; the buttons, which were there first, come last."""
        super().showEvent(event)
        fields = self._fields()
        QWidget.setTabOrder([*self.part.fields.values()][-1].editor, self.primary)
        QWidget.setTabOrder(self.primary, self.cancel)
        fields[0].take_focus()

    def keep_draft(self) -> None:
        """Keep what is typed and not kept yet, as the window asks before it locks."""
        if self.keeper is not None:
            self.keeper.keep()

    def has_unkept(self) -> bool:
        """Say whether something typed is not in the registry yet and could be kept there."""
        return self.keeper is not None and self.keeper.is_dirty()

    def draft_number(self) -> int | None:
        """Return the id of the draft, None before the first keeping."""
        return self.keeper.draft_id if self.keeper is not None else None

    def reject(self) -> None:
        """Close once what is typed is a draft; where that fails stay and say so, and close the next time."""
        if self._busy:
            return
        if self.keeper is not None and self.keeper.is_dirty() and not self._keeping_failed:
            self.keeper.settle(self.reject, keep=True)
        else:
            super().reject()

    def decide(self) -> bool:
        """Record what is filled in; the dialog closes when the desk has answered."""
        if self._busy:
            return False
        self.check.reveal_all()
        if wrong := next((field for field in self._fields() if field.error()), None):
            bring_to(wrong)
            return False
        self.act()
        return False

    def act(self) -> None:
        """Let the desk do what is filled in and stands."""
        self._busy = True
        self._context.runner.ask(self.work(), self._on_recorded, self._on_refused)

    def _fields(self) -> list[Field]:
        return [field for field in self.part.fields.values() if not field.isHidden()]

    def _troubles(self) -> list[Trouble]:
        return [self._trouble(problem) for problem in self.problems()]

    def _trouble(self, problem: Problem) -> Trouble:
        field = self.part.fields[problem.field]
        return Trouble(field, field, field.label.text(), problem.sentence(), is_empty(field))

    def _on_recorded(self, change: Change) -> None:
        if self.keeper is not None:
            self.keeper.discard()  # before anybody asks again: what is recorded is no draft
        self.recorded.emit(change)
        self.accept()

    def _on_refused(self, error: KnownError) -> None:
        self._busy = False
        self.messages.show_message(Kind.ERROR, faults.sentence(error))
        if isinstance(error, ProblemsError):
            self.check.reveal_all()

    @Slot(object)
    def _on_keeper_failed(self, error: object) -> None:
        if isinstance(error, KnownError):
            self._keeping_failed = True
            self.messages.show_message(Kind.ERROR, faults.sentence(error))

    @Slot(object)
    def _on_part_edited(self, field: object) -> None:
        self._keeping_failed = False
        if self.keeper is not None:
            self.keeper.mark_changed()
        self.adapt()
        if isinstance(field, Field):
            self.check.edited(field)

    @Slot(object)
    def _on_part_left(self, field: object) -> None:
        self.adapt()
        if isinstance(field, Field):
            self.check.left(field)


def _packed(about: Mapping[str, int], told: Callable[[], Told]) -> str:
    return payloads.pack_told(about, told())
