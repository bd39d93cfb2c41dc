"""A colleague as typed."""

from __future__ import annotations

import pytest

from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.people import Role


@pytest.mark.parametrize("role", list(Role))
def test_every_role_of_the_desk_can_have_a_key(role: Role) -> None:
    assert ColleagueDraft("Bram Verzonnen", role).validate() == []


def test_a_policy_adviser_gets_figures_and_never_a_key() -> None:
    (problem,) = ColleagueDraft("Bram Verzonnen", "policy_adviser").validate()
    assert (problem.field, problem.code) == ("role", "registry.role_policy_adviser")


def test_everything_that_is_wrong_is_said_at_once() -> None:
    assert [problem.field for problem in ColleagueDraft("", "boss").validate()] == ["name", "role"]
