"""The recovery key: 160 random bits in a form that people can print, read aloud and type back.

Eight groups of five characters, like ``7QK2M``: four of data (20 bits) and one that checks them. The
alphabet is Crockford's base32, which has no I, L, O or U. The check is a weighted sum over the field of
32 elements with the group's own number mixed in: it finds every single wrong character, every pair of
neighbours that changed places, and groups in the wrong order.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from typing import Final

from mhdesk.errors import InputError

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS: Final = 8
GROUP_LENGTH: Final = 5
_BYTES: Final = 20
_GROUP_BITS: Final = 20
_LOOKALIKES: Final = str.maketrans("OIL", "011")
_SEPARATORS: Final = re.compile(r"[\s\-\u2010-\u2015\u2212.,;:_/|]+")


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """Hold the 160 bits that open ``keys/recovery.age``; never shows them in its repr."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != _BYTES:
            raise ValueError("a recovery key has 20 bytes")

    def groups(self) -> tuple[str, ...]:
        """Return the key as printed: 8 groups of 5 characters, the last of each a check character."""
        number = int.from_bytes(self.secret, "big")
        shifts = range((GROUPS - 1) * _GROUP_BITS, -1, -_GROUP_BITS)
        return tuple(_group(place, (number >> shift) & 0xFFFFF) for place, shift in enumerate(shifts))

    def passphrase(self) -> str:
        """Return the passphrase of ``keys/recovery.age``: the groups with hyphens between them.

        Whoever opens the file with the ``age`` program types exactly this.
        """
        return "-".join(self.groups())


def generate() -> RecoveryKey:
    """Return a new random recovery key."""
    return RecoveryKey(secrets.token_bytes(_BYTES))


def parse_recovery(text: str) -> RecoveryKey:
    """Read a recovery key as typed: any case, spaces or hyphens anywhere, O for 0, I or L for 1.

    Raises InputError("vault.recovery_group", group=1..8) for the first group that cannot be right, and
    InputError("vault.recovery_length", given, expected) when only the number of groups is wrong.
    """
    groups = _split(text)
    number = 0
    for place, group in enumerate(groups[:GROUPS]):
        value = _value(place, group)
        if value is None:
            raise InputError("vault.recovery_group", group=place + 1)
        number = (number << _GROUP_BITS) | value
    if len(groups) != GROUPS:
        raise InputError("vault.recovery_length", given=len(groups), expected=GROUPS)
    return RecoveryKey(number.to_bytes(_BYTES, "big"))


def _split(text: str) -> list[str]:
    """Return the groups of ``text``: as separated by the typist, or else every five characters."""
    typed = [part for part in _SEPARATORS.split(text.upper().translate(_LOOKALIKES)) if part]
    if len(typed) == GROUPS:
        return typed
    joined = "".join(typed)
    return [joined[start : start + GROUP_LENGTH] for start in range(0, len(joined), GROUP_LENGTH)]


def _group(place: int, value: int) -> str:
    digits = [(value >> shift) & 31 for shift in (15, 10, 5, 0)]
    return "".join(ALPHABET[digit] for digit in [*digits, _check(place, digits)])


def _value(place: int, group: str) -> int | None:
    """Return the 20 bits of a group, or None when it cannot be a group at this place."""
    digits = [ALPHABET.find(character) for character in group]
    if len(digits) != GROUP_LENGTH or -1 in digits or _check(place, digits[:4]) != digits[4]:
        return None
    first, second, third, fourth = digits[:4]
    return first << 15 | second << 10 | third << 5 | fourth


def _check(place: int, digits: list[int]) -> int:
    """Return the check of four digits at ``place``: Horner's rule over GF(32), x^5 + x^2 + 1."""
    total = 0
    for digit in digits:
        total = (total ^ digit) << 1
        total ^= 0b100101 if total & 32 else 0
    return total ^ place
