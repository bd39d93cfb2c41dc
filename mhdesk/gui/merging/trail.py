"""Who may stand in the registry twice as this person, and what was ever joined into her or him."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.domain.merging import MergeView
from mhdesk.domain.persons import PersonDetails
from mhdesk.domain.views import DraftView
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.merging.acts import Merging
from mhdesk.gui.merging.dialog import FORM_MERGE
from mhdesk.gui.merging.split_dialog import FORM_SPLIT
from mhdesk.gui.signals import change_words
from mhdesk.gui.signals.blocks import beside, column
from mhdesk.gui.signals.known_part import KnownLine, name_of, where_and_why
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Paragraph, Section

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk
    from mhdesk.desk.matching import PossiblySame
    from mhdesk.gui.persons.loading import Loaded
    from mhdesk.gui.persons.person_page import PersonPage


@dataclass(frozen=True, slots=True)
class Twins:
    """What was joined into a person, the newest first, and who is probably the same."""

    merges: tuple[MergeView, ...]
    alike: PossiblySame | None


def read(details: PersonDetails, desk: Desk) -> Twins:
    """Read what the block shows."""
    from mhdesk.desk import matching, merging

    alike = matching.alike(desk, [details.id]).get(details.id)
    return Twins(merging.merges_of(desk, details.id), alike)


class TwinsBlock(QWidget):
    """Say who is perhaps the same, and tell of each merge with its reason and what the other record said.

    ``merge_wanted`` carries who may be the same; ``parting_wanted`` a merge that is to be taken apart;
    ``split_wanted`` follows the button for somebody who was two from the beginning, with ``splits``.
    """

    merge_wanted = QtSignal(int)
    split_wanted = QtSignal()
    parting_wanted = QtSignal(int)

    def __init__(self, twins: Twins, today: date, *, may_write: bool, splits: bool) -> None:
        super().__init__()
        self._today = today
        self._may_write = may_write
        lines = column(self, sizes.S12)
        head = Section(self.tr("One and the same person"))
        if splits and may_write:
            split = QuietButton(self.tr("These are two persons…"), small=True)
            split.clicked.connect(self.split_wanted)
            head.add_right(split)
        lines.addWidget(head)
        if twins.alike is None and not twins.merges:
            nobody = self.tr("Nobody was merged with this person, and nobody is likely to be the same.")
            lines.addWidget(Paragraph(nobody, role=Role.SECOND))
        if twins.alike is not None:
            lines.addWidget(self._alike(twins.alike))
        for one in twins.merges:
            lines.addWidget(self._merge(one))

    def _alike(self, same: PossiblySame) -> QWidget:
        name = name_of(same.who)
        button = QuietButton(self.tr("Merge…"), small=True)
        button.setAccessibleName(self.tr("Merge with {name}…").format(name=name))
        button.clicked.connect(partial(self.merge_wanted.emit, same.who.person_id))
        line = KnownLine(*([button] if self._may_write else []))
        line.show_words(self.tr("Perhaps the same as {name}").format(name=name), where_and_why(same))
        return line

    def _merge(self, one: MergeView) -> QWidget:
        entry = QWidget()
        lines = column(entry, 2)
        name = one.merged_name or self.tr("Name unknown")
        head = Paragraph(self.tr("Merged with {name}").format(name=name), Type.STRONG)
        if one.can_undo and self._may_write:
            apart = QuietButton(self.tr("Take apart again"), small=True)
            apart.setAccessibleName(self.tr("Take {name} apart again").format(name=name))
            apart.clicked.connect(partial(self.parting_wanted.emit, one.id))
            lines.addLayout(beside(head, apart, wraps=True))
        else:
            lines.addWidget(head)
        for sentence in self._sentences(one):
            lines.addWidget(Paragraph(sentence, Type.CAPTION, Role.SECOND))
        return entry

    def _sentences(self, one: MergeView) -> Sequence[str]:
        told = [DOT.join((self._when(one.merged_by, one.merged_at), one.reason))]
        for field, value in one.said:
            other = self.tr("There stood: {field} {value}")
            label = change_words.label(field).lower()
            told.append(other.format(field=label, value=change_words.value(field, value)))
        if one.can_undo and one.stays:
            names = ", ".join(change_words.label(field).lower() for field in one.stays)
            told.append(
                self.tr("Changed since, and stays so when they are taken apart: {fields}").format(
                    fields=names
                )
            )
        if one.undone_at is not None:
            when = self._when(one.undone_by, one.undone_at)
            told.append(self.tr("Taken apart again: {when}").format(when=when))
        return told

    def _when(self, name: str, at: datetime) -> str:
        moment = at.astimezone()
        day = words.weekday_day(moment.date(), self._today)
        said = self.tr("{name}, {day} at {time}")
        return said.format(name=name, day=day, time=words.time_of(moment))


def part(page: PersonPage, loaded: Loaded) -> QWidget | None:
    """Return the block, where there is anything to tell."""
    twins = loaded.of(Twins)
    splits = len(loaded.details.roles) > 1
    if twins is None or not (twins.merges or twins.alike or splits):
        return None
    block = TwinsBlock(twins, loaded.today, may_write=page.may_write, splits=splits)
    acts = page.findChild(Merging) or _acts(page)
    block.merge_wanted.connect(partial(acts.ask, loaded.details.id))
    block.parting_wanted.connect(acts.take_apart)
    block.split_wanted.connect(partial(_split, page, acts, loaded))
    return block


def _split(page: PersonPage, acts: Merging, loaded: Loaded) -> None:
    acts.split(loaded.details, loaded.today, page.acts.kept(FORM_SPLIT))


def _acts(page: PersonPage) -> Merging:
    acts = Merging(page.context, page)
    acts.settled.connect(page.acts.correct.corrected)
    acts.failed.connect(page.acts.correct.failed)
    return acts


def go_on(page: PersonPage, loaded: Loaded, kept: DraftView) -> bool:
    """Open the form that somebody began, and say whether it was this one."""
    acts = page.findChild(Merging) or _acts(page)
    if kept.form == FORM_MERGE:
        acts.go_on(kept)  # both are read anew
    elif kept.form == FORM_SPLIT:
        acts.split(loaded.details, loaded.today, kept)
    return kept.form in {FORM_MERGE, FORM_SPLIT}


def begun_words(kept: DraftView) -> str:
    """Return what is kept as a draft, "" for the form of somebody else."""
    return {
        FORM_MERGE: QCoreApplication.translate(
            "TwinsBlock", "You began to merge this person with another one."
        ),
        FORM_SPLIT: QCoreApplication.translate("TwinsBlock", "You began to make two persons of this one."),
    }.get(kept.form, "")
