"""The pictures of correcting a signal, of two corrections that meet, and of destroying; see `screens`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QScrollArea, QWidget

from mhdesk.domain import amending as typed
from mhdesk.gui.signals import payloads
from mhdesk.gui.signals.amend_signal_dialog import RECEIPT, STORY
from mhdesk.gui.signals.loading import load
from mhdesk.gui.signals.payloads import AmendDraft

if TYPE_CHECKING:
    from mhdesk.gui.screens import Studio


def _amend(block: str, studio: Studio) -> QWidget:
    window, page, loaded = studio.at_signal(studio.someone("not_yet")[0])
    page.acts.correct.amend(loaded, block)
    return window


def _person(adds: bool, studio: Studio) -> QWidget:
    number, one = studio.someone("not_yet")
    window, page, loaded = studio.at_signal(number)
    page.acts.correct.amend_person(loaded, 0 if adds else one.id)
    return window


def _conflict(studio: Studio) -> QWidget:
    """Go on with a draft that was kept before a colleague corrected the same signal."""
    from mhdesk.desk import amending, drafts

    number = studio.someone("undecided", "not_yet")[0]
    before = load(number, studio.desk).details
    draft = typed.signal_draft(before)
    mine = replace(draft, narrative=f"{draft.narrative} Het waren er negen.", organisation="Wijkteam")
    theirs = replace(draft, narrative=f"{draft.narrative} De huurbaas kwam elke week langs.", form="unknown")
    kept = AmendDraft(before.version, STORY, mine)
    drafts.keep(studio.desk, payloads.FORM_AMEND, payloads.pack_for(number, kept), None)
    amending.amend_signal(studio.desk, number, before.version, theirs)
    window, page, loaded = studio.at_signal(number)
    page.acts.correct.amend(loaded, STORY)
    studio.settle()
    dialog = page.acts.dialog()
    if dialog is not None:
        dialog.decide()
    return window


def _history(studio: Studio) -> QWidget:
    """Show the end of a page on which something was corrected."""
    from mhdesk.desk import amending

    number = studio.someone("not_yet")[0]
    details = load(number, studio.desk).details
    draft = replace(typed.signal_draft(details), municipality="GM0406", received_time="", channel="meeting")
    amending.amend_signal(studio.desk, number, details.version, draft)
    one = details.involvements[0]
    person = replace(typed.person_draft(one), last_name="Bedacht", birth="ca. 24 jr")
    amending.amend_person(studio.desk, number, one.person_id or 0, one.person_version, person)
    window, page, _ = studio.at_signal(number)
    if areas := page.findChildren(QScrollArea):
        bar = areas[0].verticalScrollBar()
        bar.setValue(bar.maximum())
    return window


def _destroy(studio: Studio) -> QWidget:
    window, page, loaded = studio.at_signal(studio.someone("not_yet")[0])
    page.acts.correct.destroy(loaded)
    return window


CORRECTING_SCENES: Final[dict[str, Callable[[Studio], QWidget]]] = {
    "signaal-aanvullen": partial(_amend, RECEIPT),
    "verhaal-aanvullen": partial(_amend, STORY),
    "betrokkene-aanvullen": partial(_person, False),
    "betrokkene-erbij": partial(_person, True),
    "wijzigingen-botsen": _conflict,
    "signaal-gewijzigd": _history,
    "vernietigen": _destroy,
}
