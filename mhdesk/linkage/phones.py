"""Find who has a telephone number, or one a slip away from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

# Without country code or the 0 before it: one number, whoever wrote it down.
_SUFFIX: Final = 9


def suffix(e164: str) -> str:
    """Return the part of a number that stays when its country is left out."""
    return e164.removeprefix("+")[-_SUFFIX:]


def slips(number: str) -> Iterator[str]:
    """Yield the numbers with one figure different, or two neighbours turned round."""
    for at, figure in enumerate(number):
        for other in "0123456789":
            if other != figure:
                yield f"{number[:at]}{other}{number[at + 1 :]}"
        following = number[at + 1 : at + 2]
        if following and following != figure:
            yield f"{number[:at]}{following}{figure}{number[at + 2 :]}"


def count_slips(e164: str) -> int:
    """Return about how many numbers are one slip away from this one."""
    return 10 * len(suffix(e164)) - 1


def one_slip_apart(one: str, other: str) -> bool:
    """Say whether two different numbers of one length differ as :func:`slips` makes them differ."""
    apart = [at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]]
    if len(one) != len(other) or not 1 <= len(apart) <= 2:
        return False
    first, last = apart[0], apart[-1]
    return first == last or (last == first + 1 and one[first : last + 1] == other[last] + other[first])


class Directory:
    """Numbers with the rows of those who have them."""

    def __init__(self) -> None:
        self._rows: dict[str, list[int]] = {}
        self.held = 0

    def add(self, e164: str, row: int) -> None:
        """Note that the person in ``row`` has a number."""
        self._rows.setdefault(suffix(e164), []).append(row)
        self.held += 1

    def remove(self, e164: str, row: int) -> None:
        """Forget that the person in ``row`` has a number."""
        rows = self._rows[suffix(e164)]
        rows.remove(row)
        self.held -= 1
        if not rows:
            del self._rows[suffix(e164)]

    def same(self, e164: str) -> list[int]:
        """Return the rows of all who have this number."""
        return self._rows.get(suffix(e164), [])

    def near(self, e164: str) -> list[int]:
        """Return the rows of all who have a number one slip away."""
        return [row for number in slips(suffix(e164)) for row in self._rows.get(number, ())]
