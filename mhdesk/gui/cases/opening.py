"""From a line of Today, or a form that somebody left, into what a case needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.cases import EntryDraft
from mhdesk.domain.views import DraftView, TodayItem, TodayKind
from mhdesk.gui.cases import reading
from mhdesk.gui.cases.acts import acts_of, drafted
from mhdesk.gui.cases.follow_dialogs import entry_question
from mhdesk.gui.cases.help_dialogs import FinishDraft
from mhdesk.gui.persons.person_parts import Tab
from mhdesk.gui.signals import payloads

if TYPE_CHECKING:
    from mhdesk.gui.persons.loading import Loaded
    from mhdesk.gui.persons.person_page import PersonPage


def act_on(page: PersonPage, loaded: Loaded, item: TodayItem) -> bool:
    """Open what an agreement or a last day needs, and say whether it was one."""
    if item.kind not in {TodayKind.AGREEMENT, TodayKind.TRAJECTORY}:
        return False
    page.show_tab(Tab.CASE)
    for case in reading.of(loaded).cases:
        if item.kind is TodayKind.AGREEMENT and any(one.id == item.record_id for one in case.agreements):
            acts_of(page).ask(loaded, FinishDraft(item.record_id or 0), case)
    return True


def go_on(page: PersonPage, loaded: Loaded, kept: DraftView) -> bool:
    """Go on with a form of a case, and say whether it was one."""
    kind = drafted(kept.form)
    if kind is None:
        return False
    page.show_tab(Tab.CASE)
    acts_of(page).go_on(loaded, payloads.fill(kind, kept.payload), kept.id)
    return True


def words(kept: DraftView) -> str:
    """Say what is kept of a form of a case, "" for the form of somebody else."""
    kind = drafted(kept.form)
    if kind is None:
        return ""
    if kind is EntryDraft:
        question = entry_question(payloads.fill(EntryDraft, kept.payload).kind)
        told = QCoreApplication.translate("CaseActs", "Begun and not recorded: {question}")
        return told.format(question=question)
    return QCoreApplication.translate("CaseActs", "Something about the case was begun and not recorded.")
