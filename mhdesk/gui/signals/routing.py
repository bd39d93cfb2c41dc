"""Which way a signal goes, on its page: what is proposed, what was chosen and why, and the form for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.routing import ROUTES, Proposal, RoutingView, facts_of, propose
from mhdesk.domain.signals import Status
from mhdesk.domain.views import SignalDetails
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options, payloads
from mhdesk.gui.signals.blocks import beside, column
from mhdesk.gui.signals.correcting import Dialogs
from mhdesk.gui.signals.loading import Loaded
from mhdesk.gui.signals.route_dialog import RouteDialog
from mhdesk.gui.signals.triage_view import has_triage
from mhdesk.gui.widgets.buttons import SecondaryButton
from mhdesk.gui.widgets.labels import Label, Paragraph, Section


def has_route(details: SignalDetails) -> bool:
    """Say whether the page shows a route: where there is triage, and wherever one was chosen."""
    return bool(details.routings) or has_triage(details)


class Routing(QObject):
    """Open the form that chooses the route of one signal. ``chosen`` carries a sentence."""

    chosen = QtSignal(str)

    def __init__(self, context: PageContext, page: QWidget, dialogs: Dialogs) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._dialogs = dialogs

    def choose(self, loaded: Loaded) -> None:
        """Ask which way the signal goes."""
        kept = self._dialogs.kept(payloads.FORM_ROUTE)
        draft = payloads.unpack_route(kept.payload) if kept else None
        dialog = RouteDialog(self._context, loaded.details, loaded.today, self._page, draft=draft)
        dialog.keep_as(payloads.FORM_ROUTE, _packed(loaded.details.id, dialog), kept.id if kept else None)
        self._dialogs.show(dialog, self._on_recorded)

    def _on_recorded(self, change: object) -> None:
        if isinstance(change, Change):
            self._context.bus.changed.emit(change)
            self.chosen.emit(self.tr("The route is recorded."))


def _packed(signal_id: int, dialog: RouteDialog) -> Callable[[], str]:
    return lambda: payloads.pack_for(signal_id, dialog.typed())


class RouteEntry(QWidget):
    """One choice: where to, when, why, and what was proposed where that was something else."""

    def __init__(self, one: RoutingView, today: date) -> None:
        super().__init__()
        lines = column(self, sizes.S4)
        day = Label(words.weekday_day(one.decided_on, today), Type.CAPTION, Role.SECOND)
        lines.addLayout(beside(Paragraph(options.label(ROUTES, one.chosen), Type.STRONG), day, wraps=True))
        if one.reason:
            lines.addWidget(Paragraph(one.reason))
        lines.addWidget(Paragraph(self._caption(one), Type.CAPTION, Role.SECOND))

    def _caption(self, one: RoutingView) -> str:
        if one.chosen == one.proposed:
            return self.tr("As proposed, recorded by {name}").format(name=one.recorded_by)
        other = self.tr("Proposed was: {route}. Recorded by {name}")
        return other.format(route=vocabulary(ROUTES).label(one.proposed), name=one.recorded_by)


class RouteBlock(QWidget):
    """What is proposed now while nothing was chosen, then the choices, newest first. ``wanted`` follows its button."""

    wanted = QtSignal()

    def __init__(self, details: SignalDetails, today: date, *, may_decide: bool) -> None:
        super().__init__()
        lines = column(self, sizes.S16)
        head = Section(self.tr("Route"))
        if may_decide and details.status == Status.OPEN:
            button = SecondaryButton(self.tr("Choose a route"), keys="R")
            button.clicked.connect(self.wanted)
            head.add_right(button)
        lines.addWidget(head)
        proposal = propose(facts_of(details))
        if not details.routings:
            lines.addWidget(self._proposed(proposal))
        for one in details.routings:
            lines.addWidget(RouteEntry(one, today))
        if proposal.counted_apart:
            apart = self.tr(
                "Labour exploitation: this signal counts apart from those of the reporting point."
            )
            lines.addWidget(Paragraph(apart, Type.CAPTION, Role.SECOND))
        lines.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _proposed(self, proposal: Proposal) -> QWidget:
        said = QWidget()
        lines = column(said, sizes.S4)
        route = self.tr("Proposal: {route}").format(route=vocabulary(ROUTES).label(proposal.route))
        undecided = Label(self.tr("not chosen yet"), Type.CAPTION, Role.SECOND)
        lines.addLayout(beside(Paragraph(route, Type.STRONG), undecided, wraps=True))
        lines.addWidget(Paragraph(proposal.why))
        lines.addWidget(Paragraph(proposal.source, Type.CAPTION, Role.SECOND))
        return said
