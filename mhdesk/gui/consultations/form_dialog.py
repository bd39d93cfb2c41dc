"""Ask what somebody wanted to know and what was answered, without anybody in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from mhdesk.domain import dates, traces
from mhdesk.domain.change import Change
from mhdesk.domain.consultations import TOPICS, ConsultationDraft, ConsultationView
from mhdesk.domain.problems import Problem
from mhdesk.domain.views import OrganisationView
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.gui.look import sizes
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.organisation_editor import OrganisationEditor
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.fields import Choice, DateEditor, LongTextEditor, TextEditor
from mhdesk.gui.widgets.messages import Kind

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 624
_MOST_QUOTES: Final = 3
_MINUTES: Final = 88


def _record(draft: ConsultationDraft, desk: Desk) -> Change:
    from mhdesk.desk import consulting

    return consulting.record(desk, draft)


def _amend(number: int, version: int, draft: ConsultationDraft, desk: Desk) -> Change:
    from mhdesk.desk import consulting

    return consulting.amend(desk, number, version, draft)


def draft_of(one: ConsultationView) -> ConsultationDraft:
    """Return a question as somebody would type it."""
    return ConsultationDraft(
        asked_on=dates.display_day(one.asked_on),
        discipline=one.discipline,
        organisation_id=one.organisation_id,
        organisation_name=one.organisation,
        municipality=one.municipality,
        topic=one.topic,
        question=one.question,
        answer=one.answer,
        minutes="" if one.minutes is None else str(one.minutes),
    )


class ConsultationDialog(FormDialog):
    """Ask for a question; ``one`` is what is amended, None for a new one.

    What could name somebody is asked about and never forbidden. ``signal_wanted`` carries the texts, for a signal
    that the question turned out to be.
    """

    WIDTH = _WIDTH + 2 * sizes.S24
    signal_wanted = QtSignal(str)

    def __init__(
        self,
        context: PageContext,
        known: Sequence[OrganisationView],
        one: ConsultationView | None,
        today: date,
        parent: QWidget,
        *,
        draft: ConsultationDraft | None = None,
    ) -> None:
        super().__init__(context, "", "", "", parent)
        asked = self.tr("What was asked?") if one is None else self.tr("What is this question to say?")
        self.question.set_plain(asked)
        self._explanation.set_plain(
            self.tr("Nobody stands in here: no names, numbers or birth dates of persons concerned.")
        )
        self._explanation.show()
        self.primary.setText(self.tr("Record the question"))
        self._one, self._today = one, today
        self._make_editors(context, known)
        self._ask()
        fresh = draft_of(one) if one else ConsultationDraft(asked_on=dates.display_day(today))
        self.fill_in(draft or fresh)

    def _make_editors(self, context: PageContext, known: Sequence[OrganisationView]) -> None:
        half = (_WIDTH - sizes.S24) // 2
        self._day, self._minutes = DateEditor(), TextEditor(width=_MINUTES)
        self._day.expect(self._today)
        self._discipline, self._topic, self._municipality = (Choice(width=half) for _ in range(3))
        self._discipline.set_options(options.options("disciplines"))
        self._topic.set_options(options.options(TOPICS))
        places = options.municipalities(context.info.municipalities, self._today)
        self._municipality.set_options(
            [pair for pair in places if pair[0] != UNKNOWN], blank=self.tr("Not known")
        )
        self._organisation = OrganisationEditor(known, width=half)
        self._text, self._answer = LongTextEditor(width=_WIDTH), LongTextEditor(width=_WIDTH)
        for editor in (self._text, self._answer):
            editor.left.connect(self._on_text_left)

    def _ask(self) -> None:
        part = self.part
        part.add_pair(
            part.ask("asked_on", self.tr("Asked on"), self._day),
            part.ask("minutes", self.tr("Minutes"), self._minutes, optional=True),
        )
        part.add_pair(
            part.ask("discipline", self.tr("Who asks"), self._discipline),
            part.ask("organisation_id", self.tr("Organisation"), self._organisation, optional=True),
        )
        part.add_pair(
            part.ask("topic", self.tr("About"), self._topic),
            part.ask("municipality", self.tr("Municipality"), self._municipality, optional=True),
        )
        part.column.addWidget(part.ask("question", self.tr("Question"), self._text))
        part.column.addWidget(part.ask("answer", self.tr("Answer"), self._answer, optional=True))
        self.more = QuietButton(self.tr("There is more to it: make it a signal"), small=True)
        self.more.clicked.connect(self._on_more_clicked)
        part.column.addWidget(self.more)

    def fill_in(self, draft: ConsultationDraft) -> None:
        """Show a question as somebody would type it."""
        self._day.setText(draft.asked_on)
        self._discipline.set_code(draft.discipline)
        self._organisation.setText(draft.organisation_name)
        self._municipality.setCurrentIndex(max(0, self._municipality.findData(draft.municipality)))
        self._topic.set_code(draft.topic)
        self._text.setText(draft.question)
        self._answer.setText(draft.answer)
        self._minutes.setText(draft.minutes)
        self._guard()

    def typed(self) -> ConsultationDraft:
        """Return the question as filled in; an organisation of the network goes by its id."""
        one = self._organisation.organisation()
        return ConsultationDraft(
            asked_on=self._day.typed(),
            discipline=self._discipline.code(),
            organisation_id=one.id if one else None,
            organisation_name=self._organisation.text().strip(),
            municipality=self._municipality.code(),
            topic=self._topic.code(),
            question=self._text.text(),
            answer=self._answer.text(),
            minutes=self._minutes.text(),
        )

    def problems(self) -> list[Problem]:
        """Return what is wrong with the question."""
        return self.typed().validate(self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the question as work for the desk."""
        if self._one is None:
            return partial(_record, self.typed())
        return partial(_amend, self._one.id, self._one.version, self.typed())

    def _guard(self) -> None:
        """Ask whether somebody is named."""
        text = f"{self._text.text()}\n{self._answer.text()}"
        found = traces.traces(text, self._today.year)
        quoted = [*dict.fromkeys(f"“{text[one.start : one.end]}”" for one in found)][:_MOST_QUOTES]
        if not quoted:
            self.messages.hide()
            return
        asked = self.tr("Does {words} name a person concerned? Leave it out, or make it a signal.")
        told = asked.format(words=", ".join(quoted))
        self.messages.show_message(Kind.WARNING, told, closable=False)

    @Slot()
    def _on_text_left(self) -> None:
        self._guard()

    @Slot()
    def _on_more_clicked(self) -> None:
        """Hand the texts over; what was typed here stays a draft as after Esc."""
        texts = filter(None, (self._text.text().strip(), self._answer.text().strip()))
        self.signal_wanted.emit("\n\n".join(texts))
        self.reject()
