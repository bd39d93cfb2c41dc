"""``mhdesk match``: look who of one list may stand in another; no registry needed."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from mhdesk.cli.output import Output
from mhdesk.desk import match_files
from mhdesk.desk.match_files import Matched
from mhdesk.linkage import Candidate, FieldMatch, Level
from mhdesk.wording import say

_EVERY = 50


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("persons", type=Path, metavar="PERSONS.csv", help=say("match.help_persons"))
    parser.add_argument("queries", type=Path, metavar="QUERIES.csv", help=say("match.help_queries"))


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Compare the two lists; 0, whether or not anybody was found."""
    slices = 0

    def progress(done: int, total: int) -> None:
        nonlocal slices
        slices += 1
        if slices % _EVERY == 0:
            output.progress(f"{done}/{total}")

    matched = match_files.match(arguments.persons, arguments.queries, progress)
    output.result(_fields(matched), _lines(matched))
    return 0


def _fields(matched: Matched) -> dict[str, object]:
    return {
        "index_seconds": round(matched.index_seconds, 3),
        "median_ms": round(matched.median_ms(), 3),
        "p95_ms": round(matched.p95_ms(), 3),
        "queries": [
            {"candidates": [_candidate(matched, candidate) for candidate in found]}
            for found in matched.candidates
        ],
    }


def _candidate(matched: Matched, candidate: Candidate[str]) -> dict[str, object]:
    return {
        "id": candidate.id,
        "score": round(candidate.score, 3),
        "level": str(matched.index.level(candidate.score, candidate.fields)),
        "fields": [
            {
                "field": field.field,
                "how": field.how,
                "nearness": round(field.nearness, 3),
                "weight": round(field.weight, 3),
            }
            for field in candidate.fields
        ],
    }


def _lines(matched: Matched) -> Iterator[str]:
    level_of = matched.index.rules.level
    for number, candidates in enumerate(matched.candidates, start=1):
        found = [each for each in candidates if level_of(each.score) != Level.UNLIKELY]
        yield say("match.query", number=number) if found else say("match.nobody", number=number)
        for candidate in found:
            level = say(f"match.level_{level_of(candidate.score)}")
            why = ", ".join(_sentence(field) for field in candidate.fields)
            yield say(
                "match.candidate", id=candidate.id, level=level, score=f"{candidate.score:.1f}", why=why
            )
    yield say(
        "match.done",
        persons=len(matched.index),
        queries=len(matched.candidates),
        seconds=f"{matched.index_seconds:.1f}",
        median=f"{matched.median_ms():.1f}",
        p95=f"{matched.p95_ms():.1f}",
    )


def _sentence(field: FieldMatch) -> str:
    return f"{say(f'match.field_{field.field}')} {say(f'match.how_{field.how}')}"
