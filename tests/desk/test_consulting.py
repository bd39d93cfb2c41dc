"""The log of questions: kept, amended without losing what was said, found in any spelling, counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from mhdesk.desk import consulting
from mhdesk.domain.consultations import MOST_MINUTES, ConsultationDraft, ConsultationFilter, minutes_of
from mhdesk.domain.problems import ProblemsError
from mhdesk.errors import InputError
from mhdesk.store.schema import audit_event

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk

ASKED: Final = ConsultationDraft(
    asked_on="20-11-2026",
    discipline="school",
    organisation_id=1,
    municipality="GM0402",
    topic="signs",
    question="Waar let ik op bij een leerling die vaak weg is?",
    answer="Op geld, telefoons en wie haar ophaalt.",
    minutes="25",
)


def test_a_question_is_kept_and_amended_with_what_it_said_before(desk: Desk) -> None:
    number = consulting.record(desk, ASKED).created or 0
    consulting.amend(desk, number, 1, replace(ASKED, minutes="40"))
    found = consulting.details(desk, number)
    assert (found.version, found.minutes, found.asked_on) == (2, 40, date(2026, 11, 20))
    assert [dict(one.earlier) for one in found.history] == [{"minutes": 25}]
    assert consulting.amend(desk, number, 2, replace(ASKED, minutes="40")).created is None
    with pytest.raises(InputError):
        consulting.amend(desk, number, 1, ASKED)


def test_questions_are_found_in_any_spelling_and_the_log_keeps_no_words(desk: Desk) -> None:
    consulting.record(desk, ASKED)
    consulting.record(desk, replace(ASKED, question="Mag ik élders navragen?", answer="", topic="sharing"))
    assert list(consulting.ids(desk, ConsultationFilter(search="ELDERS"))) == [2]
    assert list(consulting.ids(desk, ConsultationFilter(search="leerling telefoons"))) == [1]
    assert list(consulting.ids(desk, ConsultationFilter(search="leerling", topic="sharing"))) == []
    event = desk.database.connection.execute(select(audit_event).order_by(audit_event.c.seq.desc())).first()
    assert event is not None
    assert (event.verb, event.details) == ("consultation.searched", "found=0")


def test_topics_and_minutes_are_counted_by_year(desk: Desk) -> None:
    consulting.record(desk, ASKED)
    consulting.record(desk, replace(ASKED, minutes=""))
    consulting.record(desk, replace(ASKED, topic="shelter", minutes="5", asked_on="20-11-2025"))
    told = consulting.totals(desk, ConsultationFilter())
    assert (told.count, told.minutes, told.topics) == (3, 30, (("signs", 2), ("shelter", 1)))
    assert consulting.totals(desk, ConsultationFilter(year=2025)).minutes == 5
    assert consulting.years(desk) == [2026, 2025]
    assert list(consulting.ids(desk, ConsultationFilter(year=2026))) == [2, 1]
    assert list(consulting.ids(desk, ConsultationFilter(discipline="police"))) == []


def test_what_is_missing_is_said_at_its_field(desk: Desk) -> None:
    told = ConsultationDraft(organisation_name="Onbekend huis", minutes="half uur", municipality="X")
    with pytest.raises(ProblemsError) as refused:
        consulting.record(desk, told)
    assert {one.field for one in refused.value.problems} == {
        *("asked_on", "discipline", "organisation_id", "municipality", "topic", "question", "minutes")
    }


@given(st.text(max_size=8))
def test_minutes_are_whole_and_few(text: str) -> None:
    found = minutes_of(text)
    assert found is None or 0 <= found <= MOST_MINUTES


def test_minutes_are_read_as_typed() -> None:
    assert [minutes_of(text) for text in (" 15 ", "0", "1440", "1441", "-1", "1,5", "²")] == [
        *(15, 0, 1440),
        *(None, None, None, None),
    ]
