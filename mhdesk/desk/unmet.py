"""Help that was wanted and not found: recorded when it happens, and met when it turns out well after all."""

from __future__ import annotations

from typing import Any, Final

from mhdesk.desk import recording
from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work, logged_reading, verb
from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.network_views import NeedView
from mhdesk.domain.people import Permission
from mhdesk.domain.periods import Period
from mhdesk.domain.problems import refuse_if
from mhdesk.domain.text import clean
from mhdesk.domain.unmet import MetDraft, NeedCounts, UnmetNeedDraft, counts_of
from mhdesk.errors import ConflictError, InputError
from mhdesk.store import needs, network, persons
from mhdesk.store.database import Row
from mhdesk.store.values import to_day, to_text

MOST_SHOWN: Final = 200


def open_needs(desk: Desk) -> tuple[NeedView, ...]:
    """Return what is still wanted, the last first; it names nobody."""
    desk.demand(Permission.READ)
    return needs.open_ones(desk.database.connection, MOST_SHOWN)


def needs_of(desk: Desk, person_id: int) -> tuple[NeedView, ...]:
    """Return what was wanted for a person and not found; the page of the person, whose reading is logged, shows it."""
    desk.demand(Permission.READ)
    return needs.of_person(desk.database.connection, person_id)


@logged_reading("need.counted", Permission.COUNT)
def count(work: Work, period: Period) -> NeedCounts:
    """Return how often help was not found in a period: for inside only, nothing of it leaves as a file.

    The protection of published figures takes every count for different people. One person with five unmet needs would
    stand there as five: so those count each person once (`mhdesk.store.headcounts`), and only these count every need.
    """
    work.details = f"period={period.code()}"
    return counts_of(needs.between(work.connection, period), period)


@verb("need.recorded", "C", Permission.WRITE)
def record(work: Work, draft: UnmetNeedDraft) -> Change:
    """Record that help was wanted and not found. Raises ProblemsError."""
    refuse_if(draft.validate(work.today()))
    if draft.person_id is not None and not persons.exists(work.connection, draft.person_id):
        raise InputError("desk.no_such_person")
    beside = {"recorded_at": work.recorded_at, "recorded_by": work.user.id}
    values = {"person_id": draft.person_id, **_told(draft), **beside}
    number = network.add(work.connection, "unmet_need", values)
    return _done(work, number, draft.person_id, created=number)


@verb("need.amended", "U", Permission.WRITE)
def amend(work: Work, need_id: int, version: int, draft: UnmetNeedDraft) -> Change:
    """Let an unmet need of ``version`` say what the draft says; whom it is about stays.

    Raises ProblemsError, and ConflictError when somebody else changed it since that version.
    """
    refuse_if(draft.validate(work.today()))
    row = _row(work, need_id)
    if row.version != version:
        raise ConflictError("network.changed_meanwhile")
    return _change(work, row, _told(draft))


@verb("need.met", "U", Permission.WRITE)
def meet(work: Work, need_id: int, draft: MetDraft) -> Change:
    """Say that help was found after all, and how. Raises ProblemsError."""
    row = _row(work, need_id)
    if row.met_on is not None:
        raise InputError("network.met_already")
    wanted_on = to_day(row.wanted_on) or work.today()
    refuse_if(draft.validate(work.today(), wanted_on))
    return _change(
        work, row, {"met_on": to_text(dates.parse_day(draft.met_on)), "met_how": clean(draft.met_how)}
    )


@verb("need.reopened", "U", Permission.WRITE)
def reopen(work: Work, need_id: int) -> Change:
    """Take back that help was found; the history keeps how it was told."""
    row = _row(work, need_id)
    if row.met_on is None:
        raise InputError("network.not_met")
    return _change(work, row, {"met_on": None, "met_how": ""})


def _change(work: Work, row: Row[Any], told: dict[str, Any]) -> Change:
    network.change(work.connection, "unmet_need", row, told, recording.author(work))
    return _done(work, row.id, row.person_id)


def _done(work: Work, need_id: int, person_id: int | None, *, created: int | None = None) -> Change:
    work.concerns("unmet_need", [need_id], person_id)
    persons_of = frozenset() if person_id is None else frozenset({person_id})
    return Change(work.verb, persons=persons_of, created=created)


def _row(work: Work, need_id: int) -> Row[Any]:
    row = needs.get(work.connection, need_id)
    if row is None:
        raise InputError("network.no_such_record")
    return row


def _told(draft: UnmetNeedDraft) -> dict[str, Any]:
    return {
        "purpose": draft.purpose,
        "wanted_on": to_text(dates.parse_day(draft.wanted_on)),
        "reason": draft.reason,
        "municipality": draft.municipality,
        "sex": draft.sex,
        "age_band": draft.age_band,
        "note": clean(draft.note),
    }
