"""Record what somebody asks about data of his or her own, put it off, decide, and note the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain import data_requests as rules
from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.data_requests import About, Decision, DecisionDraft, RequestDraft, RequestView
from mhdesk.domain.problems import Problem
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.widgets.fields import Choice, DateEditor, LongTextEditor, RadioCards, TextEditor
from mhdesk.gui.widgets.messages import Kind
from mhdesk.wording import say

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 452


@dataclass(slots=True)
class ExtensionDraft:
    """Why an answer takes longer, as far as that was typed."""

    request_id: int = 0
    reason: str = ""


@dataclass(slots=True)
class AnsweredDraft:
    """When somebody got the answer, as far as that was typed."""

    request_id: int = 0
    answered_on: str = ""


def _record(draft: RequestDraft, desk: Desk) -> Change:
    from mhdesk.desk import data_requests

    return data_requests.record(desk, draft)


def _extend(request: RequestView, reason: str, desk: Desk) -> Change:
    from mhdesk.desk import data_requests

    return data_requests.extend(desk, request.id, request.version, reason)


def _decide(draft: DecisionDraft, desk: Desk) -> Change:
    from mhdesk.desk import data_requests

    return data_requests.decide(desk, draft)


def _answered(request: RequestView, answered_on: str, desk: Desk) -> Change:
    from mhdesk.desk import data_requests

    return data_requests.answered(desk, request.id, request.version, answered_on)


class RequestDialog(FormDialog):
    """Ask what is asked, by whom and since when; says at once where it can only be refused."""

    WIDTH = _WIDTH + 2 * sizes.S24

    def __init__(
        self,
        context: PageContext,
        person_id: int,
        about: About,
        today: date,
        parent: QWidget,
        *,
        draft: RequestDraft | None = None,
    ) -> None:
        super().__init__(context, "", "", "", parent)
        self.question.set_plain(self.tr("What is asked about these data?"))
        self.primary.setText(self.tr("Record the request"))
        self._person_id, self._about, self._today = person_id, about, today
        self._kind, self._asker = Choice(width=_WIDTH), Choice(width=_WIDTH)
        self._kind.set_options(options.options(rules.KINDS))
        self._asker.set_options(options.options(rules.ASKERS))
        self._day, self._identity = DateEditor(), TextEditor(width=_WIDTH)
        self._day.expect(today)
        part = self.part
        part.column.addWidget(part.ask("kind", self.tr("What is asked"), self._kind))
        part.column.addWidget(part.ask("asked_on", self.tr("Came in on"), self._day))
        part.column.addWidget(part.ask("asked_by", self.tr("Who asks"), self._asker))
        hint = self.tr("name, and what you saw of it")
        part.column.addWidget(
            part.ask("identity", self.tr("Who it is and how you know"), self._identity, hint=hint)
        )
        shown = draft or RequestDraft(asked_on=dates.display_day(today))
        self._kind.set_code(shown.kind)
        self._day.setText(shown.asked_on)
        self._asker.set_code(shown.asked_by)
        self._identity.setText(shown.identity)
        self.adapt()

    def adapt(self) -> None:
        """Say where whoever asks can only be refused; the request is recorded all the same."""
        why = rules.only_refusal(self.typed(), self._about) if self._asker.code() else ""
        if why:
            self.messages.show_message(Kind.WARNING, say(why), closable=False)
        else:
            self.messages.hide()
        source = vocabulary(rules.KINDS)[self._kind.code()].source if self._kind.code() else ""
        self.part.fields["kind"].set_hint(source)

    def typed(self) -> RequestDraft:
        """Return the request as filled in."""
        return RequestDraft(
            self._person_id,
            self._kind.code(),
            self._day.typed(),
            self._asker.code(),
            self._identity.text(),
        )

    def problems(self) -> list[Problem]:
        """Return what is wrong with the request."""
        return self.typed().validate(self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the request as work for the desk."""
        return partial(_record, self.typed())


class ExtendDialog(FormDialog):
    """Ask why the answer takes longer."""

    def __init__(
        self,
        context: PageContext,
        request: RequestView,
        today: date,
        parent: QWidget,
        *,
        draft: ExtensionDraft | None = None,
    ) -> None:
        super().__init__(context, "", "", "", parent)
        until = rules.extended(request.kind, request.asked_on)
        asked = self.tr("Put the answer off to {day}?").format(day=words.weekday_day(until, today))
        self.question.set_plain(asked)
        self.primary.setText(self.tr("Put it off"))
        self._request, self._today = request, today
        self._reason = LongTextEditor(width=sizes.DIALOG_WIDTH - 2 * sizes.S24)
        hint = self.tr("once; the person is told")
        self.part.column.addWidget(self.part.ask("reason", self.tr("Why"), self._reason, hint=hint))
        self._reason.setText(draft.reason if draft else "")

    def typed(self) -> ExtensionDraft:
        """Return the reason as typed."""
        return ExtensionDraft(self._request.id, self._reason.text())

    def problems(self) -> list[Problem]:
        """Return what is wrong with putting it off."""
        return rules.extension_problems(self._request, self._reason.text(), self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the putting off as work for the desk."""
        return partial(_extend, self._request, self._reason.text())


class DecideRequestDialog(FormDialog):
    """Ask what is decided on a request; only refusing is offered where nothing else can be."""

    WIDTH = _WIDTH + 2 * sizes.S24

    def __init__(
        self,
        context: PageContext,
        request: RequestView,
        about: About,
        parent: QWidget,
        *,
        draft: DecisionDraft | None = None,
    ) -> None:
        super().__init__(context, "", "", "", parent)
        kind = vocabulary(rules.KINDS).label(request.kind)
        self.question.set_plain(self.tr("What is decided on the request ({kind})?").format(kind=kind))
        self.primary.setText(self.tr("Record the decision"))
        self._request, self._about = request, about
        self._decision, self._ground = RadioCards(), Choice(width=_WIDTH)
        why = rules.only_refusal(request, about)
        self._decision.set_options(self._choices(only_refusal=bool(why)))
        allowed = rules.grounds_for(request.kind)
        offered = [pair for pair in options.options(rules.GROUNDS) if pair[0] in allowed]
        self._ground.set_options(offered)
        self._reasoning = LongTextEditor(width=_WIDTH)
        part = self.part
        part.column.addWidget(part.ask("decision", self.tr("Decision"), self._decision))
        part.column.addWidget(part.ask("ground", self.tr("On which ground"), self._ground))
        part.column.addWidget(part.ask("reasoning", self.tr("Why"), self._reasoning))
        if why:
            self.messages.show_message(Kind.WARNING, say(why), closable=False)
        self._show(draft or self._fresh(request, only_refusal=bool(why)))

    def _choices(self, *, only_refusal: bool) -> list[tuple[str, str, str]]:
        captions = {
            Decision.GRANTED: self.tr("all of it"),
            Decision.PARTLY: self.tr("what protects others stays out"),
            Decision.REFUSED: self.tr("with a ground, and the way to complain"),
        }
        codes = [Decision.REFUSED] if only_refusal else list(Decision)
        return [(code, options.label(rules.DECISIONS, code), captions[code]) for code in codes]

    def _fresh(self, request: RequestView, *, only_refusal: bool) -> DecisionDraft:
        if only_refusal and not request.decision:
            return DecisionDraft(decision=Decision.REFUSED)
        return DecisionDraft(decision=request.decision, ground=request.ground, reasoning=request.reasoning)

    def _show(self, draft: DecisionDraft) -> None:
        self._decision.set_code(draft.decision)
        self._ground.set_code(draft.ground)
        self._reasoning.setText(draft.reasoning)
        self.adapt()

    def adapt(self) -> None:
        """Ask for a ground only where something is refused, and show where it stands."""
        refused = self._decision.code() in {Decision.PARTLY, Decision.REFUSED}
        self.part.fields["ground"].setVisible(refused)
        self.part.fields["reasoning"].set_optional(optional=not refused)
        code = self._ground.code()
        self.part.fields["ground"].set_hint(vocabulary(rules.GROUNDS)[code].source if code else "")

    def typed(self) -> DecisionDraft:
        """Return the decision as filled in."""
        refused = self._decision.code() != Decision.GRANTED
        return DecisionDraft(
            self._request.id,
            self._request.version,
            self._decision.code(),
            self._ground.code() if refused else "",
            self._reasoning.text(),
        )

    def problems(self) -> list[Problem]:
        """Return what is wrong with the decision."""
        return self.typed().validate(self._request, self._about)

    def work(self) -> Callable[[Desk], Change]:
        """Return the decision as work for the desk."""
        return partial(_decide, self.typed())


class AnsweredDialog(FormDialog):
    """Ask when somebody got the answer."""

    def __init__(
        self,
        context: PageContext,
        request: RequestView,
        today: date,
        parent: QWidget,
        *,
        draft: AnsweredDraft | None = None,
    ) -> None:
        super().__init__(context, "", "", "", parent)
        self.question.set_plain(self.tr("When was it answered?"))
        self.primary.setText(self.tr("Record the answer"))
        self._request, self._today = request, today
        self._day = DateEditor()
        self._day.expect(today)
        self.part.column.addWidget(
            self.part.ask("answered_on", self.tr("Told and carried out on"), self._day)
        )
        self._day.setText(draft.answered_on if draft else dates.display_day(today))

    def typed(self) -> AnsweredDraft:
        """Return the day as typed."""
        return AnsweredDraft(self._request.id, self._day.typed())

    def problems(self) -> list[Problem]:
        """Return what is wrong with it."""
        return rules.answer_problems(self._request, self._day.typed(), self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the answer as work for the desk."""
        return partial(_answered, self._request, self._day.typed())
