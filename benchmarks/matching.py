"""Find who may be the same person: the linkage engine beside one pass of rapidfuzz over everybody.

``python -m benchmarks.matching`` measures on invented people; with PERSONS.csv and QUERIES.csv (columns as of
``mhdesk match``, and ``true_id`` and ``kind`` in the second) on those. It writes MATCHING.md.
"""

from __future__ import annotations

import csv
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

from benchmarks.measuring import Line, compare, machine, timed
from mhdesk.desk import match_files
from mhdesk.domain.text import plain
from mhdesk.exchange import people
from mhdesk.fiction import doubles
from mhdesk.fiction.dice import Dice
from mhdesk.linkage import Index, Person

RESULTS = Path(__file__).with_name("MATCHING.md")
INVENTED, ASKED = 100_000, 1_000
MOST = 10
# What an equal birth and an equal number add to a likeness of 0 to 100 in the plain way.
BIRTH, PHONE = 40, 60
INTRODUCTION = """# Finding who may be the same person

`python -m benchmarks.matching [PERSONS.csv QUERIES.csv]` makes this page. Plain is what a few lines with rapidfuzz do:
folded names of everybody, `token_sort_ratio` in one `cdist`, plus a bonus for an equal birth date and an equal
telephone number in E.164. Both answer the same queries in turns. Recall is the share of the queries about a known
person whose person is among the first ten. The rules of the engine were made from other, invented people
(`scripts/fit_linkage.py`). The time of the processor says more than the clock when others used the machine (its load).
"""


@dataclass(frozen=True)
class Query:
    """Somebody sought, and who it is: "" for somebody new."""

    person: Person
    truth: str
    kind: str


class Everybody:
    """The plain way: compare with everybody, every time."""

    def __init__(self, known: Sequence[tuple[str, Person]]) -> None:
        self.ids = [person_id for person_id, _ in known]
        self.names = [_whole(person) for _, person in known]
        self.births = np.array([person.birth.on if person.birth else "-" for _, person in known])
        self.phones = np.array([person.phone or "-" for _, person in known])

    def candidates(self, person: Person) -> list[str]:
        """Return the ids of the ten that are most alike."""
        alike = process.cdist([_whole(person)], self.names, scorer=fuzz.token_sort_ratio, dtype=np.float32)[0]
        if person.birth:
            alike += BIRTH * (self.births == person.birth.on)
        if person.phone:
            alike += PHONE * (self.phones == person.phone)
        rows = np.argpartition(alike, len(alike) - MOST)[-MOST:]
        return [self.ids[row] for row in rows[np.argsort(-alike[rows])].tolist()]


def _whole(person: Person) -> str:
    return plain(f"{person.first_names} {person.last_name}")


def invented(count: int, asked: int) -> tuple[list[tuple[str, Person]], list[Query]]:
    """Return invented people, and records of some of them and of a few strangers."""
    dice = Dice(19)
    known = doubles.people(dice, count)
    queries = [
        Query(_person(doubles.second_record(dice, known[number])), str(number), "second record")
        for number in dice.some(range(count), asked * 4 // 5)
    ]
    queries += [Query(_person(new), "", "stranger") for new in doubles.people(dice, asked // 5)]
    return [(str(number), _person(double)) for number, double in enumerate(known)], queries


def _person(double: doubles.Double) -> Person:
    return Person(double.first_names, double.last_name, double.birth, double.phone)


def from_files(persons: Path, queries: Path) -> tuple[list[tuple[str, Person]], list[Query]]:
    """Return the same from two files."""
    known = [(listed.id, match_files.as_person(listed)) for listed in people.read(persons, with_ids=True)]
    with queries.open(encoding="utf-8", newline="") as lines:
        truths = [(row["true_id"], row["kind"]) for row in csv.DictReader(lines)]
    asked = [match_files.as_person(listed) for listed in people.read(queries, with_ids=False)]
    return known, [Query(person, *truth) for person, truth in zip(asked, truths, strict=True)]


def measure(size: int, times: int) -> Line:
    """Return one line for the table of all measurements."""
    known, queries = invented(size, 100)
    index, everybody = Index[str](), Everybody(known)
    for person_id, person in known:
        index.put(person_id, person)
    ours, plainly = cycle(queries), cycle(queries)
    return compare(
        "find who may be the same person",
        size,
        lambda: index.candidates(next(ours).person),
        lambda: everybody.candidates(next(plainly).person),
        max(times, len(queries)),
    )


class Answers:
    """What one way finds, and how long it takes."""

    def __init__(self, way: Callable[[Person], list[str]]) -> None:
        self._way = way
        self.found: list[list[str]] = []
        self.seconds: list[float] = []
        self.busy: list[float] = []

    def ask(self, person: Person) -> None:
        """Look for one person."""
        begun, worked = time.perf_counter(), time.process_time()
        self.found.append(self._way(person))
        self.seconds.append(time.perf_counter() - begun)
        self.busy.append(time.process_time() - worked)


def _recall(found: Sequence[Sequence[str]], queries: Sequence[Query]) -> dict[str, float]:
    """Return the recall over all, and for each kind of error."""
    hits, asked = Counter[str](), Counter[str]()
    for ids, query in zip(found, queries, strict=True):
        for kind in ("all", query.kind) if query.truth else ():
            asked[kind] += 1
            hits[kind] += query.truth in ids
    return {kind: hits[kind] / asked[kind] for kind in sorted(asked)}


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[len(times) * 95 // 100]


def report(known: Sequence[tuple[str, Person]], queries: Sequence[Query]) -> str:
    """Return the measurements as a page."""
    index, everybody = Index[str](), Everybody(known)
    seconds = timed(lambda: list(index.fill(known)))
    ours, plainly = Answers(partial(_ids, index)), Answers(everybody.candidates)
    for query in queries:
        ours.ask(query.person)
        plainly.ask(query.person)
    took, busy = (ours.seconds, plainly.seconds), (ours.busy, plainly.busy)
    recalls = [_recall(answers.found, queries) for answers in (ours, plainly)]
    lines = ["| | mhdesk | plain |", "|---|---:|---:|"]
    lines += [f"| median | {_ms(statistics.median(took[0]))} | {_ms(statistics.median(took[1]))} |"]
    lines += [f"| 95 in 100 within | {_ms(_p95(took[0]))} | {_ms(_p95(took[1]))} |"]
    lines += [
        f"| processor, median | {_ms(statistics.median(busy[0]))} | {_ms(statistics.median(busy[1]))} |"
    ]
    lines += [f"| processor, 95 in 100 within | {_ms(_p95(busy[0]))} | {_ms(_p95(busy[1]))} |"]
    lines += [
        f"| recall@10, {kind} | {recalls[0][kind]:.4f} | {recalls[1][kind]:.4f} |" for kind in recalls[0]
    ]
    made = f"{len(known):,} persons, {len(queries):,} queries; index made in {seconds:.1f} s."
    return "\n".join([made, "", *lines, ""])


def _ids(index: Index[str], person: Person) -> list[str]:
    return [candidate.id for candidate in index.candidates(person, MOST)]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


def main() -> None:
    """Measure, tell, and keep the results."""
    told = f"## Invented people\n\n{report(*invented(INVENTED, ASKED))}"
    if len(sys.argv) == 3:
        files = (Path(sys.argv[1]), Path(sys.argv[2]))
        told += f"\n## {files[0].name} and {files[1].name}\n\n{report(*from_files(*files))}"
    told = f"{machine()}\n\n{told}"
    print(told)
    RESULTS.write_text(f"{INTRODUCTION}\n{told}", encoding="utf-8")


if __name__ == "__main__":
    main()
