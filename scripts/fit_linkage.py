"""Make ``resources/linkage/rules.toml``: count on made-up people how second records agree, and set the thresholds.

``python scripts/fit_linkage.py`` takes some minutes and writes the same file each time. The names, the people and
what goes wrong in their second records come from ``mhdesk.fiction.doubles``; no other data is used.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from mhdesk.fiction import doubles
from mhdesk.fiction.dice import Dice
from mhdesk.fiction.doubles import Double
from mhdesk.linkage import births, phones, rules
from mhdesk.linkage.births import Agreement
from mhdesk.linkage.index import Index, Person
from mhdesk.linkage.spelling import Name, name
from mhdesk.linkage.vocabulary import FIRST, KINDS, LAST, Likeness, Vocabulary

OUT = Path(__file__).resolve().parent.parent / "resources" / "linkage" / "rules.toml"
PAIRS = 20_000
PERSONS, KNOWN, NEW = 50_000, 1_500, 4_500
RAREST = 0.002  # what was never seen may still happen
PRECISION = {"certain": 0.995, "probable": 0.9, "possible": 0.5}
GUESSES = (Agreement.FAR_GUESS, Agreement.FAIR_GUESS, Agreement.GOOD_GUESS)
PARTS = (Agreement.PART_OTHER, Agreement.PART_YEAR, Agreement.PART_MONTH)

HEADER = f"""# The numbers of the linkage engine: made by scripts/fit_linkage.py, not by hand.
#
# Source: {PAIRS:,} pairs of records of one made-up person each (mhdesk.fiction.doubles, which states how often what
# goes wrong: an assumption). A rate is how often the two records agree so. Thresholds: {PERSONS:,} made-up persons,
# {KNOWN:,} second records of some of them and {NEW:,} records of others; precision is the share of right ones among
# all candidates with that score or more, recall the share of the second records whose person is among those.
"""


def as_person(double: Double) -> Person:
    """Return a made-up record as the engine takes it."""
    return Person(double.first_names, double.last_name, double.birth, double.phone)


def count_names(pairs: Iterable[tuple[Double, Double]]) -> dict[str, float]:
    """Return how often words of names agree, by rule."""
    seen: Counter[str] = Counter()
    for meant, told in pairs:
        old = (name(meant.first_names, given=True), name(meant.last_name))
        new = (name(told.first_names, given=True), name(told.last_name))
        for field in (FIRST, LAST):
            if old[field].words and new[field].words:
                _count_field(seen, field, new[field], old)
    alike = sum(seen[kind.name.lower()] for kind in KINDS)
    found = {kind.name.lower(): seen[kind.name.lower()] / alike for kind in KINDS}
    found["other"] = seen["other"] / (seen["other"] + alike)
    found["moved"] = seen["moved"] / alike
    found["added"] = seen["added"] / seen["could be added"]
    found["dropped"] = seen["dropped"] / seen["could be dropped"]
    return found


def _count_field(seen: Counter[str], field: int, new: Name, old: Sequence[Name]) -> None:
    words = Vocabulary()
    place = {words.add(word, side, 0): side for side in (1 - field, field) for word in old[side].words}
    held = sum(side == field for side in place.values())
    alike = {
        word: [(int(likes[number]), number) for number in place]
        for word in new.words
        for likes in [words.like(word).kinds]
    }
    lone = 0
    for options in alike.values():
        kind, number = min(options)
        if kind == Likeness.NONE:
            lone += 1
            continue
        seen[Likeness(kind).name.lower()] += 1
        seen["moved"] += place[number] != field
        held -= place[number] == field
    seen["other"] += min(lone, held)
    seen["added"] += max(lone - held, 0)
    seen["could be added"] += 1
    if len(old[field].words) > 1:
        seen["dropped"] += held > lone
        seen["could be dropped"] += 1


def count_births(pairs: Iterable[tuple[Double, Double]]) -> dict[str, float]:
    """Return how often births agree, by rule: whole dates and guesses each among themselves."""
    seen: Counter[Agreement] = Counter()
    for meant, told in pairs:
        seen[Agreement(int(births.agreements(births.code(told.birth))[births.code(meant.birth)]))] += 1
    whole = tuple(set(Agreement) - {Agreement.UNKNOWN, *GUESSES, *PARTS})
    shares = {
        kind: seen[kind] / sum(seen[each] for each in group) for group in (GUESSES, whole) for kind in group
    }
    wrong = seen[Agreement.PART_OTHER] / sum(seen[kind] for kind in PARTS)
    shares |= {kind: wrong if kind == Agreement.PART_OTHER else 1 - wrong for kind in PARTS}
    return {kind.name.lower(): shares[kind] for kind in sorted(shares)}


def count_phones(pairs: Iterable[tuple[Double, Double]]) -> dict[str, float]:
    """Return how often telephone numbers agree, by rule."""
    seen: Counter[str] = Counter()
    for meant, told in pairs:
        if meant.phone and told.phone:
            slip = phones.one_slip_apart(meant.phone, told.phone)
            seen["same" if meant.phone == told.phone else "slip" if slip else "other"] += 1
    return {kind: seen[kind] / seen.total() for kind in ("same", "slip", "other")}


def measure(index: Index[int], dice: Dice, people: Sequence[Double]) -> list[tuple[float, bool]]:
    """Return the score of every candidate that was proposed, and whether it was the right one."""
    found = []
    for number in dice.some(range(len(people)), KNOWN):
        told = as_person(doubles.second_record(dice, people[number]))
        found += [(candidate.score, candidate.id == number) for candidate in index.candidates(told)]
    for stranger in doubles.people(dice, NEW):
        found += [(candidate.score, False) for candidate in index.candidates(as_person(stranger))]
    return sorted(found, reverse=True)


def thresholds(found: Sequence[tuple[float, bool]]) -> dict[str, dict[str, float]]:
    """Return for each level the lowest score, in half bits, at which its precision is reached."""
    told = {}
    for level, wanted in PRECISION.items():
        for half in range(60, -60, -1):
            kept = [right for score, right in found if score >= half / 2]
            if kept and sum(kept) / len(kept) >= wanted:
                told[level] = {
                    "score": half / 2,
                    "precision": sum(kept) / len(kept),
                    "recall": sum(kept) / KNOWN,
                }
            elif level in told:
                break
    return told


def table(title: str, rates: dict[str, float]) -> str:
    """Return one table of the file."""
    lines = [f"{key} = {max(rate, RAREST):.4f}" for key, rate in rates.items()]
    return "\n".join([f"\n[{title}]", *lines, ""])


def main() -> None:
    """Count, measure and write the file."""
    dice = Dice(20_261_123)
    people = doubles.people(dice, PAIRS)
    pairs = [(person, doubles.second_record(dice, person)) for person in people]
    told = HEADER + table("names", count_names(pairs)) + table("births", count_births(pairs))
    told += table("phones", count_phones(pairs))
    none = {level: {"score": 0.0} for level in PRECISION}
    index: Index[int] = Index(rules.parse(tomllib.loads(told) | {"thresholds": none}))
    people = doubles.people(dice, PERSONS)
    for number, person in enumerate(people):
        index.put(number, as_person(person))
    told += "\n[thresholds]\n"
    for level, limit in thresholds(measure(index, dice, people)).items():
        told += f"{level} = {{ score = {limit['score']}, precision = {limit['precision']:.3f}, "
        told += f"recall = {limit['recall']:.3f} }}\n"
    OUT.write_text(told, encoding="utf-8")
    print(told)


if __name__ == "__main__":
    main()
