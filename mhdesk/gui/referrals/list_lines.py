"""A referral as one line of a list."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.referral_list import ReferralRow
from mhdesk.domain.referrals import OPEN
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.gui import words
from mhdesk.gui.referrals.describing import mark_of
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.rows import Line


def line_of(row: ReferralRow, today: date) -> Line:
    """Return the line of a referral: to whom and who, then where it stands, and until or since when one waits."""
    whole = QCoreApplication.translate("ReferralLine", "the signal as a whole")
    title = DOT.join((row.organisation, row.name or whole))
    state = vocabulary("referral_states").label(row.state)
    purpose = "" if row.purpose in {"", UNKNOWN} else vocabulary("referral_purposes").label(row.purpose)
    reason = words.sentence_case(DOT.join(part for part in (state, purpose) if part))
    reason = DOT.join((reason, row.reference))
    if row.answer_by is not None:
        clock = words.deadline(row.answer_by, today, row.since)
        return Line(title, reason, clock.words, clock.day, clock.mark, clock.share)
    if row.state in OPEN and not row.historic:
        clock = words.waiting(row.since, today)
        return Line(title, reason, clock.words, clock.day, clock.mark, clock.share)
    since = QCoreApplication.translate("ReferralLine", "referred {day}")
    day = since.format(day=words.short_day(row.since, today)) if row.since else ""
    return Line(title, reason, "", day, mark_of(row.state))


def gone() -> Line:
    """Return the line of a referral that left the registry after the list was made."""
    return Line(QCoreApplication.translate("ReferralLine", "This referral is no longer in the registry"))
