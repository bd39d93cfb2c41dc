"""Record that help was wanted and not found, and that it was found after all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.finding_help import Wanted
from mhdesk.domain.network_views import NeedView
from mhdesk.domain.problems import Problem
from mhdesk.domain.unmet import MetDraft, UnmetNeedDraft, age_band
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.gui.network import work
from mhdesk.gui.network.organisation_dialogs import DIALOG_WIDTH, HALF, WIDTH
from mhdesk.gui.network.words import need_title
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.payloads import pack_with
from mhdesk.gui.widgets.fields import Choice, DateEditor, LongTextEditor, TextEditor

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

FORM_NEED: Final = "person.unmet_need"
FORM_MET: Final = "person.need_met"
FORM_AMENDED: Final = "person.unmet_need_amended"
FORM_NEED_OF_NOBODY: Final = "network.unmet_need"
FORM_MET_OF_NOBODY: Final = "network.need_met"


def need_of(wanted: Wanted, person_id: int | None, today: date) -> UnmetNeedDraft:
    """Return the unmet need that follows from looking in vain."""
    return UnmetNeedDraft(
        person_id=person_id,
        purpose=wanted.purpose,
        wanted_on=dates.display_day(today),
        municipality=wanted.municipality,
        sex=wanted.sex or UNKNOWN,
        age_band=age_band(wanted.age),
    )


def need_again(one: NeedView) -> UnmetNeedDraft:
    """Return a recorded need as somebody would have typed it."""
    return UnmetNeedDraft(
        person_id=one.person_id,
        purpose=one.purpose,
        wanted_on=dates.display_day(one.wanted_on),
        reason=one.reason,
        municipality=one.municipality,
        sex=one.sex,
        age_band=one.age_band,
        note=one.note,
    )


class NeedDialog(FormDialog):
    """Ask what was wanted and why it was not found; ``amended`` is the id and version of what is amended."""

    WIDTH = DIALOG_WIDTH

    def __init__(
        self,
        context: PageContext,
        draft: UnmetNeedDraft,
        today: date,
        parent: QWidget,
        *,
        amended: tuple[int, int] = (0, 0),
        draft_id: int | None = None,
    ) -> None:
        question, verb = self.tr("What was not found?"), self.tr("Record the unmet need")
        rule = self.tr("The team counts this, so that it is seen what is missing. The count names nobody.")
        super().__init__(context, question, rule, verb, parent)
        self._person_id, self._today, self._amended = draft.person_id, today, amended
        self._purpose, self._reason = Choice(width=HALF), Choice(width=HALF)
        self._purpose.set_options(options.options("referral_purposes", without=(UNKNOWN,)))
        self._reason.set_options(options.options("unmet_reasons"))
        self._day, self._municipality = DateEditor(), Choice(width=HALF)
        self._day.expect(today)
        places = [pair for pair in options.municipalities(context.info.municipalities) if pair[0] != UNKNOWN]
        self._municipality.set_options(places, blank=self.tr("Not known"))
        self._sex, self._band = Choice(width=HALF), Choice(width=HALF)
        self._sex.set_options(options.options("sexes"))
        self._band.set_options(options.options("age_bands"))
        self._note = LongTextEditor(width=WIDTH)
        self._ask()
        self._show(draft)
        self.keep_as(self._form(), self._packed, draft_id)

    def _form(self) -> str:
        """Return under which name what is typed is kept: of nobody it goes on at the page of the network."""
        if self._person_id is None:
            return FORM_NEED_OF_NOBODY
        return FORM_AMENDED if self._amended[0] else FORM_NEED

    def _ask(self) -> None:
        part = self.part
        purpose = part.ask("purpose", self.tr("What for"), self._purpose)
        part.add_pair(purpose, part.ask("reason", self.tr("Why it did not work out"), self._reason))
        day = part.ask("wanted_on", self.tr("Looked for on"), self._day)
        part.add_pair(day, part.ask("municipality", self.tr("Municipality"), self._municipality))
        sex = part.ask("sex", self.tr("Sex"), self._sex)
        part.add_pair(sex, part.ask("age_band", self.tr("Age"), self._band))
        note = part.ask("note", self.tr("Where you asked, and what they said"), self._note, optional=True)
        part.column.addWidget(note)

    def _show(self, draft: UnmetNeedDraft) -> None:
        self._purpose.set_code(draft.purpose)
        self._reason.set_code(draft.reason)
        self._day.setText(draft.wanted_on)
        self._municipality.setCurrentIndex(max(0, self._municipality.findData(draft.municipality)))
        self._sex.set_code(draft.sex)
        self._band.set_code(draft.age_band)
        self._note.setText(draft.note)

    def draft(self) -> UnmetNeedDraft:
        """Return the need as filled in."""
        return UnmetNeedDraft(
            person_id=self._person_id,
            purpose=self._purpose.code(),
            wanted_on=self._day.typed(),
            reason=self._reason.code(),
            municipality=self._municipality.code(),
            sex=self._sex.code(),
            age_band=self._band.code(),
            note=self._note.text(),
        )

    def _packed(self) -> str:
        number, version = self._amended
        return pack_with({"need_id": number, "version": version}, self.draft())

    def problems(self) -> list[Problem]:
        """Return what is wrong with what is filled in."""
        return self.draft().validate(self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the need as work for the desk."""
        return partial(work.record_need, *self._amended, self.draft())


@dataclass(slots=True)
class MetTyped:
    """What somebody typed about help that was found after all, and did not record."""

    need_id: int = 0
    met_on: str = ""
    met_how: str = ""


class MetDialog(FormDialog):
    """Ask how help was found after all; ``typed`` is what was typed before."""

    WIDTH = DIALOG_WIDTH

    def __init__(
        self,
        context: PageContext,
        need: NeedView,
        today: date,
        parent: QWidget,
        *,
        typed: MetTyped | None = None,
        draft_id: int | None = None,
    ) -> None:
        question = self.tr("Found after all?")
        super().__init__(context, question, need_title(need), self.tr("Record that it was found"), parent)
        self._need, self._today = need, today
        self._day, self._how = DateEditor(), TextEditor(width=WIDTH)
        self._day.expect(today)
        self._day.setText(typed.met_on if typed else dates.display_day(today))
        self._how.setText(typed.met_how if typed else "")
        part = self.part
        part.column.addWidget(part.ask("met_on", self.tr("Found on"), self._day))
        part.column.addWidget(part.ask("met_how", self.tr("How it worked out"), self._how))
        form = FORM_MET if need.person_id is not None else FORM_MET_OF_NOBODY
        self.keep_as(form, self._packed, draft_id)

    def draft(self) -> MetDraft:
        """Return what is filled in."""
        return MetDraft(self._day.typed(), self._how.text())

    def _packed(self) -> str:
        about = {} if self._need.person_id is None else {"person_id": self._need.person_id}
        return pack_with(about, MetTyped(self._need.id, **asdict(self.draft())))

    def problems(self) -> list[Problem]:
        """Return what is wrong with what is filled in."""
        return self.draft().validate(self._today, self._need.wanted_on)

    def work(self) -> Callable[[Desk], Change]:
        """Return what was found as work for the desk."""
        return partial(work.meet, self._need.id, self.draft())
