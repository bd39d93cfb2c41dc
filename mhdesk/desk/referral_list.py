"""List referrals."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from mhdesk.desk import logbook
from mhdesk.desk.desk import Desk
from mhdesk.domain.people import Permission
from mhdesk.domain.referral_list import ReferralFilter, ReferralRow
from mhdesk.domain.views import ReferralView
from mhdesk.store import referral_list, referrals


def ids(desk: Desk, wanted: ReferralFilter) -> array[int]:
    """Return the ids of the referrals that the filter lets through, the newest first; overdue ones by their day."""
    restrictions = tuple(name for name in ("organisation_id", "purpose") if getattr(wanted, name))
    logbook.list_shown(desk, "referrals", (wanted.shown, *restrictions))
    return referral_list.ids(desk.database.connection, wanted, desk.today())


def rows(desk: Desk, wanted: Sequence[int]) -> list[ReferralRow]:
    """Return the lines of the given referrals, in the given order."""
    desk.demand(Permission.READ)
    return referral_list.rows(desk.database.connection, wanted)


def of_person(desk: Desk, person_id: int) -> tuple[ReferralView, ...]:
    """Return the referrals of a person in every signal, newest first; not those of a signal as a whole."""
    desk.demand(Permission.READ)
    return referrals.of_person(desk.database.connection, person_id)
