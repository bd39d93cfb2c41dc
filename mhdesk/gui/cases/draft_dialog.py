"""A dialog that fills one draft: each field is one attribute of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from PySide6.QtWidgets import QSizePolicy, QWidget

from mhdesk.domain.problems import Problem
from mhdesk.gui.look import sizes
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.part import Editor
from mhdesk.gui.widgets.fields import CheckGroup, Choice, DateEditor, Field, LongTextEditor, TextEditor
from mhdesk.gui.widgets.messages import Kind, MessageBar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

DraftT = TypeVar("DraftT", bound="DataclassInstance")

_WIDTH: Final = 452
_COLUMN: Final = 220


class DraftDialog(FormDialog, Generic[DraftT]):
    """Ask for the attributes of a draft; what is not asked stays as it was given."""

    WIDTH = _WIDTH + 2 * sizes.S24

    def __init__(
        self,
        context: PageContext,
        question: str,
        explanation: str,
        verb: str,
        parent: QWidget,
        *,
        draft: DraftT,
        today: date,
    ) -> None:
        super().__init__(context, question, explanation, verb, parent)
        self._draft, self._today = draft, today
        self._editors: dict[str, Editor] = {}

    # --- what is asked ------------------------------------------------------------------------------

    def ask_day(self, name: str, label: str, *, ahead: bool = False, optional: bool = False) -> Field:
        """Ask for a day."""
        day = DateEditor()
        day.expect(self._today, ahead=ahead)
        day.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return self._ask(name, label, day, optional=optional)

    def ask_text(self, name: str, label: str, *, optional: bool = False) -> Field:
        """Ask for some lines of text."""
        return self._ask(name, label, LongTextEditor(width=_WIDTH), optional=optional)

    def ask_line(self, name: str, label: str, *, optional: bool = False) -> Field:
        """Ask for a line of text."""
        return self._ask(name, label, TextEditor(width=_WIDTH), optional=optional)

    def ask_choice(self, name: str, label: str, options: list[tuple[str, str]], *, blank: str = "") -> Field:
        """Ask for one of a list; ``blank`` is a first entry that names nothing."""
        choice = Choice(width=_WIDTH)
        choice.set_options(options, blank=blank)
        return self._ask(name, label, choice, optional=bool(blank))

    def ask_several(self, name: str, label: str, options: list[tuple[str, str]]) -> Field:
        """Ask for some of a list."""
        group = CheckGroup(column_width=_COLUMN)
        group.set_options(options)
        return self._ask(name, label, group)

    def _ask(self, name: str, label: str, editor: Editor, *, optional: bool = False) -> Field:
        field = self.part.ask(name, label, editor, optional=optional)
        self.part.column.addWidget(field)
        self.use(name, editor)
        return field

    def use(self, name: str, editor: Editor) -> None:
        """Let an editor fill an attribute of the draft, beginning with what that says."""
        self._editors[name] = editor
        self._fill(name, getattr(self._draft, name))

    def _fill(self, name: str, value: Any) -> None:  # noqa: ANN401 - as the attribute of the draft is
        editor = self._editors[name]
        if isinstance(editor, CheckGroup):
            editor.set_codes(value)
        elif isinstance(editor, Choice):
            known = value[0] if isinstance(value, list) and value else value
            editor.set_code(str(known) if known else "")
            if editor.currentIndex() < 0 and editor.itemData(0) == "":
                editor.setCurrentIndex(0)
        elif isinstance(editor, TextEditor | LongTextEditor | DateEditor):
            editor.setText(value)

    def say_safe_contact(self, rule: str) -> None:
        """Say before anything else how the client is reached safely, or that nobody knows."""
        bar = MessageBar()
        self.put_first(bar)
        if rule:
            bar.show_message(Kind.SAFETY, rule, lead=self.tr("Safe contact"), closable=False)
        else:
            unknown = self.tr("Nobody wrote down how this person is reached safely. Find that out first.")
            bar.show_message(Kind.WARNING, unknown, closable=False)

    # --- what was typed -----------------------------------------------------------------------------

    def typed(self, name: str) -> Any:  # noqa: ANN401 - as the attribute of the draft is
        """Return what stands in the field of an attribute, as the draft keeps it."""
        editor, before = self._editors[name], getattr(self._draft, name)
        if isinstance(editor, CheckGroup):
            return list(editor.codes())
        if isinstance(editor, Choice):
            code = editor.code()
            if isinstance(before, list):
                return [code] if code else []
            return (int(code) if code else None) if name.endswith("_id") else code
        if isinstance(editor, DateEditor):
            return editor.typed()
        return editor.text() if isinstance(editor, TextEditor | LongTextEditor) else before

    def draft(self) -> DraftT:
        """Return the draft as filled in."""
        return replace(self._draft, **{name: self.typed(name) for name in self._editors})

    def check_draft(self) -> list[Problem]:
        """Return what is wrong with the draft."""
        raise NotImplementedError

    def problems(self) -> list[Problem]:
        """Return what is wrong, each at a field that is there."""
        return [one for one in self.check_draft() if one.field in self.part.fields]
