"""Quiet lines beside a person who is typed: who in the registry may be meant, and what was said about that."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain.signals import PersonDraft
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.runner import Runner
from mhdesk.gui.signals.matching import Asking, known
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Paragraph, Section
from mhdesk.gui.widgets.messages import announce
from mhdesk.gui.widgets.summary import bring_to
from mhdesk.wording import say

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.matching import Known, PossiblySame

LINK_KEYS: Final = "Alt+K"
_MOST: Final = 3


def name_of(who: Known) -> str:
    """Return the name of somebody known, or that it is not known."""
    return who.name or QCoreApplication.translate("Naming", "Name unknown")


def why_words(same: PossiblySame) -> str:
    """Return what agrees and what does not, each field in a few words."""
    return ", ".join(dict.fromkeys(say(f"match.seen_{one.field}_{one.how}") for one in same.fields))


def where_and_why(same: PossiblySame) -> str:
    """Return the newest signal, how many others there are, and what agrees."""
    where = same.who.signals[0][1]
    if more := len(same.who.signals) - 1:
        told = QCoreApplication.translate("Naming", "{reference} and {count} more")
        where = told.format(reference=where, count=more)
    return DOT.join((where, why_words(same)))


class KnownLine(QWidget):
    """A sentence and what explains it, and under that what can be done about it."""

    def __init__(self, *buttons: QuietButton) -> None:
        super().__init__()
        self.sentence = Paragraph("", Type.STRONG)
        self.aside = Paragraph("", Type.CAPTION, Role.SECOND)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sentence)
        column.addWidget(self.aside)
        row = QHBoxLayout()
        row.setSpacing(sizes.S24)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.hide()

    def show_words(self, sentence: str, aside: str = "") -> None:
        """Show a sentence; without one the line is gone."""
        self.sentence.set_plain(sentence)
        self.aside.set_plain(aside)
        self.aside.setVisible(bool(aside))
        self.setVisible(bool(sentence))

    def told(self) -> str:
        """Return everything that the line says."""
        return DOT.join(filter(None, (self.sentence.plain(), self.aside.plain())))


class _HintLine(KnownLine):
    """One candidate."""

    def __init__(self, *, first: bool) -> None:
        keys = LINK_KEYS if first else ""
        self.same = QuietButton(self.tr("This is the same person"), keys=keys, binds=False, small=True)
        self.other = QuietButton(self.tr("Not the same"), small=True)
        self.open = QuietButton(self.tr("Open"), small=True)
        super().__init__(self.same, self.other, self.open)

    def show_hint(self, hint: PossiblySame | None, *, opens: bool) -> None:
        """Show a candidate, or nothing."""
        if hint is None:
            self.show_words("")
            return
        name, reference = name_of(hint.who), hint.who.signals[0][1]
        self.show_words(*self._words(hint))
        self.same.setAccessibleName(self.tr("{name} is the same person").format(name=name))
        self.other.setAccessibleName(self.tr("{name} is not the same person").format(name=name))
        self.open.setAccessibleName(self.tr("Open {reference}").format(reference=reference))
        self.open.setVisible(opens)

    def _words(self, hint: PossiblySame) -> tuple[str, str]:
        leads = {
            "certain": self.tr("Almost certainly known: {name}"),
            "probable": self.tr("Probably known: {name}"),
            "possible": self.tr("Perhaps known: {name}"),
        }
        return leads[hint.level].format(name=name_of(hint.who)), where_and_why(hint)


class KnownPart(QWidget):
    """Propose who may be meant while a person is typed, and keep what is said to that.

    ``draft`` gives the person as typed. ``changed`` follows a link, its end, and "not the same"; ``hinted`` follows
    other candidates; ``signal_wanted`` carries the signal of a candidate, where the form can be left (``opens``).
    After a button that goes away the focus returns to ``home``. ``link`` by a key links only what can be seen.
    """

    changed = QtSignal()
    hinted = QtSignal()
    signal_wanted = QtSignal(int)

    def __init__(
        self, runner: Runner, draft: Callable[[], PersonDraft], home: QWidget, *, opens: bool
    ) -> None:
        super().__init__()
        self.person_id: int | None = None
        self.apart_from: list[int] = []
        self.home = home
        self.hints: tuple[PossiblySame, ...] = ()
        self._runner = runner
        self._opens = opens
        self._linked: Known | None = None
        self._parted: Known | None = None
        self._asking = Asking(runner, draft, self)
        self._asking.answered.connect(self._on_asking_answered)
        self.lines = [_HintLine(first=not number) for number in range(_MOST)]
        self.heading = Section("", small=True)
        self.heading.hide()
        self.unlink = QuietButton(self.tr("Somebody else after all"), small=True)
        self.unpart = QuietButton(self.tr("Undo"), small=True)
        self._link_line, self._part_line = KnownLine(self.unlink), KnownLine(self.unpart)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S12)
        column.addWidget(self.heading)
        for line in (*self.lines, self._link_line, self._part_line):
            column.addWidget(line)
        for number, hint in enumerate(self.lines):
            hint.same.clicked.connect(partial(self._link, number))
            hint.other.clicked.connect(partial(self._part, number))
            hint.open.clicked.connect(partial(self._open, number))
        self.unlink.clicked.connect(self._on_unlink_clicked)
        self.unpart.clicked.connect(self._on_unpart_clicked)
        self._show()

    def set_heading(self, text: str) -> None:
        """Say whom this is about, where that does not follow from its place."""
        self.heading.set_text(text)
        self.heading.show()

    def focus_chain(self) -> list[QWidget]:
        """Return what Tab visits, in order."""
        of_lines = [button for line in self.lines for button in (line.same, line.other, line.open)]
        return [*of_lines, self.unlink, self.unpart]

    def show_person(self, person: PersonDraft) -> None:
        """Take over what was said about a person whose fields are filled in, and ask at once."""
        self.person_id, self.apart_from = person.person_id, list(person.apart_from)
        self._linked = self._parted = None
        self._show()
        if self.person_id is None:
            self._asking.now()
        else:
            asked = self.person_id
            self._runner.ask(partial(known, asked), partial(self._on_known_arrived, asked))

    def typed(self) -> None:
        """Ask again when the typing pauses."""
        self._asking.soon()

    def press_key(self) -> None:
        """Link the first candidate; one that is out of sight is first brought into it."""
        if not self.hints:
            return
        first = self.lines[0].same
        if first.visibleRegion().isEmpty():
            bring_to(first)
        else:
            self._link(0)

    def _link(self, number: int) -> None:
        who = self.hints[number].who
        self.person_id, self._linked, self._parted = who.person_id, who, None
        self._replace_hints(())
        self._settle(self.unlink)
        announce(self, self._link_line.told())

    def _part(self, number: int) -> None:
        who = self.hints[number].who
        self.apart_from.append(who.person_id)
        self._parted = who
        self._replace_hints(tuple(hint for hint in self.hints if hint.who is not who))
        self._settle(self.unpart)
        announce(self, self._part_line.told())

    def _open(self, number: int) -> None:
        self.signal_wanted.emit(self.hints[number].who.signals[0][0])

    @Slot()
    def _on_unlink_clicked(self) -> None:
        self.person_id = self._linked = None
        self._settle(self.home)
        self._asking.now()

    @Slot()
    def _on_unpart_clicked(self) -> None:
        if self._parted is not None:
            self.apart_from.remove(self._parted.person_id)
        self._parted = None
        self._settle(self.home)
        self._asking.now()

    def _settle(self, goes_on: QWidget) -> None:
        """Show what was said; a focus that stood on what is gone now goes on."""
        inside = self.isAncestorOf(self.window().focusWidget())
        if inside:
            self.home.setFocus()
        self._show()
        if inside:
            goes_on.setFocus()
        self.changed.emit()

    def _on_known_arrived(self, asked: int, who: Known | None) -> None:
        if asked != self.person_id:
            return
        if who is not None:  # perhaps as somebody with whom he or she was joined since
            self.person_id, self._linked = who.person_id, who
            self._show()
        elif self._linked is None:  # destroyed since, or a confidential source
            self.person_id = None
            self.changed.emit()
            self._asking.now()

    @Slot(tuple)
    def _on_asking_answered(self, found: tuple[PossiblySame, ...]) -> None:
        if found == self.hints:
            return
        new = {hint.who.person_id for hint in found} - {hint.who.person_id for hint in self.hints}
        if self.isAncestorOf(self.window().focusWidget()):
            self.home.setFocus()
        self._replace_hints(found)
        self._show()
        if new and self.isVisible():
            announce(self, self.lines[0].told())

    def _replace_hints(self, found: tuple[PossiblySame, ...]) -> None:
        self.hints = found[:_MOST]
        self.hinted.emit()

    def _show(self) -> None:
        for number, line in enumerate(self.lines):
            line.show_hint(self.hints[number] if number < len(self.hints) else None, opens=self._opens)
        self._link_line.show_words(*self._link_words())
        self._part_line.show_words(self._part_words())
        self.setVisible(bool(self.hints or self._linked or self._parted))

    def _link_words(self) -> tuple[str, str]:
        if self._linked is None:
            return "", ""
        words = self.tr("The same person as {name} in {reference}.")
        known_as = words.format(name=name_of(self._linked), reference=self._linked.signals[0][1])
        return known_as, self.tr("What is known there stays as it is. What you type is added to it.")

    def _part_words(self) -> str:
        if self._parted is None:
            return ""
        return self.tr("Not the same person as {name}.").format(name=name_of(self._parted))
