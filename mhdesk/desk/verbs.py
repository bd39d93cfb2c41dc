"""The one way to write: permission, one transaction, one audit event, one Change.

A verb is a function ``(work, …) -> Change`` under :func:`verb`; callers pass a desk instead of the work.
A reading that NEN 7513 wants logged is a function ``(work, …) -> T`` under :func:`logged_reading`.
Both are listed in :data:`VERBS`, so that a test can hold every one of them to the same rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date
from functools import wraps
from typing import Concatenate, Final, ParamSpec, TypeVar

from mhdesk.desk.desk import Desk
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission, User
from mhdesk.store import audit
from mhdesk.store.audit import Subject
from mhdesk.store.database import Connection

P = ParamSpec("P")
T = TypeVar("T")

VERBS: Final[dict[str, Callable[..., object]]] = {}


@dataclass(slots=True)
class Work:
    """What a verb works with inside its transaction. ``subjects`` become the lines of the audit event."""

    desk: Desk
    connection: Connection
    verb: str
    recorded_at: str
    subjects: list[Subject] = field(default_factory=list)
    details: str = ""

    @property
    def user(self) -> User:
        """Return who does the work."""
        return self.desk.user

    def today(self) -> date:
        """Return this day at this desk."""
        return self.desk.today()

    def concerns(self, record: str, record_ids: Iterable[int], person_id: int | None = None) -> None:
        """Note which records, and which person, this event is about."""
        self.subjects += [Subject(record, number, person_id) for number in record_ids]


def verb(
    name: str, kind: str, permission: Permission
) -> Callable[[Callable[Concatenate[Work, P], Change]], Callable[Concatenate[Desk, P], Change]]:
    """Make a function a verb: checked, in one transaction, with exactly one audit event.

    ``kind`` is NEN 7513's action code (C, R, U, D or E). Whatever it raises, nothing was written.
    """
    return _act(name, kind, permission)


def logged_reading(
    name: str, permission: Permission
) -> Callable[[Callable[Concatenate[Work, P], T]], Callable[Concatenate[Desk, P], T]]:
    """Make a function a reading that leaves one audit event and changes nothing else."""
    return _act(name, "R", permission)


def _act(
    name: str, kind: str, permission: Permission
) -> Callable[[Callable[Concatenate[Work, P], T]], Callable[Concatenate[Desk, P], T]]:
    def decorate(action: Callable[Concatenate[Work, P], T]) -> Callable[Concatenate[Desk, P], T]:
        @wraps(action)
        def at_the_desk(desk: Desk, /, *args: P.args, **kwargs: P.kwargs) -> T:
            desk.demand(permission)
            with desk.database.writing() as connection:
                work = Work(
                    desk, connection, name, desk.now().astimezone(UTC).isoformat(timespec="milliseconds")
                )
                result = action(work, *args, **kwargs)
                audit.append(connection, _event(work, kind), work.subjects)
            return result

        VERBS[name] = at_the_desk
        return at_the_desk

    return decorate


def _event(work: Work, kind: str) -> audit.Event:
    return audit.Event(
        at=work.recorded_at,
        user_id=work.user.id,
        role=work.user.role,
        verb=work.verb,
        kind=kind,
        outcome="0",
        station=work.desk.station,
        details=work.details,
    )
