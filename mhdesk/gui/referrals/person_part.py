"""Referrals on the page of a person: all of them over every signal, with every step; the signal takes the next one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.domain.persons import PersonDetails
from mhdesk.domain.views import ReferralView
from mhdesk.gui.look import sizes
from mhdesk.gui.look.roles import Role
from mhdesk.gui.referrals.acts import ReferralActs
from mhdesk.gui.signals.blocks import column
from mhdesk.gui.signals.referrals_view import ReferralEntry
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Paragraph, Section

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk
    from mhdesk.gui.persons.loading import Loaded
    from mhdesk.gui.persons.person_page import PersonPage


@dataclass(frozen=True, slots=True)
class Referred:
    """The referrals of somebody in whatever role, the last first."""

    all: tuple[ReferralView, ...]


def read(details: PersonDetails, desk: Desk) -> Referred:
    """Return the referrals of a person."""
    from mhdesk.desk import referral_list

    return Referred(referral_list.of_person(desk, details.id))


def part(page: PersonPage, loaded: Loaded) -> QWidget | None:
    """Return the block: a referral is made and answered at its signal, one step from here."""
    found = loaded.of(Referred)
    if found is None:
        return None
    references = {role.signal_id: role.reference for role in loaded.details.roles}
    block = PersonReferrals(found, references, loaded)
    block.signal_wanted.connect(page.context.navigator.open_signal)
    acts = page.findChild(ReferralActs) or _acts(page)
    block.saving_wanted.connect(acts.save_letter)
    return block


def _acts(page: PersonPage) -> ReferralActs:
    acts = ReferralActs(page.context, page, page.acts)
    acts.done.connect(page.acts.done)
    acts.failed.connect(page.acts.failed)
    return acts


class PersonReferrals(QWidget):
    """Every referral of one person. ``signal_wanted`` carries its signal, ``saving_wanted`` the id of a letter."""

    signal_wanted = QtSignal(int)
    saving_wanted = QtSignal(int)

    def __init__(self, found: Referred, references: dict[int, str], loaded: Loaded) -> None:
        super().__init__()
        lines = column(self, sizes.S16)
        lines.addWidget(Section(self.tr("Referrals")))
        for one in found.all:
            entry = ReferralEntry(one, "", loaded.today, keys="", may_write=False)
            entry.saving_wanted.connect(self.saving_wanted)
            lines.addWidget(entry)
            told = self.tr("Open {reference}").format(reference=references.get(one.signal_id, ""))
            there = QuietButton(told, small=True)
            there.clicked.connect(partial(self.signal_wanted.emit, one.signal_id))
            lines.addWidget(there, 0, Qt.AlignmentFlag.AlignLeft)
        if not found.all:
            lines.addWidget(Paragraph(self.tr("Not referred to anybody yet."), role=Role.SECOND))
