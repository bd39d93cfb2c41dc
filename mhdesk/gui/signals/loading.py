"""Fetch everything that the page of one signal shows, in one question to the desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from mhdesk.domain.people import Permission
from mhdesk.domain.referrals import Receiver
from mhdesk.domain.tasks import TaskView
from mhdesk.domain.views import DraftView, InvolvementView, OrganisationView, ReferralView, SignalDetails
from mhdesk.gui.signals import payloads

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Loaded:
    """One signal as it stands, whom it can be referred to, and what somebody began and did not record.

    ``drafts`` are the forms that belong to this signal, newest first; ``colleagues`` the others who may decide here;
    ``receivers`` say of organisations by id what matters before anything is shared with them.
    """

    details: SignalDetails
    organisations: Sequence[OrganisationView]
    drafts: Sequence[DraftView]
    today: date
    colleagues: Sequence[str] = ()
    receivers: Mapping[int, Receiver] = field(default_factory=dict)

    def involvement(self, number: int) -> InvolvementView:
        """Return somebody concerned by id. Raises KeyError for an id of another signal."""
        return {one.id: one for one in self.details.involvements}[number]

    def referral(self, number: int) -> ReferralView:
        """Return a referral by id. Raises KeyError for an id of another signal."""
        return {one.id: one for one in self.details.referrals}[number]

    def task(self, number: int) -> TaskView:
        """Return a piece of work by id. Raises KeyError for an id of another signal."""
        return {one.id: one for one in self.details.tasks}[number]


def load(signal_id: int, desk: Desk) -> Loaded:
    """Return everything that the page shows; the reading is logged."""
    from mhdesk.desk import informing, referring, signals

    details = signals.details(desk, signal_id)
    return Loaded(
        details,
        referring.all_organisations(desk),
        begun(signal_id, desk),
        desk.today(),
        informing.colleagues(desk),
        referring.all_receivers(desk),
    )


def begun(signal_id: int, desk: Desk) -> list[DraftView]:
    """Return the unrecorded forms of a signal that the person at the desk may finish."""
    from mhdesk.desk import drafts

    open_to_me = drafts.to_finish(desk) if desk.user.may(Permission.WRITE) else []
    return [
        draft
        for draft in open_to_me
        if payloads.belongs_to_signal(draft.form) and payloads.signal_of(draft.payload) == signal_id
    ]


def begun_at(place: str, desk: Desk) -> list[DraftView]:
    """Return the unrecorded forms about no record that go on at a place of the navigation."""
    from mhdesk.desk import drafts

    open_to_me = drafts.to_finish(desk) if desk.user.may(Permission.WRITE) else []
    return [draft for draft in open_to_me if payloads.place_of(draft.form) == place]
