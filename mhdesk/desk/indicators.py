"""Record which signs of exploitation somebody saw."""

from __future__ import annotations

from datetime import date
from typing import Any

from mhdesk.desk import recording
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.indicators import AssessmentDraft
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import Problem, refuse_if
from mhdesk.domain.signals import Kind
from mhdesk.domain.text import clean
from mhdesk.errors import InputError
from mhdesk.store import indicators, signals


@verb("indicators.assessed", "C", Permission.WRITE)
def assess(work: Work, draft: AssessmentDraft) -> Change:
    """Record a list as gone through; earlier ones stay as they were, the last one of a form counts.

    Advice may have one: a sign names nobody. A comment could, so advice takes none. Raises ProblemsError, and
    InputError for a signal that there is not.
    """
    refuse_if(draft.validate(work.today()))
    row = signals.get(work.connection, draft.signal_id)
    if row is None:
        raise InputError("desk.no_such_signal")
    if row.kind == Kind.ADVICE and clean(draft.note):
        refuse_if([Problem("note", "indicators.no_note_for_advice")])
    assessed_on = dates.parse_day(draft.assessed_on)
    if assessed_on is None:
        raise ValueError("an unchecked assessment reached the store")
    number = indicators.add(work.connection, assessment_values(work, draft, assessed_on), draft.answers)
    recording.concern_signal(work, draft.signal_id)
    work.concerns("indicator_assessment", [number])
    return Change("indicators.assessed", signals=frozenset({draft.signal_id}), created=number)


def assessment_values(work: Work, draft: AssessmentDraft, assessed_on: date) -> dict[str, Any]:
    """Return the columns of an assessment as a valid draft tells them."""
    return {
        "signal_id": draft.signal_id,
        "form": draft.form,
        "list_version": draft.list_version,
        "assessed_on": assessed_on.isoformat(),
        "note": clean(draft.note),
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
    }
