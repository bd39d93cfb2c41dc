"""How the organisation is reached and whom its region calls in danger."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Slot

from mhdesk.domain.change import Change
from mhdesk.domain.contact import Contact, shipped_numbers, write_numbers
from mhdesk.domain.people import Permission
from mhdesk.domain.views import DraftView
from mhdesk.errors import KnownError
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.manage.faults_at import show_at, tell
from mhdesk.gui.manage.section import ManageSection
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import payloads
from mhdesk.gui.signals.keeping import DraftKeeper
from mhdesk.gui.signals.loading import begun_at
from mhdesk.gui.widgets.buttons import PrimaryButton
from mhdesk.gui.widgets.editors import LongTextEditor, TextEditor
from mhdesk.gui.widgets.fields import Field
from mhdesk.gui.widgets.labels import Paragraph, Section
from mhdesk.gui.widgets.messages import Kind

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

FORM_CONTACT: Final = "manage.contact"
PLACE: Final = "manage"
_WIDTH: Final = 480


def _kept(desk: Desk) -> Contact:
    from mhdesk.desk import contact

    return contact.kept(desk)


def _change(told: Contact, desk: Desk) -> Change:
    from mhdesk.desk import contact

    return contact.change(desk, told)


class ContactSection(ManageSection):
    """Fill in what information letters and crisis cards say of the organisation."""

    key, icon, permission = "contact", "phone", Permission.ADMINISTER

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._busy = self._asked = self._filling = False
        self.lines = {name: TextEditor(width=_WIDTH) for name in ("address", "phone", "mail", "officer")}
        self.numbers = LongTextEditor(width=_WIDTH)
        self.fields = {
            "address": Field(self.tr("Address"), self.lines["address"]),
            "phone": Field(self.tr("Phone"), self.lines["phone"]),
            "mail": Field(self.tr("E-mail"), self.lines["mail"], optional=True),
            "officer": Field(
                self.tr("Data protection officer"),
                self.lines["officer"],
                hint=self.tr("who, and how to reach them"),
            ),
            "crisis_numbers": Field(
                self.tr("Numbers"), self.numbers, hint=self.tr("one a line: name, colon, number")
            ),
        }
        self.keep = PrimaryButton("")
        self._keeper: DraftKeeper | None = None
        if context.user.may(Permission.WRITE):  # a role without writing has no drafts
            self._keeper = DraftKeeper(context.runner, context.bus, FORM_CONTACT, self._packed, self)
            self._keeper.failed.connect(self._on_keeper_failed)
        self._fill()
        self._rest(busy=False)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.messages.action_chosen.connect(self._on_messages_action_chosen)
        for name, field in self.fields.items():
            editor = self.lines.get(name, self.numbers)
            editor.edited.connect(partial(field.set_error, None))
            editor.edited.connect(self._on_editor_edited)

    @staticmethod
    def word() -> str:
        return QCoreApplication.translate("ContactSection", "Organisation")

    def _fill(self) -> None:
        self.set_summary(self.tr("What letters and crisis cards say of you."))
        for field in self.fields.values():
            field.setMaximumWidth(_WIDTH)
        self.main.add(Section(self.tr("How somebody reaches you")))
        for name in self.lines:
            self.main.add(self.fields[name], before=sizes.S12)
        self.main.add(Section(self.tr("Whom to call in danger")), before=sizes.S32)
        self.main.add(self.fields["crisis_numbers"], before=sizes.S12)
        self.main.add(self.keep, before=sizes.S24)
        self.main.fill()
        self.side.add(Section(self.tr("Good to know"), small=True), before=sizes.S4)
        notes = (
            self.tr(
                "The law wants these in every information letter. What is blank stays open in the letter, and mhdesk"
                " says so before you save it."
            ),
            self.tr(
                "The numbers stand on Today, under Immediate danger and on the crisis card. Add the crisis services of"
                " your region. Empty the field to get back the numbers that mhdesk came with."
            ),
            self.tr("Before unlocking, mhdesk shows only 112 and Veilig Thuis."),
        )
        for sentence in notes:
            self.side.add(Paragraph(sentence, Type.CAPTION, Role.SECOND), before=sizes.S8)
        self.side.fill()

    # --- what is typed and not recorded -----------------------------------------------------------

    def _packed(self) -> str:
        typed = {name: editor.text() for name, editor in self.lines.items()}
        return payloads.pack_told({}, {**typed, "crisis_numbers": self.numbers.text()})

    def keep_draft(self) -> None:
        """Keep what is typed and not recorded, as the window asks before it locks."""
        if self._keeper is not None:
            self._keeper.keep()

    def has_unkept(self) -> bool:
        """Say whether something typed is not in the registry yet and could be kept there."""
        return self._keeper is not None and self._keeper.is_dirty()

    def draft_number(self) -> int | None:
        """Return the id of the draft, None before the first keeping."""
        return self._keeper.draft_id if self._keeper is not None else None

    @Slot()
    def _on_editor_edited(self) -> None:
        if self._keeper is not None and not self._filling:
            self._keeper.mark_changed()

    @Slot(object)
    def _on_keeper_failed(self, error: object) -> None:
        if isinstance(error, KnownError):
            tell(error, self.fields, self.messages)

    def _on_begun_arrived(self, drafts: Sequence[DraftView]) -> None:
        """Put back what somebody typed here and did not record."""
        kept = next((one for one in drafts if one.form == FORM_CONTACT), None)
        if kept is None or self._keeper is None:
            return
        self._keeper.draft_id = kept.id
        told = {name: text for name, text in payloads.told_in(kept.payload).items() if isinstance(text, str)}
        self._filling = True
        for name, text in told.items():
            self.lines.get(name, self.numbers).setText(text)
        self._filling = False
        back = self.tr("What you typed before was put back. It is not recorded yet.")
        self.messages.show_message(Kind.QUESTION, back, action=self.tr("Throw away"))

    @Slot()
    def _on_messages_action_chosen(self) -> None:
        """Throw away what was put back, and show again what is recorded."""
        if self._keeper is not None:
            self._keeper.discard()
            self.context.runner.ask(_kept, self._on_kept_arrived, self._on_failed)

    # --- asking and recording ---------------------------------------------------------------------

    def entered(self) -> None:
        if not self._busy and not self._asked:
            self._asked = True
            self.context.runner.ask(_kept, self._on_kept_arrived, self._on_failed)
            if self._keeper is not None:
                self.context.runner.ask(partial(begun_at, PLACE), self._on_begun_arrived, self._on_failed)
        self.fields["address"].take_focus()

    def _on_kept_arrived(self, told: Contact) -> None:
        self._filling = True
        for name, editor in self.lines.items():
            editor.setText(getattr(told, name))
        self.numbers.setText(write_numbers(told.numbers()))
        self._filling = False

    def typed(self) -> Contact:
        """Return what is filled in; the numbers that mhdesk came with are not kept as the team's own."""
        lines = {name: editor.text() for name, editor in self.lines.items()}
        numbers = self.numbers.text().strip()
        own = "" if numbers == write_numbers(shipped_numbers()) else numbers
        return Contact(**lines, crisis_numbers=own)

    @Slot()
    def _on_keep_clicked(self) -> None:
        if self._busy:
            return
        self.messages.hide()
        problems = {problem.field: problem.sentence() for problem in self.typed().validate()}
        show_at(self.fields, problems)
        if not problems:
            self._rest(busy=True)
            told = self.typed()
            self.context.runner.ask(partial(_change, told), partial(self._on_done, told), self._on_failed)

    def _on_done(self, told: Contact, change: Change) -> None:
        self._rest(busy=False)
        if self._keeper is not None:
            self._keeper.discard()
        self._on_kept_arrived(told)
        self.context.bus.changed.emit(change)
        self.messages.show_message(Kind.DONE, self.tr("Kept. Letters and cards say this from now on."))

    def _on_failed(self, error: KnownError) -> None:
        self._rest(busy=False)
        tell(error, self.fields, self.messages)

    def _rest(self, *, busy: bool) -> None:
        self._busy = busy
        self.keep.setText(self.tr("One moment…") if busy else self.tr("Keep"))
