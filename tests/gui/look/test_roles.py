"""What the table of colours promises, computed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.gui.look.roles import DARK, LIGHT, PROMISES, Colours, Role, contrast

HEX = st.from_regex(re.compile(r"#[0-9A-F]{6}"), fullmatch=True)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "grounds", "least"), PROMISES, ids=[ink for ink, _, _ in PROMISES])
def test_every_promised_contrast_is_kept(
    colours: Colours, ink: Role, grounds: tuple[Role, ...], least: float
) -> None:
    short = {ground: contrast(colours[ink], colours[ground]) for ground in grounds}
    assert {ground: ratio for ground, ratio in short.items() if ratio < least} == {}


def test_every_role_that_is_read_has_a_promise() -> None:
    promised = {role for ink, grounds, _ in PROMISES for role in (ink, *grounds)}
    assert set(Role) - promised == {Role.HAIRLINE}, "only a decoration needs no contrast"


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_both_schemes_know_every_role(colours: Colours) -> None:
    assert set(colours) == set(Role)
    assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in colours.values())


def test_contrast_is_the_formula_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)


@given(HEX, HEX)
def test_contrast_does_not_mind_the_order(first: str, second: str) -> None:
    assert contrast(first, second) == contrast(second, first)
    assert 1 <= contrast(first, second) <= 21.001
