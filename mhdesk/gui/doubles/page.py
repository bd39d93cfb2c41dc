"""The page with persons who may stand in the registry twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot

from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.errors import KnownError
from mhdesk.gui import faults, words
from mhdesk.gui.doubles.pair_view import PairView
from mhdesk.gui.doubles.work import Looking
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.merging.acts import Merging
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.correcting import Outcome
from mhdesk.gui.signals.known_part import name_of
from mhdesk.gui.signals.matching import tell_alike, tell_apart
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.list_view import ListView
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.page import CASE, Page
from mhdesk.gui.widgets.rows import Line, LinesModel
from mhdesk.gui.widgets.summary import EmptyState
from mhdesk.wording import say

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.doubles import Double


class DoublesPage(Page):
    """Look through the registry in the background, and list the pairs as they are found.

    Two who are the same are merged, two who are not are told apart, and both records can be opened. The look goes on
    while a record is open on top of this page, and ends with the page.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__("", shape=CASE, scrolls=False)
        self._context = context
        self._pairs: list[Double] = []
        self._undo: Callable[[], None] | None = None
        self._merged: list[Double] = []
        self._begun = False
        self._done, self._total = 0, 0
        self.looking = Looking(context.runner, self)
        self.merging = Merging(context, self)
        self.model = LinesModel(self)
        self.list = ListView(name=self.tr("Persons who may be the same"))
        self.list.setModel(self.model)
        self.again = QuietButton("", small=True)
        self.empty = EmptyState("")
        self.pair = PairView(may_write=context.user.may(Permission.WRITE))
        self.set_title(self.tr("Possibly the same persons"))
        self.add_title_action(self.again)
        self.main.add(self.empty)
        self.main.add(self.list, stretch=1)
        self.main.addStretch()
        self.side.add(self.pair)
        self.side.fill()
        self._connect()

    def _connect(self) -> None:
        self.looking.moved.connect(self._on_looking_moved)
        self.looking.failed.connect(self._on_looking_failed)
        self.list.row_chosen.connect(self._on_list_row_chosen)
        self.list.row_opened.connect(self._on_list_row_opened)
        self.again.clicked.connect(self._on_again_clicked)
        self.pair.merge_wanted.connect(self._on_pair_merge_wanted)
        self.pair.apart_wanted.connect(self._on_pair_apart_wanted)
        self.merging.merged.connect(self._on_merging_merged)
        self.merging.settled.connect(self._on_merging_settled)
        self.merging.failed.connect(self._on_looking_failed)
        self.pair.signal_wanted.connect(self._context.navigator.open_signal)
        self.pair.person_wanted.connect(self._context.navigator.open_person)
        self.messages.action_chosen.connect(self._on_messages_action_chosen)

    def entered(self) -> None:
        """Look, unless everything was looked through; let the arrows walk through the list."""
        if not self._begun:
            self._begin()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        self._begun = True
        self._pairs, self._done, self._total = [], 0, 0
        self.looking.begin()
        self._show_rows()

    @Slot(int, int, tuple)
    def _on_looking_moved(self, done: int, total: int, found: tuple[Double, ...]) -> None:
        self._done, self._total = done, total
        if found:
            self._pairs = sorted([*self._pairs, *found], key=lambda pair: -pair.score)
            self._show_rows()
        else:
            self._show_state()

    def _show_rows(self) -> None:
        """Show the pairs, the likeliest on top; the cursor stays on its pair."""
        chosen = self._chosen()
        self.model.set_items(enumerate(self._line(pair) for pair in self._pairs))
        if self._pairs:
            self.list.choose_row(self._pairs.index(chosen) if chosen in self._pairs else 0)
        else:
            self.pair.show_pair(None)
        self._show_state()

    def _chosen(self) -> Double | None:
        place = self.list.current_id()
        return self._pairs[place] if place is not None and place < len(self._pairs) else None

    def _line(self, pair: Double) -> Line:
        both = self.tr("{one} and {other}").format(one=name_of(pair.one), other=name_of(pair.other))
        where = DOT.join(who.signals[0][1] for who in (pair.one, pair.other))
        why = ", ".join(dict.fromkeys(say(f"match.seen_{one.field}_{one.how}") for one in pair.fields))
        return Line(both, DOT.join((where, why)), say(f"match.level_{pair.level}"), "", Mark.NONE)

    def _show_state(self) -> None:
        """Say how far the look is, and offer to stop it or to look again."""
        running = self.looking.is_running()
        self.set_summary(self._progress(running=running))
        self.again.setText(self.tr("Stop") if running else self.tr("Look again"))
        nothing = not self._pairs
        self.list.setVisible(not nothing)
        self.empty.setVisible(nothing)
        if nothing:
            self.empty.set_words(*self._nothing(running=running))
        hints = [KeyHint("1 2", self.tr("open a record"))]
        if self._context.user.may(Permission.WRITE):
            hints = [KeyHint("S", self.tr("merge")), KeyHint("N", self.tr("not the same")), *hints]
        self.set_keyhints(*(() if nothing else (KeyHint("↑ ↓", self.tr("choose")), *hints)))

    def _progress(self, *, running: bool) -> str:
        number = words.locale().toString
        if self._total == 0:
            return self.tr("The persons are being read…") if running else ""
        found = self.tr("{found} found").format(found=number(len(self._pairs)))
        if self._done >= self._total:
            return DOT.join((self.tr("Everybody was compared"), found))
        told = (
            self.tr("{done} of {total} persons compared")
            if running
            else self.tr("Stopped at {done} of {total}")
        )
        return DOT.join((told.format(done=number(self._done), total=number(self._total)), found))

    def _nothing(self, *, running: bool) -> tuple[str, str]:
        if running:
            return self.tr("Nobody found yet."), self.tr("A record that you open from here does not stop it.")
        return self.tr("Nobody was found who may stand in the registry twice."), ""

    @Slot(int)
    def _on_list_row_chosen(self, place: int) -> None:
        self.pair.show_pair(self._pairs[place] if 0 <= place < len(self._pairs) else None)

    @Slot(int)
    def _on_list_row_opened(self, place: int) -> None:
        self._context.navigator.open_signal(self._pairs[place].one.signals[0][0])

    @Slot()
    def _on_again_clicked(self) -> None:
        if self.looking.is_running():
            self.looking.stop()
            self._show_state()
        else:
            self._begin()

    @Slot()
    def _on_pair_apart_wanted(self) -> None:
        pair = self._chosen()
        if pair is not None:
            work = partial(tell_apart, pair.one.person_id, pair.other.person_id)
            self._context.runner.ask(work, partial(self._on_told_apart, pair), self._on_looking_failed)

    def _on_told_apart(self, pair: Double, change: Change) -> None:
        self._take_out([pair])
        self._context.bus.changed.emit(change)
        both = self.tr("{one} and {other}").format(one=name_of(pair.one), other=name_of(pair.other))
        again = partial(tell_alike, pair.one.person_id, pair.other.person_id)
        said = self.tr("Kept: {both} are not the same.").format(both=both)
        self._say_done(said, partial(self._context.runner.ask, again, partial(self._on_alike_again, [pair])))

    @Slot()
    def _on_pair_merge_wanted(self) -> None:
        pair = self._chosen()
        if pair is not None:
            self.merging.ask(pair.one.person_id, pair.other.person_id)

    @Slot(int, int, int)
    def _on_merging_merged(self, _kept: int, merged: int, _merge: int) -> None:
        """Take every pair with who is no person of her own any more out of the list."""
        gone = [pair for pair in self._pairs if merged in {pair.one.person_id, pair.other.person_id}]
        self._merged = gone
        self._take_out(gone)

    @Slot(object)
    def _on_merging_settled(self, outcome: object) -> None:
        if isinstance(outcome, Outcome) and outcome.undo is not None:
            then = partial(self._on_alike_again, self._merged)
            self._say_done(outcome.sentence, partial(self._context.runner.ask, outcome.undo, then))

    def _take_out(self, gone: Sequence[Double]) -> None:
        place = min((self._pairs.index(pair) for pair in gone), default=0)
        self._pairs = [pair for pair in self._pairs if pair not in gone]
        self._show_rows()
        if self._pairs:
            self.list.choose_row(min(place, len(self._pairs) - 1))

    def _say_done(self, said: str, undo: Callable[..., None]) -> None:
        self._undo = partial(undo, self._on_looking_failed)
        self.messages.show_message(Kind.DONE, said, action=self.tr("Undo"), undoes=True)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_messages_action_chosen(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()

    def _on_alike_again(self, pairs: Sequence[Double], change: Change) -> None:
        self._pairs = sorted([*self._pairs, *pairs], key=lambda one: -one.score)
        self._show_rows()
        self._context.bus.changed.emit(change)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_looking_failed(self, error: object) -> None:
        self._show_state()
        if isinstance(error, KnownError):
            self.messages.show_message(Kind.ERROR, faults.sentence(error))
