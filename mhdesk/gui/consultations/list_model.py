"""The questions as lines of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from mhdesk.domain.consultations import TOPICS, ConsultationView
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui import words
from mhdesk.gui.fetched_model import FetchedModel, Source
from mhdesk.gui.runner import Failed, Runner
from mhdesk.gui.signals import options
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.rows import Line

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class _Answer:
    rows: Sequence[ConsultationView]
    today: date


def _fetch(ids: Sequence[int], desk: Desk) -> _Answer:
    from mhdesk.desk import consulting

    return _Answer(consulting.rows(desk, ids), desk.today())


def line_of(row: ConsultationView, today: date) -> Line:
    """Return the line of a question: what was asked, by whom and about what, when and how long it took."""
    about = (
        options.label(TOPICS, row.topic),
        vocabulary("disciplines").label(row.discipline),
        row.organisation,
    )
    place = vocabulary("municipalities").label(row.municipality) if row.municipality else ""
    minutes = QCoreApplication.translate("Consultations", "{count} min").format(count=row.minutes)
    day = words.weekday_day(row.asked_on, today)
    title = " ".join(row.question.split())
    return Line(
        title, DOT.join(filter(None, (*about, place))), day, minutes if row.minutes is not None else ""
    )


def _gone() -> Line:
    return Line(QCoreApplication.translate("Consultations", "No longer in the registry"))


def _lines(answer: _Answer) -> dict[int, Line]:
    return {row.id: line_of(row, answer.today) for row in answer.rows}


class ConsultationModel(FetchedModel):
    """Hold the ids of questions; see `FetchedModel`."""

    def __init__(self, runner: Runner, failed: Failed, parent: QObject | None = None) -> None:
        super().__init__(Source(_fetch, _lines, _gone), runner, failed, parent)
