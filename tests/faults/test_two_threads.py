"""Two threads want one desk: the second is refused before anything is read or written."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from mhdesk import vault
from mhdesk.desk import signals, verifying
from mhdesk.domain.views import SignalFilter
from tests.faults.saver import a_draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from mhdesk.desk.desk import Desk


def elsewhere(act: Callable[[], object]) -> BaseException | None:
    """Do something in another thread and return how it failed."""
    failed: list[BaseException] = []

    def run() -> None:
        try:
            act()
        except BaseException as error:  # noqa: BLE001 - looked at by the test
            failed.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return failed[0] if failed else None


def test_another_thread_is_refused_and_the_first_goes_on(desk: Desk) -> None:
    for act in (lambda: signals.register(desk, a_draft()), lambda: signals.ids(desk, SignalFilter())):
        error = elsewhere(act)
        assert isinstance(getattr(error, "orig", error), vault.driver.ProgrammingError)
        assert "thread" in str(error)
    signals.register(desk, a_draft())
    assert len(signals.ids(desk, SignalFilter())) == 1
    assert verifying.verify(desk) == []
