"""Links: every reason once, the strongest first, one line for each person and signal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.links import Tie, TieKind, gathered

TIES = st.one_of(
    st.builds(
        Tie,
        kind=st.sampled_from([kind for kind in TieKind if kind is not TieKind.LEAD]),
        person_id=st.integers(1, 6),
        signal_id=st.integers(1, 4) | st.none(),
        code=st.sampled_from(["", "aggressor"]),
    ),
    st.builds(Tie, kind=st.just(TieKind.LEAD), person_id=st.none(), signal_id=st.integers(1, 6)),
)


@given(st.lists(TIES, max_size=25), st.integers(1, 6))
def test_one_line_for_each_with_every_reason_and_the_strongest_first(ties: list[Tie], most: int) -> None:
    links = gathered(ties, {}, {})
    assert links == gathered(reversed(ties), {}, {})
    who = [(one.person_id, one.signal_id) for one in links]
    assert len(who) == len(set(who))
    order = list(TieKind)
    ranks = [order.index(one.strongest()) for one in links]
    assert ranks == sorted(ranks)
    for link in links:
        assert [order.index(tie.kind) for tie in link.ties] == sorted(
            order.index(tie.kind) for tie in link.ties
        )
    assert gathered(ties, {}, {}, most) == links[:most]


def test_who_stands_in_more_signals_comes_first_among_equals() -> None:
    ties = [Tie(TieKind.PHONE, 1, None), Tie(TieKind.PHONE, 2, None)]
    links = gathered(ties, {(1, None): "Ama", (2, None): "Bo"}, {1: 1, 2: 3})
    assert [(one.name, one.signals) for one in links] == [("Bo", 3), ("Ama", 1)]
