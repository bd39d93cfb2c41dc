"""Who can open ``registry.age``: the list that lies inside it.

An age file does not tell to whom it is sealed. Whoever writes ``registry.age`` anew must seal it to everybody
again, so the file carries the public keys of all of them, and of suspended users for the day they come back.
Public keys open nothing. What the list says about people is read by those who can open the registry anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from mhdesk.vault import age, names

_ID: Final = re.compile(r"[0-9a-f]{16}")


class Kind(StrEnum):
    """What kind of key an opener is."""

    USER = "user"
    RECOVERY = "recovery"
    COMPUTER = "computer"


class State(StrEnum):
    """Whether the file is sealed to an opener."""

    ACTIVE = "active"
    INVITED = "invited"
    """Active, and still to replace the passphrase that came with the invitation."""
    SUSPENDED = "suspended"


_IDS: Final = {Kind.USER: 1, Kind.RECOVERY: 0, Kind.COMPUTER: 2}
"""How many ids an opener of each kind carries."""


@dataclass(frozen=True, slots=True)
class Opener:
    """Name one key.

    ``id`` is a user's key id, or random for a computer, 16 hex digits; empty for the recovery key.
    ``user`` is the key id of the user whose computer it is; ``label`` is what people call that computer.
    """

    kind: Kind
    recipient: str
    id: str = ""
    state: State = State.ACTIVE
    user: str = ""
    label: str = ""

    @property
    def active(self) -> bool:
        """Return whether the file is sealed to this key."""
        return self.state is not State.SUSPENDED

    def belongs_to(self, key_id: str) -> bool:
        """Return whether this is the user with this key id, or one of that user's computers."""
        return key_id in {self.id if self.kind is Kind.USER else "", self.user} - {""}

    def plain(self) -> dict[str, str]:
        """Return what is written down: the members that say something."""
        members = {
            "kind": self.kind,
            "recipient": self.recipient,
            "id": self.id,
            "state": self.state,
            "user": self.user,
            "label": self.label,
        }
        return {name: str(text) for name, text in members.items() if text}


def read(found: object) -> tuple[Opener, ...] | None:
    """Return the list that was written down, () for none at all; None when it is not in the right shape."""
    if found is None:
        return ()
    openers = [_one(member) for member in found] if isinstance(found, list) else [None]
    whole = tuple(opener for opener in openers if opener)
    return whole if len(whole) == len(openers) else None


def _one(found: object) -> Opener | None:
    members = found if isinstance(found, dict) else {}
    try:
        opener = Opener(
            kind=Kind(str(members.get("kind"))),
            recipient=str(members.get("recipient", "")),
            id=str(members.get("id", "")),
            state=State(str(members.get("state"))),
            user=str(members.get("user", "")),
            label=str(members.get("label", "")),
        )
    except ValueError:
        return None
    return opener if _fits(opener) else None


def _fits(opener: Opener) -> bool:
    ids = [digits for digits in (opener.id, opener.user) if digits]
    return (
        age.is_recipient(opener.recipient)
        and len(ids) == _IDS[opener.kind]
        and all(map(_ID.fullmatch, ids))
        and (not opener.label or names.is_name(opener.label))
    )


def recipients(openers: Iterable[Opener]) -> list[str]:
    """Return the public keys to which the file is sealed, each once."""
    return list(dict.fromkeys(opener.recipient for opener in openers if opener.active))


def user(openers: Iterable[Opener], key_id: str) -> Opener | None:
    """Return the user with this key id, or None."""
    return next((opener for opener in openers if opener.kind is Kind.USER and opener.id == key_id), None)


def without(openers: Iterable[Opener], key_id: str) -> tuple[Opener, ...]:
    """Return the list without this user and without that user's computers."""
    return tuple(opener for opener in openers if not opener.belongs_to(key_id))
