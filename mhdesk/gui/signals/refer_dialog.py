"""Refer a signal, or one person in it, to an organisation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.clocks import inform_term
from mhdesk.domain.informing import State
from mhdesk.domain.problems import Problem
from mhdesk.domain.referrals import BASES_TO_EXPLAIN, ReferralDraft
from mhdesk.domain.relations import GUARDIAN_CONSENT
from mhdesk.domain.sources import Source, may_be_named
from mhdesk.domain.views import InvolvementView, OrganisationView, SignalDetails
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.gui.look import sizes
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options, relation_words
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.guard_bars import add_guards
from mhdesk.gui.signals.naming import name_words, role_words
from mhdesk.gui.signals.organisation_editor import OrganisationEditor
from mhdesk.gui.widgets.fields import Choice, DateEditor, TextEditor
from mhdesk.gui.widgets.messages import MessageBar

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 452
_HALF: Final = 200


def _refer(draft: ReferralDraft, desk: Desk) -> Change:
    from mhdesk.desk import referring

    return referring.refer(desk, draft)


class ReferDialog(FormDialog):
    """Ask to whom, for whom, what for, and on what basis; ``draft`` is what was typed before."""

    WIDTH = _WIDTH + 2 * sizes.S24

    def __init__(
        self,
        context: PageContext,
        details: SignalDetails,
        known: Sequence[OrganisationView],
        today: date,
        parent: QWidget,
        *,
        draft: ReferralDraft | None = None,
    ) -> None:
        question, verb = self.tr("Refer to whom?"), self.tr("Record the referral")
        super().__init__(context, question, self._warning(context, details), verb, parent)
        self._today = today
        self._details = details
        self._guards: list[MessageBar] = []
        self._shown_for: list[int] | None = None
        self._organisation = OrganisationEditor(known, width=_WIDTH)
        self._whom = Choice(width=_WIDTH)
        self._whom.set_options(self._people(details.involvements), blank=self.tr("The signal as a whole"))
        self._purpose = Choice(width=_HALF)
        self._purpose.set_options(options.options("referral_purposes", without=(UNKNOWN,)))
        self._day = DateEditor()
        self._day.expect(today)
        self._basis = Choice(width=_WIDTH)
        self._basis.set_options(options.options("referral_bases", without=(UNKNOWN,)))
        self._basis_note = TextEditor(width=_WIDTH)
        self._note = TextEditor(width=_WIDTH)
        self._ask()
        self._show(draft or self._fresh(details))

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
        part = self.part
        part.column.addWidget(part.ask("organisation_id", self.tr("Organisation"), self._organisation))
        part.column.addWidget(part.ask("involvement_id", self.tr("Who is referred"), self._whom))
        row = QHBoxLayout()
        row.setSpacing(sizes.S16)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(part.ask("purpose", self.tr("What for"), self._purpose), 1, top)
        row.addWidget(part.ask("referred_on", self.tr("Referred on"), self._day), 0, top)
        part.column.addLayout(row)
        part.column.addWidget(part.ask("basis", self.tr("On what basis"), self._basis))
        part.column.addWidget(part.ask("basis_note", self.tr("Why without consent"), self._basis_note))
        part.column.addWidget(part.ask("note", self.tr("Note"), self._note, optional=True))
        self._day.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _show(self, draft: ReferralDraft) -> None:
        self._organisation.setText(draft.organisation_name)
        self._whom.setCurrentIndex(max(0, self._whom.findData(str(draft.involvement_id or ""))))
        self._purpose.set_code(draft.purpose)
        self._day.setText(draft.referred_on)
        self._basis.set_code(draft.basis)
        self._basis_note.setText(draft.basis_note)
        self._note.setText(draft.note)
        self.adapt()

    def adapt(self) -> None:
        """Ask why only where there is no consent, and say when an organisation will be added."""
        self.part.fields["basis_note"].setVisible(self._basis.code() in BASES_TO_EXPLAIN)
        new = self._organisation.text().strip() and self._organisation.organisation() is None
        hint = self.tr("new, will be added to the list") if new else self.tr("type a part of the name")
        self.part.fields["organisation_id"].set_hint(hint)
        self._show_guards()

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
        )

    def problems(self) -> list[Problem]:
        """Return what is wrong with the referral."""
        found = self.draft().validate(self._today)
        at_the_name = {"organisation_name": "organisation_id"}
        return [Problem(at_the_name.get(one.field, one.field), one.code, one.params) for one in found]

    def work(self) -> Callable[[Desk], Change]:
        """Return the referral as work for the desk."""
        return partial(_refer, self.draft())
