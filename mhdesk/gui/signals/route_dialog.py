"""Choose which way a signal goes: the proposal with its reason, the choice, and why it is another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QSizePolicy, QWidget

from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.problems import Problem
from mhdesk.domain.routing import ROUTES, RouteDraft, facts_of, propose
from mhdesk.domain.views import SignalDetails
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui.look import sizes
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.widgets.fields import Choice, DateEditor, LongTextEditor

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 452


def _choose(draft: RouteDraft, desk: Desk) -> Change:
    from mhdesk.desk import routing

    return routing.choose(desk, draft)


class RouteDialog(FormDialog):
    """Ask which way a signal goes; ``draft`` is what was typed before. Why is asked only beside the proposal."""

    WIDTH = _WIDTH + 2 * sizes.S24

    def __init__(
        self,
        context: PageContext,
        details: SignalDetails,
        today: date,
        parent: QWidget,
        *,
        draft: RouteDraft | None = None,
    ) -> None:
        self._proposal = propose(facts_of(details))
        question = self.tr("Where does {reference} go?").format(reference=details.reference)
        super().__init__(context, question, self._proposed(), self.tr("Record the route"), parent)
        self._today = today
        self._signal_id = details.id
        self._route = Choice(width=_WIDTH)
        self._route.set_options(options.options(ROUTES))
        self._reason = LongTextEditor(width=_WIDTH)
        self._day = DateEditor()
        self._day.expect(today)
        self._day.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        column, ask = self.part.column, self.part.ask
        column.addWidget(ask("chosen", self.tr("Route"), self._route))
        column.addWidget(ask("reason", self.tr("Why another route"), self._reason))
        column.addWidget(ask("decided_on", self.tr("Decided on"), self._day))
        self._show(draft or RouteDraft(chosen=self._proposal.route, decided_on=dates.display_day(today)))

    def _proposed(self) -> str:
        said = self.tr("Proposal: {route}. {why} Source: {source}.")
        route = vocabulary(ROUTES).label(self._proposal.route)
        return said.format(route=route, why=self._proposal.why, source=self._proposal.source)

    def _show(self, draft: RouteDraft) -> None:
        self._route.set_code(draft.chosen)
        self._reason.setText(draft.reason)
        self._day.setText(draft.decided_on)
        self.adapt()

    def adapt(self) -> None:
        """Ask why only where somebody chooses otherwise than proposed."""
        self.part.fields["reason"].setVisible(self._route.code() not in {"", self._proposal.route})

    def draft(self) -> RouteDraft:
        """Return the choice as filled in; a reason that is not asked for is none."""
        draft = self.typed()
        if draft.chosen == self._proposal.route:
            draft.reason = ""
        return draft

    def typed(self) -> RouteDraft:
        """Return everything that was filled in, as it was typed."""
        return RouteDraft(self._signal_id, self._route.code(), self._reason.text(), self._day.typed())

    def problems(self) -> list[Problem]:
        """Return what is wrong with the choice."""
        return self.draft().validate(self._proposal.route, self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the choice as work for the desk."""
        return partial(_choose, self.draft())
