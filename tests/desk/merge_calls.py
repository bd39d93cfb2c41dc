"""A call of each verb that joins and parts persons, for the tests that walk over all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mhdesk.desk import merging, recording
from mhdesk.domain.merging import MergeDraft
from mhdesk.domain.signals import PersonDraft
from mhdesk.store import involvements, merges

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mhdesk.desk.desk import Desk

MOMENT: Final = "2026-11-23T01:08:00.000+00:00"
MERGE: Final = MergeDraft(
    kept_id=1,
    merged_id=2,
    kept_version=1,
    merged_version=1,
    choices={"first_names": "kept", "last_name": "kept"},
    reason="Zelfde man volgens de wijkagent.",
)


def _merged(desk: Desk) -> Desk:
    """Let person 2 be part of person 1, without an event."""
    trail = {"kept_id": 1, "merged_id": 2, "reason": MERGE.reason, "merged_at": MOMENT, "merged_by": 1}
    with desk.database.writing() as connection:
        rows = merges.rows_of(connection, 2)
        merges.move(connection, rows, 2, 1)
        merges.set_merged(connection, 2, 1)
        moved = {"rows": rows, "current": {}, "joined": [], "before": {}, "after": {}, "keys": []}
        merges.add(connection, trail, moved)
    return desk


def _twice(desk: Desk) -> Desk:
    """Let person 1 stand in a second role of the same signal, without an event."""
    with desk.database.writing() as connection:
        involvements.add(connection, recording.involvement_values(1, 1, "witness", None, desk.today()))
    return desk


CALLS: Final[dict[str, Callable[[Desk, Path], object]]] = {
    "person.merged": lambda desk, _: merging.merge(desk, MERGE),
    "person.set_beside": lambda desk, _: merging.beside(desk, 1, 2),
    "person.split_off": lambda desk, _: merging.split_off(
        _twice(desk), 1, [3], PersonDraft(last_name="Bedacht")
    ),
    "person.unmerged": lambda desk, _: merging.unmerge(_merged(desk), 1),
}
