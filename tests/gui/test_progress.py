"""Progress tells seldom and stops at once."""

from __future__ import annotations

import pytest

from mhdesk.gui.progress import Progress, StoppedError


@pytest.mark.parametrize("rows", [1, 7, 100, 100_000])
def test_the_window_is_told_at_most_about_every_percent(rows: int) -> None:
    progress, told = Progress("imports.stopped"), list[tuple[int, int]]()
    progress.moved.connect(lambda done, of: told.append((done, of)))
    for done in range(1, rows + 1):
        progress(done, rows)
    assert len(told) <= 101
    assert told[-1] == (rows, rows)


def test_after_a_stop_the_next_row_is_refused() -> None:
    progress = Progress("imports.stopped")
    progress(1, 9)
    progress.stop()
    with pytest.raises(StoppedError, match=r"imports\.stopped"):
        progress(2, 9)
