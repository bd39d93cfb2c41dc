"""What is written down about one case on an agenda: the report, what was told to whom, agreements and their end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain.agreements import AgreementDraft, CaseAgreement
from mhdesk.domain.change import Change
from mhdesk.domain.meeting_papers import called
from mhdesk.domain.meeting_views import CaseChoice, ItemView
from mhdesk.domain.meetings import FollowUpDraft, ItemDraft, Outcome, ShareDraft, may_be_told
from mhdesk.domain.problems import Problem
from mhdesk.domain.shared_fields import FIELDS, Side
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui import words
from mhdesk.gui.cases.draft_dialog import DraftDialog
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.meetings.loading import Loaded
from mhdesk.gui.meetings.plan_dialogs import choice_words
from mhdesk.gui.meetings.words import client_words, participant_words, side_words
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.widgets.fields import CheckGroup, Choice
from mhdesk.gui.widgets.labels import Paragraph
from mhdesk.wording import language

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDE: Final = 452
_YES: Final = "yes"
_MINE: Final = "user:"


def _report(item_id: int, version: int, draft: ItemDraft, desk: Desk) -> Change:
    from mhdesk.desk import agenda

    return agenda.report(desk, item_id, version, draft)


def _share(draft: ShareDraft, desk: Desk) -> Change:
    from mhdesk.desk import meeting_sharing

    return meeting_sharing.share(desk, draft)


def _agree(draft: AgreementDraft, desk: Desk) -> Change:
    from mhdesk.desk import agenda

    return agenda.agree(desk, draft)


def _follow_up(draft: FollowUpDraft, desk: Desk) -> Change:
    from mhdesk.desk import agenda

    return agenda.follow_up(desk, draft)


def _add_cases(meeting_id: int, case_ids: Sequence[int], desk: Desk) -> Change:
    from mhdesk.desk import agenda

    return agenda.add_case(desk, meeting_id, case_ids)


class ReportDialog(DraftDialog[ItemDraft]):
    """Ask what a case is on the agenda for, what was said, and how long it took."""

    def __init__(
        self, context: PageContext, item: ItemView, today: date, parent: QWidget, *, draft: ItemDraft | None
    ) -> None:
        question = self.tr("{reference}: what was said?").format(reference=item.reference)
        shown = draft or ItemDraft(item.question, item.report, str(item.minutes or ""), item.discussed)
        verb = self.tr("Record")
        super().__init__(context, question, client_words(item), verb, parent, draft=shown, today=today)
        self._item = item
        self.ask_text("question", self.tr("Question to the table"), optional=True)
        self.ask_text("report", self.tr("Report"), optional=True)
        self.ask_line("minutes", self.tr("Minutes"), optional=True)
        self._discussed = CheckGroup(column_width=_WIDE)
        self._discussed.set_options([(_YES, self.tr("Discussed; otherwise it comes next time"))])
        self._discussed.set_codes([_YES] if shown.discussed else [])
        self.part.column.addWidget(self.part.ask("discussed", self.tr("Done"), self._discussed))

    def adapt(self) -> None:
        """Take a case for discussed once a report is begun."""
        if self.typed("report").strip() and not self._draft.report.strip():
            self._discussed.set_codes([_YES])

    def draft(self) -> ItemDraft:
        """Return what was filled in."""
        return replace(super().draft(), discussed=bool(self._discussed.codes()))

    def check_draft(self) -> list[Problem]:
        """Return what is wrong with what was filled in."""
        return self.draft().validate()

    def work(self) -> Callable[[Desk], Change]:
        """Return the report as work for the desk."""
        return partial(_report, self._item.id, self._item.version, self.draft())


class ShareDialog(DraftDialog[ShareDraft]):
    """Ask who was told what about the client, and on which ground; what may not cross the wall is not offered."""

    def __init__(
        self,
        context: PageContext,
        loaded: Loaded,
        item: ItemView,
        parent: QWidget,
        *,
        draft: ShareDraft | None,
    ) -> None:
        question = self.tr("{reference}: who was told what?").format(reference=item.reference)
        explanation = self.tr(
            "Everybody at the table hears what is said. What only one side may know is told apart from the others."
        )
        verb, shown = self.tr("Record"), draft or ShareDraft(item.id)
        super().__init__(context, question, explanation, verb, parent, draft=shown, today=loaded.today)
        self._loaded = loaded
        self._people = CheckGroup(column_width=_WIDE)
        self._people.set_options(
            [(str(one.id), self._somebody(one.id)) for one in loaded.details.participants]
        )
        self._people.set_codes([str(number) for number in shown.participant_ids])
        self.part.column.addWidget(self.part.ask("participant_ids", self.tr("Told to"), self._people))
        self._offered: tuple[str, ...] = ()
        self.ask_several("shared", self.tr("What was told"), [])
        self.ask_choice("basis", self.tr("On which ground"), options.options("share_grounds"))
        self._source = Paragraph("", Type.CAPTION, Role.SECOND)
        self.part.column.addWidget(self._source)
        self.ask_line("basis_note", self.tr("Why this is allowed"))
        self.adapt()
        self._fields_editor().set_codes(shown.shared)

    def _somebody(self, number: int) -> str:
        one = self._loaded.details.participant(number)
        side = side_words(one.side)
        return participant_words(one) + (f" ({side})" if side else "")

    def _fields_editor(self) -> CheckGroup:
        editor = self.part.fields["shared"].editor
        if not isinstance(editor, CheckGroup):
            raise TypeError("the fields are no list")
        return editor

    def _chosen(self) -> list[int]:
        return [int(code) for code in self._people.codes()]

    def _sides(self) -> set[Side]:
        return {self._loaded.details.participant(number).side for number in self._chosen()}

    def adapt(self) -> None:
        """Offer what all chosen may know, and say of the ground where it stands and what lacks."""
        fields = vocabulary(FIELDS)
        offered = may_be_told(self._loaded.details.kind, self._sides()) if self._chosen() else ()
        if offered != self._offered:
            chosen = self._fields_editor().codes()
            self._offered = offered
            pairs = [(code, words.sentence_case(fields.label(code))) for code in offered]
            self._fields_editor().set_options(pairs)
            self._fields_editor().set_codes(chosen)
        self.part.fields["shared"].setVisible(bool(offered))
        asked = self.draft().wants_note(self._sides())
        self.part.fields["basis_note"].set_hint("" if asked else self.tr("may stay empty"))
        self._source.set_plain(self._about_ground())
        self._source.setVisible(bool(self._source.plain()))

    def _about_ground(self) -> str:
        code, told = str(self.typed("basis")), []
        if code:
            ground = vocabulary("share_grounds")[code]
            told = [
                self.tr("Source: {source}.").format(source=ground.source),
                ground.get(f"check_{language()}"),
            ]
        return " ".join(filter(None, (*told, self._without_covenant())))

    def _without_covenant(self) -> str:
        people = [self._loaded.details.participant(number) for number in self._chosen()]
        names = dict.fromkeys(
            one.organisation
            for one in people
            if one.organisation_id is not None and one.organisation_id not in self._loaded.covered
        )
        lacks = self.tr("No covenant holds with {names}.").format(names=", ".join(names))
        return lacks if names else ""

    def draft(self) -> ShareDraft:
        """Return what was filled in."""
        return replace(super().draft(), participant_ids=self._chosen())

    def check_draft(self) -> list[Problem]:
        """Return what is wrong with what was filled in."""
        return self.draft().validate(self._loaded.details.kind, self._sides())

    def work(self) -> Callable[[Desk], Change]:
        """Return the disclosure as work for the desk."""
        return partial(_share, self.draft())


class AgreeDialog(DraftDialog[AgreementDraft]):
    """Ask who does what by when: a colleague, somebody at the table, or another."""

    def __init__(
        self,
        context: PageContext,
        loaded: Loaded,
        item: ItemView,
        parent: QWidget,
        *,
        draft: AgreementDraft | None,
    ) -> None:
        question = self.tr("{reference}: who does what, and by when?").format(reference=item.reference)
        shown = draft or AgreementDraft(item.case_id, meeting_item_id=item.id)
        explanation = self.tr("Of a colleague it stands on Today, of others on the list of agreements.")
        verb = self.tr("Record")
        super().__init__(context, question, explanation, verb, parent, draft=shown, today=loaded.today)
        self.ask_line("what", self.tr("What"))
        people = [(f"{_MINE}{one.id}", one.name) for one in loaded.colleagues]
        people += [(called(one), called(one)) for one in loaded.details.participants]
        self._someone = Choice(width=_WIDE)
        self._someone.set_options(people, blank=self.tr("Somebody else"))
        self.part.column.addWidget(self.part.ask("someone", self.tr("Who"), self._someone))
        self.ask_line("who", self.tr("Name and organisation"))
        self.ask_day("due_on", self.tr("By"), ahead=True)
        self._show_someone(shown)
        self.adapt()

    def _show_someone(self, draft: AgreementDraft) -> None:
        code = f"{_MINE}{draft.user_id}" if draft.user_id is not None else draft.who
        self._someone.setCurrentIndex(max(0, self._someone.findData(code)))

    def adapt(self) -> None:
        """Ask for a name only of somebody who is not in the list."""
        self.part.fields["who"].setVisible(not self._someone.code())

    def draft(self) -> AgreementDraft:
        """Return the agreement as filled in."""
        code = self._someone.code()
        mine = code.startswith(_MINE)
        return replace(
            super().draft(),
            user_id=int(code.removeprefix(_MINE)) if mine else None,
            who="" if mine else code or self.typed("who"),
        )

    def check_draft(self) -> list[Problem]:
        """Return what is wrong with the agreement."""
        return self.draft().validate(self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the agreement as work for the desk."""
        return partial(_agree, self.draft())


class FollowUpDialog(DraftDialog[FollowUpDraft]):
    """Ask what became of an agreement of last time."""

    def __init__(
        self,
        context: PageContext,
        one: CaseAgreement,
        today: date,
        parent: QWidget,
        *,
        draft: FollowUpDraft,
    ) -> None:
        question, verb = self.tr("What became of it?"), self.tr("Record")
        told = f"{one.what} ({one.who})"
        super().__init__(context, question, told, verb, parent, draft=draft, today=today)
        outcomes = [
            (Outcome.DONE.value, self.tr("Done")),
            (Outcome.NEW_DAY.value, self.tr("Not done, on another day")),
            (Outcome.NOT_DONE.value, self.tr("Not done, and no longer needed")),
        ]
        self.ask_choice("outcome", self.tr("Outcome"), outcomes)
        self.ask_text("text", self.tr("What was done"))
        self.ask_day("due_on", self.tr("New day"), ahead=True)
        self.adapt()

    def adapt(self) -> None:
        """Ask for a reason where it was not done, and for a day where it goes on."""
        done = self.typed("outcome") == Outcome.DONE
        self.part.fields["text"].set_label(self.tr("What was done") if done else self.tr("Why not"))
        self.part.fields["due_on"].setVisible(self.typed("outcome") == Outcome.NEW_DAY)

    def check_draft(self) -> list[Problem]:
        """Return what is wrong with the outcome."""
        return self.draft().validate(self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the outcome as work for the desk."""
        return partial(_follow_up, self.draft())


class AddCasesDialog(FormDialog):
    """Ask which open cases come on the agenda; those that ask to be spoken of stand first."""

    def __init__(
        self, context: PageContext, meeting_id: int, cases: Sequence[CaseChoice], parent: QWidget
    ) -> None:
        question, verb = self.tr("Which cases come on the agenda?"), self.tr("Put on the agenda")
        super().__init__(context, question, "", verb, parent)
        self._meeting_id = meeting_id
        self._cases = CheckGroup(column_width=_WIDE)
        self._cases.set_options([(str(one.case_id), choice_words(one)) for one in cases])
        self._cases.set_codes([str(one.case_id) for one in cases if one.reasons])
        self.part.column.addWidget(self.part.ask("case_ids", self.tr("Open cases"), self._cases))

    def problems(self) -> list[Problem]:
        """Return that none was chosen."""
        return [] if self._cases.codes() else [Problem("case_ids", "meeting.case_missing")]

    def work(self) -> Callable[[Desk], Change]:
        """Return the cases as work for the desk."""
        return partial(_add_cases, self._meeting_id, [int(code) for code in self._cases.codes()])
