"""Record a registration with CoMensha, why there is none, and what came back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain import comensha as rules
from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.comensha import (
    CONSENTS,
    DOSSIERS,
    ComenshaState,
    FeedbackDraft,
    ReasonDraft,
    RegisterDraft,
    Standing,
)
from mhdesk.domain.problems import Problem
from mhdesk.gui.look import sizes
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.widgets.fields import Choice, DateEditor, LongTextEditor, TextEditor
from mhdesk.gui.widgets.messages import Kind

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 452


def _register(draft: RegisterDraft, desk: Desk) -> Change:
    from mhdesk.desk import comensha

    return comensha.register(desk, draft)


def _reason(draft: ReasonDraft, desk: Desk) -> Change:
    from mhdesk.desk import comensha

    act = comensha.refuse if draft.state == ComenshaState.REFUSED else comensha.not_needed
    return act(desk, draft.person_id, draft.reason)


def _feedback(draft: FeedbackDraft, desk: Desk) -> Change:
    from mhdesk.desk import comensha

    return comensha.feedback(desk, draft)


def _day(day: date | None) -> str:
    return dates.display_day(day) if day else ""


class RegisterDialog(FormDialog):
    """Ask how a victim was registered, and on whose word; ``draft`` is what was typed before."""

    WIDTH = _WIDTH + 2 * sizes.S24

    def __init__(
        self,
        context: PageContext,
        standing: Standing,
        today: date,
        parent: QWidget,
        *,
        draft: RegisterDraft | None = None,
    ) -> None:
        question, verb = "", ""
        super().__init__(context, question, verb, verb, parent)
        self._standing, self._today = standing, today
        self.question.set_plain(self.tr("How is the registration with CoMensha?"))
        self.primary.setText(self.tr("Record the registration"))
        self._dossier, self._consent = Choice(width=_WIDTH), Choice(width=_WIDTH)
        self._dossier.set_options(options.options(DOSSIERS))
        allowed = rules.consents_for(standing.whom)
        offered = [pair for pair in options.options(CONSENTS) if pair[0] in allowed]
        self._consent.set_options(offered)
        self._consent_on, self._registered_on = DateEditor(), DateEditor()
        for editor in (self._consent_on, self._registered_on):
            editor.expect(today)
        self._who, self._number = TextEditor(width=_WIDTH), TextEditor(width=_WIDTH)
        self._ask()
        self._show(draft or self._fresh(standing))
        self._warn()

    def _ask(self) -> None:
        part = self.part
        part.column.addWidget(part.ask("dossier_type", self.tr("Type of dossier"), self._dossier))
        part.column.addWidget(part.ask("consent", self.tr("On whose word"), self._consent))
        part.column.addWidget(part.ask("consent_note", self.tr("Who signed, or whose duty it is"), self._who))
        part.add_pair(
            part.ask("consent_on", self.tr("Consent given on"), self._consent_on),
            part.ask("registered_on", self.tr("Registered on"), self._registered_on),
        )
        number = part.ask("their_number", self.tr("Number of CoMensha"), self._number, optional=True)
        part.column.addWidget(number)

    def _warn(self) -> None:
        if self._standing.whom.unsafe:
            told = self.tr(
                "A parent or guardian is the aggressor in a signal. Never ask that person to sign."
            )
            self.messages.show_message(Kind.WARNING, told, closable=False)
        elif self._standing.whom.age is None:
            told = self.tr("The age is not known. Below 16 a parent or guardian signs, from 16 the victim.")
            self.messages.show_message(Kind.WARNING, told, closable=False)

    def _fresh(self, standing: Standing) -> RegisterDraft:
        now = standing.now()
        if now is None or now.state != ComenshaState.REGISTERED:
            return RegisterDraft(standing.person_id, registered_on=dates.display_day(self._today))
        return RegisterDraft(
            standing.person_id,
            now.dossier_type,
            now.consent,
            _day(now.consent_on),
            now.consent_note,
            _day(now.registered_on),
            now.their_number,
        )

    def _show(self, draft: RegisterDraft) -> None:
        self._dossier.set_code(draft.dossier_type)
        self._consent.set_code(draft.consent)
        self._consent_on.setText(draft.consent_on)
        self._who.setText(draft.consent_note)
        self._registered_on.setText(draft.registered_on)
        self._number.setText(draft.their_number)
        self.adapt()

    def adapt(self) -> None:
        """Ask who signed, and when, only where that matters."""
        code = self._consent.code()
        self.part.fields["consent_note"].setVisible(rules.asks_who(code))
        self.part.fields["consent_on"].set_optional(optional=bool(code) and not rules.is_consent(code))

    def typed(self) -> RegisterDraft:
        """Return the registration as filled in."""
        return RegisterDraft(
            self._standing.person_id,
            self._dossier.code(),
            self._consent.code(),
            self._consent_on.typed(),
            self._who.text(),
            self._registered_on.typed(),
            self._number.text(),
        )

    def problems(self) -> list[Problem]:
        """Return what is wrong with the registration."""
        return self.typed().validate(self._today, self._standing.whom)

    def work(self) -> Callable[[Desk], Change]:
        """Return the registration as work for the desk."""
        return partial(_register, self.typed())


class ReasonDialog(FormDialog):
    """Ask why a victim is not registered: does not want it, or it is not needed."""

    def __init__(
        self,
        context: PageContext,
        person_id: int,
        state: ComenshaState,
        parent: QWidget,
        *,
        draft: ReasonDraft | None = None,
    ) -> None:
        super().__init__(context, "", "", "", parent)
        refused = state == ComenshaState.REFUSED
        asked = self.tr("Why does the victim not want it?") if refused else self.tr("Why is it not needed?")
        self.question.set_plain(asked)
        self.primary.setText(self.tr("Record it"))
        self._person_id, self._state = person_id, state
        self._reason = LongTextEditor(width=sizes.DIALOG_WIDTH - 2 * sizes.S24)
        hint = "" if refused else self.tr("such as: the police registered")
        self.part.column.addWidget(self.part.ask("reason", self.tr("Why"), self._reason, hint=hint))
        self._reason.setText(draft.reason if draft else "")

    def typed(self) -> ReasonDraft:
        """Return the reason as typed."""
        return ReasonDraft(self._person_id, self._state, self._reason.text())

    def problems(self) -> list[Problem]:
        """Return what is missing."""
        return self.typed().validate()

    def work(self) -> Callable[[Desk], Change]:
        """Return the reason as work for the desk."""
        return partial(_reason, self.typed())


class FeedbackDialog(FormDialog):
    """Ask what CoMensha told back."""

    def __init__(
        self,
        context: PageContext,
        standing: Standing,
        today: date,
        parent: QWidget,
        *,
        draft: FeedbackDraft | None = None,
    ) -> None:
        super().__init__(context, "", "", "", parent)
        self.question.set_plain(self.tr("What did CoMensha tell?"))
        self.primary.setText(self.tr("Record the message"))
        self._standing, self._today = standing, today
        width = sizes.DIALOG_WIDTH - 2 * sizes.S24
        self._day, self._number = DateEditor(), TextEditor(width=width)
        self._day.expect(today)
        self._text = LongTextEditor(width=width)
        part = self.part
        part.column.addWidget(part.ask("feedback_on", self.tr("Came on"), self._day))
        part.column.addWidget(part.ask("feedback", self.tr("What it says"), self._text))
        number = part.ask("their_number", self.tr("Number of CoMensha"), self._number, optional=True)
        part.column.addWidget(number)
        now = standing.now()
        known = now.their_number if now else ""
        shown = draft or FeedbackDraft(standing.person_id, dates.display_day(today), "", known)
        self._day.setText(shown.feedback_on)
        self._text.setText(shown.feedback)
        self._number.setText(shown.their_number)

    def typed(self) -> FeedbackDraft:
        """Return the message as typed."""
        number = self._standing.person_id
        return FeedbackDraft(number, self._day.typed(), self._text.text(), self._number.text())

    def problems(self) -> list[Problem]:
        """Return what is wrong with it."""
        now = self._standing.now()
        return self.typed().validate(self._today, now.registered_on if now else None)

    def work(self) -> Callable[[Desk], Change]:
        """Return the message as work for the desk."""
        return partial(_feedback, self.typed())
