"""Go through the signs of a form of exploitation: seen, not seen, or left open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mhdesk.domain import dates, indicators
from mhdesk.domain.change import Change
from mhdesk.domain.indicators import Answer, AssessmentDraft, IndicatorList
from mhdesk.domain.problems import Problem
from mhdesk.domain.signals import Kind
from mhdesk.domain.views import SignalDetails
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.widgets.fields import Choice, DateEditor, Field, TextEditor
from mhdesk.gui.widgets.labels import Paragraph
from mhdesk.gui.widgets.statement_row import AnswerOption
from mhdesk.gui.widgets.statements import Statement, StatementGroup, Statements

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 936
_CHOICE: Final = 240
_FIND: Final = 240
_LEAST: Final = 180
_NOTE_WIDTH: Final = 880


def _assess(draft: AssessmentDraft, desk: Desk) -> Change:
    from mhdesk.desk import indicators as at_the_desk

    return at_the_desk.assess(desk, draft)


class IndicatorsDialog(FormDialog):
    """Ask which signs were seen; it begins with what was recorded last. ``draft`` is what was chosen before.

    Answers to the signs of another form are kept while the dialog is open: choosing that form again brings them back.
    """

    WIDTH = _WIDTH

    def __init__(
        self,
        context: PageContext,
        details: SignalDetails,
        today: date,
        parent: QWidget,
        *,
        draft: AssessmentDraft | None = None,
    ) -> None:
        question = self.tr("Signs of exploitation in {reference}").format(reference=details.reference)
        rule = self.tr(
            "Leave open what nobody looked at: it never counts as not seen. One sign proves nothing."
        )
        super().__init__(context, question, rule, self.tr("Record the signs"), parent)
        self._today = today
        self._details = details
        self._version = draft.list_version if draft else indicators.version_on(today)
        self._answers: dict[str, str] = {}
        self._visited: set[str] = set()
        self._make_editors()
        self._ask()
        self._show(draft or AssessmentDraft(form=details.form, assessed_on=dates.display_day(today)))
        self._bind_find()

    def _bind_find(self) -> None:
        """Go to the words by Ctrl+F, and from there into the list by the arrow down."""
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._on_find_asked)
        down = QShortcut(QKeySequence("Down"), self._find, context=Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._list.take_focus)

    def _make_editors(self) -> None:
        self._form = Choice(width=_CHOICE)
        self._form.set_options(self._forms())
        self._day = DateEditor()
        self._find = TextEditor(width=_FIND)
        self._list = Statements(
            (
                AnswerOption(Answer.OBSERVED, self.tr("Seen"), "G", loud=True),
                AnswerOption(Answer.NOT_OBSERVED, self.tr("Not seen"), "N"),
                AnswerOption("", self.tr("Not assessed")),
            )
        )
        self._note = TextEditor(width=_NOTE_WIDTH)
        self._begun = Paragraph("", Type.CAPTION, Role.SECOND)
        self._source = Paragraph("", Type.CAPTION, Role.SECOND)
        self._list.current_changed.connect(self._on_list_current_changed)
        self._form.edited.connect(self._on_form_edited)
        self._find.edited.connect(self._on_find_edited)

    def _forms(self) -> options.Options:
        """Return all forms; those without signs of their own have the general ones only."""
        own = indicators.own_lists(self._version)
        general = self.tr("Unknown: general signs only")
        named = options.options("exploitation_forms")
        with_own = [pair for pair in named if pair[0] in own]
        rest = [
            (code, general if code == UNKNOWN else self.tr("{form}: general signs").format(form=label))
            for code, label in named
            if code not in own
        ]
        return with_own + rest

    def _ask(self) -> None:
        part = self.part
        row = QHBoxLayout()
        row.setSpacing(sizes.S24)
        row.addWidget(part.ask("form", self.tr("Form of exploitation"), self._form))
        row.addWidget(part.ask("assessed_on", self.tr("Assessed on"), self._day))
        row.addWidget(self._begun, 100, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        row.addWidget(Field(self.tr("Find in the list"), self._find, hint="Ctrl+F"))
        part.column.addLayout(row)
        keys = self.tr("arrows walk, G seen, N not seen, Backspace open")
        part.column.addWidget(part.ask("answers", self.tr("Signs"), self._list, hint=keys))
        part.column.addWidget(self._source)
        note = part.ask("note", self.tr("Comment"), self._note, optional=True)
        part.column.addWidget(note)
        note.setVisible(self._details.kind != Kind.ADVICE)

    def _show(self, draft: AssessmentDraft) -> None:
        self._form.set_code(draft.form)
        self._day.setText(draft.assessed_on)
        self._note.setText(draft.note)
        if draft.answers:
            self._answers = dict(draft.answers)
            self._visited.add(draft.form)
        self._show_list(draft.form)

    def _show_list(self, form: str) -> None:
        """Show the signs of a form with what is known of them."""
        self._answers |= self._list.answers()
        self._begin_with_earlier(form)
        asked = self._asked(form)
        self._list.set_groups(_groups(asked))
        self._list.set_answers(self._answers)
        self._list.show_only(self._find.text())
        self.updateGeometry()

    def _begin_with_earlier(self, form: str) -> None:
        """Begin with what was recorded last of this form, below what was chosen here."""
        newest = indicators.newest(self._details.assessments)
        earlier = next((one for one in newest if one.form == form), None)
        if earlier is not None and form not in self._visited:
            answers = indicators.taken_over(dict(earlier.answers), self._asked(form))
            self._answers = {**answers, **self._answers}
            begun = self.tr("Begins with what was recorded on {day}.")
            self._begun.set_plain(begun.format(day=words.weekday_day(earlier.assessed_on, self._today)))
        self._begun.setVisible(earlier is not None and form not in self._visited)
        self._visited.add(form)

    def _asked(self, form: str) -> IndicatorList:
        asked = indicators.indicator_list(form, self._version)
        if asked is None:
            raise ValueError("a list that this mhdesk does not know")
        return asked

    def height_within(self, most: int) -> int:
        """Let the list of signs take the height that is left, and no more than it needs."""
        self._set_list_height(_LEAST)
        around = super().height_within(most) - _LEAST
        self._set_list_height(max(_LEAST, min(self._list.whole_height(), most - around)))
        return super().height_within(most)

    def _set_list_height(self, height: int) -> None:
        """Take this height at once: what stands around would hear of it only later."""
        self._list.set_height(height)
        for owner in (self.part.fields["answers"], self.part):
            if (lines := owner.layout()) is not None:
                lines.invalidate()
                lines.activate()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the list where the form is known."""
        super().showEvent(event)
        if self._form.code() != UNKNOWN:
            self._list.take_focus()

    def draft(self) -> AssessmentDraft:
        """Return what was chosen."""
        return AssessmentDraft(
            signal_id=self._details.id,
            form=self._form.code(),
            list_version=self._version,
            assessed_on=self._day.typed(),
            answers=self._list.answers(),
            note="" if self._details.kind == Kind.ADVICE else self._note.text(),
        )

    def problems(self) -> list[Problem]:
        """Return what is wrong with it."""
        return self.draft().validate(self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the assessment as work for the desk."""
        return partial(_assess, self.draft())

    @Slot()
    def _on_form_edited(self) -> None:
        self._show_list(self._form.code())

    @Slot(str)
    def _on_list_current_changed(self, code: str) -> None:
        """Name the list that a sign comes from, by title and date."""
        asked = self._asked(self._form.code())
        source = next((one.source for one in asked.indicators if one.code == code), "")
        named = self.tr("Source: {source}").format(source=vocabulary("indicator_sources").label(source))
        self._source.set_plain(named)

    @Slot()
    def _on_find_edited(self) -> None:
        self._list.show_only(self._find.text())

    @Slot()
    def _on_find_asked(self) -> None:
        self._find.setFocus()
        self._find.selectAll()


def _groups(asked: IndicatorList) -> list[StatementGroup]:
    strengths = vocabulary("indicator_strengths")
    return [
        StatementGroup(
            options.label("indicator_dimensions", code),
            tuple(Statement(one.code, one.label(), strengths.label(one.strength)) for one in asked.of(code)),
        )
        for code in asked.dimensions()
    ]
