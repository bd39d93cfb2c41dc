"""At which field of the sections an error is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from mhdesk.domain.problems import ProblemsError
from mhdesk.errors import KnownError
from mhdesk.gui import faults
from mhdesk.gui.widgets.fields import Field
from mhdesk.gui.widgets.messages import Kind, MessageBar

_AT_NAME: Final = frozenset({"vault.user_exists", "vault.name_empty", "vault.name_refused"})
_WRONG: Final = "vault.wrong_passphrase"
_SAME: Final = "vault.passphrase_same"
_ABOUT_WORDS: Final = "vault.passphrase_"


def at_fields(error: KnownError) -> dict[str, str]:
    """Return what an error says by the field that it is about: "name", "role", "old" or "passphrase"; {} for none.

    "old" is the passphrase that somebody has, "passphrase" the one that they choose.
    """
    if isinstance(error, ProblemsError):
        return {problem.field: problem.sentence() for problem in error.problems}
    sentence = faults.sentence(error)
    if error.code in _AT_NAME:
        return {"name": sentence}
    if error.code == _WRONG:
        return {"old": sentence}
    return {"passphrase": sentence} if error.code.startswith(_ABOUT_WORDS) else {}


def tell(error: KnownError, fields: Mapping[str, Field], messages: MessageBar) -> None:
    """Say an error at the fields that it is about, or else in the bar."""
    sentences = at_fields(error)
    if not sentences or not show_at(fields, sentences):
        messages.show_message(Kind.ERROR, faults.sentence(error))


def show_at(fields: Mapping[str, Field], sentences: Mapping[str, str]) -> bool:
    """Say each sentence at its field, the first of them in focus; return whether every one has a field here."""
    for name, field in fields.items():
        field.set_error(sentences.get(name))
    wrong = [field for name, field in fields.items() if name in sentences]
    if wrong:
        wrong[0].take_focus()
    return len(wrong) == len(sentences)
