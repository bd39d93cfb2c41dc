"""Invent what a signal without a person tells: an advertisement, an address, a car."""

from __future__ import annotations

from typing import Final

from mhdesk.domain.leads import LeadDraft, LeadKind
from mhdesk.fiction.dice import Dice, Shares
from mhdesk.fiction.texts import load

_OF_SEX_WORK: Final = Shares(
    {LeadKind.ADVERTISEMENT: 5, LeadKind.PHONE: 3, LeadKind.ADDRESS: 2, LeadKind.ACCOUNT: 2}
)
_OF_OTHER_WORK: Final = Shares({LeadKind.BUSINESS: 4, LeadKind.VEHICLE: 4, LeadKind.ADDRESS: 3})
# As many as make the same one come back now and then.
_MANY: Final = 40


def invent_lead(dice: Dice, form: str) -> LeadDraft:
    """Return a lead as it goes with a form of exploitation."""
    kind = dice.draw(_OF_SEX_WORK if form == "sexual_exploitation" else _OF_OTHER_WORK)
    text = dice.pick(load("leads")["lead"][kind])
    at = dice.between(10, 10 + _MANY)
    filled = text.format(number=1_000_000 + at, plate=f"{at}-XXX-0", phone=f"06 00 00 00 {at}")
    return LeadDraft(kind=kind, text=filled)
