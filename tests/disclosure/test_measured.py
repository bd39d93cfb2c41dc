"""Tables whose proven optima are known from elsewhere: the attacker agrees, and the greedy search stays close."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from mhdesk.disclosure import Rules, System, Weights, audit, protect, read_table
from tests.disclosure.helpers import only_small_withheld

DATA = Path(__file__).parent.parent / "data" / "sdc"
UNIT = Weights(margin=1, size=0)
GREEDY = {("mh2d_n40_s1", 1, 1): 3, ("mh2d_n40_s1", 1, 5): 5, ("t2d30_n500", 1, 1): 6}


def measured(name: str) -> System:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    space, counts = read_table([(tuple(row[:-1]), int(row[-1])) for row in rows], header[:-1], "Totaal")
    return space.system(counts, [space.table(*header[:-1])])


def optima() -> list[dict[str, str]]:
    with (DATA / "optima.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rules_of(row: dict[str, str]) -> Rules:
    rules = Rules(width=int(row["width"]), rules=frozenset({"frequency"}), weights=UNIT)
    return rules if row["attacker_floor"] == "1" else replace(rules, zeros="withheld")


@pytest.mark.parametrize("row", optima(), ids=lambda row: "-".join(list(row.values())[:4]))
def test_withholding_small_counts_alone_leaves_as_many_recoverable_as_measured(row: dict[str, str]) -> None:
    system, rules = measured(row["table"]), rules_of(row)
    assert len(system.values) == int(row["cells"])
    published = only_small_withheld(system, rules)
    assert published.values.count(None) == int(row["primary"])
    if row["unprotected_with_primary_only"]:
        truth = system.counts if rules.width > 1 else None
        report = audit(published, rules, truth=truth, exact=False)
        assert len(report.findings) == int(row["unprotected_with_primary_only"])


@pytest.mark.parametrize("row", optima(), ids=lambda row: "-".join(list(row.values())[:4]))
def test_the_greedy_choice_is_certified_and_near_the_proven_optimum(row: dict[str, str]) -> None:
    system, rules = measured(row["table"]), rules_of(row)
    result = protect(system, rules, seed=1)
    best = int(row["optimal_secondary"])
    key = (row["table"], int(row["attacker_floor"]), int(row["width"]))
    assert result.certified
    assert best <= result.secondary <= GREEDY.get(key, best)
    assert result.reached is None or result.reached >= rules.width
    assert result.published().value(()) == int(system.counts.sum())


def test_with_all_default_rules_the_small_region_keeps_its_total_and_every_question_open() -> None:
    system = measured("mh2d_n40_s1")
    result = protect(system, Rules())
    assert result.certified
    assert result.reached is not None
    assert result.reached >= 5
    assert result.secondary <= 10
    assert audit(result.published(), Rules(width=1)).certified
