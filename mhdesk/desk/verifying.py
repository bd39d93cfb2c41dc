"""Check that the registry is whole: pages, structure, search index, log, what witnesses saw of it, keys and files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from mhdesk import vault
from mhdesk.desk import anchoring, people, quick_notes, witnesses
from mhdesk.desk.desk import Desk
from mhdesk.desk.findings import Finding
from mhdesk.desk.verbs import Work, demand, logged_reading, verb
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.errors import DamageError
from mhdesk.store import audit, bulk, case_search, cases, logbook, merges, search, settings, signals, users
from mhdesk.store.values import to_moment

__all__ = ["Finding", "Progress", "Step", "accept_older", "checked_on", "verify", "verify_steps"]

Progress = Callable[[int, int], None]
"""Told how many parts are done of how many; it may raise to stop the check."""

_VERIFIED: Final = "registry.verified"
_SIGNALS_AT_ONCE: Final = 100
"""Some 10 ms of comparing."""
_FIXED: Final = 9
"""Pieces that come whatever the size."""
_CLOCKS_DIFFER: Final = timedelta(hours=1)
_DAMAGED: Final = "desk.registry_damaged"


@dataclass(frozen=True, slots=True)
class Step:
    """What a piece of the check came to. ``all`` may grow by a few while the log grows under the check."""

    done: int
    all: int
    findings: tuple[Finding, ...]


def verify(desk: Desk, progress: Progress = lambda _done, _all: None) -> list[Finding]:
    """Return everything that is not as it should be; an empty list means the registry is whole.

    Takes some 20 s at 100,000 signals. Raises as :func:`verify_steps`, and whatever ``progress`` raises.
    """
    findings: list[Finding] = []
    for step in verify_steps(desk):
        findings += step.findings
        progress(step.done, step.all)
    return findings


def verify_steps(desk: Desk) -> Iterator[Step]:
    """Do what :func:`verify` does in pieces of some 20 ms; others may use the desk between two of them.

    One piece is longer: the engine reads all pages in one go (1.5 s at 100,000 signals). Whoever goes on to the end
    leaves one event in the log; whoever stops earlier leaves none. Reads only, apart from that event. Raises
    NotAllowedError, and DamageError for a device that failed; damage to the registry is a finding.
    """
    demand(desk, _VERIFIED, "R", Permission.VERIFY)
    done, found, pieces = 0, 0, _pieces(desk)
    for part in (_inside, _search, _joined, _log, _keys):
        for findings in _unbroken(part(desk)):
            done, found = done + 1, found + len(findings)
            yield Step(done, max(pieces, done + 1), findings)
    _note_unless_damaged(desk, found)
    yield Step(done + 1, done + 1, ())


def checked_on(desk: Desk) -> date | None:
    """Return the day of the last check that went on to its end, None when there was none. Raises NotAllowedError."""
    desk.demand(Permission.VERIFY)
    at = logbook.last_moment(desk.database.connection, _VERIFIED)
    return to_moment(at).date() if at else None


def _unbroken(part: Iterable[tuple[Finding, ...]]) -> Iterator[tuple[Finding, ...]]:
    """Pass on what a part finds; damage that stops it is a finding."""
    try:
        yield from part
    except DamageError as error:
        if error.code != _DAMAGED:
            raise
        yield (Finding("vault.check_stopped"),)


def _pieces(desk: Desk) -> int:
    """Return about how many pieces there are."""
    try:
        connection = desk.database.connection
        pieces = vault.integrity_pieces(desk.database.driver_connection())
        searched = (signals.count(connection) + cases.count(connection)) // _SIGNALS_AT_ONCE
        logged = audit.last(connection)[0] // audit.EVENTS_AT_ONCE
        return pieces + searched + logged + _FIXED
    except DamageError:
        return 0


def _inside(desk: Desk) -> Iterator[tuple[Finding, ...]]:
    """Check pages, tables and references."""
    for found in vault.integrity_steps(desk.database.driver_connection()):
        yield tuple(Finding(one.code, one.params) for one in found)


def _search(desk: Desk) -> Iterator[tuple[Finding, ...]]:
    """Compare the search index with what the records say now."""
    prefix = settings.all_of(desk.database.connection)["prefix"]
    misplaced = 0
    for some in search.spans(desk.database.connection, _SIGNALS_AT_ONCE):
        documents = bulk.documents(desk.database.connection, some, prefix)
        misplaced += search.misplaced(desk.database.connection, documents, some)
        yield ()
    for some in case_search.spans(desk.database.connection, _SIGNALS_AT_ONCE):
        entries = case_search.documents(desk.database.connection, some)
        misplaced += case_search.misplaced(desk.database.connection, entries, some)
        yield ()
    if misplaced:
        yield (Finding("verify.search_index", {"count": misplaced}),)


def _joined(desk: Desk) -> Iterator[tuple[Finding, ...]]:
    """Check that whoever was joined with another person is that one, and has nothing left of her own."""
    if count := merges.misplaced(desk.database.connection):
        yield (Finding("verify.joined_persons", {"count": count}),)


def _log(desk: Desk) -> Iterator[tuple[Finding, ...]]:
    """Follow the log, and let everybody who saw its head before say whether it still fits."""
    put_back = anchoring.compare(desk)
    if put_back:
        yield (put_back,)
    seen = witnesses.of(desk)
    clock = _ClockSetBack()
    broken: int | None = None
    for links in audit.links(desk.database.connection):
        if broken is None:
            broken = next((link.seq for link in links if not link.fits), None)
        for link in links:
            seen.hear(link)
            clock.hear(link)
        yield ()
    if broken is None:
        broken = audit.stray_line(desk.database.connection)
    if broken is not None:
        yield (Finding("verify.audit_chain", {"event": broken}),)
    yield (*seen.findings(), *clock.findings())


@dataclass(slots=True)
class _ClockSetBack:
    """Hear the log once and tell where it first goes back in time: a list by days leaves out what stands there."""

    before: datetime | None = None
    found: Finding | None = None

    def hear(self, link: audit.Link) -> None:
        """Compare the moment of one event with that of the one before; one that is no moment breaks the chain."""
        try:
            at = to_moment(link.at)
        except (ValueError, OverflowError):
            return
        if self.before and self.before - at > _CLOCKS_DIFFER and self.found is None:
            hours = int((self.before - at).total_seconds() // 3600)
            self.found = Finding(
                "verify.clock_back", {"event": link.seq, "day": f"{at:%d-%m-%Y}", "hours": hours}
            )
        self.before = at

    def findings(self) -> tuple[Finding, ...]:
        """Tell where it was, if it was."""
        return (self.found,) if self.found else ()


def _keys(desk: Desk) -> Iterator[tuple[Finding, ...]]:
    """Check the key files, who else may read them, and the notes that wait beside the database."""
    active = {row.key_id for row in users.rows(desk.database.connection) if row.active}
    noted = settings.all_of(desk.database.connection).get(people.RECOVERY_RECIPIENT, "")
    yield tuple(Finding(one.code, one.params) for one in vault.check_keys(desk.unlocked, active, noted))
    if open_files := vault.too_open(desk.folder):
        yield (Finding("verify.permissions", {"count": len(open_files), "file": open_files[0].name}),)
    yield tuple(Finding(error.code, error.params) for error in quick_notes.unreadable(desk))


def _note_unless_damaged(desk: Desk, found: int) -> None:
    """Write the event; what was found may be why it cannot be written."""
    try:
        _note(desk, found)
    except DamageError:
        if not found:
            raise


@logged_reading(_VERIFIED, Permission.VERIFY)
def _note(work: Work, count: int) -> None:
    """Note that the registry was checked, and how many findings there were."""
    work.details = f"findings={count}"


@verb("registry.older_accepted", "U", Permission.ADMINISTER)
def _accept(work: Work) -> Change:
    """Note that somebody knows why the log does not go on from what this computer saw."""
    work.details = work.desk.put_back.code if work.desk.put_back else ""
    work.signed = True
    return Change("registry.older_accepted")


def accept_older(desk: Desk) -> Change:
    """Go on with a registry that this computer takes for an older one, because it was put back on purpose.

    Until then each opening warns and :func:`verify` says it. Raises NotAllowedError.
    """
    change = _accept(desk)
    anchoring.accept(desk)
    return change
