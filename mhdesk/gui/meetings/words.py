"""How meetings, who sits there and what is told are called on a page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from mhdesk.domain import shared_fields
from mhdesk.domain.agreements import CaseAgreement
from mhdesk.domain.meeting_views import ItemView, ParticipantView, ShareView
from mhdesk.domain.meetings import MeetingState
from mhdesk.domain.shared_fields import Side
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui import words
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.signals import options
from mhdesk.gui.signals.naming import DOT
from mhdesk.wording import language


def kind_words(kind: str) -> str:
    """Return which meeting it is, with a capital."""
    return options.label("meeting_kinds", kind)


def about_kind(kind: str) -> str:
    """Return in one line when this is the meeting to plan."""
    return vocabulary("meeting_kinds")[kind].get(f"about_{language()}")


def when(held_on: date, starts_at: str, today: date) -> str:
    """Return day and time: ``ma 30-11, 14:00``."""
    return ", ".join(filter(None, (words.weekday_day(held_on, today), starts_at)))


def client_words(item: ItemView) -> str:
    """Return the name of the client, or that it is not known."""
    return item.name or QCoreApplication.translate("Meeting", "Name unknown")


def participant_words(one: ParticipantView) -> str:
    """Return somebody at the table in one line."""
    return ", ".join(filter(None, (one.name, one.function, one.organisation)))


def side_words(side: Side) -> str:
    """Return on which side of the wall somebody sits, "" for neither."""
    known = vocabulary(shared_fields.SIDES)
    return known.label(side) if side in known and side != Side.NEITHER else ""


def fields_words(codes: Iterable[str]) -> str:
    """Return what was told, as part of a sentence."""
    return ", ".join(vocabulary(shared_fields.FIELDS).label(code) for code in codes)


def share_words(one: ShareView) -> str:
    """Return on which ground something was told, and why."""
    ground = vocabulary("share_grounds").label(one.basis)
    return f"{ground}: {one.basis_note}" if one.basis_note else ground


def agreement_words(one: CaseAgreement, today: date) -> str:
    """Return who does it and by when, or what came of it."""
    due = QCoreApplication.translate("Meeting", "by {day}").format(day=words.weekday_day(one.due_on, today))
    if one.done_on is not None:
        ended = QCoreApplication.translate("Meeting", "ended {day}: {how}")
        due = ended.format(day=words.weekday_day(one.done_on, today), how=one.done_how)
    return DOT.join((one.who, due))


def agreement_mark(one: CaseAgreement, today: date) -> Mark:
    """Return the shape of an agreement: done, late, today or running."""
    if one.done_on is not None:
        return Mark.DONE
    return Mark.LATE if one.due_on < today else Mark.TODAY if one.due_on == today else Mark.RUNNING


def state_mark(state: MeetingState, held_on: date, today: date) -> Mark:
    """Return the shape of a meeting: held, called off, late without a report, or to come."""
    if state == MeetingState.HELD:
        return Mark.DONE
    if state == MeetingState.CANCELLED:
        return Mark.NOT_INFORMED
    return Mark.LATE if held_on < today else Mark.TODAY if held_on == today else Mark.RUNNING
