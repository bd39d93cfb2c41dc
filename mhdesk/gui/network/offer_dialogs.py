"""Add and amend what an organisation offers to whom, and note how many places are free."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.network import CapacityDraft, OfferDraft
from mhdesk.domain.network_views import OfferView, OrganisationDetails
from mhdesk.domain.places import display_places
from mhdesk.domain.problems import Problem
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.gui.network import words, work
from mhdesk.gui.network.organisation_dialogs import DIALOG_WIDTH, HALF, WIDTH
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.filling import Told
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.widgets.fields import Check, CheckGroup, Choice, DateEditor, TextEditor

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_SHORT = 72
_COLUMN = 132
_NIGHT = "at_night"


def languages_typed(text: str) -> list[str]:
    """Return the codes of languages written with commas between; what is none stays as it was typed."""
    known = vocabulary("languages")
    typed = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
    found = ((known.find(part), part) for part in typed)
    return [term.code if term else part for term, part in found]


class OfferDialog(FormDialog):
    """Ask what an organisation offers to whom; ``one`` is what is amended, None for something new."""

    WIDTH = DIALOG_WIDTH

    def __init__(
        self, context: PageContext, owner: OrganisationDetails, one: OfferView | None, parent: QWidget
    ) -> None:
        question = self.tr("What does {name} offer?").format(name=owner.name)
        rule = self.tr("Leave empty what is no limit: then it is for all.")
        super().__init__(context, question, rule, self.tr("Record the offer"), parent)
        self._owner, self._one = owner.id, one
        self._purpose, self._name = Choice(width=HALF), TextEditor(width=HALF)
        self._purpose.set_options(options.options("referral_purposes", without=(UNKNOWN,)))
        self._sexes = CheckGroup(column_width=_COLUMN)
        self._sexes.set_options(options.options("sexes", without=(UNKNOWN,)))
        self._from, self._to = TextEditor(width=_SHORT), TextEditor(width=_SHORT)
        self._children = Choice(width=HALF)
        self._children.set_options(options.options("children_taken"))
        self._languages = TextEditor(width=WIDTH)
        self._municipalities = CheckGroup(column_width=_COLUMN)
        shown = [pair for pair in options.municipalities(context.info.municipalities) if pair[0] != UNKNOWN]
        self._municipalities.set_options(shown)
        self._night = Check(self.tr("Somebody can come in the night"))
        self._places = TextEditor(width=_SHORT)
        self._conditions = TextEditor(width=WIDTH)
        self._ask()
        self._show(one)

    def _ask(self) -> None:
        part = self.part
        purpose = part.ask("purpose", self.tr("What for"), self._purpose)
        part.add_pair(purpose, part.ask("name", self.tr("How it is called"), self._name, optional=True))
        part.column.addWidget(part.ask("sexes", self.tr("For whom"), self._sexes, optional=True))
        first = part.ask("age_from", self.tr("From age"), self._from, optional=True)
        part.add_pair(first, part.ask("age_to", self.tr("Up to and including age"), self._to, optional=True))
        children = part.ask("children", self.tr("Children"), self._children)
        places = part.ask("places", self.tr("Places in all"), self._places, optional=True)
        part.add_pair(children, places)
        part.column.addWidget(self._night)
        self._night.edited.connect(partial(part.edited.emit, self._night))
        from_where = self.tr("From which municipalities")
        where = part.ask("municipalities", from_where, self._municipalities, optional=True)
        part.column.addWidget(where)
        spoken = part.ask("languages", self.tr("Which languages they speak"), self._languages, optional=True)
        part.column.addWidget(spoken)
        asked = part.ask("conditions", self.tr("What they ask for"), self._conditions, optional=True)
        part.column.addWidget(asked)

    def _show(self, one: OfferView | None) -> None:
        self._children.set_code(one.children if one else UNKNOWN)
        if one is None:
            return
        self._purpose.set_code(one.purpose)
        self._name.setText(one.name)
        self._sexes.set_codes(one.sexes)
        self._from.setText("" if one.age_from is None else str(one.age_from))
        self._to.setText("" if one.age_to is None else str(one.age_to))
        self._languages.setText(words.labels("languages", one.languages))
        self._municipalities.set_codes(one.municipalities)
        self._night.setChecked(one.at_night)
        self._places.setText("" if one.places is None else display_places(one.places))
        self._conditions.setText(one.conditions)

    def told(self) -> Told:
        """Return what stands in the fields, with the one that is ticked without being a field."""
        return {**super().told(), _NIGHT: _NIGHT if self._night.isChecked() else ""}

    def put_back(self, told: Told) -> None:
        """Show again what stood in the fields."""
        self._night.setChecked(bool(told.get(_NIGHT)))
        super().put_back(told)

    def draft(self) -> OfferDraft:
        """Return the offer as filled in."""
        return OfferDraft(
            purpose=self._purpose.code(),
            name=self._name.text(),
            sexes=[*self._sexes.codes()],
            age_from=self._from.text(),
            age_to=self._to.text(),
            children=self._children.code(),
            languages=languages_typed(self._languages.text()),
            municipalities=[*self._municipalities.codes()],
            at_night=self._night.isChecked(),
            places=self._places.text(),
            conditions=self._conditions.text(),
        )

    def problems(self) -> list[Problem]:
        """Return what is wrong with what is filled in."""
        return self.draft().validate()

    def work(self) -> Callable[[Desk], Change]:
        """Return the offer as work for the desk."""
        number, version = (self._one.id, self._one.version) if self._one else (0, 0)
        return partial(work.record_offer, self._owner, number, version, self.draft())


class CapacityDialog(FormDialog):
    """Ask how many places are free, and on which day that was heard."""

    def __init__(self, context: PageContext, one: OfferView, today: date, parent: QWidget) -> None:
        question = self.tr("How many places are free at {name}?").format(name=one.organisation)
        rule = self.tr("A part of a place may be: 0,5 is half a place. Nothing free is 0.")
        super().__init__(context, question, rule, self.tr("Record the free places"), parent)
        self._number, self._today = one.id, today
        self._free = TextEditor(width=_SHORT)
        self._day = DateEditor()
        self._day.expect(today)
        self._day.setText(dates.display_day(today))
        free = self.part.ask("places_free", self.tr("Free places"), self._free)
        self.part.add_pair(free, self.part.ask("free_on", self.tr("Heard on"), self._day))

    def draft(self) -> CapacityDraft:
        """Return the free places as filled in."""
        return CapacityDraft(self._free.text(), self._day.typed())

    def problems(self) -> list[Problem]:
        """Return what is wrong with what is filled in."""
        return self.draft().validate(self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the free places as work for the desk."""
        return partial(work.hear, self._number, self.draft())
