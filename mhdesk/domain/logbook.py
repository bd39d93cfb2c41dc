"""The log as people read it: which lines are asked for, and what a line says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final


class Group(StrEnum):
    """What events are about, for a list to choose from."""

    SIGNALS = "signals"
    """Signals, decisions, referrals, drafts: recorded, changed, removed."""
    CASES = "cases"
    """Cases, their trajectories and agreements."""
    READING = "reading"
    """Opened, searched, listed, copied."""
    ACCESS = "access"
    """Came in, was refused, locked, left."""
    USERS = "users"
    """Users, keys, computers, the recovery page."""
    FIGURES = "figures"
    """Counted and published."""
    EXCHANGE = "exchange"
    """Spreadsheets, packages and backups that came in or went out, letters and other papers."""
    NETWORK = "network"
    """Organisations, what they offer, covenants, and help that was not found."""
    LOG = "log"
    """The log itself: read, exported, checked."""
    OTHER = "other"


_BY_VERB: Final = {
    "signal.read": Group.READING,
    "signal.searched": Group.READING,
    "signal.compared": Group.READING,
    "person.compared": Group.READING,
    "person.read": Group.READING,
    "person.set_beside": Group.READING,
    "case.read": Group.READING,
    "case.searched": Group.READING,
    "draft.read": Group.READING,
    "meeting.read": Group.READING,
    "meeting.cases_listed": Group.READING,
    "need.counted": Group.FIGURES,
    "comensha.coded": Group.READING,
    "comensha.exported": Group.EXCHANGE,
    "comensha.list_exported": Group.EXCHANGE,
    "data_request.copy_read": Group.READING,
    "consultation.read": Group.READING,
    "consultation.searched": Group.READING,
    "attachment.read": Group.READING,
    "referral.letter_read": Group.READING,
    "referral.letter_made": Group.EXCHANGE,
    "referral.letter_saved": Group.EXCHANGE,
    "attachment.saved": Group.EXCHANGE,
    "registry.login": Group.ACCESS,
    "registry.locked": Group.ACCESS,
    "registry.closed": Group.ACCESS,
    "registry.verified": Group.LOG,
}
_BY_AREA: Final = {
    "signal": Group.SIGNALS,
    "person": Group.SIGNALS,
    "involvement": Group.SIGNALS,
    "inform": Group.SIGNALS,
    "relation": Group.SIGNALS,
    "referral": Group.SIGNALS,
    "route": Group.SIGNALS,
    "comensha": Group.CASES,
    "data_request": Group.CASES,
    "consultation": Group.SIGNALS,
    "note": Group.SIGNALS,
    "attachment": Group.SIGNALS,
    "mail": Group.EXCHANGE,
    "task": Group.SIGNALS,
    "case": Group.CASES,
    "trajectory": Group.CASES,
    "agreement": Group.CASES,
    "meeting": Group.CASES,
    "draft": Group.SIGNALS,
    "records": Group.SIGNALS,
    "destruction": Group.SIGNALS,
    "list": Group.READING,
    "record": Group.READING,
    "login": Group.ACCESS,
    "user": Group.USERS,
    "computer": Group.USERS,
    "registry": Group.USERS,
    "figures": Group.FIGURES,
    "spreadsheet": Group.EXCHANGE,
    "package": Group.EXCHANGE,
    "print": Group.EXCHANGE,
    "backup": Group.EXCHANGE,
    "organisation": Group.NETWORK,
    "offer": Group.NETWORK,
    "covenant": Group.NETWORK,
    "experience": Group.NETWORK,
    "need": Group.NETWORK,
    "log": Group.LOG,
}


def group_of(verb: str) -> Group:
    """Return what an event is about."""
    return _BY_VERB.get(verb) or _BY_AREA.get(verb.partition(".")[0], Group.OTHER)


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which events are wanted; empty means no restriction.

    ``record`` and ``record_id`` belong together. ``kind`` is NEN 7513's action code (C, R, U, D, E). ``first`` and
    ``last`` are days here, both included. ``refused``: only what was refused.
    """

    user_id: int | None = None
    record: str = ""
    record_id: int | None = None
    person_id: int | None = None
    kind: str = ""
    group: Group | None = None
    first: date | None = None
    last: date | None = None
    refused: bool = False

    def parts(self) -> tuple[str, ...]:
        """Return which restrictions there are, without their values: what the log says of its own reading."""
        given = {
            "user": self.user_id is not None,
            "record": bool(self.record),
            "person": self.person_id is not None,
            "kind": bool(self.kind),
            "group": self.group is not None,
            "period": bool(self.first or self.last),
            "refused": self.refused,
        }
        return tuple(name for name, is_given in given.items() if is_given)


@dataclass(frozen=True, slots=True)
class LogSubject:
    """One line of an event: the record as people call it ("" where it has no name), and whom it concerns."""

    record: str
    record_id: int
    person_id: int | None
    name: str


@dataclass(frozen=True, slots=True)
class LogRow:
    """One event.

    ``user_name`` is "" for an event of nobody known. ``sentence`` says it in words; ``details`` holds counts and codes
    only. ``subjects`` are the first lines of ``lines`` that it has.
    """

    seq: int
    at: datetime
    user_id: int | None
    user_name: str
    role: str
    verb: str
    kind: str
    group: Group
    refused: bool
    outcome: str
    station: str
    program: str
    details: str
    hash: str
    subjects: tuple[LogSubject, ...]
    lines: int
    sentence: str
