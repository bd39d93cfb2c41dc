"""A lead in words, the same wherever it is shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from mhdesk.gui.signals import options
from mhdesk.wording import say


def lead_words(kind: str, text: str) -> str:
    """Return a lead as it reads inside a line: what it is, and how it was noted."""
    return f"{options.label('lead_kinds', kind)} {text}"


def leads_before(before: list[Mapping[str, str]]) -> str:
    """Return what the leads of a signal said before they changed."""
    if not before:
        return QCoreApplication.translate("Changes", "A lead was added; there were none.")
    told = ", ".join(" ".join((lead_words(one["kind"], one["text"]), one["note"])).strip() for one in before)
    return QCoreApplication.translate("Changes", "The leads were: {leads}").format(leads=told)


def same_words(kind: str, reference: str) -> str:
    """Return that something of this kind stands in another signal, too."""
    return say(f"lead.same_{kind}", reference=reference)
