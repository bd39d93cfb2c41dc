"""Rules are kept with what they protected: as plain values, and back without a guess."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.disclosure import ALL_RULES, BadLayoutError, Rules, Weights

rule_sets = st.builds(
    Rules,
    minimum=st.integers(1, 50),
    width=st.integers(1, 50),
    zeros=st.sampled_from(["shown", "withheld"]),
    rules=st.sets(st.sampled_from(sorted(ALL_RULES)), min_size=1).map(frozenset),
    group_below=st.integers(0, 50),
    group_others=st.integers(1, 9),
)


@given(rule_sets)
def test_rules_come_back_from_a_ledger_as_they_went_in(rules: Rules) -> None:
    assert Rules.from_dict(json.loads(json.dumps(rules.as_dict()))) == rules


def test_equal_rules_are_written_alike_and_without_the_weights_of_the_house() -> None:
    assert Rules(weights=Weights(margin=9)).as_dict() == {
        "minimum": 5,
        "width": 5,
        "zeros": "shown",
        "rules": ["frequency", "group", "remainder"],
        "group_below": 20,
        "group_others": 2,
    }


@pytest.mark.parametrize(
    "wrong",
    [
        {"minimum": "5"},
        {"minimum": True},
        {"width": 2.0},
        {"width": 0},
        {"zeros": "hidden"},
        {"rules": "frequency"},
        {"rules": ["frequency", 1]},
        {"rules": ["frequency", "guess"]},
        {"rules": []},
        {"weights": 1},
    ],
)
def test_kept_rules_that_are_not_rules_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(BadLayoutError):
        Rules.from_dict({**Rules().as_dict(), **wrong})


@pytest.mark.parametrize("part", sorted(Rules().as_dict()))
def test_a_part_that_was_not_kept_is_not_made_up(part: str) -> None:
    kept = Rules().as_dict()
    del kept[part]
    with pytest.raises(BadLayoutError):
        Rules.from_dict(kept)
