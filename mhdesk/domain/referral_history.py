"""What a referral said while it was proposed, where it was sent otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from mhdesk.domain.dates import display_day
from mhdesk.domain.revisions import RevisionView
from mhdesk.domain.shared_fields import FIELDS
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.wording import say

# In the order in which it is told, with the words of its codes.
_WORDS: Final = {
    "organisation": "",
    "purpose": "referral_purposes",
    "basis": "referral_bases",
    "basis_note": "",
    "shared": FIELDS,
    "urgency": "referral_urgencies",
    "note": "",
}


def before(history: Iterable[RevisionView]) -> Iterator[str]:
    """Yield what each change replaced: by whom, when, and what was said until then; nothing for days alone."""
    for one in history:
        told = {name: text for name in _WORDS if (text := _value(name, one.earlier.get(name)))}
        if told:
            said = "; ".join(f"{say(f'referral.before_{name}')}: {text}" for name, text in told.items())
            day = display_day(one.changed_at.astimezone().date())
            yield say("referral.before", name=one.changed_by, day=day, said=said)


def _value(name: str, value: Any) -> str:  # noqa: ANN401 - any column
    if not value or value == UNKNOWN:
        return ""
    words = _WORDS[name]
    return ", ".join(vocabulary(words).label(code) for code in str(value).split()) if words else str(value)
