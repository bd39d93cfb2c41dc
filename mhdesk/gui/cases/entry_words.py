"""What happened in a case, in a few words."""

from __future__ import annotations

from mhdesk.domain.cases import WRITTEN, EntryKind, EntryView
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui.words import sentence_case

_WORDS = {**WRITTEN, EntryKind.CLOSED: "case_closing_reasons"}


def title(one: EntryView) -> str:
    """Return the kind with its codes: ``Contact: telefoon``."""
    kind = sentence_case(vocabulary("case_entry_kinds").label(one.kind))
    words = _WORDS.get(EntryKind(one.kind)) if one.kind in set(EntryKind) else None
    codes = one.codes[:1] if one.kind == EntryKind.CLOSED else one.codes
    told = ", ".join(vocabulary(words).label(code) for code in codes) if words else ""
    return f"{kind}: {told}" if told else kind
