"""What a registry holds, by numbers: to compare a backup with the registry, and one state with another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Table, func, insert, select

from mhdesk.domain.backups import Holdings
from mhdesk.store import case_search, destroying, imports, parked, search, settings
from mhdesk.store.audit import GENESIS
from mhdesk.store.migrations import upgrade
from mhdesk.store.schema import (
    audit_event,
    case_file,
    destroyed,
    draft,
    import_row,
    inform_decision,
    note,
    person,
    referral,
    referral_answer,
    revision,
    signal,
    triage,
)
from mhdesk.store.users import UserRow
from mhdesk.store.users import rows as user_rows
from mhdesk.store.values import to_day, to_moment

MADE_AT: Final = "backup_made_at"
"""The setting by which a copy knows that it is a backup, and from when."""
KEY_SUMS: Final = "backup_keys"
"""The setting by which a copy knows its key files (:func:`mhdesk.vault.key_sums`)."""
_DECLARATION: Final = "declaration_"
"""How the settings begin that hold declarations of destruction (:mod:`mhdesk.desk.destroying`)."""
_WITH_DESTROYED: Final = 2
_WITH_CASES: Final = 5
_OTHERS: Final = (note, draft, triage, inform_decision, referral, referral_answer, revision)
"""The version of the tables that first remembers what was destroyed."""


def of(connection: Connection) -> Holdings:
    """Return what the registry, or the backup, behind this connection holds; of earlier versions of the tables too."""
    received = signal.c.received_on
    last = connection.execute(
        select(audit_event.c.seq, audit_event.c.hash, audit_event.c.at)
        .order_by(audit_event.c.seq.desc())
        .limit(1)
    ).one_or_none()
    first_day, last_day = connection.execute(
        select(func.min(received), func.max(received)).where(received != "")
    ).one()
    made_at = settings.all_of(connection).get(MADE_AT)
    return Holdings(
        signals=_count(connection, signal),
        persons=_count(connection, person),
        events=last.seq if last else 0,
        head=last.hash if last else GENESIS,
        first=to_day(first_day),
        last=to_day(last_day),
        worked_at=to_moment(last.at) if last else None,
        schema=upgrade.schema_version(connection),
        made_at=datetime.fromisoformat(made_at) if made_at else None,  # the day as it was where it was made
    )


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def strays_in_indexes(connection: Connection) -> int:
    """Return how many signals and cases are missing from their search index, or stand in it without a record."""
    found = search.integrity(connection)
    if upgrade.schema_version(connection) >= _WITH_CASES:
        found += case_search.integrity(connection)
    return found


def worked_since(connection: Connection, seq: int, besides: Collection[str]) -> bool:
    """Say whether the log holds an event after ``seq`` that is none of the verbs ``besides``."""
    later = select(audit_event.c.seq).where(audit_event.c.seq > seq, audit_event.c.verb.not_in(besides))
    return connection.execute(later.limit(1)).first() is not None


def others(connection: Connection) -> dict[str, int]:
    """Return how many notes, drafts, decisions and corrections are kept, by table; of earlier versions nothing."""
    if upgrade.schema_version(connection) < _WITH_DESTROYED:
        return {}
    found = {table.name: _count(connection, table) for table in _OTHERS}
    waiting = select(func.count()).select_from(draft).where(~parked.is_draft())
    found[draft.name] -= int(connection.execute(waiting).scalar_one())
    return found


def signal_uids(connection: Connection) -> frozenset[str]:
    """Return the uids of all signals: the only name that a signal keeps in every copy."""
    return frozenset(connection.execute(select(signal.c.uid)).scalars())


# --- what a restored backup must not undo --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Destroyed:
    """One record that was destroyed, as the registry remembers it."""

    uid: str
    record: str
    ground: str
    destroyed_at: str


@dataclass(frozen=True, slots=True)
class Lasting:
    """What a registry knows that must stand whatever backup is put back.

    Who may still open it, what was destroyed and declared so, which reference numbers were given out, and the end of
    its log.
    """

    users: tuple[UserRow, ...]
    destroyed: tuple[Destroyed, ...]
    numbers: dict[str, str]
    declarations: dict[str, str]
    emptied: tuple[str, ...]
    """The fingerprints of spreadsheet rows whose signals were destroyed."""
    events: int
    head: str


def lasting(connection: Connection) -> Lasting:
    """Return what must outlast a restore."""
    found = of(connection)
    remembered = connection.execute(select(destroyed)) if found.schema >= _WITH_DESTROYED else ()
    return Lasting(
        users=tuple(user_rows(connection)),
        destroyed=tuple(Destroyed(row.uid, row.record, row.ground, row.destroyed_at) for row in remembered),
        numbers=_last_numbers(connection),
        declarations=_declarations(connection),
        emptied=_emptied(connection),
        events=found.events,
        head=found.head,
    )


def _last_numbers(connection: Connection) -> dict[str, str]:
    """Return the last reference number of each year, under the name of its setting; destroyed ones count."""
    found = settings.last_numbers(connection)
    numbered = [(signal, settings.last_number)]
    if upgrade.schema_version(connection) >= _WITH_CASES:
        numbered.append((case_file, settings.last_case_number))
    for table, setting_of in numbered:
        by_year = select(table.c.number_year, func.max(table.c.number)).group_by(table.c.number_year)
        for year, number in connection.execute(by_year):
            name = setting_of(year)
            found[name] = max(number, found.get(name, 0))
    return {name: str(number) for name, number in found.items()}


def _emptied(connection: Connection) -> tuple[str, ...]:
    return tuple(
        connection.execute(select(import_row.c.fingerprint).where(import_row.c.signal_id.is_(None))).scalars()
    )


def _declarations(connection: Connection) -> dict[str, str]:
    kept = settings.all_of(connection)
    return {name: value for name, value in kept.items() if name.startswith(_DECLARATION)}


def apply(connection: Connection, from_present: Lasting, user_id: int) -> int:
    """Let what was destroyed be destroyed again, and no reference number be given twice; return how many records went.

    Call inside a transaction. ``user_id`` is who put the backup back: somebody else who destroyed may not be in it.
    """
    known = frozenset(connection.execute(select(destroyed.c.uid)).scalars())
    again = [one for one in from_present.destroyed if one.uid not in known]
    forgotten = destroying.forget(connection, [one.uid for one in again])
    if again:
        connection.execute(insert(destroyed), [_remembered(one, user_id) for one in again])
    taken = imports.known(connection, from_present.emptied)
    never_again = [{"fingerprint": one} for one in from_present.emptied if one not in taken]
    if never_again:  # the same spreadsheet must not bring back what was destroyed
        connection.execute(insert(import_row).values(signal_id=None), never_again)
    own = _last_numbers(connection)
    higher = {
        name: value for name, value in from_present.numbers.items() if int(value) > int(own.get(name, "0"))
    }
    settings.put(connection, from_present.declarations | higher)
    return len(forgotten.signals) + len(forgotten.persons)


def _remembered(one: Destroyed, user_id: int) -> dict[str, Any]:
    return {
        "uid": one.uid,
        "record": one.record,
        "ground": one.ground,
        "destroyed_at": one.destroyed_at,
        "destroyed_by": user_id,
    }
