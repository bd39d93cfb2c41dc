"""Read from a font which glyph an OpenType feature puts in the place of another; reportlab does not.

Only what one glyph for one glyph needs is read: the feature list and the single substitutions of the "GSUB"
table (OpenType 1.9, "GSUB", lookup types 1 and 7).
"""

from __future__ import annotations

import struct
from typing import Final

_SINGLE: Final = 1
_EXTENSION: Final = 7


def substitutions(gsub: bytes, feature: str) -> dict[int, int]:
    """Return new glyph numbers by old ones for a feature such as "tnum"; {} when the font has none such."""
    found: dict[int, int] = {}
    lookups = _short(gsub, 8)
    for lookup in _lookups_of(gsub, feature.encode("ascii")):
        place = lookups + _short(gsub, lookups + 2 + 2 * lookup)
        kind = _short(gsub, place)
        for offset in _shorts(gsub, place + 6, _short(gsub, place + 4)):
            found |= _subtable(gsub, place + offset, kind)
    return found


def _lookups_of(gsub: bytes, feature: bytes) -> list[int]:
    features = _short(gsub, 6)
    lookups: set[int] = set()
    for number in range(_short(gsub, features)):
        tag, offset = struct.unpack_from(">4sH", gsub, features + 2 + 6 * number)
        if tag == feature:
            place = features + offset
            lookups |= set(_shorts(gsub, place + 4, _short(gsub, place + 2)))
    return sorted(lookups)


def _subtable(gsub: bytes, place: int, kind: int) -> dict[int, int]:
    if kind == _EXTENSION:
        kind, offset = struct.unpack_from(">HL", gsub, place + 2)
        return _subtable(gsub, place + offset, kind)
    if kind != _SINGLE:
        return {}
    old = _coverage(gsub, place + _short(gsub, place + 2))
    if _short(gsub, place) == 1:
        difference = _short(gsub, place + 4)
        return {glyph: (glyph + difference) & 0xFFFF for glyph in old}
    return dict(zip(old, _shorts(gsub, place + 6, _short(gsub, place + 4)), strict=True))


def _coverage(gsub: bytes, place: int) -> list[int]:
    form, count = _short(gsub, place), _short(gsub, place + 2)
    if form == 1:
        return list(_shorts(gsub, place + 4, count))
    ranges = _shorts(gsub, place + 4, 3 * count)
    return [
        glyph
        for first, last in zip(ranges[::3], ranges[1::3], strict=True)
        for glyph in range(first, last + 1)
    ]


def _short(table: bytes, place: int) -> int:
    return _shorts(table, place, 1)[0]


def _shorts(table: bytes, place: int, count: int) -> tuple[int, ...]:
    return struct.unpack_from(f">{count}H", table, place)
