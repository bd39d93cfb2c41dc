"""What an organisation, its contacts, its offers and its covenants said before, newest first."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from mhdesk.domain.dates import display_day
from mhdesk.domain.network_views import OrganisationDetails
from mhdesk.domain.revisions import RevisionView
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.network.words import labels
from mhdesk.gui.signals.blocks import column
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.labels import Paragraph, Section

_WORDS: Final = {
    "group": "organisation_groups",
    "side": "organisation_sides",
    "purpose": "referral_purposes",
    "purposes": "referral_purposes",
    "kind": "covenant_kinds",
}


def history_block(one: OrganisationDetails, today: date) -> QWidget | None:
    """Return every change that replaced something, with who made it; None where nothing was ever replaced."""
    told = [(change, whose, said) for whose, change in one.history if (said := _said(change))]
    if not told:
        return None
    block = QWidget()
    lines = column(block, sizes.S12)
    lines.addWidget(Section(QCoreApplication.translate("NetworkHistory", "Changed")))
    for change, whose, said in told:
        entry = QWidget()
        inner = column(entry, 2)
        inner.addWidget(Paragraph(_head(change, whose, today), Type.CAPTION, Role.SECOND))
        for sentence in said:
            inner.addWidget(Paragraph(sentence))
        lines.addWidget(entry)
    return block


def _head(change: RevisionView, whose: str, today: date) -> str:
    moment = change.changed_at.astimezone()
    day, time = words.weekday_day(moment.date(), today), words.time_of(moment)
    head = QCoreApplication.translate("NetworkHistory", "{name}, {day} at {time}")
    return DOT.join(filter(None, (head.format(name=change.changed_by, day=day, time=time), whose)))


def _said(change: RevisionView) -> list[str]:
    """Return what stood in each field that was replaced; a field that was empty says nothing."""
    was = QCoreApplication.translate("NetworkHistory", "{field} was: {value}")
    told = ((_field(name), _value(name, value)) for name, value in change.earlier.items())
    return [was.format(field=field, value=value) for field, value in told if field and value]


def _value(name: str, value: Any) -> str:  # noqa: ANN401 - any column
    if not value:
        return ""
    if name in _WORDS:
        return labels(_WORDS[name], tuple(str(value).split()))
    return display_day(date.fromisoformat(value)) if name.endswith("_on") else str(value)


def _field(name: str) -> str:
    """Return what a column is called, "" for one that is not told."""
    return {
        "name": QCoreApplication.translate("NetworkHistory", "Name"),
        "title": QCoreApplication.translate("NetworkHistory", "Name"),
        "group": QCoreApplication.translate("NetworkHistory", "Group"),
        "side": QCoreApplication.translate("NetworkHistory", "Side of the wall"),
        "phone": QCoreApplication.translate("NetworkHistory", "Phone"),
        "email": QCoreApplication.translate("NetworkHistory", "E-mail"),
        "address": QCoreApplication.translate("NetworkHistory", "Address"),
        "note": QCoreApplication.translate("NetworkHistory", "Note"),
        "function": QCoreApplication.translate("NetworkHistory", "What they do"),
        "purpose": QCoreApplication.translate("NetworkHistory", "What for"),
        "purposes": QCoreApplication.translate("NetworkHistory", "Only for"),
        "conditions": QCoreApplication.translate("NetworkHistory", "What they ask for"),
        "kind": QCoreApplication.translate("NetworkHistory", "Kind"),
        "covers": QCoreApplication.translate("NetworkHistory", "What may be shared under it"),
        "starts_on": QCoreApplication.translate("NetworkHistory", "First day"),
        "ends_on": QCoreApplication.translate("NetworkHistory", "Last day"),
        "ended_on": QCoreApplication.translate("NetworkHistory", "Ended on"),
    }.get(name, "")
