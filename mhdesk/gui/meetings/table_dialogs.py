"""Who sits at the table, and what goes on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.meeting_papers import PaperDraft, PaperKind
from mhdesk.domain.meeting_views import ParticipantView
from mhdesk.domain.meetings import MeetingKind, ParticipantDraft
from mhdesk.domain.problems import Problem
from mhdesk.domain.shared_fields import Side
from mhdesk.domain.views import OrganisationView
from mhdesk.gui.cases.draft_dialog import DraftDialog
from mhdesk.gui.meetings.loading import Loaded
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.organisation_editor import OrganisationEditor
from mhdesk.gui.signals.paper_dialog import PaperDialog
from mhdesk.gui.widgets.fields import CheckGroup, Choice, TextEditor

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDE: Final = 452
_QUESTIONS: Final = "questions"
_NAMES: Final = "names"


def _add(meeting_id: int, draft: ParticipantDraft, desk: Desk) -> Change:
    from mhdesk.desk import participants

    return participants.add_participant(desk, meeting_id, draft)


def _amend(participant_id: int, draft: ParticipantDraft, desk: Desk) -> Change:
    from mhdesk.desk import participants

    return participants.amend_participant(desk, participant_id, draft)


def _save(draft: PaperDraft, out: Path, desk: Desk) -> Change:
    from mhdesk.desk import meeting_papers

    return meeting_papers.save_paper(desk, draft, out)


class ParticipantDialog(DraftDialog[ParticipantDraft]):
    """Ask who sits at the table, and for which organisation."""

    def __init__(
        self,
        context: PageContext,
        loaded: Loaded,
        one: ParticipantView | None,
        parent: QWidget,
    ) -> None:
        question, verb = self.tr("Who sits at the table?"), self.tr("Record")
        draft = ParticipantDraft()
        if one is not None:
            draft = ParticipantDraft(
                one.organisation_id, one.organisation, one.name, one.function, one.attendance
            )
        about = self._about_care(loaded)
        super().__init__(context, question, about, verb, parent, draft=draft, today=loaded.today)
        self._meeting_id = loaded.details.id
        self._number = one.id if one is not None else 0
        self.ask_line("name", self.tr("Name"))
        self.ask_line("function", self.tr("Function"), optional=True)
        self._organisation = OrganisationEditor(self._offered(loaded), width=_WIDE)
        self._organisation.setText(draft.organisation_name)
        field = self.part.ask("organisation_id", self.tr("Organisation"), self._organisation, optional=True)
        self.part.column.addWidget(field)
        self.ask_choice("attendance", self.tr("Present"), options.options("meeting_attendance"))

    def _about_care(self, loaded: Loaded) -> str:
        if loaded.details.kind != MeetingKind.CARE:
            return ""
        return self.tr(
            "This is about care: nobody of police, prosecution or another body of safety sits along."
        )

    def _offered(self, loaded: Loaded) -> Sequence[OrganisationView]:
        """Return the organisations to choose from, in a meeting about care without those of the side of safety."""
        if loaded.details.kind != MeetingKind.CARE:
            return loaded.organisations
        return [one for one in loaded.organisations if loaded.sides.get(one.id) != Side.SAFETY]

    def adapt(self) -> None:
        """Say when an organisation is new."""
        new = self._organisation.text().strip() and self._organisation.organisation() is None
        hint = self.tr("new, will be added to the list") if new else self.tr("type a part of the name")
        self.part.fields["organisation_id"].set_hint(hint)

    def draft(self) -> ParticipantDraft:
        """Return who was filled in."""
        known = self._organisation.organisation()
        return replace(
            super().draft(),
            organisation_id=known.id if known is not None else None,
            organisation_name="" if known is not None else self._organisation.text(),
        )

    def check_draft(self) -> list[Problem]:
        """Return what is wrong with who was filled in."""
        return self.draft().validate()

    def work(self) -> Callable[[Desk], Change]:
        """Return who sits there as work for the desk."""
        if self._number:
            return partial(_amend, self._number, self.draft())
        return partial(_add, self._meeting_id, self.draft())


class MeetingPaperDialog(PaperDialog):
    """Ask which paper, and how much is on it: by default numbers of cases and no names."""

    def __init__(self, context: PageContext, loaded: Loaded, parent: QWidget) -> None:
        question = QCoreApplication.translate("MeetingPaperDialog", "What goes on paper?")
        explanation = QCoreApplication.translate(
            "MeetingPaperDialog",
            "Cases stand on it by number. Names come on it only if you choose that here and say why.",
        )
        name = QCoreApplication.translate("MeetingPaperDialog", "meeting.pdf")
        super().__init__(context, question, explanation, name, parent)
        self._loaded = loaded
        self._kind = Choice(width=_WIDE)
        self._kind.set_options(
            [
                (PaperKind.INVITATION.value, self.tr("Invitation")),
                (PaperKind.AGENDA.value, self.tr("Agenda for the table")),
                (PaperKind.AGREEMENTS.value, self.tr("Agreements of one organisation")),
            ]
        )
        self._organisation = Choice(width=_WIDE)
        self._organisation.set_options(self._organisations(loaded), blank=loaded.own)
        self._more = CheckGroup(column_width=_WIDE)
        self._more.set_options(
            [(_QUESTIONS, self.tr("The questions")), (_NAMES, self.tr("Names of clients"))]
        )
        self._reason = TextEditor(width=_WIDE)
        part = self.part
        part.column.addWidget(part.ask("kind", self.tr("Paper"), self._kind))
        part.column.addWidget(part.ask("organisation", self.tr("Of whom"), self._organisation))
        part.column.addWidget(part.ask(_QUESTIONS, self.tr("Also on it"), self._more, optional=True))
        part.column.addWidget(part.ask("names_reason", self.tr("Why names"), self._reason))
        self._kind.set_code(PaperKind.INVITATION)
        self._organisation.setCurrentIndex(0)
        self.adapt()

    def _organisations(self, loaded: Loaded) -> list[tuple[str, str]]:
        names = dict.fromkeys(one.organisation for one in loaded.details.participants if one.organisation)
        return [(name, name) for name in names]

    def adapt(self) -> None:
        """Ask only what this paper can hold."""
        kind, chosen = self._kind.code(), self._more.codes()
        self.part.fields["organisation"].setVisible(kind == PaperKind.AGREEMENTS)
        self.part.fields["names_reason"].setVisible(_NAMES in chosen and kind != PaperKind.INVITATION)
        self._more.leave_out(
            {PaperKind.INVITATION.value: _NAMES, PaperKind.AGREEMENTS.value: _QUESTIONS}.get(kind, "")
        )

    def draft(self) -> PaperDraft:
        """Return what was chosen."""
        chosen = self._more.codes()
        return PaperDraft(
            self._loaded.details.id,
            self._kind.code(),
            questions=_QUESTIONS in chosen,
            names=_NAMES in chosen,
            names_reason=self._reason.text(),
            organisation=self._organisation.code() if self._kind.code() == PaperKind.AGREEMENTS else "",
        )

    def problems(self) -> list[Problem]:
        """Return what is wrong with what was chosen."""
        found = self.draft().validate(self._loaded.details, self._loaded.own)
        return [replace(one, field=_QUESTIONS) if one.field == "names" else one for one in found]

    def write(self, out: Path) -> Callable[[Desk], Change]:
        """Return the paper as work for the desk."""
        return partial(_save, self.draft(), out)
