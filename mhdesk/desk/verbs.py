"""The one way to write: permission, one transaction, one audit event, one Change.

A verb is a function ``(work, …) -> Change`` under :func:`verb`; callers pass a desk instead of the work.
A reading that NEN 7513 wants logged is a function ``(work, …) -> T`` under :func:`logged_reading`.
Both are listed in :data:`VERBS`, so that a test can hold every one of them to the same rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date
from functools import wraps
from typing import Concatenate, Final, ParamSpec, TypeVar

from mhdesk import __version__, vault
from mhdesk.desk.desk import Desk
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission, User
from mhdesk.errors import KnownError, NotAllowedError
from mhdesk.store import audit, checkpoints
from mhdesk.store.audit import Subject
from mhdesk.store.checkpoints import Checkpoint
from mhdesk.store.database import Connection

P = ParamSpec("P")
T = TypeVar("T")

VERBS: Final[dict[str, Callable[..., object]]] = {}

DONE: Final = "0"
REFUSED: Final = "8"
"""How an event ended, in the words of NEN 7513 (RFC 3881, EventOutcomeIndicator)."""
SIGNED_EVERY: Final = 200
"""Events after which the log is signed, whatever happens."""
# Somebody who comes in by an invitation or the recovery key has no signing key yet that is only theirs.
_BEFORE_KEYS: Final = frozenset({"registry.login", "registry.upgraded", "login.failed"})


@dataclass(slots=True)
class Work:
    """What a verb works with inside its transaction.

    ``subjects`` become the lines of the audit event. ``signed``: the log is signed with this event as its head.
    ``by_nobody``: this was done by somebody who is not known.
    """

    desk: Desk
    connection: Connection
    verb: str
    recorded_at: str
    subjects: list[Subject] = field(default_factory=list)
    details: str = ""
    outcome: str = DONE
    signed: bool = False
    by_nobody: bool = False

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
            with _refusals_logged(desk, name, kind):
                desk.demand(permission)
                with desk.database.writing() as connection:
                    work = _work(desk, connection, name)
                    result = action(work, *args, **kwargs)
                    _log(work, kind)
                if isinstance(result, Change) and desk.matcher is not None:
                    desk.matcher.hear(result)
                return result

        VERBS[name] = at_the_desk
        return at_the_desk

    return decorate


def demand(desk: Desk, name: str, kind: str, permission: Permission) -> None:
    """Ask for a permission before work that is only logged as ``name`` once it is done. Raises NotAllowedError."""
    with _refusals_logged(desk, name, kind):
        desk.demand(permission)


@contextmanager
def _refusals_logged(desk: Desk, name: str, kind: str) -> Iterator[None]:
    """Write an event of its own when the role, or a key that somebody tried, did not suffice: nothing else was done."""
    try:
        yield
    except KnownError as error:
        if isinstance(error, NotAllowedError) or error.code in vault.REFUSED:
            with desk.database.writing() as connection:
                work = _work(desk, connection, name)
                work.details, work.outcome = error.code, REFUSED
                _log(work, kind)
        raise


def _work(desk: Desk, connection: Connection, name: str) -> Work:
    return Work(desk, connection, name, desk.now().astimezone(UTC).isoformat(timespec="milliseconds"))


def _log(work: Work, kind: str) -> None:
    """Append the event, and sign the log where that is wanted or was long ago."""
    head = audit.append(work.connection, _event(work, kind), work.subjects)
    seq, _ = audit.last(work.connection)
    due = seq - checkpoints.last_seq(work.connection) >= SIGNED_EVERY
    if work.signed or (due and work.verb not in _BEFORE_KEYS):
        sign_log(work, seq, head)


def sign_log(work: Work, seq: int, head: str) -> Checkpoint:
    """Sign the log up to the event ``seq`` as the person at the desk, keep that and return it."""
    one = work.desk.unlocked
    bare = Checkpoint(seq, head, work.recorded_at, work.user.id, vault.public_key(one))
    signed = replace(bare, signature=vault.sign(one, checkpoints.text(one.registry_id, bare)))
    checkpoints.add(work.connection, signed)
    return signed


def _event(work: Work, kind: str) -> audit.Event:
    return audit.Event(
        at=work.recorded_at,
        user_id=None if work.by_nobody else work.user.id,
        role="" if work.by_nobody else work.user.role,
        verb=work.verb,
        kind=kind,
        outcome=work.outcome,
        station=f"{work.desk.station}; mhdesk {__version__}",
        details=work.details,
    )
