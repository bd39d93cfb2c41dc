"""Ask what goes on a crisis card: at the left what is asked, at the right the card as it will be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.contact import Contact
from mhdesk.domain.crisis_card import AgeAs, CardDraft, NameAs, compose
from mhdesk.domain.problems import Problem
from mhdesk.domain.signals import VICTIM
from mhdesk.domain.views import InvolvementView, SignalDetails
from mhdesk.errors import KnownError
from mhdesk.gui import faults
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.naming import name_words, role_words
from mhdesk.gui.signals.paper_dialog import PaperDialog
from mhdesk.gui.widgets.fields import CheckGroup, Choice, LongTextEditor, TextEditor
from mhdesk.gui.widgets.labels import Label, Paragraph
from mhdesk.gui.widgets.messages import Kind

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 452
_HALF: Final = 218
_PREVIEW: Final = 300


@dataclass(frozen=True, slots=True)
class Around:
    """What a card says besides the person: how the team is reached, whom to call, and when it is made."""

    contact: Contact
    now: datetime


def _around(desk: Desk) -> Around:
    from mhdesk.desk import contact

    return Around(contact.kept(desk), desk.now())


def _save(draft: CardDraft, out: Path, desk: Desk) -> Change:
    from mhdesk.desk import cards

    return cards.save_card(desk, draft, out)


def first_in_danger(people: Sequence[InvolvementView]) -> InvolvementView | None:
    """Return about whom a card is made unless somebody chooses: the first possible victim, or else the first."""
    return next((one for one in people if one.role == VICTIM), next(iter(people), None))


def _pair(left: QWidget, right: QWidget, *, share: int = 1) -> QHBoxLayout:
    """Return two short fields beside each other; the left one is ``share`` times as wide."""
    row = QHBoxLayout()
    row.setSpacing(sizes.S16)
    row.addWidget(left, share, Qt.AlignmentFlag.AlignTop)
    row.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
    return row


class CrisisCardDialog(PaperDialog):
    """Make the card of one person; what is preselected is the least that helps a duty service.

    ``draft`` is what was typed before.
    """

    WIDTH = _WIDTH + _PREVIEW + sizes.S24 + 2 * sizes.S24

    def __init__(
        self,
        context: PageContext,
        details: SignalDetails,
        one: InvolvementView,
        parent: QWidget,
        *,
        draft: CardDraft | None = None,
    ) -> None:
        question = QCoreApplication.translate("CrisisCardDialog", "Crisis card")
        explanation = QCoreApplication.translate(
            "CrisisCardDialog",
            "For the duty service. Call first; the card is for what they have to write down.",
        )
        file_name = QCoreApplication.translate("CrisisCardDialog", "card.pdf")
        super().__init__(context, question, explanation, file_name, parent)
        self._details = details
        self._around: Around | None = None
        self._who, self._name, self._age = Choice(width=_WIDTH), Choice(width=_HALF), Choice(width=_HALF)
        self._danger, self._done = LongTextEditor(width=_WIDTH), LongTextEditor(width=_WIDTH)
        self._lines = {
            "place": TextEditor(width=_WIDTH),
            "language": TextEditor(width=_WIDTH // 3),
            "call_back": TextEditor(width=2 * _WIDTH // 3),
        }
        self._also = CheckGroup(column_width=_WIDTH // 4)
        self.preview = Paragraph("", Type.CAPTION)
        self._set_options()
        self._ask()
        self._show(draft or CardDraft(one.id), one)
        self.adapt()
        context.runner.ask(_around, self._on_around_arrived, self._on_unanswered)

    def _set_options(self) -> None:
        people = self._details.involvements
        self._who.set_options((str(who.id), f"{name_words(who)}, {role_words(who)}") for who in people)
        self._name.set_options(
            (
                (NameAs.FIRST, self.tr("first name only")),
                (NameAs.INITIALS, self.tr("initials")),
                (NameAs.NONE, self.tr("no name")),
            )
        )
        self._age.set_options(
            (
                (AgeAs.AGE, self.tr("age")),
                (AgeAs.BAND, self.tr("age in a band")),
                (AgeAs.NONE, self.tr("no age")),
            )
        )
        self._also.set_options(
            (
                ("safe_contact", self.tr("safe contact")),
                ("sex", self.tr("sex")),
                ("nationality", self.tr("nationality")),
            )
        )

    def _show(self, draft: CardDraft, one: InvolvementView) -> None:
        """Fill in what was typed; ``one`` is meant where the draft is about nobody here any more."""
        self._who.set_code(str(draft.involvement_id))
        if not self._who.code():
            self._who.set_code(str(one.id))
        self._danger.setText(draft.danger)
        self._done.setText(draft.done)
        for name, editor in self._lines.items():
            editor.setText(getattr(draft, name))
        self._name.set_code(draft.name_as)
        self._age.set_code(draft.age_as)
        self._also.set_codes(name for name in ("safe_contact", "sex", "nationality") if getattr(draft, name))

    def _ask(self) -> None:
        part, lines, left = self.part, self._lines, QVBoxLayout()
        left.setSpacing(sizes.S12)
        called = self.tr("Whom to call back, with a number")
        left.addWidget(part.ask("danger", self.tr("Danger now"), self._danger))
        left.addWidget(part.ask("place", self.tr("Where"), lines["place"], optional=True))
        left.addWidget(part.ask("done", self.tr("What has been done"), self._done, optional=True))
        left.addLayout(
            _pair(
                part.ask("call_back", called, lines["call_back"]),
                part.ask("language", self.tr("Language"), lines["language"], optional=True),
                share=2,
            )
        )
        left.addWidget(part.ask("involvement_id", self.tr("Who it is about"), self._who))
        left.addLayout(
            _pair(
                part.ask("name_as", self.tr("Name"), self._name),
                part.ask("age_as", self.tr("Age"), self._age),
            )
        )
        left.addWidget(part.ask("also", self.tr("Also on the card"), self._also))
        row = QHBoxLayout()
        row.setSpacing(sizes.S24)
        row.addLayout(left, _WIDTH)
        row.addWidget(self._right(), _PREVIEW, Qt.AlignmentFlag.AlignTop)
        part.column.addLayout(row)

    def _right(self) -> QWidget:
        """Return the card in words; a screen reader reads it after the fields."""
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S8)
        column.addWidget(Label(self.tr("This is what the card says"), Type.CAPTION_STRONG, Role.SECOND))
        column.addWidget(self.preview)
        return right

    def _on_around_arrived(self, around: Around) -> None:
        self._around = around
        if not self._lines["call_back"].text():
            known = (self._context.user.name, around.contact.phone)
            self._lines["call_back"].setText(", ".join(filter(None, known)))
        self.adapt()

    def _on_unanswered(self, error: KnownError) -> None:
        self.messages.show_message(Kind.ERROR, faults.sentence(error))

    def adapt(self) -> None:
        """Show the card as it would be now."""
        if self._around is None:
            return
        numbers, now = self._around.contact.numbers(), self._around.now
        self.preview.set_plain(compose(self.draft(), self._details, self._one(), numbers, now).plain())

    def _one(self) -> InvolvementView:
        return {str(one.id): one for one in self._details.involvements}[self._who.code()]

    def fill_in(self, danger: str, place: str) -> None:
        """Write down what is told on the phone, as somebody would type it."""
        self._danger.setText(danger)
        self._lines["place"].setText(place)
        self.adapt()

    def draft(self) -> CardDraft:
        """Return the card as filled in."""
        also = self._also.codes()
        return CardDraft(
            involvement_id=int(self._who.code()),
            danger=self._danger.text(),
            done=self._done.text(),
            name_as=self._name.code(),
            age_as=self._age.code(),
            sex="sex" in also,
            nationality="nationality" in also,
            safe_contact="safe_contact" in also,
            **{name: editor.text() for name, editor in self._lines.items()},
        )

    def problems(self) -> list[Problem]:
        """Return what is wrong with the card."""
        return self.draft().validate()

    def write(self, out: Path) -> Callable[[Desk], Change]:
        """Return the card as work for the desk."""
        return partial(_save, self.draft(), out)
