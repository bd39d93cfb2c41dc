"""What a field is called and what it said, in words: for the history and for two corrections beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from mhdesk.domain import dates, phones
from mhdesk.domain.dates import Birth
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui.signals import options

_WORDS: Final = {
    "kind": "signal_kinds",
    "channel": "channels",
    "discipline": "disciplines",
    "source_capacity": "source_capacities",
    "source_consent": "source_consents",
    "source_ground": "source_grounds",
    "municipality": "municipalities",
    "form": "exploitation_forms",
    "sex": "sexes",
    "nationality": "nationalities",
}
_AROUND: Final = 60
_LONGEST: Final = 320


def label(field: str) -> str:
    """Return what a field of a signal or a person is called."""
    labels = {
        "kind": QCoreApplication.translate("Changes", "Kind"),
        "received_on": QCoreApplication.translate("Changes", "Day of receipt"),
        "received_time": QCoreApplication.translate("Changes", "Time of receipt"),
        "channel": QCoreApplication.translate("Changes", "Channel"),
        "discipline": QCoreApplication.translate("Changes", "Reporter: discipline"),
        "organisation": QCoreApplication.translate("Changes", "Reporter: organisation"),
        "source_confidential": QCoreApplication.translate("Changes", "Source secret"),
        "source_capacity": QCoreApplication.translate("Changes", "Who reports"),
        "source_consent": QCoreApplication.translate("Changes", "May be named"),
        "source_ground": QCoreApplication.translate("Changes", "Ground to keep the source secret"),
        "source_note": QCoreApplication.translate("Changes", "About the reporter"),
        "municipality": QCoreApplication.translate("Changes", "Municipality"),
        "form": QCoreApplication.translate("Changes", "Form of exploitation"),
        "other_forms": QCoreApplication.translate("Changes", "Also a matter of"),
        "narrative": QCoreApplication.translate("Changes", "Story"),
        "first_names": QCoreApplication.translate("Changes", "First name"),
        "last_name": QCoreApplication.translate("Changes", "Last name"),
        "sex": QCoreApplication.translate("Changes", "Sex"),
        "birth": QCoreApplication.translate("Changes", "Date of birth"),
        "nationality": QCoreApplication.translate("Changes", "Nationality"),
        "phone": QCoreApplication.translate("Changes", "Phone"),
        "safe_contact": QCoreApplication.translate("Changes", "Safe contact"),
    }
    return labels[field]


def value(field: str, said: Any) -> str:  # noqa: ANN401 - whatever a column holds
    """Return what a field said, or that it was empty."""
    return _value(field, said) or QCoreApplication.translate("Changes", "empty")


def _value(field: str, said: Any) -> str:  # noqa: ANN401 - whatever a column holds
    if field in _WORDS:
        return options.label(_WORDS[field], said)
    if field == "other_forms":
        return ", ".join(vocabulary("exploitation_forms").label(code) for code in said)
    if field == "received_on":
        return dates.display_day(date.fromisoformat(said))
    if field == "source_confidential":
        yes, no = QCoreApplication.translate("Changes", "yes"), QCoreApplication.translate("Changes", "no")
        return yes if said else no
    return phones.display(said) if field == "phone" and said else str(said)


def one_birth(earlier: Mapping[str, Any]) -> dict[str, Any]:
    """Return what columns said with the birth in one piece; a birth that was only guessed counts as changed."""
    told = dict(earlier)
    estimated = told.pop("birth_estimated", False)
    if "birth_on" in told:
        on = told.pop("birth_on")
        told["birth"] = dates.display_birth(Birth(on, estimated)) if on else ""
    return told


def excerpts(mine: str, theirs: str) -> tuple[str, str]:
    """Return two long texts from a little before the place where they part."""
    same = next((n for n, pair in enumerate(zip(mine, theirs, strict=False)) if pair[0] != pair[1]), None)
    parts_at = min(len(mine), len(theirs)) if same is None else same
    start = max(0, parts_at - _AROUND)
    start += mine[start:parts_at].find(" ") + 1 if start else 0
    return _cut(mine, start), _cut(theirs, start)


def _cut(text: str, start: int) -> str:
    end = start + _LONGEST
    return f"{'…' if start else ''}{text[start:end]}{'…' if len(text) > end else ''}"
