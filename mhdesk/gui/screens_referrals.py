"""The pictures of referrals: the dialog, a step, the letter, the list; see `screens`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QScrollArea, QWidget

from mhdesk.domain.dates import display_day
from mhdesk.domain.referral_letter import ReferralLetterDraft
from mhdesk.domain.referrals import ReferralDraft
from mhdesk.gui.referrals.letter_dialog import ReferralLetterDialog
from mhdesk.gui.shell.main_window import MainWindow
from mhdesk.gui.signals.answer_dialog import AnswerReferralDialog
from mhdesk.gui.signals.loading import Loaded
from mhdesk.gui.signals.refer_dialog import ReferDialog
from mhdesk.gui.signals.referrals_view import ReferralsView
from mhdesk.gui.signals.signal_page import SignalPage

if TYPE_CHECKING:
    from mhdesk.gui.screens import Studio

_SHARED: Final = ["name", "birth", "language", "phone", "safe_contact", "children", "needs"]


def _draft(studio: Studio, signal_id: int, involvement_id: int) -> ReferralDraft:
    today = display_day(studio.desk.today())
    return ReferralDraft(
        signal_id,
        involvement_id,
        organisation_name="Moviera",
        purpose="shelter",
        basis="consent_oral",
        consent_on=today,
        referred_on=today,
        urgency="today",
        answer_by=today,
        shared=list(_SHARED),
        covenant_reason="Er is vannacht een bed nodig; het convenant wordt vernieuwd.",
    )


def _begun(studio: Studio) -> tuple[MainWindow, SignalPage, Loaded, ReferralDraft]:
    number, one = studio.someone("undecided", "to_inform", "not_yet")
    window, page, loaded = studio.at_signal(number)
    return window, page, loaded, _draft(studio, number, one.id)


def _dialog(studio: Studio) -> QWidget:
    window, page, loaded, draft = _begun(studio)
    known = loaded.organisations
    dialog = ReferDialog(
        page.context, loaded.details, known, loaded.today, page, draft=draft, receivers=loaded.receivers
    )
    dialog.open()
    return window


def _referred(studio: Studio) -> tuple[MainWindow, SignalPage, Loaded, int]:
    """Return the page of a signal with a referral that was just made."""
    from mhdesk.desk import referring

    number, one = studio.someone("undecided", "to_inform", "not_yet")
    made = referring.refer(studio.desk, _draft(studio, number, one.id)).created or 0
    return *studio.at_signal(number), made


def _step(studio: Studio) -> QWidget:
    window, page, loaded, number = _referred(studio)
    dialog = AnswerReferralDialog(page.context, loaded.referral(number), loaded.today, page)
    dialog.choose("waiting_list")
    dialog.open()
    return window


def _letter(studio: Studio) -> QWidget:
    window, page, loaded, number = _referred(studio)
    draft = ReferralLetterDraft(
        number,
        {
            "language": "Roemeens, spreekt een beetje Engels. Gebruik een tolk van buiten de regio.",
            "children": "Eén kind van twee jaar, dat bij haar is.",
            "needs": "Een bed voor twee vanaf vannacht; zij deed nog geen aangifte.",
        },
        "Is er vannacht plaats, en zo niet: wie vragen we?",
        studio.desk.user.name,
        "035 000 00 00",
    )
    ReferralLetterDialog(page.context, loaded, loaded.referral(number), page, draft=draft).open()
    return window


def _at_signal(studio: Studio) -> QWidget:
    window, page, _, _ = _referred(studio)
    studio.settle()
    for block in page.findChildren(ReferralsView):
        for area in page.findChildren(QScrollArea):
            if area.isAncestorOf(block):
                area.ensureWidgetVisible(block, 0, block.height())
    return window


def _list(studio: Studio) -> QWidget:
    window = studio.main()
    window.pages.go("referrals")
    return window


REFERRAL_SCENES: Final[dict[str, Callable[[Studio], QWidget]]] = {
    "doorverwijzingen": _list,
    "doorverwijzing": _dialog,
    "doorverwijzing-stap": _step,
    "doorverwijzing-brief": _letter,
    "doorverwijzing-bij-signaal": _at_signal,
}
