"""The list of all referrals: ids only, lines fetched when they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mhdesk.domain.referral_list import ReferralRow
from mhdesk.gui.fetched_model import FetchedModel, Source
from mhdesk.gui.referrals import list_lines
from mhdesk.gui.runner import Failed, Runner
from mhdesk.gui.widgets.rows import Line

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class _Answer:
    rows: Sequence[ReferralRow]
    today: date


def _fetch(ids: Sequence[int], desk: Desk) -> _Answer:
    from mhdesk.desk import referral_list

    return _Answer(referral_list.rows(desk, ids), desk.today())


def _lines(answer: _Answer) -> dict[int, Line]:
    return {row.id: list_lines.line_of(row, answer.today) for row in answer.rows}


class ReferralTableModel(FetchedModel):
    """Hold the ids of referrals; see `FetchedModel`."""

    def __init__(self, runner: Runner, failed: Failed, parent: QObject | None = None) -> None:
        super().__init__(Source(_fetch, _lines, list_lines.gone), runner, failed, parent)
