"""What the case around somebody says, for a copy of his or her own data: lines and texts by label."""

from __future__ import annotations

from sqlalchemy import Connection, select

from mhdesk.domain.dates import display_day
from mhdesk.store.comensha import case_number
from mhdesk.store.schema import agreement, case_entry, case_file, case_goal, trajectory
from mhdesk.store.values import to_day

Pairs = list[tuple[str, str]]
"""A label (the end of a wording code) and what belongs to it."""


def case_lines(connection: Connection, person_id: int) -> Pairs:
    """Return the bare facts of every case of somebody: its number and its days."""
    rows = connection.execute(
        select(case_file).where(case_file.c.person_id == person_id).order_by(case_file.c.id)
    )
    found: Pairs = []
    for row in rows:
        found += [("case_number", case_number(row)), ("case_opened", _day(row.opened_on))]
        found += [("case_closed", _day(row.closed_on))] if row.closed_on else []
    return found


def case_texts(connection: Connection, person_id: int) -> Pairs:
    """Return everything that was written in the cases of somebody."""
    cases = select(case_file.c.id).where(case_file.c.person_id == person_id)
    asked = (
        ("goal", case_goal.c.text, case_goal),
        ("goal_result", case_goal.c.result, case_goal),
        ("trajectory_note", trajectory.c.note, trajectory),
        ("trajectory_note", trajectory.c.result, trajectory),
        ("entry", case_entry.c.text, case_entry),
        ("agreement", agreement.c.what, agreement),
        ("agreement", agreement.c.done_how, agreement),
    )
    found: Pairs = []
    for label, column, table in asked:
        rows = connection.execute(select(column).where(table.c.case_id.in_(cases)).order_by(table.c.id))
        found += [(label, text) for text in rows.scalars() if text]
    return found


def _day(text: str) -> str:
    day = to_day(text)
    return display_day(day) if day else ""
