"""Say what somebody began about a signal and did not record."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.views import DraftView, SignalDetails
from mhdesk.gui import words
from mhdesk.gui.signals import payloads
from mhdesk.gui.signals.naming import name_words


def begun_words(kept: DraftView, details: SignalDetails) -> str:
    """Return what is kept as a draft of this signal, and who began it if that was somebody else."""
    return " ".join(part for part in (_form_words(kept, details), words.begun_by(kept)) if part)


def _form_words(kept: DraftView, details: SignalDetails) -> str:
    fixed = {
        payloads.FORM_REFERRAL: QCoreApplication.translate("SignalPage", "A referral is kept as a draft."),
        payloads.FORM_ANSWER: QCoreApplication.translate(
            "SignalPage", "An answer to a referral is kept as a draft."
        ),
        payloads.FORM_STATUS: QCoreApplication.translate(
            "SignalPage", "The reason for another status is kept as a draft."
        ),
        payloads.FORM_TRIAGE: QCoreApplication.translate("SignalPage", "A triage is kept as a draft."),
        payloads.FORM_INDICATORS: QCoreApplication.translate(
            "SignalPage", "A list of signs is kept as a draft."
        ),
        payloads.FORM_ROUTE: QCoreApplication.translate("SignalPage", "The route is kept as a draft."),
        payloads.FORM_AMEND: QCoreApplication.translate(
            "SignalPage", "A change of this signal is kept as a draft."
        ),
        payloads.FORM_PERSON: QCoreApplication.translate(
            "SignalPage", "What was typed about a person is kept as a draft."
        ),
        payloads.FORM_AGREE: QCoreApplication.translate(
            "SignalPage", "The answer about a colleague's decision is kept as a draft."
        ),
        payloads.FORM_ROLE: QCoreApplication.translate("SignalPage", "Another role is kept as a draft."),
        payloads.FORM_CONVERT: QCoreApplication.translate(
            "SignalPage", "Another kind of this signal is kept as a draft."
        ),
        payloads.FORM_RELATION: QCoreApplication.translate("SignalPage", "A relation is kept as a draft."),
        payloads.FORM_LETTER: QCoreApplication.translate(
            "SignalPage", "An information letter is kept as a draft."
        ),
        payloads.FORM_LEAD: QCoreApplication.translate("SignalPage", "A lead is kept as a draft."),
        payloads.FORM_CARD: QCoreApplication.translate("SignalPage", "A crisis card is kept as a draft."),
        payloads.FORM_TASK_DONE: QCoreApplication.translate(
            "SignalPage", "What was typed about a task is kept as a draft."
        ),
        payloads.FORM_TASK_LATER: QCoreApplication.translate(
            "SignalPage", "What was typed about a task is kept as a draft."
        ),
    }
    if kept.form in fixed:
        return fixed[kept.form]
    about = payloads.unpack_inform(kept.payload).involvement_id
    name = next((name_words(one) for one in details.involvements if one.id == about), "")
    return QCoreApplication.translate("SignalPage", "The decision about {name} is kept as a draft.").format(
        name=name
    )
