"""Everybody concerned in the form: as many blocks as there are people."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mhdesk.domain.signals import PersonDraft
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.runner import Runner
from mhdesk.gui.signals.known_part import LINK_KEYS
from mhdesk.gui.signals.person_part import PersonPart
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Paragraph
from mhdesk.gui.widgets.summary import bring_to


class PersonsPart(QWidget):
    """The blocks, the button for one more, and the sentence when people are needed and missing.

    ``known`` is what stands beside the form: who may be meant, and what was said about that.
    ``edited`` and ``left`` carry a field, ``shape_changed`` follows another number of blocks, another role, and what
    is said about whom a block is about; ``hinted`` follows other proposals for that. ``person_removed`` carries the
    number that the block had, for the offer to put it back, ``signal_wanted`` a signal of somebody proposed.
    """

    edited = QtSignal(object)
    left = QtSignal(object)
    shape_changed = QtSignal()
    person_removed = QtSignal(int)
    hinted = QtSignal()
    signal_wanted = QtSignal(int)

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.blocks: list[PersonPart] = []
        self._removed: tuple[int, PersonDraft] | None = None
        self.error = Paragraph("", Type.CAPTION_STRONG, Role.LATE)
        self.error.hide()
        self.add_button = QuietButton(self.tr("Another person"), keys="Alt+B", icon="plus")
        self.add_button.clicked.connect(self._on_add_button_clicked)
        self.known = QWidget()
        self._known = QVBoxLayout(self.known)
        self._known.setContentsMargins(0, 0, 0, 0)
        self._known.setSpacing(sizes.S24)
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(sizes.S24)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S12)
        column.addWidget(self.error)
        column.addLayout(self._blocks)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        linking = QShortcut(QKeySequence(LINK_KEYS), self)
        linking.activated.connect(self._on_linking_activated)
        self._insert(0, PersonDraft())

    def showEvent(self, event: QShowEvent) -> None:
        """Put the order of Tab right: the window takes these widgets in with the button in front."""
        super().showEvent(event)
        self._chain()

    def persons(self) -> list[PersonDraft]:
        """Return everybody as filled in, untouched blocks too."""
        return [block.person() for block in self.blocks]

    def told(self) -> list[PersonPart]:
        """Return the blocks in which something was filled in: a role alone is nobody yet."""
        return [block for block in self.blocks if not block.person().is_blank()]

    def show_persons(self, persons: list[PersonDraft]) -> None:
        """Show a block for each person, at least one."""
        wanted = persons or [PersonDraft()]
        while len(self.blocks) > len(wanted):
            self._drop(len(self.blocks) - 1)
        while len(self.blocks) < len(wanted):
            self._insert(len(self.blocks), PersonDraft())
        for block, person in zip(self.blocks, wanted, strict=True):
            block.show_person(person)

    def proposes(self) -> bool:
        """Say whether somebody known is proposed for one of the blocks."""
        return any(block.known.hints for block in self.blocks)

    def set_error(self, sentence: str) -> None:
        """Say above the first block what is missing, or nothing."""
        self.error.set_plain(sentence)
        self.error.setVisible(bool(sentence))

    def read_births(self, seen_on: date) -> None:
        """Show how each birth was understood."""
        for block in self.blocks:
            block.read_birth(seen_on)

    def put_back(self) -> None:
        """Put the person that was taken off last back in its place."""
        if self._removed is None:
            return
        place, person = self._removed
        self._removed = None
        block = self._insert(min(place, len(self.blocks)), PersonDraft())
        block.show_person(person)
        self.shape_changed.emit()
        self._go_to(block.fields["first_names"].editor)

    def _insert(self, place: int, person: PersonDraft) -> PersonPart:
        block = PersonPart(self._runner)
        block.show_person(person)
        block.edited.connect(self.edited)
        block.left.connect(self.left)
        block.role_edited.connect(self.shape_changed)
        block.known.changed.connect(self.shape_changed)
        block.known.hinted.connect(self.hinted)
        block.known.signal_wanted.connect(self.signal_wanted)
        block.removed.connect(partial(self._on_block_removed, block))
        self.blocks.insert(place, block)
        self._blocks.insertWidget(place, block)
        block.show()  # at once: a layout shows it a moment later, and Tab passes over what is not shown
        self._known.insertWidget(place, block.known)
        self._number()
        self._chain()
        return block

    def _drop(self, place: int) -> None:
        block = self.blocks.pop(place)
        self._blocks.removeWidget(block)
        self._known.removeWidget(block.known)
        for widget in (block, block.known):
            widget.hide()
            widget.deleteLater()
        self._number()

    def _number(self) -> None:
        for number, block in enumerate(self.blocks, 1):
            block.set_number(number, alone=len(self.blocks) == 1)

    def _chain(self) -> None:
        """Let Tab visit each block, and then what stands beside the form about it."""
        if self.known.window() is not self.window():
            return  # not in the form yet
        chain = [widget for block in self.blocks for widget in block.focus_chain()]
        for before, after in zip(chain, [*chain[1:], self.add_button], strict=True):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _on_linking_activated(self) -> None:
        """Link the person in whose block the cursor is, or else the first for whom somebody is proposed."""
        cursor = self.window().focusWidget()
        here = [one for one in self.blocks if one.isAncestorOf(cursor) or one.known.isAncestorOf(cursor)]
        block = next((block for block in here or self.blocks if block.known.hints), None)
        if block is not None:
            block.known.press_key()

    @Slot()
    def _on_add_button_clicked(self) -> None:
        """Go to the block that is still empty, if there is one; else to a new one."""
        empty = next((block for block in self.blocks if block.person().is_blank()), None)
        block = empty or self._insert(len(self.blocks), PersonDraft())
        if empty is None:
            self.shape_changed.emit()
        self._go_to(block.role)

    def _go_to(self, target: QWidget) -> None:
        """Give something in a block the focus, and scroll to it once a new block has its place."""
        bring_to(target)
        QTimer.singleShot(0, target, partial(self._show_place, target))

    def _show_place(self, target: QWidget) -> None:
        if target.hasFocus():
            bring_to(target)

    def _on_block_removed(self, block: PersonPart) -> None:
        place = self.blocks.index(block)
        self._removed = (place, block.person())
        self._drop(place)
        self.shape_changed.emit()
        self._go_to(self.blocks[max(0, place - 1)].fields["first_names"].editor)
        self.person_removed.emit(place + 1)
