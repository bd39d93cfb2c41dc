"""Questions for information and advice that are answered without anybody in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.revisions import RevisionView
from mhdesk.domain.signals import day_problems
from mhdesk.domain.text import LONGEST_TEXT, clean
from mhdesk.domain.vocabulary import vocabulary

TOPICS: Final = "consultation_topics"
MOST_MINUTES: Final = 24 * 60


@dataclass(slots=True)
class ConsultationDraft:
    """A question as typed. ``organisation_name`` is that of an organisation of the network, or blank."""

    asked_on: str = ""
    discipline: str = ""
    organisation_id: int | None = None
    organisation_name: str = ""
    municipality: str = ""
    topic: str = ""
    question: str = ""
    answer: str = ""
    minutes: str = ""

    def validate(self, today: date) -> list[Problem]:
        """Return what must be mended before the question can be kept."""
        problems = day_problems("asked_on", self.asked_on, today)
        for name, text in (("question", self.question), ("answer", self.answer)):
            problems += length_problems(name, text, LONGEST_TEXT)
        if not clean(self.asked_on):
            problems.append(Problem("asked_on", "consultation.day_missing"))
        if self.discipline not in vocabulary("disciplines"):
            problems.append(Problem("discipline", "consultation.discipline_missing"))
        if self.topic not in vocabulary(TOPICS):
            problems.append(Problem("topic", "consultation.topic_missing"))
        if self.municipality and self.municipality not in vocabulary("municipalities"):
            problems.append(Problem("municipality", "draft.choice_unknown"))
        if self.organisation_id is None and clean(self.organisation_name):
            problems.append(Problem("organisation_id", "consultation.organisation_unknown"))
        if not clean(self.question):
            problems.append(Problem("question", "consultation.question_missing"))
        if clean(self.minutes) and minutes_of(self.minutes) is None:
            problems.append(Problem("minutes", "consultation.minutes_unreadable", {"most": MOST_MINUTES}))
        return problems


@dataclass(frozen=True, slots=True)
class ConsultationFilter:
    """Which questions a list shows; empty means no restriction. ``year`` 0 is every year."""

    year: int = 0
    topic: str = ""
    discipline: str = ""
    search: str = ""


@dataclass(frozen=True, slots=True)
class ConsultationView:
    """A question as it was kept; ``history`` is what it said before, newest first."""

    id: int
    version: int
    asked_on: date
    discipline: str
    organisation_id: int | None
    organisation: str
    municipality: str
    topic: str
    question: str
    answer: str
    minutes: int | None
    recorded_at: datetime
    recorded_by: str
    history: tuple[RevisionView, ...] = ()


@dataclass(frozen=True, slots=True)
class Totals:
    """How many questions there are, the minutes they took, and how many there are of each topic, most first."""

    count: int = 0
    minutes: int = 0
    topics: tuple[tuple[str, int], ...] = ()


def minutes_of(text: str) -> int | None:
    """Return whole minutes as typed, None for what is none."""
    typed = clean(text)
    if not typed.isascii() or not typed.isdigit() or len(typed) > len(str(MOST_MINUTES)):
        return None
    return int(typed) if int(typed) <= MOST_MINUTES else None
