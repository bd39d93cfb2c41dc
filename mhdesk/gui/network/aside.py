"""What the side column of the network says of the line with the cursor."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mhdesk.domain.finding_help import Match, Verdict
from mhdesk.domain.network_views import NeedView, OrganisationRow
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.network.lines import Subject
from mhdesk.gui.network.words import MARKS, capacity, labels, need_title, offer_title
from mhdesk.gui.signals import options
from mhdesk.gui.signals.blocks import MarkSign, column, facts, marked
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Paragraph, Section


class Aside(QWidget):
    """One match with every reason, one organisation, or one unmet need.

    ``opened`` and ``met`` follow their buttons.
    """

    opened = QtSignal()
    met = QtSignal()

    def __init__(self, subject: Subject, today: date, *, may_write: bool) -> None:
        super().__init__()
        self._today = today
        self._lines = column(self, sizes.S8)
        if isinstance(subject, Match):
            self._show_match(subject)
        elif isinstance(subject, OrganisationRow):
            self._show_organisation(subject)
        else:
            self._show_need(subject, may_write=may_write)
        self._lines.addStretch(1)

    def _show_match(self, one: Match) -> None:
        offer = one.offer
        self._lines.addWidget(Section(offer.organisation, small=True))
        self._lines.addWidget(Paragraph(offer_title(offer), Type.TEXT, Role.SECOND))
        self._lines.addWidget(
            Paragraph(offer.organisation_phone or self.tr("No number recorded"), Type.STRONG)
        )
        for verdict in (Verdict.UNFIT, Verdict.ASK, Verdict.FITS):
            for reason in one.of(verdict):
                told = QVBoxLayout()
                told.addWidget(Paragraph(words.sentence_case(reason.sentence)))
                self._lines.addLayout(marked(MarkSign(MARKS[verdict]), told))
        self._lines.addWidget(Paragraph(capacity(offer, self._today), Type.CAPTION, Role.SECOND))
        if offer.conditions:
            self._lines.addWidget(Paragraph(offer.conditions, Type.CAPTION, Role.SECOND))
        self._add_open()

    def _show_organisation(self, one: OrganisationRow) -> None:
        self._lines.addWidget(Section(one.name, small=True))
        told = (
            (self.tr("Phone"), one.phone or self.tr("not recorded")),
            (self.tr("Side"), options.label("organisation_sides", one.side) if one.side else ""),
            (self.tr("Offers"), labels("referral_purposes", one.offers) or self.tr("nothing recorded")),
            (self.tr("Covenants in force"), str(one.covenants or self.tr("none"))),
        )
        self._lines.addLayout(facts(told))
        self._add_open()

    def _show_need(self, one: NeedView, *, may_write: bool) -> None:
        self._lines.addWidget(Section(self.tr("Not found yet"), small=True))
        self._lines.addWidget(Paragraph(need_title(one), Type.STRONG))
        self._lines.addWidget(Paragraph(options.label("unmet_reasons", one.reason)))
        since = self.tr("Looked for on {day}, recorded by {name}.")
        day = words.weekday_day(one.wanted_on, self._today)
        told = since.format(day=day, name=one.recorded_by)
        self._lines.addWidget(Paragraph(told, Type.CAPTION, Role.SECOND))
        if one.note:
            self._lines.addWidget(Paragraph(one.note, Type.CAPTION))
        if may_write:
            found = QuietButton(self.tr("Found after all"), small=True)
            found.clicked.connect(self.met)
            self._lines.addWidget(found)
        if one.person_id is not None:
            self._add_open(self.tr("Open the person"))

    def _add_open(self, word: str = "") -> None:
        open_ = QuietButton(word or self.tr("Open the organisation"), small=True)
        open_.clicked.connect(self.opened)
        self._lines.addWidget(open_)
