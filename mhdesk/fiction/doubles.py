"""Invent people by the ten thousand, and how others write the same people down.

For measuring who is recognised: names are put together from the letters of the invented names, so that there are
as many different ones as in life and nobody is called so; second records hold the slips, hearsay, moved and missing
parts that intake notes are full of. How often each happens is an assumption, stated in ``RATES`` and fitted to no
test.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Final

from mhdesk.domain.dates import Birth
from mhdesk.domain.text import fold
from mhdesk.fiction.dice import Dice, Shares
from mhdesk.fiction.texts import load

# Of a hundred second records, so many …
RATES: Final[Mapping[str, float]] = {
    "lose their accents": 0.4,
    "are written by ear": 0.12,
    "have the names turned round": 0.05,
    "lose a second first name": 0.5,
    "gain a second first name": 0.06,
    "lose half of a double name": 0.3,
    "lose the last name": 0.08,
    "have another last name": 0.02,
    "have an initial only": 0.02,
    "lose the birth": 0.25,
    "lose the phone": 0.45,
    "have another phone": 0.15,
    "have a slip in the phone": 0.03,
}
_SLIPS: Final = Shares({0: 62.0, 1: 22.0, 2: 11.0, 3: 5.0})
_BIRTHS: Final = Shares(
    {"same": 72.0, "turned": 3.0, "year": 5.0, "january": 3.0, "day": 4.0, "month": 1.5, "other year": 1.5}
    | {"other": 1.0, "only year": 4.0, "only month": 1.0, "guess": 4.0}
)
_BY_EAR: Final = (
    ("ou", "oe"), ("oe", "u"), ("u", "oe"), ("ij", "y"), ("ij", "ei"), ("y", "i"), ("j", "y"), ("y", "j"),
    ("ch", "tsj"), ("sh", "sj"), ("sch", "sh"), ("c", "k"), ("k", "c"), ("ck", "k"), ("ph", "f"), ("f", "ph"),
    ("w", "v"), ("kh", "ch"),
    ("v", "w"), ("v", "f"), ("z", "s"), ("s", "z"), ("x", "ks"), ("ks", "x"), ("i", "ie"), ("ee", "e"), ("aa", "a"),
    ("ğ", "g"), ("ş", "sh"), ("ș", "sh"), ("ç", "ch"), ("ț", "tz"), ("ö", "oe"), ("ü", "u"), ("th", "t"), ("dj", "j"),
)  # fmt: skip
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_GIVEN: Final = 160  # different ones for each language
_SURNAMES: Final = 900
_BORN_FROM: Final = date(1955, 1, 1)
_BORN_DAYS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Double:
    """One record of an invented person."""

    first_names: str
    last_name: str
    birth: Birth | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class _Names:
    given: Shares[str]
    surnames: Shares[str]


@cache
def _pools(seed: int) -> tuple[tuple[_Names, ...], Shares[int]]:
    """Return the names of each language, some of them common and most of them rare."""
    dice, rows = Dice(seed), load("names")["language"]
    pools = []
    for row in rows:
        given = row["female"] + row["male"]
        pools.append(
            _Names(
                _common_first(_coin(dice, given, _GIVEN)),
                _common_first(_coin(dice, row["surnames"], _SURNAMES)),
            )
        )
    return tuple(pools), Shares({number: row["weight"] for number, row in enumerate(rows)})


def _common_first(names: Sequence[str]) -> Shares[str]:
    return Shares({name: 1 / (rank + 5) for rank, name in enumerate(names)})


def _coin(dice: Dice, names: Sequence[str], count: int) -> list[str]:
    """Return ``names`` and further ones whose neighbouring letters all occur so in ``names``."""
    follows: dict[str, list[str]] = {}
    for name in names:
        for letter, following in pairwise(f"^{name}$"):
            follows.setdefault(letter, []).append(following)
    coined = dict.fromkeys(names)
    for _ in range(20 * count):
        name, letter = "", dice.pick(follows["^"])
        while letter != "$" and len(name) < 16:
            name += letter
            letter = dice.pick(follows[letter])
        if len(name) >= 3 and letter == "$":
            coined[name[0].upper() + name[1:]] = None
        if len(coined) >= count:
            break
    return list(coined)


def people(dice: Dice, count: int, seed: int = 1) -> list[Double]:
    """Return ``count`` invented persons; names come from the same lists for the same ``seed``."""
    pools, shares = _pools(seed)
    return [_person(dice, pools[dice.draw(shares)]) for _ in range(count)]


def _person(dice: Dice, names: _Names) -> Double:
    first, last = dice.draw(names.given), dice.draw(names.surnames)
    if dice.happens(0.12):
        first = f"{first} {dice.draw(names.given)}"
    if dice.happens(0.08):
        last = f"{last}-{dice.draw(names.surnames)}"
    born = _BORN_FROM + timedelta(days=dice.between(0, _BORN_DAYS))
    return Double(first, last, Birth(born.isoformat()), _phone(dice) if dice.happens(0.7) else None)


def _phone(dice: Dice) -> str:
    """Return a number in a country that there is not (ITU: 999 is reserved); as many as there are real ones."""
    return f"+9990{dice.between(0, 99_999_999):08d}"


def second_record(dice: Dice, person: Double, seed: int = 1) -> Double:
    """Return ``person`` as somebody else has written him or her down."""
    pools, shares = _pools(seed)
    told = _other_names(dice, person, pools[dice.draw(shares)])
    told = replace(
        told, first_names=_written(dice, told.first_names), last_name=_written(dice, told.last_name)
    )
    if dice.happens(RATES["have the names turned round"]):
        told = replace(told, first_names=told.last_name, last_name=told.first_names)
    birth = None if dice.happens(RATES["lose the birth"]) else _other_birth(dice, person.birth)
    return replace(told, birth=birth, phone=_other_phone(dice, person.phone))


def _other_names(dice: Dice, person: Double, names: _Names) -> Double:
    first, last = person.first_names.split(), person.last_name.split("-")
    if len(first) > 1 and dice.happens(RATES["lose a second first name"]):
        first = first[:1]
    elif dice.happens(RATES["gain a second first name"]):
        first.append(dice.draw(names.given))
    if dice.happens(RATES["have an initial only"]):
        first = [f"{first[0][0]}."]
    if len(last) > 1 and dice.happens(RATES["lose half of a double name"]):
        last = [dice.pick(last)]
    if dice.happens(RATES["lose the last name"]):
        last = []
    elif dice.happens(RATES["have another last name"]):
        last = [dice.draw(names.surnames)]
    return replace(person, first_names=" ".join(first), last_name="-".join(last))


def _written(dice: Dice, name: str) -> str:
    if dice.happens(RATES["are written by ear"]):
        name = _by_ear(dice, name)
    if dice.happens(RATES["lose their accents"]):
        name = fold(name).title()
    for _ in range(dice.draw(_SLIPS) if dice.happens(0.5) else 0):
        name = dice.pick(_SLIP_KINDS)(dice, name)
    return name


def _by_ear(dice: Dice, name: str) -> str:
    lowered = name.lower()
    heard = [pair for pair in _BY_EAR if pair[0] in lowered]
    for meant, written in dice.some(heard, 2):
        lowered = lowered.replace(meant, written, 1)
    return lowered.title()


def _replaced(dice: Dice, name: str) -> str:
    at = dice.between(0, len(name) - 1)
    return name[:at] + dice.pick(_LETTERS) + name[at + 1 :]


def _dropped(dice: Dice, name: str) -> str:
    at = dice.between(0, len(name) - 1)
    return name[:at] + name[at + 1 :] if len(name) > 2 else name


def _doubled(dice: Dice, name: str) -> str:
    at = dice.between(0, len(name) - 1)
    return name[: at + 1] + name[at:]


def _turned(dice: Dice, name: str) -> str:
    at = dice.between(0, max(len(name) - 2, 0))
    return name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :]


_SLIP_KINDS: Final[Sequence[Callable[[Dice, str], str]]] = (_replaced, _dropped, _doubled, _turned)


def _other_birth(dice: Dice, birth: Birth | None) -> Birth | None:
    if birth is None:
        return None
    year, month, day = (int(part) for part in birth.on.split("-"))
    anyhow = dice.between(1, 28)
    near = year + dice.pick((-10, -1, 1, 10))
    told = {
        "same": (year, month, day),
        "turned": (year, day, month) if day <= 12 else (year, month, day),
        "year": (near, month, min(day, 28)),
        "january": (year, 1, 1),
        "day": (year, month, anyhow),
        "month": (year, dice.between(1, 12), min(day, 28)),
        "other year": (year + dice.between(-15, 15), month, min(day, 28)),
        "other": (year + dice.between(-15, 15), dice.between(1, 12), anyhow),
        "only year": (year if dice.happens(0.9) else near,),
        "only month": (year, month),
        "guess": (year + dice.between(-3, 3) + dice.between(-2, 2),),
    }
    kind = dice.draw(_BIRTHS)
    return Birth("-".join(f"{part:02d}" for part in told[kind]), estimated=kind == "guess")


def _other_phone(dice: Dice, phone: str | None) -> str | None:
    if dice.happens(RATES["lose the phone"]):
        return None
    if phone is None or dice.happens(RATES["have another phone"]):
        return _phone(dice)
    if dice.happens(RATES["have a slip in the phone"]):
        at = dice.between(6, len(phone) - 1)
        return phone[:at] + str(dice.between(0, 9)) + phone[at + 1 :]
    return phone
