"""What somebody asked about data of his or her own, each with its clock, its decision, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain import data_requests as rules
from mhdesk.domain.data_requests import Asked, Decision, RequestState, RequestView
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import Mark, word_role, word_type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.signals import options
from mhdesk.gui.signals.blocks import MarkSign, beside, column, facts, marked
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Label, Paragraph, Section
from mhdesk.gui.words import Clock
from mhdesk.wording import say

_GIVEN: Final = frozenset({Decision.GRANTED, Decision.PARTLY})


class RequestEntry(QWidget):
    """One request. Each signal follows its button."""

    decide_wanted = QtSignal()
    extend_wanted = QtSignal()
    copy_wanted = QtSignal()
    answered_wanted = QtSignal()

    def __init__(
        self, one: RequestView, asked: Asked, today: date, *, may_write: bool, may_decide: bool
    ) -> None:
        super().__init__()
        self._today = today
        inner = QVBoxLayout()
        inner.setSpacing(sizes.S4)
        clock = self._clock(one)
        title = Paragraph(options.label(rules.KINDS, one.kind), Type.STRONG)
        inner.addLayout(
            beside(title, Label(clock.words, word_type(clock.mark), word_role(clock.mark)), wraps=True)
        )
        source = vocabulary(rules.KINDS)[one.kind].source
        inner.addWidget(Paragraph(DOT.join(filter(None, (clock.day, source))), Type.CAPTION, Role.SECOND))
        inner.addLayout(facts(self._facts(one)))
        for line in self._earlier(one):
            inner.addWidget(Paragraph(line, Type.CAPTION, Role.SECOND))
        if one.state != RequestState.ANSWERED and (why := rules.only_refusal(one, asked.about)):
            inner.addWidget(Paragraph(say(why), Type.CAPTION_STRONG, Role.LATE))
        inner.addWidget(self._actions(one, asked, may_write=may_write, may_decide=may_decide))
        column(self).addLayout(marked(MarkSign(clock.mark, clock.share), inner))

    def _clock(self, one: RequestView) -> Clock:
        if one.answered_on:
            told = self.tr("answered {day}").format(day=words.weekday_day(one.answered_on, self._today))
            return Clock(told, "", Mark.DONE)
        return words.deadline(one.due_on, self._today, one.asked_on)

    def _facts(self, one: RequestView) -> list[tuple[str, str]]:
        asked = words.weekday_day(one.asked_on, self._today)
        decision = options.label(rules.DECISIONS, one.decision) if one.decision else ""
        ground = next((term for term in vocabulary(rules.GROUNDS) if term.code == one.ground), None)
        return [
            (self.tr("Asked"), DOT.join((asked, vocabulary(rules.ASKERS).label(one.asked_by)))),
            (self.tr("Who it is"), one.identity),
            (self.tr("Takes longer because"), one.extension_reason),
            (self.tr("Decision"), decision),
            (self.tr("Ground"), f"{ground.label()} ({ground.source})" if ground else ""),
            (self.tr("Why"), one.reasoning),
        ]

    def _earlier(self, one: RequestView) -> Iterator[str]:
        """Yield what each decision said that another one replaced."""
        before = self.tr("Before {name} changed it on {day}: {said}")
        for change in one.history:
            told = change.earlier
            said = (
                options.label(rules.DECISIONS, told["decision"]) if told.get("decision") else "",
                vocabulary(rules.GROUNDS).label(told["ground"]) if told.get("ground") else "",
                told.get("reasoning", ""),
            )
            day = words.weekday_day(change.changed_at.astimezone().date(), self._today)
            if any(said):
                yield before.format(name=change.changed_by, day=day, said="; ".join(filter(None, said)))

    def _actions(self, one: RequestView, asked: Asked, *, may_write: bool, may_decide: bool) -> QWidget:
        open_, done = one.state == RequestState.OPEN, one.state == RequestState.ANSWERED
        refusal = bool(rules.only_refusal(one, asked.about))
        given = one.kind == "access" and one.decision in _GIVEN and not refusal
        self.decide = self._button(
            self.tr("Decide") if open_ else self.tr("Decide anew"), self.decide_wanted.emit
        )
        self.extend = self._button(self.tr("Put off"), self.extend_wanted.emit)
        self.copy = self._button(self.tr("Copy for this person…"), self.copy_wanted.emit)
        self.answered = self._button(self.tr("Answered"), self.answered_wanted.emit)
        in_time = open_ and not one.extension_reason and self._today <= one.due_on
        shown = (
            (self.decide, may_decide and not done),
            (self.extend, may_decide and in_time),
            (self.copy, may_decide and given),
            (self.answered, may_write and one.state == RequestState.DECIDED),
        )
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S16)
        for button, is_shown in shown:
            row.addWidget(button)
            button.setVisible(is_shown)
        row.addStretch(1)
        made.setVisible(any(is_shown for _, is_shown in shown))
        return made

    def _button(self, text: str, wanted: Callable[[], object]) -> QuietButton:
        button = QuietButton(text, small=True)
        button.clicked.connect(wanted)
        return button


class RequestsBlock(QWidget):
    """All requests of a person, newest first. Signals carry the id of one; ``request_wanted`` asks for another."""

    request_wanted = QtSignal()
    decide_wanted = QtSignal(int)
    extend_wanted = QtSignal(int)
    copy_wanted = QtSignal(int)
    answered_wanted = QtSignal(int)

    def __init__(self, asked: Asked, today: date, *, may_write: bool, may_decide: bool) -> None:
        super().__init__()
        self.entries: list[RequestEntry] = []
        lines = column(self, sizes.S12)
        head = Section(self.tr("Requests about own data"))
        if may_write:
            self.add = QuietButton(self.tr("Record a request"), small=True)
            self.add.clicked.connect(self.request_wanted)
            head.add_right(self.add)
        lines.addWidget(head)
        for one in asked.requests:
            entry = RequestEntry(one, asked, today, may_write=may_write, may_decide=may_decide)
            entry.decide_wanted.connect(partial(self.decide_wanted.emit, one.id))
            entry.extend_wanted.connect(partial(self.extend_wanted.emit, one.id))
            entry.copy_wanted.connect(partial(self.copy_wanted.emit, one.id))
            entry.answered_wanted.connect(partial(self.answered_wanted.emit, one.id))
            self.entries.append(entry)
            lines.addWidget(entry, 0, Qt.AlignmentFlag.AlignTop)
        if not asked.requests:
            nothing = self.tr("Nothing was asked about these data.")
            lines.addWidget(Paragraph(nothing, role=Role.SECOND))
