"""Say who is what of whom in a signal; what was said before stays to be read."""

from __future__ import annotations

from mhdesk.desk import recording
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain import revisions
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import Problem, refuse_if
from mhdesk.domain.relations import Party, RelationDraft
from mhdesk.errors import InputError
from mhdesk.store import involvements, relations, signals
from mhdesk.store.involvements import Involvement


@verb("relation.added", "C", Permission.WRITE)
def relate(work: Work, signal_id: int, draft: RelationDraft) -> Change:
    """Record what one person is of another in the same signal. ``created`` is the relation. Raises ProblemsError."""
    everybody = _everybody(work, signal_id)
    parties = [Party(one.id, one.person_id, one.role) for one in everybody]
    before = relations.of_signal(work.connection, signal_id)
    told = (draft.involvement_id, draft.kind, draft.other_id)
    known = any((one.involvement_id, one.kind, one.other_id) == told for one in before)
    refuse_if(draft.validate(parties) or ([Problem("other_id", "relation.known")] if known else []))
    return write(work, signal_id, draft, everybody)


def write(work: Work, signal_id: int, draft: RelationDraft, everybody: list[Involvement]) -> Change:
    """Write a valid relation with what was said before it."""
    _keep_before(work, signal_id)
    number = relations.add(
        work.connection,
        {
            "signal_id": signal_id,
            "involvement_id": draft.involvement_id,
            "kind": draft.kind,
            "other_id": draft.other_id,
            "recorded_at": work.recorded_at,
            "recorded_by": work.user.id,
        },
    )
    _concern(work, signal_id, number, draft, everybody)
    return Change("relation.added", signals=frozenset({signal_id}), created=number)


@verb("relation.removed", "D", Permission.WRITE)
def unrelate(work: Work, relation_id: int) -> Change:
    """Take a relation back. Raises InputError for one that is gone."""
    signal_id = relations.signal_of(work.connection, relation_id)
    if signal_id is None:
        raise InputError("relation.gone")
    everybody = _everybody(work, signal_id)
    one = next(one for one in relations.of_signal(work.connection, signal_id) if one.id == relation_id)
    _keep_before(work, signal_id)
    relations.remove(work.connection, relation_id)
    _concern(
        work, signal_id, relation_id, RelationDraft(one.involvement_id, one.kind, one.other_id), everybody
    )
    return Change("relation.removed", signals=frozenset({signal_id}))


def _everybody(work: Work, signal_id: int) -> list[Involvement]:
    if signals.get(work.connection, signal_id) is None:
        raise InputError("desk.no_such_signal")
    return involvements.of_signal(work.connection, signal_id)


def _keep_before(work: Work, signal_id: int) -> None:
    said = relations.of_signal(work.connection, signal_id)
    before = [[one.involvement_id, one.kind, one.other_id] for one in said]
    signals.mark(work.connection, signal_id, {revisions.RELATIONS: before}, recording.author(work))


def _concern(
    work: Work, signal_id: int, relation_id: int, draft: RelationDraft, everybody: list[Involvement]
) -> None:
    people = {one.id: one.person_id for one in everybody}
    work.concerns("signal", [signal_id])
    for number in (draft.involvement_id, draft.other_id):
        work.concerns("relation", [relation_id], people[number])
