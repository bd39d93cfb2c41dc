"""Two persons beside what speaks for and against their being one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.signals.blocks import column, empty_out, facts
from mhdesk.gui.signals.known_part import name_of
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.buttons import QuietButton, SecondaryButton
from mhdesk.gui.widgets.labels import Hairline, Paragraph, Section
from mhdesk.wording import say

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.doubles import Double
    from mhdesk.desk.matching import Known
    from mhdesk.linkage import FieldMatch

_MOST_SIGNALS = 4


class PairView(QWidget):
    """Show the pair on which the cursor is, and what can be done about it.

    ``merge_wanted`` and ``apart_wanted`` follow their buttons, ``signal_wanted`` carries the signal of one of the two,
    ``person_wanted`` one of them.
    """

    merge_wanted = QtSignal()
    apart_wanted = QtSignal()
    signal_wanted = QtSignal(int)
    person_wanted = QtSignal(int)

    def __init__(self, *, may_write: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.same = SecondaryButton(self.tr("Same person: merge…"), keys="S")
        self.same.clicked.connect(self.merge_wanted)
        self.other = QuietButton(self.tr("Not the same"), keys="N")
        self.other.clicked.connect(self.apart_wanted)
        self._may_write = may_write
        self._shown = QWidget()
        self._lines: QVBoxLayout = column(self._shown, sizes.S12)
        lines = column(self, sizes.S16)
        lines.addWidget(self._shown)
        lines.addWidget(self.same)
        lines.addWidget(self.other)
        self.show_pair(None)

    def show_pair(self, pair: Double | None) -> None:
        """Show a pair, or nothing."""
        empty_out(self._lines)
        self.setVisible(pair is not None)
        self.same.setVisible(self._may_write)
        self.other.setVisible(self._may_write)
        if pair is None:
            return
        both = {"one": name_of(pair.one), "other": name_of(pair.other)}
        self.same.setAccessibleName(self.tr("{one} and {other} are the same person").format(**both))
        self.other.setAccessibleName(self.tr("{one} and {other} are not the same").format(**both))
        for number, who in enumerate((pair.one, pair.other), start=1):
            self._lines.addWidget(self._head(who))
            self._add_signals(number, who)
        self._lines.addWidget(Hairline())
        self._lines.addLayout(facts([self._fact(one) for one in pair.fields]))
        self._lines.addWidget(Paragraph(self._level(pair), Type.CAPTION, Role.SECOND))

    def _head(self, who: Known) -> Section:
        head, way = Section(name_of(who)), QuietButton(self.tr("Person"), small=True)
        way.setAccessibleName(self.tr("Open everything about {name}").format(name=name_of(who)))
        way.clicked.connect(partial(self.person_wanted.emit, who.person_id))
        head.add_right(way)
        return head

    def _add_signals(self, number: int, who: Known) -> None:
        for place, (signal_id, reference) in enumerate(who.signals[:_MOST_SIGNALS]):
            word = self.tr("Open {reference}").format(reference=reference)
            button = QuietButton(word, keys="" if place else str(number), small=True)
            button.clicked.connect(partial(self.signal_wanted.emit, signal_id))
            self._lines.addWidget(button)
        if (more := len(who.signals) - _MOST_SIGNALS) > 0:
            told = self.tr("and {count} more").format(count=words.locale().toString(more))
            self._lines.addWidget(Paragraph(told, Type.CAPTION, Role.SECOND))

    def _fact(self, one: FieldMatch) -> tuple[str, str]:
        told = say(f"match.seen_{one.field}_{one.how}")
        if 0 < one.nearness < 1:
            near = words.locale().toString(round(one.nearness * 100))
            told = DOT.join((told, self.tr("{percent}% alike").format(percent=near)))
        return words.sentence_case(say(f"match.field_{one.field}")), words.sentence_case(told)

    def _level(self, pair: Double) -> str:
        told = {
            "certain": self.tr("Almost certainly the same person. You decide."),
            "probable": self.tr("Probably the same person. You decide."),
        }
        return told.get(pair.level, self.tr("Perhaps the same person. You decide."))
