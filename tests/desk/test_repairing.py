"""A search index that does not say what the records say is made anew from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import demo, repairing, signals, verifying
from mhdesk.domain.views import SignalFilter
from mhdesk.errors import KnownError

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """Return a desk with signals that search does not find as it should."""
    demo.fill(desk, 60, 7)
    run = desk.database.connection.exec_driver_sql
    run("DELETE FROM search_words WHERE rowid IN (3, 5)")
    run("INSERT INTO search_words(rowid, words) VALUES (9999, 'spookwoord')")
    return desk


def test_it_says_again_what_the_records_say(filled: Desk) -> None:
    assert "verify.search_index" in {found.code for found in verifying.verify(filled)}
    repairing.rebuild_search(filled)
    assert verifying.verify(filled) == []
    assert not signals.ids(filled, SignalFilter(search="spookwoord"))


def test_it_forgets_as_thoroughly_as_before(filled: Desk) -> None:
    repairing.rebuild_search(filled)
    for table in ("search_words", "search_parts"):
        question = f"SELECT v FROM {table}_config WHERE k = 'secure-delete'"
        assert filled.database.connection.exec_driver_sql(question).scalar_one() == 1


def test_what_is_stopped_changes_nothing(filled: Desk) -> None:
    def stop(_done: int, _all: int) -> None:
        raise KnownError("common.interrupted")

    with pytest.raises(KnownError):
        repairing.rebuild_search(filled, stop)
    assert list(signals.ids(filled, SignalFilter(search="spookwoord"))) == []
    assert "verify.search_index" in {found.code for found in verifying.verify(filled)}
