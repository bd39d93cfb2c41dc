"""What somebody notes in a hurry while the registry is in use: the few things that a caller says first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mhdesk.domain.signals import SignalDraft
from mhdesk.domain.text import clean, mend
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.wording import say

_TAKEN_OVER: Final = ("received_on", "received_time", "municipality", "form", "narrative")
"""What the draft of a note may hold; whatever else stands in a note was not written by this form."""


@dataclass(slots=True)
class QuickNote:
    """A quick note as typed. Nothing is asked: all of it may stay empty."""

    caller: str = ""
    number: str = ""
    received_on: str = ""
    received_time: str = ""
    municipality: str = UNKNOWN
    form: str = UNKNOWN
    story: str = ""

    def is_blank(self) -> bool:
        """Say whether nobody told anything yet; the moment, which fills itself in, tells nothing."""
        told = any(clean(text) for text in (self.caller, self.number, self.story))
        return not told and {self.municipality, self.form} <= {UNKNOWN, ""}

    def draft(self) -> SignalDraft:
        """Return the note as the draft of a signal: who called stands above the story."""
        parts = (self._who_called(), self.story.strip())
        return SignalDraft(
            received_on=self.received_on,
            received_time=self.received_time,
            municipality=self.municipality or UNKNOWN,
            form=self.form or UNKNOWN,
            narrative="\n\n".join(part for part in parts if part),
        )

    def _who_called(self) -> str:
        caller, number = clean(self.caller), clean(self.number)
        if caller and number:
            return say("notes.caller_and_number", caller=caller, number=number)
        if caller:
            return say("notes.caller", caller=caller)
        return say("notes.number", number=number) if number else ""


def read_draft(found: Mapping[str, object]) -> SignalDraft:
    """Return the draft in a note that anybody may have written: known fields, text only."""
    draft = SignalDraft()
    for name in _TAKEN_OVER:
        value = found.get(name)
        if isinstance(value, str):
            setattr(draft, name, mend(value))
    return draft
