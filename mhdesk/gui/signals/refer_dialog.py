"""Refer a signal, or one person in it, to an organisation, or propose to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mhdesk.domain import dates, shared_fields
from mhdesk.domain.change import Change
from mhdesk.domain.clocks import inform_term
from mhdesk.domain.informing import State
from mhdesk.domain.problems import Problem
from mhdesk.domain.referrals import (
    BASES_TO_EXPLAIN,
    CONSENTS,
    URGENCIES,
    Receiver,
    ReferralDraft,
    consent_age_problems,
    covenant_warning,
    proposed_answer_by,
)
from mhdesk.domain.relations import GUARDIAN_CONSENT, parties_of
from mhdesk.domain.sources import Source, may_be_named
from mhdesk.domain.views import InvolvementView, OrganisationView, SignalDetails
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.gui.look import sizes
from mhdesk.gui.referrals.shared_part import SharedPart
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options, relation_words
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.guard_bars import add_guards
from mhdesk.gui.signals.naming import name_words, role_words
from mhdesk.gui.signals.organisation_editor import OrganisationEditor
from mhdesk.gui.widgets.fields import Choice, DateEditor, TextEditor
from mhdesk.gui.widgets.messages import Kind, MessageBar

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 452
_HALF: Final = 218
_RIGHT: Final = 420


def _refer(draft: ReferralDraft, desk: Desk) -> Change:
    from mhdesk.desk import referring

    return referring.send(desk, draft) if draft.referral_id else referring.refer(desk, draft)


class ReferDialog(FormDialog):
    """Ask to whom, for whom, what for, how soon, on what basis, and field by field what is told.

    ``draft`` is what was typed before, or a proposal that is sent now; ``receivers`` say of organisations by id on
    which side of the wall they stand and which covenants there are.
    """

    WIDTH = _WIDTH + _RIGHT + sizes.S24 + 2 * sizes.S24

    def __init__(
        self,
        context: PageContext,
        details: SignalDetails,
        known: Sequence[OrganisationView],
        today: date,
        parent: QWidget,
        *,
        draft: ReferralDraft | None = None,
        receivers: Mapping[int, Receiver] | None = None,
    ) -> None:
        question, verb = self.tr("Refer to whom?"), self.tr("Record the referral")
        super().__init__(context, question, self._warning(context, details), verb, parent)
        self._today = today
        self._details = details
        self._receivers = receivers or {}
        self._proposal = (draft.referral_id, draft.version) if draft else (None, 0)
        self._guards: list[MessageBar] = []
        self._shown_for: list[int] | None = None
        self._day_proposed = ""
        self._make_editors(known, details)
        self._ask()
        self._show(draft or self._fresh(details))

    def _make_editors(self, known: Sequence[OrganisationView], details: SignalDetails) -> None:
        self._organisation = OrganisationEditor(known, width=_WIDTH)
        self._whom = Choice(width=_WIDTH)
        self._whom.set_options(self._people(details.involvements), blank=self.tr("The signal as a whole"))
        self._purpose = Choice(width=_HALF)
        self._purpose.set_options(options.options("referral_purposes", without=(UNKNOWN,)))
        self._stage = Choice(width=_HALF)
        self._stage.set_options(
            (
                ("sent", self.tr("sent")),
                ("proposed", self.tr("only proposed")),
            )
        )
        self._urgency = Choice(width=_WIDTH)
        self._urgency.set_options(options.options(URGENCIES))
        self._day, self._answer_by, self._consent_on = DateEditor(), DateEditor(), DateEditor()
        for editor, ahead in ((self._day, False), (self._answer_by, True), (self._consent_on, False)):
            editor.expect(self._today, ahead=ahead)
            editor.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._basis = Choice(width=_WIDTH)
        self._basis.set_options(options.options("referral_bases", without=(UNKNOWN,)))
        self._basis_note, self._note = TextEditor(width=_WIDTH), TextEditor(width=_WIDTH)
        self._covenant_reason = TextEditor(width=_RIGHT)
        self._covenant = MessageBar()

    def _warning(self, context: PageContext, details: SignalDetails) -> str:
        """Return what must not be told, and what a first referral does to open terms where the law says so."""
        secret = "" if may_be_named(Source.of(details)) else self.tr("Do not tell who reported.")
        return " ".join(filter(None, (secret, self._ended_terms(context, details))))

    def _ended_terms(self, context: PageContext, details: SignalDetails) -> str:
        open_ = any(
            one.inform_due and one.inform_state in {State.UNDECIDED, State.TO_INFORM}
            for one in details.involvements
        )
        if not open_ or not inform_term(context.info.organisation_type).ends_at_disclosure:
            return ""
        return self.tr("Whoever is not informed yet is informed at the latest on the day of the referral.")

    def _people(self, people: Sequence[InvolvementView]) -> options.Options:
        return [(str(one.id), f"{name_words(one)}, {role_words(one)}") for one in people]

    def _fresh(self, details: SignalDetails) -> ReferralDraft:
        first = details.involvements[0].id if len(details.involvements) == 1 else None
        return ReferralDraft(involvement_id=first, referred_on=dates.display_day(self._today))

    def _ask(self) -> None:
        part, left, right = self.part, QVBoxLayout(), QVBoxLayout()
        left.setSpacing(sizes.S12)
        right.setSpacing(sizes.S12)
        left.addWidget(part.ask("organisation_id", self.tr("Organisation"), self._organisation))
        left.addWidget(part.ask("involvement_id", self.tr("Who is referred"), self._whom))
        left.addLayout(
            _beside(
                part.ask("purpose", self.tr("What for"), self._purpose),
                part.ask("state", self.tr("How far it is"), self._stage),
            )
        )
        self._ask_days(left)
        left.addWidget(part.ask("basis", self.tr("On what basis"), self._basis))
        left.addWidget(part.ask("consent_on", self.tr("Consent given on"), self._consent_on, optional=True))
        left.addWidget(part.ask("basis_note", self.tr("Why without consent"), self._basis_note))
        left.addWidget(part.ask("note", self.tr("Note"), self._note, optional=True))
        left.addStretch()
        self.shared = SharedPart(part, self._details, width=_RIGHT)
        self.shared.changed.connect(self.adapt)
        right.addWidget(self._covenant)
        why = self.tr("Why you go on without it")
        right.addWidget(part.ask("covenant_reason", why, self._covenant_reason, optional=True))
        right.addWidget(self.shared)
        right.addStretch()
        row = QHBoxLayout()
        row.setSpacing(sizes.S24)
        row.addLayout(left, _WIDTH)
        row.addLayout(right, _RIGHT)
        part.column.addLayout(row)

    def _ask_days(self, column: QVBoxLayout) -> None:
        part = self.part
        column.addWidget(part.ask("urgency", self.tr("How soon"), self._urgency, optional=True))
        column.addLayout(
            _beside(
                part.ask("referred_on", self.tr("Referred on"), self._day),
                part.ask("answer_by", self.tr("Answer by"), self._answer_by),
            )
        )

    def _show(self, draft: ReferralDraft) -> None:
        self._organisation.setText(draft.organisation_name)
        self._whom.setCurrentIndex(max(0, self._whom.findData(str(draft.involvement_id or ""))))
        self._purpose.set_code(draft.purpose)
        self._stage.set_code("proposed" if draft.proposed else "sent")
        self._urgency.set_code(draft.urgency)
        self._day.setText(draft.referred_on)
        self._answer_by.setText(draft.answer_by)
        self._basis.set_code(draft.basis)
        self._consent_on.setText(draft.consent_on)
        self._basis_note.setText(draft.basis_note)
        self._note.setText(draft.note)
        self._covenant_reason.setText(draft.covenant_reason)
        self.shared.set_receiver(self._receiver().side, draft.purpose)
        self.shared.show_chosen(draft.shared, draft.wall_reason)
        self.adapt()

    def adapt(self) -> None:
        """Ask only what the choices need, say when an organisation will be added, and show what it would get."""
        fields, basis = self.part.fields, self._basis.code()
        fields["basis_note"].setVisible(basis in BASES_TO_EXPLAIN)
        fields["consent_on"].setVisible(basis in CONSENTS)
        fields["state"].setVisible(self._proposal[0] is None)
        new = self._organisation.text().strip() and self._organisation.organisation() is None
        hint = self.tr("new, will be added to the list") if new else self.tr("type a part of the name")
        fields["organisation_id"].set_hint(hint)
        self._propose_answer_by()
        self.shared.set_receiver(self._receiver().side, self._purpose.code())
        whom = self._whom.code()
        self.shared.preview_of(int(whom) if whom else None)
        self._show_covenants()
        self._show_guards()

    def _receiver(self) -> Receiver:
        """Return what is known of the organisation that is named; of a new one nothing is."""
        one = self._organisation.organisation()
        return self._receivers.get(one.id, Receiver()) if one else Receiver()

    def _propose_answer_by(self) -> None:
        """Fill in until when one waits, as long as nobody typed another day."""
        day = dates.parse_day(self._day.typed()) or self._today
        until = proposed_answer_by(self._urgency.code(), day)
        proposed = dates.display_day(until) if until else ""
        if self._answer_by.typed() in {"", self._day_proposed} and proposed != self._day_proposed:
            self._answer_by.setText(proposed)
            self._day_proposed = proposed

    def _show_covenants(self) -> None:
        """Warn, before anything is shared, where no covenant covers it."""
        sharing = self._stage.code() != "proposed" and bool(self.shared.codes())
        named = bool(self._organisation.text().strip()) and bool(self._purpose.code())
        day = dates.parse_day(self._day.typed()) or self._today
        warning = covenant_warning(self._receiver().covenants, self._purpose.code(), day)
        shown = warning if sharing and named else ""
        self.part.fields["covenant_reason"].setVisible(bool(shown))
        if not shown:
            self._covenant.hide()
        elif self._covenant.isHidden() or self._covenant.sentence() != shown:
            self._covenant.show_message(Kind.WARNING, shown, closable=False)

    def _show_guards(self) -> None:
        """Say what must be known of whoever is told of; a parent who is the aggressor is not offered for consent."""
        chosen = self._told_of()
        if [one.id for one in chosen] == self._shown_for:
            return
        self._shown_for = [one.id for one in chosen]
        for bar in self._guards:
            self.body.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self._guards = add_guards(self.body, self._details, *chosen)
        unsafe = relation_words.unsafe_names(self._details, self._shown_for)
        left_out = (UNKNOWN, GUARDIAN_CONSENT) if unsafe else (UNKNOWN,)
        basis = self._basis.code()
        self._basis.set_options(options.options("referral_bases", without=left_out))
        self._basis.set_code(basis)

    def _told_of(self) -> list[InvolvementView]:
        """Return whose data the organisation gets."""
        chosen = self._whom.code()
        return [one for one in self._details.involvements if chosen in {"", str(one.id)}]

    def draft(self) -> ReferralDraft:
        """Return the referral as filled in; a known organisation goes by its id."""
        draft = self.typed()
        one = self._organisation.organisation()
        if one is not None:
            draft.organisation_id, draft.organisation_name = one.id, ""
        if draft.basis not in BASES_TO_EXPLAIN:
            draft.basis_note = ""
        draft.wall_reason = self.shared.reason()
        return draft

    def typed(self) -> ReferralDraft:
        """Return everything that was filled in, as it was typed."""
        return ReferralDraft(
            signal_id=self._details.id,
            involvement_id=int(self._whom.code()) if self._whom.code() else None,
            organisation_name=self._organisation.text().strip(),
            purpose=self._purpose.code(),
            basis=self._basis.code(),
            basis_note=self._basis_note.text(),
            referred_on=self._day.typed(),
            note=self._note.text(),
            proposed=self._stage.code() == "proposed",
            urgency=self._urgency.code(),
            answer_by=self._answer_by.typed(),
            consent_on=self._consent_on.typed(),
            shared=self.shared.codes(),
            wall_reason=self.shared.reason(),
            covenant_reason=self._covenant_reason.text(),
            referral_id=self._proposal[0],
            version=self._proposal[1],
        )

    def problems(self) -> list[Problem]:
        """Return what is wrong with the referral."""
        draft = self.draft()
        side, named = self.shared.side(), self.shared.reporter_named()
        found = draft.validate(self._today)
        found += consent_age_problems(draft.basis, parties_of(self._told_of()))
        found += shared_fields.problems(draft.shared, side, draft.wall_reason, reporter_named=named)
        at_the_name = {"organisation_name": "organisation_id"}
        return [Problem(at_the_name.get(one.field, one.field), one.code, one.params) for one in found]

    def work(self) -> Callable[[Desk], Change]:
        """Return the referral as work for the desk."""
        return partial(_refer, self.draft())


def _beside(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(sizes.S16)
    row.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
    row.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
    return row
