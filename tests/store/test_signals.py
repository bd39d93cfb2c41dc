"""Lists of signals: ids from the covering index alone, victims first in a line, numbers that never repeat."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import pytest
from sqlalchemy import event

from mhdesk.desk import signals as desk_signals
from mhdesk.domain.figures import FORM, MUNICIPALITY
from mhdesk.domain.informing import State
from mhdesk.domain.periods import parse_period
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.domain.views import Order, SignalFilter
from mhdesk.store import counts, duties, involvements, search, signals
from mhdesk.store.search import Document
from tests.desk.drafts import a_notification

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mhdesk.desk.desk import Desk
    from mhdesk.store.database import Connection
    from tests.registry_fixtures import StoppedClock

MANY: Final = 20_000
YEAR: Final = parse_period("2026")


# --- which index answers ---------------------------------------------------------------------------

FILL: Final = """
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < :many)
    INSERT INTO signal (uid, number_year, number, kind, status, received_on, recorded_at, recorded_by, channel,
                        discipline, source_confidential, municipality, form, to_review)
    SELECT n, 2026, n, iif(n % 3, 'signal', 'notification'), iif(n % 2, 'open', 'closed'),
           date('2026-01-01', (n * 7 % 330) || ' days'), '2026-11-23T01:08:00.000+00:00', 1, 'phone', 'unknown', 0,
           'GM0402', iif(n % 5, 'sexual_exploitation', 'unknown'), n % 4 = 0
    FROM n
"""


@pytest.fixture
def full(desk: Desk) -> Connection:
    """Return the connection to a registry with 20,000 signals, as the planner sees it: never analysed."""
    with desk.database.writing() as connection:
        connection.exec_driver_sql(FILL, {"many": MANY})
    return desk.database.connection


@contextmanager
def asked(connection: Connection) -> Iterator[list[str]]:
    """Collect how SQLite answers each question that is asked meanwhile."""
    plans: list[str] = []

    def explain(_: object, cursor: object, statement: str, values: object, *__: object) -> None:
        del cursor
        driver = connection.connection.driver_connection
        assert driver is not None
        rows = driver.execute(f"EXPLAIN QUERY PLAN {statement}", values)
        plans.extend(row[-1] for row in rows.fetchall())

    event.listen(connection, "before_cursor_execute", explain)
    try:
        yield plans
    finally:
        event.remove(connection, "before_cursor_execute", explain)


@pytest.mark.parametrize(
    "wanted",
    [
        SignalFilter(),
        SignalFilter(kind="notification"),
        SignalFilter(status="open", municipality="GM0402", form="sexual_exploitation"),
        SignalFilter(to_review=True),
        SignalFilter(to_review=True, order=Order.RECORDED),
    ],
    ids=str,
)
def test_a_list_is_answered_without_decrypting_a_row(full: Connection, wanted: SignalFilter) -> None:
    with asked(full) as plans:
        assert signals.ids(full, wanted)
    assert [plan for plan in plans if " signal" in plan and "COVERING INDEX" not in plan] == []
    assert any("COVERING INDEX" in plan for plan in plans)


@pytest.mark.parametrize("order", Order)
def test_a_list_is_read_in_its_order_and_never_sorted(full: Connection, order: Order) -> None:
    with asked(full) as plans:
        found = signals.ids(full, SignalFilter(status="open", order=order))
    assert [plan for plan in plans if "signal" not in plan] == []
    assert len(found) == MANY / 2


@pytest.mark.parametrize(
    "count",
    [
        signals.count,
        signals.count_to_review,
        lambda connection: counts.signals_by(connection, YEAR, [FORM]),
        lambda connection: counts.signals_by(connection, YEAR, [FORM, MUNICIPALITY]),
        duties.count_informing,
    ],
)
def test_a_count_is_answered_without_decrypting_a_row(
    full: Connection, count: Callable[[Connection], object]
) -> None:
    with asked(full) as plans:
        count(full)
    assert [plan for plan in plans if "SCAN" in plan or "SEARCH" in plan] != []
    few = (
        "ix_signal_to_review"  # whoever takes a spreadsheet in looks through it: of those a row each is read
    )
    assert [
        plan for plan in plans if "INDEX" in plan and "COVERING INDEX" not in plan and few not in plan
    ] == []
    assert [plan for plan in plans if "SCAN" in plan and "INDEX" not in plan] == []


def test_a_search_asks_the_index_once_and_reads_no_narrative(full: Connection) -> None:
    search.index(full, [Document(number, "", "zoekwoord", (), (), ()) for number in range(1, 50)])
    with asked(full) as plans:
        assert len(signals.ids(full, SignalFilter(search="zoekwoord"))) == 49
    assert not [plan for plan in plans if "signal_text" in plan or plan == "SCAN signal"]


# --- what a line shows -----------------------------------------------------------------------------


def test_victims_stand_first_in_a_line_then_as_they_were_told(desk: Desk) -> None:
    roles = ("reporter", "witness", "aggressor", "child", "possible_victim", "possible_victim")
    persons = [PersonDraft(role=role, first_names=f"Proef {n}") for n, role in enumerate(roles)]
    number = desk_signals.register(desk, a_notification(persons=persons)).created
    (row,) = desk_signals.rows(desk, [number or 0])
    assert row.persons == tuple(f"Proef {n}" for n in (4, 5, 0, 1, 2, 3))


def test_the_most_pressing_state_and_the_first_day_stand_in_a_line(desk: Desk, clock: StoppedClock) -> None:
    number = desk_signals.register(desk, a_notification()).created
    assert number is not None
    first, second = involvements.of_signal(desk.database.connection, number)
    for one, state, days in ((first, State.NOT, 3), (second, State.NOT_YET, 9)):
        day = clock().date().replace(day=days)
        involvements.set_informing(desk.database.connection, one.id, state=state, due=None, duty_on=day)
    (row,) = desk_signals.rows(desk, [number])
    assert (row.inform_state, row.duty_on) == ("not_yet", clock().date().replace(day=3))


def test_no_lines_are_asked_for_none(desk: Desk) -> None:
    assert desk_signals.rows(desk, []) == []


# --- numbers ---------------------------------------------------------------------------------------


def test_a_number_is_not_given_twice_when_one_is_missing_in_between(desk: Desk) -> None:
    for _ in range(3):
        desk_signals.register(desk, SignalDraft(received_on="20-11-2026", narrative="Proef."))
    desk.database.connection.exec_driver_sql("UPDATE signal SET number = 9999 WHERE number = 2")
    made = desk_signals.register(desk, SignalDraft(received_on="20-11-2026", narrative="Proef."))
    assert made.reference == "GV-2026-10000"
    numbers = (
        desk.database.connection.exec_driver_sql("SELECT number FROM signal ORDER BY id").scalars().all()
    )
    assert numbers == [1, 9999, 3, 10000]


def test_references_name_the_signals_asked_for(desk: Desk) -> None:
    for _ in range(2):
        desk_signals.register(desk, a_notification())
    found = involvements.references(desk.database.connection, [2, 99])
    assert found == {2: "GV-2026-0002"}
    assert involvements.references(desk.database.connection, []) == {}
