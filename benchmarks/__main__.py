"""Measure mhdesk beside plain alternatives: one table on the terminal and in RESULTS.md.

``python -m benchmarks`` takes some minutes, ``--quick`` leaves out the large registry.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from benchmarks import finding, first_start, lists, making, matching, mix, person, registries, start, today
from benchmarks.measuring import Line, machine, table

RESULTS = Path(__file__).with_name("RESULTS.md")
SMALL, LARGE = 1_000, 100_000
INTRODUCTION = """# Results

Medians, measured in turns (A B A B …) so that a busy moment hits both; `make bench` makes this page anew.

- *Plain* is the same question to Python's own `sqlite3` without encryption, on the same rows and indexes, without
  rules or a log; for the start it is an empty PySide6 window, for a person one pass of rapidfuzz over everybody
  (MATCHING.md has how many each of them finds).
- Opening a list counts its first 200 ids and the rows of the first page, searching all ids. A search is written
  to the audit log, durably, before its answer is shown: on a slow disk that is most of its time.
- Opening by the keyring begins where the window has been painted and the desk is loaded, and ends when Today is on
  the screen with what waits; the keyring itself is a stand-in that answers at once.
- In the mix, *plain* is mhdesk itself on the same library and rows without a key: what encryption costs.
- Today is what the page asks when it opens, where 5,000 decisions, tasks and answers wait: their first lines and how
  many there are. The waiting times at its foot are asked after that; nothing waits for them.
- Searching everywhere is asked in each pause of the typing, and shows people, cases, signals, organisations,
  meetings and questions at once; *plain* is a part of a name and the beginning of a word, without other spellings.
- Whoever waits for less than 50 ms does not notice that there was anything to wait for.
- An ordinary signal (who reports, municipality, form, 145 characters of story, a name) takes 190 keys without a mouse,
  170 of them typed text: a minute at 40 words a minute. Two answers are needed, the day and the story; the day is
  filled in already (`tests/gui/signals/test_keystrokes.py` counts).
"""


def _lines(sizes: list[int], times: int) -> Iterator[Line]:
    yield start.measure(registries.ready(SMALL), times)
    for size in sizes:
        yield from first_start.measure(size, times)
    for size in sizes:
        yield from lists.measure(size, times)
    for size in sizes:
        yield from finding.measure(size, times)
    for size in sizes:
        yield from today.measure(size, times)
    for size in sizes:
        yield from person.measure(size, times)
    for size in sizes:
        yield mix.measure(size, times)
    for size in sizes:
        yield matching.measure(size, times)
    for size in sizes:
        yield making.measure(size)


def main() -> None:
    """Measure, tell, and keep the results."""
    parser = argparse.ArgumentParser(description="Measure mhdesk beside plain alternatives.")
    parser.add_argument("--quick", action="store_true", help="small registry only; RESULTS.md stays as it is")
    parser.add_argument("--times", type=int, default=15, help="how often each is measured")
    arguments = parser.parse_args()
    os.umask(0o077)
    found = []
    for line in _lines([SMALL] if arguments.quick else [SMALL, LARGE], arguments.times):
        found.append(line)
        print(" · ".join(cell for cell in line.cells() if cell), flush=True)
    told = f"{machine()}\n\n{table(found)}\n"
    print(f"\n{told}")
    if not arguments.quick:
        RESULTS.write_text(f"{INTRODUCTION}\n{told}", encoding="utf-8")


if __name__ == "__main__":
    main()
