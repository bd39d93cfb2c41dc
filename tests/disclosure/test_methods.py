"""The choice between methods shows what each would cost."""

from __future__ import annotations

import numpy as np
import pytest

from mhdesk import wording
from mhdesk.disclosure import (
    Dimension,
    Method,
    MethodCost,
    Rules,
    Space,
    compare,
    propose_merges,
    round_figures,
)

SPACE = Space((Dimension("form", ("sexual", "labour", "criminal", "marriage", "organ", "other")),))
COUNTS = np.array([25, 7, 3, 1, 0, 0])
TABLES = [SPACE.table("form")]


def test_the_figures_of_2019_by_each_method() -> None:
    merges = propose_merges(SPACE, COUNTS, TABLES, Rules())
    costs = compare(SPACE.system(COUNTS, TABLES), Rules(), seed=1, merges=merges)
    suppress, rounded, merged = costs
    assert suppress == MethodCost(Method.SUPPRESS, certified=True, exact=4, blank=3)
    assert (rounded.exact, rounded.blank, rounded.changed) == (3, 0, 4)
    assert 1 <= rounded.largest_change < 5
    assert (merged.exact, merged.blank, merged.categories) == (3, 0, 4)
    assert merged.lost > 0


def test_after_a_rounded_release_no_exact_one_is_offered() -> None:
    system = SPACE.system(COUNTS, TABLES)
    earlier = [round_figures(system, Rules(), seed=1).published()]
    merges = propose_merges(SPACE, COUNTS, TABLES, Rules())
    certified = {
        cost.method: cost.certified
        for cost in compare(system, Rules(), seed=2, earlier=earlier, merges=merges)
    }
    assert certified == {Method.SUPPRESS: False, Method.ROUND: True, Method.MERGE: False}


@pytest.mark.parametrize("language", wording.LANGUAGES)
@pytest.mark.parametrize("method", Method)
def test_each_method_has_its_sentence(method: Method, language: str) -> None:
    said = wording.language()
    wording.use_language(language)
    try:
        assert wording.say(f"method.{method}", base=5).endswith(".")
    finally:
        wording.use_language(said)
