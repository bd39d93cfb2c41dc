"""Help that was looked for on the page of a person: a place is sought from here, and what was not found stays seen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain import dates
from mhdesk.domain.finding_help import MORE, ONE, Wanted
from mhdesk.domain.links import TieKind
from mhdesk.domain.network_views import NeedView
from mhdesk.domain.persons import PersonDetails
from mhdesk.domain.registries import NO_MUNICIPALITY
from mhdesk.domain.unmet import UnmetNeedDraft, before
from mhdesk.domain.views import DraftView
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import Mark, word_role, word_type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.network import work
from mhdesk.gui.network.need_dialogs import (
    FORM_AMENDED,
    FORM_MET,
    FORM_NEED,
    MetDialog,
    MetTyped,
    NeedDialog,
    need_again,
    need_of,
)
from mhdesk.gui.signals import options, payloads
from mhdesk.gui.signals.blocks import MarkSign, beside, column, marked
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.buttons import QuietButton, SecondaryButton
from mhdesk.gui.widgets.labels import Label, Paragraph, Section

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk
    from mhdesk.gui.persons.loading import Loaded
    from mhdesk.gui.persons.person_page import PersonPage

_PARENT = "parent_of"


@dataclass(frozen=True, slots=True)
class Needs:
    """What was wanted for somebody and not found, the last first."""

    all: tuple[NeedView, ...]


def read(details: PersonDetails, desk: Desk) -> Needs:
    """Return what was wanted for a person and not found."""
    from mhdesk.desk import unmet

    return Needs(unmet.needs_of(desk, details.id))


def wanted_for(details: PersonDetails) -> Wanted:
    """Return what the finder can know of somebody beforehand: everything can be changed there."""
    along = sum(
        any(tie.kind is TieKind.RELATION and tie.code == _PARENT and not tie.back for tie in link.ties)
        for link in details.links
    )
    places = [role.municipality for role in details.roles if role.municipality not in NO_MUNICIPALITY | {""}]
    return Wanted(
        sex="" if details.sex == UNKNOWN else details.sex,
        age=details.age,
        children="" if not along else ONE if along == 1 else MORE,
        municipality=places[0] if places else "",
    )


def part(page: PersonPage, loaded: Loaded) -> QWidget | None:
    """Return the block: everybody may be helped, in whatever role."""
    found = loaded.of(Needs)
    if found is None:
        return None
    block = NeedsBlock(found, loaded, may_write=page.may_write)
    block.place_wanted.connect(partial(_seek, page, loaded))
    block.need_wanted.connect(partial(_need, page, loaded))
    block.amend_wanted.connect(partial(_amend, page, loaded, found))
    block.met_wanted.connect(partial(_met, page, loaded, found))
    block.reopen_wanted.connect(partial(_reopen, page))
    return block


def go_on(page: PersonPage, loaded: Loaded, kept: DraftView) -> bool:
    """Open the form that somebody began, and say whether it was one of these."""
    found = loaded.of(Needs)
    if kept.form == FORM_NEED:
        _need(page, loaded)
    elif kept.form == FORM_AMENDED and found is not None:
        _amend(page, loaded, found, payloads.number_of(kept.payload, "need_id"))
    elif kept.form == FORM_MET and found is not None:
        _met(page, loaded, found, payloads.fill(MetTyped, kept.payload).need_id)
    return kept.form in {FORM_NEED, FORM_AMENDED, FORM_MET}


def begun_words(kept: DraftView) -> str:
    """Return what is kept as a draft, "" for the form of somebody else."""
    told = {
        FORM_NEED: QCoreApplication.translate("NeedsBlock", "Help that was not found: not recorded yet."),
        FORM_AMENDED: QCoreApplication.translate(
            "NeedsBlock", "A change of what was not found: not recorded yet."
        ),
        FORM_MET: QCoreApplication.translate(
            "NeedsBlock", "Help that was found after all: not recorded yet."
        ),
    }
    return told.get(kept.form, "")


def _seek(page: PersonPage, loaded: Loaded) -> None:
    page.context.navigator.find_help(wanted_for(loaded.details), loaded.details.id)


def _need(page: PersonPage, loaded: Loaded) -> None:
    kept = page.acts.kept(FORM_NEED)
    draft = need_of(wanted_for(loaded.details), loaded.details.id, loaded.today)
    if kept is not None:
        draft = payloads.fill(UnmetNeedDraft, kept.payload)
    number = kept.id if kept is not None else None
    dialog = NeedDialog(page.context, draft, loaded.today, page, draft_id=number)
    told = QCoreApplication.translate(
        "NeedsBlock", "The unmet need is recorded. It counts in what is missing."
    )
    page.acts.show_form(dialog, told)


def _amend(page: PersonPage, loaded: Loaded, found: Needs, number: int) -> None:
    one = next((need for need in found.all if need.id == number), None)
    if one is None:
        return
    kept = page.acts.kept(FORM_AMENDED, lambda payload: payloads.number_of(payload, "need_id") == number)
    amended, draft = (one.id, one.version), need_again(one)
    if kept is not None:
        amended = (one.id, payloads.number_of(kept.payload, "version"))
        draft = payloads.fill(UnmetNeedDraft, kept.payload)
    number_kept = kept.id if kept is not None else None
    dialog = NeedDialog(page.context, draft, loaded.today, page, amended=amended, draft_id=number_kept)
    page.acts.show_form(dialog, QCoreApplication.translate("NeedsBlock", "The unmet need is corrected."))


def _met(page: PersonPage, loaded: Loaded, found: Needs, number: int) -> None:
    one = next((need for need in found.all if need.id == number and need.met_on is None), None)
    if one is None:
        return
    kept = page.acts.kept(FORM_MET, lambda payload: payloads.fill(MetTyped, payload).need_id == number)
    typed = payloads.fill(MetTyped, kept.payload) if kept else None
    draft_id = kept.id if kept else None
    dialog = MetDialog(page.context, one, loaded.today, page, typed=typed, draft_id=draft_id)
    page.acts.show_form(dialog, QCoreApplication.translate("NeedsBlock", "Recorded that it was found."))


def _reopen(page: PersonPage, number: int) -> None:
    told = QCoreApplication.translate("NeedsBlock", "The need is open again.")
    then = partial(page.acts.tell, told)
    page.context.runner.ask(partial(work.reopen, number), then, page.acts.failed.emit)


class NeedsBlock(QWidget):
    """What was not found, and the way to look again.

    ``place_wanted`` and ``need_wanted`` follow their buttons; ``amend_wanted``, ``met_wanted`` and ``reopen_wanted``
    carry the id of a need.
    """

    place_wanted = QtSignal()
    need_wanted = QtSignal()
    amend_wanted = QtSignal(int)
    met_wanted = QtSignal(int)
    reopen_wanted = QtSignal(int)

    def __init__(self, found: Needs, loaded: Loaded, *, may_write: bool) -> None:
        super().__init__()
        self._today = loaded.today
        self._may_write = may_write
        lines = column(self, sizes.S12)
        head = Section(self.tr("Not found"))
        seek = SecondaryButton(self.tr("Look for a place"), keys="P")
        seek.clicked.connect(self.place_wanted)
        if may_write:
            record = QuietButton(self.tr("Record what was not found"), small=True)
            record.clicked.connect(self.need_wanted)
            head.add_right(record)
        head.add_right(seek)
        lines.addWidget(head)
        for one in found.all:
            lines.addWidget(self._entry(one))
        if not found.all:
            nothing = self.tr("Nothing was looked for in vain yet.")
            lines.addWidget(Paragraph(nothing, role=Role.SECOND))

    def _entry(self, one: NeedView) -> QWidget:
        mark = Mark.WAITING if one.met_on is None else Mark.DONE
        entry, inner = QWidget(), QVBoxLayout()
        inner.setSpacing(2)
        state = Label(self._state(one), word_type(mark), word_role(mark))
        purpose = Paragraph(options.label("referral_purposes", one.purpose), Type.STRONG)
        inner.addLayout(beside(purpose, state, wraps=True))
        why = self.tr("looked for on {day}").format(day=words.weekday_day(one.wanted_on, self._today))
        told = [DOT.join((options.label("unmet_reasons", one.reason), why)), one.note]
        if one.met_on is not None:
            found = self.tr("Found after all on {day}: {how}")
            told.append(found.format(day=dates.display_day(one.met_on), how=one.met_how))
        told += before(one.history)
        for line in told:
            if line:
                inner.addWidget(Paragraph(line, Type.CAPTION, Role.SECOND))
        if self._may_write:
            inner.addLayout(self._buttons(one))
        column(entry, 0).addLayout(marked(MarkSign(mark), inner))
        return entry

    def _state(self, one: NeedView) -> str:
        if one.met_on is not None:
            return self.tr("found after all")
        return words.waiting(one.wanted_on, self._today).words

    def _buttons(self, one: NeedView) -> QHBoxLayout:
        purpose = options.label("referral_purposes", one.purpose)
        row = QHBoxLayout()
        row.setSpacing(sizes.S24)
        acts = [(self.tr("Amend"), self.amend_wanted)]
        if one.met_on is None:
            acts.insert(0, (self.tr("Found after all"), self.met_wanted))
        else:
            acts.insert(0, (self.tr("Still open"), self.reopen_wanted))
        for word, wanted in acts:
            button = QuietButton(word, small=True)
            button.setAccessibleName(f"{word}: {purpose}")
            button.clicked.connect(partial(wanted.emit, one.id))
            row.addWidget(button)
        row.addStretch(1)
        return row
