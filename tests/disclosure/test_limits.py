"""When time or the solver gives out: more is withheld, or nothing is certified; never silently fine."""

from __future__ import annotations

import numpy as np
import pytest

from mhdesk.disclosure import Interval, Reason, Rules, Status, audit, protect
from mhdesk.disclosure.protect import task_of
from mhdesk.disclosure.search import Search
from mhdesk.disclosure.solver import InfeasibleError, NotOptimalError, Program, Rows, quiet_solver, run
from tests.disclosure.helpers import at, cross_of, line_of, only_small_withheld, withholding

COUNTS = [[25, 7, 3, 9], [12, 1, 9, 16], [8, 14, 30, 2], [6, 18, 11, 21]]


def test_a_search_without_time_withholds_more_and_is_still_certified() -> None:
    system = cross_of(COUNTS)
    hurried, patient = protect(system, Rules(), time_limit=0), protect(system, Rules())
    assert hurried.certified
    assert patient.certified
    assert hurried.secondary > patient.secondary
    assert audit(hurried.published(), Rules(width=1)).certified


def test_an_audit_without_time_proves_nothing_and_says_so() -> None:
    published = only_small_withheld(line_of(20, 12, 3, 8), Rules())
    for exact in (True, False):
        report = audit(published, Rules(), exact=exact, time_limit=0)
        assert not report.certified
        assert {finding.reason for finding in report.findings} == {Reason.UNPROVEN}
        with pytest.raises(NotOptimalError):
            _ = report.findings[0].bounds


def test_witnesses_from_elsewhere_answer_without_a_solver_but_only_those_that_add_up() -> None:
    system, rules = line_of(20, 12, 3, 8), Rules(width=1)
    published = withholding(system, rules, {at(x="c"), at(x="d")})
    higher, wrong = np.array([20, 12, 6, 5]), np.array([20, 12, 6, 6])
    sure = audit(published, rules, truth=system.counts, time_limit=0, witnesses=[higher])
    assert sure.certified
    assert sure.intervals[at(x="c")] == Interval(3, 6, exact=False)
    assert sure.reached == 3
    assert not audit(published, rules, truth=system.counts, time_limit=0, witnesses=[wrong]).certified


def test_intervals_that_were_not_proven_in_time_lie_within_the_exact_ones() -> None:
    published = protect(cross_of(COUNTS), Rules()).published()
    exact = audit(published, Rules(width=1)).intervals
    seen = audit(published, Rules(width=1), exact_for=0)
    assert seen.certified
    assert not all(interval.exact for interval in seen.intervals.values())
    for cell, interval in seen.intervals.items():
        low, high = exact[cell].low, exact[cell].high
        assert low <= interval.low
        assert high is None or (interval.high is not None and interval.high <= high)
        assert not interval.exact or (interval.low, interval.high) == (low, high)


def test_a_search_that_is_too_late_for_any_proof_withholds_all_that_may_go() -> None:
    system = cross_of(COUNTS)
    result = protect(system, Rules(), optimum=0)
    whole = Search(task_of(system, Rules(), (), ((), ()), 0), Rules(), deadline=0.0, latest=0.0)
    whole.run()
    assert whole.hidden.all()
    assert result.published().values.count(None) < len(whole.hidden)


def program(low: float, high: float) -> Program:
    rows = Rows.of([(np.array([0, 1]), 1.0)])
    none = np.zeros(2)
    return Program(np.array([-1.0, 0.0]), none, np.full(2, np.inf), rows, np.array([low]), np.array([high]))


def test_the_solver_answers_only_with_a_proven_optimum() -> None:
    solver = quiet_solver()
    program(0, 3).load(solver)
    assert run(solver).tolist() == [3, 0]
    for bounds, error in (((2.0, 1.0), InfeasibleError), ((0.0, np.inf), NotOptimalError)):
        solver = quiet_solver()
        program(*bounds).load(solver)
        with pytest.raises(error):
            run(solver)


def test_a_table_without_anything_to_hide_is_published_whole() -> None:
    result = protect(cross_of([[20, 30], [0, 12]]), Rules())
    assert result.certified
    assert result.optimal
    assert (result.primary, result.secondary, result.cost, result.reached) == (0, 0, 0.0, None)
    statuses = [cell.status for cell in result.cells]
    assert statuses.count(Status.ZERO) == 1
    assert statuses.count(Status.PUBLISHED) == 8


@pytest.mark.parametrize("counts", [(3,), (0,), (0, 0), (1, 1), (2, 0, 0), (4, 300_000)])
def test_the_smallest_and_the_most_lopsided_tables_are_certified(counts: tuple[int, ...]) -> None:
    assert protect(line_of(*counts), Rules()).certified
