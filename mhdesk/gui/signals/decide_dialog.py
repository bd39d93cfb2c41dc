"""Ask whether somebody is informed, and only what that answer needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mhdesk.domain import dates, weighing
from mhdesk.domain.change import Change
from mhdesk.domain.informing import Choice as Decided
from mhdesk.domain.informing import InformDraft, State, contact_problems
from mhdesk.domain.problems import Problem
from mhdesk.domain.text import clean
from mhdesk.domain.views import InvolvementView
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.guard_bars import add_guards
from mhdesk.gui.signals.loading import Loaded
from mhdesk.gui.signals.naming import name_words
from mhdesk.gui.signals.weighing_part import WeighingPart
from mhdesk.gui.widgets.fields import CheckGroup, Choice, DateEditor, LongTextEditor, RadioCards, TextEditor
from mhdesk.gui.widgets.labels import Paragraph
from mhdesk.gui.widgets.messages import Kind, MessageBar

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 452
_HALF: Final = 214
_BY_WHOM: Final = frozenset({"choice", "reasoning", "decided_by", "decided_on", "consulted"})
_WAITING: Final = _BY_WHOM | {"ground", "legal_ground", "review_on"}
_TOLD: Final = frozenset({"informed_on", "informed_by", "informed_how", "told"})
_ASKED: Final = {
    "": frozenset({"choice"}),
    Decided.INFORM: _BY_WHOM | _TOLD,
    Decided.NOT_YET: _WAITING,
    Decided.NOT: _WAITING | {"agreed_by"},
}


def _decide(draft: InformDraft, desk: Desk) -> Change:
    from mhdesk.desk import informing

    return informing.decide(desk, draft)


_READ: Final = "read"


class _Answers(RadioCards):
    """Three short answers beside each other in the width of a dialog."""

    def __init__(self) -> None:
        super().__init__()
        self._width = 124
        self._grid.setHorizontalSpacing(0)


class DecideInformingDialog(FormDialog):
    """Take a decision on informing one person; ``draft`` is what was typed before."""

    WIDTH = _WIDTH + 2 * sizes.S24

    def __init__(
        self,
        context: PageContext,
        loaded: Loaded,
        one: InvolvementView,
        parent: QWidget,
        *,
        draft: InformDraft | None = None,
    ) -> None:
        question = self.tr("Is {name} informed?").format(name=name_words(one))
        rule = self.tr("Both victim and aggressor are informed, unless something weighs against it.")
        super().__init__(context, question, rule, self.tr("Record the decision"), parent)
        self._details = loaded.details
        self._today, self._one, self._colleagues = loaded.today, one, loaded.colleagues
        self._choice = _Answers()
        self._choice.set_options((code, label, "") for code, label in options.options("inform_choices"))
        self._ground = Choice(width=_WIDTH)
        self._ground.set_options(options.options("inform_grounds"))
        self._legal_ground = Choice(width=_WIDTH)
        self._legal_ground.set_options(options.legal_grounds(context.info.organisation_type))
        self._weighing = WeighingPart(_WIDTH)
        self._texts = {name: LongTextEditor(width=_WIDTH) for name in ("reasoning", "told")}
        self._lines = {name: TextEditor(width=_HALF) for name in ("decided_by", "agreed_by", "informed_by")}
        self._lines |= {name: TextEditor(width=_WIDTH) for name in ("consulted", "informed_how")}
        self._days = {name: DateEditor() for name in ("decided_on", "review_on", "informed_on")}
        self._second = Paragraph(self._second_look(), Type.CAPTION, Role.SECOND)
        self._read = CheckGroup(column_width=_WIDTH)
        self._read.set_options([(_READ, self.tr("I have read how this person is reached safely"))])
        for name, day in self._days.items():
            day.expect(self._today, ahead=name == "review_on")
        self._say_first()
        self._ask()
        self._show(draft or self._fresh())

    def _say_first(self) -> None:
        """Say above every field what somebody must know before anything is done: how to reach this person."""
        if self._one.safe_contact:
            bar = MessageBar()
            self.put_first(bar)
            lead = self.tr("Safe contact")
            bar.show_message(Kind.SAFETY, self._one.safe_contact, lead=lead, closable=False)
        add_guards(self.body, self._details, self._one)

    def _second_look(self) -> str:
        """Return what recording "not" leads to, with colleagues who may decide and without."""
        if not self._colleagues:
            return self.tr(
                "You are the only one who decides in this registry. If somebody else looked along, write down who; if"
                " nobody did, it says so here and you look at it again on the day that you choose."
            )
        sentence = self.tr("A second person looks along: after this it stands on Today of {names}.")
        return sentence.format(names=", ".join(self._colleagues))

    def _fresh(self) -> InformDraft:
        name, day = self._context.user.name, dates.display_day(self._today)
        settled = Decided.INFORM if self._one.inform_state == State.TO_INFORM else ""
        return InformDraft(choice=settled, decided_by=name, informed_by=name, decided_on=day)

    def _ask(self) -> None:
        part, lines, days, texts = self.part, self._lines, self._days, self._texts
        part.column.addWidget(part.ask("choice", self.tr("Decision"), self._choice))
        part.column.addWidget(part.ask("ground", self.tr("Why wait"), self._ground))
        part.column.addWidget(part.ask("legal_ground", self.tr("Legal ground"), self._legal_ground))
        self._ask_weighing()
        part.column.addWidget(part.ask("reasoning", self.tr("What was weighed"), texts["reasoning"]))
        by = part.ask("decided_by", self.tr("Decided by"), lines["decided_by"])
        self._row(part.ask("decided_on", self.tr("Decided on"), days["decided_on"]), by)
        consulted = part.ask("consulted", self.tr("Who was consulted"), lines["consulted"], optional=True)
        part.column.addWidget(consulted)
        self._ask_about_telling()
        review = part.ask("review_on", self.tr("Review on"), days["review_on"])
        agreed = part.ask("agreed_by", self.tr("Agreed by"), lines["agreed_by"], optional=True)
        agreed.set_hint(self.tr("somebody who does not work in mhdesk"))
        self._row(review, agreed)
        part.column.addWidget(self._second)

    def _ask_weighing(self) -> None:
        inner = self._weighing
        self.part.column.addWidget(inner)
        self.part.fields |= inner.fields
        inner.edited.connect(self.part.edited)
        inner.left.connect(self.part.left)

    def _ask_about_telling(self) -> None:
        part, lines = self.part, self._lines
        part.column.addWidget(part.ask("contact_read", self.tr("Safe contact"), self._read))
        told_by = part.ask("informed_by", self.tr("Told by"), lines["informed_by"], optional=True)
        self._row(
            part.ask("informed_on", self.tr("Told on"), self._days["informed_on"], optional=True), told_by
        )
        how = part.ask("informed_how", self.tr("How it was told"), lines["informed_how"], optional=True)
        part.column.addWidget(how)
        part.column.addWidget(part.ask("told", self.tr("What was told"), self._texts["told"], optional=True))

    def _row(self, day: QWidget, beside: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(sizes.S16)
        row.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(beside, 1, Qt.AlignmentFlag.AlignTop)
        self.part.column.addLayout(row)

    def _show(self, draft: InformDraft) -> None:
        self._choice.set_code(draft.choice)
        self._ground.set_code(draft.ground)
        self._legal_ground.set_code(draft.legal_ground)
        self._weighing.show_points(draft.weighing)
        self._read.set_codes([_READ] if draft.contact_read else [])
        for name, text in self._texts.items():
            text.setText(getattr(draft, name))
        for name, editor in (*self._lines.items(), *self._days.items()):
            editor.setText(getattr(draft, name))
        for day in self._days.values():
            day.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.adapt()

    def adapt(self) -> None:
        """Ask only what the choice needs, and say until when waiting may last."""
        choice = self._choice.code()
        asked = self._asked()
        for name, field in self.part.fields.items():
            if name not in self._weighing.fields:
                field.setVisible(name in asked)
        self._weighing.ask_points(asked=self._is_weighed())
        self.part.fields["review_on"].set_hint(self._latest())
        self.part.fields["reasoning"].set_optional(optional=choice == Decided.INFORM)
        waits = not self._colleagues or self.draft().waits_for_colleague(self._colleagues)
        self._second.setVisible(choice == Decided.NOT and waits)

    def _asked(self) -> frozenset[str]:
        """Return which fields this choice asks; only who has a rule for safe contact is it asked about."""
        choice = self._choice.code()
        read = choice == Decided.INFORM and bool(self._one.safe_contact)
        return _ASKED[choice] | ({"contact_read"} if read else frozenset())

    def _is_weighed(self) -> bool:
        waits = self._choice.code() in {Decided.NOT_YET, Decided.NOT}
        return waits and weighing.is_asked(self._legal_ground.code())

    def _latest(self) -> str:
        """Return until when this ground lets somebody wait: only "not yet" has such a day."""
        draft = self.draft()
        last = draft.latest_review()
        if draft.choice != Decided.NOT_YET or last is None:
            return ""
        return self.tr("by {day}").format(day=words.weekday_day(last, self._today))

    def draft(self) -> InformDraft:
        """Return the decision as filled in; what this choice does not ask stays empty."""
        return self._asked_only(self.typed())

    def typed(self) -> InformDraft:
        """Return everything that was filled in, also for another choice."""
        draft = InformDraft(
            involvement_id=self._one.id,
            choice=self._choice.code(),
            ground=self._ground.code(),
            legal_ground=self._legal_ground.code(),
            weighing=weighing.filled_in(self._weighing.points()),
            contact_read=bool(self._read.codes()),
        )
        for name, text in self._texts.items():
            setattr(draft, name, text.text())
        for name, editor in self._lines.items():
            setattr(draft, name, editor.text())
        for name, day in self._days.items():
            setattr(draft, name, day.typed())
        return draft

    def _asked_only(self, draft: InformDraft) -> InformDraft:
        left_out = self.part.fields.keys() - self._asked() - self._weighing.fields.keys()
        for name in left_out - {"contact_read"}:
            setattr(draft, name, "")
        draft.contact_read &= "contact_read" not in left_out
        if not self._is_weighed():
            draft.weighing = {}
        if not clean(draft.informed_on):
            draft.informed_by = ""
        return draft

    def problems(self) -> list[Problem]:
        """Return what is wrong with the decision."""
        draft = self.draft()
        found = draft.validate(self._today, self._colleagues)
        found += contact_problems(draft, self._one.safe_contact)
        return [replace(one, field=WeighingPart.FIRST) if one.field == "weighing" else one for one in found]

    def work(self) -> Callable[[Desk], Change]:
        """Return the decision as work for the desk."""
        return partial(_decide, self.draft())
