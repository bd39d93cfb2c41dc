"""What a list of referrals is narrowed down by: where they stand, to whom, what for."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mhdesk.domain.referral_list import ReferralFilter, Shown
from mhdesk.domain.views import OrganisationView
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.gui.look import sizes
from mhdesk.gui.signals import options
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.fields import Choice


class ReferralFilters(QWidget):
    """The row of filters above the list; `clear` stands elsewhere on the page. It begins with what is open.

    ``changed`` follows every choice.
    """

    changed = QtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown, self.organisation, self.purpose = Choice(width=240), Choice(width=320), Choice(width=240)
        self.shown.set_options(
            (
                (Shown.OPEN, self.tr("Open")),
                (Shown.OVERDUE, self.tr("Past the day of the answer")),
                (Shown.WAITING, self.tr("On a waiting list")),
                (Shown.RUNNING, self.tr("Accepted or begun")),
                (Shown.ENDED, self.tr("Ended, declined or withdrawn")),
                (Shown.ALL, self.tr("All")),
            )
        )
        self.shown.setAccessibleName(self.tr("Where they stand"))
        self.organisation.setAccessibleName(self.tr("Organisation"))
        self.purpose.setAccessibleName(self.tr("What for"))
        purposes = options.options("referral_purposes", without=(UNKNOWN,))
        self.purpose.set_options(purposes, blank=self.tr("Every purpose"))
        self.offer_organisations(())
        self.clear = QuietButton(self.tr("Clear filters"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S12)
        for choice in (self.shown, self.organisation, self.purpose):
            choice.edited.connect(self._on_choice_edited)
            row.addWidget(choice)
        row.addStretch(1)
        self.clear.clicked.connect(self._on_clear_clicked)
        self.wipe()

    def offer_organisations(self, known: Iterable[OrganisationView]) -> None:
        """Offer the organisations to which somebody was or can be referred."""
        chosen = self.organisation.code()
        pairs = [(str(one.id), one.name) for one in known]
        self.organisation.set_options(pairs, blank=self.tr("Every organisation"))
        self.organisation.setCurrentIndex(max(0, self.organisation.findData(chosen)))

    def chosen(self) -> ReferralFilter:
        """Return what stands in the fields."""
        whom = self.organisation.code()
        return ReferralFilter(
            Shown(self.shown.code() or Shown.OPEN), int(whom) if whom else None, self.purpose.code()
        )

    def is_narrowing(self) -> bool:
        """Say whether the fields show anything but everything that is open."""
        return self.chosen() != ReferralFilter()

    def wipe(self) -> None:
        """Let everything through that is open."""
        for choice in (self.shown, self.organisation, self.purpose):
            choice.setCurrentIndex(0)
        self.clear.hide()

    @Slot()
    def _on_choice_edited(self) -> None:
        self.clear.setVisible(self.is_narrowing())
        self.changed.emit()

    @Slot()
    def _on_clear_clicked(self) -> None:
        self.wipe()
        self.shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
