"""A mistake that is being mended is no longer said."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from mhdesk.gui.widgets.bars import ActionBar
from mhdesk.gui.widgets.choices import CheckGroup, Choice
from mhdesk.gui.widgets.editors import TextEditor
from mhdesk.gui.widgets.fields import Field


def clear_when_edited(fields: Mapping[str, Field], bar: ActionBar) -> None:
    """Take the error of a field away as soon as it is edited, and count again what is left in ``bar``."""
    for field in fields.values():
        if isinstance(field.editor, (TextEditor, Choice, CheckGroup)):
            field.editor.edited.connect(partial(_clear, field, fields, bar))


def _clear(field: Field, fields: Mapping[str, Field], bar: ActionBar) -> None:
    if field.error():
        field.set_error(None)
        bar.set_wrong(sum(bool(one.error()) for one in fields.values()))
