"""Assessments of indicators: added, never edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select

from mhdesk.domain.indicators import AssessmentView
from mhdesk.store import ids, users
from mhdesk.store.schema import indicator_answer, indicator_assessment
from mhdesk.store.values import to_moment


def add(connection: Connection, values: Mapping[str, Any], answers: Mapping[str, str]) -> int:
    """Add an assessment with at least one answer (by the code of the indicator) and return the id."""
    number = ids.add(connection, indicator_assessment, values)
    connection.execute(insert(indicator_answer), answer_values(number, answers))
    return number


def answer_values(number: int, answers: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the rows of the answers of an assessment."""
    return [
        {"assessment_id": number, "indicator": code, "answer": str(answer)}
        for code, answer in sorted(answers.items())
    ]


def of_signal(connection: Connection, signal_id: int) -> tuple[AssessmentView, ...]:
    """Return the assessments of a signal, newest first."""
    table = indicator_assessment
    rows = connection.execute(
        select(table).where(table.c.signal_id == signal_id).order_by(table.c.id.desc())
    ).all()
    if not rows:
        return ()
    people, answers = users.names(connection), _answers(connection, signal_id)
    return tuple(
        AssessmentView(
            id=row.id,
            form=row.form,
            list_version=row.list_version,
            assessed_on=date.fromisoformat(row.assessed_on),
            answers=tuple(answers.get(row.id, ())),
            note=row.note,
            recorded_at=to_moment(row.recorded_at),
            recorded_by=people.get(row.recorded_by, ""),
        )
        for row in rows
    )


def _answers(connection: Connection, signal_id: int) -> dict[int, list[tuple[str, str]]]:
    question = (
        select(indicator_answer)
        .join_from(indicator_answer, indicator_assessment)
        .where(indicator_assessment.c.signal_id == signal_id)
        .order_by(indicator_answer.c.assessment_id, indicator_answer.c.indicator)
    )
    found: dict[int, list[tuple[str, str]]] = {}
    for row in connection.execute(question):
        found.setdefault(row.assessment_id, []).append((row.indicator, row.answer))
    return found
