"""What stands in the fields of any form, as it is kept in a draft and put back from it."""

from __future__ import annotations

from collections.abc import Mapping

from mhdesk.gui.signals.part import Part
from mhdesk.gui.widgets.fields import (
    CheckGroup,
    Choice,
    DateEditor,
    Field,
    LongTextEditor,
    RadioCards,
    TextEditor,
)

Told = dict[str, str | list[str]]
"""By the name of a field what was typed in it, the code that was chosen, or the codes that were ticked."""


def told(part: Part) -> Told:
    """Return what stands in the fields of a part; a list of statements is not among what this can keep."""
    return {name: _told(field) for name, field in part.fields.items()}


def put_back(part: Part, kept: Mapping[str, str | list[str]]) -> None:
    """Show again what was kept; a field that another version of mhdesk asked for is left out."""
    for name, value in kept.items():
        if name in part.fields:
            _put(part.fields[name], value)


def _told(field: Field) -> str | list[str]:
    editor = field.editor
    if isinstance(editor, CheckGroup):
        return [*editor.codes()]
    if isinstance(editor, Choice | RadioCards):
        return editor.code()
    if isinstance(editor, DateEditor):
        return editor.typed()
    return editor.text() if isinstance(editor, TextEditor | LongTextEditor) else ""


def _put(field: Field, value: str | list[str]) -> None:
    editor = field.editor
    if isinstance(editor, CheckGroup) and isinstance(value, list):
        editor.set_codes(value)
    elif not isinstance(value, str):
        return
    elif isinstance(editor, Choice):
        editor.setCurrentIndex(editor.findData(value))
    elif isinstance(editor, RadioCards):
        editor.set_code(value)
    elif isinstance(editor, TextEditor | LongTextEditor):
        editor.setText(value)
