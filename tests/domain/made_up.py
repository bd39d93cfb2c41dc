"""Records in which every text that nobody named is a secret of its own, also in fields that come later."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime
from itertools import count
from typing import Any, Final, TypeVar

from mhdesk.domain.informing import State
from mhdesk.domain.views import DecisionView, InvolvementView, NoteView, ReferralView, SignalDetails

Made = TypeVar("Made")

DAY: Final = date(2026, 11, 23)
MOMENT: Final = datetime(2026, 11, 23, 1, 8, tzinfo=UTC)
_PLAIN: Final = {"int": 7, "bool": False, "date": DAY, "datetime": MOMENT, "State": State.TO_INFORM}
_CODES: Final = {
    "kind": "notification",
    "status": "open",
    "channel": "phone",
    "discipline": "police",
    "source_capacity": "professional",
    "source_consent": "",
    "source_ground": "",
    "municipality": "GM0402",
    "form": "labour_exploitation",
    "role": "possible_victim",
    "sex": "female",
    "nationality": "unknown",
    "term_source": "avg_14_3",
    "choice": "inform",
    "ground": "safety_victim",
    "legal_ground": "uavg_41_1_i",
    "purpose": "care",
    "basis": "consent_oral",
    "state": "sent",
}


class Secrets:
    """Make records and remember every text that was put into them."""

    def __init__(self) -> None:
        self.texts: set[str] = set()
        self._numbers = count(1)

    def text(self) -> str:
        """Return a text that stands nowhere else."""
        made = f"Geheim{next(self._numbers):04d}x"
        self.texts.add(made)
        return made

    def made(self, kind: type[Made], **known: object) -> Made:
        """Return a record whose texts are secrets, save those that are codes or ``known``."""
        values: dict[str, Any] = dict(known)
        for field in dataclasses.fields(kind):  # type: ignore[arg-type]  # a dataclass, all of them
            if field.name in values:
                continue
            if field.name in _CODES:
                values[field.name] = _CODES[field.name]
            elif field.type == "str":
                values[field.name] = self.text()
            elif field.type in _PLAIN:
                values[field.name] = _PLAIN[str(field.type)]
            elif str(field.type).startswith("tuple"):
                values[field.name] = ()
            elif field.default is dataclasses.MISSING:
                values[field.name] = None
        return kind(**values)

    def person(self, number: int, **known: object) -> InvolvementView:
        """Return somebody concerned, with a decision."""
        decision = self.made(DecisionView, historic=False)
        return self.made(
            InvolvementView, **{"id": number, "person_id": number, "decisions": (decision,), **known}
        )

    def signal(self, *people: InvolvementView, **known: object) -> SignalDetails:
        """Return a signal about some people, with a referral and a note."""
        referral = self.made(ReferralView, involvement_id=people[-1].id, historic=False)
        return self.made(
            SignalDetails,
            **{"involvements": people, "referrals": (referral,), "notes": (self.made(NoteView),), **known},
        )
