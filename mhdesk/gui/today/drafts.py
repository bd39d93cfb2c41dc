"""Unfinished forms as Today names them: what it is, about whom or what, and how far it got."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.signals import Kind, SignalDraft
from mhdesk.domain.text import clean
from mhdesk.domain.views import DraftView
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.gui import words
from mhdesk.gui.signals import payloads


def described(draft: DraftView, reference: str, today: date) -> tuple[str, str]:
    """Return title and reason of an unfinished form; ``reference`` is of the signal to which it belongs."""
    title, reason = _described(draft, reference, today)
    return title, " ".join(part for part in (words.begun_by(draft), reason) if part)


def _described(draft: DraftView, reference: str, today: date) -> tuple[str, str]:
    if payloads.belongs_to_person(draft.form):
        return QCoreApplication.translate("TodayLine", "Finish a form about a person"), _not_recorded()
    if payloads.belongs_to_meeting(draft.form):
        return QCoreApplication.translate("TodayLine", "Finish a form of a meeting"), _not_recorded()
    if payloads.belongs_to_organisation(draft.form):
        return QCoreApplication.translate("TodayLine", "Finish a form of an organisation"), _not_recorded()
    if place := payloads.place_of(draft.form):
        return _at_place(place), _not_recorded()
    if not payloads.belongs_to_signal(draft.form):
        return _signal(payloads.unpack_signal(draft.payload), today)
    title = {
        payloads.FORM_INFORM: QCoreApplication.translate(
            "TodayLine", "Finish the decision on informing: {reference}"
        ),
        payloads.FORM_REFERRAL: QCoreApplication.translate("TodayLine", "Finish the referral: {reference}"),
        payloads.FORM_ANSWER: QCoreApplication.translate(
            "TodayLine", "Finish recording the answer: {reference}"
        ),
        payloads.FORM_STATUS: QCoreApplication.translate(
            "TodayLine", "Finish changing the status: {reference}"
        ),
    }.get(draft.form, QCoreApplication.translate("TodayLine", "Finish a form: {reference}"))
    return title.format(reference=reference), _not_recorded()


def _at_place(place: str) -> str:
    return {
        "consultations": QCoreApplication.translate("TodayLine", "Finish a question of a professional"),
        "network": QCoreApplication.translate("TodayLine", "Finish a form of the network"),
        "meetings": QCoreApplication.translate("TodayLine", "Finish planning a meeting"),
    }.get(place, QCoreApplication.translate("TodayLine", "Finish what letters and cards say of you"))


def begun(draft: DraftView, now: datetime) -> str:
    """Return what somebody was doing when the registry was locked, and when it was kept."""
    sentence = {
        payloads.FORM_SIGNAL: QCoreApplication.translate(
            "TodayLine", "You were busy with a signal (draft of {moment})."
        ),
        payloads.FORM_INFORM: QCoreApplication.translate(
            "TodayLine", "You were busy with a decision on informing (draft of {moment})."
        ),
        payloads.FORM_REFERRAL: QCoreApplication.translate(
            "TodayLine", "You were busy with a referral (draft of {moment})."
        ),
        payloads.FORM_ANSWER: QCoreApplication.translate(
            "TodayLine", "You were busy with an answer to a referral (draft of {moment})."
        ),
        payloads.FORM_STATUS: QCoreApplication.translate(
            "TodayLine", "You were busy changing the status of a signal (draft of {moment})."
        ),
    }.get(
        draft.form, QCoreApplication.translate("TodayLine", "You were busy with a form (draft of {moment}).")
    )
    return sentence.format(moment=words.moment(draft.saved_at, now))


def told(draft: DraftView) -> str:
    """Return by what somebody knows a quick note again, in one line."""
    return " ".join(_told(payloads.unpack_signal(draft.payload)).split())


def _not_recorded() -> str:
    return QCoreApplication.translate("TodayLine", "Kept as typed, not recorded yet.")


def _signal(draft: SignalDraft, today: date) -> tuple[str, str]:
    title, about = _title(draft.kind), _told(draft)
    draft.persons = [] if draft.kind == Kind.ADVICE else [p for p in draft.persons if not p.is_blank()]
    return f"{title}: {about}" if about else title, _missing(len(draft.validate(today)))


def _title(kind: str) -> str:
    if kind == Kind.ADVICE:
        return QCoreApplication.translate("TodayLine", "Finish the request for advice")
    if kind == Kind.NOTIFICATION:
        return QCoreApplication.translate("TodayLine", "Finish the notification")
    return QCoreApplication.translate("TodayLine", "Finish the signal")


def _told(draft: SignalDraft) -> str:
    """Return the first thing in a draft by which somebody knows it again."""
    names = (clean(f"{person.first_names} {person.last_name}") for person in draft.persons)
    place = draft.municipality if draft.municipality != UNKNOWN else ""
    municipality = vocabulary("municipalities").label(place) if place else ""
    told = clean(draft.narrative)
    return next((part for part in (*names, clean(draft.organisation), municipality, told) if part), "")


def _missing(count: int) -> str:
    if count == 0:
        return QCoreApplication.translate("TodayLine", "Nothing is missing; it is not recorded yet.")
    if count == 1:
        return QCoreApplication.translate("TodayLine", "One answer is missing or not right yet.")
    several = QCoreApplication.translate("TodayLine", "{count} answers are missing or not right yet.")
    return words.sentence_case(several.format(count=words.number_word(count)))
