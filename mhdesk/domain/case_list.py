"""The list of cases: which are shown, and what a line of it says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mhdesk.domain.cases import CaseStatus


class Next(StrEnum):
    """What comes next in a case."""

    AGREEMENT = "agreement"
    TRAJECTORY = "trajectory"
    INFORMING = "informing"


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases a list shows; empty means no restriction. ``search`` is what the user typed."""

    status: str = CaseStatus.OPEN
    coordinator_id: int | None = None
    risk: str = ""
    search: str = ""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line: ``next_on`` is the first day on which something waits, ``running`` counts trajectories that go on."""

    id: int
    person_id: int
    reference: str
    name: str
    status: str
    opened_on: date
    closed_on: date | None
    coordinator: str
    risk: str
    next_on: date | None
    next_kind: Next | None
    running: int
